"""Checks of comparisons: a change, its rate, its direction; and of shares and execution rates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field

from govfinance.audit._network._check import Check, Linear, Product, Term
from govfinance.audit._network._ledger import Ledger, is_balance, is_local
from govfinance.audit._said import AMOUNT, RATE, Execution, Measure, Share, Trend, Variance
from govfinance.document import Place

__all__ = ["Comparison", "Oddity", "compare", "execution_of", "share_of"]

HUNDRED: Final = 100 * RATE

_UNCHANGED: Final = 50 * AMOUNT
"""持平: a change that prints as 0.00万元."""


@define(eq=False)
class Oddity:
    """Something that one statement shows by itself: a rate on a base of nothing, a direction against its numbers."""

    code: str
    """``zero-base``, ``zero-of-zero``, ``direction``."""
    claim: Variance | Share | Execution
    place: Place
    printed: str
    expected: Trend | None = None
    terms: Sequence[Term] = ()


@define(eq=False)
class Comparison:
    """What a variance came to: its number and sign as far as they are known, its checks, and what is odd about it."""

    claim: Variance
    measure: Measure
    actual: Term | None = None
    base: Term | None = None
    change: Term | None = None
    sign: int | None = None
    checks: list[Check] = field(factory=list)
    oddities: list[Oddity] = field(factory=list)


def compare(ledger: Ledger, claim: Variance, *, vague: bool) -> Comparison:
    """The checks of one comparison; ``vague`` where its words leave room (基本持平, 无较大差异)."""
    near = claim.place
    measure, base = ledger.pick_base(claim.subject, claim.base, near)
    result = Comparison(claim, measure, ledger.pick((claim.subject, "actual"), near), base)
    result.sign = _sign(claim)
    if claim.amount is not None:
        result.change = ledger.add(claim.amount, claim, "text")
    elif claim.trend is Trend.FLAT and not vague:
        place = claim.trend_place or claim.place
        result.change = Term(-_UNCHANGED, _UNCHANGED, place, claim, "text")
        ledger.terms.append(result.change)
        result.sign = 1
    rate = ledger.add(claim.rate, claim, "text") if claim.rate is not None else None
    if rate is not None and not _is_contradictory(result) and _on_nothing(result, rate):
        return result
    _check(result, rate)
    return result


def _sign(claim: Variance) -> int | None:
    """The direction that the words say; None where they say none or contradict each other."""
    words: set[int] = {
        trend.value for trend in (claim.trend, claim.rate_trend) if trend is not None and trend is not Trend.FLAT
    }
    if len(words) == 1:
        return words.pop()
    return None


def _on_nothing(result: Comparison, rate: Term) -> bool:
    """Note a rate whose base is nothing; there is none then, whatever is printed."""
    actual, base, change, sign = result.actual, result.base, result.change, result.sign
    if base is not None:
        nothing = base.is_nil
    elif actual is not None and change is not None and change.number is not None:
        signs = (sign,) if sign is not None else (1, -1)
        nothing = any(actual.low + actual.high == one * (change.low + change.high) for one in signs)
    else:
        return False
    if not nothing:
        return False
    now = change if actual is None else actual
    empty = now is None or now.is_nil
    possible = all(check.holds() for one in (1, -1) if sign in (None, one) for check in _checks(result, rate, one))
    if possible and not empty:
        return False  # what prints as nothing may be a few 元, and the rate may be right
    result.oddities.append(
        Oddity(
            "zero-of-zero" if empty or _is_hundred(rate) else "zero-base",
            result.claim,
            rate.place,
            rate.number.text if rate.number is not None else "",
            terms=[term for term in (rate, actual, base, change) if term is not None],
        )
    )
    return True


def _is_hundred(rate: Term) -> bool:
    """100 % on a base of nothing is no rate either, but a convention that many offices follow."""
    return rate.low <= HUNDRED <= rate.high


def _is_contradictory(result: Comparison) -> bool:
    """增加 … 下降: two words of one change that do not agree."""
    words = {result.claim.trend, result.claim.rate_trend}
    return result.sign is None and {Trend.UP, Trend.DOWN} <= words


def _check(result: Comparison, rate: Term | None) -> None:
    """Make the checks; where they hold for the opposite direction only, the direction is what is wrong."""
    claim, sign = result.claim, result.sign
    if _is_contradictory(result):
        _contradicted(result, rate)
        return
    made = [*_checks(result, rate, 1 if sign is None else sign)]
    if sign is not None and made and claim.trend is not Trend.FLAT and not all(check.holds() for check in made):
        other = [*_checks(result, rate, -sign)]
        if other and all(check.holds() for check in other):
            _misdirected(result, Trend(-sign), rate)
            result.sign = -sign
            _enter(result, other)
            return
    _enter(result, made)


def _enter(result: Comparison, checks: Sequence[Check]) -> None:
    for check in checks:
        result.checks.append(check)
        for term in check.terms:
            term.checks.append(check)


def _contradicted(result: Comparison, rate: Term | None) -> None:
    """增加 … 下降: one of the two words is wrong; the numbers may tell which."""
    change = result.change
    if (change is not None and change.is_nil) or (rate is not None and rate.is_nil):
        return
    held = [
        sign for sign in (1, -1) if (made := [*_checks(result, rate, sign)]) and all(check.holds() for check in made)
    ]
    sign = held[0] if len(held) == 1 else None
    if sign is None:
        assert result.claim.trend is not None
        sign = result.claim.trend.value
    expected = Trend(sign)
    result.sign = sign
    _misdirected(result, expected, rate)
    if len(held) == 1:
        _enter(result, [*_checks(result, rate, sign)])


def _misdirected(result: Comparison, expected: Trend, rate: Term | None) -> None:
    claim = result.claim
    wrong = claim.trend_place if claim.trend is not expected else claim.rate_trend_place
    result.oddities.append(
        Oddity(
            "direction",
            claim,
            wrong or claim.place,
            "",
            expected,
            [term for term in (result.actual, result.base, result.change, rate) if term is not None],
        )
    )


def _checks(result: Comparison, rate: Term | None, sign: int) -> Iterator[Check]:
    """The equations of a comparison if its direction is ``sign``."""
    actual, base, change, claim = result.actual, result.base, result.change, result.claim
    flat = claim.trend is Trend.FLAT
    if actual is not None and base is not None:
        if change is not None:
            kind = "wrong_direction" if flat else "arithmetic"
            yield Linear("change", kind, (change, actual, base), change, 0, claim, (sign, -1, 1))
        elif result.sign is not None:
            yield Linear("direction", "wrong_direction", (actual, base), actual, sign, claim, (1, -1))
    if (
        base is None
        and actual is not None
        and change is not None
        and sign > 0
        and not flat
        and not (is_balance(claim.subject) or is_local(claim.subject))
    ):
        yield Linear("negative-base", "arithmetic", (change, actual), change, 1, claim, (-1, 1))
    if rate is None or (flat and rate.is_nil) or _is_below_zero(result, sign):
        return
    if actual is not None and change is not None and change.number is not None:
        # 100 * sign * change = rate * sign * (actual - sign * change)
        yield Product(
            "growth",
            "rate_recompute",
            (rate, actual, change),
            rate,
            0,
            claim,
            ((HUNDRED, (2,)), (-1, (0, 1)), (sign, (0, 2))),
        )
    elif actual is not None and base is not None:
        yield Product(
            "growth-of-two",
            "rate_recompute",
            (rate, actual, base),
            rate,
            0,
            claim,
            ((sign * HUNDRED, (1,)), (-sign * HUNDRED, (2,)), (-1, (0, 2))),
        )
    elif change is not None and change.number is not None and base is not None:
        yield Product(
            "growth-on-base", "rate_recompute", (rate, change, base), rate, 0, claim, ((HUNDRED, (1,)), (-1, (0, 2)))
        )


def _is_below_zero(result: Comparison, sign: int) -> bool:
    """Whether the base may be below zero: offices divide by what it is then in two ways, and neither is a rate."""
    actual, base, change = result.actual, result.base, result.change
    if base is not None:
        return base.low < 0 and not base.is_nil
    if actual is None or change is None:
        return False
    return actual.low < 0 or (is_balance(result.claim.subject) and actual.low - sign * change.high < 0 and sign > 0)


def share_of(ledger: Ledger, claim: Share) -> tuple[list[Check], list[Oddity]]:
    """The check of a share: rate * whole = 100 * part."""
    part = ledger.pick((claim.subject, claim.measure), claim.place)
    whole = ledger.pick((claim.whole, claim.measure), claim.place)
    return _ratio(ledger, claim, part, whole, "share")


def execution_of(ledger: Ledger, claim: Execution) -> tuple[list[Check], list[Oddity]]:
    """The check of an execution rate: rate * budget = 100 * actual."""
    actual = ledger.pick((claim.subject, "actual"), claim.place)
    _, budget = ledger.pick_base(claim.subject, claim.base, claim.place)
    return _ratio(ledger, claim, actual, budget, "execution")


def _ratio(
    ledger: Ledger, claim: Share | Execution, part: Term | None, whole: Term | None, code: str
) -> tuple[list[Check], list[Oddity]]:
    rate = ledger.add(claim.rate, claim, "text")
    if whole is None or part is None:
        known = part if whole is None else whole
        if known is not None and known.is_nil and (known is whole or rate.low > 0):
            return [], [Oddity("zero-of-zero", claim, rate.place, claim.rate.text, None, (rate, known))]
        return [], []
    check = Product(code, "rate_recompute", (rate, part, whole), rate, 0, claim, ((HUNDRED, (1,)), (-1, (0, 2))))
    if whole.is_nil and (part.is_nil or not check.holds()):
        kind = "zero-of-zero" if part.is_nil or _is_hundred(rate) else "zero-base"
        return [], [Oddity(kind, claim, rate.place, claim.rate.text, None, (rate, part, whole))]
    for term in check.terms:
        term.checks.append(check)
    return [check], []
