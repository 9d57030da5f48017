"""Sums over the items of the tables by code: by function, by economic nature, and of all sources.

These tables are sparse: an item that a unit does not have is zero there if its table was supplied. The sums of a table
that some unit did not supply are not known, and the table is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from govfinance.calc import COLUMNS, functional_items, fund_expenditure
from govfinance.codes import EconomicCode, FunctionalCode
from govfinance.consolidate._sums import Sums, built
from govfinance.consolidate._view import FUND_TABLES, NATURE_TABLES, View
from govfinance.model import (
    EconomicItem,
    ExpenditureItem,
    FunctionalItem,
    FundSource,
    ProjectItem,
    PublicTable,
    RevenueItem,
    SpendingNature,
)
from govfinance.numeric import ZERO, add, subtract, total

__all__ = [
    "OPTIONAL",
    "ROW_TABLES",
    "ItemClass",
    "absent_item",
    "economic_sums",
    "functional_sums",
    "row_sums",
    "unit_rows",
]

I = TypeVar("I", RevenueItem, ExpenditureItem, ProjectItem)  # noqa: E741 - the type of an item

OPTIONAL: Final = ("initial", "adjusted", "prior", "opening", "revenue", "closing")
_BALANCES: Final = ("opening", "revenue", "closing")


def absent_item(view: View, fund: FundSource, name: str) -> Decimal | None:
    """What an item has that a unit does not list: zero if the unit gives this figure of all items that it does list.

    Of a unit without any item in the budget it is zero if its table is known to be empty, and a budget figure only if
    that of the whole budget is zero.
    """
    if not view.known(FUND_TABLES[fund]):
        return None
    if name not in OPTIONAL:
        return ZERO
    items = functional_items(view.accounts, fund)
    if items:
        return None if any(getattr(item, name) is None for item in items) else ZERO
    if name in _BALANCES:
        return ZERO if view.supplied(FUND_TABLES[fund]) else None
    measure: Any = name
    return ZERO if fund_expenditure(view.accounts, fund, measure).value == 0 else None


def _without_table(views: Iterable[View], table: PublicTable) -> list[str]:
    return [view.name for view in views if not view.known(table)]


def functional_sums(sums: Sums) -> list[FunctionalItem]:
    """支出功能分类 of all units, budget by budget (公开05、08、09表)."""
    found: list[FunctionalItem] = []
    for fund, table in FUND_TABLES.items():
        listed: dict[str, list[tuple[View, FunctionalItem]]] = {}
        for view in sums.views:
            for item in functional_items(view.accounts, fund):
                listed.setdefault(item.code.text, []).append((view, item))
        unknown = _without_table(sums.views, table) if listed else []
        if unknown:
            sums.missing(f"functional.{fund.key}", unknown)
        elif listed:
            holes = {
                name: {view.name for view in sums.views if absent_item(view, fund, name) is None} for name in OPTIONAL
            }
            found.extend(_functional(sums, fund, code, listed[code], holes) for code in sorted(listed))
    return found


def _functional(
    sums: Sums, fund: FundSource, code: str, listed: list[tuple[View, FunctionalItem]], holes: dict[str, set[str]]
) -> FunctionalItem:
    path = f"functional.{fund.key}.{code}"
    listing = {view.name for view, _ in listed}
    figures: dict[str, Decimal | None] = {}
    for name in OPTIONAL:
        values = [getattr(item, name) for _, item in listed]
        given = [value for value in values if value is not None]
        missing = holes[name] - listing
        missing |= {view.name for (view, _), value in zip(listed, values, strict=True) if value is None}
        if given and missing:
            sums.missing(f"{path}.{name}", [view.name for view in sums.views if view.name in missing])
        figures[name] = total(given) if given and not missing else None
    names = dict.fromkeys(item.name for _, item in listed if item.name is not None)
    classes = dict.fromkeys(item.class_name for _, item in listed if item.class_name is not None)
    return built(
        FunctionalItem,
        path,
        code=FunctionalCode(code),
        fund=fund,
        basic=total(item.basic for _, item in listed),
        project=total(item.project for _, item in listed),
        **figures,
        name="、".join(names) or None,
        class_name=min(classes, default=None),
    )


def economic_sums(sums: Sums, functional: Sequence[FunctionalItem]) -> list[EconomicItem]:
    """支出经济分类 of all units, basic and project expenditure (公开06、07表).

    Where only one of the two is known, its items alone would say that there are none of the other (unless functional
    items say otherwise): both are left out then.
    """
    amounts: dict[SpendingNature, dict[str, Decimal]] = {nature: {} for nature in NATURE_TABLES}
    for view in sums.views:
        for item in view.accounts.economic:
            row = amounts[item.nature]
            row[item.code.text] = add(row.get(item.code.text, ZERO), item.actual)
    unknown = {
        nature: _without_table(sums.views, table) if any(amounts.values()) else []
        for nature, table in NATURE_TABLES.items()
    }
    for nature, names in unknown.items():
        if names and len(names) < len(sums.views):
            sums.missing(f"economic.{nature.key}", names)
    for nature, names in unknown.items():
        other = next(one for one in NATURE_TABLES if one is not nature)
        spent = any(getattr(item, nature.key) for item in functional if item.fund is FundSource.GENERAL_PUBLIC)
        if names and amounts[other] and not unknown[other] and not spent:
            sums.missing(f"economic.{other.key}", names)
            return []
    return [
        built(
            EconomicItem,
            f"economic.{nature.key}.{code}",
            code=EconomicCode(code),
            nature=nature,
            actual=amounts[nature][code],
        )
        for nature in NATURE_TABLES
        if not unknown[nature]
        for code in sorted(amounts[nature])
    ]


ItemClass: TypeAlias = "type[RevenueItem] | type[ExpenditureItem] | type[ProjectItem]"


def unit_rows(view: View, cls: ItemClass) -> dict[str, dict[str, Decimal]]:
    """The rows of a unit's 收入决算表, 支出决算表 or 项目收入支出决算表: its items, or what follows where it has none."""
    table, field = ROW_TABLES[cls]
    columns = [column for column in COLUMNS[table] if column != "total"]
    items = getattr(view.accounts, field)
    if items:
        return {item.code.text: {column: getattr(item, column) for column in columns} for item in items}
    return {code: {column: row[column] for column in columns} for code, row in view.rows(table).items()}


ROW_TABLES: Final[dict[type, tuple[PublicTable, str]]] = {
    RevenueItem: (PublicTable.REVENUE, "revenue_items"),
    ExpenditureItem: (PublicTable.EXPENDITURE, "expenditure_items"),
    ProjectItem: (PublicTable.PROJECTS, "project_items"),
}


def row_sums(sums: Sums, cls: type[I]) -> list[I]:
    """收入决算表, 支出决算表 or 项目收入支出决算表 of all units, less what is eliminated.

    Of 项目收入支出决算表 nothing is: no table says what part of a transfer between the units was for projects.
    """
    table, field = ROW_TABLES[cls]
    if not any(getattr(view.accounts, field) for view in sums.views):
        return []
    unknown = _without_table(sums.views, table)
    if unknown:
        sums.missing(field, unknown)
        return []
    amounts: dict[str, dict[str, Decimal]] = {}
    for view in sums.views:
        for code, row in unit_rows(view, cls).items():
            known = amounts.get(code)
            amounts[code] = row if known is None else {name: add(known[name], row[name]) for name in row}
    columns = [attribute.name for attribute in attrs.fields(cls) if attribute.name != "code"]
    return [
        built(
            cls,
            f"{field}.{code}",
            code=FunctionalCode(code),
            **{
                column: subtract(amounts[code][column], sums.less.get(f"{field}.{code}.{column}", ZERO))
                for column in columns
            },
        )
        for code in sorted(amounts)
    ]
