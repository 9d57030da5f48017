"""Codes and names of former editions, and short forms, that are still met in documents.

Source: earlier editions of 财政部《政府收支分类科目》 (about 2018 on) as later documents still print them. ``last_edition`` is
approximate; the list is not complete. The names of 自然资源 before 2019 (国土资源) are ``"unverified"``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias

from attrs import frozen

from govfinance.catalog._tables import EVIDENCE, Evidence, read_rows
from govfinance.codes import AnyCode, to_any_code

__all__ = ["FormerKind", "SupersededName", "former_names", "predecessors", "superseded_names", "was_known"]

FormerKind: TypeAlias = Literal["renamed", "moved", "renumbered", "deleted", "short form", "variant"]
"""What became of the name: the code was renamed, the thing moved to another code or got another number, or the code was
deleted; or the name was never official."""

_KINDS: dict[str, FormerKind] = {
    "renamed": "renamed",
    "moved": "moved",
    "renumbered": "renumbered",
    "deleted": "deleted",
    "short form": "short form",
    "variant": "variant",
}

# Years have four digits, and parts of dates two, so that neither is taken for a code.
_CODES = re.compile(r"(?<!\d)(\d{3}(?:\d\d){0,2})(?:-(\d{3}(?:\d\d){0,2}))?(?!\d)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@frozen(kw_only=True)
class SupersededName:
    """曾用科目名称: a former name or short form of a code, and what stands for it now.

    ``current`` is the remark of the source, ``current_codes`` are the digits of the codes in it; there is none where the
    code was deleted without a successor. ``last_edition`` is the remark about the last edition with this name.
    """

    code: str
    name: str
    last_edition: str
    current: str
    kind: FormerKind
    evidence: Evidence = "name or code only"

    @property
    def current_codes(self) -> tuple[str, ...]:
        """The digits of all codes that stand for it now; of a range, its ends and all between.

        >>> former_names("50801")[0].current, former_names("50801")[0].current_codes
        ('50803-50805, 50899', ('50803', '50804', '50805', '50899'))
        """
        found: list[str] = []
        for first, last in _CODES.findall(self.current):
            found += [str(number) for number in range(int(first), int(last or first) + 1)]
        return tuple(found)

    @property
    def last_year(self) -> int | None:
        """The last budget year that ``last_edition`` names; ``None`` for a short form or where it is not known.

        >>> former_names("20124")[0].last_edition, former_names("20124")[0].last_year
        ('2018-2019', 2019)
        """
        return max(map(int, _YEAR.findall(self.last_edition)), default=None)

    @property
    def last_year_known(self) -> bool:
        """Whether the last edition is told without a doubt."""
        return self.last_edition.isdecimal()


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
            kind=_KINDS[row["kind"]],
            evidence=EVIDENCE[row["evidence"]],
        )
        found[name.code] = (*found.get(name.code, ()), name)
    return found


@cache
def predecessors() -> Mapping[str, tuple[str, ...]]:
    """The digits of the other codes that formerly stood for the thing of a code."""
    found: dict[str, tuple[str, ...]] = {}
    for digits, names in superseded_names().items():
        for current in dict.fromkeys(code for former in names for code in former.current_codes if code != digits):
            found[current] = (*found.get(current, ()), digits)
    return found


def former_names(code: AnyCode | str) -> tuple[SupersededName, ...]:
    """The former names and short forms (曾用科目名称) of a code, of any of the three classifications.

    >>> [(former.name, former.kind, former.current) for former in former_names("39906")]
    [('赠与', 'deleted', '39909 经常性赠与 / 39910 资本性赠与')]
    """
    return superseded_names().get(to_any_code(code).text, ())


def was_known(digits: str) -> bool:
    """Whether a former edition had this 类 or 款, or a 项 of it."""
    return any(code.startswith(digits) for code in superseded_names())
