"""Figures by the place that they belong to, and accounts with them filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias

from attrs import evolve, fields

from govfinance.errors import InvalidInputError, Problem
from govfinance.model import (
    AbroadLine,
    BudgetLine,
    CarryOver,
    ExpenditureLine,
    FinalAccounts,
    Fiscal,
    FunctionalItem,
    FundLine,
    FundSource,
    OperatingExpenses,
    Overall,
    ReceptionLine,
    RevenueLine,
    RevenueSource,
    SpendingNature,
    ThreePublic,
    VehicleOperationLine,
    VehiclePurchaseLine,
)

__all__ = ["Figures", "with_figures"]

Figures: TypeAlias = Mapping[str, Mapping[str, Decimal]]
"""Amounts in 元 by place and measure.

Places: ``overall.<line>``, ``revenue.<source>``, ``expenditure.<nature>``, ``fiscal.total``, ``fiscal.<budget>.opening``,
``.expenditure`` and ``.closing``, ``functional.<budget>.<code>``, ``three_public.<line>``, ``operating_expenses``. Measures:
``initial``, ``adjusted``, ``prior``.
"""

_CARRIED: Final = ("opening", "closing")
_THREE: Final[dict[str, type[Any]]] = {
    "total": BudgetLine,
    "abroad": AbroadLine,
    "vehicles": BudgetLine,
    "vehicle_purchase": VehiclePurchaseLine,
    "vehicle_operation": VehicleOperationLine,
    "reception": ReceptionLine,
}


def with_figures(accounts: FinalAccounts, figures: Figures) -> FinalAccounts:
    """The accounts with these figures in the comparative columns; what is there already is replaced.

    A functional item that the accounts lack is added with nothing spent. Raises `InvalidInputError` with every place that
    is none, and what is wrong with each figure.

    >>> from govfinance.model import Department, FinalAccounts
    >>> accounts = FinalAccounts(department=Department(name="甲县乙局"), year=2024)
    >>> with_figures(accounts, {"overall.opening": {"prior": Decimal(5)}}).overall.opening.prior
    Decimal('5')
    """
    problems: list[Problem] = []
    by_owner: dict[str, dict[str, Mapping[str, Decimal]]] = {}
    for place, measures in figures.items():
        owner, _, rest = place.partition(".")
        by_owner.setdefault(owner, {})[rest] = measures
    changes: dict[str, Any] = {}
    for owner, places in by_owner.items():
        fill = _FILLERS.get(owner)
        if fill is None:
            problems.extend(_unknown(f"{owner}.{place}".rstrip(".")) for place in places)
            continue
        try:
            changes[owner] = fill(accounts, places)
        except InvalidInputError as error:
            problems.extend(error.problems)
    if problems:
        raise InvalidInputError(problems)
    return evolve(accounts, **changes)


def _unknown(place: str) -> Problem:
    return Problem(
        "unknown-place",
        "expected a place such as overall.total, revenue.other or functional.general_public.2040601",
        "应为项目代码，如 overall.total、revenue.other 或 functional.general_public.2040601",
        place,
    )


def _each(places: Mapping[str, Mapping[str, Decimal]], prefix: str, fill: Callable[[str, Any], None]) -> None:
    """Fill in one after the other, and raise what was wrong with all of them."""
    problems: list[Problem] = []
    for place, measures in places.items():
        path = f"{prefix}.{place}" if place else prefix
        try:
            fill(place, measures)
        except InvalidInputError as error:
            problems.extend(
                evolve(problem, path=f"{path}.{problem.path}" if problem.path else path) for problem in error.problems
            )
        except (KeyError, ValueError):
            problems.append(_unknown(path))
    if problems:
        raise InvalidInputError(problems)


def _filled(line: Any, cls: type[Any], measures: Mapping[str, Decimal], **key: Any) -> Any:
    values: dict[str, Any] = dict(measures)
    return evolve(line if line is not None else cls(**key), **values)


def _overall(accounts: FinalAccounts, places: Mapping[str, Mapping[str, Decimal]]) -> Overall:
    changes: dict[str, Any] = {}
    before = accounts.overall or Overall()

    def fill(name: str, measures: Mapping[str, Decimal]) -> None:
        if name not in {field.name for field in fields(Overall)}:
            raise KeyError(name)
        cls = CarryOver if name in _CARRIED else BudgetLine
        changes[name] = _filled(getattr(before, name), cls, measures)

    _each(places, "overall", fill)
    return evolve(before, **changes)


def _revenue(accounts: FinalAccounts, places: Mapping[str, Mapping[str, Decimal]]) -> list[RevenueLine]:
    lines = {line.source: line for line in accounts.revenue}
    sources = {source.value: source for source in RevenueSource}

    def fill(name: str, measures: Mapping[str, Decimal]) -> None:
        source = sources[name]
        lines[source] = _filled(lines.get(source), RevenueLine, measures, source=source)

    _each(places, "revenue", fill)
    return [*lines.values()]


def _expenditure(accounts: FinalAccounts, places: Mapping[str, Mapping[str, Decimal]]) -> list[ExpenditureLine]:
    lines = {line.nature: line for line in accounts.expenditure}
    natures = {nature.value: nature for nature in SpendingNature}

    def fill(name: str, measures: Mapping[str, Decimal]) -> None:
        nature = natures[name]
        lines[nature] = _filled(lines.get(nature), ExpenditureLine, measures, nature=nature)

    _each(places, "expenditure", fill)
    return [*lines.values()]


_FUNDS: Final = {fund.value: fund for fund in FundSource}


def _fiscal(accounts: FinalAccounts, places: Mapping[str, Mapping[str, Decimal]]) -> Fiscal:
    before = accounts.fiscal or Fiscal()
    lines = {line.fund: line for line in before.funds}
    totals = [before.total]

    def fill(name: str, measures: Mapping[str, Decimal]) -> None:
        if name == "total":
            totals.append(_filled(before.total, BudgetLine, measures))
            return
        key, _, part = name.partition(".")
        fund = _FUNDS[key]
        cls = {"opening": CarryOver, "closing": CarryOver, "expenditure": BudgetLine}[part]
        line = lines.get(fund) or FundLine(fund=fund)
        lines[fund] = evolve(line, **{part: _filled(getattr(line, part), cls, measures)})

    _each(places, "fiscal", fill)
    return Fiscal(total=totals[-1], funds=[*lines.values()])


def _functional(accounts: FinalAccounts, places: Mapping[str, Mapping[str, Decimal]]) -> list[FunctionalItem]:
    items = {(item.fund, item.code.text): item for item in accounts.functional}

    def fill(name: str, measures: Mapping[str, Decimal]) -> None:
        key, _, code = name.partition(".")
        fund = _FUNDS[key]
        before = items.get((fund, code)) or FunctionalItem(code=code, fund=fund, basic=0, project=0)
        items[fund, code] = _filled(before, FunctionalItem, measures)

    _each(places, "functional", fill)
    return [*items.values()]


def _three_public(accounts: FinalAccounts, places: Mapping[str, Mapping[str, Decimal]]) -> ThreePublic:
    before = accounts.three_public or ThreePublic()
    changes: dict[str, Any] = {}

    def fill(name: str, measures: Mapping[str, Decimal]) -> None:
        changes[name] = _filled(getattr(before, name), _THREE[name], measures)

    _each(places, "three_public", fill)
    return evolve(before, **changes)


def _operating(accounts: FinalAccounts, places: Mapping[str, Mapping[str, Decimal]]) -> OperatingExpenses:
    made: list[OperatingExpenses] = []

    def fill(name: str, measures: Mapping[str, Decimal]) -> None:
        if name:
            raise KeyError(name)
        made.append(_filled(accounts.operating_expenses, OperatingExpenses, measures))

    _each(places, "operating_expenses", fill)
    return made[-1]


_FILLERS: Final[dict[str, Callable[[FinalAccounts, Mapping[str, Mapping[str, Decimal]]], Any]]] = {
    "overall": _overall,
    "revenue": _revenue,
    "expenditure": _expenditure,
    "fiscal": _fiscal,
    "functional": _functional,
    "three_public": _three_public,
    "operating_expenses": _operating,
}
