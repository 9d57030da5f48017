"""上海市: the public tables for 2024.

References: 附件2, the blank form that Shanghai departments fill in for 2024. Checked with: the final accounts of
上海市普陀区财政局 for 2024, nine tables.

Where the published tables differ from the blank form, they are followed: codes stand in cells of their own for 类, 款 and
项; there are 26 类 of expenditure; 使用非财政拨款结余（含专用结余）.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from govfinance.jurisdictions import _ministry_tables as ministry
from govfinance.jurisdictions._form import Form, Limitation
from govfinance.jurisdictions._tables import BALANCES, NATURES, headed
from govfinance.model import PublicTable
from govfinance.tables import CodeStyle, Column, Line, Place, TableForm

__all__ = ["FORM", "TABLES"]

_CODE: Final = ("项目", "支出功能分类科目编码")
_ACTUAL: Final = (Column("actual", ("决算数",)),)

_FUND: Final = evolve(
    ministry.GOVERNMENT_FUND,
    number="",
    codes=CodeStyle.SPLIT,
    code_headings=_CODE,
    columns=BALANCES,
    numbered=False,
    total=Place.LAST,
    blank_rows=7,
    notes=("注：本表反映{level}本年度政府性基金预算财政拨款收入支出及结转和结余情况。",),
    nothing="说明：{name}本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。",
)

TABLES: Final = TableForm(
    layouts=(
        evolve(ministry.TOTALS, number="", numbered=False, left=_ACTUAL, right=_ACTUAL),
        evolve(ministry.REVENUES, number="", numbered=False, codes=CodeStyle.SPLIT, code_headings=_CODE),
        evolve(ministry.EXPENDITURES, number="", numbered=False, codes=CodeStyle.SPLIT, code_headings=_CODE),
        evolve(
            ministry.FISCAL,
            number="",
            numbered=False,
            left=_ACTUAL,
            notes=("注：本表反映{level}本年度财政拨款总收支和结转结余情况。",),
        ),
        evolve(
            ministry.GENERAL_PUBLIC,
            number="",
            numbered=False,
            codes=CodeStyle.SPLIT,
            code_headings=_CODE,
            columns=NATURES,
            total=Place.LAST,
        ),
        evolve(
            ministry.BASIC,
            number="",
            lanes=(("301", "303"), ("302", "310")),
            codes=CodeStyle.SPLIT,
            code_headings=("经济分类科目编码",),
            left_out=frozenset({"31005", "31006", "31008", "31009", "31010", "31011", "31012"}),
            footers=((Line("人员经费合计", "personnel"), Line("公用经费合计", "public")),),
            landscape=False,
        ),
        evolve(
            ministry.THREE_PUBLICS,
            number="",
            numbered=False,
            columns=headed(ministry.THREE_PUBLICS.columns, "财政拨款“三公”经费"),
            budget="initial",
            paired=True,
            notes=("注：本表反映{level}本年度“三公”经费支出预决算情况。",),
        ),
        _FUND,
        evolve(
            _FUND,
            table=PublicTable.STATE_CAPITAL,
            title="国有资本经营预算财政拨款收入支出决算表",
            notes=("注：本表反映{level}本年度国有资本经营预算财政拨款收入支出及结转和结余情况。",),
            nothing="说明：{name}本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。",
        ),
    )
)

FORM = Form(
    id="shanghai",
    name="上海市",
    year=2024,
    tables=TABLES,
    references=("上海市2024年度部门决算公开格式（附件2）：第二部分 部门决算表",),
    checked_with=("上海市普陀区财政局2024年度部门决算公开",),
    limitations=(
        Limitation("only the tables are here, not the narrative", "目前只有决算表，没有决算情况说明"),
        Limitation(
            "the blank form has codes in one cell and 24 类, the published tables split codes and 26 类; these are followed",
            "空白表样为合并的科目编码和 24 类支出，公开的表格为分列的编码和 26 类支出，此处从后者",
        ),
    ),
)
