"""Single figures that stand in no table (counts of visits, contracts by type, evaluations), by their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from govfinance.errors import InvalidInputError, Problem
from govfinance.model import FieldKind, FinalAccounts, kind_of

__all__ = ["Details", "detail_of", "with_details"]

Details: TypeAlias = Mapping[str, Decimal | int]
"""Amounts in 元 and counts by their place in the accounts, such as ``three_public.reception.domestic.batches``."""

_Tree: TypeAlias = "dict[str, _Tree | Decimal | int]"
"""The same figures by the steps of their places."""


def detail_of(accounts: FinalAccounts, place: str) -> Any:
    """The value at a place; None where it was not supplied.

    >>> from govfinance.model import Department, FinalAccounts
    >>> accounts = FinalAccounts(department=Department(name="甲县乙局"), year=2024)
    >>> detail_of(with_details(accounts, {"three_public.abroad.groups": 2}), "three_public.abroad.groups")
    2
    """
    found: Any = accounts
    for step in place.split("."):
        if isinstance(found, tuple):
            found = next((item for item in found if _key(item) == step), None)
        elif found is not None:
            found = getattr(found, step)
    return found


def with_details(accounts: FinalAccounts, details: Details) -> FinalAccounts:
    """The accounts with these figures; objects that hold them are added where they are missing.

    Raises `InvalidInputError` with every place that does not exist, what is wrong with each figure, and every figure
    that an object cannot be without (国有资产占用情况 has all kinds of vehicles or none).
    """
    problems: list[Problem] = []
    tree: _Tree = {}
    for place, value in details.items():
        *steps, last = place.split(".")
        inner: Any = tree
        for step in steps:
            inner = inner.setdefault(step, {}) if isinstance(inner, dict) else None
        if isinstance(inner, dict):
            inner[last] = value
        else:
            problems.append(_unknown(place))
    made: FinalAccounts = _filled(accounts, FinalAccounts, tree, "", problems)
    if problems:
        raise InvalidInputError(problems)
    return made


def _key(item: Any) -> str:
    """The word by which a list of the model finds an item: its budget."""
    return str(item.fund.value)


def _filled(instance: Any, cls: type[Any], tree: _Tree, path: str, problems: list[Problem], **key: str) -> Any:
    """The object with the figures of the tree, or a new one; what is wrong goes to ``problems``."""
    known = {field.name: field for field in attrs.fields(cls)}
    values: dict[str, Any] = {}
    for name, below in tree.items():
        place = f"{path}{name}"
        kind = kind_of(known[name]) if name in known else None
        before = getattr(instance, name, None)
        if not isinstance(below, dict):
            if kind is None or kind.name in ("object", "list"):
                problems.append(_unknown(place))
            else:
                values[name] = below
        elif kind is not None and kind.name == "object":
            values[name] = _filled(before, kind.item, below, f"{place}.", problems)
        elif kind is not None and kind.key == ("fund",):
            values[name] = _listed(before or (), kind, below, f"{place}.", problems)
        else:
            problems.extend(_unknown(f"{place}.{rest}") for rest in _places(below))
    if instance is None:
        missing = [field for field in known.values() if _is_needed(field) and field.name not in {*values, *key}]
        if missing:
            problems.extend(_needed(f"{path}{field.name}", next(iter(_places(tree, path)))) for field in missing)
            return None
    try:
        return cls(**key, **values) if instance is None else attrs.evolve(instance, **values)
    except InvalidInputError as error:
        problems.extend(problem.at(path.rstrip(".")) for problem in error.problems)
        return instance


def _listed(before: tuple[Any, ...], kind: FieldKind, tree: _Tree, path: str, problems: list[Problem]) -> list[Any]:
    """The items of a list of the model, each under its key, with the figures of the tree."""
    items = {_key(item): item for item in before}
    for key, below in tree.items():
        if isinstance(below, dict):
            own = {} if key in items else {"fund": key}
            items[key] = _filled(items.get(key), kind.item, below, f"{path}{key}.", problems, **own)
        else:
            problems.append(_unknown(f"{path}{key}"))
    return [item for item in items.values() if item is not None]


def _is_needed(field: attrs.Attribute[Any]) -> bool:
    return field.default is attrs.NOTHING


def _places(tree: _Tree, path: str = "") -> Iterator[str]:
    for name, below in tree.items():
        if isinstance(below, dict):
            yield from _places(below, f"{path}{name}.")
        else:
            yield f"{path}{name}"


def _unknown(place: str) -> Problem:
    return Problem(
        "unknown-place",
        "expected the place of a figure such as three_public.abroad.groups",
        "应为数据的位置，如 three_public.abroad.groups",
        place,
    )


def _needed(place: str, other: str) -> Problem:
    return Problem(
        "missing-figure",
        f"expected a figure here too, because {other} was supplied (zero has to be said)",
        f"已提供 {other}，此数也应提供（为零也应写明）",
        place,
    )
