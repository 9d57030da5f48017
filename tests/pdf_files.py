"""PDF files for tests, drawn with reportlab: Chinese in a font that needs no file, digits in Times.

Places are counted from the top left corner of the page, in points, as the reader of a page would.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

__all__ = ["Drawing", "drawn_text", "set_text", "wrapped"]

CHINESE = "STSong-Light"
LATIN = "Times-Roman"
A4 = (595.0, 842.0)

_WHOLE = re.compile(r"[“（《]*(?:[0-9A-Za-z.,%]+|.)[，。、；：）”》]*")

pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))


class Drawing:
    """A PDF file in the making."""

    def __init__(self, size: tuple[float, float] = A4, *, password: str = "", rotate: int = 0) -> None:
        self.file = io.BytesIO()
        self.size = size
        self.rotate = rotate
        encrypt = StandardEncryption(password, ownerPassword="owner", strength=128) if password else None
        self.canvas: Any = Canvas(self.file, pagesize=size, encrypt=encrypt)
        self.canvas.setPageRotation(rotate)

    def text(self, x: float, y: float, text: str, size: float = 12, *, lift: float = 0, latin: str = LATIN) -> float:
        """Write a line with its base line at ``y``; digits and Latin letters ``lift`` points higher. Gives its end."""
        for run in runs(text):
            font, up = (latin, lift) if run[0].isascii() else (CHINESE, 0.0)
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, self.size[1] - y + up, run)
            x += pdfmetrics.stringWidth(run, font, size)
        return x

    def right(self, x: float, y: float, text: str, size: float = 12) -> None:
        """Write a line that ends at ``x``."""
        self.text(x - width(text, size), y, text, size)

    def middle(self, y: float, text: str, size: float = 12) -> None:
        """Write a line in the middle of the page."""
        self.text((self.size[0] - width(text, size)) / 2, y, text, size)

    def paragraph(self, y: float, text: str, *, left: float = 72, chars: int = 37, size: float = 12) -> float:
        """Write a paragraph with an indent of two characters; gives the base line of the line after it."""
        for number, line in enumerate(wrapped(text, chars)):
            self.text(left + (0 if number else 2 * size), y, line, size)
            y += 2 * size
        return y

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)

    def box(self, x0: float, y0: float, x1: float, y1: float, *, fill: float | None = None) -> None:
        """Draw a frame, or fill a rectangle with a grey."""
        if fill is not None:
            self.canvas.setFillGray(fill)
        self.canvas.rect(x0, self.size[1] - y1, x1 - x0, y1 - y0, stroke=int(fill is None), fill=int(fill is not None))
        self.canvas.setFillGray(0)

    def grid(
        self, xs: Sequence[float], top: float, rows: Iterable[Sequence[str]], *, height: float = 20, size: float = 10
    ) -> float:
        """Draw a table with all its lines; numbers stand at the right. Gives its lower edge."""
        y = top
        for row in rows:
            self.line(xs[0], y, xs[-1], y)
            for number, text in enumerate(row):
                at = y + height / 2 + 0.35 * size
                if text[:1].isdigit() and "." in text:
                    self.right(xs[number + 1] - 3, at, text, size)
                elif text:
                    self.text(xs[number] + 3, at, text, size)
            y += height
        self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, top, x, y)
        return y

    def page(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()
        self.canvas.setPageRotation(self.rotate)

    def picture(self) -> None:
        """Put a picture over the whole page."""
        from reportlab.lib.utils import ImageReader

        # The smallest picture that every reader of pictures knows.
        header = b"P5 2 2 255\n" + bytes([0, 80, 160, 255])
        self.canvas.drawImage(ImageReader(io.BytesIO(header)), 0, 0, *self.size)

    def data(self) -> bytes:
        """The finished file."""
        self.canvas.showPage()
        self.canvas.save()
        return self.file.getvalue()


def runs(text: str) -> list[str]:
    """The text in pieces of one font."""
    found: list[str] = []
    for char in text:
        if found and found[-1][-1].isascii() == char.isascii():
            found[-1] += char
        else:
            found.append(char)
    return found


def width(text: str, size: float) -> float:
    """How wide a text is set."""
    return sum(pdfmetrics.stringWidth(run, LATIN if run[0].isascii() else CHINESE, size) for run in runs(text))


def wrapped(text: str, chars: int, *, whole: bool = False) -> list[str]:
    """The lines of a paragraph whose first line is indented by two characters.

    Numbers are broken anywhere, or nowhere if ``whole``; then no line begins with a mark that closes either.
    """
    lines, line, room = [], "", float(chars - 2)
    for piece in _WHOLE.findall(text) if whole else text:
        wide = sum(0.5 if char.isascii() else 1.0 for char in piece)
        if room < wide and line:
            lines.append(line)
            line, room = "", float(chars)
        line += piece
        room -= wide
    return [*lines, line]


def set_text(
    paragraphs: Sequence[str], *, chars: int, size: float, leading: float, whole: bool, footer: str = "- {} -"
) -> bytes:
    """A file with paragraphs set on as many pages as they need, with page numbers."""
    drawing = Drawing()
    left = (drawing.size[0] - chars * size) / 2
    y, page = 80.0, 1
    for paragraph in paragraphs:
        for number, line in enumerate(wrapped(paragraph, chars, whole=whole)):
            if y > 740:
                drawing.middle(800, footer.format(page), 9)
                drawing.page()
                y, page = 80.0, page + 1
            drawing.text(left + (0 if number else 2 * size), y, line, size)
            y += leading * size
    drawing.middle(800, footer.format(page), 9)
    return drawing.data()


def drawn_text(*paragraphs: str) -> bytes:
    """A file of one page with some paragraphs."""
    drawing = Drawing()
    y = 80.0
    for paragraph in paragraphs:
        y = drawing.paragraph(y, paragraph)
    return drawing.data()
