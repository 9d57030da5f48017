"""Lines that a program broke at a constant width, put together to the paragraphs that they were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import east_asian_width

from attrs import frozen

from govfinance.document import PublishedText
from govfinance.io._published._lines import Lines

__all__ = ["Line", "join_wrapped", "without_page_numbers"]

_SMALLEST, _LARGEST = 40, 160
_SLACK: Final = 6  # a word of digits or a mark that must not begin a line leaves some room
_FEWEST: Final = 5
_ENDS: Final = "。；：！？;:!?…"
_CLOSING: Final = "”’）)】》」』"
_BEGINS: Final = re.compile(
    r"第[0-9一二三四五六七八九十百]{1,4}(?:部分|章|节|条)|[一二三四五六七八九十百]{1,4}[、.．]|[（(][0-9一二三四五六七八九十百]{1,4}[）)]"
    r"|[0-9]{1,2}(?:[、．]|\.(?![0-9])|\.[0-9]{1,2}(?= {0,3}(?![万亿元个])[\u4e00-\u9fff]))|[①-⑳]|注[:：]|其中[:：]|附件"
)
_COLUMNS: Final = re.compile(r"\S[ \u3000]{3,}+\S|[0-9][0-9,.]{0,20}+%?+[ \u3000]{1,3}+-?+[0-9]")
_LEADERS: Final = re.compile(r"[.．·]{4}|…{2}|－{4}|_{6}")
_PAGE_NUMBER: Final = re.compile(
    r"[-—–－ ]{0,6}(?:第 {0,2})?([0-9]{1,4})(?: {0,2}页)?(?:[ ,，/]{0,3}共? {0,2}[0-9]{1,4} {0,2}页?)?[-—–－ ]{0,6}"
)


@frozen
class Line:
    """One line of a text, and its page where there are pages."""

    text: str
    page: int | None = None


def without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines without the numbers at the ends of pages, where they count the pages."""
    last = {line.page: number for number, line in enumerate(lines) if line.page is not None and line.text.strip()}
    shifts: dict[int, int] = {}
    for page, number in last.items():
        found = _PAGE_NUMBER.fullmatch(lines[number].text.strip()[:40])
        if found is not None and page is not None:
            shifts[number] = int(found[1]) - page
    shift, times = Counter(shifts.values()).most_common(1)[0] if shifts else (0, 0)
    if times < 2:
        return list(lines)
    return [line for number, line in enumerate(lines) if shifts.get(number) != shift]


def join_wrapped(lines: Sequence[Line]) -> Iterator[PublishedText]:
    """The paragraphs: the lines that are not blank, those that were wrapped put together."""
    wrapping = _wrapping_of(lines)
    current: Lines | None = None
    before = Line("")
    is_apart = False
    for line in lines:
        text = line.text.strip()
        if not text:
            is_apart = True
            continue
        is_apart = is_apart and line.page == before.page
        if current is None or wrapping is None or is_apart or not wrapping.goes_on(before.text, line.text):
            if current is not None:
                yield from current.texts()
            current = Lines(page=line.page)
        else:
            if line.page is not None and line.page != before.page:
                current.turn_page(line.page)
            if _is_word(before.text.rstrip()[-1]) and _is_word(text[0]):
                current.add(" ")
        current.add(text)
        before, is_apart = line, False
    if current is not None:
        yield from current.texts()


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalpha()


@frozen
class _Wrapping:
    """How lines were broken: the columns of a full line, and where it begins."""

    width: int
    indent: int

    def is_full(self, line: str) -> bool:
        return self.width - _SLACK <= _width(line.rstrip()) <= self.width

    def goes_on(self, line: str, after: str) -> bool:
        """Whether a paragraph that has come to the end of a line goes on with the line after it."""
        if _ends(line) or not self.is_full(line) or _is_columns(line) or _is_columns(after):
            return False
        return _indent(after) < self.indent + 2 and _BEGINS.match(after.strip()) is None


def _wrapping_of(lines: Sequence[Line]) -> _Wrapping | None:
    """The wrapping of a text; None where it is not evident that it is wrapped."""
    texts = [line.text for line in lines if line.text.strip() and not _is_columns(line.text)]
    if any(len(text) > 4 * _LARGEST for text in texts):
        return None
    widths = [_width(text.rstrip()) for text in texts]
    if not widths or not _SMALLEST <= max(widths) <= _LARGEST:
        return None
    for width in sorted({*widths}, reverse=True)[:_TRIED]:  # a few lines may be longer than a full one: titles, tables
        wrapping = _Wrapping(width, 0)
        full = [text for text in texts if wrapping.is_full(text)]
        on = [text for text in full if not _ends(text)]
        if len(on) >= _FEWEST and 4 * len(full) >= len(texts) and 10 * len(on) >= 6 * len(full):
            longer = sum(1 for one in widths if one > width)
            return _Wrapping(width, min(map(_indent, full))) if 20 * longer <= len(texts) + 20 else None
    return None


_TRIED: Final = 12
"""So many widths are tried, from the largest."""


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def _indent(text: str) -> int:
    return _width(text[: len(text) - len(text.lstrip())])


def _ends(line: str) -> bool:
    return line.rstrip().rstrip(_CLOSING).endswith(tuple(_ENDS))


def _is_columns(line: str) -> bool:
    """Whether it is a line of a table or of a table of contents."""
    return "\t" in line or _COLUMNS.search(line.strip()[:1000]) is not None or _LEADERS.search(line) is not None
