"""Which forms there are, and what is said when there is none."""

import pytest

import govfinance as gf
from govfinance.zh import chinese_numeral, mark


def test_an_edition_serves_its_year_and_the_later_ones() -> None:
    assert gf.jurisdiction("inner-mongolia", 2023) is gf.jurisdiction("inner-mongolia", 2030)


def test_an_unknown_jurisdiction_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.jurisdiction("inner_mongolia", 2023)
    (problem,) = caught.value.problems
    assert "unknown-jurisdiction" == problem.code
    assert "did you mean inner-mongolia?" in problem.en
    assert "inner-mongolia" in problem.zh


def test_a_year_before_the_first_edition_is_refused_with_the_editions() -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.jurisdiction("inner-mongolia", 2022)
    assert "inner-mongolia has no form for 2022; its editions begin with 2023" == caught.value.problems[0].en


def test_each_jurisdiction_says_what_it_was_checked_with_in_both_languages() -> None:
    for one in gf.jurisdictions():
        limitations = one.form.limitations
        assert one.form.references
        assert limitations
        assert all(limit.message("en").strip() and limit.message("zh").strip() for limit in limitations)
        assert one.form.checked_with or any(
            "no published" in limit.message("en") and "尚无公开" in limit.message("zh") for limit in limitations
        )


def test_a_jurisdiction_of_which_only_the_tables_are_known_says_so() -> None:
    one = gf.jurisdiction("shanghai", 2024)
    assert not one.has_narrative
    assert one.tables.layouts
    with pytest.raises(gf.InvalidInputError) as caught:
        _ = one.outline
    (problem,) = caught.value.problems
    assert "not-in-form" == problem.code
    assert "the library does not have the narrative of shanghai 2024" == problem.en
    assert "本库尚无上海市 2024 年度决算情况说明的格式" == problem.zh


def test_ordinal_marks_are_those_of_official_documents() -> None:
    assert ["一、", "（十一）", "3. ", "（4）"] == [
        mark("一、", 1),
        mark("（一）", 11),
        mark("1.", 3),
        mark("（1）", 4),
    ]
    with pytest.raises(ValueError, match="from 1 to 99"):
        chinese_numeral(100)
    with pytest.raises(ValueError, match="expected one of"):
        mark("a)", 1)
