"""Word documents: the body as it is shown, read from the XML by events.

The standard library does for that. python-docx knows neither list numbers nor text boxes, and unpacks every part of a
file into trees, whatever its size.
"""

from __future__ import annotations

from govfinance.document import PublishedDocument
from govfinance.io._published._docx_body import TAGS, Body
from govfinance.io._published._numbering import Numbering
from govfinance.io._published._problems import as_document, empty, refuse, without_text
from govfinance.io._published._styles import Styles
from govfinance.io._published._word_xml import parse_word, part_of, targets_of
from govfinance.io._workbook._zip import Archive

__all__ = ["read_docx"]


def read_docx(archive: Archive, name: str) -> PublishedDocument:
    """The paragraphs and tables of the body, as a reader of the document sees them.

    Automatic list numbers stand before their paragraphs, revisions are taken as accepted, and what is hidden is left
    out, like headers, footers and footnotes. Pages are known where Word noted them when it last saved the document.
    """
    with as_document():
        path = part_of(archive)
        if path not in archive:
            raise refuse(
                "damaged-document",
                "the Word document has no text part; open it in Word or WPS, which may repair it, and save it again",
                "Word 文档缺少正文部件；请用 Word 或 WPS 打开（可能会修复）后重新保存",
            )
        targets = targets_of(archive, path)
        styles = archive.get(targets.get("styles", "word/styles.xml"))
        numbering = archive.get(targets.get("numbering", "word/numbering.xml"))
        xml = archive.read(path)
        body = Body(
            styles=Styles.of(styles) if styles is not None else Styles(),
            numbering=Numbering.of(numbering) if numbering is not None else Numbering(),
            page=1 if b"lastRenderedPageBreak" in xml else None,
        )
        parse_word(xml, TAGS, body.start, body.end, body.characters)
    blocks = body.finish()
    if not blocks and body.notes:
        raise without_text("a document of pictures", "只有图片的文档")
    if not blocks:
        raise empty("there is no text in it", "其中没有文字")
    return PublishedDocument(name=name, kind="docx", blocks=tuple(blocks), notes=tuple(body.notes))
