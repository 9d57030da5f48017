"""All printed numbers by what they are numbers of, and which of several to take."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from govfinance.audit._network._check import Source, Term
from govfinance.audit._said import Base, Claim, Listing, Measure, Nothing, Number, NumberKind, Quantity, Value
from govfinance.document import Place

__all__ = ["Ledger", "is_balance", "is_local"]

_MEASURES: dict[Base, tuple[Measure, ...]] = {
    "prior": ("prior",),
    "initial": ("initial",),
    "adjusted": ("adjusted",),
    "budget": ("adjusted", "initial"),
}


def is_local(subject: str) -> bool:
    """Whether a subject is known by its words only, so that the same words elsewhere may mean something else."""
    return subject.startswith("local/")


def is_balance(subject: str) -> bool:
    """Whether an amount may be below zero: carry-over, and totals that contain it."""
    return any(word in subject for word in ("opening", "closing", "surplus", "outlay", "/total/actual"))


@define(eq=False)
class Ledger:
    """The numbers of one document."""

    terms: list[Term] = field(factory=list)
    by_place: dict[Place, Term] = field(factory=dict)
    values: dict[Quantity, dict[Source, list[Term]]] = field(factory=dict)
    nothing: int = 10**18
    """How much a bare 0 of the text can be at most: half a digit of what the document usually prints."""

    def add(self, number: Number, claim: Claim, source: Source, quantity: Quantity | None = None) -> Term:
        """The term of a number; each printed number has one."""
        term = self.by_place.get(number.place)
        if term is None:
            low, high = number.low, number.high
            if number.printed == "0" and source == "text" and high > self.nothing and number.kind is NumberKind.AMOUNT:
                low, high = -self.nothing, self.nothing
            term = Term(low, high, number.place, claim, source, number, quantity)
            self.by_place[number.place] = term
            self.terms.append(term)
        return term

    def enter(self, quantity: Quantity, term: Term) -> None:
        """Note that a term is the value of a quantity."""
        if term.quantity is None:
            term.quantity = quantity
        its = self.values.setdefault(quantity, {}).setdefault(term.source, [])
        if term not in its:
            its.append(term)

    def add_values(self, claims: Sequence[Claim], source: Source) -> None:
        """Enter every value that is said, and every nothing; the amounts of lists are not entered here."""
        lists = {item.number.place for one in claims if isinstance(one, Listing) for item in one.items if item.number}
        for claim in claims:
            if isinstance(claim, Value) and claim.number.place not in lists:
                quantity = (claim.subject, claim.measure)
                self.enter(quantity, self.add(claim.number, claim, source, quantity))
            elif isinstance(claim, Nothing):
                quantity = (claim.subject, claim.measure)
                term = Term(0, 0, claim.place, claim, source, None, quantity)
                self.terms.append(term)
                self.enter(quantity, term)

    def of(self, quantity: Quantity, source: Source) -> list[Term]:
        """All values that one source gives of a quantity."""
        its = self.values.get(quantity)
        return its.get(source, []) if its is not None else []

    def pick(self, quantity: Quantity, near: Place | None = None) -> Term | None:
        """The value to compute with: one of the same paragraph (the nearest before), a cell, one of the text."""
        its = self.values.get(quantity)
        if its is None:
            return None
        texts = its.get("text", ())
        if near is not None:
            same = [term for term in texts if term.place.block == near.block]
            if same:
                before = [term for term in same if term.place.start <= near.start]
                return before[-1] if before else same[0]
        if its.get("table"):
            return its["table"][0]
        if texts:
            return texts[0] if near is None else min(texts, key=lambda term: abs(term.place.block - near.block))
        return its["exact"][0] if its.get("exact") else None

    def pick_base(self, subject: str, base: Base, near: Place) -> tuple[Measure, Term | None]:
        """The measure that a base is, and its value; of a budget that is not said more closely the one that is known."""
        measures = _MEASURES[base]
        known: list[tuple[Measure, Term]] = []
        for measure in measures:
            term = self.pick((subject, measure), near)
            if term is not None:
                known.append((measure, term))
        beside = [one for one in known if one[1].place.block == near.block]
        if len(beside) == 1:
            return beside[0]
        if len(known) > 1 and not beside:
            low, high = max(one.low for _, one in known), min(one.high for _, one in known)
            if low > high:
                return measures[0], None  # two budgets, and the text does not say which
        return known[0] if known else (measures[0], None)
