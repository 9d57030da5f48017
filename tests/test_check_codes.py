"""Codes and names of accounts against the catalogue of their year: what is proven wrong, and what is only not known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import govfinance as gf
from govfinance.cli import main
from govfinance.model import Department, EconomicItem, ExpenditureItem, FinalAccounts, RevenueItem


def accounts(year: int = 2023, **parts: Any) -> FinalAccounts:
    return FinalAccounts(department=Department(name="甲县乙局"), year=year, **parts)


def found(made: FinalAccounts) -> list[tuple[str, str, str]]:
    return [(one.severity, one.problem.code, one.problem.path) for one in gf.check_codes(made)]


def test_right_codes_and_names_are_no_finding() -> None:
    assert [] == found(
        accounts(
            functional=[gf.FunctionalItem(code="2040601", basic=1, project=0, name="行政运行")],
            revenue_items=[RevenueItem(code="2080505", fiscal=1)],
            expenditure_items=[ExpenditureItem(code="208", basic=1)],
            economic=[EconomicItem(code="30101", nature="basic", actual=1)],
        )
    )


def test_a_name_that_a_document_proves_wrong_is_an_error() -> None:
    made = accounts(functional=[gf.FunctionalItem(code="2080505", basic=1, project=0, name="养老保险缴费支出")])
    assert [("error", "wrong-name", "functional.general_public.2080505.name")] == found(made)
    (one,) = gf.check_codes(made)
    assert ("机关事业单位基本养老保险缴费支出",) == one.expected


def test_an_unknown_item_of_a_known_group_is_a_warning() -> None:
    made = accounts(
        functional=[gf.FunctionalItem(code="2040688", basic=1, project=0, name="其他事务")],
        revenue_items=[RevenueItem(code="2040688", fiscal=1)],
    )
    assert [
        ("warning", "unknown-item", "functional.general_public.2040688.name"),
        ("warning", "unknown-item", "revenue_items.2040688"),
    ] == found(made)


def test_a_code_of_another_edition_is_found() -> None:
    # 20139 社会工作事务 began with the edition of 2024
    assert [("error", "code-not-in-force", "expenditure_items.20139")] == found(
        accounts(expenditure_items=[ExpenditureItem(code="20139", basic=1)])
    )
    assert [] == found(accounts(2024, expenditure_items=[ExpenditureItem(code="20139", basic=1)]))


@pytest.mark.parametrize(("name", "code"), [("行政运行", 0), ("行政运作", 1)])
def test_the_command_fails_for_what_is_proven_wrong(
    name: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "accounts.json"
    gf.dump(accounts(functional=[gf.FunctionalItem(code="2040601", basic=1, project=0, name=name)]), path)
    assert code == main(["check", str(path), "--format", "json"])
    codes = json.loads(capsys.readouterr().out)["codes"]
    assert ["wrong-name"] * code == [one["id"] for one in codes]
    assert [["行政运行"]] * code == [one["expected"] for one in codes]
