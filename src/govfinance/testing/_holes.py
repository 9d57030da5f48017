"""What accounts supply, by its path, and the same accounts without it: for finding out what is done when it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

import attrs

from govfinance.errors import join_path
from govfinance.model import FieldKind, FinalAccounts, kind_of

__all__ = ["supplied", "supplied_figures", "without", "without_prior"]

_FIGURES: Final = ("amount", "score", "count")


def supplied(accounts: FinalAccounts) -> tuple[str, ...]:
    """The paths of everything in the accounts that may be left out: figures, objects, texts and items of lists.

    >>> from govfinance.model import BudgetLine, Department, Overall
    >>> overall = Overall(total=BudgetLine(actual=5))
    >>> supplied(FinalAccounts(department=Department(name="某局"), year=2023, overall=overall))
    ('overall', 'overall.total', 'overall.total.actual')
    """
    return tuple(path for path, _, _ in _parts(accounts, ""))


def supplied_figures(accounts: FinalAccounts) -> tuple[str, ...]:
    """As `supplied`, amounts, scores and counts only."""
    return tuple(path for path, kind, _ in _parts(accounts, "") if kind.name in _FIGURES)


def without(accounts: FinalAccounts, path: str) -> FinalAccounts:
    """The same accounts without what stands at a path that `supplied` gives.

    >>> from govfinance.model import BudgetLine, Department, Overall
    >>> overall = Overall(total=BudgetLine(actual=5))
    >>> accounts = FinalAccounts(department=Department(name="某局"), year=2023, overall=overall)
    >>> without(accounts, "overall.total.actual").overall.total
    BudgetLine(initial=None, adjusted=None, actual=None, prior=None)
    """
    result: FinalAccounts = _without(accounts, "", path)
    return result


def without_prior(accounts: FinalAccounts) -> FinalAccounts:
    """The same accounts without any figure of the year before, as those of a department that is new.

    >>> from govfinance.model import BudgetLine, Department, Overall
    >>> overall = Overall(total=BudgetLine(actual=5, prior=4))
    >>> accounts = FinalAccounts(department=Department(name="某局"), year=2023, overall=overall)
    >>> supplied(without_prior(accounts))
    ('overall', 'overall.total', 'overall.total.actual')
    """
    return attrs.evolve(accounts, **_changed(accounts))


def _changed(instance: Any) -> dict[str, Any]:
    """The fields that differ once no figure of the year before is left."""
    changed: dict[str, Any] = {}
    for attribute in attrs.fields(type(instance)):
        name, kind, value = attribute.name, kind_of(attribute), getattr(instance, attribute.name)
        if value is None or name == "department":  # units have years of their own
            continue
        if name == "prior":
            changed[name] = None
        elif kind.name == "object" and (inner := _changed(value)):
            changed[name] = attrs.evolve(value, **inner)
        elif kind.name == "list":
            items = [attrs.evolve(item, **inner) if (inner := _changed(item)) else item for item in value]
            if any(item is not before for item, before in zip(items, value, strict=True)):
                changed[name] = items
    return changed


def _parts(instance: Any, prefix: str) -> Iterator[tuple[str, FieldKind, Any]]:
    for attribute in attrs.fields(type(instance)):
        value, kind = getattr(instance, attribute.name), kind_of(attribute)
        path = join_path(prefix, attribute.name)
        if value is None or kind.name in ("topics", "stated"):
            continue
        if attribute.default is None:
            yield path, kind, value
        if kind.name == "object":
            yield from _parts(value, path)
        elif kind.name == "list":
            for number, item in enumerate(value):
                item_path = _item_path(path, kind, item, number)
                yield item_path, FieldKind("item"), item
                yield from _parts(item, item_path)


def _item_path(path: str, kind: FieldKind, item: Any, number: int) -> str:
    if not kind.key:
        return f"{path}[{number}]"
    names = (getattr(item, name) for name in kind.key)
    return ".".join((path, *(str(name.value) if isinstance(name, Enum) else str(name) for name in names)))


def _without(instance: Any, prefix: str, path: str) -> Any:
    for attribute in attrs.fields(type(instance)):
        value, kind = getattr(instance, attribute.name), kind_of(attribute)
        here = join_path(prefix, attribute.name)
        if value is None or not _leads(here, path):
            continue
        if here == path:
            return attrs.evolve(instance, **{attribute.name: None})
        if kind.name == "object":
            return attrs.evolve(instance, **{attribute.name: _without(value, here, path)})
        items = list(value)
        for number, item in enumerate(items):
            item_path = _item_path(here, kind, item, number)
            if item_path == path:
                del items[number]
                return attrs.evolve(instance, **{attribute.name: items})
            if _leads(item_path, path):
                items[number] = _without(item, item_path, path)
                return attrs.evolve(instance, **{attribute.name: items})
    raise KeyError(path)


def _leads(here: str, path: str) -> bool:
    return path == here or path.startswith((f"{here}.", f"{here}["))
