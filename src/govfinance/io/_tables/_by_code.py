"""Tables with a row for each functional code: 收入决算表, 支出决算表 and those of the budgets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govfinance.calc import COLUMNS
from govfinance.io._tables._cells import AmountReader
from govfinance.io._tables._codes import CodeReader, code_columns
from govfinance.io._tables._found import FoundTable, Notes, Region
from govfinance.io._tables._headers import Path, headings_of
from govfinance.io._tables._labels import column_key, is_total
from govfinance.io._tables._text import as_digits, compact, is_number
from govfinance.money import Scale

__all__ = ["read_by_code"]

_NOTE: Final = re.compile(r"^(?:注|说明|备注):")
_NOTE_BEGINS: Final = frozenset("注说备")


def read_by_code(region: Region, scale: Scale, notes: Notes) -> FoundTable:
    """Read the table; what does not fit goes to ``notes``."""
    reader = AmountReader(region, scale, notes)
    found = FoundTable(region, scale, reader.amounts)
    first = _first_row(region)
    if first is None:
        return _without_rows(region, found, notes)
    paths = headings_of(region, region.first + 1, first)
    columns = _columns(region, paths, notes)
    if not columns:
        notes.refuse(
            "no-columns",
            f"expected headings such as 合计, 基本支出 or 项目支出 in {region.title}, found none",
            f"{region.title}应有“合计”“基本支出”“项目支出”等栏目，未找到",
            region.place(max(region.first, 0), 0),
        )
        return found
    found.columns = tuple(columns.values())
    codes = CodeReader(region, code_columns(paths, min(columns)), notes, "2")
    for row in _data(region, first):
        key = _row_key(region, row, codes, min(columns))
        if key is None:
            _check_stray(reader, row, columns, notes)
            continue
        if key in found.rows:
            notes.refuse(
                "duplicate-row", f"{key} stands here again", f"{key} 重复出现", region.place(row, codes.column)
            )
            continue
        found.rows[key] = (row, codes.column)
        if key != "total":
            found.names[key] = codes.name(row, min(columns))
        reader.read_row(row, columns, key)
    return found


def _first_row(region: Region) -> int | None:
    """The first row of data: the first one with a code, or with the label of the total at its left."""
    for number in range(region.first + 1, region.end):
        cells = region.grid.rows[number]
        texts = [compact(value) if isinstance(value, str) else value for value in cells]
        if any(_is_code(value) for value in texts[:3]):
            return number
        labels = [text for text in texts if isinstance(text, str) and text and not _numeric(text)]
        if labels and all(is_total(text) for text in labels) and labels[0] in texts[:4]:
            return number
    return None


def _is_code(value: object) -> bool:
    return re.fullmatch(r"2[0-9]{2}(?:[0-9]{2}){0,2}", as_digits(value)) is not None


def _numeric(text: str) -> bool:
    return re.fullmatch(r"[-—－0-9.,()（）]+", text) is not None


def _columns(region: Region, paths: list[Path], notes: Notes) -> dict[int, str]:
    """The columns of amounts with their keys; a heading that says nothing known is noted where money stands below."""
    wanted = COLUMNS[region.table]
    found: dict[int, str] = {}
    for number, path in enumerate(paths):
        key = column_key(path)
        if key in wanted and key not in found.values():
            found[number] = key
    return found


def _data(region: Region, first: int) -> Iterator[int]:
    """The rows down to the notes below the table."""
    for number in range(first, region.end):
        text = region.grid.rows[number][0]
        if text.__class__ is str and text[:1] in _NOTE_BEGINS and text and _NOTE.match(compact(text)):
            return
        yield number


def _row_key(region: Region, row: int, codes: CodeReader, until: int) -> str | None:
    """The code of a row, or ``total``; None for a row that has neither."""
    code = codes.known(row)
    if code is not None:
        return code
    for value in region.grid.rows[row][:until]:
        if value.__class__ is str and value and is_total(compact(value)):
            return "total"
    return codes.code(row)


def _check_stray(reader: AmountReader, row: int, columns: dict[int, str], notes: Notes) -> None:
    """A row without a code has to be blank."""
    cells = reader.region.grid.rows[row]
    for column in columns:
        value = cells[column] if column < len(cells) else ""
        if value and is_number(value):
            notes.refuse(
                "no-code",
                "an amount stands in a row without a code",
                "该行有金额而没有科目编码",
                reader.region.place(row, column),
            )
            return


def _without_rows(region: Region, found: FoundTable, notes: Notes) -> FoundTable:
    """A table of which only the header is there: nothing in it."""
    for number in range(region.first + 1, region.end):
        paths = headings_of(region, region.first + 1, number + 1)
        columns = {column_key(path) for path in paths} & set(COLUMNS[region.table])
        if len(columns) > 1:
            found.columns = tuple(column for column in COLUMNS[region.table] if column in columns)
            found.rows["total"] = (number, 0)
            return found
    notes.refuse(
        "no-rows",
        f"expected rows with codes or a row 合计 in {region.title}, found none",
        f"{region.title}应有科目编码或“合计”行，未找到",
        region.place(max(region.first, 0), 0),
    )
    return found
