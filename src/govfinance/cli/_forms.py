"""Which form a command follows: one of the library, by its name, or one of the caller's own, by its file."""

from __future__ import annotations

import os
from typing import Final

from govfinance.cli._terminal import RefusedError
from govfinance.errors import InvalidInputError
from govfinance.jurisdictions import Jurisdiction, jurisdiction, jurisdictions, load_jurisdiction

__all__ = ["DEFAULT_JURISDICTION", "form_before", "form_of", "is_file", "loaded", "newest_year"]

DEFAULT_JURISDICTION: Final = "inner-mongolia"
_SEPARATORS: Final = tuple({"/", os.sep, os.altsep or "/"})


def is_file(name: str) -> bool:
    """Whether what stands for a jurisdiction is the path of a file, not a name.

    >>> is_file("duolun.toml"), is_file("forms/duolun"), is_file("inner-mongolia")
    (True, True, False)
    """
    return name.endswith(".toml") or any(separator in name for separator in _SEPARATORS)


def loaded(path: str) -> Jurisdiction:
    """The form in a file. Raises `RefusedError` with all problems of the file."""
    try:
        return load_jurisdiction(path)
    except InvalidInputError as error:
        number = len(error.problems)
        raise RefusedError(
            f"{number} problem{'s' if number > 1 else ''} in {path}", f"{path} 有 {number} 处问题", error.problems
        ) from None


def form_of(name: str, year: int) -> Jurisdiction:
    """The form of a jurisdiction for a year; one in a file is taken for any year.

    Raises `RefusedError` where there is none.
    """
    if is_file(name):
        return loaded(name)
    try:
        return jurisdiction(name, year)
    except InvalidInputError as error:
        problem = error.problems[0]
        raise RefusedError(f"--jurisdiction: {problem.en}", f"--jurisdiction：{problem.zh}") from None


def form_before(name: str | None, year: int | None) -> Jurisdiction | None:
    """The form whose tables a workbook has, as far as it is known before the accounts are; an unknown name is no form."""
    if name is None:
        return None
    if is_file(name):
        return loaded(name)
    editions = [one for one in jurisdictions() if one.id == name and (year is None or one.year <= year)]
    return editions[-1] if editions else None


def newest_year(name: str) -> int:
    """The year of the newest edition; 0 where there is none."""
    if is_file(name):
        return loaded(name).year
    return max((one.year for one in jurisdictions() if one.id == name), default=0)
