"""财政拨款收入支出总体 (公开04表): each budget and the totals over them.

``measure`` is one of ``initial`` 年初预算, ``adjusted`` 全年预算, ``actual`` 决算, ``prior`` 上年决算. A total that
the accounts give is used as it is; one that they leave out is the sum of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from govfinance.calc._figure import Figure, total_or_given
from govfinance.calc._functional import functional_items, functional_sum_of_fund
from govfinance.calc._lines import Measure, Total, line_figure
from govfinance.calc._overall import revenue_line
from govfinance.model import FinalAccounts, FundLine, FundSource, RevenueSource

__all__ = [
    "fiscal_expenditure_total",
    "fiscal_expenditure_with_parts",
    "fiscal_income_total",
    "fiscal_income_with_parts",
    "fund_carry_over",
    "fund_expenditure",
]


def _fund_line(accounts: FinalAccounts, fund: FundSource) -> FundLine | None:
    if accounts.fiscal is None:
        return None
    for line in accounts.fiscal.funds:
        if line.fund is fund:
            return line
    return None


def fund_carry_over(
    accounts: FinalAccounts, fund: FundSource, name: Literal["opening", "closing"], measure: Measure = "actual"
) -> Figure:
    """年初 or 年末财政拨款结转和结余 of one budget."""
    line = _fund_line(accounts, fund)
    label = f"{'年初' if name == 'opening' else '年末'}{fund.official}财政拨款结转和结余"
    return line_figure(None if line is None else getattr(line, name), measure, label, f"fiscal.funds.{fund.key}.", name)


def fund_expenditure(accounts: FinalAccounts, fund: FundSource, measure: Measure = "actual") -> Figure:
    """本年支出 of one budget: as supplied, else the sum of its functional items."""
    line = _fund_line(accounts, fund)
    label = f"{fund.official}财政拨款支出"
    path = f"fiscal.funds.{fund.value}.expenditure"
    given = line_figure(None if line is None else line.expenditure, measure, label, path)
    if given.value is not None:
        return given
    items = functional_items(accounts, fund)
    return functional_sum_of_fund(items, fund, measure) if items else given


def _fiscal(accounts: FinalAccounts, measure: Measure, label: str) -> Figure:
    holder = None if accounts.fiscal is None else accounts.fiscal.total
    return line_figure(holder, measure, label, "fiscal.total")


def fiscal_income_with_parts(accounts: FinalAccounts, measure: Measure) -> Total:
    return _fiscal(accounts, measure, "财政拨款收入总计"), _fiscal_income_parts(accounts, measure)


def _fiscal_income_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    for source in RevenueSource:
        if source.fund is not None:
            yield revenue_line(accounts, source, measure)
            yield fund_carry_over(accounts, source.fund, "opening", measure)


def fiscal_income_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """财政拨款收入总计 = Σ over the budgets (本年收入 + 年初财政拨款结转和结余)."""
    return total_or_given(*fiscal_income_with_parts(accounts, measure))


def fiscal_expenditure_with_parts(accounts: FinalAccounts, measure: Measure) -> Total:
    return _fiscal(accounts, measure, "财政拨款支出总计"), _fiscal_expenditure_parts(accounts, measure)


def _fiscal_expenditure_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    for fund in FundSource:
        yield fund_expenditure(accounts, fund, measure)
        yield fund_carry_over(accounts, fund, "closing", measure)


def fiscal_expenditure_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """财政拨款支出总计 = Σ over the budgets (本年支出 + 年末财政拨款结转和结余)."""
    return total_or_given(*fiscal_expenditure_with_parts(accounts, measure))
