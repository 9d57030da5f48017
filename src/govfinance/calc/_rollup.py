"""The rows of the tables by code: what the accounts supply, summed up from 项 over 款 to 类, and to the whole table.

A total that the accounts state (`Stated`) is used as it is, at whatever level it stands. Amounts are whole numbers of 分
here, since tables are large and sums of whole numbers are exact and quick.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from govfinance.calc._columns import BY_NATURE, COLUMNS, FUND_TABLES, PARTS, PERSONNEL_CLASSES
from govfinance.model import FinalAccounts, FundSource, PublicTable, SpendingNature
from govfinance.numeric import CONTEXT

__all__ = ["Rollup", "Row", "Rows", "add_up", "economic_known", "from_fen", "rollup_of", "to_fen"]

Row: TypeAlias = "list[int | None]"
Rows: TypeAlias = dict[str, Row]
"""The rows of a table by code; the cells of each in the order of `COLUMNS`, None where nothing was supplied."""

_T = PublicTable
_ZERO: Final = Decimal(0)


def to_fen(amount: Decimal) -> int:
    """An amount of the model in 分."""
    return int(CONTEXT.scaleb(amount, 2)) if amount else 0


def from_fen(fen: int | None) -> Decimal | None:
    """The amount in 元."""
    if fen is None:
        return None
    return CONTEXT.scaleb(Decimal(fen), -2) if fen % 100 else Decimal(fen // 100)


def add_up(values: Iterable[int | None]) -> int | None:
    """The sum; None as soon as one value is missing."""
    result = 0
    for value in values:
        if value is None:
            return None
        result += value
    return result


class Rollup:
    """The tables by code of one set of accounts, each made when it is asked for."""

    def __init__(self, accounts: FinalAccounts) -> None:
        self.stated = _by_row(accounts.stated.amounts)
        self._accounts = weakref.ref(accounts)
        self._leaves: dict[PublicTable, Rows | None] = {}
        self._made: dict[PublicTable, tuple[Rows, Row]] = {}

    @property
    def accounts(self) -> FinalAccounts:
        """The accounts that the tables are of."""
        accounts = self._accounts()
        assert accounts is not None, "the tables outlived their accounts"
        return accounts

    def leaves(self, table: PublicTable) -> Rows | None:
        """The rows that were supplied; None where nothing says what they are."""
        if table not in self._leaves:
            self._leaves[table] = _leaves(self.accounts, table)
        return self._leaves[table]

    def rows(self, table: PublicTable) -> Rows:
        """项, 款 and 类 in the order of their codes; none where they are not known."""
        return self._of(table)[0]

    def sums(self, table: PublicTable) -> Row:
        """The sum of the 类, column by column; None where the rows are not known."""
        return self._of(table)[1]

    def states(self, table: PublicTable, row: str) -> bool:
        """Whether a total is stated, or one below it, so that it is no plain sum of what was supplied."""
        if row in ("total", "personnel", "public"):
            return any(name == table.key for name, _ in self.stated)
        return any(name == table.key and code.startswith(row) for name, code in self.stated)

    def value(self, table: PublicTable, row: str, column: str) -> int | None:
        """A cell of a row by code, or of the sum over them (``total``) as it is stated or adds up."""
        stated = self.stated.get((table.key, row), {}).get(column)
        if stated is not None:
            return stated
        place = COLUMNS[table].index(column)
        if row in ("personnel", "public"):
            if not self.rows(table) and self.leaves(table) is None:
                return None
            wanted = row == "personnel"
            codes = [code for code in self.rows(table) if len(code) == 3 and (code in PERSONNEL_CLASSES) is wanted]
            return add_up(self.rows(table)[code][place] for code in codes)
        if row == "total" and table is _T.BASIC:
            return add_up(self.value(table, part, column) for part in ("personnel", "public"))
        if row == "total":
            return self.sums(table)[place]
        found = self.rows(table).get(row)
        if found is not None:
            return found[place]
        return 0 if self.leaves(table) is not None else None

    def _of(self, table: PublicTable) -> tuple[Rows, Row]:
        if table not in self._made:
            self._made[table] = self._sum(table)
        return self._made[table]

    def _sum(self, table: PublicTable) -> tuple[Rows, Row]:
        columns = COLUMNS[table]
        leaves = self.leaves(table)
        if leaves is None and not any(name == table.key and row.isdigit() for name, row in self.stated):
            return {}, [None] * len(columns)
        level: Rows = {}
        parts = [columns.index(part) for part in PARTS.get(table, ())]
        place = columns.index("total") if parts else -1
        for code, given in (leaves or {}).items():
            row = [*given]
            if parts:
                row[place] = add_up([row[part] for part in parts])
            level[code] = row
        self._state(table, level, 7)
        rows = dict(level)
        for length in (3,) if table in BY_NATURE else (5, 3):
            level = _parents(level, length)
            self._state(table, level, length)
            rows.update(level)
        total: Row = [add_up(column) for column in zip(*level.values(), strict=True)] or [0] * len(columns)
        return {code: rows[code] for code in sorted(rows)}, total

    def _state(self, table: PublicTable, rows: Rows, length: int) -> None:
        """Put what is stated into the rows of a level; a row that no item leads to is there all the same.

        What is not stated of such a row is zero where the items are known, else not known either.
        """
        columns = COLUMNS[table]
        nothing = None if self.leaves(table) is None else 0
        for (name, code), cells in self.stated.items():
            if name == table.key and len(code) == length and code.isdigit():
                row = rows.setdefault(code, [nothing] * len(columns))
                for column, value in cells.items():
                    row[columns.index(column)] = value


def _parents(level: Rows, length: int) -> Rows:
    parents: Rows = {}
    for code, row in level.items():
        known = parents.get(code[:length])
        if known is None:
            parents[code[:length]] = [*row]
            continue
        for number, value in enumerate(row):
            if value != 0:
                before = known[number]
                known[number] = None if before is None or value is None else before + value
    return parents


def _by_row(amounts: Mapping[str, Decimal]) -> dict[tuple[str, str], dict[str, int]]:
    found: dict[tuple[str, str], dict[str, int]] = {}
    for address, amount in amounts.items():
        table, row, column = address.split("/")
        found.setdefault((table, row), {})[column] = to_fen(amount)
    return found


def _leaves(accounts: FinalAccounts, table: PublicTable) -> Rows | None:
    if table is _T.REVENUE:
        return _revenue(accounts)
    if table is _T.EXPENDITURE:
        return _expenditure(accounts)
    if table is _T.PROJECTS:
        return _projects(accounts)
    if table in FUND_TABLES:
        return _of_fund(accounts, FUND_TABLES[table])
    nature = SpendingNature.BASIC if table is _T.BASIC else SpendingNature.PROJECT
    if not economic_known(accounts, nature):
        return None
    return {item.code.text: [to_fen(item.actual)] for item in accounts.economic if item.nature is nature}


def economic_known(accounts: FinalAccounts, nature: SpendingNature) -> bool:
    """Whether the economic items of basic or project expenditure are known; there may be none.

    Items of the other nature alone say that there are none of this one, unless money was spent on it by function: then
    its table was not supplied.
    """
    if any(item.nature is nature for item in accounts.economic):
        return True
    spent = (
        item.basic if nature is SpendingNature.BASIC else item.project
        for item in accounts.functional
        if item.fund is FundSource.GENERAL_PUBLIC
    )
    return bool(accounts.economic) and not any(spent)


def _revenue(accounts: FinalAccounts) -> Rows | None:
    if accounts.revenue_items:
        return {
            item.code.text: [
                0,
                to_fen(item.fiscal),
                to_fen(item.superior_subsidy),
                to_fen(item.service),
                to_fen(item.operation),
                to_fen(item.subordinate_payment),
                to_fen(item.other),
            ]
            for item in accounts.revenue_items
        }
    return {} if _nothing(accounts.revenue, 8) else None


def _expenditure(accounts: FinalAccounts) -> Rows | None:
    if accounts.expenditure_items:
        return {
            item.code.text: [
                0,
                to_fen(item.basic),
                to_fen(item.project),
                to_fen(item.superior_payment),
                to_fen(item.operation),
                to_fen(item.subordinate_subsidy),
            ]
            for item in accounts.expenditure_items
        }
    return {} if _nothing(accounts.expenditure, 5) else _only_fiscal(accounts)


def _projects(accounts: FinalAccounts) -> Rows | None:
    if not accounts.project_items:
        return None
    return {
        item.code.text: [to_fen(item.opening), to_fen(item.revenue), to_fen(item.expenditure), to_fen(item.closing)]
        for item in accounts.project_items
    }


def _nothing(lines: tuple[object, ...], count: int) -> bool:
    """Whether all lines are there and say zero."""
    return len(lines) == count and all(getattr(line, "actual", None) == 0 for line in lines)


def _only_fiscal(accounts: FinalAccounts) -> Rows | None:
    """支出决算表 of a department that spent nothing but 财政拨款: its rows are those of the budgets together.

    That it did follows from the totals by nature: no function can have less than what the budgets spent on it, so where
    the totals are the same, all are.
    """
    natures = {line.nature: line.actual for line in accounts.expenditure}
    found: Rows = {}
    for item in accounts.functional:
        row = found.setdefault(item.code.text, [0] * 6)
        row[1] = (row[1] or 0) + to_fen(item.basic)
        row[2] = (row[2] or 0) + to_fen(item.project)
    rows = found.values()
    sums = [add_up([row[number] for row in rows]) or 0 for number in range(1, 6)]
    spent = [natures.get(nature) for nature in SpendingNature]
    same = all(amount is not None and to_fen(amount) == total for amount, total in zip(spent, sums, strict=True))
    return found if found and same else None


def _of_fund(accounts: FinalAccounts, fund: FundSource) -> Rows | None:
    items = [item for item in accounts.functional if item.fund is fund]
    if not items and not _spent_nothing(accounts, fund):
        return None
    if fund is FundSource.GENERAL_PUBLIC:
        return {item.code.text: [0, to_fen(item.basic), to_fen(item.project)] for item in items}
    return {
        item.code.text: [
            None if item.opening is None else to_fen(item.opening),
            None if item.revenue is None else to_fen(item.revenue),
            0,
            to_fen(item.basic),
            to_fen(item.project),
            None if item.closing is None else to_fen(item.closing),
        ]
        for item in items
    }


def _spent_nothing(accounts: FinalAccounts, fund: FundSource) -> bool:
    """Whether a budget had no money at all: nothing over, nothing received, nothing spent, nothing left."""
    lines = [] if accounts.fiscal is None else [line for line in accounts.fiscal.funds if line.fund is fund]
    received = [line.actual for line in accounts.revenue if line.source.fund is fund]
    figures = [part for line in lines for part in (line.opening, line.expenditure, line.closing)]
    return (
        bool(lines and received)
        and all(part is not None and part.actual == 0 for part in figures)
        and received == [_ZERO]
    )


_last: list[Rollup] = []


def rollup_of(accounts: FinalAccounts) -> Rollup:
    """The tables by code of some accounts; those that were asked for last are kept while the accounts live."""
    for known in _last:
        if known._accounts() is accounts:
            return known
    made = Rollup(accounts)
    _last[:] = [made]
    return made
