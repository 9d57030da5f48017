"""Claims on “三公”经费, operating expenses, procurement and state assets (sections 八, 十一 to 十三)."""

from __future__ import annotations

from attrs import field, frozen

from govfinance.claims._base import AMOUNT, COUNT, RATE, SHARE, Claim, Comparison
from govfinance.model import Level
from govfinance.money import Printed

__all__ = [
    "AbroadDetail",
    "AmountShare",
    "AssetsHeld",
    "Execution",
    "OperatingExpensesTotal",
    "ProcurementTotal",
    "ReceptionDetail",
    "ThreePublicExecution",
    "ThreePublicShares",
    "VehicleOperationDetail",
    "VehiclePurchaseDetail",
    "VehiclesTotal",
]


@frozen(kw_only=True)
class Execution:
    """全年预算, 支出决算 and 完成率 (none on a budget of zero)."""

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

    name: str
    level: Level
    year: int
    total: Execution
    abroad: Execution
    vehicles: Execution
    reception: Execution
    reason: str | None


@frozen(kw_only=True)
class ThreePublicShares(Claim):
    """“三公”经费支出 and what its three parts make up of it."""

    name: str
    level: Level
    year: int
    total: Printed = field(metadata=AMOUNT)
    abroad: AmountShare
    vehicles: AmountShare
    reception: AmountShare


@frozen(kw_only=True)
class AbroadDetail(Claim):
    """因公出国（境）费支出, 团组 and 人次, against last year."""

    amount: Printed = field(metadata=AMOUNT)
    groups: Printed = field(metadata=COUNT)
    persons: Printed = field(metadata=COUNT)
    prior: Comparison | None


@frozen(kw_only=True)
class VehiclesTotal(Claim):
    """公务用车购置及运行维护费支出, before its two parts."""

    amount: Printed = field(metadata=AMOUNT)


@frozen(kw_only=True)
class VehiclePurchaseDetail(Claim):
    """公务用车购置支出, 购置数, against last year."""

    amount: Printed = field(metadata=AMOUNT)
    bought: Printed = field(metadata=COUNT)
    prior: Comparison | None


@frozen(kw_only=True)
class VehicleOperationDetail(Claim):
    """公务用车运行维护费支出, 保有量, against last year."""

    amount: Printed = field(metadata=AMOUNT)
    year: int
    held: Printed = field(metadata=COUNT)
    prior: Comparison | None


@frozen(kw_only=True)
class ReceptionDetail(Claim):
    """公务接待费支出: 国内 and 国（境）外 with 批次 and 人次, 开支内容, against last year."""

    amount: Printed = field(metadata=AMOUNT)
    domestic: Printed = field(metadata=AMOUNT)
    domestic_batches: Printed = field(metadata=COUNT)
    domestic_persons: Printed = field(metadata=COUNT)
    purpose: str | None
    foreign: Printed = field(metadata=AMOUNT)
    foreign_batches: Printed = field(metadata=COUNT)
    foreign_persons: Printed = field(metadata=COUNT)
    prior: Comparison | None


@frozen(kw_only=True)
class OperatingExpensesTotal(Claim):
    """机构运行经费支出决算, against last year."""

    name: str
    level: Level
    year: int
    amount: Printed = field(metadata=AMOUNT)
    prior: Comparison | None


@frozen(kw_only=True)
class ProcurementTotal(Claim):
    """政府采购支出 by type, and what went to small and medium, to small and micro enterprises.

    A share is None where the amount that it is a share of is zero.
    """

    name: str
    level: Level
    year: int
    total: Printed = field(metadata=AMOUNT)
    goods: Printed = field(metadata=AMOUNT)
    works: Printed = field(metadata=AMOUNT)
    services: Printed = field(metadata=AMOUNT)
    to_sme: Printed = field(metadata=AMOUNT)
    to_sme_share: Printed | None = field(metadata=RATE)
    to_micro: Printed = field(metadata=AMOUNT)
    to_micro_share: Printed | None = field(metadata=RATE)
    goods_to_sme_share: Printed | None = field(metadata=RATE)
    works_to_sme_share: Printed | None = field(metadata=RATE)
    services_to_sme_share: Printed | None = field(metadata=RATE)


@frozen(kw_only=True)
class AssetsHeld(Claim):
    """车辆 by kind, and 单价100万元（含）以上的设备, at the end of the year."""

    name: str
    level: Level
    year: int
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
