"""What all checks on words look at: the paragraphs without white space, each with the part of the document it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from attrs import define, frozen

from govfinance.audit._identify import Identity
from govfinance.audit._names import ORDINAL, Mention, mentions
from govfinance.audit._outline import NARRATIVE, Outline
from govfinance.audit._plain import Plain, plain
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._said import Claim, Reason
from govfinance.calc import Verdict
from govfinance.document import Place, PublishedDocument, PublishedText

__all__ = ["Context", "Paragraph", "clause_around", "number_of"]

_OUTSIDE: Final = frozenset(("overview", "glossary", "contact", "tables", "contents"))
_HEADING: Final = re.compile(rf"(?:{ORDINAL})?[^。；，]{{2,45}}[。：]?")
_ORDINAL: Final = re.compile(ORDINAL)
_SENTENCE: Final = re.compile(r"万元|[0-9]%|[0-9]辆")
_STOPS: Final = "。；，"

MOST_TEXT: Final = 200_000
"""Longer paragraphs are no text that people wrote; they are looked at up to here."""


@frozen(kw_only=True, slots=False)
class Paragraph:
    """One paragraph: its number among the blocks, its text without white space, the section and the zone it stands in.

    ``zone`` is ``narrative``, or what the outline calls the part (overview, glossary ...), empty where it is not known;
    ``about`` is what the section is about.
    """

    block: int
    source: PublishedText
    plain: Plain
    section: int
    about: str
    zone: str

    @property
    def text(self) -> str:
        """The text without white space."""
        return self.plain.text

    @property
    def audited(self) -> bool:
        """Whether it belongs to the narrative, or may do so."""
        return self.zone in ("narrative", "")

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Where it says whose accounts they are, and of which year."""
        return tuple(mentions(self.text)) if "20" in self.text or "概况" in self.text else ()

    @cached_property
    def heading(self) -> bool:
        """Whether it is a heading, by itself or as it looks."""
        if self.source.heading:
            return True
        text = self.text
        if len(text) > 50 or _SENTENCE.search(text) is not None:
            return False
        return _ORDINAL.match(text) is not None and _HEADING.fullmatch(text) is not None


@define(slots=False)
class Context:
    """The document with all that is known of it; makes findings."""

    document: PublishedDocument
    outline: Outline
    identity: Identity
    claims: Sequence[Claim] = ()

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in reading order."""
        return tuple(self._paragraphs())

    def _paragraphs(self) -> Iterator[Paragraph]:
        innermost = self._innermost()
        known = [self._about(number) for number in range(len(self.outline.sections))]
        for number, block in self.document.texts():
            section = innermost[number]
            about, zone = known[section] if section >= 0 else ("", "")
            yield Paragraph(
                block=number, source=block, plain=plain(block.text[:MOST_TEXT]), section=section, about=about, zone=zone
            )

    def _innermost(self) -> list[int]:
        """The innermost section of each block, in one pass: a later section lies within an earlier one."""
        found = [-1] * len(self.document.blocks)
        for number, section in enumerate(self.outline.sections):
            span = range(max(section.first, 0), min(section.end, len(found)))
            found[span.start : span.stop] = [number] * len(span)
        return found

    def _about(self, number: int) -> tuple[str, str]:
        """What a section is about, and its zone: its own, else that of the section it is within."""
        about, steps = "", 0
        while number >= 0 and steps < 12:
            section = self.outline.sections[number]
            if section.about in _OUTSIDE:
                return about, section.about
            if section.about in NARRATIVE and not about:
                about = section.about
            number, steps = section.parent, steps + 1
        return about, "narrative" if about else ""

    @cached_property
    def reasons(self) -> dict[int, list[tuple[int, int]]]:
        """Where free words give reasons: spans of the original text, by block."""
        found: dict[int, list[tuple[int, int]]] = {}
        for claim in self.claims:
            if isinstance(claim, Reason):
                found.setdefault(claim.place.block, []).append((claim.place.start, claim.place.end))
        return found

    def in_reason(self, paragraph: Paragraph, offset: int) -> bool:
        """Whether a character of the text without white space stands in the free words of a reason.

        Also without claims: whatever follows 原因 within the same sentence.
        """
        begin = max(paragraph.text.rfind("。", max(0, offset - 600), offset), offset - 600, 0)
        if "原因" in paragraph.text[begin:offset]:
            return True
        spans = self.reasons.get(paragraph.block, ())
        place = paragraph.plain.at[offset]
        return any(start <= place < end for start, end in spans)

    def section_title(self, paragraph: Paragraph) -> str:
        """The heading of the section that a paragraph stands in."""
        return self.title_of(paragraph.section)

    def title_of(self, number: int) -> str:
        """The heading of a section."""
        if number < 0:
            return ""
        section = self.outline.sections[number]
        if not section.number:
            return section.title
        mark = "" if section.number.endswith(("、", "）", ")", ".", "分", "章")) else "、"
        return f"{section.number}{mark}{section.title}"

    def place(self, paragraph: Paragraph, start: int, end: int) -> Place:
        """The place of characters of the text without white space."""
        first, last = paragraph.plain.span(start, end)
        return Place(block=paragraph.block, start=first, end=last)

    def finding(
        self,
        rule: Rule,
        paragraph: Paragraph,
        span: tuple[int, int],
        *,
        zh: str,
        en: str,
        expected: str = "",
        printed: str | None = None,
        quote: tuple[int, int] | None = None,
        severity: Severity | None = None,
        against: tuple[Place, ...] = (),
        derivation: str = "",
    ) -> Finding:
        """A finding about characters of a paragraph; the quote is the clause around them unless it is given."""
        place = self.place(paragraph, *span)
        around = self.place(paragraph, *(quote or clause_around(paragraph.text, *span)))
        return Finding(
            rule=rule,
            verdict=verdict_of(rule if severity is None else severity),
            place=place,
            section=self.section_title(paragraph),
            page=self.document.page_of(place),
            quote=self.document.quote(around),
            printed=self.document.quote(place) if printed is None else printed,
            expected=expected,
            zh=zh,
            en=en,
            severity=severity,
            against=against,
            derivation=derivation,
        )


def verdict_of(of: Rule | Severity) -> Verdict:
    """A provable mistake is inconsistent; what is only worth a look cannot be decided."""
    severity = of.severity if isinstance(of, Rule) else of
    return Verdict.INCONSISTENT if severity is Severity.ERROR else Verdict.UNVERIFIABLE


def clause_around(text: str, start: int, end: int, least: int = 12, most: int = 90) -> tuple[int, int]:
    """The span of the clause around some characters; more clauses where it is too short to be recognised.

    >>> text = "本年收入合计10.00万元，其中：其他收入10.00万元，占100。"
    >>> text[slice(*clause_around(text, text.index("占"), len(text) - 1))]
    '其他收入10.00万元，占100'
    """
    first = _stop_before(text, start)
    while start - first < least and end - first < most and first > 0 and text[first - 1] != "。":
        first = _stop_before(text, first - 1)
    last = next((at for at in range(end, min(len(text), end + most)) if text[at] in _STOPS), min(len(text), end + most))
    while last - first < least and last < len(text):
        last = next((at for at in range(last + 1, min(len(text), last + most)) if text[at] in _STOPS), len(text))
    return max(first, start - most), last


def _stop_before(text: str, at: int) -> int:
    begin = max(0, at - 200)
    return max(max(text.rfind(stop, begin, at) for stop in "。；，：") + 1, begin)


def number_of(text: str) -> str:
    """The digits of a printed number, without separators."""
    return text.replace(",", "").replace("，", "")
