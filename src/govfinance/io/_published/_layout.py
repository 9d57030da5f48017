"""From table markup, as HTML and Word have it, to tables and paragraphs: spans become blank cells, layout is undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from attrs import define, field

from govfinance.document import PublishedBlock, PublishedTable, PublishedText
from govfinance.errors import InvalidInputError
from govfinance.io._published._limits import MAX_CELLS, MAX_COLUMNS, MAX_PARAGRAPHS
from govfinance.io._published._problems import too_large

__all__ = ["Budget", "Cell", "TableBuilder"]

_Texts: TypeAlias = list[list[str]]

_ARTICLE_PARAGRAPHS: Final = 5
_ARTICLE_CHARACTERS: Final = 1000


@define
class Budget:
    """How many cells and paragraphs a document may still have."""

    cells: int = MAX_CELLS
    paragraphs: int = MAX_PARAGRAPHS

    def take(self, cells: int) -> None:
        """Use some. Raises `InvalidInputError` where there are no more."""
        self.cells -= cells
        if self.cells < 0:
            raise too_large("cells in all tables together", "全部表格的单元格数", MAX_CELLS)

    def take_paragraph(self) -> None:
        """Use one paragraph, or one line of it."""
        self.paragraphs -= 1
        if self.paragraphs < 0:
            raise too_large("paragraphs", "段落数", MAX_PARAGRAPHS)


@define
class Cell:
    """One cell as it is marked up; ``blocks`` is what stands in it."""

    colspan: int = 1
    rowspan: int = 1
    blank: bool = False
    blocks: list[PublishedBlock] = field(factory=list)

    def span(self, columns: int) -> None:
        """The cell is as wide as some columns."""
        self.colspan = max(1, min(columns, MAX_COLUMNS))

    def text(self) -> str:
        """The paragraphs of the cell, one a line."""
        if self.blank:
            return ""
        return "\n".join(block.text for block in self.blocks if isinstance(block, PublishedText))

    def is_layout(self) -> bool:
        """Whether it holds a table or a whole article, so that its row is no row of a table."""
        if any(isinstance(block, PublishedTable) for block in self.blocks):
            return True
        return len(self.blocks) >= _ARTICLE_PARAGRAPHS and len(self.text()) >= _ARTICLE_CHARACTERS


@define
class _Row:
    page: int | None
    before: int = 0
    cells: list[Cell] = field(factory=list)


@define
class TableBuilder:
    """A table while it is read, row by row and cell by cell."""

    budget: Budget
    rows: list[_Row] = field(factory=list)

    def start_row(self, page: int | None = None) -> None:
        """The cells that follow are of a new row."""
        self.rows.append(_Row(page))

    def skip(self, columns: int) -> None:
        """The row begins with blank cells that have no markup."""
        self.rows[-1].before = max(0, min(columns, MAX_COLUMNS))

    def start_cell(self, colspan: int = 1, rowspan: int = 1) -> Cell:
        """A new cell of the row."""
        if not self.rows:
            self.start_row()
        row = self.rows[-1]
        if len(row.cells) >= MAX_COLUMNS:
            raise _too_wide()
        self.budget.take(1)
        cell = Cell(max(1, min(colspan, MAX_COLUMNS)), max(1, rowspan))
        row.cells.append(cell)
        return cell

    def drop_row(self) -> None:
        """The row was deleted by whoever revised the document."""
        self.rows.pop()

    def finish(self) -> list[PublishedBlock]:
        """The table, or what it is the layout of, as blocks in reading order."""
        rows = [row for row in self.rows if row.cells]
        layout = [any(cell.is_layout() for cell in row.cells) for row in rows]
        texts = self._texts(rows)
        blocks: list[PublishedBlock] = []
        for is_layout, numbers in groupby(range(len(rows)), key=layout.__getitem__):
            part = list(numbers)
            table = [texts[number] for number in part]
            if is_layout or _is_column(table, alone=len(part) == len(rows)):
                blocks.extend(_flat(rows[number] for number in part))
            else:
                pages = tuple(rows[number].page for number in part)
                blocks.append(PublishedTable(rows=tuple(map(tuple, table)), pages=pages if any(pages) else ()))
        return blocks

    def _texts(self, rows: Sequence[_Row]) -> _Texts:
        """The rows as texts of the same length, in which what a cell spans is blank."""
        lines: _Texts = []
        spanned: dict[int, int] = {}
        for row in rows:
            line = [""] * row.before
            down: dict[int, int] = {}
            for cell in row.cells:
                while len(line) in spanned:
                    line.append("")
                if cell.rowspan > 1:
                    down.update((len(line) + column, cell.rowspan - 1) for column in range(cell.colspan))
                line += [cell.text(), *[""] * (cell.colspan - 1)]
                if len(line) > MAX_COLUMNS:
                    raise _too_wide()
            if spanned:
                line += [""] * (max(spanned) + 1 - len(line))
            self.budget.take(len(line) - len(row.cells))
            spanned = {column: left - 1 for column, left in spanned.items() if left > 1} | down
            lines.append(line)
        width = max(map(len, lines), default=0)
        self.budget.take(sum(width - len(line) for line in lines))
        for line in lines:
            line += [""] * (width - len(line))
        return lines


def _too_wide() -> InvalidInputError:
    return too_large("columns in a table", "表格的列数", MAX_COLUMNS)


def _is_column(rows: _Texts, *, alone: bool) -> bool:
    """Whether it is no table: one column only, or what stands above or below a table that it is the layout of."""
    return len(rows[0]) <= 1 or (not alone and (len(rows) == 1 or all(sum(map(bool, row)) <= 1 for row in rows)))


def _flat(rows: Iterator[_Row]) -> Iterator[PublishedBlock]:
    for row in rows:
        for cell in row.cells:
            if not cell.blank:
                yield from cell.blocks
