"""The parser python-calamine: imported late, and whatever it throws is one problem."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import cast

from govfinance.errors import InvalidInputError
from govfinance.io._workbook._grid import Grid, Position, Trouble
from govfinance.io._workbook._limits import MAX_CELLS, MAX_SHEETS
from govfinance.io._workbook._problems import damaged, encrypted, refuse, too_large

__all__ = ["Troubles", "grids_of"]

Troubles = Callable[[int, str], Mapping[Position, Trouble]]
"""The troubles of a sheet, by its number and its name."""


def grids_of(data: bytes, troubles: Troubles) -> tuple[Grid, ...]:
    """All worksheets of a workbook that was checked before."""
    try:
        import python_calamine
    except ModuleNotFoundError as error:
        if error.name != "python_calamine":
            raise
        raise refuse(
            "missing-extra",
            "reading workbooks needs an extra: pip install 'govfinance[xlsx]'",
            "读取工作簿需要附加组件：pip install 'govfinance[xlsx]'",
        ) from None
    try:
        return _read(data, troubles)
    except InvalidInputError:  # is a ValueError too
        raise
    except python_calamine.PasswordError:
        raise encrypted() from None
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        said = str(error)[:200]
        raise damaged(said, said) from None
    except BaseException as error:
        # A panic of the parser comes as pyo3's PanicException, which cannot be imported and is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged("its contents contradict each other", "内容自相矛盾") from None


def _read(data: bytes, troubles: Troubles) -> tuple[Grid, ...]:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    visible = python_calamine.SheetVisibleEnum.Visible
    metadata = book.sheets_metadata
    if len(metadata) > MAX_SHEETS:
        raise too_large("sheets", "工作表数", MAX_SHEETS)
    grids: list[Grid] = []
    cells = 0
    for number, sheet in enumerate(metadata):
        if sheet.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        content = book.get_sheet_by_index(number)
        cells += content.height * content.width
        if cells > MAX_CELLS:
            raise too_large("cells in all sheets together", "全部工作表的单元格数", MAX_CELLS)
        first_row, first_column = content.start or (0, 0)
        merged = content.merged_cell_ranges
        grids.append(
            Grid(
                name=sheet.name,
                rows=cast("list[list[object]]", content.to_python()),
                first_row=first_row,
                first_column=first_column,
                troubles=troubles(number, sheet.name),
                hidden=sheet.visible != visible,
                merged=tuple((*start, *end) for start, end in merged) if merged else (),
            )
        )
    return tuple(grids)
