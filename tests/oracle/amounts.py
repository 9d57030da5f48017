"""Amounts of 元 as fractions, read from the input and printed in 万元, and the comparisons between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, TypeAlias

Amount: TypeAlias = Fraction | None
"""An amount in 元; None is one that was not supplied."""


def read_amount(holder: Any, *names: str) -> Amount:
    """The amount at the end of a chain of names; None as soon as one of them is not there."""
    for name in names:
        if not isinstance(holder, dict) or name not in holder:
            return None
        holder = holder[name]
    return None if holder is None else Fraction(holder)


def total(parts: Iterable[Amount]) -> Amount:
    """The sum; None if a part is missing or if there is no part."""
    amounts = list(parts)
    if not amounts or any(amount is None for amount in amounts):
        return None
    return sum((amount for amount in amounts if amount is not None), Fraction(0))


def given_or(given: Amount, parts: Iterable[Amount]) -> Amount:
    """A total as it was supplied, else the sum of its parts."""
    return total(parts) if given is None else given


def known(amount: Amount) -> Fraction:
    """An amount that a sentence cannot do without."""
    assert amount is not None
    return amount


def hundredths(number: Fraction) -> int:
    """A number in hundredths, a half away from zero."""
    doubled = 200 * abs(number)
    rounded = (doubled.numerator // doubled.denominator + 1) // 2
    return -rounded if number < 0 else rounded


def fixed(number: Fraction) -> str:
    """Two decimals: 101.51."""
    count = hundredths(number)
    return f"{'-' if count < 0 else ''}{abs(count) // 100}.{abs(count) % 100:02d}"


def stripped(number: Fraction) -> str:
    """At most two decimals, no zeros at the end: 1005.22, 18, 0.1."""
    return fixed(number).rstrip("0").rstrip(".")


def separated(digits: str) -> str:
    """Thousands separators: 4,789.64."""
    whole, point, decimals = digits.partition(".")
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ",", whole) + point + decimals


def wan(amount: Fraction) -> str:
    """元 printed as 万元 with two decimals and separators."""
    return separated(fixed(amount / 10000))


def wan_item(amount: Fraction) -> str:
    """元 printed as 万元 the way single items are: 1005.22, 18."""
    return stripped(amount / 10000)


def percent(part: Amount, base: Amount) -> Amount:
    """A part of a base as a percentage; None without a base above zero."""
    if part is None or base is None or base <= 0:
        return None
    return 100 * part / base


def share(part: Amount, base: Amount, nothing: str | None, *, fixed_decimals: bool = True) -> str:
    """A printed percentage, ``nothing`` for zero of zero, and no text where none is said."""
    value = percent(part, base)
    if value is not None:
        return fixed(value) if fixed_decimals else stripped(value)
    return nothing or "" if base == 0 and part == 0 else ""


def comparison(now: Amount, before: Amount, reason: str | None, nothing: str | None = None) -> str:
    """What is said of a change: direction, amount, direction, rate, reason.

    ``nothing`` is what the form says of its own where there is nothing in either year.
    """
    if now is None or before is None:
        return ""
    said = reason or ""
    difference = now - before
    if difference == 0 and before == 0:
        return f"增加 0.00 增长 0 {reason or nothing or '持平'}"
    if difference == 0:
        return f"持平 {'负数' if before < 0 else ''} {said}"
    word = "增加" if difference > 0 else "减少"
    amount = f"{word} {wan(abs(difference))}"
    if before <= 0:
        return f"{amount} {'数为0' if before == 0 else '负数'} 不计算增减率 {said}"
    growth = "增长" if difference > 0 else "减少"
    return f"{amount} {growth} {fixed(abs(100 * difference / before))} {said}"
