"""Numbers in free words that read like statements: what the sentences of the form tell apart and clauses cannot.

Somebody may write 减少1,234.56万元 as a reason. Where a paragraph is, word for word, a sentence of the form, its slots say
which of its words are free. That is only asked of the paragraphs in which something seems wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import evolve

from govfinance.audit._report import Finding, Severity
from govfinance.audit._said import Unclaimed
from govfinance.document import Place, PublishedDocument, PublishedText
from govfinance.jurisdictions import Jurisdiction
from govfinance.sentences import canonical_characters

__all__ = ["Spans", "free_spans", "is_free", "misread", "numbers_in", "without"]

Spans: TypeAlias = Mapping[int, Sequence[tuple[int, int]]]
"""The free words of some paragraphs: by the number of the block, from character to character."""

_ORDINAL: Final = re.compile(
    r"\s*(?:[（(][0-9一二三四五六七八九十]{1,3}[）)]|[0-9一二三四五六七八九十]{1,3}\s*[、.．])?\s*"
)
_NUMBER: Final = re.compile(r"[0-9０-９][0-9０-９,，.．]*+")
_STANDARD: Final = re.compile(
    r"全年预算数为|执行数为|完成(?:年初|全年)?预算的|支出决算为?\s*[0-9]|年初预算为?\s*[0-9]"
    r"|相比，[^，。；]{0,12}(?:增加|减少|增长|下降)\s*[0-9]"
)
"""Standard words, which nobody writes as a reason: a sentence that takes them for free words is not the one that is meant."""
_LONGEST: Final = 6000
_MOST: Final = 60


def misread(document: PublishedDocument, form: Jurisdiction, findings: Iterable[Finding]) -> Spans:
    """The free words among what the errors of a document are about; empty where they are about none."""
    places: dict[int, list[Place]] = {}
    for finding in findings:
        if finding.severity is Severity.ERROR:
            for place in (finding.place, *finding.against):
                if place.start >= 0 and isinstance(document.blocks[place.block], PublishedText):
                    places.setdefault(place.block, []).append(place)
    found: dict[int, Sequence[tuple[int, int]]] = {}
    concerned = False
    for number in [*places][:_MOST]:
        block = document.blocks[number]
        if isinstance(block, PublishedText) and (spans := free_spans(form, block.text)):
            found[number] = spans
            concerned = concerned or any(start <= place.start < end for place in places[number] for start, end in spans)
    return found if concerned else {}


def free_spans(form: Jurisdiction, text: str) -> list[tuple[int, int]]:
    """The free words with numbers in a paragraph that is a sentence of the form; none where it is not."""
    if not form.has_narrative or len(text) > _LONGEST:
        return []
    ordinal = _ORDINAL.match(text)
    begin = ordinal.end() if ordinal is not None else 0
    pieces = [
        (start, text[start:end])
        for start in dict.fromkeys((begin, 0))
        for end in dict.fromkeys((len(text), len(text.rstrip("；。 \u3000"))))
    ]
    readings = [
        (start, reading)
        for start, piece in pieces
        for plain in (canonical_characters(piece),)
        for sentence in form.sentences()
        if (reading := sentence.find(piece, plain)) is not None
    ]
    ways = [
        [
            (start + mark.start, start + mark.end)
            for mark in reading.marks
            if isinstance(mark.value, str) and _NUMBER.search(mark.value) is not None
        ]
        for start, reading in readings
    ]
    free = [way for way in ways if not any(_STANDARD.search(text, start, end) for start, end in way)]
    return min(free, key=lambda spans: sum(end - start for start, end in spans), default=[])


def is_free(place: Place, spans: Spans) -> bool:
    """Whether a place is within free words, in which people may write what they like."""
    return any(start <= place.start and place.end <= end for start, end in spans.get(place.block, ()))


def without(document: PublishedDocument, spans: Spans) -> PublishedDocument:
    """The document with something meaningless of the same length for the free words."""
    blocks = list(document.blocks)
    for number, its in spans.items():
        block = blocks[number]
        if isinstance(block, PublishedText):
            text = block.text
            for start, end in its:
                text = text[:start] + "※" * (end - start) + text[end:]
            blocks[number] = evolve(block, text=text)
    return evolve(document, blocks=tuple(blocks))


def numbers_in(document: PublishedDocument, spans: Spans) -> Iterator[Unclaimed]:
    """The numbers in free words, which nothing is compared with."""
    for number, its in spans.items():
        block = document.blocks[number]
        if isinstance(block, PublishedText):
            for start, end in its:
                for found in _NUMBER.finditer(block.text, start, end):
                    place = Place(block=number, start=found.start(), end=found.end())
                    yield Unclaimed(printed=found[0], place=place, why="reason")
