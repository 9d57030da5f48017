"""Reading a text back: one regular expression for each variant, and the claim built from what it captured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Generic, TypeVar

from attrs import frozen

from govfinance.sentences._codec import spaced
from govfinance.sentences._compile import field_types
from govfinance.sentences._follow import END, GAP, Follow
from govfinance.sentences._nodes import ChoiceNode, Node, Patterns, SlotNode, VariantNode, compiled

__all__ = ["Mark", "Reader", "Reading"]

T = TypeVar("T")


@frozen
class Mark:
    """Where a field stands in a text: its characters, its dotted path in the claim, its value."""

    start: int
    end: int
    path: str
    value: Any


@frozen
class Reading(Generic[T]):
    """The claim that a text makes, and where each of its fields stands in the text."""

    claim: T
    marks: tuple[Mark, ...]
    end: int


@frozen(eq=False)
class Reader(Generic[T]):
    """Reads one variant."""

    cls: type[T]
    pattern: re.Pattern[str]
    captures: tuple[tuple[str, str, Node], ...]

    @classmethod
    def of(cls, claim: type[T], variant: VariantNode, end: Follow) -> Reader[T]:
        """Compile the pattern of a variant that ends where ``end`` begins."""
        patterns = Patterns()
        source = variant.pattern(end, patterns)
        ahead = end.long if end is END else end.short
        return cls(claim, compiled(f"{GAP}{source}(?={GAP}{ahead})"), tuple(patterns.captures))

    def read(self, text: str, original: str, start: int = 0) -> Reading[T] | None:
        """The claim that begins at ``start``; ``text`` has canonical characters, free texts are taken from the original."""
        match = self.pattern.match(text, start)
        if match is None:
            return None
        values: dict[str, Any] = {}
        marks: list[Mark] = []
        for name, prefix, node in self.captures:
            begin, end = match.span(name)
            if begin < 0:
                continue
            if isinstance(node, SlotNode):
                shown = (original if node.codec.pattern is None else text)[begin:end]
                end = begin + len(shown.rstrip())
                try:
                    value = node.codec.decode(shown.strip())
                except ValueError:
                    return None
                path = prefix + node.path
                marks.append(Mark(begin, end, path, value))
                if not _put(values, path, value):
                    return None
            elif isinstance(node, VariantNode):
                for path, value in node.given:
                    _put(values, prefix + path, value)
            elif isinstance(node, ChoiceNode):
                path = prefix + node.path
                if node.separator is None:
                    _put(values, path, {})
                else:
                    _put(values, path, _read_list(node, text[:end], original, begin, path, marks))
        return Reading(_build(self.cls, values), tuple(sorted(marks, key=lambda mark: mark.start)), match.end())


def _put(values: dict[str, Any], path: str, value: Any) -> bool:
    """Keep a value; False where the sentence says the same field twice and not the same of it."""
    *outer, last = path.split(".")
    for name in outer:
        values = values.setdefault(name, {})
    return bool(values.setdefault(last, value) == value)


def _build(cls: type, values: Mapping[str, Any]) -> Any:
    arguments: dict[str, Any] = {}
    for name, (kind, _) in field_types(cls).items():
        value = values.get(name)
        arguments[name] = _build(kind, value) if isinstance(value, dict) else value
    return cls(**arguments)


@lru_cache(maxsize=256)
def _list_readers(node: ChoiceNode) -> tuple[tuple[Reader[Any], ...], re.Pattern[str]]:
    """The readers of one object of a list, and what stands between two of them."""
    follow = node.item_follow(END)
    assert follow is not None
    assert node.separator is not None
    readers: tuple[Reader[Any], ...] = tuple(Reader.of(node.cls, variant, follow) for variant in node.variants)
    return readers, compiled(GAP + spaced(node.separator) + GAP)


def _read_list(
    node: ChoiceNode, text: str, original: str, position: int, path: str, marks: list[Mark]
) -> tuple[Any, ...]:
    """Read the objects of a list one after the other; the pattern of the sentence has found that they are there."""
    readers, between = _list_readers(node)
    items: list[Any] = []
    while position < len(text):
        found = next((one for reader in readers if (one := reader.read(text, original, position)) is not None), None)
        if found is None:
            break
        marks.extend(Mark(m.start, m.end, f"{path}[{len(items)}].{m.path}", m.value) for m in found.marks)
        items.append(found.claim)
        gap = between.match(text, found.end)
        position = len(text) if gap is None else gap.end()
    return tuple(items)
