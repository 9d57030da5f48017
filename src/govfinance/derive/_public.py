"""Claims on “三公”经费, operating expenses, procurement and state assets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import govfinance.calc as calc
import govfinance.derive._new as new
from govfinance.calc import Figure, ThreePublicName
from govfinance.claims import (
    AbroadDetail,
    AmountShare,
    AssetsHeld,
    Execution,
    OperatingExpensesTotal,
    ProcurementTotal,
    ReceptionDetail,
    ThreePublicExecution,
    ThreePublicShares,
    VehicleOperationDetail,
    VehiclePurchaseDetail,
    VehiclesTotal,
)
from govfinance.derive._derived import Derived
from govfinance.derive._printer import Printer, Statement
from govfinance.model import ReceptionPart
from govfinance.money import Printed

__all__ = ["operating_expenses", "procurement", "state_assets", "three_public"]

_Lines: TypeAlias = Mapping[ThreePublicName, Figure]


def _execution(part: Statement, name: ThreePublicName, actual: _Lines, budget: _Lines) -> Execution:
    return new.Execution(
        budget=part.optional("budget", budget[name]),
        actual=part.amount("actual", actual[name]),
        completion=part.share("completion", actual[name], budget[name]),
    )


def _share(part: Statement, figure: Figure, total: Figure) -> AmountShare:
    return new.AmountShare(
        amount=part.amount("amount", figure),
        share=part.share("share", figure, total),
    )


def three_public(printer: Printer) -> Iterator[Derived]:
    """“三公”经费: against the budget, its composition, and each part."""
    accounts = printer.accounts
    actual = calc.three_public_lines(accounts)
    budget = calc.three_public_lines(accounts, "adjusted")
    statement = Statement(printer, ThreePublicExecution, "three_public.execution")
    part = statement.part(Execution)
    total = _execution(part, "total", actual, budget)
    reason = printer.remark("three_public.adjusted")
    if reason is None and total.budget is not None and total.budget != total.actual:
        statement.omit("reason", ("remarks.three_public.adjusted",))
    yield statement.says(
        new.ThreePublicExecution(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            total=total,
            abroad=_execution(part, "abroad", actual, budget),
            vehicles=_execution(part, "vehicles", actual, budget),
            reception=_execution(part, "reception", actual, budget),
            reason=reason,
        )
    )
    statement = Statement(printer, ThreePublicShares, "three_public.shares")
    part = statement.part(AmountShare)
    yield statement.says(
        new.ThreePublicShares(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            total=statement.amount("total", actual["total"]),
            abroad=_share(part, actual["abroad"], actual["total"]),
            vehicles=_share(part, actual["vehicles"], actual["total"]),
            reception=_share(part, actual["reception"], actual["total"]),
        )
    )
    yield from _three_public_parts(printer, actual, calc.three_public_lines(accounts, "prior"))


def _three_public_parts(printer: Printer, actual: _Lines, prior: _Lines) -> Iterator[Derived]:
    accounts = printer.accounts
    lines = accounts.three_public
    abroad = None if lines is None else lines.abroad
    statement = Statement(printer, AbroadDetail, "three_public.abroad")
    path = "three_public.abroad"
    yield statement.says(
        new.AbroadDetail(
            amount=statement.amount("amount", actual["abroad"]),
            groups=statement.count("groups", None if abroad is None else abroad.groups, f"{path}.groups"),
            persons=statement.count("persons", None if abroad is None else abroad.persons, f"{path}.persons"),
            prior=statement.comparison(calc.change(actual["abroad"], prior["abroad"]), f"{path}.prior"),
        )
    )
    statement = Statement(printer, VehiclesTotal, "three_public.vehicles")
    yield statement.says(new.VehiclesTotal(amount=statement.amount("amount", actual["vehicles"])))
    purchase = None if lines is None else lines.vehicle_purchase
    statement = Statement(printer, VehiclePurchaseDetail, "three_public.vehicle_purchase")
    path = "three_public.vehicle_purchase"
    bought = actual["vehicle_purchase"]
    yield statement.says(
        new.VehiclePurchaseDetail(
            amount=statement.amount("amount", bought),
            bought=statement.count("bought", None if purchase is None else purchase.bought, f"{path}.bought"),
            prior=statement.comparison(calc.change(bought, prior["vehicle_purchase"]), f"{path}.prior"),
        )
    )
    operation = None if lines is None else lines.vehicle_operation
    statement = Statement(printer, VehicleOperationDetail, "three_public.vehicle_operation")
    path = "three_public.vehicle_operation"
    operated = actual["vehicle_operation"]
    yield statement.says(
        new.VehicleOperationDetail(
            amount=statement.amount("amount", operated),
            year=accounts.year,
            held=statement.count("held", None if operation is None else operation.held, f"{path}.held"),
            prior=statement.comparison(calc.change(operated, prior["vehicle_operation"]), f"{path}.prior"),
        )
    )
    yield _reception(printer, actual["reception"], prior["reception"])


def _reception(printer: Printer, actual: Figure, prior: Figure) -> Derived:
    accounts = printer.accounts
    line = None if accounts.three_public is None else accounts.three_public.reception
    domestic = (None if line is None else line.domestic) or ReceptionPart()
    foreign = (None if line is None else line.foreign) or ReceptionPart()
    statement = Statement(printer, ReceptionDetail, "three_public.reception")
    path = "three_public.reception"
    purpose = printer.remark(f"{path}.purpose")
    if purpose is None and domestic.actual:
        statement.omit("reason", (f"remarks.{path}.purpose",))
    return statement.says(
        new.ReceptionDetail(
            amount=statement.amount("amount", actual),
            domestic=statement.amount("domestic", calc.domestic_reception(accounts)),
            domestic_batches=statement.count("domestic_batches", domestic.batches, f"{path}.domestic.batches"),
            domestic_persons=statement.count("domestic_persons", domestic.persons, f"{path}.domestic.persons"),
            purpose=purpose,
            foreign=statement.amount("foreign", calc.foreign_reception(accounts)),
            foreign_batches=statement.count("foreign_batches", foreign.batches, f"{path}.foreign.batches"),
            foreign_persons=statement.count("foreign_persons", foreign.persons, f"{path}.foreign.persons"),
            prior=statement.comparison(calc.change(actual, prior), f"{path}.prior"),
        )
    )


def operating_expenses(printer: Printer) -> Iterator[Derived]:
    """机构运行经费支出决算."""
    accounts = printer.accounts
    statement = Statement(printer, OperatingExpensesTotal, "operating_expenses")
    actual = calc.operating_expenses(accounts)
    prior = calc.operating_expenses(accounts, "prior")
    yield statement.says(
        new.OperatingExpensesTotal(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            amount=statement.amount("amount", actual),
            prior=statement.comparison(calc.change(actual, prior), "operating_expenses.prior"),
        )
    )


def procurement(printer: Printer) -> Iterator[Derived]:
    """政府采购支出决算."""
    accounts = printer.accounts
    statement = Statement(printer, ProcurementTotal, "procurement")
    total, to_sme = calc.procurement_total(accounts), calc.procurement_to_sme(accounts)
    to_micro = calc.procurement_to_micro(accounts)
    goods, works, services = (
        calc.procurement_amount(accounts, "goods"),
        calc.procurement_amount(accounts, "works"),
        calc.procurement_amount(accounts, "services"),
    )
    for name in ("goods", "works", "services"):
        missing = calc.procurement_type_to_sme(accounts, name).missing()
        printer.missing.update(dict.fromkeys(missing))
    yield statement.says(
        new.ProcurementTotal(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            total=statement.amount("total", total),
            goods=statement.amount("goods", goods),
            works=statement.amount("works", works),
            services=statement.amount("services", services),
            to_sme=statement.amount("to_sme", to_sme),
            to_sme_share=statement.share("to_sme_share", to_sme, total),
            to_micro=statement.amount("to_micro", to_micro),
            to_micro_share=statement.share("to_micro_share", to_micro, total),
            goods_to_sme_share=statement.share(
                "goods_to_sme_share", calc.procurement_type_to_sme(accounts, "goods"), goods
            ),
            works_to_sme_share=statement.share(
                "works_to_sme_share", calc.procurement_type_to_sme(accounts, "works"), works
            ),
            services_to_sme_share=statement.share(
                "services_to_sme_share", calc.procurement_type_to_sme(accounts, "services"), services
            ),
        )
    )


def state_assets(printer: Printer) -> Iterator[Derived]:
    """国有资产占用情况."""
    accounts = printer.accounts
    statement = Statement(printer, AssetsHeld, "state_assets")
    assets = accounts.state_assets

    def count(name: str) -> Printed:
        held = None if assets is None else getattr(assets, name)
        return statement.count(
            name.removesuffix("_vehicles"), held, "state_assets" if assets is None else f"state_assets.{name}"
        )

    yield statement.says(
        new.AssetsHeld(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            vehicles=count("vehicles"),
            provincial_leader=count("provincial_leader_vehicles"),
            principal=count("principal_vehicles"),
            confidential=count("confidential_vehicles"),
            emergency=count("emergency_vehicles"),
            enforcement=count("enforcement_vehicles"),
            special=count("special_vehicles"),
            retired_cadre=count("retired_cadre_vehicles"),
            other=count("other_vehicles"),
            large_equipment=count("large_equipment"),
        )
    )
