"""Whose accounts a document is about: department, year, level and form, and nothing where it does not say so."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govfinance as gf
from govfinance.audit._identify import Identity, identify
from govfinance.audit._names import mentions, name_key, same_name
from govfinance.audit._outline import find_outline
from govfinance.document import PublishedDocument
from govfinance.errors import InvalidInputError
from govfinance.model import FinalAccounts
from govfinance.testing import final_accounts

EDITIONS = [("inner-mongolia", 2022), ("inner-mongolia", 2023), ("ministry", 2023), ("shanghai", 2024)]


def identity_of(text: str, *, name: str = "", jurisdiction: str | None = None) -> Identity:
    document = PublishedDocument.of_text(text, name)
    return identify(document, find_outline(document), jurisdiction=jurisdiction)


def test_a_title_says_department_year_and_level() -> None:
    found = identity_of("甲市乙区教育局2022年度部门决算")
    assert ("甲市乙区教育局", 2022, "department") == (found.department, found.year, found.level)


def test_a_title_with_the_year_first_is_read_as_well() -> None:
    found = identity_of("2022年度甲市乙区第一小学单位决算")
    assert ("甲市乙区第一小学", 2022, "unit") == (found.department, found.year, found.level)


def test_sentences_say_it_where_there_is_no_title() -> None:
    found = identity_of(
        "一、收入支出决算总体情况说明\n甲县林业局（部门） 2023年度收入、支出决算总计 10.00万元。\n"
        "九、政府性基金预算财政拨款支出决算情况说明\n甲县林业局（部门） 2023年度政府性基金预算财政拨款支出决算 0.00万元。"
    )
    assert ("甲县林业局", 2023, "department") == (found.department, found.year, found.level)
    assert 2 == len(found.department_places)


def test_the_place_of_the_department_is_that_of_its_name() -> None:
    document = PublishedDocument.of_text("甲县林业局（部门） 2023年度收入、支出决算总计 10.00万元。")
    found = identify(document, find_outline(document))
    assert ["甲县林业局（部门）"] == [document.quote(place) for place in found.department_places]


def test_the_name_of_the_file_counts_where_the_text_does_not_say() -> None:
    assert "甲县林业局" == identity_of("正文", name="甲县林业局2023年度部门决算.pdf").department


def test_two_names_said_equally_often_are_none() -> None:
    text = "甲县林业局2023年度部门决算\n乙县教育局2023年度部门决算"
    assert (None, 2023) == (identity_of(text).department, identity_of(text).year)


def test_two_years_said_equally_often_are_none() -> None:
    assert identity_of("甲县林业局2023年度部门决算\n甲县林业局2022年度部门决算").year is None


def test_one_wrong_year_among_many_does_not_change_the_year() -> None:
    lines = ["甲县林业局2023年度部门决算", *("甲县林业局2023年度收入支出总计1.00万元。" for _ in range(3))]
    assert 2023 == identity_of("\n".join([*lines, "甲县林业局2022年度政府采购支出总额1.00万元。"])).year


def test_a_comparison_says_the_year_after_it() -> None:
    assert 2024 == identity_of("本年收入合计1.00万元。与2023年度相比，减少1.00万元。").year


@pytest.mark.parametrize("text", ["", "今天天气晴朗。", "1,2,3,4", "第一部分 部门概况\n一、主要职能"])
def test_nothing_is_guessed(text: str) -> None:
    found = identity_of(text)
    assert (None, None, None) == (found.department, found.year, found.form)


def test_the_jurisdiction_of_the_caller_is_taken() -> None:
    found = identity_of("甲县林业局2023年度部门决算", jurisdiction="inner-mongolia")
    assert found.form is not None
    assert ("inner-mongolia", 2023) == (found.jurisdiction_id, found.form.year)


def test_an_unknown_jurisdiction_is_refused() -> None:
    with pytest.raises(InvalidInputError):
        identity_of("甲县林业局2023年度部门决算", jurisdiction="atlantis")


@pytest.mark.parametrize(("name", "year"), EDITIONS)
@given(accounts=final_accounts(text=st.sampled_from(["业务工作需要", "按规定安排"])))
def test_the_form_of_a_generated_document_is_recognised(name: str, year: int, accounts: FinalAccounts) -> None:
    form = gf.jurisdiction(name, year=year)
    text = gf.compose(evolve(accounts, year=year), form).to_text()
    found = identity_of(text)
    assert found.form is form
    assert year == found.year
    assert found.department in (None, accounts.department.name)


def test_a_form_is_sure_only_if_a_published_document_confirmed_it() -> None:
    text = "甲县林业局2023年度部门决算"
    assert [True, False] == [identity_of(text, jurisdiction=name).form_sure for name in ("inner-mongolia", "ministry")]


def test_names_are_compared_without_what_says_the_level() -> None:
    assert ["甲县林业局"] * 4 == [name_key(f"甲县林业局{tail}") for tail in ("", "（部门）", "本级", "部门")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("上海市甲区财政局", "甲区财政局", True),
        ("甲市乙区应急管理局", "甲市乙区应急局", True),
        ("中共甲市委组织部", "甲市委组织部", True),
        ("甲市财政局", "甲市教育局", False),
        ("甲市财政局", "乙市财政局", False),
    ],
)
def test_abbreviations_are_the_same_name(one: str, other: str, expected: bool) -> None:
    assert expected is same_name(one, other)


def test_words_that_are_no_names_are_not_mentioned() -> None:
    lines = [
        "与2023年度收入相比",
        "本部门2024年度收入支出总计1万元。",
        "其中：2024年度收入",
        "一般公共预算2024年度支出",
    ]
    assert [] == [one for line in lines for one in mentions(line) if one.name is not None]


def test_the_reference_documents_are_recognised(reference: Path) -> None:
    narrative = (reference / "putuo-finance-2024" / "narrative.txt").read_text(encoding="utf-8")
    found = identity_of(narrative)
    assert ("上海市普陀区财政局", 2024, "shanghai") == (found.department, found.year, found.jurisdiction_id)
    text = next((reference / "chifeng-2023").glob("0*.txt")).read_text(encoding="utf-8")
    found = identity_of(text)
    assert ("赤峰市司法局", 2023, "inner-mongolia") == (found.department, found.year, found.jurisdiction_id)
    assert "department" == found.level
