"""A report for reading in a terminal: errors first, each with its place, the quote, what was expected and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, Literal, TypeAlias

from govfinance.audit._report import AuditReport, Finding, Severity
from govfinance.audit._show import _words as words
from govfinance.audit._show._clean import one_line
from govfinance.audit._show._spot import ordered, quoted
from govfinance.audit._show._wrap import wrapped
from govfinance.calc import Verdict
from govfinance.errors import Lang

__all__ = ["Paint", "Tone", "to_text"]

Tone: TypeAlias = Literal["bold", "red", "yellow", "green", "dim"]
Paint: TypeAlias = Callable[[str, Tone], str]
"""Gives a text a colour."""

_TONES: Final[dict[Severity, Tone]] = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
_INDENT: Final = 4
_BEFORE, _WRONG, _AFTER = 60, 120, 40
_SHOWN: Final = 12


def _plain(text: str, tone: Tone) -> str:
    return text


def to_text(report: AuditReport, lang: Lang = "zh", *, width: int | None = None, paint: Paint = _plain) -> str:
    """All findings, what was covered and what was not checked.

    Lines are no longer than ``width`` columns, where one is given; ``paint`` gives them colours.
    """
    return "\n".join(_Page(lang, width, paint).lines(report)) + "\n"


class _Page:
    """How the lines of one report are made."""

    def __init__(self, lang: Lang, width: int | None, paint: Paint) -> None:
        self.lang: Lang = lang
        self.width = None if width is None else max(width, 24)
        self.paint = paint

    def tr(self, en: str, zh: str) -> str:
        return words.tr(self.lang, en, zh)

    def lines(self, report: AuditReport) -> Iterator[str]:
        yield from self.hang(words.heading(report, self.lang), 0, tone="bold")
        if report.document.name:
            yield from self.hang(report.document.name, 0, tone="dim")
        yield from self.hang(words.counts(report, self.lang), 0, tone="red" if report.errors else "green")
        findings = list(enumerate(ordered(report), 1))
        for severity in Severity:
            of_it = [(number, finding) for number, finding in findings if finding.severity is severity]
            if of_it:
                name = words.severity(severity, self.lang)
                yield ""
                yield self.paint(self.tr(f"{name.upper()} ({len(of_it)})", f"{name}（{len(of_it)}）"), _TONES[severity])
            for number, finding in of_it:
                yield from self.finding(report, number, finding)
        yield ""
        yield from self.coverage(report)

    def finding(self, report: AuditReport, number: int, finding: Finding) -> Iterator[str]:
        section = finding.section or self.tr("whole document", "全文")
        where = " · ".join(part for part in (section, words.page(finding.page, self.lang)) if part)
        yield from self.hang(where, _INDENT, mark=f"{number:>2}  ", tone="bold")
        yield from self.quote(report, finding)
        if finding.expected:
            yield from self.hang(f"{finding.printed} → {finding.expected}", _INDENT)
        message = finding.message(self.lang)
        for line in message.splitlines():
            yield from self.hang(line, _INDENT)
        how = finding.how(self.lang)
        if how and how not in message:
            yield from self.hang(self.tr("because ", "依据：") + how, _INDENT)
        names = [finding.code, words.kind(finding.kind, self.lang)]
        if finding.verdict is Verdict.ROUNDING:
            names.append(words.verdict(finding.verdict, self.lang))
        yield from self.hang(f"[{' · '.join(names)}]", _INDENT, tone="dim")

    def quote(self, report: AuditReport, finding: Finding) -> Iterator[str]:
        """The quote, with the wrong part in brackets, and in red where there are colours."""
        quote = quoted(report.document, finding).shortened(_BEFORE, _WRONG, _AFTER)
        before, wrong, after = one_line(quote.before), one_line(quote.wrong), one_line(quote.after)
        if not wrong:
            before, after = before[:_WRONG], ""
        if not (before or wrong):
            return
        marked = f"【{wrong}】" if wrong else ""
        text, begin = f"“{before}{marked}{after}”", 1 + len(before)
        finish = begin + len(marked)
        for start, end in wrapped(text, self.room(_INDENT)):
            parts = (
                text[start : min(end, begin)],
                text[max(start, begin) : min(end, finish)],
                text[max(start, finish) : end],
            )
            yield (
                " " * _INDENT
                + parts[0]
                + (self.paint(parts[1], _TONES[finding.severity]) if parts[1] else "")
                + parts[2]
            )

    def coverage(self, report: AuditReport) -> Iterator[str]:
        coverage = report.coverage
        yield from self.hang(
            self.tr(
                f"coverage: {coverage.seen} numbers seen, {coverage.claimed} understood, {coverage.checked} compared, "
                f"{len(coverage.unclaimed)} left aside",
                f"覆盖：共 {coverage.seen} 个数字，识别 {coverage.claimed} 个，核对 {coverage.checked} 个，"
                f"未纳入 {len(coverage.unclaimed)} 个",
            ),
            0,
        )
        reasons = Counter(one.why for one in coverage.unclaimed)
        for why, number in reasons.most_common():
            yield from self.hang(f"{words.why(why, self.lang)}{self.tr(': ', '：')}{number}", _INDENT, mark="  - ")
        missed = [words.note(note, self.lang) for note in report.document.notes]
        missed += [f"{words.skipped(one, self.lang)} [{one[0]}]" for one in coverage.skipped]
        if missed:
            yield self.tr(f"not checked ({len(missed)})", f"未核对（{len(missed)}）")
            for text in missed[:_SHOWN]:
                yield from self.hang(text, _INDENT, mark="  - ")
            if len(missed) > _SHOWN:
                more = len(missed) - _SHOWN
                yield from self.hang(self.tr(f"and {more} more", f"另有 {more} 项"), _INDENT, mark="  - ")

    def hang(self, text: str, indent: int, mark: str = "", tone: Tone | None = None) -> Iterator[str]:
        """Lines with an indent, the first with a mark in it."""
        shown = one_line(text)
        first = f"{mark:>{indent}}"
        for start, end in wrapped(shown, self.room(indent)):
            line = shown[start:end].rstrip()
            yield (first if start == 0 else " " * indent) + (self.paint(line, tone) if tone else line)

    def room(self, indent: int) -> int | None:
        return None if self.width is None else self.width - indent
