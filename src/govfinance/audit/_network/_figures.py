"""Figures as people read them: a value in the unit and with the decimals of the number that it stands for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from govfinance.audit._network._check import Bounds, Term
from govfinance.audit._said import AMOUNT, RATE, SCALES, NumberKind
from govfinance.money import NumberFormat
from govfinance.numeric import CONTEXT

__all__ = ["decimals_of", "shown", "shown_range", "shown_term"]

_MOST_DECIMALS: Final = 6


def _step(term: Term) -> int:
    number = term.number
    if number is None or number.kind is NumberKind.AMOUNT:
        power = SCALES.get(number.unit if number is not None else "", SCALES["万元"])
        return int(AMOUNT * 10**power)
    return RATE if number.kind is NumberKind.RATE else 1


def decimals_of(term: Term) -> int:
    """How many decimals a number is printed with; two for one that is not printed at all."""
    number = term.number
    if number is None or not number.printed:
        return 2
    if number.kind is NumberKind.COUNT:
        return len(number.printed.partition(".")[2])
    return max(len(number.printed.partition(".")[2]), 2)


@lru_cache(maxsize=8)
def _format(decimals: int) -> NumberFormat:
    return NumberFormat("0." + "0" * decimals if decimals else "0")


def _text(value: Fraction, decimals: int) -> str:
    exact = CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return _format(min(decimals, _MOST_DECIMALS)).print(exact).text


def shown(term: Term, value: Fraction, *, unit: bool = True) -> str:
    """A value printed like a number: 71.65%, 2961.68万元."""
    text = _text(value / _step(term), decimals_of(term))
    return text + _unit(term) if unit else text


def _unit(term: Term) -> str:
    number = term.number
    if number is None:
        return "万元"
    if not number.unit:
        return {NumberKind.AMOUNT: "万元", NumberKind.RATE: "%", NumberKind.COUNT: ""}[number.kind]
    return number.unit


def shown_term(term: Term) -> str:
    """A number as printed; 0 for a blank cell and for what is said to be nothing."""
    number = term.number
    if number is None:
        return "0"
    return f"{number.printed or '0'}{_unit(term) if number.printed else ''}"


def shown_range(term: Term, values: Bounds) -> str:
    """The values that a number could have: one where all of them print alike, else from … to …."""
    low, high = values
    if low is not None and high is not None:
        first, last = shown(term, low, unit=False), shown(term, high, unit=False)
        return first + _unit(term) if first == last else f"{first}～{last}{_unit(term)}"
    if low is not None:
        return f"≥{shown(term, low)}"
    return f"≤{shown(term, high)}" if high is not None else ""
