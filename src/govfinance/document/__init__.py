"""Documents: text with addresses. Nothing here knows what the text says."""

from govfinance.document._document import Block, Chart, Document, NumberSpan, Paragraph, Section

__all__ = ["Block", "Chart", "Document", "NumberSpan", "Paragraph", "Section"]
