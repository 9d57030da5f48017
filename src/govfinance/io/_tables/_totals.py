"""The totals that tables print, by the addresses of their cells: what accounts state beside their figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from attrs import evolve

from govfinance.calc import BY_CODE, PERSONNEL_CLASSES, stated_columns
from govfinance.calc import PARTS as ROW_PARTS
from govfinance.io._tables._found import FUND_TABLES, FoundTable, Tables
from govfinance.io._tables._money import yuan
from govfinance.io._workbook import Grid
from govfinance.model import PublicTable, SpendingNature
from govfinance.numeric import ZERO

__all__ = ["stated_totals", "without_sheets"]

_T = PublicTable


def without_sheets(tables: Tables) -> Tables:
    """The same tables without the cells of the workbook, so that these are not kept for as long as the accounts."""
    return {
        table: FoundTable(
            region=evolve(found.region, grid=_NO_GRID),
            scale=found.scale,
            amounts=found.amounts,
            rows=found.rows,
            columns=found.columns,
            strict=found.strict,
        )
        for table, found in tables.items()
    }


_NO_GRID: Final = Grid(name="", rows=[], troubles={})


def stated_totals(tables: Tables) -> dict[str, Decimal]:
    """The totals that the tables print, by the addresses of their cells; a blank one above amounts says zero."""
    stated: dict[str, Decimal] = {}
    below: dict[PublicTable, dict[str, set[str]]] = {
        table: _below(found) for table, found in tables.items() if table in BY_CODE
    }
    for table, found in tables.items():
        if table in BY_CODE:
            _add_by_code(stated, found, below[table])
        elif table in (_T.TOTALS, _T.FISCAL):
            stated.update(_of_lines(found, below))
    return stated


def _add_by_code(stated: dict[str, Decimal], found: FoundTable, below: Mapping[str, set[str]]) -> None:
    table, key = found.table, found.table.key
    leaves = frozenset(found.leaves())
    across = table in ROW_PARTS
    for row, cells in found.amounts.rows.items():
        if row not in leaves:
            for column, fen in cells.items():
                stated[f"{key}/{row}/{column}"] = yuan(fen)
            for column in () if found.strict else below.get(row, set()) - cells.keys():
                stated[f"{key}/{row}/{column}"] = ZERO
        elif across and "total" in cells:
            stated[f"{key}/{row}/total"] = yuan(cells["total"])
        elif across and not found.strict and any(cells.values()):
            stated[f"{key}/{row}/total"] = ZERO
    if table is _T.EXPENDITURE:  # the sums by nature are fields of the model
        for nature in SpendingNature:
            stated.pop(f"{key}/total/{nature.value}", None)


def _below(found: FoundTable) -> dict[str, set[str]]:
    """The columns in which amounts are printed below a 类, a 款, and the whole table (``total``)."""
    columns: dict[str, set[str]] = {}
    for row, cells in found.amounts.rows.items():
        if cells and row.isdigit():
            parent = row[:5] if len(row) == 7 else row[:3] if len(row) == 5 else "total"
            filled = cells if all(cells.values()) else [column for column, fen in cells.items() if fen]
            columns.setdefault(parent, set()).update(filled)
    for length in (5, 3):
        for parent in [parent for parent in columns if parent.isdigit() and len(parent) == length]:
            columns.setdefault(parent[:3] if length == 5 else "total", set()).update(columns[parent])
    if found.table is _T.BASIC:
        for code in [code for code in columns if len(code) == 3]:
            columns.setdefault("personnel" if code in PERSONNEL_CLASSES else "public", set()).update(columns[code])
    return columns


def _of_lines(found: FoundTable, below: Mapping[PublicTable, Mapping[str, set[str]]]) -> Iterator[tuple[str, Decimal]]:
    """The totals of a table that has 类 as lines; each says what another table says of the same 类."""
    table = found.table
    for row in found.rows:
        for column in stated_columns(table, row):
            fen = found.row(row).get(column)
            if column not in found.columns:
                continue
            others = (
                [_T.EXPENDITURE]
                if table is _T.TOTALS
                else [its for fund, its in FUND_TABLES.items() if column in ("total", "actual", fund.value)]
            )
            parent = row if row.isdigit() else "total"
            if fen is not None or (
                not found.strict and any(below[other].get(parent) for other in others if other in below)
            ):
                yield f"{table.key}/{row}/{column}", yuan(fen or 0)
