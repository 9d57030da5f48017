"""Expenditure by function (公开05、08、09表): 项, 类 and the sums over them.

``measure`` is one of ``initial`` 年初预算, ``adjusted`` 全年预算, ``actual`` 决算, ``prior`` 上年决算. A total that
the accounts give is used as it is; one that they leave out is the sum of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import govfinance.catalog as catalog
from govfinance.calc._columns import FUND_TABLES
from govfinance.calc._figure import Figure, sum_over
from govfinance.calc._lines import _SUFFIXES, Measure
from govfinance.calc._rollup import from_fen, rollup_of
from govfinance.codes import FunctionalCode
from govfinance.model import FinalAccounts, FunctionalItem, FundSource, SpendingNature

__all__ = [
    "functional_class_total",
    "functional_classes",
    "functional_figure",
    "functional_items",
    "functional_nature_total",
    "functional_sum_of_fund",
    "functional_total",
]


_TABLES: Final = {fund: table for table, fund in FUND_TABLES.items()}


def functional_items(accounts: FinalAccounts, fund: FundSource) -> tuple[FunctionalItem, ...]:
    """The functional items of one budget in the order of their codes."""
    return tuple([item for item in accounts.functional if item.fund is fund])


def functional_figure(item: FunctionalItem, measure: Measure = "actual", label: str = "") -> Figure:
    """One figure of a functional item."""
    code = item.code.text
    return Figure(
        getattr(item, measure),
        (label or code) + _SUFFIXES[measure],
        f"functional.{item.fund.key}.{code}.{measure}",
    )


def _stated(accounts: FinalAccounts, fund: FundSource, row: str, column: str, label: str) -> Figure | None:
    """The figure as the table of the budget prints it, or as it follows from what is printed there; None otherwise."""
    table = _TABLES[fund]
    rollup = rollup_of(accounts)
    if not rollup.states(table, row):
        return None
    return Figure(from_fen(rollup.value(table, row, column)), label, f"{table.key}/{row}/{column}")


def _functional_sum(items: Sequence[FunctionalItem], measure: Measure, label: str, path: str) -> Figure:
    values = [getattr(item, measure) for item in items]
    return sum_over(values, label + _SUFFIXES[measure], path, _functional_figures, items, measure)


def _functional_figures(items: Sequence[FunctionalItem], measure: Measure) -> Iterator[Figure]:
    return (functional_figure(item, measure) for item in items)


def functional_total(accounts: FinalAccounts, fund: FundSource, measure: Measure = "actual") -> Figure:
    """The sum over the functional items of a budget (公开05、08、09表合计)."""
    if accounts.stated and measure == "actual":
        stated = _stated(accounts, fund, "total", "total", f"{fund.official}财政拨款支出")
        if stated is not None:
            return stated
    return functional_sum_of_fund(functional_items(accounts, fund), fund, measure)


def functional_sum_of_fund(items: Sequence[FunctionalItem], fund: FundSource, measure: Measure) -> Figure:
    return _functional_sum(items, measure, f"{fund.official}财政拨款支出", f"functional.{fund.key}.*.{measure}")


def functional_classes(accounts: FinalAccounts, fund: FundSource) -> dict[FunctionalCode, tuple[FunctionalItem, ...]]:
    """The 类 in which a budget has items, in the order of their codes, each with its items."""
    found: dict[str, list[FunctionalItem]] = {}
    for item in functional_items(accounts, fund):
        found.setdefault(item.code.text[:3], []).append(item)
    return {FunctionalCode(text): tuple(items) for text, items in found.items()}


def functional_class_total(
    accounts: FinalAccounts,
    fund: FundSource,
    class_code: FunctionalCode,
    measure: Measure = "actual",
    *,
    items: Sequence[FunctionalItem] | None = None,
) -> Figure:
    """类 = Σ its items, which ``functional_classes`` gives too: ``items`` saves looking for them again."""
    prefix = class_code.text
    name = catalog.functional_names(prefix, accounts.year)[0] or prefix
    if accounts.stated and measure == "actual":
        stated = _stated(accounts, fund, prefix, "total", name)
        if stated is not None:
            return stated
    if items is None:
        items = [item for item in functional_items(accounts, fund) if item.code.text.startswith(prefix)]
    return _functional_sum(items, measure, name, f"functional.{fund.key}.{prefix}")


def functional_nature_total(accounts: FinalAccounts, fund: FundSource, nature: SpendingNature) -> Figure:
    """Basic or project expenditure over the functional items of a budget."""

    label = f"{fund.official}财政拨款{nature.official}"
    path = f"functional.{fund.key}.*.{nature.key}"
    if accounts.stated:
        stated = _stated(accounts, fund, "total", nature.key, label)
        if stated is not None:
            return stated
    items = functional_items(accounts, fund)
    return sum_over([getattr(item, nature.key) for item in items], label, path, _nature_figures, items, nature)


def _nature_figures(items: Sequence[FunctionalItem], nature: SpendingNature) -> Iterator[Figure]:
    for item in items:
        path = f"functional.{item.fund.key}.{item.code.text}.{nature.key}"
        yield Figure(getattr(item, nature.key), item.code.text, path)
