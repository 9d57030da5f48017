"""Another department's name where the document speaks of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from govfinance.audit._names import is_organisation, name_key, same_name
from govfinance.audit._plain import plain
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._texts._context import Context, verdict_of
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


def check_department(context: Context) -> Iterator[Finding]:
    """Sentences and tables that name a department which the document is not about."""
    own = context.identity.department
    if own is None:
        return
    if len(context.identity.department_places) >= 2:
        yield from _in_sentences(context, own)
    yield from _in_tables(context, own)


def _in_sentences(context: Context, own: str) -> Iterator[Finding]:
    texts = [paragraph for paragraph in context.paragraphs if paragraph.audited or paragraph.heading]
    said = [(paragraph, one) for paragraph in texts for one in paragraph.mentions]
    counts = Counter(one.name for _, one in said if one.name is not None)
    total = sum(counts.values())
    listed = "".join(paragraph.text for paragraph in context.paragraphs if paragraph.zone == "overview")
    for paragraph, one in said:
        if one.name is None or one.name_span is None or same_name(own, one.name):
            continue
        doubtful = counts[one.name] * 3 > total or one.name in listed or context.identity.level == "unit"
        doubtful = doubtful or paragraph.about == "performance"
        yield context.finding(
            _SENTENCE,
            paragraph,
            one.name_span,
            expected=own,
            zh=f"此处称“{one.name}”，全文其他处为“{own}”",
            en=f"expected {own}, got {one.name}",
            quote=(one.name_span[0], min(len(paragraph.text), one.name_span[1] + 24)),
            severity=Severity.WARNING if doubtful else None,
        )


def _in_tables(context: Context, own: str) -> Iterator[Finding]:
    labels = list(_labels(context))
    counts = Counter(name for name, _, _ in labels)
    for name, place, quote in labels:
        if same_name(own, name):
            continue
        doubtful = context.identity.level == "unit" or counts[name] * 2 > len(labels)
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


def _labels(context: Context) -> Iterator[tuple[str, Place, str]]:
    """The names after 部门： in tables, and in paragraphs of the part that has the tables."""
    for number, table in context.document.tables():
        for row, cells in enumerate(table.rows[:6]):
            for column, cell in enumerate(cells):
                name = _labelled(cell)
                if name is not None:
                    yield name, Place(block=number, row=row, column=column, end=len(cell)), cell.strip()
    for paragraph in context.paragraphs:
        name = _labelled(paragraph.text) if len(paragraph.text) < 90 else None
        if name is not None and paragraph.zone in ("tables", ""):
            place = context.place(paragraph, 0, len(paragraph.text))
            yield name, place, paragraph.source.text.strip()


def _labelled(text: str) -> str | None:
    if len(text) > 200:
        return None
    found = _LABEL.match(_CUT.sub("", plain(text).text) if "：" in text or ":" in text else "")
    if found is None or _MONEY.match(found["name"]) is not None:
        return None
    name = name_key(found["name"])
    return name if is_organisation(name) else None
