"""What one cell holds where an amount should stand, and how the residues of binary floats come off.

>>> read_amount(1234.5), read_amount("（1,234.00）"), read_amount("——"), read_amount(" ")
(Decimal('1234.5'), TextAmount(value=Decimal('-1234.00')), <Nothing.DASH: 'dash'>, <Nothing.BLANK: 'blank'>)
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import TypeAlias

from attrs import frozen

from govfinance.errors import InvalidInputError, Problem
from govfinance.numeric import ZERO, divide, multiply, round_half_up, subtract

__all__ = ["CellAmount", "Nothing", "TextAmount", "Unreadable", "read_amount", "settle"]


class Nothing(Enum):
    """A cell without a number: nothing is there, or a dash, which is how nothing (or zero) is printed."""

    BLANK = "blank"
    DASH = "dash"


@frozen
class TextAmount:
    """A number that stands in its cell as text."""

    value: Decimal


@frozen
class Unreadable:
    """A cell that holds something else; ``problem`` says what."""

    problem: Problem


CellAmount: TypeAlias = Decimal | TextAmount | Nothing | Unreadable
"""A `Decimal` for a number cell, and a type of its own for everything else."""

_LARGEST = 10**15
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"  # come along when a web page is copied
_NARROW = str.maketrans("０１２３４５６７８９，．（）￥－−", "0123456789,.()¥--", _INVISIBLE)
_DASHES = re.compile(r"[-—–―─]{1,4}|[/／\\＼无]")  # the full-width hyphen and the minus sign are narrowed before
_AMOUNT = re.compile(
    r"(?P<open>\()?(?P<sign>-?¥ ?|¥ ?-|-?)"
    r"(?P<whole>0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?P<decimals>\.[0-9]{1,12})?(?P<close>\))?"
)


def read_amount(value: object) -> CellAmount:
    """What a cell holds. Never raises; scale and sign are as printed.

    A number cell gives the shortest decimal that is the same float. A text is read as accountants print amounts:
    thousands in groups of three, full-width digits and punctuation, ``¥``, parentheses or a leading minus (``-``, ``－``,
    ``−``) for negative ones. Not read are ``—5.00`` (a long dash is how nothing is printed), a plus sign, percentages,
    exponents, units, leading zeros (they are of codes), and more than 15 digits before the point, which Excel does not
    keep.
    """
    kind = value.__class__
    if kind is float:
        if -_LARGEST < value < _LARGEST:  # type: ignore[operator]
            return Decimal(repr(value)) if value else ZERO  # no negative zero
        return _strange_float(value)  # type: ignore[arg-type]
    if kind is str:
        return _of_text(value)  # type: ignore[arg-type]
    if value is None:
        return Nothing.BLANK
    if kind is int:
        return _too_large(value) if abs(value) >= _LARGEST else Decimal(value)  # type: ignore[arg-type]
    if isinstance(value, bool):
        return _unreadable("boolean-cell", "a truth value", "逻辑值", value)
    if isinstance(value, date | time | timedelta):
        return _unreadable("date-cell", "a date or a time", "日期或时间", value)
    return _unreadable("not-an-amount", "something else", "其他内容", value)


def _strange_float(value: float) -> CellAmount:
    return _too_large(value) if isfinite(value) else _unreadable("not-finite", "no finite number", "非有限数值", value)


def _of_text(value: str) -> CellAmount:
    text = value.strip() if value.isascii() else value.translate(_NARROW).strip()
    if not text:
        return Nothing.BLANK
    match = _AMOUNT.fullmatch(text)
    if match is None:
        if _DASHES.fullmatch(text):
            return Nothing.DASH
        if text.endswith(("%", "％", "‰")):
            return _unreadable("percent-text", "a percentage", "百分数", value)
        return _unreadable("not-an-amount", "a text that is no amount", "不是金额的文本", value)
    opened, sign, closed = match["open"], match["sign"], match["close"]
    negative = "-" in sign
    if bool(opened) != bool(closed) or (opened and negative):
        return _unreadable("not-an-amount", "a text that is no amount", "不是金额的文本", value)
    amount = Decimal(match["whole"].replace(",", "") + (match["decimals"] or ""))
    return TextAmount(amount.copy_negate() if amount and (negative or opened) else amount)


def _too_large(value: float) -> Unreadable:
    return _unreadable(
        "too-many-digits",
        "more than 15 digits before the decimal point",
        "小数点前超过 15 位的数",
        value,
    )


def _unreadable(code: str, en: str, zh: str, value: object) -> Unreadable:
    shown = _shown(value)
    return Unreadable(Problem(code, f"expected an amount, got {en}: {shown}", f"应为金额，实际为{zh}：{shown}"))


def _shown(value: object) -> str:
    if isinstance(value, str):
        text = repr(value[:41])
    elif isinstance(value, int) and abs(value) >= 10**40:
        return f"{'-' if value < 0 else ''}1e40..."
    else:
        text = str(value)
    return text if len(text) <= 43 else text[:40] + "..."


def settle(value: Decimal, step: Decimal) -> tuple[Decimal, Decimal]:
    """The nearest multiple of ``step``, halves away from zero, and what is left of ``value`` beyond it.

    >>> settle(Decimal("0.30000000000000004"), Decimal("0.0001"))
    (Decimal('0.3000'), Decimal('4E-17'))
    """
    if not (value.is_finite() and step.is_finite() and step > ZERO):
        raise InvalidInputError(
            [
                Problem(
                    "not-a-step",
                    f"expected a finite value and a step above zero, got {value} and {step}",
                    f"应为有限数值和大于零的步长，实际为 {value} 和 {step}",
                )
            ]
        )
    settled = multiply(round_half_up(divide(value, step), 0), step)
    return settled, subtract(value, settled)
