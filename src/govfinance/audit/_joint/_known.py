"""What has to be known of the quantities before statements about them can be put together."""

from __future__ import annotations

from collections.abc import Iterable

from govfinance.audit._said import Base, Execution, Nothing, NumberKind, Quantity, Share, Value, Variance

__all__ = ["Known", "Said"]

Said = Value | Variance | Share | Execution | Nothing
"""The claims that the joint proof is about."""


class Known:
    """Names, kinds and budgets of the quantities of a document."""

    def __init__(self, claims: Iterable[Said]) -> None:
        self._kinds: dict[Quantity, set[NumberKind]] = {}
        self._budgets: dict[str, set[str]] = {}
        self._local: dict[Quantity, tuple[int, int]] = {}
        self._unclear: set[str] = set()
        for claim in claims:
            self._learn(claim)

    def _learn(self, claim: Said) -> None:
        subject = self.subject(claim)
        measure = claim.measure if isinstance(claim, Value) else getattr(claim, "base", "")
        if measure in ("initial", "adjusted"):
            self._budgets.setdefault(subject, set()).add(measure)
        if isinstance(claim, Variance) and claim.amount is not None:
            self._kinds.setdefault((subject, "actual"), set()).add(claim.amount.kind)
        if not isinstance(claim, Value):
            return
        quantity = (subject, claim.measure)
        self._kinds.setdefault(quantity, set()).add(claim.number.kind)
        if claim.subject.startswith("local/"):
            low, high = self._local.get(quantity, (claim.number.low, claim.number.high))
            low, high = max(low, claim.number.low), min(high, claim.number.high)
            self._local[quantity] = (low, high)
            if low > high:
                self._unclear.add(subject)

    def subject(self, claim: Said, subject: str = "") -> str:
        """The subject of a claim. One that is known by its words only is another one in each paragraph."""
        name = subject or claim.subject
        return f"{name}#{claim.place.block}" if name.startswith("local/") else name

    def is_clear(self, subject: str) -> bool:
        """Whether a subject is one thing: words that have two values in one paragraph may mean two things."""
        return subject not in self._unclear

    def agree(self, quantities: Iterable[Quantity]) -> bool:
        """Whether all of them are, as far as known, of one kind."""
        return len({kind for quantity in quantities for kind in self._kinds.get(quantity, ())}) < 2

    def budget(self, subject: str, base: Base) -> Quantity | None:
        """The quantity that something is compared with, None where it is not certain which budget that is."""
        if base != "budget":
            return subject, base
        known = self._budgets.get(subject, set())
        return (subject, next(iter(known))) if len(known) == 1 else None
