"""Header rows from the paths of headings above each column: equal neighbours are one cell, the last one reaches down."""

from __future__ import annotations

from collections.abc import Sequence

from govfinance.tables._table import Cell, CellKind, Row, new_cell

__all__ = ["heading_rows"]


def heading_rows(paths: Sequence[tuple[str, ...]], lanes: int = 1) -> list[Row]:
    """The header rows of columns with these headings, from the top down.

    ``lanes`` are equal groups of columns that stand side by side and share no heading.

    >>> rows = heading_rows([("收入", "项目"), ("收入", "金额"), ("备注",)])
    >>> [[cell and (cell.text, cell.rows, cell.columns) for cell in row] for row in rows]
    [[('收入', 1, 2), None, ('备注', 2, 1)], [('项目', 1, 1), ('金额', 1, 1), None]]
    """
    depth = max(len(path) for path in paths)
    lane = len(paths) // lanes
    rows: list[list[Cell | None]] = [[None] * len(paths) for _ in range(depth)]
    for column, path in enumerate(paths):
        for level, text in enumerate(path):
            begins = column % lane == 0 or paths[column - 1][: level + 1] != path[: level + 1]
            if begins or level == len(path) - 1:
                width = 1
                if level < len(path) - 1:
                    while (column + width) % lane and paths[column + width][: level + 1] == path[: level + 1]:
                        width += 1
                height = depth - level if level == len(path) - 1 else 1
                rows[level][column] = new_cell(CellKind.HEADING, text, rows=height, columns=width)
    return [tuple(row) for row in rows]
