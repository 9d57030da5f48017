"""From the names of 类, 款 and 项 (and of economic items) to codes, in any known edition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import govfinance.catalog as catalog

__all__ = ["economic_code", "functional_code", "is_name_of", "same_name"]

_EDITIONS: Final = (2023, 2024, 2025, 2022, 2021, 2020, 2019)
_SPELLING: Final = str.maketrans({"(": "（", ")": "）", "“": None, "”": None, " ": None, "　": None, "：": None})
_ENDING: Final = re.compile("(?:等?支出|等)$")


def same_name(name: str) -> str:
    """A name without what is often left out: quotation marks, 支出 at its end."""
    text = name.translate(_SPELLING)
    return _ENDING.sub("", text) or text


@lru_cache(maxsize=8)
def _functional(year: int) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The codes below a code (or none) that have a name: those in force in the year first."""
    found: dict[tuple[str, str], list[str]] = {}
    known: dict[str, None] = {}
    for edition in dict.fromkeys((year, *_EDITIONS)):
        for entry in catalog.functional_entries(edition):
            digits = entry.code.text
            known[digits] = None
            _add(found, digits, entry.name)
    for digits in known:
        for former in catalog.former_names(digits):
            _add(found, digits, former.name)
    return {key: tuple(codes) for key, codes in found.items()}


def _add(found: dict[tuple[str, str], list[str]], digits: str, name: str) -> None:
    above = digits[:-2] if len(digits) > 3 else ""
    for spelt in {name.translate(_SPELLING), same_name(name)}:
        codes = found.setdefault((above, spelt), [])
        if digits not in codes:
            codes.append(digits)


def _below(year: int, above: str, name: str) -> str:
    index = _functional(year)
    for spelt in (name.translate(_SPELLING), same_name(name)):
        codes = index.get((above, spelt))
        if codes and len({*codes}) == 1:
            return codes[0]
    return ""


@lru_cache(maxsize=4096)
def functional_code(path: tuple[str, ...], year: int) -> str:
    """The code of the names of a 类, its 款 and its 项; empty where one of them is not known.

    >>> functional_code(("公共安全支出", "司法", "社区矫正"), 2023), functional_code(("公共安全",), 2023)
    ('2040610', '204')
    """
    above = ""
    for name in path:
        above = _below(year, above, name)
        if not above:
            return ""
    return above


def is_name_of(name: str, digits: str, year: int) -> bool:
    """Whether a code has, or had, a name.

    >>> is_name_of("行政运行", "2010601", 2023), is_name_of("行政运行", "2010699", 2023)
    (True, False)
    """
    above = digits[:-2] if len(digits) > 3 else ""
    index = _functional(year)
    return any(digits in index.get((above, spelt), ()) for spelt in (name.translate(_SPELLING), same_name(name)))


@lru_cache(maxsize=8)
def _economic(year: int) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for edition in dict.fromkeys((year, *_EDITIONS)):
        for entry in catalog.economic_entries(edition):
            for spelt in {entry.name.translate(_SPELLING), same_name(entry.name)}:
                codes = found.setdefault(spelt, [])
                if entry.code.text not in codes:
                    codes.append(entry.code.text)
    return {name: tuple(codes) for name, codes in found.items()}


@lru_cache(maxsize=4096)
def economic_code(name: str, year: int, classes: tuple[str, ...] = ()) -> str:
    """The economic code of a name, below some 类 if they are given; empty where none or more than one has it.

    >>> economic_code("基本工资", 2023), economic_code("房屋建筑物购建", 2023, ("310",))
    ('30101', '31001')
    """
    index = _economic(year)
    for spelt in (name.translate(_SPELLING), same_name(name)):
        known = index.get(spelt, ())
        if classes:
            codes = [code for code in known if code.startswith(classes) and len(code) > 3]
        else:
            codes = [code for code in known if len(code) == 3] or list(known)
        if len(codes) == 1:
            return codes[0]
    return ""
