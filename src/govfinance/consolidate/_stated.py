"""Totals as the tables of the units print them (`Stated`), added up, and how exactly the sums are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from govfinance.calc import Address
from govfinance.consolidate._sums import Sums
from govfinance.consolidate._view import FUND_TABLES, View
from govfinance.model import Precision, PublicTable, Stated, Zeros
from govfinance.numeric import ZERO, subtract, total

__all__ = ["precision_of", "stated_sums", "to_address"]

_TABLES: Final = {table.key: table for table in PublicTable}


def to_address(text: str) -> Address:
    """An address as `Stated` has it, in its three parts."""
    table, row, column = text.split("/")
    return _TABLES[table], row, column


def _tables_behind(table: PublicTable) -> tuple[PublicTable, ...]:
    """The tables whose items the rows by code are made of."""
    if table is PublicTable.TOTALS:
        return (PublicTable.EXPENDITURE,)
    return tuple(FUND_TABLES.values()) if table is PublicTable.FISCAL else (table,)


def stated_sums(sums: Sums) -> Stated:
    """What any unit states, the result states: the sum of what that cell is in each unit, less what is eliminated.

    The rows by code of a table stand or fall together, since what is not among them counts as zero.
    """
    addresses = sorted({address for view in sums.views for address in view.accounts.stated.amounts})
    values = {
        address: [view.cell(to_address(address)) for view in sums.views] for address in _that_hold(sums, addresses)
    }
    partial = {
        to_address(address)[0]
        for address, cells in values.items()
        if to_address(address)[1].isdigit() and None in cells and not _behind_is_known(sums, to_address(address)[0])
    }
    found: dict[str, Decimal] = {}
    for address, cells in values.items():
        table, row, _ = to_address(address)
        known = [cell for cell in cells if cell is not None]
        if len(known) < len(cells):
            absent = [view.name for view, cell in zip(sums.views, cells, strict=True) if cell is None]
            sums.missing(address, absent)
        elif not (row.isdigit() and table in partial):
            found[address] = subtract(total(known), sums.less.get(address, ZERO))
    return Stated(found)


def _behind_is_known(sums: Sums, table: PublicTable) -> bool:
    return all(view.known(behind) for view in sums.views for behind in _tables_behind(table))


def _that_hold(sums: Sums, addresses: Iterable[str]) -> list[str]:
    """The addresses without rows by code of tables that some units itemise and others do not: those were left out."""
    held: list[str] = []
    mixed: dict[PublicTable, list[str]] = {}
    for address in addresses:
        table, row, _ = to_address(address)
        if table not in mixed:
            mixed[table] = _not_itemised(sums.views, table)
        if row.isdigit() and mixed[table]:
            sums.missing(address, mixed[table])
        else:
            held.append(address)
    return held


def _not_itemised(views: Sequence[View], table: PublicTable) -> list[str]:
    lacking: list[str] = []
    for behind in _tables_behind(table):
        unknown = [view.name for view in views if not view.known(behind)]
        if unknown and any(view.supplied(behind) and view.cells.rows(behind) for view in views):
            lacking.extend(unknown)
    return list(dict.fromkeys(lacking))


def precision_of(views: Sequence[View]) -> Precision | None:
    """A sum of n amounts, each off by up to half a step, is off by up to half of n steps: the steps add."""
    given = [view.accounts.precision for view in views if view.accounts.precision is not None]
    if not given:
        return None
    rounded = any(precision.zeros is Zeros.ROUNDED for precision in given)
    return Precision(step=total(precision.step for precision in given), zeros=Zeros.ROUNDED if rounded else Zeros.NIL)
