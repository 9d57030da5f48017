"""What is said of a text that is no document at all, and of the two keys that say what a file is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govfinance as gf
from tests.json_faults import HEAD, error_of, lines

TOO_DEEP = "objects and lists are nested too deeply", "对象或列表嵌套过深"

# --- texts that are no JSON -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "en", "zh"),
    [
        ("", "empty-file", "expected a JSON object, got nothing", "应为 JSON 对象，实际为空"),
        (b"\xef\xbb\xbf \n", "empty-file", "expected a JSON object, got nothing", "应为 JSON 对象，实际为空"),
        (
            '{\n  "year": 2023,\n}',
            "not-json",
            "not JSON: line 2, column 15: expected no comma after the last element, got ','",
            "不是 JSON：第 2 行第 15 列，最后一项之后不应有逗号，实际为 ','",
        ),
        (
            '{"glossary": [1, ]}',
            "not-json",
            "not JSON: line 1, column 16: expected no comma after the last element, got ', ]}'",
            "不是 JSON：第 1 行第 16 列，最后一项之后不应有逗号，实际为 ', ]}'",
        ),
        (
            "{year: 2023}",
            "not-json",
            "not JSON: line 1, column 2: expected a key in \"double quotes\", got 'year: 2023'",
            "不是 JSON：第 1 行第 2 列，应为用英文双引号括起的键，实际为 'year: 2023'",
        ),
        (
            '{"year" 2023}',
            "not-json",
            "not JSON: line 1, column 9: expected a \":\" after the key, got '2023}'",
            "不是 JSON：第 1 行第 9 列，键之后应为英文冒号，实际为 '2023}'",
        ),
        (
            '{"year": 2023 "note": "甲"}',
            "not-json",
            'not JSON: line 1, column 15: expected a "," or the end of the object or list, got \'"note": "甲\'',
            '不是 JSON：第 1 行第 15 列，应为英文逗号，或对象、列表的结尾，实际为 \'"note": "甲\'',
        ),
        (
            '{"year": ２０２３}',
            "not-json",
            "not JSON: line 1, column 10: expected a value, got '２０２３}'",
            "不是 JSON：第 1 行第 10 列，应为值，实际为 '２０２３}'",
        ),
        (
            '{"note": "甲\n乙"}',
            "not-json",
            "not JSON: line 1, column 12: expected an escape such as \\n in place of a control character, the line ends there",
            "不是 JSON：第 1 行第 12 列，控制字符应写作 \\n 这样的转义，该行到此为止",
        ),
        (
            '{"note": "甲\t乙"}',
            "not-json",
            "not JSON: line 1, column 12: expected an escape such as \\n in place of a control character, got '\\t\\u4e59\"}'",
            "不是 JSON：第 1 行第 12 列，控制字符应写作 \\n 这样的转义，实际为 '\\t\\u4e59\"}'",
        ),
        (
            '{"year": 2023',
            "not-json",
            'not JSON: line 1, column 14: expected a "," or the end of the object or list, the file ends there',
            "不是 JSON：第 1 行第 14 列，应为英文逗号，或对象、列表的结尾，文件到此为止",
        ),
        (
            '{"year": 2023} 甲',
            "not-json",
            "not JSON: line 1, column 16: expected nothing after the end of the object, got '甲'",
            "不是 JSON：第 1 行第 16 列，对象结束之后不应有其他内容，实际为 '甲'",
        ),
        (
            '{"note": "\\x"}',
            "not-json",
            "not JSON: line 1, column 11: expected a \\ only before one of \" \\ / b f n r t u, got '\\\\x\"}'",
            "不是 JSON：第 1 行第 11 列，反斜杠只能用于 \" \\ / b f n r t u 之前，实际为 '\\\\x\"}'",
        ),
        (
            '{"note": "甲',
            "not-json",
            "not JSON: line 1, column 10: expected a text that ends with a \", got '\"甲'",
            "不是 JSON：第 1 行第 10 列，文本应以英文双引号结束，实际为 '\"甲'",
        ),
        (
            '{\n"note": "甲县"}'.encode("gbk"),
            "not-utf-8",
            "expected UTF-8, but the byte 0xBC in line 2 is not; it may be GBK: save it as UTF-8",
            "应为 UTF-8 编码，第 2 行的字节 0xBC 不是；可能是 GBK 编码，请另存为 UTF-8",
        ),
        (
            '{"year": 2023}'.encode("utf-16"),
            "not-utf-8",
            "expected UTF-8, but the byte 0xFF in line 1 is not; it may be UTF-16: save it as UTF-8",
            "应为 UTF-8 编码，第 1 行的字节 0xFF 不是；可能是 UTF-16 编码，请另存为 UTF-8",
        ),
        (
            b'{"note": "\xe7\x94\xff"}',
            "not-utf-8",
            "expected UTF-8, but the byte 0xE7 in line 1 is not",
            "应为 UTF-8 编码，第 1 行的字节 0xE7 不是",
        ),
        ("[]", "wrong-type", "expected an object ({...}), got a list", "应为对象（{……}），实际为列表"),
        ("null", "null", "expected an object ({...}), got null", "应为对象（{……}），实际为 null"),
        ("12", "wrong-type", "expected an object ({...}), got the number 12", "应为对象（{……}），实际为数值 12"),
        pytest.param("[" * 100_000, "too-deep", *TOO_DEEP, id="nested lists"),
        pytest.param('{"note":' * 100_000, "too-deep", *TOO_DEEP, id="nested objects"),
    ],
)
def test_a_text_that_is_no_document_is_refused_with_its_place(text: str | bytes, code: str, en: str, zh: str) -> None:
    error = error_of(text)
    assert [code] == [problem.code for problem in error.problems]
    assert en == error.message("en")
    assert zh == error.message("zh")


def units_in_units(depth: int) -> str:
    """A document whose unit has accounts whose unit has accounts, and so on."""
    before = '"department": {"name": "甲", "units": [{"name": "乙", "accounts": {'
    after = '}}]}, "year": 2023'
    inmost = '"department": {"name": "甲"}, "year": 2023'
    return f'{{"format": "govfinance/1", "scale": "元", {before * depth}{inmost}{after * depth}}}'


def test_units_in_units_are_read_until_they_are_too_many() -> None:
    assert 2023 == gf.loads(units_in_units(30)).year
    for depth, expected in (
        (200, ("units are nested too deeply in units", "单位嵌套过深")),
        (100_000, TOO_DEEP),
    ):
        error = error_of(units_in_units(depth))
        assert expected == (error.message("en"), error.message("zh"))


# --- the first two keys -----------------------------------------------------------------------------------------------


def test_the_keys_that_are_needed_are_named_together() -> None:
    assert [
        'format: expected "govfinance/1", but the key is missing',
        'scale: expected "元" or "万元", but the key is missing',
        "department: expected an object ({...}), but the key is missing",
        "year: expected a year such as 2023, but the key is missing",
    ] == str(error_of("{}")).split("\n")
    assert [
        'format：缺少该键，应为 "govfinance/1"',
        'scale：缺少该键，应为 "元" 或 "万元"',
        "department：缺少该键，应为对象（{……}）",
        "year：缺少该键，应为年度，如 2023",
    ] == error_of("{}").message("zh").split("\n")


@pytest.mark.parametrize(
    ("scale", "got"),
    [
        ("亿元", "the text '亿元'"),
        ("万", "the text '万'"),
        ("yuan", "the text 'yuan'"),
        ("元 ", "the text '元 '"),
        (1, "the number 1"),
        (None, "null"),
        (["元"], "a list"),
    ],
)
def test_no_other_scale_is_known(scale: Any, got: str) -> None:
    assert [f'scale: expected "元" or "万元", got {got}'] == lines(scale=scale)


@pytest.mark.parametrize(("value", "got"), [("govfinance/2", "the text 'govfinance/2'"), (1, "the number 1")])
def test_no_other_format_is_known(value: Any, got: str) -> None:
    assert [f'format: expected "govfinance/1", got {got}'] == lines(format=value)


def test_where_the_scale_is_not_known_nothing_is_said_about_what_depends_on_it() -> None:
    total = {"initial": "0.000001", "prior": "10000000000000000", "actual": "1,000"}
    document = {**HEAD, "overall": {"total": total}}
    del document["scale"]
    assert [
        'scale: expected "元" or "万元", but the key is missing',
        (
            "overall.total.actual: expected a plain decimal such as '1005.22' (ASCII digits, no separators), got '1,000'; "
            'write "1000"'
        ),
    ] == str(error_of(document)).split("\n")


@given(st.text() | st.binary() | st.sampled_from([b"\x00", "\x00", "{}", '"', "[}", "-", "1e5"]))
def test_no_text_is_answered_with_anything_but_problems(text: str | bytes) -> None:
    error = error_of(text)
    assert error.problems
    assert "\n" not in error.problems[0].message("zh")
