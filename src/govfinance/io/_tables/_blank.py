"""Tables without a single amount: whether they say that there is nothing, or were not filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from govfinance.calc import PARTS
from govfinance.io._tables._found import FoundTable, Notes
from govfinance.io._tables._text import compact
from govfinance.model import PublicTable

__all__ = ["without_blank"]

_T = PublicTable
_Tables = Mapping[PublicTable, FoundTable]
_SAYS_NOTHING: Final = re.compile(r"无数据|为空|没有|未发生|未安排|无此|无相关|无“?三公|无政府性基金|无国有资本|不涉及")
_FISCAL: Final = ("general_public", "government_fund", "state_capital")


def _none_in(table: PublicTable, *rows: str, column: str = "actual") -> Callable[[_Tables], bool]:
    """Whether another table, which has amounts, has none in some cells."""

    def said(tables: _Tables) -> bool:
        other = tables.get(table)
        return other is not None and not other.empty and not any(other.get(row, column) for row in rows)

    return said


_NOTHING_IF: Final[Mapping[PublicTable, Callable[[_Tables], bool]]] = {
    _T.REVENUE: _none_in(_T.TOTALS, "revenue", "total"),
    _T.EXPENDITURE: _none_in(_T.TOTALS, "expenditure"),
    _T.PROJECTS: _none_in(_T.EXPENDITURE, "total", column="project"),
    _T.FISCAL: _none_in(_T.TOTALS, *_FISCAL),
    _T.GENERAL_PUBLIC: _none_in(_T.FISCAL, "expenditure", column="general_public"),
    _T.GOVERNMENT_FUND: _none_in(_T.FISCAL, "expenditure", "closing", column="government_fund"),
    _T.STATE_CAPITAL: _none_in(_T.FISCAL, "expenditure", "closing", column="state_capital"),
    _T.BASIC: _none_in(_T.GENERAL_PUBLIC, "total", column="basic"),
    _T.PROJECT: _none_in(_T.GENERAL_PUBLIC, "total", column="project"),
    _T.THREE_PUBLIC: lambda tables: any(not found.empty for found in tables.values()),
    _T.INSTITUTION: lambda tables: any(not found.empty for found in tables.values()),
}
"""When a published table without amounts says that there is nothing: another table says the same, or only what no other
table says is left blank."""


def without_blank(tables: _Tables, notes: Notes) -> dict[PublicTable, FoundTable]:
    """The tables that say something. One that was not filled in is as one that is not there, and noted."""
    kept: dict[PublicTable, FoundTable] = {}
    for table, found in tables.items():
        if any(found.amounts.rows.values()):
            kept[table] = found
            continue
        title, place = found.region.title, found.region.place(max(found.region.first, 0), 0)
        if not found.strict and (_says_nothing(found) or (table in _NOTHING_IF and _NOTHING_IF[table](tables))):
            kept[table] = found
            if table in (_T.THREE_PUBLIC, _T.INSTITUTION) and not _says_nothing(found):
                notes.warn(
                    "read-as-nil",
                    f"there is no amount in {title}; it was read as nil",
                    f"{title}没有任何金额，按零读取",
                    place,
                )
        elif not found.strict and table in (_T.GOVERNMENT_FUND, _T.STATE_CAPITAL) and _T.FISCAL not in tables:
            kept[table] = found
        else:
            cells = _cells_of_nothing(found) if found.strict else ()
            notes.warn(
                "not-filled-in",
                f"there is no amount in {title}; it was taken as not supplied"
                + (f" (for nothing, write 0 in {', '.join(cells)})" if cells else ""),
                f"{title}没有任何金额，视为未提供" + (f"；确实没有的，请在 {'、'.join(cells)} 填 0" if cells else ""),
                place,
            )
    return kept


def _cells_of_nothing(found: FoundTable) -> tuple[str, ...]:
    """The cells of a template in which 0 says that there is nothing in the whole table."""
    if "total" in found.rows and found.at:
        parts = found.at.keys() - ({"total"} if found.table in PARTS else ())  # the sum of a row is a formula
        places = [found.place("total", column) for column in found.at if column in parts]
    elif found.table is _T.THREE_PUBLIC:
        lines = [cell for cell in found.cells if cell[0] == "actual" and cell[1] not in ("total", "vehicles")]
        places = [found.place(*cell) for cell in lines]
    else:
        places = [found.place(*cell) for cell in found.cells]
    return tuple(place.rpartition("!")[2] for place in places)


def _says_nothing(found: FoundTable) -> bool:
    """Whether a note in the table says that there is nothing."""
    region = found.region
    return any(
        value.__class__ is str and len(str(value)) > 4 and _SAYS_NOTHING.search(compact(str(value)))
        for row in region.grid.rows[max(region.first + 1, 0) : region.end]
        for value in row
    )
