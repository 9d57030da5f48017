"""The rows of one public table, wherever they stand: in a part of a block, or in several blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define, field

from govfinance._quick import builder
from govfinance.audit._tables._found import Said
from govfinance.audit._tables._number import looks_numeric
from govfinance.document import Place
from govfinance.io._tables import Path, Region, compact, headings_of
from govfinance.io._workbook import Grid
from govfinance.model import PublicTable

__all__ = ["Part", "Sheet", "grid_region", "new_place", "paths_above"]

new_place: Final = builder(Place)
Row = tuple[str, ...]


@define(eq=False)
class Sheet:
    """Rows of equal length, and for each the block and the row of it that it is."""

    rows: list[Row]
    at: list[tuple[int, int]]
    troubles: dict[tuple[int, int], str] = field(factory=dict)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def place(self, row: int, column: int) -> Place:
        """The place of the text of a cell, without the white space around it."""
        block, number = self.at[row]
        text = self.rows[row][column]
        if text and not (text[0].isspace() or text[-1].isspace()):
            return new_place(block=block, row=number, column=column, end=len(text))
        start = len(text) - len(text.lstrip())
        return new_place(block=block, row=number, column=column, start=start, end=max(start, len(text.rstrip())))

    def said(self, row: int, column: int) -> Said:
        """What a cell says."""
        return Said(self.rows[row][column].strip(), self.place(row, column))


@define(eq=False)
class Part:
    """Where a public table is: which it is, its title, what is said around the title, and its rows.

    ``goes_on`` says that it continues the table before it.
    """

    table: PublicTable
    title: Said | None
    head: list[Said]
    sheet: Sheet
    goes_on: bool = False
    by_shape: bool = False


def grid_region(rows: Sequence[Row], table: PublicTable) -> Region:
    """The rows as the readers of headings and codes want them."""
    return Region(Grid(name="", rows=[list(row) for row in rows], troubles={}), table, "", -1, len(rows))


def paths_above(sheet: Sheet, first: int, table: PublicTable) -> list[Path]:
    """The headings above each column: what stands in the rows before the first one of data.

    Some forms have 类, 款, 项 beside the label and the amounts of 合计: of such a row the headings are taken.
    """
    rows = [tuple("" if _is_figure(text) else text for text in row) for row in sheet.rows[:first]]
    if first < len(sheet.rows):
        levels = tuple(text if compact(text) in ("类", "款", "项") else "" for text in sheet.rows[first])
        if any(levels):
            rows.append(levels)
    if not rows:
        return [()] * sheet.width
    return headings_of(grid_region(rows, table), 0, len(rows))


def _is_figure(text: str) -> bool:
    return looks_numeric(text) and not text.strip().isdigit()
