"""Sections 八 to 十三: “三公”经费, the other budgets, operating expenses, procurement, state assets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.oracle.amounts import Amount, comparison, given_or, known, read_amount, share, wan
from tests.oracle.marks import ordinal
from tests.oracle.said import Said, numbered, remark, said
from tests.oracle.spending import fund_spending, public_funds

_PARTS = ("abroad", "vehicles", "reception")


def _spent(accounts: dict[str, Any], name: str, measure: str) -> Amount:
    given = read_amount(accounts, "three_public", name, measure)
    if name == "total":
        return given_or(given, (_spent(accounts, part, measure) for part in _PARTS))
    if name == "vehicles":
        parts = ("vehicle_purchase", "vehicle_operation")
        return given_or(given, (_spent(accounts, part, measure) for part in parts))
    if name == "reception" and measure == "actual":
        return given_or(given, (_reception(accounts, part) for part in ("domestic", "foreign")))
    return given


def _reception(accounts: dict[str, Any], part: str) -> Amount:
    return read_amount(accounts, "three_public", "reception", part, "actual")


def _execution(accounts: dict[str, Any], name: str) -> str:
    actual, budget = known(_spent(accounts, name, "actual")), _spent(accounts, name, "adjusted")
    return f"{'' if budget is None else wan(budget)} {wan(actual)} {share(actual, budget, '0')}"


def _against_prior(accounts: dict[str, Any], name: str) -> str:
    now, before = (_spent(accounts, name, measure) for measure in ("actual", "prior"))
    return comparison(now, before, remark(accounts, f"three_public.{name}.prior"))


def three_public(accounts: dict[str, Any]) -> Iterator[Said]:
    """财政拨款“三公”经费: against the budget, what it is made of, and each line."""
    year, lines = accounts["year"], accounts["three_public"]
    yield numbered(ordinal(1))
    reason = remark(accounts, "three_public.adjusted")
    executions = [_execution(accounts, name) for name in ("total", *_PARTS)]
    yield said("总体", year, *executions, "" if reason is None else f"{year} {reason}")
    yield numbered(ordinal(2))
    total = known(_spent(accounts, "total", "actual"))
    amounts = [known(_spent(accounts, part, "actual")) for part in _PARTS]
    yield said("具体", year, wan(total), *(f"{wan(amount)} {share(amount, total, '0.00')}" for amount in amounts))
    abroad, vehicles, reception = amounts
    counts = f"{lines['abroad']['groups']} {lines['abroad']['persons']}"
    yield numbered("1.", wan(abroad), counts, _against_prior(accounts, "abroad"))
    yield numbered("2.", wan(vehicles))
    bought = known(_spent(accounts, "vehicle_purchase", "actual"))
    count = lines["vehicle_purchase"]["bought"]
    yield numbered("（1）", wan(bought), count, _against_prior(accounts, "vehicle_purchase"))
    running = known(_spent(accounts, "vehicle_operation", "actual"))
    count = lines["vehicle_operation"]["held"]
    yield numbered("（2）", wan(running), year, 12, 31, count, _against_prior(accounts, "vehicle_operation"))
    parts = []
    for part in ("domestic", "foreign"):
        line = lines["reception"][part]
        parts.append(f"{wan(known(_reception(accounts, part)))} {line['batches']} {line['persons']}")
    purpose = remark(accounts, "three_public.reception.purpose") or ""
    yield numbered("3.", wan(reception), parts[0], purpose, parts[1], _against_prior(accounts, "reception"))


def other_fund(accounts: dict[str, Any], fund: str) -> Iterator[Said]:
    """政府性基金预算 or 国有资本经营预算财政拨款支出."""
    now, before = (fund_spending(accounts, fund, measure) for measure in ("actual", "prior"))
    reason = remark(accounts, f"{fund}.prior")
    nothing = "本单位无" if accounts.get("level") == "unit" else "本部门无"
    line = ("fiscal", "funds", fund)
    balance = [read_amount(accounts, "revenue", fund, "actual")]
    balance += [read_amount(accounts, *line, name, "actual") for name in ("opening", "closing")]
    if any(amount != 0 for amount in balance):  # it would be said that there is no 收、支、余
        nothing = "持平"
    yield said("合计", accounts["year"], wan(known(now)), comparison(now, before, reason, nothing))


def operating_expenses(accounts: dict[str, Any]) -> Iterator[Said]:
    """机构运行经费."""
    given, before = (read_amount(accounts, "operating_expenses", measure) for measure in ("actual", "prior"))
    now = public_funds(accounts) if given is None else given
    change = comparison(now, before, remark(accounts, "operating_expenses.prior"))
    yield said("合计", accounts["year"], wan(known(now)), change)


def procurement(accounts: dict[str, Any]) -> Iterator[Said]:
    """政府采购支出."""
    types = ("goods", "works", "services")
    amounts = [known(read_amount(accounts, "procurement", name, "amount")) for name in types]
    to_sme = [known(read_amount(accounts, "procurement", name, "to_sme")) for name in types]
    total = known(given_or(read_amount(accounts, "procurement", "total"), amounts))
    sme = known(given_or(read_amount(accounts, "procurement", "to_sme"), to_sme))
    to_micro = [read_amount(accounts, "procurement", name, "to_micro") for name in types]
    micro = known(given_or(read_amount(accounts, "procurement", "to_micro"), to_micro))
    yield said(
        "合计",
        accounts["year"],
        *map(wan, (total, *amounts)),
        *(f"{wan(part)} {share(part, total, '0', fixed_decimals=False)}" for part in (sme, micro)),
        *(share(part, amount, "0", fixed_decimals=False) for part, amount in zip(to_sme, amounts, strict=True)),
    )


def state_assets(accounts: dict[str, Any]) -> Iterator[Said]:
    """国有资产占用: eight kinds of vehicles, and large equipment."""
    assets = accounts["state_assets"]
    kinds = ("provincial_leader", "principal", "confidential", "emergency", "enforcement", "special", "retired_cadre")
    held = [assets[f"{kind}_vehicles"] for kind in (*kinds, "other")]
    yield said("合计", accounts["year"], 12, 31, sum(held), *held, 100, assets["large_equipment"])
