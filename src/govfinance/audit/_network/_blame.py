"""Which printed number is wrong: the fewest numbers that, each put right, make every failing check hold.

A wrong number fails all checks that it stands in, and for one right value of it all of them hold. So for each number of
the failing checks the values are found that satisfy the most of them and break none of those that hold; the number that
explains the most is wrong, and the value is what was to be expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from govfinance.audit._network._check import Bounds, Check, Term, meet
from govfinance.audit._network._ledger import is_balance
from govfinance.audit._said import Share, Value

__all__ = ["MOST_CHECKS", "Blamed", "blame"]

MOST_CHECKS = 200
"""More failing checks than that have one cause that no single number explains (a table in another unit)."""


@frozen(eq=False)
class Blamed:
    """A number that is wrong, the failing checks that this explains, and the values that it could have."""

    term: Term
    checks: tuple[Check, ...]
    values: Bounds


def blame(failing: Sequence[Check]) -> list[Blamed]:
    """Explain all failing checks."""
    remaining = list(failing[:MOST_CHECKS])
    bad = set(remaining)
    found: list[Blamed] = []
    solved: dict[tuple[int, int], Bounds] = {}
    while remaining:
        best: list[tuple[tuple[int, ...], Blamed]] = []
        for term in dict.fromkeys(term for check in remaining for term in check.terms):
            if term.source == "exact":
                continue
            explained, values = _explains(term, remaining, bad, solved)
            if explained:
                best.append((_rank(term, explained), Blamed(term, tuple(explained), values)))
        if not best:
            check = remaining.pop(0)
            doubtful = _named(check)
            if doubtful is not None:
                found.append(Blamed(doubtful, (check,), (None, None)))
            continue
        best.sort(key=lambda one: one[0], reverse=True)
        rank, chosen = best[0]
        same = [one for its, one in best[1:] if its[0] == rank[0] and set(one.checks) == set(chosen.checks)]
        if rank[0] == 1:
            chosen = _suspected(chosen, [chosen, *same])
        found.append(chosen)
        gone = set(chosen.checks)
        remaining = [check for check in remaining if check not in gone]
    return found


def _named(check: Check) -> Term | None:
    """The number that stands for a check that no single number explains: none where all of them are known to be right."""
    doubtful = [term for term in check.terms if term.source != "exact" and not _is_known(term)]
    return check.suspect if check.suspect in doubtful else next(iter(doubtful), None)


def _is_known(term: Term) -> bool:
    """Whether accounts that were given confirm a number."""
    return any(check.code == "against" and check.holds() for check in term.checks)


def _suspected(chosen: Blamed, equals: Sequence[Blamed]) -> Blamed:
    """Of the numbers that explain one check, the one to name.

    That is the one that the check suspects, if it may be wrong. Of a sum whose total is right the part is named if only
    one can be wrong and it is not nothing: else the list as a whole is, and its total stands for it.
    """
    check = chosen.checks[0]
    pick = next((one for one in equals if _in_another_unit(one.term, check)), None) or next(
        (one for one in equals if one.term is check.suspect), None
    )
    if pick is None:
        term = _named(check)
        if len(check.terms) > 2 and len(equals) > 1 and term is not None:
            return Blamed(term, chosen.checks, check.solve(term))
        pick = chosen
    return Blamed(pick.term, pick.checks, pick.values)


def _in_another_unit(term: Term, check: Check) -> bool:
    """Whether a number would be right in 万元 for 元 or the reverse: what a wrong unit looks like."""
    right = check.recomputed(term)
    if right is None or right == 0 or term.middle == 0:
        return False
    ratio = right / term.middle
    return any(abs(ratio - factor) * 1000 < factor for factor in (Fraction(10_000), Fraction(1, 10_000)))


def _rank(term: Term, explained: Sequence[Check]) -> tuple[int, ...]:
    holding = sum(1 for check in term.checks if check not in explained)
    return (
        len(explained),
        -min(holding, 1),
        sum(1 for check in explained if check.suspect is term),
        term.source == "text",
        -holding,
    )


def _explains(
    term: Term, remaining: Iterable[Check], bad: set[Check], solved: dict[tuple[int, int], Bounds]
) -> tuple[list[Check], Bounds]:
    """The most of the remaining checks that one value of a number satisfies, among the values that break no other."""
    allowed = _possible(term)
    for check in term.checks:
        if check not in bad:
            both = meet(allowed, _solve(check, term, solved))
            if both is None:
                return [], allowed
            allowed = both
    ranges: list[tuple[Check, Bounds]] = []
    for check in remaining:
        if term in check.terms:
            both = meet(allowed, _solve(check, term, solved))
            if both is not None:
                ranges.append((check, both))
    if not ranges:
        return [], allowed
    best: list[Check] = []
    values: Bounds = allowed
    for _, (start, _end) in ranges:
        common: Bounds = allowed
        inside: list[Check] = []
        for check, its in ranges:
            if _contains(its, start):
                both = meet(common, its)
                if both is not None:
                    common = both
                    inside.append(check)
        if _weight(term, inside) > _weight(term, best):
            best, values = inside, common
    return ([], allowed) if _fills_a_gap(term, best, values) else (best, values)


def _possible(term: Term) -> Bounds:
    """What a number can be at all: what was received or spent is not below zero, and neither is a share."""
    claim = term.claim
    if isinstance(claim, Share):
        return Fraction(0), None
    if isinstance(claim, Value) and term.low >= 0 and not is_balance(claim.subject):
        return Fraction(0), None
    return None, None


def _weight(term: Term, checks: Sequence[Check]) -> tuple[int, int]:
    return len(checks), sum(1 for check in checks if check.suspect is term)


def _fills_a_gap(term: Term, checks: Sequence[Check], values: Bounds) -> bool:
    """Whether a number would be wrong only because a list lacks something: any part of it could make up for that."""
    return (
        term.source == "text"
        and values[0] is not None
        and values[0] > term.high
        and all(check.code.startswith("list") and check.suspect is not term for check in checks)
    )


def _contains(bounds: Bounds, value: Fraction | None) -> bool:
    if value is None:
        return bounds[0] is None
    return (bounds[0] is None or bounds[0] <= value) and (bounds[1] is None or value <= bounds[1])


def _solve(check: Check, term: Term, solved: dict[tuple[int, int], Bounds]) -> Bounds:
    key = (id(check), id(term))
    if key not in solved:
        solved[key] = check.solve(term)
    return solved[key]
