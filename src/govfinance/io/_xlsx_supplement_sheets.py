"""Writes the sheets 封面, 预算与上年, 补充数据 and 说明, with what accounts have, or blank to be filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Any

from attrs import frozen

from govfinance.calc import Cells, operating_expenses
from govfinance.comparatives import detail_of
from govfinance.io._xlsx_engine import Book, Sheet, write_text
from govfinance.io._xlsx_styles import Styles
from govfinance.io._xlsx_supplements import (
    BLOCKS,
    BUDGET_COLUMNS,
    BUDGET_HEADINGS,
    BUDGET_SHEET,
    COVER_FOUNDED,
    COVER_HEADINGS,
    COVER_LEVEL,
    COVER_NAME,
    COVER_SHEET,
    COVER_YEAR,
    DETAILS_HEADINGS,
    DETAILS_SHEET,
    FUNCTIONAL_PURPOSE,
    FUNCTIONAL_TOPIC,
    LEVELS,
    PURPOSE,
    REMARKS_HEADINGS,
    REMARKS_SHEET,
    UNUSED,
    UNUSED_HEADING,
    Block,
    Detail,
    details_beside,
)
from govfinance.io._xlsx_table import fits, set_up_page
from govfinance.io._xlsx_used import PURPOSE_OF_ITEM, REASON_OF_ITEM
from govfinance.io._xlsx_widths import lines, row_height
from govfinance.model import TOPICS, FinalAccounts, OperatingExpenses
from govfinance.money import Scale
from govfinance.tables import Table

__all__ = ["BlankRows", "write_budgets", "write_cover", "write_details", "write_remarks", "write_supplements"]

_EXACT = "#,##0.00####"
"""Budgets are written to the 分, also in 万元: nothing is rounded that is to be read again."""


@frozen
class BlankRows:
    """Rows to be filled in: the first and the last, and what is to stand there (a heading of `BLOCKS`, or none)."""

    first: int
    last: int
    heading: str = ""


def write_supplements(book: Book, styles: Styles, accounts: FinalAccounts, tables: Sequence[Table]) -> None:
    """The sheets of some accounts beside these tables, with amounts in their scale."""
    department, table = accounts.department, tables[0]
    details = details_beside({one.table for one in tables})
    write_cover(book, styles, department.name, accounts.year, accounts.level.official, department.founded)
    write_budgets(book, styles, accounts, table.format.scale or Scale.YUAN, table.unit_note)
    write_details(book, styles, accounts, table.format.scale or Scale.YUAN, table.unit_note, details)
    write_remarks(book, styles, accounts)


def write_cover(
    book: Book, styles: Styles, name: str, year: int, level: str, founded: int | None = None, *, blank: bool = False
) -> Sheet:
    """封面. ``blank`` cells can be filled in."""
    sheet = book.add_worksheet(COVER_SHEET)
    sheet.set_default_row(24)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 60)
    _headings(sheet, styles, 0, COVER_HEADINGS)
    for row, heading in enumerate((COVER_NAME, COVER_YEAR, COVER_LEVEL, COVER_FOUNDED), 1):
        write_text(sheet, row, 0, heading, styles.label())
    value = styles.label(quoted=name.startswith(("=", "+", "-", "@")), unlocked=blank)
    if name:
        write_text(sheet, 1, 1, name, value)
        sheet.set_row(1, row_height(lines(name, 60), 24))
    else:
        sheet.write_blank(1, 1, None, value)
    sheet.write_number(2, 1, year, styles.year(unlocked=blank))
    write_text(sheet, 3, 1, level, styles.label(unlocked=blank))
    if founded is None:
        sheet.write_blank(4, 1, None, styles.year(unlocked=blank))
    else:
        sheet.write_number(4, 1, founded, styles.year(unlocked=blank))
    if blank:
        sheet.data_validation(3, 1, 3, 1, {"validate": "list", "source": list(LEVELS)})
    set_up_page(sheet, landscape=False)
    return sheet


def write_budgets(
    book: Book,
    styles: Styles,
    accounts: FinalAccounts,
    scale: Scale,
    unit_note: str,
    *,
    blank_rows: int = 0,
) -> tuple[Sheet, list[BlankRows]]:
    """预算与上年. With ``blank_rows`` all cells can be filled in, and each budget has so many rows for its items."""
    sheet = book.add_worksheet(BUDGET_SHEET)
    sheet.set_default_row(18)
    for column, each in enumerate((35, 42, 17, 17, 17)):
        sheet.set_column(column, column, each)
    sheet.merge_range(0, 0, 0, 4, "", styles.title())
    write_text(sheet, 0, 0, BUDGET_SHEET, styles.title())
    sheet.set_row(0, 32)
    sheet.merge_range(1, 0, 1, 4, "", styles.plain("right"))
    write_text(sheet, 1, 0, unit_note, styles.plain("right"))
    _headings(sheet, styles, 2, BUDGET_HEADINGS)
    row = 3
    blanks: list[BlankRows] = []
    fillable = blank_rows > 0
    amount = styles.amount(_EXACT, unlocked=fillable)
    for block in BLOCKS:
        sheet.write_blank(row, 0, None, styles.label())
        for column in range(2, 5):
            sheet.write_blank(row, column, None, styles.label())
        write_text(sheet, row, 1, block.heading, styles.label(bold=True))
        row += 1
        for code, name, figures in _rows(accounts, block):
            write_text(sheet, row, 0, code, styles.label())
            write_text(sheet, row, 1, name, styles.label(1, quoted=name.startswith(("=", "+", "-", "@"))))
            sheet.set_row(row, row_height(lines(name, 40), 18))
            for key, column in BUDGET_COLUMNS.items():
                _amount(sheet, styles, row, column, figures.get(key), scale, amount)
            row += 1
        if block.fund is not None and fillable:
            blanks.append(BlankRows(row, row + blank_rows - 1, block.heading))
            for _ in range(blank_rows):
                sheet.write_blank(row, 0, None, styles.code(unlocked=True))
                sheet.write_blank(row, 1, None, styles.label(1, unlocked=True))
                for column in BUDGET_COLUMNS.values():
                    sheet.write_blank(row, column, None, amount)
                row += 1
    set_up_page(sheet, landscape=True)
    sheet.repeat_rows(2, 2)
    sheet.freeze_panes(3, 0)
    return sheet, blanks


def write_details(
    book: Book,
    styles: Styles,
    accounts: FinalAccounts,
    scale: Scale,
    unit_note: str,
    details: Sequence[Detail],
    *,
    blank: bool = False,
    unused: Collection[str] = (),
) -> Sheet:
    """补充数据 with these rows. ``blank`` cells can be filled in; beside ``unused`` rows stands that they are."""
    sheet = book.add_worksheet(DETAILS_SHEET)
    sheet.set_default_row(18)
    for column, each in enumerate((52, 44, 36)):
        sheet.set_column(column, column, each)
    sheet.merge_range(0, 0, 0, 2, "", styles.plain("right"))
    write_text(sheet, 0, 0, unit_note, styles.plain("right"))
    _headings(sheet, styles, 1, DETAILS_HEADINGS)
    for row, detail in enumerate(details, 2):
        write_text(sheet, row, 0, detail.code, styles.label())
        write_text(sheet, row, 1, detail.name, styles.label())
        sheet.set_row(row, row_height(lines(detail.name, 44), 18))
        _detail(sheet, styles, row, detail, _value(accounts, detail), scale, unlocked=blank)
    _mark(sheet, styles, 1, [detail.code in unused for detail in details])
    set_up_page(sheet, landscape=True)
    sheet.freeze_panes(2, 0)
    return sheet


def _value(accounts: FinalAccounts, detail: Detail) -> Any:
    """What was supplied; of 机构运行经费 without any figure, which are 公用经费, what they come to."""
    if detail.code == "operating_expenses.actual" and accounts.operating_expenses == OperatingExpenses():
        return operating_expenses(accounts).value
    return detail_of(accounts, detail.code)


def _detail(
    sheet: Sheet, styles: Styles, row: int, detail: Detail, value: Any, scale: Scale, *, unlocked: bool
) -> None:
    """The value in a row of 补充数据, or a blank cell of its kind."""
    match detail.kind:
        case "amount":
            _amount(sheet, styles, row, 2, value, scale, styles.amount(_EXACT, unlocked=unlocked))
        case "count" | "score":
            kind = styles.amount("#,##0" if detail.kind == "count" else "0.00", unlocked=unlocked)
            if value is None:
                sheet.write_blank(row, 2, None, kind)
            else:
                sheet.write_number(row, 2, value, kind)
        case "text" | "texts":
            text = "\n".join(value or ()) if detail.kind == "texts" else value or ""
            label = styles.label(quoted=text.startswith(("=", "+", "-", "@")), unlocked=unlocked)
            if text:
                write_text(sheet, row, 2, text, label)
                sheet.set_row(row, row_height(max(lines(text, 36), lines(detail.name, 44)), 18))
            else:
                sheet.write_blank(row, 2, None, label)


def write_remarks(
    book: Book, styles: Styles, accounts: FinalAccounts, *, blank_rows: int = 0, unused: Collection[str] = ()
) -> Sheet:
    """说明. With ``blank_rows`` the texts can be filled in, and there are so many rows for the reasons of single 项 and
    as many for what they were spent on. Beside ``unused`` rows stands that they are.
    """
    sheet = book.add_worksheet(REMARKS_SHEET)
    sheet.set_default_row(18)
    for column, each in enumerate((35, 38, 72)):
        sheet.set_column(column, column, each)
    _headings(sheet, styles, 0, REMARKS_HEADINGS)
    fillable = blank_rows > 0
    texts = accounts.remarks.texts
    row = 1
    topics = (*TOPICS, *sorted(topic for topic in texts if topic not in TOPICS))
    for topic in topics:
        of_item = FUNCTIONAL_PURPOSE if topic.endswith(PURPOSE) else FUNCTIONAL_TOPIC
        meaning, text = TOPICS.get(topic, of_item), texts.get(topic, "")
        write_text(sheet, row, 0, topic, styles.label())
        write_text(sheet, row, 1, meaning, styles.label())
        value = styles.label(quoted=text.startswith(("=", "+", "-", "@")), unlocked=fillable)
        if text:
            write_text(sheet, row, 2, text, value)
        else:
            sheet.write_blank(row, 2, None, value)
        sheet.set_row(row, row_height(max(lines(text, 72), lines(meaning, 38)), 18))
        row += 1
    for meaning in [FUNCTIONAL_TOPIC] * blank_rows + [FUNCTIONAL_PURPOSE] * blank_rows:
        sheet.write_blank(row, 0, None, styles.label(unlocked=True))
        write_text(sheet, row, 1, meaning, styles.label())
        sheet.write_blank(row, 2, None, styles.label(unlocked=True))
        sheet.set_row(row, row_height(lines(meaning, 38), 18))
        row += 1
    codes = [*topics, *[REASON_OF_ITEM] * blank_rows, *[PURPOSE_OF_ITEM] * blank_rows]
    _mark(sheet, styles, 0, [code in unused for code in codes])
    set_up_page(sheet, landscape=True)
    sheet.repeat_rows(0, 0)
    sheet.freeze_panes(1, 0)
    return sheet


def _mark(sheet: Sheet, styles: Styles, headings: int, unused: Sequence[bool]) -> None:
    """Note beside the rows below the headings which ones are not used."""
    if any(unused):
        sheet.set_column(3, 3, 20)
        write_text(sheet, headings, 3, UNUSED_HEADING, styles.heading())
        for row, is_unused in enumerate(unused, headings + 1):
            if is_unused:
                write_text(sheet, row, 3, UNUSED, styles.label())


def _headings(sheet: Sheet, styles: Styles, row: int, headings: tuple[str, ...]) -> None:
    for column, heading in enumerate(headings):
        write_text(sheet, row, column, heading, styles.heading())


def _amount(
    sheet: Sheet, styles: Styles, row: int, column: int, amount: Decimal | None, scale: Scale, kind: object
) -> None:
    if amount is None:
        sheet.write_blank(row, column, None, kind)
        return
    written = scale.from_yuan(amount)
    if fits(written):
        sheet.write_number(row, column, written, kind)
    else:
        write_text(sheet, row, column, f"{written:,f}", styles.amount("@"))


def _rows(accounts: FinalAccounts, block: Block) -> Iterator[tuple[str, str, dict[str, Decimal]]]:
    if block.fund is None:
        for code, name in block.rows:
            yield code, name, _figures(_line(accounts, code))
        return
    cells = Cells(accounts)
    for item in accounts.functional:
        figures = _figures(item)
        if item.fund is block.fund and figures:
            name = item.name or cells.row_name(item.code.text).removeprefix(item.code.text).strip()
            yield f"functional.{item.fund.key}.{item.code.text}", name or item.code.text, figures


def _figures(line: object) -> dict[str, Decimal]:
    return {key: value for key in BUDGET_COLUMNS if (value := getattr(line, key, None)) is not None}


def _line(accounts: FinalAccounts, code: str) -> object:
    """The line of the model that a row of 预算与上年 is about; None where it was not supplied."""
    first, *rest = code.split(".")
    found: object = None
    match first:
        case "revenue":
            found = next((line for line in accounts.revenue if line.source.key == rest[0]), None)
        case "expenditure":
            found = next((line for line in accounts.expenditure if line.nature.key == rest[0]), None)
        case "fiscal" if len(rest) == 2 and accounts.fiscal is not None:
            fund = next((line for line in accounts.fiscal.funds if line.fund.key == rest[0]), None)
            found = getattr(fund, rest[1], None)
        case _ if not rest:
            found = getattr(accounts, first)
        case _:
            found = getattr(getattr(accounts, first), rest[0], None)
    return found
