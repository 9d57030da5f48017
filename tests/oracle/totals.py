"""Sections 一 to 四: totals, shares of revenue and expenditure, fiscal appropriations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.oracle.amounts import Amount, comparison, given_or, hundredths, known, percent, read_amount, share, wan
from tests.oracle.said import Said, chart, numbered, remark, said

SOURCES = (
    "general_public",
    "government_fund",
    "state_capital",
    "superior_subsidy",
    "service",
    "operation",
    "subordinate_payment",
    "other",
)
NATURES = ("basic", "project", "superior_payment", "operation", "subordinate_subsidy")
FUNDS = SOURCES[:3]


def revenue_total(accounts: dict[str, Any], measure: str) -> Amount:
    """本年收入合计."""
    return given_or(
        read_amount(accounts, "overall", "revenue", measure),
        (read_amount(accounts, "revenue", source, measure) for source in SOURCES),
    )


def expenditure_total(accounts: dict[str, Any], measure: str) -> Amount:
    """本年支出合计."""
    return given_or(
        read_amount(accounts, "overall", "expenditure", measure),
        (read_amount(accounts, "expenditure", nature, measure) for nature in NATURES),
    )


def _income(accounts: dict[str, Any], measure: str) -> Amount:
    lines = [read_amount(accounts, "overall", name, measure) for name in ("surplus_used", "opening")]
    given = read_amount(accounts, "overall", "total", measure)
    return given_or(given, [revenue_total(accounts, measure), *lines])


def _outlay(accounts: dict[str, Any], measure: str) -> Amount:
    lines = [read_amount(accounts, "overall", name, measure) for name in ("surplus_distribution", "closing")]
    given = read_amount(accounts, "overall", "total", measure)
    return given_or(given, [expenditure_total(accounts, measure), *lines])


def overall(accounts: dict[str, Any]) -> Iterator[Said]:
    """收入支出决算总体."""
    total = known(_income(accounts, "actual"))
    yield said(
        "总计",
        accounts["year"],
        wan(total),
        comparison(total, _income(accounts, "initial"), remark(accounts, "overall.total.initial")),
        comparison(total, _income(accounts, "prior"), remark(accounts, "overall.total.prior")),
    )
    yield numbered("（一）", wan(total))
    yield _line(accounts, "1.", "revenue", revenue_total(accounts, "actual"), revenue_total(accounts, "prior"))
    for number, name in (("2.", "surplus_used"), ("3.", "opening")):
        yield _given_line(accounts, number, name)
    yield numbered("（二）", wan(known(_outlay(accounts, "actual"))))
    now, before = expenditure_total(accounts, "actual"), expenditure_total(accounts, "prior")
    yield _line(accounts, "1.", "expenditure", now, before)
    for number, name in (("2.", "surplus_distribution"), ("3.", "closing")):
        yield _given_line(accounts, number, name)


def _given_line(accounts: dict[str, Any], number: str, name: str) -> Said:
    now, before = (read_amount(accounts, "overall", name, measure) for measure in ("actual", "prior"))
    return _line(accounts, number, name, now, before)


def _line(accounts: dict[str, Any], number: str, name: str, now: Amount, before: Amount) -> Said:
    matter = remark(accounts, f"overall.{name}.matter") or ""
    if not matter and not now and name in ("surplus_distribution", "closing"):
        matter = "事项：无"
    reason = remark(accounts, f"overall.{name}.prior")
    return numbered(number, wan(known(now)), matter, comparison(now, before, reason, "不存在此项内容"))


def revenue(accounts: dict[str, Any]) -> Iterator[Said]:
    """收入决算: a line and a point of the chart for each source."""
    total = revenue_total(accounts, "actual")
    yield from _shares(accounts, "revenue", SOURCES, total)


def expenditure(accounts: dict[str, Any]) -> Iterator[Said]:
    """支出决算: a line and a point of the chart for each nature."""
    total = expenditure_total(accounts, "actual")
    yield from _shares(accounts, "expenditure", NATURES, total)


def _shares(accounts: dict[str, Any], table: str, names: tuple[str, ...], total: Amount) -> Iterator[Said]:
    yield said("合计", accounts["year"], wan(known(total)))
    points = []
    for name in names:
        amount = known(read_amount(accounts, table, name, "actual"))
        yield said(name, wan(amount), share(amount, total, "0.00"))
        points.append(_fraction(percent(amount, total)))
    yield chart(*points)


def _fraction(percentage: Amount) -> str:
    """A share as the chart has it: at most four decimals, none more than needed."""
    count = 0 if percentage is None else hundredths(percentage)
    whole, rest = divmod(count, 10000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def _fiscal_income(accounts: dict[str, Any], measure: str) -> Amount:
    parts: list[Amount] = []
    for fund in FUNDS:
        parts.append(read_amount(accounts, "revenue", fund, measure))
        parts.append(read_amount(accounts, "fiscal", "funds", fund, "opening", measure))
    return given_or(read_amount(accounts, "fiscal", "total", measure), parts)


def fiscal(accounts: dict[str, Any]) -> Iterator[Said]:
    """财政拨款收入支出决算总体."""
    total = known(_fiscal_income(accounts, "actual"))
    yield said(
        "总计",
        accounts["year"],
        wan(total),
        comparison(total, _fiscal_income(accounts, "initial"), remark(accounts, "fiscal.total.initial")),
        comparison(total, _fiscal_income(accounts, "prior"), remark(accounts, "fiscal.total.prior")),
    )
