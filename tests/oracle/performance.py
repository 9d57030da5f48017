"""Section 十四: 预算绩效."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.oracle.amounts import Amount, known, percent, read_amount, share, stripped, wan_item
from tests.oracle.marks import ordinal
from tests.oracle.said import Said, numbered, said
from tests.oracle.spending import fund_spending, project_spending


def performance(accounts: dict[str, Any]) -> Iterator[Said]:
    """What was evaluated, what was reviewed, and each project."""
    given, year = accounts["performance"], accounts["year"]
    projects = given.get("projects", [])
    coverage = given.get("self_evaluations", {})
    yield numbered(ordinal(1))
    if coverage and not projects and not any(line.get("projects") for line in coverage.values()):
        yield said("无项目", year)
        return
    parts = []
    for fund, base in (("general_public", project_spending(accounts)), ("government_fund", _fund_projects(accounts))):
        amount = known(read_amount(coverage, fund, "amount"))
        said_share = share(amount, base, "0", fixed_decimals=False)
        parts.append(f"{coverage[fund]['projects']} {wan_item(amount)} {said_share}")
    yield said("自评", year, *parts)
    if "review" in given:
        yield _review(given["review"])
    yield numbered(ordinal(2))
    counts = [_count(projects, "general_public"), _count(projects, "government_fund"), len(projects)]
    yield said("反映", year, *given.get("named", []), *counts)
    for number, project in enumerate(projects, 1):
        yield _project(f"{number}.", project)
    graded = [project for project in projects if "grade" in project]
    if graded:
        yield numbered(ordinal(3))
    for project in graded:
        yield said("等级", project["name"], _score(project, "score"), project["grade"])


def _count(projects: list[dict[str, Any]], fund: str) -> int:
    return sum(project.get("fund", "general_public") == fund for project in projects)


def _fund_projects(accounts: dict[str, Any]) -> Amount:
    """What the projects of the government fund spent; without items that is only known where it spent nothing."""
    items = accounts.get("functional", {}).get("government_fund")
    if not items:
        return Fraction(0) if fund_spending(accounts, "government_fund", "actual") == 0 else None
    return sum((known(read_amount(item, "project")) for item in items.values()), Fraction(0))


def _review(review: dict[str, Any]) -> Said:
    amounts = (known(read_amount(review, fund)) for fund in ("general_public", "government_fund"))
    conclusion = review.get("conclusion", "")
    return said("评价", *review.get("named", []), review["projects"], *map(wan_item, amounts), conclusion)


def _score(holder: dict[str, Any], name: str) -> str:
    return stripped(Fraction(holder[name])) if name in holder else ""


def _project(number: str, project: dict[str, Any]) -> Said:
    budget, executed = known(read_amount(project, "budget")), known(read_amount(project, "executed"))
    rate = percent(executed, budget)
    texts = [project.get("goals", "")]
    for position, indicator in enumerate(project.get("indicators", []), 1):
        texts += [f"（{position}）", indicator["name"], indicator["target"], indicator["actual"]]
        texts += [_score(indicator, "weight"), _score(indicator, "score")]
    texts += [project.get("problems", ""), project.get("measures", "")]
    return numbered(
        number,
        project["name"],
        _score(project, "score"),
        wan_item(budget),
        wan_item(executed),
        "" if rate is None else stripped(rate),
        *texts,
    )
