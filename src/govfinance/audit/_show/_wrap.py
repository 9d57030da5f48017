"""Lines of so many columns, where a Chinese character takes two, as pieces of the text that keep their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, east_asian_width

__all__ = ["columns", "wrapped"]

# What is not to be torn apart: a word of ASCII characters or another character, with what must not end or begin a line.
_PIECE: Final = re.compile("[“（【《]{0,3}(?:[!-~]{1,48}|[^!-~])[ ，。、；：！？）】》”%％]{0,9}")


def columns(text: str) -> int:
    """How many columns a text takes.

    >>> columns("收入 1.00")
    9
    """
    return sum(0 if combining(mark) else 2 if east_asian_width(mark) in "WF" else 1 for mark in text)


def wrapped(text: str, width: int | None) -> Iterator[tuple[int, int]]:
    """The lines, each as start and end of its characters; all of the text in one line where no width is given.

    >>> [("收入决算总计"[start:end]) for start, end in wrapped("收入决算总计", 5)]
    ['收入', '决算', '总计']
    """
    if width is None:
        yield 0, len(text)
        return
    start = end = taken = 0
    for piece in _PIECE.finditer(text):
        if end > start and taken + columns(piece[0].rstrip()) > width:
            yield start, end
            start, taken = piece.start(), 0
        end = piece.end()
        taken += columns(piece[0])
    yield start, end
