"""Claims on expenditure by function, by economic nature and by budget (sections 五 to 七, 九, 十)."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from govfinance.claims._base import AMOUNT, ITEM, ITEM_RATE, RATE, SHARE, Claim, Comparison, NamedAmount
from govfinance.model import FundSource, Level, SpendingNature
from govfinance.money import Change, Printed

__all__ = [
    "BudgetBasis",
    "ClassShare",
    "Difference",
    "EconomicClassTotal",
    "EconomicTotal",
    "FunctionalClassTotal",
    "FunctionalItemTotal",
    "FunctionalOverview",
    "FunctionalStructure",
    "FunctionalTotal",
    "FundExpenditure",
    "FundNothing",
    "FundsKind",
    "FundsTotal",
    "Relation",
]


class Difference(Enum):
    """What is said of the difference between 决算数 and 年初预算数 of an item."""

    EXPLAINED = "explained"
    IMMATERIAL = "immaterial"
    UNEXPLAINED = "unexplained"


class BudgetBasis(Enum):
    """Which budget 决算数 is compared with: 年初预算 or 全年预算."""

    INITIAL = "initial"
    ADJUSTED = "adjusted"


class Relation(Enum):
    """决算数 against 预算数: 大于, 小于 or 持平."""

    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal"


class FundsKind(Enum):
    """人员经费 or 公用经费."""

    PERSONNEL = "personnel"
    PUBLIC = "public"


@frozen(kw_only=True)
class FunctionalOverview(Claim):
    """一般公共预算财政拨款支出, its share of 本年支出合计 (none of zero), against last year."""

    name: str | None
    level: Level | None
    year: int | None
    amount: Printed = field(metadata=AMOUNT)
    share: Printed | None = field(metadata=SHARE)
    prior: Comparison | None


@frozen(kw_only=True)
class ClassShare:
    """One 类 of expenditure in a list, and its share of the whole."""

    class_name: str
    amount: Printed = field(metadata=AMOUNT)
    share: Printed | None = field(metadata=SHARE)


@frozen(kw_only=True)
class FunctionalStructure(Claim):
    """一般公共预算财政拨款支出 by 类, as far as they are not zero."""

    name: str | None
    level: Level | None
    year: int | None
    amount: Printed = field(metadata=AMOUNT)
    items: tuple[ClassShare, ...] | None


@frozen(kw_only=True)
class FunctionalTotal(Claim):
    """一般公共预算财政拨款支出决算 against the budget, and why they differ; whether 类 or 项 follow."""

    name: str | None
    level: Level | None
    year: int | None
    actual: Printed = field(metadata=AMOUNT)
    budget: Printed | None = field(metadata=AMOUNT)
    completion: Printed | None = field(metadata=RATE)
    basis: BudgetBasis | None = None
    relation: Relation | None = None
    reason: str | None = None
    itemised: bool | None


@frozen(kw_only=True)
class FunctionalClassTotal(Claim):
    """类决算数, and its change against the initial budget, of which no rate is said; whether 项 follow."""

    class_name: str
    actual: Printed = field(metadata=AMOUNT)
    change: Change | None
    itemised: bool | None


@frozen(kw_only=True)
class FunctionalItemTotal(Claim):
    """类、款、项: what for, the budget, the final figure, the execution rate (none on a budget of zero), why they differ."""

    class_name: str | None = None
    group_name: str
    item_name: str
    budget: Printed | None = field(metadata=ITEM)
    actual: Printed = field(metadata=ITEM)
    completion: Printed | None = field(metadata=ITEM_RATE)
    purpose: str | None = None
    basis: BudgetBasis | None = None
    relation: Relation | None = None
    difference: Difference | None = None
    reason: str | None


@frozen(kw_only=True)
class FundsTotal(Claim):
    """人员经费 or 公用经费, and the economic items that are not zero."""

    kind: FundsKind
    total: Printed = field(metadata=AMOUNT)
    items: tuple[NamedAmount, ...] | None


@frozen(kw_only=True)
class EconomicTotal(Claim):
    """一般公共预算财政拨款基本支出决算 or 项目支出决算, and 人员经费 and 公用经费 of it."""

    name: str | None
    level: Level | None
    year: int | None
    nature: SpendingNature
    total: Printed = field(metadata=AMOUNT)
    funds: tuple[FundsTotal, ...] | None = None


@frozen(kw_only=True)
class EconomicClassTotal(Claim):
    """An economic 类 of the project expenditure, and its items that are not zero."""

    class_name: str
    total: Printed = field(metadata=AMOUNT)
    items: tuple[NamedAmount, ...] | None


@frozen(kw_only=True)
class FundExpenditure(Claim):
    """政府性基金预算 or 国有资本经营预算财政拨款: revenue, expenditure, against last year; whether 项 follow."""

    name: str | None
    level: Level | None
    year: int | None
    fund: FundSource
    revenue: Printed | None = field(default=None, metadata=AMOUNT)
    amount: Printed = field(metadata=AMOUNT)
    prior: Comparison | None
    itemised: bool | None = None


@frozen(kw_only=True)
class FundNothing(Claim):
    """A budget brought no revenue and nothing of it was spent."""

    name: str | None
    level: Level | None
    year: int | None
    fund: FundSource
