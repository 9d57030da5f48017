"""From a name to its entries, and from a code to a name that can be printed."""

from __future__ import annotations

from enum import Enum
from typing import cast

from attrs import frozen

from govfinance.catalog._index import name_index
from govfinance.catalog._names import comparable
from govfinance.catalog._registry import TABLES, TableName, table_of
from govfinance.catalog._superseded import SupersededName, superseded_names
from govfinance.catalog._tables import Confidence, Entry
from govfinance.codes import AnyCode, EconomicCode, FunctionalCode, GovernmentEconomicCode, to_any_code

__all__ = [
    "NameBasis",
    "Named",
    "codes_named",
    "economic_named",
    "functional_named",
    "government_economic_named",
    "name_in",
]


def codes_named(name: str, year: int, *, table: TableName | None = None) -> tuple[Entry[AnyCode], ...]:
    """The entries (科目) that have exactly this official name in a budget year, in the order of their codes.

    ``table`` is one of the three classifications, ``None`` all. White space, the width of parentheses and a last （类）,
    （款） or （项） do not count. For a name that may be old or misspelt there is :func:`suggest`.

    >>> [str(entry.code) for entry in codes_named("住房公积金", 2023)]
    ['2210201', '30113', '50103']
    """
    text = comparable(name)
    tables = TABLES if table is None else (table,)
    return tuple(entry for known in tables for entry in name_index(known).entries(text, year))


def functional_named(name: str, year: int) -> tuple[Entry[FunctionalCode], ...]:
    """The entries (支出功能分类科目) with this official name in a budget year, as :func:`codes_named`.

    >>> [str(entry.code) for entry in functional_named("司法", 2023)]
    ['20406']
    """
    return cast("tuple[Entry[FunctionalCode], ...]", codes_named(name, year, table="functional"))


def economic_named(name: str, year: int) -> tuple[Entry[EconomicCode], ...]:
    """The entries (部门预算支出经济分类科目) with this official name in a budget year, as :func:`codes_named`.

    >>> [str(entry.code) for entry in economic_named("房屋建筑物购建", 2023)]
    ['30901', '31001']
    """
    return cast("tuple[Entry[EconomicCode], ...]", codes_named(name, year, table="economic"))


def government_economic_named(name: str, year: int) -> tuple[Entry[GovernmentEconomicCode], ...]:
    """The entries (政府预算支出经济分类科目) with this official name in a budget year, as :func:`codes_named`.

    >>> [str(entry.code) for entry in government_economic_named("设备购置", 2023)]
    ['50306', '50404']
    """
    return cast("tuple[Entry[GovernmentEconomicCode], ...]", codes_named(name, year, table="government_economic"))


class NameBasis(Enum):
    """What a name that can be printed rests on, the surest first."""

    IN_FORCE = "in_force"
    """The official name in the year."""
    OTHER_EDITION = "other_edition"
    """The name in the nearest edition that is known to have the code."""
    FORMER = "former"
    """The name of a code that no known edition has any more."""


@frozen(kw_only=True)
class Named:
    """A name for a code in a year, and what it rests on: the entry, or the record of a former name."""

    code: AnyCode
    name: str
    basis: NameBasis
    entry: Entry[AnyCode] | None = None
    former: SupersededName | None = None

    @property
    def confidence(self) -> Confidence:
        """How sure it is that the year's edition had this name: that of the entry, and low without one in force."""
        return self.entry.confidence if self.entry is not None and self.basis is NameBasis.IN_FORCE else "low"


def name_in(code: AnyCode | str, year: int) -> Named | None:
    """A name for a code (科目名称) of any table in a budget year, also where the year's edition may not have the code.

    First the name in force; else that of the nearest edition, then a former name. ``None`` for a code that was never
    known. Raises :class:`~govfinance.errors.InvalidInputError` for text that is no code.

    >>> [(found.name, found.basis.name) for found in (name_in("21017", 2024), name_in("21017", 2023))]
    [('中医药事务', 'IN_FORCE'), ('中医药事务', 'OTHER_EDITION')]
    >>> name_in("39906", 2023).name, name_in("39906", 2023).former.last_edition
    ('赠与', '2020')
    """
    known = to_any_code(code)
    table = table_of(known)
    entry = table.find(known.text, year)
    if entry is not None:
        return Named(code=known, name=entry.name, basis=NameBasis.IN_FORCE, entry=entry)
    entry = table.nearest(known.text, year)
    if entry is not None:
        return Named(code=known, name=entry.name, basis=NameBasis.OTHER_EDITION, entry=entry)
    formers = superseded_names().get(known.text, ())
    if not formers:
        return None
    former = max(formers, key=lambda one: (one.last_year or 0, one.name))
    return Named(code=known, name=former.name, basis=NameBasis.FORMER, former=former)
