"""From the cells of a table to amounts in 分, each with what was wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from govfinance.io._tables._found import Amounts, Notes, Region
from govfinance.io._workbook import Nothing, TextAmount, Unreadable, read_amount
from govfinance.money import Scale
from govfinance.numeric import CONTEXT

__all__ = ["AmountReader"]

_LARGEST: Final = 10**18
_PLAIN: Final = 10**15
_TOLERANCE: Final = 0.02  # of a 分: what binary floats leave behind in a workbook of some billions of 元
_OWN_SUM: Final = "IF(COUNT("  # of the templates; what it adds up is read anyway
_BLANK: Final = frozenset({"", " ", "\u00a0", "\u3000"})


class AmountReader:
    """Reads the amounts of one table."""

    def __init__(self, region: Region, scale: Scale, notes: Notes) -> None:
        self.region = region
        self.notes = notes
        self.amounts = Amounts()
        self.fen = 10 ** (scale.exponent + 2)
        self.scale = scale
        self._troubles = region.grid.troubles
        self._rows = region.grid.rows

    def read(self, row: int, column: int, name: str, key: str) -> bool:
        """Read a cell into the amounts of the table; whether there is a number in it."""
        return self.read_row(row, ((column, key),), name) > 0

    def read_row(self, row: int, columns: Iterable[tuple[int, str]], name: str) -> int:
        """Read the cells of a row into the amounts of the table; how many numbers there are."""
        cells, scale, found = self._rows[row], self.fen, 0
        amounts = self.amounts.rows.setdefault(name, {})
        for column, key in columns:
            value = cells[column]  # all rows of a sheet have the same length
            if value.__class__ is float:
                exact = value * scale
                fen = round(exact)
                if -_TOLERANCE < exact - fen < _TOLERANCE and -_PLAIN < fen < _PLAIN:
                    amounts[key] = fen
                    found += 1
                    continue
            elif value == "" or (isinstance(value, str) and value in _BLANK):
                if self._troubles:
                    self._check_trouble(row, column)
                continue
            found += self._slowly(row, column, value, name, key)
        return found

    def count(self, row: int, column: int, name: str) -> bool:
        """Read a number of things; whether there is one."""
        cells = self._rows[row]
        value = cells[column] if column < len(cells) else ""
        found = read_amount(value)
        if isinstance(found, Nothing):
            self._check_trouble(row, column)
            return False
        number = found.value if isinstance(found, TextAmount) else found
        if isinstance(number, Unreadable) or number != int(number) or not 0 <= number < 10**9:
            self.notes.refuse(
                "not-a-count",
                f"expected a whole number, got {value!r}",
                f"应为整数，实际为 {value!r}",
                self.region.place(row, column),
            )
            return False
        self.amounts.rows[name] = {"actual": int(number)}
        return True

    def score(self, row: int, column: int) -> Decimal | None:
        """A number that is neither an amount nor a number of things; None where there is none."""
        value = self._rows[row][column] if column < len(self._rows[row]) else ""
        found = read_amount(value)
        if isinstance(found, Nothing):
            self._check_trouble(row, column)
            return None
        if isinstance(found, Unreadable):
            problem = found.problem
            self.notes.refuse(problem.code, problem.en, problem.zh, self.region.place(row, column))
            return None
        return found.value if isinstance(found, TextAmount) else found

    def _slowly(self, row: int, column: int, value: object, name: str, key: str) -> bool:
        found = read_amount(value)
        place = self.region.place(row, column)
        if isinstance(found, Nothing):
            return False
        if isinstance(found, Unreadable):
            self.notes.refuse(found.problem.code, found.problem.en, found.problem.zh, place)
            return False
        amount = found.value if isinstance(found, TextAmount) else found
        exact = CONTEXT.multiply(amount, Decimal(self.fen))
        fen = int(CONTEXT.to_integral_value(exact))
        if abs(fen) >= _LARGEST:
            self.notes.refuse(
                "too-large", f"expected less than 10^16 元, got {amount}", f"应小于 10^16 元，实际为 {amount}", place
            )
            return False
        if exact != fen:
            shown = CONTEXT.divide(Decimal(fen), Decimal(self.fen))
            self.notes.warn(
                "residue",
                f"{amount:f}{self.scale.value} is no whole number of 分; read as {shown:f}{self.scale.value}",
                f"{amount:f}{self.scale.value} 不足一分的部分已四舍五入，读作 {shown:f}{self.scale.value}",
                place,
            )
        self.amounts.rows.setdefault(name, {})[key] = fen
        return True

    def _check_trouble(self, row: int, column: int) -> None:
        grid = self.region.grid
        trouble = self._troubles.get((row + grid.first_row, column + grid.first_column))
        if trouble is not None and not trouble.text.lstrip("=").startswith(_OWN_SUM):
            problem = trouble.problem()
            self.notes.refuse(problem.code, problem.en, problem.zh, self.region.place(row, column))
