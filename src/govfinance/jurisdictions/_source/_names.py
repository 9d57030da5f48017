"""What a file can name: the classes of claims, the parts of claims that phrases say, the closed vocabularies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, get_args

import attrs

import govfinance.claims as claims
from govfinance.claims import Claim
from govfinance.sentences import field_types

__all__ = ["claim_classes", "enumerations", "field_kind", "part_classes", "snake_case"]


@lru_cache(maxsize=1)
def claim_classes() -> Mapping[str, type[Claim]]:
    """The classes of statements, by name."""
    found = {name: getattr(claims, name) for name in claims.__all__}
    return {
        name: one
        for name, one in found.items()
        if isinstance(one, type) and issubclass(one, Claim) and one is not Claim
    }


@lru_cache(maxsize=1)
def part_classes() -> Mapping[str, type]:
    """The classes that stand in statements, and that phrases say (`Comparison`, `Change`), by name."""
    found = {kind.__name__: kind for kind in _kinds() if attrs.has(kind) and kind.__name__ != "Printed"}
    named = {name: one for name in claims.__all__ if attrs.has(one := getattr(claims, name)) and one is not Claim}
    return {**{name: one for name, one in named.items() if name not in claim_classes()}, **found}


@lru_cache(maxsize=1)
def enumerations() -> Mapping[str, type[Enum]]:
    """The closed vocabularies of the fields of statements, by name."""
    return {kind.__name__: kind for kind in _kinds() if issubclass(kind, Enum)}


def _kinds() -> Iterator[type]:
    """The types of all fields of statements and of what stands in them."""
    waiting: list[Any] = [*claim_classes().values()]
    seen: set[Any] = set()
    while waiting:
        for kind, _ in field_types(waiting.pop()).values():
            for one in get_args(kind) or (kind,):
                if isinstance(one, type) and one not in seen:
                    seen.add(one)
                    yield one
                    if attrs.has(one) and one.__name__ != "Printed":
                        waiting.append(one)


def field_kind(cls: type, path: str) -> Any | None:
    """The type of a field by its dotted path, without its None; None where there is no such field."""
    kind: Any = cls
    for name in path.split("."):
        known = field_types(kind) if attrs.has(kind) else {}
        if name not in known:
            return None
        kind = known[name][0]
    return kind


def snake_case(name: str) -> str:
    """The name of a class as words are called: ``overall_item`` for ``OverallItem``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
