"""The marks of every paragraph of the narrative, section by section, from the raw input."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.oracle.marks import ordinal
from tests.oracle.performance import performance
from tests.oracle.public import operating_expenses, other_fund, procurement, state_assets, three_public
from tests.oracle.said import Said
from tests.oracle.spending import basic, functional, project
from tests.oracle.totals import expenditure, fiscal, overall, revenue

__all__ = ["Said", "narrative"]

_SECTIONS = (
    overall,
    revenue,
    expenditure,
    fiscal,
    functional,
    basic,
    project,
    three_public,
    lambda accounts: other_fund(accounts, "government_fund"),
    lambda accounts: other_fund(accounts, "state_capital"),
    operating_expenses,
    procurement,
    state_assets,
    performance,
)


def narrative(accounts: dict[str, Any]) -> Iterator[tuple[str, Said]]:
    """Each paragraph (or chart) in reading order, with the ordinal of its section."""
    assert accounts.get("scale", "元") == "元"
    for number, section in enumerate(_SECTIONS, 1):
        for said in section(accounts):
            yield ordinal(number).strip("（）"), said
