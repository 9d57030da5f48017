"""Tables: the characters of a page put into the cells of its grids, and tables that go on put together."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from govfinance.document import PublishedTable
from govfinance.io._published._pdf._characters import Char
from govfinance.io._published._pdf._grid import Grid
from govfinance.io._published._pdf._lines import MADE_UP, Line, lines
from govfinance.io._published._pdf._space import Box, Space

__all__ = ["CellOrigin", "PageTable", "TableOrigin", "continues", "fill", "published"]

_AMOUNT: Final = re.compile(r"-?[0-9][0-9,]{0,30}\.[0-9]{1,2}%?")
_IN_NUMBER: Final = frozenset("0123456789,.-%")
_NEAR: Final = 3.0


@frozen
class CellOrigin:
    """Where a cell is: its page (from 0), its rectangle in the user space of the page, and its characters."""

    page: int
    box: Box
    at: array[int]


@frozen
class TableOrigin:
    """Where the cells of a table are; cells that were merged into another are not in it."""

    cells: Mapping[tuple[int, int], CellOrigin]


@frozen
class PageTable:
    """The part of a table that stands on one page: its texts, where they are, and its columns."""

    rows: tuple[tuple[str, ...], ...]
    pages: tuple[int, ...]
    cells: Mapping[tuple[int, int], CellOrigin]
    xs: tuple[float, ...]
    top: float
    bottom: float


def fill(grid: Grid, chars: Sequence[Char], page: int, space: Space) -> PageTable:
    """The table of a grid with the characters that stand in it."""
    by_cell: dict[tuple[int, int], list[Char]] = {}
    for char, cell in zip(chars, _assigned(grid, chars), strict=True):
        if cell is not None:
            by_cell.setdefault(cell, []).append(char)
    content = {cell: lines(inside, page) for cell, inside in by_cell.items()}
    cut = _cut(grid, [_cuts(content, grid, row) for row in range(grid.rows)])
    return _table(grid, content, page, space) if cut is grid else fill(cut, chars, page, space)


def _cut(grid: Grid, cuts: Sequence[Sequence[float]]) -> Grid:
    """The grid with some of its rows cut into several."""
    if not any(cuts):
        return grid
    ys: list[float] = []
    first: list[int] = []
    for row, places in enumerate(cuts):
        first.append(len(ys))
        ys += [grid.ys[row], *places]
    owner: list[tuple[int, int]] = []
    for row, places in enumerate(cuts):
        for part in range(len(places) + 1):
            for column in range(grid.columns):
                top, left = grid.owner[row * grid.columns + column]
                owner.append((first[row] + part if top == row else first[top], left))
    return Grid(grid.xs, (*ys, grid.ys[-1]), tuple(owner))


def _table(grid: Grid, content: Mapping[tuple[int, int], list[Line]], page: int, space: Space) -> PageTable:
    extent: dict[tuple[int, int], list[int]] = {}
    for number, cell in enumerate(grid.owner):
        row, column = divmod(number, grid.columns)
        last = extent.setdefault(cell, [row, column])
        last[0], last[1] = max(last[0], row), max(last[1], column)
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    cells = {}
    for (row, column), (last_row, last_column) in extent.items():
        text, at = joined(content.get((row, column), ()))
        rows[row][column] = text
        box = (grid.xs[column], grid.ys[row], grid.xs[last_column + 1], grid.ys[last_row + 1])
        cells[row, column] = CellOrigin(page, space.back(box), at)
    texts = tuple(tuple(row) for row in rows)
    return PageTable(texts, (page,) * grid.rows, cells, grid.xs, grid.ys[0], grid.ys[-1])


def joined(found: Sequence[Line]) -> tuple[str, array[int]]:
    """The text of the lines of a cell with the addresses of its characters; English words stay apart."""
    if len(found) == 1:
        return found[0].text, found[0].at
    text, at = "", array("q")
    for line in found:
        if text and text[-1].isascii() and text[-1].isalpha() and line.text[0].isascii() and line.text[0].isalpha():
            text += " "
            at.append(MADE_UP)
        text += line.text
        at.extend(line.at)
    return text, at


def _cuts(content: Mapping[tuple[int, int], Sequence[Line]], grid: Grid, row: int) -> list[float]:
    """Where a row is to be cut that holds several rows of amounts because no lines are drawn between them."""
    most: Sequence[Line] = ()
    for column in range(grid.columns):
        found = content.get((row, column), ())
        if len(found) > max(1, len(most)):
            amounts = [line for line in found if _AMOUNT.fullmatch(line.text.replace(" ", ""))]
            most = max(most, amounts, key=len)
    top, bottom = grid.ys[row], grid.ys[row + 1]
    cuts = [(one.middle + two.middle) / 2 for one, two in pairwise(most)]
    return [cut for cut in cuts if top + 1 < cut < bottom - 1]


def _assigned(grid: Grid, chars: Sequence[Char]) -> list[tuple[int, int] | None]:
    """The cell of each character: the one its middle is in; a number that is wider than its cell stays whole."""
    found = [grid.cell((char.left + char.right) / 2, char.middle) for char in chars]
    start = 0
    for end in range(1, len(chars) + 1):
        if end < len(chars) and _goes_on(chars[end - 1], chars[end]):
            continue
        if end - start > 1 and found[start] != found[end - 1] and found[start] and found[end - 1]:
            _keep_whole(grid, chars, found, start, end)
        start = end
    return found


def _goes_on(before: Char, char: Char) -> bool:
    return (
        before.text in _IN_NUMBER
        and char.text in _IN_NUMBER
        and abs(char.middle - before.middle) < 0.2 * char.size
        and -0.2 * char.size < char.left - before.right < 0.15 * char.size
    )


def _keep_whole(grid: Grid, chars: Sequence[Char], found: list[tuple[int, int] | None], start: int, end: int) -> None:
    """Put a number into the cell where its middle is, unless its parts in two cells are numbers."""
    parts: dict[tuple[int, int] | None, str] = {}
    for number in range(start, end):
        parts[found[number]] = parts.get(found[number], "") + chars[number].text
    whole = "".join(char.text for char in chars[start:end])
    if _AMOUNT.fullmatch(whole) and not all(_AMOUNT.fullmatch(part) for part in parts.values()):
        cell = grid.cell((chars[start].left + chars[end - 1].right) / 2, chars[start].middle)
        found[start:end] = [cell] * (end - start)


def continues(parts: Sequence[PageTable], later: PageTable) -> bool:
    """Whether a table at the top of a page can be the rest of the one at the end of the page before."""
    table = max(parts[0], parts[-1], key=_width)
    if abs(table.xs[0] - later.xs[0]) > 2 * _NEAR or abs(table.xs[-1] - later.xs[-1]) > 2 * _NEAR:
        return False
    fewer, more = sorted((table.xs, later.xs), key=len)
    return all(any(abs(x - other) <= _NEAR for other in more) for x in fewer[1:-1])


def published(parts: Sequence[PageTable]) -> PublishedTable:
    """The parts of a table as one, pages counted from 1; a header that is printed again is left out."""
    xs = max(parts, key=_width).xs
    first = _spread(parts[0], xs)
    rows, pages, cells = list(first.rows), list(first.pages), dict(first.cells)
    for part in parts[1:]:
        wide = _spread(part, xs)
        repeated = _repeated(first, wide)
        base = len(rows) - repeated
        cells.update({(row + base, column): cell for (row, column), cell in wide.cells.items() if row >= repeated})
        rows += wide.rows[repeated:]
        pages += wide.pages[repeated:]
    return PublishedTable(rows=tuple(rows), pages=tuple(page + 1 for page in pages), origin=TableOrigin(cells))


def _width(table: PageTable) -> int:
    return len(table.xs)


def _repeated(table: PageTable, later: PageTable) -> int:
    """How many rows of the later part are the header of the earlier one again; no row with an amount is."""
    count = 0
    for one, other in zip(table.rows, later.rows, strict=False):
        if [_solid(text) for text in one] != [_solid(text) for text in other] or not any(one):
            break
        if any("." in text and _AMOUNT.fullmatch(_solid(text)) for text in one):
            break
        count += 1
    return count


def _solid(text: str) -> str:
    return "".join(text.split())


def _spread(table: PageTable, xs: tuple[float, ...]) -> PageTable:
    """The table on the columns of another with more of them."""
    if len(xs) == len(table.xs):
        return table
    places = [min(range(len(xs)), key=lambda number: abs(xs[number] - x)) for x in table.xs[:-1]]
    rows = []
    for row in table.rows:
        wide = [""] * (len(xs) - 1)
        for place, text in zip(places, row, strict=True):
            wide[place] = text
        rows.append(tuple(wide))
    cells = {(row, places[column]): cell for (row, column), cell in table.cells.items()}
    return PageTable(tuple(rows), table.pages, cells, xs, table.top, table.bottom)
