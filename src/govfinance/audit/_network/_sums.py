"""Checks of sums: the same quantity said twice, a whole and its parts, within a text, a table, and between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from govfinance.audit._network._check import Check, Linear, Product, Source, Term
from govfinance.audit._network._ledger import Ledger, is_local
from govfinance.audit._network._variances import HUNDRED, Comparison
from govfinance.audit._relations import Relation
from govfinance.audit._said import Measure, Quantity, Share, Total

__all__ = ["check_contracts", "check_relations", "check_repeats", "check_totals"]

_Expression = list[tuple[int, Term]]
_TABLE_KINDS: Final = {True: "within_table_sum", False: "table_vs_table"}

_ONE_SENTENCE: Final = frozenset({"totals.balance", "fiscal.balance"})
"""Texts of small units call 本年收入合计 a 总计: that 收入总计 is 支出总计 is asked of tables, and of both side by side."""


def _is_left_blank(terms: Sequence[tuple[int, Term | None]]) -> bool:
    """Whether a total is printed and none of its parts: a table that was not filled in proves nothing."""
    whole, *parts = (term for _, term in terms if term is not None)
    blank = [part.number is not None and not part.number.printed for part in parts]
    return len(blank) > 1 and all(blank) and whole.number is not None and bool(whole.number.printed)


def _side_by_side(terms: Sequence[tuple[int, Term | None]]) -> bool:
    places = sorted((term.place for _, term in terms if term is not None), key=lambda place: (place.block, place.start))
    if len(places) < len(terms):
        return False
    first, last = places[0], places[-1]
    return first.block == last.block and last.start - first.end < _BESIDE


_BESIDE: Final = 16
"""So many characters stand at most between two amounts of which the text speaks as one: 收入总计…万元，支出总计…万元."""


def check_repeats(ledger: Ledger) -> Iterator[Check]:
    """Each quantity that is said more than once."""
    for (subject, _measure), its in ledger.values.items():
        if is_local(subject):
            continue
        texts, tables, exact = its.get("text", []), its.get("table", []), its.get("exact", [])
        for term in texts:
            for cell in tables[:3]:
                yield _equal("repeat", "text_vs_table", term, cell)
        if not tables:
            for number, term in enumerate(texts):
                for before in texts[max(0, number - 3) : number]:
                    if term.place != before.place:
                        yield _equal("repeat", "text_vs_text", term, before)
        for cell, other in pairwise(tables):
            yield _equal("repeat", "table_vs_table", other, cell)
        for known in exact:
            for term in (*texts, *tables):
                yield _equal("against", "against", term, known)


def _equal(code: str, kind: str, one: Term, other: Term) -> Check:
    return Linear(code, kind, (one, other), one, 0, one.claim, (1, -1))


def check_relations(
    ledger: Ledger, relations: Iterable[Relation], comparisons: Mapping[Quantity, Comparison]
) -> Iterator[Check]:
    """Each relation: among the cells where tables have all of it, else as text and tables give it, and of its changes."""
    for relation in relations:
        yield from _relation(ledger, relation, comparisons)


def _relation(ledger: Ledger, relation: Relation, comparisons: Mapping[Quantity, Comparison]) -> Iterator[Check]:
    quantities = (relation.whole, *relation.parts)
    for source in ("table", "text"):
        terms = [_of(ledger, quantity, source) for quantity in quantities]
        if relation.code in _ONE_SENTENCE and source == "text" and not _side_by_side(terms):
            continue
        if all(term is not None for _, term in terms):
            if source == "table" and (_is_left_blank(terms) or not any(term and term.high for _, term in terms)):
                break
            if source == "text" and relation.sign and not _in_table(ledger, relation.whole):
                continue
            yield _sum(relation, [(sign, term) for sign, term in terms if term is not None], _kind(quantities, source))
            break
    else:
        if relation.code in _ONE_SENTENCE or (relation.sign and not _in_table(ledger, relation.whole)):
            return
        mixed = [_of(ledger, quantity, None) for quantity in quantities]
        if all(term is not None for _, term in mixed):
            yield _sum(relation, [(sign, term) for sign, term in mixed if term is not None], "text_vs_table")
            return
        yield from _of_changes(ledger, relation, comparisons)


def _in_table(ledger: Ledger, quantity: Quantity) -> bool:
    """Whether a whole stands in a table, so that it is sure what it is the whole of; in texts only within one subject."""
    subject, _ = quantity
    return subject.startswith(("three_public", "institution", "basic")) or bool(ledger.of((subject, "actual"), "table"))


def _of(ledger: Ledger, quantity: Quantity, source: Source | None) -> tuple[int, Term | None]:
    subject, measure = quantity
    sign = -1 if subject.startswith("-") else 1
    key: Quantity = (subject.removeprefix("-"), measure)
    if source is None:
        return sign, ledger.pick(key)
    its = ledger.of(key, source)
    return sign, its[0] if its else None


def _kind(quantities: Sequence[Quantity], source: Source) -> str:
    if source == "text":
        return "arithmetic"
    tables = {subject.lstrip("-").partition("/")[0] for subject, _ in quantities}
    return _TABLE_KINDS[len(tables) == 1]


def _sum(relation: Relation, terms: Sequence[tuple[int, Term]], kind: str) -> Check:
    """whole - parts = 0; the whole is suspected."""
    factors = [sign if number == 0 else -sign for number, (sign, _) in enumerate(terms)]
    its = [term for _, term in terms]
    return Linear(f"sum:{relation.code}", kind, its, its[0], relation.sign, its[0].claim, factors)


def _of_changes(ledger: Ledger, relation: Relation, comparisons: Mapping[Quantity, Comparison]) -> Iterator[Check]:
    """The same relation of last year's figures (or the budget's), as far as changes give them.

    Where each of them has a change, and the relation holds of this year's figures as well, the changes have it
    themselves, which is sharper than to compute each base.
    """
    quantities = (relation.whole, *relation.parts)
    its = [comparisons.get((subject.removeprefix("-"), measure)) for subject, measure in quantities]
    if any(
        one is None and ledger.pick((q[0].removeprefix("-"), q[1])) is None
        for one, q in zip(its, quantities, strict=True)
    ):
        return
    terms: _Expression = []
    factor = 1
    if relation.sign == 0 and all(_has_change(one) for one in its):
        for one in its:
            if one is not None and one.change is not None and one.sign is not None:
                terms.append((factor * one.sign, one.change))
            factor = -1
    else:
        for one, (subject, measure) in zip(its, quantities, strict=True):
            expression = _base_of(ledger, one, (subject.removeprefix("-"), measure))
            if expression is None:
                return
            terms += [(factor * coefficient, term) for coefficient, term in expression]
            factor = -1
    if len(terms) > 1:
        yield Linear(
            f"changes:{relation.code}",
            "arithmetic",
            [term for _, term in terms],
            _suspect(terms),
            relation.sign,
            terms[0][1].claim,
            [coefficient for coefficient, _ in terms],
        )


def _suspect(terms: _Expression) -> Term:
    return next((term for _, term in terms if term.number is None), terms[0][1])


def _has_change(comparison: Comparison | None) -> bool:
    return comparison is not None and comparison.change is not None and comparison.sign is not None


def _base_of(ledger: Ledger, comparison: Comparison | None, quantity: Quantity) -> _Expression | None:
    """A figure of last year (or the budget) as an expression: printed, or what is left of this year's by the change."""
    direct = ledger.pick(quantity)
    if direct is not None:
        return [(1, direct)]
    if comparison is None or comparison.change is None or comparison.sign is None:
        return None
    actual = ledger.pick((quantity[0], "actual"))
    if actual is None:
        return None
    return [(1, actual), (-comparison.sign, comparison.change)]


def check_totals(
    ledger: Ledger, totals: Sequence[tuple[Total, int | None]], comparisons: Mapping[Quantity, Comparison]
) -> Iterator[Check]:
    """Each whole whose parts a text lists; of a list that may not be all there is, only that it is not too much."""
    complete = [total for total, sign in totals if sign == 0]
    for total, sign in totals:
        near = total.place
        whole = ledger.pick((total.subject, total.measure), near)
        parts = [ledger.pick((part, total.measure), near) for part in total.parts]
        if sign is not None and whole is not None and all(part is not None for part in parts):
            terms = [whole, *(part for part in parts if part is not None)]
            yield Linear("list", "arithmetic", terms, whole, sign, total, [1, *(-1 for _ in parts)])
        if sign == 0:
            yield from _budget_of_list(ledger, total, total.parts, comparisons)
            leaves = _leaves(total, complete)
            if leaves != total.parts:
                yield from _budget_of_list(ledger, total, leaves, comparisons)


def _leaves(total: Total, totals: Sequence[Total]) -> tuple[str, ...]:
    """What a whole consists of in the end, where its parts are listed in their turn."""
    below = {one.subject: one.parts for one in totals if one is not total and one.measure == total.measure}
    found: list[str] = []
    for part in total.parts:
        found.extend(below.get(part, (part,)) if part != total.subject else (part,))
    return tuple(found)


def _budget_of_list(
    ledger: Ledger, total: Total, parts: Sequence[str], comparisons: Mapping[Quantity, Comparison]
) -> Iterator[Check]:
    """The budgets (and last year's figures) of a whole and of what is listed, where they follow from the text."""
    measures: tuple[Measure, ...] = ("initial", "adjusted", "prior")
    least = 0 if _names_what_was_not_spent(ledger, total, parts) else 1
    for measure in measures:
        if measure == total.measure:
            continue
        sign = least
        pairs: list[tuple[int, _Expression]] = []
        for number, subject in enumerate((total.subject, *parts)):
            quantity: Quantity = (subject, measure)
            expression = _base_of(ledger, comparisons.get(quantity), quantity)
            if expression is None:
                break
            pairs.append((1 if number == 0 else -1, expression))
        else:
            terms = [(factor * coefficient, term) for factor, its in pairs for coefficient, term in its]
            if all(len(its) == 1 and its[0][1].is_nil for _, its in pairs):
                continue
            changes = [comparisons.get((subject, measure)) for subject in (total.subject, *parts)]
            if all(_has_change(one) and len(its) == 2 for one, (_, its) in zip(changes, pairs, strict=True)):
                terms = [
                    (coefficient, term)
                    for coefficient, term in terms
                    if term.claim is not None and _is_change(term, changes)
                ]
                terms = [(-coefficient, term) for coefficient, term in terms]
                sign = -least
            suspect = next((term for _, term in terms[:2] if _is_change(term, changes)), terms[0][1])
            yield Linear(
                f"list:{measure}",
                "arithmetic",
                [term for _, term in terms],
                suspect,
                sign,
                total,
                [one for one, _ in terms],
            )


def _names_what_was_not_spent(ledger: Ledger, total: Total, parts: Sequence[str]) -> bool:
    """Whether a list is complete for budgets too: of 类 and 项 only if it names one for which nothing was spent."""
    if not all(part.partition("/")[2][:1] in "123456789?" for part in parts):
        return True
    for part in parts:
        actual = ledger.pick((part, total.measure), total.place)
        budget = ledger.pick((part, "initial"), total.place)
        if actual is not None and actual.is_nil and budget is not None and budget.low > 0:
            return True
    return False


def _is_change(term: Term, comparisons: Sequence[Comparison | None]) -> bool:
    return any(one is not None and one.change is term for one in comparisons)


def check_contracts(ledger: Ledger, shares: Sequence[Share]) -> Iterator[Check]:
    """授予中小企业合同金额 by type: the shares of goods, works and services make up the whole amount."""
    whole = ledger.pick(("institution/to_sme/actual", "actual"))
    found: list[tuple[Term, Term]] = []
    for kind in ("goods", "works", "services"):
        claim = next((one for one in shares if one.subject == f"institution/{kind}_to_sme/actual"), None)
        amount = ledger.pick((f"institution/{kind}/actual", "actual"))
        if claim is None or amount is None:
            return
        found.append((ledger.add(claim.rate, claim, "text"), amount))
    if whole is None:
        return
    terms = [whole, *(term for pair in found for term in pair)]
    monomials = [(-HUNDRED, (0,)), *((1, (1 + 2 * number, 2 + 2 * number)) for number in range(3))]
    yield Product("contracts", "arithmetic", terms, whole, 0, whole.claim, monomials)
