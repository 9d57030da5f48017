"""What deriving makes by the hundred, made quickly: ``new.SideTotal(...)`` makes a `claims.SideTotal`.

A builder is compiled when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "AbroadDetail",
    "AmountShare",
    "AssetsHeld",
    "Change",
    "ClassShare",
    "Comparison",
    "Derived",
    "EconomicClassTotal",
    "EconomicTotal",
    "EvaluationsReported",
    "Execution",
    "ExpenditureShare",
    "ExpenditureTotal",
    "FiscalTotal",
    "FunctionalClassTotal",
    "FunctionalItemTotal",
    "FunctionalOverview",
    "FunctionalStructure",
    "FunctionalTotal",
    "FundExpenditure",
    "FundNothing",
    "FundsTotal",
    "IndicatorResult",
    "ManagementSummary",
    "NamedAmount",
    "NothingEvaluated",
    "OperatingExpensesNothing",
    "OperatingExpensesTotal",
    "OverallItemTotal",
    "OverallTotal",
    "ProcurementReserved",
    "ProcurementTotal",
    "ProjectExpenditure",
    "ProjectGoals",
    "ProjectGrade",
    "ProjectMeasures",
    "ProjectName",
    "ProjectProblems",
    "ProjectScore",
    "ReceptionDetail",
    "RevenuePart",
    "RevenueShare",
    "RevenueTotal",
    "ReviewCarriedOut",
    "SelfEvaluationCoverage",
    "SideTotal",
    "ThreePublicChanges",
    "ThreePublicExecution",
    "ThreePublicNothing",
    "ThreePublicShares",
    "VehicleOperationDetail",
    "VehiclePurchaseDetail",
    "VehiclesTotal",
]

if TYPE_CHECKING:
    from govfinance.claims import (
        AbroadDetail,
        AmountShare,
        AssetsHeld,
        ClassShare,
        Comparison,
        EconomicClassTotal,
        EconomicTotal,
        EvaluationsReported,
        Execution,
        ExpenditureShare,
        ExpenditureTotal,
        FiscalTotal,
        FunctionalClassTotal,
        FunctionalItemTotal,
        FunctionalOverview,
        FunctionalStructure,
        FunctionalTotal,
        FundExpenditure,
        FundNothing,
        FundsTotal,
        IndicatorResult,
        ManagementSummary,
        NamedAmount,
        NothingEvaluated,
        OperatingExpensesNothing,
        OperatingExpensesTotal,
        OverallItemTotal,
        OverallTotal,
        ProcurementReserved,
        ProcurementTotal,
        ProjectExpenditure,
        ProjectGoals,
        ProjectGrade,
        ProjectMeasures,
        ProjectName,
        ProjectProblems,
        ProjectScore,
        ReceptionDetail,
        RevenuePart,
        RevenueShare,
        RevenueTotal,
        ReviewCarriedOut,
        SelfEvaluationCoverage,
        SideTotal,
        ThreePublicChanges,
        ThreePublicExecution,
        ThreePublicNothing,
        ThreePublicShares,
        VehicleOperationDetail,
        VehiclePurchaseDetail,
        VehiclesTotal,
    )
    from govfinance.derive._derived import Derived
    from govfinance.money import Change
else:
    import govfinance.claims as _claims
    import govfinance.derive._derived as _derived
    import govfinance.money as _money
    from govfinance._quick import builder as _builder

    def __getattr__(name):
        for module in (_claims, _derived, _money):
            if name in module.__all__:
                made = globals()[name] = _builder(getattr(module, name))
                return made
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
