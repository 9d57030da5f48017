"""决算公开表 of the 财政部, from which most provinces derive theirs: nine tables.

From knowledge of the form as central departments publish it; no document with these tables was at hand to check it. Not
certain: the exact wording of the notes, and which 类 the lanes of table 06 print.
"""

from __future__ import annotations

from typing import Final

from govfinance.jurisdictions._tables import (
    BALANCES,
    CLASSES_26,
    EXPENDITURE,
    FUNDS,
    NATURES,
    REVENUE,
    THREE_PUBLIC,
    fiscal_income,
    revenue_lines,
)
from govfinance.model import PublicTable
from govfinance.tables import BudgetAndActual, ByCode, Column, Lanes, Line, Sides, TableForm

__all__ = [
    "BASIC",
    "EXPENDITURES",
    "FISCAL",
    "GENERAL_PUBLIC",
    "GOVERNMENT_FUND",
    "REVENUES",
    "STATE_CAPITAL",
    "TABLES",
    "THREE_PUBLICS",
    "TOTALS",
]

_CODE: Final = ("项目", "科目代码")

TOTALS: Final = Sides(
    table=PublicTable.TOTALS,
    number="公开01表",
    title="收入支出决算总表",
    left=(Column("actual", ("金额",)),),
    right=(Column("actual", ("金额",)),),
    classes=CLASSES_26,
    numbered=True,
    blocks=(
        (revenue_lines(), (Line(row="classes"),)),
        (
            (
                Line("本年收入合计", "revenue", centered=True),
                Line("使用非财政拨款结余（含专用结余）", "surplus_used", level=1),
                Line("年初结转和结余", "opening", level=1),
                Line("总计", "total", centered=True),
            ),
            (
                Line("本年支出合计", "expenditure", centered=True),
                Line("结余分配", "surplus_distribution", level=1),
                Line("年末结转和结余", "closing", level=1),
                Line("总计", "outlay", centered=True),
            ),
        ),
    ),
    notes=("注：本表反映{level}本年度的总收支和年末结转结余情况。",),
)

REVENUES: Final = ByCode(
    table=PublicTable.REVENUE,
    number="公开02表",
    title="收入决算表",
    columns=REVENUE,
    code_headings=_CODE,
    numbered=True,
    landscape=True,
    notes=("注：本表反映{level}本年度取得的各项收入情况。",),
)

EXPENDITURES: Final = ByCode(
    table=PublicTable.EXPENDITURE,
    number="公开03表",
    title="支出决算表",
    columns=EXPENDITURE,
    code_headings=_CODE,
    numbered=True,
    landscape=True,
    notes=("注：本表反映{level}本年度各项支出情况。",),
)

FISCAL: Final = Sides(
    table=PublicTable.FISCAL,
    number="公开04表",
    title="财政拨款收入支出决算总表",
    left=(Column("actual", ("金额",)),),
    right=(Column("total", ("合计",)), *FUNDS),
    classes=CLASSES_26,
    numbered=True,
    landscape=True,
    blocks=(
        (fiscal_income(), (Line(row="classes"),)),
        (
            (
                Line("本年收入合计", "revenue", centered=True),
                Line("年初财政拨款结转和结余", "opening"),
                *fiscal_income("opening."),
                Line("总计", "total", centered=True),
            ),
            (
                Line("本年支出合计", "expenditure", centered=True),
                Line("年末财政拨款结转和结余", "closing"),
                Line(),
                Line(),
                Line(),
                Line("总计", "outlay", centered=True),
            ),
        ),
    ),
    notes=("注：本表反映{level}本年度财政拨款的总收支和年末结转结余情况。",),
)

GENERAL_PUBLIC: Final = ByCode(
    table=PublicTable.GENERAL_PUBLIC,
    number="公开05表",
    title="一般公共预算财政拨款支出决算表",
    columns=tuple(Column(column.key, ("本年支出", *column.headings)) for column in NATURES),
    code_headings=_CODE,
    numbered=True,
    notes=("注：本表反映{level}本年度一般公共预算财政拨款支出情况。",),
)

BASIC: Final = Lanes(
    table=PublicTable.BASIC,
    number="公开06表",
    title="一般公共预算财政拨款基本支出决算表",
    lanes=(("301", "303"), ("302",), ("307", "310", "312", "399")),
    code_headings=("科目代码",),
    footers=((Line("人员经费合计", "personnel"), Line("公用经费合计", "public")),),
    landscape=True,
    notes=("注：本表反映{level}本年度一般公共预算财政拨款基本支出明细情况。",),
)

GOVERNMENT_FUND: Final = ByCode(
    table=PublicTable.GOVERNMENT_FUND,
    number="公开07表",
    title="政府性基金预算财政拨款收入支出决算表",
    columns=BALANCES,
    code_headings=_CODE,
    numbered=True,
    landscape=True,
    notes=("注：本表反映{level}本年度政府性基金预算财政拨款收入、支出及结转和结余情况。",),
    nothing="{name}没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出，故本表无数据。",
)

STATE_CAPITAL: Final = ByCode(
    table=PublicTable.STATE_CAPITAL,
    number="公开08表",
    title="国有资本经营预算财政拨款支出决算表",
    columns=tuple(Column(column.key, ("本年支出", *column.headings)) for column in NATURES),
    code_headings=_CODE,
    numbered=True,
    notes=("注：本表反映{level}本年度国有资本经营预算财政拨款支出情况。",),
    nothing="{name}没有使用国有资本经营预算财政拨款安排的支出，故本表无数据。",
)

_THREE_PUBLIC_NOTE: Final = (
    "注：本表反映{level}本年度财政拨款“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；"
    "决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。"
)

THREE_PUBLICS: Final = BudgetAndActual(
    table=PublicTable.THREE_PUBLIC,
    number="公开09表",
    title="财政拨款“三公”经费支出决算表",
    columns=THREE_PUBLIC,
    numbered=True,
    landscape=True,
    notes=(_THREE_PUBLIC_NOTE,),
)

TABLES: Final = TableForm(
    layouts=(
        TOTALS,
        REVENUES,
        EXPENDITURES,
        FISCAL,
        GENERAL_PUBLIC,
        BASIC,
        GOVERNMENT_FUND,
        STATE_CAPITAL,
        THREE_PUBLICS,
    )
)
