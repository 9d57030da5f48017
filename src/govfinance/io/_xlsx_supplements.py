"""The sheets of a workbook beside the public tables: their names, headings and rows, as they are written and read.

封面 says whose accounts they are; 预算与上年 has the budgets and the figures of the year before, which the tables do not
print; 补充数据 has counts and the like; 说明 has the remarks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from govfinance.model import FundSource, Level, RevenueSource, SpendingNature

__all__ = [
    "BLOCKS",
    "BUDGET_COLUMNS",
    "BUDGET_HEADINGS",
    "BUDGET_SHEET",
    "CODES_SHEET",
    "COVER_HEADINGS",
    "COVER_LEVEL",
    "COVER_NAME",
    "COVER_SHEET",
    "COVER_YEAR",
    "DETAILS",
    "DETAILS_HEADINGS",
    "DETAILS_SHEET",
    "FUNCTIONAL_TOPIC",
    "HELP_SHEET",
    "LEVELS",
    "REMARKS_HEADINGS",
    "REMARKS_SHEET",
    "Block",
    "Detail",
    "figure_rows",
]

HELP_SHEET: Final = "填表说明"
COVER_SHEET: Final = "封面"
BUDGET_SHEET: Final = "预算与上年"
DETAILS_SHEET: Final = "补充数据"
REMARKS_SHEET: Final = "说明"
CODES_SHEET: Final = "科目"

COVER_HEADINGS: Final = ("项目", "内容")
COVER_NAME: Final = "部门名称"
COVER_YEAR: Final = "年度"
COVER_LEVEL: Final = "层级"
LEVELS: Final = {level.official: level for level in Level}
"""What stands in the row of `COVER_LEVEL`."""

BUDGET_HEADINGS: Final = ("项目代码", "项目", "年初预算数", "全年预算数", "上年决算数")
BUDGET_COLUMNS: Final = {"initial": 2, "adjusted": 3, "prior": 4}
"""The figures of a line, and the column of each."""

DETAILS_HEADINGS: Final = ("项目代码", "项目", "数值")

REMARKS_HEADINGS: Final = ("事项代码", "说明什么", "文字")
FUNCTIONAL_TOPIC: Final = "项级科目决算数与年初预算数的差异原因"
"""What the rows explain that are filled in for single 项."""


@frozen
class Block:
    """A block of 预算与上年: its heading, and its rows by code and name; of a budget by function, its items instead."""

    heading: str
    rows: tuple[tuple[str, str], ...] = ()
    fund: FundSource | None = None


def _overall() -> Iterator[tuple[str, str]]:
    yield "overall.total", "收、支总计"
    yield "overall.revenue", "本年收入合计"
    yield "overall.surplus_used", "使用非财政拨款结余和专用结余"
    yield "overall.opening", "年初结转和结余"
    yield "overall.expenditure", "本年支出合计"
    yield "overall.surplus_distribution", "结余分配"
    yield "overall.closing", "年末结转和结余"


def _fiscal() -> Iterator[tuple[str, str]]:
    yield "fiscal.total", "财政拨款收、支总计"
    for fund in FundSource:
        yield f"fiscal.{fund.key}.opening", f"年初{fund.official}财政拨款结转和结余"
        yield f"fiscal.{fund.key}.expenditure", f"{fund.official}财政拨款支出"
        yield f"fiscal.{fund.key}.closing", f"年末{fund.official}财政拨款结转和结余"


BLOCKS: Final[tuple[Block, ...]] = (
    Block("收入支出总体", tuple(_overall())),
    Block("本年收入", tuple((f"revenue.{source.key}", source.official) for source in RevenueSource)),
    Block("本年支出", tuple((f"expenditure.{nature.key}", nature.official) for nature in SpendingNature)),
    Block("财政拨款", tuple(_fiscal())),
    Block("一般公共预算支出（按功能分类项级）", fund=FundSource.GENERAL_PUBLIC),
    Block("政府性基金预算支出（按功能分类项级）", fund=FundSource.GOVERNMENT_FUND),
    Block("国有资本经营预算支出（按功能分类项级）", fund=FundSource.STATE_CAPITAL),
    Block(
        "“三公”经费",
        (
            ("three_public.total", "“三公”经费合计"),
            ("three_public.abroad", "因公出国（境）费"),
            ("three_public.vehicles", "公务用车购置及运行维护费"),
            ("three_public.vehicle_purchase", "公务用车购置费"),
            ("three_public.vehicle_operation", "公务用车运行维护费"),
            ("three_public.reception", "公务接待费"),
        ),
    ),
    Block("机构运行经费", (("operating_expenses", "机构运行经费"),)),
)
"""预算与上年 from the top down.

An item of a budget by function has the code ``functional.<budget>.<code>``; below the heading of its budget the code
of the 科目 alone says the same.
"""


@frozen
class Detail:
    """A row of 补充数据: its code, its name, and whether it is a number of things and not an amount."""

    code: str
    name: str
    count: bool = False


DETAILS: Final[tuple[Detail, ...]] = (
    Detail("three_public.abroad.groups", "因公出国（境）团组（个）", count=True),
    Detail("three_public.abroad.persons", "因公出国（境）人次", count=True),
    Detail("three_public.vehicle_purchase.bought", "购置公务用车（辆）", count=True),
    Detail("three_public.vehicle_operation.held", "年末公务用车保有量（辆）", count=True),
    Detail("three_public.reception.domestic.actual", "国内公务接待支出"),
    Detail("three_public.reception.domestic.batches", "国内公务接待批次", count=True),
    Detail("three_public.reception.domestic.persons", "国内公务接待人次", count=True),
    Detail("three_public.reception.foreign.actual", "国（境）外公务接待支出"),
    Detail("three_public.reception.foreign.batches", "国（境）外公务接待批次", count=True),
    Detail("three_public.reception.foreign.persons", "国（境）外公务接待人次", count=True),
    Detail("procurement.goods.to_sme", "货物：授予中小企业合同金额"),
    Detail("procurement.works.to_sme", "工程：授予中小企业合同金额"),
    Detail("procurement.services.to_sme", "服务：授予中小企业合同金额"),
    Detail("performance.self_evaluations.general_public.projects", "一般公共预算绩效自评项目（个）", count=True),
    Detail("performance.self_evaluations.general_public.amount", "一般公共预算绩效自评涉及资金"),
    Detail("performance.self_evaluations.government_fund.projects", "政府性基金预算绩效自评项目（个）", count=True),
    Detail("performance.self_evaluations.government_fund.amount", "政府性基金预算绩效自评涉及资金"),
)
"""补充数据 from the top down: what the narrative says and no table prints. The code is the place in the accounts."""


def figure_rows() -> Iterator[tuple[str, str]]:
    """Code and name of all rows that every workbook has."""
    for block in BLOCKS:
        yield from block.rows
