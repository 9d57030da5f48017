"""The document as a page shows it: paragraphs and tables in their order, with the marks of the findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from govfinance.audit._report import AuditReport
from govfinance.audit._show import _words as words
from govfinance.audit._show._html_tags import element, escaped
from govfinance.audit._show._marks import Cell, Mark, Piece, marks_of, pieces
from govfinance.audit._show._spot import ordered
from govfinance.document import PublishedTable, PublishedText
from govfinance.errors import Lang

__all__ = ["document_lines"]

_FIGURE: Final = re.compile(r"[-+]?+[0-9][0-9,.]*+%?+")
_FEW: Final = 4
_GAP: Final = "\u2060"  # a mark of no length still has to have something that can be seen and clicked


def document_lines(report: AuditReport, number: int, lang: Lang, *, several: bool) -> Iterator[str]:
    """All blocks; where a new page begins is said."""
    if several:
        yield element("h2", words.heading(report, lang))
    marked = _Marked(number, marks_of(report, ordered(report)))
    page = None
    for position, block in enumerate(report.document.blocks):
        begins = block.page if isinstance(block, PublishedText) else block.page_at(0)
        if begins is not None and begins != page:
            yield f'<p class="page" lang="{lang}">{escaped(words.page(begins, lang))}</p>'
        if isinstance(block, PublishedText):
            yield _paragraph(block, position, marked)
        else:
            yield from _table(block, position, marked)
        page = begins


class _Marked:
    """Texts with the marks of one document; each finding's first mark has its name."""

    def __init__(self, number: int, marks: Mapping[Cell, Sequence[Mark]]) -> None:
        self.number = number
        self.marks = marks
        self.named: set[int] = set()

    def text(self, text: str, cell: Cell) -> str:
        marks = self.marks.get(cell)
        if not marks:
            return escaped(text)
        return "".join(self.piece(piece) for piece in pieces(text, marks))

    def piece(self, piece: Piece) -> str:
        found = [mark for mark in piece.marks if mark.number]
        if not piece.marks:
            return escaped(piece.text)
        if not found:
            return f'<span class="unclaimed">{escaped(piece.text)}</span>'
        names = self.names(piece)
        extra = "".join(f'<span id="{name}"></span>' for name in names[1:])
        keys = " ".join(dict.fromkeys(f"f{self.number}-{mark.number}" for mark in found))
        against = " ".join(dict.fromkeys(f"f{self.number}-{mark.number}" for mark in found if mark.level == "against"))
        name = f' id="{names[0]}"' if names else ""
        about = f' data-against="{against}"' if against else ""
        shown = escaped(piece.text) or _GAP
        numbers = [str(mark.number) for mark in piece.closes if mark.number and mark.level != "against"]
        superscript = f"<sup>{' '.join(dict.fromkeys(numbers))}</sup>" if numbers else ""
        first = min(found, key=lambda mark: (mark.level == "against", mark.number))
        css = f"{piece.level} empty" if not piece.text else piece.level
        return (
            f'{extra}<a class="at" href="#f{self.number}-{first.number}"><mark class="{css}"{name} data-findings="{keys}"'
            f"{about}>{shown}</mark>{superscript}</a>"
        )

    def names(self, piece: Piece) -> list[str]:
        """The names of the findings that begin with a piece; what only contradicts one has none."""
        new = [mark.number for mark in piece.opens if mark.number and mark.level != "against"]
        fresh = [number for number in dict.fromkeys(new) if number not in self.named]
        self.named.update(fresh)
        return [f"m{self.number}-{number}" for number in fresh]


def _paragraph(block: PublishedText, position: int, marked: _Marked) -> str:
    css = ' class="heading"' if block.heading else ""
    return f'<p id="b{marked.number}-{position}"{css}>{marked.text(block.text, (position, None, None))}</p>'


def _table(block: PublishedTable, position: int, marked: _Marked) -> Iterator[str]:
    yield f'<div class="table" id="b{marked.number}-{position}" tabindex="0">'
    whole = marked.text("", (position, None, None))
    if whole:
        yield f"<p>{whole}</p>"
    if block.sheet:
        yield element("p", block.sheet, "sheet")
    yield "<table>"
    for row, cells in enumerate(block.rows):
        shown = "".join(
            f"<td{_css(text)}>{marked.text(text, (position, row, column))}</td>" for column, text in enumerate(cells)
        )
        yield f"<tr>{shown}</tr>"
    yield "</table></div>"


def _css(text: str) -> str:
    """Figures stand on the right; cells with more than a few words get room for them, however narrow the screen."""
    if _FIGURE.fullmatch(text.strip()):
        return ' class="figure"'
    return ' class="words"' if len(text) > _FEW else ""
