"""Published documents, from whatever file they were published in, as paragraphs and tables with addresses."""

from govfinance.io._published._read import read

__all__ = ["read"]
