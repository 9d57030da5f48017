"""How the reports of ``audit`` become its result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from govfinance.audit import AuditReport, to_csv, to_html, to_json, to_pdf, to_text
from govfinance.audit._show._text import Paint
from govfinance.cli._terminal import RefusedError
from govfinance.errors import InvalidInputError, Lang
from govfinance.io import write_whole

__all__ = ["FORMATS", "Format", "Output", "output_of", "rendered", "write_pdf"]

Format: TypeAlias = Literal["text", "json", "html", "csv"]
Output: TypeAlias = Literal["text", "json", "html", "csv", "pdf"]

FORMATS: Final = "text, json, html or csv", "text、json、html 或 csv"
_SUFFIXES: Final[Mapping[str, Output]] = MappingProxyType(
    {
        "": "text",
        ".txt": "text",
        ".json": "json",
        ".html": "html",
        ".htm": "html",
        ".csv": "csv",
        ".pdf": "pdf",
    }
)


def output_of(chosen: Format | None, output: str | None) -> Output:
    """The format that is written: the one that was chosen, else that of the suffix, else text.

    Raises `RefusedError` for a suffix that no format has, and for something else than a PDF in a .pdf.
    """
    suffix = "" if output is None else Path(output).suffix
    known = _SUFFIXES.get(suffix.lower())
    if chosen is not None and known == "pdf":
        raise RefusedError(
            f"{output}: a .pdf is written only without --format, and then is the document with its findings highlighted",
            f"{output}：后缀为 .pdf 时不能指定 --format，写出的是标有审核发现的原文件",
        )
    if chosen is None and known is None:
        raise RefusedError(
            f"{output}: no format is known for {suffix}; choose one with --format {FORMATS[0]}",
            f"{output}：后缀 {suffix} 没有对应的格式，请用 --format 指定 {FORMATS[1]}",
        )
    return chosen or known or "text"


def rendered(
    reports: Iterable[AuditReport], output: Output, lang: Lang, *, single: bool, width: int | None, paint: Paint
) -> str:
    """The result as text; reports are taken one by one, so that few of them are held at a time."""
    if output == "json":
        return to_json(next(iter(reports)) if single else reports, lang)
    if output == "csv":
        return to_csv(reports, lang)
    if output == "html":
        return to_html(reports, lang)
    return "\n".join(to_text(report, lang, width=width, paint=paint) for report in reports)


def write_pdf(report: AuditReport, output: str, data: bytes, lang: Lang) -> None:
    """Write the document with its findings highlighted, whole or not at all. Raises `RefusedError` where it is no PDF."""
    try:
        write_whole(output, to_pdf(report, data, lang))
    except InvalidInputError as error:
        raise RefusedError(error.message("en"), error.message("zh")) from None
