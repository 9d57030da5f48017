"""Between which whole steps each quantity must lie, as far as one inequality after the other shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from govfinance.audit._joint._types import Inequality

__all__ = ["Domain", "domains_of"]

Domain: TypeAlias = tuple[int | None, int | None]

_ROUNDS: Final = 8


def domains_of(inequalities: Sequence[Inequality], quantities: int) -> list[Domain]:
    """A domain for each quantity, rounded outwards. Bounds that contradict an earlier one are not taken.

    It is for choosing units and bases, not for proofs: after a few rounds it stops.
    """
    low: list[int | None] = [None] * quantities
    high: list[int | None] = [None] * quantities
    within: list[list[int]] = [[] for _ in range(quantities)]
    for number, one in enumerate(inequalities):
        for quantity, _ in one.terms:
            within[quantity].append(number)
    waiting = sorted(range(len(inequalities)), key=lambda number: len(inequalities[number].terms))
    for _ in range(_ROUNDS):
        changed: set[int] = set()
        for number in waiting:
            changed.update(_narrow(inequalities[number], low, high))
        if not changed:
            break
        waiting = sorted({number for quantity in changed for number in within[quantity]})
    return list(zip(low, high, strict=True))


def _narrow(one: Inequality, low: list[int | None], high: list[int | None]) -> list[int]:
    """The quantities of one inequality whose bounds it narrows."""
    most = 0
    open_: int | None = None
    for quantity, coefficient in one.terms:
        end = high[quantity] if coefficient > 0 else low[quantity]
        if end is not None:
            most += coefficient * end
        elif open_ is None:
            open_ = quantity
        else:
            return []
    changed: list[int] = []
    for quantity, coefficient in one.terms:
        if open_ is not None and quantity != open_:
            continue
        rest = most
        end = high[quantity] if coefficient > 0 else low[quantity]
        if end is not None:
            rest -= coefficient * end
        if coefficient > 0:
            least = (one.bound - rest) // coefficient
            before, limit = low[quantity], high[quantity]
            if (before is None or least > before) and (limit is None or least <= limit):
                low[quantity] = least
                changed.append(quantity)
        else:
            upmost = -((one.bound - rest) // -coefficient)
            before, limit = high[quantity], low[quantity]
            if (before is None or upmost < before) and (limit is None or upmost >= limit):
                high[quantity] = upmost
                changed.append(quantity)
    return changed
