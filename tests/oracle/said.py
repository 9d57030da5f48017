"""A paragraph as the oracle knows it."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.oracle.marks import Marks, marks_in


class Said(NamedTuple):
    """Where a paragraph stands in its section, and its marks."""

    place: str
    marks: Marks


def said(place: str, *parts: object) -> Said:
    """A paragraph without an ordinal: numbers and free texts, in order."""
    return Said(place, marks_in(" ".join(map(str, parts))))


def numbered(ordinal: str, *parts: object) -> Said:
    """A paragraph that begins with its ordinal."""
    return said(ordinal, ordinal, *parts)


def chart(*points: str) -> Said:
    """A chart: its points are its marks."""
    return Said("图", points)


def remark(accounts: dict[str, Any], topic: str) -> str | None:
    """The text that people wrote on a topic."""
    text: str | None = accounts.get("remarks", {}).get(topic)
    return text
