"""The model: what a department's final accounts are, immutable and exact; what follows from them is elsewhere.

>>> from govfinance.model import Department, FinalAccounts, RevenueLine
>>> accounts = FinalAccounts(
...     department=Department(name="赤峰市司法局"),
...     year=2023,
...     revenue=[RevenueLine(source="general_public", actual="38364704")],
... )
>>> accounts.revenue[0].source.official, accounts.revenue[0].prior
('一般公共预算财政拨款收入', None)
"""

from govfinance.model._accounts import Contact, Department, FinalAccounts, Overview, Term, Unit
from govfinance.model._fields import AmountLike, FieldKind, convert_field, kind_of
from govfinance.model._items import (
    EconomicItem,
    ExpenditureItem,
    FunctionalItem,
    ProjectItem,
    RevenueItem,
    check_class_name,
)
from govfinance.model._lines import (
    BudgetLine,
    CarryOver,
    ExpenditureLine,
    Fiscal,
    FundLine,
    Overall,
    RevenueLine,
)
from govfinance.model._performance import (
    DepartmentReview,
    Indicator,
    ManagementStage,
    Performance,
    PerformanceManagement,
    ProjectEvaluation,
    SelfEvaluation,
)
from govfinance.model._public import (
    AbroadLine,
    OperatingExpenses,
    Procurement,
    ProcurementLine,
    ReceptionLine,
    ReceptionPart,
    ReservedProcurement,
    StateAssets,
    ThreePublic,
    VehicleOperationLine,
    VehiclePurchaseLine,
)
from govfinance.model._remarks import TOPIC_PATTERN, TOPICS, Remarks
from govfinance.model._stated import STATED_PATTERN, Precision, PublicTable, Stated, Zeros, stated_on_demand
from govfinance.model._terms import FundSource, Level, OfficialTerm, RevenueSource, SpendingNature

__all__ = [
    "STATED_PATTERN",
    "TOPICS",
    "TOPIC_PATTERN",
    "AbroadLine",
    "AmountLike",
    "BudgetLine",
    "CarryOver",
    "Contact",
    "Department",
    "DepartmentReview",
    "EconomicItem",
    "ExpenditureItem",
    "ExpenditureLine",
    "FieldKind",
    "FinalAccounts",
    "Fiscal",
    "FunctionalItem",
    "FundLine",
    "FundSource",
    "Indicator",
    "Level",
    "ManagementStage",
    "OfficialTerm",
    "OperatingExpenses",
    "Overall",
    "Overview",
    "Performance",
    "PerformanceManagement",
    "Precision",
    "Procurement",
    "ProcurementLine",
    "ProjectEvaluation",
    "ProjectItem",
    "PublicTable",
    "ReceptionLine",
    "ReceptionPart",
    "Remarks",
    "ReservedProcurement",
    "RevenueItem",
    "RevenueLine",
    "RevenueSource",
    "SelfEvaluation",
    "SpendingNature",
    "StateAssets",
    "Stated",
    "Term",
    "ThreePublic",
    "Unit",
    "VehicleOperationLine",
    "VehiclePurchaseLine",
    "Zeros",
    "check_class_name",
    "convert_field",
    "kind_of",
    "stated_on_demand",
]
