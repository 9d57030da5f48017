"""The wording of what can be wrong in a file, and how a place in it is named."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve

from govfinance.errors import InvalidInputError, Problem
from govfinance.io._text import Flawed, Number
from govfinance.money import Scale
from govfinance.numeric import parse_decimal_text

__all__ = [
    "LIST",
    "OBJECT",
    "as_written",
    "in_one_line",
    "missing",
    "null",
    "refuse",
    "repeated",
    "step",
    "unknown",
    "unlike",
    "with_suggestion",
]

OBJECT = ("an object ({...})", "对象（{……}）")
LIST = ("a list ([...])", "列表（[……]）")
"""What belongs somewhere, in both languages."""


def refuse(code: str, en: str, zh: str, path: str = "") -> InvalidInputError:
    """An error with one problem."""
    return InvalidInputError([Problem(code, en, zh, path)])


_PLAIN_STEP = re.compile(r"[\w.]{1,80}")


def step(key: str | int) -> str:
    """One step of a path: ``actual``, ``2040601``, ``[3]``, and a key that would be misread in quotes."""
    if isinstance(key, int):
        return f"[{key}]"
    if _PLAIN_STEP.fullmatch(key) and key.isprintable():
        return key
    return f"[{json.dumps(key if len(key) <= 40 else key[:37] + '...', ensure_ascii=not key.isprintable())}]"


def _describe(value: object) -> tuple[str, str]:
    """What stands in the file, in both languages."""
    if value is None or isinstance(value, bool):
        word = json.dumps(value)
        return word, f" {word}"
    if isinstance(value, Number):
        shown = _short(value.text)
        return f"the number {shown}", f"数值 {shown}"
    if isinstance(value, str):
        shown = repr(_short(value))
        return f"the text {shown}", f"文本 {shown}"
    return ("a list", "列表") if isinstance(value, list) else ("an object", "对象")


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."


def missing(name: str, wanted: tuple[str, str]) -> Problem:
    """For a key that has to be there."""
    return Problem("missing-key", f"expected {wanted[0]}, but the key is missing", f"缺少该键，应为{wanted[1]}", name)


def unlike(wanted: tuple[str, str], value: object, suggestion: str = "") -> Problem:
    """For a value of another JSON type than the one that belongs there."""
    if value is None:
        return Problem("null", f"expected {wanted[0]}, got null", f"应为{wanted[1]}，实际为 null")
    got, got_zh = _describe(value)
    en, zh = (f"; write {suggestion}", f"；请写作 {suggestion}") if suggestion else ("", "")
    return Problem("wrong-type", f"expected {wanted[0]}, got {got}{en}", f"应为{wanted[1]}，实际为{got_zh}{zh}")


def null(wanted: tuple[str, str]) -> Problem:
    """For a key that need not be there, and has null."""
    return Problem(
        "null",
        f"expected {wanted[0]}, got null; leave the key out if there is none",
        f"应为{wanted[1]}，实际为 null；没有内容请省略该键",
    )


def unknown(key: str, known: Iterable[str], *, guess: bool = True) -> Problem:
    """For a key that means nothing where it stands; to guess what was meant takes its time."""
    names = [*known]
    near = (difflib.get_close_matches(key[:80], names, 1, 0.6) if guess else []) or names
    *most, last = near
    en, zh = f"{', '.join(most)} or {last}" if most else last, "、".join(near)
    return Problem("unknown-key", f"unknown key, expected {en}", f"未知的键，应为 {zh}", step(key))


def repeated(value: dict[str, object]) -> Iterator[Problem]:
    """For each key that stands twice in an object."""
    for key in value.repeated if isinstance(value, Flawed) else ():
        yield Problem(
            "repeated-key", "expected this key once in its object, got it again", "该键在同一对象中重复", step(key)
        )


_HALF_WIDTH = str.maketrans("０１２３４５６７８９．－＋，", "0123456789.-+,")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[,_ ][0-9]{3})+(?:\.[0-9]+)?")
_SCIENTIFIC = re.compile(r"-?[0-9.]+[eE][+-]?[0-9]{1,2}")


def _plain(text: str) -> str | None:
    """The plain decimal that was most likely meant, if any."""
    if len(text) > 60:
        return None
    meant = text.translate(_HALF_WIDTH).strip().lstrip("+¥￥").rstrip(".")
    if _GROUPED.fullmatch(meant):
        meant = re.sub("[,_ ]", "", meant)
    try:
        if _SCIENTIFIC.fullmatch(meant):
            meant = f"{Decimal(meant):f}"
        return str(parse_decimal_text(meant))
    except (InvalidInputError, ArithmeticError):
        return None


def in_one_line(problem: Problem) -> Problem:
    """The problem without characters of the file that would break a line or do something to a terminal."""
    en, zh = (
        text if text.isprintable() else "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
        for text in (problem.en, problem.zh)
    )
    return evolve(problem, en=en, zh=zh)


def with_suggestion(problem: Problem, value: object) -> Problem:
    """The problem of an amount or a score, with what it should look like where that can be guessed."""
    text = value.text if isinstance(value, Number) else value
    meant = _plain(text) if isinstance(text, str) else None
    if meant is None or meant == value:
        return problem
    return evolve(problem, en=f'{problem.en}; write "{meant}"', zh=f'{problem.zh}；请写作 "{meant}"')


def as_written(problem: Problem, text: str, scale: Scale) -> Problem:
    """The problem of an amount, which the model states in 元, with the text that stands in the file."""
    if scale is Scale.YUAN or problem.code not in ("negative", "finer-than-fen", "too-large"):
        return problem
    return evolve(
        problem,
        en=f'{problem.en} ("{_short(text)}" in {scale.value})',
        zh=f'{problem.zh}（文件中为 "{_short(text)}" {scale.value}）',
    )
