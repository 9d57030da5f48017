"""A printed change (增减): its direction, and as much of amount and rate as its base allows."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from govfinance.money._printed import Printed

__all__ = ["Base", "Change", "Direction"]


class Direction(Enum):
    """增减方向, judged on the exact amounts."""

    INCREASE = "increase"
    DECREASE = "decrease"
    UNCHANGED = "unchanged"

    __hash__ = object.__hash__  # quicker than that of Enum, which is written in Python


class Base(Enum):
    """What the change is measured against: only a positive base has a rate (零基数、负基数不计算增减率)."""

    POSITIVE = "positive"
    ZERO = "zero"
    NEGATIVE = "negative"


@frozen
class Change:
    """增减: the direction, the printed amount and the printed rate, both without a sign.

    ``amount`` and ``rate`` are None where nothing changed, ``rate`` also where the base is not positive.

    >>> Change(Direction.INCREASE, amount=Printed("5.00", "万元"), base=Base.ZERO).rate is None
    True
    """

    direction: Direction
    amount: Printed | None = field(default=None, kw_only=True)
    rate: Printed | None = field(default=None, kw_only=True)
    base: Base = field(default=Base.POSITIVE, kw_only=True)
