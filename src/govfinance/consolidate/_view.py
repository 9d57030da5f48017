"""One unit as consolidation sees it: its accounts, its tables, and what the absence of a table means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, TypeAlias

from attrs import frozen

from govfinance.calc import (
    COLUMNS,
    Address,
    Cells,
    Figure,
    ThreePublicName,
    expenditure_total,
    fiscal_expenditure_total,
    fiscal_income_total,
    from_fen,
    functional_nature_total,
    fund_expenditure,
    income_total,
    operating_expenses,
    outlay_total,
    procurement_to_micro,
    procurement_to_sme,
    procurement_total,
    revenue_total,
    three_public,
)
from govfinance.model import FinalAccounts, FundSource, PublicTable, SpendingNature
from govfinance.numeric import ZERO

__all__ = ["FUND_TABLES", "NATURE_TABLES", "Gap", "Number", "View", "total_of"]

Number: TypeAlias = Decimal | int
"""An amount in 元, or a count."""

FUND_TABLES: Final = {
    FundSource.GENERAL_PUBLIC: PublicTable.GENERAL_PUBLIC,
    FundSource.GOVERNMENT_FUND: PublicTable.GOVERNMENT_FUND,
    FundSource.STATE_CAPITAL: PublicTable.STATE_CAPITAL,
}
NATURE_TABLES: Final = {SpendingNature.BASIC: PublicTable.BASIC, SpendingNature.PROJECT: PublicTable.PROJECT}
_FUNDS: Final = {table: fund for fund, table in FUND_TABLES.items()}
_NATURES: Final = {table: nature for nature, table in NATURE_TABLES.items()}
_SPENT: Final = ("total", "basic", "project")


@frozen(kw_only=True)
class Gap:
    """A sum that is not known: units that supply the figure, and those that do not. Missing is not zero."""

    path: str
    missing_in: tuple[str, ...]


class View:
    """A unit's accounts, with its tables made once."""

    def __init__(self, accounts: FinalAccounts) -> None:
        self.accounts = accounts
        self.name = accounts.department.name

    @cached_property
    def cells(self) -> Cells:
        """All tables of the unit."""
        return Cells(self.accounts)

    def supplied(self, table: PublicTable) -> bool:
        """Whether `govfinance.calc` knows the rows of a table: a row that is not there is zero."""
        return self.cells.rollup.leaves(table) is not None

    def known(self, table: PublicTable) -> bool:
        """The same, also where there can be no row: what adds up to zero, with no part below zero, has none."""
        return self.supplied(table) or _nothing_spent(self.accounts, table)

    def rows(self, table: PublicTable) -> Mapping[str, Mapping[str, Decimal]]:
        """The rows of a table that were supplied, or that follow, column by column; none where there is nothing."""
        leaves = self.cells.rollup.leaves(table) or {}
        return {
            code: {column: from_fen(fen) or ZERO for column, fen in zip(COLUMNS[table], row, strict=True)}
            for code, row in leaves.items()
        }

    def cell(self, address: Address) -> Decimal | None:
        """A cell in 元; a row of a table in which there can be no row is zero."""
        value = from_fen(self.cells.value(address))
        table, row, column = address
        if value is None and (row.isdigit() or row in ("total", "personnel", "public")):
            base = PublicTable.EXPENDITURE if table is PublicTable.TOTALS and row.isdigit() else table
            balance = table in _FUNDS and column not in _SPENT
            if base in _ZERO_TABLES and not balance and _nothing_spent(self.accounts, base):
                return ZERO
        return value


_ZERO_TABLES: Final = (PublicTable.REVENUE, PublicTable.EXPENDITURE, *_FUNDS, *_NATURES)


def _nothing_spent(accounts: FinalAccounts, table: PublicTable) -> bool:
    if table is PublicTable.REVENUE:
        return revenue_total(accounts).value == 0
    if table is PublicTable.EXPENDITURE:
        return expenditure_total(accounts).value == 0
    if table in _FUNDS:
        return fund_expenditure(accounts, _FUNDS[table]).value == 0
    if table not in _NATURES:
        return False
    general = FundSource.GENERAL_PUBLIC
    if fund_expenditure(accounts, general).value == 0:
        return True
    return not accounts.economic and functional_nature_total(accounts, general, _NATURES[table]).value == 0


_Total: TypeAlias = Callable[[FinalAccounts, Any], Decimal | None]


def _one_side(*sides: Callable[[FinalAccounts, Any], Figure]) -> _Total:
    """A total of two sides: None where they differ, since then it is not known which is meant."""

    def both(accounts: FinalAccounts, measure: Any) -> Decimal | None:
        values: Iterable[Decimal | None] = (side(accounts, measure).value for side in sides)
        known = {value for value in values if value is not None}
        return known.pop() if len(known) == 1 else None

    return both


def _fund_total(fund: FundSource) -> Callable[[FinalAccounts, Any], Figure]:
    return lambda accounts, measure: fund_expenditure(accounts, fund, measure)


def _public_total(name: ThreePublicName) -> Callable[[FinalAccounts, Any], Figure]:
    return lambda accounts, measure: three_public(accounts, name, measure)


_PUBLIC: Final[tuple[ThreePublicName, ...]] = ("total", "vehicles", "reception")

_TOTALS: Final[dict[str, _Total]] = {
    "overall.total": _one_side(income_total, outlay_total),
    "overall.revenue": _one_side(revenue_total),
    "overall.expenditure": _one_side(expenditure_total),
    "fiscal.total": _one_side(fiscal_income_total, fiscal_expenditure_total),
    "operating_expenses": _one_side(operating_expenses),
    **{f"fiscal.funds.{fund.key}.expenditure": _one_side(_fund_total(fund)) for fund in FundSource},
    **{f"three_public.{name}": _one_side(_public_total(name)) for name in _PUBLIC},
    "procurement": _one_side(
        lambda accounts, name: {
            "total": procurement_total,
            "to_sme": procurement_to_sme,
            "to_micro": procurement_to_micro,
        }[name](accounts)
    ),
}
"""The totals of the model: what each is where the accounts leave it out; by path, without the measure."""


def total_of(path: str) -> Callable[[FinalAccounts], Decimal | None] | None:
    """How the total that stands at a path follows from its parts; None where nothing there is a total."""
    place, _, measure = path.rpartition(".")
    function = _TOTALS.get(place)
    if function is None or (place.startswith(("three_public", "fiscal", "overall")) and measure not in _MEASURES):
        return None
    return lambda accounts: function(accounts, measure)


_MEASURES: Final = ("initial", "adjusted", "actual", "prior")
