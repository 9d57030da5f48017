"""One public table as a sheet that can be printed and published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from govfinance.io._xlsx_engine import Book, Format, Sheet, write_text
from govfinance.io._xlsx_styles import Styles
from govfinance.io._xlsx_sums import Place, Sums, column_name, new_place
from govfinance.io._xlsx_widths import lines, row_height, stretched, width
from govfinance.model import PublicTable
from govfinance.money import NumberFormat
from govfinance.tables import Cell, CellKind, Row, Table

__all__ = ["TableSheet", "fits", "number_pattern", "set_up_page", "sheet_name", "write_table"]

_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_SHORT: Final = {PublicTable.INSTITUTION: "机构运行经费、国有资产和政府采购"}
"""Names of sheets where the title is too long for one."""

_HINTS: Final = ("number_stored_as_text", "formula_range", "formula_differs")
"""What spreadsheet programs would mark in a corner of codes and totals, though it is meant."""

_LARGEST: Final = Decimal(10) ** 15
_ROW: Final = 18.0
_LOW_ROW: Final = 14.5
_PORTRAIT: Final = 92.0  # what stands side by side on A4 in this print
_LANDSCAPE: Final = 138.0
_HEIGHTS: Final = {False: 730.0, True: 485.0}  # what stands one below another, in points
_SMALLEST: Final = 0.72
"""How far a sheet is made smaller so that a few rows do not go to a page of their own."""
_RISKY: Final = ("=", "+", "-", "@")
_WIDEST_LABEL: Final = 40


@frozen(kw_only=True)
class TableSheet:
    """A sheet that was written: where its body stands, how wide its columns are, and where each figure is."""

    sheet: Sheet
    header: int
    body: int
    notes: int
    widths: tuple[float, ...]
    places: dict[tuple[str, str], Place] = field(repr=False)


def sheet_name(table: Table, taken: Sequence[str]) -> str:
    """The name of the sheet of a table: its number and its title, as far as a name can be."""
    title = _SHORT.get(table.table, table.title) if len(f"{table.number} {table.title}") > 31 else table.title
    name = f"{table.number} {title}".translate(_FORBIDDEN).strip()[:31]
    used = {other.casefold() for other in taken}
    number = 2
    unique = name
    while unique.casefold() in used:
        unique = f"{name[:28]} {number}"
        number += 1
    return unique


def number_pattern(number_format: NumberFormat) -> str:
    """How the workbook prints amounts of this format."""
    fewest, most = number_format.fewest_decimals, number_format.decimals
    whole = "#,##0" if number_format.grouped else "0"
    return whole + ("." + "0" * fewest + "#" * (most - fewest) if most else "")


def write_table(
    book: Book, styles: Styles, table: Table, name: str, *, amounts: int = 9, rooms: Mapping[int, int] | None = None
) -> TableSheet:
    """Write a table into a new sheet.

    ``amounts`` is the least width of the columns of figures; ``rooms`` those of other columns.
    """
    sheet = book.add_worksheet(name)
    return _Writer(sheet, styles, table, amounts, rooms or {}).write()


class _Writer:
    """Writes one table."""

    def __init__(self, sheet: Sheet, styles: Styles, table: Table, amounts: int, rooms: Mapping[int, int]) -> None:
        self.amounts = amounts
        self.rooms = rooms
        self.sheet = sheet
        self.styles = styles
        self.table = table
        self.landscape = table.landscape
        self.widths = self._widths()
        self.row, self.one_page = self._rows()
        self.places: dict[tuple[str, str], Place] = {}

    def write(self) -> TableSheet:
        """The whole sheet."""
        sheet, table = self.sheet, self.table
        sheet.set_default_row(self.row)
        for column, each in enumerate(self.widths):
            sheet.set_column(column, column, each)
        row = self._head()
        header = row
        for cells in table.header:
            self._row(row, cells)
            row += 1
        self._header_heights(header)
        body = row
        self._find(body)
        self._body(body)
        row += len(table.body)
        notes = row
        for note in table.notes:
            self._across(row, 0, table.width - 1, note, self.styles.plain(top=True))
            sheet.set_row(row, row_height(lines(note, sum(self.widths) - 2), self.row))
            row += 1
        set_up_page(sheet, landscape=self.landscape, one_page=self.one_page)
        sheet.repeat_rows(header, body - 1)
        sheet.ignore_errors(dict.fromkeys(_HINTS, f"A1:{column_name(table.width - 1)}{row}"))
        sheet.freeze_panes(body, 0)
        return TableSheet(
            sheet=sheet, header=header, body=body, notes=notes, widths=tuple(self.widths), places=self.places
        )

    # Above the table

    def _head(self) -> int:
        sheet, table, styles = self.sheet, self.table, self.styles
        last = table.width - 1
        room = sum(self.widths)
        self._across(0, 0, last, table.title, styles.title())
        sheet.set_row(0, 8 + 24.0 * lines(table.title, room / 1.7))
        row = 1
        if table.number:
            self._across(row, 0, last, table.number, styles.plain("right"))
            row += 1
        year = f"{table.year}年度"
        texts = [f"部门：{table.name}", year, table.unit_note]
        if table.width < 3:
            texts = [f"部门：{table.name}　{year}", table.unit_note]
        column, height = 0, 1
        for text, count, align in zip(texts, self._zones(), ("left", "center", "right"), strict=False):
            if text is texts[-1]:
                align = "right"
            self._across(row, column, column + count - 1, text, styles.plain(align))
            height = max(height, lines(text, sum(self.widths[column : column + count])))
            column += count
        sheet.set_row(row, row_height(height, self.row))
        return row + 1

    def _zones(self) -> list[int]:
        """How many columns name, year and unit have."""
        widths = self.widths
        count = len(widths)
        if count < 3:
            return [1] * count
        room = sum(widths)
        left = 1
        while left < count - 2 and sum(widths[:left]) < 0.33 * room:
            left += 1
        right = 1
        while right < count - left - 1 and sum(widths[-right:]) < width(self.table.unit_note) + 2:
            right += 1
        return [left, count - left - right, right]

    # The table

    def _find(self, top: int) -> None:
        """Where each figure of the body stands, and as which number."""
        places = self.places
        start = len(self.table.table.key) + 1
        for row, cells in enumerate(self.table.body, top):
            for column, cell in enumerate(cells):
                if cell is not None and cell.address:
                    key, _, part = cell.address[start:].rpartition("/")
                    places[key, part] = new_place(row, column, _number(cell))

    def _body(self, top: int) -> None:
        sheet, styles, table = self.sheet, self.styles, self.table
        amounts = styles.amount(number_pattern(table.format))
        counts = styles.amount("#,##0")
        texts = styles.amount("@")
        blank = styles.blank()
        sums = Sums(table.table, self.places)
        start = len(table.table.key) + 1
        places = self.places
        label_rooms = self.widths
        for row, cells in enumerate(table.body, top):
            height = 1
            for column, cell in enumerate(cells):
                if cell is None:
                    continue
                if cell.address:
                    key, _, part = cell.address[start:].rpartition("/")
                    value = places[key, part].value
                    kind = amounts if cell.kind is CellKind.AMOUNT else counts
                    if value is None:
                        if cell.text:
                            write_text(sheet, row, column, cell.text, texts)
                        else:
                            sheet.write_blank(row, column, None, kind)
                        continue
                    formula = sums.formula(key, part, value)
                    if formula is None:
                        sheet.write_number(row, column, value, kind)
                    else:
                        sheet.write_formula(row, column, formula, kind, value)
                elif cell.kind is CellKind.BLANK:
                    sheet.write_blank(row, column, None, blank)
                else:
                    self._text(row, column, cell)
                    if cell.columns == 1 and cell.kind is CellKind.LABEL and len(cell.text) > 9:
                        height = max(height, lines(cell.text, label_rooms[column] - 2 * cell.level))
            if height > 1:
                sheet.set_row(row, row_height(height, self.row))

    def _row(self, row: int, cells: Row) -> None:
        for column, cell in enumerate(cells):
            if cell is not None:
                self._text(row, column, cell)

    def _text(self, row: int, column: int, cell: Cell) -> None:
        cell_format = self._format(cell)
        if cell.rows > 1 or cell.columns > 1:
            self.sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", cell_format)
        if cell.text:
            write_text(self.sheet, row, column, cell.text, cell_format)
        else:
            self.sheet.write_blank(row, column, None, cell_format)

    def _format(self, cell: Cell) -> Format:
        kind = cell.kind
        if kind is CellKind.LABEL:
            return self.styles.label(cell.level, centered=cell.centered, quoted=cell.text.startswith(_RISKY))
        if kind is CellKind.CODE:
            return self.styles.code()
        return self.styles.heading() if kind is CellKind.HEADING else self.styles.number()

    def _across(self, row: int, first: int, last: int, text: str, cell_format: Format) -> None:
        """A text over some columns."""
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", cell_format)
        write_text(self.sheet, row, first, text, cell_format)

    # Room

    def _widths(self) -> list[float]:
        table = self.table
        widths = [float(max(4, self.rooms.get(column, 0))) for column in range(table.width)]
        for cells in table.header:
            for column, cell in enumerate(cells):
                if cell is not None and cell.columns == 1:
                    own = width(cell.text)
                    least = own + 2 if cell.kind is CellKind.NUMBER or own <= 4 else max(10, -(-own // 3) + 2)
                    widths[column] = max(widths[column], min(own + 2, least))
        for cells in table.body:
            for column, cell in enumerate(cells):
                if cell is not None and cell.columns == 1:
                    if cell.address:
                        need = max(len(cell.text) + 3, self.amounts)
                    else:
                        need = min(width(cell.text), _WIDEST_LABEL) + 2 * cell.level + 2
                    if need > widths[column]:
                        widths[column] = need
        self.landscape = self.landscape or sum(widths) > 1.15 * _PORTRAIT
        return stretched(widths, _LANDSCAPE if self.landscape else _PORTRAIT)

    def _rows(self) -> tuple[float, bool]:
        """How high rows are, and whether the sheet is to fit on one page."""
        page = _HEIGHTS[self.landscape]
        scale = min(1.0, (_LANDSCAPE if self.landscape else _PORTRAIT) / sum(self.widths))
        table = self.table
        around = 70 + 22 * len(table.header) + 20 * len(table.notes)
        for row in (_ROW, _LOW_ROW):
            needed = page / (around + row * len(table.body))
            if needed >= min(scale, 1.0 if row is _ROW else _SMALLEST):
                return row, True
        return _ROW, False

    def _header_heights(self, top: int) -> None:
        rows = self.table.header
        heights = [_ROW] * len(rows)
        spanning: list[tuple[int, int, float]] = []
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell is None:
                    continue
                count = lines(cell.text, sum(self.widths[column : column + cell.columns]))
                if cell.rows == 1:
                    heights[row] = max(heights[row], row_height(count, _ROW))
                else:
                    spanning.append((row, cell.rows, row_height(count, _ROW)))
        for row, count, need in spanning:
            lacking = need - sum(heights[row : row + count])
            if lacking > 0:
                heights[row + count - 1] += lacking
        for row, height in enumerate(heights):
            self.sheet.set_row(top + row, height)


def _number(cell: Cell) -> Decimal | None:
    """What a figure is in the workbook; None where it is blank or a text.

    A number of more than 15 digits, which no spreadsheet holds exactly, is a text.
    """
    shown = cell.shown
    if shown is None or not cell.text:
        return None
    if not shown:
        return shown if cell.text[:1] == "0" else None
    return shown if fits(shown) else None


def fits(number: Decimal) -> bool:
    """Whether a spreadsheet can hold the number exactly: 15 digits."""
    return abs(number) < _LARGEST and len(number.as_tuple().digits) <= 15


def set_up_page(sheet: Sheet, *, landscape: bool, one_page: bool = False) -> None:
    """A4, one page wide (and high, if it is ``one_page``), in the middle, with page numbers."""
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 1 if one_page else 0)
    sheet.set_margins(0.5, 0.5, 0.7, 0.7)
    sheet.center_horizontally()
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.hide_gridlines(2)
