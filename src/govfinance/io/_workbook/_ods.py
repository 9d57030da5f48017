"""An .ods file. Its one XML part is read here and not by the parser, which would expand whatever it says is repeated.

The format is OpenDocument 1.3, part 3, section 9.1 (tables).
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from attrs import define, field

from govfinance.io._workbook._grid import Grid, Position, Trouble, TroubleKind
from govfinance.io._workbook._limits import MAX_CELLS, MAX_MERGED, MAX_SHEETS
from govfinance.io._workbook._problems import damaged, encrypted, not_a_workbook, too_large
from govfinance.io._workbook._xml import Attributes, parse
from govfinance.io._workbook._zip import Archive

__all__ = ["grids_of_ods", "is_ods"]

_KIND = b"application/vnd.oasis.opendocument."
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:[0-9]{3}")
_DURATION = re.compile(r"(-?)PT(?:([0-9]{1,6})H)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4}(?:\.[0-9]{1,9})?)S)?")


def is_ods(archive: Archive) -> bool:
    """Whether an archive is an OpenDocument file. Raises `InvalidInputError` for one that is no spreadsheet."""
    kind = archive.get("mimetype")
    if kind is None or not kind.startswith(_KIND):
        return False
    if not kind.startswith(_KIND + b"spreadsheet"):
        raise not_a_workbook("an OpenDocument file of another kind", "其他类型的 OpenDocument 文件")
    return True


def grids_of_ods(archive: Archive) -> tuple[Grid, ...]:
    """All sheets. Raises `InvalidInputError` for whatever is wrong with the file."""
    if "encrypted-package" in archive or b"encryption-data" in (archive.get("META-INF/manifest.xml") or b""):
        raise encrypted()
    reader = _Reader()
    parse(archive.read("content.xml"), reader.start, reader.end, reader.characters)
    if not reader.grids:
        raise damaged("it has no sheets", "没有工作表")
    return tuple(reader.grids)


@define
class _Sheet:
    """A sheet while it is read: its filled cells by position."""

    name: str
    hidden: bool
    row: int = 0
    column: int = 0
    row_repeats: int = 1
    cells: dict[Position, object] = field(factory=dict)
    current: dict[int, object] = field(factory=dict)  # of this row
    current_troubles: dict[int, Trouble] = field(factory=dict)
    troubles: dict[Position, Trouble] = field(factory=dict)
    merged: list[tuple[int, int, int, int]] = field(factory=list)

    def end_row(self) -> None:
        repeats = self.row_repeats if self.current or self.current_troubles else 0
        if (len(self.current) + len(self.current_troubles)) * repeats + len(self.cells) > MAX_CELLS:
            raise _too_many()
        for row in range(self.row, self.row + repeats):
            self.cells.update(((row, column), value) for column, value in self.current.items())
            self.troubles.update(((row, column), trouble) for column, trouble in self.current_troubles.items())
        self.row += self.row_repeats
        self.current, self.current_troubles = {}, {}

    def grid(self) -> tuple[Grid, int]:
        """The sheet, and how many cells its rectangle has."""
        top = min((row for row, _ in self.cells), default=0)
        left = min((column for _, column in self.cells), default=0)
        height = max((row + 1 for row, _ in self.cells), default=0) - top
        width = max((column + 1 for _, column in self.cells), default=0) - left
        if height * width > MAX_CELLS:
            raise _too_many()
        rows: list[list[object]] = [[""] * width for _ in range(height)]
        for (row, column), value in self.cells.items():
            rows[row - top][column - left] = value
        grid = Grid(
            name=self.name,
            rows=rows,
            first_row=top,
            first_column=left,
            troubles=self.troubles,
            hidden=self.hidden,
            merged=tuple(self.merged),
        )
        return grid, height * width


@define
class _Reader:
    grids: list[Grid] = field(factory=list)
    hidden_styles: set[str] = field(factory=set)
    style: str = ""
    sheet: _Sheet | None = None
    cell: Attributes | None = None
    text: list[str] = field(factory=list)
    paragraphs: int = 0
    in_paragraph: int = 0
    aside: int = 0  # comments and drawings in cells, and cells of tables within cells
    cells: int = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if self.aside or name in ("office:annotation", "draw:frame", "table:shapes", "table:tracked-changes"):
            self.aside += 1
            return
        sheet = self.sheet
        match name:
            case "style:style":
                self.style = attributes.get("style:name", "")
            case "style:table-properties" if attributes.get("table:display") == "false":
                self.hidden_styles.add(self.style)
            case "table:table" if sheet is None:
                hidden = attributes.get("table:style-name") in self.hidden_styles
                self.sheet = _Sheet(attributes.get("table:name", ""), hidden)
            case "table:table":
                self.aside += 1
            case "table:table-row" if sheet is not None:
                sheet.column = 0
                sheet.row_repeats = _count(attributes, "table:number-rows-repeated")
            case "table:table-cell" | "table:covered-table-cell":
                self.cell, self.text, self.paragraphs = attributes, [], 0
            case "text:p" if self.cell is not None:
                if self.paragraphs:
                    self.text.append("\n")
                self.paragraphs += 1
                self.in_paragraph += 1
            case "text:s" if self.in_paragraph:
                self.text.append(" " * min(_count(attributes, "text:c"), 1000))
            case "text:tab" if self.in_paragraph:
                self.text.append("\t")
            case "text:line-break" if self.in_paragraph:
                self.text.append("\n")

    def characters(self, text: str) -> None:
        if self.in_paragraph and not self.aside:
            self.text.append(text)

    def end(self, name: str) -> None:
        if self.aside:
            self.aside -= 1
            return
        sheet = self.sheet
        match name:
            case "text:p" if self.in_paragraph:
                self.in_paragraph -= 1
            case "table:table-cell" | "table:covered-table-cell" if self.cell is not None and sheet is not None:
                _add(sheet, self.cell, "".join(self.text))
                self.cell = None
            case "table:table-row" if sheet is not None:
                sheet.end_row()
            case "table:table" if sheet is not None:
                self._finish(sheet)

    def _finish(self, sheet: _Sheet) -> None:
        self.sheet = None
        grid, cells = sheet.grid()
        self.cells += cells
        if self.cells > MAX_CELLS:
            raise _too_many()
        if len(self.grids) == MAX_SHEETS:
            raise too_large("sheets", "工作表数", MAX_SHEETS)
        self.grids.append(grid)


def _too_many() -> Exception:
    return too_large("cells in the rectangles around all values", "单元格数（按包含所有数值的矩形计）", MAX_CELLS)


def _count(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise damaged(f"{name} is {text[:20]!r}", f"{name} 为“{text[:20]}”")
    return int(text)


def _add(sheet: _Sheet, attributes: Attributes, text: str) -> None:
    repeats = _count(attributes, "table:number-columns-repeated")
    down = _count(attributes, "table:number-rows-spanned")
    across = _count(attributes, "table:number-columns-spanned")
    if down > 1 or across > 1:
        if len(sheet.merged) == MAX_MERGED:
            raise too_large("merged ranges in a sheet", "工作表的合并区域数", MAX_MERGED)
        sheet.merged.append((sheet.row, sheet.column, sheet.row + down - 1, sheet.column + across - 1))
    value = _value(attributes, text)
    trouble = _trouble(attributes, text, value)
    if trouble is not None or value != "":
        if len(sheet.current) + repeats > MAX_CELLS:
            raise _too_many()
        for column in range(sheet.column, sheet.column + repeats):
            sheet.current[column] = "" if trouble else value
            if trouble is not None:
                sheet.current_troubles[column] = trouble
    sheet.column += repeats


def _trouble(attributes: Attributes, text: str, value: object) -> Trouble | None:
    formula = attributes.get("table:formula")
    if attributes.get("calcext:value-type") == "error" or (formula is not None and _ERROR.fullmatch(text)):
        return Trouble(TroubleKind.ERROR, text or "#N/A")
    if formula is not None and value == "" and "office:value-type" not in attributes:
        return Trouble(TroubleKind.NO_VALUE, "=" + formula.partition("=")[2])
    return None


def _value(attributes: Attributes, text: str) -> object:
    kind = attributes.get("office:value-type")
    try:
        match kind:
            case "float" | "percentage" | "currency":
                return float(attributes["office:value"])
            case "boolean":
                return attributes["office:boolean-value"] == "true"
            case "date":
                return _date(attributes["office:date-value"])
            case "time":
                return _duration(attributes["office:time-value"])
            case "string":
                return attributes.get("office:string-value") or text
    except (KeyError, ValueError):
        raise damaged(f"a cell of the type {kind} has no such value", f"类型为 {kind} 的单元格没有相应的值") from None
    return text


def _date(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _duration(text: str) -> timedelta:
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(text)
    sign, hours, minutes, seconds = match.groups()
    length = timedelta(hours=int(hours or 0), minutes=int(minutes or 0), seconds=float(seconds or 0))
    return -length if sign else length
