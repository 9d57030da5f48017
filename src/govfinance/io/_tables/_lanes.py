"""Tables by economic code, side by side in lanes or in one: 基本支出决算表 and 项目支出决算明细表."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from govfinance.io._tables._begin import first_row
from govfinance.io._tables._cells import AmountReader
from govfinance.io._tables._codes import CodeReader
from govfinance.io._tables._found import FoundTable, Notes, Region
from govfinance.io._tables._headers import Path, headings_of, of_other_years
from govfinance.io._tables._labels import is_total
from govfinance.io._tables._text import compact, is_amount
from govfinance.model import PublicTable
from govfinance.money import Scale

__all__ = ["read_lanes"]

_CODE: Final = re.compile(r"3[0-9]{2}(?:[0-9]{2})?(?![0-9])")
_AMOUNT: Final = re.compile(r"决算数|金额|合计|小计|预算数|支出")
_PARTS: Final = {"人员经费": "personnel", "公用经费": "public", "日常公用经费": "public"}


@frozen
class _Lane:
    codes: CodeReader
    amount: int
    amounts: dict[int, str]
    pairs: tuple[tuple[int, str], ...]
    """``actual``, or ``personnel`` and ``public`` where 人员经费 and 公用经费 are columns; ``amount`` is the first of them."""


def read_lanes(region: Region, scale: Scale, notes: Notes) -> FoundTable:
    """Read the table; what does not fit goes to ``notes``."""
    reader = AmountReader(region, scale, notes)
    found = FoundTable(region, scale, reader.amounts, columns=("actual",))
    first = first_row(region, _CODE)
    lanes = [] if first is None else _lanes(region, headings_of(region, region.first + 1, first), notes)
    if first is None or not lanes:
        notes.refuse(
            "no-rows",
            f"expected rows with economic codes such as 30101 in {region.title}, found none",
            f"{region.title}应有经济分类科目编码（如 30101）的行，未找到",
            region.place(max(region.first, 0), 0),
        )
        return found
    starts = [lane.codes.column for lane in lanes]
    for number in range(first, region.end):
        cells = region.grid.rows[number]
        words = [value for start in starts if isinstance(value := cells[start], str) and value and value[:1] != "3"]
        if words and _footer(reader, found, number, lanes):
            continue
        for lane in lanes:
            code = lane.codes.known(number) or lane.codes.code(number)
            if code is None:
                column = next((column for column in lane.amounts if cells[column] and is_amount(cells[column])), None)
                if column is not None:
                    lane.codes.refuse(number, column)
                continue
            if code in found.rows:
                notes.refuse(
                    "duplicate-row",
                    f"{code} stands here again",
                    f"{code} 重复出现",
                    region.place(number, lane.codes.column),
                )
                continue
            found.rows[code] = (number, lane.codes.column)
            name = cells[lane.codes.columns[-1] + 1]
            found.names[code] = name if isinstance(name, str) and name else lane.codes.name(number, lane.amount)
            reader.read_row(number, lane.pairs, code)
    for code, (number, column) in [*found.rows.items()][:1]:
        found.cells[code, "actual"] = (number, next((lane.amount for lane in lanes if lane.amount > column), column))
    if any(len(lane.amounts) > 1 for lane in lanes):
        _fold(found)
    return found


def _lanes(region: Region, paths: list[Path], notes: Notes) -> list[_Lane]:
    """Each lane: the columns of its codes, of its name, and of its amounts."""
    leaves = [path[-1] if path else "" for path in paths]
    others = of_other_years(paths)
    starts = [n for n, leaf in enumerate(leaves) if re.search(r"编码|代码|编号", leaf) or leaf == "类"]
    starts = [n for n in starts if n == 0 or not (leaves[n] == leaves[n - 1] and leaves[n] != "类")]
    lanes: list[_Lane] = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(leaves)
        codes = tuple(n for n in range(start, end) if leaves[n] in ("类", "款")) or (start,)
        amounts: dict[int, str] = {}
        for number in range(codes[-1] + 1, end):
            key = "actual" if _AMOUNT.search(leaves[number]) else _PARTS.get(leaves[number])
            if key is not None and key not in amounts.values() and number not in others:
                amounts[number] = key
        if amounts:
            lanes.append(_Lane(CodeReader(region, codes, notes, "3"), min(amounts), amounts, tuple(amounts.items())))
    return lanes


def _fold(found: FoundTable) -> None:
    """From columns of 人员经费 and 公用经费 to one amount for each code, and to the rows of their totals."""
    for row in [*found.amounts.rows]:
        cells = found.amounts.rows[row]
        parts = {name: cells.pop(name) for name in ("personnel", "public") if name in cells}
        if parts and "actual" not in cells:
            cells["actual"] = sum(parts.values())
        if row == "total" and found.table is PublicTable.BASIC:
            for name, fen in parts.items():
                if name not in found.rows:
                    found.rows[name] = found.rows[row]
                    found.amounts.rows[name] = {"actual": fen}


def _footer(reader: AmountReader, found: FoundTable, number: int, lanes: list[_Lane]) -> bool:
    """Read 人员经费合计, 公用经费合计 and 合计: the amount stands in the last lane that its label reaches over."""
    cells = reader.region.grid.rows[number]
    labels: list[tuple[int, str]] = []
    for column, value in enumerate(cells):
        if isinstance(value, str):
            row = _footer_row(compact(value))
            if row is not None and (row == "total" or reader.region.table is PublicTable.BASIC):
                labels.append((column, row))
    for place, (column, row) in enumerate(labels):
        until = labels[place + 1][0] if place + 1 < len(labels) else len(cells)
        reached = [lane for lane in lanes if column < lane.amount < until]
        if reached and row not in found.rows:
            found.rows[row] = (number, column)
            any(reader.read_row(number, lane.pairs, row) for lane in reversed(reached))
    return bool(labels)


def _footer_row(text: str) -> str | None:
    if text.startswith("人员经费合计") or text == "人员经费":
        return "personnel"
    if text.startswith("公用经费合计") or text == "公用经费":
        return "public"
    return "total" if is_total(text) else None
