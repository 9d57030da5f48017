"""The audit of the reference documents: what is proved wrong in them is found, and nothing else is called wrong."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from govfinance.audit import AuditReport, Finding, Severity, audit
from govfinance.calc import Verdict
from govfinance.document import PublishedDocument


def bare(text: str) -> str:
    return "".join(text.split())


def strong(report: AuditReport) -> list[Finding]:
    return [one for one in report.findings if one.severity is Severity.ERROR or one.verdict is Verdict.INCONSISTENT]


@pytest.fixture(scope="module")
def putuo(reference: Path) -> AuditReport:
    return audit(reference / "putuo-finance-2024" / "disclosure.pdf")


@pytest.fixture(scope="module")
def putuo_errors(reference: Path) -> list[dict[str, Any]]:
    text = (reference / "putuo-finance-2024" / "errors.json").read_text(encoding="utf-8")
    errors: list[dict[str, Any]] = json.loads(text)["errors"]
    return errors


@pytest.fixture(scope="module")
def chifeng(reference: Path) -> AuditReport:
    (path,) = (reference / "chifeng-2023").glob("*.txt")
    return audit(path)


def test_the_shanghai_document_is_recognised(putuo: AuditReport) -> None:
    assert ("上海市普陀区财政局", 2024, "shanghai") == (putuo.department, putuo.year, putuo.jurisdiction)


def test_every_certain_error_of_the_shanghai_document_is_found_with_its_kind(
    putuo: AuditReport, putuo_errors: list[dict[str, Any]]
) -> None:
    found = Counter((one.kind, one.page) for one in strong(putuo))
    assert Counter((one["kind"], one["location"]["page"]) for one in putuo_errors if one["tier"] == "A") == found


def test_what_the_certain_errors_print_and_should_print(putuo: AuditReport) -> None:
    said = {(one.printed, one.expected) for one in strong(putuo)}
    assert {
        ("0.3万元", "2961.68万元"),
        ("71.73%", "71.65%"),
        ("未列示奖励金", "奖励金"),
        ("个人农业生产补贴", ""),
    } <= said


def test_differences_by_rounding_are_notes(putuo: AuditReport) -> None:
    rounding = [one for one in putuo.findings if one.verdict is Verdict.ROUNDING]
    assert rounding
    assert {Severity.INFO} == {one.severity for one in rounding}


def test_every_number_of_the_shanghai_document_is_understood(putuo: AuditReport) -> None:
    assert [] == [one for one in putuo.coverage.unclaimed if one.why == "unknown"]


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        (
            "3,779.39万元",
            "3,779.39万元",
        ),  # 5-budget-sum and 5-lei-budget-sum: neither the items nor the classes give it
        ("减少154.55万元", "154.55万元"),  # 5.2-delta
        ("增加3.97万元", "3.97万元"),  # 5.4-delta
        ("857.24万元", "857.24万元"),  # 7-sum, 14-exec-sum, 14-budget-sum
        ("不超上年支出", "不超上年支出"),  # 8-reason-prior
        ("56.26万元", "56.26万元"),  # 12-sme-composition
        ("25.87%", "25.87%"),  # 14.2.10.8-rate
    ],
)
def test_the_inconsistent_claims_of_the_inner_mongolian_document_are_found(
    chifeng: AuditReport, quote: str, printed: str
) -> None:
    found = [one for one in strong(chifeng) if quote in bare(one.quote) and printed == bare(one.printed)]
    assert found


def test_the_sum_of_the_projects_and_the_money_of_the_evaluation_are_two_findings(chifeng: AuditReport) -> None:
    found = [one for one in strong(chifeng) if "857.24万元" == one.printed]
    assert 2 == len(found)
    assert ["七", "十四"] == [one.section[: one.section.index("、")] for one in found]


def test_the_rates_on_a_base_of_zero_are_found(chifeng: AuditReport) -> None:
    found = [one for one in chifeng.findings if one.kind == "zero_base"]
    assert 11 == len(found)
    # spent without a budget: no rate can be right; nothing of nothing: there is none
    assert {Verdict.INCONSISTENT: 2, Verdict.UNVERIFIABLE: 9} == Counter(one.verdict for one in found)


def test_the_missing_unit_and_the_residues_are_found(chifeng: AuditReport) -> None:
    found = {(one.kind, bare(one.printed)) for one in chifeng.findings}
    assert ("missing_unit", "38.71") in found
    residues = {printed for kind, printed in found if kind == "template_residue"}
    assert "A项目" in residues
    assert any("项目立项、实施存在问题" in printed for printed in residues)


def test_what_rounding_explains_is_no_error(chifeng: AuditReport, reference: Path) -> None:
    claims = json.loads((reference / "chifeng-2023" / "claims.json").read_text(encoding="utf-8"))
    by_rounding = {one["printed"].lstrip("-") for one in claims if one["verdict"] == "CONSISTENT"}
    wrong = {one["printed"].lstrip("-") for one in claims if one["verdict"] in ("INCONSISTENT", "ZERO_BASE")}
    printed = {one.printed.replace(",", "").rstrip("万元%") for one in strong(chifeng)}
    assert set() == printed & (by_rounding - wrong - {"3779.39"})


def test_nothing_else_of_the_inner_mongolian_document_is_called_wrong(chifeng: AuditReport) -> None:
    kinds = Counter(one.kind for one in strong(chifeng))
    assert {"arithmetic", "zero_base", "missing_unit", "template_residue", "explanation_conflict"} == set(kinds)
    assert 6 == kinds["arithmetic"]


def test_a_document_of_nothing_is_audited() -> None:
    report = audit(PublishedDocument())
    assert ((), 0) == (report.findings, report.coverage.seen)
