"""决算公开表 of 内蒙古自治区 for 2023: eleven tables.

Titles and order are those of the form. The layouts were not seen: they are taken to be those of the 财政部; table 07 to be
laid out as table 06, and table 11 to list what sections 十一 to 十三 of the narrative say. A published workbook would settle
it.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from govfinance.jurisdictions import _ministry_tables as ministry
from govfinance.model import PublicTable
from govfinance.tables import Lanes, Line, List, TableForm

__all__ = ["TABLES"]

_PROJECT: Final = Lanes(
    table=PublicTable.PROJECT,
    number="公开07表",
    title="一般公共预算财政拨款项目支出决算明细表",
    lanes=(("301", "303"), ("302",), ("307", "309", "310", "311", "312", "313", "399")),
    code_headings=("科目代码",),
    footers=((Line("合计", "total"),),),
    landscape=True,
    notes=("注：本表反映{level}本年度一般公共预算财政拨款项目支出明细情况。",),
)

_INSTITUTION: Final = List(
    table=PublicTable.INSTITUTION,
    number="公开11表",
    title="机构运行经费支出、国有资产占用情况及政府采购支出信息表",
    numbered=True,
    lines=(
        Line("一、机构运行经费支出", "operating_expenses"),
        Line("二、国有资产占用情况"),
        Line("（一）车辆数合计（辆）", "vehicles", 1),
        Line("1.副部（省）级及以上领导用车", "provincial_leader_vehicles", 2),
        Line("2.主要负责人用车", "principal_vehicles", 2),
        Line("3.机要通信用车", "confidential_vehicles", 2),
        Line("4.应急保障用车", "emergency_vehicles", 2),
        Line("5.执法执勤用车", "enforcement_vehicles", 2),
        Line("6.特种专业技术用车", "special_vehicles", 2),
        Line("7.离退休干部服务用车", "retired_cadre_vehicles", 2),
        Line("8.其他用车", "other_vehicles", 2),
        Line("（二）单价100万元（含）以上设备（不含车辆）（台、套）", "large_equipment", 1),
        Line("三、政府采购支出信息"),
        Line("（一）政府采购支出合计", "procurement", 1),
        Line("1.政府采购货物支出", "goods", 2),
        Line("2.政府采购工程支出", "works", 2),
        Line("3.政府采购服务支出", "services", 2),
        Line("（二）政府采购授予中小企业合同金额", "to_sme", 1),
        Line("其中：授予小微企业合同金额", "to_micro", 2),
    ),
)

TABLES: Final = TableForm(
    layouts=(
        ministry.TOTALS,
        ministry.REVENUES,
        ministry.EXPENDITURES,
        ministry.FISCAL,
        ministry.GENERAL_PUBLIC,
        evolve(ministry.BASIC, title="一般公共预算财政拨款基本支出决算明细表"),
        _PROJECT,
        evolve(ministry.GOVERNMENT_FUND, number="公开08表"),
        evolve(ministry.STATE_CAPITAL, number="公开09表"),
        evolve(ministry.THREE_PUBLICS, number="公开10表"),
        _INSTITUTION,
    )
)
