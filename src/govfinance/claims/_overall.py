"""Claims on totals: 收入支出决算总体, 收入决算, 支出决算, 财政拨款收支总体 (sections 一 to 四)."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from govfinance.claims._base import AMOUNT, SHARE, Claim, Comparison
from govfinance.model import Level, RevenueSource, SpendingNature
from govfinance.money import Printed

__all__ = [
    "ExpenditureShare",
    "ExpenditureTotal",
    "FiscalTotal",
    "OverallItem",
    "OverallItemTotal",
    "OverallTotal",
    "RevenueShare",
    "RevenueTotal",
    "Side",
    "SideTotal",
]


class Side(Enum):
    """收入 or 支出."""

    INCOME = "income"
    OUTLAY = "outlay"


class OverallItem(Enum):
    """The lines that make up 收入总计 and 支出总计 (公开01表)."""

    REVENUE = "revenue"
    SURPLUS_USED = "surplus_used"
    OPENING = "opening"
    EXPENDITURE = "expenditure"
    SURPLUS_DISTRIBUTION = "surplus_distribution"
    CLOSING = "closing"


@frozen(kw_only=True)
class OverallTotal(Claim):
    """收入、支出决算总计, against the initial budget and against last year."""

    name: str
    level: Level
    year: int
    total: Printed = field(metadata=AMOUNT)
    budget: Comparison | None
    prior: Comparison | None


@frozen(kw_only=True)
class SideTotal(Claim):
    """收入决算总计 or 支出决算总计, before its lines."""

    side: Side
    total: Printed = field(metadata=AMOUNT)


@frozen(kw_only=True)
class OverallItemTotal(Claim):
    """One line of 收入总计 or 支出总计, what it is made of (结余分配事项, 结转和结余事项), against last year."""

    item: OverallItem
    amount: Printed = field(metadata=AMOUNT)
    matter: str | None
    prior: Comparison | None


@frozen(kw_only=True)
class RevenueTotal(Claim):
    """本年收入决算合计."""

    name: str
    level: Level
    year: int
    total: Printed = field(metadata=AMOUNT)


@frozen(kw_only=True)
class RevenueShare(Claim):
    """One source of revenue and its share of 本年收入合计; without a share where that is zero."""

    source: RevenueSource
    amount: Printed = field(metadata=AMOUNT)
    share: Printed | None = field(metadata=SHARE)


@frozen(kw_only=True)
class ExpenditureTotal(Claim):
    """本年支出决算合计."""

    name: str
    level: Level
    year: int
    total: Printed = field(metadata=AMOUNT)


@frozen(kw_only=True)
class ExpenditureShare(Claim):
    """One nature of expenditure and its share of 本年支出合计; without a share where that is zero."""

    nature: SpendingNature
    amount: Printed = field(metadata=AMOUNT)
    share: Printed | None = field(metadata=SHARE)


@frozen(kw_only=True)
class FiscalTotal(Claim):
    """财政拨款收入、支出决算总计, against the initial budget and against last year."""

    name: str
    level: Level
    year: int
    total: Printed = field(metadata=AMOUNT)
    budget: Comparison | None
    prior: Comparison | None
