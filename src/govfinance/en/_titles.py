"""Titles in English for forms that have none of their own, by the topics that stand under them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from govfinance.en._terms import THREE_PUBLIC

__all__ = ["chart_title", "group_title", "section_title"]

_SECTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "overall": "Overall revenue and expenditure",
        "revenue": "Revenue",
        "expenditure": "Expenditure",
        "fiscal": "Overall revenue and expenditure from fiscal appropriations",
        "functional": "Expenditure from general public budget appropriations",
        "basic": "Basic expenditure from general public budget appropriations",
        "project": "Project expenditure from general public budget appropriations",
        "three_public": f"Spending on {THREE_PUBLIC} from fiscal appropriations",
        "government_fund": "Expenditure from government-managed funds budget appropriations",
        "state_capital": "Expenditure from state capital operations budget appropriations",
        "operating_expenses": "Operating expenses of government bodies",
        "procurement": "Government procurement",
        "state_assets": "State-owned assets held",
        "performance": "Budget performance",
    }
)
"""The first word of the topics of a section -> its title."""

_GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "functional.overview": "Overview",
        "functional.structure": "Structure",
        "functional.total": "Details",
        "three_public.execution": "Overview",
        "three_public.nothing": "Overview",
        "three_public.changes": "Changes from the previous year",
        "three_public.shares": "Details",
        "performance.management": "Budget performance management",
        "performance.coverage": "Budget performance management",
        "performance.reported": "Self-evaluations of projects",
        "performance.grade": "Evaluations of projects",
    }
)
"""The first topic of a group -> its heading."""

_CHARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "revenue.line": "Revenue by source",
        "expenditure.line": "Expenditure by nature",
        "functional.class": "Expenditure by function",
    }
)
"""The topic of a chart -> its title."""


def section_title(topics: Iterable[str]) -> str:
    """The title of a section that is about one thing; nothing for one that is about several.

    >>> section_title(["three_public.execution", "three_public.shares"])[:11], section_title(["basic.total", "revenue.total"])
    ('Spending on', '')
    """
    words = {topic.partition(".")[0] for topic in topics}
    return _SECTIONS.get(words.pop(), "") if len(words) == 1 else ""


def group_title(topics: Iterable[str]) -> str:
    """The heading of a group by the first of its topics.

    >>> group_title(["three_public.shares", "three_public.abroad"])
    'Details'
    """
    return _GROUPS.get(next(iter(topics), ""), "")


def chart_title(topic: str) -> str:
    """The title of a chart.

    >>> chart_title("revenue.line")
    'Revenue by source'
    """
    return _CHARTS.get(topic, "")
