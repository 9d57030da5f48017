"""Where in a document the wrong part of a finding stands, and where in its quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from govfinance.audit._report import AuditReport, Finding, Severity
from govfinance.document import Place, PublishedDocument, PublishedText

__all__ = ["Quote", "excerpt", "ordered", "quoted", "spot", "text_at"]

_LONGEST: Final = 300  # what is longer is no figure and no word, and is marked as a whole
_WINDOW: Final = 200  # paragraphs can be as long as documents, and nobody reads more around a figure
_SHORT: Final = 40
_SEARCHED: Final = 20_000
_WORD: Final = re.compile("[\u4e00-\u9fff]")
_LEVELS: Final = tuple(Severity)


@frozen
class Quote:
    """A quote in three parts: what stands before the wrong part, the wrong part, and what follows."""

    before: str
    wrong: str
    after: str

    def shortened(self, before: int, wrong: int, after: int) -> Quote:
        """At most so many characters of each part; ``…`` stands for the others.

        >>> Quote("一二三四", "五", "六七").shortened(3, 9, 1)
        Quote(before='…二三四', wrong='五', after='六…')
        """
        return Quote(
            self.before if len(self.before) <= before else "…" + self.before[-before:],
            self.wrong if len(self.wrong) <= wrong else self.wrong[:wrong] + "…",
            self.after if len(self.after) <= after else self.after[:after] + "…",
        )


def ordered(report: AuditReport) -> Sequence[Finding]:
    """The findings as people read them: errors first, and each severity in the order of the document."""

    def key(finding: Finding) -> tuple[int, ...]:
        place = finding.place
        cell = (-1 if place.row is None else place.row, -1 if place.column is None else place.column)
        return (_LEVELS.index(finding.severity), place.block, *cell, place.start, place.end)

    return sorted(report.findings, key=key)


def text_at(document: PublishedDocument, place: Place) -> str | None:
    """The whole paragraph or cell of a place; None where the document has no such block.

    Of a table as a whole, or of a row, there is no text.
    """
    if not 0 <= place.block < len(document.blocks):
        return None
    block = document.blocks[place.block]
    if isinstance(block, PublishedText):
        return block.text
    row, column = place.row, place.column
    if row is None or column is None or not 0 <= row < len(block.rows) or not 0 <= column < len(block.rows[row]):
        return ""
    return block.rows[row][column]


def spot(document: PublishedDocument, finding: Finding) -> Place | None:
    """The place of what is wrong, as narrow as it is known; None for what is missing in the document.

    Of what is missing at a certain place, and of a whole table, ``start`` is equal to ``end``.
    """
    place, text = finding.place, text_at(document, finding.place)
    if text is None or (text and not finding.quote and place.row is None and place.start == place.end == 0):
        return None
    start, end = max(place.start, 0), min(place.end, len(text))
    if place.row is not None and place.end == 0:
        start, end = 0, len(text)
    if start >= end and finding.quote:
        found = text.find(finding.quote)
        start, end = (found, found + len(finding.quote)) if found >= 0 else (0, 0)
    if start >= end:
        start = min(start, len(text))
        whole = not text and place.row is not None and place.column is None
        return evolve(place, start=start, end=start, row=None if whole else place.row)
    within = _find(text, finding.printed, start, end)
    start, end = within if within is not None else (start, end)
    return evolve(place, start=start, end=end)


def _find(text: str, printed: str, start: int, end: int) -> tuple[int, int] | None:
    """Where in a part of a text it is printed, whatever white space stands in it; never within a longer number."""
    marks = "".join(printed.split())
    if not marks or len(marks) > _LONGEST:
        return None
    pattern = r"\s*+".join(map(re.escape, marks))
    if marks[0] in "0123456789":
        pattern = "(?<![0-9])(?<![0-9][.,])" + pattern
    if marks[-1] in "0123456789":
        pattern += "(?![0-9])(?![.,][0-9])"
    match = re.compile(pattern).search(text, start, min(end, start + _SEARCHED))
    return None if match is None else match.span()


def quoted(document: PublishedDocument, finding: Finding) -> Quote:
    """The quote of a finding with the wrong part told apart; that part is empty where it is not known.

    What stands in a cell has the name of its row before it.
    """
    place = spot(document, finding)
    label = "" if place is None else _label(document, place)
    quote = _cut(document, finding, place)
    return evolve(quote, before=f"{label}：") if label and quote.wrong and not quote.before else quote


def _label(document: PublishedDocument, place: Place) -> str:
    block = document.blocks[place.block]
    if isinstance(block, PublishedText) or place.row is None or place.column is None or place.row >= len(block.rows):
        return ""
    return next((text.strip() for text in block.rows[place.row][: place.column] if _WORD.search(text)), "")


def _cut(document: PublishedDocument, finding: Finding, place: Place | None) -> Quote:
    text = None if place is None else text_at(document, place)
    quote = finding.quote
    if place is None or text is None:
        span = _find(quote, finding.printed, 0, len(quote))
    elif not quote:
        begin, end = max(place.start - _WINDOW, 0), place.end + _WINDOW
        return Quote(text[begin : place.start], text[place.start : place.end], text[place.end : end])
    else:
        begin = text.find(quote, max(place.end - len(quote), 0), place.start + len(quote))
        inside = begin >= 0 and (place.end - place.start) < len(quote)
        span = (place.start - begin, place.end - begin) if inside else _find(quote, finding.printed, 0, len(quote))
        if span is None and text != quote:
            span = _find(quote, text[place.start : min(place.end, place.start + _LONGEST)], 0, len(quote))
    if span is None:
        known = text is not None and text.strip() == quote.strip() and len(quote) <= _SHORT
        return Quote("", quote, "") if known else Quote(quote, "", "")
    return Quote(quote[: span[0]], quote[span[0] : span[1]], quote[span[1] :])


def excerpt(document: PublishedDocument, place: Place, around: int = 20) -> str:
    """A place with some characters on either side of it; of a table the whole cell, unless it is long."""
    text = text_at(document, place)
    if text is None:
        return ""
    if place.row is not None and len(text) <= 2 * around:
        return text
    start, end = max(place.start, 0), min(place.end, len(text))
    before = ("…" if start > around else "") + text[max(start - around, 0) : start]
    after = text[end : end + around] + ("…" if end + around < len(text) else "")
    return before + text[start:end] + after
