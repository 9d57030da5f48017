"""收入支出决算总体 (公开01–03表): revenue, expenditure, carry-over and the totals over them.

``measure`` is one of ``initial`` 年初预算, ``adjusted`` 全年预算, ``actual`` 决算, ``prior`` 上年决算. A total that
the accounts give is used as it is; one that they leave out is the sum of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal, TypeAlias

from govfinance.calc._figure import Figure, total_or_given
from govfinance.calc._lines import Measure, Total, line_figure, line_total
from govfinance.model import ExpenditureLine, FinalAccounts, RevenueLine, RevenueSource, SpendingNature

__all__ = [
    "OverallLine",
    "expenditure_line",
    "expenditure_lines",
    "expenditure_total",
    "expenditure_with_parts",
    "income_total",
    "income_with_parts",
    "outlay_total",
    "outlay_with_parts",
    "overall_figure",
    "overall_line",
    "revenue_line",
    "revenue_lines",
    "revenue_total",
    "revenue_with_parts",
]

OverallLine: TypeAlias = Literal["surplus_used", "opening", "surplus_distribution", "closing"]

_OVERALL: Final = {
    "surplus_used": "使用非财政拨款结余和专用结余",
    "opening": "年初结转和结余",
    "surplus_distribution": "结余分配",
    "closing": "年末结转和结余",
}


def overall_figure(accounts: FinalAccounts, name: str, measure: Measure, label: str) -> Figure:
    holder = None if accounts.overall is None else getattr(accounts.overall, name)
    return line_figure(holder, measure, label, "overall.", name)


def revenue_line(accounts: FinalAccounts, source: RevenueSource, measure: Measure = "actual") -> Figure:
    """One line of 本年收入."""
    return _revenue_figure(_lines(accounts.revenue, "source").get(source), source, measure)


def revenue_lines(accounts: FinalAccounts, measure: Measure = "actual") -> Iterator[tuple[RevenueSource, Figure]]:
    """All lines of 本年收入, in the order of the official table."""
    lines = _lines(accounts.revenue, "source")
    return ((source, _revenue_figure(lines.get(source), source, measure)) for source in RevenueSource)


def _lines(lines: Iterable[Any], key: str) -> dict[Any, Any]:
    return {getattr(line, key): line for line in lines}


def _revenue_figure(line: RevenueLine | None, source: RevenueSource, measure: Measure) -> Figure:
    return line_figure(line, measure, source.official, "revenue.", source.key)


def revenue_with_parts(accounts: FinalAccounts, measure: Measure) -> Total:
    return _revenue_given(accounts, measure), _revenue_parts(accounts, measure)


def _revenue_given(accounts: FinalAccounts, measure: Measure) -> Figure:
    return overall_figure(accounts, "revenue", measure, "本年收入合计")


def _revenue_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    return (figure for _, figure in revenue_lines(accounts, measure))


def revenue_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """本年收入合计."""
    given = _revenue_given(accounts, measure)
    return line_total(given, accounts.revenue, RevenueSource, measure, _revenue_parts, accounts)


def expenditure_line(accounts: FinalAccounts, nature: SpendingNature, measure: Measure = "actual") -> Figure:
    """One line of 本年支出."""
    return _expenditure_figure(_lines(accounts.expenditure, "nature").get(nature), nature, measure)


def expenditure_lines(accounts: FinalAccounts, measure: Measure = "actual") -> Iterator[tuple[SpendingNature, Figure]]:
    """All lines of 本年支出, in the order of the official table."""
    lines = _lines(accounts.expenditure, "nature")
    return ((nature, _expenditure_figure(lines.get(nature), nature, measure)) for nature in SpendingNature)


def _expenditure_figure(line: ExpenditureLine | None, nature: SpendingNature, measure: Measure) -> Figure:
    return line_figure(line, measure, nature.official, "expenditure.", nature.key)


def expenditure_with_parts(accounts: FinalAccounts, measure: Measure) -> Total:
    return _expenditure_given(accounts, measure), _expenditure_parts(accounts, measure)


def _expenditure_given(accounts: FinalAccounts, measure: Measure) -> Figure:
    return overall_figure(accounts, "expenditure", measure, "本年支出合计")


def _expenditure_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    return (figure for _, figure in expenditure_lines(accounts, measure))


def expenditure_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """本年支出合计."""
    given = _expenditure_given(accounts, measure)
    return line_total(given, accounts.expenditure, SpendingNature, measure, _expenditure_parts, accounts)


def overall_line(accounts: FinalAccounts, name: OverallLine, measure: Measure = "actual") -> Figure:
    """A line of 公开01表 that is neither revenue nor expenditure of the year."""
    return overall_figure(accounts, name, measure, _OVERALL[name])


def income_with_parts(accounts: FinalAccounts, measure: Measure) -> Total:
    given = overall_figure(accounts, "total", measure, "收入总计")
    return given, _income_parts(accounts, measure)


def _income_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    yield revenue_total(accounts, measure)
    yield overall_line(accounts, "surplus_used", measure)
    yield overall_line(accounts, "opening", measure)


def income_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """收入总计 = 本年收入合计 + 使用非财政拨款结余和专用结余 + 年初结转和结余."""
    return total_or_given(*income_with_parts(accounts, measure))


def outlay_with_parts(accounts: FinalAccounts, measure: Measure) -> Total:
    given = overall_figure(accounts, "total", measure, "支出总计")
    return given, _outlay_parts(accounts, measure)


def _outlay_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    yield expenditure_total(accounts, measure)
    yield overall_line(accounts, "surplus_distribution", measure)
    yield overall_line(accounts, "closing", measure)


def outlay_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余."""
    return total_or_given(*outlay_with_parts(accounts, measure))
