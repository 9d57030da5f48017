"""Workbooks: each sheet that can be seen is a table of texts, its numbers as they were typed."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from govfinance.document import PublishedDocument, PublishedTable
from govfinance.io._workbook import Grid, TroubleKind, cell_address, read_grids, settle

__all__ = ["read_workbook"]

_FEN_IN_WAN: Final = Decimal("0.000001")
_RESIDUE: Final = Decimal("0.00000002")  # of binary floats: a fiftieth of a 分 in 万元
_KEPT_DIGITS: Final = 15  # Excel keeps and shows no more


def read_workbook(data: bytes, name: str) -> PublishedDocument:
    """The sheets of an .xlsx, .xlsm, .xls or .ods file as tables. Hidden ones are left out, with a note."""
    tables: list[PublishedTable] = []
    notes: list[str] = []
    for grid in read_grids(data):
        if grid.hidden:
            notes.append(f"hidden-sheet:{grid.name}")
            continue
        table = _table(grid)
        if table.rows:
            tables.append(table)
        notes += (
            f"formula-without-value:{grid.name}!{cell_address(row, column)}"
            for (row, column), trouble in grid.troubles.items()
            if trouble.kind is TroubleKind.NO_VALUE
        )
    return PublishedDocument(name=name, kind="xlsx", blocks=tuple(tables), notes=tuple(notes))


def _table(grid: Grid) -> PublishedTable:
    rows = [[_text(value) for value in row] for row in grid.rows]
    for (row, column), trouble in grid.troubles.items():
        inside, across = row - grid.first_row, column - grid.first_column
        if trouble.kind is TroubleKind.ERROR and 0 <= inside < len(rows) and 0 <= across < len(rows[inside]):
            rows[inside][across] = trouble.text
    return PublishedTable(
        rows=tuple(map(tuple, rows)), sheet=grid.name, first_row=grid.first_row, first_column=grid.first_column
    )


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value)


def _number(value: float) -> str:
    """The shortest decimal that a cell shows, without what binary arithmetic left behind it.

    >>> _number(2946.25), _number(2010601.0), _number(0.1 + 0.2), _number(94.61999999999807), _number(0.9979123456)
    ('2946.25', '2010601', '0.3', '94.62', '0.9979123456')
    """
    if value.is_integer() and abs(value) < 10**_KEPT_DIGITS:
        return str(int(value))
    exact = Decimal(f"{value:.{_KEPT_DIGITS}g}")
    if not exact.is_finite():
        return str(value)
    settled, residue = settle(exact, _FEN_IN_WAN) if exact.adjusted() < _KEPT_DIGITS else (exact, Decimal(0))
    text = f"{settled if settled and residue.copy_abs() < _RESIDUE else exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
