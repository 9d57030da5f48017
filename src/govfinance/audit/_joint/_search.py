"""The search: possible or not, and if not, smallest sets of statements that contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from time import monotonic
from typing import Final

from attrs import define, field, frozen

from govfinance.audit._joint._certificate import multipliers_of
from govfinance.audit._joint._domains import domains_of
from govfinance.audit._joint._solver import Solver, UnsolvedError, new_solver
from govfinance.audit._joint._statements import Quote, Statements, read_statements
from govfinance.audit._joint._types import Contradiction, Step
from govfinance.audit._joint._words import skipped_words
from govfinance.audit._relations import Relation
from govfinance.audit._said import Claim, Value
from govfinance.document import Place

__all__ = ["MAX_CONTRADICTIONS", "MAX_STATEMENTS", "MAX_TERMS", "JointResult", "contradictions", "prove"]

MAX_CONTRADICTIONS: Final = 20
"""After so many contradictions nobody reads on, and the search stops."""

MAX_STATEMENTS: Final = 6_000
"""A document that says more than this many things is not proved jointly."""

MAX_TERMS: Final = 60_000
"""How many terms all sums together may have, for the same reason."""

_SECONDS: Final = 20.0
_POSSIBLE: Final = 1e-6
_TRIALS: Final = 12


@frozen(kw_only=True)
class JointResult:
    """The contradictions, and what was not looked at: a code and the reason in Chinese and English."""

    contradictions: tuple[Contradiction, ...] = ()
    skipped: tuple[tuple[str, str, str], ...] = ()


def contradictions(
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    *,
    quote: Quote | None = None,
    without: Collection[Place] = (),
    most: int = MAX_CONTRADICTIONS,
) -> tuple[Contradiction, ...]:
    """Sets of claims that cannot be true together, see `prove`."""
    return prove(claims, relations, quote=quote, without=without, most=most).contradictions


def prove(
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    *,
    quote: Quote | None = None,
    without: Collection[Place] = (),
    most: int = MAX_CONTRADICTIONS,
    seconds: float = _SECONDS,
) -> JointResult:
    """Ask whether exact amounts exist that make every claim true, and name what contradicts each other if not.

    ``quote`` gives the text of a place; without it words such as 持平, which may be 基本持平, are not used. Numbers at the
    places ``without``, which other checks found wrong, are taken as not printed, and relations that they break as not
    given: one cause is told once. After a contradiction its blamed claim is left out and the search goes on, until
    nothing is left, ``most`` are found or ``seconds`` are over; later ones that need the same relations, or are about
    the same quantities, are not told. Raises `InvalidInputError` where SciPy is not installed.
    """
    found = read_statements(claims, relations, quote=quote, without=without)
    terms = sum(len(one.terms) for one in found.inequalities)
    if len(found.statements) > MAX_STATEMENTS or terms > MAX_TERMS:
        new_solver([], [])
        return JointResult(skipped=skipped_words({"limit": len(found.statements)}))
    domains = domains_of(found.inequalities, len(found.quantities))
    search = _Search(found, new_solver(found.inequalities, domains), most, monotonic() + seconds)
    try:
        search.run()
    except UnsolvedError:
        found.skipped["solver"] += 1
    return JointResult(contradictions=tuple(search.results), skipped=skipped_words(found.skipped))


@define
class _Search:
    found: Statements
    solver: Solver
    most: int
    until: float
    results: list[Contradiction] = field(factory=list)
    out: set[int] = field(factory=set)
    told: set[int] = field(factory=set)
    about: set[int] = field(factory=set)

    def run(self) -> None:
        """Look in each part of the document that hangs together by itself."""
        everything = self._rows(range(len(self.found.inequalities)))
        wrong = self.solver.distances(everything) if everything else {}
        if sum(wrong.values()) <= _POSSIBLE:
            return
        for island in _islands(self.found, everything):
            if any(self.found.inequalities[row].statement in wrong for row in island):
                self._within(island)

    def _within(self, island: Sequence[int]) -> None:
        while len(self.results) < self.most:
            if monotonic() > self.until:
                self.found.skipped["time"] += 1
                return
            rows = self._rows(island)
            wrong = self.solver.distances(rows) if rows else {}
            if sum(wrong.values()) <= _POSSIBLE:
                return
            clash = self._smallest(rows)
            steps = None if clash is None else multipliers_of([self.found.inequalities[row] for row in clash])
            if clash is None or steps is None:
                self.found.skipped["unproved"] += 1
                return
            relations = {self.found.inequalities[row].statement for row in clash} - {*self._claims_of(clash)}
            quantities = {quantity for row in clash for quantity, _ in self.found.inequalities[row].terms}
            if relations & self.told:
                self.out |= relations
                continue
            blamed, singled_out = self._blamed(rows, clash, wrong)
            self.out.add(blamed)
            if relations or not quantities <= self.about:
                self.told |= relations
                self.about |= quantities
                self.results.append(self._contradiction(clash, steps, blamed, singled_out=singled_out))

    def _rows(self, rows: Sequence[int]) -> list[int]:
        return [row for row in rows if self.found.inequalities[row].statement not in self.out]

    def _claims_of(self, clash: Sequence[int]) -> list[int]:
        statements = dict.fromkeys(self.found.inequalities[row].statement for row in clash)
        return [one for one in statements if not isinstance(self.found.statements[one], Relation)]

    def _smallest(self, rows: Sequence[int]) -> list[int] | None:
        """A clash of few claims that is proved: those without one claim of the first are tried, then all in turn."""
        first = self.solver.clash(rows)
        if first is None:
            return None
        best = first if self._is_proved(first) else None
        claims = self._claims_of(first)
        for claim in claims[:_TRIALS] if best is None or len(claims) > 2 else ():
            other = self.solver.clash([row for row in rows if self.found.inequalities[row].statement != claim])
            if other is not None and (best is None or self._size(other) < self._size(best)) and self._is_proved(other):
                best = other
        return None if best is None else self._reduced(best)

    def _reduced(self, clash: list[int]) -> list[int]:
        among = {self.found.inequalities[row].statement for row in clash}
        rows = [row for row in range(len(self.found.inequalities)) if self.found.inequalities[row].statement in among]
        for statement in sorted(among):
            less = [row for row in rows if self.found.inequalities[row].statement != statement]
            smaller = self.solver.clash(less)
            if smaller is not None and self._is_proved(smaller):
                rows, clash = less, smaller
        return clash

    def _is_proved(self, clash: Sequence[int]) -> bool:
        return multipliers_of([self.found.inequalities[row] for row in clash]) is not None

    def _size(self, clash: Sequence[int]) -> tuple[int, int]:
        return len(self._claims_of(clash)), len(clash)

    def _blamed(self, rows: Sequence[int], clash: Sequence[int], wrong: dict[int, float]) -> tuple[int, bool]:
        """The claim of the clash without which the fewest others have to give way, and whether that is one only."""
        totals = {
            statement.whole
            for one in clash
            if isinstance(statement := self.found.statements[self.found.inequalities[one].statement], Relation)
        }

        def is_total(number: int) -> bool:
            claim = self.found.statements[number]
            return isinstance(claim, Value) and (claim.subject, claim.measure) in totals

        claims = sorted(self._claims_of(clash), key=lambda one: (not is_total(one), -wrong.get(one, 0.0)))
        left: dict[int, int] = {}
        for claim in claims[:_TRIALS]:
            rest = [row for row in rows if self.found.inequalities[row].statement != claim]
            left[claim] = sum(distance > _POSSIBLE for distance in self.solver.distances(rest).values())
        fewest = min(left.values())
        best = [claim for claim in left if left[claim] == fewest]
        return best[0], len(best) == 1 and len(claims) <= _TRIALS

    def _contradiction(
        self, clash: Sequence[int], multipliers: Sequence[Fraction], blamed: int, *, singled_out: bool
    ) -> Contradiction:
        quantities = list(self.found.quantities)
        statements = self.found.statements
        involved = [statements[one] for one in sorted({self.found.inequalities[row].statement for row in clash})]
        culprit = statements[blamed]
        assert not isinstance(culprit, Relation)
        return Contradiction(
            claims=tuple(one for one in involved if not isinstance(one, Relation)),
            relations=tuple(one for one in involved if isinstance(one, Relation)),
            blamed=culprit,
            singled_out=singled_out,
            steps=tuple(
                Step(
                    statement=statements[one.statement],
                    part=one.part,
                    terms=tuple((quantities[quantity], coefficient) for quantity, coefficient in one.terms),
                    bound=one.bound,
                    number=one.number,
                    multiplier=multiplier,
                )
                for one, multiplier in zip((self.found.inequalities[row] for row in clash), multipliers, strict=True)
            ),
        )


def _islands(found: Statements, rows: Sequence[int]) -> list[list[int]]:
    """The inequalities by parts of the document that have no quantity in common."""
    root = list(range(len(found.quantities)))

    def top(quantity: int) -> int:
        while root[quantity] != quantity:
            root[quantity] = root[root[quantity]]
            quantity = root[quantity]
        return quantity

    for row in rows:
        first, *others = (quantity for quantity, _ in found.inequalities[row].terms)
        for other in others:
            root[top(other)] = top(first)
    islands: dict[int, list[int]] = {}
    for row in rows:
        islands.setdefault(top(found.inequalities[row].terms[0][0]), []).append(row)
    return list(islands.values())
