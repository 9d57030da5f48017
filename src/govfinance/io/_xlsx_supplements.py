"""The sheets of a workbook beside the public tables: their names, headings and rows, as they are written and read.

封面 says whose accounts they are; 预算与上年 has the budgets and the figures of the year before, which the tables do not
print; 补充数据 has counts and the like, and 预算绩效管理情况; 说明 has the remarks.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govfinance.model import FundSource, Level, PublicTable, RevenueSource, SpendingNature

__all__ = [
    "BLOCKS",
    "BUDGET_COLUMNS",
    "BUDGET_HEADINGS",
    "BUDGET_SHEET",
    "CODES_SHEET",
    "COVER_FOUNDED",
    "COVER_HEADINGS",
    "COVER_LEVEL",
    "COVER_NAME",
    "COVER_SHEET",
    "COVER_YEAR",
    "DETAILS",
    "DETAILS_HEADINGS",
    "DETAILS_SHEET",
    "FUNCTIONAL_PURPOSE",
    "FUNCTIONAL_TOPIC",
    "HELP_SHEET",
    "LEVELS",
    "PURPOSE",
    "REMARKS_HEADINGS",
    "REMARKS_SHEET",
    "UNUSED",
    "UNUSED_HEADING",
    "Block",
    "Detail",
    "details_beside",
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
COVER_FOUNDED: Final = "成立年度"
"""Needed of a department that is new; blank where it is not said."""
LEVELS: Final = {level.official: level for level in Level}
"""What stands in the row of `COVER_LEVEL`."""

BUDGET_HEADINGS: Final = ("项目代码", "项目", "年初预算数", "全年预算数", "上年决算数")
BUDGET_COLUMNS: Final = {"initial": 2, "adjusted": 3, "prior": 4}
"""The figures of a line, and the column of each."""

DETAILS_HEADINGS: Final = ("项目代码", "项目", "数值")

REMARKS_HEADINGS: Final = ("事项代码", "说明什么", "文字")
FUNCTIONAL_TOPIC: Final = "项级科目决算数与年初预算数的差异原因"
FUNCTIONAL_PURPOSE: Final = "项级科目支出的主要用途"
"""What the rows explain that are filled in for single 项."""

UNUSED_HEADING: Final = "备注"
UNUSED: Final = "本地区的说明不用"
"""What a template notes beside the rows of 补充数据 and 说明 that the narrative of its form never speaks of."""

PURPOSE: Final = ".purpose"
"""How the topic of a purpose ends."""


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


DetailKind: TypeAlias = Literal["amount", "count", "score", "text", "texts"]
"""What stands in a row of 补充数据; ``texts`` are several, one a line."""


@frozen
class Detail:
    """A row of 补充数据: its code, its name, what stands in it, and the table that prints it in the forms that have one."""

    code: str
    name: str
    kind: DetailKind = "amount"
    table: PublicTable | None = None

    @property
    def is_text(self) -> bool:
        """Whether texts stand in it, and no number."""
        return self.kind in ("text", "texts")


def _institution(code: str, name: str, kind: DetailKind = "amount") -> Detail:
    return Detail(code, name, kind, PublicTable.INSTITUTION)


def _procurement() -> Iterator[Detail]:
    types = (("goods", "货物"), ("works", "工程"), ("services", "服务"))
    yield _institution("procurement.total", "政府采购支出合计")
    for key, name in types:
        yield _institution(f"procurement.{key}.amount", f"政府采购{name}支出")
    yield _institution("procurement.to_sme", "政府采购授予中小企业合同金额")
    yield _institution("procurement.to_micro", "其中：授予小微企业合同金额")
    for key, name in types:
        yield Detail(f"procurement.{key}.to_sme", f"{name}：授予中小企业合同金额")
    for key, name in types:
        yield Detail(f"procurement.{key}.to_micro", f"{name}：授予小微企业合同金额")


def _assets() -> Iterator[Detail]:
    for kind, name in (
        ("provincial_leader", "副部（省）级及以上领导用车"),
        ("principal", "主要负责人用车"),
        ("confidential", "机要通信用车"),
        ("emergency", "应急保障用车"),
        ("enforcement", "执法执勤用车"),
        ("special", "特种专业技术用车"),
        ("retired_cadre", "离退休干部服务用车"),
        ("other", "其他用车"),
    ):
        yield _institution(f"state_assets.{kind}_vehicles", f"{name}（辆）", "count")
    yield _institution("state_assets.large_equipment", "单价100万元（含）以上设备（不含车辆）（台、套）", "count")


def _management() -> Iterator[Detail]:
    place = "performance.management"
    for stage, name in (("targets", "编报绩效目标"), ("tracking", "绩效跟踪评价"), ("self_evaluation", "绩效自评")):
        yield Detail(f"{place}.{stage}.projects", f"{name}的项目（个）", "count")
        yield Detail(f"{place}.{stage}.amount", f"{name}的项目涉及预算金额")
    yield Detail(f"{place}.average_score", "绩效自评平均得分（分）", "score")
    for grade, name in (("excellent", "优"), ("good", "良"), ("qualified", "合格"), ("unqualified", "不合格")):
        yield Detail(f"{place}.{grade}", f"绩效评级为“{name}”的项目（个）", "count")
    yield Detail(f"{place}.problems", "绩效自评发现问题（个）", "count")
    yield Detail(f"{place}.rectified", "已经完成整改的问题（个）", "count")
    yield Detail(f"{place}.rectifying", "正在整改的问题（个）", "count")
    yield Detail(f"{place}.systems", "预算绩效管理制度名称（每行一个）", "texts")
    yield Detail(f"{place}.mechanism", "建立了怎样的预算绩效管理工作机制", "text")


DETAILS: Final[tuple[Detail, ...]] = (
    Detail("three_public.abroad.groups", "因公出国（境）团组（个）", "count"),
    Detail("three_public.abroad.persons", "因公出国（境）人次", "count"),
    Detail("three_public.vehicle_purchase.bought", "购置公务用车（辆）", "count"),
    Detail("three_public.vehicle_operation.held", "年末公务用车保有量（辆）", "count"),
    Detail("three_public.reception.domestic.actual", "国内公务接待支出"),
    Detail("three_public.reception.domestic.batches", "国内公务接待批次", "count"),
    Detail("three_public.reception.domestic.persons", "国内公务接待人次", "count"),
    Detail("three_public.reception.foreign.actual", "国（境）外公务接待支出"),
    Detail("three_public.reception.foreign.batches", "国（境）外公务接待批次", "count"),
    Detail("three_public.reception.foreign.persons", "国（境）外公务接待人次", "count"),
    Detail("three_public.reception.guests.actual", "其中：外宾接待支出"),
    Detail("three_public.reception.guests.batches", "其中：外宾接待批次", "count"),
    Detail("three_public.reception.guests.persons", "其中：外宾接待人次", "count"),
    _institution("operating_expenses.actual", "机构（机关）运行经费支出"),
    *_procurement(),
    Detail("procurement.reserved.sme_budget", "面向中小企业预留政府采购项目预算金额"),
    Detail("procurement.reserved.micro_budget", "面向小微企业预留政府采购项目预算金额"),
    Detail("procurement.reserved.sme_awarded", "面向中小企业预留的项目中，由中小企业供应商中标或成交的采购金额"),
    Detail("procurement.reserved.micro_awarded", "面向小微企业预留的项目中，由小微企业供应商中标或成交的采购金额"),
    Detail("procurement.reserved.other_sme_awarded", "其他政府采购项目中，由中小企业供应商中标或成交的采购金额"),
    *_assets(),
    Detail("performance.self_evaluations.general_public.projects", "一般公共预算绩效自评项目（个）", "count"),
    Detail("performance.self_evaluations.general_public.amount", "一般公共预算绩效自评涉及资金"),
    Detail("performance.self_evaluations.government_fund.projects", "政府性基金预算绩效自评项目（个）", "count"),
    Detail("performance.self_evaluations.government_fund.amount", "政府性基金预算绩效自评涉及资金"),
    *_management(),
)
"""补充数据 from the top down: what the narrative says and no table prints, in all forms. The code is the place in the
accounts. The texts stand last."""


def details_beside(tables: Container[PublicTable]) -> tuple[Detail, ...]:
    """The rows of 补充数据 in a workbook with these tables: without those that one of them prints.

    >>> len(details_beside([PublicTable.TOTALS])) - len(details_beside([PublicTable.INSTITUTION]))
    16
    """
    return tuple([detail for detail in DETAILS if detail.table is None or detail.table not in tables])


def figure_rows() -> Iterator[tuple[str, str]]:
    """Code and name of all rows that every workbook has."""
    for block in BLOCKS:
        yield from block.rows
