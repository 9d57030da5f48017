"""Setting claims in the outline of a jurisdiction: paragraphs, headings, ordinal marks, charts."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Final

from attrs import fields_dict

from govfinance.claims import Claim
from govfinance.derive import Derivation, Derived
from govfinance.document import Block, Chart, NumberSpan, Paragraph
from govfinance.errors import Problem
from govfinance.jurisdictions import ChartSpec, Entry, Group, Item, Jurisdiction
from govfinance.money import Printed
from govfinance.numeric import divide
from govfinance.sentences import Mismatch, Sentence, UnsayableError
from govfinance.zh import mark

__all__ = ["Setter"]

_HUNDRED: Final = Decimal(100)


class _OpenParagraph:
    """A paragraph to which joined statements may still be added."""

    __slots__ = ("derived", "said", "texts")

    def __init__(self, derived: Derived, ordinal: str) -> None:
        self.derived = derived
        self.texts = [ordinal]
        self.said: list[tuple[Sentence[Claim], Derived, int]] = []

    def add(self, sentence: Sentence[Claim], derived: Derived, text: str, end: str) -> None:
        """One more sentence."""
        self.said.append((sentence, derived, len(self.texts)))
        self.texts.append(text)
        if end:
            self.texts.append(end)

    def close(self) -> Paragraph:
        """The paragraph as it is now."""
        return Paragraph(
            text="".join(self.texts),
            topic=self.derived.topic,
            key=self.derived.key,
            numbers=partial(_numbers, self.texts, self.said),
        )


def _numbers(texts: list[str], said: list[tuple[Sentence[Claim], Derived, int]]) -> tuple[NumberSpan, ...]:
    """Where the printed numbers of the claims stand: read back from the text of each."""
    spans: list[NumberSpan] = []
    for sentence, derived, index in said:
        shift = sum(map(len, texts[:index]))
        reading = sentence.read(texts[index])
        if isinstance(reading, Mismatch):  # pragma: no cover - the first law of sentences
            raise AssertionError(reading.message())
        spans += (
            NumberSpan(
                start=one.start + shift,
                end=one.end + shift,
                slot=one.path,
                derivation=partial(derived.explain, one.path) if one.path in derived.sources else None,
            )
            for one in reading.marks
            if isinstance(one.value, Printed)
        )
    return tuple(spans)


class Setter:
    """Sets the claims of one section after the other, and keeps what could not be said."""

    def __init__(self, jurisdiction: Jurisdiction, derivation: Derivation) -> None:
        self.jurisdiction = jurisdiction
        self.problems: list[Problem] = []
        self._blocks: list[Block | _OpenParagraph] = []
        self._by_topic: dict[str, list[Derived]] = {}
        self._by_parent: dict[tuple[str, str], list[Derived]] = {}
        for derived in derivation:
            self._by_topic.setdefault(derived.topic, []).append(derived)
            self._by_parent.setdefault((derived.topic, derived.parent), []).append(derived)

    def section(self, items: tuple[Item, ...]) -> tuple[Block, ...]:
        """The blocks of one section."""
        self._blocks = []
        self._items(items, None)
        return tuple([block.close() if isinstance(block, _OpenParagraph) else block for block in self._blocks])

    def _items(self, items: tuple[Item, ...], parent: str | None) -> None:
        """Set siblings: those with the same style of mark are numbered together."""
        counters: dict[str, int] = {}
        for item in items:
            if isinstance(item, Entry):
                self._entry(item, parent, counters)
            elif isinstance(item, ChartSpec):
                self._blocks.append(self._chart(item))
            elif self._has_statements(item):
                self._blocks.append(Paragraph(text=_next(counters, item.mark) + item.text, style="heading"))
                self._items(item.entries, None)

    def _has_statements(self, group: Group) -> bool:
        """Whether anything stands under a heading."""
        return any(
            self._has_statements(item) if isinstance(item, Group) else item.topic in self._by_topic
            for item in group.entries
        )

    def _entry(self, entry: Entry, parent: str | None, counters: dict[str, int]) -> None:
        """Set all statements of a topic that stand under ``parent``."""
        topic = entry.topic
        found = self._by_topic.get(topic) if parent is None else self._by_parent.get((topic, parent))
        statements = found or ()
        for number, derived in enumerate(statements, 1):
            ordinal = _next(counters, entry.mark) if entry.mark else ""
            if entry.heading:
                heading = ordinal + entry.heading.format_map(_fields(derived.claim))
                self._blocks.append(Paragraph(text=heading, style="heading", topic=topic, key=derived.key))
                ordinal = ""
            self._say(derived, ordinal, entry.last if number == len(statements) else entry.between, entry.joined)
            if entry.children:
                self._items(entry.children, derived.key)

    def _say(self, derived: Derived, ordinal: str, end: str, joined: bool) -> None:
        """Say one claim, in a paragraph of its own or at the end of the last one."""
        sentence = self.jurisdiction.sentence(derived.claim.__class__)
        try:
            text = sentence.render(derived.claim)
        except UnsayableError as error:
            where = f"{derived.topic}.{derived.key}" if derived.key else derived.topic
            self.problems.extend(problem.at(where) for problem in error.problems)
            return
        last = self._blocks[-1] if joined and self._blocks else None
        if not isinstance(last, _OpenParagraph):
            last = _OpenParagraph(derived, ordinal)
            self._blocks.append(last)
        last.add(sentence, derived, text, end)

    def _chart(self, spec: ChartSpec) -> Chart:
        """The shares as they are printed, as fractions."""
        fraction = self.jurisdiction.conventions.formats["fraction"]
        points: list[tuple[str, str]] = []
        for derived in self._by_topic.get(spec.topic, ()):
            share = getattr(derived.claim, spec.share)
            value = Decimal(0) if share is None else divide(share.value, _HUNDRED)
            points.append((_text(getattr(derived.claim, spec.label)), fraction.print(value).text))
        return Chart(caption=spec.caption, title=spec.title, points=tuple(points))


def _next(counters: dict[str, int], style: str) -> str:
    if not style:
        return ""
    counters[style] = counters.get(style, 0) + 1
    return mark(style, counters[style])


def _text(value: object) -> str:
    return str(getattr(value, "official", value.value if isinstance(value, Enum) else value))


def _fields(claim: Claim) -> dict[str, str]:
    return {name: _text(getattr(claim, name)) for name in fields_dict(type(claim))}
