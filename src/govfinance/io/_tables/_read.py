"""From a workbook to accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from typing import TypeAlias, TypeVar

from attrs import evolve, frozen

from govfinance.comparatives import with_details, with_figures
from govfinance.errors import InvalidInputError, Problem
from govfinance.io._tables._assemble import Heading, assemble
from govfinance.io._tables._by_code import read_by_code
from govfinance.io._tables._found import FoundTable, Notes, Region
from govfinance.io._tables._lanes import read_lanes
from govfinance.io._tables._lists import read_institution, read_three_public
from govfinance.io._tables._names import check_names
from govfinance.io._tables._regions import department_in, find_regions, scale_in, words_around, year_in
from govfinance.io._tables._sides import read_sides
from govfinance.io._tables._supplements import Supplements, read_supplements
from govfinance.io._workbook import read_grids
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
    """Whose accounts they are taken to be, and of which year, where the workbook does not say it."""

    department: str | None = None
    year: int | None = None


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
    """Read the public tables of a workbook. Raises `InvalidInputError` with everything that cannot be read."""
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
    words = {region: words_around(region) for region in regions}
    tables = _tables(words, scale, notes)
    name = (
        department or beside.name or _agreed(words, department_in, "department", "部门名称", notes) or unsaid.department
    )
    when = year or beside.year or _agreed(words, year_in, "year", "年度", notes) or unsaid.year
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
    accounts = None
    if name is not None and when is not None:
        for found in tables.values():
            check_names(found, when, notes)
        heading = Heading(name=name, year=when, level=level or beside.level or Level.DEPARTMENT, budget=budget)
        accounts = assemble(tables, heading, notes)
        if accounts is not None:
            accounts = _with_supplements(accounts, beside, notes)
    if notes.problems or accounts is None:
        raise InvalidInputError(dict.fromkeys(notes.problems))
    places = {table: found.region.grid.name for table, found in tables.items()}
    return Workbook(accounts=accounts, tables=places, warnings=tuple(notes.warnings))


def _with_supplements(accounts: FinalAccounts, beside: Supplements, notes: Notes) -> FinalAccounts:
    if beside.remarks:
        accounts = evolve(accounts, remarks=Remarks(beside.remarks))
    try:
        accounts = with_figures(accounts, beside.figures) if beside.figures else accounts
        return with_details(accounts, beside.details) if beside.details else accounts
    except InvalidInputError as error:
        for problem in error.problems:
            place = next(
                (where for path, where in beside.places.items() if problem.path.startswith(path)), problem.path
            )
            notes.problems.append(evolve(problem, path=place))
        return accounts


def _tables(words: Words, scale: Scale | None, notes: Notes) -> dict[PublicTable, FoundTable]:
    scales = {region: scale or scale_in(said) for region, said in words.items()}
    said = {one for one in scales.values() if one is not None}
    common = said.pop() if len(said) == 1 else None
    tables: dict[PublicTable, FoundTable] = {}
    for region in words:
        its = scales[region] or common
        if its is None:
            notes.refuse(
                "no-scale",
                f"{region.title} does not say its unit (单位：万元); say it with scale=...",
                f"{region.title}未注明计量单位（单位：万元），请另行给出",
                region.place(max(region.first, 0), 0),
            )
            continue
        found = _READERS.get(region.table, read_by_code)(region, its, notes)
        before = tables.get(region.table)
        if before is None or before.empty:
            tables[region.table] = found
        elif not found.empty:
            notes.refuse(
                "table-twice",
                f"{region.title} stands here again; it was read from {before.region.grid.name}",
                f"{region.title}重复出现，前已在“{before.region.grid.name}”中读取",
                region.place(max(region.first, 0), 0),
            )
    return tables


def _agreed(words: Words, ask: Callable[[Iterable[str]], T | None], what: str, what_zh: str, notes: Notes) -> T | None:
    said: dict[T, Region] = {}
    for region, texts in words.items():
        answer = ask(texts)
        if answer is not None:
            said.setdefault(answer, region)
    if len(said) > 1:
        shown = "、".join(f"{answer}（{region.grid.name}）" for answer, region in said.items())
        notes.refuse(
            f"several-{what}s",
            f"the tables do not say the same {what}: {shown}",
            f"各表所注{what_zh}不一致：{shown}",
            what,
        )
    return next(iter(said), None)
