"""What of a paragraph is compared: its numbers, its words of change and of nothing, its Chinese ordinals, in order."""

from __future__ import annotations

import re
from typing import TypeAlias

Marks: TypeAlias = tuple[str, ...]

_MARK = re.compile(
    r"-?[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?"  # 2023, 4,789.64, -0.5
    r"|增加|减少|增长|持平|负数|不计算增减率|无较大差异"
    r"|不存在此项内容|事项：无|本(?:部门|单位)无"  # what the form says where there is nothing
    r"|（[一二三四五六七八九十]+）"
)


def marks_in(text: str) -> Marks:
    """The marks of a text, as they stand in it."""
    return tuple(_MARK.findall(text))


def without_marks(text: str) -> str:
    """The words around the marks; white space is no word."""
    return "".join(_MARK.sub("#", text).split())


def ordinal(number: int) -> str:
    """（一）, （二） ... as far as 99."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else digits[tens] + "十"
    return f"（{head}{digits[ones] if ones or not tens else ''}）"
