"""Accounts that are known to be right, as values to compare a document with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from govfinance.audit._said import AMOUNT, Claim, Measure, Number, NumberKind, Quantity, Value, Variance
from govfinance.calc import Cells, fund_expenditure
from govfinance.document import Place
from govfinance.model import FinalAccounts, FundSource, PublicTable
from govfinance.numeric import CONTEXT

__all__ = ["known_values"]

_TABLES: Final = {table.key: table for table in PublicTable}
_FUNDS: Final = {fund.key: fund for fund in FundSource}


def known_values(accounts: FinalAccounts, said: Iterable[Claim]) -> tuple[Value, ...]:
    """The exact values of all quantities that a document speaks of, as far as the accounts have them."""
    cells = Cells(accounts)
    found: list[Value] = []
    for number, quantity in enumerate(_quantities(said)):
        value = _value(accounts, cells, quantity)
        if value is not None:
            exact = int(CONTEXT.multiply(value, Decimal(AMOUNT)))
            place = Place(block=0, start=-1 - number)
            printed = Number(
                kind=NumberKind.AMOUNT, printed=format(value, "f"), unit="元", low=exact, high=exact, place=place
            )
            found.append(Value(subject=quantity[0], measure=quantity[1], number=printed, place=place))
    return tuple(found)


def _quantities(said: Iterable[Claim]) -> Iterator[tuple[str, Measure]]:
    seen: set[Quantity] = set()
    for claim in said:
        its: list[tuple[str, Measure]] = []
        if isinstance(claim, Value):
            its = [(claim.subject, claim.measure)]
        elif isinstance(claim, Variance):
            its = (
                [(claim.subject, "prior")]
                if claim.base == "prior"
                else [(claim.subject, "initial"), (claim.subject, "adjusted")]
            )
        for quantity in its:
            if quantity not in seen:
                seen.add(quantity)
                yield quantity


def _value(accounts: FinalAccounts, cells: Cells, quantity: tuple[str, Measure]) -> Decimal | None:
    """A quantity in 元; None where the accounts do not have it."""
    subject, measure = quantity
    table, _, rest = subject.partition("/")
    if table not in _TABLES:
        return None
    if table == "three_public":
        address = (_TABLES[table], measure, rest)
        return None if "." in rest or "/" in rest or measure == "prior" else _cell(cells, address)
    row, _, column = rest.partition("/")
    if measure == "actual":
        return _cell(cells, (_TABLES[table], row, column))
    if (row, column) == ("total", "total") and table in _FUNDS:
        return fund_expenditure(accounts, _FUNDS[table], measure).value
    if column == "total" and len(row) == 7 and row.isdigit():
        for item in accounts.functional:
            if item.fund.key == table and item.code.text == row:
                return getattr(item, measure)  # type: ignore[no-any-return]
    return None


def _cell(cells: Cells, address: tuple[PublicTable, str, str]) -> Decimal | None:
    try:
        return cells.figure(address).value
    except (KeyError, StopIteration, ValueError):
        return None
