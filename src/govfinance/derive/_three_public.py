"""Claims on “三公”经费: against the budget, against last year, its composition, and each part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

import govfinance.calc as calc
import govfinance.derive._new as new
from govfinance.calc import Figure, Measure, ThreePublicName
from govfinance.claims import (
    AbroadDetail,
    AmountShare,
    BudgetBasis,
    Execution,
    ReceptionDetail,
    Relation,
    ThreePublicChanges,
    ThreePublicExecution,
    ThreePublicNothing,
    ThreePublicShares,
    VehicleOperationDetail,
    VehiclePurchaseDetail,
    VehiclesTotal,
)
from govfinance.derive._derived import Derived
from govfinance.derive._printer import Printer, Statement
from govfinance.model import ReceptionPart
from govfinance.money import Direction

__all__ = ["three_public"]

_Lines: TypeAlias = Mapping[ThreePublicName, Figure]

_CHANGES: Final[tuple[ThreePublicName, ...]] = ("total", "abroad", "vehicles", "reception")


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
    """“三公”经费: against the budget, against last year, its composition, and each part."""
    accounts, topics = printer.accounts, printer.topics
    actual = calc.three_public_lines(accounts)
    if "three_public.execution" in topics:
        yield _against_budget(printer, actual)
    prior = calc.three_public_lines(accounts, "prior")
    if "three_public.changes" in topics:
        yield from _against_last_year(printer, actual, prior)
    total = actual["total"]
    if "three_public.nothing" in topics and total.value is not None and not total.value:
        statement = Statement(printer, ThreePublicNothing, "three_public.nothing")
        yield statement.says(new.ThreePublicNothing(**statement.who))
        return
    if "three_public.shares" in topics:
        statement = Statement(printer, ThreePublicShares, "three_public.shares")
        abroad, vehicles, reception = statement.parts(AmountShare, "abroad", "vehicles", "reception")
        yield statement.says(
            new.ThreePublicShares(
                **statement.who,
                total=statement.wanted("total", total),
                abroad=_share(abroad, actual["abroad"], total),
                vehicles=_share(vehicles, actual["vehicles"], total),
                reception=_share(reception, actual["reception"], total),
            )
        )
    for topic, make in _PARTS.items():
        if topic in topics:
            yield make(printer, topic, actual, prior)


def _against_budget(printer: Printer, actual: _Lines) -> Derived:
    accounts = printer.accounts
    statement = Statement(printer, ThreePublicExecution, "three_public.execution")
    said = statement.said
    measure: Measure = printer.conventions.three_public_budget
    if "basis" in said and printer.founded_this_year:
        measure = "adjusted"
    budget = calc.three_public_lines(accounts, measure)
    if "basis" in said and budget["total"].value is None:  # then the other one, by its name
        other: Measure = "adjusted" if measure == "initial" else "initial"
        others = calc.three_public_lines(accounts, other)
        if others["total"].value is not None:
            measure, budget = other, others
    whole, abroad, vehicles, reception = statement.parts(Execution, "total", "abroad", "vehicles", "reception")
    total = _execution(whole, "total", actual, budget)
    relation, reason = None, None
    if "relation" in said:
        relation = statement.relation(total.actual, total.budget, calc.change(actual["total"], budget["total"]))
        if relation is not None and relation is not Relation.EQUAL:
            reason = statement.remark("reason", "three_public.adjusted", needed=True)
    else:
        differs = total.budget is not None and total.budget != total.actual
        reason = statement.remark("reason", "three_public.adjusted", needed=differs)
    return statement.says(
        new.ThreePublicExecution(
            **statement.who,
            total=total,
            abroad=_execution(abroad, "abroad", actual, budget),
            vehicles=_execution(vehicles, "vehicles", actual, budget),
            reception=_execution(reception, "reception", actual, budget),
            basis=BudgetBasis(measure) if "basis" in said and total.budget is not None else None,
            relation=relation,
            reason=reason,
        )
    )


def _against_last_year(printer: Printer, actual: _Lines, prior: _Lines) -> Iterator[Derived]:
    """The total and its parts; nothing as long as one of them cannot be compared."""
    statement = Statement(printer, ThreePublicChanges, "three_public.changes")
    said, year = statement.said, printer.accounts.year
    fields: dict[str, Any] = {"prior_year": year - 1 if "prior_year" in said else None}
    for name in _CHANGES:
        if actual[name].value is None:
            printer.lacks(actual[name])
        variation = calc.change(actual[name], printer.before_founding(prior[name]))
        fields[name] = statement.change(variation, rated=f"{name}.rate" in said)
    if None in [fields[name] for name in _CHANGES]:
        return
    for name in _CHANGES:
        whole = name == "total"
        reason, topic = ("reason", "three_public.prior") if whole else (f"{name}_reason", f"three_public.{name}.prior")
        changed = fields[name].direction is not Direction.UNCHANGED
        fields[reason] = statement.remark(reason, topic, needed=changed)
    yield statement.says(new.ThreePublicChanges(**statement.who, **fields))


def _abroad(printer: Printer, topic: str, actual: _Lines, prior: _Lines) -> Derived:
    lines = printer.accounts.three_public
    line = None if lines is None else lines.abroad
    statement = Statement(printer, AbroadDetail, topic)
    spent = bool(actual["abroad"].value)
    return statement.says(
        new.AbroadDetail(
            amount=statement.amount("amount", actual["abroad"]),
            groups=statement.count("groups", None if line is None else line.groups, f"{topic}.groups"),
            persons=statement.count("persons", None if line is None else line.persons, f"{topic}.persons"),
            purpose=statement.remark("purpose", f"{topic}.purpose", needed=spent),
            prior=statement.comparison("prior", actual["abroad"], prior["abroad"], f"{topic}.prior"),
        )
    )


def _vehicles(printer: Printer, topic: str, actual: _Lines, prior: _Lines) -> Derived:
    statement = Statement(printer, VehiclesTotal, topic)
    return statement.says(new.VehiclesTotal(amount=statement.amount("amount", actual["vehicles"])))


def _purchase(printer: Printer, topic: str, actual: _Lines, prior: _Lines) -> Derived:
    lines = printer.accounts.three_public
    line = None if lines is None else lines.vehicle_purchase
    statement = Statement(printer, VehiclePurchaseDetail, topic)
    bought = actual["vehicle_purchase"]
    return statement.says(
        new.VehiclePurchaseDetail(
            amount=statement.amount("amount", bought),
            purpose=statement.remark("purpose", f"{topic}.purpose", needed=bool(bought.value)),
            bought=statement.count("bought", None if line is None else line.bought, f"{topic}.bought"),
            prior=statement.comparison("prior", bought, prior["vehicle_purchase"], f"{topic}.prior"),
        )
    )


def _operation(printer: Printer, topic: str, actual: _Lines, prior: _Lines) -> Derived:
    lines = printer.accounts.three_public
    line = None if lines is None else lines.vehicle_operation
    statement = Statement(printer, VehicleOperationDetail, topic)
    operated = actual["vehicle_operation"]
    return statement.says(
        new.VehicleOperationDetail(
            **statement.who,
            amount=statement.amount("amount", operated),
            purpose=statement.remark("purpose", f"{topic}.purpose", needed=bool(operated.value)),
            held=statement.count("held", None if line is None else line.held, f"{topic}.held"),
            prior=statement.comparison("prior", operated, prior["vehicle_operation"], f"{topic}.prior"),
        )
    )


def _reception(printer: Printer, topic: str, actual: _Lines, prior: _Lines) -> Derived:
    accounts = printer.accounts
    line = None if accounts.three_public is None else accounts.three_public.reception
    domestic = (None if line is None else line.domestic) or ReceptionPart()
    foreign = (None if line is None else line.foreign) or ReceptionPart()
    guests = (None if line is None else line.guests) or ReceptionPart()
    statement = Statement(printer, ReceptionDetail, topic)
    wanted, count = statement.wanted, statement.wanted_count
    return statement.says(
        new.ReceptionDetail(
            amount=statement.amount("amount", actual["reception"]),
            domestic=wanted("domestic", calc.domestic_reception(accounts)),
            domestic_batches=count("domestic_batches", domestic.batches, f"{topic}.domestic.batches"),
            domestic_persons=count("domestic_persons", domestic.persons, f"{topic}.domestic.persons"),
            guests=wanted("guests", calc.guests_reception(accounts)) if "guests" in statement.said else None,
            guests_batches=count("guests_batches", guests.batches, f"{topic}.guests.batches"),
            guests_persons=count("guests_persons", guests.persons, f"{topic}.guests.persons"),
            purpose=statement.remark("purpose", f"{topic}.purpose", needed=bool(domestic.actual)),
            foreign=wanted("foreign", calc.foreign_reception(accounts)),
            foreign_batches=count("foreign_batches", foreign.batches, f"{topic}.foreign.batches"),
            foreign_persons=count("foreign_persons", foreign.persons, f"{topic}.foreign.persons"),
            prior=statement.comparison("prior", actual["reception"], prior["reception"], f"{topic}.prior"),
        )
    )


_PARTS: Final[dict[str, Callable[[Printer, str, _Lines, _Lines], Derived]]] = {
    "three_public.abroad": _abroad,
    "three_public.vehicles": _vehicles,
    "three_public.vehicle_purchase": _purchase,
    "three_public.vehicle_operation": _operation,
    "three_public.reception": _reception,
}
