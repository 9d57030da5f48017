"""From the text of a cell to the interval of exact amounts that it stands for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

__all__ = ["NIL", "CellNumber", "is_words", "looks_numeric", "read_cell", "read_count"]

_SPACE: Final = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_PLAIN: Final = str.maketrans("０１２３４５６７８９，．（）￥－−", "0123456789,.()¥--")
_DASH: Final = re.compile(r"[-—–―─]{1,6}|[/／\\＼无]")
_AMOUNT: Final = re.compile(
    r"(?P<open>\()?(?P<sign>-?¥?-?)(?P<whole>0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})"
    r"(?:\.(?P<decimals>[0-9]{1,12}))?(?P<close>\))?(?P<unit>[万亿]?元)?"
)
_COUNT: Final = re.compile(
    r"(?P<whole>[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.0{1,4})?(?P<unit>[辆台套个批次人])?"
)
_EXPONENTS: Final = {"元": 0, "万元": 4, "亿元": 8}
_LONGEST: Final = 48
_FINE: Final = 4
"""The power of ten of an `AMOUNT` step: a ten-thousandth of a 元."""


@frozen
class CellNumber:
    """``printed`` without white space, the interval in steps of its kind, and the unit where the cell has one."""

    printed: str
    low: int
    high: int
    unit: str


NIL: Final = CellNumber("", 0, 0, "")
"""A blank cell, or a dash: nothing, which is how tables print nil."""


@lru_cache(maxsize=8192)
def read_cell(text: str, exponent: int) -> CellNumber | None:
    """The amount in a cell; None for anything else. ``exponent`` is that of the scale of the table.

    Half a last digit on both sides; what is exact to the 分 is exact.

    >>> read_cell("2,940.05", 4), read_cell("—", 4)
    (CellNumber(printed='2,940.05', low=294004500000, high=294005500000, unit=''), CellNumber(printed='', low=0, high=0, unit=''))
    >>> read_cell("29400512.30", 0).low, read_cell("1,23.4", 4)
    (294005123000, None)
    """
    if len(text) > _LONGEST:
        return None if text.strip() else NIL
    given = _SPACE.sub("", text)
    plain = given if given.isascii() else given.translate(_PLAIN)
    if not plain or _DASH.fullmatch(plain):
        return NIL
    match = _AMOUNT.fullmatch(plain)
    if match is None or bool(match["open"]) != bool(match["close"]) or match["sign"].count("-") > 1:
        return None
    decimals, unit = match["decimals"] or "", match["unit"] or ""
    negative = "-" in match["sign"]
    if negative and match["open"]:
        return None
    digits = int(match["whole"].replace(",", "") + decimals)
    power = (_EXPONENTS[unit] if unit else exponent) - len(decimals) + _FINE
    low, high = _interval(digits, power)
    printed = given[: -len(unit)] if unit else given
    return CellNumber(printed, -high, -low, unit) if negative or match["open"] else CellNumber(printed, low, high, unit)


def _interval(digits: int, power: int) -> tuple[int, int]:
    """The bounds in steps of an `AMOUNT` of so many units of a last digit of that power."""
    if power < 0:
        low, rest = divmod(digits, 10**-power)
        return low, low + bool(rest)
    value, half = digits * 10**power, 5 * 10 ** (power - 1) if power > _FINE - 2 else 0
    return value - half, value + half


@lru_cache(maxsize=512)
def read_count(text: str) -> CellNumber | None:
    """A number of things: a whole number.

    >>> read_count(" 13 辆")
    CellNumber(printed='13', low=13, high=13, unit='辆')
    """
    if len(text) > _LONGEST:
        return None
    given = _SPACE.sub("", text)
    plain = given if given.isascii() else given.translate(_PLAIN)
    if not plain or _DASH.fullmatch(plain):
        return NIL
    match = _COUNT.fullmatch(plain)
    if match is None:
        return None
    number, unit = int(match["whole"].replace(",", "")), match["unit"] or ""
    return CellNumber(given[: -len(unit)] if unit else given, number, number, unit)


def is_words(text: str) -> bool:
    """Whether a cell begins with a Chinese character, or with a bracket.

    >>> is_words(" 合计"), is_words("（一）支出"), is_words("／"), is_words("12")
    (True, True, False, False)
    """
    first = text[:1] if text[:1] > " " else text.strip()[:1]
    return "\u3400" < first < "\ua000" or first in ("（", "“")


def looks_numeric(text: str) -> bool:
    """Whether a cell is a number rather than words.

    >>> looks_numeric("1,234.5"), looks_numeric("12.3.4"), looks_numeric("2024年决算数"), looks_numeric("")
    (True, True, False, False)
    """
    return len(text) <= _LONGEST and _NUMERIC.search(text) is not None


_NUMERIC: Final = re.compile(r"^[\s(（\-－−¥￥]{0,6}+[0-9０-９][0-9０-９,，.．%％)）\s]*+$")
