"""Which public table it is, by its headings and labels alone; and whether rows go on with a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from govfinance.audit._tables._number import is_words
from govfinance.calc import BY_CODE
from govfinance.io._tables import (
    as_code,
    class_labelled,
    compact,
    institution_row,
    is_total,
    label,
    left_row,
    right_row,
    three_public_key,
)
from govfinance.model import PublicTable

__all__ = ["FUNCTIONAL", "fits", "is_sure", "says_again", "shape_of"]

_T = PublicTable
_HEAD: Final = 7
_LABELS: Final = 40
_COMPARED: Final = 200
_BESIDE: Final = 16
_FUNCTIONAL_CODE: Final = re.compile(r"2[0-9]{2}(?:[0-9]{2}){0,2}")
_ECONOMIC_CODE: Final = re.compile(r"3[0-9]{2}(?:[0-9]{2})?")
_ECONOMIC: Final = (_T.BASIC, _T.PROJECT)
FUNCTIONAL: Final = frozenset(table for table in BY_CODE if table not in _ECONOMIC)
_SURE: Final = frozenset({_T.REVENUE, _T.EXPENDITURE, _T.TOTALS, _T.FISCAL, _T.THREE_PUBLIC})
_SOURCES: Final = frozenset({"general_public", "government_fund", "state_capital"})


def is_sure(table: PublicTable) -> bool:
    """Whether the shape of a table tells which it is even where its title says another."""
    return table in _SURE


def shape_of(rows: Sequence[tuple[str, ...]]) -> PublicTable | None:
    """The table that has such headings and labels; None where they leave a doubt."""
    words = "\n".join([compact(text) for row in rows[:_HEAD] for text in row if text])
    if "因公出国" in words and "接待" in words and "预算" in words and "决算" in words:
        return _T.THREE_PUBLIC
    if _has_sides(rows):
        return _sides(words, rows)
    if "编码" in words or "代码" in words or "科目名称" in words or "功能分类" in words or "经济分类" in words:
        return _by_code(words, rows)
    lines = [label(text) for row in rows[:_LABELS] for text in row[:1] if text]
    return _T.INSTITUTION if sum(institution_row(text) is not None for text in lines) >= 5 else None


def _has_sides(rows: Sequence[tuple[str, ...]]) -> bool:
    return any(
        left_row(label(text)) in _SOURCES
        and any(class_labelled(label(other)) for other in row[column + 1 : column + _BESIDE] if other)
        for row in rows[:_HEAD]
        for column, text in enumerate(row)
        if "拨款" in text
    )


def _sides(words: str, rows: Sequence[tuple[str, ...]]) -> PublicTable | None:
    below = "\n".join([compact(text) for row in rows[:_LABELS] for text in row if text])
    if "事业收入" in below or "附属单位上缴" in below:
        return _T.TOTALS
    if "年初财政拨款结转" in below or "年末财政拨款结转" in below:
        return _T.FISCAL
    return None


def _by_code(words: str, rows: Sequence[tuple[str, ...]]) -> PublicTable | None:
    if "上级补助收入" in words and "财政拨款收入" in words:
        return _T.REVENUE
    if "上缴上级支出" in words and "基本支出" in words:
        return _T.EXPENDITURE
    functional = any(_FUNCTIONAL_CODE.fullmatch(as_code(text)) for row in rows[:_LABELS] for text in row[:2] if text)
    if not functional:
        economic = any(_ECONOMIC_CODE.fullmatch(as_code(text)) for row in rows[:_LABELS] for text in row[:2] if text)
        everything = "\n".join([compact(text) for row in rows for text in row if "经费" in text])
        return _T.BASIC if economic and "人员经费合计" in everything and "公用经费合计" in everything else None
    codes = {as_code(text)[:3] for row in rows for text in row[:1] if _FUNCTIONAL_CODE.fullmatch(as_code(text))}
    if "基本支出" in words and "项目支出" in words and codes != {"223"} and "结转" not in words:
        return _T.GENERAL_PUBLIC
    return None


def fits(table: PublicTable, rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether rows can be those of a table that began elsewhere: most rows with figures are rows of it.

    >>> fits(PublicTable.REVENUE, [("2080501", "行政单位离退休", "84.65")]), fits(PublicTable.REVENUE, [("车辆", "1")])
    (True, False)
    """
    filled = [row for row in rows if sum(bool(text) for text in row) > 1]
    known = len(_own_rows(table, filled))
    return known > 0 and known * 2 >= len(filled)


def says_again(table: PublicTable, before: Sequence[tuple[str, ...]], rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether most rows stand in the rows before too: they are another table of the kind, and do not go on with it.

    >>> says_again(PublicTable.REVENUE, [("201", "一般公共服务支出", "1.00")], [("201", "一般公共服务支出", "2.00")])
    True
    """
    there = {words for row in _own_rows(table, before[:_COMPARED]) for words in _words(table, row)}
    here = [words for row in _own_rows(table, rows[:_COMPARED]) for words in _words(table, row)]
    return sum(words in there for words in here) * 2 > len(here)


def _own_rows(table: PublicTable, rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [row for row in rows if any(_is_row_of(table, text) for text in row[:4] if text)]


def _words(table: PublicTable, row: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What tells a row from others: its texts; where rows stand side by side, each of the names."""
    texts = tuple(compact(text) for text in row if text and "." not in text)
    return [(text,) for text in texts if is_words(text)] if table in _ECONOMIC else [texts]


@lru_cache(maxsize=4096)
def _is_row_of(table: PublicTable, text: str) -> bool:
    if table in FUNCTIONAL or table in _ECONOMIC:
        code = as_code(text)
        pattern = _FUNCTIONAL_CODE if table in FUNCTIONAL else _ECONOMIC_CODE
        return pattern.fullmatch(code) is not None or is_total(compact(text))
    words = label(text)
    if table in (_T.TOTALS, _T.FISCAL):
        return left_row(words) is not None or right_row(words) is not None
    if table is _T.INSTITUTION:
        return institution_row(words) is not None
    return three_public_key((words,)) is not None
