"""The grids that ruling lines make: the columns and rows between them, and which of the cells are one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from govfinance.io._published._pdf._problems import Budget
from govfinance.io._published._pdf._rules import Rule, Rules
from govfinance.io._published._pdf._space import Box

__all__ = ["Grid", "grids"]

NEAR: Final = 2.5
"""Lines that are not further apart are one line."""

_TOUCH: Final = 3.5
_CELLS: Final = 100_000


@frozen
class Grid:
    """The positions of the lines, and for each cell (row by row) the first cell of the merged cell it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: tuple[tuple[int, int], ...]

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.ys) - 1

    @property
    def box(self) -> Box:
        """The outer frame."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell at a point, None outside of the frame."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if not (0 <= column < self.columns and 0 <= row < self.rows):
            return None
        return self.owner[row * self.columns + column]


def grids(rules: Rules, budget: Budget) -> list[Grid]:
    """All grids of a page with two columns or more, from above."""
    found = _of_lines(rules.across, rules.down, budget)
    boxes = [box for box in rules.filled if not any(_overlap(box, grid.box) for grid in found)]
    if len(boxes) > 3:
        across = [Rule(y, x0, x1) for x0, y0, x1, y1 in boxes for y in (y0, y1)]
        down = [Rule(x, y0, y1) for x0, y0, x1, y1 in boxes for x in (x0, x1)]
        found += [grid for grid in _of_lines(across, down, budget) if grid.rows > 1 and _full(grid, boxes)]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _full(grid: Grid, boxes: Sequence[Box]) -> bool:
    """Whether filled rectangles cover most of a grid: the bars of a chart do not."""
    area = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes if _overlap((x0, y0, x1, y1), grid.box))
    x0, y0, x1, y1 = grid.box
    return area > 0.6 * (x1 - x0) * (y1 - y0)


def _overlap(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _of_lines(across: Sequence[Rule], down: Sequence[Rule], budget: Budget) -> list[Grid]:
    across, down = _merged(across), _merged(down)
    found = []
    for rows, columns in _touching(across, down, budget):
        grid = _grid(rows, columns)
        if grid is not None:
            found.append(grid)
    return found


def _merged(lines: Sequence[Rule]) -> list[Rule]:
    """Pieces of one line put together."""
    found: list[Rule] = []
    group: list[Rule] = []
    for line in [*sorted(lines), None]:
        if group and (line is None or line.at - group[0].at > 1.0):
            at = sum(piece.at for piece in group) / len(group)
            start, end = None, 0.0
            for piece in sorted(group, key=lambda piece: piece.start):
                if start is None:
                    start, end = piece.start, piece.end
                elif piece.start <= end + _TOUCH:
                    end = max(end, piece.end)
                else:
                    found.append(Rule(at, start, end))
                    start, end = piece.start, piece.end
            if start is not None:
                found.append(Rule(at, start, end))
            group = []
        if line is not None:
            group.append(line)
    return [line for line in found if line.end - line.start > 5.0]


def _touching(across: Sequence[Rule], down: Sequence[Rule], budget: Budget) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """The lines in groups that hang together."""
    budget.spend(crossings=len(across) * len(down))
    parent = list(range(len(across) + len(down)))

    def root(member: int) -> int:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for number, (x, top, bottom) in enumerate(down, len(across)):
        for other, (y, left, right) in enumerate(across):
            if top - _TOUCH <= y <= bottom + _TOUCH and left - _TOUCH <= x <= right + _TOUCH:
                parent[root(other)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, line in enumerate((*across, *down)):
        rows, columns = groups.setdefault(root(number), ([], []))
        (rows if number < len(across) else columns).append(line)
    return groups.values()


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    """The grid of lines that hang together, None if there are not two columns."""
    if len(across) < 2 or not down:
        return None
    xs = _positions([line.at for line in down], [end for line in across for end in line[1:]])
    ys = _positions([line.at for line in across], [end for line in down for end in line[1:]])
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 2 or rows < 1 or columns * rows > _CELLS:
        return None
    return Grid(xs, ys, _owners(xs, ys, across, down))


def _positions(lines: Iterable[float], ends: Iterable[float]) -> tuple[float, ...]:
    """Where lines stand, and where those across end beyond the last of them: a table open at its sides."""
    found: list[list[float]] = []
    for at in sorted(lines):
        if found and at - found[-1][0] <= NEAR:
            found[-1].append(at)
        else:
            found.append([at])
    places = [sum(group) / len(group) for group in found]
    ends = list(ends)
    if min(ends) < places[0] - 2 * _TOUCH:
        places.insert(0, min(ends))
    if max(ends) > places[-1] + 2 * _TOUCH:
        places.append(max(ends))
    return tuple(places)


def _owners(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]
) -> tuple[tuple[int, int], ...]:
    """For each cell the first cell of its merged cell: cells without a line between them are one."""
    columns, rows = len(xs) - 1, len(ys) - 1
    walls = _walls(down, xs, ys)
    floors = _walls(across, ys, xs)
    parent = list(range(rows * columns))

    def root(cell: int) -> int:
        while parent[cell] != cell:
            parent[cell] = parent[parent[cell]]
            cell = parent[cell]
        return cell

    def join(cell: int, other: int) -> None:
        one, two = root(cell), root(other)
        parent[max(one, two)] = min(one, two)

    for row in range(rows):
        for column in range(columns):
            cell = row * columns + column
            if column + 1 < columns and (column + 1, row) not in walls:
                join(cell, cell + 1)
            if row + 1 < rows and (row + 1, column) not in floors:
                join(cell, cell + columns)
    return tuple(divmod(root(cell), columns) for cell in range(rows * columns))


def _walls(lines: Iterable[Rule], positions: Sequence[float], steps: Sequence[float]) -> set[tuple[int, int]]:
    """Which cells (step) have a line at which position."""
    found = set()
    borders = [(one + two) / 2 for one, two in pairwise(positions)]
    middles = [(one + two) / 2 for one, two in pairwise(steps)]
    for line in lines:
        number = bisect_left(borders, line.at)
        for step in range(bisect_left(middles, line.start), bisect_right(middles, line.end)):
            found.add((number, step))
    return found
