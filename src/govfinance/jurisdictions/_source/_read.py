"""From the bytes of a TOML file to nodes: values with the lines on which they begin."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from govfinance.errors import InvalidInputError, Problem
from govfinance.jurisdictions._source._node import Node, printable
from govfinance.jurisdictions._source._positions import KeyPath, positions

__all__ = ["read_toml"]


def read_toml(data: bytes, file: str) -> Node:
    """The top table of a file; ``file`` is how problems call it.

    Raises `InvalidInputError` with the line where the bytes are no UTF-8 or the text is no TOML.
    """
    file = printable(file)
    text = _to_text(data, file).removeprefix("\ufeff")
    try:
        value = tomllib.loads(text, parse_float=_number)
        return _node(value, positions(text), file, 1, (), "")
    except RecursionError:
        raise _refuse("too-deep", "tables and lists are nested too deeply", "表或列表嵌套过深", file) from None
    except (ValueError, ArithmeticError) as error:
        raise _syntax(text, str(error), file) from None


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"Invalid number {text[:20]}") from None


def _node(value: Any, lines: dict[KeyPath, int], file: str, line: int, keys: KeyPath, path: str) -> Node:
    line = lines.get(keys, line)
    if isinstance(value, dict):
        value = {key: _node(inner, lines, file, line, (*keys, key), _below(path, key)) for key, inner in value.items()}
    elif isinstance(value, list):
        value = [
            _node(inner, lines, file, line, (*keys, number), f"{path}[{number + 1}]")
            for number, inner in enumerate(value)
        ]
    return Node(value, file, line, path)


def _below(path: str, key: str) -> str:
    shown = key if len(key) <= 60 else key[:57] + "..."
    shown = shown if re.fullmatch(r"[\w-]+", shown) else f'"{shown}"'
    return f"{path}.{shown}" if path else shown


def _refuse(code: str, en: str, zh: str, file: str, line: int = 1) -> InvalidInputError:
    return InvalidInputError([Problem(code, printable(en), printable(zh), f"{file}:{line}")])


def _to_text(data: bytes, file: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _refuse(
            "not-utf-8",
            "expected UTF-8, but this is UTF-16; save the file as UTF-8",
            "应为 UTF-8 编码，实际为 UTF-16；请将文件另存为 UTF-8",
            file,
        )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line, byte = data.count(b"\n", 0, error.start) + 1, f"0x{data[error.start]:02X}"
        try:
            data.decode("gb18030")
            guess, guess_zh = " (it looks like GBK)", "（可能是 GBK）"
        except UnicodeDecodeError:
            guess = guess_zh = ""
        raise _refuse(
            "not-utf-8",
            f"expected UTF-8, but the byte {byte} in this line is not{guess}; save the file as UTF-8",
            f"应为 UTF-8 编码，本行的字节 {byte} 不是{guess_zh}；请将文件另存为 UTF-8",
            file,
            line,
        ) from None


# What tomllib says, and how one says it in Chinese.
_MESSAGES: Final = (
    ("Expected '=' after a key", "键之后应有等号（=）"),
    ("Invalid statement", "应为“键 = 值”或 [表名]"),
    ("Cannot overwrite a value", "该键已有值，不能重复"),
    ("Cannot declare", "该表已有，不能重复"),
    ("Cannot mutate immutable namespace", "该表已写完，不能再添加内容"),
    ("Cannot redefine namespace", "该表已写完，不能再添加内容"),
    ("Duplicate inline table key", "该键在同一表中重复"),
    ("Invalid value", "应为值：文本须用英文引号括起"),
    ("Illegal character", "此处不应有该字符"),
    ("Expected newline or end of document", "一行只能有一项，此处应换行"),
    ("Unclosed array", "列表没有以 ] 结束"),
    ("Unclosed inline table", "表没有以 } 结束"),
    ("Unterminated string", "文本没有以引号结束"),
    ("Unescaped '\\'", "文本中的反斜杠应写作 \\\\"),
    ("Invalid hex value", "\\u 之后应为十六进制数"),
    ("Escaped character is not", "\\u 之后不是有效的字符"),
    ("Invalid initial character for a key", "此处应为键"),
    ("Expected ']", "表名应以 ] 结束"),
    ("Invalid date", "日期无效"),
)
_WIDE: Final = {
    "“": '"',
    "”": '"',
    "＝": "=",
    "，": ",",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "｛": "{",
    "｝": "}",
    "＂": '"',
    "。": ".",
}


def _syntax(text: str, said: str, file: str) -> InvalidInputError:
    """What `tomllib` says of a text, with the line that it names at the end."""
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", said)
    message = said[: place.start()] if place else said
    lines = text.replace("\r\n", "\n").split("\n")
    if place is None:  # a number that Python refuses, not TOML
        message, line, column = "a number with too many digits", _longest_digits(lines), 0
        chinese = "数字位数过多"
    else:
        chinese = next((zh for start, zh in _MESSAGES if message.startswith(start)), "不符合 TOML 语法")
        line = int(place[1]) if place[1] else max(len(text.rstrip().splitlines()), 1)
        column = int(place[2]) if place[2] else 0
    en, zh = ("", "") if place and place[1] else (" (the file ends there)", "（文件到此为止）") if place else ("", "")
    shown = lines[line - 1][max(column - 1, 0) :][:1] if column and line <= len(lines) else ""
    if shown in _WIDE and shown:
        en, zh = f"; write {_WIDE[shown]} in place of {shown}", f"；请将 {shown} 改为英文符号 {_WIDE[shown]}"
    elif column:
        en, zh = f" (column {column})", f"（第 {column} 列）"
    message = re.sub(r"\((.*?),?\)", lambda names: ".".join(re.findall(r"'(.*?)'", names[1])), message)
    message = message[:1].lower() + message[1:200]
    return _refuse("not-toml", f"not TOML: {message}{en}", f"不符合 TOML 语法：{chinese}{zh}", file, line)


def _longest_digits(lines: list[str]) -> int:
    found = [max((len(run) for run in re.findall(r"[0-9_.eE+-]+", line)), default=0) for line in lines]
    return found.index(max(found)) + 1
