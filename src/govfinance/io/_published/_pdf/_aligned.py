"""Tables without a grid: rows of amounts that stand in columns, between horizontal lines or below the title of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from govfinance.io._published._pdf._grid import Grid
from govfinance.io._published._pdf._lines import Line
from govfinance.io._published._pdf._rules import Rule

__all__ = ["aligned"]

_AMOUNT: Final = re.compile(r"-?[0-9][0-9,]{0,30}(?:\.[0-9]{1,4})?%?|[—–-]")
_TITLE: Final = re.compile(r"表(?:[（(].{0,20}[）)])?$")
_ASIDE: Final = re.compile(r"(?:金额)?单位[:：]|部门[:：]|编制|注[:：]|公开.{0,4}表")
_SENTENCE: Final = re.compile(r"[。；！？]|，.*，")
_ABOVE: Final = 6
"""How many lines above its first row the title of a table may stand."""

_HEADS: Final = 5
_LINES: Final = 400
_SAME: Final = 6.0


class _Piece(NamedTuple):
    """A word or number of a line, with its edges."""

    text: str
    left: float
    right: float


def aligned(lines: Sequence[Line], across: Sequence[Rule]) -> list[tuple[Grid, range]]:
    """The grids of tables among the lines of a page that no grid is drawn for, each with the lines it is made of."""
    if len(lines) > _LINES:
        return []
    pieces = [_pieces(line) for line in lines]
    frames = _frames(lines, across)
    found = []
    start = 0
    while start < len(lines):
        rows = _rows(lines, pieces, start)
        if rows is None:
            break
        start = rows.stop
        frame = next((frame for frame in frames if frame[0].at < lines[rows.start].middle < frame[1].at), None)
        if frame is not None:
            inside = [number for number, line in enumerate(lines) if frame[0].at < line.middle < frame[1].at]
            rows = range(inside[0], inside[-1] + 1)
            start = max(start, rows.stop)
        else:
            amounts = sum(_is_row(lines[number], pieces[number]) for number in rows)
            if amounts < 3 or not any(
                _TITLE.search(line.text) for line in lines[max(0, rows.start - _ABOVE) : rows.start]
            ):
                continue
            rows = range(_first_head(lines, pieces, rows.start), rows.stop)
        grid = _grid([lines[number] for number in rows], [pieces[number] for number in rows], frame)
        if grid is not None:
            found.append((grid, rows))
    return found


def _pieces(line: Line) -> list[_Piece]:
    """The words and numbers of a line: what stands further apart than a character is wide."""
    found: list[_Piece] = []
    for char in line.chars:
        if char.text == " ":
            continue
        if found and char.left - found[-1].right <= 0.9 * line.size:
            text, left, right = found[-1]
            found[-1] = _Piece(text + char.text, left, max(right, char.right))
        else:
            found.append(_Piece(char.text, char.left, char.right))
    return found


def _is_row(line: Line, pieces: Sequence[_Piece]) -> bool:
    """Whether a line has a label and an amount, or two amounts."""
    if len(pieces) < 2 or _SENTENCE.search(line.text):
        return False
    return any(_AMOUNT.fullmatch(piece.text) for piece in pieces[1:])


def _rows(lines: Sequence[Line], pieces: Sequence[Sequence[_Piece]], start: int) -> range | None:
    """The next lines that are rows, with single lines between them that have a label only."""
    first = next((number for number in range(start, len(lines)) if _is_row(lines[number], pieces[number])), None)
    if first is None:
        return None
    last = first
    for number in range(first + 1, len(lines)):
        if number - last > _HEADS or _SENTENCE.search(lines[number].text) or _ASIDE.match(lines[number].text):
            break
        if lines[number].middle - lines[number - 1].middle > 4 * lines[number].size:
            break
        if _is_row(lines[number], pieces[number]):
            last = number
    return range(first, last + 1)


def _first_head(lines: Sequence[Line], pieces: Sequence[Sequence[_Piece]], first: int) -> int:
    """The first line of the header above some rows."""
    number = first
    while number > max(0, first - _HEADS):
        above = lines[number - 1]
        if len(pieces[number - 1]) < 2 or _ASIDE.search(above.text) or _SENTENCE.search(above.text):
            break
        number -= 1
    return number


def _frames(lines: Sequence[Line], across: Sequence[Rule]) -> list[tuple[Rule, Rule]]:
    """The top and bottom lines of tables of three lines or more that begin and end below each other."""
    groups: list[list[Rule]] = []
    for rule in sorted(rule for rule in across if rule.end - rule.start > 100)[:_LINES]:
        group = next((group for group in groups if _alike(group[0], rule)), None)
        if group is None:
            groups.append([rule])
        elif any(group[-1].at < line.middle < rule.at for line in lines):
            group.append(rule)
    return [(group[0], group[-1]) for group in groups if len(group) > 2]


def _alike(rule: Rule, other: Rule) -> bool:
    return abs(rule.start - other.start) < _SAME and abs(rule.end - other.end) < _SAME


def _grid(lines: Sequence[Line], pieces: Sequence[Sequence[_Piece]], frame: tuple[Rule, Rule] | None) -> Grid | None:
    """The grid of some rows: a column is what has white space on both sides in all of them."""
    rows = [row for line, row in zip(lines, pieces, strict=True) if _is_row(line, row)]
    columns = _columns([(piece.left, piece.right) for row in rows for piece in row])
    if len(columns) < 2:
        return None
    for line, row in zip(lines, pieces, strict=True):
        heads = [(piece.left, piece.right) for piece in row]
        if _is_row(line, row):
            continue
        if len(heads) == len(columns):
            wider = _columns(
                [*columns, *((min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(columns, heads, strict=True))]
            )
            columns = wider if len(wider) == len(columns) else columns
        else:
            columns += [head for head in heads if all(head[1] < left or right < head[0] for left, right in columns)]
            columns.sort()
    left = min(columns[0][0], *(line.left for line in lines), *((frame[0].start,) if frame else ())) - 1
    right = max(columns[-1][1], *(line.right for line in lines), *((frame[0].end,) if frame else ())) + 1
    xs = (left, *((one[1] + two[0]) / 2 for one, two in pairwise(columns)), right)
    top = frame[0].at if frame else lines[0].top - 1
    bottom = frame[1].at if frame else lines[-1].bottom + 1
    ys = (top, *((one.middle + two.middle) / 2 for one, two in pairwise(lines)), bottom)
    owner = tuple((row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1))
    return Grid(xs, ys, owner)


def _columns(pieces: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The edges of the columns: pieces that stand below each other are of one."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(pieces):
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found
