"""Claims on totals: 收入支出决算总体, 收入决算, 支出决算, 财政拨款收支总体 (sections 一 to 四)."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from govfinance.claims._base import AMOUNT, SHARE, Claim, Comparison
from govfinance.model import Level, OfficialTerm, RevenueSource, SpendingNature
from govfinance.money import Printed

__all__ = [
    "ExpenditureShare",
    "ExpenditureTotal",
    "FiscalTotal",
    "OverallItem",
    "OverallItemTotal",
    "OverallTotal",
    "ProjectExpenditure",
    "RevenueHeading",
    "RevenuePart",
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

    name: str | None
    level: Level | None
    year: int | None
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


class RevenueHeading(OfficialTerm):
    """收入决算表的各栏: the six sources by which 本年收入 is broken down where the budgets are not told apart."""

    FISCAL = "fiscal", "财政拨款收入"
    SUPERIOR_SUBSIDY = "superior_subsidy", "上级补助收入"
    SERVICE = "service", "事业收入"
    OPERATION = "operation", "经营收入"
    SUBORDINATE_PAYMENT = "subordinate_payment", "附属单位上缴收入"
    OTHER = "other", "其他收入"


@frozen(kw_only=True)
class RevenuePart:
    """One source of revenue in a list, and its share of 本年收入合计."""

    source: RevenueHeading
    amount: Printed = field(metadata=AMOUNT)
    share: Printed | None = field(metadata=SHARE)


@frozen(kw_only=True)
class RevenueTotal(Claim):
    """本年收入决算合计, and the sources that are not zero."""

    name: str | None
    level: Level | None
    year: int | None
    total: Printed = field(metadata=AMOUNT)
    items: tuple[RevenuePart, ...] | None = None


@frozen(kw_only=True)
class RevenueShare(Claim):
    """One source of revenue and its share of 本年收入合计; without a share where that is zero."""

    source: RevenueSource
    amount: Printed = field(metadata=AMOUNT)
    share: Printed | None = field(metadata=SHARE)


@frozen(kw_only=True)
class ExpenditureShare(Claim):
    """One nature of expenditure and its share of 本年支出合计; without a share where that is zero."""

    nature: SpendingNature
    amount: Printed = field(metadata=AMOUNT)
    share: Printed | None = field(metadata=SHARE)


@frozen(kw_only=True)
class ExpenditureTotal(Claim):
    """本年支出决算合计, and the natures that are not zero."""

    name: str | None
    level: Level | None
    year: int | None
    total: Printed = field(metadata=AMOUNT)
    items: tuple[ExpenditureShare, ...] | None = None


@frozen(kw_only=True)
class ProjectExpenditure(Claim):
    """项目支出 from all sources, its share of 本年支出合计 (none of zero), against last year."""

    name: str | None
    level: Level | None
    year: int | None
    amount: Printed = field(metadata=AMOUNT)
    share: Printed | None = field(metadata=SHARE)
    prior: Comparison | None


@frozen(kw_only=True)
class FiscalTotal(Claim):
    """财政拨款收入、支出决算总计, against the initial budget and against last year."""

    name: str | None
    level: Level | None
    year: int | None
    total: Printed = field(metadata=AMOUNT)
    budget: Comparison | None
    prior: Comparison | None
