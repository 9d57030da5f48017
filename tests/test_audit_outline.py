"""Sections are found by their headings, in any numbering; a contents page is none."""

import pytest

from govfinance.audit._outline import NARRATIVE, find_outline
from govfinance.document import PublishedDocument
from tests.audit_texts import BEIJING, INNER_MONGOLIA, SHANGHAI, ZHEJIANG


def abouts(text: str) -> list[str]:
    return [section.about for section in find_outline(PublishedDocument.of_text(text)).sections]


def test_each_section_of_the_shanghai_form_is_known_by_its_title() -> None:
    expected = ["part", "totals", "revenue", "general_public", "basic", "three_public", "government_fund"]
    assert [*expected, "other_matters", "operating_expenses", "assets"] == abouts(SHANGHAI)


def test_each_section_of_the_inner_mongolian_form_is_known_by_its_title() -> None:
    expected = ["part", "totals", "revenue", "general_public", "basic", "three_public", "procurement", "performance"]
    assert expected == abouts(INNER_MONGOLIA)


def test_sections_may_be_numbered_with_brackets_and_below_them_with_digits() -> None:
    outline = find_outline(PublishedDocument.of_text(ZHEJIANG))
    assert ["part", "totals", "revenue", "other_matters", "operating_expenses"] == abouts(ZHEJIANG)
    assert [0, 1, 1, 1, 2] == [section.level for section in outline.sections]


def test_the_narrative_may_be_called_notes() -> None:
    assert ["part", "totals", "general_public", "three_public"] == abouts(BEIJING)


def test_a_section_ends_where_the_next_begins_and_knows_what_it_is_within() -> None:
    outline = find_outline(PublishedDocument.of_text(SHANGHAI))
    other = next(number for number, one in enumerate(outline.sections) if one.about == "other_matters")
    inner = outline.sections[other + 1]
    assert ("（一）", "operating_expenses", other, 2) == (inner.number, inner.about, inner.parent, inner.level)
    assert inner.end == outline.sections[other + 2].first
    assert "totals" == outline.sections[outline.at(2)].about
    assert -1 == find_outline(PublishedDocument.of_text("没有标题的一段文字。")).at(0)


@pytest.mark.parametrize("number", ["一、", "1、 ", "1. ", "（一）", "一.", ""])
def test_a_heading_may_be_numbered_wrongly_or_not_at_all(number: str) -> None:
    text = f"第二部分 部门决算情况说明\n{number}收入支出决算总体情况说明\n总计1.00万元。\n二、收入决算情况说明\n合计1.00万元。"
    assert ["part", "totals", "revenue"] == abouts(text)


def test_a_heading_may_be_followed_by_text_in_its_paragraph() -> None:
    text = "一、其他重要事项的情况说明\n（一）机关运行经费支出情况。某局2023年度机关运行经费支出1.00万元，比2022年度增加0.50万元，增长100.00%，主要原因是人员增加，办公用房面积扩大，物业管理费相应增长。"
    assert ["other_matters", "operating_expenses"] == abouts(text)


CONTENTS = """\
某县文化局2023年度部门决算
目  录
第一部分 部门概况
一、部门职责
第二部分 2023年度部门决算表
一、收入支出决算总表
第三部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明..........5
二、收入决算情况说明..........6
第四部分 名词解释
第一部分 部门概况
一、部门职责
某县文化局负责12项工作。
第二部分 2023年度部门决算表
收入支出决算总表
公开01表
第三部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明
2023年度收、支总计5.00万元。
二、收入决算情况说明
本年收入合计5.00万元。
第四部分 名词解释
一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。
"""


@pytest.mark.parametrize("text", [CONTENTS, CONTENTS.replace("目  录\n", "")], ids=["with 目录", "without"])
def test_a_contents_page_has_no_sections(text: str) -> None:
    outline = find_outline(PublishedDocument.of_text(text))
    assert ["contents", "overview", "tables", "tables", "part", "totals", "revenue", "glossary"] == [
        section.about for section in outline.sections
    ]
    assert 2 == sum(section.about in NARRATIVE for section in outline.sections)


def test_sentences_with_amounts_are_no_headings() -> None:
    assert ["totals"] == abouts(
        "一、收入支出决算总体情况说明\n（一）收入决算总计 5.00万元。包括：\n1. 本年收入决算合计 5.00万元。"
    )


def test_the_same_subject_within_a_section_is_no_section() -> None:
    text = "七、财政拨款“三公”经费支出决算情况说明\n（一）“三公”经费财政拨款支出决算总体情况说明。\n总体。\n（二）“三公”经费财政拨款支出决算具体情况说明。"
    assert ["three_public"] == abouts(text)
