"""Public tables as a workbook (.xlsx) that can be published: what stands in it is what the tables print."""

from __future__ import annotations

from govfinance.errors import InvalidInputError, Problem
from govfinance.io._files import PathLike
from govfinance.io._xlsx_engine import Book, write_book
from govfinance.io._xlsx_styles import Styles
from govfinance.io._xlsx_table import sheet_name, write_table
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.money import Scale
from govfinance.tables import Table, tabulate_with

__all__ = ["check_scale", "write_xlsx"]


def write_xlsx(
    accounts: FinalAccounts,
    path: PathLike,
    jurisdiction: Jurisdiction,
    *,
    scale: Scale | None = None,
    partial: bool = False,
    supplements: bool = False,
) -> None:
    """Write the public tables (决算公开表) to a workbook, a sheet for each, in the layout of the jurisdiction.

    Amounts are numbers as they are printed: rounded once, in 万元, or in 元 with ``Scale.YUAN``. A total is a formula
    where the numbers in its sheet have exactly that sum, else (尾差) a number. Codes and names are texts. A number of more
    than 15 digits, which no spreadsheet holds, is a text. ``supplements`` adds the sheets 封面, 预算与上年, 补充数据 and
    说明, which hold what the tables of the jurisdiction do not print.

    The file is replaced as a whole or not at all; equal accounts give equal bytes. Needs the extra ``xlsx``. Raises
    `IncompleteAccountsError` for figures that were not supplied, unless ``partial``, which leaves their cells blank, and
    `InvalidInputError` where the file cannot be written.

    >>> import tempfile
    >>> import govfinance as gf
    >>> accounts = gf.load("examples/chifeng-justice-2023.json")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_xlsx(accounts, f"{folder}/tables.xlsx", gf.jurisdiction("inner-mongolia", 2023), partial=True)
    """
    check_scale(scale)
    tables = tabulate_with(accounts, jurisdiction.tables, scale=scale, partial=partial)

    def fill(book: Book) -> None:
        styles = Styles(book)
        write_tables(book, styles, tables)
        if supplements:
            from govfinance.io._xlsx_supplement_sheets import write_supplements

            write_supplements(book, styles, accounts, tables)

    write_book(path, f"{accounts.year}年度{accounts.level.official}决算公开表", fill)


def write_tables(book: Book, styles: Styles, tables: tuple[Table, ...]) -> None:
    """A sheet for each table."""
    names: list[str] = []
    for table in tables:
        names.append(sheet_name(table, names))
        write_table(book, styles, table, names[-1])


def check_scale(scale: Scale | None) -> None:
    """Raise `InvalidInputError` for a scale in which tables are not printed."""
    if scale not in (None, Scale.YUAN, Scale.WAN):
        raise InvalidInputError(
            [
                Problem(
                    "wrong-scale",
                    f"expected Scale.YUAN or Scale.WAN, got {scale}",
                    f"应为 Scale.YUAN 或 Scale.WAN，实际为 {scale}",
                    "scale",
                )
            ]
        )
