"""Documents: text with addresses. Nothing here knows what the text says."""

from govfinance.document._document import Block, Chart, Document, NumberSpan, Paragraph, Section
from govfinance.document._published import Place, PublishedBlock, PublishedDocument, PublishedTable, PublishedText

__all__ = [
    "Block",
    "Chart",
    "Document",
    "NumberSpan",
    "Paragraph",
    "Place",
    "PublishedBlock",
    "PublishedDocument",
    "PublishedTable",
    "PublishedText",
    "Section",
]
