"""Single changes of a published document such as happen at the keyboard, each with its kind, its place and its proof.

A change is ``provable`` where it contradicts what stands elsewhere in the document, as far as one relation shows it; the
auditor has no part in that decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from attrs import evolve, field, frozen

from govfinance.document import Place, PublishedDocument, PublishedTable, PublishedText
from govfinance.testing._facts import Facts, Spot, spots_of
from govfinance.testing._misprints import misprints
from govfinance.testing._mistakes import Change, mistakes
from govfinance.testing._published import Publication

__all__ = ["MUTATIONS", "Mutation", "mutations"]

_NUMBERS: Final = frozenset(
    {"arithmetic", "rate_recompute", "text_vs_table", "text_vs_text", "zero_base", "wrong_direction"}
)
_CELLS: Final = frozenset({"within_table_sum", "table_vs_table", "text_vs_table", "arithmetic", "rate_recompute"})
_SUBJECT: Final = _NUMBERS | {"wording", "list_vs_table", "classification_name_mismatch"}

MUTATIONS: Final[dict[str, frozenset[str]]] = {
    "amount": _NUMBERS | {"list_vs_table"},
    "rate": frozenset({"rate_recompute", "zero_base", "wrong_direction", "text_vs_text", "arithmetic"}),
    "count": frozenset({"arithmetic", "text_vs_table", "text_vs_text"}),
    "cell": _CELLS | {"list_vs_table"},
    "swapped": _NUMBERS | _CELLS | {"list_vs_table"},
    "point": _NUMBERS | _CELLS | {"list_vs_table"},
    "direction": frozenset({"wrong_direction"}),
    "unit": _NUMBERS | {"missing_unit", "wording"},
    "no-unit": frozenset({"missing_unit"}),
    "no-percent": frozenset({"missing_percent_sign"}),
    "item": frozenset({"classification_name_mismatch", "list_vs_table", "text_vs_table", "text_vs_text"}),
    "row": frozenset({"classification_name_mismatch"}),
    "list-replaced": frozenset({"list_vs_table", "classification_name_mismatch"}),
    "list-added": frozenset({"list_vs_table"}),
    "list-dropped": frozenset({"list_vs_table"}),
    "year": frozenset({"year_inconsistent"}),
    "department": frozenset({"department_name_inconsistent"}),
    "fund": _SUBJECT,
    "side": _SUBJECT,
}
"""The kinds of single changes, and the kinds of finding that each is rightly found as."""


@frozen(kw_only=True)
class Mutation:
    """One change: its kind, where the new words stand in the changed document, and what was there before.

    ``provable`` says whether the rest of the document proves it wrong.
    """

    kind: str
    place: Place
    before: str
    after: str
    provable: bool
    _original: PublishedDocument = field(alias="original", repr=False, eq=False)

    @property
    def document(self) -> PublishedDocument:
        """The document with the change in it."""
        place = self.place
        blocks = list(self._original.blocks)
        block = blocks[place.block]
        end = place.start + len(self.before)
        if isinstance(block, PublishedText):
            blocks[place.block] = evolve(block, text=block.text[: place.start] + self.after + block.text[end:])
        else:
            assert place.row is not None
            assert place.column is not None
            rows = [list(row) for row in block.rows]
            text = rows[place.row][place.column]
            rows[place.row][place.column] = text[: place.start] + self.after + text[end:]
            blocks[place.block] = evolve(block, rows=tuple(tuple(row) for row in rows))
        return evolve(self._original, blocks=tuple(blocks))


def mutations(publication: Publication, random: Random, *, each: int = 3) -> Iterator[Mutation]:
    """Up to ``each`` single changes of every kind of `MUTATIONS` that the document has a place for.

    >>> import govfinance as gf
    >>> from govfinance.testing import publication
    >>> made = publication(gf.load("examples/chifeng-justice-2023.json"), gf.jurisdiction("inner-mongolia", year=2023))
    >>> found = [*mutations(made, Random(3), each=1)]
    >>> [(one.before, one.after, one.provable) for one in found if one.kind == "no-percent"]
    [('%', '', True)]
    """
    facts = Facts(spots_of(publication))
    changes: dict[str, list[tuple[Spot, int] | Change]] = {}
    for number, spot in enumerate(facts.spots):
        if spot.text:
            for kind in _kinds_of(spot):
                changes.setdefault(kind, []).append((spot, number))
    for change in mistakes(publication, facts, random):
        changes.setdefault(change.kind, []).append(change)
    for kind in MUTATIONS:
        candidates = changes.get(kind, [])
        for chosen in random.sample(candidates, min(each, len(candidates))):
            made = chosen if isinstance(chosen, Change) else _of_number(kind, *chosen, facts, publication, random)
            if made is not None:
                yield _mutation(publication.document, made)


def _kinds_of(spot: Spot) -> tuple[str, ...]:
    if spot.place.row is not None:
        return ("cell", "swapped", "point") if spot.role == "amount" else ("cell", "swapped")
    if spot.role == "amount":
        return ("amount", "swapped", "point", "unit", "no-unit")
    return ("rate", "swapped", "point", "no-percent") if spot.role == "rate" else ("count",)


_UNITS: Final[dict[str, tuple[str, str]]] = {"unit": ("万元", "元"), "no-unit": ("万元", ""), "no-percent": ("%", "")}


def _of_number(
    kind: str, spot: Spot, number: int, facts: Facts, publication: Publication, random: Random
) -> Change | None:
    if kind in _UNITS:
        return _of_unit(kind, spot, number, facts, publication)
    change: Callable[[str, Random], str | None] = misprints[kind if kind in misprints else "digit"]
    after = change(spot.text, random)
    if after is None or after == spot.text:
        return None
    return Change(kind=kind, place=spot.place, before=spot.text, after=after, provable=facts.provable(number, after))


def _of_unit(kind: str, spot: Spot, number: int, facts: Facts, publication: Publication) -> Change | None:
    block = publication.document.blocks[spot.place.block]
    before, after = _UNITS[kind]
    if isinstance(block, PublishedTable) or not block.text.startswith(before, spot.place.end):
        return None
    place = evolve(spot.place, start=spot.place.end, end=spot.place.end + len(after))
    zero = not spot.text.strip("0.")  # nothing needs no unit
    provable = facts.provable(number, spot.text, scale=1) if kind == "unit" else kind == "no-percent" or not zero
    return Change(kind=kind, place=place, before=before, after=after, provable=provable)


def _mutation(document: PublishedDocument, change: Change) -> Mutation:
    return Mutation(
        kind=change.kind,
        place=evolve(change.place, end=change.place.start + len(change.after)),
        before=change.before,
        after=change.after,
        provable=change.provable,
        original=document,
    )
