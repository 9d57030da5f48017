"""Strategies for claims, drawn from the very sentences of a jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeVar

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govfinance.claims import Claim
from govfinance.jurisdictions import Jurisdiction
from govfinance.sentences import IntegerCodec, UnsayableError, WordsCodec, field_types
from govfinance.sentences._nodes import ChoiceNode, GroupNode, LiteralNode, Seq, SlotNode, VariantNode
from govfinance.testing._texts import department_names, project_names, texts
from govfinance.testing._values import counts, printed
from govfinance.zh import NameCodec, PrintedCodec

__all__ = ["claims"]

C = TypeVar("C", bound=Claim)

_NAMES: Final = {"name": department_names(), "project": project_names()}


def claims(cls: type[C], jurisdiction: Jurisdiction, *, text: SearchStrategy[str] | None = None) -> SearchStrategy[C]:
    """Claims of a class, each as one of the ways in which the jurisdiction can say it asks for.

    Printed numbers are in the format of their field, optional parts are there or not, and every variant of the
    sentence comes up. ``text`` gives all names and free texts; without it some use the very words of the sentence.
    KeyError where the jurisdiction has no sentence for the class.

    >>> from govfinance.claims import SideTotal
    >>> from govfinance.jurisdictions import jurisdiction
    >>> from hypothesis import find
    >>> find(claims(SideTotal, jurisdiction("inner-mongolia", 2023)), lambda claim: claim.total.value > 1)
    SideTotal(side=<Side.INCOME: 'income'>, total=Printed(text='1.01', unit='万元'))
    """
    sentence = jurisdiction.sentence(cls)
    words = tuple(dict.fromkeys(word for variant in sentence.variants for word in _words(variant.body)))
    spoken = st.one_of([_spoken(_Way(cls, variant, words, text)) for variant in sentence.variants])

    def sayable(claim: C) -> bool:
        try:
            sentence.render(claim)
        except UnsayableError:  # a free text that contains words of the sentence
            return False
        return True

    return spoken.filter(sayable)


@frozen(repr=False)
class _Way:
    """One variant, its class, the words of the whole sentence, what free texts are; without the long repr of all
    this, which Hypothesis would print."""

    cls: type
    variant: VariantNode
    words: tuple[str, ...]
    text: SearchStrategy[str] | None


def _words(body: Seq) -> Iterator[str]:
    for node in body.nodes:
        if isinstance(node, LiteralNode):
            yield from (node.text, *node.understood)
        elif isinstance(node, GroupNode):
            yield from _words(node.body)
        elif isinstance(node, ChoiceNode):
            for variant in node.variants:
                yield from _words(variant.body)


@st.composite
def _spoken(draw: DrawFn, way: _Way) -> Any:
    """An object for which one variant was made."""
    values: dict[str, Any] = {}
    for path, value in way.variant.given:
        _put(values, path, value)
    for slot in _slots(draw, way.variant.body):
        if isinstance(slot, ChoiceNode):
            one = st.one_of([_spoken(evolve(way, cls=slot.cls, variant=option)) for option in slot.variants])
            many = st.lists(one, min_size=1, max_size=4).map(tuple)
            _put(values, slot.path, draw(one if slot.separator is None else many))
        else:
            _put(values, slot.path, draw(_values_of(slot, way)))
    return _built(way.cls, values)


def _slots(draw: DrawFn, body: Seq) -> Iterator[SlotNode | ChoiceNode]:
    for node in body.nodes:
        if isinstance(node, SlotNode | ChoiceNode):
            yield node
        elif isinstance(node, GroupNode) and draw(st.booleans()):
            yield from _slots(draw, node.body)


def _values_of(slot: SlotNode, way: _Way) -> SearchStrategy[Any]:
    codec = slot.codec
    if isinstance(codec, PrintedCodec):
        return printed(codec.format, signed=codec.format.scale is not None)
    if isinstance(codec, WordsCodec):
        return st.sampled_from(list(codec.words))
    if isinstance(codec, IntegerCodec):
        years = codec.fewest == codec.most == 4
        return st.integers(2000, 2099) if years else counts().filter(lambda number: codec.encode(number) is not None)
    if isinstance(codec, NameCodec):
        return (texts() if way.text is None else way.text).filter(lambda value: codec.encode(value) is not None)
    if way.text is not None:
        return way.text
    return _NAMES[slot.path] if slot.path in _NAMES else texts() | _treacherous(way.words)


def _treacherous(words: tuple[str, ...]) -> SearchStrategy[str]:
    """Texts that use the words of the sentence in which they are to stand."""
    parts = st.lists(st.sampled_from(words) | texts() | counts().map(str), min_size=2, max_size=4)
    return parts.map("".join).map(str.strip).filter(bool)


def _put(values: dict[str, Any], path: str, value: Any) -> None:
    """Keep a value, unless the sentence says the field a second time (or has said the whole that it is a part of)."""
    *outer, last = path.split(".")
    place: Any = values
    for name in outer:
        place = place.setdefault(name, {})
        if not isinstance(place, dict):
            return
    place.setdefault(last, value)


def _built(cls: type, values: dict[str, Any]) -> Any:
    built = {
        name: _built(kind, values[name]) if isinstance(values.get(name), dict) else values.get(name)
        for name, (kind, _) in field_types(cls).items()
    }
    return cls(**built)
