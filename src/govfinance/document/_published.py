"""A published document as it was found: its paragraphs and tables in reading order, each with its address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from attrs import field, frozen

__all__ = ["Place", "PublishedBlock", "PublishedDocument", "PublishedTable", "PublishedText"]


@frozen(kw_only=True)
class Place:
    """Characters ``start`` to ``end`` of the text of a block, or of one cell (``row``, ``column``) of a table."""

    block: int
    start: int = 0
    end: int = 0
    row: int | None = None
    column: int | None = None


@frozen(kw_only=True)
class PublishedText:
    """One paragraph, as it stands: lines and pages that break it are joined, nothing else is changed.

    ``page`` is the page (from 1) on which it begins, None where the format has no pages; ``breaks`` has the offset of
    the first character on each later page, with that page. ``heading`` says that the document itself marks it as one.
    ``origin`` is what the reader of the format needs to find the characters again; nobody else looks at it.
    """

    text: str
    page: int | None = None
    breaks: tuple[tuple[int, int], ...] = ()
    heading: bool = False
    origin: object = field(default=None, eq=False, repr=False)

    def page_at(self, offset: int) -> int | None:
        """The page on which a character of the text stands.

        >>> PublishedText(text="甲乙丙", page=3, breaks=((2, 4),)).page_at(2)
        4
        """
        page = self.page
        for start, later in self.breaks:
            if offset >= start:
                page = later
        return page


@frozen(kw_only=True)
class PublishedTable:
    """One table: ``rows`` of texts, all of the same length; a merged cell has its text in its first cell.

    ``pages`` has the page of each row, None where the format has no pages. ``sheet``, ``first_row`` and
    ``first_column`` are the sheet and the cell of a workbook where it begins.
    """

    rows: tuple[tuple[str, ...], ...]
    pages: tuple[int | None, ...] = ()
    sheet: str = ""
    first_row: int = 0
    first_column: int = 0
    origin: object = field(default=None, eq=False, repr=False)

    def page_at(self, row: int) -> int | None:
        """The page on which a row stands."""
        return self.pages[row] if row < len(self.pages) else None


PublishedBlock: TypeAlias = PublishedText | PublishedTable


@frozen(kw_only=True)
class PublishedDocument:
    """A whole document: its name, what kind of file it was (pdf, docx, html, txt, xlsx), and its blocks."""

    name: str = ""
    kind: str = "txt"
    blocks: tuple[PublishedBlock, ...] = ()
    notes: tuple[str, ...] = ()
    """What of the file could not be read, in codes (``image-without-text:7`` ...)."""

    @classmethod
    def of_text(cls, text: str, name: str = "") -> PublishedDocument:
        """A document of one paragraph a line; blank lines are left out.

        >>> [block.text for block in PublishedDocument.of_text("一、概况\\n\\n本年收入 1.00万元。").blocks]
        ['一、概况', '本年收入 1.00万元。']
        """
        lines = [line for line in text.splitlines() if line.strip()]
        return cls(name=name, blocks=tuple(PublishedText(text=line) for line in lines))

    def page_of(self, place: Place) -> int | None:
        """The page of a place."""
        block = self.blocks[place.block]
        return block.page_at(place.start if isinstance(block, PublishedText) else place.row or 0)

    def quote(self, place: Place) -> str:
        """The characters of a place, as they stand in the document."""
        block = self.blocks[place.block]
        if isinstance(block, PublishedText):
            return block.text[place.start : place.end]
        if place.row is None or place.column is None:
            return ""
        text = block.rows[place.row][place.column]
        return text[place.start : place.end] if place.end else text

    def texts(self) -> Sequence[tuple[int, PublishedText]]:
        """The paragraphs with their numbers among the blocks."""
        return [(number, block) for number, block in enumerate(self.blocks) if isinstance(block, PublishedText)]

    def tables(self) -> Sequence[tuple[int, PublishedTable]]:
        """The tables with their numbers among the blocks."""
        return [(number, block) for number, block in enumerate(self.blocks) if isinstance(block, PublishedTable)]
