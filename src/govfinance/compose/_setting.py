"""Setting claims in the outline of a jurisdiction: paragraphs, headings, ordinal marks, charts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Final

from govfinance._quick import builder
from govfinance.compose._voice import Says, Voice
from govfinance.derive import Derivation, Derived
from govfinance.document import Block, Chart, NumberSpan, Paragraph
from govfinance.errors import Problem
from govfinance.jurisdictions import ChartSpec, Entry, Group, Item, Jurisdiction
from govfinance.numeric import ZERO, scaleb
from govfinance.sentences import UnsayableError

__all__ = ["Setter"]

_new_paragraph = builder(Paragraph)
_PERCENT: Final = Decimal(-2)  # as a power of ten


class _Spoken:
    """A sentence as it stands in a paragraph, with its ordinal mark and what ends it, and those that are joined to it.

    Called, it finds their numbers.
    """

    __slots__ = ("derived", "end", "joined", "ordinal", "text", "voice")

    def __init__(self, voice: Voice, derived: Derived, ordinal: str, text: str, end: str) -> None:
        self.voice = voice
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
            gap = self.voice.gap
            text += gap + gap.join([text + end for _, text, end in self.joined])
        return _new_paragraph(text=text, topic=derived.topic, key=derived.key, numbers=self)

    def __call__(self) -> tuple[NumberSpan, ...]:
        """Where the printed numbers of the claims stand: asked of the voice for the text of each."""
        spans: list[NumberSpan] = []
        shift, gap = len(self.ordinal), len(self.voice.gap)
        for derived, text, end in ((self.derived, self.text, self.end), *(self.joined or ())):
            spans += self._spans(derived, text, shift)
            shift += len(text) + len(end) + gap
        return tuple(spans)

    def _spans(self, derived: Derived, text: str, shift: int) -> Iterator[NumberSpan]:
        """The numbers of one sentence, which begins at ``shift``."""
        sources = derived.sources
        for start, end, path in self.voice.numbers(derived.claim, text):
            derivation = partial(derived.explain, path) if path in sources else None
            yield NumberSpan(start=start + shift, end=end + shift, slot=path, derivation=derivation)


class Setter:
    """Sets the claims of one section after the other, and keeps what could not be said."""

    def __init__(self, jurisdiction: Jurisdiction, derivation: Derivation, voice: Voice) -> None:
        self.jurisdiction = jurisdiction
        self.problems: list[Problem] = []
        self._voice = voice
        self._mark = voice.mark
        self._blocks: list[Block] = []
        self._open: _Spoken | None = None
        self._by_topic = by_topic = defaultdict[str, list[Derived]](list)
        self._by_parent: dict[str, defaultdict[str, list[Derived]]] = {}
        for derived in derivation.claims:
            by_topic[derived.topic].append(derived)

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
                statements = self._statements(item.topic, parent)
                if statements:
                    self._close()
                    self._blocks.append(self._chart(item, statements))
            elif self._has_statements(item, parent):
                self._close()
                text = self._voice.group(item)
                if item.mark:
                    counters[item.mark] = number = counters.get(item.mark, 0) + 1
                    text = self._mark(item.mark, number) + text
                self._blocks.append(_new_paragraph(text=text, style="heading"))
                self._items(item.entries, parent)

    def _has_statements(self, group: Group, parent: str | None) -> bool:
        """Whether anything stands under a heading."""
        return any(
            self._has_statements(item, parent)
            if isinstance(item, Group)
            else bool(self._statements(item.topic, parent))
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
        sentence: Says | None = None
        voice, blocks, mark = self._voice, self._blocks, self._mark
        ordinal, end, last = "", entry.between and voice.end(entry.between), statements[-1]
        style, joined = entry.mark, entry.joined
        for derived in statements:
            if style:
                counters[style] = number = counters.get(style, 0) + 1
                ordinal = mark(style, number)
            if entry.heading:
                self._close()
                heading = ordinal + voice.heading(entry.heading, derived.claim)
                self._blocks.append(_new_paragraph(text=heading, style="heading", topic=derived.topic, key=derived.key))
                ordinal = ""
            claim = derived.claim
            if sentence is None or sentence.cls is not claim.__class__:
                sentence = voice.sentence(claim.__class__)
            try:
                text = sentence.render(claim)
            except UnsayableError as error:
                where = f"{derived.topic}.{derived.key}" if derived.key else derived.topic
                self.problems.extend(problem.at(where) for problem in error.problems)
            else:
                if derived is last:
                    end = entry.last and voice.end(entry.last)
                opened = self._open
                if joined and opened is not None:
                    opened.join(derived, text, end)
                else:
                    if opened is not None:
                        blocks.append(opened.paragraph())
                    self._open = _Spoken(voice, derived, ordinal, text, end)
            if entry.children:
                self._items(entry.children, derived.key)

    def _chart(self, spec: ChartSpec, statements: Sequence[Derived]) -> Chart:
        """The shares as they are printed, as fractions."""
        fraction = self.jurisdiction.conventions.formats["fraction"]
        points: list[tuple[str, str]] = []
        for derived in statements:
            share = getattr(derived.claim, spec.share)
            value = ZERO if share is None else scaleb(share.value, _PERCENT)
            points.append((self._voice.label(getattr(derived.claim, spec.label)), fraction.print(value).text))
        caption, title = self._voice.chart(spec)
        return Chart(caption=caption, title=title, points=tuple(points))
