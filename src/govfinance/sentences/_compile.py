"""From the surface of a sentence to its compiled parts; refuses what could not be read back."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, Protocol, Union, get_args, get_origin

import attrs
from attrs import frozen

from govfinance.errors import Problem
from govfinance.sentences._codec import Codec
from govfinance.sentences._errors import TemplateError
from govfinance.sentences._follow import END, Follow
from govfinance.sentences._nodes import (
    ChoiceNode,
    GroupNode,
    LiteralNode,
    Node,
    Seq,
    SlotNode,
    VariantNode,
    starts_of,
)
from govfinance.sentences._size import MOST_OF_VARIANT, size
from govfinance.sentences._syntax import Group, Literal, Slot, parse_source
from govfinance.sentences._syntax import Node as Source

__all__ = ["Vocabulary", "compile_variant", "field_types"]


class Vocabulary(Protocol):
    """Where the compiler finds the codecs and phrases that slots name."""

    def codec(self, owner: type, name: str, kind: Any, wanted: str | None) -> Codec | None:
        """The codec of a field: the one it asks for by name, or the usual one of its type."""

    def phrase(self, name: str) -> tuple[type, tuple[VariantNode, ...]] | None:
        """The class and the variants of a phrase."""


@lru_cache(maxsize=512)
def field_types(cls: type) -> Mapping[str, tuple[Any, bool]]:
    """The type of each field of an attrs class without its None, and whether it may be None."""
    attrs.resolve_types(cls)
    return {attribute.name: _without_none(attribute.type) for attribute in attrs.fields(cls)}


def _without_none(kind: Any) -> tuple[Any, bool]:
    if get_origin(kind) in (Union, types.UnionType):
        rest = [arg for arg in get_args(kind) if arg is not types.NoneType]
        if len(rest) == 1 and len(get_args(kind)) == 2:
            return rest[0], True
    return kind, False


@frozen
class _Compiler:
    cls: type
    where: str
    vocabulary: Vocabulary
    problems: list[Problem]
    said: set[str]
    plain: set[str]
    """The paths of fields that are said outside of optional parts."""

    def complain(self, column: int, code: str, en: str, zh: str) -> None:
        self.problems.append(Problem(code, en, zh, f"{self.where}:{column}" if column else self.where))

    def resolve(self, path: str, column: int) -> tuple[type, str, Any, bool] | None:
        """The class that holds the last field of a dotted path, its name, its type, and whether it may be None."""
        cls: Any = self.cls
        names = path.split(".")
        self.said.add(path)
        for depth, name in enumerate(names):
            known = field_types(cls) if attrs.has(cls) else {}
            if name not in known:
                fields = ", ".join(known) or "none"
                self.complain(
                    column,
                    "unknown-slot",
                    f"{cls.__name__} has no field {name!r}; it has {fields}",
                    f"{cls.__name__} 没有字段“{name}”；现有字段：{fields}",
                )
                return None
            kind, nullable = known[name]
            last = depth == len(names) - 1
            if nullable and not last:
                self.complain(
                    column,
                    "slot-through-none",
                    f"{name!r} may be None: say it with a phrase, {{{name}:phrase}}",
                    f"“{name}”可能为空：请用短语 {{{name}:phrase}}",
                )
                return None
            if last:
                return cls, name, kind, nullable
            cls = kind
        return None

    def sequence(self, nodes: Iterable[Source], *, in_group: bool = False) -> Seq:
        compiled = [node for source in nodes if (node := self.node(source, in_group=in_group)) is not None]
        return Seq(tuple(compiled))

    def node(self, source: Source, *, in_group: bool) -> Node | None:
        if isinstance(source, Literal):
            return LiteralNode(source.text, source.understood)
        if isinstance(source, Group):
            if in_group:
                self.complain(source.column, "nested-group", "an optional part inside another", "可选部分不能嵌套")
                return None
            body = self.sequence(source.nodes, in_group=True)
            slots = [node for node in source.nodes if isinstance(node, Slot)]
            found = [(slot, self.resolve(slot.path, slot.column)) for slot in slots]
            deciding = tuple(
                slot.path for slot, field in found if field is not None and field[3] and slot.path not in self.plain
            )
            if not deciding and all(field is not None for _, field in found):
                self.complain(
                    source.column,
                    "optional-slot",
                    "no field of this optional part can be None, so nothing says whether it is there",
                    "可选部分的字段都不能为空，无法决定其有无",
                )
            return GroupNode(body, deciding)
        return self.slot(source)

    def slot(self, source: Slot) -> Node | None:
        found = self.resolve(source.path, source.column)
        if found is None:
            return None
        owner, name, kind, nullable = found
        item = get_args(kind)[0] if source.separator is not None and get_origin(kind) is tuple else kind
        phrase = self.vocabulary.phrase(source.codec) if source.codec is not None else None
        if phrase is not None:
            cls, variants = phrase
            if cls is not item:
                self.complain(
                    source.column,
                    "wrong-phrase",
                    f"phrase {source.codec!r} says {cls.__name__}, but {source.path!r} is {item}",
                    f"短语“{source.codec}”用于 {cls.__name__}，而“{source.path}”是 {item}",
                )
                return None
            return ChoiceNode(source.path, nullable, variants, cls, source.separator, source.codec or "")
        codec = self.vocabulary.codec(owner, name, kind, source.codec)
        if codec is None:
            what = source.codec or getattr(kind, "__name__", str(kind))
            self.complain(
                source.column,
                "unknown-codec",
                f"no codec or phrase {what!r} for {source.path!r}",
                f"“{source.path}”没有名为“{what}”的编码或短语",
            )
            return None
        return SlotNode(source.path, codec, nullable)


def _checked(
    body: Seq, follow: Follow | None, after: tuple[str, ...] | None, compiler: _Compiler, *, alone: bool = False
) -> Seq:
    """Refuse slots that could swallow what follows; tell free text where it stops.

    ``follow`` and ``after`` are how what comes after it begins, None where it could be anything. Of a phrase by itself
    (``alone``) they are not known yet: what stands at its end is looked at where the phrase is used.
    """
    result: list[Node] = []
    follows = body.follows(follow)
    for number, node in enumerate(body.nodes):
        rest = body.nodes[number + 1 :]
        starts: tuple[str, ...] | None = starts_of(rest)
        at_end = all(later.may_be_blank() for later in rest)
        if starts is not None and at_end:
            starts = None if after is None else starts + after
        if isinstance(node, GroupNode):
            inside = _checked(node.body, follows[number], starts, compiler, alone=alone and at_end)
            node = attrs.evolve(node, body=inside)
        elif isinstance(node, ChoiceNode):
            if not (alone and at_end):
                node = _in_context(node, follows[number], starts, compiler)
        elif isinstance(node, SlotNode) and not (alone and at_end):
            node = _checked_slot(node, follows[number], starts, compiler)
        result.append(node)
    return Seq(tuple(result))


def _in_context(
    node: ChoiceNode, follow: Follow | None, starts: tuple[str, ...] | None, compiler: _Compiler
) -> ChoiceNode:
    """A nested object, each of whose variants is looked at with what follows it here."""
    if node.separator is not None:
        follow = node.item_follow(follow)
        starts = None if starts is None else ("".join(node.separator.split()), *starts)
    variants = [attrs.evolve(one, body=_checked(one.body, follow, starts, compiler)) for one in node.variants]
    return attrs.evolve(node, variants=tuple(variants))


def _checked_slot(
    node: SlotNode, follow: Follow | None, starts: tuple[str, ...] | None, compiler: _Compiler
) -> SlotNode:
    if node.codec.pattern is None:
        if follow is None:
            compiler.complain(
                0,
                "swallowing-slot",
                f"free text {{{node.path}}} must be followed by fixed words",
                f"自由文本 {{{node.path}}} 之后应有固定文字",
            )
        return attrs.evolve(node, stops=starts or ())
    if starts is None:
        compiler.complain(
            0,
            "swallowing-slot",
            f"{{{node.path}}} must be followed by fixed words: it could swallow the beginning of a free text",
            f"{{{node.path}}} 之后应有固定文字，否则可能吞掉后续自由文本的开头",
        )
    swallowed = [start for start in starts or () if start and node.codec.may_continue(start)]
    if swallowed:
        compiler.complain(
            0,
            "swallowing-slot",
            f"{{{node.path}}} could swallow the {swallowed[0]!r} that follows it",
            f"{{{node.path}}} 可能吞掉其后的“{swallowed[0]}”",
        )
    return node


def compile_variant(
    cls: type, source: str, given: Mapping[str, Any], where: str, vocabulary: Vocabulary, *, nested: bool
) -> VariantNode:
    """Compile one variant of a sentence (or, ``nested``, of a phrase that other sentences contain)."""
    parsed = parse_source(source, where)
    compiler = _Compiler(cls, where, vocabulary, [], set(), {node.path for node in parsed if isinstance(node, Slot)})
    body = compiler.sequence(parsed)
    fixed = tuple(_fixed(compiler, path, value) for path, value in given.items())
    absent = tuple(_unsaid(compiler, cls, ""))
    if size(body) > MOST_OF_VARIANT:
        compiler.complain(
            0,
            "too-large",
            f"more than {MOST_OF_VARIANT} parts with its phrases: say less in one sentence",
            f"计入短语后超过 {MOST_OF_VARIANT} 个部分，请缩短句式",
        )
    if not compiler.problems:
        # what comes after a phrase is another sentence's matter
        body = _checked(body, None, None, compiler, alone=True) if nested else _checked(body, END, (), compiler)
    if compiler.problems:
        raise TemplateError(compiler.problems)
    return VariantNode(body, tuple(entry for entry in fixed if entry is not None), absent)


def _unsaid(compiler: _Compiler, cls: type, prefix: str) -> Iterator[str]:
    """The fields that have to be None for the variant to fit; complains of those that never are."""
    for name, (kind, nullable) in field_types(cls).items():
        path = prefix + name
        if path in compiler.said:
            continue
        if any(said.startswith(f"{path}.") for said in compiler.said):
            yield from _unsaid(compiler, kind, f"{path}.")
        elif nullable:
            yield path
        else:
            compiler.complain(
                0,
                "unsaid-field",
                f"{compiler.cls.__name__}.{path} is neither said nor given a fixed value",
                f"{compiler.cls.__name__}.{path} 既未写出，也未给定固定值",
            )


def _fixed(compiler: _Compiler, path: str, value: Any) -> tuple[str, Any] | None:
    found = compiler.resolve(path, 0)
    if found is None:
        return None
    kind = found[2]
    if isinstance(kind, type) and issubclass(kind, Enum) and not isinstance(value, kind):
        try:
            value = kind(value)
        except ValueError:
            words = ", ".join(str(member.value) for member in kind)
            compiler.complain(
                0,
                "fixed-value",
                f"{path!r} is one of {words}, not {value!r}",
                f"“{path}”应为 {words} 之一，而非“{value}”",
            )
            return None
    return path, value
