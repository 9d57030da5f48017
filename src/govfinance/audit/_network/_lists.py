"""主要包括: what a text lists, compared with the rows of the table that have an amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govfinance.audit._network._check import Term
from govfinance.audit._network._ledger import Ledger
from govfinance.audit._network._namesakes import code_of, codes_of, namesakes
from govfinance.audit._said import Listing
from govfinance.document import Place, PublishedDocument

__all__ = ["Misnamed", "compare_lists"]

_PERSONNEL = ("301", "303")


@frozen(eq=False)
class Misnamed:
    """A name too many in a list (``missing`` False), or one that should stand there (``missing`` True)."""

    listing: Listing
    code: str
    name: str
    cell: Term | None
    place: Place
    missing: bool


def compare_lists(
    document: PublishedDocument, ledger: Ledger, listings: Sequence[Listing], year: int | None
) -> Iterator[Misnamed]:
    """The names of each list of economic items against the table it is about."""
    cells: dict[str, dict[str, Term]] = {"basic": {}, "project": {}}
    for (subject, measure), its in ledger.values.items():
        table, _, rest = subject.partition("/")
        if table in cells and measure == "actual" and its.get("table") and rest.endswith("/actual"):
            cells[table][rest.removesuffix("/actual")] = its["table"][0]
    for listing in listings:
        table, _, rest = listing.subject.partition("/")
        row = rest.removesuffix("/actual")
        if table in cells and listing.items:
            yield from _of_others(listing, cells[table], row, year)
        if cells.get(table) and listing.items:
            yield from _compare(document, listing, cells[table], row, year)


def _within(code: str, row: str) -> bool:
    if row == "personnel":
        return code[:3] in _PERSONNEL
    if row == "public":
        return code[:3] not in _PERSONNEL
    return row == "total" or (row.isdigit() and code.startswith(row))


def _of_others(listing: Listing, cells: dict[str, Term], row: str, year: int | None) -> Iterator[Misnamed]:
    """Names of items that belong to another class than the whole: 伙食补助费 (301) among 公用经费."""
    for item in listing.items:
        codes = () if code_of(item.subject) else codes_of(item.name, year)
        if codes and not any(_within(code, row) for code in codes):
            yield Misnamed(listing, codes[0], item.name, cells.get(codes[0]), item.place, missing=False)


def _compare(
    document: PublishedDocument, listing: Listing, cells: dict[str, Term], row: str, year: int | None
) -> Iterator[Misnamed]:
    named = {code: item for item in listing.items if (code := code_of(item.subject))}
    known = [item for item in listing.items if code_of(item.subject) or codes_of(item.name, year)]
    if len(known) * 2 < len(listing.items):
        return  # the names are not those of the classification: nothing can be said
    for code, item in named.items():
        its = [cells[one] for one in _namesakes(item.subject, year) if one in cells]
        nothing = all(cell.low == cell.high == 0 for cell in its)
        if nothing and (item.number is None or not item.number.low <= 0 <= item.number.high):
            cell = its[0] if its else None
            yield Misnamed(listing, code, item.name, cell, _beside(listing, code, item.place), missing=False)
    for item in listing.items:
        codes = () if code_of(item.subject) else codes_of(item.name, year)
        its = [cells[code] for code in codes if code in cells]
        if (
            codes
            and its
            and any(_within(code, row) for code in codes)
            and all(cell.low == cell.high == 0 for cell in its)
        ):
            yield Misnamed(listing, codes[0], item.name, its[0], item.place, missing=False)
    quote = document.quote(listing.place).rstrip("。；，;, \u3000")
    if quote.endswith("等") or "等。" in quote or any(item.name.endswith("等") for item in listing.items[-1:]):
        return
    if any(not code_of(item.subject) and not codes_of(item.name, year) for item in listing.items):
        return  # one of the unknown names may be the one that seems to be missing
    covered = {one for item in named.values() for one in _namesakes(item.subject, year)}
    covered.update(code for item in listing.items for code in codes_of(item.name, year))
    for code, cell in cells.items():
        if len(code) == 5 and _within(code, row) and cell.low > 0 and code not in covered:
            yield Misnamed(listing, code, "", cell, _beside(listing, code, listing.place), missing=True)


def _namesakes(subject: str, year: int | None) -> list[str]:
    return [one.split("/")[1] for one in namesakes(subject, year)]


def _beside(listing: Listing, code: str, place: Place) -> Place:
    """From the name before a code to the one after it, in the order of the codes: where the finding is to be seen."""
    before, after = None, None
    for item in listing.items:
        its = code_of(item.subject)
        if its and its < code:
            before = item
        elif its and its >= code and after is None and before is not None:
            after = item
    first, last = before or listing.items[0], after or before or listing.items[-1]
    if first.place.block != last.place.block or first.place.start > last.place.start:
        return place
    return evolve(first.place, end=last.place.end)
