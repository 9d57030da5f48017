"""Paragraphs: which line goes on with the text of the line before it, and which begins anew."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from govfinance.document import PublishedText
from govfinance.io._published._pdf._lines import MADE_UP, Line

__all__ = ["Column", "PageLine", "TextOrigin", "columns", "paragraphs"]

_ORDINAL: Final = re.compile(
    r"(?:第[一二三四五六七八九十百0-9]{1,5}(?:部分|章|节|条|编)"
    r"|[一二三四五六七八九十]{1,3}[、．.]"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[）)]"
    r"|[0-9]{1,2}[、．.](?![0-9])"
    r"|[①-⑳])"
)
_ASIDE: Final = re.compile(r"部门[:：]|编制单位[:：]|金额单位[:：]|单位[:：]万?元|公开.{0,4}表|注[:：]")
_LEADER: Final = re.compile(r"(?:[.．·…‥・⋯]\s{0,3}){4,}[0-9IVXivx\-—– ]{0,8}$|…{2,}\s{0,3}[0-9]{1,4}$")
_TOKEN: Final = re.compile(
    r"[“‘（《〈【〔「『(\[]{0,3}(?:[!-~]{1,80}|.)[，。、；：？！”’）》〉】〕」』…%％)\],.;:]{0,3}"
)
_END: Final = frozenset("。！？；：!?;:")


@frozen
class TextOrigin:
    """The address of each character of a paragraph, -1 for a space that was put in."""

    at: array[int]


@frozen
class Column:
    """The left and right margin of the text of a page."""

    left: float
    right: float


@frozen
class PageLine:
    """A line with its page (from 0) and the margins there."""

    line: Line
    page: int
    column: Column


def columns(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[Column]:
    """The margins of the text of each page (width and lines), where most lines of pages of this width begin and end."""
    by_width: dict[int, list[Line]] = {}
    for width, lines in pages:
        by_width.setdefault(round(width / 10), []).extend(lines)
    usual = {width: _margins(lines, 10.0 * width) for width, lines in by_width.items()}
    found = []
    for width, lines in pages:
        column = usual[round(width / 10)]
        own = _margins(lines, width) if _long(lines, column) else None
        found.append(own or column or Column(0.1 * width, 0.9 * width))
    return found


def _long(lines: Sequence[Line], column: Column | None) -> bool:
    """Whether a page has enough full lines to tell its own margins."""
    return column is not None and sum(line.right - line.left > 0.8 * (column.right - column.left) for line in lines) > 3


def _margins(lines: Sequence[Line], width: float) -> Column | None:
    """The margins that most lines keep; where few lines end alike, the right one is as wide as the left one."""
    if not lines:
        return None
    long = sorted(lines, key=lambda line: line.left - line.right)[: max(3, len(lines) // 2)]
    rights = Counter(round(line.right / 3) for line in long)
    lefts = Counter(round(line.left / 3) for line in lines)
    most = max(rights.values())
    right = 3.0 * max(place for place, count in rights.items() if 3 * count >= most)
    often = max(lefts.values())
    left = 3.0 * min(place for place, count in lefts.items() if 5 * count >= often)
    near_right = [line.right for line in long if abs(line.right - right) < 6]
    near_left = [line.left for line in lines if abs(line.left - left) < 6]
    left, right = min(near_left, default=left), max(near_right, default=right)
    if len(near_right) < 3:
        right = max(right, width - left - 2 * long[0].size)
    return Column(left, right)


def paragraphs(lines: Iterable[PageLine]) -> list[PublishedText]:
    """The paragraphs of the lines of a text without tables in between."""
    found: list[list[PageLine]] = []
    for line in lines:
        if found and _goes_on(found[-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return [_published(group) for group in found]


def _goes_on(group: Sequence[PageLine], later: PageLine) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    before = group[-1]
    one, two = before.line, later.line
    if _LEADER.search(one.text[-200:]) or _ASIDE.match(two.text) or not _full(before, two):
        return False
    if one.left - before.column.left > 5 * one.size and not _centred(before):
        return False
    same_page = before.page == later.page
    if same_page and two.middle - one.middle > _spacing(group, two):
        return False
    if _centred(later):
        return _centred(before, -1.0) and abs(one.size - two.size) < 0.5 and not _ORDINAL.match(two.text)
    em = two.size
    indent = two.left - later.column.left
    first_indent = group[0].line.left - group[0].column.left
    if len(group) > 1:
        indented = indent > group[1].line.left - group[1].column.left + 1.2 * em
    else:
        indented = indent > 1.2 * em and indent > first_indent - 0.8 * em
    if indented or (len(group) == 1 and one.text[-1] == "。" and abs(indent - first_indent) < 0.5 * em):
        return False
    return not (_ORDINAL.match(two.text) and (one.text[-1] in _END or indent > 1.2 * em))


def _full(before: PageLine, later: Line) -> bool:
    """Whether the first word of the next line had no room at the end of a line."""
    token = _TOKEN.match(later.text)
    width = 0.0
    if token is not None and later.chars:
        count = len(token.group().replace(" ", ""))
        chars = [char for char in later.chars[: count + 1] if char.text != " "][:count]
        width = chars[-1].right - chars[0].left if chars else 0.0
    room = before.column.right - before.line.right
    slack = 0.35 if before.line.text[-1] in _END else 1.2
    return room < max(width, before.line.size) + slack * before.line.size


def _spacing(group: Sequence[PageLine], later: Line) -> float:
    """The most that a line may stand below the line before it."""
    one = group[-1].line
    if len(group) > 1 and group[-2].page == group[-1].page:
        return max(1.45 * (one.middle - group[-2].line.middle), 1.3 * max(one.size, later.size))
    return 2.6 * max(one.size, later.size)


def _centred(line: PageLine, room: float = 3.0) -> bool:
    """Whether a line stands in the middle, with room for so many characters on both sides."""
    left, right = line.line.left - line.column.left, line.column.right - line.line.right
    return left > room * line.line.size and abs(left - right) < 1.5 * line.line.size


def _published(group: Sequence[PageLine]) -> PublishedText:
    parts: list[str] = []
    at = array("q")
    breaks: list[tuple[int, int]] = []
    page = group[0].page
    for member in group:
        line = member.line
        if parts and _between_words(parts[-1], line.text):
            parts.append(" ")
            at.append(MADE_UP)
        if member.page != page:
            page = member.page
            breaks.append((len(at), page + 1))
        parts.append(line.text)
        at.extend(line.at)
    return PublishedText(text="".join(parts), page=group[0].page + 1, breaks=tuple(breaks), origin=TextOrigin(at))


def _between_words(before: str, later: str) -> bool:
    return before[-1].isascii() and before[-1].isalpha() and later[0].isascii() and later[0].isalpha()
