"""Another year in the standard wording: years in free words, in names and in document numbers are not looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govfinance.audit._names import ORDINAL
from govfinance.audit._plain import plain
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._texts._context import Context, Paragraph, verdict_of
from govfinance.document import Place

__all__ = ["RULES", "check_years"]

_YEAR: Final = Rule(
    code="year-differs",
    kind="year_inconsistent",
    severity=Severity.ERROR,
    zh="年度与决算年度不一致",
    en="a year that is not that of the accounts",
    ground_zh="固定句式中的年度应为决算年度",
    ground_en="the standard sentences speak of the year of the accounts",
)
_PRIOR: Final = Rule(
    code="prior-year-differs",
    kind="year_inconsistent",
    severity=Severity.ERROR,
    zh="比较年度不是上一年度",
    en="compared with another year than the one before",
    ground_zh="决算数与上一年度决算数比较",
    ground_en="final accounts are compared with those of the year before",
)
_TABLE: Final = Rule(
    code="table-year-differs",
    kind="year_inconsistent",
    severity=Severity.ERROR,
    zh="决算表的年度与决算年度不一致",
    en="a table of another year",
    ground_zh="决算表的年度应为决算年度",
    ground_en="the tables are those of the year of the accounts",
)
RULES: Final = (_YEAR, _PRIOR, _TABLE)

_Y: Final = r"(?P<year>20[0-9]{2})"
_START: Final = r"(?:(?<=^....)|(?<=。....))"
_OWN: Final = (
    re.compile(
        rf"^(?:{ORDINAL})?{_Y}年度(?=收入|支出|收、支|本部门|本单位|部门|单位|财政拨款|一般公共预算|政府性基金预算|国有资本经营预算"
        rf"|机关运行|机构运行|政府采购|“三公”)"
    ),
    re.compile(rf"{_Y}{_START}年度(?=“三公”经费|一般公共预算财政拨款“三公”经费|财政拨款“三公”经费)"),
    re.compile(rf"(?:编报绩效目标|绩效跟踪(?:评价|监控)?|绩效自评)的{_Y}年度?(?=项目)"),
    re.compile(rf"{_Y}{_START}年，(?=[^。；，]{{2,40}}(?:开支财政拨款的)?公务用车保有量)"),
    re.compile(rf"对{_Y}年度?(?=(?:一般公共预算|部门整体|政府性基金预算)?项目支出(?:全面)?开展绩效自评)"),
    re.compile(rf"{_Y}年度(?=在(?:部门|单位)?决算中反映)"),
    re.compile(rf"(?:^|(?<=[。；，]))截至{_Y}年(?=12月31日|年?末|年?底)"),
)
_AGAINST: Final = (
    re.compile(
        rf"与{_Y}(?:(?<=^.....)|(?<=[。；，：].....))年度?(?:决算数?)?相比，?(?=[^，。；0-9]{{0,36}}(?:增加|减少|增长|下降|持平|无变化))"
    ),
    re.compile(rf"(?:比|较){_Y}年度?(?:决算数?)?(?=(?:增加|减少|增长|下降)[0-9])"),
    re.compile(rf"（{_Y}年度?(?=为(?:0|负数)，不计算)"),
    re.compile(rf"(?:支出|决算数?|总计|合计|，)与{_Y}年度?(?:决算数?)?(?=持平|基本持平)"),
)
_TABLE_TITLE: Final = re.compile(
    rf"^(?:附件?[0-9]?：?)?(?:{ORDINAL})?(?:[^。，；0-9]{{0,40}})?{_Y}年度?[^。，；0-9]{{0,40}}决算(?:总|明细)?表$"
)
_TABLE_YEAR: Final = re.compile(rf"^{_Y}年度$")
_TABLE_HEAD: Final = re.compile(
    rf"^(?:公开[0-9]{{1,2}}表)?(?:编制|编报|填报|预算|公开)?(?:部门|单位)(?:名称)?：[^：0-9]{{2,40}}{_Y}年度?"
    r"(?=$|（?(?:金额|计量)?单位：|金额|（?万元|（?元|公开)"
)


def check_years(context: Context) -> Iterator[Finding]:
    """Standard sentences, titles and tables that name another year than that of the accounts."""
    year = context.identity.year
    if year is None or len(context.identity.year_places) < 2:
        return
    for paragraph in context.paragraphs:
        if "20" not in paragraph.text:
            continue
        head = _TABLE_HEAD.match(paragraph.text) if len(paragraph.text) <= 120 else None
        if head is not None:
            yield from _table_year(context, paragraph, head, year)
        elif paragraph.zone == "tables" or not (paragraph.audited or paragraph.heading):
            yield from _table_title(context, paragraph, year)
            continue
        yield from _in_paragraph(context, paragraph, year)
    yield from _in_tables(context, year)


def _in_paragraph(context: Context, paragraph: Paragraph, year: int) -> Iterator[Finding]:
    if "20" not in paragraph.text:
        return
    free = paragraph.about == "performance"
    patterns = _OWN[1:] if free else _OWN
    own = {found.span("year") for pattern in patterns for found in pattern.finditer(paragraph.text)}
    own |= {one.year_span for one in paragraph.mentions if one.year_span is not None}
    title = _TABLE_TITLE.match(paragraph.text) if len(paragraph.text) <= 90 else None
    if title is not None:
        own.add(title.span("year"))
    against = () if free else _AGAINST
    prior = {found.span("year") for pattern in against for found in pattern.finditer(paragraph.text)}
    for span in sorted(own | prior):
        expected = year if span in own else year - 1
        said = int(paragraph.text[slice(*span)])
        if said == expected or context.in_reason(paragraph, span[0]):
            continue
        rule = _YEAR if span in own else _PRIOR
        yield context.finding(
            rule,
            paragraph,
            span,
            expected=str(expected),
            zh=f"此处为{said}年，应为{expected}年",
            en=f"expected {expected}, got {said}",
            quote=_quote(paragraph.text, span),
        )


def _quote(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The clause with the year, and what follows it: a year alone would not be recognised."""
    start = max(text.rfind(stop, max(0, span[0] - 60), span[0]) for stop in "。；") + 1
    end = next((at for at in range(span[1] + 8, min(len(text), span[1] + 60)) if text[at] in "。；，"), len(text))
    return max(start, span[0] - 45), min(end, span[1] + 60)


def _table_title(context: Context, paragraph: Paragraph, year: int) -> Iterator[Finding]:
    if len(paragraph.text) > 90:
        return
    found = _TABLE_TITLE.match(paragraph.text)
    if found is None and paragraph.zone == "tables":
        found = _TABLE_YEAR.match(paragraph.text)
    if found is not None:
        yield from _table_year(context, paragraph, found, year)


def _table_year(context: Context, paragraph: Paragraph, found: re.Match[str], year: int) -> Iterator[Finding]:
    if int(found["year"]) != year:
        yield context.finding(
            _TABLE,
            paragraph,
            found.span("year"),
            expected=str(year),
            zh=f"表的年度为{found['year']}年，应为{year}年",
            en=f"expected {year}, got {found['year']}",
            quote=(0, len(paragraph.text)),
        )


def _in_tables(context: Context, year: int) -> Iterator[Finding]:
    for number, table in context.document.tables():
        for row, cells in enumerate(table.rows[:5]):
            for column, cell in enumerate(cells):
                if "20" not in cell or len(cell) > 120:
                    continue
                text = plain(cell)
                found = _TABLE_TITLE.match(text.text) or _TABLE_HEAD.match(text.text)
                if found is None or int(found["year"]) == year:
                    continue
                start, end = text.span(*found.span("year"))
                place = Place(block=number, row=row, column=column, start=start, end=end)
                yield Finding(
                    rule=_TABLE,
                    verdict=verdict_of(_TABLE),
                    place=place,
                    section=context.title_of(context.outline.at(number)),
                    page=context.document.page_of(place),
                    quote=cell.strip(),
                    printed=found["year"],
                    expected=str(year),
                    zh=f"表的年度为{found['year']}年，应为{year}年",
                    en=f"expected {year}, got {found['year']}",
                )
