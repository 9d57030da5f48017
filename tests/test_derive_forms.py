"""What is derived depends on what a form says: which topics, which fields, which budget; and nothing is made up.

The form is that of Shanghai, changed in a file of a few lines; all figures are made up.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import govfinance as gf
from govfinance.claims import FunctionalTotal, OverallTotal
from govfinance.derive import Derivation, derive
from govfinance.document import Paragraph
from govfinance.jurisdictions import Jurisdiction, load_jurisdiction
from govfinance.model import BudgetLine, Fiscal, FundLine, Overall, RevenueLine
from tests.test_shanghai import FORM, new_unit

Load = Callable[[str], Jurisdiction]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Loads a form that inherits from Shanghai's."""

    def loaded(text: str) -> Jurisdiction:
        path = tmp_path / "district.toml"
        path.write_text(f'id = "district"\nname = "某区"\ninherits = "shanghai/2024"\n{text}', encoding="utf-8")
        return load_jurisdiction(path)

    return loaded


def said(accounts: gf.FinalAccounts, form: Jurisdiction, section: str) -> list[str]:
    """The paragraphs of a section."""
    blocks = gf.compose(accounts, form).section(section).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def left_out(derivation: Derivation, topic: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(one.kind, one.paths) for one in derivation.omissions if one.topic == topic}


def claim(derivation: Derivation, topic: str) -> Any:
    (found,) = [one.claim for one in derivation if one.topic == topic]
    return found


def test_what_a_form_does_not_say_is_neither_needed_nor_noted(load: Load) -> None:
    form = load('[sentences]\nOverallTotal = "$who$收入支出总计{total}万元。"\n')
    derivation = derive(evolve(new_unit(), department=gf.Department(name="某中心")), form)
    assert claim(derivation, "overall.total").prior is None
    assert set() == left_out(derivation, "overall.total")


def test_a_partly_supplied_year_before_the_founding_keeps_what_was_supplied() -> None:
    accounts = new_unit()
    revenue = [
        evolve(line, prior=400_000 if line.source is gf.RevenueSource.OTHER else None) for line in accounts.revenue
    ]
    accounts = evolve(accounts, revenue=revenue, overall=Overall(surplus_used=BudgetLine(actual=0), opening=_carry(0)))
    overall: OverallTotal = claim(derive(accounts, FORM), "overall.total")
    assert ("100.00", "60.00", "150.00") == (
        overall.total.text,
        overall.prior.change.amount.text,
        overall.prior.change.rate.text,
    )


def _carry(actual: int) -> Any:
    from govfinance.model import CarryOver

    return CarryOver(actual=actual)


def test_a_new_department_compares_with_the_budget_of_the_year_even_if_its_initial_one_is_zero() -> None:
    accounts = new_unit()
    accounts = evolve(accounts, functional=[evolve(item, initial=0) for item in accounts.functional])
    assert any("全年预算为60.00万元，支出决算为60.00万元" in text for text in said(accounts, FORM, "五"))
    older = evolve(accounts, department=gf.Department(name="某中心", founded=2019))
    assert any("年初预算为0.00万元，支出决算为60.00万元" in text for text in said(older, FORM, "五"))


def test_of_which_is_said_only_where_something_follows(load: Load) -> None:
    group = evolve(new_unit(), functional=[gf.FunctionalItem(code="20103", basic=900_000, project=0, adjusted=900_000)])
    (total,) = [text for text in said(group, FORM, "五") if "完成全年预算" in text]
    assert not total.endswith("其中：")
    short = load(
        '[sections.functional]\nitems = [{ group = "总体", mark = "（一）", items = [{ topic = "functional.total" }] }]\n'
    )
    assert not said(new_unit(), short, "五")[-1].endswith("其中：")


def test_the_reason_of_the_total_is_said_by_a_form_without_words_for_the_relation(load: Load) -> None:
    text = "一般公共预算财政拨款支出{actual}万元[，年初预算{budget}万元][，完成{completion}%]。[原因：{reason}。]"
    form = load(f'[sentences]\nFunctionalTotal = "{text}"\n')
    items = [evolve(item, initial=item.adjusted, adjusted=None) for item in new_unit().functional]
    accounts = evolve(new_unit(), functional=items, remarks=gf.Remarks({"functional.total.initial": "人员增加"}))
    total: FunctionalTotal = claim(derive(accounts, form), "functional.total")
    assert "人员增加" == total.reason
    unexplained = derive(evolve(accounts, remarks=gf.Remarks({})), form)
    assert {("reason", ("remarks.functional.total.initial",))} == left_out(unexplained, "functional.total")


def test_a_share_of_what_is_not_known_is_noted_as_left_out() -> None:
    accounts = evolve(new_unit(), expenditure=())
    with pytest.raises(gf.IncompleteAccountsError):
        derive(accounts, FORM)  # the total itself is needed too
    known = evolve(
        accounts, overall=Overall(total=BudgetLine(actual=1_000_000), expenditure=BudgetLine(actual=900_000))
    )
    assert {problem.path for problem in _missing(known)} == {
        f"expenditure.{nature.value}.actual" for nature in gf.SpendingNature
    }


def _missing(accounts: gf.FinalAccounts) -> Any:
    with pytest.raises(gf.IncompleteAccountsError) as caught:
        derive(accounts, FORM)
    return caught.value.problems


def test_lines_that_make_up_a_given_total_leave_nothing_to_ask_for() -> None:
    revenue = [RevenueLine(source="general_public", actual=990_000), RevenueLine(source="other", actual=10_000)]
    overall = Overall(total=BudgetLine(actual=1_000_000), revenue=BudgetLine(actual=1_000_000))
    zero = [RevenueLine(source="government_fund", actual=0), RevenueLine(source="state_capital", actual=0)]
    accounts = evolve(new_unit(), revenue=[*revenue, *zero], overall=overall)
    assert ["本年收入合计100.00万元，其中：财政拨款收入99万元，占99.00%；其他收入1万元，占1.00%。"] == said(
        accounts, FORM, "二"
    )
    short = evolve(accounts, overall=evolve(overall, revenue=BudgetLine(actual=1_000_001)))
    assert "revenue.service.actual" in {problem.path for problem in _missing(short)}


def test_a_budget_with_a_balance_is_not_said_to_have_none() -> None:
    inner_mongolia = gf.jurisdiction("inner-mongolia", 2023)
    accounts = gf.load("examples/chifeng-justice-2023.json")
    assert "本部门无政府性基金预算财政拨款收、支、余" in said(accounts, inner_mongolia, "九")[0]
    funds = [
        evolve(line, closing=_carry(5)) if line.fund is gf.FundSource.GOVERNMENT_FUND else line
        for line in accounts.fiscal.funds
    ]
    held = evolve(accounts, fiscal=Fiscal(total=accounts.fiscal.total, funds=funds))
    assert "收、支、余" not in said(held, inner_mongolia, "九")[0]
    unknown = [evolve(line, closing=None) for line in accounts.fiscal.funds]
    assert (
        "收、支、余"
        not in said(evolve(accounts, fiscal=evolve(accounts.fiscal, funds=unknown)), inner_mongolia, "九")[0]
    )


def test_three_public_changes_without_figures_are_asked_for(load: Load) -> None:
    form = load('[sections.three_public]\nitems = [{ topic = "three_public.changes" }]\n')
    with pytest.raises(gf.IncompleteAccountsError) as caught:
        derive(evolve(new_unit(), three_public=None), form)
    assert any(problem.path.startswith("three_public") for problem in caught.value.problems)


def test_nothing_but_the_budgets_that_are_named_is_counted() -> None:
    accounts = gf.load("examples/chifeng-justice-2023.json")
    projects = list(accounts.performance.projects)
    projects[0] = evolve(projects[0], fund="state_capital")
    changed = evolve(accounts, performance=evolve(accounts.performance, projects=projects))
    reported = claim(derive(changed, gf.jurisdiction("inner-mongolia", 2023)), "performance.reported")
    assert int(reported.projects.text) == int(reported.general_projects.text) + int(reported.fund_projects.text)


def test_a_fund_that_is_not_supplied_is_not_nothing() -> None:
    accounts = evolve(
        new_unit(), fiscal=Fiscal(total=BudgetLine(actual=1_000_000), funds=[FundLine(fund="government_fund")])
    )
    assert "fiscal.funds.government_fund.expenditure.actual" in {problem.path for problem in _missing(accounts)}
