"""From everything that a document says to what of it cannot be true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, field

from govfinance.audit._network._blame import MOST_CHECKS, Blamed, blame
from govfinance.audit._network._check import Check, Term
from govfinance.audit._network._ledger import Ledger
from govfinance.audit._network._listed import FUNCTIONAL, check_projects, totals_of
from govfinance.audit._network._sums import check_contracts, check_relations, check_repeats, check_totals
from govfinance.audit._network._variances import HUNDRED, Comparison, Oddity, compare, execution_of, share_of
from govfinance.audit._relations import Listed, Relation, listed, relations_among
from govfinance.audit._said import (
    Claim,
    Execution,
    Listing,
    NumberKind,
    Quantity,
    Share,
    Total,
    Trend,
    Value,
    Variance,
)
from govfinance.document import PublishedDocument
from govfinance.model import PublicTable

__all__ = ["Outcome", "run"]

_VAGUE = ("基本", "无较大", "无明显", "无太大", "无显著", "大致", "相差不大", "差异不大", "变化不大")


@define(eq=False)
class Outcome:
    """What the checks came to."""

    ledger: Ledger
    checks: list[Check] = field(factory=list)
    oddities: list[Oddity] = field(factory=list)
    blamed: list[Blamed] = field(factory=list)
    unexplained: int = 0
    """How many failing checks were left aside, because so many fail."""
    comparisons: dict[Quantity, Comparison] = field(factory=dict)
    relations: list[Relation] = field(factory=list)
    """What has to be equal to what in this document, lists of parts aside."""

    def checked(self) -> set[int]:
        """The identities of the numbers that were compared with something."""
        return {id(term) for term in self.ledger.terms if term.checks} | {
            id(term) for oddity in self.oddities for term in oddity.terms
        }


def run(
    document: PublishedDocument,
    said: Sequence[Claim],
    cells: Sequence[Value],
    rows: Mapping[PublicTable, Sequence[str]],
    exact: Sequence[Value] = (),
    *,
    year: int | None = None,
) -> Outcome:
    """Check what the narrative says (``said``) and what the cells of the tables say, with each other."""
    ledger = Ledger(nothing=_usual_half(said))
    ledger.add_values(cells, "table")
    ledger.add_values(said, "text")
    ledger.add_values(exact, "exact")
    _enter_lists(ledger, said)
    outcome = Outcome(ledger)
    twice: set[Quantity] = set()
    alone: list[Variance] = []
    for claim in said:
        if isinstance(claim, Variance):
            vague = any(word in document.quote(claim.place) for word in _VAGUE)
            result = compare(ledger, claim, vague=vague)
            if result.base is None and not vague and claim.amount is None and claim.rate is None:
                alone.append(claim)
            outcome.checks += result.checks
            outcome.oddities += result.oddities
            _remember(outcome, (claim.subject, result.measure), result, twice)
        elif isinstance(claim, Share | Execution):
            checks, oddities = share_of(ledger, claim) if isinstance(claim, Share) else execution_of(ledger, claim)
            outcome.checks += checks
            outcome.oddities += oddities
    outcome.oddities += _against_execution(alone, [claim for claim in said if isinstance(claim, Execution)])
    for check in _sums(outcome, said, rows, year):
        outcome.checks.append(check)
        for term in check.terms:
            term.checks.append(check)
    failing = [check for check in outcome.checks if not check.holds()]
    outcome.unexplained = max(0, len(failing) - MOST_CHECKS)
    outcome.blamed = blame(failing)
    return outcome


def _usual_half(said: Iterable[Claim]) -> int:
    """Half a last digit of the amounts of the text, as most of them are printed: so much can hide behind a bare 0."""
    halves = Counter(
        (claim.number.high - claim.number.low) // 2
        for claim in said
        if isinstance(claim, Value) and claim.number.kind is NumberKind.AMOUNT and claim.number.printed.strip("0.,")
    )
    return halves.most_common(1)[0][0] if halves else 10**18


def _against_execution(claims: Sequence[Variance], executions: Sequence[Execution]) -> Iterator[Oddity]:
    """决算数大于预算数 beside a rate of execution below 100 %, where the budget itself is not printed."""
    rates = {(one.subject, one.place.block): one for one in executions}
    for claim in claims:
        execution = rates.get((claim.subject, claim.place.block))
        if execution is None or claim.trend is None or claim.base == "prior":
            continue
        rate = execution.rate
        above, below = rate.low > HUNDRED, rate.high < HUNDRED
        expected = Trend.UP if above else Trend.DOWN if below else None
        if expected is not None and expected is not claim.trend:
            yield Oddity("direction", claim, claim.trend_place or claim.place, "", expected)


def _remember(outcome: Outcome, quantity: Quantity, result: Comparison, twice: set[Quantity]) -> None:
    """Keep a comparison for what follows from it; of two that differ neither says anything about other figures."""
    before = outcome.comparisons.get(quantity)
    if before is None:
        if quantity not in twice:
            outcome.comparisons[quantity] = result
    elif not _same_change(before, result):
        del outcome.comparisons[quantity]
        twice.add(quantity)


def _same_change(one: Comparison, other: Comparison) -> bool:
    if one.change is None or other.change is None:
        return True
    return one.sign == other.sign and one.change.low <= other.change.high and other.change.low <= one.change.high


def _enter_lists(ledger: Ledger, said: Iterable[Claim]) -> None:
    """The amounts beside the names of a list are values like any other."""
    for claim in said:
        if isinstance(claim, Listing):
            for item in claim.items:
                if item.number is not None and item.subject:
                    quantity: Quantity = (item.subject, "actual")
                    ledger.enter(quantity, ledger.add(item.number, claim, "text", quantity))


def _sums(
    outcome: Outcome, said: Sequence[Claim], rows: Mapping[PublicTable, Sequence[str]], year: int | None
) -> Iterator[Check]:
    ledger, comparisons = outcome.ledger, outcome.comparisons
    negative = any(term.high < 0 for term in ledger.terms)
    outcome.relations += relations_among(
        {*ledger.values, *comparisons}, rows, negative=negative, nothing=_nothing(ledger)
    )
    yield from check_repeats(ledger)
    yield from check_relations(ledger, outcome.relations, comparisons)
    totals = [(total, _signs(ledger, total, negative=negative)) for total in totals_of(said, year)]
    yield from check_totals(ledger, totals, comparisons)
    yield from check_contracts(ledger, [claim for claim in said if isinstance(claim, Share)])
    yield from check_projects(ledger)


def _nothing(ledger: Ledger) -> set[str]:
    """The subjects that are blank wherever they stand."""
    return {
        subject
        for (subject, measure), its in ledger.values.items()
        if measure == "actual"
        and "text" not in its
        and not any(term.low or term.high for one in its.values() for term in one)
    }


def _signs(ledger: Ledger, total: Total, *, negative: bool) -> int | None:
    """0 where a list is all there is, 1 where it may be only some of it; None where nothing can be said.

    A list is all there is if its subjects are all that the whole can consist of, if it names what is nothing (of 项 some
    texts tell a few, zeros among them), and if it adds up.
    """
    kind = listed(total.subject, total.parts)
    if kind is Listed.ALL:
        return 0
    if kind is Listed.NONE or (negative and kind is Listed.SOME):
        return None
    near = total.place
    parts = [ledger.pick((part, total.measure), near) for part in total.parts]
    known = [part for part in parts if part is not None]
    if kind is Listed.UNKNOWN and len(known) == len(parts):
        whole = ledger.pick((total.subject, total.measure), near)
        functions = any(part.startswith(FUNCTIONAL) for part in total.parts)
        if not functions and len(known) > 1 and any(part.is_nil for part in known):
            return 0
        if whole is not None and _can_be(whole, known):
            return 0
    return None if negative else 1


def _can_be(whole: Term, parts: Sequence[Term]) -> bool:
    return sum(part.low for part in parts) <= whole.high and whole.low <= sum(part.high for part in parts)


def terms_of(blamed: Blamed) -> list[Term]:
    """The other numbers of the checks that a wrong number fails."""
    return [*dict.fromkeys(term for check in blamed.checks for term in check.terms if term is not blamed.term)]
