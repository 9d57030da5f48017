"""Last year's accounts and the budget as the comparative columns of this year's."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from attrs import evolve

import govfinance.calc as calc
from govfinance.comparatives._figures import with_figures
from govfinance.errors import InvalidInputError, Problem
from govfinance.model import FinalAccounts, FundSource, Overall, Precision, ThreePublic, Zeros
from govfinance.numeric import ZERO

__all__ = ["with_budget", "with_prior_year"]

_OVERALL: Final = ("total", "revenue", "surplus_used", "opening", "expenditure", "surplus_distribution", "closing")


def with_prior_year(accounts: FinalAccounts, last_year: FinalAccounts) -> FinalAccounts:
    """The accounts with the 决算数 of last year's as their 上年决算数.

    An item that last year's table does not have was zero then; one that only last year's has counts in the totals alone.
    Raises `InvalidInputError` where it is not the accounts of the year before.
    """
    _check_year(accounts, last_year, accounts.year - 1)
    return _merged(accounts, last_year, "prior")


def with_budget(accounts: FinalAccounts, budget: FinalAccounts) -> FinalAccounts:
    """The accounts with the figures of a budget (in the columns of its 决算数) as their 年初预算数.

    An item that the budget does not have had none; one that only the budget has is added, with nothing spent. Raises
    `InvalidInputError` where the budget is of another year.
    """
    _check_year(accounts, budget, accounts.year)
    return _merged(accounts, budget, "initial")


def _check_year(accounts: FinalAccounts, other: FinalAccounts, year: int) -> None:
    if other.year != year:
        raise InvalidInputError(
            [
                Problem(
                    "other-year",
                    f"expected the year {year} beside accounts of {accounts.year}, got {other.year}",
                    f"与 {accounts.year} 年度相比应为 {year} 年度的数据，实际为 {other.year} 年度",
                    "year",
                )
            ]
        )


def _merged(accounts: FinalAccounts, other: FinalAccounts, measure: str) -> FinalAccounts:
    figures = {place: {measure: amount} for place, amount in _figures(accounts, other, measure) if amount is not None}
    return evolve(with_figures(accounts, figures), precision=_coarser(accounts.precision, other.precision))


def _figures(accounts: FinalAccounts, other: FinalAccounts, measure: str) -> Iterator[tuple[str, Decimal | None]]:
    """Every figure of the other accounts that the comparative columns hold; a total only where it was given there."""
    totals = {"total": calc.income_total, "revenue": calc.revenue_total, "expenditure": calc.expenditure_total}
    for name in _OVERALL:
        amount = _given(other.overall, name, "actual")
        if amount is None and name in totals and _given(accounts.overall, name, measure) is not None:
            amount = totals[name](other).value  # in the place of a total that was given before
        yield f"overall.{name}", amount
    for one in other.revenue:
        yield f"revenue.{one.source.value}", one.actual
    for spent in other.expenditure:
        yield f"expenditure.{spent.nature.value}", spent.actual
    total = None if other.fiscal is None else other.fiscal.total
    fiscal = calc.fiscal_income_total(other).value if measure == "initial" else None
    yield "fiscal.total", fiscal if total is None or total.actual is None else total.actual
    for fund in FundSource:
        for name in ("opening", "closing"):
            yield f"fiscal.{fund.value}.{name}", calc.fund_carry_over(other, fund, name).value  # type: ignore[arg-type]
        yield f"fiscal.{fund.value}.expenditure", calc.fund_expenditure(other, fund).value
        yield from _items(accounts, other, fund, measure)
    if other.three_public is not None:
        for name, figure in calc.three_public_lines(other).items():
            given = (_given(other.three_public, name, "actual"), _given(accounts.three_public, name, measure))
            if name not in ("total", "vehicles") or given != (None, None):
                yield f"three_public.{name}", figure.value
    yield "operating_expenses", calc.operating_expenses(other).value


def _given(holder: Overall | ThreePublic | None, name: str, measure: str) -> Decimal | None:
    """A figure of a line as it was supplied."""
    line = None if holder is None else getattr(holder, name)
    amount: Decimal | None = None if line is None else getattr(line, measure)
    return amount


def _items(
    accounts: FinalAccounts, other: FinalAccounts, fund: FundSource, measure: str
) -> Iterator[tuple[str, Decimal | None]]:
    theirs = {item.code.text: item.actual for item in calc.functional_items(other, fund)}
    if not theirs:
        return
    ours = {item.code.text for item in calc.functional_items(accounts, fund)}
    codes = ours | {code for code, amount in theirs.items() if amount} if measure == "initial" else ours
    for code in sorted(codes):
        yield f"functional.{fund.value}.{code}", theirs.get(code, ZERO)


def _coarser(first: Precision | None, second: Precision | None) -> Precision | None:
    """How exactly amounts of both are known."""
    if first is None or second is None:
        return first or second
    rounded = Zeros.ROUNDED in (first.zeros, second.zeros)
    return Precision(step=max(first.step, second.step), zeros=Zeros.ROUNDED if rounded else Zeros.NIL)
