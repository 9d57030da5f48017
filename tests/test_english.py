"""The English reading version: the same statements and the same numbers, marked as a translation."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, Union, get_args, get_origin

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govfinance as gf
from govfinance import catalog, claims, en
from govfinance.claims import Claim, formats_of, situations
from govfinance.compose import set_in_outline
from govfinance.document import Chart, Document, Paragraph
from govfinance.en._phrases import PHRASES
from govfinance.en._sentences import SENTENCES
from govfinance.en._words import WORDS
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FundSource, Level, RevenueSource, SpendingNature
from govfinance.money import Change, Direction, NumberFormat, Printed, Scale
from govfinance.sentences import Sentence, UnsayableError
from govfinance.testing import claims as spoken
from govfinance.testing import final_accounts, number_formats, printed
from tests.property.support import EVERY_JURISDICTION, EVERY_SENTENCE, fewer, printed_numbers

FORM = gf.jurisdiction("inner-mongolia", year=2023)
FACTS = Path(__file__).resolve().parents[2] / "shared" / "reference" / "chifeng-2023" / "facts.json"
CLASSES = [
    cls
    for one in claims.__all__
    if isinstance(cls := getattr(claims, one), type) and issubclass(cls, Claim) and cls is not Claim
]


@pytest.fixture(scope="module")
def accounts() -> gf.FinalAccounts:
    return gf.load("examples/chifeng-justice-2023.json")


@pytest.fixture(scope="module")
def document(accounts: gf.FinalAccounts) -> Document:
    return gf.compose(accounts, FORM, lang="en")


# Derived by hand from the 元 of examples/chifeng-justice-2023.json, rounded once to 0.01万元 (100 yuan).
GOLDEN = [
    # 29,792,602 of 29,792,602 + 14,779,651 = 44,572,253: 66.841 %
    ("3", "Basic expenditure: 29.7926 million yuan, 66.84% of current-year expenditure."),
    # 0 of 44,572,253
    ("3", "Payments to superior units: 0 yuan, 0.00% of current-year expenditure."),
    # 5,613,400 of 38,364,704 + 5,613,400 = 43,978,104: 12.764 %
    ("2", "Other revenue: 5.6134 million yuan, 12.76% of current-year revenue."),
    # 3,918,300 - 3,339,500 = 578,800, of 3,339,500: 17.332 %
    (
        "1",
        (
            "c. Carryovers and surpluses at the beginning of the year: 3.9183 million yuan. Compared with the previous year, "
            "the figure increased by 0.5788 million yuan, or 17.33%. Main reasons (in the original): "
            "“上年末市本级结转的法律职业资格考试考务费、党建经费等资金增多”."
        ),
    ),
    (
        "1",
        (
            "b. Distribution of surplus: 0 yuan. Matters covered: none. There was no change from the previous year (zero in "
            "both). Note: there is nothing under this item."
        ),
    ),
    # 118,396 of 83,000: 142.646 %; 83,000 is less than 0.1 million
    (
        "5",
        (
            "j. 司法 / 事业运行: final figure 0.1184 million yuan, against 83,000 yuan in the budget, an execution rate of "
            "142.65%. Main reasons (in the original): “使用了上年结转的公用经费，并支付一名事业人员的工资”."
        ),
    ),
    # 177,800 of 180,000: 98.778 %, within 1.5 points of 100 %
    (
        "5",
        (
            "g. 司法 / 社区矫正: final figure 0.1778 million yuan, against 0.18 million yuan in the budget, an execution rate of "
            "98.78%. The difference from the budget is not material."
        ),
    ),
    # 228,100 - 205,320 = 22,780, which is 2.28万元, of 205,320: 11.095 %
    (
        "8",
        (
            "(ii) Operation and maintenance of official vehicles: 0.2281 million yuan; 13 vehicles held on 31 December 2023. "
            "Compared with the previous year, the figure increased by 22,800 yuan, or 11.09%. Main reasons (in the original): "
            "“戒毒所车辆使用年限较长，维修费用增加”."
        ),
    ),
    # no groups, no persons, nothing in either year
    (
        "8",
        (
            "a. Official overseas visits: 0 yuan; 0 groups, 0 person-trips. There was no change from the previous year (zero "
            "in both)."
        ),
    ),
    ("5", "(2) Public security"),
]


@pytest.mark.parametrize(("section", "text"), [pytest.param(*one, id=one[1][:30]) for one in GOLDEN])
def test_the_sentences_of_the_example(document: Document, section: str, text: str) -> None:
    assert text in [block.text for block in document.section(section).blocks if isinstance(block, Paragraph)]


def test_one_of_what_is_counted_is_singular() -> None:
    made = claims.AbroadDetail(
        amount=Printed("1.00", "万元"), groups=Printed("1"), persons=Printed("2"), purpose="考察", prior=None
    )
    text = "Official overseas visits: 10,000 yuan; 1 group, 2 person-trips. Spent on: “考察”."
    assert text == en.say(made).text


@pytest.mark.parametrize(
    ("printed_number", "english"),
    [
        (Printed("4,789.64", "万元"), "47.8964 million yuan"),
        (Printed("4,789.60", "万元"), "47.8960 million yuan"),
        (Printed("6.2", "万元"), "62,000 yuan"),
        (Printed("9.99", "万元"), "99,900 yuan"),
        (Printed("10.00", "万元"), "0.1000 million yuan"),
        (Printed("-6.2", "万元"), "-62,000 yuan"),
        (Printed("-56.95", "万元"), "-0.5695 million yuan"),
        (Printed("0.00", "万元"), "0 yuan"),
        (Printed("123456789.01", "万元"), "1,234,567.8901 million yuan"),
        (Printed("1234.50", "元"), "1,234.50 yuan"),
        (Printed("0", "元"), "0 yuan"),
        (Printed("1.2345", "亿元"), "123.45 million yuan"),
        (Printed("1.2", "亿元"), "0.12 billion yuan"),
        (Printed("26.73", "%"), "26.73%"),
        (Printed("0.00", "%"), "0.00%"),
        (Printed("12345"), "12,345"),
    ],
    ids=str,
)
def test_a_printed_number_in_english(printed_number: Printed, english: str) -> None:
    assert english == "".join(en.number(printed_number))


UNITS = {"元": 0, "万元": 4, "亿元": 8}
ENGLISH_UNITS = {" yuan": 0, " million yuan": 6, " billion yuan": 9}


def value_of(digits: str, unit: str) -> Decimal:
    return Decimal(digits.replace(",", "")).scaleb(ENGLISH_UNITS.get(unit, 0))


def exact(number: Printed) -> Decimal:
    return number.value.scaleb(UNITS.get(number.unit, 0))


@given(number_formats().flatmap(lambda made: printed(made, signed=True)))
def test_no_digit_is_changed(number: Printed) -> None:
    digits, unit = en.number(number)
    assert exact(number) == value_of(digits, unit)
    assert unit in ENGLISH_UNITS if number.unit in UNITS else unit == number.unit
    if number.value and unit in (" million yuan", " billion yuan"):
        # the point is moved and the digits are the same: so the interval is, too
        assert number.value.as_tuple().digits == tuple(map(int, re.sub(r"[-,.]", "", digits).lstrip("0")))
        english, chinese = len(digits.partition(".")[2]) - ENGLISH_UNITS[unit], number.decimals - UNITS[number.unit]
        assert chinese == english


def statements(value: Any) -> Iterator[Any]:
    """A claim and all the parts in it."""
    yield value
    for attribute in attrs.fields(type(value)):
        inner = getattr(value, attribute.name)
        for part in inner if isinstance(inner, tuple) else (inner,):
            if attrs.has(type(part)) and not isinstance(part, Printed):
                yield from statements(part)


def assert_all_said(claim: Claim) -> None:
    """Every printed number where its mark says, every year and every text of people."""
    said = en.say(claim)
    expected = Counter((path, exact(number)) for path, number in printed_numbers(claim))
    found = Counter[tuple[str, Decimal]]()
    end = 0
    for mark in said.numbers:
        assert end <= mark.start < mark.end
        end = mark.end
        unit = re.match(r" (?:million |billion )?yuan|%|", said.text[mark.end :])
        assert unit is not None
        found[mark.path, value_of(said.text[mark.start : mark.end], unit[0])] += 1
    assert expected == found
    for one in statements(claim):
        for attribute in attrs.fields(type(one)):
            value = getattr(one, attribute.name)
            if type(value) is int:
                assert str(value) in said.text
            elif isinstance(value, str):
                assert value in said.text or en.name(value).lower() in said.text.lower()
    assert not re.search(r"None|  |[{}]|\.\.|:\.|: \.", said.text)
    assert said.text[-1] in ".:"


def test_every_claim_class_has_an_english_sentence() -> None:
    assert set(CLASSES) == set(SENTENCES)


def anything(cls: type) -> st.SearchStrategy[Any]:
    """Objects of a class of which any field that may be None is there or not, whatever a form would say."""
    attrs.resolve_types(cls)
    formats = formats_of(cls, FORM.conventions)
    fields = {one.name: _values(one.type, formats.get(one.name)) for one in attrs.fields(cls)}
    return st.builds(cls, **fields)


def _values(kind: Any, number_format: NumberFormat | None) -> st.SearchStrategy[Any]:
    if NoneType in get_args(kind):
        (rest,) = (one for one in get_args(kind) if one is not NoneType)
        return st.none() | _values(rest, number_format)
    assert get_origin(kind) is not Union
    if kind is Printed:
        assert number_format is not None
        return printed(number_format, signed=number_format.scale is not None)
    if kind is str:
        return st.sampled_from(["人员增加", "差旅费", "公共安全支出", "甲"])
    if kind is int:
        return st.integers(2000, 2099)
    if kind is bool:
        return st.booleans()
    if get_origin(kind) is tuple:
        return st.lists(anything(get_args(kind)[0]), min_size=1, max_size=3).map(tuple)
    return st.sampled_from(kind) if issubclass(kind, Enum) else anything(kind)


def sayable(claim: Any) -> bool:
    """Whether each comparison in it has numbers only where something changed, as claims have."""
    return all(
        one.direction is not Direction.UNCHANGED or (one.amount is None and one.rate is None)
        for one in statements(claim)
        if isinstance(one, Change)
    )


@pytest.mark.parametrize("cls", CLASSES)
@given(data=st.data())
def test_whatever_a_form_leaves_out_every_number_is_said(cls: type[Claim], data: st.DataObject) -> None:
    assert_all_said(data.draw(anything(cls).filter(sayable)))


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@given(data=st.data())
def test_what_a_form_says_is_said_in_english(
    jurisdiction: Jurisdiction, sentence: Sentence[Any], data: st.DataObject
) -> None:
    people = st.sampled_from(["人员增加", "项目减少", "甲"])
    assert_all_said(data.draw(spoken(sentence.cls, jurisdiction, text=people)))


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
def test_every_situation_is_said(jurisdiction: Jurisdiction, sentence: Sentence[Any]) -> None:
    for claim in situations(sentence.cls, sentence.said(), jurisdiction.conventions):
        assert_all_said(claim)


def test_no_word_of_the_templates_hides_a_field() -> None:
    parts = {claims.Comparison, claims.Execution, claims.AmountShare, claims.ClassShare, claims.RevenuePart, Change}
    fields = {one.name for cls in [*CLASSES, *parts] for one in attrs.fields(cls)}
    assert not fields & set(WORDS)
    assert not fields & {"self"}


@pytest.mark.parametrize(
    "vocabulary",
    [
        *(Level, FundSource, RevenueSource, SpendingNature, Direction),
        *(claims.RevenueHeading, claims.Side, claims.OverallItem, claims.FundsKind),
        *(claims.BudgetBasis, claims.Relation, claims.Difference),
    ],
)
def test_every_member_of_a_vocabulary_has_its_term(vocabulary: type[Enum]) -> None:
    terms = [en.term(member) for member in vocabulary]
    assert len(set(terms)) == len(terms)


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_every_class_has_an_english_name_and_every_name_is_official(year: int) -> None:
    functional = {entry.name for entry in catalog.functional_entries(year) if entry.code.group_code is None}
    economic = {entry.name for entry in catalog.economic_entries(year)}
    classes = {entry.name for entry in catalog.economic_entries(year) if entry.code.group_code is None}
    assert functional == set(en.FUNCTIONAL)
    assert classes <= set(en.ECONOMIC) <= economic
    assert en.SEEN <= functional


def test_what_has_no_english_name_stays_chinese() -> None:
    assert "社区矫正" == en.name("社区矫正")


def test_a_former_name_of_a_class_is_english_too() -> None:
    assert "culture, sports and media" == en.name("文化体育与传媒支出")


def test_the_document_says_that_it_is_a_translation(document: Document) -> None:
    notice = (
        "Translation for reading only, generated from the same figures; the Chinese text is authoritative. "
        "(英文译本仅供阅读，以中文文本为准。)"
    )
    assert ("en", notice) == (document.lang, document.notice)
    assert notice == document.to_text().splitlines()[2]
    assert f"> {notice}" == document.to_markdown().splitlines()[2]
    data = document.to_dict()
    assert ("en", notice) == (data["lang"], data["notice"])


def test_marks_and_titles_are_english(document: Document) -> None:
    assert "12. Government procurement" == document.section("12").heading
    marks = [block.text.split()[0] for block in document.section("1").blocks if isinstance(block, Paragraph)]
    assert ["In", "(1)", "a.", "b.", "c.", "(2)", "a.", "b.", "c."] == marks
    assert ["(i)", "(ii)", "(iii)", "(iv)", "(ix)"] == [en.mark("（1）", number).strip() for number in (1, 2, 3, 4, 9)]
    assert "aa. " == en.mark("1、", 27)


def test_both_languages_have_the_same_statements_in_the_same_order(
    accounts: gf.FinalAccounts, document: Document
) -> None:
    def outline(made: Document) -> list[list[tuple[str, str, str]]]:
        return [
            [(block.style, block.topic, block.key) for block in section.blocks if isinstance(block, Paragraph)]
            for section in made.sections
        ]

    assert outline(gf.compose(accounts, FORM)) == outline(document)


def test_numbers_have_the_derivations_of_the_chinese_text(accounts: gf.FinalAccounts, document: Document) -> None:
    def derivations(made: Document) -> list[tuple[str, str, str | None]]:
        return [
            (paragraph.topic, span.slot, span.derivation and span.derivation("zh"))
            for paragraph in made.paragraphs()
            for span in sorted(paragraph.numbers, key=lambda span: span.slot)
        ]

    chinese = derivations(gf.compose(accounts, FORM))
    assert len(chinese) > 300
    assert Counter(chinese) == Counter(derivations(document))


def test_the_spans_of_joined_sentences_stand_at_their_numbers(document: Document) -> None:
    paragraph = next(one for one in document.paragraphs() if "Self-evaluation of “对口援疆补助经费”" in one.text)
    shown = [paragraph.text[span.start : span.end] for span in paragraph.numbers]
    # score, budget, executed, rate; then weight and score of each of the eight indicators
    assert ["94.6", "0.51", "0.3578", "70.16", "10", "8.33", "5", "5", "10", "10"] == shown[:10]
    assert 4 + 2 * 8 == len(shown)


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@fewer(6)
@given(accounts=final_accounts())
def test_every_number_of_a_document_stands_where_its_span_says(
    jurisdiction: Jurisdiction, accounts: gf.FinalAccounts
) -> None:
    derivation = gf.derive(accounts, jurisdiction)
    claimed = Counter((path, en.number(one).digits) for made in derivation for path, one in printed_numbers(made.claim))
    shown = Counter(
        (span.slot, paragraph.text[span.start : span.end])
        for paragraph in set_in_outline(accounts, jurisdiction, derivation, lang="en").paragraphs()
        for span in paragraph.numbers
    )
    assert claimed == shown


def test_charts_have_english_labels(document: Document) -> None:
    charts = [block for section in document.sections for block in section.blocks if isinstance(block, Chart)]
    assert ["Figure 1. Revenue by source", "Figure 2. Expenditure by nature"] == [chart.caption for chart in charts]
    assert ("General public budget appropriations", "0.8724") == charts[0].points[0]


def test_titles_of_the_form_stand_before_those_of_the_library(accounts: gf.FinalAccounts) -> None:
    outline = FORM.outline
    first = evolve(outline.sections[0], en="The {level} as a whole")
    form = evolve(
        FORM.form,
        outline=evolve(outline, title_en="{year} of the {level} {name}", part_en="Part II, {level}", sections=(first,)),
    )
    made = gf.compose(accounts, Jurisdiction(form), lang="en")
    assert ("2023 of the department 赤峰市司法局", "Part II, department") == (made.title, made.part)
    assert "1. The department as a whole" == made.section("1").heading


def test_a_form_without_english_titles_gets_those_of_its_topics(accounts: gf.FinalAccounts) -> None:
    overall, revenue, *_ = FORM.outline.sections
    both = evolve(overall, title="收入支出情况", en="", items=(*overall.items, *revenue.items))
    outline = evolve(FORM.outline, title_en="", part_en="", sections=(evolve(overall, en=""), both))
    made = gf.compose(accounts, Jurisdiction(evolve(FORM.form, outline=outline)), lang="en")
    assert "赤峰市司法局: Notes on the 2023 Final Accounts of the Department" == made.title
    assert "Notes on the Final Accounts of the Department" == made.part
    # a section on two things has no English title: its own stands
    assert ["1. Overall revenue and expenditure", "2. 收入支出情况"] == [section.heading for section in made.sections]


def test_a_text_that_chinese_cannot_say_is_quoted_in_english(accounts: gf.FinalAccounts) -> None:
    reason = "甲。与上年决算相比，收、支总计各增加1.00万元，增长1.00%"
    treacherous = evolve(accounts, remarks=gf.Remarks({**accounts.remarks.texts, "overall.total.initial": reason}))
    with pytest.raises(UnsayableError):
        gf.compose(treacherous, FORM)
    assert f"“{reason}”" in gf.compose(treacherous, FORM, lang="en").to_text()


@pytest.mark.parametrize("lang", ["fr", "", "EN", None])
def test_another_language_is_refused(accounts: gf.FinalAccounts, lang: Any) -> None:
    with pytest.raises(gf.InvalidInputError, match="expected zh or en") as caught:
        gf.compose(accounts, FORM, lang=lang)
    assert "zh 或 en" in caught.value.message("zh")


# What the published document got wrong, or has otherwise than the example (errata in the README of the examples).
@pytest.mark.skipif(not FACTS.exists(), reason="needs the reference folder beside the repository")
@pytest.mark.parametrize(("section", "number"), [("一", "1"), ("三", "3"), ("四", "4"), ("十一", "11"), ("十二", "12")])
def test_the_published_amounts_stand_in_the_english_text(document: Document, section: str, number: str) -> None:
    text = "\n".join(block.text for block in document.section(number).blocks if isinstance(block, Paragraph))
    amounts = [
        amount.lstrip("-")
        for item in json.loads(FACTS.read_text(encoding="utf-8"))["sections"][section]["items"]
        for name in ("amount", "budget", "budget_change", "prior_change")
        if (amount := item.get(name)) is not None and item["unit"] == "万元"
    ]
    assert len(amounts) > 1
    for amount in amounts:
        assert in_yuan(Decimal(amount)) in text


def in_yuan(wan: Decimal) -> str:
    yuan = wan * 10_000
    if not yuan:
        return "0 yuan"
    return f"{yuan:,.0f} yuan" if yuan < 100_000 else f"{yuan / 1_000_000:,.4f} million yuan"


def test_the_scales_of_amounts_are_all_known() -> None:
    assert set(UNITS) == {scale.value for scale in Scale}
    assert set(PHRASES) >= {"vs_prior", "vs_budget_both", "moved"}
