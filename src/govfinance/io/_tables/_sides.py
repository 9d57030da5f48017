"""Tables with income beside expenditure: 收入支出决算总表 and 财政拨款收入支出决算总表."""

from __future__ import annotations

import re
from typing import Final

from govfinance.io._tables._cells import AmountReader
from govfinance.io._tables._found import FoundTable, Notes, Region
from govfinance.io._tables._headers import headings_of, of_other_years
from govfinance.io._tables._labels import class_labelled, column_key, is_detail, left_row, right_row
from govfinance.io._tables._text import compact, is_amount, label
from govfinance.model import PublicTable
from govfinance.money import Scale

__all__ = ["read_sides"]

_FUNDS: Final = ("general_public", "government_fund", "state_capital")
_ONE: Final = re.compile(r"(?:20[0-9]{2}年?度?|本年|当年)?(?:年初|全年|调整)?(?:决算|预算)?(?:数|金额)?|合计|小计")
_ACTUAL: Final = re.compile(r"决算|^金额$")


def read_sides(region: Region, scale: Scale, notes: Notes) -> FoundTable:
    """Read the table; what does not fit goes to ``notes``."""
    reader = AmountReader(region, scale, notes)
    found = FoundTable(region, scale, reader.amounts)
    start = _start(region)
    if start is None:
        notes.refuse(
            "no-rows",
            f"expected 一般公共预算财政拨款 and 一般公共服务支出 as the first lines of {region.title}, found none",
            f"{region.title}应以“一般公共预算财政拨款”和“一般公共服务支出”起始，未找到",
            region.place(max(region.first, 0), 0),
        )
        return found
    first, left, right = start
    rows = region.grid.rows
    above = range(region.first + 1, first)
    first = next((n for n in above if is_detail(text := label(str(rows[n][left]))) or left_row(text)), first)
    paths = headings_of(region, region.first + 1, first)
    others = of_other_years(paths)
    leaves = [path[-1] if path else "" for path in paths]
    income = [
        n for n in range(left + 1, right) if leaves[n] != "行次" and n not in others and _ONE.fullmatch(leaves[n])
    ]
    outlay = _outlay(
        region, [n for n in range(right + 1, len(paths)) if leaves[n] != "行次" and n not in others], paths
    )
    if not income or not outlay:
        notes.refuse(
            "no-columns",
            f"expected a column of amounts on both sides of {region.title}, found none",
            f"{region.title}收入、支出两侧都应有金额栏，未找到",
            region.place(first, 0),
        )
        return found
    found.columns = tuple(dict.fromkeys(("actual", *outlay.values())))
    amount = next((n for n in income if _ACTUAL.search(leaves[n])), income[-1])
    carried = False
    for number in range(first, region.end):
        cells = region.grid.rows[number]
        text = str(cells[left]).strip() if isinstance(cells[left], str) else ""
        owner, _, part = text.rpartition("/")  # some write the line that it is of before a label
        carried = carried or bool(owner and left_row(label(owner)) == "opening")
        row = left_row(label(part)) if part else None
        if row == "opening" and region.table is PublicTable.FISCAL:
            carried = True
        elif row in _FUNDS and carried:
            row = f"opening.{row}"
        _read(reader, found, number, {amount: "actual"}, row, text, left)
        other = str(cells[right]).strip() if isinstance(cells[right], str) else ""
        _read(reader, found, number, outlay, right_row(label(other)) if other else None, other, right)
    return found


def _start(region: Region) -> tuple[int, int, int] | None:
    """The first row of data, and the columns of its two labels."""
    for number in range(region.first + 1, region.end):
        left = right = -1
        for column, value in enumerate(region.grid.rows[number]):
            if isinstance(value, str) and value:
                text = label(value)
                if left < 0 and left_row(text) in _FUNDS:
                    left = column
                elif left >= 0 and class_labelled(text):
                    right = column
                    break
        if left >= 0 and right > left:
            return number, left, right
    return None


def _outlay(region: Region, columns: list[int], paths: list[tuple[str, ...]]) -> dict[int, str]:
    """The columns of amounts on the side of expenditure, with their keys."""
    if region.table is PublicTable.TOTALS:
        leaves = {number: paths[number][-1] if paths[number] else "" for number in columns}
        chosen = next((n for n in columns if _ACTUAL.search(leaves[n])), columns[-1] if columns else None)
        return {} if chosen is None else {chosen: "actual"}
    found: dict[int, str] = {}
    for number in columns:
        key = column_key(paths[number])
        if key in ("total", *_FUNDS) and key not in found.values():
            found[number] = key
    return found


def _read(
    reader: AmountReader,
    found: FoundTable,
    number: int,
    columns: dict[int, str],
    row: str | None,
    text: str,
    column: int,
) -> None:
    region = reader.region
    if row is None:
        _check_stray(reader, number, columns, text)
        return
    if row in found.rows:
        if row == "total":
            return
        reader.notes.refuse(
            "duplicate-row", f"{text} stands here again", f"“{text}”重复出现", region.place(number, column)
        )
        return
    found.rows[row] = (number, column)
    reader.read_row(number, columns.items(), row)


def _check_stray(reader: AmountReader, number: int, columns: dict[int, str], text: str) -> None:
    """A line that is not known has to be without money, unless another line includes it (其中) or it stands below all."""
    if is_detail(label(text)) or compact(text).startswith("其中"):
        return
    cells = reader.region.grid.rows[number]
    for column in columns:
        value = cells[column] if column < len(cells) else ""
        if value and is_amount(value):
            title = reader.region.title
            reader.notes.refuse(
                "unknown-line",
                f"an amount stands beside {text!r}, which is no line of {title}"
                if text
                else "an amount stands in a row without a label",
                f"“{text}”不是{title}的项目，而有金额" if text else "该行有金额而没有项目名称",
                reader.region.place(number, column),
            )
            return
