"""Every total that accounts can give, with its parts: what the checks compare."""

from __future__ import annotations

from collections.abc import Iterator

from govfinance.calc._figure import Figure
from govfinance.calc._fiscal import fiscal_expenditure_with_parts, fiscal_income_with_parts
from govfinance.calc._lines import MEASURES, Total
from govfinance.calc._overall import expenditure_with_parts, income_with_parts, outlay_with_parts, revenue_with_parts
from govfinance.calc._public import (
    procured_from_micro_with_parts,
    procured_from_sme_with_parts,
    procured_with_parts,
    three_public_lines,
    three_public_with_parts,
)
from govfinance.model import FinalAccounts

__all__ = [
    "given_totals",
]


def given_totals(accounts: FinalAccounts) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Every total that the accounts give, with the parts that it has to be the sum of."""
    for given, parts in _totals(accounts):
        if given.value is not None:
            yield given, tuple(parts)


def _totals(accounts: FinalAccounts) -> Iterator[Total]:
    for measure in MEASURES:
        for total in (
            revenue_with_parts,
            expenditure_with_parts,
            income_with_parts,
            outlay_with_parts,
            fiscal_income_with_parts,
            fiscal_expenditure_with_parts,
        ):
            yield total(accounts, measure)
        lines = three_public_lines(accounts, measure)
        yield three_public_with_parts(accounts, "total", measure, lines)
        yield three_public_with_parts(accounts, "vehicles", measure, lines)
    yield three_public_with_parts(accounts, "reception", "actual", {})
    yield procured_with_parts(accounts)
    yield procured_from_sme_with_parts(accounts)
    yield procured_from_micro_with_parts(accounts)
