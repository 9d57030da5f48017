"""“三公”经费支出决算表, and the table of operating expenses, state assets and procurement."""

from __future__ import annotations

import re

from govfinance.io._tables._cells import AmountReader
from govfinance.io._tables._found import FoundTable, Notes, Region
from govfinance.io._tables._headers import headings_of, of_other_years
from govfinance.io._tables._labels import institution_row, three_public_key
from govfinance.io._tables._text import as_digits, compact, is_amount, label
from govfinance.money import Scale

__all__ = ["COUNTS", "read_institution", "read_three_public"]

COUNTS = (
    "vehicles",
    "provincial_leader_vehicles",
    "principal_vehicles",
    "confidential_vehicles",
    "emergency_vehicles",
    "enforcement_vehicles",
    "special_vehicles",
    "retired_cadre_vehicles",
    "other_vehicles",
    "large_equipment",
)
_MEASURE = re.compile(r"(?:20[0-9]{2}年?度?|本年)?(年初|全年|调整)?(预算|决算)数?")
_BUDGETS = {"年初": "initial", "全年": "adjusted", "调整": "adjusted", None: "budget"}


def read_three_public(region: Region, scale: Scale, notes: Notes) -> FoundTable:
    """Read the table, whether its lines are columns or rows. ``budget`` is the 预算数 that says no more than that."""
    reader = AmountReader(region, scale, notes)
    found = FoundTable(region, scale, reader.amounts)
    first = _below_headings(region)
    paths = headings_of(region, region.first + 1, first) if first is not None else []
    others = of_other_years(paths)
    measures = [
        None if number in others else next((said for text in path if (said := _measure(text))), None)
        for number, path in enumerate(paths)
    ]
    keys = [three_public_key(path) for path in paths]
    if "actual" not in measures:  # a budget: its figures are what it is about
        measures = [
            "actual" if measure or (key is not None and not any(measures) and number not in others) else None
            for number, (measure, key) in enumerate(zip(measures, keys, strict=True))
        ]
    if first is not None and sum(key is not None and key != "total" for key in keys) >= 4:
        _read_columns(reader, found, first, measures, keys)
    elif first is not None and measures.count("actual") == 1:
        _read_rows(reader, found, first, measures)
    if not found.rows:
        notes.refuse(
            "no-columns",
            f"expected 因公出国（境）费, 公务接待费 and the like with 预算数 and 决算数 in {region.title}",
            f"{region.title}应有“因公出国（境）费”“公务接待费”等项的预算数和决算数，未找到",
            region.place(max(region.first, 0), 0),
        )
    return found


def _measure(text: str) -> str | None:
    """What a heading says that the amounts below it are: ``budget`` is a 预算数 that says no more than that."""
    match = _MEASURE.fullmatch(text)
    if match is None:
        return None
    return "actual" if match[2] == "决算" else _BUDGETS[match[1]]


def _below_headings(region: Region) -> int | None:
    """The row below the last one with 预算数, 决算数 or the names of the lines."""
    last = None
    for number in range(region.first + 1, region.end):
        texts = [compact(value) for value in region.grid.rows[number] if isinstance(value, str) and value.strip()]
        if texts and texts[0].startswith(("注", "说明")):
            break
        if any(_measure(text) for text in texts) or (sum(three_public_key((text,)) is not None for text in texts) > 2):
            last = number
    if last is None:
        return None
    for number in range(last + 1, region.end):
        values = [value for value in region.grid.rows[number] if value not in ("", None)]
        digits = [as_digits(value) for value in values]
        if len(values) > 5 and [text.split("=")[0] for text in digits] == [str(n + 1) for n in range(len(values))]:
            continue  # 栏次
        if not any(isinstance(value, str) and "栏次" in value for value in values):
            return number
    return region.end


def _read_columns(
    reader: AmountReader, found: FoundTable, first: int, measures: list[str | None], keys: list[str | None]
) -> None:
    columns = [number for number, key in enumerate(keys) if key is not None and measures[number] is not None]
    rows = reader.region.grid.rows
    filled = [
        (row, number) for row in range(first, reader.region.end) for number in columns if is_amount(rows[row][number])
    ]
    first = filled[0][0] if filled else first
    other = next(((row, number) for row, number in filled if row > first), None)
    if other is not None:
        reader.notes.refuse(
            "several-rows",
            f"expected one row of amounts in {reader.region.title}, got another one",
            f"{reader.region.title}应只有一行金额，实际另有一行",
            reader.region.place(*other),
        )
    for number in columns:
        measure, key = measures[number], keys[number]
        if measure is not None and key is not None and key not in found.row(measure):
            found.rows.setdefault(measure, (first, number))
            found.cells[measure, key] = (first, number)
            if first < reader.region.end:
                reader.read(first, number, measure, key)
    found.columns = tuple(dict.fromkeys(key for key in keys if key is not None))


def _read_rows(reader: AmountReader, found: FoundTable, first: int, measures: list[str | None]) -> None:
    vehicles = False
    columns: list[str] = []
    for number in range(first, reader.region.end):
        cells = reader.region.grid.rows[number]
        text = next((label(value) for value in cells if isinstance(value, str) and value.strip()), "")
        key = "vehicles" if text == "小计" and vehicles else "total" if text == "合计" else three_public_key((text,))
        vehicles = key == "vehicles" or (vehicles and key != "reception")
        if key is None or key in columns:
            continue
        columns.append(key)
        for column, measure in enumerate(measures):
            if measure is not None:
                found.rows.setdefault(measure, (first, column))
                found.cells[measure, key] = (number, column)
                reader.read(number, column, measure, key)
    found.columns = tuple(columns)


def read_institution(region: Region, scale: Scale, notes: Notes) -> FoundTable:
    """Read the lines that are known; counts are whole numbers whatever the scale of the amounts is."""
    reader = AmountReader(region, scale, notes)
    found = FoundTable(region, scale, reader.amounts, columns=("actual",))
    for number in range(region.first + 1, region.end):
        cells = region.grid.rows[number]
        labels = [(n, label(value)) for n, value in enumerate(cells) if isinstance(value, str) and value.strip()]
        row = institution_row(labels[0][1]) if labels else None
        if row is None or row in found.rows:
            continue
        column = _last_amount(region, number, labels[0][0])
        found.rows[row] = (number, column)
        if row not in COUNTS:
            reader.read(number, column, row, "actual")
        else:
            reader.count(number, column, row)
    if not found.rows:
        notes.refuse(
            "no-rows",
            f"expected lines such as 车辆数合计 or 政府采购支出合计 in {region.title}, found none",
            f"{region.title}应有“车辆数合计”“政府采购支出合计”等行，未找到",
            region.place(max(region.first, 0), 0),
        )
    return found


def _last_amount(region: Region, number: int, after: int) -> int:
    """The column of the figures: the last one with a heading of its own."""
    for above in range(number - 1, region.first, -1):
        for column in range(len(region.grid.rows[above]) - 1, after, -1):
            value = region.grid.rows[above][column]
            if isinstance(value, str) and compact(value) in ("统计数", "金额", "决算数", "数量", "合计"):
                return column
    return len(region.grid.rows[number]) - 1
