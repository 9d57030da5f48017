"""Writing the public tables as a workbook, against XlsxWriter writing the same file.

The floor is a plain loop over the calls of XlsxWriter that make the same workbook, byte for byte: the same formats, cells,
merged ranges, formulas and settings. It makes no table, rounds nothing, measures no text and looks for no sums. Both write
the file.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

import govfinance as gf
import govfinance.io._xlsx_engine as engine
from benchmarks.timing import ratio
from govfinance import catalog
from govfinance.calc import _rollup
from govfinance.io._xlsx_writing import write_xlsx
from govfinance.model import Department, EconomicItem, ExpenditureItem, FinalAccounts, FunctionalItem, RevenueItem

LIMIT = 2.0
YEAR = 2024
ITEMS = 100


def large_accounts(items: int = ITEMS) -> FinalAccounts:
    """Made-up accounts with so many items in each table by code, and all economic items."""
    codes = [entry.code for entry in catalog.functional_entries(YEAR) if len(entry.code.text) == 7]
    codes = codes[:: len(codes) // items][:items]
    economic = [entry.code for entry in catalog.economic_entries(YEAR) if len(entry.code.text) == 5]
    funds = ("general_public", "government_fund", "state_capital")
    return FinalAccounts(
        department=Department(name="甲市乙局"),
        year=YEAR,
        revenue_items=[
            RevenueItem(code=code, fiscal=f"{n * 7919}.37", service=f"{n * 104729}.11", other=f"{n}.5")
            for n, code in enumerate(codes, 1)
        ],
        expenditure_items=[
            ExpenditureItem(code=code, basic=f"{n * 15485863}.99", project=f"{n * 7927}.08", operation=n * 100)
            for n, code in enumerate(codes, 1)
        ],
        functional=[
            FunctionalItem(
                code=code,
                fund=fund,
                basic=f"{n * 48611}.61",
                project=f"{n * 3571}.43",
                **({} if fund == "general_public" else {"opening": "0", "revenue": f"{n * 9}.5", "closing": "1.25"}),
            )
            for fund in funds
            for n, code in enumerate(codes, 1)
        ],
        economic=[
            EconomicItem(code=code, nature=nature, actual=f"{n * 6421}.{n % 90 + 10}")
            for nature in ("basic", "project")
            for n, code in enumerate(economic, 1)
        ],
    )


class Recorder:
    """Stands before an object of XlsxWriter and keeps what is asked of it."""

    def __init__(self, real: Any, number: int, calls: list[tuple[int, str, tuple[Any, ...]]], made: list[Any]) -> None:
        self.real, self.number, self.calls, self.made = real, number, calls, made

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.calls.append((self.number, name, arguments))
            real = [part.real if isinstance(part, Recorder) else part for part in arguments]
            result = getattr(self.real, name)(*real)
            if name not in ("add_worksheet", "add_format"):
                return result
            self.made.append(result)
            return Recorder(result, len(self.made), self.calls, self.made)

        return call


def floor_of(write: Callable[[], None], path: Path) -> Callable[[], None]:
    """A function that makes the same file with nothing but XlsxWriter."""
    calls: list[tuple[int, str, tuple[Any, ...]]] = []
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    new_book = engine.new_book
    try:
        engine.new_book = lambda buffer: Recorder(new_book(buffer), 0, calls, [])  # type: ignore[assignment]
        write()
    finally:
        engine.new_book = new_book
    plain = [
        (number, name, arguments, any(isinstance(part, Recorder) for part in arguments))
        for number, name, arguments in calls
    ]

    def floor() -> None:
        buffer = BytesIO()
        objects: list[Any] = [xlsxwriter.Workbook(buffer, options)]
        for number, name, arguments, formatted in plain:
            if formatted:
                arguments = tuple(objects[part.number] if isinstance(part, Recorder) else part for part in arguments)
            result = getattr(objects[number], name)(*arguments)
            if name in ("add_worksheet", "add_format"):
                objects.append(result)
        path.write_bytes(buffer.getvalue())

    return floor


def main() -> float:
    """Print the ratio, and return it."""
    accounts = large_accounts()
    jurisdiction = gf.jurisdiction("inner-mongolia", YEAR)
    with tempfile.TemporaryDirectory() as folder:
        ours_path, floor_path = Path(folder) / "ours.xlsx", Path(folder) / "floor.xlsx"

        def ours() -> None:
            _rollup._last.clear()  # as if the accounts had not been looked at before
            write_xlsx(accounts, ours_path, jurisdiction, partial=True)

        floor = floor_of(ours, floor_path)
        ours()
        floor()
        if ours_path.read_bytes() != floor_path.read_bytes():
            raise AssertionError("the floor does not write the same workbook")
        return ratio("write the public tables as a workbook / XlsxWriter in a plain loop", ours, floor, LIMIT, rounds=9)


if __name__ == "__main__":
    main()
