"""The checks on words: what they find, where, and what they leave alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govfinance as gf
from govfinance.audit import KINDS, Finding, Severity
from govfinance.audit._identify import Identity, identify
from govfinance.audit._outline import find_outline
from govfinance.audit._said import AMOUNT, Claim, Number, NumberKind, Trend, Value, Variance
from govfinance.audit._texts import RULES, check_texts
from govfinance.calc import Verdict
from govfinance.document import Place, PublishedDocument, PublishedTable, PublishedText
from govfinance.model import FinalAccounts
from govfinance.testing import final_accounts

EDITIONS = [("inner-mongolia", 2022), ("inner-mongolia", 2023), ("ministry", 2023), ("shanghai", 2024)]

HEAD = """甲市乙区文化局2024年度部门决算
第三部分 甲市乙区文化局2024年度部门决算情况说明
"""
TOTALS = "一、收入支出决算总体情况说明\n"
FISCAL = "四、财政拨款收入支出决算总体情况说明\n"
GENERAL = "五、一般公共预算财政拨款支出决算情况说明\n"
BASIC = "六、一般公共预算财政拨款基本支出决算情况说明\n"
THREE = "七、财政拨款“三公”经费支出决算情况说明\n"
PERFORMANCE = "十、预算绩效管理情况\n"
OWN = "甲市乙区文化局2024年度"


def found_in(text: str, claims: Sequence[Claim] = (), *, tables: Sequence[PublishedTable] = ()) -> list[Finding]:
    lines = PublishedDocument.of_text(HEAD + text).blocks
    document = PublishedDocument(blocks=(*lines, *tables))
    outline = find_outline(document)
    return check_texts(document, outline, identify(document, outline), claims)


def codes(text: str, *severities: Severity) -> list[str]:
    return [one.code for one in found_in(text) if not severities or one.severity in severities]


def errors(text: str) -> list[str]:
    return codes(text, Severity.ERROR)


def test_every_rule_has_a_kind_and_a_code_of_its_own() -> None:
    assert set() == {rule.kind for rule in RULES} - set(KINDS)
    assert len(RULES) == len({rule.code for rule in RULES})


def test_a_finding_says_where_and_what() -> None:
    [finding] = found_in(f"{TOTALS}{OWN}收入支出总计XXX万元。")
    assert ("placeholder-left", "template_residue") == (finding.code, finding.kind)
    assert ("XXX万元", f"{OWN}收入支出总计XXX万元") == (finding.printed, finding.quote)
    assert (Verdict.INCONSISTENT, "一、收入支出决算总体情况说明") == (finding.verdict, finding.section)
    assert finding.message("zh") != finding.message("en")


def test_only_errors_are_inconsistent() -> None:
    findings = found_in(f"{GENERAL}其中：比上年决算相比增加；\n{BASIC}合计XX万元；一般公共服务（类）1.00万元。。")
    assert {(True, True), (False, False)} == {
        (one.severity is Severity.ERROR, one.verdict is Verdict.INCONSISTENT) for one in findings
    }


def test_full_width_digits_are_one_number() -> None:
    wide = "收入总计２，３４５．６７万元，支出总计２，３４５．６７万元。"
    assert [] == [one.printed for one in found_in(TOTALS + wide) if one.kind == "missing_unit"]


@pytest.mark.parametrize(
    "text",
    [
        f"{OWN}收入支出总计××万元。",
        "与2023年度相比，收入支出总计增加（减少）12.00万元。",
        "与2023年度相比，收入支出总计减少12.00万元，下降（增长）3.00%。",
        "与2023年度相比，收入支出总计增加/减少12.00万元。",
        "支出决算为5.00万元，决算数大小于预算数的主要原因：压减开支。",
        "支出决算为5.00万元，决算数大（小）于预算数的主要原因：压减开支。",
        "与2023年度相比，收入支出总计增加减少12.00万元。",
        "收入支出总计增加1.00万元（增长/下降）。",
        "无“三公”经费财政拨款支出的部门，作下述说明：",
        "主要原因：XXXXXXXX。",
        "本年收入合计1.00万元（不涉及的不列）。",
        "（请根据实际情况填写）",
        "本部门【请填写单位名称】共有车辆2辆。",
        "截至20XX年12月31日，共有车辆2辆。",
        "某某局共有车辆2辆。",
        "共有车辆____辆。",
        "A项目部门评价报告见附件。",
        "下一步改进措施：下一步改进措施加强管理。",
        "XX（类）XX（款）XX（项）。主要用于：日常工作。",
    ],
)
def test_what_a_blank_form_leaves_behind_is_an_error(text: str) -> None:
    findings = [one for one in found_in(TOTALS + text) if one.severity is Severity.ERROR]
    assert {"template_residue"} == {one.kind for one in findings}


@pytest.mark.parametrize(
    "text",
    [
        "变动原因：因A类项目增加，购置了X光机和XXL号服装。",
        "主要原因：设备尺寸为10×20，型号为AXX-200。",
        "主要原因：人员增加或减少均按规定执行。",
        "主要原因：收入、支出均增加（含上年结转）。",
        "本部门共有车辆2辆，其中：其他用车（含特种车）2辆。",
        "主要原因：开展了“十四五”规划（二期）编制。",
        "下一步改进措施：加强管理，改进措施到位。",
        "主要用于：按规定保留的公务用车的燃料费、维修费等支出。",
        "https://example.org/a__b/c_____d.pdf",
        "决算数大于预算数的主要原因：扩大小型项目的范围，人员有增（减）变动。",
    ],
)
def test_ordinary_words_are_no_residue(text: str) -> None:
    assert [] == [one.code for one in found_in(TOTALS + text) if one.kind == "template_residue"]


def test_a_name_that_free_words_hide_is_no_error() -> None:
    found = found_in(f"{TOTALS}{OWN}收入支出总计1.00万元。主要原因：向XX公司支付了工程款。")
    assert [] == [one for one in found if one.severity is Severity.ERROR]


def test_a_prompt_left_as_the_text_is_a_warning() -> None:
    text = "发现的主要问题及原因：项目立项、实施存在问题、资金管理使用存在问题。"
    assert [("prompt-left", Severity.WARNING)] == [(one.code, one.severity) for one in found_in(PERFORMANCE + text)]


def test_a_placeholder_in_a_cell_is_found() -> None:
    table = PublishedTable(rows=(("序号", "单位名称"), ("1", "甲市XX局（本级）")))
    [finding] = found_in("一、概况", tables=[table])
    assert ("placeholder-left", 1, 1) == (finding.code, finding.place.row, finding.place.column)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("收、支总计各增加10.00万元，增长26.73，变动原因：业务增加。", "26.73"),
        ("其他收入6.20万元，占87.24；", "87.24"),
        ("年初预算9.00万元，支出决算10.00万元，完成年初预算的111.11。", "111.11"),
        ("合同金额1.00万元，占政府采购支出总额的48.76，其中：", "48.76"),
        ("减少117.67万元，减少2.61，变动原因：业务减少。", "2.61"),
    ],
)
def test_a_rate_without_its_sign_is_an_error(text: str, printed: str) -> None:
    [finding] = [one for one in found_in(TOTALS + text) if one.severity is Severity.ERROR]
    assert ("missing_percent_sign", printed, f"{printed}%") == (finding.kind, finding.printed, finding.expected)


@pytest.mark.parametrize(
    "text",
    [
        "增长3倍，占比提高2个百分点，增长2.61%，占0%；",
        "占地1200平方米，占用3间。",
        "与年初预算相比，增加10.00万元（年初预算数为0，不计算增减率）。",
        "比2022增长，截至2024，完成年初预算的100%。",
    ],
)
def test_other_numbers_need_no_percent_sign(text: str) -> None:
    assert [] == errors(TOTALS + text)


def test_an_amount_without_its_unit_in_a_list_is_an_error() -> None:
    text = "（一）人员经费 30.00万元。主要包括：基本工资10.00万元、津贴补贴15.00、奖金5.00万元。"
    [finding] = found_in(BASIC + text)
    assert ("missing_unit", "15.00", "15.00万元") == (finding.kind, finding.printed, finding.expected)
    assert "津贴补贴15.00、" in finding.quote


def test_an_amount_without_its_unit_in_a_sentence_is_an_error() -> None:
    text = "年初预算1005.22，支出决算1059.09万元，完成年初预算的105.36%。"
    assert ["1005.22"] == [one.printed for one in found_in(GENERAL + text) if one.kind == "missing_unit"]


def test_a_claim_whose_amount_has_no_unit_is_an_error() -> None:
    text = "年末结转和结余 7.5。与上年决算相比，增加1.00万元（上年决算数为0，不计算增减率）。"
    number = evolve(_amount(750), printed="7.5", unit="", place=Place(block=3, start=8, end=11))
    nil = evolve(_amount(0), printed="0", unit="", place=Place(block=3, start=38, end=39))
    claims = [Value(subject="totals/closing/actual", number=one, place=one.place) for one in (number, nil)]
    [finding] = [one for one in found_in(TOTALS + text, claims) if one.severity is Severity.ERROR]
    assert ("missing_unit", "7.5", "7.5万元") == (finding.kind, finding.printed, finding.expected)


def test_an_amount_spent_that_is_said_in_percent_is_an_error() -> None:
    text = (
        "1. 场馆维护项目自评综述：全年预算数为50.00万元，执行数为12.34万元，完成预算的24.68%。\n"
        "成本指标：总成本小于等于50，已完成12.34%。"
    )
    [finding] = found_in(PERFORMANCE + text)
    assert ("percent-for-amount", "12.34%", "12.34万元") == (finding.code, finding.printed, finding.expected)


def test_a_percentage_that_is_right_is_left_alone() -> None:
    text = "1. 场馆维护项目自评综述：全年预算数为100.00万元，执行数为12.34万元，完成预算的12.34%。已完成12.34%。"
    assert [] == found_in(PERFORMANCE + text)


def test_the_name_of_another_department_is_an_error() -> None:
    text = f"{TOTALS}{OWN}收入支出总计1.00万元。\n{FISCAL}甲市乙区教育局2024年度财政拨款收入支出总计1.00万元。"
    [finding] = found_in(text)
    assert ("department_name_inconsistent", Severity.ERROR) == (finding.kind, finding.severity)
    assert ("甲市乙区教育局", "甲市乙区文化局") == (finding.printed, finding.expected)


@pytest.mark.parametrize("name", ["乙区文化局", "甲市乙区文化局本级", "甲市乙区文化局（部门）", "本部门", "我局", ""])
def test_variants_of_the_own_name_are_no_errors(name: str) -> None:
    text = f"{TOTALS}{OWN}收入支出总计1.00万元。\n{FISCAL}{name}2024年度财政拨款收入支出总计1.00万元。"
    assert [] == found_in(text)


@pytest.mark.parametrize(
    "name",
    [
        "甲市乙去文化局",
        "市乙区文化局",
        "甲市乙区文化",
        "甲市乙区文局",
        "甲市乙区区文化局",
        "甲市乙区文化市",
        "丙县公安局",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "{}（部门） 2024年度政府性基金预算财政拨款支出决算 1.00万元。",
        "{}2024年度无“三公”经费财政拨款支出。",
        "{} 截至2024年12月31日，共有车辆1辆。",
        "{}没有使用国有资本经营预算财政拨款安排的支出，故本表无数据。",
        "根据预算绩效管理要求，{}组织对2024年度项目支出开展绩效自评。",
    ],
)
def test_a_misspelt_name_at_the_beginning_of_a_sentence_is_an_error(name: str, sentence: str) -> None:
    text = f"{TOTALS}{OWN}收入支出总计1.00万元。\n{FISCAL}{sentence.format(name)}"
    [finding] = [one for one in found_in(text) if one.severity is Severity.ERROR]
    assert ("department_name_inconsistent", name, "甲市乙区文化局") == (finding.kind, finding.printed, finding.expected)
    assert name in finding.quote


@pytest.mark.parametrize(
    "text",
    [
        "主要原因：甲市乙区文化部门2024年增加了活动。",
        "主要用于：丙县公安局2024年度的合作项目。",
        "甲市乙区文化局所属各预算单位共有车辆1辆。",
        "2024年，甲市乙区文化局所属各预算单位开支财政拨款的公务用车保有量为1辆。",
    ],
)
def test_ways_of_speaking_of_the_department_are_no_errors(text: str) -> None:
    assert [] == errors(f"{TOTALS}{OWN}收入支出总计1.00万元。{text}")


def test_a_name_that_is_misspelt_as_often_as_not_is_a_warning() -> None:
    text = f"{TOTALS}{OWN}收入支出总计1.00万元。\n" + "甲市文化局2024年度无“三公”经费财政拨款支出。\n" * 2
    assert [] == errors(text)


def test_a_name_without_its_last_character_before_the_level_is_an_error_where_the_document_has_such_levels() -> None:
    text = f"{TOTALS}{OWN}收入支出总计1.00万元。\n{PERFORMANCE}甲市乙区文化单位2024年度没有需要开展绩效自评的项目。"
    assert [] == errors(text)
    text = f"{text}\n甲市乙区文化局单位2024年度无“三公”经费财政拨款支出。"
    assert ["department-name-differs"] == errors(text)


def test_a_misspelt_name_above_a_table_is_an_error() -> None:
    lines = [f"部门：{name}　2024年度　单位：万元\n" for name in ("甲市乙区文化局", "甲市乙区文化局", "甲市乙文化局")]
    [finding] = found_in(f"{TOTALS}{OWN}收入支出总计1.00万元。\n{''.join(lines)}")
    assert ("table-department-differs", "甲市乙文化局") == (finding.code, finding.printed)


@pytest.mark.parametrize("said", ["2023", "2025"])
def test_another_year_in_the_line_above_a_table_is_an_error(said: str) -> None:
    text = f"{TOTALS}{OWN}收入支出总计1.00万元。\n部门：甲市乙区文化局　{said}年度　单位：万元"
    [finding] = found_in(text)
    assert ("table-year-differs", said, "2024") == (finding.code, finding.printed, finding.expected)
    assert [] == found_in(text.replace(f"{said}年度", "2024年度"))


def test_a_unit_of_the_department_is_at_most_a_warning() -> None:
    document = PublishedDocument.of_text(
        "甲市文化局2024年度部门决算\n第一部分 甲市文化局概况\n一、部门决算单位构成\n甲市图书馆\n"
        "第三部分 甲市文化局2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n甲市文化局2024年度收入支出总计1.00万元。\n"
        "甲市图书馆2024年度收入支出总计1.00万元。"
    )
    outline = find_outline(document)
    findings = check_texts(document, outline, identify(document, outline), [])
    assert [Severity.WARNING] == [one.severity for one in findings]


def test_a_table_of_another_department_is_an_error() -> None:
    tables = [
        PublishedTable(rows=(("收入支出决算总表", ""), (f"部门：{name}", "金额单位：万元"), ("项目", "金额")))
        for name in ("甲市乙区文化局", "甲市乙区文化局", "丙市丁区文化局")
    ]
    [finding] = found_in(f"{TOTALS}{OWN}收入支出总计1.00万元。", tables=tables)
    assert ("table-department-differs", "丙市丁区文化局") == (finding.code, finding.printed)


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("甲市乙区文化局2023年度收入支出总计1.00万元。", "2023", "2024"),
        (f"{OWN}收入支出总计1.00万元。与2022年度相比，收入支出总计减少1.00万元，下降5.00%。", "2022", "2023"),
        (f"{OWN}收入支出总计1.00万元。与2024年度相比，收入支出总计持平。", "2024", "2023"),
        ("机关运行经费支出1.00万元，比2022年度增加1.00万元，增长1.00%。", "2022", "2023"),
        ("截至2023年12月31日，甲市乙区文化局共有车辆0辆。", "2023", "2024"),
        ("2023年度“三公”经费支出决算数小于预算数的主要原因：厉行节约。", "2023", "2024"),
        ("机关运行经费支出1.00万元，与2022年度持平。", "2022", "2023"),
        ("与2023年度相比，收入支出总计增加1.00万元（2022年为0，不计算增减率）。", "2022", "2023"),
        ("编报绩效目标的2023年度项目4个，涉及预算金额1.00万元。", "2023", "2024"),
    ],
)
def test_another_year_in_a_standard_sentence_is_an_error(text: str, printed: str, expected: str) -> None:
    [finding] = found_in(TOTALS + text)
    assert ("year_inconsistent", printed, expected) == (finding.kind, finding.printed, finding.expected)
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        f"{OWN}收入支出总计1.00万元。与2023年度相比，收入支出总计持平。",
        f"{OWN}收入支出总计1.00万元。主要原因：2022年度项目跨年支付，与2021年相比增加；截至2020年12月31日未付。",
        "根据《甲市2021年工作计划》（甲财〔2020〕10号）开展工作。",
        "主要用于：2025年春节慰问。",
    ],
)
def test_years_in_free_words_are_left_alone(text: str) -> None:
    assert [] == found_in(TOTALS + text)


def test_an_unchanged_figure_with_a_reason_to_pay_less_is_an_error() -> None:
    text = f"{OWN}财政拨款收入支出总计9.00万元。与2023年度相比，财政拨款收入支出总计持平。主要原因：\n因合同进度等减少支付。"
    found = {one.code: one for one in found_in(FISCAL + text)}
    assert {"reason-for-no-change", "paragraph-broken"} == set(found)
    assert "与2023年度相比，财政拨款收入支出总计持平。主要原因：" == found["reason-for-no-change"].quote
    assert found["reason-for-no-change"].severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "收入支出总计增加1.00万元，增长1.00%。主要原因：人员减少。",
        "收入支出总计减少1.00万元，下降1.00%。主要原因：新增项目，工资增加。",
        "年初预算85.00万元，支出决算88.00万元，完成年初预算的103.53%。决算数与年初预算数的差异原因：经费未全额支出。",
        "决算数小于预算数的主要原因：追加了人员经费。",
    ],
)
def test_a_reason_for_the_contrary_is_a_warning(text: str) -> None:
    assert [("reason-conflicts", Severity.WARNING)] == [(one.code, one.severity) for one in found_in(GENERAL + text)]


@pytest.mark.parametrize(
    "text",
    [
        "收入支出总计增加1.00万元，增长1.00%。主要原因：项目减少，人员增加。",
        "收入支出总计增加1.00万元，增长1.00%。主要原因：上年受疫情影响支出减少。",
        "年末结转和结余1.00万元。与上年决算相比，减少1.00万元，减少1.00%，变动原因：本年支出增加。",
        "与2023年度相比，收入支出总计持平。主要原因：严格执行预算。",
        "与2023年度相比，收入支出总计基本持平。主要原因：个别项目减少支付。",
        "与上年决算相比，增加0.00万元，增长0%。变动原因：不存在此项内容。",
        "决算数小于预算数的主要原因：厉行节约，压减公务接待。",
    ],
)
def test_reasons_that_may_fit_are_left_alone(text: str) -> None:
    assert [] == found_in(GENERAL + text)


def _amount(cents: int) -> Number:
    step = 100 * AMOUNT
    return Number(
        kind=NumberKind.AMOUNT,
        printed=f"{cents / 100:.2f}",
        unit="万元",
        low=cents * step - step // 2,
        high=cents * step + step // 2,
        place=Place(block=0),
    )


def _change(part: str, trend: Trend, cents: int) -> Variance:
    subject = f"three_public/{part}"
    return Variance(subject=subject, base="prior", trend=trend, amount=_amount(cents), place=Place(block=0))


def test_more_than_last_year_is_not_said_not_to_exceed_it() -> None:
    text = f"{THREE}差异原因：厉行节约，“三公”经费不超预算支出，不超上年支出。"
    parts = [("abroad", 0), ("vehicle_purchase", 0), ("vehicle_operation", 228)]
    claims: list[Claim] = [_change(part, Trend.UP, cents) for part, cents in parts]
    claims.append(_change("reception", Trend.DOWN, 1))
    [finding] = found_in(text, claims)
    assert ("said-not-to-exceed", "不超上年支出") == (finding.code, finding.printed)
    assert finding.severity is Severity.ERROR
    assert [] == found_in(text, [*claims[:2], _change("vehicle_operation", Trend.UP, 1), claims[3]])
    assert [] == found_in(text, claims[2:])


def test_a_paragraph_that_ends_as_a_list_before_a_heading_is_a_warning() -> None:
    text = "二、收入决算情况说明\n本年收入合计1.00万元，其中：其他收入1.00万元，占100.00%；\n三、支出决算情况说明\n无。"
    [finding] = found_in(text)
    assert ("paragraph-ends-open", "。") == (finding.code, finding.expected)
    assert "其他收入1.00万元，占100.00%；" in finding.quote


def test_a_list_that_goes_on_is_left_alone() -> None:
    text = "二、收入决算情况说明\n其中：\n事业收入1.00万元，占50.00%；\n其他收入1.00万元，占50.00%。\n三、支出决算情况说明\n无。"
    assert [] == found_in(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("本年收入合计1.00万元。。", "punctuation-doubled"),
        ("本年收入合计1.00万元，，其中：财政拨款。", "punctuation-doubled"),
        ("因公出国（境费支出1.00万元。", "brackets-unbalanced"),
        ("反映部门（单位）)支出1.00万元。", "brackets-unbalanced"),
        ("比上年决算相比，增加1.00万元。", "wording-slip"),
    ],
)
def test_slips_of_the_pen_are_no_errors(text: str, code: str) -> None:
    [finding] = found_in(TOTALS + text)
    assert code == finding.code
    assert finding.severity is not Severity.ERROR


@pytest.mark.parametrize(
    "text", ["1）工作；2）其他。", "（1）本级（含离休）；（2）“三公”经费（境）。", "共有车辆1辆（不含（境）外）。"]
)
def test_numbering_and_nesting_are_no_slips(text: str) -> None:
    assert [] == found_in(TOTALS + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1、公共安全支出（类）司法（款）社区矫证（项）。支出决算为1.00万元。", []),
        ("1、文化旅游体育与传煤支出（类）1.00万元。", [("文化旅游体育与传煤支出", "文化旅游体育与传媒支出")]),
        (
            "1、教育支出（类）行政事业单位养老支出（款）行政单位离退休（项）。",
            [("教育支出", "社会保障和就业支出")],
        ),
        ("1、公共安全支出（类）司法（款）行政运行（项）。支出决算为1.00万元。", []),
        ("1、社会保障和就业支出（类）行政事业单位离退休（款）。", [("行政事业单位离退休", "行政事业单位养老支出")]),
    ],
)
def test_names_that_the_classification_does_not_have_are_errors(text: str, expected: list[tuple[str, str]]) -> None:
    found = [one for one in found_in(GENERAL + text) if one.severity is Severity.ERROR]
    assert expected == [(one.printed, one.expected) for one in found]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1、城乡社区支出（类）其他国防支出（款）行政运行（项）。", "其他国防支出"),
        ("1、资源勘探工业信息等支出（类）人大事务（款）行政运行（项）。", "人大事务"),
        ("1、一般公共服务支出（类）财政事务（款）职业培训补贴（项）。", "职业培训补贴"),
        ("（一）国防支出（类）\n1. 农业农村（款）农业生产发展（项）。\n2. 水利（款）水利工程建设（项）。", "国防支出"),
        ("（一）农林水支出（类）\n1. 农业农村（款）行政运行（项）。\n2. 司法（款）社区矫正（项）。", "司法"),
    ],
)
def test_names_that_do_not_belong_together_are_one_error(text: str, printed: str) -> None:
    found = [one for one in found_in(GENERAL + text) if one.severity is Severity.ERROR]
    assert [("classification-path-wrong", printed)] == [(one.code, one.printed) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "1、社会保障和就业（类）行政事业单位养老支出（款）行政单位离退休（项）。",
        "1、公共安全（类）支出950.40万元，占80%；社会保障和就业（类）支出118.80万元，占10%；卫生健康（类）支出9.40万元。",
        "1、社会保障和就业支出（类）社会保险基金支出（款）日常杂项工作（项）。",
        "支出（类）370.37万元，占1.51%。",
        "1、其他支出（类）彩票公益金安排的支出（款）用于补充全国社会保障基金的彩票公益金支出（项）。",
    ],
)
def test_short_and_own_names_are_no_errors_or_warnings(text: str) -> None:
    assert [] == [one.printed for one in found_in(GENERAL + text) if one.severity is not Severity.INFO]


def test_the_table_says_which_item_was_meant() -> None:
    text = f"{GENERAL}1、一般公共服务支出（类）审计事务（款）行政运行（项）。年初预算为5.00万元，支出决算为8.00万元。"
    cell = evolve(_cell("total", 800), subject="general_public/2010601/total")
    told = evolve(cell, subject="general_public/2010801/total", place=Place(block=3, start=40, end=44))
    [finding] = [one for one in found_in(text, [cell, told]) if one.severity is Severity.ERROR]
    assert ("classification-path-wrong", "审计事务", "财政事务") == (finding.code, finding.printed, finding.expected)
    other = evolve(cell, number=_amount(900))
    assert [] == [one for one in found_in(text, [other, told]) if one.severity is Severity.ERROR]


def test_a_short_name_is_mentioned_once() -> None:
    text = "（一）公共安全（类）\n（二）一般公共服务（类）\n"
    assert [("classification-name-short", Severity.INFO)] == [
        (one.code, one.severity) for one in found_in(GENERAL + text)
    ]


def test_an_economic_name_that_does_not_exist_is_an_error() -> None:
    text = "人员经费2.00万元，主要包括：基本工资、津贴补帖、维修(护)费；公用经费1.00万元，主要包括：办公费、其他商品和服务支出。"
    [finding] = found_in(BASIC + text)
    assert ("津贴补帖", "津贴补贴") == (finding.printed, finding.expected)


def _cell(column: str, cents: int) -> Value:
    place = Place(block=9, row=3, column=1)
    return Value(subject=f"general_public/2010602/{column}", number=_amount(cents), place=place)


def test_a_purpose_that_names_the_other_nature_is_a_warning() -> None:
    text = (
        f"{GENERAL}2、一般公共服务支出（类）财政事务（款）一般行政管理事务（项）。主要用于：宣传等基本支出。"
        "年初预算为1.00万元，支出决算为1.00万元。"
    )
    [finding] = found_in(text, [_cell("total", 100), _cell("project", 100)])
    assert ("text_vs_table", "基本支出", "项目支出") == (finding.kind, finding.printed, finding.expected)
    assert [] == found_in(text, [_cell("total", 200), _cell("project", 100), _cell("basic", 100)])
    assert [] == found_in(text)


def _generated(name: str, year: int, accounts: FinalAccounts) -> PublishedDocument:
    return PublishedDocument.of_text(
        gf.compose(evolve(accounts, year=year), gf.jurisdiction(name, year=year)).to_text()
    )


@pytest.mark.parametrize(("name", "year"), EDITIONS)
@given(accounts=final_accounts(text=st.sampled_from(["业务工作需要", "按规定安排"])))
def test_generated_documents_have_no_errors(name: str, year: int, accounts: FinalAccounts) -> None:
    document = _generated(name, year, accounts)
    outline = find_outline(document)
    found = check_texts(document, outline, identify(document, outline), [])
    assert [] == [(one.code, one.quote) for one in found if one.severity is Severity.ERROR]


def test_a_section_that_the_form_demands_is_missed() -> None:
    accounts = gf.load(Path(__file__).resolve().parents[1] / "examples" / "chifeng-justice-2023.json")
    text = _generated("inner-mongolia", 2023, accounts)
    at = next(n for n, block in text.texts() if block.text.startswith("九、"))
    document = evolve(text, blocks=text.blocks[:at] + text.blocks[at + 2 :])
    outline = find_outline(document)
    found = check_texts(document, outline, identify(document, outline), [])
    assert ["政府性基金预算财政拨款支出决算情况说明"] == [
        one.expected for one in found if one.kind == "missing_section"
    ]


def test_without_an_identity_nothing_is_said_of_names_and_years() -> None:
    document = PublishedDocument(blocks=(PublishedText(text="甲局2023年度收入支出总计1.00万元。"),))
    assert [] == check_texts(document, find_outline(document), Identity(), [])


@pytest.mark.parametrize(
    "piece", ["9,", "（", "“", "X", "增加（", "1、", "。2024年", "主要包括：1.1、", "（类）", "请"]
)
def test_hostile_texts_are_read_in_linear_time(piece: str) -> None:
    document = PublishedDocument.of_text(f"{TOTALS}{piece * 400_000}")
    outline = find_outline(PublishedDocument.of_text(TOTALS + "一"))
    check_texts(document, outline, Identity(department="甲局", year=2024), [])


def test_the_reference_documents_have_the_known_errors_and_no_others(reference: Path) -> None:
    text = (reference / "putuo-finance-2024" / "narrative.txt").read_text(encoding="utf-8")
    assert ["reason-for-no-change"] == _errors_of(text)
    text = next((reference / "chifeng-2023").glob("0*.txt")).read_text(encoding="utf-8")
    expected = ["unit-missing", "percent-for-amount", "label-doubled", "letter-placeholder-left"]
    assert expected == _errors_of(text)


def _errors_of(text: str) -> list[str]:
    document = PublishedDocument.of_text(text)
    outline = find_outline(document)
    found = check_texts(document, outline, identify(document, outline), [])
    return [one.code for one in found if one.severity is Severity.ERROR]
