"""The situations in which a claim can be: which of its optional fields are there, which words of a vocabulary it uses.

A form has to have words for all of them. Fields that a form does not say are None in its claims, so that they make no
situations.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from itertools import islice, product
from math import prod
from typing import Any, Final, Union, cast, get_args, get_origin

import attrs

from govfinance.claims._base import formats_of
from govfinance.claims._overall import OverallItem, OverallItemTotal
from govfinance.claims._public import Execution, ThreePublicExecution
from govfinance.claims._spending import Difference, FunctionalItemTotal, FunctionalTotal, Relation
from govfinance.model import FundSource, SpendingNature
from govfinance.money import Base, Change, Conventions, Direction, Printed

__all__ = ["described", "situations"]

_MOST: Final = 600
_ALWAYS: Final = frozenset(
    {
        *("name", "level", "year", "prior_year", "total", "amount", "itemised", "class_name", "difference", "funds"),
        *("domestic", "domestic_batches", "domestic_persons", "guests", "guests_batches", "guests_persons"),
        *("foreign", "foreign_batches", "foreign_persons", "revenue", "to_sme", "to_micro"),
        *("fund_projects", "fund_amount"),
    }
)
"""Fields that are None where a form does not say them, and never where it does."""

_AMOUNT: Final = Decimal(123400)
_TEXTS: Final = {"class_name": "工资福利支出"}  # a name of a closed vocabulary, where a form takes it for one
_TEXT: Final = "甲"


def situations(cls: type, said: frozenset[str], conventions: Conventions) -> Iterator[Any]:
    """Claims (or parts of claims) of a class, one for each situation in which it can be; a spread choice of very many.

    ``said`` are the dotted paths of the fields that the form says; printed numbers have its formats.

    >>> from govfinance.claims import AmountShare
    >>> from govfinance.money import NumberFormat, ROLES, Scale
    >>> conventions = Conventions(formats={role: NumberFormat("0.00") for role in ROLES})
    >>> [made.share for made in situations(AmountShare, frozenset({"amount", "share"}), conventions)]
    [None, Printed(text='12.00', unit='')]
    """
    if cls is Change:
        yield from _changes(said, conventions)
        return
    choices = {
        attribute.name: _choices(cls, attribute.name, _types(cls)[attribute.name], said, conventions)
        for attribute in attrs.fields(cls)
    }
    possible = _POSSIBLE.get(cls)
    for values in _spread(list(choices.values())):
        made = cls(**dict(zip(choices, values, strict=True)))
        if possible is None or possible(made, said):
            yield made


def described(situation: Any, said: frozenset[str]) -> tuple[str, ...]:
    """What is particular about a situation: ``change.direction=unchanged``, ``reason is not there``."""
    return tuple(_description(situation, said, ""))


def _description(situation: Any, said: frozenset[str], prefix: str) -> Iterator[str]:
    for attribute in attrs.fields(type(situation)):
        path, value = f"{prefix}{attribute.name}", getattr(situation, attribute.name)
        if isinstance(value, Enum):
            yield f"{path}={value.value}"
        elif isinstance(value, bool):
            yield f"{path}={str(value).lower()}"
        elif value is None:
            if path in said:
                yield f"{path} is not there"
        elif attrs.has(type(value)) and not isinstance(value, Printed):
            yield from _description(value, said, f"{path}.")


def _spread(choices: Sequence[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    """All combinations; of very many, each choice of each field beside first choices, and every so-manieth of all."""
    count = prod(map(len, choices))
    if count <= _MOST:
        yield from product(*choices)
        return
    first = [options[0] for options in choices]
    for place, options in enumerate(choices):
        for option in options:
            yield (*first[:place], option, *first[place + 1 :])
    yield from islice(product(*choices), 0, None, count // _MOST | 1)


def _types(cls: type) -> dict[str, Any]:
    attrs.resolve_types(cls)
    return {attribute.name: attribute.type for attribute in attrs.fields(cls)}


def _choices(cls: type, name: str, kind: Any, said: frozenset[str], conventions: Conventions) -> list[Any]:
    nullable = get_origin(kind) in (Union, types.UnionType) and types.NoneType in get_args(kind)
    inside = frozenset(path.removeprefix(f"{name}.") for path in said if path.startswith(f"{name}."))
    if nullable:
        if name not in said and not inside:
            return [None]
        kind = next(argument for argument in get_args(kind) if argument is not types.NoneType)
    some = _values(cls, name, kind, inside, conventions)
    return [None, *some] if nullable and name not in _ALWAYS else some


def _values(cls: type, name: str, kind: Any, inside: frozenset[str], conventions: Conventions) -> list[Any]:
    if kind is Printed:
        number_format = formats_of(cls, conventions)[name]
        return [number_format.print(_AMOUNT if number_format.scale is not None else Decimal(12))]
    if kind is str:
        return [_TEXTS.get(name, _TEXT)]
    if kind is bool:
        return [True, False]
    if kind is int:
        return [2024]
    if get_origin(kind) is tuple:
        return [(one,) for one in situations(get_args(kind)[0], inside, conventions)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(_MEMBERS.get((cls.__name__, name), kind))
    return list(situations(cast(type, kind), inside, conventions))


def _changes(said: frozenset[str], conventions: Conventions) -> Iterator[Change]:
    """Up, down or nowhere from a positive base, from zero, from below zero; without rates all bases are one."""
    formats = formats_of(Change, conventions)
    amount, rate = formats["amount"].print(_AMOUNT), formats["rate"].print(Decimal(12))
    for base in Base if "rate" in said else (Base.POSITIVE,):
        for direction in (Direction.INCREASE, Direction.DECREASE):
            rated = rate if base is Base.POSITIVE and "rate" in said else None
            yield Change(direction, amount=amount, rate=rated, base=base)
        if base is Base.POSITIVE or conventions.nothing_apart:
            yield Change(Direction.UNCHANGED, base=base)


def _against_budget(claim: Any, said: frozenset[str]) -> bool:
    """What is said of the budget: nothing, or all of it but the rate, which a budget of zero has not."""
    if "budget" in said:
        known = claim.budget is not None
        if any(name in said and (getattr(claim, name) is not None) is not known for name in ("basis", "relation")):
            return False
        if claim.completion is not None and not known:
            return False
    return _reasoned(claim, said)


def _reasoned(claim: Any, said: frozenset[str]) -> bool:
    """Where a relation to the budget is said, a reason stands only where there is a difference."""
    return claim.reason is None or "relation" not in said or claim.relation in (Relation.ABOVE, Relation.BELOW)


def _item(claim: Any, said: frozenset[str]) -> bool:
    explained = claim.difference is Difference.EXPLAINED
    if "difference" in said and explained is not (claim.reason is not None):
        return False
    return _against_budget(claim, said)


def _execution(part: Any, said: frozenset[str]) -> bool:
    return part.completion is None or part.budget is not None or "budget" not in said


def _three_public(claim: Any, said: frozenset[str]) -> bool:
    known = claim.total.budget is not None
    if "total.budget" in said and any(
        name in said and (getattr(claim, name) is not None) is not known for name in ("basis", "relation")
    ):
        return False
    return _reasoned(claim, said)


def _with_matter(claim: Any, _: frozenset[str]) -> bool:
    return claim.matter is None or claim.item in (OverallItem.SURPLUS_DISTRIBUTION, OverallItem.CLOSING)


_POSSIBLE: Final[dict[type, Callable[[Any, frozenset[str]], bool]]] = {
    Execution: _execution,
    FunctionalItemTotal: _item,
    FunctionalTotal: _against_budget,
    OverallItemTotal: _with_matter,
    ThreePublicExecution: _three_public,
}
_MEMBERS: Final[dict[tuple[str, str], tuple[Enum, ...]]] = {
    ("EconomicTotal", "nature"): (SpendingNature.BASIC, SpendingNature.PROJECT),
    ("FundExpenditure", "fund"): (FundSource.GOVERNMENT_FUND, FundSource.STATE_CAPITAL),
    ("FundNothing", "fund"): (FundSource.GOVERNMENT_FUND, FundSource.STATE_CAPITAL),
}
