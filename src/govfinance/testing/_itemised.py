"""Accounts with every row that the public tables print: what drawn accounts leave out is filled in, and still agrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import evolve

from govfinance.model import (
    BudgetLine,
    CarryOver,
    ExpenditureItem,
    FinalAccounts,
    Fiscal,
    FunctionalItem,
    FundLine,
    FundSource,
    Performance,
    ProjectItem,
    ReceptionLine,
    ReceptionPart,
    RevenueItem,
    RevenueLine,
    SpendingNature,
    ThreePublic,
)
from govfinance.numeric import ZERO, add, subtract, total
from govfinance.testing._values import to_fen, to_yuan
from govfinance.testing._within import refined, within

__all__ = ["itemised"]

_CODES: Final[Mapping[FundSource, str]] = {
    FundSource.GENERAL_PUBLIC: "2010601",
    FundSource.GOVERNMENT_FUND: "2120803",
    FundSource.STATE_CAPITAL: "2230105",
}
_THREE: Final[Mapping[str, tuple[str, ...]]] = {
    "abroad": ("30212",),
    "vehicle_purchase": ("30913", "31013"),
    "vehicle_operation": ("30231",),
    "reception": ("30217",),
}


def itemised(accounts: FinalAccounts) -> FinalAccounts:
    """The accounts with functional items for every budget, and the rows of the tables of revenue, expenditure and projects.

    Totals that were less than their parts are raised; 政府性基金 and 国有资本经营 are spent on one project each, and the
    “三公”经费 are what the economic items of their names say.
    """
    accounts = refined(accounts)
    accounts = evolve(accounts, functional=_functional(accounts), three_public=_three_public(accounts))
    accounts = evolve(accounts, performance=_performance(accounts.performance))
    accounts = within(evolve(accounts, fiscal=_fiscal(accounts)))
    accounts = evolve(accounts, functional=[*_balanced(accounts)])
    expenditure = _expenditure_items(accounts)
    return evolve(
        accounts,
        revenue_items=_revenue_items(accounts),
        expenditure_items=expenditure,
        project_items=[
            ProjectItem(code=item.code, revenue=item.project, expenditure=item.project) for item in expenditure
        ],
    )


def _fund_line(accounts: FinalAccounts, fund: FundSource) -> FundLine | None:
    lines = () if accounts.fiscal is None else accounts.fiscal.funds
    return next((line for line in lines if line.fund is fund), None)


def _functional(accounts: FinalAccounts) -> list[FunctionalItem]:
    found: list[FunctionalItem] = []
    for fund in FundSource:
        items = [item for item in accounts.functional if item.fund is fund]
        line = _fund_line(accounts, fund)
        spent = None if line is None or line.expenditure is None else line.expenditure
        if not items and spent is not None and spent.actual:
            items = [_only_item(accounts, fund, spent)]
        if fund is not FundSource.GENERAL_PUBLIC and items:
            items = [_merged(items)]
        if fund is FundSource.STATE_CAPITAL:  # 223 is what the budget spends on
            items = [evolve(item, code=_CODES[fund], name=None, class_name=None) for item in items]
        found.extend(items)
    return found


def _only_item(accounts: FinalAccounts, fund: FundSource, spent: BudgetLine) -> FunctionalItem:
    actual = spent.actual or ZERO
    basic = ZERO
    if fund is FundSource.GENERAL_PUBLIC:
        basic = total(item.actual for item in accounts.economic if item.nature is SpendingNature.BASIC)
    return FunctionalItem(
        code=_CODES[fund],
        fund=fund,
        basic=basic,
        project=subtract(actual, basic),
        initial=spent.initial,
        adjusted=spent.adjusted,
        prior=spent.prior,
    )


def _merged(items: list[FunctionalItem]) -> FunctionalItem:
    """One item in place of several."""
    if len(items) == 1:
        return evolve(items[0], basic=ZERO, project=items[0].actual)
    sums: dict[str, Any] = {name: _sum_of(items, name) for name in ("initial", "adjusted", "prior")}
    return evolve(items[0], basic=ZERO, project=total(item.actual for item in items), **sums)


def _sum_of(items: list[FunctionalItem], name: str) -> Decimal | None:
    known = [value for item in items if (value := getattr(item, name)) is not None]
    return total(known) if len(known) == len(items) else None


def _balanced(accounts: FinalAccounts) -> Iterator[FunctionalItem]:
    """The items, those of 政府性基金 and 国有资本经营 with the revenue and the carry-over of their budgets."""
    yield from (item for item in accounts.functional if item.fund is FundSource.GENERAL_PUBLIC)
    for fund in FundSource:
        line = _fund_line(accounts, fund)
        if fund is FundSource.GENERAL_PUBLIC or line is None:
            continue
        flow: dict[str, Any] = {
            "opening": _opening(line),
            "revenue": total(one.actual or ZERO for one in accounts.revenue if one.source.fund is fund),
            "closing": ZERO if line.closing is None or line.closing.actual is None else line.closing.actual,
        }
        items = [item for item in accounts.functional if item.fund is fund]
        if not items and any(flow.values()):
            items = [_only_item(accounts, fund, BudgetLine(actual=ZERO))]
        yield from (evolve(item, **flow) for item in items)


def _fiscal(accounts: FinalAccounts) -> Fiscal | None:
    """Carry-overs of the budgets that were left out: all of it is of the first one."""
    fiscal = accounts.fiscal
    if fiscal is None:
        return None
    received = {line.source.fund: line.actual or ZERO for line in accounts.revenue if line.source.fund is not None}
    said = [line for line in fiscal.funds if line.opening is not None]
    known = total(add(received.get(line.fund, ZERO), _opening(line)) for line in said)
    silent = [line for line in fiscal.funds if line.opening is None]
    left = ZERO
    if fiscal.total is not None and fiscal.total.actual is not None:
        left = subtract(subtract(fiscal.total.actual, known), total(received.get(line.fund, ZERO) for line in silent))
    lines: list[FundLine] = []
    for line in fiscal.funds:
        if line.opening is None:
            opening, left = left, ZERO
            spent = total(item.actual for item in accounts.functional if item.fund is line.fund)
            closing = subtract(add(opening, received.get(line.fund, ZERO)), spent)
            line = evolve(line, opening=CarryOver(actual=opening), closing=CarryOver(actual=closing))
        lines.append(line)
    return evolve(fiscal, funds=lines)


def _opening(line: FundLine) -> Decimal:
    return ZERO if line.opening is None or line.opening.actual is None else line.opening.actual


def _codes(accounts: FinalAccounts) -> list[str]:
    """The functions that money can be for that no budget of 财政拨款 has."""
    items = [item.code.text for item in accounts.functional]
    return items or [_CODES[FundSource.GENERAL_PUBLIC]]


def _revenue_items(accounts: FinalAccounts) -> list[RevenueItem]:
    codes = _codes(accounts)
    sums: dict[str, Decimal] = dict.fromkeys(
        ("fiscal", "superior_subsidy", "service", "operation", "subordinate_payment", "other"), ZERO
    )
    for line in accounts.revenue:
        _count_in(sums, line)
    apart = ZERO if codes[0] == codes[-1] else _half(sums["fiscal"])
    rows = [RevenueItem(code=codes[0], **{**sums, "fiscal": subtract(sums["fiscal"], apart)})]
    return [*rows, RevenueItem(code=codes[-1], fiscal=apart)] if apart else rows


def _count_in(sums: dict[str, Decimal], line: RevenueLine) -> None:
    key = "fiscal" if line.source.fund is not None else line.source.key
    sums[key] = add(sums[key], line.actual or ZERO)


def _half(amount: Decimal) -> Decimal:
    """About a half, in whole 分."""
    return to_yuan(to_fen(amount) // 2)


def _expenditure_items(accounts: FinalAccounts) -> list[ExpenditureItem]:
    sums: dict[str, dict[str, Decimal]] = {}
    for item in accounts.functional:
        row = sums.setdefault(item.code.text, {"basic": ZERO, "project": ZERO})
        row["basic"], row["project"] = add(row["basic"], item.basic), add(row["project"], item.project)
    first = sums.setdefault(_codes(accounts)[0], {"basic": ZERO, "project": ZERO})
    for line in accounts.expenditure:
        key: str = line.nature.value
        rest = subtract(line.actual or ZERO, total(row.get(key, ZERO) for row in sums.values()))
        first[key] = add(first.get(key, ZERO), rest)
    return [ExpenditureItem(code=code, **row) for code, row in sums.items()]


def _three_public(accounts: FinalAccounts) -> ThreePublic | None:
    """“三公”经费 as the economic items of their names say them, with 年初预算 and 全年预算 the same, nothing where there was none."""
    three = accounts.three_public
    if three is None:
        return None
    filled: dict[str, Any] = {}
    for name, codes in _THREE.items():
        actual = total(item.actual for item in accounts.economic if item.code.text in codes)
        line: BudgetLine = getattr(three, name)
        budget = ZERO if line.adjusted is None else line.adjusted
        more: dict[str, Any] = {"actual": actual, "initial": budget, "adjusted": budget}
        if isinstance(line, ReceptionLine):
            none = evolve(line.foreign or ReceptionPart(), actual=ZERO)
            more |= {
                "domestic": evolve(line.domestic or ReceptionPart(), actual=actual),
                "foreign": none,
                "guests": none,
            }
        filled[name] = evolve(line, **more)
    return evolve(three, **filled, vehicles=None, total=None)


def _performance(performance: Performance | None) -> Performance | None:
    """More projects evaluated than those that are told of, none of which is told of twice."""
    if performance is None:
        return None
    more = 1 + len(performance.projects) + len(performance.named)
    return evolve(
        performance,
        named=[*dict.fromkeys(performance.named)],
        projects=[*{one.name: one for one in performance.projects}.values()],
        self_evaluations=[
            evolve(one, projects=one.projects % 90 + more) if one.projects else one
            for one in performance.self_evaluations
        ],
    )
