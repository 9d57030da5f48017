"""Sections 五 to 七: the general public budget by function and by economic nature."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.oracle.amounts import (
    Amount,
    given_or,
    known,
    percent,
    read_amount,
    share,
    stripped,
    total,
    wan,
    wan_item,
)
from tests.oracle.marks import ordinal
from tests.oracle.said import Said, numbered, remark, said

_IMMATERIAL = Fraction(3, 2)  # percentage points


def functional_items(accounts: dict[str, Any], fund: str) -> dict[str, tuple[Fraction, Amount]]:
    """Code -> spending and initial budget, in the order of the codes."""
    items = accounts.get("functional", {}).get(fund, {})
    return {
        code: (known(read_amount(item, "basic")) + known(read_amount(item, "project")), read_amount(item, "initial"))
        for code, item in sorted(items.items())
    }


def fund_spending(accounts: dict[str, Any], fund: str, measure: str) -> Amount:
    """本年支出 of one budget: as supplied, else the sum of its items."""
    given = read_amount(accounts, "fiscal", "funds", fund, "expenditure", measure)
    if measure == "prior":
        items = accounts.get("functional", {}).get(fund, {}).values()
        return given_or(given, [read_amount(item, "prior") for item in items])
    position = 0 if measure == "actual" else 1
    return given_or(given, [item[position] for item in functional_items(accounts, fund).values()])


def functional(accounts: dict[str, Any]) -> Iterator[Said]:
    """一般公共预算财政拨款支出: the total, each 类, and each 项 with money in it."""
    items = functional_items(accounts, "general_public")
    actual = known(fund_spending(accounts, "general_public", "actual"))
    budget = fund_spending(accounts, "general_public", "initial")
    yield said(
        "合计", accounts["year"], wan(actual), "" if budget is None else wan(budget), share(actual, budget, None)
    )
    number = 0
    for class_code in dict.fromkeys(code[:3] for code in items):
        inside = {code: item for code, item in items.items() if code.startswith(class_code)}
        spent = known(total(actual for actual, _ in inside.values()))
        planned = total(initial for _, initial in inside.values())
        if not spent and not planned:
            continue
        number += 1
        yield numbered(ordinal(number))
        yield said(f"类 {class_code}", wan(spent), _class_change(spent, planned))
        position = 0
        for code, (actual, initial) in inside.items():
            if len(code) == 7 and (actual or initial):
                position += 1
                yield _item(accounts, f"{position}.", code, actual, initial)


def _class_change(spent: Fraction, planned: Amount) -> str:
    if planned is None:
        return ""
    difference = spent - planned
    if not difference:
        return "持平"
    return f"{'增加' if difference > 0 else '减少'} {wan(abs(difference))}"


def _item(accounts: dict[str, Any], number: str, code: str, actual: Fraction, initial: Amount) -> Said:
    rate = percent(actual, initial)
    reason = remark(accounts, f"functional.{code}")
    if reason is None and rate is not None and abs(rate - 100) <= _IMMATERIAL:
        reason = "无较大差异"
    return numbered(
        number,
        "" if initial is None else wan_item(initial),
        wan_item(actual),
        "" if rate is None else stripped(rate),
        reason or "",
    )


def _economic(accounts: dict[str, Any], nature: str) -> dict[str, Fraction]:
    items = accounts.get("economic", {}).get(nature, {})
    return {code: known(read_amount(item, "actual")) for code, item in sorted(items.items())}


def _has_economic(accounts: dict[str, Any]) -> bool:
    return any(accounts.get("economic", {}).values())


def project_spending(accounts: dict[str, Any]) -> Amount:
    """一般公共预算财政拨款项目支出."""
    return sum(_economic(accounts, "project").values(), Fraction(0)) if _has_economic(accounts) else None


def public_funds(accounts: dict[str, Any]) -> Amount:
    """公用经费: the basic expenditure that is not for persons."""
    if not _has_economic(accounts):
        return None
    return sum((amount for code, amount in _economic(accounts, "basic").items() if not _personal(code)), Fraction(0))


def _personal(code: str) -> bool:
    return code[:3] in ("301", "303")


def _list(items: dict[str, Fraction]) -> str:
    return " ".join(wan_item(amount) for code, amount in items.items() if amount and len(code) > 3)


def basic(accounts: dict[str, Any]) -> Iterator[Said]:
    """一般公共预算财政拨款基本支出: 人员经费 and 公用经费 with their items."""
    items = _economic(accounts, "basic")
    yield said("合计", accounts["year"], wan(sum(items.values(), Fraction(0))))
    for number, personal in ((1, True), (2, False)):
        mine = {code: amount for code, amount in items.items() if _personal(code) is personal}
        yield numbered(ordinal(number), wan(sum(mine.values(), Fraction(0))), _list(mine))


def project(accounts: dict[str, Any]) -> Iterator[Said]:
    """一般公共预算财政拨款项目支出: three 类 always, others where there is something in them."""
    items = _economic(accounts, "project")
    yield said("合计", accounts["year"], wan(sum(items.values(), Fraction(0))))
    classes = {"301", "302", "310"} | {code[:3] for code, amount in items.items() if amount}
    for number, class_code in enumerate(sorted(classes), 1):
        mine = {code: amount for code, amount in items.items() if code.startswith(class_code)}
        yield numbered(ordinal(number), wan(sum(mine.values(), Fraction(0))), _list(mine))
