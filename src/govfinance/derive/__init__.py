"""From accounts to claims: the only place where exact figures are rounded.

`derive` takes the accounts and the conventions of a jurisdiction and gives every claim of the narrative, each
number with its derivation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Protocol

from govfinance.derive._derived import Derivation, Derived, Omission, Source
from govfinance.derive._performance import performance
from govfinance.derive._printer import Printer
from govfinance.derive._public import operating_expenses, procurement, state_assets, three_public
from govfinance.derive._spending import basic, functional, other_funds, project
from govfinance.derive._totals import expenditure, fiscal, overall, revenue
from govfinance.model import FinalAccounts
from govfinance.money import Conventions

__all__ = ["Derivation", "Derived", "Omission", "Source", "derive"]

_STATEMENTS: Final[tuple[Callable[[Printer], Iterator[Derived]], ...]] = (
    overall,
    revenue,
    expenditure,
    fiscal,
    functional,
    basic,
    project,
    three_public,
    other_funds,
    operating_expenses,
    procurement,
    state_assets,
    performance,
)


class HasConventions(Protocol):
    """A jurisdiction, as far as deriving needs to know it."""

    @property
    def conventions(self) -> Conventions: ...


def derive(accounts: FinalAccounts, form: HasConventions | Conventions) -> Derivation:
    """Every claim of the narrative, printed as a jurisdiction's conventions say, with the exact figures behind it.

    Raises `IncompleteAccountsError` that lists every figure a statement needs and the accounts lack. A comparison
    whose base was not supplied, or a reason nobody wrote, is left out and listed in ``omissions``.
    """
    printer = Printer(accounts, form if isinstance(form, Conventions) else form.conventions)
    claims: list[Derived] = []
    for statements in _STATEMENTS:
        claims += statements(printer)
    printer.raise_missing()
    return Derivation(tuple(claims), tuple(printer.omissions))
