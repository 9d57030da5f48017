"""One paragraph while it is read: its pieces of text, its line breaks and the pages that begin within it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from govfinance.document import PublishedText

__all__ = ["Lines"]


@define
class _Line:
    pieces: list[str] = field(factory=list)
    length: int = 0
    pages: list[tuple[int, int]] = field(factory=list)


@define
class Lines:
    """The lines of a paragraph; each becomes a paragraph of its own."""

    page: int | None = None
    lines: list[_Line] = field(factory=lambda: [_Line()])

    def add(self, text: str) -> None:
        """Go on with a text."""
        line = self.lines[-1]
        line.pieces.append(text)
        line.length += len(text)

    def is_empty(self) -> bool:
        """Whether nothing was added."""
        return len(self.lines) == 1 and not self.lines[0].pieces

    def end_line(self, page: int | None = None) -> None:
        """What follows stands on a new line."""
        pages = [(0, page)] if page is not None else []
        if self.lines[-1].pieces:
            self.lines.append(_Line(pages=pages))
        else:
            self.lines[-1].pages = pages

    def turn_page(self, page: int) -> None:
        """What follows stands on a new page."""
        line = self.lines[-1]
        if line.pages and line.pages[-1][0] == line.length:
            line.pages.pop()
        line.pages.append((line.length, page))

    def texts(self, *, heading: bool = False, label: str = "") -> Iterator[PublishedText]:
        """The lines that are not blank, the first of them after the label of the paragraph."""
        for line in self.lines:
            whole = "".join(line.pieces)
            text = whole.strip()
            if not text:
                continue
            lead = len(whole) - len(whole.lstrip())
            page, breaks = self.page, []
            for offset, later in line.pages:
                if offset <= lead:
                    page = later
                elif offset < lead + len(text):
                    breaks.append((offset - lead + len(label), later))
            yield PublishedText(text=label + text, page=page, breaks=tuple(breaks), heading=heading)
            label = ""
