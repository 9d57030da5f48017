"""How much room a text needs: widths in columns of digits (a Chinese character takes two), and lines when it is wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from unicodedata import east_asian_width

__all__ = ["LINE", "lines", "row_height", "stretched", "width"]

LINE: Final = 14.0
"""The height of a line of 10 points."""


@lru_cache(maxsize=16384)
def width(text: str) -> int:
    """The width of the longest line of a text.

    >>> width("合计"), width("4,789.64"), width("“三公”经费")
    (4, 8, 12)
    """
    if text.isascii() and "\n" not in text:
        return len(text)
    return max(map(_width, text.split("\n")))


def _width(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in line)


def lines(text: str, room: float) -> int:
    """How many lines a text takes in a cell of this width.

    >>> lines("本年收入合计", 10), lines("合计", 10)
    (2, 1)
    """
    usable = max(2, int(room - 1) // 2 * 2)
    if "\n" not in text:
        return max(1, -(-width(text) // usable))
    return sum(max(1, -(-_width(line) // usable)) for line in text.split("\n"))


def row_height(count: int, least: float) -> float:
    """The height of a row with this many lines; no more than a workbook can have."""
    return min(409.0, max(least, count * LINE + 4))


def stretched(widths: Sequence[float], room: float) -> list[float]:
    """The widths, enlarged in proportion where together they leave much of the page empty."""
    total = sum(widths)
    factor = min(room / total, 1.6)
    return [round(each * factor, 2) for each in widths] if factor > 1 else [*widths]
