"""The conventions of a jurisdiction: its scale, its number formats by role, its thresholds and standing texts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Literal

from attrs import field, frozen

from govfinance.errors import InvalidInputError, Problem
from govfinance.money._printed import NumberFormat

__all__ = ["ROLES", "Conventions", "Unchanged"]

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "amount": "totals and headline amounts",
        "item": "amounts of single items in lists and item lines",
        "rate": "shares, growth and execution rates of totals",
        "item_rate": "rates in item lines",
        "share": "shares of a total that may be zero over zero",
        "count": "counts of vehicles, groups, persons, projects",
        "score": "scores of an evaluation",
        "fraction": "points of a chart",
    }
)
"""The roles a printed number can play, each with what it is for."""


def _freeze(formats: Mapping[str, NumberFormat]) -> Mapping[str, NumberFormat]:
    missing = [role for role in ROLES if role not in formats]
    unknown = [role for role in formats if role.partition(".")[0] not in ROLES and "." not in role]
    if missing or unknown:
        raise InvalidInputError(
            [
                Problem(
                    "conventions-formats",
                    f"expected a format for each of {', '.join(ROLES)}; missing {missing}, unknown {unknown}",
                    f"每种用途都应有数字格式：{'、'.join(ROLES)}；缺少 {missing}，多余 {unknown}",
                )
            ]
        )
    return MappingProxyType(dict(formats))


def _freeze_texts(texts: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(texts))


class Unchanged(Enum):
    """When a form calls a figure unchanged (持平): when it is so exactly, or when the text would show no difference.

    Of a change only the difference is printed, so it has to print as zero; a figure beside its budget has to print as that does.
    """

    EXACT = "exact"
    PRINTED = "printed"


@frozen(kw_only=True, eq=False)
class Conventions:
    """How a jurisdiction prints and what it leaves unsaid.

    ``formats``: a `NumberFormat` for every role of `ROLES`, and for single fields under ``"Claim.field"``.
    ``materiality``: 无较大差异: up to this many percentage points away from 100 % an execution rate needs no reason.
    ``standing_texts``: what the form itself says where there is nothing to report, by the topic of the remark;
    ``standing_texts_en``: the same in English.
    ``zero_base``: what a ratio of zero to zero prints, by ``"Claim.field"``; a field that is not there prints nothing.
    ``always_listed``: economic classes (类) that are listed even when they are zero.
    ``unchanged``: when a figure counts as unchanged. ``nothing_apart``: whether the form has words of its own for what
    was nothing in both years (and for what stays below zero), so that it is told apart from other unchanged figures.
    ``three_public_budget``: which budget “三公”经费 are compared with, ``initial`` 年初预算 or ``adjusted`` 全年预算.
    """

    formats: Mapping[str, NumberFormat] = field(converter=_freeze)
    materiality: Decimal = Decimal(0)
    standing_texts: Mapping[str, str] = field(factory=dict, converter=_freeze_texts)
    standing_texts_en: Mapping[str, str] = field(factory=dict, converter=_freeze_texts)
    zero_base: Mapping[str, str] = field(factory=dict, converter=_freeze_texts)
    always_listed: tuple[str, ...] = ()
    unchanged: Unchanged = Unchanged.EXACT
    nothing_apart: bool = False
    three_public_budget: Literal["initial", "adjusted"] = "adjusted"

    def format(self, claim: str, name: str, role: str) -> NumberFormat:
        """The format of one field of one claim: its own if there is one, else that of its role."""
        return self.formats.get(f"{claim}.{name}") or self.formats[role]
