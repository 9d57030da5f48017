"""Highlights in PDF files: where they stand is read back with pdfium itself."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from govfinance.io._published._pdf import COLOURS, Mark, highlight_pdf, read_pdf
from tests.pdf_files import Drawing, drawn_text

SENTENCE = "本年收入合计12,000.00万元，其中：财政拨款收入11,000.00万元，占91.67%；其他收入1,000.00万元，占8.33%。"


def notes(data: bytes) -> list[tuple[int, str, str]]:
    """The page of each highlight, its note, and the text below its rectangles."""
    found = []
    document = pdfium.PdfDocument(data)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            assert raw.FPDF_ANNOT_HIGHLIGHT == raw.FPDFAnnot_GetSubtype(annotation)
            parts = []
            for place in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
                points = raw.FS_QUADPOINTSF()
                raw.FPDFAnnot_GetAttachmentPoints(annotation, place, points)
                parts.append(text.get_text_bounded(points.x3 + 0.5, points.y3 + 0.5, points.x2 - 0.5, points.y2 - 0.5))
            found.append((number + 1, note_of(annotation), "".join("".join(parts).split())))
            raw.FPDFPage_CloseAnnot(annotation)
        text.close()
        page.close()
    document.close()
    return found


def note_of(annotation: raw.FPDF_ANNOTATION) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = (raw.FPDF_WCHAR * (size // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


@pytest.mark.parametrize("quote", ["11,000.00", "本年收入合计", "占91.67%；其他收入1,000.00万元", SENTENCE])
def test_the_highlight_covers_the_quote(quote: str) -> None:
    data = drawn_text("一、收入决算情况说明", SENTENCE)
    block = read_pdf(data).blocks[1]
    start = SENTENCE.index(quote)
    marked = highlight_pdf(data, [Mark(block=block, start=start, end=start + len(quote), text="应为 11,000.01")])
    assert [(1, "应为 11,000.01", quote)] == notes(marked)


def test_the_file_still_reads_the_same() -> None:
    data = drawn_text(SENTENCE)
    document = read_pdf(data)
    assert document == read_pdf(highlight_pdf(data, [Mark(block=document.blocks[0], end=5, colour=COLOURS["info"])]))


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_cells_are_highlighted_on_turned_pages_too(rotate: int) -> None:
    drawing = Drawing((842.0, 842.0), rotate=rotate)
    drawing.canvas.translate(421, 421)
    drawing.canvas.rotate(rotate)
    drawing.canvas.translate(-421, -421)
    drawing.grid(
        (60, 200, 300, 400), 100, [("项目", "决算数", "备注"), ("基本支出", "1,234.50", ""), ("合计", "1,234.50", "")]
    )
    data = drawing.data()
    (table,) = read_pdf(data).blocks
    marks = [
        Mark(block=table, row=1, column=1, text="甲"),
        Mark(block=table, row=2, column=1, start=2, end=5, text="乙"),
        Mark(block=table, row=1, column=2, text="丙"),
    ]
    assert [(1, "甲", "1,234.50"), (1, "乙", "234"), (1, "丙", "")] == notes(highlight_pdf(data, marks))


def test_a_sentence_over_two_pages_is_highlighted_on_both() -> None:
    drawing = Drawing()
    drawing.paragraph(90, SENTENCE * 2)
    drawing.text(72, 600, "本" * 37)
    drawing.page()
    drawing.text(72, 90, "年收入合计。")
    data = drawing.data()
    block = read_pdf(data).blocks[-1]
    marked = highlight_pdf(data, [Mark(block=block, start=35, end=40, text="注")])
    assert [(1, "注", "本本"), (2, "注", "年收入")] == notes(marked)
