"""Claims and relations as linear inequalities over whole steps; what cannot be put so is left out and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final, TypeAlias

from attrs import define, evolve, field

from govfinance.audit._joint._known import Known, Said
from govfinance.audit._joint._prune import without_idle, without_nil_bases
from govfinance.audit._joint._told import Told
from govfinance.audit._joint._types import Inequality, Part, Statement
from govfinance.audit._relations import Relation
from govfinance.audit._said import RATE, Claim, Execution, Nothing, Number, Quantity, Share, Trend, Value, Variance
from govfinance.document import Place

__all__ = ["Quote", "Statements", "read_statements"]

Quote: TypeAlias = Callable[[Place], str]
_Terms: TypeAlias = Sequence[tuple[Quantity, int]]

_HUNDRED: Final = 100 * RATE
_LARGEST: Final = 10**24
_EQUAL: Final = ("持平", "一致", "相等", "相同")
_ROUGHLY: Final = ("基本", "大致", "大体", "总体", "略", "无较大", "无明显", "左右", "不")


@define
class Statements:
    """The statements that can be put as inequalities, their quantities, and how many of what kind could not be."""

    statements: list[Statement] = field(factory=list)
    inequalities: list[Inequality] = field(factory=list)
    quantities: dict[Quantity, int] = field(factory=dict)
    skipped: Counter[str] = field(factory=Counter)

    def number_of(self, quantity: Quantity) -> int:
        """The number of a quantity, a new one where it was not met before."""
        return self.quantities.setdefault(quantity, len(self.quantities))

    def say(
        self,
        statement: Statement,
        part: Part,
        terms: _Terms,
        bound: int,
        number: Number | None = None,
        base: Quantity | None = None,
    ) -> None:
        """Add the inequality: the sum of ``terms`` is at least ``bound``; a ratio says what it divides by."""
        if not self.statements or self.statements[-1] is not statement:
            self.statements.append(statement)
        sums: dict[int, int] = {}
        for quantity, coefficient in terms:
            one = self.number_of(quantity)
            sums[one] = sums.get(one, 0) + coefficient
        left = tuple((one, coefficient) for one, coefficient in sums.items() if coefficient)
        if left:
            divisor = None if base is None else self.number_of(base)
            self.inequalities.append(Inequality(len(self.statements) - 1, part, left, bound, number, divisor))


def read_statements(
    claims: Sequence[Claim], relations: Sequence[Relation], *, quote: Quote | None, without: Collection[Place]
) -> Statements:
    """All inequalities. Numbers and words at the places ``without``, and relations that they break, are left out."""
    said = [claim for claim in claims if isinstance(claim, Value | Variance | Share | Execution | Nothing)]
    places = frozenset(without)
    reader = _Reader(Known(said), Told(said, places), quote, places)
    for claim in said:
        reader.read(claim)
    for relation in relations:
        reader.relate(relation)
    found = reader.found
    found.inequalities = without_idle(found.inequalities)
    kept = without_nil_bases(found.inequalities, len(found.quantities))
    found.skipped["base"] += (len(found.inequalities) - len(kept)) // 2
    found.inequalities = kept
    return found


@define
class _Reader:
    known: Known
    told: Told
    quote: Quote | None
    without: frozenset[Place]
    found: Statements = field(factory=Statements)

    def read(self, claim: Said) -> None:
        subject = self.known.subject(claim)
        if claim.place in self.without:
            return
        if not self.known.is_clear(subject):
            self.found.skipped["unclear"] += 1
        elif isinstance(claim, Value):
            self._within(claim, Part.VALUE, [((subject, claim.measure), 1)], self._limits(claim.number), claim.number)
        elif isinstance(claim, Nothing):
            self._within(claim, Part.NOTHING, [((subject, claim.measure), 1)], (0, 0))
        elif isinstance(claim, Share):
            whole = self.known.subject(claim, claim.whole)
            if self.known.is_clear(whole):
                quantities = (subject, claim.measure), (whole, claim.measure)
                self._ratio(claim, Part.SHARE, *quantities, self._limits(claim.rate), claim.rate)
        else:
            base = self.known.budget(subject, claim.base)
            if base is None:
                self.found.skipped["budget"] += 1
            elif isinstance(claim, Variance):
                self._change(claim, (subject, "actual"), base)
            else:
                self._ratio(claim, Part.EXECUTION, (subject, "actual"), base, self._limits(claim.rate), claim.rate)

    def relate(self, relation: Relation) -> None:
        terms = [*_negative([_term(relation.whole)]), *map(_term, relation.parts)]
        if not self.known.agree(quantity for quantity, _ in terms):
            self.found.skipped["kinds"] += 1
            return
        if self.told.breaks(terms, relation.sign):
            return
        if relation.sign >= 0:
            self.found.say(relation, Part.RELATION, terms, 0)
        if relation.sign <= 0:
            self.found.say(relation, Part.RELATION, _negative(terms), 0)

    def _change(self, claim: Variance, actual: Quantity, base: Quantity) -> None:
        difference = [(actual, 1), (base, -1)]
        words = [claim.trend, claim.rate_trend]
        if claim.trend_place in self.without or claim.rate_trend_place in self.without:
            words = [None, None]
        clash = {one for one in words if one is not None} >= {Trend.UP, Trend.DOWN}
        amount, rate = self._signed(claim.amount, words), self._signed(claim.rate, words[::-1])
        if clash or self._unsaid(claim.amount, amount) or self._unsaid(claim.rate, rate):
            self.found.skipped["direction"] += 1
        if clash:
            return
        self._within(claim, Part.CHANGE, difference, amount, claim.amount)
        if claim.rate is not None:
            limits = None if rate is None else (rate[0] + _HUNDRED, rate[1] + _HUNDRED)
            self._ratio(claim, Part.RATE, actual, base, limits, claim.rate)
        if claim.amount is None and claim.rate is None and self.known.agree((actual, base)):
            if words[0] is Trend.UP:
                self.found.say(claim, Part.TREND, difference, 0)
            elif words[0] is Trend.DOWN:
                self.found.say(claim, Part.TREND, _negative(difference), 0)
            elif words[0] is Trend.FLAT and self._exactly(claim):
                self._within(claim, Part.TREND, difference, (0, 0))

    def _exactly(self, claim: Variance) -> bool:
        """Whether the words say equal and not nearly so; the words before and after them count too."""
        place = claim.trend_place
        if self.quote is None or place is None:
            return False
        words = self.quote(place)
        around = words + self.quote(evolve(place, start=max(0, place.start - 6), end=place.end + 2))
        return any(word in words for word in _EQUAL) and not any(word in around for word in _ROUGHLY)

    def _unsaid(self, number: Number | None, limits: tuple[int, int] | None) -> bool:
        return number is not None and limits is None and number.place not in self.without

    def _limits(self, number: Number) -> tuple[int, int] | None:
        return None if number.place in self.without else (number.low, number.high)

    def _signed(self, number: Number | None, words: Sequence[Trend | None]) -> tuple[int, int] | None:
        """The interval of a change with its sign; None where words and number do not say which sign.

        A printed zero says the same with every word: no document is wrong because it prints 增加 0.00.
        """
        if number is None or number.place in self.without:
            return None
        if number.low <= 0 <= number.high:
            size = max(-number.low, number.high)
            return -size, size
        trend = next((word for word in words if word is not None), None)
        if trend is Trend.UP:
            return number.low, number.high
        if trend is Trend.DOWN and number.low > 0:
            return -number.high, -number.low
        return None

    def _within(
        self, claim: Said, part: Part, terms: _Terms, limits: tuple[int, int] | None, number: Number | None = None
    ) -> None:
        if limits is not None and self._fit(limits, [quantity for quantity, _ in terms]):
            self.found.say(claim, part, terms, limits[0], number)
            self.found.say(claim, part, _negative(terms), -limits[1], number)

    def _ratio(
        self, claim: Said, part: Part, top: Quantity, base: Quantity, limits: tuple[int, int] | None, number: Number
    ) -> None:
        """low · base <= 100 · top <= high · base: that the base is not negative is part of what a ratio says."""
        if limits is not None and self._fit(limits, (top, base)):
            low, high = limits
            self.found.say(claim, part, [(top, _HUNDRED), (base, -low)], 0, number, base)
            self.found.say(claim, part, [(top, -_HUNDRED), (base, high)], 0, number, base)

    def _fit(self, limits: tuple[int, int], quantities: Iterable[Quantity]) -> bool:
        if max(map(abs, limits)) > _LARGEST:
            self.found.skipped["size"] += 1
            return False
        if not self.known.agree(quantities):
            self.found.skipped["kinds"] += 1
            return False
        return True


def _negative(terms: _Terms) -> list[tuple[Quantity, int]]:
    return [(quantity, -coefficient) for quantity, coefficient in terms]


def _term(part: Quantity) -> tuple[Quantity, int]:
    """A part of a relation, on the side of its whole; ``-`` before its subject says that it is subtracted."""
    subject, measure = part
    return ((subject[1:], measure), 1) if subject.startswith("-") else (part, -1)
