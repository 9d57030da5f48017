"""What the parser does not tell of a worksheet, taken from its XML: its extent, error cells, formulas without values.

Nearly every sheet is of cells in the plain form that all programs write, which one pass of a regular expression proves
(each ``<c`` begins such a cell, so that it lies within A1:Z9999, and is no error and no formula without a value). Cells of another form
are then looked at one by one. Where that does not work either, the sheet is parsed. `scan_sheet` is exact in what it
finds; only the extent may be too large.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field, frozen

from govfinance.io._workbook._grid import Position, Trouble, TroubleKind
from govfinance.io._workbook._limits import MAX_CELLS, MAX_MERGED
from govfinance.io._workbook._problems import damaged, too_large, unsupported_xml
from govfinance.io._workbook._xml import Attributes, check_head, local, parse

__all__ = ["SheetFacts", "check_extent", "read_reference", "scan_sheet", "text_of_cells"]

_ODD_CELL = re.compile(
    rb'<c(?! r="[A-Z][0-9]{1,4}"(?: (?:s="[0-9]++"|t="(?:s|n|b|str|inlineStr)"))*+'
    rb'(?:/>|>(?:(?:<f>[^<]*+</f>)?+<v>[^<]++</v>|<is><t(?: xml:space="preserve")?+>[^<]*+</t></is>)?+</c>))'
)
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"((?: [A-Za-z:]++="[^"<&]*+")*+)(?:/>|>((?:[^<]++|<(?!/?+c[\s/>]))*+)</c>)'
)
_PREFIXED = re.compile(rb":c")  # three times as fast as bytes.find, which stops at each c
_TYPE = re.compile(rb' t="([^"]*)"')
_VALUE = re.compile(rb"<v(?:\s[^>]*+)?+>([^<]++)</v>")
_FORMULA = re.compile(rb"<f(?:\s[^>]*+)?+>([^<]*+)")
_PLAIN_ROWS, _PLAIN_COLUMNS = 9999, 26

_KNOWN_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
_KNOWN_ERROR = b"#N/A"
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_MARKUP = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


@frozen
class SheetFacts:
    """What is in the XML of one worksheet; ``xml`` is what the parser is to read."""

    xml: bytes
    troubles: dict[Position, Trouble]


def scan_sheet(xml: bytes) -> SheetFacts:
    """Look through the XML of one worksheet. Raises `InvalidInputError` for one that must not reach the parser."""
    start = xml.find(b"<sheetData")
    check_head(xml, start if start >= 0 else None)
    if xml.count(b"mergeCell ") > MAX_MERGED:
        raise too_large("merged ranges in a sheet", "工作表的合并区域数", MAX_MERGED)
    end = xml.rfind(b"</sheetData")
    if end < start:
        end = len(xml)
    if start < 0 or _PREFIXED.search(xml, start, end) is not None:
        return _parsed(xml)
    if _ODD_CELL.search(xml, start, end) is None:
        return SheetFacts(xml, {})
    return _looked_at(xml, start, end)


def check_extent(rows: int, columns: int) -> None:
    """Refuse a sheet that is too large for the parser, which fills the rectangle around all cells."""
    if rows * columns > MAX_CELLS:
        raise too_large("cells in the rectangle around all values", "单元格数（按包含所有数值的矩形计）", MAX_CELLS)


def read_reference(text: str) -> Position:
    """Row and column of an address such as ``B7``, counted from 0."""
    match = _REFERENCE.fullmatch(text)
    if match is None or int(match[2]) == 0:
        raise damaged(f"{text[:20]!r} is no address of a cell", f"“{text[:20]}”不是单元格地址")
    return int(match[2]) - 1, _column(match[1].upper())


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _looked_at(xml: bytes, start: int, end: int) -> SheetFacts:
    troubles: dict[Position, Trouble] = {}
    pieces: list[bytes] = []
    copied = 0
    rows, columns = _PLAIN_ROWS, _PLAIN_COLUMNS
    for odd in _ODD_CELL.finditer(xml, start, end):
        cell = _CELL.match(xml, odd.start(), end)
        if cell is None:
            return _parsed(xml)
        body = cell[4]
        if not body:
            continue
        if b"<!" in body or b"<?" in body:
            raise unsupported_xml("CDATA or comments in cells", "单元格中的 CDATA 或注释")
        row, column = int(cell[2]) - 1, _column(cell[1].decode())
        rows, columns = max(rows, row + 1), max(columns, column + 1)
        value = _VALUE.search(body)
        kind = _TYPE.search(cell[3])
        trouble = _trouble(
            kind[1].decode(errors="replace") if kind else "n",
            _plain(value[1]) if value else "",
            _plain(formula[1]) if (formula := _FORMULA.search(body)) else None,
        )
        if trouble is None:
            continue
        troubles[row, column] = trouble
        if value and trouble.kind is TroubleKind.ERROR and trouble.text not in _KNOWN_ERRORS:
            # The parser gives up at errors that came after Excel 2007, such as #SPILL!.
            offset = cell.start(4)
            pieces += (xml[copied : offset + value.start(1)], _KNOWN_ERROR)
            copied = offset + value.end(1)
    if rows * columns > MAX_CELLS:
        return SheetFacts(_patched(xml, pieces, copied), _parsed(xml).troubles)
    return SheetFacts(_patched(xml, pieces, copied), troubles)


def _patched(xml: bytes, pieces: list[bytes], copied: int) -> bytes:
    return b"".join((*pieces, xml[copied:])) if pieces else xml


def _plain(raw: bytes) -> str:
    text = raw.decode(errors="replace")
    if "&" in text:
        for entity, character in _MARKUP:
            text = text.replace(entity, character)
    return text


def _trouble(kind: str, value: str, formula: str | None) -> Trouble | None:
    """``kind`` is the attribute t; a formula of the kind str that gives an empty text is as good as blank."""
    if kind == "e":
        return Trouble(TroubleKind.ERROR, value or "#N/A")
    if formula is None or value or kind in ("str", "inlineStr"):
        return None
    return Trouble(TroubleKind.NO_VALUE, f"={formula}")


@define
class _Reader:
    """The slow way: a worksheet by events, with the positions that the parser would give."""

    lengths: Sequence[int] = ()  # of the shared strings
    row: int = 0
    column: int = 0
    at: Position | None = None
    kind: str = "n"
    part: str = ""
    value: str = ""
    formula: str | None = None
    filled: bool = False
    seen: bool = False
    rows: list[int] = field(factory=list)  # first and last
    columns: list[int] = field(factory=list)
    text: int = 0
    troubles: dict[Position, Trouble] = field(factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        match local(name):
            case "sheetData":
                self.seen = True
            case "row" if self.at is None:
                if "r" in attributes:
                    self.row = _number(attributes["r"]) - 1
            case "c" if self.at is None:
                if "r" in attributes:
                    self.at = read_reference(attributes["r"])
                    self.column = self.at[1]
                else:
                    self.at = (self.row, self.column)
                self.kind = attributes.get("t", "n")
                self.value, self.formula, self.filled = "", None, False
            case "c":
                raise damaged("a cell stands within a cell", "单元格中又有单元格")
            case ("v" | "f" | "is") as part if self.at is not None:
                self.part = part
                self.filled = True
                if part == "f":
                    self.formula = ""

    def characters(self, text: str) -> None:
        if self.part == "v":
            self.value += text
        elif self.part == "f" and self.formula is not None:
            self.formula += text

    def end(self, name: str) -> None:
        match local(name):
            case "row" if self.at is None:
                self.row += 1
                self.column = 0
            case "v" | "f" | "is":
                self.part = ""
            case "c" if self.at is not None:
                self.column += 1
                if self.filled:
                    self._finish(self.at)
                self.at = None

    def _finish(self, at: Position) -> None:
        if not self.rows:
            self.rows, self.columns = [at[0], at[0]], [at[1], at[1]]
        self.rows = [min(self.rows[0], at[0]), max(self.rows[1], at[0])]
        self.columns = [min(self.columns[0], at[1]), max(self.columns[1], at[1])]
        if self.kind == "s" and self.lengths:
            index = _number(self.value)
            if index < len(self.lengths):
                self.text += self.lengths[index]
        trouble = _trouble(self.kind, self.value, self.formula)
        if trouble is not None:
            self.troubles[at] = trouble


def _number(text: str) -> int:
    text = text.strip()
    if len(text) > 9 or not (text.isascii() and text.isdigit()):
        raise damaged(f"expected a number, got {text[:20]!r}", f"应为数字，实际为“{text[:20]}”")
    return int(text)


def _read(xml: bytes, lengths: Sequence[int] = ()) -> _Reader:
    if b"<!" in xml:
        raise unsupported_xml("CDATA or comments", "CDATA 或注释")
    reader = _Reader(lengths)
    parse(xml, reader.start, reader.end, reader.characters)
    return reader


def _parsed(xml: bytes) -> SheetFacts:
    reader = _read(xml)
    if not reader.seen:
        raise damaged("a sheet has no cells section", "工作表缺少单元格数据")
    if reader.rows:
        check_extent(reader.rows[1] - reader.rows[0] + 1, reader.columns[1] - reader.columns[0] + 1)
    return SheetFacts(xml, reader.troubles)


def text_of_cells(xml: bytes, lengths: Sequence[int]) -> int:
    """How much text the shared strings of one worksheet come to, each as often as it is used."""
    return _read(xml, lengths).text
