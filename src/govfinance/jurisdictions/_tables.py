"""What the public tables of the jurisdictions have in common: the list of the 财政部, from which theirs are derived."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from govfinance.model import FundSource, RevenueSource
from govfinance.tables import Column, Line

__all__ = [
    "BALANCES",
    "CLASSES_26",
    "EXPENDITURE",
    "FUNDS",
    "NATURES",
    "REVENUE",
    "THREE_PUBLIC",
    "fiscal_income",
    "headed",
    "revenue_lines",
]

_MOST: Final = tuple(str(code) for code in range(201, 225) if code not in (209, 218))
CLASSES_26: Final = (*_MOST, "229", "231", "232", "234")
"""The 26 类 of the form of the 财政部."""

REVENUE: Final = (
    Column("total", ("本年收入合计",)),
    Column("fiscal", ("财政拨款收入",)),
    Column("superior_subsidy", ("上级补助收入",)),
    Column("service", ("事业收入",)),
    Column("operation", ("经营收入",)),
    Column("subordinate_payment", ("附属单位上缴收入",)),
    Column("other", ("其他收入",)),
)
EXPENDITURE: Final = (
    Column("total", ("本年支出合计",)),
    Column("basic", ("基本支出",)),
    Column("project", ("项目支出",)),
    Column("superior_payment", ("上缴上级支出",)),
    Column("operation", ("经营支出",)),
    Column("subordinate_subsidy", ("对附属单位补助支出",)),
)
NATURES: Final = (
    Column("total", ("合计",)),
    Column("basic", ("基本支出",)),
    Column("project", ("项目支出",)),
)
BALANCES: Final = (
    Column("opening", ("年初结转和结余",)),
    Column("revenue", ("本年收入",)),
    Column("total", ("本年支出", "小计")),
    Column("basic", ("本年支出", "基本支出")),
    Column("project", ("本年支出", "项目支出")),
    Column("closing", ("年末结转和结余",)),
)
THREE_PUBLIC: Final = (
    Column("total", ("合计",)),
    Column("abroad", ("因公出国（境）费",)),
    Column("vehicles", ("公务用车购置及运行维护费", "小计")),
    Column("vehicle_purchase", ("公务用车购置及运行维护费", "公务用车购置费")),
    Column("vehicle_operation", ("公务用车购置及运行维护费", "公务用车运行维护费")),
    Column("reception", ("公务接待费",)),
)
FUNDS: Final = tuple(Column(fund.value, (f"{fund.official}财政拨款",)) for fund in FundSource)


def headed(columns: Iterable[Column], *headings: str) -> tuple[Column, ...]:
    """The same columns with headings above their own."""
    return tuple(Column(column.key, (*headings, *column.headings)) for column in columns)


def revenue_lines() -> tuple[Line, ...]:
    """一、一般公共预算财政拨款收入 to 八、其他收入."""
    numerals = "一二三四五六七八"
    return tuple(
        Line(f"{numeral}、{source.official}", source.value)
        for numeral, source in zip(numerals, RevenueSource, strict=True)
    )


def fiscal_income(prefix: str = "") -> tuple[Line, ...]:
    """一、一般公共预算财政拨款 to 三、国有资本经营预算财政拨款; of the carry-over with ``opening.`` as the prefix."""
    return tuple(
        Line(f"{numeral}、{fund.official}财政拨款", f"{prefix}{fund.value}", level=1 if prefix else 0)
        for numeral, fund in zip("一二三", FundSource, strict=True)
    )
