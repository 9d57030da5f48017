"""勾稽关系: the identities that the figures of final accounts have to satisfy, as data, and their check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from typing import Final

from attrs import field, frozen

from govfinance.calc._economic import economic_total, public_funds
from govfinance.calc._figure import Figure, sum_of
from govfinance.calc._fiscal import fiscal_expenditure_total, fiscal_income_total, fund_expenditure
from govfinance.calc._functional import functional_nature_total, functional_total
from govfinance.calc._given import given_totals
from govfinance.calc._lines import Measure
from govfinance.calc._overall import (
    expenditure_line,
    expenditure_total,
    income_total,
    outlay_total,
    overall_line,
    revenue_line,
    revenue_total,
)
from govfinance.calc._public import (
    ThreePublicLine,
    operating_expenses,
    procurement_to_micro,
    procurement_to_sme,
    three_public,
)
from govfinance.errors import Lang
from govfinance.model import FinalAccounts, FundSource, RevenueSource, SpendingNature
from govfinance.numeric import CONTEXT, round_half_up, subtract

__all__ = ["IDENTITIES", "Check", "Identity", "Relation", "Verdict", "check"]


class Verdict(Enum):
    """What a check found; ROUNDING (尾差) can only be found of printed figures, never of exact ones."""

    CONSISTENT = "CONSISTENT"
    ROUNDING = "ROUNDING"
    INCONSISTENT = "INCONSISTENT"
    UNVERIFIABLE = "UNVERIFIABLE"


class Relation(Enum):
    """How the two sides of an identity relate."""

    EQUAL = "="
    AT_MOST = "≤"


Sides = Callable[[FinalAccounts], Iterator[tuple[Figure, Figure]]]
"""Gives the pairs of figures that an identity compares."""


@frozen
class Identity:
    """One 勾稽关系: a stable id, what it says in both languages, where it comes from, and its two sides."""

    id: str
    zh: str
    en: str
    source: str
    sides: Sides = field(repr=False, eq=False)
    relation: Relation = Relation.EQUAL


@frozen
class Check:
    """The outcome of one comparison: the identity, the two figures, and the verdict."""

    identity: Identity
    left: Figure
    right: Figure
    verdict: Verdict

    @property
    def difference(self) -> Decimal | None:
        """Left minus right, in 元; None where a side is missing."""
        if self.left.value is None or self.right.value is None:
            return None
        return subtract(self.left.value, self.right.value)

    def message(self, lang: Lang = "en") -> str:
        """The outcome in one line."""
        relation = self.identity.relation.value
        says = self.identity.zh if lang == "zh" else self.identity.en
        if self.verdict is Verdict.UNVERIFIABLE:
            paths = ", ".join(self.left.missing() + self.right.missing())
            return f"{says}：未核对，未提供 {paths}" if lang == "zh" else f"{says}: not checked, {paths} not supplied"
        holds = self.verdict is Verdict.CONSISTENT
        sides = f"{self.left.named()} {relation} {self.right.named()}"
        if holds:
            return f"{says}：{sides}" if lang == "zh" else f"{says}: {sides}"
        gap = f"{round_half_up(self.difference or Decimal(0), 2):,f}"
        if lang == "zh":
            return f"{says}：不成立，{self.left.named()} 与 {self.right.named()} 相差 {gap} 元"
        return f"{says}: does not hold, {self.left.named()} and {self.right.named()} differ by {gap} 元"


def check(accounts: FinalAccounts) -> tuple[Check, ...]:
    """Compare everything that has to agree; nothing is raised, and what could not be checked says so."""
    return tuple(
        Check(identity, left, right, _verdict(identity.relation, left.value, right.value))
        for identity in IDENTITIES
        for left, right in identity.sides(accounts)
    )


def _verdict(relation: Relation, left: Decimal | None, right: Decimal | None) -> Verdict:
    if left is None or right is None:
        return Verdict.UNVERIFIABLE
    holds = left == right if relation is Relation.EQUAL else left <= right
    return Verdict.CONSISTENT if holds else Verdict.INCONSISTENT


_GENERAL: Final = FundSource.GENERAL_PUBLIC
_BOTH_YEARS: Final[tuple[Measure, ...]] = ("actual", "prior")


def _balance(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    for measure in _BOTH_YEARS:
        yield income_total(accounts, measure), outlay_total(accounts, measure)


def _fiscal_balance(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    yield fiscal_income_total(accounts), fiscal_expenditure_total(accounts)


def _opening(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    yield overall_line(accounts, "opening"), overall_line(accounts, "closing", "prior")


def _given_totals(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    for given, parts in given_totals(accounts):
        if any(part.value is not None for part in parts):
            yield given, sum_of(parts, f"{given.label}各项之和", given.path)


def _carry_over_bounds(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    for fund in FundSource:
        expenditure = fund_expenditure(accounts, fund)
        items = functional_total(accounts, fund)
        if items.value is not None and expenditure.path != items.path:
            yield expenditure, items


def _natures(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    for nature in (SpendingNature.BASIC, SpendingNature.PROJECT):
        yield (
            functional_nature_total(accounts, _GENERAL, nature),
            economic_total(accounts, nature),
        )


def _basic_and_project(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    parts = [economic_total(accounts, nature) for nature in (SpendingNature.BASIC, SpendingNature.PROJECT)]
    yield sum_of(parts, "基本支出加项目支出"), fund_expenditure(accounts, _GENERAL)


def _operating(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    yield operating_expenses(accounts), public_funds(accounts)


def _initial_budget(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    parts = [fund_expenditure(accounts, fund, "initial") for fund in FundSource]
    yield fiscal_income_total(accounts, "initial"), sum_of(parts, "财政拨款支出年初预算")


_LINES: Final[dict[ThreePublicLine, frozenset[str]]] = {
    "abroad": frozenset({"30212"}),
    "vehicle_purchase": frozenset({"30913", "31013"}),
    "vehicle_operation": frozenset({"30231"}),
    "reception": frozenset({"30217"}),
}


def _three_public_items(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    for name, codes in _LINES.items():
        items = [item for item in accounts.economic if str(item.code) in codes]
        value: Decimal | None = Decimal(0) if accounts.economic else None
        for item in items:
            value = None if value is None else CONTEXT.add(value, item.actual)
        right = Figure(value, f"经济分类 {'、'.join(sorted(codes))}", "economic")
        yield right, three_public(accounts, name)


def _fiscal_within_revenue(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    fiscal = [revenue_line(accounts, source) for source in RevenueSource if source.fund is not None]
    yield sum_of(fiscal, "财政拨款收入"), revenue_total(accounts)
    spent = [fund_expenditure(accounts, fund) for fund in FundSource]
    yield sum_of(spent, "财政拨款支出"), expenditure_total(accounts)


def _natures_within(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    for nature in (SpendingNature.BASIC, SpendingNature.PROJECT):
        yield economic_total(accounts, nature), expenditure_line(accounts, nature)


def _micro_within_sme(accounts: FinalAccounts) -> Iterator[tuple[Figure, Figure]]:
    yield procurement_to_micro(accounts), procurement_to_sme(accounts)


IDENTITIES: Final[tuple[Identity, ...]] = (
    Identity("overall.balance", "收入总计等于支出总计", "total income equals total outlay", "公开01表", _balance),
    Identity(
        "overall.opening",
        "年初结转和结余等于上年年末结转和结余",
        "the opening carry-over is last year's closing one",
        "公开01表、上年公开01表",
        _opening,
    ),
    Identity(
        "totals.given",
        "所列合计等于各项之和",
        "a total that is given equals the sum of its parts",
        "公开01至11表的合计、小计",
        _given_totals,
    ),
    Identity(
        "fiscal.balance",
        "财政拨款收入总计等于财政拨款支出总计",
        "fiscal income equals fiscal outlay",
        "公开04表",
        _fiscal_balance,
    ),
    Identity(
        "fiscal.items",
        "财政拨款支出等于功能分类各项之和",
        "the expenditure of a budget is the sum of its functional items",
        "公开04表与05、08、09表",
        _carry_over_bounds,
    ),
    Identity(
        "fiscal.initial",
        "财政拨款年初预算等于各功能分类年初预算之和",
        "the initial fiscal budget is the sum of the initial budgets of the items",
        "公开04表年初预算",
        _initial_budget,
    ),
    Identity(
        "general.natures",
        "功能分类的基本支出、项目支出等于经济分类的基本支出、项目支出",
        "basic and project expenditure are the same by function and by economic nature",
        "公开05表与06、07表",
        _natures,
    ),
    Identity(
        "general.sum",
        "六与七之和等于五：基本支出加项目支出等于一般公共预算财政拨款支出",
        "basic and project expenditure together are the general public budget expenditure",
        "公开05、06、07表",
        _basic_and_project,
    ),
    Identity(
        "operating.public_funds",
        "机构运行经费等于基本支出中的公用经费",
        "operating expenses are the public funds of the basic expenditure",
        "名词解释“机构运行经费”；公开06、11表",
        _operating,
    ),
    Identity(
        "three_public.items",
        "“三公”经费各项不小于经济分类相应科目",
        "each line of the three public expenses covers the economic items of its name",
        "公开06、07表与10表（一般公共预算部分）",
        _three_public_items,
        Relation.AT_MOST,
    ),
    Identity(
        "fiscal.within",
        "财政拨款收支不大于本年收支合计",
        "fiscal revenue and expenditure are within those of the year",
        "公开01、04表",
        _fiscal_within_revenue,
        Relation.AT_MOST,
    ),
    Identity(
        "general.within",
        "一般公共预算的基本支出、项目支出不大于全部基本支出、项目支出",
        "basic and project expenditure of the general public budget are within those of all funds",
        "公开03、05表",
        _natures_within,
        Relation.AT_MOST,
    ),
    Identity(
        "procurement.micro",
        "授予小微企业合同金额不大于授予中小企业合同金额",
        "contracts to small and micro enterprises are within those to small and medium ones",
        "公开11表",
        _micro_within_sme,
        Relation.AT_MOST,
    ),
)
"""All identities that `check` tries."""
