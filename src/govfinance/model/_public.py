"""“三公”经费, operating expenses, procurement and state assets (sections 八 and 十一 to 十三)."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from govfinance.model._building import refuse_invalid
from govfinance.model._fields import (
    AMOUNT,
    COUNT,
    object_of,
    optional_amount,
    optional_count,
    required_amount,
    required_count,
)
from govfinance.model._lines import BudgetLine

__all__ = [
    "AbroadLine",
    "OperatingExpenses",
    "Procurement",
    "ProcurementLine",
    "ReceptionLine",
    "ReceptionPart",
    "ReservedProcurement",
    "StateAssets",
    "ThreePublic",
    "VehicleOperationLine",
    "VehiclePurchaseLine",
]


@frozen(kw_only=True)
class AbroadLine(BudgetLine):
    """因公出国（境）费, with 团组数 and 累计人次."""

    groups: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    persons: int | None = field(default=None, converter=optional_count, metadata=COUNT)


@frozen(kw_only=True)
class VehiclePurchaseLine(BudgetLine):
    """公务用车购置费, with 购置数."""

    bought: int | None = field(default=None, converter=optional_count, metadata=COUNT)


@frozen(kw_only=True)
class VehicleOperationLine(BudgetLine):
    """公务用车运行维护费, with 保有量."""

    held: int | None = field(default=None, converter=optional_count, metadata=COUNT)


@frozen(kw_only=True)
class ReceptionPart:
    """A part of receptions (domestic, foreign, or of foreign guests): 支出 in 元, 批次, 人次."""

    actual: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    batches: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    persons: int | None = field(default=None, converter=optional_count, metadata=COUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class ReceptionLine(BudgetLine):
    """公务接待费: 国内 and 国（境）外. Its ``actual`` may be left out: it is the sum of the two parts.

    ``guests`` is 外宾接待, which is contained in the domestic part (国内公务接待支出（含外宾接待支出）) and adds nothing to it.
    """

    domestic: ReceptionPart | None = field(default=None, metadata=object_of(ReceptionPart))
    foreign: ReceptionPart | None = field(default=None, metadata=object_of(ReceptionPart))
    guests: ReceptionPart | None = field(default=None, metadata=object_of(ReceptionPart))


@frozen(kw_only=True)
class ThreePublic:
    """财政拨款“三公”经费 (公开10表): ``adjusted`` is the 全年预算 that the narrative compares with.

    ``total`` and ``vehicles`` (公务用车购置及运行维护费) may be left out: they are sums of the lines.
    """

    total: BudgetLine | None = field(default=None, metadata=object_of(BudgetLine))
    abroad: AbroadLine | None = field(default=None, metadata=object_of(AbroadLine))
    vehicles: BudgetLine | None = field(default=None, metadata=object_of(BudgetLine))
    vehicle_purchase: VehiclePurchaseLine | None = field(default=None, metadata=object_of(VehiclePurchaseLine))
    vehicle_operation: VehicleOperationLine | None = field(default=None, metadata=object_of(VehicleOperationLine))
    reception: ReceptionLine | None = field(default=None, metadata=object_of(ReceptionLine))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class OperatingExpenses(BudgetLine):
    """机关（机构）运行经费. ``actual`` may be left out where it is the 公用经费 of the basic expenditure."""


@frozen(kw_only=True)
class ProcurementLine:
    """One type of procurement, in 元: 支出, and 授予中小企业合同金额 and 授予小微企业合同金额 of it."""

    amount: Decimal = field(converter=required_amount, metadata=AMOUNT)
    to_sme: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    to_micro: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class ReservedProcurement:
    """面向中小企业预留政府采购项目, in 元: what was set aside, and what was bought (上海市2024年度部门决算公开格式, 十一（二）).

    ``sme_budget`` 面向中小企业预留政府采购项目预算金额, ``micro_budget`` 面向小微企业预留政府采购项目预算金额; ``sme_awarded`` 在面向中小企业
    预留的政府采购项目中，由中小企业供应商中标或成交的采购金额, ``micro_awarded`` 在面向小微企业预留的政府采购项目中，由小微企业供应商中标或成交的采购金额,
    ``other_sme_awarded`` 在其他政府采购项目中，由中小企业供应商中标或成交的采购金额. The form does not say whether what is reserved
    for micro enterprises is contained in what is reserved for small and medium ones.

    >>> ReservedProcurement(sme_budget="2464700", micro_budget=0).sme_awarded is None
    True
    """

    sme_budget: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    micro_budget: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    sme_awarded: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    micro_awarded: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    other_sme_awarded: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class Procurement:
    """政府采购支出, in 元: goods 货物, works 工程, services 服务.

    ``total`` 支出总额, ``to_sme`` 授予中小企业合同金额 and ``to_micro`` 授予小微企业合同金额 may be left out: they are sums over
    the types. ``reserved`` is what was reserved for small and medium enterprises.
    """

    total: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    goods: ProcurementLine | None = field(default=None, metadata=object_of(ProcurementLine))
    works: ProcurementLine | None = field(default=None, metadata=object_of(ProcurementLine))
    services: ProcurementLine | None = field(default=None, metadata=object_of(ProcurementLine))
    to_sme: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    to_micro: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    reserved: ReservedProcurement | None = field(default=None, metadata=object_of(ReservedProcurement))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class StateAssets:
    """国有资产占用情况 at the end of the year: eight kinds of vehicles, and equipment of 100万元 and more a piece.

    副部（省）级及以上领导用车, 主要负责人用车, 机要通信用车, 应急保障用车, 执法执勤用车, 特种专业技术用车, 离退休干部服务用车,
    其他用车; 单价100万元（含）以上的设备（不含车辆）.
    """

    provincial_leader_vehicles: int = field(converter=required_count, metadata=COUNT)
    principal_vehicles: int = field(converter=required_count, metadata=COUNT)
    confidential_vehicles: int = field(converter=required_count, metadata=COUNT)
    emergency_vehicles: int = field(converter=required_count, metadata=COUNT)
    enforcement_vehicles: int = field(converter=required_count, metadata=COUNT)
    special_vehicles: int = field(converter=required_count, metadata=COUNT)
    retired_cadre_vehicles: int = field(converter=required_count, metadata=COUNT)
    other_vehicles: int = field(converter=required_count, metadata=COUNT)
    large_equipment: int = field(converter=required_count, metadata=COUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)

    @property
    def vehicles(self) -> int:
        """All vehicles together."""
        return (
            self.provincial_leader_vehicles
            + self.principal_vehicles
            + self.confidential_vehicles
            + self.emergency_vehicles
            + self.enforcement_vehicles
            + self.special_vehicles
            + self.retired_cadre_vehicles
            + self.other_vehicles
        )
