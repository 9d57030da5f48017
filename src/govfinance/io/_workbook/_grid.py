"""A sheet as rows of cells, with the addresses that its reader sees."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from attrs import frozen

from govfinance.errors import Problem

__all__ = ["Grid", "Position", "Trouble", "TroubleKind", "cell_address"]

Position = tuple[int, int]
"""Row and column in the sheet, both counted from 0."""


class TroubleKind(Enum):
    """Why a cell has no value although it is not blank."""

    ERROR = "error"
    NO_VALUE = "no value"


@frozen
class Trouble:
    """What stands in a cell that looks blank and is not: the text of an error, or a formula that was never computed."""

    kind: TroubleKind
    text: str

    def problem(self) -> Problem:
        """What to tell about it."""
        if self.kind is TroubleKind.ERROR:
            return Problem(
                "error-cell", f"expected a value, got the error {self.text}", f"应为数值，实际为错误值 {self.text}"
            )
        return Problem(
            "formula-without-value",
            f"the formula {self.text} was never computed; open the workbook in Excel or WPS and save it again",
            f"公式 {self.text} 没有计算结果；请用 Excel 或 WPS 打开后重新保存",
        )


def cell_address(row: int, column: int) -> str:
    """The address of a cell as spreadsheet programs show it; row and column count from 0.

    >>> cell_address(6, 1), cell_address(0, 27)
    ('B7', 'AB1')
    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


@frozen(kw_only=True)
class Grid:
    """One sheet. ``rows`` is the smallest rectangle around all cells that have a value, so it may begin below A1.

    A cell is a float, int, str, bool, date, time, datetime or timedelta; a blank cell is ``""``. Rows all have the same
    length. Positions in ``troubles`` and ``merged`` count from A1 = (0, 0), whatever the origin of ``rows``, and may
    lie outside of them: a formula that was never computed gives no value.
    """

    name: str
    rows: list[list[object]]
    first_row: int = 0
    first_column: int = 0
    troubles: Mapping[Position, Trouble]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """Ranges of merged cells: first row, first column, last row, last column."""

    def address(self, row: int, column: int) -> str:
        """The address of ``rows[row][column]``.

        >>> Grid(name="表", rows=[[1.0]], first_row=6, first_column=1, troubles={}).address(0, 0)
        'B7'
        """
        return cell_address(row + self.first_row, column + self.first_column)
