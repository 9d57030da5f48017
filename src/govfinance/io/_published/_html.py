"""Web pages and pieces of them: what a browser shows, as paragraphs and tables."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from attrs import define, field

from govfinance.document import PublishedBlock, PublishedDocument
from govfinance.io._published._layout import Budget, Cell, TableBuilder
from govfinance.io._published._limits import MAX_DEPTH
from govfinance.io._published._lines import Lines
from govfinance.io._published._tags import Tag, tags_and_texts

__all__ = ["read_html"]

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl"),
    *("dt", "fieldset", "figcaption", "figure", "form", "header", "hr", "html", "legend", "li", "main", "ol", "option"),
    *("p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_UNSEEN: Final = frozenset(
    {
        *("head", "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript"),
        *(
            "nav",
            "footer",
            "template",
            "svg",
            "object",
            "select",
            "button",
            "datalist",
            "canvas",
            "audio",
            "video",
            "rt",
            "rp",
        ),
    }
)
_HIDDEN: Final = re.compile(
    r"(?:^|;)\s*+(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden|mso-hide\s*+:\s*+all)", re.IGNORECASE
)
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_OF_TABLES: Final = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"})
_CELLS: Final = frozenset({"td", "th"})
_NUMBER: Final = re.compile(r"[0-9]{1,6}")


def read_html(html: str, name: str) -> PublishedDocument:
    """The paragraphs and tables of a web page.

    Blocks and line breaks begin a paragraph; scripts, menus and what is hidden are left out. A table that others stand
    in is taken for layout.
    """
    reader = _Reader()
    for token in tags_and_texts(html):
        if isinstance(token, str):
            reader.text(token)
        elif token.is_end:
            reader.end(token.name)
        else:
            reader.start(token)
    return PublishedDocument(name=name, kind="html", blocks=tuple(reader.finish()))


@define
class _Table:
    """A table that is open: how many elements were open when it and its cell began."""

    height: int
    builder: TableBuilder
    is_row_hidden: bool = False
    cell: Cell | None = None
    cell_height: int = 0

    def start_row(self, *, hidden: bool) -> None:
        self.end_row()
        self.builder.start_row()
        self.is_row_hidden = hidden

    def end_row(self) -> None:
        if self.is_row_hidden:
            self.builder.drop_row()
        self.is_row_hidden = False


@define
class _Reader:
    """What is open at a place of the page, and what has been read before it.

    Only the names of what is open are kept, and of that only blocks and what is within something hidden. A table and
    each cell begin a scope: an end tag ends nothing outside of the innermost. Tables too deep or within something
    hidden are elements like others.
    """

    blocks: list[PublishedBlock] = field(factory=list)
    _budget: Budget = field(factory=Budget)
    _open: list[str] = field(factory=list)
    _scopes: list[Counter[str]] = field(factory=lambda: [Counter()])
    _tables: list[_Table] = field(factory=list)
    _unseen_at: int | None = None
    _headings: int = 0
    _preformatted: int = 0
    _lines: Lines = field(factory=Lines)
    _at_space: bool = True

    def text(self, text: str) -> None:
        if self._unseen_at is not None:
            return
        if self._preformatted:
            first, *rest = text.replace("\r\n", "\n").split("\n")
            self._lines.add(first)
            for line in rest:
                self._end_line()
                self._lines.add(line)
            return
        plain = _SPACES.sub(" ", text)
        if self._at_space:
            plain = plain.removeprefix(" ")
        if plain:
            self._lines.add(plain.replace("\xa0", " "))
            self._at_space = plain.endswith(" ")

    def start(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS and self._unseen_at is not None and self._open[self._unseen_at] == "head":
            self.end("head")
        if self._unseen_at is None:
            if name in _BLOCKS:
                self._end_paragraph()
            elif name == "br":
                self._end_line()
        if name in _VOID:
            return
        hidden = name in _UNSEEN or "hidden" in tag.attributes or _is_hidden(tag.attributes.get("style", ""))
        is_plain = self._unseen_at is not None or bool(self._scopes[-1]["table"])
        if name in _OF_TABLES and not is_plain:
            self._start_part(tag, hidden=hidden)
        elif name == "table" and not is_plain and not hidden and len(self._tables) < MAX_DEPTH:
            self._open.append(name)
            self._tables.append(_Table(len(self._open), TableBuilder(self._budget)))
            self._scopes.append(Counter())
        elif hidden or name in _BLOCKS or self._unseen_at is not None:
            if self._open and self._open[-1] == "p" and name in _BLOCKS and self._scopes[-1]["p"]:
                self._pop()
            self._push(name, hidden=hidden)

    def end(self, name: str) -> None:
        if self._scopes[-1][name]:
            while self._pop() != name:
                pass
        elif name == "br":
            self._end_line()
        elif self._tables and name in _OF_TABLES:
            if name == "caption":
                self._end_paragraph()
            self._end_cell()
        elif self._tables and name == "table":
            self._end_table()

    def finish(self) -> list[PublishedBlock]:
        while self._tables:
            self._end_table()
        while self._open:
            self._pop()
        self._end_paragraph()
        return self.blocks

    def _start_part(self, tag: Tag, *, hidden: bool) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        self._end_cell()
        if tag.name == "tr":
            table.start_row(hidden=hidden)
        elif tag.name in _CELLS:
            if not table.builder.rows:
                table.start_row(hidden=False)
            table.cell = table.builder.start_cell(_span(tag, "colspan"), _span(tag, "rowspan"))
            self._open.append(tag.name)
            self._scopes.append(Counter())
            table.cell_height = len(self._open)
            if hidden or table.is_row_hidden:
                self._unseen_at = len(self._open) - 1

    def _end_cell(self) -> None:
        table = self._tables[-1]
        if table.cell is None:
            return
        while len(self._open) > table.cell_height:
            self._pop()
        self._end_paragraph()
        self._scopes.pop()
        self._drop()
        table.cell = None

    def _end_table(self) -> None:
        self._end_cell()
        table = self._tables[-1]
        while len(self._open) > table.height:
            self._pop()
        self._end_paragraph()
        self._scopes.pop()
        self._drop()
        self._tables.pop()
        table.end_row()
        self._target().extend(table.builder.finish())

    def _push(self, name: str, *, hidden: bool) -> None:
        if hidden and self._unseen_at is None:
            self._unseen_at = len(self._open)
        self._open.append(name)
        self._scopes[-1][name] += 1
        self._headings += name in _HEADINGS
        self._preformatted += name == "pre"

    def _pop(self) -> str:
        name = self._open[-1]
        if name in _BLOCKS and self._unseen_at is None:
            self._end_paragraph()
        self._drop()
        self._scopes[-1][name] -= 1
        self._headings -= name in _HEADINGS
        self._preformatted -= name == "pre"
        return name

    def _drop(self) -> None:
        self._open.pop()
        if self._unseen_at == len(self._open):
            self._unseen_at = None

    def _target(self) -> list[PublishedBlock]:
        for table in reversed(self._tables):
            if table.cell is not None:
                return table.cell.blocks
        return self.blocks

    def _end_line(self) -> None:
        self._budget.take_paragraph()
        self._lines.end_line()
        self._at_space = True

    def _end_paragraph(self) -> None:
        self._at_space = True
        if self._lines.is_empty():
            return
        self._budget.take_paragraph()
        self._target().extend(self._lines.texts(heading=self._headings > 0))
        self._lines = Lines()


def _is_hidden(style: str) -> bool:
    return ":" in style and _HIDDEN.search(style) is not None


def _span(tag: Tag, name: str) -> int:
    found = _NUMBER.match(tag.attributes.get(name, ""))
    return int(found[0]) if found is not None else 1
