"""Setting claims in the outline of a jurisdiction: paragraphs, headings, ordinal marks, charts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any, Final

from govfinance._quick import builder
from govfinance.claims import Claim
from govfinance.derive import Derivation, Derived
from govfinance.document import Block, Chart, NumberSpan, Paragraph
from govfinance.errors import Problem
from govfinance.jurisdictions import ChartSpec, Entry, Group, Item, Jurisdiction
from govfinance.money import Printed
from govfinance.numeric import ZERO, scaleb
from govfinance.sentences import Mismatch, Sentence, UnsayableError
from govfinance.zh import mark

__all__ = ["Setter"]

_new_paragraph = builder(Paragraph)
_PERCENT: Final = Decimal(-2)  # as a power of ten


class _Spoken:
    """A sentence as it stands in a paragraph, with its ordinal mark and what ends it, and those that are joined to it.

    Called, it finds their numbers.
    """

    __slots__ = ("derived", "end", "joined", "jurisdiction", "ordinal", "text")

    def __init__(self, jurisdiction: Jurisdiction, derived: Derived, ordinal: str, text: str, end: str) -> None:
        self.jurisdiction = jurisdiction
        self.derived = derived
        self.ordinal = ordinal
        self.text = text
        self.end = end
        self.joined: list[tuple[Derived, str, str]] | None = None

    def join(self, derived: Derived, text: str, end: str) -> None:
        """Let another sentence follow."""
        if self.joined is None:
            self.joined = []
        self.joined.append((derived, text, end))

    def paragraph(self) -> Paragraph:
        """The paragraph as it is now."""
        text, derived = self.ordinal + self.text + self.end, self.derived
        if self.joined is not None:
            text += "".join([text + end for _, text, end in self.joined])
        return _new_paragraph(text=text, topic=derived.topic, key=derived.key, numbers=self)

    def __call__(self) -> tuple[NumberSpan, ...]:
        """Where the printed numbers of the claims stand: read back from the text of each."""
        spans: list[NumberSpan] = []
        shift = len(self.ordinal)
        for derived, text, end in ((self.derived, self.text, self.end), *(self.joined or ())):
            spans += self._spans(derived, text, shift)
            shift += len(text) + len(end)
        return tuple(spans)

    def _spans(self, derived: Derived, text: str, shift: int) -> Iterator[NumberSpan]:
        """The numbers of one sentence, which begins at ``shift``."""
        reading = self.jurisdiction.sentence(derived.claim.__class__).read(text)
        if isinstance(reading, Mismatch):  # pragma: no cover - the first law of sentences
            raise AssertionError(reading.message())
        sources = derived.sources
        for one in reading.marks:
            if isinstance(one.value, Printed):
                derivation = partial(derived.explain, one.path) if one.path in sources else None
                yield NumberSpan(start=one.start + shift, end=one.end + shift, slot=one.path, derivation=derivation)


class Setter:
    """Sets the claims of one section after the other, and keeps what could not be said."""

    def __init__(self, jurisdiction: Jurisdiction, derivation: Derivation, level: str) -> None:
        self.jurisdiction = jurisdiction
        self.problems: list[Problem] = []
        self._level = level
        self._blocks: list[Block] = []
        self._open: _Spoken | None = None
        self._by_topic: defaultdict[str, list[Derived]] = defaultdict(list)
        self._by_parent: dict[str, defaultdict[str, list[Derived]]] = {}
        for derived in derivation.claims:
            self._by_topic[derived.topic].append(derived)

    def section(self, items: tuple[Item, ...]) -> tuple[Block, ...]:
        """The blocks of one section."""
        self._blocks = []
        self._items(items, None)
        self._close()
        return tuple(self._blocks)

    def _close(self) -> None:
        """End the paragraph that is open."""
        if self._open is not None:
            self._blocks.append(self._open.paragraph())
            self._open = None

    def _items(self, items: tuple[Item, ...], parent: str | None) -> None:
        """Set siblings: those with the same style of mark are numbered together."""
        counters: dict[str, int] = {}
        for item in items:
            if isinstance(item, Entry):
                statements = self._statements(item.topic, parent)
                if statements:
                    self._entry(item, statements, counters)
            elif isinstance(item, ChartSpec):
                self._close()
                self._blocks.append(self._chart(item))
            elif self._has_statements(item):
                self._close()
                text = item.text.format(level=self._level)
                self._blocks.append(_new_paragraph(text=_next(counters, item.mark) + text, style="heading"))
                self._items(item.entries, None)

    def _has_statements(self, group: Group) -> bool:
        """Whether anything stands under a heading."""
        return any(
            self._has_statements(item) if isinstance(item, Group) else item.topic in self._by_topic
            for item in group.entries
        )

    def _statements(self, topic: str, parent: str | None) -> Sequence[Derived]:
        """The statements of a topic: all, or those that stand under ``parent``."""
        statements = self._by_topic.get(topic, ())
        if parent is None or not statements:
            return statements
        by_parent = self._by_parent.get(topic)
        if by_parent is None:
            by_parent = self._by_parent[topic] = defaultdict(list)
            for derived in statements:
                by_parent[derived.parent].append(derived)
        return by_parent.get(parent, ())

    def _entry(self, entry: Entry, statements: Sequence[Derived], counters: dict[str, int]) -> None:
        """Set statements of one topic, each in a paragraph of its own or (joined) at the end of the last one."""
        sentence: Sentence[Any] | None = None
        ordinal, end, left = "", entry.between, len(statements)
        for derived in statements:
            left -= 1
            if entry.mark:
                ordinal = _next(counters, entry.mark)
            if entry.heading:
                self._close()
                heading = ordinal + entry.heading.format_map(_Fields(derived.claim))
                self._blocks.append(_new_paragraph(text=heading, style="heading", topic=derived.topic, key=derived.key))
                ordinal = ""
            claim = derived.claim
            if sentence is None or sentence.cls is not claim.__class__:
                sentence = self.jurisdiction.sentence(claim.__class__)
            try:
                text = sentence.render(claim)
            except UnsayableError as error:
                where = f"{derived.topic}.{derived.key}" if derived.key else derived.topic
                self.problems.extend(problem.at(where) for problem in error.problems)
            else:
                if not left:
                    end = entry.last
                if entry.joined and self._open is not None:
                    self._open.join(derived, text, end)
                else:
                    self._close()
                    self._open = _Spoken(self.jurisdiction, derived, ordinal, text, end)
            if entry.children:
                self._items(entry.children, derived.key)

    def _chart(self, spec: ChartSpec) -> Chart:
        """The shares as they are printed, as fractions."""
        fraction = self.jurisdiction.conventions.formats["fraction"]
        points: list[tuple[str, str]] = []
        for derived in self._by_topic.get(spec.topic, ()):
            share = getattr(derived.claim, spec.share)
            value = ZERO if share is None else scaleb(share.value, _PERCENT)
            points.append((_text(getattr(derived.claim, spec.label)), fraction.print(value).text))
        return Chart(caption=spec.caption, title=spec.title, points=tuple(points))


def _next(counters: dict[str, int], style: str) -> str:
    if not style:
        return ""
    counters[style] = counters.get(style, 0) + 1
    return mark(style, counters[style])


def _text(value: object) -> str:
    official = getattr(value, "official", None)
    if official is None:
        return str(value.value if isinstance(value, Enum) else value)
    return str(official)


class _Fields(dict[str, str]):
    """The fields of a claim as texts, by name, each made when a heading says it."""

    def __init__(self, claim: Claim) -> None:
        super().__init__()
        self.claim = claim

    def __missing__(self, name: str) -> str:
        return _text(getattr(self.claim, name))
