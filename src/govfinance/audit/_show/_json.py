"""A report as plain data and as JSON: names on which other programs rely (the schema is `govfinance.audit.report_schema`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from govfinance.audit._report import AuditReport, Coverage, Finding, UnclaimedNumber
from govfinance.audit._show import _words as words
from govfinance.audit._show._clean import storable
from govfinance.audit._show._spot import excerpt
from govfinance.document import Place, PublishedDocument
from govfinance.errors import Lang

__all__ = ["to_dict", "to_json"]


def to_dict(report: AuditReport, lang: Lang = "zh") -> dict[str, Any]:
    """A report as plain data; messages are in ``lang``."""
    return {
        "document": _named(report.document.name),
        "department": report.department,
        "year": report.year,
        "jurisdiction": report.jurisdiction,
        "coverage": _coverage(report, lang),
        "findings": [_finding(finding, lang) for finding in report.findings],
    }


def to_json(reports: AuditReport | Iterable[AuditReport], lang: Lang = "zh") -> str:
    """JSON text: an object for a report, a list for several, however many they are."""
    if isinstance(reports, AuditReport):
        return _dumped(to_dict(reports, lang)) + "\n"
    return "[" + ",".join(f"\n{_dumped(to_dict(report, lang))}" for report in reports) + "\n]\n"


def _dumped(data: dict[str, Any]) -> str:
    return storable(json.dumps(data, ensure_ascii=False, indent=2))


def _named(name: str) -> str:
    """A name of a file that is no text is told with its bytes escaped."""
    return name.encode(errors="backslashreplace").decode()


def _coverage(report: AuditReport, lang: Lang) -> dict[str, Any]:
    coverage = report.coverage
    return {
        "seen": coverage.seen,
        "claimed": coverage.claimed,
        "checked": coverage.checked,
        "unclaimed": [_unclaimed(report.document, one) for one in coverage.unclaimed],
        "skipped": [*_notes(report.document, lang), *_skipped(coverage, lang)],
    }


def _unclaimed(document: PublishedDocument, one: UnclaimedNumber) -> dict[str, Any]:
    return {
        "printed": one.printed,
        "why": one.why,
        "page": one.page,
        "section": one.section,
        "quote": excerpt(document, one.place),
    }


def _notes(document: PublishedDocument, lang: Lang) -> Iterator[dict[str, str]]:
    for note in document.notes:
        yield {
            "code": note.partition(":")[0],
            "reason": words.note(note, lang),
            "reason_en": words.note(note, "en"),
        }


def _skipped(coverage: Coverage, lang: Lang) -> Iterator[dict[str, str]]:
    for one in coverage.skipped:
        yield {"code": one[0], "reason": words.skipped(one, lang), "reason_en": words.skipped(one, "en")}


def _finding(finding: Finding, lang: Lang) -> dict[str, Any]:
    return {
        "code": finding.code,
        "kind": finding.kind,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "section": finding.section,
        "page": finding.page,
        "quote": finding.quote,
        "printed": finding.printed,
        "expected": finding.expected,
        "message": finding.message(lang),
        "message_en": finding.message("en"),
        "derivation": finding.how(lang),
        "diagnosis": finding.diagnosis_zh if lang == "zh" else finding.diagnosis_en,
        "place": _place(finding.place),
    }


def _place(place: Place) -> dict[str, int | None]:
    return {
        "block": place.block,
        "start": place.start,
        "end": place.end,
        "row": place.row,
        "column": place.column,
    }
