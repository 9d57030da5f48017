"""The names that stand beside codes: kept where they are not the official one, and noted where they cannot be right."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import govfinance.catalog as catalog
from govfinance.codes import EconomicCode, FunctionalCode
from govfinance.io._tables._found import FoundTable, Notes
from govfinance.io._tables._text import compact

__all__ = ["check_name_of", "check_names", "economic_code", "functional_code", "item_name"]

_SPACES: Final = re.compile(r"[\s\u200b\ufeff\x00]+(?![A-Za-z0-9])|(?<![A-Za-z0-9])[\s\u200b\ufeff\x00]+")
"""White space beside Chinese characters, which is how a table is set."""


@lru_cache(maxsize=8192)
def item_name(code: str, printed: str, year: int) -> str | None:
    """The printed name of a code where it says something else than the official one; else None.

    >>> item_name("2010601", "行政 运行", 2024), item_name("2010688", "“两房” 建设(ABC 2期)", 2024)
    (None, '“两房”建设(ABC 2期)')
    """
    name = compact(printed)
    if not name or len(code) != 7 or name.isdigit():
        return None
    named = catalog.name_in(code, year)
    return None if named is not None and compact(named.name) == name else _SPACES.sub("", printed)


@lru_cache(maxsize=8192)
def functional_code(code: str) -> FunctionalCode | None:
    """The code, where the model knows it; None where it has something to say about it."""
    return FunctionalCode(code) if catalog.check_functional(code) is None else None


@lru_cache(maxsize=1024)
def economic_code(code: str) -> EconomicCode | None:
    """The code, where the model knows it; None where it has something to say about it."""
    return EconomicCode(code) if catalog.check_economic(code) is None else None


@lru_cache(maxsize=8192)
def _finding(code: str, printed: str, year: int) -> catalog.CodeFinding | None:
    name = compact(printed)
    return catalog.check_name(code, name, year) if name else catalog.check_code(code, year)


def check_names(found: FoundTable, year: int, notes: Notes) -> None:
    """Note every name that is not that of its code, and every code that is not known in the year."""
    for code, printed in found.names.items():
        if _finding(code, printed, year) is not None:
            check_name_of(code, printed, year, found.place(code), notes)


def check_name_of(code: str, printed: str, year: int, place: str, notes: Notes) -> None:
    """Note that a name is not that of its code, or that the code is not known in the year."""
    finding = _finding(code, printed, year)
    if finding is not None:
        problem = finding.problem
        notes.warn(problem.code, problem.en, problem.zh, place)
