"""Codes and names of former editions, and short forms, that are still met in documents.

Source: earlier editions of 财政部《政府收支分类科目》 (about 2018 on) as later documents still print them. ``last_edition`` is
approximate; the list is not complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from govfinance.catalog._tables import read_rows

__all__ = ["SupersededName", "superseded_names", "was_known"]


@frozen(kw_only=True)
class SupersededName:
    """曾用科目名称: a former name or short form of a code, and what stands for it now."""

    code: str
    name: str
    last_edition: str
    current: str
    kind: str


@cache
def superseded_names() -> Mapping[str, tuple[SupersededName, ...]]:
    """All of them by the digits of their code."""
    found: dict[str, tuple[SupersededName, ...]] = {}
    for row in read_rows("superseded_names"):
        name = SupersededName(
            code=row["code"],
            name=row["old_name"],
            last_edition=row["last_edition"],
            current=row["current"],
            kind=row["kind"],
        )
        found[name.code] = (*found.get(name.code, ()), name)
    return found


def was_known(digits: str) -> bool:
    """Whether a former edition had this 类 or 款, or a 项 of it."""
    return any(code.startswith(digits) for code in superseded_names())
