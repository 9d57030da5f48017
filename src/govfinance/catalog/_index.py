"""Which codes have or had a name: an index over the official names of all editions and the former names, by table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import TypeAlias

from attrs import frozen

from govfinance.catalog._names import bare
from govfinance.catalog._registry import TABLES, TableName
from govfinance.catalog._similar import Names
from govfinance.catalog._superseded import SupersededName, superseded_names
from govfinance.catalog._tables import Entry, Table
from govfinance.codes import AnyCode

__all__ = ["Holder", "NameIndex", "name_index"]

Holder: TypeAlias = Entry[AnyCode] | SupersededName
"""What has a name: an entry of some edition, or a former name of a code."""

_FIRST: dict[TableName, str] = {"functional": "2", "economic": "3", "government_economic": "5"}


@frozen(eq=False)
class NameIndex:
    """The names of one table; the official ones are spelt as :func:`~govfinance.catalog._names.comparable` spells."""

    table: Table[AnyCode]
    holders: Mapping[str, tuple[tuple[str, Holder], ...]]
    """The digits and what has the name, for each name."""

    @cached_property
    def shortened(self) -> Mapping[str, tuple[str, ...]]:
        """The names by their form without 支出 at the end."""
        found: dict[str, tuple[str, ...]] = {}
        for name in self.holders:
            short = bare(name)
            found[short] = (*found.get(short, ()), name)
        return found

    @cached_property
    def names(self) -> Names:
        """All names, to find those that are alike."""
        return Names(self.holders)

    def entries(self, name: str, year: int) -> Iterator[Entry[AnyCode]]:
        """The entries that have exactly this name in the year."""
        edition = self.table.edition(year)
        for _, holder in self.holders.get(name, ()):
            if isinstance(holder, Entry) and holder.valid_in(edition):
                yield holder


@cache
def name_index(name: TableName) -> NameIndex:
    """The index of a table, made once."""
    table = TABLES[name]()
    found: dict[str, list[tuple[str, Holder]]] = {}
    for digits, history in table.histories.items():
        for entry in history:
            found.setdefault(entry.name, []).append((digits, entry))
    for digits, formers in superseded_names().items():
        if digits[0] == _FIRST[name]:
            for former in formers:
                found.setdefault(former.name, []).append((digits, former))
    return NameIndex(table, {key: tuple(holders) for key, holders in found.items()})
