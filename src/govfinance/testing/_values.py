"""Strategies for single values: amounts, counts, printed numbers, changes, codes."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import govfinance.catalog as catalog
from govfinance.codes import EconomicCode, FunctionalCode, GovernmentEconomicCode, Level
from govfinance.money import Base, Change, Direction, NumberFormat, Printed, Rounding, Scale
from govfinance.numeric import CONTEXT, Interval

__all__ = [
    "HUGE",
    "amounts",
    "changes",
    "counts",
    "economic_codes",
    "economic_pool",
    "fen",
    "functional_codes",
    "functional_pool",
    "government_economic_codes",
    "intervals",
    "number_formats",
    "printed",
    "scales",
    "scores",
    "signed_amounts",
    "to_fen",
    "to_yuan",
]

HUGE: Final = 10**18 - 1
"""The largest amount, in 分."""

# In 分. Half a last digit of 万元 with two decimals is 50 元, so that 50, 150 and 1,250 元 are ties: 0.01, 0.02 and
# 0.13万元 half-up, but 0.00, 0.02 and 0.12 half-even. A third of 100万元 leaves a residue (尾差).
_AWKWARD: Final = (
    *(0, 1, 99, 100),
    *(4_999, 5_000, 5_001, 15_000, 125_000, 105_000),
    *(33_333_333, 33_333_334, 66_666_667),
    *(1_000_000, 10_000_000, 99_995_000, 999_994_999, 999_995_000, 1_000_000_000, 10_000_000_000),
    *(10**15, HUGE),
)


def to_yuan(cents: int) -> Decimal:
    """An amount in 元 from a number of 分, in whatever decimal context the caller is."""
    return CONTEXT.scaleb(Decimal(cents), -2)


def to_fen(amount: Decimal) -> int:
    """The number of 分 of an amount in 元."""
    return int(CONTEXT.scaleb(amount, 2))


@cache
def fen(*, most: int = HUGE, awkward: bool = True) -> SearchStrategy[int]:
    """Amounts as whole numbers of 分; ``awkward`` prefers those on which rounding and printing are delicate."""
    usual = st.integers(0, min(most, 10**11))
    if not awkward:
        return usual
    return st.sampled_from([cents for cents in _AWKWARD if cents <= most]) | usual | st.integers(0, most)


def _written(cents: int, short: bool) -> Decimal:
    exact = to_yuan(cents)
    return CONTEXT.normalize(exact) if short else exact


def amounts(*, awkward: bool = True) -> SearchStrategy[Decimal]:
    """Exact amounts in 元, from zero to the largest, written with their zeros (``1000.00``) or without (``1E+3``).

    >>> from hypothesis import find
    >>> find(amounts(), lambda amount: amount > 0)
    Decimal('0.01')
    """
    return st.builds(_written, fen(awkward=awkward), st.just(False) | st.booleans() if awkward else st.just(False))


def signed_amounts(*, awkward: bool = True) -> SearchStrategy[Decimal]:
    """As `amounts`, below zero too: what a carry-over or a difference can be."""
    return amounts(awkward=awkward) | amounts(awkward=awkward).map(Decimal.copy_negate).map(_without_sign_of_zero)


def _without_sign_of_zero(amount: Decimal) -> Decimal:
    return amount if amount else amount.copy_abs()


@cache
def counts() -> SearchStrategy[int]:
    """Numbers of things or persons: 0 to 999,999,999."""
    return st.integers(0, 9) | st.sampled_from([0, 1, 999, 1_000, 10_000, 999_999_999]) | st.integers(0, 999_999_999)


@cache
def scores() -> SearchStrategy[Decimal]:
    """Scores and weights: 0 to 1000 with at most two decimals."""
    return st.sampled_from([Decimal(0), Decimal(60), Decimal("95.5"), Decimal("100.00")]) | st.integers(0, 100_000).map(
        to_yuan
    )


def scales() -> SearchStrategy[Scale]:
    """元, 万元 or 亿元."""
    return st.sampled_from(Scale)


@st.composite
def number_formats(draw: DrawFn) -> NumberFormat:
    """Number formats of every pattern that a jurisdiction can ask for, with a scale or a unit, rounded or truncated."""
    fewest = draw(st.integers(0, 3))
    optional = draw(st.integers(0, 3))
    decimals = "0" * fewest + "#" * optional
    pattern = draw(st.sampled_from(["0", "#,##0"])) + (f".{decimals}" if decimals else "")
    rounding = draw(st.sampled_from(Rounding))
    scale = draw(st.none() | scales())
    if scale is not None:
        return NumberFormat(pattern, scale=scale, rounding=rounding)
    return NumberFormat(pattern, unit=draw(st.sampled_from(["", "%", "辆"])), rounding=rounding)


def printed(number_format: NumberFormat, *, signed: bool = False) -> SearchStrategy[Printed]:
    """Numbers as a format prints them.

    >>> from hypothesis import find
    >>> find(printed(NumberFormat("0.00", unit="%")), lambda rate: rate.value > 1)
    Printed(text='1.01', unit='%')
    """
    decimals = number_format.decimals
    exponent = 0 if number_format.scale is None else number_format.scale.exponent
    ten = 10**decimals
    digits = (
        st.integers(0, 100 * ten)
        | st.integers(0, 10**12)
        | st.sampled_from([0, 1, ten - 1, ten, 100 * ten, 999 * ten, 1000 * ten, 10**6 * ten, 10**12 * ten])
    )
    if signed:
        digits = digits | digits.map(int.__neg__)
    return digits.map(lambda number: number_format.print(CONTEXT.scaleb(Decimal(number), exponent - decimals)))


_AMOUNT: Final = NumberFormat("#,##0.00", scale=Scale.WAN)
_RATE: Final = NumberFormat("0.00", unit="%")


@st.composite
def changes(draw: DrawFn, amount: NumberFormat = _AMOUNT, rate: NumberFormat = _RATE) -> Change:
    """Changes of every direction and base, with as much of amount and rate as these allow."""
    direction = draw(st.sampled_from(Direction))
    base = draw(st.sampled_from(Base))
    if direction is Direction.UNCHANGED:
        return Change(direction, base=base)
    percent = draw(printed(rate)) if base is Base.POSITIVE else None
    return Change(direction, amount=draw(printed(amount)), rate=percent, base=base)


@st.composite
def intervals(draw: DrawFn) -> Interval:
    """Closed intervals of exact amounts, points among them."""
    lower, upper = sorted((draw(signed_amounts()), draw(signed_amounts())))
    return Interval(lower, upper)


@lru_cache(maxsize=32)
def functional_pool(year: int, level: Level | None) -> tuple[FunctionalCode, ...]:
    """The functional codes of a year's catalogue, of one level or of all."""
    return tuple(entry.code for entry in catalog.functional_entries(year) if level is None or entry.code.level is level)


@lru_cache(maxsize=32)
def economic_pool(year: int, level: Level | None) -> tuple[EconomicCode, ...]:
    """The economic codes of a year's catalogue, of one level or of all."""
    return tuple(entry.code for entry in catalog.economic_entries(year) if level is None or entry.code.level is level)


def functional_codes(*, year: int = 2023, level: Level | None = None) -> SearchStrategy[FunctionalCode]:
    """支出功能分类 codes of the catalogue of a budget year; of one level (类, 款 or 项) or of all.

    >>> from hypothesis import find
    >>> find(functional_codes(level=Level.ITEM), lambda code: code.text > "20406")
    FunctionalCode('2040601')
    """
    return st.sampled_from(functional_pool(year, level))


def economic_codes(*, year: int = 2023, level: Level | None = None) -> SearchStrategy[EconomicCode]:
    """部门预算支出经济分类 codes of the catalogue of a budget year; of one level (类 or 款) or of both."""
    return st.sampled_from(economic_pool(year, level))


def government_economic_codes(*, year: int = 2023) -> SearchStrategy[GovernmentEconomicCode]:
    """政府预算支出经济分类 codes of the catalogue of a budget year."""
    return st.sampled_from([entry.code for entry in catalog.government_economic_entries(year)])
