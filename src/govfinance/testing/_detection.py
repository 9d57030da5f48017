"""What an audit says of a document with one change in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govfinance.audit import AuditReport, Finding, Severity
from govfinance.calc import Verdict
from govfinance.document import Place, PublishedDocument, PublishedText
from govfinance.testing._mutations import MUTATIONS, Mutation

__all__ = ["Detection", "FindingKey", "detected", "findings_of", "provably_wrong"]

FindingKey: TypeAlias = tuple[str, int, str, str]
Outcome: TypeAlias = Literal["found", "wrong kind", "elsewhere", "missed"]

_ENDS: Final = re.compile("[。；\n]")


@frozen(kw_only=True)
class Detection:
    """How a change was found.

    ``found`` at its place with a right kind; ``wrong kind`` at its place with other kinds only; ``elsewhere`` at a place
    that is contradicted by the one that was changed; ``missed`` not at all. ``extra`` are findings that have
    nothing to do with it.
    """

    outcome: Outcome
    findings: tuple[Finding, ...]
    extra: tuple[Finding, ...]


def provably_wrong(report: AuditReport) -> list[Finding]:
    """The findings that say that something cannot be true."""
    return [
        finding
        for finding in report.findings
        if finding.severity is Severity.ERROR or finding.verdict is Verdict.INCONSISTENT
    ]


def findings_of(report: AuditReport) -> set[FindingKey]:
    """What was found, without the offsets, so that it can be found again after a change."""
    return {_key(finding) for finding in provably_wrong(report)}


def detected(
    mutation: Mutation, document: PublishedDocument, report: AuditReport, before: Collection[FindingKey]
) -> Detection:
    """How the audit of the changed document found the change; ``before`` is what was found without it."""
    fresh = [finding for finding in provably_wrong(report) if _key(finding) not in before]
    here = [finding for finding in fresh if _at(document, finding.place, mutation.place)]
    about = [
        finding
        for finding in fresh
        if finding not in here and any(_at(document, place, mutation.place) for place in finding.against)
    ]
    extra = tuple(finding for finding in fresh if finding not in here and finding not in about)
    right = MUTATIONS[mutation.kind]
    outcome: Outcome = "missed"
    if any(finding.kind in right for finding in here):
        outcome = "found"
    elif here:
        outcome = "wrong kind"
    elif about:
        outcome = "elsewhere"
    return Detection(outcome=outcome, findings=(*here, *about), extra=extra)


def _key(finding: Finding) -> FindingKey:
    return finding.code, finding.place.block, finding.quote, finding.printed


def _at(document: PublishedDocument, place: Place, changed: Place) -> bool:
    """Whether a place is the changed one: the same row or column of a table, the same sentence of a text."""
    if place.block != changed.block or not 0 <= place.block < len(document.blocks):
        return False
    block = document.blocks[place.block]
    if not isinstance(block, PublishedText):
        return place.row == changed.row or place.column == changed.column
    start, end = _sentence(block.text, changed)
    return place.start < end and start < max(place.end, place.start + 1)


def _sentence(text: str, place: Place) -> tuple[int, int]:
    stops = [match.end() for match in _ENDS.finditer(text)]
    start = max((stop for stop in stops if stop <= place.start), default=0)
    end = min((stop for stop in stops if stop >= place.end and stop > place.start), default=len(text))
    return start, end
