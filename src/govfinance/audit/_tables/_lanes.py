"""Tables by economic code, in one, two or three lanes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govfinance.audit._said import Measure
from govfinance.audit._tables._by_code import first_row
from govfinance.audit._tables._number import is_words
from govfinance.audit._tables._reading import Reading, is_note, measures_of
from govfinance.audit._tables._sheet import grid_region, paths_above
from govfinance.calc import PERSONNEL_CLASSES
from govfinance.io._tables import CodeReader, Notes, Path, compact, is_total
from govfinance.io._tables import Region as _Region
from govfinance.model import PublicTable

__all__ = ["read_lanes"]

_Kind: TypeAlias = Literal["actual", "personnel", "public"]
_CODE: Final = re.compile(r"3[0-9]{2}(?:[0-9]{2})?(?:[\u4e00-\u9fff（“].*)?")
_AMOUNT: Final = re.compile(r"决算数|金额|合计|小计|预算数|支出|决算$")
_CODES: Final = re.compile(r"编码|代码|编号")
_PARTS: Final[dict[str, _Kind]] = {"人员经费": "personnel", "公用经费": "public", "日常公用经费": "public"}


@frozen
class _Lane:
    """The columns of one lane: its codes, its name, and its amounts with what they are."""

    codes: CodeReader
    name: int
    amounts: tuple[tuple[int, _Kind, Measure], ...]

    @property
    def main(self) -> int:
        """The column of the amounts themselves."""
        return next((column for column, kind, measure in self.amounts if measure == "actual"), self.amounts[0][0])


def read_lanes(reading: Reading) -> bool:
    """Read the table; False where it has no codes or no column of amounts."""
    table, sheet = reading.part.table, reading.sheet
    first = first_row(sheet.rows, _CODE)
    paths = paths_above(sheet, len(sheet.rows) if first is None else first, table)
    lanes = _lanes(grid_region(sheet.rows, table), paths, reading.year)
    if not lanes:
        return False
    reading.columns["actual"] = None
    if first is None:
        return True
    reading.ordinals = frozenset(column for lane in lanes for column in lane.codes.columns)
    known: list[int] = []
    for number in range(first, len(sheet.rows)):
        if is_note(sheet.rows[number][0]):
            continue
        if _footer(reading, number, lanes):
            known.append(number)
            continue
        for lane in lanes:
            code = lane.codes.code(number)
            if code is None:
                continue
            known.append(number)
            name = sheet.rows[number][lane.name] or lane.codes.name(number, lane.main)
            reading.add_row(code, number, lane.codes.column)
            cells = [column for column in lane.codes.columns if sheet.rows[number][column].strip()]
            reading.add_code(code, number, cells[-1] if cells else lane.codes.column, name, lane.name)
            _read(reading, number, lane, code)
    reading.finish(first, known)
    return True


def _lanes(region: _Region, paths: list[Path], year: int | None) -> list[_Lane]:
    leaves = [path[-1] if path else "" for path in paths]
    measures = measures_of(paths, year)
    starts = [n for n, leaf in enumerate(leaves) if _CODES.search(leaf) or leaf == "类"]
    starts = [n for n in starts if n == 0 or not (leaves[n] == leaves[n - 1] and leaves[n] != "类")]
    lanes: list[_Lane] = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(leaves)
        codes = tuple(n for n in range(start, end) if leaves[n] in ("类", "款")) or (start,)
        amounts: list[tuple[int, _Kind, Measure]] = []
        for number in range(codes[-1] + 1, end):
            measure = measures[number]
            kind = _PARTS.get(leaves[number]) or ("actual" if _AMOUNT.search(leaves[number]) else None)
            if measure is not None and kind is not None and (kind, measure) not in [one[1:] for one in amounts]:
                amounts.append((number, kind, measure))
        if len({kind for _, kind, _ in amounts} - {"actual"}) == 1:  # the heading of another lane
            amounts = [one for one in amounts if one[1] == "actual"]
        if amounts:
            name = codes[-1] + 1 if codes[-1] + 1 < amounts[0][0] else codes[-1]
            lanes.append(_Lane(CodeReader(region, codes, Notes(), "3"), name, tuple(amounts)))
    return lanes


def _read(reading: Reading, number: int, lane: _Lane, code: str) -> None:
    """The amounts of a row. Where 人员经费 and 公用经费 are columns, the one that is filled is the amount."""
    subject = f"{reading.key}/{code}/actual"
    whole = [one for one in lane.amounts if one[1] == "actual"]
    for column, _, measure in whole:
        reading.amount(number, column, subject, measure)
    parts = [one for one in lane.amounts if one[1] != "actual"]
    filled = [one for one in parts if not reading.is_blank(number, one[0])]
    if len(filled) > 1:
        for column, _, _ in filled:
            reading.leave(number, column)
    elif parts and (filled or not whole):
        own = "personnel" if code[:3] in PERSONNEL_CLASSES else "public"
        column = next((column for column, kind, _ in lane.amounts if kind == own), parts[0][0])
        if filled:
            reading.amount(number, filled[0][0], subject, filled[0][2])
        else:
            reading.amount(number, column, subject, "actual")


def _footer(reading: Reading, number: int, lanes: Sequence[_Lane]) -> bool:
    """Read 人员经费合计, 公用经费合计 and 合计: the amount stands in the last lane that its label reaches over."""
    row = reading.sheet.rows[number]
    labels = [
        (column, key)
        for column, text in enumerate(row)
        if text and is_words(text) and (key := _footer_row(compact(text))) is not None
    ]
    of_basic = reading.part.table is PublicTable.BASIC
    labels = [(column, key) for column, key in labels if key == "total" or of_basic]
    for place, (column, key) in enumerate(labels):
        until = labels[place + 1][0] if place + 1 < len(labels) else len(row)
        reached = [lane for lane in lanes if column < lane.main < until]
        if not reached:
            continue
        lane = next((one for one in reversed(reached) if not reading.is_blank(number, one.main)), reached[-1])
        if is_words(row[lane.main]) or (_is_of_lane(row[column]) and reading.is_blank(number, lane.main)):
            continue
        reading.add_row(key, number, column)
        for amount, kind, measure in lane.amounts:
            name = key if kind == "actual" or key != "total" or not of_basic else kind
            reading.amount(number, amount, f"{reading.key}/{name}/actual", measure)
    return bool(labels)


def _is_of_lane(text: str) -> bool:
    """Whether a label may be the heading of a lane as well as that of a sum."""
    return compact(text) in ("人员经费", "公用经费")


def _footer_row(text: str) -> str | None:
    if text.startswith("人员经费合计") or text == "人员经费":
        return "personnel"
    if text.startswith("公用经费合计") or text == "公用经费":
        return "public"
    return "total" if is_total(text) else None
