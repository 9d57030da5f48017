"""The exact part: whether inequalities contradict each other, in whole numbers and fractions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from govfinance.audit._joint._types import Inequality

__all__ = ["multipliers_of"]


def multipliers_of(inequalities: Sequence[Inequality]) -> tuple[Fraction, ...] | None:
    """Positive numbers with which the inequalities add up to "zero is at least something positive".

    Such numbers prove that the inequalities cannot all hold (the lemma of Farkas). Where no inequality can be spared
    they are unique up to a factor, so they are found by elimination; None where they are not, or there are none.

    >>> from govfinance.audit._joint._types import Part
    >>> at_least_3 = Inequality(0, Part.VALUE, ((0, 1),), 3)
    >>> twice_at_most_5 = Inequality(1, Part.VALUE, ((0, -2),), -5)
    >>> multipliers_of([at_least_3, twice_at_most_5])
    (Fraction(1, 1), Fraction(1, 2))
    """
    columns: dict[int, list[Fraction]] = {}
    for row, one in enumerate(inequalities):
        for quantity, coefficient in one.terms:
            columns.setdefault(quantity, [Fraction(0)] * len(inequalities))[row] = Fraction(coefficient)
    solution = _one_dimension(list(columns.values()), len(inequalities))
    if solution is None:
        return None
    if solution[0] < 0:
        solution = [-value for value in solution]
    gain = sum((value * one.bound for value, one in zip(solution, inequalities, strict=True)), Fraction(0))
    if gain <= 0 or any(value <= 0 for value in solution):
        return None
    return tuple(value / solution[0] for value in solution)


def _one_dimension(equations: list[list[Fraction]], width: int) -> list[Fraction] | None:
    """The solution of homogeneous equations, None if there is only zero or more than one up to a factor."""
    pivots: list[int] = []
    rest = equations
    done: list[list[Fraction]] = []
    for column in range(width):
        chosen = next((row for row in rest if row[column]), None)
        if chosen is None:
            continue
        rest = [row for row in rest if row is not chosen]
        chosen = [value / chosen[column] for value in chosen]
        rest = [_minus(row, chosen, column) for row in rest]
        done = [_minus(row, chosen, column) for row in done]
        done.append(chosen)
        pivots.append(column)
    free = [column for column in range(width) if column not in pivots]
    if len(free) != 1:
        return None
    solution = [Fraction(0)] * width
    solution[free[0]] = Fraction(1)
    for pivot, row in zip(pivots, done, strict=True):
        solution[pivot] = -row[free[0]]
    return solution


def _minus(row: list[Fraction], chosen: list[Fraction], column: int) -> list[Fraction]:
    factor = row[column]
    return [value - factor * other for value, other in zip(row, chosen, strict=True)] if factor else row
