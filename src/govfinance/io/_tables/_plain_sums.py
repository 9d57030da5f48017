"""Exact accounts without the totals that are the sums of their parts anyway."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from attrs import evolve

from govfinance.calc import Address, Cells, given_totals
from govfinance.model import FinalAccounts, FundLine, PublicTable, Stated
from govfinance.numeric import total

__all__ = ["without_plain_sums"]

_TABLES: Final = {table.key: table for table in PublicTable}


def without_plain_sums(accounts: FinalAccounts) -> FinalAccounts:
    """The same accounts without the totals that are the sums of their parts anyway."""
    settled: set[str] = set()
    for figure, summands in given_totals(accounts):
        values = [part.value for part in summands]
        known = [value for value in values if value is not None]
        if figure.path not in settled and len(known) == len(values) and total(known) == figure.value:
            accounts = _without_given(accounts, figure.path)
        settled.add(figure.path)  # 总计 is given on the side of income
    for fund in accounts.fiscal.funds if accounts.fiscal is not None else ():
        items = [item.actual for item in accounts.functional if item.fund is fund.fund]
        if items and fund.expenditure is not None and total(items) == fund.expenditure.actual:
            accounts = _without_expenditure(accounts, fund)
    cells = Cells(accounts)
    kept = {
        address: amount
        for address, amount in accounts.stated.amounts.items()
        if cells.unstated(_address(address)) != amount
    }
    return evolve(accounts, stated=Stated(kept))


def _address(text: str) -> Address:
    table, row, column = text.split("/")
    return _TABLES[table], row, column


def _without_given(accounts: FinalAccounts, path: str) -> FinalAccounts:
    owner, name, *measure = path.split(".")
    holder = getattr(accounts, owner)
    line = getattr(holder, name)
    if isinstance(line, Decimal):
        return evolve(accounts, **{owner: evolve(holder, **{name: None})})
    if line is None or not measure:
        return accounts
    return evolve(accounts, **{owner: evolve(holder, **{name: _emptied(line, measure[0])})})


def _emptied(line: Any, measure: str) -> Any:
    """The line without a measure; nothing at all where it has no other."""
    left = evolve(line, **{measure: None})
    return None if left == type(line)() else left


def _without_expenditure(accounts: FinalAccounts, fund: FundLine) -> FinalAccounts:
    assert accounts.fiscal is not None
    lines = [evolve(line, expenditure=None) if line is fund else line for line in accounts.fiscal.funds]
    return evolve(accounts, fiscal=evolve(accounts.fiscal, funds=lines))
