"""govfinance: Chinese government final accounts (部门决算) as data, as figures, and as the narrative they have to print.

>>> import govfinance as gf
>>> accounts = gf.load("examples/chifeng-justice-2023.json")
>>> document = gf.compose(accounts, gf.jurisdiction("inner-mongolia", year=2023))
>>> print(document.section("三").blocks[1].text)
本年基本支出 2,979.26万元，占 66.84%；
"""

from __future__ import annotations

from govfinance.audit import AuditReport, audit
from govfinance.calc import check, check_codes
from govfinance.comparatives import with_budget, with_prior_year
from govfinance.compose import compose, tabulate
from govfinance.consolidate import consolidate
from govfinance.derive import derive
from govfinance.document import PublishedDocument
from govfinance.errors import GovFinanceError, IncompleteAccountsError, InvalidInputError, Problem
from govfinance.io import dump, dumps, load, loads, open_xlsx, read, read_xlsx, schema, write_template, write_xlsx
from govfinance.jurisdictions import Jurisdiction, jurisdiction, jurisdictions, load_jurisdiction
from govfinance.model import (
    BudgetLine,
    Department,
    EconomicItem,
    FinalAccounts,
    FunctionalItem,
    FundSource,
    Remarks,
    RevenueLine,
    RevenueSource,
    SpendingNature,
    Unit,
)
from govfinance.money import Scale, format_amount, parse_amount

__version__: str

__all__ = [
    "AuditReport",
    "BudgetLine",
    "Department",
    "EconomicItem",
    "FinalAccounts",
    "FunctionalItem",
    "FundSource",
    "GovFinanceError",
    "IncompleteAccountsError",
    "InvalidInputError",
    "Jurisdiction",
    "Problem",
    "PublishedDocument",
    "Remarks",
    "RevenueLine",
    "RevenueSource",
    "Scale",
    "SpendingNature",
    "Unit",
    "__version__",
    "audit",
    "check",
    "check_codes",
    "compose",
    "consolidate",
    "derive",
    "dump",
    "dumps",
    "format_amount",
    "jurisdiction",
    "jurisdictions",
    "load",
    "load_jurisdiction",
    "loads",
    "open_xlsx",
    "parse_amount",
    "read",
    "read_xlsx",
    "schema",
    "tabulate",
    "with_budget",
    "with_prior_year",
    "write_template",
    "write_xlsx",
]


def __getattr__(name: str) -> str:
    if name == "__version__":  # read when somebody asks: it takes longer than all other imports of the package's root
        from importlib.metadata import version

        return version("govfinance")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
