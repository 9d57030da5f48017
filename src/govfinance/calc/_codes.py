"""The codes and names of accounts against the official catalogue of their year."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

import govfinance.catalog as catalog
from govfinance.catalog import CodeFinding
from govfinance.model import FinalAccounts

__all__ = ["check_codes"]


def check_codes(accounts: FinalAccounts) -> tuple[CodeFinding, ...]:
    """Names that are not those of their codes, and codes that the catalogue does not know in the year of the accounts.

    Each finding names its place, and what was expected. What an official document proves wrong is an error; the rest
    are warnings, since editions differ and the catalogue is not complete.

    >>> from govfinance.model import Department, FinalAccounts, FunctionalItem
    >>> item = FunctionalItem(code="2040601", basic=5, project=0, name="行政运作")
    >>> accounts = FinalAccounts(department=Department(name="甲县乙局"), year=2023, functional=[item])
    >>> [(one.severity, one.expected, one.problem.path) for one in check_codes(accounts)]
    [('error', ('行政运行',), 'functional.general_public.2040601.name')]
    """
    return tuple(
        evolve(finding, problem=finding.problem.at(path))
        for path, code, name in _codes(accounts)
        if (finding := _finding(code, name, accounts.year)) is not None
    )


def _finding(code: str, name: str | None, year: int) -> CodeFinding | None:
    return catalog.check_code(code, year) if name is None else catalog.check_name(code, name, year)


def _codes(accounts: FinalAccounts) -> Iterator[tuple[str, str, str | None]]:
    """Each code once in each table that it stands in, with its place and its name where the accounts give one."""
    for item in accounts.functional:
        path = f"functional.{item.fund.key}.{item.code.text}"
        yield (path if item.name is None else f"{path}.name"), item.code.text, item.name
    for row in accounts.revenue_items:
        yield f"revenue_items.{row.code.text}", row.code.text, None
    for spent in accounts.expenditure_items:
        yield f"expenditure_items.{spent.code.text}", spent.code.text, None
    for project in accounts.project_items:
        yield f"project_items.{project.code.text}", project.code.text, None
    for economic in accounts.economic:
        yield f"economic.{economic.nature.key}.{economic.code.text}", economic.code.text, None
