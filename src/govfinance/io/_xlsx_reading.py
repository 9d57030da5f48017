"""Workbooks with public tables as accounts: `read_xlsx` and what it can tell beside them."""

from __future__ import annotations

from attrs import evolve

from govfinance.comparatives import with_budget, with_prior_year
from govfinance.errors import InvalidInputError, Problem
from govfinance.io._files import PathLike
from govfinance.io._tables import Unsaid, Workbook, read_workbook
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts, Level, PublicTable
from govfinance.money import Scale
from govfinance.tables import BudgetAndActual

__all__ = ["open_xlsx", "read_xlsx"]


def read_xlsx(
    path: PathLike,
    *,
    jurisdiction: Jurisdiction | None = None,
    prior: PathLike | FinalAccounts | None = None,
    budget: PathLike | FinalAccounts | None = None,
    department: str | None = None,
    year: int | None = None,
    level: Level | str | None = None,
    scale: Scale | None = None,
) -> FinalAccounts:
    """Read the public tables (决算公开表) of a workbook: .xlsx, .xls or .ods, by content and not by name.

    The tables are found by their official titles, in whatever sheet and order, with codes in one cell or in several, 合计
    first or last, nil blank, 0.00 or a dash, in 元 or in 万元 as it is written above them. A blank cell of a table that is
    there is nil; a table that is not there was not supplied. Of amounts in 万元 with few decimals the accounts know how
    exact they are (`FinalAccounts.precision`), and keep each total as it is printed (`FinalAccounts.stated`).

    ``prior`` is last year's workbook (or accounts) and fills the 上年决算数; ``budget`` has the initial budget in tables of
    the same titles and fills the 年初预算数. ``jurisdiction`` says which budget the 预算数 of “三公”经费 is, where the table
    does not. ``department``, ``year``, ``level`` and ``scale`` are needed where the workbook does not say them, and win where
    it does.

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
    path: PathLike,
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
    problems: list[Problem] = []
    measure = _budget_measure(jurisdiction)
    its_level = Level(level) if isinstance(level, str) else level  # type: ignore[call-arg]

    def opened(source: PathLike, what: str, unsaid: Unsaid) -> Workbook | None:
        given = year if not what else None
        try:
            return read_workbook(
                source, department=department, year=given, level=its_level, scale=scale, budget=measure, unsaid=unsaid
            )
        except InvalidInputError as error:
            problems.extend(problem.at(what) if what else problem for problem in error.problems)
            return None

    workbook = opened(path, "", Unsaid())
    warnings = [*(workbook.warnings if workbook is not None else ())]
    others: dict[str, FinalAccounts | None] = {}
    for what, other in (("prior", prior), ("budget", budget)):
        if other is None or isinstance(other, FinalAccounts):
            others[what] = other
            continue
        unsaid = Unsaid(department="-", year=2000) if workbook is None else _unsaid(workbook.accounts, what)
        read = opened(other, what, unsaid)
        others[what] = None if read is None else read.accounts
        warnings.extend(problem.at(what) for problem in (read.warnings if read is not None else ()))
    if workbook is None or problems:
        raise InvalidInputError(problems)
    accounts = workbook.accounts
    if others["prior"] is not None:
        accounts = with_prior_year(accounts, others["prior"])
    if others["budget"] is not None:
        accounts = with_budget(accounts, others["budget"])
    return evolve(workbook, accounts=accounts, warnings=tuple(warnings))


def _unsaid(accounts: FinalAccounts, what: str) -> Unsaid:
    """What another workbook is taken to be of where it does not say it."""
    return Unsaid(department=accounts.department.name, year=accounts.year - (what == "prior"))


def _budget_measure(jurisdiction: Jurisdiction | None) -> str:
    if jurisdiction is not None and jurisdiction.form.tables is not None:
        for layout in jurisdiction.form.tables.layouts:
            if isinstance(layout, BudgetAndActual) and layout.table is PublicTable.THREE_PUBLIC:
                return layout.budget
    return "adjusted"
