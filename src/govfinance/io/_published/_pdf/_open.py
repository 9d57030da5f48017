"""Opening a PDF file with pypdfium2, and what is wrong if that fails."""

from __future__ import annotations

from threading import Lock
from typing import Any, Final

from govfinance.io._published._pdf._problems import encrypted, not_installed, unreadable
from govfinance.io._published._pdf._space import Space

__all__ = ["LOCK", "open_pdf", "page_space"]

LOCK: Final = Lock()
"""pdfium must not be used by two threads at once."""


def open_pdf(data: bytes, name: str) -> tuple[Any, Any]:
    """The functions of pdfium, and the file as a document; raises InvalidInputError if it is none that can be read."""
    try:
        import pypdfium2  # type: ignore[import-untyped, unused-ignore]
        import pypdfium2.raw as raw  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        raise not_installed(name) from None
    try:
        return raw, pypdfium2.PdfDocument(bytes(data))
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise encrypted(name) from None
        raise unreadable(name) from None


def page_space(raw: Any, page: Any) -> Space:
    """The space of a page as it is shown: its crop box, turned."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box):
        box.right, box.top = 595.0, 842.0
    return Space(box.left, box.bottom, box.right, box.top, max(0, raw.FPDFPage_GetRotation(page)))
