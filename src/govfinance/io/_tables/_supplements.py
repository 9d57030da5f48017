"""The sheets 封面, 预算与上年, 补充数据 and 说明: whose accounts they are, and what their tables do not print."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from attrs import define, field

from govfinance.calc import from_fen
from govfinance.errors import InvalidInputError
from govfinance.io._tables._cells import AmountReader
from govfinance.io._tables._found import Notes, Region
from govfinance.io._tables._regions import scale_in, words_around
from govfinance.io._tables._text import as_digits, compact, is_number
from govfinance.io._workbook import Grid
from govfinance.io._xlsx_supplements import (
    BLOCKS,
    BUDGET_COLUMNS,
    BUDGET_HEADINGS,
    BUDGET_SHEET,
    COVER_FOUNDED,
    COVER_LEVEL,
    COVER_NAME,
    COVER_SHEET,
    COVER_YEAR,
    DETAILS,
    DETAILS_HEADINGS,
    DETAILS_SHEET,
    FUNCTIONAL_PURPOSE,
    LEVELS,
    PURPOSE,
    REMARKS_HEADINGS,
    REMARKS_SHEET,
    Detail,
)
from govfinance.model import TOPIC_PATTERN, TOPICS, Level, PublicTable, Remarks
from govfinance.money import Scale

__all__ = ["Supplements", "read_supplements"]

_CODE: Final = re.compile(r"2[0-9]{2}(?:[0-9]{2}){0,2}")


@define(eq=False)
class Supplements:
    """What the sheets beside the tables say; ``places`` has for each line where it stands in the workbook, and ``cells`` for
    each figure of a line (``actual`` in 补充数据).

    ``lines`` are the rows of 预算与上年, with or without figures; ``names`` what they say beside the codes of 科目.
    """

    name: str | None = None
    year: int | None = None
    level: Level | None = None
    founded: int | None = None
    figures: dict[str, dict[str, Decimal]] = field(factory=dict)
    lines: set[str] = field(factory=set)
    names: dict[str, str] = field(factory=dict)
    places: dict[str, str] = field(factory=dict)
    cells: dict[tuple[str, str], str] = field(factory=dict)
    details: dict[str, Decimal | int] = field(factory=dict)
    texts: dict[str, str | tuple[str, ...]] = field(factory=dict)
    remarks: dict[str, str] = field(factory=dict)


def read_supplements(grids: tuple[Grid, ...], scale: Scale | None, notes: Notes) -> Supplements:
    """Read what is there of the four sheets."""
    found = Supplements()
    for grid in grids:
        name = compact(grid.name)
        if name == COVER_SHEET:
            _read_cover(grid, found, notes)
        elif name == compact(BUDGET_SHEET):
            _read_budgets(grid, scale, found, notes)
        elif name == DETAILS_SHEET:
            _read_details(grid, scale, found, notes)
        elif name == REMARKS_SHEET:
            _read_remarks(grid, found, notes)
    return found


def _read_cover(grid: Grid, found: Supplements, notes: Notes) -> None:
    for number, cells in enumerate(grid.rows):
        if len(cells) < 2 or not isinstance(cells[0], str):
            continue
        heading, value = compact(cells[0]), cells[1]
        text = value.strip() if isinstance(value, str) else as_digits(value)
        place = f"{grid.name}!{grid.address(number, 1)}"
        if not text:
            continue
        if heading == COVER_NAME:
            found.name = text
        elif heading == COVER_YEAR:
            found.year = _year(r"20[0-9]{2}", text, place, notes)
        elif heading == COVER_FOUNDED:
            found.founded = _year(r"(?:19|20)[0-9]{2}", text, place, notes)
        elif heading == COVER_LEVEL:
            if text not in LEVELS:
                words = "、".join(LEVELS)
                notes.refuse(
                    "not-a-level", f"expected one of {words}, got {text!r}", f"应为{words}之一，实际为“{text}”", place
                )
            else:
                found.level = LEVELS[text]


def _year(pattern: str, text: str, place: str, notes: Notes) -> int | None:
    match = re.fullmatch(rf"({pattern})年?度?", text)
    if match is None:
        notes.refuse(
            "not-a-year",
            f"expected a year such as 2024, got {text!r}",
            f"应为年度，如 2024，实际为“{text}”",
            place,
        )
        return None
    return int(match[1])


def _read_budgets(grid: Grid, scale: Scale | None, found: Supplements, notes: Notes) -> None:
    region = Region(grid, PublicTable.TOTALS, BUDGET_SHEET, -1, len(grid.rows))
    head = next((n for n, row in enumerate(grid.rows) if row and row[0] == BUDGET_HEADINGS[0]), None)
    if head is None:
        headings = "、".join(BUDGET_HEADINGS)
        notes.refuse("no-columns", f"expected the headings {headings}", f"应有栏目{headings}", f"{grid.name}!A1")
        return
    its = scale or scale_in(words_around(region))
    if its is None:
        notes.refuse(
            "no-scale",
            "expected the unit of the amounts (单位：万元)",
            "应注明计量单位（单位：万元）",
            f"{grid.name}!A1",
        )
        return
    reader = AmountReader(region, its, notes)
    known = {code for block in BLOCKS for code, _ in block.rows}
    funds = {compact(block.heading): block.fund for block in BLOCKS if block.fund is not None}
    fund = ""
    for number in range(head + 1, len(grid.rows)):
        cells = grid.rows[number]
        text = as_digits(cells[0])
        if not text:
            title = compact(cells[1]) if len(cells) > 1 and isinstance(cells[1], str) else ""
            fund = next((its.value for heading, its in funds.items() if heading == title), "" if title else fund)
            if not title:
                _check_stray(reader, number, notes)
            continue
        place = f"functional.{fund}.{text}" if fund and _CODE.fullmatch(text) else text
        where = region.place(number, 0)
        if place not in known and not re.fullmatch(r"functional\.[a-z_]+\.2[0-9]{2,6}", place):
            notes.refuse(
                "unknown-place",
                f"expected a code such as overall.total or 2040601, got {text!r}",
                f"应为项目代码，如 overall.total 或 2040601，实际为“{text}”",
                where,
            )
            continue
        found.lines.add(place)
        if place in found.figures:
            notes.refuse("duplicate-row", f"{text} stands here again", f"{text} 重复出现", where)
            continue
        measures: dict[str, Decimal] = {}
        for measure, column in BUDGET_COLUMNS.items():
            if reader.read(number, column, place, measure):
                amount = from_fen(reader.amounts.rows[place][measure])
                assert amount is not None
                measures[measure] = amount
                found.cells[place, measure] = region.place(number, column)
        if measures:
            found.figures[place] = measures
            found.places[place] = where
            if place not in known and isinstance(cells[1], str):
                found.names[place] = cells[1]


def _check_stray(reader: AmountReader, number: int, notes: Notes) -> None:
    cells = reader.region.grid.rows[number]
    for column in BUDGET_COLUMNS.values():
        if column < len(cells) and is_number(cells[column]) and cells[column]:
            notes.refuse(
                "no-code",
                "an amount stands in a row without a code",
                "该行有金额而没有项目代码",
                reader.region.place(number, column),
            )
            return


def _read_details(grid: Grid, scale: Scale | None, found: Supplements, notes: Notes) -> None:
    region = Region(grid, PublicTable.INSTITUTION, DETAILS_SHEET, -1, len(grid.rows))
    head = next((n for n, row in enumerate(grid.rows) if row and row[0] == DETAILS_HEADINGS[0]), None)
    if head is None:
        headings = "、".join(DETAILS_HEADINGS)
        notes.refuse("no-columns", f"expected the headings {headings}", f"应有栏目{headings}", f"{grid.name}!A1")
        return
    reader = AmountReader(region, scale or scale_in(words_around(region)) or Scale.YUAN, notes)
    known = {detail.code: detail for detail in DETAILS}
    for number in range(head + 1, len(grid.rows)):
        cells = grid.rows[number]
        code = as_digits(cells[0])
        detail = known.get(code)
        if detail is None:
            if code:
                notes.refuse(
                    "unknown-place",
                    f"expected one of the codes of the template, got {code!r}",
                    f"应为模板所列的项目代码，实际为“{code}”",
                    region.place(number, 0),
                )
            continue
        found.places[code] = region.place(number, 0)
        if detail.is_text:
            _read_text(cells[2] if len(cells) > 2 else "", detail, found)
            continue
        value = _number(reader, number, detail)
        if value is not None:
            found.details[code] = value
            found.cells[code, "actual"] = region.place(number, 2)


def _read_text(value: object, detail: Detail, found: Supplements) -> None:
    written = value.strip() if isinstance(value, str) else as_digits(value)
    if written and detail.kind == "text":
        found.texts[detail.code] = written
    elif written:
        found.texts[detail.code] = tuple(line.strip() for line in written.splitlines() if line.strip())


def _number(reader: AmountReader, row: int, detail: Detail) -> Decimal | int | None:
    """The value in a row of 补充数据; None where there is none, or none that can be read."""
    if detail.kind == "score":
        return reader.score(row, 2)
    read = reader.count(row, 2, detail.code) if detail.kind == "count" else reader.read(row, 2, detail.code, "actual")
    value = reader.amounts.rows[detail.code]["actual"] if read else None
    return value if detail.kind == "count" else from_fen(value)


def _read_remarks(grid: Grid, found: Supplements, notes: Notes) -> None:
    head = next((n for n, row in enumerate(grid.rows) if row and row[0] == REMARKS_HEADINGS[0]), None)
    if head is None:
        return  # 说明 is the name of many a sheet
    for number in range(head + 1, len(grid.rows)):
        cells = grid.rows[number]
        topic = as_digits(cells[0])
        text = cells[2].strip() if len(cells) > 2 and isinstance(cells[2], str) else ""
        if not text:
            continue
        if re.fullmatch(r"2[0-9]{6}", topic):
            explained = compact(cells[1]) if isinstance(cells[1], str) else ""
            topic = f"functional.{topic}{PURPOSE if explained == FUNCTIONAL_PURPOSE else ''}"
        place = f"{grid.name}!{grid.address(number, 0)}"
        if topic not in TOPICS and not re.fullmatch(TOPIC_PATTERN, topic):
            notes.refuse(
                "unknown-topic",
                f"expected the code of a 项 with 7 digits, such as 2010101, or a topic that stands in the first column of"
                f" {REMARKS_SHEET}, such as {next(iter(TOPICS))}; got {as_digits(cells[0])!r}",
                f"应为 7 位的项级科目编码，如 2010101，或《{REMARKS_SHEET}》表第一列已列的事项代码，如 {next(iter(TOPICS))}；"
                f"实际为“{as_digits(cells[0])}”",
                place,
            )
            continue
        try:
            Remarks({topic: text})
        except InvalidInputError as error:
            for problem in error.problems:
                notes.refuse(problem.code, problem.en, problem.zh, place)
            continue
        if topic in found.remarks:
            notes.refuse("duplicate-row", f"{topic} stands here again", f"{topic} 重复出现", place)
        found.remarks[topic] = text
