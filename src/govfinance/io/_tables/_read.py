"""From a workbook to accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from typing import Any, TypeAlias, TypeVar

from attrs import evolve, frozen

from govfinance.comparatives import with_details, with_figures
from govfinance.errors import InvalidInputError, Problem
from govfinance.io._tables._assemble import Heading, assemble
from govfinance.io._tables._blank import without_blank
from govfinance.io._tables._both import budget_meant, check_codes_beside, check_given_twice, leave_budgets_to
from govfinance.io._tables._by_code import read_by_code
from govfinance.io._tables._found import FoundTable, Notes, Region
from govfinance.io._tables._lanes import read_lanes
from govfinance.io._tables._lists import read_institution, read_three_public
from govfinance.io._tables._names import check_names, item_name
from govfinance.io._tables._regions import (
    department_in,
    department_titled,
    find_regions,
    scale_in,
    units_in,
    words_around,
    year_in,
)
from govfinance.io._tables._sides import read_sides
from govfinance.io._tables._supplements import Supplements, read_supplements
from govfinance.io._tables._text import is_number
from govfinance.io._workbook import Grid, read_grids
from govfinance.io._xlsx_supplements import (
    BUDGET_SHEET,
    CODES_SHEET,
    COVER_SHEET,
    DETAILS_SHEET,
    HELP_SHEET,
    REMARKS_SHEET,
)
from govfinance.model import FinalAccounts, Level, PublicTable, Remarks
from govfinance.money import Scale

__all__ = ["Unsaid", "Workbook", "read_workbook"]

_T = PublicTable
T = TypeVar("T", str, int)
Words: TypeAlias = Mapping[Region, Iterable[str]]
"""The tables that were found, each with the texts around its title."""
_SCALES = {one.value: one for one in Scale}
SUPPLEMENTS = frozenset({BUDGET_SHEET, CODES_SHEET, COVER_SHEET, DETAILS_SHEET, HELP_SHEET, REMARKS_SHEET})
_READERS: dict[PublicTable, Callable[[Region, Scale, Notes], FoundTable]] = {
    _T.TOTALS: read_sides,
    _T.FISCAL: read_sides,
    _T.BASIC: read_lanes,
    _T.PROJECT: read_lanes,
    _T.THREE_PUBLIC: read_three_public,
    _T.INSTITUTION: read_institution,
}


@frozen(kw_only=True)
class Workbook:
    """What was read from a workbook: the accounts, the tables that were found, and what a reader should know.

    ``tables`` has for each table the sheet that it stands in; ``warnings`` what was read but may not be what was meant,
    each with sheet and cell.
    """

    accounts: FinalAccounts
    tables: dict[PublicTable, str]
    warnings: tuple[Problem, ...]


@frozen(kw_only=True)
class Unsaid:
    """Whose accounts they are taken to be, and of which year, where the workbook does not say it.

    ``source`` is what that is taken from, for a warning, in both languages; none where it follows from something sure.
    """

    department: str | None = None
    year: int | None = None
    source: tuple[str, str] | None = None


def read_workbook(
    source: str | PathLike[str] | bytes,
    *,
    department: str | None = None,
    year: int | None = None,
    level: Level | None = None,
    scale: Scale | None = None,
    budget: str = "adjusted",
    unsaid: Unsaid,
) -> Workbook:
    """Read the public tables of a workbook. ``budget`` is what a 预算数 of “三公”经费 is that says no more than that.

    Raises `InvalidInputError` with everything that cannot be read.
    """
    notes = Notes()
    grids = read_grids(source)
    beside = read_supplements(grids, scale, notes)
    regions = [region for grid in grids if grid.name not in SUPPLEMENTS for region in find_regions(grid)]
    if not regions:
        raise InvalidInputError(
            [
                Problem(
                    "no-tables",
                    "expected the public tables with their official titles, such as 收入支出决算总表, found none",
                    "应有带正式标题的决算表，如“收入支出决算总表”，未找到",
                )
            ]
        )
    _check_other_sheets(grids, regions, notes)
    regions = _without_hidden(regions, notes)
    words = {region: words_around(region) for region in regions}
    filled_in = any(grid.name == HELP_SHEET for grid in grids)
    tables = without_blank(_tables(words, scale, notes, filled_in=filled_in), notes)
    if not tables and not notes.problems:
        notes.refuse(
            "nothing-filled-in",
            "there is not a single amount in the tables of the workbook",
            "工作簿的各表中没有任何金额",
            regions[0].grid.name,
        )
    name = (
        department
        or beside.name
        or _agreed(words, department_in, "department", "部门名称", notes)
        or _agreed(words, department_titled, "department", "部门名称", notes)
    )
    when = year or beside.year or _agreed(words, year_in, "year", "年度", notes)
    if unsaid.source is not None and (name is None or when is None):
        _warn_assumed(unsaid, department=name is None, year=when is None, notes=notes)
    name, when = name or unsaid.department, when or unsaid.year
    if name is None:
        notes.refuse(
            "no-department",
            "no table says whose it is (部门：...); say it with department=...",
            "各表均未注明部门（部门：……），请另行给出部门名称",
            "department",
        )
    if when is None:
        notes.refuse(
            "no-year",
            "no table says of which year it is; say it with year=...",
            "各表均未注明年度，请另行给出年度",
            "year",
        )
    budget = budget_meant(budget, beside, when)
    leave_budgets_to(beside, tables, budget)
    check_given_twice(beside, tables, budget, notes)
    accounts = None
    if name is not None and when is not None:
        for found in tables.values():
            check_names(found, when, notes)
        check_codes_beside(beside, tables, when, notes)
        heading = Heading(name=name, year=when, level=level or beside.level or Level.DEPARTMENT, budget=budget)
        accounts = assemble(tables, heading, notes)
        if accounts is not None:
            accounts = _with_supplements(accounts, beside, notes)
    if notes.problems or accounts is None:
        raise InvalidInputError(dict.fromkeys(notes.problems))
    places = {table: found.region.grid.name for table, found in tables.items()}
    return Workbook(accounts=accounts, tables=places, warnings=tuple(notes.warnings))


def _warn_assumed(unsaid: Unsaid, *, department: bool, year: bool, notes: Notes) -> None:
    """Say what is assumed that no table says."""
    en, zh = unsaid.source or ("", "")
    for unknown, value, what, what_zh in (
        (department, unsaid.department, "department", "部门"),
        (year, unsaid.year, "year", "年度"),
    ):
        if unknown and value is not None:
            notes.warn(
                f"{what}-assumed",
                f"no table says its {what}; taken to be {value}, from {en} (department= and year= say another)",
                f"各表均未注明{what_zh}，据{zh}取为 {value}（可另行指定）",
                what,
            )


def _with_supplements(accounts: FinalAccounts, beside: Supplements, notes: Notes) -> FinalAccounts:
    if beside.remarks:
        accounts = evolve(accounts, remarks=Remarks(beside.remarks))
    if beside.founded is not None:
        accounts = evolve(accounts, department=evolve(accounts.department, founded=beside.founded))
    details: dict[str, Any] = {**beside.details, **beside.texts}
    try:
        accounts = _named(with_figures(accounts, beside.figures), beside) if beside.figures else accounts
        return with_details(accounts, details) if details else accounts
    except InvalidInputError as error:
        for problem in error.problems:
            place = next(
                (where for path, where in beside.places.items() if problem.path.startswith(path)), problem.path
            )
            notes.problems.append(evolve(problem, path=place))
        return accounts


def _named(accounts: FinalAccounts, beside: Supplements) -> FinalAccounts:
    """With the names that 预算与上年 says of 项 for which nothing was spent, so that no table has them."""
    items = [
        evolve(item, name=item_name(item.code.text, printed, accounts.year))
        if item.name is None and (printed := beside.names.get(f"functional.{item.fund.key}.{item.code.text}"))
        else item
        for item in accounts.functional
    ]
    return evolve(accounts, functional=items) if items != [*accounts.functional] else accounts


def _tables(words: Words, scale: Scale | None, notes: Notes, *, filled_in: bool) -> dict[PublicTable, FoundTable]:
    scales = {region: scale or scale_in(said) for region, said in words.items()}
    said = {one: region for region, one in scales.items() if one is not None}
    common = next(iter(said)) if len(said) == 1 else None
    if len(said) > 1:
        shown = "、".join(f"{one.value}（{region.grid.name}）" for one, region in said.items())
        notes.warn(
            "several-scales",
            f"the tables are not in the same unit, and were read so: {shown}",
            f"各表计量单位不同，已分别按所注单位读取：{shown}",
            [*said.values()][-1].place(max([*said.values()][-1].first, 0), 0),
        )
    tables: dict[PublicTable, FoundTable] = {}
    for region, texts in words.items():
        its = scale or _scale_of(region, texts, common, notes)
        if its is None:
            continue
        found = _READERS.get(region.table, read_by_code)(region, its, notes)
        found.strict = filled_in
        before = tables.get(region.table)
        if before is None or before.empty:
            tables[region.table] = found
        elif found.empty:
            continue
        elif before.scale is its and before.continues_with(found):
            before.add(found)
        else:
            notes.refuse(
                "table-twice",
                f"{region.title} stands here again; it was read from {before.region.grid.name}",
                f"{region.title}重复出现，前已在“{before.region.grid.name}”中读取",
                region.place(max(region.first, 0), 0),
            )
    return tables


def _without_hidden(regions: list[Region], notes: Notes) -> list[Region]:
    """The tables without those in hidden sheets that a visible one has too."""
    visible = {region.table for region in regions if not region.grid.hidden}
    kept: list[Region] = []
    for region in regions:
        if not region.grid.hidden or region.table not in visible:
            kept.append(region)
            continue
        notes.warn(
            "hidden-sheet",
            f"{region.title} in a hidden sheet was not read: a visible sheet has this table too",
            f"隐藏工作表中的{region.title}未读取：可见工作表中已有该表",
            region.place(max(region.first, 0), 0),
        )
    return kept


def _check_other_sheets(grids: Iterable[Grid], regions: Iterable[Region], notes: Notes) -> None:
    """Note the sheets with amounts that belong to no table."""
    known = {region.grid.name for region in regions} | SUPPLEMENTS
    for grid in grids:
        if grid.name not in known and any(sum(map(is_number, row)) > 2 for row in grid.rows):
            notes.warn(
                "sheet-not-read",
                f"the sheet {grid.name} was not read: no title of a public table stands in it",
                f"工作表“{grid.name}”未读取：其中没有决算公开表的标题",
                f"{grid.name}!{grid.address(0, 0)}",
            )


def _agreed(words: Words, ask: Callable[[Iterable[str]], T | None], what: str, what_zh: str, notes: Notes) -> T | None:
    said: dict[T, list[Region]] = {}
    for region, texts in words.items():
        answer = ask(texts)
        if answer is not None:
            said.setdefault(answer, []).append(region)
    if len(said) > 1:
        shown = "、".join(f"{answer}（{regions[0].grid.name}）" for answer, regions in said.items())
        odd = min(reversed([*said.values()]), key=len)[0]
        notes.refuse(
            f"several-{what}s",
            f"the tables do not say the same {what}: {shown}",
            f"各表所注{what_zh}不一致：{shown}",
            odd.place(max(odd.first, 0), 0),
        )
    return next(iter(said), None)


def _scale_of(region: Region, said: Iterable[str], common: Scale | None, notes: Notes) -> Scale | None:
    """The unit of a table: the one that stands above it, or the one of all others."""
    units = units_in(said)
    place = region.place(max(region.first, 0), 0)
    if len(units) > 1:
        shown = "、".join(units)
        notes.refuse(
            "two-scales",
            f"{region.title} says more than one unit: {shown}",
            f"{region.title}注明了不同的计量单位：{shown}",
            place,
        )
        return None
    its = _SCALES.get(units[0]) if units else common
    if its is None and units:
        notes.refuse(
            "unknown-scale",
            f"expected amounts in 元, 万元 or 亿元, got {units[0]}",
            f"计量单位应为元、万元或亿元，实际为{units[0]}",
            place,
        )
    elif its is None:
        notes.refuse(
            "no-scale",
            f"{region.title} does not say its unit (单位：万元); say it with scale=...",
            f"{region.title}未注明计量单位（单位：万元），请另行给出",
            place,
        )
    return its
