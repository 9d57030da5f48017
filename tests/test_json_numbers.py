"""Numbers in a document: amounts and scores are plain decimals in texts, counts and years are whole numbers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.json_faults import HEAD, error_of, lines

# --- amounts and other numbers ----------------------------------------------------------------------------------------

AMOUNT = 'expected an amount in 元 as a text such as "47896404"'
PLAIN = "expected a plain decimal such as '1005.22' (ASCII digits, no separators)"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (47896404, f'{AMOUNT}, got the number 47896404; write "47896404"'),
        (1005.2, f'{AMOUNT}, got the number 1005.2; write "1005.2"'),
        (1e16, f'{AMOUNT}, got the number 1e+16; write "10000000000000000"'),
        (float("nan"), f"{AMOUNT}, got the number NaN"),
        (float("inf"), f"{AMOUNT}, got the number Infinity"),
        (True, f"{AMOUNT}, got true"),
        (None, f"{AMOUNT}, got null; leave the key out if there is none"),
        ([], f"{AMOUNT}, got a list"),
        ({}, f"{AMOUNT}, got an object"),
        ("1,005.20", f"{PLAIN}, got '1,005.20'; write \"1005.20\""),
        ("１００５．２", f"{PLAIN}, got '１００５．２'; write \"1005.2\""),
        ("￥1005", f"{PLAIN}, got '￥1005'; write \"1005\""),
        (" 1005", f"{PLAIN}, got ' 1005'; write \"1005\""),
        ("1005\n", f"{PLAIN}, got '1005\\n'; write \"1005\""),
        ("1,5", f"{PLAIN}, got '1,5'"),
        ("1 005 000", f"{PLAIN}, got '1 005 000'; write \"1005000\""),
        ("1_005", f"{PLAIN}, got '1_005'; write \"1005\""),
        ("1.5E+3", f"{PLAIN}, got '1.5E+3'; write \"1500\""),
        ("+5", f"{PLAIN}, got '+5'; write \"5\""),
        ("5.", f"{PLAIN}, got '5.'; write \"5\""),
        ("", f"{PLAIN}, got ''"),
        (".", f"{PLAIN}, got '.'"),
        ("NaN", f"{PLAIN}, got 'NaN'"),
        ("1005元", f"{PLAIN}, got '1005元'"),
        ("壹仟元", f"{PLAIN}, got '壹仟元'"),
        ("1e999999999", f"{PLAIN}, got '1e999999999'"),
        pytest.param("9" * 1_000_000, f"{PLAIN}, got '{'9' * 37}...'", id="very long"),
        ("\x1b[31m", f"{PLAIN}, got '\\x1b[31m'"),
        ("-1", "expected zero or more, got -1"),
        ("0.001", "expected at most two decimals of 元 (a 分), got 0.001 元"),
        ("10000000000000000", "expected less than 10,000,000,000,000,000 元, got 10000000000000000"),
    ],
)
def test_an_amount_is_a_plain_decimal_in_a_text(value: Any, expected: str) -> None:
    assert [f"overall.total.actual: {expected}"] == lines(overall={"total": {"actual": value}})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (12.5, 'expected an amount in 万元 as a text such as "4789.6404", got the number 12.5; write "12.5"'),
        ("-1", 'expected zero or more, got -10000 ("-1" in 万元)'),
        ("1.1234567", 'expected at most two decimals of 元 (a 分), got 11234.567 元 ("1.1234567" in 万元)'),
        (
            "1000000000000",
            'expected less than 10,000,000,000,000,000 元, got 10000000000000000 ("1000000000000" in 万元)',
        ),
    ],
)
def test_an_amount_in_the_other_scale_is_judged_as_the_amount_that_it_is(value: Any, expected: str) -> None:
    assert [f"overall.total.actual: {expected}"] == lines(scale="万元", overall={"total": {"actual": value}})


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12.7", "expected a whole number such as 12, got the number 12.7"),
        ("true", "expected a whole number such as 12, got true"),
        ('"12"', "expected a whole number such as 12, got the text '12'; write 12"),
        ('"十二"', "expected a whole number such as 12, got the text '十二'"),
        ("NaN", "expected a whole number such as 12, got the number NaN"),
        ("-Infinity", "expected a whole number such as 12, got the number -Infinity"),
        ("-1", "expected a whole number from 0 to 999999999, got -1"),
        ("1000000000", "expected a whole number from 0 to 999999999, got 1000000000"),
        pytest.param(
            "1" + "0" * 100_000, f"expected a whole number such as 12, got the number 1{'0' * 36}...", id="very large"
        ),
    ],
)
def test_a_count_is_a_whole_number(written: str, expected: str) -> None:
    text = json.dumps({**HEAD, "three_public": {"abroad": {"groups": "@"}}})
    assert f"three_public.abroad.groups: {expected}" == str(error_of(text.replace('"@"', written)))


@pytest.mark.parametrize("exponent", ["e99999999999999999999", "e-99999999999999999999", "e5", "e-5"])
def test_a_year_of_any_size_is_refused(exponent: str) -> None:
    assert str(error_of(json.dumps(HEAD).replace("2023", "2023" + exponent))).startswith("year: expected a year ")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (95.42, 'expected a score as a text such as "95.42", got the number 95.42; write "95.42"'),
        ("1000.01", "expected a score from 0 to 1000 with at most two decimals, got 1000.01"),
        ("95.421", "expected a score from 0 to 1000 with at most two decimals, got 95.421"),
        ("优", f"{PLAIN}, got '优'"),
    ],
)
def test_a_score_is_a_plain_decimal_in_a_text(value: Any, expected: str) -> None:
    project = {"name": "甲", "budget": "1", "executed": "1", "score": value}
    assert [f"performance.projects[0].score: {expected}"] == lines(performance={"projects": [project]})
