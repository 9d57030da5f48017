"""What the sheets beside the tables say of the tables: which budget stands in that of “三公”经费, and figures given twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from attrs import frozen

from govfinance.calc import to_fen
from govfinance.io._tables._found import FoundTable, Notes, Tables
from govfinance.io._tables._lists import COUNTS
from govfinance.io._tables._money import precision_of, yuan
from govfinance.io._tables._names import check_name_of
from govfinance.io._tables._supplements import Supplements
from govfinance.model import PublicTable

__all__ = ["budget_meant", "check_codes_beside", "check_given_twice", "leave_budgets_to"]

_T = PublicTable
_THREE: Final = "three_public."
_INSTITUTION: Final = MappingProxyType(
    {
        "operating_expenses.actual": "operating_expenses",
        "procurement.total": "procurement",
        "procurement.to_sme": "to_sme",
        "procurement.to_micro": "to_micro",
        **{f"procurement.{row}.amount": row for row in ("goods", "works", "services")},
        **{f"state_assets.{row}": row for row in COUNTS if row != "vehicles"},
    }
)
"""The rows of 补充数据 that the table of 机构运行经费、国有资产占用情况及政府采购 prints."""


def budget_meant(budget: str, beside: Supplements, year: int | None) -> str:
    """Which budget a 预算数 is that says no more than that, in a form where it is ``budget``.

    A department that was founded in the year had no budget when the year began: its 预算数 is 全年预算, unless 预算与上年
    has a 年初预算数 of what it spends.
    """
    new = year is not None and beside.founded is not None and beside.founded >= year
    if new and not any("initial" in its for place, its in beside.figures.items() if _is_budget_of_spending(place)):
        return "adjusted"
    return budget


def _is_budget_of_spending(place: str) -> bool:
    return place.startswith(("functional.", _THREE))


def leave_budgets_to(beside: Supplements, tables: Tables, budget: str) -> None:
    """A budget of “三公”经费 that is blank in the table is not supplied where 预算与上年 has the line and leaves it blank too."""
    found = tables.get(_T.THREE_PUBLIC)
    if found is not None:
        lines = [place for place in beside.lines if place.startswith(_THREE)]
        found.unsaid = frozenset(
            (row, place.removeprefix(_THREE))
            for row in found.rows
            for place in lines
            if row != "actual" and (budget if row == "budget" else row) not in beside.figures.get(place, ())
        )


@frozen
class _Twice:
    """A cell of a table, and what a sheet beside it says of the same figure (in 分, or a count)."""

    found: FoundTable
    cell: tuple[str, str]
    other: int
    place: str

    @property
    def amount(self) -> int:
        return self.found.row(self.cell[0])[self.cell[1]]

    @property
    def is_count(self) -> bool:
        return self.cell[0] in COUNTS


def check_given_twice(beside: Supplements, tables: Tables, budget: str, notes: Notes) -> None:
    """Refuse each figure of which a table and a sheet beside it do not say the same, as exactly as the table prints it."""
    different = [twice for twice in _given_twice(beside, tables, budget) if twice.amount != twice.other]
    precision = precision_of(tables) if different else None
    step = 1 if precision is None else to_fen(precision.step)
    for twice in different:
        if abs(twice.amount - twice.other) <= step // 2 and twice.found.scale.exponent and not twice.is_count:
            continue
        here, there = _shown(twice.amount, twice), _shown(twice.other, twice)
        notes.refuse(
            "given-twice",
            f"{here} stands here, and {there} in {twice.place}; expected the same in both, or one of them blank",
            f"此处为 {here}，而 {twice.place} 为 {there}；两处应一致，或只填一处",
            twice.found.place(*twice.cell),
        )


def _given_twice(beside: Supplements, tables: Tables, budget: str) -> Iterator[_Twice]:
    found = tables.get(_T.THREE_PUBLIC)
    if found is not None:
        for row, cells in found.amounts.rows.items():
            measure = budget if row == "budget" else row
            for column in cells:
                line = f"{_THREE}{column}"
                other = beside.figures.get(line, {}).get(measure)
                if other is not None:
                    yield _Twice(found, (row, column), to_fen(other), beside.cells[line, measure])
    found = tables.get(_T.INSTITUTION)
    if found is not None:
        for code, row in _INSTITUTION.items():
            value = beside.details.get(code)
            if value is not None and "actual" in found.row(row):
                said = int(value) if row in COUNTS else to_fen(Decimal(value))
                yield _Twice(found, (row, "actual"), said, beside.cells[code, "actual"])


def _shown(value: int, twice: _Twice) -> str:
    if twice.is_count:
        return str(value)
    scale = twice.found.scale
    amount = scale.from_yuan(yuan(value))
    return f"{Decimal(int(amount)) if amount == int(amount) else amount.normalize():f}{scale.value}"


def check_codes_beside(beside: Supplements, tables: Tables, year: int, notes: Notes) -> None:
    """Note every code in 预算与上年 that no table has and that is not known in the year, and names that are not theirs."""
    told = {code for found in tables.values() for code in found.names}
    for place in beside.figures:
        code = place.rpartition(".")[2]
        if code.isdigit() and code not in told:
            check_name_of(code, beside.names.get(place, ""), year, beside.places[place], notes)
