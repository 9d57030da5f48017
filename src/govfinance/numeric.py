"""The one decimal context of the library, and closed intervals of exact numbers.

Decimal's operators follow the *caller's* context (28 digits, half-even by default, and another one in every
thread), so no arithmetic of the library uses them: all of it goes through the functions here.

>>> from decimal import Decimal
>>> round_half_up(Decimal("0.125"), 2)
Decimal('0.13')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation, Overflow
from functools import lru_cache

from attrs import field, frozen

from govfinance.errors import InvalidInputError, Problem

__all__ = [
    "CONTEXT",
    "ZERO",
    "Interval",
    "add",
    "divide",
    "multiply",
    "parse_decimal_text",
    "round_half_up",
    "scaleb",
    "subtract",
    "total",
]

CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation, Overflow])
"""60 digits, half-up (四舍五入). Amounts have at most 20 digits, so sums and products are exact."""

ZERO = Decimal(0)

add = CONTEXT.add
subtract = CONTEXT.subtract
multiply = CONTEXT.multiply
scaleb = CONTEXT.scaleb
divide = CONTEXT.divide
"""The quotient to 60 digits; the caller has made sure that the denominator is not zero."""


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The exact sum.

    >>> total([Decimal("0.1"), Decimal("0.2")])
    Decimal('0.3')
    """
    result = ZERO
    for amount in amounts:
        result = CONTEXT.add(result, amount)
    return result


@lru_cache(maxsize=64)
def _quantum(places: int) -> Decimal:
    return Decimal((0, (1,), -places))


def round_half_up(value: Decimal, places: int) -> Decimal:
    """The value with exactly ``places`` decimals, halves away from zero, never a negative zero.

    >>> round_half_up(Decimal("-0.004"), 2), round_half_up(Decimal("2.5"), 0)
    (Decimal('0.00'), Decimal('3'))
    """
    rounded = CONTEXT.quantize(value, _quantum(places))
    return rounded if rounded else rounded.copy_abs()


_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?")


def parse_decimal_text(text: str) -> Decimal:
    """Read a plain decimal: ASCII digits, an optional ``-`` and ``.``, no separators, no exponent.

    ``Decimal`` itself also accepts ``NaN``, ``1_000`` and full-width digits; those are refused here.

    >>> parse_decimal_text("1005.20")
    Decimal('1005.20')
    """
    if _DECIMAL.fullmatch(text) is None:
        shown = text if len(text) <= 40 else text[:37] + "..."
        raise InvalidInputError(
            [
                Problem(
                    "not-a-decimal",
                    f"expected a plain decimal such as '1005.22' (ASCII digits, no separators), got {shown!r}",
                    f"应为普通十进制数，如“1005.22”（半角数字，无千分位），实际为“{shown}”",
                )
            ]
        )
    return Decimal(text)


def _ordered(interval: Interval, _attribute: object, upper: Decimal) -> None:
    if upper < interval.lower:
        raise InvalidInputError(
            [
                Problem(
                    "empty-interval",
                    f"expected lower <= upper, got {interval.lower} > {upper}",
                    f"下限应不大于上限，实际 {interval.lower} > {upper}",
                )
            ]
        )


@frozen
class Interval:
    """All exact numbers from ``lower`` to ``upper``, both included: what a printed number stands for.

    >>> Interval(Decimal("1.5"), Decimal("2.5")) + Interval(Decimal(1), Decimal(1))
    Interval(lower=Decimal('2.5'), upper=Decimal('3.5'))
    """

    lower: Decimal
    upper: Decimal = field(validator=_ordered)

    @classmethod
    def around(cls, value: Decimal, half_width: Decimal) -> Interval:
        """The interval of ``half_width`` on either side of ``value``."""
        return cls(subtract(value, half_width), add(value, half_width))

    def __contains__(self, value: Decimal) -> bool:
        return self.lower <= value <= self.upper

    def __add__(self, other: Interval) -> Interval:
        return Interval(add(self.lower, other.lower), add(self.upper, other.upper))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(subtract(self.lower, other.upper), subtract(self.upper, other.lower))

    def overlaps(self, other: Interval) -> bool:
        """Whether some exact number lies in both."""
        return self.lower <= other.upper and other.lower <= self.upper
