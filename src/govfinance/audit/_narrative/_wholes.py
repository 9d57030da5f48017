"""What the parts that are listed are parts of: 其中： and 包括： within a sentence, and over the paragraphs below it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from attrs import define, field

from govfinance.audit._narrative._parents import PARENTS
from govfinance.audit._said import Measure, Quantity, Total
from govfinance.document import Place

__all__ = ["Wholes"]

_SIDES: Final = frozenset({"totals/total/actual", "totals/outlay/actual", "fiscal/total/actual", "fiscal/outlay/total"})

_BALANCES: Final = frozenset({"opening", "closing", "surplus_used", "surplus_distribution"})
"""What is brought forward and carried over is no part of what is received and spent in the year."""


@define
class _Whole:
    subject: str
    level: float
    place: Place
    section: int
    parts: dict[str, set[Measure]] = field(factory=dict)


@define
class Wholes:
    """The wholes that are open: ``above`` those of earlier paragraphs, ``inline`` those of the sentence."""

    above: list[_Whole] = field(factory=list)
    inline: list[_Whole] = field(factory=list)
    said: set[Quantity] = field(factory=set)
    done: list[Total] = field(factory=list)

    def open_inline(self, subject: str, depth: int, place: Place, section: int) -> None:
        """其中： in a sentence, at a depth of brackets."""
        self.inline.append(_Whole(subject, depth, place, section))

    def open_below(self, subject: str, level: float, place: Place, section: int) -> None:
        """其中： at the end of a paragraph: its parts are the paragraphs that follow."""
        self.close_above(level)
        self.above.append(_Whole(subject, level, place, section))

    def add(self, subject: str, measure: Measure, *, first: bool) -> None:
        """A value is said; it is a part of the innermost whole. ``first``: the first value of a paragraph."""
        self.said.add((subject, measure))
        if self.inline:
            whole = self.inline[-1]
        elif first and self.above:
            whole = self.above[-1]
        else:
            return
        if subject == whole.subject or _counted(subject) != _counted(whole.subject):
            return
        if whole.subject not in _SIDES and not _BALANCES.isdisjoint(subject.split("/")):
            return
        if subject in whole.parts or not _within(subject, whole.parts):
            whole.parts.setdefault(subject, set()).add(measure)

    def innermost(self) -> str:
        """What the parts being listed are parts of; empty for nothing."""
        if self.inline:
            return self.inline[-1].subject
        return self.above[-1].subject if self.above else ""

    def again(self) -> None:
        """The same whole is listed by another classification."""
        if self.inline:
            whole = self.inline.pop()
            self._end(whole)
            self.open_inline(whole.subject, int(whole.level), whole.place, whole.section)

    def depth(self) -> float:
        """The brackets within which the parts stand; what stands deeper is an aside (含…)."""
        return self.inline[-1].level if self.inline else 0

    def inner_inline(self) -> str:
        """The innermost whole of the sentence."""
        return self.inline[-1].subject if self.inline else ""

    def outermost(self) -> str:
        """The first whole of the sentence."""
        return self.inline[0].subject if self.inline else ""

    def close_inline(self, depth: int, keep: int = 0) -> None:
        """A sentence, a bracket or a list within a list ends."""
        while len(self.inline) > keep and self.inline[-1].level >= depth:
            self._end(self.inline.pop())

    def close_above(self, level: float) -> None:
        """A paragraph of this level begins: what was listed below others of the level ends."""
        while self.above and self.above[-1].level >= level:
            self._end(self.above.pop())

    def _end(self, whole: _Whole) -> None:
        self.done.extend(_totals(whole, self.said))


def _within(subject: str, parts: Container[str]) -> bool:
    """Whether a quantity is itself a part of one of the parts."""
    above = PARENTS.get(subject, "")
    if above in parts or subject == "three_public/reception.guests":
        return True
    table, _, rest = subject.partition("/")
    row, _, column = rest.partition("/")
    return row.isdigit() and any(f"{table}/{row[:length]}/{column}" in parts for length in (3, 5) if length < len(row))


def _counted(subject: str) -> bool:
    return subject.startswith(("assets/", "performance/projects."))


def _totals(whole: _Whole, said: set[Quantity]) -> Iterator[Total]:
    parts = {subject: its for subject, its in whole.parts.items() if subject != whole.subject}
    if not parts or (whole.subject in _SIDES and _SIDES & parts.keys()):
        return
    measures: tuple[Measure, ...] = ("actual", "initial", "adjusted", "prior")
    for measure in measures:
        if (whole.subject, measure) in said and all(measure in its for its in parts.values()):
            yield Total(
                subject=whole.subject,
                parts=tuple(parts),
                measure=measure,
                place=whole.place,
                section=whole.section,
            )
