"""The headings above each column of a table, from the top down, whatever cells are merged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from govfinance.io._tables._found import Region
from govfinance.io._tables._text import compact

_NUMBER: Final = re.compile(r"#|[0-9]+(?:=[0-9+-]+)?")
_YEAR: Final = re.compile(r"(20[0-9]{2})年?度?(?:年初|全年|执行|决算|预算|$)")
_COMPARED: Final = re.compile(r"^上年(?:度)?(?:决算|预算|执行|数|支出|收入)|执行数$|增减|^比|^较|完成|占比|％|%")
_ABOVE: Final = re.compile(r"单位:|^公开[0-9]{1,2}表$|^(?:部门|编制单位|填报单位|公开部门):")

_FEW: Final = 20
"""Rows of headings that are worth remembering."""

__all__ = ["Path", "headings_of", "of_other_years"]

Path = tuple[str, ...]
"""The headings above one column, from the top down; empty above a column without any."""


def headings_of(region: Region, first: int, end: int) -> list[Path]:
    """The headings of each column in some rows.

    A heading reaches over the cells that are merged with it; where none are, over the blank cells to its right as far as
    there are headings below them. Numbers of columns (栏次) are no headings.
    """
    grid = region.grid
    rows = tuple(tuple([_heading(value) for value in grid.rows[number]]) for number in range(first, end))
    down, right = grid.first_row + first, grid.first_column
    merged = tuple((a - down, b - right, d - right) for a, b, _, d in grid.merged if 0 <= a - down < len(rows))
    width = len(grid.rows[first]) if first < len(grid.rows) else 0
    find = _paths if len(rows) < _FEW else _paths.__wrapped__
    return list(find(rows, merged, width))


@lru_cache(maxsize=512)  # the tables of most workbooks have the same headings
def _paths(
    given: tuple[tuple[str, ...], ...], merged: tuple[tuple[int, int, int], ...], width: int
) -> tuple[Path, ...]:
    """The headings of each column: ``merged`` has row, first and last column of merged cells."""
    rows = [(number, _without_numbers([*row])) for number, row in enumerate(given) if any(row) and not _above(row)]
    rows = [(number, row) for number, row in rows if any(row)]
    ends = {(row, first): last for row, first, last in merged}
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
    return tuple([tuple(path) for path in paths])


def _heading(value: object) -> str:
    return compact(value) if isinstance(value, str) else "#" if isinstance(value, int | float) else ""


def _above(row: Sequence[str]) -> bool:
    """Whether a row says whose table it is, its number or its unit; the headings stand below it."""
    return any(text and _ABOVE.search(text) for text in row)


def _without_numbers(row: list[str]) -> list[str]:
    """What a row says beside the numbers of columns (类 款 项 栏次 1 2 3)."""
    texts = [text for text in row if text]
    digits = [text for text in texts if _NUMBER.fullmatch(text)]
    if "栏次" not in texts and len(digits) <= len(texts) // 2:
        return row
    return ["" if text == "栏次" or _NUMBER.fullmatch(text) else text for text in row]


def of_other_years(paths: Sequence[Path]) -> frozenset[int]:
    """The columns that compare: those of an earlier year than others, of last year, and of changes."""
    years = [_year(path) for path in paths]
    last = max((year for year in years if year is not None), default=None)
    return frozenset(
        number
        for number, path in enumerate(paths)
        if (years[number] is not None and years[number] != last) or _compares(path)
    )


@lru_cache(maxsize=1024)
def _year(path: Path) -> int | None:
    return next((int(match[1]) for text in path if (match := _YEAR.search(text))), None)


@lru_cache(maxsize=1024)
def _compares(path: Path) -> bool:
    return any(_COMPARED.search(text) for text in path)
