"""Drawn accounts made such as offices have them: codes of the finest level, and no part of a total greater than it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any, Final, Literal, TypeVar

from attrs import evolve

import govfinance.catalog as catalog
from govfinance.calc import expenditure_total, fiscal_income_total, fund_expenditure, income_total
from govfinance.codes import EconomicCode, FunctionalCode
from govfinance.model import (
    BudgetLine,
    CarryOver,
    EconomicItem,
    ExpenditureLine,
    FinalAccounts,
    FunctionalItem,
    FundLine,
    FundSource,
    RevenueLine,
    RevenueSource,
    SpendingNature,
)
from govfinance.numeric import ZERO, add, subtract, total

__all__ = ["refined", "within"]

_Line = TypeVar("_Line", BudgetLine, CarryOver, RevenueLine, ExpenditureLine)
_DEEPEST: Final = 7
"""Digits of a 项."""
_PART: Final = 5
"""Digits of an economic 款."""


def refined(accounts: FinalAccounts) -> FinalAccounts:
    """The accounts with a 项 in place of each 类 or 款, and a 款 in place of each economic 类, by their official names."""
    functional: dict[tuple[object, str], FunctionalItem] = {}
    items = [entry.code.text for entry in catalog.functional_entries(accounts.year) if len(entry.code.text) == _DEEPEST]
    for item in sorted(accounts.functional, key=lambda item: -len(item.code.text)):
        if len(item.code.text) < _DEEPEST:
            code = _below(item.code.text, items, {code for fund, code in functional if fund is item.fund})
            item = evolve(item, code=FunctionalCode(code), name=None, class_name=None)
        elif item.name is not None and catalog.name_in(item.code.text, accounts.year) is not None:
            item = evolve(item, name=None)
        functional[item.fund, item.code.text] = item
    economic: dict[tuple[object, str], EconomicItem] = {}
    parts = [entry.code.text for entry in catalog.economic_entries(accounts.year) if len(entry.code.text) == _PART]
    for part in sorted(accounts.economic, key=lambda item: -len(item.code.text)):
        if len(part.code.text) < _PART:
            code = _below(part.code.text, parts, {code for nature, code in economic if nature is part.nature})
            part = evolve(part, code=EconomicCode(code))
        economic[part.nature, part.code.text] = part
    return evolve(accounts, functional=[*functional.values()], economic=[*economic.values()])


def _below(code: str, known: Iterable[str], taken: Collection[str]) -> str:
    """A code of the finest level below another, if there is one that is not taken, else one near it."""
    free = sorted(set(known) - {*taken})
    return next((one for length in (len(code), 3, 0) for one in free if one.startswith(code[:length])), code)


def within(accounts: FinalAccounts) -> FinalAccounts:
    """The accounts with totals that are no less than those of 财政拨款: what is missing is money from elsewhere."""
    accounts = _fiscal(_carried(_not_negative(accounts)))
    accounts = _before(accounts)
    return _budgeted(accounts)


def _not_negative(accounts: FinalAccounts) -> FinalAccounts:
    """结转和结余 of 财政拨款 that are not below zero."""
    fiscal = accounts.fiscal
    if fiscal is None:
        return accounts
    lines: list[FundLine] = []
    more = ZERO
    for line in fiscal.funds:
        lacking = subtract(ZERO, min(ZERO, _actual(line.opening), _actual(line.closing)))
        more = add(more, lacking)
        opening, closing = _raised(line.opening, lacking, "actual"), _raised(line.closing, lacking, "actual")
        lines.append(evolve(line, opening=opening, closing=closing))
    return evolve(accounts, fiscal=evolve(fiscal, funds=lines, total=_raised(fiscal.total, more, "actual")))


def _actual(line: CarryOver | None) -> Decimal:
    return ZERO if line is None or line.actual is None else line.actual


def _carried(accounts: FinalAccounts) -> FinalAccounts:
    """年初 and 年末结转和结余 no less than those of 财政拨款."""
    overall, fiscal = accounts.overall, accounts.fiscal
    if overall is None or fiscal is None:
        return accounts
    lacking = max(
        _lacking([line.opening for line in fiscal.funds], overall.opening),
        _lacking([line.closing for line in fiscal.funds], overall.closing),
    )
    changed = {
        name: _raised(getattr(overall, name), lacking, "actual", "prior") for name in ("opening", "closing", "total")
    }
    return evolve(accounts, overall=evolve(overall, **changed))


def _lacking(parts: Iterable[CarryOver | None], whole: CarryOver | None) -> Decimal:
    actual = ZERO if whole is None or whole.actual is None else whole.actual
    return max(ZERO, subtract(total(max(ZERO, part.actual or ZERO) for part in parts if part is not None), actual))


def _raised(line: _Line | None, amount: Decimal, *measures: str) -> _Line | None:
    """`_more` where there is a line."""
    return None if line is None else _more(line, amount, *measures)


def _more(line: _Line, amount: Decimal, *measures: str) -> _Line:
    """A line with more in some of its measures, as far as it has them."""
    more: dict[str, Any] = {name: add(value, amount) for name in measures if (value := getattr(line, name)) is not None}
    return evolve(line, **more)


def _fiscal(accounts: FinalAccounts) -> FinalAccounts:
    """The total of 财政拨款 no less than what its budgets spent in the year before and were to spend in this one."""
    fiscal = accounts.fiscal
    if fiscal is None:
        return accounts
    line = fiscal.total
    measures: tuple[Literal["initial", "prior"], ...] = ("initial", "prior")
    for measure in measures:
        spent = total(fund_expenditure(accounts, fund, measure).value or ZERO for fund in FundSource)
        line = _raised(line, _lacking_of(fiscal_income_total(accounts, measure).value, spent), measure)
    return evolve(accounts, fiscal=evolve(fiscal, total=line))


def _before(accounts: FinalAccounts) -> FinalAccounts:
    """The year before: totals no less than those of 财政拨款; 其他收入 and 项目支出 make up for it."""
    overall = accounts.overall
    if overall is None:
        return accounts
    spent = total(fund_expenditure(accounts, fund, "prior").value or ZERO for fund in FundSource)
    fiscal = max(spent, fiscal_income_total(accounts, "prior").value or ZERO)
    lacking = max(
        _lacking_of(income_total(accounts, "prior").value, fiscal),
        _lacking_of(expenditure_total(accounts, "prior").value, spent),
    )
    raised = {name: _raised(getattr(overall, name), lacking, "prior") for name in ("total", "revenue", "expenditure")}
    return evolve(
        accounts,
        overall=evolve(overall, **raised),
        revenue=[
            _more(line, lacking, "prior") if line.source is RevenueSource.OTHER else line for line in accounts.revenue
        ],
        expenditure=[
            _more(line, lacking, "prior") if line.nature is SpendingNature.PROJECT else line
            for line in accounts.expenditure
        ],
    )


def _lacking_of(whole: Decimal | None, part: Decimal) -> Decimal:
    return ZERO if whole is None else max(ZERO, subtract(part, whole))


def _budgeted(accounts: FinalAccounts) -> FinalAccounts:
    """年初预算 of all no less than that of 财政拨款."""
    overall = accounts.overall
    if overall is None:
        return accounts
    lacking = _lacking_of(
        income_total(accounts, "initial").value, fiscal_income_total(accounts, "initial").value or ZERO
    )
    raised = {name: _raised(getattr(overall, name), lacking, "initial") for name in ("total", "revenue")}
    return evolve(accounts, overall=evolve(overall, **raised))
