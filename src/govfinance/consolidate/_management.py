"""What of 预算绩效管理情况 is no sum over the units: 平均得分, and the names of 预算绩效管理制度."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from govfinance.model import PerformanceManagement
from govfinance.numeric import divide, multiply, round_half_up, total

__all__ = ["RULES", "average_score", "systems"]

Managements: TypeAlias = Sequence[PerformanceManagement | None]

Rule: TypeAlias = Callable[[Sequence[Any]], tuple[Any, Sequence[int]]]
"""Takes the objects of the units; gives what the department has, and the numbers of the units that leave it open."""


def average_score(units: Managements) -> tuple[Decimal | None, Sequence[int]]:
    """平均得分 over all self-evaluated projects: that of each unit, weighted by how many it has (绩效自评的项目数).

    A unit without such projects has no average and needs none. The result is rounded half-up to the two decimals
    that a score has.

    >>> from govfinance.model import ManagementStage
    >>> two, one = (
    ...     PerformanceManagement(self_evaluation=ManagementStage(projects=projects), average_score=score)
    ...     for projects, score in ((2, 90), (1, 99))
    ... )
    >>> average_score([two, one])
    (Decimal('93.00'), ())
    >>> average_score([two, None])
    (None, [1])
    """
    scores = [None if unit is None else unit.average_score for unit in units]
    if all(score == scores[0] for score in scores):
        return scores[0], ()  # whatever the weights are
    numbers = [_projects(unit) for unit in units]
    open_in = [
        number
        for number, (projects, score) in enumerate(zip(numbers, scores, strict=True))
        if projects is None or (projects and score is None)
    ]
    known = [(projects, score) for projects, score in zip(numbers, scores, strict=True) if projects and score]
    projects = sum(number for number in numbers if number)
    if open_in or not projects:
        return None, open_in
    points = total(multiply(score, Decimal(number)) for number, score in known)
    return round_half_up(divide(points, Decimal(projects)), 2), ()


def _projects(unit: PerformanceManagement | None) -> int | None:
    return None if unit is None or unit.self_evaluation is None else unit.self_evaluation.projects


def systems(units: Managements) -> tuple[tuple[str, ...], Sequence[int]]:
    """制度名称 of all units, each name once, as units share the 制度 of their department."""
    lists = [() if unit is None else unit.systems for unit in units]
    if all(names == lists[0] for names in lists):
        return lists[0], ()
    return tuple(dict.fromkeys(name for names in lists for name in names)), ()


RULES: Final[Mapping[type[Any], Mapping[str, Rule]]] = MappingProxyType(
    {PerformanceManagement: {"average_score": average_score, "systems": systems}}
)
"""The fields that are made in a way of their own, by class."""
