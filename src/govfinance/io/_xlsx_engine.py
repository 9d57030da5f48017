"""XlsxWriter as the library uses it: the few calls with their types, and a workbook as bytes that never vary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from govfinance.errors import InvalidInputError, Problem
from govfinance.io._files import PathLike, _problem, _replace

__all__ = ["Book", "Format", "Sheet", "new_book", "write_book", "write_text"]

Format: TypeAlias = object
"""A cell format of XlsxWriter: made by `Book.add_format`, handed back to it, never looked into."""

_CREATED: Final = datetime(1980, 1, 1, tzinfo=UTC)  # that of the parts in the file: equal input, equal bytes


class Sheet(Protocol):
    """A worksheet; rows and columns are counted from zero."""

    def write_string(self, row: int, column: int, text: str, format: Format, /) -> int: ...  # noqa: A002
    def write_number(self, row: int, column: int, number: Any, format: Format, /) -> int: ...  # noqa: A002
    def write_blank(self, row: int, column: int, blank: None, format: Format, /) -> int: ...  # noqa: A002
    def write_formula(
        self,
        row: int,
        column: int,
        formula: str,
        format: Format,  # noqa: A002
        value: Decimal | int | str,
        /,
    ) -> int: ...
    def merge_range(
        self,
        row: int,
        column: int,
        last_row: int,
        last_column: int,
        text: str,
        format: Format,  # noqa: A002
        /,
    ) -> int: ...
    def set_row(self, row: int, height: float, /) -> int: ...
    def set_default_row(self, height: float, /) -> object: ...
    def set_column(self, first: int, last: int, width: float, /) -> object: ...
    def set_paper(self, paper: int, /) -> object: ...
    def set_landscape(self) -> object: ...
    def fit_to_pages(self, wide: int, tall: int, /) -> object: ...
    def repeat_rows(self, first: int, last: int, /) -> object: ...
    def set_margins(self, left: float, right: float, top: float, bottom: float, /) -> object: ...
    def center_horizontally(self) -> object: ...
    def set_footer(self, footer: str, /) -> object: ...
    def freeze_panes(self, row: int, column: int, /) -> object: ...
    def data_validation(
        self, row: int, column: int, last_row: int, last_column: int, options: dict[str, Any], /
    ) -> int: ...
    def ignore_errors(self, options: dict[str, str], /) -> int: ...
    def protect(self, password: str, options: dict[str, Any], /) -> object: ...
    def hide(self) -> object: ...
    def hide_gridlines(self, option: int, /) -> object: ...


class Book(Protocol):
    """A workbook."""

    def add_worksheet(self, name: str, /) -> Sheet: ...
    def add_format(self, properties: dict[str, Any], /) -> Format: ...
    def set_properties(self, properties: dict[str, Any], /) -> object: ...
    def close(self) -> object: ...


def new_book(buffer: BytesIO) -> Book:
    """A workbook that is written to the buffer when it is closed.

    Raises `InvalidInputError` where the extra is not installed.
    """
    try:
        module: Any = import_module("xlsxwriter")
    except ModuleNotFoundError as error:
        if error.name != "xlsxwriter":
            raise
        raise InvalidInputError(
            [
                Problem(
                    "needs-extra",
                    'writing workbooks needs an extra: pip install "govfinance[xlsx]"',
                    '写入工作簿需要附加组件：pip install "govfinance[xlsx]"',
                )
            ]
        ) from None
    options = {
        "in_memory": True,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    book: Book = module.Workbook(buffer, options)
    return book


def write_book(path: PathLike, title: str, fill: Callable[[Book], None]) -> None:
    """Make a workbook and write it, whole or not at all. Raises `InvalidInputError` where that cannot be done."""
    buffer = BytesIO()
    book = new_book(buffer)
    fill(book)
    book.set_properties({"title": title, "created": _CREATED})
    book.close()
    try:
        _replace(Path(path), buffer.getvalue())
    except (OSError, ValueError) as error:
        raise InvalidInputError([_problem(error, path, "cannot-write", "write", "写入")]) from None


def write_text(sheet: Sheet, row: int, column: int, text: str, cell_format: Format) -> None:
    """Write a text, which never becomes a formula, a number or a link, and is never cut.

    Raises `InvalidInputError` where it is longer than a cell can hold.
    """
    if sheet.write_string(row, column, text, cell_format):
        raise InvalidInputError(
            [
                Problem(
                    "too-long-for-a-cell",
                    f"expected at most 32,767 characters for a cell of a workbook, got {len(text):,}",
                    f"工作簿单元格最多容纳 32,767 个字符，实际为 {len(text):,} 个",
                    text[:20],
                )
            ]
        )
