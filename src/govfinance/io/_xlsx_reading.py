"""Workbooks with public tables as accounts: `read_xlsx` and what it can tell beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from govfinance.comparatives import with_budget, with_prior_year
from govfinance.errors import InvalidInputError, Problem
from govfinance.io._files import PathLike, read_whole
from govfinance.io._json import loads
from govfinance.io._tables import Unsaid, Workbook, read_workbook
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts, Level, PublicTable
from govfinance.money import Scale
from govfinance.tables import BudgetAndActual

__all__ = ["add_comparatives", "open_xlsx", "read_xlsx"]


def read_xlsx(
    path: PathLike | bytes,
    *,
    jurisdiction: Jurisdiction | None = None,
    prior: PathLike | FinalAccounts | None = None,
    budget: PathLike | FinalAccounts | None = None,
    department: str | None = None,
    year: int | None = None,
    level: Level | str | None = None,
    scale: Scale | None = None,
) -> FinalAccounts:
    """Read the public tables (决算公开表) of a workbook (a file, or its bytes): .xlsx, .xls or .ods, by content and not by name.

    The tables are found by their official titles, in whatever sheet and order, with codes in one cell or in several, 合计
    first or last, nil blank, 0.00 or a dash, in 元 or in 万元 as it is written above them. A blank cell of a table that is
    there is nil; a table that is not there was not supplied. Of amounts in 万元 with few decimals the accounts know how
    exact they are (`FinalAccounts.precision`), and keep each total as it is printed (`FinalAccounts.stated`).

    ``prior`` is last year's workbook (or accounts) and fills the 上年决算数; ``budget`` has the initial budget in tables of
    the same titles and fills the 年初预算数. ``jurisdiction`` says which budget the 预算数 of “三公”经费 is, where the table
    does not; of a department that was founded in the year and has no 年初预算 in 预算与上年 it is 全年预算. ``department``,
    ``year``, ``level`` and ``scale`` win over what the workbook says. Where it says no department or year, they are taken
    from the name of the file, and the year else from ``jurisdiction``, with a warning.

    Raises `InvalidInputError` with everything that is unreadable or does not fit, each with sheet and cell. What was read
    but may not be what was meant is in the ``warnings`` of `open_xlsx`. Needs the extra ``xlsx``.
    """
    return open_xlsx(
        path,
        jurisdiction=jurisdiction,
        prior=prior,
        budget=budget,
        department=department,
        year=year,
        level=level,
        scale=scale,
    ).accounts


def open_xlsx(
    path: PathLike | bytes,
    *,
    jurisdiction: Jurisdiction | None = None,
    prior: PathLike | FinalAccounts | None = None,
    budget: PathLike | FinalAccounts | None = None,
    department: str | None = None,
    year: int | None = None,
    level: Level | str | None = None,
    scale: Scale | None = None,
) -> Workbook:
    """As `read_xlsx`, with what was found where, and with warnings: names that are not those of their codes, codes that
    are not known, amounts below one 分."""
    try:
        workbook = _opened(
            path, jurisdiction, _assumed(path, jurisdiction), department=department, year=year, level=level, scale=scale
        )
    except InvalidInputError as error:
        _, _, problems = _others(None, prior, budget, jurisdiction)
        raise InvalidInputError([*error.problems, *problems]) from None
    accounts, warnings = add_comparatives(workbook.accounts, prior=prior, budget=budget, jurisdiction=jurisdiction)
    return evolve(workbook, accounts=accounts, warnings=(*workbook.warnings, *warnings))


def add_comparatives(
    accounts: FinalAccounts,
    *,
    prior: PathLike | FinalAccounts | None = None,
    budget: PathLike | FinalAccounts | None = None,
    jurisdiction: Jurisdiction | None = None,
) -> tuple[FinalAccounts, tuple[Problem, ...]]:
    """The accounts with last year's figures and the budget, each from a workbook, a JSON file or accounts; and warnings.

    A workbook that does not say so is taken to be of the same department, and of the year that it has to be of. Raises
    `InvalidInputError` with all problems of both.
    """
    found, warnings, problems = _others(accounts, prior, budget, jurisdiction)
    if problems:
        raise InvalidInputError(problems)
    for what, add in (("prior", with_prior_year), ("budget", with_budget)):
        if what in found:
            try:
                accounts = add(accounts, found[what])
            except InvalidInputError as error:
                problems.extend(problem.at(what) for problem in error.problems)
    if problems:
        raise InvalidInputError(problems)
    return accounts, tuple(warnings)


def _others(
    accounts: FinalAccounts | None,
    prior: PathLike | FinalAccounts | None,
    budget: PathLike | FinalAccounts | None,
    jurisdiction: Jurisdiction | None,
) -> tuple[dict[str, FinalAccounts], list[Problem], list[Problem]]:
    """The accounts of both that could be read, with warnings and problems."""
    found: dict[str, FinalAccounts] = {}
    warnings: list[Problem] = []
    problems: list[Problem] = []
    for what, other in (("prior", prior), ("budget", budget)):
        if other is None:
            continue
        if isinstance(other, FinalAccounts):
            found[what] = other
            continue
        unsaid = Unsaid(department="-", year=2000) if accounts is None else _unsaid(accounts, what)
        try:
            if _is_json(other):
                found[what] = loads(read_whole(other))
                continue
            workbook = _opened(other, jurisdiction, unsaid)
        except InvalidInputError as error:
            problems.extend(_within(what, problem) for problem in error.problems)
            continue
        found[what] = workbook.accounts
        warnings.extend(_within(what, problem) for problem in workbook.warnings)
    return found, warnings, problems


def _assumed(source: PathLike | bytes, jurisdiction: Jurisdiction | None) -> Unsaid:
    """Whose tables they may be by the name of the file, and of which year by that or by the form."""
    stem = "" if isinstance(source, bytes) else Path(source).stem
    year = re.search(r"20[0-9]{2}", stem)
    name = re.sub(r"20[0-9]{2}(?:年度?)?|(?:部门|单位)?决算.*|公开.*|附件[0-9-]*|[\s_]+", "", stem)
    form = None if jurisdiction is None else jurisdiction.year
    return Unsaid(
        department=name or stem or None,
        year=int(year[0]) if year is not None else form,
        source=("the name of the file or the form", "文件名或所选格式"),
    )


def _within(what: str, problem: Problem) -> Problem:
    """The problem with the place that it has in the other file."""
    return evolve(problem, path=f"{what}: {problem.path}" if problem.path else what)


def _is_json(path: PathLike) -> bool:
    try:
        with Path(path).open("rb") as file:
            return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    except (OSError, ValueError):
        return False  # what is wrong with the file, its reader says


def _opened(
    source: PathLike | bytes,
    jurisdiction: Jurisdiction | None,
    unsaid: Unsaid,
    *,
    department: str | None = None,
    year: int | None = None,
    level: Level | str | None = None,
    scale: Scale | None = None,
) -> Workbook:
    try:
        return _read(source, jurisdiction, unsaid, department, year, level, scale)
    except InvalidInputError as error:
        raise InvalidInputError(_formulas_as_one(error.problems)) from None


def _formulas_as_one(problems: Sequence[Problem]) -> list[Problem]:
    """Formulas that were never computed have one cause, and are one problem."""
    formulas = [problem for problem in problems if problem.code == "formula-without-value"]
    if len(formulas) < 3:
        return list(problems)
    count, first = len(formulas), formulas[0].path
    one = Problem(
        formulas[0].code,
        f"{count} formulas were never computed, the first one here; open the workbook in Excel or WPS and save it again",
        f"共 {count} 个公式没有计算结果，此为其一；请用 Excel 或 WPS 打开后重新保存",
        first,
    )
    return [one, *(problem for problem in problems if problem.code != one.code)]


def _read(
    source: PathLike | bytes,
    jurisdiction: Jurisdiction | None,
    unsaid: Unsaid,
    department: str | None,
    year: int | None,
    level: Level | str | None,
    scale: Scale | None,
) -> Workbook:
    return read_workbook(
        source,
        department=department,
        year=year,
        level=Level(level) if isinstance(level, str) else level,  # type: ignore[call-arg]
        scale=scale,
        budget=_budget_measure(jurisdiction),
        unsaid=unsaid,
    )


def _unsaid(accounts: FinalAccounts, what: str) -> Unsaid:
    """What another workbook is taken to be of where it does not say it."""
    return Unsaid(department=accounts.department.name, year=accounts.year - (what == "prior"))


def _budget_measure(jurisdiction: Jurisdiction | None) -> str:
    if jurisdiction is not None and jurisdiction.form.tables is not None:
        for layout in jurisdiction.form.tables.layouts:
            if isinstance(layout, BudgetAndActual) and layout.table is PublicTable.THREE_PUBLIC:
                return layout.budget
    return "adjusted"
