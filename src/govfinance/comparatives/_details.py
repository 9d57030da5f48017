"""Single figures that stand in no table (counts of visits, contracts by type, evaluations), by their place."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from govfinance.errors import InvalidInputError, Problem
from govfinance.model import FieldKind, FinalAccounts, kind_of

__all__ = ["Details", "detail_of", "with_details"]

Details: TypeAlias = Mapping[str, Decimal | int]
"""Amounts in 元 and counts by their place in the accounts, such as ``three_public.reception.domestic.batches``."""


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

    Raises `InvalidInputError` with every place that does not exist, and what is wrong with each figure.
    """
    problems: list[Problem] = []
    for place, value in details.items():
        try:
            accounts = _filled(accounts, FinalAccounts, place.split("."), value)
        except InvalidInputError as error:
            problems.extend(attrs.evolve(problem, path=place) for problem in error.problems)
        except (KeyError, TypeError):
            problems.append(
                Problem(
                    "unknown-place",
                    "expected the place of a figure such as three_public.abroad.groups, in an object that is there",
                    "应为数据的位置，如 three_public.abroad.groups，且其所属项目应已提供",
                    place,
                )
            )
    if problems:
        raise InvalidInputError(problems)
    return accounts


def _key(item: Any) -> str:
    """The word by which a list of the model finds an item: its budget."""
    return str(item.fund.value)


def _filled(instance: Any, cls: type[Any], steps: list[str], value: Decimal | int) -> Any:
    first, *rest = steps
    kind = kind_of({field.name: field for field in attrs.fields(cls)}[first])
    before = None if instance is None else getattr(instance, first)
    after = value if not rest else _within(before, kind, rest, value)
    return cls(**{first: after}) if instance is None else attrs.evolve(instance, **{first: after})


def _within(before: Any, kind: FieldKind, rest: list[str], value: Decimal | int) -> Any:
    if kind.name == "object":
        return _filled(before, kind.item, rest, value)
    if kind.name != "list" or len(rest) < 2:
        raise KeyError(rest[0])
    key, *inner = rest
    items = {_key(item): item for item in before or ()}
    items[key] = _filled(items.get(key) or kind.item(fund=key), kind.item, inner, value)
    return list(items.values())
