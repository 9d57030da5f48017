"""The measures of a line, and what the lines of all tables share.

``measure`` is one of ``initial`` 年初预算, ``adjusted`` 全年预算, ``actual`` 决算, ``prior`` 上年决算. A total that
the accounts give is used as it is; one that they leave out is the sum of its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Any, Final, Literal, TypeAlias

from govfinance.calc._figure import Figure, new_figure, sum_over
from govfinance.model import FinalAccounts

__all__ = [
    "MEASURES",
    "Measure",
    "Total",
    "line_figure",
    "line_total",
]

Measure: TypeAlias = Literal["initial", "adjusted", "actual", "prior"]

MEASURES: Final[dict[Measure, str]] = {
    "initial": "年初预算",
    "adjusted": "全年预算",
    "actual": "决算",
    "prior": "上年决算",
}
"""The official name of each measure."""

Total: TypeAlias = tuple[Figure, Iterator[Figure]]
"""A total as it was given (or not), and the parts that it is the sum of, made when they are needed."""

_SUFFIXES: Final[dict[Measure, str]] = {**MEASURES, "actual": ""}


def line_figure(holder: Any, measure: Measure, label: str, place: str, name: str = "") -> Figure:
    """One figure of a line: its value, its official name with that of the measure, and its place in the accounts."""
    value = None if holder is None else getattr(holder, measure)
    return new_figure(value, label + _SUFFIXES[measure], f"{place}{name}.{measure}")


def line_total(
    given: Figure,
    lines: Sequence[Any],
    terms: type[Enum],
    measure: Measure,
    parts: Callable[[FinalAccounts, Measure], Iterator[Figure]],
    accounts: FinalAccounts,
) -> Figure:
    """A total as it was supplied, else the sum of its lines, one for each term; their figures are made when asked for."""
    if given.value is not None:
        return given
    values = [getattr(line, measure) for line in lines] if len(lines) == len(terms) else [None]
    return sum_over(values, given.label, given.path, parts, accounts, measure)
