"""The 2024 accounts of a Shanghai department as an office would enter them: its tables, and what only the narrative says.

Where the published narrative contradicts its own tables, the tables are followed (see `errors.json` of the reference).
"""

from __future__ import annotations

from typing import Any

from attrs import evolve

import govfinance as gf
from govfinance.model import (
    BudgetLine,
    FundLine,
    ManagementStage,
    OperatingExpenses,
    Performance,
    PerformanceManagement,
    Procurement,
    ProcurementLine,
    Remarks,
    ReservedProcurement,
    StateAssets,
)
from govfinance.money import Scale, parse_amount
from tests.putuo_workbook import workbook

WHY = "人员变动和合同付款进度"

ITEMS = {
    # 项: 年初预算 in 万元, whether it is told why the final figure differs
    "2010601": ("1560.05", True),
    "2010602": ("10.00", False),
    "2010607": ("135.90", True),
    "2010608": ("450.52", True),
    "2080501": ("85.55", True),
    "2080505": ("161.62", True),
    "2080506": ("80.81", True),
    "2080599": ("0.94", False),
    "2101101": ("62.29", True),
    "2210201": ("187.75", True),
    "2210203": ("258.50", False),
}


def wan(text: str) -> Any:
    """An amount in 元 from its 万元."""
    return parse_amount(text, Scale.WAN)


def accounts(gold: dict[str, Any]) -> gf.FinalAccounts:
    """The accounts, from the transcription of the published document."""
    read = gf.read_xlsx(workbook(gold), jurisdiction=gf.jurisdiction("shanghai", 2024))
    remarks = {
        "overall.total.prior": WHY,
        "fiscal.total.prior": WHY,
        "functional.total.prior": WHY,
        "functional.total.initial": "项目调整",
        "three_public.adjusted": "未发生支出",
        "operating_expenses.prior": "设施更新",
    }
    items = []
    for item in read.functional:
        initial, explained = ITEMS[item.code.text]
        remarks[f"functional.{item.code.text}.purpose"] = "履行职责的支出"
        if explained:
            remarks[f"functional.{item.code.text}"] = "据实支出"
        items.append(evolve(item, initial=wan(initial)))
    return evolve(
        read,
        functional=items,
        overall=evolve(read.overall, total=evolve(read.overall.total, prior=wan("3052.34"))),
        fiscal=evolve(
            read.fiscal,
            total=evolve(read.fiscal.total or BudgetLine(), prior=wan("3024.82")),
            funds=[_spent(line) for line in read.fiscal.funds],
        ),
        three_public=_three_public(read.three_public),
        operating_expenses=OperatingExpenses(actual=wan("184.65"), prior=wan("182.10")),
        procurement=Procurement(
            total=wan("251.25"),
            goods=ProcurementLine(amount=wan("4.79")),
            works=ProcurementLine(amount=0),
            services=ProcurementLine(amount=wan("246.47")),
            reserved=ReservedProcurement(
                sme_budget=wan("246.47"),
                micro_budget=0,
                sme_awarded=wan("246.47"),
                micro_awarded=0,
                other_sme_awarded=wan("4.79"),
            ),
        ),
        state_assets=StateAssets(
            provincial_leader_vehicles=0,
            principal_vehicles=0,
            confidential_vehicles=0,
            emergency_vehicles=0,
            enforcement_vehicles=0,
            special_vehicles=0,
            retired_cadre_vehicles=0,
            other_vehicles=0,
            large_equipment=2,
        ),
        performance=Performance(management=_management()),
        remarks=Remarks(remarks),
    )


def _spent(line: FundLine) -> FundLine:
    if line.fund is not gf.FundSource.GENERAL_PUBLIC:
        return line
    spent = line.expenditure or BudgetLine(actual=wan("2940.05"))
    return evolve(line, expenditure=evolve(spent, initial=wan("2993.92"), prior=wan("3003.19")))


def _three_public(given: Any) -> Any:
    """Nothing was spent last year either; 0.95万元 were budgeted for receptions."""
    names = ("abroad", "vehicle_purchase", "vehicle_operation", "reception")
    return evolve(given, **{name: evolve(getattr(given, name), prior=0) for name in names})


def _management() -> PerformanceManagement:
    stage = ManagementStage(projects=4, amount=wan("598.42"))
    return PerformanceManagement(
        systems=["预算绩效管理实施办法"],
        mechanism="全过程",
        targets=stage,
        tracking=stage,
        self_evaluation=stage,
        average_score="99.43",
        excellent=4,
        good=0,
        qualified=0,
        unqualified=0,
        problems=0,
        rectified=0,
        rectifying=0,
    )
