"""Which unit has how much of a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, cast

import attrs
from attrs import frozen

from govfinance.calc import COLUMNS
from govfinance.consolidate._items import OPTIONAL, ROW_TABLES, ItemClass, absent_item, unit_rows
from govfinance.consolidate._stated import to_address
from govfinance.consolidate._view import NATURE_TABLES, Number, View, total_of
from govfinance.errors import InvalidInputError, Problem
from govfinance.model import (
    ExpenditureItem,
    FinalAccounts,
    FundSource,
    ProjectItem,
    RevenueItem,
    SpendingNature,
    kind_of,
)
from govfinance.numeric import ZERO, subtract, total

__all__ = ["Breakdown", "breakdown_of"]


@frozen(kw_only=True)
class Breakdown:
    """A figure of the department, unit by unit: Σ ``parts`` − ``eliminated`` = ``value``, in 元 (or a count).

    A part is None where the unit does not supply the figure; ``value`` is None then too.
    """

    path: str
    parts: tuple[tuple[str, Number | None], ...]
    eliminated: Number
    value: Number | None


def breakdown_of(views: Sequence[View], less: Mapping[str, Decimal], path: str) -> Breakdown:
    """The parts of one figure. Raises `InvalidInputError` for what is no figure."""
    if "/" in path:
        values: list[Number | None] = [_cell(view, path) for view in views]
    else:
        _check(path)
        values = [_value(view, path) for view in views]
    parts = tuple((view.name, value) for view, value in zip(views, values, strict=True))
    known = [value for value in values if value is not None]
    if known and isinstance(known[0], int):
        return Breakdown(path=path, parts=parts, eliminated=0, value=sum(known) if len(known) == len(values) else None)
    amounts = cast("list[Decimal]", known)
    gone = less.get(path, ZERO)
    value = subtract(total(amounts), gone) if len(known) == len(values) else None
    return Breakdown(path=path, parts=parts, eliminated=gone, value=value)


def _unknown(path: str) -> InvalidInputError:
    return InvalidInputError(
        [
            Problem(
                "unknown-path",
                f"expected the path of a figure, such as revenue.other.actual or expenditure/208/basic, got {path[:80]!r}",
                f"应为数据的路径，如 revenue.other.actual 或 expenditure/208/basic，实际为“{path[:80]}”",
                path[:80],
            )
        ]
    )


def _cell(view: View, path: str) -> Decimal | None:
    try:
        address = to_address(path)
        if address[2] not in COLUMNS[address[0]]:
            raise _unknown(path)
        return view.cell(address)
    except (KeyError, ValueError) as error:
        raise _unknown(path) from error


_FUNDS: Final = {fund.key: fund for fund in FundSource}
_NATURES: Final = {nature.key: nature for nature in NATURE_TABLES}
_ROWS: Final[dict[str, ItemClass]] = {
    "revenue_items": RevenueItem,
    "expenditure_items": ExpenditureItem,
    "project_items": ProjectItem,
}
_OF_FUNCTION: Final = ("basic", "project", "actual", *OPTIONAL)


def _check(path: str) -> None:
    """Raise if the model has no figure of that name, whether or not the accounts supply it."""
    parts = path.split(".")
    match parts:
        case ["functional", fund, code, name] if fund in _FUNDS and code.isdigit() and name in _OF_FUNCTION:
            return
        case ["economic", nature, code, "actual"] if nature in _NATURES and code.isdigit():
            return
        case ["revenue_items" | "expenditure_items" | "project_items" as field, code, name] if code.isdigit():
            names = {one.name for one in attrs.fields(_ROWS[field])} - {"code"}
            if name in names or (name == "total" and field != "project_items"):
                return
        case ["functional" | "economic" | "revenue_items" | "expenditure_items" | "project_items", *_]:
            pass
        case ["stated" | "precision", *_]:
            pass
        case _ if _is_figure(FinalAccounts, parts):
            return
    raise _unknown(path)


def _is_figure(cls: Any, parts: list[str]) -> bool:
    attribute = attrs.fields_dict(cls).get(parts[0]) if attrs.has(cls) else None
    if attribute is None:
        return False
    kind, rest = kind_of(attribute), parts[1:]
    if kind.name in ("amount", "count"):
        return not rest
    if kind.name == "object" and rest:
        return _is_figure(kind.item, rest)
    if kind.name == "list" and len(kind.key) == 1 and len(rest) > 1:
        terms = kind_of(attrs.fields_dict(kind.item)[kind.key[0]]).item
        return rest[0] in {term.value for term in terms} and _is_figure(kind.item, rest[1:])
    return False


def _value(view: View, path: str) -> Number | None:
    parts = path.split(".")
    match parts:
        case ["functional", fund, code, name]:
            return _functional(view, _FUNDS[fund], code, name)
        case ["economic", nature, code, _]:
            return _economic(view, _NATURES[nature], code)
        case ["revenue_items" | "expenditure_items" | "project_items" as field, code, name]:
            if not view.known(ROW_TABLES[_ROWS[field]][0]):
                return None
            row = unit_rows(view, _ROWS[field]).get(code, {})
            return total(row.values()) if name == "total" else row.get(name, ZERO)
    found: Any = view.accounts
    for part in parts:
        if isinstance(found, tuple):
            found = next((item for item in found if _key_of(item) == part), None)
        else:
            found = None if found is None else getattr(found, part)
    follows = total_of(path)
    if found is None and follows is not None:
        found = follows(view.accounts)
    return cast("Number | None", found)


def _key_of(item: Any) -> str:
    term = next(getattr(item, name) for name in ("source", "nature", "fund") if hasattr(item, name))
    return cast(str, term.value)


def _functional(view: View, fund: FundSource, code: str, name: str) -> Decimal | None:
    for item in view.accounts.functional:
        if item.fund is fund and item.code.text == code:
            return cast("Decimal | None", getattr(item, name))
    return absent_item(view, fund, name)


def _economic(view: View, nature: SpendingNature, code: str) -> Decimal | None:
    for item in view.accounts.economic:
        if item.nature is nature and item.code.text == code:
            return item.actual
    return ZERO if view.known(NATURE_TABLES[nature]) else None
