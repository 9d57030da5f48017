"""Claims on expenditure by function, by economic nature and by budget (sections 五 to 七, 九, 十)."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from govfinance.claims._base import AMOUNT, ITEM, ITEM_RATE, RATE, Claim, Comparison, NamedAmount
from govfinance.model import FundSource, Level, SpendingNature
from govfinance.money import Change, Printed

__all__ = [
    "Difference",
    "EconomicClassTotal",
    "EconomicTotal",
    "FunctionalClassTotal",
    "FunctionalItemTotal",
    "FunctionalTotal",
    "FundExpenditure",
    "FundsKind",
    "FundsTotal",
]


class Difference(Enum):
    """What is said of the difference between 决算数 and 年初预算数 of an item."""

    EXPLAINED = "explained"
    IMMATERIAL = "immaterial"
    UNEXPLAINED = "unexplained"


class FundsKind(Enum):
    """人员经费 or 公用经费."""

    PERSONNEL = "personnel"
    PUBLIC = "public"


@frozen(kw_only=True)
class FunctionalTotal(Claim):
    """一般公共预算财政拨款支出决算, and how much of the initial budget that is; whether 类 and 项 follow."""

    name: str
    level: Level
    year: int
    actual: Printed = field(metadata=AMOUNT)
    budget: Printed | None = field(metadata=AMOUNT)
    completion: Printed | None = field(metadata=RATE)
    itemised: bool


@frozen(kw_only=True)
class FunctionalClassTotal(Claim):
    """类决算数, and its change against the initial budget, of which no rate is said; whether 项 follow."""

    class_name: str
    actual: Printed = field(metadata=AMOUNT)
    change: Change | None
    itemised: bool


@frozen(kw_only=True)
class FunctionalItemTotal(Claim):
    """款（项）: initial budget, final figure, execution rate (none on a budget of zero) and why they differ."""

    group_name: str
    item_name: str
    budget: Printed | None = field(metadata=ITEM)
    actual: Printed = field(metadata=ITEM)
    completion: Printed | None = field(metadata=ITEM_RATE)
    difference: Difference
    reason: str | None


@frozen(kw_only=True)
class EconomicTotal(Claim):
    """一般公共预算财政拨款基本支出决算 or 项目支出决算."""

    name: str
    level: Level
    year: int
    nature: SpendingNature
    total: Printed = field(metadata=AMOUNT)


@frozen(kw_only=True)
class FundsTotal(Claim):
    """人员经费 or 公用经费, and the economic items that are not zero."""

    kind: FundsKind
    total: Printed = field(metadata=AMOUNT)
    items: tuple[NamedAmount, ...] | None


@frozen(kw_only=True)
class EconomicClassTotal(Claim):
    """An economic 类 of the project expenditure, and its items that are not zero."""

    class_name: str
    total: Printed = field(metadata=AMOUNT)
    items: tuple[NamedAmount, ...] | None


@frozen(kw_only=True)
class FundExpenditure(Claim):
    """政府性基金预算 or 国有资本经营预算财政拨款支出决算, against last year."""

    name: str
    level: Level
    year: int
    fund: FundSource
    amount: Printed = field(metadata=AMOUNT)
    prior: Comparison | None
