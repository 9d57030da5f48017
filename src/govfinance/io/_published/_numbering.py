"""The automatic numbers of Word's lists, which stand nowhere in the text and are counted here.

ECMA-376 part 1, 17.9: a paragraph names a list (``numId``) and a level; lists that share an abstract list go on
counting each other's numbers.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from govfinance.io._published._numerals import numeral
from govfinance.io._published._word_xml import Attributes, is_on, parse_word, whole

__all__ = ["Numbering"]

_LEVELS: Final = 9
_TAGS: Final = frozenset(
    {
        *("abstractNum", "num", "lvl", "numStyleLink", "styleLink", "abstractNumId", "lvlOverride", "startOverride"),
        *("start", "numFmt", "lvlText", "isLgl", "suff", "lvlRestart", "pStyle"),
    }
)
_PLACE: Final = re.compile(r"%([1-9])")
_NO_SPACE_AFTER: Final = ("、", "）", "．", "。", "：", "】", "〕")


@define
class _Level:
    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    is_legal: bool = False
    suffix: str = "tab"
    restart: int | None = None
    style: str = ""


@define
class _List:
    """What a ``numId`` stands for: an abstract list, and what is different from it."""

    abstract: str = ""
    starts: dict[int, int] = field(factory=dict)
    levels: dict[int, _Level] = field(factory=dict)


@define
class _Abstract:
    levels: dict[int, _Level] = field(factory=dict)
    style_link: str = ""
    linked_style: str = ""
    counts: list[int | None] = field(factory=lambda: [None] * _LEVELS)


@define
class Numbering:
    """The lists of a document, and how far each has been counted."""

    _abstracts: dict[str, _Abstract] = field(factory=dict)
    _lists: dict[str, _List] = field(factory=dict)
    _started: set[tuple[str, int]] = field(factory=set)

    @classmethod
    def of(cls, xml: bytes) -> Numbering:
        """From the part ``numbering.xml``."""
        reader = _NumberingReader()
        parse_word(xml, _TAGS, reader.start, reader.end)
        numbering = cls(reader.abstracts, reader.lists)
        numbering._follow_links()
        return numbering

    def level_of_style(self, number_id: str, style: str) -> int | None:
        """The level of a list to which a style belongs."""
        found = self._lists.get(number_id)
        abstract = self._abstracts.get(found.abstract) if found is not None else None
        if abstract is None:
            return None
        return next((number for number, level in abstract.levels.items() if level.style == style), None)

    def next_label(self, number_id: str, level: int) -> str:
        """Count one more paragraph of a list: what stands before its text."""
        found = self._lists.get(number_id)
        abstract = self._abstracts.get(found.abstract) if found is not None else None
        if found is None or abstract is None or not 0 <= level < _LEVELS:
            return ""
        levels = [found.levels.get(number) or abstract.levels.get(number) or _Level() for number in range(_LEVELS)]
        counts = abstract.counts
        self._count(number_id, found, levels, counts, level)
        return _label(levels, counts, level)

    def _count(self, number_id: str, found: _List, levels: list[_Level], counts: list[int | None], level: int) -> None:
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        if level in found.starts and (number_id, level) not in self._started:
            counts[level] = found.starts[level]
        self._started.add((number_id, level))
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart
            if restart is None or (restart and level < restart):
                counts[deeper] = None

    def _follow_links(self) -> None:
        by_style = {abstract.linked_style: abstract for abstract in self._abstracts.values() if abstract.linked_style}
        for abstract in self._abstracts.values():
            if abstract.style_link and not abstract.levels and abstract.style_link in by_style:
                abstract.levels = by_style[abstract.style_link].levels


def _label(levels: list[_Level], counts: list[int | None], level: int) -> str:
    own = levels[level]
    if own.number_format == "bullet" or not own.text:
        return ""

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        count = counts[place]
        shown = levels[place].start if count is None else count
        is_decimal = own.is_legal and place < level
        return numeral(shown, "decimal" if is_decimal else levels[place].number_format)

    text = _PLACE.sub(number, own.text).strip()
    return text if not text or own.suffix == "nothing" or text.endswith(_NO_SPACE_AFTER) else f"{text} "


@define
class _NumberingReader:
    abstracts: dict[str, _Abstract] = field(factory=dict)
    lists: dict[str, _List] = field(factory=dict)
    _abstract: _Abstract | None = None
    _list: _List | None = None
    _level: _Level | None = None
    _override: int = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "abstractNum":
            self._abstract = self.abstracts[attributes.get("abstractNumId", "")] = _Abstract()
        elif name == "num":
            self._list = self.lists[attributes.get("numId", "")] = _List()
        elif name == "lvl":
            self._start_level(attributes)
        elif self._level is not None:
            self._property_of_level(self._level, name, attributes)
        elif self._abstract is not None:
            if name == "numStyleLink":
                self._abstract.style_link = attributes.get("val", "")
            elif name == "styleLink":
                self._abstract.linked_style = attributes.get("val", "")
        elif self._list is not None:
            if name == "abstractNumId":
                self._list.abstract = attributes.get("val", "")
            elif name == "lvlOverride":
                self._override = whole(attributes, "ilvl") or 0
            elif name == "startOverride":
                self._list.starts[self._override] = whole(attributes) or 0

    def end(self, name: str) -> None:
        if name == "abstractNum":
            self._abstract = None
        elif name == "num":
            self._list = None
        elif name == "lvl":
            self._level = None

    def _start_level(self, attributes: Attributes) -> None:
        number = whole(attributes, "ilvl") or 0
        self._level = _Level()
        if number >= _LEVELS:
            return
        if self._abstract is not None:
            self._abstract.levels[number] = self._level
        elif self._list is not None:
            self._list.levels[number] = self._level

    def _property_of_level(self, level: _Level, name: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        match name:
            case "start":
                level.start = whole(attributes) or 0
            case "numFmt":
                level.number_format = value
            case "lvlText":
                level.text = value[:100]
            case "isLgl":
                level.is_legal = is_on(attributes)
            case "suff":
                level.suffix = value
            case "lvlRestart":
                level.restart = whole(attributes)
            case "pStyle":
                level.style = value
            case _:
                pass
