"""A workbook to be filled in: the public tables, empty, with lists of codes, and the sheets beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import evolve

import govfinance.catalog as catalog
from govfinance.io._files import PathLike
from govfinance.io._xlsx_engine import Book, Sheet, write_book, write_text
from govfinance.io._xlsx_styles import Styles
from govfinance.io._xlsx_sums import Sums, column_name, formula_of, new_place
from govfinance.io._xlsx_supplement_sheets import write_budgets, write_cover, write_details, write_remarks
from govfinance.io._xlsx_supplements import (
    BUDGET_SHEET,
    CODES_SHEET,
    COVER_SHEET,
    DETAILS_SHEET,
    HELP_SHEET,
    REMARKS_SHEET,
    UNUSED,
    details_beside,
)
from govfinance.io._xlsx_table import TableSheet, number_pattern, set_up_page, sheet_name, write_table
from govfinance.io._xlsx_used import never_said
from govfinance.io._xlsx_widths import lines
from govfinance.io._xlsx_writing import check_scale
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import Department, FinalAccounts, Level
from govfinance.money import Scale
from govfinance.tables import ByCode, CellKind, CodeStyle, Layout, Place, Table, tabulate_with

__all__ = ["write_template"]

_BLANK_ROWS: Final = 30
"""How many rows can be filled in where their number is not fixed."""
_LARGEST: Final = 10**13
_MOST: Final = 10**9

_PROTECTION: Final = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "sort": True,
}
_UNKNOWN_CODE: Final = {
    "error_type": "warning",
    "error_title": "科目编码",
    "error_message": "该编码不在本库的科目表中，请核对；确认无误可继续。",
}


def write_template(
    path: PathLike, jurisdiction: Jurisdiction, *, year: int, name: str = "", scale: Scale | None = None
) -> None:
    """Write an empty workbook to be filled in, with the tables of the jurisdiction and what they do not print.

    Only the cells that are to be filled in can be changed (there is no password). Codes are chosen from lists; totals of
    fixed rows add up by themselves and stay blank while nothing is there. Amounts are in 万元, or in 元 with
    ``Scale.YUAN``.

    The file is replaced as a whole or not at all. Needs the extra ``xlsx``. Raises `InvalidInputError` for what is no
    year, no name or no scale of tables, and where the file cannot be written.

    >>> import tempfile
    >>> import govfinance as gf
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_template(f"{folder}/blank.xlsx", gf.jurisdiction("shanghai", 2024), year=2024, name="甲县乙局")
    """
    check_scale(scale)
    form = jurisdiction.tables
    layouts = tuple(
        evolve(layout, blank_rows=_BLANK_ROWS) if isinstance(layout, ByCode) else layout for layout in form.layouts
    )
    empty = FinalAccounts(department=Department(name=name or _NOBODY), year=year)
    tables = tabulate_with(empty, evolve(form, layouts=layouts), scale=scale, partial=True)

    def fill(book: Book) -> None:
        _Template(book, empty, name).write(layouts, tables, never_said(jurisdiction))

    write_book(path, f"{year}年度决算填报表", fill)


_NOBODY: Final = "部门名称"


class _Template:
    """Writes the sheets of one template."""

    def __init__(self, book: Book, accounts: FinalAccounts, name: str) -> None:
        self.book = book
        self.accounts = accounts
        self.name = name
        self.styles = Styles(book)
        codes = catalog.functional_entries(accounts.year)
        self.codes = [(entry.code.text, entry.name) for entry in codes]

    def write(self, layouts: tuple[Layout, ...], tables: tuple[Table, ...], unused: frozenset[str]) -> None:
        """All sheets; ``unused`` are the rows beside the tables that the narrative never speaks of."""
        split = any(isinstance(layout, ByCode) and layout.codes is CodeStyle.SPLIT for layout in layouts)
        unit_note = tables[0].unit_note
        self._help(split=split, unit_note=unit_note)
        accounts, styles = self.accounts, self.styles
        cover = write_cover(self.book, styles, self.name, accounts.year, Level.DEPARTMENT.official, blank=True)
        cover.protect("", dict(_PROTECTION))
        names: list[str] = []
        for layout, table in zip(layouts, tables, strict=True):
            names.append(sheet_name(table, names))
            depth = 0
            if isinstance(layout, ByCode):
                depth = 3 if layout.codes is CodeStyle.SPLIT else 1
            written = write_table(
                self.book,
                styles,
                evolve(table, name=self.name),
                names[-1],
                amounts=14,
                rooms={depth: 36} if depth else None,
            )
            self._open(layout, table, written)
        scale = tables[0].format.scale or Scale.YUAN
        rows = _BLANK_ROWS
        budgets, blanks = write_budgets(self.book, styles, accounts, scale, unit_note, blank_rows=rows)
        _only_numbers(budgets, (3, 2, blanks[-1].last + 40, 4))
        for blank in blanks:
            self._list_of(budgets, (blank.first, 0, blank.last, 0), "items")
        budgets.protect("", dict(_PROTECTION))
        rows_beside = details_beside({table.table for table in tables})
        details = write_details(self.book, styles, accounts, scale, unit_note, rows_beside, blank=True, unused=unused)
        _only_numbers(details, (2, 2, 1 + sum(not detail.is_text for detail in rows_beside), 2))
        details.protect("", dict(_PROTECTION))
        remarks = write_remarks(self.book, styles, accounts, blank_rows=_BLANK_ROWS, unused=unused)
        remarks.protect("", dict(_PROTECTION))
        self._codes()

    # The tables

    def _open(self, layout: Layout, table: Table, written: TableSheet) -> None:
        """Let the cells of a table be filled in."""
        sheet, styles = written.sheet, self.styles
        info = written.header - 1
        text = f"部门：{self.name}"
        write_text(sheet, info, 0, text, styles.plain(unlocked=True))
        amount = styles.amount(number_pattern(table.format), unlocked=True)
        count = styles.amount("#,##0", unlocked=True)
        sums = Sums(table.table, written.places)
        counts: set[tuple[int, int]] = set()
        for row, cells in enumerate(table.body, written.body):
            for column, cell in enumerate(cells):
                if cell is not None and cell.kind is CellKind.COUNT:
                    counts.add((row, column))
        by_code = isinstance(layout, ByCode)
        inputs: dict[tuple[int, bool], list[int]] = {}
        for (key, part), place in written.places.items():
            parts = next(sums.parts(key, part), None)
            references = None if parts is None else formula_of(parts)
            kind = count if (place.row, place.column) in counts else amount
            if references is not None and not (by_code and part != "total"):
                self._sum(sheet, place.row, place.column, references, table)
            else:
                sheet.write_blank(place.row, place.column, None, kind)
                inputs.setdefault((place.column, kind is count), []).append(place.row)
        for (column, whole), rows in inputs.items():
            for first, last in _runs(rows):
                _only_numbers(sheet, (first, column, last, column), whole=whole)
        if isinstance(layout, ByCode):
            self._open_rows(layout, table, written)
        sheet.protect("", dict(_PROTECTION))

    def _sum(self, sheet: Sheet, row: int, column: int, references: str, table: Table) -> None:
        """A total that stays blank while nothing is there."""
        kind = self.styles.amount(number_pattern(table.format))
        sheet.write_formula(row, column, f'=IF(COUNT({references})=0,"",SUM({references}))', kind, "")

    def _open_rows(self, layout: ByCode, table: Table, written: TableSheet) -> None:
        """The blank rows of a table by code: codes from lists, names that follow, and amounts."""
        sheet, styles = written.sheet, self.styles
        depth = 3 if layout.codes is CodeStyle.SPLIT else 1
        first = written.body + (1 if layout.total is Place.FIRST else 0)
        last = first + _BLANK_ROWS - 1
        keys = [column.key for column in layout.columns]
        amount = styles.amount(number_pattern(table.format), unlocked=True)
        for row in range(first, last + 1):
            for column in range(depth):
                sheet.write_blank(row, column, None, styles.code(unlocked=True))
            code = "&".join(f"{column_name(column)}{row + 1}" for column in range(depth))
            lookup = f'=IFERROR(VLOOKUP({code},{CODES_SHEET}!$A$1:$B${len(self.codes)},2,FALSE),"")'
            sheet.write_formula(row, depth, lookup, styles.label(unlocked=True), "")
            places = {(str(row), key): new_place(row, depth + 1 + number) for number, key in enumerate(keys)}
            sums = Sums(table.table, places)
            for (key, part), place in places.items():
                parts = next(sums.parts(key, part), None)
                references = None if parts is None else formula_of(parts)
                if references is None:
                    sheet.write_blank(row, place.column, None, amount)
                else:
                    self._sum(sheet, row, place.column, references, table)
        _only_numbers(sheet, (first, depth + 1, last, depth + len(keys)))
        self._list_of(sheet, (first, 0, last, 0), "classes" if depth == 3 else "all")

    # Codes

    def _list_of(self, sheet: Sheet, cells: tuple[int, int, int, int], which: str) -> None:
        """A drop-down list of codes for some cells."""
        column, count = {
            "all": ("A", len(self.codes)),
            "items": ("D", sum(len(code) == 7 for code, _ in self.codes)),
            "classes": ("F", sum(len(code) == 3 for code, _ in self.codes)),
        }[which]
        source = f"={CODES_SHEET}!${column}$1:${column}${count}"
        sheet.data_validation(*cells, {"validate": "list", "source": source, **_UNKNOWN_CODE})

    def _codes(self) -> None:
        """The hidden sheet with the codes of the year: all, those of 项, those of 类, each with its name."""
        sheet = self.book.add_worksheet(CODES_SHEET)
        plain = self.styles.plain()
        for column, length in ((0, 0), (3, 7), (5, 3)):
            codes = [pair for pair in self.codes if length in (0, len(pair[0]))]
            for row, (code, name) in enumerate(codes):
                write_text(sheet, row, column, code, plain)
                if not length:
                    write_text(sheet, row, column + 1, name, plain)
        sheet.set_column(0, 0, 10)
        sheet.set_column(1, 1, 40)
        sheet.hide()

    # Instructions

    def _help(self, *, split: bool, unit_note: str) -> None:
        sheet = self.book.add_worksheet(HELP_SHEET)
        sheet.set_column(0, 0, 4)
        sheet.set_column(1, 1, 82)
        title, text = self.styles.page_text(bold=True), self.styles.page_text()
        sheet.merge_range(0, 0, 0, 1, "", title)
        write_text(sheet, 0, 0, HELP_SHEET, title)
        sheet.set_row(0, 26)
        for row, line in enumerate(_instructions(unit_note, split=split), 1):
            write_text(sheet, row, 0, f"{row}.", text)
            write_text(sheet, row, 1, line, text)
            sheet.set_row(row, 8 + 15.0 * lines(line, 76))
        set_up_page(sheet, landscape=False)
        sheet.protect("", dict(_PROTECTION))


def _instructions(unit_note: str, *, split: bool) -> Iterator[str]:
    unit = unit_note.removeprefix("单位：")
    yield f"请先在「{COVER_SHEET}」填写部门名称、年度和层级，再逐表填写浅黄色单元格。其余单元格已锁定（无密码）。"
    yield f"当年新成立的部门，在「{COVER_SHEET}」填写成立年度；其他部门可以不填。"
    yield f"金额单位为{unit}，可以带小数；请只填数字。"
    yield "空白表示没有提供；确实为零的，请填 0。二者含义不同：缺少数据时程序会指出，不会当作零。"
    yield "按功能分类的某张表全年没有收支的，在该表“合计”行填 0 即可。"
    yield "固定行次的合计由公式计算；按功能分类的表按项级（7 位）逐行填写即可，类、款及合计可以不填，由程序汇总。"
    if split:
        yield "类、款、项分三列填写（如 201、01、01），保留前面的零；下拉列表只列类，名称随编码显示。"
    else:
        yield "科目编码可从下拉列表选择，名称随编码显示。"
    yield "科目来自财政部《政府收支分类科目》；未列出的编码核实后也可填写，名称可以改写。"
    yield f"「{BUDGET_SHEET}」填预算数和上年决算数；按功能分类的各块，第一列只填 7 位科目编码。"
    yield f"「{DETAILS_SHEET}」填各表没有而说明需要的数量、金额、得分和制度名称。"
    yield f"「{REMARKS_SHEET}」填变动原因等文字；项级科目的差异原因和主要用途，在第二列所注的空行第一列填 7 位科目编码，如 2010101。"
    yield f"以上两表中，备注为“{UNUSED}”的行可以不填。"
    yield "填好并保存后，用命令 govfinance report 文件名 生成决算情况说明。"


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of rows that follow one another.

    >>> _runs([7, 5, 6, 9])
    [(5, 7), (9, 9)]
    """
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _only_numbers(sheet: Sheet, cells: tuple[int, int, int, int], *, whole: bool = False) -> None:
    """Let cells take amounts only, or counts."""
    options: dict[str, Any] = {
        "validate": "integer" if whole else "decimal",
        "criteria": "between",
        "minimum": 0 if whole else -_LARGEST,
        "maximum": _MOST if whole else _LARGEST,
        "error_title": "数量" if whole else "金额",
        "error_message": f"请填{'整数' if whole else '数字'}；没有数据请留空，确实为零请填 0。",
    }
    sheet.data_validation(*cells, options)
