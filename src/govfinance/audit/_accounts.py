"""The accounts that the tables of a document are of, as far as the document gives them; what it does not say is None."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from govfinance.audit._said import AMOUNT, NumberKind, Value
from govfinance.audit._tables import TableFound, TablesRead
from govfinance.errors import InvalidInputError, Problem
from govfinance.io._tables import Amounts, FoundTable, Heading, Notes, Region, assemble, without_blank
from govfinance.io._workbook import Grid
from govfinance.model import FinalAccounts, Level, PublicTable

__all__ = ["Rebuilt", "accounts_of", "rebuild"]

_T = PublicTable
_FEN: Final = AMOUNT // 100
_LEFT_OUT_FIRST: Final = (
    _T.INSTITUTION,
    _T.THREE_PUBLIC,
    _T.PROJECTS,
    _T.PROJECT,
    _T.BASIC,
    _T.STATE_CAPITAL,
    _T.GOVERNMENT_FUND,
    _T.GENERAL_PUBLIC,
    _T.FISCAL,
    _T.EXPENDITURE,
    _T.REVENUE,
    _T.TOTALS,
)


@frozen(kw_only=True)
class Rebuilt:
    """The accounts, None where not even one table makes any; ``left_out`` has the tables that the model refuses, and why."""

    accounts: FinalAccounts | None
    left_out: tuple[tuple[PublicTable, Problem], ...] = ()


def accounts_of(
    tables: TablesRead, department: str | None, year: int | None, level: Level = Level.DEPARTMENT
) -> FinalAccounts | None:
    """The accounts that the tables are of; None where the document does not say whose they are, or of which year.

    Amounts are as printed. A table that the model refuses (a negative amount where there can be none) is left out;
    `rebuild` says which.
    """
    return rebuild(tables, department, year, level).accounts


def rebuild(tables: TablesRead, department: str | None, year: int | None, level: Level = Level.DEPARTMENT) -> Rebuilt:
    """The accounts that the tables are of, and which tables were left out."""
    if not department or year is None:
        return Rebuilt(accounts=None)
    found = without_blank(_first_of_each(tables.tables), Notes())
    left_out: list[tuple[PublicTable, Problem]] = []
    try:
        heading = Heading(name=department, year=year, level=level, budget="adjusted")
        while found:
            notes = Notes()
            accounts = assemble(found, heading, notes)
            if accounts is not None:
                return Rebuilt(accounts=accounts, left_out=tuple(left_out))
            for table in _refused(notes.problems, found):
                problem = next((one for one in notes.problems if one.path.startswith(table.key)), notes.problems[0])
                left_out.append((table, problem))
                del found[table]
    except InvalidInputError as error:  # a name or a year that no accounts have
        return Rebuilt(accounts=None, left_out=tuple((table, error.problems[0]) for table in found))
    return Rebuilt(accounts=None, left_out=tuple(left_out))


def _refused(problems: Iterable[Problem], found: dict[PublicTable, FoundTable]) -> list[PublicTable]:
    """The tables that the problems are in; where they do not say it, the one that others need least."""
    named = {problem.path.partition("!")[0] for problem in problems}
    return [table for table in found if table.key in named] or [
        next(table for table in _LEFT_OUT_FIRST if table in found)
    ]


def _first_of_each(tables: Iterable[TableFound]) -> dict[PublicTable, FoundTable]:
    found: dict[PublicTable, FoundTable] = {}
    for table in tables:
        if table.rows and (table.table not in found or found[table.table].empty):
            found[table.table] = _as_found(table)
    return found


def _as_found(table: TableFound) -> FoundTable:
    """The table as the readers of workbooks have it."""
    key = table.table.key
    grid = Grid(name=key, rows=[[note.text] for note in table.notes], troubles={})
    amounts = Amounts()
    for value in table.values:
        cell = _cell_of(value, table.table)
        if cell is not None and value.number.printed:
            amounts.rows.setdefault(cell[0], {}).setdefault(cell[1], _fen(value))
    return FoundTable(
        region=Region(grid, table.table, table.title or table.table.official, -1, len(grid.rows)),
        scale=table.scale,
        amounts=amounts,
        rows={row: (number, 0) for number, (row, _) in enumerate(table.rows)},
        names={code.code: code.name for code in table.codes},
        columns=table.columns,
    )


def _cell_of(value: Value, table: PublicTable) -> tuple[str, str] | None:
    """The row and the column of a value in the table; None for another year or plan than that of the table."""
    _, _, place = value.subject.partition("/")
    if table is _T.THREE_PUBLIC:
        return value.measure, place
    if value.measure != "actual":
        return None
    row, _, column = place.partition("/")
    return row, column


def _fen(value: Value) -> int:
    number = value.number
    return number.low if number.kind is NumberKind.COUNT else (number.low + number.high) // 2 // _FEN
