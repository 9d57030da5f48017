"""Another department's name where the document speaks of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from govfinance.audit._names import ORDINAL, is_organisation, may_be_name, misspelt, name_key, same_name
from govfinance.audit._plain import plain
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._texts._context import Context, Paragraph, verdict_of
from govfinance.document import Place

__all__ = ["RULES", "check_department"]

_SENTENCE: Final = Rule(
    code="department-name-differs",
    kind="department_name_inconsistent",
    severity=Severity.ERROR,
    zh="部门名称前后不一致",
    en="the name of another department",
    ground_zh="决算情况说明各句所称部门应为公开主体",
    ground_en="the sentences of the narrative are about the department whose accounts they are",
)
_TABLE: Final = Rule(
    code="table-department-differs",
    kind="department_name_inconsistent",
    severity=Severity.ERROR,
    zh="表头部门名称与公开主体不一致",
    en="a table names another department",
    ground_zh="决算表“部门”栏应为公开主体",
    ground_en="the tables are those of the department whose accounts are published",
)
RULES: Final = (_SENTENCE, _TABLE)

_LABEL: Final = re.compile(
    r"^(?:公开)?(?:部门|单位|编制单位|编报单位|编制部门|填报单位|填报部门|预算单位|预算部门)(?:名称)?(?:（公章）|（盖章）)?："
    r"(?:（?[0-9]{3,12}）?-?)?(?P<name>[\u4e00-\u9fff（）·]{3,40})"
)
_CUT: Final = re.compile(r"(?:金额)?单位：.*|金额.*|公开[0-9].*")
_MONEY: Final = re.compile(r"^(?:人民币)?(?:万|亿|千)?元")
_CLAUSE: Final = re.compile(rf"(?:^|(?<=[。；，：]))(?:{ORDINAL}){{0,2}}(?=[\u4e00-\u9fff])")
_WORDS: Final = r"(?P<name>[0-9\u4e00-\u9fff·“”（）]{3,40}?)"
_START: Final = rf"(?:^|(?<=。))(?:{ORDINAL}){{0,2}}"
_STANDARD: Final = (
    re.compile(
        rf"{_START}{_WORDS}(?:截至20[0-9]{{2}}年12月31日|20[0-9]{{2}}年度(?=在(?:部门|单位)?决算中反映|预算绩效管理|政府采购"
        r"|没有|无|机[关构]运行|国有资产))"
    ),
    re.compile(rf"{_START}{_WORDS}根据预算绩效管理要求"),
    re.compile(rf"{_START}根据预算绩效管理要求，{_WORDS}组织对20[0-9]{{2}}年"),
    re.compile(rf"{_START}20[0-9]{{2}}年，{_WORDS}(?:所属各?预算单位|开支财政拨款)"),
)
_NOTE: Final = re.compile(
    rf"^(?:说明：|注：|备注：)?{_WORDS}(?:本年度?|20[0-9]{{2}}年度?)?没有(?:使用)?(?:政府性基金|国有资本经营)"
)
"""What is said below a table without figures."""
_ENDED: Final = re.compile(
    r"(?:（[^（）]{1,6}）|部门|单位|本级){0,2}(?:截至|在|本年度?)?"
    r"(?:20[0-9]{2}年|组织对?20|共有车辆|概况|根据预算绩效|所属各?预算单位|国有资产|没有(?:使用)?(?:政府性基金|国有资本)|$)"
)
"""What follows a name whose last characters are not as they should be, so that it is known to end there."""
_NUMBERS: Final = frozenset("一二三四五六七八九十东南西北中")
_MOST: Final = 20
"""So many spellings of a name are counted."""
_LEAST: Final = 3
"""How often a document says its own name, so that another spelling is a slip."""


def check_department(context: Context) -> Iterator[Finding]:
    """Sentences and tables that name a department which the document is not about."""
    own = context.identity.department
    if own is None:
        return
    whole = "\n".join(paragraph.text for paragraph in context.paragraphs)
    slips: set[tuple[int, int]] = set()
    if len(context.identity.department_places) >= 2:
        for finding in _misspelt(context, own, whole):
            slips.add((finding.place.block, finding.place.start))
            yield finding
        for finding in _in_sentences(context, own):
            if (finding.place.block, finding.place.start) not in slips:
                yield finding
    yield from _in_tables(context, own, whole)


def _misspelt(context: Context, own: str, whole: str) -> Iterator[Finding]:
    """Clauses that begin with a name which is the own one but for one character."""
    said = whole.count(own)
    if said < _LEAST or len(own) < 5:
        return
    listed = "".join(one.text for one in context.paragraphs if one.zone == "overview").replace(own, "")
    levels = tuple(level for level in ("部门", "单位") if f"{own}{level}20" in whole or f"{own}{level}根据" in whole)
    counts: dict[str, int] = {}
    for paragraph in context.paragraphs:
        for start in _starts(paragraph):
            ends = misspelt(paragraph.text, start, own)
            end = next((end for end in ends if _is_whole(paragraph.text, start, end, own, levels)), None)
            if end is None or context.in_reason(paragraph, start):
                continue
            name = paragraph.text[start:end]
            if name not in counts and len(counts) < _MOST:
                counts[name] = whole.count(name) - (said if name in own else 0)
            doubtful = (
                counts.get(name, said) * _LEAST > said
                or name in listed
                or _is_sister(name, own)
                or _ENDED.match(paragraph.text, end) is None
            )
            yield _differs(context, paragraph, (start, end), own, doubtful=doubtful)


def _is_whole(text: str, start: int, end: int, own: str, levels: tuple[str, ...]) -> bool:
    """Whether a name ends here: with its own last character, or where standard words follow.

    Without the last one it may be a way of speaking (县财政, 县财政部门), but not at the beginning of a standard sentence;
    ``levels`` are 部门 and 单位 where the document has them after the whole name.
    """
    if text[start:end] == own[:-1]:
        begins = start == 0 or text[start - 1] not in "；，" or text.endswith("管理要求，", 0, start)
        speaking = text.startswith(("部门", "单位"), end) and not (levels and text.startswith(levels, end))
        return begins and not speaking and _ENDED.match(text, end) is not None
    return text[end - 1] == own[-1] or _ENDED.match(text, end) is not None


def _is_sister(name: str, own: str) -> bool:
    """Whether only a number tells two names apart (第一小学, 第二小学)."""
    changed = [(one, other) for one, other in zip(name, own, strict=False) if one != other]
    return len(name) == len(own) and all(one in _NUMBERS and other in _NUMBERS for one, other in changed)


def _starts(paragraph: Paragraph) -> list[int]:
    """Where a clause begins; only the first of a line above or below a table."""
    if paragraph.zone == "tables":
        return [0, *([3] if paragraph.text.startswith("说明：") else [])]
    if not (paragraph.audited or paragraph.heading) or _labelled(paragraph.text) is not None:
        return []
    return [*dict.fromkeys(found.end() for found in _CLAUSE.finditer(paragraph.text))]


def _in_sentences(context: Context, own: str) -> Iterator[Finding]:
    said = [(paragraph, *one) for paragraph in context.paragraphs for one in _named(paragraph)]
    counts = Counter(name for _, name, _ in said)
    total = sum(counts.values())
    listed = "".join(paragraph.text for paragraph in context.paragraphs if paragraph.zone == "overview")
    for paragraph, name, span in said:
        if same_name(own, name):
            continue
        doubtful = counts[name] * _LEAST > total or name in listed
        if context.identity.level == "unit" and counts[name] > 1:
            doubtful = True
        if paragraph.about == "performance" and span not in {found for found, _ in _standard(paragraph)}:
            doubtful = True
        yield _differs(context, paragraph, span, own, doubtful=doubtful)


def _named(paragraph: Paragraph) -> Iterator[tuple[str, tuple[int, int]]]:
    """The names of organisations at the beginning of standard sentences and in titles, each with its span."""
    found = dict(_standard(paragraph))
    if paragraph.audited or paragraph.heading:
        for one in paragraph.mentions:
            if one.name is not None and one.name_span is not None:
                found.setdefault(one.name_span, one.name)
    for span, name in found.items():
        yield name, span


def _standard(paragraph: Paragraph) -> Iterator[tuple[tuple[int, int], str]]:
    """Those that stand where the sentences of the forms, and the notes below their tables, have the own name."""
    patterns: tuple[re.Pattern[str], ...] = ()
    if "没有" in paragraph.text[:90]:
        patterns = (_NOTE,)
    if (paragraph.audited or paragraph.heading) and "20" in paragraph.text:
        patterns += _STANDARD
    for pattern in patterns:
        for match in pattern.finditer(paragraph.text):
            if may_be_name(match["name"]):
                yield match.span("name"), name_key(match["name"])


def _differs(context: Context, paragraph: Paragraph, span: tuple[int, int], own: str, *, doubtful: bool) -> Finding:
    name = name_key(paragraph.text[slice(*span)])
    span = span[0], span[0] + len(name)
    return context.finding(
        _SENTENCE,
        paragraph,
        span,
        expected=own,
        zh=f"此处称“{name}”，全文其他处为“{own}”",
        en=f"expected {own}, got {name}",
        quote=(span[0], min(len(paragraph.text), span[1] + 24)),
        severity=Severity.WARNING if doubtful else None,
    )


def _in_tables(context: Context, own: str, whole: str) -> Iterator[Finding]:
    labels = [(name, place, quote) for text, place, quote in _labels(context) if (name := _name(text, own)) is not None]
    counts = Counter(name for name, _, _ in labels)
    sure = whole.count(own) >= _LEAST or counts[own] >= _LEAST
    for name, place, quote in labels:
        slip = sure and len(own) >= 5 and len(name) in misspelt(name, 0, own)
        if name == own or (same_name(own, name) and not slip):
            continue
        doubtful = counts[name] * 2 > len(labels) or (context.identity.level == "unit" and counts[name] > 1)
        severity = Severity.WARNING if doubtful else None
        yield Finding(
            rule=_TABLE,
            verdict=verdict_of(severity or _TABLE),
            place=place,
            section=context.title_of(context.outline.at(place.block)),
            page=context.document.page_of(place),
            quote=quote,
            printed=name,
            expected=own,
            zh=f"表头部门为“{name}”，公开主体为“{own}”",
            en=f"the table is that of {name}, the document that of {own}",
            severity=severity,
        )


def _name(text: str, own: str) -> str | None:
    name = name_key(text)
    return name if is_organisation(name) or len(name) in misspelt(name, 0, own) else None


def _labels(context: Context) -> Iterator[tuple[str, Place, str]]:
    """The names after 部门： in tables, and in the lines above them."""
    for number, table in context.document.tables():
        for row, cells in enumerate(table.rows[:6]):
            for column, cell in enumerate(cells):
                name = _labelled(cell)
                if name is not None:
                    yield name, Place(block=number, row=row, column=column, end=len(cell)), cell.strip()
    for paragraph in context.paragraphs:
        name = _labelled(paragraph.text) if len(paragraph.text) < 90 else None
        if name is not None and paragraph.zone in ("tables", "narrative", ""):
            place = context.place(paragraph, 0, len(paragraph.text))
            yield name, place, paragraph.source.text.strip()


def _labelled(text: str) -> str | None:
    if len(text) > 200:
        return None
    found = _LABEL.match(_CUT.sub("", plain(text).text) if "：" in text or ":" in text else "")
    if found is None or _MONEY.match(found["name"]) is not None:
        return None
    return found["name"]
