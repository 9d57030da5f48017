"""What the joint proof is made of: inequalities, the statements that they come from, and a contradiction."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from govfinance.audit._relations import Relation
from govfinance.audit._said import Execution, Nothing, Number, Quantity, Share, Value, Variance

__all__ = ["Contradiction", "Inequality", "Part", "Statement", "Step"]

Statement: TypeAlias = Value | Variance | Share | Execution | Nothing | Relation
"""What counts as one statement: a claim, or a relation that holds for all documents."""


class Part(Enum):
    """What of a statement an inequality says."""

    VALUE = "value"
    NOTHING = "nothing"
    CHANGE = "change"
    RATE = "rate"
    TREND = "trend"
    SHARE = "share"
    EXECUTION = "execution"
    RELATION = "relation"


@frozen
class Inequality:
    """The sum of coefficient times quantity is at least ``bound``, all in whole steps: what ``part`` of ``statement`` says.

    ``statement`` is its number among the statements; ``number`` the printed number that gives the bound; ``base`` the
    quantity that a ratio divides by.
    """

    statement: int
    part: Part
    terms: tuple[tuple[int, int], ...]
    bound: int
    number: Number | None = None
    base: int | None = None


@frozen(kw_only=True)
class Step:
    """One inequality of a proof and the positive number that it is multiplied with.

    ``terms`` are the coefficients of the quantities, whose sum is at least ``bound`` by what ``part`` of ``statement``
    says. All steps, multiplied and added up, say that zero is at least a positive number.
    """

    statement: Statement
    part: Part
    terms: tuple[tuple[Quantity, int], ...]
    bound: int
    number: Number | None = None
    multiplier: Fraction


@frozen(kw_only=True)
class Contradiction:
    """Claims that cannot all be true, given the relations; without any one of them they could be.

    ``blamed`` is the claim without which the fewest others of the document have to be wrong; ``singled_out`` says that
    this is true of no other one. Where it is not, a total is blamed before its parts.
    """

    claims: tuple[Value | Variance | Share | Execution | Nothing, ...]
    relations: tuple[Relation, ...]
    blamed: Value | Variance | Share | Execution | Nothing
    singled_out: bool
    steps: tuple[Step, ...] = field(repr=False)

    @property
    def proved(self) -> bool:
        """Whether the steps add up to what cannot be; true of everything that is reported, and cheap to check again."""
        sums: dict[Quantity, Fraction] = {}
        for step in self.steps:
            for quantity, coefficient in step.terms:
                sums[quantity] = sums.get(quantity, Fraction(0)) + step.multiplier * coefficient
        gain = sum((step.multiplier * step.bound for step in self.steps), Fraction(0))
        return gain > 0 and not any(sums.values()) and all(step.multiplier > 0 for step in self.steps)
