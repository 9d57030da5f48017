"""Where the sections of a document begin and end, and what each is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from attrs import frozen

from govfinance.audit._plain import plain
from govfinance.document import PublishedDocument, PublishedTable, PublishedText

__all__ = ["NARRATIVE", "Outline", "OutlineSection", "find_outline"]

NARRATIVE: Final = frozenset(
    {
        "totals",
        "revenue",
        "expenditure",
        "fiscal",
        "general_public",
        "basic",
        "project",
        "three_public",
        "government_fund",
        "state_capital",
        "operating_expenses",
        "procurement",
        "assets",
        "performance",
        "other_matters",
    }
)
"""What the sections of the narrative are about (部门决算情况说明)."""


@frozen(kw_only=True)
class OutlineSection:
    """One section: its number and title as printed, what it is about, and its blocks ``first`` (its heading) to ``end``.

    ``about`` is one of totals, revenue, expenditure, fiscal, general_public, basic, project, three_public,
    government_fund, state_capital, operating_expenses, procurement, assets, performance, other_matters (of the
    narrative); overview, glossary, contact, tables, contents, part; empty where it is not known. ``level`` is 0 for a
    part (第一部分), 1 for a section, 2 for one within a section. ``parent`` is the number of the section that it is within,
    -1 for none.
    """

    number: str
    title: str
    about: str
    first: int
    end: int
    level: int = 1
    parent: int = -1


@frozen(kw_only=True)
class Outline:
    """The sections of a document in reading order."""

    sections: tuple[OutlineSection, ...] = ()

    def at(self, block: int) -> int:
        """The innermost section that a block stands in; -1 for none."""
        return self._innermost[block] if 0 <= block < len(self._innermost) else -1

    @cached_property
    def _innermost(self) -> list[int]:
        found = [-1] * max((section.end for section in self.sections), default=0)
        for number, section in enumerate(self.sections):
            found[section.first : section.end] = [number] * (section.end - section.first)
        return found


_LONGEST: Final = 80
"""Characters of a heading; what is longer is text, which may begin with a title."""

_PART: Final = re.compile("第[一二三四五六七八九十0-9]{1,3}部分[、：，.．]?")
_NUMBER: Final = re.compile(
    "(?P<chinese>[一二三四五六七八九十]{1,3}(?:、|[.．，](?![0-9])))"
    "|(?P<bracket>（[一二三四五六七八九十]{1,3}）、?)"
    "|(?P<arabic>[0-9]{1,2}(?:、|[.．](?![0-9])(?=.)))"
    "|(?P<small>（[0-9]{1,2}）|[①-⑳])"
)
_LEADER: Final = re.compile("[.…·．。]{3,}+[0-9]{0,3}$|(?<=[^0-9年月])[0-9]{1,3}$|PAGEREF.*$")
_TITLE: Final = re.compile(
    "(?:关于)?[^，。；：,;]{0,40}?(?:情况的?说明|情况总体说明|的说明|说明|支出情况|决算情况|使用情况|占用情况|管理情况|绩效情况|重要事项|"
    "[^。；：]{0,6}情况)(?![的和及与])"
)
_ENDS: Final = re.compile(
    "(?:说明|情况|概况|解释|事项|总表|明细表|决算表|情况表|信息表|附件|附表|目录|渠道|方式)。?：?$"
)
_SHORT: Final = re.compile("[^，。；：0-9]{2,24}。?")
"""A title without 情况 or 说明 at its end: 八、国有资产占用."""
_CONTENTS: Final = re.compile("^目录$")
_ABOVE: Final = re.compile("第[一1]部分|一、")

# The first that fits: what is more special stands before what its words contain.
_ABOUT: Final[Sequence[tuple[str, re.Pattern[str]]]] = tuple(
    (about, re.compile(pattern))
    for about, pattern in (
        ("contents", "^目录$"),
        ("glossary", "名词解释|名词说明|名词释义|专业名词|专业性名词"),
        ("contact", "联系方式|反馈渠道|信息反馈"),
        ("tables", "(?:总表|明细表|决算表|情况表|信息表|报表|附表|一览表|公开表)(?:（.{0,10}）)?$|^附件|决算表$"),
        ("performance", "绩效"),
        ("three_public", "“?三公"),
        ("operating_expenses", "机关运行经费|机构运行经费|行政运行经费"),
        ("procurement", "政府采购"),
        ("assets", "国有资产|资产占[用有]"),
        ("government_fund", "政府性基金"),
        ("state_capital", "国有资本"),
        ("other_matters", "其他重要事项|其它重要事项|其他事项"),
        ("basic", "基本支出"),
        ("project", "一般公共预算.{0,6}项目支出"),
        ("general_public", "一般公共预算.{0,6}支出|财政拨款支出决算(?:具体|结构|总体|情况)"),
        ("fiscal", "财政拨款.{0,3}(?:收入、?支出|收、?支).{0,12}"),
        ("totals", "(?:收入、?支出|收、?支)(?:决算)?(?:总体|总计|情况)|总体情况说明"),
        ("overview", "概况|基本情况|职能|职责|机构设置|单位构成|人员构成|工作完成情况|重点工作|主要工作"),
        ("expenditure", "^(?:本年|[^，。]{0,16}年度?)?(?:支出|项目支出)(?:决算)?(?:情况|说明|构成|的说明)"),
        ("revenue", "^(?:本年|[^，。]{0,16}年度?)?收入(?:决算)?(?:情况|说明|构成|的说明)"),
        ("part", "决算情况(?:的)?说明$|决算说明$|决算情况$|决算分析$|决算编制说明$"),
    )
)


@frozen
class _Heading:
    block: int
    number: str
    title: str
    about: str
    kind: str
    """part, chinese, bracket, arabic, small; empty for none."""
    alone: bool
    """Whether nothing else stands in the paragraph."""


def find_outline(document: PublishedDocument) -> Outline:
    """The sections of a document by their headings, in any numbering or none; the contents page is one section."""
    headings = [heading for number, block in document.texts() if (heading := _heading(number, block)) is not None]
    first, end = _contents(document)
    found = [heading for heading in headings if not first <= heading.block < end and heading.about != "contents"]
    return Outline(sections=tuple(_sections(found, first, end, len(document.blocks))))


def _heading(number: int, block: PublishedText) -> _Heading | None:
    text = plain(block.text[: 4 * _LONGEST]).text
    if not text:
        return None
    alone = len(text) <= _LONGEST
    text = _LEADER.sub("", text[:_LONGEST])
    mark = _PART.match(text)
    kind = "part" if mark else ""
    if mark is None and (mark := _NUMBER.match(text)) is not None:
        kind = str(mark.lastgroup)
    printed = text[: mark.end()] if mark else ""
    rest = text[len(printed) :]
    if rest.rstrip("。：").endswith(("（类）", "（款）")):
        return None  # （二）国有资本经营预算支出（类） heads the items of a 类, and is no section
    if alone and _ENDS.search(rest) and "，" not in rest and "万元" not in rest:
        title = rest.rstrip("。：")
    elif alone and (kind == "part" or block.heading) and rest:
        title = rest
    elif alone and kind == "chinese" and _SHORT.fullmatch(rest) and _about(rest) in NARRATIVE:
        title = rest.rstrip("。")
    elif kind and (begin := _TITLE.match(rest)) is not None:
        title = begin.group()
        alone = alone and len(rest) - len(title) < 2
    else:
        return None
    about = _about(title)
    if kind == "part" and about not in ("overview", "glossary", "contact", "tables", "contents"):
        about = "part"
    if not about and not (kind in ("part", "chinese") and alone):
        return None
    if not kind and not block.heading and about not in NARRATIVE | {"contents", "glossary", "tables", "part"}:
        return None
    return _Heading(number, printed.rstrip("、．.，："), title, about, kind, alone)


def _about(title: str) -> str:
    return next((about for about, pattern in _ABOUT if pattern.search(title)), "")


def _contents(document: PublishedDocument) -> tuple[int, int]:
    """The blocks of a contents page: short lines, from 目录 to where the first of them is said again."""
    lines: list[tuple[int, str]] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, PublishedTable) or len(block.text) > 4 * _LONGEST:
            lines.append((number, ""))
            continue
        text = _LEADER.sub("", plain(block.text).text)
        lines.append((number, text if len(text) <= _LONGEST and not text.endswith("。") else ""))
    start = next((place for place, (_, text) in enumerate(lines) if _CONTENTS.match(text)), None)
    if start is not None and start + 1 < len(lines):
        return lines[start][0], lines[_end_of_contents(lines, start + 1)][0]
    for place, (number, text) in enumerate(lines):
        if _ABOVE.match(text):
            end = _end_of_contents(lines, place)
            short = all(line for _, line in lines[place:end])
            again = end < len(lines) and lines[end][1] == text
            return (number, lines[end][0]) if short and again and end - place > 3 else (0, 0)
    return 0, 0


def _end_of_contents(lines: Sequence[tuple[int, str]], begin: int) -> int:
    seen: set[str] = set()
    for place in range(begin, len(lines)):
        text = lines[place][1]
        if not text or (text in seen and (text == lines[begin][1] or _PART.match(text))):
            return place
        seen.add(text)
    return len(lines) - 1


def _sections(headings: Sequence[_Heading], first: int, stop: int, blocks: int) -> Iterator[OutlineSection]:
    found: list[tuple[_Heading, int, str]] = []
    if stop > first:
        found.append((_Heading(first, "", "目录", "contents", "", alone=True), 0, "contents"))
    open_: list[tuple[int, str, str]] = []  # level, about and kind of what a heading would stand in
    for heading in headings:
        level = _level(heading, open_)
        if level is None:
            continue
        while open_ and open_[-1][0] >= level:
            open_.pop()
        about = heading.about
        if open_ and open_[-1][1] == "overview" and about != "part":
            about = "overview"
        found.append((heading, level, about))
        open_.append((level, about, heading.kind))
    found.sort(key=lambda one: one[0].block)
    for place, (heading, level, about) in enumerate(found):
        end = next((later.block for later, its, _ in found[place + 1 :] if its <= level), blocks)
        parent = next(
            (
                before
                for before in range(place - 1, -1, -1)
                if found[before][1] < level and found[before][2] != "contents"
            ),
            -1,
        )
        if about == "contents":
            end = stop
        yield OutlineSection(
            number=heading.number,
            title=heading.title,
            about=about,
            first=heading.block,
            end=end,
            level=level,
            parent=parent,
        )


def _level(heading: _Heading, open_: Sequence[tuple[int, str, str]]) -> int | None:
    """0 for a part, 1 for a section, 2 for one within; None for what is no section of its own."""
    if heading.kind == "part":
        return 0
    within = open_[-1] if open_ else (-1, "", "")
    above = [about for level, about, _ in open_ if level <= 1]
    sibling = heading.kind == "bracket" and any(level == 1 and kind == "bracket" for level, _, kind in open_)
    if heading.about == "part":
        # 三、…部门决算情况说明 above （一）收入支出决算总体情况说明: a part by another number.
        return 0 if heading.kind in ("", "chinese") and heading.alone else None
    if heading.about in ("glossary", "contact", "tables") and heading.kind in ("", "chinese"):
        if heading.about == "tables" and not heading.kind and within[1] in NARRATIVE:
            return None
        if not heading.kind and heading.about == "contact":
            return None
        return 1
    if within[1] in ("glossary", "tables", "contact") and heading.about not in NARRATIVE:
        return None
    if within[1] == "glossary":
        return None
    if heading.kind == "chinese":
        return 1
    if heading.about == "overview" or not heading.about:
        return None
    if heading.kind in ("bracket", "arabic", "small"):
        if "overview" in above or (not heading.alone and not heading.title.endswith(("说明", "情况"))):
            return None
        if sibling:
            return 1
        if "other_matters" in above:
            return 2 if heading.about != "other_matters" and heading.about not in _SAME else None
        if above and above[-1] in NARRATIVE:
            if above[-1] == heading.about or heading.about in _NEAR.get(above[-1], ()):
                return None
            bracketed = any(level == 1 and kind == "bracket" for level, _, kind in open_)
            return 1 if heading.kind == "arabic" and not bracketed else 2
        return 1
    if heading.about not in NARRATIVE:
        return None
    if "overview" in above:
        return None
    # Without a number: 其他重要事项 has its parts below it.
    if "other_matters" in above and heading.about in ("operating_expenses", "procurement", "assets", "performance"):
        return 2
    return None if within[1] == heading.about else 1


_SAME: Final = frozenset({"part", "contents", "overview"})
_NEAR: Final[dict[str, tuple[str, ...]]] = {
    "three_public": ("general_public", "basic", "expenditure", "totals"),
    "general_public": ("expenditure", "revenue", "totals", "fiscal", "basic", "project"),
    "government_fund": ("expenditure", "revenue", "totals"),
    "state_capital": ("expenditure", "revenue", "totals"),
    "performance": ("project", "expenditure", "totals"),
    "basic": ("general_public", "project"),
    "fiscal": ("totals", "general_public", "expenditure", "revenue"),
}
"""Headings within a section that sound like another one: （一）一般公共预算财政拨款支出决算总体情况."""
