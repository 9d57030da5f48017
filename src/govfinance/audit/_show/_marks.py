"""Texts of a document cut where marks begin and end, so that marks that overlap can be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from govfinance.audit._report import AuditReport, Finding
from govfinance.audit._show._spot import spot, text_at
from govfinance.document import Place

__all__ = ["Cell", "Mark", "Piece", "marks_of", "pieces"]

Level: TypeAlias = Literal["error", "warning", "info", "against", "unclaimed"]
LEVELS: Final[Sequence[Level]] = ("error", "warning", "info", "against", "unclaimed")
"""The worst first."""

_LONGEST: Final = 1000  # longer ones would be cut by all others, and who reads them sees where they begin

Cell: TypeAlias = tuple[int, int | None, int | None]
"""A paragraph or a cell: block, row and column."""


@frozen
class Mark:
    """Characters ``start`` to ``end`` belong to finding ``number`` (0 to a number that nothing was compared with)."""

    start: int
    end: int
    number: int
    level: Level


@frozen
class Piece:
    """Text that belongs to the same marks throughout; ``opens`` and ``closes`` are those that begin and end with it."""

    text: str
    marks: tuple[Mark, ...] = field(default=())
    opens: tuple[Mark, ...] = field(default=())
    closes: tuple[Mark, ...] = field(default=())

    @property
    def level(self) -> Level:
        """The worst of its marks."""
        there = {mark.level for mark in self.marks}
        return next(level for level in LEVELS if level in there)


def marks_of(report: AuditReport, findings: Sequence[Finding]) -> Mapping[Cell, Sequence[Mark]]:
    """All marks by where they stand; the findings have the numbers 1, 2 ... in their order.

    What is known for no more than its block has a mark of no length at its beginning.
    """
    marks: dict[Cell, list[Mark]] = {}

    def add(place: Place, mark: Mark) -> None:
        marks.setdefault((place.block, place.row, place.column), []).append(mark)

    for number, finding in enumerate(findings, 1):
        place = spot(report.document, finding)
        if place is not None:
            end = min(place.end, place.start + _LONGEST)
            add(place, Mark(place.start, end, number, finding.severity.value))
    for number, finding in enumerate(findings, 1):
        for place in finding.against:
            span = _span(report, place)
            if span is not None and place != finding.place:
                add(place, Mark(*span, number, "against"))
    for one in report.coverage.unclaimed:
        span = _span(report, one.place)
        if span is not None:
            add(one.place, Mark(*span, 0, "unclaimed"))
    return marks


def _span(report: AuditReport, place: Place) -> tuple[int, int] | None:
    text = text_at(report.document, place)
    if text is None:
        return None
    end = len(text) if place.row is not None and place.end == 0 else min(place.end, len(text))
    end = min(end, place.start + _LONGEST)
    return (max(place.start, 0), end) if 0 <= place.start < end else None


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The text in pieces, in order; those without a mark too.

    >>> [(piece.text, len(piece.marks)) for piece in pieces("甲乙丙丁", [Mark(0, 2, 1, "error"), Mark(1, 3, 2, "info")])]
    [('甲', 1), ('乙', 2), ('丙', 1), ('丁', 0)]
    """
    begins: dict[int, list[Mark]] = {}
    for mark in marks:
        begins.setdefault(min(mark.start, len(text)), []).append(mark)
    cuts = sorted({0, len(text), *begins, *(min(mark.end, len(text)) for there in begins.values() for mark in there)})
    active: list[Mark] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        opened = begins.get(start, [])
        empty = tuple(mark for mark in opened if mark.end <= start)
        if empty:
            yield Piece("", empty, empty, empty)
        opened = [mark for mark in opened if mark.end > start]
        active += opened
        if end > start:
            closed = tuple(mark for mark in active if mark.end <= end or end == len(text))
            yield Piece(text[start:end], tuple(active), tuple(opened), closed)
            active = [mark for mark in active if mark not in closed]
