"""The exceptions of the library: every problem names its place and what would have been right.

>>> from govfinance.errors import InvalidInputError, Problem
>>> problem = Problem("not-finite", "expected a finite amount, got NaN", "应为有限数值，实际为 NaN")
>>> print(InvalidInputError([problem.at("functional[7].basic")]))
functional[7].basic: expected a finite amount, got NaN
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from attrs import evolve, frozen

__all__ = [
    "GovFinanceError",
    "IncompleteAccountsError",
    "InvalidInputError",
    "Lang",
    "Problem",
    "join_path",
]

Lang: TypeAlias = Literal["en", "zh"]
"""The languages in which messages to people exist."""


def join_path(parent: str, child: str) -> str:
    """Put two dotted paths together.

    >>> join_path("functional[7]", "basic"), join_path("functional", "[7]"), join_path("", "year")
    ('functional[7].basic', 'functional[7]', 'year')
    """
    if not parent or not child:
        return parent or child
    return parent + child if child.startswith("[") else f"{parent}.{child}"


@frozen
class Problem:
    """One thing that is wrong: a stable code, the text in both languages, and where it is."""

    code: str
    en: str
    zh: str
    path: str = ""

    def at(self, parent: str) -> Problem:
        """The same problem seen from further outside: ``parent`` is put before its path."""
        return evolve(self, path=join_path(parent, self.path))

    def message(self, lang: Lang = "en") -> str:
        """The place and the text in one line."""
        if not self.path:
            return self.zh if lang == "zh" else self.en
        return f"{self.path}：{self.zh}" if lang == "zh" else f"{self.path}: {self.en}"


class GovFinanceError(Exception):
    """The base of all exceptions that the library raises on purpose; it carries all problems found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def message(self, lang: Lang = "en") -> str:
        """All problems, one a line."""
        return "\n".join(problem.message(lang) for problem in self.problems)

    def __str__(self) -> str:
        return self.message()


class InvalidInputError(GovFinanceError, ValueError):
    """What was given cannot be accounts, an amount, a code ...; lists every problem of the input."""


class IncompleteAccountsError(GovFinanceError, ValueError):
    """A figure that a statement needs was not supplied; missing is not zero, so nothing is written."""
