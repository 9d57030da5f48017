"""Ordinal marks of Chinese official documents: 一、 （一） 1. （1） (《党政机关公文格式》GB/T 9704), and 1、 as some forms have it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

__all__ = ["MARKS", "chinese_numeral", "mark"]

_DIGITS: Final = "零一二三四五六七八九"

MARKS: Final = ("一、", "（一）", "1.", "1、", "（1）")
"""The marks, each shown by its first; `1、` is another way to write the third level."""


def chinese_numeral(number: int) -> str:
    """A number from 1 to 99 as it counts sections.

    >>> [chinese_numeral(number) for number in (1, 10, 11, 20, 42)]
    ['一', '十', '十一', '二十', '四十二']
    """
    if not 1 <= number <= 99:
        raise ValueError(f"expected a number from 1 to 99, got {number}")
    tens, ones = divmod(number, 10)
    text = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return text + (_DIGITS[ones] if ones or not tens else "")


@lru_cache(maxsize=512)
def mark(style: str, number: int) -> str:
    """The mark of a level (one of `MARKS`) for a number.

    >>> mark("（一）", 3), mark("1.", 12), mark("（1）", 2)
    ('（三）', '12. ', '（2）')
    """
    if style == "一、":
        return f"{chinese_numeral(number)}、"
    if style == "（一）":
        return f"（{chinese_numeral(number)}）"
    if style == "1.":
        return f"{number}. "
    if style == "1、":
        return f"{number}、"
    if style == "（1）":
        return f"（{number}）"
    raise ValueError(f"expected one of {', '.join(MARKS)}, got {style!r}")
