"""Reading a PDF file: its pages one by one, then paragraphs and tables over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import frozen

from govfinance.document import PublishedBlock, PublishedDocument
from govfinance.io._published._pdf._aligned import aligned
from govfinance.io._published._pdf._characters import Char, characters
from govfinance.io._published._pdf._grid import grids
from govfinance.io._published._pdf._lines import Line, lines
from govfinance.io._published._pdf._margins import furniture
from govfinance.io._published._pdf._open import LOCK, open_pdf, page_space
from govfinance.io._published._pdf._paragraphs import Column, PageLine, columns, paragraphs
from govfinance.io._published._pdf._problems import Budget, scanned, too_many_pages, unreadable
from govfinance.io._published._pdf._rules import rules
from govfinance.io._published._pdf._space import Box
from govfinance.io._published._pdf._tables import PageTable, continues, fill, published

__all__ = ["MAX_PAGES", "read_pdf"]

MAX_PAGES: Final = 2000
"""Longer files are refused."""


@frozen
class _Page:
    """What stands on a page: lines of text outside of tables, and tables, both from above."""

    number: int
    width: float
    height: float
    lines: Sequence[Line]
    tables: Sequence[PageTable]
    note: str = ""


def read_pdf(data: bytes, name: str = "") -> PublishedDocument:
    """The paragraphs and tables of a PDF file.

    Raises InvalidInputError with one problem: ``pdf-unreadable``, ``pdf-encrypted``, ``pdf-without-text`` (a scan),
    ``pdf-too-many-pages`` (more than 2,000), ``pdf-too-complex`` or ``pdf-needs-extra`` (pypdfium2 is not installed).
    ``notes`` has ``image-without-text:PAGE`` for pages that are only pictures, and ``text-without-characters:PAGE`` where
    a font does not say which characters it prints.
    """
    with LOCK:
        pages = _pages(data, name)
    if not any(page.lines or page.tables for page in pages) and any(page.note for page in pages):
        raise scanned(name)
    notes = tuple(page.note for page in pages if page.note)
    return PublishedDocument(name=name, kind="pdf", blocks=tuple(_blocks(pages)), notes=notes)


def _pages(data: bytes, name: str) -> list[_Page]:
    raw, document = open_pdf(data, name)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise too_many_pages(name, count, MAX_PAGES)
        budget = Budget(name)
        found = [_page(raw, document.raw, number, budget) for number in range(count)]
    finally:
        document.close()
    if not any(found):
        raise unreadable(name)
    return [page for page in found if page is not None]


def _page(raw: Any, document: Any, number: int, budget: Budget) -> _Page | None:
    """One page, None if it is broken."""
    page = raw.FPDF_LoadPage(document, number)
    if not page:
        return None
    try:
        text_page = raw.FPDFText_LoadPage(page)
        if not text_page:
            return None
        try:
            chars, space = characters(raw, text_page, page_space(raw, page), budget)
        finally:
            raw.FPDFText_ClosePage(text_page)
        drawn = rules(raw, page, space, budget)
    finally:
        raw.FPDF_ClosePage(page)
    tables = []
    rest: Sequence[Char] = chars
    for grid in grids(drawn, budget):
        budget.spend(crossings=len(rest))
        x0, y0, x1, y1 = grid.box
        inside: list[Char] = []
        outside: list[Char] = []
        for char in rest:
            within = x0 <= (char.left + char.right) / 2 <= x1 and y0 <= char.middle <= y1
            (inside if within else outside).append(char)
        tables.append(fill(grid, inside, number, space))
        rest = outside
    found = lines(rest, number)
    for grid, rows in reversed(aligned(found, drawn.across)):
        tables.append(
            fill(grid, [char for line in found[rows.start : rows.stop] for char in line.chars], number, space)
        )
        del found[rows.start : rows.stop]
    note = _note(chars, drawn.images)
    note = f"{note}:{number + 1}" if note else ""
    return _Page(number, space.width, space.height, found, sorted(tables, key=_top), note)


def _note(chars: Sequence[Char], images: Sequence[Box]) -> str:
    """What of a page cannot be read: pictures without text, or a font that does not say which characters it has."""
    if not chars:
        seen = any(box[2] - box[0] > 50 and box[3] - box[1] > 50 for box in images)
        return "image-without-text" if seen else ""
    unknown = sum(char.text == "\ufffd" or "\ue000" <= char.text <= "\uf8ff" for char in chars)
    return "text-without-characters" if unknown > 0.2 * len(chars) else ""


def _top(table: PageTable) -> float:
    return table.top


def _blocks(pages: Sequence[_Page]) -> Iterator[PublishedBlock]:
    """The paragraphs and tables in reading order, joined over pages."""
    gone = furniture([(page.height, page.lines) for page in pages])
    kept = [
        [line for number, line in enumerate(page.lines) if number not in left_out]
        for page, left_out in zip(pages, gone, strict=True)
    ]
    margins = columns([(page.width, remaining) for page, remaining in zip(pages, kept, strict=True)])
    text: list[PageLine] = []
    parts: list[PageTable] = []
    head: list[str] = []
    for page, remaining, column in zip(pages, kept, margins, strict=True):
        for item in _in_order(page, remaining, column):
            if isinstance(item, PageLine):
                text.append(item)
            elif parts and _goes_on(parts, head, text, item):
                text = []
                parts.append(item)
            else:
                if parts:
                    yield published(parts)
                yield from paragraphs(text)
                head = _head(text, page.number)
                text, parts = [], [item]
        if parts and text and parts[-1].pages[-1] == page.number:
            yield published(parts)
            parts = []
    if parts:
        yield published(parts)
    yield from paragraphs(text)


def _head(text: Sequence[PageLine], page: int) -> list[str]:
    """The last lines above a table on its page: its title, the unit ..."""
    return ["".join(line.line.text.split()) for line in text if line.page == page][-6:]


def _goes_on(parts: Sequence[PageTable], head: Sequence[str], between: Sequence[PageLine], later: PageTable) -> bool:
    """Whether a table is the rest of the one before: at most the same title stands between them, on the later page."""
    page = later.pages[0]
    if parts[-1].pages[-1] >= page or not continues(parts, later) or any(line.page != page for line in between):
        return False
    return not between or _head(between, page) == head[-len(between) :]


def _in_order(page: _Page, lines: Sequence[Line], column: Column) -> list[PageLine | PageTable]:
    items: list[tuple[float, PageLine | PageTable]] = [
        (line.middle, PageLine(line, page.number, column)) for line in lines
    ]
    items += [(table.top, table) for table in page.tables]
    return [item for _, item in sorted(items, key=lambda item: item[0])]
