"""Tables with a row for each functional code: 收入决算表, 支出决算表 and those of the budgets."""

from __future__ import annotations

import re
from typing import Final

from govfinance.calc import COLUMNS
from govfinance.io._tables._begin import first_row
from govfinance.io._tables._cells import AmountReader
from govfinance.io._tables._codes import CodeReader, code_columns
from govfinance.io._tables._found import FoundTable, Notes, Region
from govfinance.io._tables._headers import Path, headings_of, of_other_years
from govfinance.io._tables._labels import column_key, is_total
from govfinance.io._tables._text import compact, is_amount
from govfinance.model import PublicTable
from govfinance.money import Scale

__all__ = ["read_by_code"]

_CODE: Final = re.compile(r"2[0-9]{2}(?:[0-9]{2}){0,2}(?![0-9])")
_DETAIL: Final = re.compile(r"^其中|教育收费|人员经费|公用经费|备注|说明|序号|行次|预算数")
_NOTE: Final = re.compile(r"^(?:注|说明|备注):")
_NOTE_BEGINS: Final = frozenset("注说备")


def read_by_code(region: Region, scale: Scale, notes: Notes) -> FoundTable:
    """Read the table; what does not fit goes to ``notes``."""
    reader = AmountReader(region, scale, notes)
    found = FoundTable(region, scale, reader.amounts)
    first = first_row(region, _CODE, 3)
    if first is None:
        return _without_rows(region, found, notes)
    paths = headings_of(region, region.first + 1, first)
    columns = _columns(region, paths)
    if not columns:
        notes.refuse(
            "no-columns",
            f"expected headings such as 合计, 基本支出 or 项目支出 in {region.title}, found none",
            f"{region.title}应有“合计”“基本支出”“项目支出”等栏目，未找到",
            region.place(max(region.first, 0), 0),
        )
        return found
    found.columns = tuple(columns.values())
    found.at = {key: number for number, key in columns.items()}
    until, cells = min(columns), tuple(columns.items())
    if len(paths) - until > len(columns):
        _check_columns(region, paths, columns, first, notes)
    codes = CodeReader(region, code_columns(paths, until), notes, "2")
    rows, beside, joined, is_code = region.grid.rows, codes.columns[-1] + 1, len(codes.columns) == 1, codes.is_code
    for row in range(first, region.end):
        line = rows[row]
        code, name = line[codes.column], line[beside]
        if joined and isinstance(code, str) and is_code(code):  # most rows are this simple
            key: str | None = code
        elif _is_note(line[0]):
            continue
        else:
            key = _row_key(region, row, codes, until)
        if key is None:
            _check_stray(reader, row, columns, codes)
            continue
        if key in found.rows:
            notes.refuse(
                "duplicate-row", f"{key} stands here again", f"{key} 重复出现", region.place(row, codes.column)
            )
            continue
        found.rows[key] = (row, codes.column)
        if key != "total":
            found.names[key] = name if isinstance(name, str) and name else codes.name(row, until)
        reader.read_row(row, cells, key)
    return found


def _columns(region: Region, paths: list[Path]) -> dict[int, str]:
    """The columns of amounts with their keys."""
    wanted = COLUMNS[region.table]
    others = of_other_years(paths)
    found: dict[int, str] = {}
    for number, path in enumerate(paths):
        key = column_key(path) if region.table is not PublicTable.PROJECTS else _project_key(path)
        if key in wanted and key not in found.values() and number not in others:
            found[number] = key
    return found


def _project_key(path: Path) -> str | None:
    """The column of 项目收入支出决算表 that some headings are those of, whether it is divided further or not."""
    key = column_key(path)
    if key not in ("total", "revenue"):
        return key
    if any(text.startswith(("本年收入", "收入")) for text in path):
        return "revenue"
    return "expenditure" if any(text.startswith(("本年支出", "支出")) for text in path) else None


def _check_columns(region: Region, paths: list[Path], columns: dict[int, str], first: int, notes: Notes) -> None:
    """Note a column with amounts whose heading says nothing that is known."""
    others = of_other_years(paths)
    for number in range(min(columns) + 1, len(paths)):
        path = paths[number]
        if number in columns or number in others or column_key(path) or any(_DETAIL.search(text) for text in path):
            continue
        rows = region.grid.rows
        row = next((row for row in range(first, region.end) if is_amount(rows[row][number])), None)
        if row is not None:
            shown = " ".join(path)
            notes.warn(
                "unknown-column",
                f"the amounts below {shown!r} were not read: it is no column of {region.title}"
                if shown
                else "an amount stands in a column without a heading; it was not read",
                f"“{shown}”不是{region.title}的栏目，其下金额未读取" if shown else "该列有金额而没有栏目名称，未读取",
                region.place(row, number),
            )


def _is_note(begins: object) -> bool:
    """Whether a row is one of the notes below the table."""
    return isinstance(begins, str) and begins[:1] in _NOTE_BEGINS and _NOTE.match(compact(begins)) is not None


def _row_key(region: Region, row: int, codes: CodeReader, until: int) -> str | None:
    """The code of a row, or ``total``; None for a row that has neither."""
    for value in region.grid.rows[row][:until]:
        if value.__class__ is str and value and is_total(compact(value)):
            return "total"
    return codes.code(row)


def _check_stray(reader: AmountReader, row: int, columns: dict[int, str], codes: CodeReader) -> None:
    """A row without a code has to be blank, or a sum in between (小计)."""
    cells = reader.region.grid.rows[row]
    for column in columns:
        if column < len(cells) and cells[column] and is_amount(cells[column]):
            if not any(isinstance(value, str) and compact(value) == "小计" for value in cells[: min(columns)]):
                codes.refuse(row, column)
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
