"""Which inequalities are worth solving: not those that some amount always satisfies, nor ratios of nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from govfinance.audit._joint._domains import domains_of
from govfinance.audit._joint._types import Inequality, Part

__all__ = ["without_idle", "without_nil_bases"]


def without_nil_bases(inequalities: list[Inequality], quantities: int) -> list[Inequality]:
    """Leave out ratios whose base may be zero or less: that is no ratio, whatever is printed, and other checks say so.

    Bases of which one end is open stay: that its base is not negative is part of what a ratio says.
    """
    domains = domains_of([one for one in inequalities if one.base is None], quantities)

    def doubtful(one: Inequality) -> bool:
        low, high = (None, None) if one.base is None else domains[one.base]
        return (low is not None and low <= 0) or (high is not None and high <= 0)

    return [one for one in inequalities if not doubtful(one)]


def without_idle(inequalities: list[Inequality]) -> list[Inequality]:
    """Leave out relations with a quantity of which nothing else is said: they are true of some amount of it."""
    of: dict[int, tuple[int, ...]] = {}
    for one in inequalities:
        if one.part is Part.RELATION:
            of[one.statement] = tuple(quantity for quantity, _ in one.terms)
    uses: Counter[int] = Counter()
    through: dict[int, list[int]] = {}
    for statement, quantity in _uses(inequalities):
        uses[quantity] += 1
        if statement in of:
            through.setdefault(quantity, []).append(statement)
    idle: set[int] = set()
    waiting = [quantity for quantity, count in uses.items() if count == 1]
    while waiting:
        for statement in through.get(waiting.pop(), ()):
            if statement not in idle:
                idle.add(statement)
                for quantity in of[statement]:
                    uses[quantity] -= 1
                    if uses[quantity] == 1:
                        waiting.append(quantity)
    return [one for one in inequalities if one.statement not in idle]


def _uses(inequalities: Iterable[Inequality]) -> Iterator[tuple[int, int]]:
    yield from dict.fromkeys((one.statement, quantity) for one in inequalities for quantity, _ in one.terms)
