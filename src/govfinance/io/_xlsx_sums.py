"""Which cells of a sheet a total is the sum of, and the formula that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from govfinance._quick import builder
from govfinance.calc import COLUMNS, PERSONNEL_CLASSES
from govfinance.model import FundSource, PublicTable, RevenueSource, StateAssets
from govfinance.numeric import total

__all__ = ["Place", "Sums", "column_name", "formula_of", "new_place"]

_T = PublicTable
_FUNDS: Final = tuple(fund.key for fund in FundSource)
_CLASSES: Final = ("*",)
_MOST: Final = 200  # arguments of SUM; 255 can be

_ROWS: Final[dict[PublicTable, dict[str, tuple[str, ...]]]] = {
    _T.TOTALS: {
        "revenue": tuple(source.key for source in RevenueSource),
        "total": ("revenue", "surplus_used", "opening"),
        "expenditure": _CLASSES,
        "outlay": ("expenditure", "surplus_distribution", "closing"),
    },
    _T.FISCAL: {
        "revenue": _FUNDS,
        "opening": tuple(f"opening.{fund}" for fund in _FUNDS),
        "total": ("revenue", "opening"),
        "expenditure": _CLASSES,
        "outlay": ("expenditure", "closing"),
    },
    _T.BASIC: {"total": ("personnel", "public")},
    _T.INSTITUTION: {
        "procurement": ("goods", "works", "services"),
        "vehicles": tuple(name for name in StateAssets.__annotations__ if name.endswith("_vehicles")),
    },
}
"""The totals among the rows that have names: the rows that they are the sum of; ``*`` is every 类."""

_SPENT: Final[dict[str, tuple[str, ...]]] = {"total": ("basic", "project")}
_COLUMNS: Final[dict[PublicTable, dict[str, tuple[str, ...]]]] = {
    _T.REVENUE: {"total": COLUMNS[_T.REVENUE][1:]},
    _T.EXPENDITURE: {"total": COLUMNS[_T.EXPENDITURE][1:]},
    _T.FISCAL: {"total": _FUNDS},
    _T.GENERAL_PUBLIC: _SPENT,
    _T.GOVERNMENT_FUND: _SPENT,
    _T.STATE_CAPITAL: _SPENT,
    _T.THREE_PUBLIC: {
        "total": ("abroad", "vehicles", "reception"),
        "vehicles": ("vehicle_purchase", "vehicle_operation"),
    },
}
"""The totals among the columns, and the columns that they are the sum of."""


@frozen
class Place:
    """Where a figure stands in the sheet, and the number there; None for a blank cell or a text."""

    row: int
    column: int
    value: Decimal | None = None


new_place = builder(Place)


class Sums:
    """The totals of one sheet: ``places`` are its figures by the keys of their row and column."""

    def __init__(self, table: PublicTable, places: dict[tuple[str, str], Place]) -> None:
        self._places = places
        self._rows = {**_ROWS.get(table, {})}
        self._columns = _COLUMNS.get(table, {})
        below: dict[str, list[str]] = {}
        for row in dict.fromkeys(row for row, _ in places):
            if row.isdigit():
                below.setdefault(_parent(table, row), []).append(row)
        for name, parts in self._rows.items():
            if parts == _CLASSES:
                below[name] = below.pop("total", [])
        self._rows.update((row, tuple(rows)) for row, rows in below.items())

    def parts(self, row: str, column: str) -> Iterator[list[Place]]:
        """The cells of the same sheet that a cell may be the sum of: those to its right, then those below."""
        places = self._places
        columns = self._columns.get(column)
        if columns is not None:
            found = [places[row, part] for part in columns if (row, part) in places]
            if found:
                yield found
        rows = self._rows.get(row)
        if rows is not None:
            found = [places[part, column] for part in rows if (part, column) in places]
            if found:
                yield found

    def formula(self, row: str, column: str, value: Decimal) -> str | None:
        """The formula of a cell, if there are cells whose written numbers have exactly this sum."""
        for places in self.parts(row, column):
            numbers = [place.value for place in places if place.value is not None]
            if numbers and total(numbers) == value:
                references = formula_of(places)
                if references is not None:
                    return f"=SUM({references})"
        return None


def _parent(table: PublicTable, row: str) -> str:
    if len(row) > 3:
        return row[:-2]
    if table is _T.BASIC:
        return "personnel" if row in PERSONNEL_CLASSES else "public"
    return "total"


def formula_of(places: Sequence[Place]) -> str | None:
    """The cells as arguments of SUM, neighbours as a range; None where they are too many."""
    runs: list[list[tuple[int, int]]] = []
    for place in sorted((place.column, place.row) for place in places):
        column, row = place
        if runs and runs[-1][-1] == (column, row - 1):
            runs[-1].append(place)
        else:
            runs.append([place])
    if len(runs) == len(places) > 1:  # not one below another: perhaps side by side
        runs = []
        for place in sorted(((place.column, place.row) for place in places), key=lambda at: (at[1], at[0])):
            column, row = place
            if runs and runs[-1][-1] == (column - 1, row):
                runs[-1].append(place)
            else:
                runs.append([place])
    if len(runs) > _MOST:
        return None
    return ",".join(_cell(run[0]) if len(run) == 1 else f"{_cell(run[0])}:{_cell(run[-1])}" for run in runs)


def _cell(at: tuple[int, int]) -> str:
    return f"{column_name(at[0])}{at[1] + 1}"


def column_name(column: int) -> str:
    """The letters of a column, counted from zero.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
