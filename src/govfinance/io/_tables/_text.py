"""The words of tables without what editions and typists add to them: white space, ordinals, kinds of brackets."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from govfinance.io._workbook import TextAmount, read_amount

__all__ = ["as_code", "as_digits", "compact", "is_amount", "is_number", "label"]

_BRACKETS: Final = str.maketrans("()［］[]“”\"'‘’「」﹒．：，;；", "（）（）（）" + "\x00" * 8 + "．．:,,,")
_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789", "'‘’`.．-－")
_SPACES: Final = re.compile(r"[\s\u200b\u3000\ufeff\x00]+")
_ORDINAL: Final = re.compile(
    r"^(?:其中:|其中,|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]{1,2}[.．、](?![0-9])|（[0-9]{1,2}）|[-—*·])+"
)


def is_number(value: object) -> bool:
    """Whether a cell holds a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def as_digits(value: object) -> str:
    """A text without white space, or the digits of a whole number, as codes stand in cells."""
    if isinstance(value, str):
        return _SPACES.sub("", value) if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def as_code(value: object) -> str:
    """The digits of a code, however it was typed.

    >>> as_code("'201 06-01"), as_code("２０１"), as_code(2010601.0), as_code("注：1.2")
    ('2010601', '201', '2010601', '注：1.2')
    """
    text = as_digits(value)
    plain = text.translate(_DIGITS)
    return plain if plain.isascii() and plain.isdigit() else text.lstrip("'‘’`")


def is_amount(value: object) -> bool:
    """Whether a cell holds an amount other than zero, as a number or as text."""
    found = read_amount(value)
    amount = found.value if isinstance(found, TextAmount) else found
    return isinstance(amount, Decimal) and bool(amount)


@lru_cache(maxsize=8192)
def compact(value: str) -> str:
    """The text without white space and quotation marks, with brackets and colons of one kind.

    >>> compact("因公出国 (境) 费"), compact("财政拨款“三公”经费 支出决算表")
    ('因公出国（境）费', '财政拨款三公经费支出决算表')
    """
    return _SPACES.sub("", value.translate(_BRACKETS)) if not value.isalnum() else value


@lru_cache(maxsize=8192)
def label(value: str) -> str:
    """A label without its ordinal.

    >>> label("十九、住房保障支出"), label("  其中：授予小微企业合同金额")
    ('住房保障支出', '授予小微企业合同金额')
    """
    text = compact(value)
    return _ORDINAL.sub("", text)
