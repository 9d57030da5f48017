"""The public tables of accounts in the form of a jurisdiction."""

from __future__ import annotations

from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.money import Scale
from govfinance.tables import Table, tabulate_with

__all__ = ["tabulate"]


def tabulate(
    accounts: FinalAccounts, jurisdiction: Jurisdiction, *, scale: Scale | None = None, partial: bool = False
) -> tuple[Table, ...]:
    """The public tables (决算公开表) in the order and the layout of the jurisdiction.

    Amounts are printed as the form says, in 万元; with ``Scale.YUAN`` in 元. Each is rounded once from the exact amount,
    so that totals may differ from the sum of what is printed (尾差). Raises `IncompleteAccountsError` with every place
    that a table needs and that was not supplied; ``partial`` leaves these cells blank instead and says so in
    `Table.missing`.

    >>> import govfinance as gf
    >>> accounts = gf.load("examples/chifeng-justice-2023.json")
    >>> tables = gf.tabulate(accounts, gf.jurisdiction("inner-mongolia", 2023), partial=True)
    >>> tables[0].title, tables[0].cell("total").text, tables[1].missing
    ('收入支出决算总表', '4,789.64', ('revenue_items',))
    """
    return tabulate_with(accounts, jurisdiction.tables, scale=scale, partial=partial)
