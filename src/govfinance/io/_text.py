"""From the bytes of a file to JSON values in which nothing is lost that a check has to see.

Numbers keep the text in which they are written, and an object that repeats a key or holds a null is a `Flawed`, so that
who reads it can name the place.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, final

from govfinance.errors import InvalidInputError, Problem

__all__ = ["Flawed", "Number", "parse"]


@final
class Number:
    """A JSON number, or one of the NaN and Infinity that Python writes, as its text."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


@final
class Flawed(dict[str, Any]):
    """A JSON object with a null in it or a key that stands twice."""

    repeated: tuple[str, ...] = ()


def _checked(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) == len(pairs) and None not in result.values():
        return result
    flawed = Flawed(result)
    flawed.repeated = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return flawed


def _decode(text: str) -> Any:
    """The value, by the quick way where it is certain that no object is flawed."""
    keys = 0

    def count(value: dict[str, Any]) -> dict[str, Any]:
        nonlocal keys
        keys += len(value)
        return value

    numbers: dict[str, Any] = {"parse_int": Number, "parse_float": Number, "parse_constant": Number}
    if "null" not in text:
        value = json.JSONDecoder(object_hook=count, **numbers).decode(text)
        # Each key has its colon. Where a key stands twice, or a text has a colon in it, there are more colons than keys.
        if text.count(":") == keys:
            return value
    return json.JSONDecoder(object_pairs_hook=_checked, **numbers).decode(text)


def parse(text: str | bytes) -> Any:
    """The value that a JSON text (or its UTF-8 bytes) spells. A byte order mark before it is passed over.

    Raises `InvalidInputError` with the line and the column where the text is no JSON.
    """
    text = (_to_text(bytes(text)) if not isinstance(text, str) else text).removeprefix("\ufeff")
    if not text.strip():
        raise _refuse("empty-file", "expected a JSON object, got nothing", "应为 JSON 对象，实际为空")
    try:
        return _decode(text)
    except json.JSONDecodeError as error:
        raise _syntax(error) from None
    except RecursionError:
        raise _refuse("too-deep", "objects and lists are nested too deeply", "对象或列表嵌套过深") from None


def _to_text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found, hint, hint_zh = f"0x{data[error.start]:02X}", "", ""
        guess = _guess(data)
        if guess:
            hint, hint_zh = f"; it may be {guess}: save it as UTF-8", f"；可能是 {guess} 编码，请另存为 UTF-8"
        raise _refuse(
            "not-utf-8",
            f"expected UTF-8, but the byte {found} in line {line} is not{hint}",
            f"应为 UTF-8 编码，第 {line} 行的字节 {found} 不是{hint_zh}",
        ) from None


def _guess(data: bytes) -> str | None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return "GBK"


# What Python's json says, and what it means in a file that people write.
_SYNTAX = (
    ("Expecting value", "a value", "应为值"),
    ("Expecting property name", 'a key in "double quotes"', "应为用英文双引号括起的键"),
    ("Expecting ':'", 'a ":" after the key', "键之后应为英文冒号"),
    ("Expecting ','", 'a "," or the end of the object or list', "应为英文逗号，或对象、列表的结尾"),
    ("Extra data", "nothing after the end of the object", "对象结束之后不应有其他内容"),
    ("Unterminated string", 'a text that ends with a "', "文本应以英文双引号结束"),
    (
        "Invalid control character",
        "an escape such as \\n in place of a control character",
        "控制字符应写作 \\n 这样的转义",
    ),
    ("Invalid \\", 'a \\ only before one of " \\ / b f n r t u', '反斜杠只能用于 " \\ / b f n r t u 之前'),
)
_TRAILING_COMMA = "no comma after the last element", "最后一项之后不应有逗号"


def _syntax(error: json.JSONDecodeError) -> InvalidInputError:
    text, position = error.doc, error.pos
    before = text[:position].rstrip(" \t\r\n")
    if error.msg.startswith("Illegal trailing comma"):
        wanted, wanted_zh = _TRAILING_COMMA
    elif before.endswith(",") and text[position : position + 1] in ("}", "]"):  # as Python says it before 3.13
        wanted, wanted_zh = _TRAILING_COMMA
        position = len(before) - 1
    else:
        wanted, wanted_zh = next(
            ((en, zh) for start, en, zh in _SYNTAX if error.msg.startswith(start)), ("JSON", "应为 JSON")
        )
    line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    rest = text[position : position + 10].split("\n")[0]
    found = repr(rest) if rest.isprintable() else ascii(rest)
    got, got_zh = (f"got {found}", f"实际为 {found}") if rest else ("the line ends there", "该行到此为止")
    if position >= len(text):
        got, got_zh = "the file ends there", "文件到此为止"
    return _refuse(
        "not-json",
        f"not JSON: line {line}, column {column}: expected {wanted}, {got}",
        f"不是 JSON：第 {line} 行第 {column} 列，{wanted_zh}，{got_zh}",
    )


def _refuse(code: str, en: str, zh: str) -> InvalidInputError:
    return InvalidInputError([Problem(code, en, zh)])
