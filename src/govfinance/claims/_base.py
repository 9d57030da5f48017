"""What all claims share: the roles of their printed numbers, and the comparison that many of them make."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias, cast

import attrs
from attrs import field, frozen

from govfinance.money import Change, Conventions, NumberFormat, Printed

__all__ = [
    "AMOUNT",
    "COUNT",
    "FRACTION",
    "ITEM",
    "ITEM_RATE",
    "RATE",
    "SCORE",
    "SHARE",
    "Claim",
    "Comparison",
    "NamedAmount",
    "formats_of",
    "role_of",
]

_Role: TypeAlias = Mapping[str, str]

AMOUNT: Final[_Role] = {"role": "amount"}
ITEM: Final[_Role] = {"role": "item"}
RATE: Final[_Role] = {"role": "rate"}
ITEM_RATE: Final[_Role] = {"role": "item_rate"}
SHARE: Final[_Role] = {"role": "share"}
COUNT: Final[_Role] = {"role": "count"}
SCORE: Final[_Role] = {"role": "score"}
FRACTION: Final[_Role] = {"role": "fraction"}


@frozen(kw_only=True)
class Claim:
    """表述: what one standard sentence says, as it is printed: numbers with their digits, names, directions, texts.

    Nothing in a claim is checked against anything else in it: it holds what a text says, be it true or not.
    """


@frozen(kw_only=True)
class Comparison:
    """与上年决算 or 与年初预算相比: the printed change, the reason that people gave for it, and the year it is compared with."""

    change: Change
    reason: str | None = None
    year: int | None = None


@frozen(kw_only=True)
class NamedAmount:
    """One item of a list (主要包括): its name and its amount."""

    name: str
    amount: Printed | None = field(default=None, metadata=ITEM)


def role_of(owner: type, name: str) -> str | None:
    """The role that a printed number plays in its class; the amounts and rates of a `Change` play the usual ones."""
    if owner is Change:
        return "amount" if name == "amount" else "rate"
    attribute = attrs.fields_dict(owner)[name]
    return cast("str | None", attribute.metadata.get("role"))


@lru_cache(maxsize=512)
def formats_of(cls: Any, conventions: Conventions) -> Mapping[str, NumberFormat]:
    """The number format of every printed field of a class, under the conventions of a jurisdiction."""
    result: dict[str, NumberFormat] = {}
    for attribute in attrs.fields(cls):
        role = role_of(cls, attribute.name)
        if role is not None:
            result[attribute.name] = conventions.format(cls.__name__, attribute.name, role)
    return result
