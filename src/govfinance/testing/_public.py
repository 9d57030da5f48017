"""Drawn “三公”经费, operating expenses, procurement and state assets."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import frozen
from hypothesis import strategies as st

from govfinance.model import (
    AbroadLine,
    BudgetLine,
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
from govfinance.testing._maker import Maker, summed
from govfinance.testing._spending import Spending
from govfinance.testing._values import counts, to_yuan

__all__ = ["operating_expenses", "procurement", "state_assets", "three_public"]


_OF_SMALL: Final = st.sampled_from([0, 1, 3, 7])
_HELD: Final = st.integers(0, 3) | st.integers(0, 100_000)


@frozen(kw_only=True)
class _Line:
    """The figures of one line of 公开10表, in 分."""

    adjusted: int | None
    actual: int
    prior: int | None


def _line(make: Maker, least: int) -> _Line:
    actual = make.some() + (least if make.consistent else 0)
    return _Line(adjusted=make.compared(actual), actual=actual, prior=make.compared(actual))


def three_public(make: Maker, spent: Spending) -> ThreePublic:
    """The lines, no smaller than the economic items of their names; totals given or left out."""
    abroad = _line(make, spent.of("30212"))
    purchase = _line(make, spent.of("30913", "31013"))
    operation = _line(make, spent.of("30231"))
    reception = _line(make, spent.of("30217"))
    domestic, foreign = make.split(reception.actual, 2)

    def number() -> int:
        return make.draw(counts())

    batches, persons = number(), number()
    guests = ReceptionPart(
        actual=to_yuan(_part(make, domestic)), batches=_share(make, batches), persons=_share(make, persons)
    )
    return ThreePublic(
        total=_total(make, [abroad, purchase, operation, reception]),
        abroad=AbroadLine(groups=number(), persons=number(), **_measures(make, abroad)),
        vehicles=_total(make, [purchase, operation]),
        vehicle_purchase=VehiclePurchaseLine(bought=number(), **_measures(make, purchase)),
        vehicle_operation=VehicleOperationLine(held=number(), **_measures(make, operation)),
        reception=ReceptionLine(
            domestic=ReceptionPart(actual=to_yuan(domestic), batches=batches, persons=persons),
            foreign=ReceptionPart(actual=to_yuan(foreign), batches=number(), persons=number()),
            guests=guests,
            **make.measures(make.given(reception.actual), adjusted=reception.adjusted, prior=reception.prior),
        ),
    )


def _measures(make: Maker, line: _Line) -> dict[str, Decimal | None]:
    return make.measures(line.actual, adjusted=line.adjusted, prior=line.prior)


def _total(make: Maker, lines: list[_Line]) -> BudgetLine | None:
    if make.chance():
        return None
    return make.line(
        make.given(sum(line.actual for line in lines)),
        adjusted=make.given(summed([line.adjusted for line in lines])),
        prior=make.given(summed([line.prior for line in lines])),
    )


def operating_expenses(make: Maker, spent: Spending) -> OperatingExpenses:
    """The 公用经费 of the basic expenditure, said again or not."""
    actual = make.given(spent.public_funds)
    return OperatingExpenses(**make.measures(actual, prior=make.compared(spent.public_funds)))


def procurement(make: Maker) -> Procurement:
    """By type, with what went to small and medium enterprises."""
    amounts = [make.some() for _ in range(3)]
    to_sme = [_share(make, amount) for amount in amounts]
    if not make.consistent and make.chance(3):
        to_sme[0] = make.cents()
    to_micro = _share(make, sum(to_sme))
    goods, works, services = (
        ProcurementLine(amount=to_yuan(amount), to_sme=to_yuan(part))
        for amount, part in zip(amounts, to_sme, strict=True)
    )
    return Procurement(
        total=make.yuan(make.given(sum(amounts))),
        goods=goods,
        works=works,
        services=services,
        to_sme=make.yuan(make.given(sum(to_sme))),
        to_micro=to_yuan(to_micro),
        reserved=_reserved(make, sum(to_sme), to_micro),
    )


def _reserved(make: Maker, to_sme: int, to_micro: int) -> ReservedProcurement:
    """No more bought than reserved, and no more in all than the contracts with such enterprises."""
    micro_awarded = _part(make, min(to_sme, to_micro))
    sme_awarded, other = make.split(to_sme - min(micro_awarded, to_sme), 2)
    return ReservedProcurement(
        sme_budget=to_yuan(sme_awarded + make.some()),
        micro_budget=to_yuan(micro_awarded + make.some()),
        sme_awarded=to_yuan(sme_awarded),
        micro_awarded=to_yuan(micro_awarded),
        other_sme_awarded=to_yuan(other),
    )


def _part(make: Maker, whole: int) -> int:
    """Something within the whole, or (in accounts that need not be consistent) now and then beyond it."""
    if not make.consistent and make.chance(8):
        return whole + 1
    return _share(make, whole)


def _share(make: Maker, amount: int) -> int:
    """Nothing of an amount, all of it or some."""
    part = make.draw(_OF_SMALL)
    return amount // part if part else 0


def state_assets(make: Maker) -> StateAssets:
    """Vehicles of eight kinds, and equipment."""
    kinds = [make.draw(_HELD) for _ in range(9)]
    return StateAssets(
        provincial_leader_vehicles=kinds[0],
        principal_vehicles=kinds[1],
        confidential_vehicles=kinds[2],
        emergency_vehicles=kinds[3],
        enforcement_vehicles=kinds[4],
        special_vehicles=kinds[5],
        retired_cadre_vehicles=kinds[6],
        other_vehicles=kinds[7],
        large_equipment=kinds[8],
    )
