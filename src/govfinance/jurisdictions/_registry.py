"""The jurisdictions that the library knows, loaded when they are asked for."""

from __future__ import annotations

import difflib
from functools import lru_cache
from importlib import import_module
from typing import Final

from govfinance.errors import InvalidInputError, Problem
from govfinance.jurisdictions._form import Form, Jurisdiction

__all__ = ["jurisdiction", "jurisdictions"]

_EDITIONS: Final[dict[str, dict[int, str]]] = {
    "inner-mongolia": {2023: "govfinance.jurisdictions.inner_mongolia"},
    "ministry": {2023: "govfinance.jurisdictions.ministry"},
    "shanghai": {2024: "govfinance.jurisdictions.shanghai"},
}
"""Jurisdiction -> edition (the first budget year it is for) -> the module that holds its ``FORM``."""


@lru_cache(maxsize=64)
def _load(module: str) -> Jurisdiction:
    form = import_module(module).FORM
    assert isinstance(form, Form)
    return Jurisdiction(form)


def jurisdiction(name: str, year: int) -> Jurisdiction:
    """The form of a jurisdiction for a budget year: its newest edition that is not younger.

    Raises `InvalidInputError` that says which jurisdictions or editions exist.

    >>> jurisdiction("inner-mongolia", 2023)
    <jurisdiction inner-mongolia 2023>
    """
    editions = _EDITIONS.get(name)
    if editions is None:
        known = ", ".join(sorted(_EDITIONS))
        near = difflib.get_close_matches(str(name), _EDITIONS, 1)
        hint, hint_zh = (f" (did you mean {near[0]}?)", f"（是否指 {near[0]}？）") if near else ("", "")
        raise InvalidInputError(
            [
                Problem(
                    "unknown-jurisdiction",
                    f"expected one of {known}, got {name!r}{hint}",
                    f"应为 {known} 之一，实际为“{name}”{hint_zh}",
                    "jurisdiction",
                )
            ]
        )
    fitting = [edition for edition in editions if edition <= year]
    if not fitting:
        known = ", ".join(str(edition) for edition in sorted(editions))
        raise InvalidInputError(
            [
                Problem(
                    "no-edition",
                    f"{name} has no form for {year}; its editions begin with {known}",
                    f"{name} 没有 {year} 年度的格式；现有版本始于 {known} 年度",
                    "year",
                )
            ]
        )
    return _load(editions[max(fitting)])


def jurisdictions() -> tuple[Jurisdiction, ...]:
    """All jurisdictions in all their editions.

    >>> [(one.id, one.year) for one in jurisdictions()]
    [('inner-mongolia', 2023), ('ministry', 2023), ('shanghai', 2024)]
    """
    return tuple(_load(module) for name in sorted(_EDITIONS) for _, module in sorted(_EDITIONS[name].items()))
