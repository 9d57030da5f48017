"""What the parts of drawn accounts have in common: how amounts, comparisons and things left out are drawn.

All amounts are whole numbers of 分 until they go into the model, so that sums are exact in any decimal context.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, TypeVar

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govfinance.model import BudgetLine, CarryOver
from govfinance.testing._values import fen, to_yuan

__all__ = ["LARGE", "Maker", "summed"]

T = TypeVar("T")

LARGE: Final = 10**14
"""The largest single figure of drawn accounts, in 分, so that their sums stay amounts: 1万亿元."""

_ONE_IN: Final = {many: st.integers(1, many) for many in range(2, 9)}
_WEIGHTS: Final = st.integers(0, 9)
_STEPS: Final = st.sampled_from([-1, 1])
_RELATIONS: Final = st.sampled_from(["same", "nothing", "fen", "tie", "near", "other", "other"])


@frozen(kw_only=True)
class Maker:
    """Draws the figures of one set of accounts.

    ``consistent``: everything that has to agree does; else totals and parts are drawn apart from each other here and
    there. ``awkward``: amounts on which rounding is delicate. ``text``: what people wrote into a field of several
    lines, ``phrase``: into one of a single line.
    """

    draw: DrawFn
    year: int
    consistent: bool
    awkward: bool
    text: SearchStrategy[str]
    phrase: SearchStrategy[str]

    def cents(self, most: int = LARGE) -> int:
        """An amount."""
        return self.draw(fen(most=most, awkward=self.awkward))

    def signed(self) -> int:
        """An amount that may be below zero."""
        amount = self.cents()
        return -amount if self.chance(4) else amount

    def some(self) -> int:
        """An amount that is zero more often than not: most departments have no such thing."""
        return self.cents() if self.chance(3) else 0

    def chance(self, one_in: int = 2) -> bool:
        """True in one of so many draws."""
        return self.draw(_ONE_IN[one_in]) == one_in

    def maybe(self, value: T) -> T | None:
        """The value, or nothing: not supplied."""
        return None if self.chance(4) else value

    def yuan(self, cents: int | None) -> Decimal | None:
        """What goes into the model."""
        return None if cents is None else to_yuan(cents)

    def given(self, exact: int | None) -> int | None:
        """A total: left out, as it has to be, or (in accounts that need not be consistent) something else."""
        if self.chance():
            return None
        if exact is None or not (self.consistent or self.chance(3)):
            return exact
        return exact if self.consistent else self.cents()

    def compared(self, actual: int) -> int | None:
        """A budget or the figure of the year before: missing, the same, nothing, nearly the same, anything."""
        if self.chance(5):
            return None
        relation = self.draw(_RELATIONS)
        if relation == "same":
            return actual
        if relation == "nothing":
            return 0
        if relation == "other":
            return self.cents()
        step = {"fen": 1, "tie": 5_000, "near": max(1, actual // 100)}[relation]
        return max(0, actual + step * self.draw(_STEPS))

    def split(self, total: int, parts: int) -> list[int]:
        """A total as the sum of some parts, each zero or more."""
        weights = [self.draw(_WEIGHTS) for _ in range(parts)]
        shares = [total * weight // (sum(weights) or 1) for weight in weights]
        shares[0] += total - sum(shares)
        return shares

    def line(
        self,
        actual: int | None,
        *,
        initial: int | None = None,
        adjusted: int | None = None,
        prior: int | None = None,
    ) -> BudgetLine:
        """A budget line."""
        return BudgetLine(**self.measures(actual, initial=initial, adjusted=adjusted, prior=prior))

    def carry(self, actual: int | None, *, initial: int | None = None, prior: int | None = None) -> CarryOver:
        """A carry-over."""
        return CarryOver(**self.measures(actual, initial=initial, prior=prior))

    def measures(
        self,
        actual: int | None,
        *,
        initial: int | None = None,
        adjusted: int | None = None,
        prior: int | None = None,
    ) -> dict[str, Decimal | None]:
        """The four figures of a line as its class takes them."""
        yuan = self.yuan
        return {"initial": yuan(initial), "adjusted": yuan(adjusted), "actual": yuan(actual), "prior": yuan(prior)}


def summed(parts: Sequence[int | None]) -> int | None:
    """The sum; None as soon as one part is not known."""
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None
