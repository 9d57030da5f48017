"""Where the tables of a workbook are: by their official titles, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from govfinance.io._tables._found import Region
from govfinance.io._tables._text import compact
from govfinance.io._workbook import Grid
from govfinance.model import PublicTable
from govfinance.money import Scale

__all__ = [
    "department_in",
    "department_titled",
    "find_regions",
    "scale_in",
    "table_titled",
    "units_in",
    "words_around",
    "year_in",
]

_T = PublicTable
_FORM: Final = r"(?:决算|预算)?(?:收入|收支)?(?:支出)?(?:决算|预算)?(?:明细|总)?表"
_TITLES: Final[tuple[tuple[PublicTable, re.Pattern[str]], ...]] = (
    (_T.THREE_PUBLIC, re.compile(r"三公经费.*表$")),
    (_T.INSTITUTION, re.compile(r"(?:机构|机关)运行(?:经费支出.*信息|信息|经费.*)表$")),
    (_T.PROJECTS, re.compile(r"(?<!财政拨款)(?<!预算)项目(?:支出)?(?:收入支出|收支)(?:决算|预算)?(?:明细|总)?表$")),
    (
        _T.GOVERNMENT_FUND,
        re.compile(r"政府性基金(?:预算)?(?:财政拨款)?(?:收入支出|收支|支出)(?:决算|预算)?(?:明细)?表$"),
    ),
    (
        _T.STATE_CAPITAL,
        re.compile(r"国有资本经营(?:预算)?(?:财政拨款)?(?:收入支出|收支|支出)(?:决算|预算)?(?:明细)?表$"),
    ),
    (_T.BASIC, re.compile(r"一般公共预算(?:财政拨款)?基本支出(?:决算|预算)?(?:明细)?表$")),
    (_T.PROJECT, re.compile(r"一般公共预算(?:财政拨款)?项目支出(?:决算|预算)?(?:明细)?表$")),
    (_T.GENERAL_PUBLIC, re.compile(r"一般公共预算(?:财政拨款)?(?:收入)?支出(?:决算|预算)?(?:明细)?表$")),
    (_T.FISCAL, re.compile(r"财政拨款(?:收入支出|收支)(?:决算|预算)?总表$")),
    (_T.TOTALS, re.compile(r"(?<!拨款)(?:收入支出|收支)(?:决算|预算)?总表$")),
    (_T.REVENUE, re.compile(r"(?<!支出)(?<!拨款)收入(?:(?:决算|预算)总?|总)表$")),
    (_T.EXPENDITURE, re.compile(r"(?<!收入)(?<!拨款)(?<!基本)(?<!项目)(?<!经费)支出(?:(?:决算|预算)总?|总)表$")),
)
_NUMBERED: Final = re.compile(r"(?:（?公开[0-9一二三四五六七八九十]{1,3}表）?|（续）|（[^（）]{0,12}）)$")
_UNIT: Final = re.compile(
    r"(?<!编制)(?<!填报)(?<!预算)(?<!公开)单位[为是]?:?（?(?:人民币)?([亿万千百十]{0,2}元)(?:（[^）]{0,6}）)?(?![\u4e00-\u9fff])"
    r"|单位:?（?(?:人民币)?(亿元|万元|元)(?=公开|部门|20)"
)
_SCALES: Final = {scale.value: scale for scale in Scale}
_NAMED: Final = re.compile(
    r"^(?:公开|编制|填报|预算|决算)?(?:部门|单位)(?:名称)?(?:（公章）|（盖章）|（公开）)?:(.+?)(?:（[公盖]章）)?(?:20[0-9]{2}年度?)?(?:金额|计量)?$"
)
_TITLED: Final = re.compile(
    r"(?:附[件表][0-9一二三四五六七八九十-]*?|表[0-9一二三四五六七八九十]+:?)?(20[0-9]{2}年度?)?"
    r"([\u4e00-\u9fff（）]{2,30}?[局委部厅院所办会校学站队馆社园司署处府关室心团库])(20[0-9]{2}年度?)?(?:部门|单位)?"
    r"(?:收入|收支|支出|财政拨款|一般公共|政府性|国有资本|三公|决算)"
)
_YEAR: Final = re.compile(r"(20[0-9]{2})年(?:度|部门|单位|$|[收支财一政国])")


def table_titled(text: str) -> PublicTable | None:
    """Which table has this title; None for a text that is no title.

    >>> table_titled("2024年度 财政拨款“三公”经费支出决算表").key, table_titled("注：本表反映部门本年度各项支出情况。")
    ('three_public', None)
    """
    title = compact(text)
    if "表" not in title or len(title) > 60 or title[:1] == "注":
        return None
    title = _NUMBERED.sub("", title).replace("情况表", "表").replace("公开表", "表")
    for table, pattern in _TITLES:
        if pattern.search(title):
            return table
    return None


def find_regions(grid: Grid) -> Iterator[Region]:
    """The tables of a sheet, in their order; where no title stands in its cells, the name of the sheet may be one."""
    found: list[Region] = []
    for number, row in enumerate(grid.rows):
        if isinstance(row[0], str) and row[0].isdigit():
            continue  # a row that begins with a code
        for value in [value for value in row if value.__class__ is str and "表" in str(value)]:
            table = table_titled(str(value))
            if table is not None:
                found.append(Region(grid, table, str(value), number, len(grid.rows)))
                break
    if not found:
        table = table_titled(re.sub(r"^[0-9]{1,2}[ _.、-]*", "", grid.name))
        if table is not None and grid.rows:
            found.append(Region(grid, table, grid.name, -1, len(grid.rows)))
    for number, region in enumerate(found):
        end = found[number + 1].first if number + 1 < len(found) else region.end
        if end - region.first > 2 and _is_table(region, end):
            yield evolve(region, end=end)


def _is_table(region: Region, end: int) -> bool:
    """Whether there is more than a title: what only names tables is a list of contents."""
    least = 2 if region.table is PublicTable.INSTITUTION else 3
    return any(
        sum(value not in ("", None) for value in row) >= least for row in region.grid.rows[region.first + 1 : end]
    )


def words_around(region: Region) -> tuple[str, ...]:
    """The texts around the title that may say whose table it is, of which year, and in what unit."""
    rows = region.grid.rows[max(0, region.first - 2) : max(0, region.first) + 7]
    return tuple(
        compact(text)
        for row in rows
        for value in row
        if value.__class__ is str and len(text := str(value)) > 3 and ("位" in text or "部门" in text or "20" in text)
    )


def scale_in(words: Iterable[str]) -> Scale | None:
    """The unit that is written above a table."""
    return next((_SCALES[unit] for unit in units_in(words) if unit in _SCALES), None)


def units_in(words: Iterable[str]) -> list[str]:
    """The units that are written above a table, whether they are known or not.

    >>> units_in(["金额单位:千元", "编制单位:元宝山区财政局"])
    ['千元']
    """
    found = [match[1] or match[2] for text in words if "元" in text for match in _UNIT.finditer(text)]
    return [*dict.fromkeys(found)]


def department_in(words: Iterable[str]) -> str | None:
    """Whose table it is, where it says so (部门：…)."""
    for text in words:
        for part in re.split(r"(?<=.)(?=单位:|金额单位:|公开[0-9])", text):
            match = _NAMED.match(part)
            if match is not None and not _UNIT.search(part):
                return match[1]
    return None


def department_titled(words: Iterable[str]) -> str | None:
    """Whose table it is, where only a title with the year says so.

    >>> department_titled(["附件2-12024年度甲县乙局收入支出决算总表"]), department_titled(["2024年度部门收入决算表"])
    ('甲县乙局', None)
    """
    for text in words:
        match = _TITLED.match(text)
        if match is not None and (match[1] or match[3]):
            return match[2]
    return None


def year_in(words: Iterable[str]) -> int | None:
    """The year of the table, where it says so."""
    for text in words:
        match = _YEAR.search(text)
        if match is not None:
            return int(match[1])
    return None
