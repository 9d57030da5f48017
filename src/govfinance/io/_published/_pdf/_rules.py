"""The ruling lines of a page: drawn lines, thin rectangles, and the edges of rectangles."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from attrs import field, frozen

from govfinance.io._published._pdf._problems import Budget
from govfinance.io._published._pdf._space import Box, Space

__all__ = ["Rule", "Rules", "rules"]

THIN: Final = 3.0
"""What is not thicker is a line."""

_DEPTH: Final = 8
_SEGMENTS: Final = 5_000

_Matrix = tuple[float, float, float, float, float, float]
_SAME: Final[_Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
    """A line: where it stands across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float


@frozen
class Rules:
    """The lines of a page, and the filled rectangles, which rule a table only where nothing else does."""

    across: list[Rule] = field(factory=list)
    down: list[Rule] = field(factory=list)
    filled: list[Box] = field(factory=list)
    images: list[Box] = field(factory=list)

    def add(self, box: Box) -> None:
        """Add a thin rectangle as a line."""
        x0, y0, x1, y1 = box
        if x1 - x0 >= y1 - y0:
            if x1 - x0 > THIN:
                self.across.append(Rule((y0 + y1) / 2, x0, x1))
        elif y1 - y0 > THIN:
            self.down.append(Rule((x0 + x1) / 2, y0, y1))

    def frame(self, box: Box) -> None:
        """Add the four edges of a rectangle."""
        x0, y0, x1, y1 = box
        self.across.extend((Rule(y0, x0, x1), Rule(y1, x0, x1)))
        self.down.extend((Rule(x0, y0, y1), Rule(x1, y0, y1)))


def rules(raw: Any, page: Any, space: Space, budget: Budget) -> Rules:
    """All ruling lines and images of a page."""
    found = Rules()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    refs = tuple(map(ctypes.byref, (left, bottom, right, top)))
    for thing, kind, matrix in _objects(raw, page, budget):
        if not raw.FPDFPageObj_GetBounds(thing, *refs):
            continue
        x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
        if matrix is not _SAME:
            x0, y0, x1, y1 = _moved(matrix, x0, y0, x1, y1)
        box = space.box(x0, y0, x1, y1)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.images.append(box)
        elif min(box[2] - box[0], box[3] - box[1]) <= THIN:
            found.add(box)
        else:
            _shape(raw, thing, matrix, box, space, found, budget)
    return found


def _objects(raw: Any, page: Any, budget: Budget) -> Iterator[tuple[Any, int, _Matrix]]:
    """The paths and images of a page and of the forms on it, each with the matrix of its form."""
    count = raw.FPDFPage_CountObjects(page)
    budget.spend(objects=max(0, count))
    get, kind_of = raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType
    wanted = {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE}
    form = raw.FPDF_PAGEOBJ_FORM
    for index in range(count):
        thing = get(page, index)
        kind = kind_of(thing)
        if kind in wanted:
            yield thing, kind, _SAME
        elif kind == form:
            yield from _in_form(raw, thing, _SAME, budget, _DEPTH)


def _in_form(raw: Any, form: Any, outer: _Matrix, budget: Budget, depth: int) -> Iterator[tuple[Any, int, _Matrix]]:
    count = max(0, raw.FPDFFormObj_CountObjects(form))
    budget.spend(objects=count)
    matrix = _product(_matrix(raw, form), outer)
    for index in range(count):
        thing = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            yield thing, kind, matrix
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            yield from _in_form(raw, thing, matrix, budget, depth - 1)


def _shape(raw: Any, path: Any, outer: _Matrix, box: Box, space: Space, found: Rules, budget: Budget) -> None:
    """Add the lines of a path that is more than one line."""
    count = raw.FPDFPath_CountSegments(path)
    if not 2 <= count <= _SEGMENTS or (box[2] - box[0] > 0.97 * space.width and box[3] - box[1] > 0.97 * space.height):
        return
    budget.spend(objects=count)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value:
        _edges(raw, path, _product(_matrix(raw, path), outer), count, space, found)
    elif fill.value and count in (4, 5) and not _white(raw, path):
        found.filled.append(box)
    elif fill.value and count > 5:
        _edges(raw, path, _product(_matrix(raw, path), outer), count, space, found)


def _edges(raw: Any, path: Any, matrix: _Matrix, count: int, space: Space, found: Rules) -> None:
    """Add the edges of a path that run across or down."""
    a, b, c, d, e, f = _product(matrix, space.matrix())
    x, y = ctypes.c_float(), ctypes.c_float()
    x_at, y_at = ctypes.byref(x), ctypes.byref(y)
    begin = before = (0.0, 0.0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x_at, y_at)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            _edge(before, point, found)
        if raw.FPDFPathSegment_GetClose(segment):
            _edge(point, begin, found)
        before = point


def _edge(one: tuple[float, float], other: tuple[float, float], found: Rules) -> None:
    x0, x1 = sorted((one[0], other[0]))
    y0, y1 = sorted((one[1], other[1]))
    if min(x1 - x0, y1 - y0) <= 1.0:
        found.add((x0, y0, x1, y1))


def _white(raw: Any, path: Any) -> bool:
    """Whether a path is filled with white, or not to be seen."""
    colour = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(path, *map(ctypes.byref, colour)):
        return False
    red, green, blue, alpha = (part.value for part in colour)
    return alpha == 0 or min(red, green, blue) >= 0xFC


def _matrix(raw: Any, thing: Any) -> _Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix)):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _product(first: _Matrix, then: _Matrix) -> _Matrix:
    """The matrix of one step after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(matrix: _Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    return min(xs), min(ys), max(xs), max(ys)
