"""“三公”经费, operating expenses and procurement (公开10、11表), and the money in performance management.

``measure`` is one of ``initial`` 年初预算, ``adjusted`` 全年预算, ``actual`` 决算, ``prior`` 上年决算. A total that
the accounts give is used as it is; one that they leave out is the sum of its parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from govfinance.calc._economic import public_funds
from govfinance.calc._figure import Figure, sum_of, total_or_given
from govfinance.calc._lines import Measure, Total, line_figure
from govfinance.model import FinalAccounts

__all__ = [
    "PROCUREMENT_TYPES",
    "ManagementStageName",
    "ProcurementType",
    "ReservedProcurementName",
    "ThreePublicLine",
    "ThreePublicName",
    "domestic_reception",
    "foreign_reception",
    "guests_reception",
    "management_amount",
    "operating_expenses",
    "procured_from_micro_with_parts",
    "procured_from_sme_with_parts",
    "procured_with_parts",
    "procurement_amount",
    "procurement_to_micro",
    "procurement_to_sme",
    "procurement_total",
    "procurement_type_to_sme",
    "reserved_procurement",
    "three_public",
    "three_public_lines",
    "three_public_with_parts",
]

ThreePublicLine: TypeAlias = Literal["abroad", "vehicle_purchase", "vehicle_operation", "reception"]

ThreePublicName: TypeAlias = ThreePublicLine | Literal["vehicles", "total"]

ProcurementType: TypeAlias = Literal["goods", "works", "services"]

ReservedProcurementName: TypeAlias = Literal[
    "sme_budget", "micro_budget", "sme_awarded", "micro_awarded", "other_sme_awarded"
]

ManagementStageName: TypeAlias = Literal["targets", "tracking", "self_evaluation"]

_THREE: Final[dict[ThreePublicName, str]] = {
    "abroad": "因公出国（境）费",
    "vehicle_purchase": "公务用车购置费",
    "vehicle_operation": "公务用车运行维护费",
    "reception": "公务接待费",
    "vehicles": "公务用车购置及运行维护费",
    "total": "“三公”经费",
}
"""The names of the lines; a line stands before those that are the sum of it and others."""

_TYPES: Final[dict[ProcurementType, str]] = {"goods": "货物", "works": "工程", "services": "服务"}

_RESERVED: Final[dict[ReservedProcurementName, str]] = {
    "sme_budget": "面向中小企业预留政府采购项目预算金额",
    "micro_budget": "面向小微企业预留政府采购项目预算金额",
    "sme_awarded": "面向中小企业预留的政府采购项目中由中小企业中标或成交的采购金额",
    "micro_awarded": "面向小微企业预留的政府采购项目中由小微企业中标或成交的采购金额",
    "other_sme_awarded": "其他政府采购项目中由中小企业中标或成交的采购金额",
}

_STAGES: Final[dict[ManagementStageName, str]] = {
    "targets": "编报绩效目标",
    "tracking": "绩效跟踪评价",
    "self_evaluation": "绩效自评",
}

PROCUREMENT_TYPES: Final[tuple[ProcurementType, ...]] = ("goods", "works", "services")

_THREE_PARTS: Final[dict[ThreePublicName, tuple[ThreePublicName, ...]]] = {
    "total": ("abroad", "vehicles", "reception"),
    "vehicles": ("vehicle_purchase", "vehicle_operation"),
}


def three_public_lines(accounts: FinalAccounts, measure: Measure = "actual") -> dict[ThreePublicName, Figure]:
    """All lines of 公开10表: those of “三公”经费, the subtotal of vehicles, and the total."""
    lines: dict[ThreePublicName, Figure] = {}
    for name in _THREE:
        lines[name] = total_or_given(*three_public_with_parts(accounts, name, measure, lines))
    return lines


def three_public_with_parts(
    accounts: FinalAccounts, name: ThreePublicName, measure: Measure, lines: Mapping[ThreePublicName, Figure]
) -> Total:
    """``lines`` has the parts already."""
    holder = None if accounts.three_public is None else getattr(accounts.three_public, name)
    given = line_figure(holder, measure, _THREE[name], "three_public.", name)
    if name == "reception" and measure == "actual":
        return given, (one(accounts) for one in (domestic_reception, foreign_reception))
    return given, (lines[part] for part in _THREE_PARTS.get(name, ()))


def three_public(accounts: FinalAccounts, name: ThreePublicName, measure: Measure = "actual") -> Figure:
    """A line of “三公”经费, the subtotal of vehicles, or the total (公开10表)."""
    return three_public_lines(accounts, measure)[name]


def _reception(accounts: FinalAccounts, name: str, label: str) -> Figure:
    line = None if accounts.three_public is None else accounts.three_public.reception
    part = None if line is None else getattr(line, name)
    return Figure(None if part is None else part.actual, label, f"three_public.reception.{name}.actual")


def domestic_reception(accounts: FinalAccounts) -> Figure:
    """国内公务接待支出."""
    return _reception(accounts, "domestic", "国内公务接待支出")


def foreign_reception(accounts: FinalAccounts) -> Figure:
    """国（境）外公务接待支出."""
    return _reception(accounts, "foreign", "国（境）外公务接待支出")


def guests_reception(accounts: FinalAccounts) -> Figure:
    """外宾接待支出, which is contained in 国内公务接待支出."""
    return _reception(accounts, "guests", "外宾接待支出")


def operating_expenses(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """机构运行经费: as supplied, else (决算) the 公用经费 of the basic expenditure."""
    given = line_figure(accounts.operating_expenses, measure, "机构运行经费", "operating_expenses")
    if given.value is not None or measure != "actual" or accounts.operating_expenses is None:
        return given
    public = public_funds(accounts)
    return given if public.value is None else sum_of([public], given.label, given.path)


def procurement_amount(accounts: FinalAccounts, name: ProcurementType) -> Figure:
    """政府采购货物、工程 or 服务支出."""
    line = None if accounts.procurement is None else getattr(accounts.procurement, name)
    value = None if line is None else line.amount
    return Figure(value, f"政府采购{_TYPES[name]}支出", f"procurement.{name}.amount")


def procurement_type_to_sme(accounts: FinalAccounts, name: ProcurementType) -> Figure:
    """The contracts of one type that went to small and medium enterprises."""
    return _contracts(accounts, name, "to_sme", "中小企业")


def _contracts(accounts: FinalAccounts, name: ProcurementType, to: str, whom: str) -> Figure:
    line = None if accounts.procurement is None else getattr(accounts.procurement, name)
    value = None if line is None else getattr(line, to)
    return Figure(value, f"{_TYPES[name]}采购授予{whom}合同金额", f"procurement.{name}.{to}")


def _procurement(accounts: FinalAccounts, name: str, label: str) -> Figure:
    value = None if accounts.procurement is None else getattr(accounts.procurement, name)
    return Figure(value, label, f"procurement.{name}")


def procured_with_parts(accounts: FinalAccounts) -> Total:
    given = _procurement(accounts, "total", "政府采购支出总额")
    return given, (procurement_amount(accounts, name) for name in PROCUREMENT_TYPES)


def procurement_total(accounts: FinalAccounts) -> Figure:
    """政府采购支出总额."""
    return total_or_given(*procured_with_parts(accounts))


def procured_from_sme_with_parts(accounts: FinalAccounts) -> Total:
    given = _procurement(accounts, "to_sme", "授予中小企业合同金额")
    return given, (procurement_type_to_sme(accounts, name) for name in PROCUREMENT_TYPES)


def procurement_to_sme(accounts: FinalAccounts) -> Figure:
    """政府采购授予中小企业合同金额."""
    return total_or_given(*procured_from_sme_with_parts(accounts))


def procured_from_micro_with_parts(accounts: FinalAccounts) -> Total:
    given = _procurement(accounts, "to_micro", "授予小微企业合同金额")
    return given, (_contracts(accounts, name, "to_micro", "小微企业") for name in PROCUREMENT_TYPES)


def procurement_to_micro(accounts: FinalAccounts) -> Figure:
    """授予小微企业合同金额."""
    return total_or_given(*procured_from_micro_with_parts(accounts))


def reserved_procurement(accounts: FinalAccounts, name: ReservedProcurementName) -> Figure:
    """A figure of 面向中小企业预留政府采购项目: what was reserved, or what was bought of it; it is in no other figure."""
    reserved = None if accounts.procurement is None else accounts.procurement.reserved
    value = None if reserved is None else getattr(reserved, name)
    return Figure(value, _RESERVED[name], f"procurement.reserved.{name}")


def management_amount(accounts: FinalAccounts, stage: ManagementStageName) -> Figure:
    """涉及预算金额 of the projects in a stage of 预算绩效管理: 编报绩效目标, 绩效跟踪评价 or 绩效自评.

    >>> from govfinance.model import Department, ManagementStage, Performance, PerformanceManagement
    >>> tracked = PerformanceManagement(tracking=ManagementStage(projects=4, amount="5984200"))
    >>> accounts = FinalAccounts(
    ...     department=Department(name="某局"), year=2024, performance=Performance(management=tracked)
    ... )
    >>> print(management_amount(accounts, "tracking").explain())
    5,984,200.00 (绩效跟踪评价项目涉及预算金额)
    """
    management = None if accounts.performance is None else accounts.performance.management
    holder = None if management is None else getattr(management, stage)
    value = None if holder is None else holder.amount
    return Figure(value, f"{_STAGES[stage]}项目涉及预算金额", f"performance.management.{stage}.amount")
