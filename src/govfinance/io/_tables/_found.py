"""What is found in a workbook: tables with their cells by row and column, and what was noticed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import gcd
from types import MappingProxyType
from typing import Final

from attrs import define, field, frozen

from govfinance.errors import Problem
from govfinance.io._workbook import Grid
from govfinance.model import FundSource, PublicTable
from govfinance.money import Scale

__all__ = ["FUND_TABLES", "Amounts", "FoundTable", "Notes", "Region", "Tables"]


_NOTHING: Final[Mapping[str, int]] = MappingProxyType({})


@frozen(eq=False)
class Region:
    """The part of a sheet that holds one table: the rows from its title to the next one."""

    grid: Grid
    table: PublicTable
    title: str
    first: int
    end: int

    def place(self, row: int, column: int) -> str:
        """Sheet and cell, as people write them."""
        return f"{self.grid.name}!{self.grid.address(row, column)}"


@define(eq=False)
class Notes:
    """Problems that stop the reading, and warnings that do not; each with sheet and cell."""

    problems: list[Problem] = field(factory=list)
    warnings: list[Problem] = field(factory=list)

    def refuse(self, code: str, en: str, zh: str, place: str) -> None:
        """Note something that cannot be read."""
        self.problems.append(Problem(code, en, zh, place))

    def warn(self, code: str, en: str, zh: str, place: str) -> None:
        """Note something that was read, but may not be what was meant."""
        self.warnings.append(Problem(code, en, zh, place))


@define(eq=False)
class Amounts:
    """The amounts of one table in 分, by row and column; a cell that is blank or a dash is not among them."""

    rows: dict[str, dict[str, int]] = field(factory=dict)

    def values(self) -> list[int]:
        """All of them."""
        return [fen for cells in self.rows.values() for fen in cells.values()]

    def step_and_zeros(self) -> tuple[int, bool]:
        """The largest power of ten (in 分), up to 万元, of which all amounts are multiples; whether a zero is printed."""
        values = self.values()
        common = gcd(*values)
        return next(step for step in (10**6, 10**5, 10**4, 1000, 100, 10, 1) if not common % step), 0 in values


@define(eq=False)
class FoundTable:
    """A table that was read."""

    region: Region
    scale: Scale
    amounts: Amounts
    rows: dict[str, tuple[int, int]] = field(factory=dict)
    """The rows that are printed, with or without amounts, each with the row and column of its label in the sheet."""
    names: dict[str, str] = field(factory=dict)
    """The names printed beside codes."""
    columns: tuple[str, ...] = ()
    """The columns that are printed."""
    at: dict[str, int] = field(factory=dict)
    """Where the columns stand in the sheet, if all rows have them in the same place."""
    cells: dict[tuple[str, str], tuple[int, int]] = field(factory=dict)
    """Where single cells (by row and column) stand in the sheet, of tables of which rows and columns do not say it."""
    regions: dict[str, Region] = field(factory=dict)
    """For rows of a table that goes on elsewhere, where that is."""
    strict: bool = False
    """Whether it was filled in by hand, where a blank cell says that nothing is known and not that there is nothing."""
    unsaid: frozenset[tuple[str, str]] = frozenset()
    """Cells (row and column) of which a blank one says that nothing is known, because another sheet has them too."""

    _leaves: list[str] | None = field(default=None, init=False)

    def leaves(self) -> list[str]:
        """The codes that are no parents of others in the table; asked for once it was read."""
        if self._leaves is None:
            codes = sorted([code for code in self.rows if code.isdigit()])
            parents = {code for code, after in pairwise(codes) if after.startswith(code)}
            self._leaves = [code for code in codes if code not in parents]
        return self._leaves

    @property
    def table(self) -> PublicTable:
        """Which table it is."""
        return self.region.table

    def place(self, row: str, column: str = "") -> str:
        """Where a cell stands, or the label of its row; the title where there is no such row."""
        region = self.regions.get(row, self.region)
        if (row, column) in self.cells:
            return region.place(*self.cells[row, column])
        number, label = self.rows.get(row, (max(self.region.first, 0), 0))
        return region.place(number, self.at.get(column, label))

    def get(self, row: str, column: str = "actual") -> int:
        """An amount in 分; zero where the cell is blank, as tables print nil."""
        return self.row(row).get(column, 0)

    def says(self, row: str, column: str = "actual") -> bool:
        """Whether it says how much that is, be it nothing."""
        if column in self.row(row):
            return True
        return row in self.rows and not self.strict and (row, column) not in self.unsaid

    def row(self, row: str) -> Mapping[str, int]:
        """The amounts of a row in 分, by column."""
        return self.amounts.rows.get(row, _NOTHING)

    def continues_with(self, other: FoundTable) -> bool:
        """Whether another table of the same title goes on where this one ends (续表): no row stands in both."""
        return self.rows.keys().isdisjoint(other.rows) and any(row.isdigit() for row in other.rows)

    def add(self, other: FoundTable) -> None:
        """Add the rows of a table that continues it."""
        self.rows.update(other.rows)
        self.names.update(other.names)
        self.amounts.rows.update(other.amounts.rows)
        self.regions.update(dict.fromkeys(other.rows, other.region))
        self._leaves = None

    @property
    def empty(self) -> bool:
        """Whether there is no amount in it that is not zero."""
        return not any(self.amounts.values())


Tables = Mapping[PublicTable, FoundTable]

FUND_TABLES: Final = {
    FundSource.GENERAL_PUBLIC: PublicTable.GENERAL_PUBLIC,
    FundSource.GOVERNMENT_FUND: PublicTable.GOVERNMENT_FUND,
    FundSource.STATE_CAPITAL: PublicTable.STATE_CAPITAL,
}
"""The table of each budget by function."""
