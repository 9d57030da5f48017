"""Highlights in a PDF file, at spans of the blocks that were read from it, each with a note."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from attrs import field, frozen

from govfinance.document import PublishedBlock, PublishedTable
from govfinance.io._published._pdf._characters import Char, characters
from govfinance.io._published._pdf._lines import MADE_UP, place
from govfinance.io._published._pdf._open import LOCK, open_pdf, page_space
from govfinance.io._published._pdf._paragraphs import TextOrigin
from govfinance.io._published._pdf._problems import Budget
from govfinance.io._published._pdf._space import Box, Space
from govfinance.io._published._pdf._tables import CellOrigin, TableOrigin

__all__ = ["COLOURS", "Mark", "highlight_pdf"]

Colour = tuple[int, int, int]

COLOURS: Final[dict[str, Colour]] = {"error": (255, 120, 120), "warning": (255, 200, 80), "info": (140, 200, 255)}
"""Red, green, blue for each severity."""

_PRINTED: Final = 4
"""The flag of an annotation that is printed with its page."""


@frozen(kw_only=True)
class Mark:
    """What is to be highlighted: characters of a paragraph or of one cell of a table, with the text of the note.

    ``block`` is a block of the document as `read_pdf` gave it. In a table, ``row`` and ``column`` name the cell, a row
    without a column is the whole row; ``end`` 0 is the whole cell. A cell without text is highlighted as a rectangle.
    """

    block: PublishedBlock
    start: int = 0
    end: int = 0
    row: int | None = None
    column: int | None = None
    text: str = ""
    colour: Colour = COLOURS["error"]


@frozen
class _Spot:
    """The part of a mark that stands on one page: characters, or rectangles in the user space of the page."""

    mark: Mark
    indices: list[int] = field(factory=list)
    boxes: list[Box] = field(factory=list)


def highlight_pdf(data: bytes, marks: Iterable[Mark], name: str = "", author: str = "govfinance") -> bytes:
    """The file with a highlight annotation for each mark; what it looks like is left to the reader program.

    Marks whose block was not read from a PDF file are left out. Raises InvalidInputError as `read_pdf` does.
    """
    by_page: dict[int, list[_Spot]] = {}
    for mark in marks:
        for page, spot in _spots(mark).items():
            by_page.setdefault(page, []).append(spot)
    with LOCK:
        raw, document = open_pdf(data, name)
        try:
            for number, spots in sorted(by_page.items()):
                _highlight_page(raw, document.raw, number, spots, author, Budget(name))
            target = io.BytesIO()
            document.save(target)
        finally:
            document.close()
    return target.getvalue()


def _spots(mark: Mark) -> dict[int, _Spot]:
    """The parts of a mark by page (from 0)."""
    found: dict[int, _Spot] = {}
    origin = mark.block.origin
    if isinstance(origin, TextOrigin):
        _add(mark, origin.at[mark.start : mark.end], found)
    elif isinstance(origin, TableOrigin) and isinstance(mark.block, PublishedTable):
        for cell in _cells(mark, origin):
            if len(cell.at):
                whole = mark.column is None or mark.end <= mark.start
                _add(mark, cell.at if whole else cell.at[mark.start : mark.end], found)
            else:
                found.setdefault(cell.page, _Spot(mark)).boxes.append(cell.box)
    return found


def _cells(mark: Mark, origin: TableOrigin) -> Sequence[CellOrigin]:
    row = mark.row or 0
    if mark.column is not None:
        cell = origin.cells.get((row, mark.column))
        return (cell,) if cell is not None else ()
    return [cell for (at, _), cell in sorted(origin.cells.items(), key=lambda item: item[0]) if at == row]


def _add(mark: Mark, addresses: Iterable[int], found: dict[int, _Spot]) -> None:
    for address in addresses:
        if address != MADE_UP:
            page, index = place(address)
            found.setdefault(page, _Spot(mark)).indices.append(index)


def _highlight_page(raw: Any, document: Any, number: int, spots: Sequence[_Spot], author: str, budget: Budget) -> None:
    page = raw.FPDF_LoadPage(document, number)
    if not page:
        return
    try:
        text_page = raw.FPDFText_LoadPage(page)
        try:
            chars, space = characters(raw, text_page, page_space(raw, page), budget)
        finally:
            raw.FPDFText_ClosePage(text_page)
        by_index = {char.number: char for char in chars}
        for spot in spots:
            boxes = _lines([by_index[index] for index in spot.indices if index in by_index], space)
            _annotate(raw, page, [*boxes, *spot.boxes], spot.mark, author)
    finally:
        raw.FPDF_ClosePage(page)


def _lines(chars: Sequence[Char], space: Space) -> list[Box]:
    """A rectangle around the characters of each line, in the user space of the page."""
    groups: list[list[Char]] = []
    for char in chars:
        before = groups[-1][-1] if groups else None
        if before is not None and char.left >= before.left and abs(char.middle - before.middle) < 0.6 * char.size:
            groups[-1].append(char)
        else:
            groups.append([char])
    found = []
    for group in groups:
        left, right = min(char.left for char in group), max(char.right for char in group)
        top = min(char.middle - 0.55 * char.size for char in group)
        bottom = max(char.middle + 0.55 * char.size for char in group)
        found.append(space.back((left, top, right, bottom)))
    return found


def _annotate(raw: Any, page: Any, boxes: Sequence[Box], mark: Mark, author: str) -> None:
    """Add one annotation over some rectangles (left, bottom, right, top)."""
    if not boxes:
        return
    annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
    if not annotation:
        return
    try:
        raw.FPDFAnnot_SetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, *mark.colour, 255)
        for left, bottom, right, top in boxes:
            points = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            raw.FPDFAnnot_AppendAttachmentPoints(annotation, ctypes.byref(points))
        around = raw.FS_RECTF()
        around.left, around.bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
        around.right, around.top = max(box[2] for box in boxes), max(box[3] for box in boxes)
        raw.FPDFAnnot_SetRect(annotation, ctypes.byref(around))
        raw.FPDFAnnot_SetFlags(annotation, _PRINTED)
        for key, text in ((b"Contents", mark.text), (b"T", author)):
            raw.FPDFAnnot_SetStringValue(annotation, key, _wide(text))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _wide(text: str) -> Any:
    """A text as pdfium wants it: UTF-16 with a zero at its end."""
    units = (text.replace("\0", "") + "\0").encode("utf-16-le", "replace")
    return (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units)
