"""Mistakes in a list of what an amount consists of (主要包括): a name too many, one too few, another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Final

import govfinance.catalog as catalog
from govfinance.document import Paragraph, Place, PublishedTable
from govfinance.model import PublicTable
from govfinance.tables import Table
from govfinance.testing._change import Change
from govfinance.testing._published import Publication

__all__ = ["list_changes"]

_LIST: Final = re.compile("主要包括：?([^；。]{2,2000})")
_AMOUNT: Final = re.compile("[0-9.,]+万元$")


def list_changes(block: int, paragraph: Paragraph, publication: Publication, random: Random) -> Iterator[Change]:
    """All such changes of the lists of a paragraph.

    A name that the table has nothing for is proved wrong by it, unless the list itself says 0万元 of it.
    """
    text = paragraph.text
    table = _table(publication, PublicTable.PROJECT if paragraph.topic.startswith("project") else PublicTable.BASIC)
    if table is None:
        return
    nil, spent = _names(table, publication.accounts.year)
    for match in _LIST.finditer(text):
        entries = match.group(1).split("、")
        names = [_AMOUNT.sub("", entry) for entry in entries]
        if not all(name in spent for name in names):
            continue
        free = [name for name in nil if name not in spent and name not in names]
        if not free:
            continue
        start = match.start(1)
        at = random.randrange(len(entries))
        begin = start + sum(len(entry) + 1 for entry in entries[:at])
        own, other = names[at], random.choice(free)
        amounts = entries[at] != own
        yield _change("list-replaced", block, begin, own, other, spent[own] or not amounts)
        yield _change("list-added", block, begin, "", f"{other}、")
        if len(entries) > 1:
            gone = entries[at] + "、" if at < len(entries) - 1 else "、" + entries[at]
            before = begin if at < len(entries) - 1 else begin - 1
            yield _change("list-dropped", block, before, gone, "", spent[own])


def _change(kind: str, block: int, start: int, before: str, after: str, provable: bool = True) -> Change:
    place = Place(block=block, start=start, end=start + len(before))
    return Change(kind=kind, place=place, before=before, after=after, provable=provable)


def _table(publication: Publication, wanted: PublicTable) -> Table | None:
    for block in publication.document.blocks:
        if isinstance(block, PublishedTable) and isinstance(block.origin, Table) and block.origin.table is wanted:
            return block.origin
    return None


def _names(table: Table, year: int) -> tuple[list[str], dict[str, bool]]:
    """The names of the 款 that the table has nothing for, and of those with an amount: whether one is printed that is not zero."""
    nil: list[str] = []
    spent: dict[str, bool] = {}
    for cell in table.cells():
        code = cell.address.split("/")[1] if cell.address else ""
        if len(code) == 5 and code.isdigit():
            known = catalog.name_in(code, year)
            if known is None:
                continue
            if cell.text:
                spent[known.name] = spent.get(known.name, False) or cell.text.strip("0.") != ""
            else:
                nil.append(known.name)
    return sorted(nil), spent
