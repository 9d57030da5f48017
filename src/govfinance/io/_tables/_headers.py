"""The headings above each column of a table, from the top down, whatever cells are merged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from govfinance.io._tables._found import Region
from govfinance.io._tables._text import compact

_ABOVE: Final = re.compile(r"单位:|^公开[0-9]{1,2}表$|^(?:部门|编制单位|填报单位|公开部门):")

__all__ = ["Path", "headings_of"]

Path = tuple[str, ...]
"""The headings above one column, from the top down; empty above a column without any."""


def headings_of(region: Region, first: int, end: int) -> list[Path]:
    """The headings of each column in some rows.

    A heading reaches over the cells that are merged with it; where none are, over the blank cells to its right as far as
    there are headings below them. Numbers of columns (栏次) are no headings.
    """
    rows = [(number, [_heading(value) for value in region.grid.rows[number]]) for number in range(first, end)]
    rows = [(number, row) for number, row in rows if any(row) and not _numbers_columns(row) and not _above(row)]
    width = len(region.grid.rows[first]) if first < len(region.grid.rows) else 0
    down, right = region.grid.first_row, region.grid.first_column
    ends = {(a - down, b - right): d - right for a, b, _, d in region.grid.merged}
    paths: list[list[str]] = [[] for _ in range(width)]
    for place, (number, row) in enumerate(rows):
        below = [others for _, others in rows[place + 1 :]]
        above = [tuple(path) for path in paths]
        current, until, exact = "", -1, False
        for column, text in enumerate(row):
            if column and above[column] != above[column - 1] and not (exact and column <= until):
                current = ""  # another group begins
            if text:
                current = text
                exact = (number, column) in ends
                until = ends.get((number, column), column)
            elif column > until and (exact or not any(others[column] for others in below)):
                current = ""
            if current and (not paths[column] or paths[column][-1] != current):
                paths[column].append(current)
    return [tuple(path) for path in paths]


def _heading(value: object) -> str:
    return compact(value) if isinstance(value, str) else "#" if isinstance(value, int | float) else ""


def _above(row: Sequence[str]) -> bool:
    """Whether a row says whose table it is, its number or its unit; the headings stand below it."""
    return any(_ABOVE.search(text) for text in row)


def _numbers_columns(row: Sequence[str]) -> bool:
    """Whether a row numbers the columns (栏次 1 2 3)."""
    texts = [text for text in row if text]
    digits = [text for text in texts if text == "#" or text.isdigit()]
    return "栏次" in texts or len(digits) > len(texts) // 2
