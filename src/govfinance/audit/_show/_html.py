"""A report as one page of HTML that needs nothing else: the document with its findings marked, and a list of them."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from govfinance.audit._report import AuditReport, Severity
from govfinance.audit._show import _words as words
from govfinance.audit._show._html_document import document_lines
from govfinance.audit._show._html_list import coverage_lines, finding_lines
from govfinance.audit._show._html_tags import element, escaped
from govfinance.audit._show._spot import ordered
from govfinance.errors import Lang

__all__ = ["to_html"]


def to_html(reports: AuditReport | Iterable[AuditReport], lang: Lang = "zh") -> str:
    """The page of one or several reports. It loads nothing, and shows all without scripts; they add filters."""
    several = (reports,) if isinstance(reports, AuditReport) else tuple(reports)
    return "\n".join(_page(several, lang)) + "\n"


@cache
def _part(name: str) -> str:
    return files("govfinance.audit._show").joinpath(name).read_text(encoding="utf-8")


def _policy() -> str:
    """That the page runs and looks like nothing but what is written here, whatever is in the document."""

    def allowed(name: str) -> str:
        return f"'sha256-{b64encode(sha256(_part(name).encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {allowed('_page.css')}; script-src {allowed('_page.js')}; "
        "base-uri 'none'; form-action 'none'"
    )


def _page(reports: tuple[AuditReport, ...], lang: Lang) -> Iterator[str]:
    title = words.tr(lang, "Audit", "审核结果")
    if len(reports) == 1:
        title += f" · {words.heading(reports[0], lang)}"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{words.tr(lang, "en", "zh-CN")}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield element("title", title)
    yield f"<style>{_part('_page.css')}</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield element("h1", title)
    yield from _filters(reports, lang)
    yield "</header>"
    yield f'<nav id="list" aria-label="{words.tr(lang, "findings", "审核发现")}">'
    for number, report in enumerate(reports, 1):
        yield from _summary(report, number, lang, several=len(reports) > 1)
    yield "</nav>"
    yield '<main lang="zh-CN">'
    for number, report in enumerate(reports, 1):
        yield f'<article id="d{number}">'
        yield from document_lines(report, number, lang, several=len(reports) > 1)
        yield "</article>"
    yield "</main>"
    yield '<div id="tip" role="status" hidden></div>'
    yield f"<script>{_part('_page.js')}</script>"
    yield "</body>"
    yield "</html>"


def _filters(reports: tuple[AuditReport, ...], lang: Lang) -> Iterator[str]:
    """Check boxes; those of findings are of use to scripts only and hidden until one runs."""
    findings = [finding for report in reports for finding in report.findings]
    severities = Counter(finding.severity for finding in findings)
    kinds = Counter(finding.kind for finding in findings)
    yield '<form id="filters" hidden>'
    for legend, boxes in (
        (
            words.tr(lang, "Severity", "程度"),
            [(one.value, words.severity(one, lang), severities[one]) for one in Severity if severities[one]],
        ),
        (
            words.tr(lang, "Kind", "类别"),
            [(name, words.kind(name, lang), kinds[name]) for name in sorted(kinds)],
        ),
    ):
        if boxes:
            yield f"<fieldset><legend>{escaped(legend)}</legend>"
            for value, label, number in boxes:
                yield (
                    f'<label><input type="checkbox" value="{escaped(value)}" checked> {escaped(label)} '
                    f"<small>{number}</small></label>"
                )
            yield "</fieldset>"
    yield "</form>"
    if any(report.coverage.unclaimed for report in reports):
        label = words.tr(lang, "Show the numbers left aside in the document", "在正文中标出未纳入核对的数字")
        yield f'<label class="unclaimed-switch"><input type="checkbox" id="show-unclaimed"> {escaped(label)}</label>'


def _summary(report: AuditReport, number: int, lang: Lang, *, several: bool) -> Iterator[str]:
    if several:
        yield f'<h2><a href="#d{number}">{escaped(words.heading(report, lang))}</a></h2>'
    if report.document.name:
        yield element("p", report.document.name, "file")
    yield element("p", words.counts(report, lang), "counts")
    findings = ordered(report)
    if findings:
        yield '<ol class="findings">'
        for position, finding in enumerate(findings, 1):
            yield from finding_lines(report, finding, f"{number}-{position}", position, lang)
        yield "</ol>"
    yield from coverage_lines(report, number, lang)
