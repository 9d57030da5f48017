"""Reading a workbook of the public tables into accounts, against calamine that reads the cells of the same file.

The workbook is one that the library writes, in 万元: eleven tables, some ten of them with about a hundred rows or the
official rows of the form.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from python_calamine import CalamineWorkbook

import govfinance as gf
from benchmarks.timing import ratio
from benchmarks.write_xlsx import YEAR, large_accounts

__all__ = ["main"]

LIMIT = 3.0
ITEMS = 40
"""With their 款 and 类 about a hundred rows."""


def main() -> float:
    """Print the ratio, and return it."""
    jurisdiction = gf.jurisdiction("inner-mongolia", YEAR)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tables.xlsx"
        gf.write_xlsx(large_accounts(ITEMS), path, jurisdiction, partial=True)
        rows = sum(sheet.height for sheet in map(CalamineWorkbook.from_path(path).get_sheet_by_index, range(11)))

        def bare() -> None:
            book = CalamineWorkbook.from_path(path)
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python()

        return ratio(
            f"read eleven tables ({rows} rows) into accounts / calamine reads the cells",
            lambda: gf.read_xlsx(path, jurisdiction=jurisdiction),
            bare,
            LIMIT,
        )


if __name__ == "__main__":
    main()
