"""Tables of two organisations in one document: those of the department, and those of one of its units after them."""

from __future__ import annotations

from attrs import evolve

from govfinance.audit._said import Unclaimed, Value
from govfinance.audit._tables import TableFound, TablesRead

__all__ = ["of_one_entity"]

_FEWEST = 2


def of_one_entity(tables: TablesRead) -> TablesRead:
    """The tables without those that repeat another one with other figures throughout: they are of somebody else.

    A table that was copied with a mistake agrees with the first in nearly all its cells; one of a unit (局本级) after that of
    its department agrees in few.
    """
    first: dict[object, TableFound] = {}
    others: list[TableFound] = []
    for found in tables.tables:
        before = first.setdefault(found.table, found)
        if before is not found and _differs(before, found):
            others.append(found)
    if not others:
        return tables
    away = {value.number.place for found in others for value in found.values}
    left = [
        Unclaimed(printed=value.number.printed, place=value.place, why="overview")
        for found in others
        for value in found.values
        if value.number.printed
    ]
    return evolve(
        tables,
        cells=tuple(value for value in tables.cells if value.number.place not in away),
        tables=tuple(found for found in tables.tables if found not in others),
        unclaimed=(*tables.unclaimed, *left),
    )


def _differs(one: TableFound, other: TableFound) -> bool:
    printed = {(value.subject, value.measure): value for value in one.values if value.number.printed}
    pairs = [
        (printed[value.subject, value.measure], value)
        for value in other.values
        if value.number.printed and (value.subject, value.measure) in printed
    ]
    apart = sum(1 for before, after in pairs if not _agree(before, after))
    return apart >= _FEWEST and 2 * apart > len(pairs)


def _agree(one: Value, other: Value) -> bool:
    return one.number.low <= other.number.high and other.number.low <= one.number.high
