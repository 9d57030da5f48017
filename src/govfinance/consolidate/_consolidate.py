"""The accounts of a department as a function of the accounts of its units and of the transfers between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve, field, frozen

from govfinance.calc import MEASURES
from govfinance.consolidate._breakdown import Breakdown, breakdown_of
from govfinance.consolidate._eliminate import Ledger, Transfers, figures_less, resolve
from govfinance.consolidate._items import economic_sums, functional_sums, row_sums
from govfinance.consolidate._stated import precision_of, stated_sums
from govfinance.consolidate._sums import Sums, built
from govfinance.consolidate._texts import merged_remarks, same_for_all
from govfinance.consolidate._transfers import Elimination, Remaining
from govfinance.consolidate._view import Gap, View
from govfinance.errors import InvalidInputError, Problem
from govfinance.model import (
    Department,
    ExpenditureItem,
    ExpenditureLine,
    FinalAccounts,
    Fiscal,
    Level,
    OperatingExpenses,
    Overall,
    Performance,
    Procurement,
    ProjectItem,
    RevenueItem,
    RevenueLine,
    StateAssets,
    ThreePublic,
    Unit,
)

__all__ = ["Consolidation", "consolidate"]


@frozen(kw_only=True)
class Consolidation:
    """A department's accounts made from its units', and what was done to make them.

    ``units`` are the accounts that were added up, in the order of ``accounts.department.units``. ``eliminations`` is
    what was taken out of both sides, ``remaining`` the transfers that nobody said are inside, ``gaps`` the sums
    that are not known because some units do not supply the figure.
    """

    accounts: FinalAccounts
    units: tuple[FinalAccounts, ...] = field(repr=False)
    eliminations: tuple[Elimination, ...] = ()
    remaining: tuple[Remaining, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def breakdown(self, path: str) -> Breakdown:
        """Which unit has how much of a figure, in 元: Σ parts − eliminated = the figure of the department.

        ``path`` is the place of a figure in the accounts (``revenue.other.actual``,
        ``functional.general_public.2040601.basic``), a total that may be left out there (``overall.total.actual``), or
        the address of a cell of the public tables (``expenditure/208/basic``). Raises `InvalidInputError` for anything
        else.
        """
        return breakdown_of([View(unit) for unit in self.units], figures_less(self.eliminations), path)


def consolidate(
    units: Iterable[FinalAccounts | Consolidation],
    department: Department | str | None = None,
    *,
    transfers: Transfers = None,
) -> Consolidation:
    """The accounts of the department that the units make up, exact in 元.

    ``department`` may be left out only where there is one unit, which is then what comes out. One that lists its
    units has to list exactly those that are given; their order and nature are then taken from it, else they stand in
    the order of their names. A `Consolidation` stands for its units, so that departments can be put together in steps.

    ``transfers`` says which 上级补助收入, 对附属单位补助支出, 附属单位上缴收入 and 上缴上级支出 are inside: a list of `Transfer`
    (all of them; ``()`` if there is none), or ``"all"``. Where one unit has such expenditure and another such revenue it
    has to be said. Raises `InvalidInputError` with all problems.

    >>> office, centre = (
    ...     FinalAccounts(
    ...         department=Department(name=name),
    ...         year=2023,
    ...         level="unit",
    ...         revenue=[RevenueLine(source="other", actual=amount)],
    ...     )
    ...     for name, amount in (("某局本级", "100.50"), ("某局信息中心", "20"))
    ... )
    >>> result = consolidate([office, centre], "某局")
    >>> result.accounts.revenue[0].actual
    Decimal('120.50')
    >>> result.breakdown("revenue.other.actual").parts
    (('某局信息中心', Decimal('20')), ('某局本级', Decimal('100.50')))
    """
    given = _listed(units)
    leaves = [leaf for one in given for leaf in (one.units if isinstance(one, Consolidation) else (one,))]
    names = [leaf.department.name for leaf in leaves]
    problems = [*_of_units(leaves, names), *_of_department(department, names, single=len(given) == 1)]
    if problems:
        raise InvalidInputError(problems)
    whole = _department(given, department, leaves)
    order = {unit.name: number for number, unit in enumerate(whole.units)} if department is not None else {}
    leaves.sort(key=lambda leaf: (order.get(leaf.department.name, 0), leaf.department.name))
    if department is None and isinstance(given[0], Consolidation):
        leaves = [*given[0].units]
    views = [View(leaf) for leaf in leaves]
    ledger = Ledger(views, (done for one in given if isinstance(one, Consolidation) for done in one.eliminations))
    resolve(ledger, transfers, several=len(given) > 1)
    if ledger.problems:
        raise InvalidInputError(ledger.problems)
    eliminations = ledger.eliminations()
    accounts = leaves[0]
    gaps: tuple[Gap, ...] = ()
    if department is not None or isinstance(given[0], Consolidation) or eliminations:
        level = _own(given[0]).level if department is None else Level.DEPARTMENT
        accounts, gaps = _added(views, whole, level, figures_less(eliminations))
    return Consolidation(
        accounts=accounts,
        units=tuple(leaves),
        eliminations=eliminations,
        remaining=ledger.remaining(_supplied(views)),
        gaps=gaps,
    )


def _listed(units: Any) -> list[FinalAccounts | Consolidation]:
    problems: list[Problem] = []
    if isinstance(units, FinalAccounts | Consolidation | str) or not isinstance(units, Iterable):
        kind = type(units).__name__
        raise InvalidInputError(
            [Problem("not-a-list", f"expected a list of accounts, got {kind}", f"应为决算列表，实际为 {kind}", "units")]
        )
    given = list(units)
    for number, one in enumerate(given):
        if not isinstance(one, FinalAccounts | Consolidation):
            kind = type(one).__name__
            problems.append(
                Problem(
                    "wrong-type",
                    f"expected FinalAccounts or a Consolidation, got {kind}",
                    f"应为 FinalAccounts 或 Consolidation，实际为 {kind}",
                    f"units[{number}]",
                )
            )
    if not given:
        problems.append(
            Problem("no-units", "expected the accounts of one unit or more", "应有至少一个单位的决算", "units")
        )
    if problems:
        raise InvalidInputError(problems)
    return given


def _of_units(leaves: Sequence[FinalAccounts], names: Sequence[str]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, leaf in enumerate(leaves):
        path, name = f"units[{number}]", names[number]
        if leaf.year != leaves[0].year:
            yield Problem(
                "different-years",
                f"expected accounts of {leaves[0].year} as the first ones, got {leaf.year}",
                f"应与第一个单位同为 {leaves[0].year} 年度，实际为 {leaf.year} 年度",
                f"{path}.year",
            )
        if first.setdefault(name, number) != number:
            yield Problem(
                "duplicate",
                f"expected each unit once, but units[{first[name]}] is {name} already",
                f"单位应各出现一次，units[{first[name]}] 已是“{name}”",
                f"{path}.department.name",
            )


def _of_department(department: object, names: Sequence[str], *, single: bool) -> Iterator[Problem]:
    if department is None:
        if not single:
            yield Problem("no-department", "expected the name of the department", "应给出部门名称", "department")
        return
    if not isinstance(department, Department | str):
        kind = type(department).__name__
        yield Problem(
            "wrong-type",
            f"expected a Department or a name, got {kind}",
            f"应为 Department 或名称，实际为 {kind}",
            "department",
        )
        return
    if isinstance(department, str) or not department.units:
        return
    listed = [unit.name for unit in department.units]
    for number, name in enumerate(listed):
        if name in listed[:number]:
            yield Problem("duplicate", f"expected {name} once", f"“{name}”重复", f"department.units[{number}]")
        elif name not in names:
            yield Problem(
                "unit-missing",
                f"expected the accounts of {name}, which the department lists",
                f"应有部门所列单位“{name}”的决算",
                f"department.units[{number}]",
            )
    for number, name in enumerate(names):
        if name not in listed:
            yield Problem(
                "unit-not-listed",
                f"expected a unit that the department lists, got {name}",
                f"应为部门所列单位，实际为“{name}”",
                f"units[{number}]",
            )


def _department(
    given: Sequence[FinalAccounts | Consolidation], department: Department | str | None, leaves: Sequence[FinalAccounts]
) -> Department:
    """The department with its units, each with its accounts."""
    if department is None:
        return _own(given[0]).department
    own = {leaf.department.name: leaf for leaf in leaves}
    if isinstance(department, Department) and department.units:
        listed = [Unit(name=unit.name, nature=unit.nature, accounts=own[unit.name]) for unit in department.units]
        return evolve(department, units=listed)
    whole = built(Department, "department", name=department) if isinstance(department, str) else department
    return evolve(whole, units=[Unit(name=key, accounts=own[key]) for key in sorted(own)])


def _own(given: FinalAccounts | Consolidation) -> FinalAccounts:
    return given.accounts if isinstance(given, Consolidation) else given


def _supplied(views: Sequence[View]) -> dict[Any, bool]:
    """Of which measures there is anything in revenue and expenditure, so that transfers can be in it."""
    found: dict[Any, bool] = {}
    for measure in MEASURES:
        holders: list[Any] = []
        for view in views:
            overall = view.accounts.overall
            holders.extend((*view.accounts.revenue, *view.accounts.expenditure))
            if overall is not None:
                holders.extend(one for one in (overall.total, overall.revenue, overall.expenditure) if one is not None)
        found[measure] = any(getattr(one, measure) is not None for one in holders)
    return found


def _added(
    views: Sequence[View], department: Department, level: Level, less: Mapping[str, Decimal]
) -> tuple[FinalAccounts, tuple[Gap, ...]]:
    sums = Sums(views, less)
    units = [view.accounts for view in views]
    functional = functional_sums(sums)
    accounts = built(
        FinalAccounts,
        "",
        department=department,
        year=units[0].year,
        level=level,
        note=same_for_all((unit.note for unit in units), None),
        overview=same_for_all((unit.overview for unit in units), None),
        overall=sums.object(Overall, "overall", [unit.overall for unit in units]),
        revenue=sums.keyed(RevenueLine, "revenue", [unit.revenue for unit in units], "source"),
        expenditure=sums.keyed(ExpenditureLine, "expenditure", [unit.expenditure for unit in units], "nature"),
        revenue_items=row_sums(sums, RevenueItem),
        expenditure_items=row_sums(sums, ExpenditureItem),
        project_items=row_sums(sums, ProjectItem),
        fiscal=sums.object(Fiscal, "fiscal", [unit.fiscal for unit in units]),
        functional=functional,
        economic=economic_sums(sums, functional),
        three_public=sums.object(ThreePublic, "three_public", [unit.three_public for unit in units]),
        operating_expenses=sums.object(
            OperatingExpenses, "operating_expenses", [unit.operating_expenses for unit in units]
        ),
        procurement=sums.object(Procurement, "procurement", [unit.procurement for unit in units]),
        state_assets=sums.object(StateAssets, "state_assets", [unit.state_assets for unit in units]),
        performance=sums.object(Performance, "performance", [unit.performance for unit in units]),
        remarks=merged_remarks(views),
        glossary=same_for_all((unit.glossary for unit in units), ()),
        contact=same_for_all((unit.contact for unit in units), None),
        stated=stated_sums(sums),
        precision=precision_of(views),
    )
    return accounts, tuple(sorted(sums.gaps, key=lambda gap: gap.path))
