"""The ways to say something: one text, one table ``{when, text}``, or a list of them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

import attrs
from attrs import frozen

from govfinance.jurisdictions._source._expand import Parts
from govfinance.jurisdictions._source._names import field_kind
from govfinance.jurisdictions._source._node import Node, Problems, Table
from govfinance.jurisdictions._source._words import check_width
from govfinance.sentences import Variant

__all__ = ["Way", "read_ways", "variants_of"]


@frozen
class Way:
    """One way to say something: its text, the fixed values, and where it stands."""

    text: str
    when: Table
    node: Node


def read_ways(node: Node, problems: Problems) -> list[Way] | None:
    """One text, one table {when, text}, or a list of them."""
    items = node.value if isinstance(node.value, list) else [node]
    if not items:
        problems.add(node, "no-variant", "expected at least one text", "至少应有一个句式")
        return None
    ways = [_way(item, problems) for item in items]
    return [way for way in ways if way is not None] if None not in ways else None


def _way(node: Node, problems: Problems) -> Way | None:
    if isinstance(node.value, str):
        return Way(node.value, {}, node)
    if not isinstance(node.value, dict):
        problems.wrong(node, "a text, or a table {when, text}", "文本，或含有 when、text 的表")
        return None
    table = problems.table(node, ("when", "text")) or {}
    when = problems.table(table["when"]) if "when" in table else {}
    if "text" not in table:
        problems.missing(node, "text", "what is said", "句式")
        return None
    text = problems.text(table["text"])
    return None if text is None or when is None else Way(text, when, table["text"])


def variants_of(
    name: str, cls: type, ways: list[Way] | None, parts: Parts, problems: Problems, blanks: Mapping[str, str]
) -> list[Variant] | None:
    """The compiler's variants of what is said; None where something was complained of."""
    if ways is None:
        return None
    result: list[Variant] = []
    for number, way in enumerate(ways, 1):
        text = parts.fill(way.text, way.node, blanks)
        given = {path: _given(cls, path, value, problems) for path, value in way.when.items()}
        if text is None or any(value is None for value in given.values()):
            continue
        check_width(text, way.node, problems)
        called = name if len(ways) == 1 else f"{name}[{number}]"
        place = f"{way.node.file}:{way.node.line}: {called}"
        stranger = parts.stranger(way.text, way.node)  # a child's part in its parent's sentence: more likely at fault
        result.append(Variant(text, given, place if stranger is None else f"{stranger.place}, {place}"))
    return result if len(result) == len(ways) else None


def _given(cls: type, path: str, node: Node, problems: Problems) -> Any | None:
    """The fixed value of a field; unknown fields are left to the compiler."""
    kind = field_kind(cls, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return problems.choice(
            node, "unknown-word", kind.__name__, f"{kind.__name__}，", {str(member.value): member for member in kind}
        )
    for one, en, zh in (
        (bool, "true or false", " true 或 false"),
        (str, "a text", "文本"),
        (int, "a whole number", "整数"),
    ):
        if kind is one:
            if type(node.value) is one:
                return node.value
            problems.wrong(node, en, zh)
            return None
    if kind is None:
        fields = [one.name for one in attrs.fields(cls)]
        problems.unknown(node, "unknown-slot", f"field of {cls.__name__}", f"{cls.__name__} 的字段", path, fields)
    else:
        problems.add(node, "not-fixable", "this field cannot be given a fixed value", "此字段不能给定固定值")
    return None
