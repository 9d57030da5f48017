"""The PDF that was audited, with the findings highlighted and their messages as notes."""

from __future__ import annotations

from collections.abc import Iterator

from govfinance.audit._report import AuditReport, Finding
from govfinance.audit._show._clean import printable
from govfinance.audit._show._spot import ordered, spot
from govfinance.errors import InvalidInputError, Lang, Problem
from govfinance.io._published._pdf import COLOURS, Mark, highlight_pdf

__all__ = ["marks_of_pdf", "to_pdf"]


def to_pdf(report: AuditReport, data: bytes, lang: Lang = "zh") -> bytes:
    """The file that was audited (``data``), with its findings highlighted.

    Raises `InvalidInputError` where it was no PDF.
    """
    if report.document.kind != "pdf":
        problem = Problem(
            "not-a-pdf",
            "only a PDF can be annotated; choose --format html for other documents",
            "只有 PDF 文件可以批注；其他文件请用 --format html",
            report.document.name,
        )
        raise InvalidInputError([problem])
    return highlight_pdf(data, marks_of_pdf(report, lang), name=report.document.name)


def marks_of_pdf(report: AuditReport, lang: Lang = "zh") -> Iterator[Mark]:
    """One for each finding that stands somewhere, with the number that it has in `to_text`."""
    for number, finding in enumerate(ordered(report), 1):
        place = spot(report.document, finding)
        if place is not None:
            yield Mark(
                block=report.document.blocks[place.block],
                start=place.start,
                end=place.end,
                row=place.row,
                column=place.column,
                text=_note(number, finding, lang),
                colour=COLOURS[finding.severity.value],
            )


def _note(number: int, finding: Finding, lang: Lang) -> str:
    message = finding.message(lang)
    lines = [f"{number} {message}"]
    if finding.expected:
        lines.append(f"{finding.printed} → {finding.expected}".strip())
    how = finding.how(lang)
    if how and how not in message:
        lines.append(how)
    return printable("\n".join(lines))
