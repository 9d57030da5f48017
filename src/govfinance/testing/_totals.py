"""Drawn totals: revenue, expenditure, the overall accounts and those of the fiscal appropriations."""

from __future__ import annotations

from attrs import frozen

from govfinance.model import (
    ExpenditureLine,
    Fiscal,
    FundLine,
    FundSource,
    Overall,
    RevenueLine,
    RevenueSource,
    SpendingNature,
)
from govfinance.testing._maker import Maker, summed
from govfinance.testing._spending import Fund, Spending

__all__ = ["Totals", "totals"]


@frozen(kw_only=True)
class Totals:
    """The parts of accounts that are about totals."""

    overall: Overall
    revenue: tuple[RevenueLine, ...]
    expenditure: tuple[ExpenditureLine, ...]
    fiscal: Fiscal


@frozen(kw_only=True)
class _Flow:
    """One budget in a year: what came over, what it received, what is left; in 分."""

    fund: FundSource
    opening: int
    received: int
    closing: int


def totals(make: Maker, spent: Spending) -> Totals:
    """Lines that cover the expenditure, and the carry-over that makes both sides equal."""
    flows = [_flow(make, fund, one) for fund, one in spent.funds.items()]
    fiscal = _fiscal(make, spent, flows)
    received = {flow.fund: flow.received for flow in flows}
    income = {source: make.some() if source.fund is None else received[source.fund] for source in RevenueSource}
    other = sum(one.spent for fund, one in spent.funds.items() if fund is not FundSource.GENERAL_PUBLIC)
    outlay = {nature: make.some() for nature in SpendingNature}
    outlay[SpendingNature.BASIC] += spent.basic
    outlay[SpendingNature.PROJECT] += spent.project + other
    if not make.consistent and make.chance(3):
        outlay[SpendingNature.BASIC] = make.cents()
    before = make.chance()  # whether the lines have figures of the year before
    income_before = [make.compared(cents) if before else None for cents in income.values()]
    outlay_before = [make.compared(cents) if before else None for cents in outlay.values()]
    return Totals(
        overall=_overall(
            make, sum(income.values()), sum(outlay.values()), summed(income_before), summed(outlay_before)
        ),
        revenue=tuple(
            RevenueLine(source=source, **make.measures(cents, prior=prior))
            for (source, cents), prior in zip(income.items(), income_before, strict=True)
        ),
        expenditure=tuple(
            ExpenditureLine(nature=nature, **make.measures(cents, prior=prior))
            for (nature, cents), prior in zip(outlay.items(), outlay_before, strict=True)
        ),
        fiscal=fiscal,
    )


def _flow(make: Maker, fund: FundSource, one: Fund) -> _Flow:
    idle = not one.spent and not make.chance(4)
    opening, closing = (0, 0) if idle else (make.signed(), make.signed())
    received = one.spent + closing - opening
    if received < 0:
        closing, received = closing - received, 0
    return _Flow(fund=fund, opening=opening, received=received, closing=closing)


def _fiscal(make: Maker, spent: Spending, flows: list[_Flow]) -> Fiscal:
    actual = sum(flow.received + flow.opening for flow in flows)
    total = _positive(make.given(actual))
    budgets = [one.initial for one in spent.funds.values()]
    needed = [budgets[0], *(budget for budget in budgets[1:] if budget is not None)]
    initial = make.maybe(summed(needed))
    if not make.consistent and make.chance(3):
        initial = make.compared(max(0, actual))
    lines: list[FundLine] = []
    for flow, one in zip(flows, spent.funds.values(), strict=True):
        said = not one.itemised or make.chance(3)
        carried = total is None or not make.chance(3)
        lines.append(
            FundLine(
                fund=flow.fund,
                opening=make.carry(flow.opening) if carried else None,
                expenditure=make.line(one.spent, initial=one.initial, prior=one.prior) if said else None,
                closing=make.carry(flow.closing) if carried else None,
            )
        )
    line = make.line(total, initial=initial, prior=make.compared(max(0, actual)))
    return Fiscal(total=None if total is None and make.chance(3) else line, funds=tuple(lines))


def _overall(make: Maker, income: int, outlay: int, income_before: int | None, outlay_before: int | None) -> Overall:
    used, distributed, opening = make.some(), make.some(), make.signed()
    closing = income + used + opening - outlay - distributed
    before = _before(make, opening, income_before, outlay_before)
    parts = (make.cents(), make.some(), make.signed()) if make.chance() else (None, None, None)
    total = income + used + opening
    initial = make.compared(max(0, total)) if parts[0] is None else make.given(summed(parts))
    return Overall(
        total=make.line(
            _positive(make.given(total)), initial=_positive(initial), prior=_positive(make.given(before["total"]))
        ),
        revenue=make.line(make.given(income), initial=parts[0], prior=before["revenue"]),
        surplus_used=make.line(used, initial=parts[1], prior=before["surplus_used"]),
        opening=make.carry(opening, initial=parts[2], prior=before["opening"]),
        expenditure=make.line(make.given(outlay), prior=before["expenditure"]),
        surplus_distribution=make.line(distributed, prior=before["surplus_distribution"]),
        closing=make.carry(closing, prior=make.maybe(opening)),
    )


def _positive(total: int | None) -> int | None:
    """A total cannot be below zero; where the carry-over makes it so, it is left out."""
    return None if total is None or total < 0 else total


def _before(make: Maker, closing: int, revenue: int | None, expenditure: int | None) -> dict[str, int | None]:
    """The year before: its closing carry-over is the opening one of this year; its opening one makes it balance."""
    received = make.cents() if revenue is None else revenue
    spent = make.cents() if expenditure is None else expenditure
    used, distributed = make.some(), make.some()
    total = spent + distributed + closing
    opening = total - received - used
    if not make.consistent and make.chance(3):
        opening = make.signed()
    return {
        "total": total,
        "revenue": make.maybe(received) if revenue is None else make.given(received),
        "surplus_used": make.maybe(used),
        "opening": make.maybe(opening),
        "expenditure": make.maybe(spent) if expenditure is None else make.given(spent),
        "surplus_distribution": make.maybe(distributed),
    }
