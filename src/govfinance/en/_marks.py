"""Ordinal marks in English: 1. for sections, then (1), a. and (i)."""

from __future__ import annotations

from typing import Final

__all__ = ["mark"]

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def mark(style: str, number: int) -> str:
    """The English mark for a level of Chinese marks, shown by its first; a level that is not known is numbered 1.

    >>> mark("（一）", 3), mark("1.", 2), mark("1.", 27), mark("（1）", 4), mark("一、", 1)
    ('(3) ', 'b. ', 'aa. ', '(iv) ', '1. ')
    """
    if style == "（一）":
        return f"({number}) "
    if style in ("1.", "1、"):
        return f"{_letters(number)}. "
    if style == "（1）":
        return f"({_roman(number)}) "
    return f"{number}. "


def _letters(number: int) -> str:
    """a to z, then aa, ab ..."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral
