"""勾稽关系: the identities that the figures of final accounts have to satisfy, as data, and their check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias

from attrs import field, frozen

from govfinance.calc._cells import Cells
from govfinance.calc._economic import economic_total, public_funds
from govfinance.calc._figure import Figure, sum_of
from govfinance.calc._fiscal import fiscal_expenditure_total, fiscal_income_total, fund_carry_over, fund_expenditure
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
from govfinance.calc._relations import TABLE_RELATIONS, Pair
from govfinance.errors import Lang
from govfinance.model import FinalAccounts, FundSource, Precision, PublicTable, RevenueSource, SpendingNature, Zeros
from govfinance.numeric import CONTEXT, ZERO, divide, multiply, round_half_up, subtract

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


Sides: TypeAlias = Callable[[Cells], Iterator[Pair]]
"""Gives the pairs of figures that an identity compares."""


@frozen
class Identity:
    """One 勾稽关系: a stable id, what it says in both languages, where it comes from, and its two sides.

    ``tables`` are the public tables that it is within or between, ``formula`` its two sides as sums of cells
    (``table/row/column``); both are empty where it is about figures that no table has.
    """

    id: str
    zh: str
    en: str
    source: str
    sides: Sides = field(repr=False, eq=False)
    relation: Relation = Relation.EQUAL
    tables: tuple[PublicTable, ...] = ()
    formula: str = ""


@frozen
class Check:
    """The outcome of one comparison: the identity, the two figures, and the verdict.

    ``margin`` is how far apart, in 元, the two can be by rounding alone; zero where the amounts are exact.
    """

    identity: Identity
    left: Figure
    right: Figure
    verdict: Verdict
    margin: Decimal = ZERO

    @property
    def difference(self) -> Decimal | None:
        """Left minus right, in 元; None where a side is missing."""
        if self.left.value is None or self.right.value is None:
            return None
        return subtract(self.left.value, self.right.value)

    def message(self, lang: Lang = "en") -> str:
        """The outcome in one line."""
        says = self.identity.zh if lang == "zh" else self.identity.en
        colon = "：" if lang == "zh" else ": "
        if self.verdict is Verdict.UNVERIFIABLE:
            paths = ", ".join(dict.fromkeys(self.left.missing() + self.right.missing()))
            return f"{says}：未核对，未提供 {paths}" if lang == "zh" else f"{says}: not checked, {paths} not supplied"
        left, right = self.left.named(), self.right.named()
        if self.verdict is Verdict.CONSISTENT:
            return f"{says}{colon}{left} {self.identity.relation.value} {right}"
        gap, margin = (f"{round_half_up(value, 2):,f}" for value in (self.difference or ZERO, self.margin))
        if self.verdict is Verdict.ROUNDING:
            if lang == "zh":
                return f"{says}：尾差，{left} 与 {right} 相差 {gap} 元，四舍五入可致 {margin} 元以内的差额"
            return f"{says}: rounding, {left} and {right} differ by {gap} 元, and rounding alone can make {margin} 元"
        if lang == "zh":
            return f"{says}：不成立，{left} 与 {right} 相差 {gap} 元"
        return f"{says}: does not hold, {left} and {right} differ by {gap} 元"


def check(accounts: FinalAccounts) -> tuple[Check, ...]:
    """Compare everything that has to agree; nothing is raised, and what could not be checked says so.

    Amounts that are exact either agree or not. Of those that were read from rounded ones (``accounts.precision``) each
    stands for all that round to it: what differs by no more than that is ROUNDING (尾差), what differs by more is
    INCONSISTENT, whatever the exact amounts are.
    """
    cells = Cells(accounts)
    return tuple(
        _checked(identity, left, right, accounts.precision)
        for identity in IDENTITIES
        for left, right in identity.sides(cells)
    )


def _checked(identity: Identity, left: Figure, right: Figure, precision: Precision | None) -> Check:
    if left.value is None or right.value is None:
        return Check(identity, left, right, Verdict.UNVERIFIABLE)
    holds = left.value == right.value if identity.relation is Relation.EQUAL else left.value <= right.value
    if holds or precision is None:
        return Check(identity, left, right, Verdict.CONSISTENT if holds else Verdict.INCONSISTENT)
    rounded = _rounded(left, precision.zeros) + _rounded(right, precision.zeros)
    margin = divide(multiply(precision.step, Decimal(rounded)), Decimal(2))
    possible = subtract(left.value, right.value).copy_abs() <= margin
    return Check(identity, left, right, Verdict.ROUNDING if possible else Verdict.INCONSISTENT, margin)


def _rounded(figure: Figure, zeros: Zeros) -> int:
    """How many rounded amounts a figure is the sum of."""
    terms = figure.terms
    if terms:
        return sum(_rounded(term, zeros) for _, term in terms)
    return 1 if figure.value or zeros is Zeros.ROUNDED else 0


def _about(sides: Callable[[FinalAccounts], Iterator[Pair]]) -> Sides:
    """The sides of an identity that asks the accounts themselves, not their tables."""
    return lambda cells: sides(cells.accounts)


_GENERAL: Final = FundSource.GENERAL_PUBLIC
_BOTH_YEARS: Final[tuple[Measure, ...]] = ("actual", "prior")


def _balance(accounts: FinalAccounts) -> Iterator[Pair]:
    for measure in _BOTH_YEARS:
        yield income_total(accounts, measure), outlay_total(accounts, measure)


def _fiscal_balance(accounts: FinalAccounts) -> Iterator[Pair]:
    yield fiscal_income_total(accounts), fiscal_expenditure_total(accounts)


def _opening(accounts: FinalAccounts) -> Iterator[Pair]:
    yield overall_line(accounts, "opening"), overall_line(accounts, "closing", "prior")
    for fund in FundSource:
        before = fund_carry_over(accounts, fund, "closing", "prior")
        if before.value is not None:
            yield fund_carry_over(accounts, fund, "opening"), before


def _given_totals(accounts: FinalAccounts) -> Iterator[Pair]:
    for given, parts in given_totals(accounts):
        if any(part.value is not None for part in parts):
            yield given, sum_of(parts, f"{given.label}各项之和", given.path)


def _basic_and_project(accounts: FinalAccounts) -> Iterator[Pair]:
    parts = [economic_total(accounts, nature) for nature in (SpendingNature.BASIC, SpendingNature.PROJECT)]
    yield sum_of(parts, "基本支出加项目支出"), fund_expenditure(accounts, _GENERAL)


def _operating(accounts: FinalAccounts) -> Iterator[Pair]:
    yield operating_expenses(accounts), public_funds(accounts)


def _initial_budget(accounts: FinalAccounts) -> Iterator[Pair]:
    parts = [fund_expenditure(accounts, fund, "initial") for fund in FundSource]
    yield fiscal_income_total(accounts, "initial"), sum_of(parts, "财政拨款支出年初预算")


_LINES: Final[dict[ThreePublicLine, frozenset[str]]] = {
    "abroad": frozenset({"30212"}),
    "vehicle_purchase": frozenset({"30913", "31013"}),
    "vehicle_operation": frozenset({"30231"}),
    "reception": frozenset({"30217"}),
}


def _three_public_items(accounts: FinalAccounts) -> Iterator[Pair]:
    for name, codes in _LINES.items():
        items = [item for item in accounts.economic if str(item.code) in codes]
        value: Decimal | None = Decimal(0) if accounts.economic else None
        for item in items:
            value = None if value is None else CONTEXT.add(value, item.actual)
        right = Figure(value, f"经济分类 {'、'.join(sorted(codes))}", "economic")
        yield right, three_public(accounts, name)


def _fiscal_within_revenue(accounts: FinalAccounts) -> Iterator[Pair]:
    fiscal = [revenue_line(accounts, source) for source in RevenueSource if source.fund is not None]
    yield sum_of(fiscal, "财政拨款收入"), revenue_total(accounts)
    spent = [fund_expenditure(accounts, fund) for fund in FundSource]
    yield sum_of(spent, "财政拨款支出"), expenditure_total(accounts)


def _natures_within(accounts: FinalAccounts) -> Iterator[Pair]:
    for nature in (SpendingNature.BASIC, SpendingNature.PROJECT):
        yield economic_total(accounts, nature), expenditure_line(accounts, nature)


def _micro_within_sme(accounts: FinalAccounts) -> Iterator[Pair]:
    yield procurement_to_micro(accounts), procurement_to_sme(accounts)


_OF_ACCOUNTS: Final[tuple[Identity, ...]] = (
    Identity(
        "overall.balance", "收入总计等于支出总计", "total income equals total outlay", "公开01表", _about(_balance)
    ),
    Identity(
        "overall.opening",
        "年初结转和结余等于上年年末结转和结余",
        "the opening carry-over is last year's closing one",
        "公开01表、上年公开01表",
        _about(_opening),
    ),
    Identity(
        "totals.given",
        "所列合计等于各项之和",
        "a total that is given equals the sum of its parts",
        "公开01至11表的合计、小计",
        _about(_given_totals),
    ),
    Identity(
        "fiscal.balance",
        "财政拨款收入总计等于财政拨款支出总计",
        "fiscal income equals fiscal outlay",
        "公开04表",
        _about(_fiscal_balance),
    ),
    Identity(
        "fiscal.initial",
        "财政拨款年初预算等于各功能分类年初预算之和",
        "the initial fiscal budget is the sum of the initial budgets of the items",
        "公开04表年初预算",
        _about(_initial_budget),
    ),
    Identity(
        "general.sum",
        "六与七之和等于五：基本支出加项目支出等于一般公共预算财政拨款支出",
        "basic and project expenditure together are the general public budget expenditure",
        "公开05、06、07表",
        _about(_basic_and_project),
    ),
    Identity(
        "operating.public_funds",
        "机关（机构）运行经费不大于基本支出中的公用经费",
        "operating expenses are within the public funds of the basic expenditure (only administrative units have any)",
        "名词解释“机关运行经费”：行政单位和参照公务员法管理的事业单位的公用经费；公开06、11表",
        _about(_operating),
        Relation.AT_MOST,
    ),
    Identity(
        "three_public.items",
        "“三公”经费各项不小于经济分类相应科目",
        "each line of the three public expenses covers the economic items of its name",
        "公开06、07表与10表（一般公共预算部分）",
        _about(_three_public_items),
        Relation.AT_MOST,
    ),
    Identity(
        "fiscal.within",
        "财政拨款收支不大于本年收支合计",
        "fiscal revenue and expenditure are within those of the year",
        "公开01、04表",
        _about(_fiscal_within_revenue),
        Relation.AT_MOST,
    ),
    Identity(
        "general.within",
        "一般公共预算的基本支出、项目支出不大于全部基本支出、项目支出",
        "basic and project expenditure of the general public budget are within those of all funds",
        "公开03、05表",
        _about(_natures_within),
        Relation.AT_MOST,
    ),
    Identity(
        "procurement.micro",
        "授予小微企业合同金额不大于授予中小企业合同金额",
        "contracts to small and micro enterprises are within those to small and medium ones",
        "公开11表",
        _about(_micro_within_sme),
        Relation.AT_MOST,
    ),
)

_OF_TABLES: Final[tuple[Identity, ...]] = tuple(
    Identity(
        id=relation.id,
        zh=relation.zh,
        en=relation.en,
        source="；".join(table.official for table in relation.tables),
        sides=relation.sides,
        relation=Relation.AT_MOST if relation.at_most else Relation.EQUAL,
        tables=relation.tables,
        formula=relation.formula,
    )
    for relation in TABLE_RELATIONS
)

IDENTITIES: Final[tuple[Identity, ...]] = (*_OF_ACCOUNTS, *_OF_TABLES)
"""All identities that `check` tries."""
