"""A document as a value: sections of headings, paragraphs and charts, with every number addressed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final, Literal, TypeAlias

from attrs import field, frozen

from govfinance.errors import Lang

__all__ = ["Block", "Chart", "Document", "NumberSpan", "Paragraph", "Section"]


@frozen(kw_only=True)
class NumberSpan:
    """A number in a paragraph: characters ``start`` to ``end`` of its text, which ``slot`` (field) of the
    statement it is, and where it comes from."""

    start: int
    end: int
    slot: str
    derivation: Callable[[Lang], str] | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True)
class Paragraph:
    """One paragraph, with its ordinal mark already in the text.

    ``style`` is ``body`` or ``heading``; ``topic`` and ``key`` say what it is about. Where the numbers stand is found
    out when it is asked for.
    """

    text: str
    style: Literal["body", "heading"] = "body"
    topic: str = ""
    key: str = ""
    _numbers: tuple[NumberSpan, ...] | Callable[[], tuple[NumberSpan, ...]] = field(
        default=(), alias="numbers", eq=False, repr=False
    )

    @property
    def numbers(self) -> tuple[NumberSpan, ...]:
        """The numbers of the paragraph that a statement claims, in their order."""
        return self._numbers() if callable(self._numbers) else self._numbers


@frozen(kw_only=True)
class Chart:
    """A chart of a composition: its caption, its title, and the label and printed fraction of each part."""

    caption: str
    title: str
    points: tuple[tuple[str, str], ...]


Block: TypeAlias = Paragraph | Chart


@frozen(kw_only=True)
class Section:
    """One numbered section; ``number`` is its ordinal: 一, 二 ... in Chinese, 1, 2 ... in English."""

    number: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def heading(self) -> str:
        """The heading as it stands in the document.

        >>> Section(number="一", title="概况", blocks=()).heading, Section(number="1", title="Overview", blocks=()).heading
        ('一、概况', '1. Overview')
        """
        return f"{self.number}. {self.title}" if self.number.isascii() else f"{self.number}、{self.title}"


@frozen(kw_only=True)
class Document:
    """A whole narrative: its title, the heading of its part, and its sections.

    ``lang`` is its language; ``notice`` is what it says of itself under its title (that it is a translation).
    """

    title: str
    part: str
    sections: tuple[Section, ...]
    lang: Lang = "zh"
    notice: str = ""

    def section(self, number: str) -> Section:
        """The section with an ordinal (一, in English 1); KeyError where there is none."""
        for section in self.sections:
            if section.number == number:
                return section
        raise KeyError(number)

    def to_text(self) -> str:
        """Plain text, a paragraph a line; ends with a line feed."""
        lines = [self.title, *(("", self.notice) if self.notice else ()), "", self.part]
        for section in self.sections:
            lines += ("", section.heading)
            lines += [block.caption if isinstance(block, Chart) else block.text for block in section.blocks]
        return "\n".join(lines) + "\n"

    def to_markdown(self) -> str:
        """CommonMark; whatever people wrote stays text (markup in it is escaped). Charts become tables."""
        lines = [f"# {_escaped(self.title)}"]
        if self.notice:
            lines.append(f"> {_escaped(self.notice)}")
        lines.append(f"## {_escaped(self.part)}")
        for section in self.sections:
            lines.append(f"### {_escaped(section.heading)}")
            for block in section.blocks:
                if isinstance(block, Chart):
                    lines.append(_chart_table(block))
                else:
                    text = _escaped(block.text)
                    lines.append(f"**{text}**" if block.style == "heading" else text)
        return "\n\n".join(lines) + "\n"

    def to_dict(self, lang: Lang = "en") -> dict[str, Any]:
        """Plain data: sections, paragraphs, and for each number its span, its text and its derivation in ``lang``."""
        return {
            "lang": self.lang,
            "title": self.title,
            "notice": self.notice,
            "part": self.part,
            "sections": [
                {
                    "number": section.number,
                    "title": section.title,
                    "blocks": [_block(block, lang) for block in section.blocks],
                }
                for section in self.sections
            ],
        }

    def to_json(self, lang: Lang = "en") -> str:
        """`to_dict` as JSON text."""
        return json.dumps(self.to_dict(lang), ensure_ascii=False, indent=2) + "\n"

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in reading order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield block


def _block(block: Block, lang: Lang) -> dict[str, Any]:
    if isinstance(block, Chart):
        points = [{"label": label, "value": value} for label, value in block.points]
        return {"kind": "chart", "caption": block.caption, "title": block.title, "points": points}
    numbers = [
        {
            "start": span.start,
            "end": span.end,
            "text": block.text[span.start : span.end],
            "field": span.slot,
            "derivation": span.derivation(lang) if span.derivation is not None else None,
        }
        for span in block.numbers
    ]
    return {
        "kind": block.style,
        "topic": block.topic,
        "key": block.key,
        "text": block.text,
        "numbers": numbers,
    }


_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~!&])|^(\s*[0-9]+)([.)])|^(\s*)([-+=])", re.MULTILINE)


def _escape_one(match: re.Match[str]) -> str:
    if match[1]:
        return "\\" + match[1]
    return f"{match[2]}\\{match[3]}" if match[3] else f"{match[4]}\\{match[5]}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(_escape_one, text)


def _chart_table(chart: Chart) -> str:
    rows = [f"| {_escaped(label)} | {_escaped(value)} |" for label, value in chart.points]
    return "\n".join([f"**{_escaped(chart.caption)}**", "", f"| {_escaped(chart.title)} | |", "| --- | ---: |", *rows])
