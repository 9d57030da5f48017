"""For each relation between the public tables: accounts that satisfy it and accounts that do not.

They are laid over accounts in which everything is zero; 5 元 stand where they belong, and 6 元 where they do not.
"""

from __future__ import annotations

from typing import Any

from tests.oracle.made_up import merged

Case = tuple[dict[str, Any], dict[str, Any]]

FUNDS = ("general_public", "government_fund", "state_capital")
ITEMS = {"general_public": "2010101", "government_fund": "2082201", "state_capital": "2230101"}


def stated(address: str, *others: dict[str, Any]) -> Case:
    """A total that is stated as 5 元 beside what makes it so, and as 6 元."""
    base: dict[str, Any] = {}
    for other in others:
        base = merged(base, other)
    return merged(base, {"stated": {address: "5"}}), merged(base, {"stated": {address: "6"}})


def received(source: str, amount: str = "5") -> dict[str, Any]:
    return {"revenue": {source: {"actual": amount}}}


def spent(fund: str, amount: str = "5", nature: str = "basic") -> dict[str, Any]:
    """An item of a budget, and the expenditure of the budget that says the same."""
    item = {"basic": "0", "project": "0", nature: amount}
    return {"functional": {fund: {ITEMS[fund]: item}}, **total(fund, "expenditure", amount)}


def total(fund: str, line: str, amount: str = "5") -> dict[str, Any]:
    return {"fiscal": {"funds": {fund: {line: {"actual": amount}}}}}


def economic(nature: str, code: str, amount: str = "5") -> dict[str, Any]:
    return {"economic": {nature: {code: {"actual": amount}}}}


REVENUE = {"revenue_items": {"2010101": {"fiscal": "5"}}}
EXPENDITURE = {"expenditure_items": {"2010101": {"basic": "5"}}}
PROJECTS = {"project_items": {"2010101": {"expenditure": "5", "closing": "5"}}}
BASIC = {"expenditure": {"basic": {"actual": "5"}}}
PROJECT = {"expenditure": {"project": {"actual": "5"}}}

TABLE_CASES: dict[str, Case] = {
    "revenue.down": (REVENUE | received("general_public"), REVENUE | received("general_public", "6")),
    "revenue.across": stated("revenue/2010101/total", REVENUE, received("general_public")),
    "expenditure.down": (EXPENDITURE | BASIC, EXPENDITURE | {"expenditure": {"basic": {"actual": "6"}}}),
    "expenditure.across": stated("expenditure/2010101/total", EXPENDITURE, BASIC),
    "projects.down": stated("projects/201/closing", PROJECTS, PROJECT),
    "projects.expenditure": stated("projects/total/expenditure", PROJECT),
    "basic.down": stated("basic/301/actual", economic("basic", "30101")),
    "project.down": stated("project/301/actual", economic("project", "30101")),
    "totals.classes": stated("totals/201/actual", BASIC),
    "totals.revenue": stated("revenue/total/total", received("other")),
    "totals.fiscal": stated("revenue/total/fiscal", received("state_capital")),
    "totals.expenditure": stated("expenditure/total/total", BASIC),
    "totals.functions": stated("totals/201/actual", EXPENDITURE, BASIC),
    "fiscal.revenue": stated("fiscal/government_fund/actual", received("government_fund")),
    "fiscal.income": stated("fiscal/revenue/actual", received("state_capital")),
    "fiscal.opening": stated("fiscal/opening/actual", total("general_public", "opening")),
    "fiscal.across.class": stated("fiscal/201/total", spent("general_public")),
    "fiscal.across.expenditure": stated("fiscal/expenditure/total", spent("general_public")),
    "fiscal.across.closing": stated("fiscal/closing/total", total("state_capital", "closing")),
    "fiscal.across.outlay": stated("fiscal/outlay/total", total("state_capital", "closing")),
    "fiscal.classes": (
        spent("general_public"),
        merged(spent("general_public"), total("general_public", "expenditure", "6")),
    ),
    "fiscal.outlay": stated("fiscal/outlay/general_public", total("general_public", "closing")),
    "fiscal.funds": (
        merged(received("general_public"), total("general_public", "closing")),
        merged(received("general_public"), total("general_public", "closing", "6")),
    ),
    "basic.funds": stated("basic/total/actual", economic("basic", "30101")),
    "basic.personnel": stated("basic/personnel/actual", economic("basic", "30101")),
    "basic.public": stated("basic/public/actual", economic("basic", "31002")),
    "general_public.basic": (
        merged(spent("general_public"), economic("basic", "30101")),
        merged(spent("general_public"), economic("basic", "30101", "6")),
    ),
    "general_public.project": (
        merged(spent("general_public", nature="project"), economic("project", "30201")),
        merged(spent("general_public", nature="project"), economic("project", "30201", "6")),
    ),
    "expenditure.funds": (
        merged(merged(EXPENDITURE, BASIC), spent("general_public")),
        merged(merged(EXPENDITURE, BASIC), spent("general_public", "6")),
    ),
}

for source in ("superior_subsidy", "service", "operation", "subordinate_payment", "other"):
    TABLE_CASES[f"totals.{source}"] = stated(f"revenue/total/{source}", received(source))

for fund in FUNDS:
    code = ITEMS[fund]
    TABLE_CASES[f"{fund}.down"] = (
        spent(fund),
        merged(spent(fund), total(fund, "expenditure", "6")),
    )
    TABLE_CASES[f"{fund}.across"] = stated(f"{fund}/{code}/total", spent(fund))
    TABLE_CASES[f"{fund}.functions"] = stated(f"fiscal/{code[:3]}/{fund}", spent(fund))
    TABLE_CASES[f"{fund}.total"] = stated(f"{fund}/total/total", spent(fund))

for fund in FUNDS[1:]:
    TABLE_CASES[f"{fund}.flow"] = (
        merged(received(fund), total(fund, "closing")),
        merged(received(fund), total(fund, "closing", "6")),
    )
    TABLE_CASES[f"{fund}.opening"] = stated(f"{fund}/total/opening", total(fund, "opening"))
    TABLE_CASES[f"{fund}.revenue"] = stated(f"{fund}/total/revenue", received(fund))
    TABLE_CASES[f"{fund}.closing"] = stated(f"{fund}/total/closing", total(fund, "closing"))
