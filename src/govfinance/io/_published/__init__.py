"""Published documents, from whatever file they were published in, as paragraphs and tables with addresses."""

from __future__ import annotations

from os import PathLike

from govfinance.document import PublishedDocument

__all__ = ["read"]


def read(source: str | PathLike[str] | bytes, *, name: str = "") -> PublishedDocument:
    """The paragraphs and tables of a published document, in reading order: .pdf, .docx, .html, .txt, .xlsx, .xls or .ods.

    ``source`` is a path, or the bytes of a file. What kind of file it is, its contents say, never its name. ``name`` is
    what the document is called; the name of the file where it is not given.

    Raises `InvalidInputError` with one problem, which says what to do, for a file that is missing, empty, broken,
    protected by a password, of another kind, without text (a scan), or too large for a disclosure, and where the extra
    that its kind needs is not installed.

    >>> [block.text for block in read("一、收入决算情况说明".encode()).blocks]
    ['一、收入决算情况说明']
    """
    from govfinance.io._published._read import read_document  # the readers are many, and not everybody reads

    return read_document(source, name=name)
