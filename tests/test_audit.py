"""The audit as its users call it: files, texts, composed documents, known accounts, and what the report says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve

import govfinance as gf
from govfinance.audit import AuditReport, Finding, Severity, audit
from govfinance.calc import Verdict
from govfinance.document import PublishedText
from govfinance.testing import published

EXAMPLE = Path(__file__).parent.parent / "examples" / "chifeng-justice-2023.json"

HEAD = "甲县乙局2024年度部门决算情况说明\n"


def errors(text: str) -> list[Finding]:
    return [*audit((HEAD + text).encode()).errors]


def said(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.printed, one.expected) for one in errors(text)]


def three_public(total: str = "12.00", abroad: str = "2.00", vehicles: str = "7.00", reception: str = "3.00") -> str:
    return (
        "七、财政拨款“三公”经费支出决算情况说明\n"
        f"“三公”经费财政拨款支出决算为{total}万元。其中：因公出国（境）费支出决算为{abroad}万元；"
        f"公务用车购置及运行维护费支出决算为{vehicles}万元；公务接待费支出决算为{reception}万元。\n"
    )


def test_what_adds_up_is_silent() -> None:
    assert [] == said(three_public())


def test_a_sum_that_is_off_by_what_rounding_cannot_explain_is_told() -> None:
    assert [] == said(three_public(total="12.01"))
    assert [] == said(three_public(total="12.02"))
    assert [("arithmetic", "12.03万元", "12.00万元")] == said(three_public(total="12.03"))


def test_a_rate_is_judged_by_its_own_digits() -> None:
    # 100 / 900 = 11.111 %
    text = "一、收入支出决算总体情况说明\n2024年度收、支总计1000.00万元。与上年相比，收、支总计各增加100.00万元，增长{}。\n"
    assert [] == said(text.format("11.11%"))
    assert [] == said(text.format("11.1%"))
    assert [("rate_recompute", "11.12%", "11.11%")] == said(text.format("11.12%"))
    assert [("rate_recompute", "11.2%", "11.11%")] == said(text.format("11.2%"))


def test_the_direction_that_the_figures_contradict_is_what_is_wrong() -> None:
    # 1000 - 100 of last year would be a growth of 11.11 %; 1000 after a decrease of 100 is one of 9.09 %
    text = "一、收入支出决算总体情况说明\n2024年度收、支总计1000.00万元。与上年相比，收、支总计各增加100.00万元，增长9.09%。\n"
    assert [("wrong_direction", "减少")] == [(kind, expected) for kind, _, expected in said(text)]


def test_increase_and_decrease_in_one_breath_are_contradictory() -> None:
    text = "一、收入支出决算总体情况说明\n2024年度收、支总计1000.00万元。与上年相比，收、支总计各增加100.00万元，下降11.11%。\n"
    assert [("wrong_direction", "下降", "增加")] == said(text)


def test_a_rate_on_a_base_of_nothing_is_told() -> None:
    text = "七、“三公”经费支出决算情况说明\n公务接待费年初预算为0.00万元，支出决算为3.00万元，完成年初预算的0%。\n"
    assert [("zero_base", "0%")] == [one[:2] for one in said(text)]
    assert [] == said(text.replace("的0%", "的100%"))  # what many offices print by convention is a warning


def test_an_increase_cannot_be_more_than_what_there_is_now() -> None:
    text = "七、“三公”经费支出决算情况说明\n公务接待费支出决算为3.00万元，比上年增加{}万元。\n"
    assert [] == said(text.format("3.00"))
    assert ["arithmetic"] == [kind for kind, _, _ in said(text.format("8.00"))]


def test_a_part_cannot_be_more_than_its_whole() -> None:
    text = "七、“三公”经费支出决算情况说明\n公务接待费支出决算为3.00万元，其中：国内公务接待支出{}万元。\n"
    assert [] == said(text.format("2.60"))
    assert ["arithmetic"] == [kind for kind, _, _ in said(text.format("3.60"))]


def test_a_list_that_may_not_be_complete_proves_nothing() -> None:
    text = (
        "五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出年初预算为100.00万元，支出决算为90.00万元。其中：\n"
        "1、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。年初预算为{0}万元，支出决算为{0}万元。\n"
        "2、住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为20.00万元，支出决算为20.00万元。\n"
    )
    assert [] == said(text.format("30.00"))
    assert {"arithmetic"} == {kind for kind, _, _ in said(text.format("95.00"))}


def test_nothing_of_nothing_is_a_warning() -> None:
    text = "七、“三公”经费支出决算情况说明\n公务接待费年初预算为0.00万元，支出决算为0.00万元，完成年初预算的0%。\n"
    report = audit((HEAD + text).encode())
    assert () == report.errors
    assert [("zero_base", Severity.WARNING)] == [(one.kind, one.severity) for one in report.findings]


def test_two_places_of_a_text_that_differ_are_told_at_one_of_them() -> None:
    text = (
        "二、收入决算情况说明\n本年收入合计900.00万元，其中：财政拨款收入800.00万元，占88.89%；其他收入100.00万元，占11.11%。\n"
        "一、收入支出决算总体情况说明\n本年收入合计910.00万元。\n"
    )
    assert [("text_vs_text", "910.00万元", "900.00万元")] == said(text)


def table(total: str, *rows: tuple[str, str, str]) -> str:
    lines = ["支出决算表", "单位：万元", "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出"]
    lines += [f"{code}\t{name}\t{amount}\t{amount}\t" for code, name, amount in rows]
    return "\n".join([*lines, f"合计\t\t{total}\t{total}\t"]) + "\n"


ROWS = (("208", "社会保障和就业支出", "30.00"), ("210", "卫生健康支出", "12.50"))


def test_text_and_table_are_compared() -> None:
    text = "三、支出决算情况说明\n本年支出合计{}万元。\n"
    assert [] == said(text.format("42.50") + table("42.50", *ROWS))
    assert [("text_vs_table", "42.60万元", "42.50万元")] == said(text.format("42.60") + table("42.50", *ROWS))


def test_a_table_that_does_not_add_up_is_told() -> None:
    text = "三、支出决算情况说明\n本年支出合计42.50万元，其中：基本支出42.50万元，占100.00%。\n"
    found = errors(text + table("42.50", ROWS[0], ("210", "卫生健康支出", "13.50")))
    assert {"within_table_sum"} == {one.kind for one in found}


def test_twenty_tail_differences_of_a_table_are_one_note() -> None:
    rows = [(str(201 + number), "", "0.33") for number in range(20)]
    report = audit((HEAD + table("6.67", *rows)).encode())
    assert 1 == sum(one.verdict is Verdict.ROUNDING for one in report.findings)
    assert () == report.errors


def test_a_rate_that_was_cut_off_is_recognised() -> None:
    # 706.75 / 900 = 78.52777... %
    text = "二、收入决算情况说明\n本年收入合计900.00万元，其中：财政拨款收入706.75万元，占{}；其他收入193.25万元，占21.47%。\n"
    assert [] == errors(text.format("78.53%"))
    (found,) = errors(text.format("78.52%"))
    assert "截断" in found.diagnosis_zh


def test_the_residue_to_a_hundred_is_recognised() -> None:
    # three equal parts are 33.33 % each; the last share is what the others leave: 33.34 %
    text = (
        "二、收入决算情况说明\n本年收入合计3000.00万元，其中：财政拨款收入1000.00万元，占33.33%；"
        "事业收入1000.00万元，占33.33%；其他收入1000.00万元，占33.34%。\n"
    )
    (found,) = errors(text)
    assert ("33.34%", "33.33%") == (found.printed, found.expected)
    assert "100%" in found.diagnosis_zh


def test_swapped_digits_are_recognised() -> None:
    (found,) = errors("三、支出决算情况说明\n本年支出合计45.20万元。\n" + table("42.50", *ROWS))
    assert "颠倒" in found.diagnosis_zh


def test_yuan_for_wan_is_recognised() -> None:
    (found,) = errors("三、支出决算情况说明\n本年支出合计425000.00万元。\n" + table("42.50", *ROWS))
    assert "万元" in found.diagnosis_zh


def test_a_composed_document_is_right() -> None:
    accounts = gf.load(EXAMPLE)
    report = gf.audit(gf.compose(accounts, gf.jurisdiction("inner-mongolia", year=2023)))
    # budget of 公共安全 that no listed 项 has, and the money of the evaluation, are as published: see examples/README.md
    assert {"3,779.39万元", "155.31万元", "857.24万元"} == {one.printed for one in report.errors}


@pytest.fixture(scope="module")
def accounts() -> gf.FinalAccounts:
    return gf.load(EXAMPLE)


@pytest.fixture(scope="module")
def document(accounts: gf.FinalAccounts) -> gf.PublishedDocument:
    form = gf.jurisdiction("inner-mongolia", year=2023)
    return published(gf.compose(accounts, form), gf.tabulate(accounts, form, partial=True))


def changed(document: gf.PublishedDocument, old: str, new: str) -> gf.PublishedDocument:
    """The document with a wording changed wherever it stands in a paragraph."""
    blocks = tuple(
        evolve(block, text=block.text.replace(old, new)) if isinstance(block, PublishedText) else block
        for block in document.blocks
    )
    assert blocks != document.blocks
    return evolve(document, blocks=blocks)


def against(document: gf.PublishedDocument, accounts: gf.FinalAccounts) -> AuditReport:
    return gf.audit(document, against=accounts)


def test_true_accounts_have_nothing_against_what_is_printed_of_them(
    document: gf.PublishedDocument, accounts: gf.FinalAccounts
) -> None:
    assert [] == [one for one in against(document, accounts).findings if one.kind == "against"]


def test_a_figure_that_is_wrong_throughout_is_found_by_the_accounts(
    document: gf.PublishedDocument, accounts: gf.FinalAccounts
) -> None:
    wrong = changed(document, "公务接待费支出 1.07万元", "公务接待费支出 1.08万元")
    found = [one for one in against(wrong, accounts).errors if "1.08万元" == one.printed]
    assert found
    assert {"1.07万元"} == {one.expected for one in found}


def test_the_report_says_whose_document_it_is(document: gf.PublishedDocument) -> None:
    report = gf.audit(document)
    assert ("赤峰市司法局", 2023, "inner-mongolia") == (report.department, report.year, report.jurisdiction)


def test_every_number_is_claimed_or_listed_with_a_reason(document: gf.PublishedDocument) -> None:
    coverage = gf.audit(document).coverage
    assert coverage.seen == coverage.claimed + len(coverage.unclaimed)
    assert coverage.checked <= coverage.claimed
    assert not Counter(one.why for one in coverage.unclaimed)["unknown"]


def test_what_could_not_be_compared_is_said() -> None:
    report = audit((HEAD + three_public()).encode())
    assert {"no-tables", "no-jurisdiction"} <= {code for code, _, _ in report.coverage.skipped}


def test_findings_quote_what_stands_in_the_document(document: gf.PublishedDocument) -> None:
    wrong = changed(document, "公务接待费支出 1.07万元", "公务接待费支出 2.07万元")
    for finding in gf.audit(wrong).errors:
        assert finding.quote
        assert finding.message("zh") != finding.message("en")


def test_the_accounts_of_a_document_are_given_back(document: gf.PublishedDocument) -> None:
    accounts = gf.audit(document).accounts
    assert accounts is not None
    assert ("赤峰市司法局", 2023) == (accounts.department.name, accounts.year)


def test_statements_that_cannot_be_true_together_are_proved_so() -> None:
    pytest.importorskip("scipy")
    # 3.33 can be 33.35 % of 10.00, but three times 33.345 % or more is more than the whole
    text = three_public(total="10.00", abroad="3.33", vehicles="3.33", reception="3.33").replace(
        "3.33万元", "3.33万元，占33.35%"
    )
    assert () == audit((HEAD + text).encode()).errors
    (found,) = audit((HEAD + text).encode(), joint=True).errors
    assert "joint" == found.kind
    assert "(5)" in found.message("zh")


def test_a_bare_zero_hides_no_more_than_the_other_amounts() -> None:
    text = (
        "七、“三公”经费支出决算情况说明\n“三公”经费财政拨款支出决算为{}万元，其中：因公出国（境）费支出决算为0万元；"
        "公务用车购置及运行维护费支出决算为7.00万元；公务接待费支出决算为3.00万元。\n"
    )
    assert [] == said(text.format("10.01"))
    assert ["arithmetic"] == [kind for kind, _, _ in said(text.format("10.20"))]


def test_a_rate_of_execution_shows_the_direction_where_the_budget_is_not_printed() -> None:
    text = (
        "五、一般公共预算财政拨款支出决算情况说明\n1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）："
        "支出决算为19.00万元，完成预算{}，决算数{}预算数。\n"
    )
    assert [] == said(text.format("100%", "等于"))
    assert [] == said(text.format("98.50%", "小于"))
    assert ["wrong_direction"] == [kind for kind, _, _ in said(text.format("190%", "等于"))]
    assert ["wrong_direction"] == [kind for kind, _, _ in said(text.format("98.50%", "大于"))]


def test_figures_that_were_given_are_never_blamed(document: gf.PublishedDocument, accounts: gf.FinalAccounts) -> None:
    for finding in against(document, accounts).findings:
        assert finding.place.start >= 0
        assert finding.quote


def test_a_contradiction_among_figures_that_the_accounts_confirm_is_theirs(
    document: gf.PublishedDocument, accounts: gf.FinalAccounts
) -> None:
    assert "3,779.39万元" in {one.printed for one in gf.audit(document).errors}
    assert "3,779.39万元" not in {one.printed for one in against(document, accounts).errors}


def test_accounts_of_another_department_or_year_are_refused(
    document: gf.PublishedDocument, accounts: gf.FinalAccounts
) -> None:
    for other in (evolve(accounts, year=2022), evolve(accounts, department=gf.Department(name="甲县乙局"))):
        with pytest.raises(gf.InvalidInputError) as caught:
            against(document, other)
        assert ["accounts-of-another"] == [problem.code for problem in caught.value.problems]


def test_a_year_that_the_document_does_not_have_is_told(document: gf.PublishedDocument) -> None:
    report = gf.audit(document, year=2024)
    assert 2023 == report.year
    assert "year-not-as-given" in {one.code for one in report.errors}
    with pytest.raises(gf.InvalidInputError):
        gf.audit(document, year=1800)


def test_what_is_no_document_is_refused_by_its_type(accounts: gf.FinalAccounts) -> None:
    with pytest.raises(TypeError, match="against"):
        gf.audit(accounts)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="FinalAccounts"):
        gf.audit(b"x", against="accounts.json")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="year"):
        gf.audit(b"x", year="2023")  # type: ignore[arg-type]


def test_a_paragraph_that_is_too_long_is_told() -> None:
    report = audit((HEAD + "其他收入20.00万元，占21.00%；" * 4000).encode())
    assert "long-paragraph" in {code for code, _, _ in report.coverage.skipped}


def test_a_table_of_which_only_the_total_is_filled_in_proves_nothing() -> None:
    rows = "\n".join(f"{code}\t{name}\t\t\t" for code, name, _ in ROWS)
    text = f"支出决算表\n单位：万元\n科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n{rows}\n合计\t\t42.50\t\t\n"
    assert [] == said(text)


def test_the_tables_of_a_unit_after_those_of_its_department_are_not_compared_with_them() -> None:
    department = table("42.50", *ROWS)
    unit = table("12.00", ("208", "社会保障和就业支出", "9.00"), ("210", "卫生健康支出", "3.00"))
    text = "三、支出决算情况说明\n本年支出合计42.50万元。\n"
    report = audit((HEAD + text + department + "第二部分局本级\n" + unit).encode())
    assert () == report.errors
    assert any(one.printed == "12.00" for one in report.coverage.unclaimed)


def test_a_rate_on_a_base_below_zero_is_not_judged() -> None:
    text = "一、收入支出决算总体情况说明\n年末结转和结余5.00万元。与上年相比，增加10.00万元，增长200%。\n"
    assert [] == said(text)


def test_what_is_expected_is_in_the_unit_that_is_printed() -> None:
    text = "三、支出决算情况说明\n本年支出合计0.52亿元。\n"
    cells = table("4250.00", ("208", "社会保障和就业支出", "3000.00"), ("210", "卫生健康支出", "1250.00"))
    assert [("text_vs_table", "0.52亿元", "0.43亿元")] == said(text + cells)
    assert [("text_vs_table", "0.52亿", "0.43亿")] == said(text.replace("亿元", "亿") + cells)
