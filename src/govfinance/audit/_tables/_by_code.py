"""Tables with a row for each functional code."""

from __future__ import annotations

import re
from typing import Final

from govfinance.audit._said import Measure
from govfinance.audit._tables._number import is_words, looks_numeric
from govfinance.audit._tables._reading import Reading, is_note, measure_of, measures_of
from govfinance.audit._tables._sheet import Row, grid_region, paths_above
from govfinance.calc import COLUMNS
from govfinance.io._tables import CodeReader, Notes, Path, as_code, code_columns, column_key, compact, is_total
from govfinance.model import PublicTable

__all__ = ["first_row", "read_by_code"]

_CODE: Final = re.compile(r"2[0-9]{2}(?:[0-9]{2}){0,2}(?:[\u4e00-\u9fff（“].*)?")
_OF_CODES: Final = re.compile(r"名称|项目|科目|编码|代码|栏次|[类款项]|^$")
_BESIDE: Final = frozenset({"类", "款", "项", "栏次"})
_AMONG: Final = 4
_BELOW: Final = re.compile(r"^其中|教育收费|人员经费|公用经费")


def read_by_code(reading: Reading) -> bool:
    """Read the table; False where it has no columns of amounts that are known."""
    table, sheet = reading.part.table, reading.sheet
    first = first_row(sheet.rows, _CODE)
    end = len(sheet.rows) if first is None else first
    paths = paths_above(sheet, end, table)
    columns = _columns(table, paths, reading.year)
    if not columns:
        return False
    reading.columns.update(dict.fromkeys(key for key, _ in columns.values()))
    if first is None:
        return True
    until = min(columns)
    region = grid_region(sheet.rows, table)
    codes = CodeReader(region, code_columns(paths, until), Notes(), "2")
    beside = codes.columns[-1] + 1
    reading.ordinals = frozenset(
        [*codes.columns, *(n for n, path in enumerate(paths) if path and path[-1] in ("行次", "序号"))]
    )
    known: list[int] = []
    cells: list[tuple[int, str, Measure]] = [(column, key, measure) for column, (key, measure) in columns.items()]
    prefix = reading.key
    for number in range(first, len(sheet.rows)):
        row = sheet.rows[number]
        if is_note(row[0]):
            continue
        total = next((n for n in range(until) if row[n] and is_total(compact(row[n]))), None)
        key = "total" if total is not None else codes.code(number)
        if key is None or _is_heading(row, until):
            continue
        known.append(number)
        reading.add_row(key, number, total if total is not None else codes.column)
        if total is None:
            column = next(
                (n for n in range(beside, until) if row[n].strip()), beside if beside < until else codes.column
            )
            reading.add_code(key, number, _code_cell(row, codes.columns), codes.name(number, until), column)
        for column, name, measure in cells:
            reading.amount(number, column, f"{prefix}/{key}/{name}", measure)
    reading.finish(first, known)
    return True


def _code_cell(row: Row, columns: tuple[int, ...]) -> int:
    return next((column for column in reversed(columns) if row[column].strip()), columns[0])


def _is_heading(row: Row, until: int) -> bool:
    """Whether a row with 合计 is one of headings that stand again on another page: words where amounts should be."""
    words = [text for text in row[until:] if text and is_words(text)]
    return len(words) > 1 and len(words) * 2 > len([text for text in row[until:] if text])


def first_row(rows: list[Row], code: re.Pattern[str]) -> int | None:
    """The first row of data: one with a code at its left, or with 合计 as its label."""
    for number, row in enumerate(rows):
        if any(text and code.fullmatch(as_code(text)) for text in row[:_AMONG]):
            return number
        for column, text in enumerate(row[: _AMONG + 1]):
            if text and is_total(compact(text)) and _is_label(rows, number, column):
                return number
    return None


def _is_label(rows: list[Row], number: int, column: int) -> bool:
    """Whether a 合计 is the label of a row and no heading: what else stands in the row are figures, or nothing."""
    others = [compact(text) for n, text in enumerate(rows[number]) if text and n != column]
    if any("." in text and looks_numeric(text) for text in others):
        return True
    words = [text for text in others if is_words(text) and text not in _BESIDE]
    if any(not is_total(text) for text in words):
        return False
    if any(text not in _BESIDE for text in others) and not words:
        return True  # figures
    above = next((compact(rows[n][column]) for n in range(number - 1, -1, -1) if rows[n][column]), "")
    return _OF_CODES.search(above) is not None


def _columns(table: PublicTable, paths: list[Path], year: int | None) -> dict[int, tuple[str, Measure]]:
    """The columns of amounts with their keys and measures."""
    wanted = COLUMNS[table]
    measures = measures_of(paths, year)
    found: dict[int, tuple[str, Measure]] = {}
    for number, path in enumerate(paths):
        measure = measures[number]
        if measure is None or any(_BELOW.search(text) for text in path):
            continue
        key = _key(table, tuple(path))
        if key in wanted and (key, measure) not in found.values():
            assert key is not None
            found[number] = (key, measure)
    return found


def _key(table: PublicTable, path: Path) -> str | None:
    while path and measure_of(path[-1]) is not None:
        if len(path) == 1:
            return "total" if not path[0].endswith("预算") else None
        path = path[:-1]
    key = column_key(path)
    if table is not PublicTable.PROJECTS or key not in ("total", "revenue"):
        return key
    if any(text.startswith(("本年收入", "收入")) for text in path):
        return "revenue"
    return "expenditure" if any(text.startswith(("本年支出", "支出")) for text in path) else None
