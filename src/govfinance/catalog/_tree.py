"""Above and below a code: the entries of its parent, its children and of the way down to it."""

from __future__ import annotations

from typing import TypeVar, overload

from govfinance.catalog._registry import table_of
from govfinance.catalog._tables import Entry, Table
from govfinance.codes import AnyCode, EconomicCode, FunctionalCode, GovernmentEconomicCode, to_any_code

__all__ = ["children", "parent", "path"]

CodeT = TypeVar("CodeT", FunctionalCode, EconomicCode, GovernmentEconomicCode)


@overload
def parent(code: CodeT, year: int) -> Entry[CodeT] | None: ...
@overload
def parent(code: str, year: int) -> Entry[AnyCode] | None: ...
def parent(code: AnyCode | str, year: int) -> Entry[AnyCode] | None:
    """The entry (上级科目) one level above a code in a budget year: the 类 of a 款, the 款 of a 项.

    ``None`` for a 类, and where the edition does not have it. The code itself may be unknown.

    >>> parent("2040601", 2023).name, parent("204", 2023)
    ('司法', None)
    """
    table, digits = _found(code)
    return table.find(digits[:-2], year) if len(digits) > 3 else None


@overload
def children(code: CodeT, year: int) -> tuple[Entry[CodeT], ...]: ...
@overload
def children(code: str, year: int) -> tuple[Entry[AnyCode], ...]: ...
def children(code: AnyCode | str, year: int) -> tuple[Entry[AnyCode], ...]:
    """The entries (下级科目) one level below a code in a budget year, in the order of their codes.

    >>> [entry.name for entry in children("22102", 2023)]
    ['住房公积金', '提租补贴', '购房补贴']
    """
    table, digits = _found(code)
    found = (table.find(below, year) for below in table.below.get(digits, ()))
    return tuple(entry for entry in found if entry is not None)


@overload
def path(code: CodeT, year: int) -> tuple[Entry[CodeT], ...]: ...
@overload
def path(code: str, year: int) -> tuple[Entry[AnyCode], ...]: ...
def path(code: AnyCode | str, year: int) -> tuple[Entry[AnyCode], ...]:
    """The entries from the 类 down to the code in a budget year; what the edition does not have is left out.

    >>> [entry.name for entry in path("2040601", 2023)], len(path("2040688", 2023))
    (['公共安全支出', '司法', '行政运行'], 2)
    """
    table, digits = _found(code)
    found = (table.find(digits[:length], year) for length in range(3, len(digits) + 1, 2))
    return tuple(entry for entry in found if entry is not None)


def _found(code: AnyCode | str) -> tuple[Table[AnyCode], str]:
    known = to_any_code(code)
    return table_of(known), known.text
