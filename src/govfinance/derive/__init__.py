"""From accounts to claims: the only place where exact figures are rounded.

`derive` takes the accounts and a jurisdiction and gives every claim of its narrative, each number with its derivation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import govfinance.claims as claims
from govfinance.claims import Claim
from govfinance.derive._derived import Derivation, Derived, Omission, Source
from govfinance.derive._economic import basic, project
from govfinance.derive._functional import functional, other_funds
from govfinance.derive._performance import performance
from govfinance.derive._printer import HasForm, Printer
from govfinance.derive._public import operating_expenses, procurement, state_assets
from govfinance.derive._three_public import three_public
from govfinance.derive._totals import expenditure, fiscal, overall, revenue
from govfinance.model import FinalAccounts

__all__ = ["TOPICS", "Derivation", "Derived", "HasForm", "Omission", "Source", "derive"]

_STATEMENTS: Final[tuple[Callable[[Printer], Iterator[Derived]], ...]] = (
    overall,
    revenue,
    expenditure,
    fiscal,
    functional,
    basic,
    project,
    three_public,
    other_funds,
    operating_expenses,
    procurement,
    state_assets,
    performance,
)


TOPICS: Final[Mapping[str, type[Claim]]] = MappingProxyType(
    {
        "overall.total": claims.OverallTotal,
        "overall.income": claims.SideTotal,
        "overall.income.line": claims.OverallItemTotal,
        "overall.outlay": claims.SideTotal,
        "overall.outlay.line": claims.OverallItemTotal,
        "revenue.total": claims.RevenueTotal,
        "revenue.line": claims.RevenueShare,
        "expenditure.total": claims.ExpenditureTotal,
        "expenditure.line": claims.ExpenditureShare,
        "expenditure.project": claims.ProjectExpenditure,
        "fiscal.total": claims.FiscalTotal,
        "functional.overview": claims.FunctionalOverview,
        "functional.structure": claims.FunctionalStructure,
        "functional.total": claims.FunctionalTotal,
        "functional.class": claims.FunctionalClassTotal,
        "functional.item": claims.FunctionalItemTotal,
        "basic.total": claims.EconomicTotal,
        "basic.funds": claims.FundsTotal,
        "project.total": claims.EconomicTotal,
        "project.class": claims.EconomicClassTotal,
        "three_public.execution": claims.ThreePublicExecution,
        "three_public.changes": claims.ThreePublicChanges,
        "three_public.nothing": claims.ThreePublicNothing,
        "three_public.shares": claims.ThreePublicShares,
        "three_public.abroad": claims.AbroadDetail,
        "three_public.vehicles": claims.VehiclesTotal,
        "three_public.vehicle_purchase": claims.VehiclePurchaseDetail,
        "three_public.vehicle_operation": claims.VehicleOperationDetail,
        "three_public.reception": claims.ReceptionDetail,
        "government_fund": claims.FundExpenditure,
        "government_fund.nothing": claims.FundNothing,
        "government_fund.item": claims.FunctionalItemTotal,
        "state_capital": claims.FundExpenditure,
        "state_capital.nothing": claims.FundNothing,
        "state_capital.item": claims.FunctionalItemTotal,
        "operating_expenses": claims.OperatingExpensesTotal,
        "operating_expenses.nothing": claims.OperatingExpensesNothing,
        "procurement": claims.ProcurementTotal,
        "procurement.reserved": claims.ProcurementReserved,
        "state_assets": claims.AssetsHeld,
        "performance.management": claims.ManagementSummary,
        "performance.coverage": claims.SelfEvaluationCoverage,
        "performance.nothing": claims.NothingEvaluated,
        "performance.review": claims.ReviewCarriedOut,
        "performance.reported": claims.EvaluationsReported,
        "performance.project": claims.ProjectScore,
        "performance.project.goals": claims.ProjectGoals,
        "performance.project.indicator": claims.IndicatorResult,
        "performance.project.problems": claims.ProjectProblems,
        "performance.project.measures": claims.ProjectMeasures,
        "performance.grade": claims.ProjectGrade,
    }
)
"""What a narrative can speak of: every topic with the class of its claims."""


def derive(accounts: FinalAccounts, form: HasForm) -> Derivation:
    """Every claim of a jurisdiction's narrative, printed as it says, with the exact figures behind it.

    The claims are those of the topics of the form, with the fields that its sentences say. Raises
    `IncompleteAccountsError` that lists every figure a statement needs and the accounts lack. A comparison
    whose base was not supplied, or a reason nobody wrote, is left out and listed in ``omissions``.
    """
    printer = Printer(accounts, form)
    made: list[Derived] = []
    for statements in _STATEMENTS:
        made += statements(printer)
    printer.raise_missing()
    return Derivation(tuple(made), tuple(printer.omissions))
