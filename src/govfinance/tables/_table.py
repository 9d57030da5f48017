"""A public table as it is printed: cells in rows, what each of them is, and the exact amount behind it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from attrs import frozen

from govfinance._quick import builder
from govfinance.model import PublicTable
from govfinance.money import NumberFormat

__all__ = ["Cell", "CellKind", "Row", "Table", "new_cell"]


class CellKind(Enum):
    """What stands in a cell."""

    HEADING = "heading"
    LABEL = "label"
    CODE = "code"
    AMOUNT = "amount"
    COUNT = "count"
    NUMBER = "number"
    BLANK = "blank"


@frozen
class Cell:
    """A cell: its text as printed, and for an amount what it is printed from.

    ``address`` is ``table/row/column``; ``amount`` the exact amount in 元, None where it was not supplied; ``shown`` the
    amount as it is printed, in the scale of the table; a count is its own ``shown``. ``rows`` and ``columns`` say how many
    rows and columns the cell covers; ``level`` how far a label is indented.
    """

    kind: CellKind
    text: str = ""
    address: str = ""
    amount: Decimal | None = None
    shown: Decimal | None = None
    rows: int = 1
    columns: int = 1
    level: int = 0
    centered: bool = False


new_cell = builder(Cell)

Row = tuple[Cell | None, ...]
"""The cells of a row; None where one from the left or from above reaches over."""


@frozen(kw_only=True)
class Table:
    """One public table: title, number, unit, header and body rows of the same width, and the notes below.

    ``missing`` are the places of figures that were not supplied: their cells are blank, though they may not be nil.
    """

    table: PublicTable
    number: str
    title: str
    name: str
    year: int
    format: NumberFormat
    unit_note: str
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    landscape: bool = False
    missing: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.header[0])

    def cells(self) -> Iterator[Cell]:
        """All cells of header and body."""
        for row in (*self.header, *self.body):
            for cell in row:
                if cell is not None:
                    yield cell

    def cell(self, row: str, column: str = "actual") -> Cell:
        """The cell of a row and a column by their keys. Raises `KeyError` where the table prints no such cell."""
        return _index(self)[f"{self.table.key}/{row}/{column}"]

    def to_text(self) -> str:
        """Title and rows as tab-separated lines, for a look."""
        lines = [self.title, *("\t".join("" if cell is None else cell.text for cell in row) for row in self.body)]
        return "\n".join([*lines, *self.notes])


def _index(table: Table) -> dict[str, Cell]:
    return {cell.address: cell for cell in table.cells() if cell.address}
