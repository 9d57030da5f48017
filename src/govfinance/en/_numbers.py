"""Printed numbers in English: the same digits, in a unit that English has, with its separators (by Babel).

An amount of 万元 or 亿元 is said in million yuan: only the point moves. Below 100,000 yuan, where that would be 0.0062
million, it is written out in yuan. Nothing is rounded and no decimal is added.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import lru_cache
from typing import Final, NamedTuple

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

from govfinance.money import Printed, Scale
from govfinance.numeric import CONTEXT, scaleb

__all__ = ["Number", "number"]

_SCALES: Final = {scale.value: scale for scale in Scale}
_MILLION: Final = Decimal(-6)  # as powers of ten
_BILLION: Final = Decimal(-9)
_LEAST_MILLIONS: Final = Decimal(100_000)


class Number(NamedTuple):
    """A number as it stands in an English text: its digits, and what is written after them (`` million yuan``)."""

    digits: str
    unit: str


def number(printed: Printed) -> Number:
    """A printed number in English; amounts in yuan, percentages and counts as they are.

    >>> number(Printed("4,789.64", "万元")), number(Printed("6.2", "万元"))
    (Number(digits='47.8964', unit=' million yuan'), Number(digits='62,000', unit=' yuan'))
    >>> number(Printed("-56.95", "万元")), number(Printed("0.00", "万元")), number(Printed("26.73", "%"))
    (Number(digits='-0.5695', unit=' million yuan'), Number(digits='0', unit=' yuan'), Number(digits='26.73', unit='%'))
    """
    value, scale = printed.value, _SCALES.get(printed.unit)
    if scale is None:
        return Number(_written(value), printed.unit)
    if not value:
        return Number("0", " yuan")
    if scale is Scale.YUAN:
        return Number(_written(value), " yuan")
    yuan = scaleb(value, Decimal(scale.exponent))
    if yuan.copy_abs() < _LEAST_MILLIONS:
        return Number(_written(yuan), " yuan")
    millions = scaleb(yuan, _MILLION)
    if _exponent(millions) <= 0:
        return Number(_written(millions), " million yuan")
    return Number(_written(scaleb(yuan, _BILLION)), " billion yuan")  # 1.2亿元: 120 million would have one digit more


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


@lru_cache(maxsize=32)
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0." + "0" * decimals if decimals else "#,##0")


@lru_cache(maxsize=1)
def _english() -> Locale:
    return Locale("en")


def _written(value: Decimal) -> str:
    """All digits of a number, no more; those before the point in groups."""
    with localcontext(CONTEXT):
        return str(_pattern(max(0, -_exponent(value))).apply(value, _english()))
