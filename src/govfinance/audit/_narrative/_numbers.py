"""What a printed number stands for: a closed interval, half a last digit on either side."""

from __future__ import annotations

import re
from typing import Final

from govfinance.audit._said import AMOUNT, RATE, SCALES, Number, NumberKind
from govfinance.document import Place

__all__ = ["COUNTED", "RUN", "UNIT", "WELL_FORMED", "kind_of", "number"]

RUN: Final = (
    r"-?[0-9](?:[0-9.,#]{0,40}[0-9#])?(?:，[0-9]{3}){1,4}+\.[0-9]{1,2}(?=[百千万亿]?元)|-?[0-9](?:[0-9.,#]*[0-9#])?"
)
"""Digits with whatever stands between them; what is wrong with them is seen later."""

WELL_FORMED: Final = re.compile(r"-?(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,5}|[0-9]{1,18})(?:\.[0-9]{1,12})?")
_RATES: Final = {"%": 0, "个百分点": 0, "百分点": 0, "‰": 1}
_POINTS: Final = frozenset({"分"})
COUNTED: Final = [
    "人次",
    "人",
    "个",
    "批次",
    "批",
    "辆",
    "台（套）",
    "台/套",
    "台、套",
    "台套",
    "台",
    "套",
    "次",
    "项",
    "家",
    "户",
    "名",
    "条",
    "件",
    "平方米",
    "团",
    "组",
    "团组",
    "个团组",
    "个批次",
    "起",
    "期",
    "场",
    "篇",
    "份",
    "天",
    "年",
    "月",
    "日",
    "小时",
    "学时",
    "部",
    "册",
    "所",
    "处",
    "栋",
    "间",
    "亩",
    "公里",
    "吨",
    "例",
    "宗",
    "岁",
    "类",
    "支",
    "级",
    "座",
    "张",
    "本",
    "万人次",
    "万人",
]
UNIT: Final = re.compile(
    "|".join(re.escape(unit) for unit in sorted([*SCALES, *_RATES, *_POINTS, *COUNTED], key=len, reverse=True))
)


def kind_of(unit: str) -> NumberKind | None:
    """What a number with this unit is a number of; None for one without. Points (99.43分) are of the kind of rates."""
    if unit in SCALES:
        return NumberKind.AMOUNT
    if unit in _RATES or unit in _POINTS:
        return NumberKind.RATE
    return NumberKind.COUNT if unit else None


def number(printed: str, unit: str, kind: NumberKind, place: Place, scale: str = "") -> Number | None:
    """The number, None if it is not well formed. An amount without a unit is one of ``scale``.

    What is printed to the 分 or finer is exact.
    """
    if WELL_FORMED.fullmatch(printed) is None:
        return None
    whole, _, decimals = printed.replace(",", "").replace("，", "").partition(".")
    value = int(whole + decimals)
    if kind is NumberKind.COUNT:
        if decimals or unit.startswith("万"):
            return None
        return Number(kind=kind, printed=printed, unit=unit, low=value, high=value, place=place)
    if kind is NumberKind.AMOUNT:
        exponent = SCALES[unit or scale or "万元"]
        steps = AMOUNT * 10**exponent
        exact = len(decimals) >= exponent + 2
    else:
        steps = RATE // 10 ** _RATES.get(unit, 0)
        exact = False
    divisor = 10 ** len(decimals)
    if exact and steps % divisor == 0:
        low = high = value * (steps // divisor)
    else:
        low = (2 * value - 1) * steps // (2 * divisor)
        high = -((-(2 * value + 1) * steps) // (2 * divisor))
    if printed.startswith("-"):
        low, high = min(low, high), max(low, high)
    return Number(kind=kind, printed=printed, unit=unit, low=low, high=high, place=place)
