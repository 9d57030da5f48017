"""Where the rows of data begin below the headings of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govfinance.io._tables._found import Region
from govfinance.io._tables._labels import is_total
from govfinance.io._tables._text import as_code, compact
from govfinance.io._workbook import Unreadable, read_amount

__all__ = ["first_row"]


def first_row(region: Region, pattern: re.Pattern[str], among: int | None = None) -> int | None:
    """The first row with a code (in one of the first ``among`` cells), or with the label of the total at its left."""
    for number in range(region.first + 1, region.end):
        cells = region.grid.rows[number]
        if any(value and pattern.match(as_code(value)) for value in cells[:among]) or _of_totals(cells):
            return number
    return None


def _of_totals(cells: Sequence[object]) -> bool:
    """Whether 合计 is the first text of a row, and no heading: amounts stand beside it, or no text at all."""
    if not is_total(next(_labels(cells[:4]), "")):
        return False
    return any(value.__class__ is float for value in cells) or all(map(is_total, _labels(cells)))


def _labels(cells: Sequence[object]) -> Iterator[str]:
    """The texts that are no amounts, and no signs for nothing."""
    for value in cells:
        if value and value.__class__ is str and isinstance(read_amount(value), Unreadable):
            yield compact(str(value))
