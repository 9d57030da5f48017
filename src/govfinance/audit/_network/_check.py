"""Checks: equations among printed numbers, each of which is an interval.

Every equation is affine in each of its numbers. Over a box of intervals such an expression takes its extreme values at
corners, so it can be zero exactly if zero lies between the least and the greatest corner: no tolerance is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Literal, TypeAlias

from attrs import define, field

from govfinance.audit._said import Claim, Number, Quantity
from govfinance.document import Place

__all__ = ["Bounds", "Check", "Linear", "Product", "Source", "Term", "meet"]

Source: TypeAlias = Literal["text", "table", "exact"]
Bounds: TypeAlias = tuple[Fraction | None, Fraction | None]
"""A closed interval of exact numbers; None for an end that is open to infinity."""


@define(eq=False)
class Term:
    """One printed number in the checks: what it stands for, who says it, and where."""

    low: int
    high: int
    place: Place
    claim: Claim
    source: Source
    number: Number | None = None
    quantity: Quantity | None = None
    checks: list[Check] = field(factory=list, repr=False)

    @property
    def middle(self) -> Fraction:
        """The number as printed."""
        return Fraction(self.low + self.high, 2)

    @property
    def is_nil(self) -> bool:
        """Whether it is printed as nothing: a zero, a dash, a blank cell."""
        return self.low <= 0 <= self.high and self.low == -self.high


def meet(one: Bounds, other: Bounds) -> Bounds | None:
    """What two intervals have in common; None for nothing.

    >>> meet((Fraction(1), None), (None, Fraction(3))), meet((Fraction(2), None), (None, Fraction(1)))
    ((Fraction(1, 1), Fraction(3, 1)), None)
    """
    low = one[0] if other[0] is None else other[0] if one[0] is None else max(one[0], other[0])
    high = one[1] if other[1] is None else other[1] if one[1] is None else min(one[1], other[1])
    return None if low is not None and high is not None and low > high else (low, high)


@define(eq=False)
class Check:
    """An equation that has to hold: ``sign`` 0 for = 0, 1 for ≥ 0, -1 for ≤ 0.

    ``suspect`` is the number to name where nothing else tells which of them is wrong.
    """

    code: str
    kind: str
    terms: Sequence[Term]
    suspect: Term
    sign: int = 0
    claim: Claim | None = None

    def bounds(self) -> tuple[int, int]:
        """The least and the greatest value of the expression."""
        raise NotImplementedError

    def solve(self, term: Term) -> Bounds:
        """The values of one number for which the check can hold, whatever the others are within their intervals."""
        raise NotImplementedError

    def residue(self) -> Fraction:
        """The value of the expression for the numbers as printed."""
        raise NotImplementedError

    def is_off(self) -> bool:
        """Whether it does not hold of the numbers exactly as printed."""
        return self.residue() != 0

    def recomputed(self, term: Term) -> Fraction | None:
        """What a number should be if the others were exactly as printed; None where that is not determined."""
        residue, low, high = self.residue(), term.low, term.high
        term.low, term.high = low + 1, high + 1
        slope = self.residue() - residue
        term.low, term.high = low, high
        return None if slope == 0 else term.middle - residue / slope

    def holds(self) -> bool:
        """Whether some exact numbers satisfy it."""
        low, high = self.bounds()
        return (self.sign > 0 or low <= 0) and (self.sign < 0 or high >= 0)


@define(eq=False)
class Linear(Check):
    """A sum of numbers, each with its factor."""

    factors: Sequence[int] = ()

    def bounds(self) -> tuple[int, int]:
        """See `Check.bounds`."""
        low = high = 0
        for factor, term in zip(self.factors, self.terms, strict=True):
            if factor > 0:
                low += factor * term.low
                high += factor * term.high
            else:
                low += factor * term.high
                high += factor * term.low
        return low, high

    def is_off(self) -> bool:
        """See `Check.is_off`."""
        pairs = zip(self.factors, self.terms, strict=True)
        return sum(factor * (term.low + term.high) for factor, term in pairs) != 0

    def residue(self) -> Fraction:
        """See `Check.residue`."""
        return Fraction(
            sum(factor * (term.low + term.high) for factor, term in zip(self.factors, self.terms, strict=True)), 2
        )

    def solve(self, term: Term) -> Bounds:
        """See `Check.solve`."""
        low, high = self.bounds()
        own = sum(factor for factor, one in zip(self.factors, self.terms, strict=True) if one is term)
        if own == 0:
            return None, None
        for factor, one in zip(self.factors, self.terms, strict=True):
            if one is term:
                low -= factor * (one.low if factor > 0 else one.high)
                high -= factor * (one.high if factor > 0 else one.low)
        # own * x + rest = 0 (≥ 0, ≤ 0), with the rest from low to high
        ends = (Fraction(-high, own), Fraction(-low, own))
        sign = self.sign if own > 0 else -self.sign
        least, most = min(ends), max(ends)
        return (None if sign < 0 else least, None if sign > 0 else most)


Monomial: TypeAlias = tuple[int, tuple[int, ...]]
"""A factor, and the numbers (as positions among the terms) that it is multiplied with; no number twice."""


@define(eq=False)
class Product(Check):
    """A sum of products of different numbers: a rate times its base, and the like."""

    monomials: Sequence[Monomial] = ()

    def _at(self, values: Sequence[int]) -> int:
        total = 0
        for factor, positions in self.monomials:
            value = factor
            for position in positions:
                value *= values[position]
            total += value
        return total

    def bounds(self) -> tuple[int, int]:
        """See `Check.bounds`."""
        corners = [self._at(corner) for corner in product(*((term.low, term.high) for term in self.terms))]
        return min(corners), max(corners)

    def residue(self) -> Fraction:
        """See `Check.residue`."""
        total = Fraction(0)
        for factor, positions in self.monomials:
            value = Fraction(factor)
            for position in positions:
                value *= self.terms[position].middle
            total += value
        return total

    def solve(self, term: Term) -> Bounds:
        """See `Check.solve`: with the others at their corners the expression is ``slope * x + rest``."""
        own = [position for position, one in enumerate(self.terms) if one is term]
        if not own:
            return None, None
        mine = own[0]
        found: list[Fraction] = []
        signs: set[bool] = set()
        ranges = [(one.low, one.high) if one is not term else (0,) for one in self.terms]
        for corner in product(*ranges):
            values = [*corner]
            values[mine] = 0
            rest = self._at(values)
            values[mine] = 1
            slope = self._at(values) - rest
            if slope == 0:
                return None, None
            signs.add(slope > 0)
            found.append(Fraction(-rest, slope))
        if len(signs) > 1:
            return None, None
        sign = self.sign if signs == {True} else -self.sign
        return (None if sign < 0 else min(found), None if sign > 0 else max(found))
