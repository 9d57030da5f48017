"""The wordings of other provinces and of small departments, each read into what it says and nothing else."""

import pytest

from tests.test_audit_narrative import one_paragraph, read, said

THREE = "七、财政拨款“三公”经费支出决算情况说明"
TOTALS = "一、收入支出决算总体情况说明"
GENERAL = "五、一般公共预算财政拨款支出决算情况说明"


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        pytest.param(
            THREE,
            "“三公”经费支出决算为5.00万元，完成全年预算8.00万元的62.50%，比上年增加1.00万元，增长25.00%。",
            [
                "three_public/total actual 5.00万元",
                "three_public/total adjusted 8.00万元",
                "three_public/total done of adjusted 62.50%",
                "three_public/total vs prior UP/UP 1.00万元 25.00%",
            ],
            id="the amount between 完成预算 and its rate is the budget",
        ),
        pytest.param(
            THREE,
            "“三公”经费支出决算3.00万元（其中：一般公共预算支出3.00万元；政府性基金预算支出0万元），其中：公务接待费支出3.00万元。",
            [
                "three_public/total actual 3.00万元",
                "three_public/total.general_public actual 3.00万元",
                "three_public/total.government_fund actual 0万元",
                "three_public/reception actual 3.00万元",
                "three_public/total actual = three_public/reception",
                "three_public/total actual = three_public/total.general_public + three_public/total.government_fund",
            ],
            id="a fund in brackets is a part of what stands before them",
        ),
        pytest.param(
            THREE,
            "2022年三公经费决算数为8.00万元，其中：公务接待费3.00万元，公务用车运行费5.00万元。公务接待费2.00万元。",
            [
                "three_public/total prior 8.00万元",
                "three_public/reception prior 3.00万元",
                "three_public/vehicle_operation prior 5.00万元",
                "three_public/reception actual 2.00万元",
                "three_public/total prior = three_public/reception + three_public/vehicle_operation",
            ],
            id="a sentence that begins with last year is of last year",
        ),
        pytest.param(
            THREE,
            "2020年三公经费决算数为8.00万元，比上年增加1.00万元，增长14.29%，公务用车保有量为3辆。",
            [],
            id="what is said of a year that nothing else is said of is not claimed",
        ),
        pytest.param(
            THREE,
            "“三公”经费支出5.00万元，与2020年相比，增加1.00万元，增长25%。与上年相比，增加2.00万元。",
            ["three_public/total actual 5.00万元", "three_public/total vs prior UP 2.00万元"],
            id="a comparison with another year is not one with last year",
        ),
        pytest.param(
            "六、一般公共预算财政拨款基本支出决算情况说明",
            "一般公共预算财政拨款基本支出10.00万元，其中：人员经费8.00万元，占基本支出的80.00%。",
            [
                "basic/total/actual actual 10.00万元",
                "basic/personnel/actual actual 8.00万元",
                "basic/personnel/actual of basic/total/actual 80.00%",
                "basic/total/actual actual = basic/personnel/actual",
            ],
            id="a short name means the total of the section",
        ),
        pytest.param(
            "三、支出决算情况说明",
            "本年支出合计10.00万元，其中：基本支出6.00万元，占总支出的60%，其中，人员支出5.00万元。",
            [
                "totals/expenditure/actual actual 10.00万元",
                "expenditure/total/basic actual 6.00万元",
                "expenditure/total/basic of totals/expenditure/actual 60%",
                "expenditure/total/basic.personnel actual 5.00万元",
                "expenditure/total/basic actual = expenditure/total/basic.personnel",
                "totals/expenditure/actual actual = expenditure/total/basic",
            ],
            id="总支出 is the total that is named, and 人员支出 a part of all 基本支出",
        ),
        pytest.param(
            GENERAL,
            "一般公共预算财政拨款支出总计60.00万元，完成年初预算100%，决算数大于预算数5.00万元。",
            [
                "general_public/total/total actual 60.00万元",
                "general_public/total/total done of initial 100%",
                "general_public/total/total vs budget UP 5.00万元",
            ],
            id="大于预算数 with an amount is a change",
        ),
        pytest.param(
            THREE,
            "“三公”经费支出8.00万元大于预算数5.00万元，差值为3.00万元。",
            ["three_public/total actual 8.00万元"],
            id="an amount beside another and a difference are not guessed at",
        ),
        pytest.param(
            THREE,
            "公务接待费、公务用车购置费和公务用车运行维护费决算总额27.00万元，比上年下降1.8%。",
            [
                "local/0/1.公务用车购置费和公务用车运行维护费决算总额27.00万元 actual 27.00万元",
                "local/0/1.公务用车购置费和公务用车运行维护费决算总额27.00万元 vs prior DOWN 1.8%",
            ],
            id="an amount after several names is of none of them",
        ),
        pytest.param(
            TOTALS,
            "收入总计、支出总计均为9.00万元，与上年相比，收支均增加1.00万元。",
            [
                "totals/total/actual actual 9.00万元",
                "totals/outlay/actual actual 9.00万元",
                "totals/total/actual vs prior UP 1.00万元",
            ],
            id="an amount that both are is of both",
        ),
        pytest.param(
            THREE,
            "其中：因公出国（境）费、公务接待费分别为0万元、3.00万元，分别占“三公”经费的0%、100%。",
            [],
            id="numbers told off to names in turn are left alone",
        ),
        pytest.param(
            THREE,
            "公务用车购置费及运行维护费支出决算2.00万元，占“三公”经费的33.33%；公车购置费1.00万元，公车运行费1.00万元。",
            [
                "three_public/vehicles actual 2.00万元",
                "three_public/vehicles of three_public/total 33.33%",
                "three_public/vehicle_purchase actual 1.00万元",
                "three_public/vehicle_operation actual 1.00万元",
            ],
            id="the names of the cars",
        ),
        pytest.param(
            THREE,
            "公务接待费支出0.50万元，国内公务接待12团组，60人次，其中：国内外事接待0批次，0人次。",
            [
                "three_public/reception actual 0.50万元",
                "three_public/count/domestic.batches actual 12团组",
                "three_public/count/domestic.people actual 60人次",
                "three_public/count/guests.batches actual 0批次",
                "three_public/count/guests.people actual 0人次",
            ],
            id="团组 are counted, and a count goes on with the one before it",
        ),
        pytest.param(
            TOTALS,
            "收入总计9.00万元。收支较上年决算数增加1.00万元，增长12.5%。",
            ["totals/total/actual actual 9.00万元", "totals/total/actual vs prior UP/UP 1.00万元 12.5%"],
            id="收支 alone are the totals",
        ),
        pytest.param(
            GENERAL,
            "与2022年相比，一般公共预算财政拨款增加1.00万元，增长2.22%。",
            ["general_public/total/total vs prior UP/UP 1.00万元 2.22%"],
            id="the fund alone changes as its expenditure",
        ),
        pytest.param(
            THREE,
            "“三公”经费支出2.05万元，较上年2.08减少0.03万元，按同口径同比减少1.44%。",
            [
                "three_public/total actual 2.05万元",
                "three_public/total prior 2.08",
                "three_public/total vs prior DOWN 0.03万元",
                "three_public/total vs prior DOWN 1.44%",
            ],
            id="a number behind 较上年 is that of last year",
        ),
        pytest.param(
            "二、机关运行经费支出情况",
            "机关运行经费支出合计150.00万元，比上年减少10.00万元。",
            [
                "institution/operating_expenses/actual actual 150.00万元",
                "institution/operating_expenses/actual vs prior DOWN 10.00万元",
            ],
            id="支出合计 behind a name is the end of it",
        ),
        pytest.param(
            GENERAL,
            "2010601行政运行3.00万元。行政运行（2010601）3.00万元。2010699-行政运行1.00万元。",
            [
                "general_public/2010601/total actual 3.00万元",
                "general_public/2010601/total actual 3.00万元",
                "local/0/1.2010699-行政运行 actual 1.00万元",
            ],
            id="a code says which row, if the name is its own",
        ),
        pytest.param(
            THREE,
            "“三公”经费支出预算为8.00万元，支出决算为6.00万元，完成年初预算的75.00%。",
            [
                "three_public/total initial 8.00万元",
                "three_public/total actual 6.00万元",
                "three_public/total done of initial 75.00%",
            ],
            id="which budget it is may be said later in the sentence",
        ),
        pytest.param(
            THREE,
            "公务接待费支出预算为5.00万元，支出决算为4.00万元，决算数小于预算数的主要原因是节约，与上年相比减少1.00万元，减少20.00%。",
            [
                "three_public/reception adjusted 5.00万元",
                "three_public/reception actual 4.00万元",
                "three_public/reception vs budget DOWN",
                "why three_public/reception budget",
                "three_public/reception vs prior DOWN/DOWN 1.00万元 20.00%",
            ],
            id="a comparison with last year ends the reason of one with the budget",
        ),
        pytest.param(
            "九、预算绩效情况说明",
            "我部门共有60个项目实施绩效自评，其中50个项目自评等级为优，10个项目自评等级为中。",
            [
                "performance/projects.evaluated actual 60个",
                "performance/projects.excellent actual 50个",
                "performance/projects.中 actual 10个",
                "performance/projects.evaluated actual = performance/projects.excellent + performance/projects.中",
            ],
            id="projects with a grade are not all projects",
        ),
        pytest.param(
            "八、政府性基金预算财政拨款收入支出决算情况说明",
            "政府性基金预算财政拨款收入0万元，支出3.00万元，支出具体情况如下：",
            ["government_fund/total/revenue actual 0万元", "government_fund/total/total actual 3.00万元"],
            id="支出 is what is listed, not 收入",
        ),
        pytest.param(
            "二、收入决算情况说明",
            "本年收入合计3.00万元，其中：事业收入2.00万元（含教育收费1.00万元），其他收入1.00万元。",
            [
                "totals/revenue/actual actual 3.00万元",
                "totals/service/actual actual 2.00万元",
                "local/0/1.含教育收费 actual 1.00万元",
                "totals/other/actual actual 1.00万元",
                "totals/revenue/actual actual = totals/service/actual + totals/other/actual",
            ],
            id="an aside is no part of the list",
        ),
        pytest.param(
            TOTALS,
            "收入总计和支出总计均为9.00万元，其中：本年收入8.00万元。",
            [
                "totals/total/actual actual 9.00万元",
                "totals/outlay/actual actual 9.00万元",
                "totals/revenue/actual actual 8.00万元",
                "totals/total/actual actual = totals/revenue/actual",
            ],
            id="of two totals the first is listed",
        ),
        pytest.param(
            "三、支出决算情况说明",
            "本年支出合计9.00万元，其中：按性质分类，基本支出8.00万元，项目支出1.00万元；按经济分类，工资福利支出9.00万元。",
            [
                "totals/expenditure/actual actual 9.00万元",
                "expenditure/total/basic actual 8.00万元",
                "expenditure/total/project actual 1.00万元",
                "local/0/1.工资福利支出 actual 9.00万元",
                "totals/expenditure/actual actual = expenditure/total/basic + expenditure/total/project",
                "totals/expenditure/actual actual = local/0/1.工资福利支出",
            ],
            id="two classifications are two lists",
        ),
        pytest.param(
            "八、政府性基金预算财政拨款收入支出决算情况说明",
            "本年支出9.00万元，其中：基本支出0万元，项目支出9.00万元，年末结转和结余5.00万元。",
            [
                "government_fund/total/total actual 9.00万元",
                "government_fund/total/basic actual 0万元",
                "government_fund/total/project actual 9.00万元",
                "government_fund/total/closing actual 5.00万元",
                "government_fund/total/total actual = government_fund/total/basic + government_fund/total/project",
            ],
            id="what is carried over is no part of what is spent",
        ),
        pytest.param(
            GENERAL,
            "1.20113商贸事务支出3.00万元，较年初预算减少1.00万元。",
            ["general_public/20113/total actual 3.00万元", "general_public/20113/total vs initial DOWN 1.00万元"],
            id="a code directly behind the number of the paragraph",
        ),
    ],
)
def test_a_wording_is_read(title: str, sentence: str, expected: list[str]) -> None:
    assert expected == one_paragraph(sentence, title=title)


def test_a_purchase_without_a_unit_is_an_amount() -> None:
    text = "在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额0；在其他政府采购项目中，采购金额1.00万元。"
    assert [
        "institution/reserved_micro_awarded/actual actual 0",
        "institution/other_sme_awarded/actual actual 1.00万元",
    ] == one_paragraph(text, title="九、政府采购支出情况说明")


def test_amounts_without_a_unit_are_amounts_where_only_those_can_stand() -> None:
    text = "一般公共预算财政拨款支出9.00万元。与年初预算 8.00相比，完成年初预算的112.50%。"
    assert "general_public/total/total initial 8.00" in one_paragraph(text, title=GENERAL)
    text = "（三）对个人和家庭的补助 7.50。主要包括：退休费。"
    assert "basic/303/actual actual 7.50" in one_paragraph(text, title="六、一般公共预算财政拨款基本支出决算情况说明")


def test_a_line_that_only_names_something_says_what_the_next_one_is_about() -> None:
    text = f"{THREE}\n（二）公务用车购置及运行维护费\n全年预算为7.00万元，支出决算为6.50万元。"
    assert ["three_public/vehicles adjusted 7.00万元", "three_public/vehicles actual 6.50万元"] == said(text)


def test_a_line_that_breaks_within_a_clause_says_nothing_of_what_follows() -> None:
    text = f"{THREE}\n“三公”经费支出决算中，因公出国（境）费支出\n决算0万元，占0%；公务接待费支出决算3.00万元，占100%。"
    assert ["three_public/reception actual 3.00万元", "three_public/reception of three_public/total 100%"] == said(text)


def test_a_list_goes_on_after_a_semicolon_at_the_end_of_a_line() -> None:
    text = (
        f"{GENERAL}\n一般公共预算财政拨款支出9.00万元，主要用于以下方面：教育支出（类）6.00万元；\n"
        "住房保障支出（类）3.00万元。"
    )
    assert "general_public/total/total actual = general_public/205/total + general_public/221/total" in said(text)


def test_a_list_in_a_line_of_its_own_is_of_what_was_framed_before() -> None:
    text = (
        f"{THREE}\n“三公”经费支出决算中，公务接待费支出3.00万元，占60%。\n具体情况如下：\n1、公务接待费支出3.00万元。"
    )
    assert not any(line.startswith("three_public/reception actual =") for line in said(text))


def test_the_year_that_is_named_most_is_that_of_a_document_without_one() -> None:
    text = f"{THREE}\n2022年三公经费决算数为9.00万元。2021年三公经费决算数为8.00万元。2022年公务接待费1.00万元。"
    assert [
        "three_public/total actual 9.00万元",
        "three_public/total prior 8.00万元",
        "three_public/reception actual 1.00万元",
    ] == said(text, None)


def test_numbers_of_another_year_are_listed_as_such() -> None:
    _, understood = read(f"{THREE}\n2020年三公经费决算数为8.00万元。")
    assert ("8.00万元", "date") in [(one.printed, one.why) for one in understood.unclaimed]


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        (
            "",
            "财政拨款收入80.00万元，支出85.00万元。与上年相比，财政拨款收入增加5.00万元，增长6.67%；支出增加10.00万元，增长13.33%。",
            [
                "revenue/total/fiscal actual 80.00万元",
                "fiscal/expenditure/total actual 85.00万元",
                "revenue/total/fiscal vs prior UP/UP 5.00万元 6.67%",
                "fiscal/expenditure/total vs prior UP/UP 10.00万元 13.33%",
            ],
        ),
        (
            TOTALS,
            "2023年度收入90.00万元，支出95.00万元。与上年相比，收入增加5.00万元，增长5.88%；支出增加10.00万元，增长11.76%。",
            [
                "local/0/1.收入 actual 90.00万元",
                "local/0/1.支出 actual 95.00万元",
                "local/0/1.收入 vs prior UP/UP 5.00万元 5.88%",
                "local/0/1.支出 vs prior UP/UP 10.00万元 11.76%",
            ],
        ),
        (
            TOTALS,
            "收入合计90.00万元，支出合计95.00万元。与上年相比，收入增加5.00万元，增长5.88%；支出增加10.00万元，增长11.76%。",
            [
                "totals/revenue/actual actual 90.00万元",
                "totals/expenditure/actual actual 95.00万元",
                "totals/revenue/actual vs prior UP/UP 5.00万元 5.88%",
                "totals/expenditure/actual vs prior UP/UP 10.00万元 11.76%",
            ],
        ),
        (
            TOTALS,
            "其他收入15.00万元，支出14.00万元，与上年相比，收入增加1.00万元，支出增加2.00万元，增长16.67%。",
            [
                "totals/other/actual actual 15.00万元",
                "local/0/1.支出 actual 14.00万元",
            ],
        ),
        (
            TOTALS,
            "财政拨款收入总计9.00万元，支出总计9.00万元。收入总计10.00万元，支出总计10.00万元。",
            [
                "fiscal/total/actual actual 9.00万元",
                "fiscal/outlay/total actual 9.00万元",
                "totals/total/actual actual 10.00万元",
                "totals/outlay/actual actual 10.00万元",
            ],
        ),
        (
            GENERAL,
            "本年支出合计200.00万元，其中：基本支出120.00万元，占60%；项目支出80.00万元，占40%。",
            [
                "totals/expenditure/actual actual 200.00万元",
                "expenditure/total/basic actual 120.00万元",
                "expenditure/total/basic of totals/expenditure/actual 60%",
                "expenditure/total/project actual 80.00万元",
                "expenditure/total/project of totals/expenditure/actual 40%",
                "totals/expenditure/actual actual = expenditure/total/basic + expenditure/total/project",
            ],
        ),
        (
            THREE,
            "公务接待费1.00万元。其中：局机关公务接待费0.60万元，丙中心公务接待费0.40万元。本单位公务接待费1.00万元。",
            [
                "three_public/reception actual 1.00万元",
                "local/0/1.局机关公务接待费 actual 0.60万元",
                "local/0/1.丙中心公务接待费 actual 0.40万元",
                "three_public/reception actual 1.00万元",
                "three_public/reception actual = local/0/1.局机关公务接待费 + local/0/1.丙中心公务接待费",
            ],
        ),
    ],
)
def test_neither_side_nor_part_is_taken_for_the_other(title: str, sentence: str, expected: list[str]) -> None:
    assert expected == one_paragraph(sentence, title=title or "四、财政拨款收支情况")


def test_the_numbers_of_a_part_of_the_department_are_its_own() -> None:
    text = (
        f"{TOTALS}\n甲市乙局2023年度收入总计300.00万元，支出总计300.00万元。\n"
        "1.甲市乙局本级收入总计200.00万元，支出总计200.00万元。\n2.丙中心2023年度收入总计100.00万元。"
    )
    assert [
        "totals/total/actual actual 300.00万元",
        "totals/outlay/actual actual 300.00万元",
        "local/0/2.甲市乙局本级收入 actual 200.00万元",
        "local/0/2.支出 actual 200.00万元",
        "local/0/3.丙中心2023年度收入 actual 100.00万元",
    ] == said(text)


def test_the_department_may_be_a_centre() -> None:
    text = f"{TOTALS}\n甲市丙中心2023年度收入总计300.00万元。丙中心支出总计300.00万元。\n{THREE}\n丙中心公务接待费1.00万元。"
    assert [
        "totals/total/actual actual 300.00万元",
        "totals/outlay/actual actual 300.00万元",
        "three_public/reception actual 1.00万元",
    ] == said(text)
