"""Relations that were found broken already: they are not used again, so that one cause is told once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from govfinance.audit._joint._known import Said
from govfinance.audit._said import Quantity, Value
from govfinance.document import Place

__all__ = ["Told"]


class Told:
    """The values of a document, and those of them that are known to be wrong."""

    def __init__(self, claims: Iterable[Said], without: Collection[Place]) -> None:
        self._hull: dict[Quantity, tuple[int, int]] = {}
        self._wrong: dict[Quantity, list[tuple[int, int]]] = {}
        for claim in claims:
            if isinstance(claim, Value):
                low, high = claim.number.low, claim.number.high
                quantity = claim.subject, claim.measure
                if claim.number.place in without or claim.place in without:
                    self._wrong.setdefault(quantity, []).append((low, high))
                else:
                    least, most = self._hull.get(quantity, (low, high))
                    self._hull[quantity] = min(least, low), max(most, high)

    def breaks(self, terms: Sequence[tuple[Quantity, int]], sign: int) -> bool:
        """Whether a value that is known to be wrong breaks a relation: the sum of ``terms`` is zero, or has the sign."""
        return any(
            self._fails(terms, sign, quantity, limits)
            for quantity, _ in terms
            for limits in self._wrong.get(quantity, ())
        )

    def _fails(
        self, terms: Sequence[tuple[Quantity, int]], sign: int, wrong: Quantity, limits: tuple[int, int]
    ) -> bool:
        least = most = 0
        for quantity, coefficient in terms:
            its = limits if quantity == wrong else self._hull.get(quantity)
            if its is None:
                return False
            ends = sorted((coefficient * its[0], coefficient * its[1]))
            least += ends[0]
            most += ends[1]
        return (sign >= 0 and most < 0) or (sign <= 0 and least > 0)
