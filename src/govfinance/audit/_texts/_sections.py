"""Sections and tables that the form demands and the document does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from govfinance.audit._names import ORDINAL
from govfinance.audit._plain import plain
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._texts._context import Context, verdict_of
from govfinance.document import Place
from govfinance.jurisdictions import Jurisdiction

__all__ = ["RULES", "check_sections"]

_SECTION: Final = Rule(
    code="section-missing",
    kind="missing_section",
    severity=Severity.ERROR,
    zh="缺少规定的章节",
    en="a section of the form is missing",
    ground_zh="公开格式规定的各节均应公开，无此项内容的也应说明",
    ground_en="every section of the form is published, also where there is nothing to report",
)
_TABLE: Final = Rule(
    code="table-missing",
    kind="missing_section",
    severity=Severity.ERROR,
    zh="缺少规定的决算表",
    en="a table of the form is missing",
    ground_zh="公开格式规定的各表均应公开，无数据的公开空表并说明",
    ground_en="every table of the form is published, also where it has no figures",
)
_NO_TABLES: Final = Rule(
    code="tables-missing",
    kind="missing_section",
    severity=Severity.INFO,
    zh="文档中没有决算表",
    en="there are no tables in the document",
    ground_zh="部门决算公开包括决算表和情况说明",
    ground_en="published final accounts consist of tables and of the narrative",
)
RULES: Final = (_SECTION, _TABLE, _NO_TABLES)

_NUMBER: Final = re.compile(rf"^(?:{ORDINAL})")
_TAIL: Final = re.compile(r"[.…·]{2,}[0-9]*$|[0-9]{1,3}$")
_WORN: Final = re.compile(r"决算|财政拨款|预算|情况|说明|的|收入|支出")
_ELSEWHERE: Final = re.compile(r"见附件|附件|附表|另附|详见|链接")
_LIKE: Final = 0.72


def check_sections(context: Context) -> Iterator[Finding]:
    """What the form demands; nothing where the form is not sure, or where most of it is not there."""
    form = context.identity.form
    if form is not None and context.identity.form_sure:
        yield from _missing_sections(context, form)
        yield from _missing_tables(context, form)
    yield from _no_tables(context)


def _bare(title: str) -> str:
    return _TAIL.sub("", _NUMBER.sub("", plain(title).text)).rstrip("。：")


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def _missing_sections(context: Context, form: Jurisdiction) -> Iterator[Finding]:
    wanted = [_bare(section.title) for section in form.outline.sections]
    headings = {
        _bare(paragraph.text)
        for paragraph in context.paragraphs
        if len(paragraph.text) <= 70 and paragraph.zone != "contents"
    }
    headings |= {
        _bare(section.title) for section in context.outline.sections if section.about not in ("contents", "tables")
    }
    missing = [number for number, title in enumerate(wanted) if title not in headings]
    if not missing or len(missing) * 3 > len(wanted):
        return
    others = headings - set(wanted)
    for number in missing:
        title = wanted[number]
        if any(_alike(title, other) or _worn(title) == _worn(other) for other in others if len(other) <= 40):
            continue
        if _mentioned(context, title):
            continue
        before = next((wanted[at] for at in range(number - 1, -1, -1) if at not in missing), "")
        yield _about_nothing(
            context,
            _SECTION,
            title,
            _heading_place(context, before),
            zh=f"缺少“{title}”一节（格式的第{number + 1}节）",
            en=f"the section {title} (number {number + 1} of the form) is missing",
        )


def _worn(title: str) -> str:
    """What tells a title from the others, without the words that they share."""
    return _WORN.sub("", title) or title


def _mentioned(context: Context, title: str) -> bool:
    """Whether the topic of a section is spoken of under another heading."""
    core = _worn(title)
    return len(core) >= 4 and any(
        core in paragraph.text and len(paragraph.text) <= 70
        for paragraph in context.paragraphs
        if paragraph.zone != "contents" and paragraph.heading
    )


def _missing_tables(context: Context, form: Jurisdiction) -> Iterator[Finding]:
    """A table that stands neither in the text nor in any cell, where nearly all others do."""
    if len(context.document.tables()) < 4:
        return
    titles = [_bare(layout.title) for layout in form.tables.layouts]
    counts: Counter[str] = Counter()
    for paragraph in context.paragraphs:
        if paragraph.zone != "contents" and len(paragraph.text) <= 60:
            counts[_untitled(paragraph.text)] += 1
    for _, table in context.document.tables():
        counts.update({_untitled(cell) for cells in table.rows[:4] for cell in cells if 4 <= len(cell) <= 60})
    missing = [title for title in titles if title not in counts and not any(_alike(title, said) for said in counts)]
    if len(missing) > 2 or len(titles) - len(missing) < 5:
        return
    for title in missing:
        yield _about_nothing(
            context, _TABLE, title, Place(block=0), zh=f"缺少“{title}”", en=f"the table {title} is missing"
        )


_NUMBERED = re.compile(
    r"^(?:20[0-9]{2}年度?|公开[0-9]{1,2}表|附[件表]?[0-9一二三四五六七八九十-]{0,4}|表[0-9一二三四五六七八九十]{1,3})+[：:、.]?"
)


def _untitled(text: str) -> str:
    """The title of a table without its year and its number (公开02表 收入决算表)."""
    return _NUMBERED.sub("", _bare(text))


def _no_tables(context: Context) -> Iterator[Finding]:
    """Only a narrative, in a file that could have tables, and no word of where they are."""
    if context.document.kind == "txt" or context.document.tables():
        return
    narrative = {paragraph.about for paragraph in context.paragraphs if paragraph.zone == "narrative"}
    if len(narrative) < 4 or any(_ELSEWHERE.search(paragraph.text) is not None for paragraph in context.paragraphs):
        return
    yield _about_nothing(
        context,
        _NO_TABLES,
        "",
        Place(block=0),
        zh="文档中没有决算表，也没有说明决算表在何处",
        en="the document has no tables, and does not say where they are",
    )


def _heading_place(context: Context, title: str) -> Place:
    for paragraph in context.paragraphs:
        if title and paragraph.zone != "contents" and _bare(paragraph.text) == title:
            return context.place(paragraph, 0, len(paragraph.text))
    return Place(block=0)


def _about_nothing(context: Context, rule: Rule, title: str, place: Place, *, zh: str, en: str) -> Finding:
    """A finding about what is not there; its place is what it should follow."""
    return Finding(
        rule=rule,
        verdict=verdict_of(rule),
        place=place,
        page=context.document.page_of(place) if context.document.blocks else None,
        quote=context.document.quote(place) if place.end else "",
        expected=title,
        zh=zh,
        en=en,
    )
