"""Every figure of the public tables, and what each total is the sum of.

A cell has an address, ``table/row/column``. A total that the accounts state (`Stated`) is used as it is; else it is what
it is made of: a 类 of its 款, a 款 of its 项, a 合计 of its columns, or what another table says of the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Final, TypeAlias

import govfinance.catalog as catalog
from govfinance.calc._columns import (
    BY_CODE,
    COLUMN_NAMES,
    COLUMNS,
    FUND_TABLES,
    FUNDS,
    PARTS,
    PERSONNEL_CLASSES,
    ROW_NAMES,
)
from govfinance.calc._figure import Figure, Terms
from govfinance.calc._fiscal import fiscal_expenditure_total, fiscal_income_total, fund_carry_over, fund_expenditure
from govfinance.calc._lines import Measure
from govfinance.calc._overall import (
    OverallLine,
    expenditure_line,
    expenditure_total,
    income_total,
    outlay_total,
    overall_line,
    revenue_line,
    revenue_total,
)
from govfinance.calc._public import (
    operating_expenses,
    procurement_amount,
    procurement_to_micro,
    procurement_to_sme,
    procurement_total,
    three_public_lines,
)
from govfinance.calc._rollup import Rows, add_up, from_fen, rollup_of, to_fen
from govfinance.model import FinalAccounts, FundSource, PublicTable, RevenueSource, SpendingNature

__all__ = ["Address", "Cells", "address_text", "stated_columns"]

Address: TypeAlias = tuple[PublicTable, str, str]
"""A cell: its table, its row, its column."""

_T = PublicTable
_LINES: Final[dict[str, OverallLine]] = {
    "surplus_used": "surplus_used",
    "opening": "opening",
    "surplus_distribution": "surplus_distribution",
    "closing": "closing",
}
_SOURCES: Final = {source.key: source for source in RevenueSource}
_NATURES: Final = {nature.key: nature for nature in SpendingNature}
_FUNDS: Final = {fund.key: fund for fund in FundSource}
_INSTITUTION: Final[dict[str, Callable[[FinalAccounts], Figure]]] = {
    "operating_expenses": operating_expenses,
    "procurement": procurement_total,
    "goods": partial(procurement_amount, name="goods"),
    "works": partial(procurement_amount, name="works"),
    "services": partial(procurement_amount, name="services"),
    "to_sme": procurement_to_sme,
    "to_micro": procurement_to_micro,
}
_PLACES: Final = {
    _T.REVENUE: "revenue_items",
    _T.EXPENDITURE: "expenditure_items",
    _T.PROJECTS: "project_items",
    _T.BASIC: "economic.basic",
    _T.PROJECT: "economic.project",
    **{table: f"functional.{fund.key}" for table, fund in FUND_TABLES.items()},
}
"""Where the accounts have what a table by code is made of."""

_MEASURES: Final[dict[str, Measure]] = {"initial": "initial", "adjusted": "adjusted", "actual": "actual"}


def stated_columns(table: PublicTable, row: str) -> tuple[str, ...]:
    """The columns of a row that accounts can state (`Stated`): those that are no fields of the model.

    >>> stated_columns(PublicTable.GENERAL_PUBLIC, "2010601"), stated_columns(PublicTable.TOTALS, "opening")
    (('total',), ())
    """
    if table in PARTS and table in BY_CODE:
        if row == "total":
            return ("total",) if table is _T.EXPENDITURE else COLUMNS[table]
        return COLUMNS[table] if len(row) < 7 else ("total",)
    if table is _T.PROJECTS:
        return COLUMNS[table] if len(row) < 7 else ()
    if table is _T.FISCAL:
        if row in (*FUNDS, "revenue", "opening"):
            return ("actual",)
        if row.isdigit() or row == "outlay":
            return ("total", *FUNDS)
        return ("total",) if row in ("expenditure", "closing") else ()
    if table is _T.TOTALS:
        return ("actual",) if row.isdigit() or row == "outlay" else ()
    return ("actual",) if table in BY_CODE and (len(row) == 3 or not row.isdigit()) else ()


def address_text(address: Address) -> str:
    """The address as texts and files have it.

    >>> address_text((PublicTable.EXPENDITURE, "208", "basic"))
    'expenditure/208/basic'
    """
    table, row, column = address
    return f"{table.key}/{row}/{column}"


class Cells:
    """All tables of one set of accounts, each made when it is asked for."""

    def __init__(self, accounts: FinalAccounts) -> None:
        self.accounts = accounts
        self.rollup = rollup_of(accounts)
        self._stated = self.rollup.stated
        self._rows: dict[PublicTable, Rows] = {}
        self._values: dict[Address, int | None] = {}
        self._children: dict[PublicTable, dict[str, list[str]]] = {}

    def rows(self, table: PublicTable) -> Rows:
        """The rows of a table: codes in their order, then the others; of tables without codes in their own order."""
        if table not in self._rows:
            rows = dict(self.rollup.rows(table)) if table in BY_CODE else {}
            for row in self._names(table):
                rows[row] = [self.value((table, row, column)) for column in COLUMNS[table]]
            self._rows[table] = rows
        return self._rows[table]

    def value(self, address: Address) -> int | None:
        """A cell in 分; None where it was not supplied. A row that is not there is zero where the rows are known."""
        table, row, column = address
        if table in BY_CODE and row.isdigit():
            return self.rollup.value(table, row, column)
        if address not in self._values:
            self._values[address] = self._own(address)
        return self._values[address]

    def stated(self, address: Address) -> bool:
        """Whether the accounts state this cell."""
        table, row, column = address
        return column in self._stated.get((table.key, row), ())

    def itemised(self, table: PublicTable) -> bool:
        """Whether the rows by code are known: an item that is not there is zero then."""
        if table is _T.TOTALS:
            return self.itemised(_T.EXPENDITURE)
        if table is _T.FISCAL:
            return all(self.itemised(fund) for fund in FUND_TABLES)
        return table in BY_CODE and self.rollup.leaves(table) is not None

    def _names(self, table: PublicTable) -> Iterator[str]:
        """The rows that are not by code, and the 类 of the two tables that have them as lines."""
        match table:
            case PublicTable.THREE_PUBLIC:
                yield from _MEASURES
            case PublicTable.INSTITUTION:
                yield from _INSTITUTION
            case PublicTable.TOTALS:
                yield from (source.key for source in RevenueSource)
                yield from ("revenue", "surplus_used", "opening", "total")
                yield from self._classes(table, (_T.EXPENDITURE,))
                yield from ("expenditure", "surplus_distribution", "closing", "outlay")
            case PublicTable.FISCAL:
                yield from (*FUNDS, "revenue", *(f"opening.{fund}" for fund in FUNDS), "opening", "total")
                yield from self._classes(table, tuple(FUND_TABLES))
                yield from ("expenditure", "closing", "outlay")
            case PublicTable.BASIC:
                yield from ("personnel", "public", "total")
            case _:
                yield "total"

    def _classes(self, table: PublicTable, others: tuple[PublicTable, ...]) -> list[str]:
        found = {code for other in others for code in self.rollup.rows(other) if len(code) == 3}
        return sorted(found | {row for name, row in self._stated if name == table.key and row.isdigit()})

    def _own(self, address: Address) -> int | None:
        table, row, column = address
        stated = self._stated.get((table.key, row), {}).get(column)
        if stated is not None:
            return stated
        source = self._source(address)
        if isinstance(source, Figure):
            value = None if source.value is None else to_fen(source.value)
        else:
            value = add_up([self.value(part) for part in source]) if source else None
        if value is None and table in BY_CODE:
            return self.rollup.value(table, row, column)
        return value

    def _source(self, address: Address) -> Figure | list[Address]:
        """A supplied figure, or the cells of other tables or rows whose sum a cell is; nothing for a sum over codes."""
        table, row, column = address
        if table in BY_CODE and row != "total":
            return []
        match table:
            case PublicTable.TOTALS:
                return [(_T.EXPENDITURE, row, "total")] if row.isdigit() else self._overall(row)
            case PublicTable.FISCAL if column == "actual":
                return self._fiscal_income(row)
            case PublicTable.FISCAL:
                return self._fiscal_outlay(row, column)
            case PublicTable.THREE_PUBLIC:
                return self._three_public(row, column)
            case PublicTable.INSTITUTION:
                return _INSTITUTION[row](self.accounts)
            case PublicTable.REVENUE if column == "fiscal":
                return [(_T.TOTALS, fund, "actual") for fund in FUNDS]
            case PublicTable.REVENUE:
                return [(_T.TOTALS, "revenue" if column == "total" else column, "actual")]
            case PublicTable.EXPENDITURE if column != "total":
                return expenditure_line(self.accounts, _NATURES[column])
            case PublicTable.EXPENDITURE:
                return [(_T.TOTALS, "expenditure", "actual")]
            case PublicTable.PROJECTS if column == "expenditure":
                return [(_T.EXPENDITURE, "total", "project")]
            case PublicTable.BASIC | PublicTable.PROJECT | PublicTable.PROJECTS:
                return []
            case _:
                return _of_fund(FUND_TABLES[table].key, column)

    def _overall(self, row: str) -> Figure:
        match row:
            case "revenue":
                return revenue_total(self.accounts)
            case "total":
                return income_total(self.accounts)
            case "expenditure":
                return expenditure_total(self.accounts)
            case "outlay":
                return outlay_total(self.accounts)
            case _ if row in _LINES:
                return overall_line(self.accounts, _LINES[row])
            case _:
                return revenue_line(self.accounts, _SOURCES[row])

    def _fiscal_income(self, row: str) -> Figure | list[Address]:
        match row:
            case "revenue":
                return [(_T.FISCAL, fund, "actual") for fund in FUNDS]
            case "opening":
                return [(_T.FISCAL, f"opening.{fund}", "actual") for fund in FUNDS]
            case "total":
                return fiscal_income_total(self.accounts)
            case _ if row in FUNDS:
                return [(_T.TOTALS, row, "actual")]
            case _ if row.startswith("opening."):
                return fund_carry_over(self.accounts, _FUNDS[row.removeprefix("opening.")], "opening")
            case _:
                return []

    def _fiscal_outlay(self, row: str, column: str) -> Figure | list[Address]:
        if not row.isdigit() and row not in ("expenditure", "closing", "outlay"):
            return []
        if column == "total":
            if row == "outlay":
                return fiscal_expenditure_total(self.accounts)
            return [(_T.FISCAL, row, fund) for fund in FUNDS]
        fund = _FUNDS[column]
        match row:
            case "expenditure":
                return fund_expenditure(self.accounts, fund)
            case "closing":
                return fund_carry_over(self.accounts, fund, "closing")
            case "outlay":
                return [(_T.FISCAL, "expenditure", column), (_T.FISCAL, "closing", column)]
            case _:
                return [(table, row, "total") for table, its in FUND_TABLES.items() if its is fund]

    def _three_public(self, row: str, column: str) -> Figure:
        lines = three_public_lines(self.accounts, _MEASURES[row])
        return next(figure for name, figure in lines.items() if name == column)

    def parts(self, address: Address) -> list[Address]:
        """The cells that a cell is made of where the accounts do not state it; none of one that was supplied."""
        table = address[0]
        source = self._source(address)
        if isinstance(source, Figure):
            return []
        if source and all(self.value(part) is not None for part in source):
            return source
        if table not in BY_CODE:
            return source
        below = self.children(address)
        return below if below and self.own(address) is None else [] if below else self.across(address)

    def children(self, address: Address) -> list[Address]:
        """The rows below: 款 of a 类, 项 of a 款, 类 of the whole table; as cells of the same column."""
        table, row, column = address
        if table is _T.BASIC and row == "total":
            return [(table, "personnel", column), (table, "public", column)]
        codes = self._below(table).get(row if row.isdigit() else "", [])
        if row in ("personnel", "public"):
            codes = [code for code in codes if (code in PERSONNEL_CLASSES) is (row == "personnel")]
        return [(table, code, column) for code in codes]

    def _below(self, table: PublicTable) -> dict[str, list[str]]:
        """The rows by code of a table under the code of their parent; the 类 under none."""
        if table not in self._children:
            found: dict[str, list[str]] = {}
            for code in self.rollup.rows(table):
                found.setdefault(code[:-2] if len(code) > 3 else "", []).append(code)
            self._children[table] = found
        return self._children[table]

    def own(self, address: Address) -> Figure | None:
        """What a 类 or 款 with rows below it has by itself: money that the accounts broke down no further."""
        table, row, column = address
        leaves = self.rollup.leaves(table) if table in BY_CODE else None
        if not leaves or row not in leaves or not self._below(table).get(row):
            return None
        columns = PARTS.get(table, ()) if column == "total" else (column,)
        value = add_up(leaves[row][COLUMNS[table].index(one)] for one in columns)
        return Figure(from_fen(value), f"{self.label(address)}（未细分）", f"{_PLACES[table]}.{row}")

    def across(self, address: Address) -> list[Address]:
        """The columns that the total of a row is the sum of."""
        table, row, column = address
        return [(table, row, part) for part in PARTS[table]] if column == "total" and table in PARTS else []

    def unstated(self, address: Address) -> Decimal | None:
        """A cell in 元 as it would be if the accounts did not state it: supplied, or made of other cells."""
        source = self._source(address)
        if isinstance(source, Figure):
            return source.value
        parts = self.parts(address)
        return self.total(parts) if parts or self.itemised(address[0]) else None

    def total(self, addresses: Sequence[Address]) -> Decimal | None:
        """The sum of some cells in 元; None where one is not known."""
        return from_fen(add_up(self.value(address) for address in addresses))

    def figure(self, address: Address) -> Figure:
        """A cell as a figure: with its name, and with what it is made of where it was not supplied."""
        stated = self.stated(address)
        source: Figure | list[Address] = [] if stated else self._source(address)
        value = from_fen(self.value(address))
        if isinstance(source, Figure) and (source.value is not None or value is None):
            return source
        if value is None and source and not isinstance(source, Figure):
            return Figure(None, self.label(address), "", tuple((1, self.figure(part)) for part in source))
        path = _PLACES.get(address[0], "") if value is None else ""
        terms = () if stated or value is None else partial(self._terms, address)
        return Figure(value, self.label(address), path or address_text(address), terms)

    def _terms(self, address: Address) -> Terms:
        return tuple((1, self.figure(part)) for part in self.parts(address))

    def sum_of(self, addresses: Sequence[Address], label: str) -> Figure:
        """The sum of some cells."""
        value = add_up(self.value(address) for address in addresses)
        return Figure(from_fen(value), label, "", tuple((1, self.figure(address)) for address in addresses))

    def place(self, table: PublicTable) -> str:
        """Where the accounts have what the table is made of."""
        return _PLACES[table]

    def label(self, address: Address) -> str:
        """The name of a cell: table, row, column."""
        table, row, column = address
        return f"{table.official} {self.row_name(row)} {self.column_name(table, column)}"

    def row_name(self, row: str) -> str:
        """What a row is called: the name of its code in the year, or its own."""
        if not row.isdigit():
            return ROW_NAMES.get(row, row)
        named = catalog.name_in(row, self.accounts.year)
        return row if named is None else f"{row} {named.name}"

    def column_name(self, table: PublicTable, column: str) -> str:
        """What a column is called."""
        if table is _T.EXPENDITURE and column == "operation":
            return SpendingNature.OPERATION.official
        return COLUMN_NAMES[column]


def _of_fund(fund: str, column: str) -> list[Address]:
    """What 财政拨款收入支出决算总表 says of the total of one budget's own table."""
    match column:
        case "total":
            return [(_T.FISCAL, "expenditure", fund)]
        case "opening":
            return [(_T.FISCAL, f"opening.{fund}", "actual")]
        case "revenue":
            return [(_T.FISCAL, fund, "actual")]
        case "closing":
            return [(_T.FISCAL, "closing", fund)]
        case _:
            return []
