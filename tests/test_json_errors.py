"""All that is wrong with a document is told at once: the keys, the codes and the words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from govfinance.errors import Lang
from tests.json_faults import HEAD, error_of, faulty_documents, is_read, lines

LANGUAGES: tuple[Lang, ...] = ("en", "zh")

# --- keys -------------------------------------------------------------------------------------------------------------


def test_an_unknown_key_is_named_with_the_one_that_was_meant() -> None:
    assert [
        "overall.total.initail: unknown key, expected initial",
        "overall.opening.年初: unknown key, expected initial, adjusted, actual or prior",
        "contct: unknown key, expected contact",
    ] == lines(overall={"total": {"initail": "1"}, "opening": {"年初": "1"}}, contct={})
    assert "contct：未知的键，应为 contact" == error_of({**HEAD, "contct": {}}).message("zh")


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("a b", '["a b"]'),
        ("", '[""]'),
        ("a\nb", '["a\\nb"]'),
        ("\ud800", '["\\ud800"]'),
        ("\u202e", '["\\u202e"]'),
        ("a" * 100, f'["{"a" * 37}..."]'),
        ("a[0]", '["a[0]"]'),
    ],
)
def test_a_key_that_would_be_misread_stands_in_quotes(key: str, shown: str) -> None:
    error = error_of(json.dumps({**HEAD, "contact": {key: "1"}}))
    assert f"contact{shown}: unknown key, expected person, telephone or email" == str(error)


def test_a_key_that_stands_twice_is_named_with_its_place() -> None:
    text = json.dumps({**HEAD, "overall": {"total": {"actual": "1"}}, "remarks": {}, "functional": {}})
    text = (
        text.replace('"actual": "1"', '"actual": "1", "actual": "2", "prior": "-1"')
        .replace('"remarks": {}', '"remarks": {"overall.total.prior": "甲", "overall.total.prior": "甲"}')
        .replace('"functional": {}', '"functional": {"general_public": {}, "general_public": {}}')
        .replace('"year": 2023', '"year": 2023, "year": 2023, "format": "govfinance/1"')
    )
    twice = "expected this key once in its object, got it again"
    assert [
        f"format: {twice}",
        f"year: {twice}",
        f"overall.total.actual: {twice}",
        "overall.total.prior: expected zero or more, got -1",
        f"remarks.overall.total.prior: {twice}",
        f"functional.general_public: {twice}",
    ] == sorted_as(str(error_of(text)).split("\n"), ["format", "year", "overall", "remarks", "functional"])
    assert "year：该键在同一对象中重复" in error_of(text).message("zh").split("\n")


def sorted_as(found: list[str], starts: list[str]) -> list[str]:
    """The lines in the order of what they begin with."""
    return sorted(found, key=lambda line: next(place for place, start in enumerate(starts) if line.startswith(start)))


def test_null_is_no_value() -> None:
    assert [
        "note: expected a text, got null; leave the key out if there is none",
        "overview.functions[1]: expected a text, got null",
        "overall: expected an object ({...}), got null; leave the key out if there is none",
        "functional.general_public.2040601: expected an object ({...}), got null",
        "remarks.overall.total.prior: expected a text, got null",
        "glossary[0]: expected an object ({...}), got null",
        "glossary[1].term: expected a text, got null",
    ] == lines(
        note=None,
        overview={"functions": ["甲", None]},
        overall=None,
        functional={"general_public": {"2040601": None}},
        remarks={"overall.total.prior": None},
        glossary=[None, {"term": None, "definition": "甲"}],
    )


# --- codes and other words --------------------------------------------------------------------------------------------

ITEM = {"basic": "1", "project": "0"}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("204 06 01", '["204 06 01"]: expected the digits alone, write "2040601"'),
        ("204.06.01", '.204.06.01: expected the digits alone, write "2040601"'),
        (
            "２０４０６",
            (
                ".２０４０６: ２０４０６ has full-width digits, write 20406; "
                "expected 支出功能分类 such as 204, 20406 or 2040601"
            ),
        ),
        (
            "30101",
            ".30101: 30101 looks like a 部门预算支出经济分类 code; expected 支出功能分类 such as 204, 20406 or 2040601",
        ),
        (
            "299",
            (
                ".299: expected a known 类 of 支出功能分类 such as 229 其他支出, 219 援助其他地区支出 or "
                "209 社会保险基金支出, got 299"
            ),
        ),
        (
            "2041601",
            (
                ".2041601: expected a known 款 of 204 公共安全支出 such as 20410 缉私警察, 20406 司法 or 20409 国家保密, "
                "got 2041601"
            ),
        ),
    ],
)
def test_a_code_as_a_key_is_digits_that_exist(code: str, expected: str) -> None:
    path = "functional.general_public"
    assert [f"{path}{expected}"] == lines(functional={"general_public": {code: ITEM}})


def test_an_economic_code_is_one_of_its_own_classification() -> None:
    item = {"actual": "1"}
    assert [
        "economic.basic.2040601: 2040601 looks like a 支出功能分类 code; expected 部门预算支出经济分类 such as 301 or 30101",
        (
            "economic.basic.30104: expected a known 款 of 301 工资福利支出 such as 30103 奖金, 30102 津贴补贴 or "
            "30106 伙食补助费, got 30104"
        ),
    ] == lines(economic={"basic": {"2040601": item, "30101": item, "30104": item}})


def test_what_lies_under_a_wrong_key_is_judged_too() -> None:
    assert [
        "functional.general: expected one of general_public, government_fund, state_capital, got 'general'",
        "functional.general.2040601.basic: expected zero or more, got -1",
        "functional.general.2040601.class_name: expected 公共安全 or 公共安全支出, the 类 of 2040601, got '外交支出'",
        (
            "functional.state_capital.299: expected a known 类 of 支出功能分类 such as 229 其他支出, 219 援助其他地区支出 or "
            "209 社会保险基金支出, got 299"
        ),
        "functional.state_capital.299.project: expected zero or more, got -1",
        "economic.operation: expected basic or project, got operation",
        "economic.operation.30101.actual: expected zero or more, got -1",
    ] == lines(
        functional={
            "general": {"2040601": {"basic": "-1", "project": "0", "class_name": "外交支出"}},
            "state_capital": {"299": {"basic": "1", "project": "-1", "class_name": "外交支出"}},
        },
        economic={"operation": {"30101": {"actual": "-1"}}},
    )


def test_the_name_of_a_class_has_to_be_one_of_its_code() -> None:
    item = {**ITEM, "class_name": "外交支出"}
    expected = "class_name: expected 公共安全 or 公共安全支出, the 类 of 2040601, got '外交支出'"
    assert [f"functional.general_public.2040601.{expected}"] == lines(functional={"general_public": {"2040601": item}})
    assert [
        "functional.general_public.2040601.basic: expected zero or more, got -1",
        f"functional.general_public.2040601.{expected}",
    ] == lines(functional={"general_public": {"2040601": {**item, "basic": "-1"}}})


def test_the_fields_that_are_keys_stand_outside_only() -> None:
    assert [
        (
            "functional.general_public.2040601.code: unknown key, expected basic, project, initial, adjusted, prior, "
            "opening, revenue, closing, name or class_name"
        ),
        "revenue.other.source: unknown key, expected initial, adjusted, actual or prior",
        "fiscal.funds.general_public.fund: unknown key, expected opening, expenditure or closing",
    ] == lines(
        functional={"general_public": {"2040601": {**ITEM, "code": "2040601"}}},
        revenue={"other": {"actual": "1", "source": "other"}},
        fiscal={"funds": {"general_public": {"fund": "general_public"}}},
    )


def test_words_texts_and_topics_are_named_where_they_are_wrong() -> None:
    assert [
        "level: expected one of department, unit, got '部门'",
        "note: expected a text, got an empty one",
        'overview.functions: expected a list of texts (["...", "..."]), got the text \'甲\'',
        "overview.organs: expected no control characters, got '\\t' at character 2",
        "overview.work_done[0]: expected a text, got the number 5",
        "overview.work_done[1]: expected a text, got an empty one",
        "remarks.overal.total.prior: expected a topic of remarks, such as overall.total.prior or fiscal.total.prior",
        'remarks["甲 乙"]: expected a topic of remarks (see govfinance.model.TOPICS)',
        'remarks["甲 乙"]: expected a text, got true',
    ] == lines(
        level="部门",
        note=" \n",
        overview={"functions": "甲", "organs": "甲\t乙", "work_done": [5, "　"]},
        remarks={"overal.total.prior": "甲", "甲 乙": True},
    )


# --- all at once ------------------------------------------------------------------------------------------------------


def test_all_problems_of_a_file_are_told_at_once() -> None:
    document = {
        "format": "govfinance/1",
        "scale": "元",
        "department": {"name": ""},
        "yaer": 2023,
        "overall": {"total": {"actual": 5}},
        "functional": {"general_public": {"2040601": {"basic": "-1000", "project": "0"}}},
        "performance": {
            "projects": [
                {"name": "甲", "budget": "1", "executed": "1"},
                {"name": "乙", "budget": "1", "executed": "-1", "indicators": [{"name": "丙", "target": "1"}]},
            ]
        },
        "remarks": {"overal.total.prior": "甲"},
    }
    assert [
        "department.name: expected a text, got an empty one",
        "yaer: unknown key, expected year",
        'overall.total.actual: expected an amount in 元 as a text such as "47896404", got the number 5; write "5"',
        "functional.general_public.2040601.basic: expected zero or more, got -1000",
        "performance.projects[1].executed: expected zero or more, got -1",
        "performance.projects[1].indicators[0].actual: expected a text, but the key is missing",
        "remarks.overal.total.prior: expected a topic of remarks, such as overall.total.prior or fiscal.total.prior",
        "year: expected a year such as 2023, but the key is missing",
    ] == str(error_of(document)).split("\n")


@given(faulty_documents())
def test_whatever_is_wrong_is_told_in_lines_that_can_be_printed(document: Any) -> None:
    if is_read(document):
        return
    error = error_of(json.dumps(document))
    for lang in LANGUAGES:
        found = error.message(lang).split("\n")
        assert len(error.problems) == len(found)
        assert all(line.isprintable() and line.encode() for line in found)
    assert all(problem.code and problem.path for problem in error.problems)
    assert len(set(error.problems)) == len(error.problems)


def test_stated_totals_are_read_by_their_addresses() -> None:
    assert [
        'stated["nowhere/1"]: expected the address of a total of a table, such as expenditure/208/basic',
        'stated["totals/208/actual"]: expected an amount in 元 as a text such as "47896404", got the number 5; write "5"',
    ] == sorted(lines(stated={"totals/208/actual": 5, "nowhere/1": "1"}))
