"""Plain text: a paragraph a line, unless its lines are wrapped; tables of tabs and of vertical bars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from attrs import frozen

from govfinance.document import PublishedBlock, PublishedDocument, PublishedTable
from govfinance.io._published._layout import Budget
from govfinance.io._published._limits import MAX_COLUMNS, MAX_LINES
from govfinance.io._published._problems import too_large
from govfinance.io._published._wrapped import Line, join_wrapped, without_page_numbers

__all__ = ["read_text"]

_LINE_END: Final = re.compile(r"\r\n?|[\n\x0b\x85\u2028\u2029]")
_LINE_ENDS: Final = "\r\n\f\x0b\x85\u2028\u2029"
_BAR_ROW: Final = re.compile(r"[ \t\u3000]*+\|.*\|[ \t\u3000]*+")
_RULE: Final = re.compile(r"[|:\s]*+-[|:\-\s]*+")


@frozen
class _Row:
    """How a line is divided: by what, and into which cells."""

    mark: str = ""
    cells: tuple[str, ...] = ()


_NO_ROW: Final = _Row()


def read_text(text: str, name: str) -> PublishedDocument:
    """The paragraphs and tables of a plain text."""
    if sum(map(text.count, _LINE_ENDS)) > MAX_LINES:
        raise too_large("lines", "行数", MAX_LINES)
    pages = text.removeprefix("\ufeff").split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    lines = [
        Line(line, number if len(pages) > 1 else None)
        for number, page in enumerate(pages, 1)
        for line in _LINE_END.split(page)
    ]
    lines = without_page_numbers(lines)
    blocks: list[PublishedBlock] = []
    loose: list[Line] = []
    budget = Budget()
    rows = [_row(line.text) for line in lines]
    at = 0
    for (mark, width), run in groupby(rows, key=lambda row: (row.mark, len(row.cells))):
        part = list(run)
        span = lines[at : at + len(part)]
        at += len(part)
        if mark and _is_table(part):
            budget.take(width * len(part))
            blocks += join_wrapped(loose)
            loose = []
            blocks.append(_table(part, span))
        else:
            loose += span
    blocks += join_wrapped(loose)
    return PublishedDocument(name=name, kind="txt", blocks=tuple(blocks))


def _row(line: str) -> _Row:
    if "\t" in line:
        cells = line.split("\t", MAX_COLUMNS)
        return _Row("\t", tuple(cell.strip() for cell in cells)) if len(cells) <= MAX_COLUMNS else _NO_ROW
    if "|" in line and _BAR_ROW.fullmatch(line):
        cells = line.strip()[1:-1].split("|", MAX_COLUMNS)
        return _Row("|", tuple(cell.strip() for cell in cells)) if len(cells) <= MAX_COLUMNS else _NO_ROW
    return _NO_ROW


def _is_table(rows: Sequence[_Row]) -> bool:
    """At least two rows of two cells; what one cell a line stands in is no table."""
    return len(rows) >= 2 and 2 * sum(sum(map(bool, row.cells)) >= 2 for row in rows) >= max(4, len(rows))


def _table(rows: Sequence[_Row], lines: Sequence[Line]) -> PublishedTable:
    kept = [
        (row, line)
        for row, line in zip(rows, lines, strict=True)
        if not (row.mark == "|" and _RULE.fullmatch(line.text))
    ]
    pages = tuple(line.page for _, line in kept)
    return PublishedTable(rows=tuple(row.cells for row, _ in kept), pages=pages if any(pages) else ())
