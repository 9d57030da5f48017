"""Tables with income beside expenditure: 收入支出决算总表 and 财政拨款收入支出决算总表."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from attrs import frozen

from govfinance.audit._said import Measure
from govfinance.audit._tables._number import is_words
from govfinance.audit._tables._reading import Reading, is_note, measures_of
from govfinance.audit._tables._sheet import Row, paths_above
from govfinance.io._tables import Path, class_labelled, column_key, compact, is_detail, label, left_row, right_row
from govfinance.model import FundSource, PublicTable

__all__ = ["read_sides"]

_FUNDS: Final = tuple(fund.key for fund in FundSource)
_NUMBERS: Final = ("行次", "序号")
_ITEM: Final = re.compile(r"^项目|按功能|按经济|按性质|支出性质")
_Columns = Sequence[tuple[int, str, Measure]]


@frozen
class _Side:
    """One side: the column of its labels, its amounts (column, key, measure), and the row that a label stands for."""

    label: int
    amounts: _Columns
    row: Callable[[str], str | None]


def read_sides(reading: Reading, carried: bool = False) -> bool:
    """Read the table; False where no income stands beside expenditure. ``carried``: it begins among balances."""
    table, rows = reading.part.table, reading.sheet.rows
    columns = _label_columns(rows)
    if columns is None:
        return False
    left, right = columns
    first = next((n for n, row in enumerate(rows) if _begins(row, left, right)), None)
    if first is None:
        return False
    paths = paths_above(reading.sheet, first, table)
    measures = measures_of(paths, reading.year)
    end = next((n for n in range(right + 1, len(paths)) if paths[n] and _ITEM.search(paths[n][-1])), len(paths))
    numbers = [n for n, path in enumerate(paths) if path and path[-1] in _NUMBERS]
    income: list[tuple[int, str, Measure]] = []
    for number in range(left + 1, right):
        measure = measures[number]
        if number not in numbers and measure is not None and measure not in [one[2] for one in income]:
            income.append((number, "actual", measure))
    outlay = _outlay(table, paths, measures, [n for n in range(right + 1, end) if n not in numbers])
    if not income or not outlay:
        return False
    reading.ordinals = frozenset(numbers)
    reading.columns.update(dict.fromkeys(["actual", *(key for _, key, _ in outlay)]))
    sides = (_Side(left, income, left_row), _Side(right, outlay, right_row))
    _read_rows(reading, first, sides, carried)
    return True


def _label_columns(rows: list[Row]) -> tuple[int, int] | None:
    """The columns of the labels of both sides: those with most labels that are known."""
    width = len(rows[0])
    left, right = [0] * width, [0] * width
    for row in rows:
        for column, text in enumerate(row):
            if text and (is_words(text) or text[0] == "("):
                words = label(text)
                left[column] += left_row(words) in _INCOME
                right[column] += class_labelled(words) is not None
    if not any(left) and not any(right):
        return None
    outlay = max(range(width), key=right.__getitem__)
    if not right[outlay]:
        return None
    income = max(range(outlay), key=left.__getitem__, default=None)
    return None if income is None or not left[income] else (income, outlay)


_INCOME: Final = frozenset({*_FUNDS, "superior_subsidy", "service", "operation", "other", "revenue", "opening"})


def _begins(row: Row, left: int, right: int) -> bool:
    return left_row(label(row[left])) is not None or class_labelled(label(row[right])) is not None


def _outlay(
    table: PublicTable, paths: list[Path], measures: list[Measure | None], columns: list[int]
) -> list[tuple[int, str, Measure]]:
    """The columns of amounts on the side of expenditure, with their keys and measures."""
    found: list[tuple[int, str, Measure]] = []
    for number in columns:
        measure = measures[number]
        key = "actual" if table is PublicTable.TOTALS else _fund(paths[number])
        if measure is not None and key is not None and (key, measure) not in [one[1:] for one in found]:
            found.append((number, key, measure))
    return found


def _fund(path: Path) -> str | None:
    key = column_key(tuple(path))
    return key if key in ("total", *_FUNDS) else None


def _read_rows(reading: Reading, first: int, sides: tuple[_Side, _Side], carried: bool) -> None:
    rows, fiscal = reading.sheet.rows, reading.part.table is PublicTable.FISCAL
    known: list[int] = []
    for number in range(first, len(rows)):
        if is_note(rows[number][0]):
            continue
        for side in sides:
            text = rows[number][side.label]
            if not text.strip():
                continue
            owner, _, own = text.rpartition("/")  # some write the line that it is of before a label
            carried = carried or bool(owner and left_row(label(owner)) == "opening")
            row = side.row(label(own)) or _broken(reading, number, side)
            if side is sides[0] and fiscal:
                carried = carried or row == "opening"
                row = f"opening.{row}" if row in _FUNDS and carried else row
            if row is None or (side is sides[0] and is_detail(label(own)) and row not in _FUNDS):
                continue
            known.append(number)
            reading.add_row(row, number, side.label)
            for column, key, measure in side.amounts:
                reading.amount(number, column, f"{reading.key}/{row}/{key}", measure)
    reading.finish(first, known)


def _broken(reading: Reading, number: int, side: _Side) -> str | None:
    """The row of a label that goes on in the next row, as where a page ends within it."""
    rows = reading.sheet.rows
    if number + 1 >= len(rows) or not rows[number + 1][side.label].strip():
        return None
    after = rows[number + 1]
    if any(after[column].strip() for column, _, _ in side.amounts) or side.row(label(after[side.label])) is not None:
        return None
    return side.row(label(compact(rows[number][side.label]) + compact(after[side.label])))
