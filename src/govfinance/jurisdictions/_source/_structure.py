"""From nodes to values of a type: texts, numbers, words of a vocabulary, tuples, objects of attrs classes."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal, get_args, get_origin

import attrs

from govfinance.errors import InvalidInputError
from govfinance.jurisdictions._source._node import Node, Problems, Table
from govfinance.numeric import parse_decimal_text
from govfinance.sentences import field_types

__all__ = ["BAD", "Structurer"]

BAD: Final = object()
"""In place of a value that was complained of."""
_NONE: Final[Mapping[str, Any]] = types.MappingProxyType({})


class Structurer:
    """Makes values of nodes by their types; ``hooks`` make those of some types."""

    def __init__(self, problems: Problems, hooks: Mapping[Any, Callable[[Node], Any]] | None = None) -> None:
        self.problems = problems
        self.hooks = {str: self._text, bool: self._bool, int: self._int, Decimal: self._decimal, **(hooks or {})}

    def value(self, kind: Any, node: Node) -> Any:
        """The value of a type, or `BAD`."""
        hook = self.hooks.get(kind)
        if hook is not None:
            return hook(node)
        origin = get_origin(kind)
        if origin is Literal:
            return self._choice(node, {str(option): option for option in get_args(kind)})
        if origin is tuple:
            return self._tuple(get_args(kind), node)
        if origin is frozenset:
            values = self._tuple((get_args(kind)[0], ...), node)
            return BAD if values is BAD else frozenset(values)
        if origin is not None and issubclass(origin, Mapping):
            return self._mapping(get_args(kind)[1], node)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self._choice(node, {str(member.value): member for member in kind})
        assert attrs.has(kind), kind
        return self.object(kind, node)

    def object(self, cls: Any, node: Node, preset: Mapping[str, Any] = _NONE) -> Any:
        """An object of an attrs class from a table of its fields; ``preset`` are those that no key gives."""
        table = self.problems.table(node, self.names(cls, preset))
        return BAD if table is None else self.build(cls, table, node, preset)

    @staticmethod
    def names(kind: Any, preset: Mapping[str, Any] = _NONE) -> list[str]:
        """The fields of a class that keys give."""
        return [one.name for one in attrs.fields(kind) if one.init and one.name not in preset]

    def build(self, cls: Any, table: Table, node: Node, preset: Mapping[str, Any] = _NONE) -> Any:
        """An object of an attrs class from known keys, and the fields that no key gives."""
        kinds = field_types(cls)
        values = {name: self.value(kinds[name][0], inner) for name, inner in table.items()}
        lacking = [
            one.name
            for one in attrs.fields(cls)
            if one.init and one.default is attrs.NOTHING and one.name not in values and one.name not in preset
        ]
        for name in lacking:
            self.problems.missing(node, name, *_wanted(kinds[name][0]))
        if lacking or BAD in values.values():
            return BAD
        try:
            return cls(**values, **preset)
        except InvalidInputError as error:
            self.problems.extend_at(node, error.problems)
            return BAD

    def _choice(self, node: Node, options: Mapping[str, Any]) -> Any:
        found = self.problems.choice(node, "unknown-word", "word", "词", options)
        return BAD if found is None else found

    def _text(self, node: Node) -> Any:
        text = self.problems.text(node)
        return BAD if text is None else text

    def _bool(self, node: Node) -> Any:
        return node.value if isinstance(node.value, bool) else self._wrong(node, bool)

    def _int(self, node: Node) -> Any:
        fits = isinstance(node.value, int) and not isinstance(node.value, bool) and 0 <= node.value < 10_000
        return node.value if fits else self._wrong(node, int)

    def _decimal(self, node: Node) -> Any:
        value = node.value
        try:
            if isinstance(value, str):
                return parse_decimal_text(value)
        except InvalidInputError as error:
            self.problems.extend_at(node, error.problems)
            return BAD
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
            return self._wrong(node, Decimal)
        return Decimal(value)

    def _tuple(self, kinds: tuple[Any, ...], node: Node) -> Any:
        if kinds == (str, ...) and isinstance(node.value, str):
            return (node.value,)
        items = self.problems.items(node)
        if items is None:
            return BAD
        if kinds[-1] is not ...:
            if len(items) != len(kinds):
                number = len(kinds)
                self.problems.add(
                    node,
                    "wrong-length",
                    f"expected a list of {number}, got {len(items)}",
                    f"列表应有 {number} 项，实际有 {len(items)} 项",
                )
                return BAD
            values = [self.value(kind, item) for kind, item in zip(kinds, items, strict=True)]
        else:
            values = [self.value(kinds[0], item) for item in items]
        return BAD if BAD in values else tuple(values)

    def _mapping(self, kind: Any, node: Node) -> Any:
        table = self.problems.table(node)
        if table is None:
            return BAD
        values = {name: self.value(kind, inner) for name, inner in table.items()}
        return BAD if BAD in values.values() else values

    def _wrong(self, node: Node, kind: Any) -> Any:
        self.problems.wrong(node, *_wanted(kind))
        return BAD


def _wanted(kind: Any) -> tuple[str, str]:
    """What belongs where a type does, in both languages."""
    if kind is str:
        return "a text", "文本"
    if kind is bool:
        return "true or false", " true 或 false"
    if kind is int:
        return "a whole number", "整数"
    if kind is Decimal:
        return "a number", "数值"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f"one of {', '.join(str(one.value) for one in kind)}", "、".join(str(one.value) for one in kind)
    if get_origin(kind) in (tuple, frozenset) or isinstance(kind, types.GenericAlias):
        return "a list", "列表"
    return "a table", "表"
