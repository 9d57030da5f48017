"""Reading PDF files with pypdfium2: characters and ruling lines, put together to paragraphs and tables."""

from __future__ import annotations

from govfinance.io._published._pdf._annotate import COLOURS, Mark, highlight_pdf
from govfinance.io._published._pdf._read import MAX_PAGES, read_pdf

__all__ = ["COLOURS", "MAX_PAGES", "Mark", "highlight_pdf", "read_pdf"]
