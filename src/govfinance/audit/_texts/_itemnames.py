"""The names of 类, 款 and 项 in a sentence, and the codes that they may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from attrs import frozen

import govfinance.catalog as catalog
from govfinance.catalog import Reason, Suggestion, TableName

__all__ = ["DIGITS", "Named", "exact", "may_be", "parts_of", "suggested"]

_LEVEL: Final = re.compile(r"（(?P<level>[类款项])）")
_TAIL: Final = re.compile(r"[\u4e00-\u9fff、“”（）]{2,40}$")
_LEAD: Final = re.compile(
    r"^[\u4e00-\u9fff]{0,12}?[0-9一二三四五六七八九十]{0,3}(?:、|）|（[一二三四五六七八九十]{1,3}）)"
)
_BEFORE: Final = re.compile(r"^(?:用于|其中|主要|包括|以及|和|及|、|（)+")
_JOINT: Final = re.compile(r"^|(?<=、)|(?<=）)|(?<=“)|(?<=其中)|(?<=用于)|(?<=支出)|(?<=和)|(?<=及)")
_FIRST: Final = 2018
_LAST: Final = 2030
_EDITIONS: Final = 3
"""How many editions before and after a name may stand where it stood in them."""
DIGITS: Final = {"类": 3, "款": 5, "项": 7}


@frozen
class Named:
    """A printed name: its level, its span."""

    name: str
    level: str
    span: tuple[int, int]


def parts_of(text: str) -> Iterator[Named]:
    """The names before （类）, （款） and （项）, without what stands before them."""
    end = 0
    for found in _LEVEL.finditer(text):
        tail = _TAIL.search(text[max(end, found.start() - 40) : found.start()])
        end = found.end()
        if tail is None:
            continue
        name = _name_in(tail[0])
        if len(name) < 2 or name.startswith("（") or name.count("（") != name.count("）"):
            continue
        yield Named(name, found["level"], (found.start() - len(name), found.start()))


def _name_in(text: str) -> str:
    """The name at the end of what stands before a level: an official one, or what follows an ordinal or a 其中."""
    lead = _LEAD.match(text) or _BEFORE.match(text)
    name = text[lead.end() :] if lead is not None and lead.end() < len(text) else text
    if name.startswith("“") and "”" not in name:
        name = name[1:]
    if name in _official():
        return name
    starts = (found.end() for found in _JOINT.finditer(text) if len(text) - found.end() > len(name))
    return next((text[start:] for start in starts if text[start:] in _official()), name)


@lru_cache(maxsize=1)
def _official() -> frozenset[str]:
    """All names of the known editions."""
    years = range(_FIRST, _LAST + 1)
    return frozenset(entry.name for year in years for entry in catalog.functional_entries(year))


@lru_cache(maxsize=4_096)
def exact(name: str, year: int, digits: int) -> tuple[str, ...]:
    """The codes of this level with the name in the year."""
    return tuple(entry.code.text for entry in catalog.functional_named(name, year) if len(entry.code.text) == digits)


@lru_cache(maxsize=4_096)
def suggested(name: str, year: int, table: TableName, within: str = "", limit: int = 12) -> tuple[Suggestion, ...]:
    """What a printed name may mean; see `govfinance.catalog.suggest`."""
    return catalog.suggest(name, year, table=table, within=within or None, limit=limit)


@lru_cache(maxsize=4_096)
def may_be(name: str, year: int, digits: int) -> tuple[str, ...]:
    """The codes of this level that the name has, had, or is short for; a near spelling is none."""
    found = suggested(name, year, "functional", limit=60)
    known = {one.code.text for one in found if one.reason is not Reason.SIMILAR and len(one.code.text) == digits}
    for edition in range(year - _EDITIONS, year + _EDITIONS + 1):
        known.update(exact(name, edition, digits))
    return tuple(sorted(known))
