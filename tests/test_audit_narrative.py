"""What a narrative says is read into claims about the quantities of the public tables, in any form."""

import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, reject, settings
from hypothesis import strategies as st

import govfinance as gf
from govfinance.audit._narrative import Understood, understand
from govfinance.audit._outline import find_outline
from govfinance.audit._plain import plain
from govfinance.audit._said import (
    AMOUNT,
    RATE,
    Claim,
    Execution,
    Listing,
    Nothing,
    Number,
    Reason,
    Share,
    Total,
    Value,
    Variance,
)
from govfinance.calc import Cells
from govfinance.document import PublishedDocument
from govfinance.errors import InvalidInputError
from govfinance.model import FinalAccounts, PublicTable
from govfinance.testing import final_accounts
from tests.audit_texts import BEIJING, INNER_MONGOLIA, SHANGHAI, ZHEJIANG


def read(text: str, year: int | None = 2023) -> tuple[PublishedDocument, Understood]:
    document = PublishedDocument.of_text(text)
    return document, understand(document, find_outline(document), year=year)


def numbers(claim: Claim) -> Iterator[Number]:
    match claim:
        case Value():
            yield claim.number
        case Variance():
            yield from (one for one in (claim.amount, claim.rate) if one is not None)
        case Share() | Execution():
            yield claim.rate
        case Listing():
            yield from (item.number for item in claim.items if item.number is not None)
        case _:
            return


def line(claim: Claim) -> str:
    """A claim in one line: what it is about, then its numbers."""
    match claim:
        case Value():
            return f"{claim.subject} {claim.measure} {claim.number.text}"
        case Variance():
            trends = "/".join(one.name for one in (claim.trend, claim.rate_trend) if one is not None)
            return " ".join([claim.subject, f"vs {claim.base}", trends, *(one.text for one in numbers(claim))])
        case Share():
            return f"{claim.subject} of {claim.whole} {claim.rate.text}"
        case Execution():
            return f"{claim.subject} done of {claim.base} {claim.rate.text}"
        case Total():
            return f"{claim.subject} {claim.measure} = {' + '.join(claim.parts)}"
        case Nothing():
            return f"no {claim.subject}"
        case Listing():
            return f"{claim.subject}: {', '.join(item.name for item in claim.items)}"
        case Reason():
            return f"why {claim.subject} {claim.base}"


def said(text: str, year: int | None = 2023, *kinds: type[Claim]) -> list[str]:
    return [line(claim) for claim in read(text, year)[1].claims if not kinds or isinstance(claim, kinds)]


def one_paragraph(sentence: str, *, title: str = "一、收入支出决算总体情况说明", year: int | None = 2023) -> list[str]:
    return said(f"{title}\n{sentence}", year)


def test_a_total_and_its_change_are_one_value_and_one_variance() -> None:
    assert [
        "totals/total/actual actual 1200.50万元",
        "totals/total/actual vs prior DOWN/DOWN 99.50万元 7.65%",
        "why totals/total/actual prior",
    ] == said(SHANGHAI, 2024)[:3]


def test_parts_are_shares_of_what_they_are_listed_under() -> None:
    assert [
        "totals/revenue/actual actual 1150.00万元",
        "revenue/total/fiscal actual 1100.00万元",
        "revenue/total/fiscal of totals/revenue/actual 95.65%",
        "totals/other/actual actual 50.00万元",
        "totals/other/actual of totals/revenue/actual 4.35%",
        "totals/revenue/actual actual = revenue/total/fiscal + totals/other/actual",
    ] == said(SHANGHAI, 2024)[3:9]


def test_classes_and_items_are_found_by_their_names() -> None:
    claims = said(SHANGHAI, 2024)
    start = claims.index("general_public/total/total of totals/expenditure/actual 94.74%")
    assert [
        "general_public/total/total vs prior FLAT",
        "general_public/total/total actual 1080.00万元",
        "general_public/201/total actual 1000.00万元",
        "general_public/201/total of general_public/total/total 92.59%",
        "general_public/221/total actual 80.00万元",
        "general_public/221/total of general_public/total/total 7.41%",
        "general_public/total/total initial 1100.00万元",
        "general_public/total/total actual 1080.00万元",
        "general_public/total/total done of initial 98.18%",
        "general_public/total/total vs budget DOWN",
        "why general_public/total/total budget",
        "general_public/2012601/total initial 1020.00万元",
        "general_public/2012601/total actual 1000.00万元",
        "general_public/2012601/total vs budget DOWN",
        "why general_public/2012601/total budget",
        "general_public/2210201/total initial 80.00万元",
        "general_public/2210201/total actual 80.00万元",
        "general_public/2210201/total vs budget FLAT",
    ] == claims[start + 1 : start + 19]


def test_a_sentence_that_ends_in_a_colon_is_the_total_of_the_paragraphs_below_it() -> None:
    totals = said(SHANGHAI, 2024, Total)
    parts = "general_public/2012601/total + general_public/2210201/total"
    assert f"general_public/total/total initial = {parts}" in totals
    assert f"general_public/total/total actual = {parts}" in totals


def test_lists_without_amounts_are_read_with_their_codes() -> None:
    _, understood = read(SHANGHAI, 2024)
    listings = [claim for claim in understood.claims if isinstance(claim, Listing)]
    assert [
        ("basic/personnel/actual", ["basic/30101/actual", "basic/30102/actual"]),
        ("basic/public/actual", ["basic/30201/actual", "basic/30213/actual"]),
    ] == [(listing.subject, [item.subject for item in listing.items]) for listing in listings]


def test_the_three_public_have_budgets_results_and_changes() -> None:
    claims = said(SHANGHAI, 2024)
    start = claims.index("three_public/total initial 9.00万元")
    assert [
        "three_public/total actual 8.00万元",
        "three_public/total done of budget 88.89%",
        "three_public/abroad actual 0.00万元",
        "three_public/abroad done of budget 0%",
        "three_public/vehicles actual 6.00万元",
        "three_public/vehicles done of budget 100%",
        "three_public/reception actual 2.00万元",
        "three_public/reception done of budget 66.67%",
    ] == claims[start + 1 : start + 9]
    assert [
        "three_public/total vs prior UP/UP 1.00万元 14.29%",
        "three_public/abroad vs prior FLAT",
        "three_public/vehicles vs prior UP/UP 0.50万元 9.09%",
        "three_public/reception vs prior UP/UP 0.50万元 33.33%",
    ] == [claim for claim in claims if claim.startswith("three_public") and "vs prior" in claim]


def test_nothing_at_all_is_a_claim_of_its_own() -> None:
    assert ["no government_fund/total/revenue", "no government_fund/total/total"] == said(SHANGHAI, 2024, Nothing)


def test_vehicles_are_counted_by_their_use() -> None:
    assert [
        "assets/vehicles actual 3辆",
        "assets/vehicles.confidential actual 1辆",
        "assets/vehicles.other actual 2辆",
        "assets/equipment.100 actual 1台（套）",
    ] == [claim for claim in said(SHANGHAI, 2024, Value) if claim.startswith("assets/")]
    assert "assets/vehicles actual = assets/vehicles.confidential + assets/vehicles.other" in said(
        SHANGHAI, 2024, Total
    )


def test_both_comparisons_of_the_inner_mongolian_total_are_read() -> None:
    assert [
        "totals/total/actual actual 2,000.00万元",
        "totals/total/actual vs initial UP/UP 500.00万元 33.33%",
        "why totals/total/actual initial",
        "totals/total/actual vs prior DOWN/DOWN 50.00万元 2.44%",
        "totals/total/actual actual 2,000.00万元",
        "totals/revenue/actual actual 1,900.00万元",
        "totals/revenue/actual vs prior UP/UP 0.00万元 0%",
        "why totals/revenue/actual prior",
        "totals/opening/actual actual 100.00万元",
    ] == said(INNER_MONGOLIA)[:9]


def test_a_budget_in_the_phrase_of_a_comparison_is_a_value() -> None:
    claims = said(INNER_MONGOLIA)
    start = claims.index("general_public/total/total actual 1,750.00万元")
    assert [
        "general_public/total/total initial 1,700.00万元",
        "general_public/total/total done of initial 102.94%",
        "general_public/204/total actual 1,750.00万元",
        "general_public/204/total vs initial UP 50.00万元",
        "general_public/2040601/total initial 1000万元",
        "general_public/2040601/total actual 1050.5万元",
        "general_public/2040601/total done of initial 105.05%",
        "why general_public/2040601/total initial",
        "general_public/2040610/total initial 700万元",
        "general_public/2040610/total actual 699.5万元",
        "general_public/2040610/total done of initial 99.93%",
        "general_public/2040610/total vs initial FLAT",
    ] == claims[start + 1 : start + 13]
    assert "general_public/204/total actual = general_public/2040601/total + general_public/2040610/total" in said(
        INNER_MONGOLIA, 2023, Total
    )


def test_an_amount_without_its_unit_in_a_list_has_the_scale_of_its_neighbours() -> None:
    values = [claim for claim in read(INNER_MONGOLIA)[1].claims if isinstance(claim, Value)]
    number = next(value.number for value in values if value.subject == "basic/30102/actual")
    assert ("260.5", "") == (number.printed, number.unit)
    assert (26_045 * 100 * AMOUNT, 26_055 * 100 * AMOUNT) == (number.low, number.high)


def test_what_follows_a_list_of_parts_is_said_of_the_whole() -> None:
    claims = said(INNER_MONGOLIA)
    assert "three_public/reception vs prior DOWN/DOWN 0.50万元 20.00%" in claims
    assert [
        "three_public/count/abroad.groups actual 0个",
        "three_public/count/abroad.people actual 0人次",
        "three_public/count/vehicles.bought actual 0辆",
        "three_public/count/vehicles.owned actual 4辆",
        "three_public/count/domestic.batches actual 11批次",
        "three_public/count/domestic.people actual 93人次",
        "three_public/count/foreign.batches actual 0批次",
        "three_public/count/foreign.people actual 0人次",
    ] == [claim for claim in claims if "/count/" in claim]


def test_shares_without_an_amount_name_their_part_and_their_whole() -> None:
    assert "institution/goods_to_sme/actual of institution/goods/actual 35.46%" in said(INNER_MONGOLIA, 2023, Share)
    assert "institution/to_micro/actual of institution/procurement/actual 50%" in said(INNER_MONGOLIA, 2023, Share)


def test_projects_are_quantities_of_their_own() -> None:
    claims = said(INNER_MONGOLIA)
    start = claims.index("performance/projects.evaluated.general_public actual 10个")
    assert [
        "performance/money.evaluated.general_public actual 850.00万元",
        "performance/money.evaluated.general_public of project/total/actual 100%",
        "performance/projects.evaluated.government_fund actual 0个",
        "performance/money.evaluated.government_fund actual 0万元",
        "performance/project/文物保护经费/score actual 95.42分",
        "performance/project/文物保护经费 adjusted 14.22万元",
        "performance/project/文物保护经费 actual 7.7万元",
        "performance/project/文物保护经费 done of budget 54.15%",
    ] == claims[start + 1 : start + 9]


def test_brackets_list_the_parts_of_what_stands_before_them() -> None:
    assert [
        "totals/revenue/actual actual 2,900.00万元",
        "revenue/total/fiscal actual 2,800.00万元",
        "totals/general_public/actual actual 2,700.00万元",
        "totals/government_fund/actual actual 100.00万元",
        "revenue/total/fiscal of totals/revenue/actual 96.55%",
        "totals/other/actual actual 100.00万元",
        "totals/other/actual of totals/revenue/actual 3.45%",
        "revenue/total/fiscal actual = totals/general_public/actual + totals/government_fund/actual",
        "totals/revenue/actual actual = revenue/total/fiscal + totals/other/actual",
    ] == sorted_totals_last(said(ZHEJIANG)[3:])[:9]


def sorted_totals_last(claims: list[str]) -> list[str]:
    revenue = [claim for claim in claims if "institution" not in claim]
    return [claim for claim in revenue if " = " not in claim] + [claim for claim in revenue if " = " in claim]


def test_amounts_of_both_years_may_stand_in_the_comparison() -> None:
    claims = said(BEIJING)
    start = claims.index("three_public/total actual 12.00万元")
    assert [
        "three_public/total initial 15.00万元",
        "three_public/total vs initial DOWN 3.00万元",
        "three_public/abroad actual 0.00万元",
        "three_public/abroad initial 0.00万元",
        "three_public/abroad vs initial FLAT",
    ] == claims[start + 1 : start + 6]
    assert "general_public/20106/total vs initial UP/UP 100.00万元 2.56%" in claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本年收入合计5.00万元，较上年增加0.50万元。", ["actual 5.00万元", "vs prior UP 0.50万元"]),
        ("本年收入合计5.00万元，同比增长10.5%。", ["actual 5.00万元", "vs prior UP 10.5%"]),
        ("本年收入合计5.00万元，与2022年度基本持平。", ["actual 5.00万元", "vs prior FLAT"]),
        ("本年收入合计5.00万元，比上年决算数增加0.50，增长10.00。", ["actual 5.00万元", "vs prior UP/UP 0.50 10.00"]),
        ("2022年度本年收入合计5.00万元。", ["prior 5.00万元"]),
        ("本年收入合计年初预算数为5.00万元，执行数为4.00万元。", ["initial 5.00万元", "actual 4.00万元"]),
        ("本年收入合计全年预算5.00万元，完成全年预算的80%。", ["adjusted 5.00万元", "done of adjusted 80%"]),
        ("本年收入合计-5.00万元。", ["actual -5.00万元"]),
        ("本年收入合计５．００万元。", ["actual 5.00万元"]),
    ],
)
def test_turns_of_speech(sentence: str, expected: list[str]) -> None:
    assert [f"totals/revenue/actual {rest}" for rest in expected] == one_paragraph(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "本年收入合计中上年结转资金5.00万元。",
        "下属单位之间往来的本年收入合计5.00万元。",
        "2019年度本年收入合计5.00万元。",
    ],
)
def test_words_that_are_not_understood_keep_a_number_from_its_quantity(sentence: str) -> None:
    assert not any("totals/revenue" in claim for claim in one_paragraph(sentence))


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("本年收入合计1,01.25万元。", "unknown"),
        ("本年收入合计12..5万元。", "unknown"),
        ("本年收入合计0.00#万元。", "unknown"),
        ("主要原因：新增5个项目。", "reason"),
        ("主要用于：采购3台设备。", "reason"),
        ("根据财预〔2020〕12号文件编制。", "name"),
        ("由12345热线办公室编制。", "name"),
        ("见图1。", "ordinal"),
        ("截至12月31日。", "date"),
        ("增长2.6个百分点。", "unknown"),
        ("增加5.00万元。", "unknown"),
    ],
)
def test_numbers_that_are_not_claimed_say_why(sentence: str, why: str) -> None:
    _, understood = read(f"一、收入支出决算总体情况说明\n{sentence}")
    assert [] == [claim for claim in understood.claims if not isinstance(claim, Reason)]
    assert why in {one.why for one in understood.unclaimed}


def test_numbers_of_the_overview_are_only_listed() -> None:
    _, understood = read(
        "第一部分 部门概况\n一、主要职责\n共有职工12人。\n第二部分 部门决算情况说明\n一、收入决算情况说明\n本年收入合计5万元。"
    )
    assert [("12人", "overview")] == [(one.printed, one.why) for one in understood.unclaimed]
    assert 1 == understood.seen


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("4,789.64万元", 4_789_635 * 10 * AMOUNT, 4_789_645 * 10 * AMOUNT),
        ("0.1万元", 500 * AMOUNT, 1500 * AMOUNT),
        ("12.34元", 1234 * AMOUNT // 100, 1234 * AMOUNT // 100),
        ("12元", 115 * AMOUNT // 10, 125 * AMOUNT // 10),
        ("1.5亿元", 145_000_000 * AMOUNT, 155_000_000 * AMOUNT),
        ("1.234567万元", 1_234_567 * AMOUNT // 100, 1_234_567 * AMOUNT // 100),
        ("-5.00万元", -50_050 * AMOUNT, -49_950 * AMOUNT),
    ],
)
def test_amounts_stand_for_half_a_last_digit_on_either_side(printed: str, low: int, high: int) -> None:
    _, understood = read(f"一、收入支出决算总体情况说明\n本年收入合计{printed}。")
    (claim,) = understood.claims
    assert isinstance(claim, Value)
    assert (low, high) == (claim.number.low, claim.number.high)


def test_rates_stand_for_half_a_last_digit_on_either_side() -> None:
    _, understood = read("一、收入支出决算总体情况说明\n本年收入合计5.00万元，比上年增长26.73%。")
    variance = understood.claims[1]
    assert isinstance(variance, Variance)
    assert variance.rate is not None
    assert (26_725 * RATE // 1000, 26_735 * RATE // 1000) == (variance.rate.low, variance.rate.high)


def check_places(text: str, year: int | None) -> None:
    document, understood = read(text, year)
    for claim in understood.claims:
        for number in numbers(claim):
            assert number.text == plain(document.quote(number.place)).text
    for one in understood.unclaimed:
        assert one.printed == plain(document.quote(one.place)).text


_PIECES = [
    *[
        "一、二、（一）",
        "1.",
        "。",
        "；",
        "，",
        "（",
        "）",
        "、",
        "：",
        "%",
        "％",
        "万元",
        "元",
        "个",
        "0",
        "12",
        "3.5",
        "1,234.56",
        "1,2.3",
        "2023年度",
        "增加",
        "减少",
        "增长",
        "持平",
        "占",
        "其中：",
        "包括：",
        "主要包括：",
    ],
    *[
        "与上年决算相比",
        "与年初预算",
        "完成年初预算的",
        "决算数小于预算数",
        "主要原因：",
        "变动原因：",
        "收、支总计",
        "本年收入合计",
        "财政拨款收入",
        "一般公共预算财政拨款支出",
    ],
    *[
        "因公出国（境）费",
        "公务接待费",
        "司法（款）",
        "行政运行（项）",
        "公共安全（类）",
        "类决算数为",
        "共有车辆",
        "无",
        "没有",
        "政府性基金预算财政拨款收入和支出",
        "人员经费",
        "基本工资",
    ],
    "\n",
    "一、收入支出决算总体情况说明\n",
    "六、一般公共预算财政拨款基本支出决算情况说明\n",
    "八、财政拨款“三公”经费支出决算情况说明\n",
    "十四、预算绩效情况说明\n",
    "项目自评综述：",
]


@given(
    st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=60).map("".join), st.sampled_from([2023, None])
)
def test_no_text_is_too_strange_and_all_places_quote_what_is_claimed(text: str, year: int | None) -> None:
    check_places(text, year)


@pytest.mark.parametrize("text", [SHANGHAI, INNER_MONGOLIA, ZHEJIANG, BEIJING])
def test_all_places_quote_what_is_claimed(text: str) -> None:
    check_places(text, 2023)


@pytest.mark.parametrize("text", [SHANGHAI, INNER_MONGOLIA, ZHEJIANG, BEIJING])
def test_each_number_is_claimed_or_listed_once(text: str) -> None:
    _, understood = read(text, 2024 if text is SHANGHAI else 2023)
    claimed = {number.place for claim in understood.claims for number in numbers(claim)}
    listed = [one.place for one in understood.unclaimed if one.why in ("reason", "unknown")]
    assert understood.seen == len(claimed) + len(listed)
    assert "unknown" not in {one.why for one in understood.unclaimed}


_REMARKS = st.sampled_from(["人员增加", "项目增加5.5万元，比上年增长3.2%", "压减3项，减少2万元"])
_TABLES = {table.key: table for table in PublicTable}


@st.composite
def _accounts(draw: st.DrawFn) -> FinalAccounts:
    """Accounts whose counts the model accepts."""
    try:
        return draw(final_accounts(consistent=True, awkward=False, text=_REMARKS))
    except InvalidInputError:
        reject()


@pytest.mark.parametrize(("form", "year"), [("shanghai", 2024), ("ministry", 2023), ("inner-mongolia", 2023)])
def test_what_is_read_from_a_composed_narrative_are_the_accounts(form: str, year: int) -> None:
    jurisdiction = gf.jurisdiction(form, year=year)

    @settings(max_examples=12, phases=[Phase.generate])
    @given(_accounts())
    def are_the_accounts(accounts: FinalAccounts) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            text = gf.compose(accounts, jurisdiction).to_text()
        cells = Cells(accounts)
        for claim in read(text, accounts.year)[1].claims:
            if not isinstance(claim, Value) or claim.measure != "actual":
                continue
            table, _, rest = claim.subject.partition("/")
            row, _, column = rest.partition("/")
            exact = (
                table in _TABLES
                and rest.count("/") == 1
                and row != "count"
                and "reserved" not in row
                and "other_sme" not in row
            )
            if not exact or (table == "basic" and row.startswith("310")):
                continue  # a name of 310 may be one of 309
            value = cells.value((_TABLES[table], row, column))
            if value is not None:
                assert claim.number.low <= value * AMOUNT // 100 <= claim.number.high, line(claim)

    are_the_accounts()


def test_all_numbers_of_the_chifeng_narrative_are_claimed(reference: Path) -> None:
    (path,) = (reference / "chifeng-2023").glob("*.txt")
    _, understood = read(path.read_text(encoding="utf-8"), 2023)
    audited = [one for one in understood.unclaimed if one.why not in ("overview", "date", "ordinal", "name")]
    assert {"reason"} == {one.why for one in audited}
    assert understood.seen - len(audited) > 300


_KINDS = {"amount", "share", "change_amount", "change_rate", "completion_rate", "count", "component", "final_amount"}
_GOLD = {
    "收入支出总计": "totals/total/actual",
    "本年收入合计": "totals/revenue/actual",
    "财政拨款收入": "revenue/total/fiscal",
    "其他收入": "totals/other/actual",
    "本年支出合计": "totals/expenditure/actual",
    "基本支出": "expenditure/total/basic",
    "项目支出": "expenditure/total/project",
    "财政拨款收入支出总计": "fiscal/total/actual",
    "一般公共预算财政拨款支出": "general_public/total/total",
    "行政运行": "general_public/2010601/total",
    "住房公积金": "general_public/2210201/total",
    "人员经费": "basic/personnel/actual",
    "公用经费": "basic/public/actual",
    "机关运行经费": "institution/operating_expenses/actual",
    "政府采购金额": "institution/procurement/actual",
    "共有车辆": "assets/vehicles",
}


def test_all_claims_of_the_putuo_narrative_are_read(reference: Path) -> None:
    folder = reference / "putuo-finance-2024"
    _, understood = read((folder / "narrative.txt").read_text(encoding="utf-8"), 2024)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["narrative"]
    found: dict[tuple[int, int], tuple[str, str]] = {}
    for claim in understood.claims:
        for number in numbers(claim):
            if not isinstance(claim, Listing):
                found[number.place.block, number.place.start] = (number.printed, claim.subject)
    for expected in (one for one in gold if one["kind"] in _KINDS | {"budget_amount", "score"}):
        subject, printed = read_at(found, expected)
        assert expected["printed"]["value"] == printed, expected["quote"]
        assert _GOLD.get(expected.get("subject"), subject) == subject, expected["quote"]


def read_at(found: dict[tuple[int, int], tuple[str, str]], expected: dict[str, Any]) -> tuple[str, str]:
    """The last number within the words that a claim of the reference quotes."""
    start, end = expected["span"]
    within = [(at, one) for (block, at), one in found.items() if block == expected["line"] - 1 and start <= at < end]
    assert within, expected["quote"]
    printed, subject = max(within)[1]
    return subject, printed
