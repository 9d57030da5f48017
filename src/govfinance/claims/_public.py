"""Claims on “三公”经费, operating expenses, procurement and state assets (sections 八, 十一 to 十三)."""

from __future__ import annotations

from attrs import field, frozen

from govfinance.claims._base import AMOUNT, COUNT, RATE, SHARE, Claim, Comparison
from govfinance.claims._spending import BudgetBasis, Relation
from govfinance.model import Level
from govfinance.money import Change, Printed

__all__ = [
    "AbroadDetail",
    "AmountShare",
    "AssetsHeld",
    "Execution",
    "OperatingExpensesNothing",
    "OperatingExpensesTotal",
    "ProcurementReserved",
    "ProcurementTotal",
    "ReceptionDetail",
    "ThreePublicChanges",
    "ThreePublicExecution",
    "ThreePublicNothing",
    "ThreePublicShares",
    "VehicleOperationDetail",
    "VehiclePurchaseDetail",
    "VehiclesTotal",
]


@frozen(kw_only=True)
class Execution:
    """预算, 支出决算 and 完成率 (none on a budget of zero)."""

    budget: Printed | None = field(metadata=AMOUNT)
    actual: Printed = field(metadata=AMOUNT)
    completion: Printed | None = field(metadata=RATE)


@frozen(kw_only=True)
class AmountShare:
    """An amount and its share of a total; without a share where the total is zero."""

    amount: Printed = field(metadata=AMOUNT)
    share: Printed | None = field(metadata=SHARE)


@frozen(kw_only=True)
class ThreePublicExecution(Claim):
    """“三公”经费 against the budget: the total and its three parts."""

    name: str | None
    level: Level | None
    year: int | None
    total: Execution
    abroad: Execution
    vehicles: Execution
    reception: Execution
    basis: BudgetBasis | None = None
    relation: Relation | None = None
    reason: str | None


@frozen(kw_only=True)
class ThreePublicChanges(Claim):
    """“三公”经费 against last year: the total, its three parts, and why each part changed."""

    name: str | None
    level: Level | None
    year: int | None
    prior_year: int | None
    total: Change
    reason: str | None
    abroad: Change
    abroad_reason: str | None
    vehicles: Change
    vehicles_reason: str | None
    reception: Change
    reception_reason: str | None


@frozen(kw_only=True)
class ThreePublicNothing(Claim):
    """Nothing was spent on “三公”经费."""

    name: str | None
    level: Level | None
    year: int | None


@frozen(kw_only=True)
class ThreePublicShares(Claim):
    """“三公”经费支出 and what its three parts make up of it."""

    name: str | None
    level: Level | None
    year: int | None
    total: Printed | None = field(metadata=AMOUNT)
    abroad: AmountShare
    vehicles: AmountShare
    reception: AmountShare


@frozen(kw_only=True)
class AbroadDetail(Claim):
    """因公出国（境）费支出, 团组 and 人次, 开支内容, against last year."""

    amount: Printed = field(metadata=AMOUNT)
    groups: Printed = field(metadata=COUNT)
    persons: Printed = field(metadata=COUNT)
    purpose: str | None = None
    prior: Comparison | None


@frozen(kw_only=True)
class VehiclesTotal(Claim):
    """公务用车购置及运行维护费支出, before its two parts."""

    amount: Printed = field(metadata=AMOUNT)


@frozen(kw_only=True)
class VehiclePurchaseDetail(Claim):
    """公务用车购置支出, what for, 购置数, against last year."""

    amount: Printed = field(metadata=AMOUNT)
    purpose: str | None = None
    bought: Printed = field(metadata=COUNT)
    prior: Comparison | None


@frozen(kw_only=True)
class VehicleOperationDetail(Claim):
    """公务用车运行维护费支出, what for, 保有量, against last year."""

    name: str | None = None
    level: Level | None = None
    year: int | None
    amount: Printed = field(metadata=AMOUNT)
    purpose: str | None = None
    held: Printed = field(metadata=COUNT)
    prior: Comparison | None


@frozen(kw_only=True)
class ReceptionDetail(Claim):
    """公务接待费支出: 国内 (外宾接待 among them) and 国（境）外 with 批次 and 人次, 开支内容, against last year."""

    amount: Printed = field(metadata=AMOUNT)
    domestic: Printed | None = field(metadata=AMOUNT)
    domestic_batches: Printed | None = field(metadata=COUNT)
    domestic_persons: Printed | None = field(metadata=COUNT)
    guests: Printed | None = field(default=None, metadata=AMOUNT)
    guests_batches: Printed | None = field(default=None, metadata=COUNT)
    guests_persons: Printed | None = field(default=None, metadata=COUNT)
    purpose: str | None
    foreign: Printed | None = field(metadata=AMOUNT)
    foreign_batches: Printed | None = field(metadata=COUNT)
    foreign_persons: Printed | None = field(metadata=COUNT)
    prior: Comparison | None


@frozen(kw_only=True)
class OperatingExpensesTotal(Claim):
    """机关（机构）运行经费支出, against last year."""

    name: str | None
    level: Level | None
    year: int | None
    amount: Printed = field(metadata=AMOUNT)
    prior: Comparison | None


@frozen(kw_only=True)
class OperatingExpensesNothing(Claim):
    """There is no 机关运行经费."""

    name: str | None
    level: Level | None
    year: int | None


@frozen(kw_only=True)
class ProcurementTotal(Claim):
    """政府采购支出 by type, and what went to small and medium, to small and micro enterprises.

    A share is None where the amount that it is a share of is zero.
    """

    name: str | None
    level: Level | None
    year: int | None
    total: Printed = field(metadata=AMOUNT)
    goods: Printed = field(metadata=AMOUNT)
    works: Printed = field(metadata=AMOUNT)
    services: Printed = field(metadata=AMOUNT)
    to_sme: Printed | None = field(metadata=AMOUNT)
    to_sme_share: Printed | None = field(metadata=RATE)
    to_micro: Printed | None = field(metadata=AMOUNT)
    to_micro_share: Printed | None = field(metadata=RATE)
    to_micro_share_of_sme: Printed | None = field(default=None, metadata=RATE)
    goods_to_sme_share: Printed | None = field(metadata=RATE)
    works_to_sme_share: Printed | None = field(metadata=RATE)
    services_to_sme_share: Printed | None = field(metadata=RATE)


@frozen(kw_only=True)
class ProcurementReserved(Claim):
    """政府采购 that was reserved for small and medium, for small and micro enterprises: budgets, and what they won."""

    name: str | None
    level: Level | None
    year: int | None
    sme_budget: Printed = field(metadata=AMOUNT)
    micro_budget: Printed = field(metadata=AMOUNT)
    sme_awarded: Printed = field(metadata=AMOUNT)
    micro_awarded: Printed = field(metadata=AMOUNT)
    other_sme_awarded: Printed = field(metadata=AMOUNT)


@frozen(kw_only=True)
class AssetsHeld(Claim):
    """车辆 by kind, and 单价100万元（含）以上的设备, at the end of the year."""

    name: str | None
    level: Level | None
    year: int | None
    vehicles: Printed = field(metadata=COUNT)
    provincial_leader: Printed = field(metadata=COUNT)
    principal: Printed = field(metadata=COUNT)
    confidential: Printed = field(metadata=COUNT)
    emergency: Printed = field(metadata=COUNT)
    enforcement: Printed = field(metadata=COUNT)
    special: Printed = field(metadata=COUNT)
    retired_cadre: Printed = field(metadata=COUNT)
    other: Printed = field(metadata=COUNT)
    large_equipment: Printed = field(metadata=COUNT)
