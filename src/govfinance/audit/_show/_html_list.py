"""The list beside the document: each finding with its ground, and what of the document was compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govfinance.audit._report import AuditReport, Finding
from govfinance.audit._show import _words as words
from govfinance.audit._show._html_tags import element, escaped
from govfinance.audit._show._spot import excerpt, quoted, spot, text_at
from govfinance.calc import Verdict
from govfinance.document import Place
from govfinance.errors import Lang

__all__ = ["coverage_lines", "finding_lines"]

_BEFORE, _WRONG, _AFTER = 30, 120, 20
_LISTED: Final = 2000


def finding_lines(report: AuditReport, finding: Finding, key: str, position: int, lang: Lang) -> Iterator[str]:
    """One finding; its name is that of its mark in the document, with ``f`` for ``m``."""
    severity = finding.severity.value
    yield (
        f'<li id="f{key}" class="finding {severity}" tabindex="-1" data-severity="{severity}" '
        f'data-kind="{escaped(finding.kind)}">'
    )
    name = f'<span class="number">{position}</span> <span class="badge">{words.severity(finding.severity, lang)}</span>'
    where = " · ".join(part for part in (finding.section, words.page(finding.page, lang)) if part)
    title = f"{name} {escaped(where or words.tr(lang, 'whole document', '全文'))}"
    link = spot(report.document, finding) is not None
    yield f'<p class="where"><a href="#m{key}">{title}</a></p>' if link else f'<p class="where">{title}</p>'
    quote = quoted(report.document, finding).shortened(_BEFORE, _WRONG, _AFTER)
    if quote.wrong:
        yield (
            f'<p class="quote" lang="zh-CN">{escaped(quote.before)}<mark class="{severity}">{escaped(quote.wrong)}</mark>'
            f"{escaped(quote.after)}</p>"
        )
    if finding.expected:
        printed = f"<del>{escaped(finding.printed)}</del> " if finding.printed else ""
        yield f'<p class="expected">{printed}→ <ins>{escaped(finding.expected)}</ins></p>'
    message = finding.message(lang)
    yield element("p", message, "message")
    how = finding.how(lang)
    if how and how not in message:
        yield element("p", how, "derivation")
    others = [
        f'<a href="#b{key.partition("-")[0]}-{place.block}">{escaped(_short(text, place))}</a>'
        for place in finding.against
        if (place.row is not None or 0 <= place.start < place.end)
        and (text := text_at(report.document, place)) is not None
    ]
    if others:
        yield f'<p class="against">{words.tr(lang, "against ", "对照：")}{"、".join(others)}</p>'
    proved = "" if finding.verdict is Verdict.UNVERIFIABLE else words.verdict(finding.verdict, lang)
    ground = words.tr(lang, finding.rule.ground_en, finding.rule.ground_zh)
    names = (words.kind(finding.kind, lang), proved, finding.code, ground)
    yield element("p", " · ".join(name for name in names if name), "ground")
    yield "</li>"


def _short(text: str, place: Place) -> str:
    text = text if place.row is not None and place.end == 0 else text[max(place.start, 0) : place.end]
    return (text if len(text) <= _BEFORE else text[:_BEFORE] + "…") or "∅"


def coverage_lines(report: AuditReport, number: int, lang: Lang) -> Iterator[str]:
    """How many numbers were compared; the others, and what was not checked, when it is asked for."""
    coverage, tr = report.coverage, words.tr
    yield '<section class="coverage">'
    yield "<dl>"
    for label, value in (
        (tr(lang, "numbers seen", "数字"), coverage.seen),
        (tr(lang, "understood", "识别"), coverage.claimed),
        (tr(lang, "compared", "核对"), coverage.checked),
        (tr(lang, "left aside", "未纳入"), len(coverage.unclaimed)),
    ):
        yield f"<div><dt>{label}</dt><dd>{value}</dd></div>"
    yield "</dl>"
    if coverage.unclaimed:
        summary = tr(lang, "Numbers left aside", "未纳入核对的数字")
        yield f"<details><summary>{summary} <small>{len(coverage.unclaimed)}</small></summary><ul>"
        for one in coverage.unclaimed[:_LISTED]:
            where = "，".join(part for part in (words.why(one.why, lang), words.page(one.page, lang)) if part)
            shown = excerpt(report.document, one.place) or one.printed
            yield (
                f'<li><a href="#b{number}-{one.place.block}"><b>{escaped(one.printed)}</b></a> {escaped(where)}'
                f'<br><span lang="zh-CN">{escaped(shown)}</span></li>'
            )
        if len(coverage.unclaimed) > _LISTED:
            more = len(coverage.unclaimed) - _LISTED
            yield element("li", tr(lang, f"and {more} more", f"另有 {more} 个"))
        yield "</ul></details>"
    missed = [words.note(note, lang) for note in report.document.notes]
    missed += [f"{words.skipped(one, lang)} [{one[0]}]" for one in coverage.skipped]
    if missed:
        summary = tr(lang, "What was not checked", "未核对的内容")
        yield f"<details><summary>{summary} <small>{len(missed)}</small></summary><ul>"
        yield from (element("li", text) for text in missed)
        yield "</ul></details>"
    yield "</section>"
