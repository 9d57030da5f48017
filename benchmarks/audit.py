"""Auditing a document, against one pass that finds its numbers; reading its PDF, against pdfium's bare text.

The floor of the audit looks for every number of the texts and the cells and makes a Decimal of it; it understands and
compares nothing. The PDF is the reference disclosure of 25 pages; without it that part is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import govfinance as gf
from benchmarks.timing import ratio
from govfinance.document import PublishedDocument, PublishedText
from govfinance.testing import published

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "chifeng-justice-2023.json"
DISCLOSURE = ROOT.parent / "shared" / "reference" / "putuo-finance-2024" / "disclosure.pdf"
AUDIT_LIMIT = 60.0
READ_LIMIT = 12.0

_NUMBER = re.compile(r"[0-9][0-9,]*+(?:\.[0-9]++)?")


def _texts(document: PublishedDocument) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, PublishedText):
            yield block.text
        else:
            for row in block.rows:
                yield from row


def numbers(document: PublishedDocument) -> list[Decimal]:
    """Every number of a document."""
    return [Decimal(found[0].replace(",", "")) for text in _texts(document) for found in _NUMBER.finditer(text)]


def bare_text(data: bytes) -> int:
    """How many characters pdfium finds."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        return sum(len(page.get_textpage().get_text_range()) for page in pdf)
    finally:
        pdf.close()


def example() -> PublishedDocument:
    """The narrative of the example, and as much of its tables as it has figures for."""
    accounts = gf.load(EXAMPLE)
    form = gf.jurisdiction("inner-mongolia", year=2023)
    return published(gf.compose(accounts, form), gf.tabulate(accounts, form, partial=True))


def main() -> None:
    """Print the ratios."""
    document = example()
    ratio("audit / its numbers", lambda: gf.audit(document), lambda: numbers(document), AUDIT_LIMIT, rounds=9)
    if not DISCLOSURE.is_file():
        print("reading a PDF: left out, the reference disclosure is not here")
        return
    data = DISCLOSURE.read_bytes()
    disclosure = gf.read(data)
    ratio(
        "audit of 25 pages / its numbers",
        lambda: gf.audit(disclosure),
        lambda: numbers(disclosure),
        AUDIT_LIMIT,
        rounds=9,
    )
    ratio("read a PDF / its bare text", lambda: gf.read(data), lambda: bare_text(data), READ_LIMIT, rounds=5)


if __name__ == "__main__":
    main()
