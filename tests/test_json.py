"""Accounts to JSON and back."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govfinance as gf
from govfinance.model import (
    BudgetLine,
    CarryOver,
    Department,
    EconomicItem,
    FinalAccounts,
    FunctionalItem,
    Overall,
    Overview,
    Performance,
    ProjectEvaluation,
    Remarks,
    RevenueLine,
    SelfEvaluation,
    Unit,
)
from govfinance.testing import final_accounts
from tests.json_documents import complete_document, documents

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "chifeng-justice-2023.json"
SCALES = pytest.mark.parametrize("scale", [gf.Scale.YUAN, gf.Scale.WAN])


def accounts(**fields: Any) -> FinalAccounts:
    return FinalAccounts(**{"department": Department(name="甲县乙局"), "year": 2023, **fields})


def written(scale: gf.Scale = gf.Scale.YUAN, **fields: Any) -> dict[str, Any]:
    """What is written of accounts, beyond what all accounts have."""
    document = json.loads(gf.dumps(accounts(**fields), scale))
    always = {"format": "govfinance/1", "scale": scale.value, "department": {"name": "甲县乙局"}, "year": 2023}
    assert {**always, "level": "department"} == {key: document.pop(key) for key in (*always, "level")}
    return document


# --- round trips ------------------------------------------------------------------------------------------------------


@SCALES
@given(document=documents() | documents(full=True))
def test_what_was_read_is_written_and_read_again_unchanged(document: dict[str, Any], scale: gf.Scale) -> None:
    once = gf.loads(json.dumps(document))
    text = gf.dumps(once, scale)
    assert once == gf.loads(text)
    assert text == gf.dumps(gf.loads(text), scale)


@SCALES
@given(once=final_accounts() | final_accounts(complete=False))
def test_accounts_of_any_kind_come_back_unchanged(once: FinalAccounts, scale: gf.Scale) -> None:
    assert once == gf.loads(gf.dumps(once, scale))


@given(once=final_accounts(), data=st.data())
def test_equal_accounts_are_written_alike(once: FinalAccounts, data: st.DataObject) -> None:
    shuffled = {
        name: data.draw(st.permutations(getattr(once, name)))
        for name in ("revenue", "expenditure", "functional", "economic")
    }
    topics = data.draw(st.permutations(sorted(once.remarks.texts.items())))
    other = attrs.evolve(once, **shuffled, remarks=Remarks(dict(topics)))
    assert once == other
    assert gf.dumps(once) == gf.dumps(other)


def test_the_example_comes_back_from_a_file(tmp_path: Path) -> None:
    example = gf.load(EXAMPLE)
    for scale in (gf.Scale.YUAN, gf.Scale.WAN):
        gf.dump(example, tmp_path / "out.json", scale)
        assert example == gf.load(str(tmp_path / "out.json"))


def test_a_document_with_every_key_comes_back_with_every_key() -> None:
    complete = complete_document()
    assert complete == json.loads(gf.dumps(gf.loads(json.dumps(complete))))


# --- what is written --------------------------------------------------------------------------------------------------


def test_nothing_is_written_of_what_was_not_supplied() -> None:
    assert {} == written()
    assert {"overall": {}, "overview": {}} == written(overall=Overall(), overview=Overview())


def test_keyed_lists_are_written_as_objects_in_the_order_of_the_tables() -> None:
    items = [
        FunctionalItem(code="2080505", fund="general_public", basic=3, project=0),
        FunctionalItem(code="2296002", fund="government_fund", basic=0, project=4),
        FunctionalItem(code="2040601", fund="general_public", basic=1, project=2, initial=3, class_name="公共安全支出"),
        FunctionalItem(code="204", fund="general_public", basic=0, project=0),
    ]
    expected = {
        "general_public": {
            "204": {"basic": "0", "project": "0"},
            "2040601": {"basic": "1", "project": "2", "initial": "3", "class_name": "公共安全支出"},
            "2080505": {"basic": "3", "project": "0"},
        },
        "government_fund": {"2296002": {"basic": "0", "project": "4"}},
    }
    found = written(functional=items)["functional"]
    assert json.dumps(expected) == json.dumps(found)  # the order, too


def test_economic_items_are_written_by_nature_and_code() -> None:
    items = [EconomicItem(code="30101", nature="project", actual=5), EconomicItem(code="302", nature="basic", actual=6)]
    assert {"economic": {"basic": {"302": {"actual": "6"}}, "project": {"30101": {"actual": "5"}}}} == written(
        economic=items
    )


def test_lists_without_a_key_keep_their_order() -> None:
    projects = [ProjectEvaluation(name="乙", budget=1, executed=0), ProjectEvaluation(name="甲", budget=1, executed=0)]
    performance = Performance(self_evaluations=[SelfEvaluation(fund="general_public", projects=2)], projects=projects)
    expected = {
        "self_evaluations": {"general_public": {"projects": 2}},
        "projects": [
            {"name": "乙", "fund": "general_public", "budget": "1", "executed": "0"},
            {"name": "甲", "fund": "general_public", "budget": "1", "executed": "0"},
        ],
    }
    assert {"performance": expected} == written(performance=performance)


def test_remarks_are_written_in_the_order_of_the_narrative() -> None:
    remarks = Remarks(
        {
            "functional.2080505": "丙",
            "fiscal.total.prior": "乙",
            "functional.2040601": "丁",
            "overall.total.initial": "甲",
        }
    )
    assert ["overall.total.initial", "fiscal.total.prior", "functional.2040601", "functional.2080505"] == list(
        written(remarks=remarks)["remarks"]
    )


def test_accounts_of_a_unit_are_written_within_it_in_the_same_scale() -> None:
    own = accounts(level="unit", revenue=[RevenueLine(source="other", actual="10000")])
    whole = accounts(department=Department(name="甲县丙局", units=[Unit(name="乙所", accounts=own)]))
    document = json.loads(gf.dumps(whole, gf.Scale.WAN))
    assert {
        "name": "乙所",
        "accounts": {
            "department": {"name": "甲县乙局"},
            "year": 2023,
            "level": "unit",
            "revenue": {"other": {"actual": "1"}},
        },
    } == document["department"]["units"][0]
    assert whole == gf.loads(gf.dumps(whole, gf.Scale.WAN))


@pytest.mark.parametrize(
    ("amount", "yuan", "wan"),
    [
        pytest.param("0", "0", "0", id="zero"),
        pytest.param("-0.00", "0", "0", id="a zero with a sign"),
        pytest.param("47896404", "47896404", "4789.6404", id="whole 元"),
        pytest.param("1005.20", "1005.2", "0.10052", id="a zero at the end"),
        pytest.param("0.01", "0.01", "0.000001", id="a 分"),
        pytest.param("100000", "100000", "10", id="whole 万元"),
        pytest.param(Decimal("1E+3"), "1000", "0.1", id="an exponent"),
        pytest.param("9999999999999999.99", "9999999999999999.99", "999999999999.999999", id="the largest"),
        pytest.param("-1234.5", "-1234.5", "-0.12345", id="below zero"),
    ],
)
def test_amounts_are_written_with_the_digits_that_say_something(amount: str, yuan: str, wan: str) -> None:
    overall = Overall(opening=CarryOver(actual=amount))
    assert {"overall": {"opening": {"actual": yuan}}} == written(overall=overall)
    assert {"overall": {"opening": {"actual": wan}}} == written(gf.Scale.WAN, overall=overall)


@pytest.mark.parametrize(("score", "expected"), [("95.40", "95.4"), ("100", "100"), ("100.00", "100"), ("0.0", "0")])
def test_scores_are_written_in_any_scale_as_they_are(score: str, expected: str) -> None:
    performance = Performance(projects=[ProjectEvaluation(name="甲", budget=1, executed=0, score=score)])
    for scale in (gf.Scale.YUAN, gf.Scale.WAN):
        assert expected == written(scale, performance=performance)["performance"]["projects"][0]["score"]


def test_the_text_is_indented_unescaped_and_ends_with_a_line_feed() -> None:
    expected = """\
{
  "format": "govfinance/1",
  "scale": "元",
  "department": {
    "name": "甲县乙局"
  },
  "year": 2023,
  "level": "department",
  "note": "𠮷\\n“引”"
}
"""
    assert expected == gf.dumps(accounts(note="𠮷\n“引”"))
    assert 1 == gf.dumps(accounts(), indent=None).count("\n")


def test_there_is_no_writing_in_a_scale_that_files_do_not_have() -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.dumps(accounts(), gf.Scale.YI)
    assert "scale: expected Scale.YUAN or Scale.WAN, got Scale.YI" == str(caught.value)
    assert "scale：应为 Scale.YUAN 或 Scale.WAN，实际为 Scale.YI" == caught.value.message("zh")


def test_only_accounts_are_written() -> None:
    with pytest.raises(gf.InvalidInputError, match=r"^expected FinalAccounts, got dict$"):
        gf.dumps({"year": 2023})  # type: ignore[arg-type]


def test_units_in_units_are_written_until_they_are_too_many() -> None:
    nested = accounts()
    for _ in range(400):
        nested = accounts(department=Department(name="甲", units=[Unit(name="乙", accounts=nested)]))
    with pytest.raises(gf.InvalidInputError, match=r"^units are nested too deeply in units$"):
        gf.dumps(nested)


# --- what is read -----------------------------------------------------------------------------------------------------

SMALLEST = '{"format": "govfinance/1", "scale": "元", "department": {"name": "甲县乙局"}, "year": 2023}'


def test_the_smallest_document_is_read() -> None:
    assert accounts() == gf.loads(SMALLEST)


@pytest.mark.parametrize("text", [SMALLEST.encode(), "\ufeff" + SMALLEST, b"\xef\xbb\xbf" + SMALLEST.encode()])
def test_bytes_and_a_byte_order_mark_are_read(text: str | bytes) -> None:
    assert accounts() == gf.loads(text)


def test_keys_come_in_any_order() -> None:
    document = dict(reversed(json.loads(SMALLEST).items()))
    assert accounts() == gf.loads(json.dumps(document))


@pytest.mark.parametrize(
    ("scale", "text", "yuan"),
    [
        ("元", "47896404", "47896404"),
        ("元", "1005.2000", "1005.2"),
        ("万元", "4789.6404", "47896404"),
        ("万元", "4789.64", "47896400"),
        ("万元", "0.000001", "0.01"),
        ("万元", "999999999999.999999", "9999999999999999.99"),
    ],
)
def test_amounts_are_read_exactly_in_their_scale(scale: str, text: str, yuan: str) -> None:
    document = {**json.loads(SMALLEST), "scale": scale, "overall": {"total": {"actual": text}}}
    assert accounts(overall=Overall(total=BudgetLine(actual=yuan))) == gf.loads(json.dumps(document))


def test_empty_objects_and_lists_say_nothing_more_than_nothing() -> None:
    empty = {"revenue": {}, "functional": {"general_public": {}}, "economic": {}, "remarks": {}, "glossary": []}
    assert accounts() == gf.loads(json.dumps({**json.loads(SMALLEST), **empty}))


@pytest.mark.parametrize("year", ["2023", "2023.0", "2.023e3", "20230e-1"])
def test_a_whole_number_is_one_however_json_writes_it(year: str) -> None:
    assert 2023 == gf.loads(SMALLEST.replace("2023", year)).year


def test_colons_and_nulls_in_texts_are_texts() -> None:
    note = '"a": null, {"b": 1}: 12:30'
    assert note == gf.loads(json.dumps({**json.loads(SMALLEST), "note": note})).note
