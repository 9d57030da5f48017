"""Saying an object by templates: the template language of `govfinance.sentences`, written only, never read back.

What is meant by a slot differs in two points. A slot may name a word of `govfinance.en._words` in place of a field
(``{who}``), and a printed number may be followed by its noun, which agrees with it (``{held:vehicle}``). A part in
brackets is left out unless all of its slots have a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, NamedTuple, TypeAlias

from attrs import field, frozen, mutable

from govfinance.en._numbers import number
from govfinance.en._terms import capitalised, term
from govfinance.en._words import NOUNS, SAID, WORDS, Standing
from govfinance.money import Printed
from govfinance.sentences import Variant
from govfinance.sentences._syntax import Literal, Node, Slot, parse_source

__all__ = ["NumberMark", "Phrases", "Said", "Template", "said", "templates"]


class NumberMark(NamedTuple):
    """Where a printed number stands in a text: its characters, and its dotted path in the claim."""

    start: int
    end: int
    path: str


@frozen
class Said:
    """What is said of a claim, and where its printed numbers stand in it."""

    text: str
    numbers: tuple[NumberMark, ...]


@frozen
class Template:
    """One way to say an object; it fits where the fields of ``given`` have these values and no plain slot is empty."""

    nodes: tuple[Node, ...]
    given: Mapping[str, Any]
    needed: tuple[str, ...]

    def fits(self, owner: Any) -> bool:
        """Whether the object can be said so."""
        return all(_value(owner, path) == value for path, value in self.given.items()) and _all_there(
            owner, self.needed
        )


Phrases: TypeAlias = Mapping[str, tuple[Template, ...]]


def templates(*ways: str | Variant) -> tuple[Template, ...]:
    """The ways to say one kind of object, of which the first that fits is taken."""
    variants = [Variant(way) if isinstance(way, str) else way for way in ways]
    nodes = [parse_source(variant.source, "en") for variant in variants]
    return tuple(
        Template(parsed, variant.given, _paths(parsed)) for parsed, variant in zip(nodes, variants, strict=True)
    )


def said(ways: tuple[Template, ...], claim: Any, phrases: Phrases, standing: Standing) -> Said:
    """Say a claim. StopIteration would be a claim that no template fits: the last one of each fits always."""
    page = _Page(phrases, standing)
    page.say(ways, claim, "")
    return Said("".join(page.pieces), tuple(page.numbers))


_NOTHING: Final = (None, ())


def _value(owner: Any, path: str) -> Any:
    for name in path.split("."):
        owner = WORDS[name](owner) if name in WORDS else getattr(owner, name)
    return owner


def _paths(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    return tuple(node.path for node in nodes if isinstance(node, Slot))


def _all_there(owner: Any, paths: tuple[str, ...]) -> bool:
    return all(_value(owner, path) not in _NOTHING for path in paths)


@mutable
class _Page:
    """A text as it is written."""

    phrases: Phrases
    standing: Standing
    pieces: list[str] = field(factory=list)
    numbers: list[NumberMark] = field(factory=list)
    length: int = 0

    def write(self, text: str, *, own: bool = True) -> None:
        """Go on with a text; one of the library (``own``) that opens the sentence gets its capital letter."""
        if own and not self.length:
            text = capitalised(text)
        self.pieces.append(text)
        self.length += len(text)

    def say(self, ways: tuple[Template, ...], owner: Any, prefix: str) -> None:
        """Say an object, whose fields have paths that begin with ``prefix``."""
        self._nodes(next(way for way in ways if way.fits(owner)).nodes, owner, prefix)

    def _nodes(self, nodes: tuple[Node, ...], owner: Any, prefix: str) -> None:
        for node in nodes:
            if isinstance(node, Literal):
                self.write(node.text)
            elif isinstance(node, Slot):
                self._slot(node, owner, prefix)
            elif _all_there(owner, _paths(node.nodes)):
                self._nodes(node.nodes, owner, prefix)

    def _slot(self, slot: Slot, owner: Any, prefix: str) -> None:
        value, path = _value(owner, slot.path), prefix + slot.path
        if isinstance(value, Printed):
            self._number(value, path, slot.codec)
        elif slot.codec is not None and slot.codec in self.phrases:
            ways = self.phrases[slot.codec]
            if value is owner:
                self.say(ways, owner, prefix)
            elif isinstance(value, tuple):
                for place, item in enumerate(value):
                    self.write((slot.separator or "") if place else "")
                    self.say(ways, item, f"{path}[{place}].")
            else:
                self.say(ways, value, f"{path}.")
        elif slot.codec is not None:
            self.write(SAID[slot.codec](value, self.standing))
        elif isinstance(value, Enum):
            self.write(term(value))
        else:
            self.write(str(value), own=False)

    def _number(self, printed: Printed, path: str, noun: str | None) -> None:
        digits, unit = number(printed)
        self.write(digits)
        self.numbers.append(NumberMark(self.length - len(digits), self.length, path))
        self.write(unit)
        if noun is not None:
            one, many = NOUNS[noun]
            self.write(" " + (one if digits == "1" else many))
