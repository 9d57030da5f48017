"""The codes of the rows: in one cell, or a cell each for 类, 款 and 项."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from govfinance.io._tables._found import Notes, Region
from govfinance.io._tables._headers import Path
from govfinance.io._tables._text import as_code

__all__ = ["CodeReader", "code_columns"]

_SPLIT: Final = ("类", "款", "项")
_WITH_NAME: Final = re.compile(r"([23][0-9]{2}(?:[0-9]{2}){0,2})([\u4e00-\u9fff（“].*)")


def code_columns(paths: Sequence[Path], until: int, first: int = 0) -> tuple[int, ...]:
    """The columns in which codes stand: those under 类, 款 and 项, or the one under 科目编码, or the first one."""
    split = [number for number in range(first, until) if paths[number] and paths[number][-1] in _SPLIT]
    if split:
        return tuple(split)
    for number in range(first, until):
        if paths[number] and re.search(r"编码|代码|编号", paths[number][-1]):
            return (number,)
    return (first,)


class CodeReader:
    """Reads the codes of one table or lane; ``first`` is the digit that they begin with."""

    def __init__(self, region: Region, columns: tuple[int, ...], notes: Notes, first: str) -> None:
        self.region = region
        self.columns = columns
        self.column = columns[0]
        self.notes = notes
        self.first = first
        self.is_code = re.compile(rf"{first}[0-9]{{2}}(?:[0-9]{{2}}){{0,2}}").fullmatch
        self._parts: list[str] = []

    def known(self, row: int) -> str | None:
        """The digits of a code that stands in one cell, where nothing else has to be asked."""
        value = self.region.grid.rows[row][self.column]
        if len(self.columns) == 1 and isinstance(value, str) and self.is_code(value):
            return value
        return None

    def code(self, row: int) -> str | None:
        """The digits of the code of a row; None where there is none."""
        if len(self.columns) == 1 and not self.region.grid.rows[row][self.column]:
            return None
        text = self._text(row)
        if self.is_code(text):
            return text
        match = _WITH_NAME.fullmatch(text)
        return match[1] if match is not None and match[1][0] == self.first else None

    def refuse(self, row: int, column: int) -> None:
        """Note that an amount stands in a row without a code, or with something else in its place."""
        cells = self.region.grid.rows[row]
        shown = " ".join(text for column in self.columns if (text := as_code(cells[column])))
        if not any(char.isdigit() for char in shown):
            self.notes.refuse(
                "no-code",
                "an amount stands in a row without a code",
                "该行有金额而没有科目编码",
                self.region.place(row, column),
            )
            return
        example = "2040601" if self.first == "2" else "30101"
        self.notes.refuse(
            "not-a-code",
            f"expected a code such as {example}, got {shown!r}",
            f"应为科目编码，如 {example}，实际为“{shown}”",
            self.region.place(row, self.column),
        )

    def _text(self, row: int) -> str:
        cells = self.region.grid.rows[row]
        values = [as_code(cells[column]) for column in self.columns if column < len(cells)]
        filled = [value for value in values if value]
        if not filled:
            return ""
        if len(values) == 1 or len(filled[-1]) > 3:
            return filled[-1]  # all digits in the cell of their level, or in each up to it
        return self._joined(values) or ""

    def _joined(self, values: list[str]) -> str | None:
        """类, 款 and 项 of their own cells; a cell that is merged with those above it has their value."""
        parts = [values[0], *(value.zfill(2) if value else "" for value in values[1:])]
        if not parts[0]:
            filled = next(number for number, part in enumerate(parts) if part)
            parts = [*self._parts[:filled], *parts[filled:]]
        last = max(number for number, part in enumerate(parts) if part)
        if any(not part for part in parts[: last + 1]):
            return None
        self._parts = parts
        return "".join(parts)

    def name(self, row: int, until: int) -> str:
        """The name beside the code, as it stands there."""
        cells = self.region.grid.rows[row]
        for column in range(self.columns[-1] + 1, until):
            value = cells[column] if column < len(cells) else ""
            if value.__class__ is str and value:
                return str(value)
        match = _WITH_NAME.fullmatch(as_code(cells[self.column]))
        return match[2] if match is not None else ""
