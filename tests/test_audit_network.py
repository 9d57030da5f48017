"""The checks among printed numbers: when they hold, what they ask of one number, and which number is wrong."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govfinance.audit._network._blame import blame
from govfinance.audit._network._check import Check, Linear, Product, Term
from govfinance.audit._network._variances import HUNDRED
from govfinance.audit._said import AMOUNT, RATE, Number, NumberKind, Value
from govfinance.document import Place

WAN = 10_000 * AMOUNT


def term(low: int, high: int, start: int = 0, source: str = "text") -> Term:
    place = Place(block=0, start=start, end=start + 1)
    number = Number(kind=NumberKind.AMOUNT, printed="1", unit="万元", low=low, high=high, place=place)
    return Term(low, high, place, Value(subject="local/x", number=number, place=place), source, number)  # type: ignore[arg-type]


def wan(value: str, start: int = 0, source: str = "text") -> Term:
    middle = int(Fraction(value) * WAN)
    half = WAN // 200
    return term(middle - half, middle + half, start, source)


def percent(value: str, start: int = 0) -> Term:
    middle = int(Fraction(value) * RATE)
    half = RATE // 200
    return term(middle - half, middle + half, start)


def linear(terms: list[Term], factors: list[int], sign: int = 0) -> Linear:
    check = Linear("sum", "arithmetic", terms, terms[0], sign, None, factors)
    for one in terms:
        one.checks.append(check)
    return check


def share(rate: Term, part: Term, whole: Term) -> Product:
    check = Product("share", "rate_recompute", (rate, part, whole), rate, 0, None, ((HUNDRED, (1,)), (-1, (0, 2))))
    for one in check.terms:
        one.checks.append(check)
    return check


def test_a_sum_of_two_rounded_numbers_may_be_off_by_a_hundredth() -> None:
    assert linear([wan("2.47"), wan("1.23"), wan("1.23")], [1, -1, -1]).holds()
    assert linear([wan("2.475"), wan("1.23"), wan("1.23")], [1, -1, -1]).holds()
    assert not linear([wan("2.48"), wan("1.23"), wan("1.23")], [1, -1, -1]).holds()


def test_a_share_is_judged_by_what_its_figures_can_be() -> None:
    # 2106.66 of 2940.05 is from 71.6536 % to 71.6542 %, rounded
    assert share(percent("71.65"), wan("2106.66"), wan("2940.05")).holds()
    assert not share(percent("71.66"), wan("2106.66"), wan("2940.05")).holds()
    # 4.94 and 1.07 give 21.54 to 21.78 %
    assert share(percent("21.74"), wan("1.07"), wan("4.94")).holds()
    assert not share(percent("21.79"), wan("1.07"), wan("4.94")).holds()


def test_what_a_share_asks_of_its_rate() -> None:
    check = share(percent("71.73"), wan("2106.66"), wan("2940.05"))
    low, high = check.solve(check.terms[0])
    assert low is not None
    assert high is not None
    assert Fraction("71.6535") < low / RATE < high / RATE < Fraction("71.6543")


boxes = st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 6)), min_size=3, max_size=3)


@given(boxes, st.lists(st.integers(-3, 3), min_size=3, max_size=3), st.integers(-9, 9))
def test_a_product_holds_exactly_if_zero_lies_between_its_corners(
    box: list[tuple[int, int]], factors: list[int], factor: int
) -> None:
    terms = [term(low, low + width) for low, width in box]
    check = Product(
        "x",
        "arithmetic",
        terms,
        terms[0],
        0,
        None,
        ((factors[0], (0,)), (factors[1], (1,)), (factors[2], (2,)), (factor, (0, 1))),
    )
    values = [
        factors[0] * a + factors[1] * b + factors[2] * c + factor * a * b
        for a in range(terms[0].low, terms[0].high + 1)
        for b in range(terms[1].low, terms[1].high + 1)
        for c in range(terms[2].low, terms[2].high + 1)
    ]
    assert (min(values), max(values)) == check.bounds()


@given(boxes, st.lists(st.integers(-3, 3).filter(bool), min_size=3, max_size=3), st.sampled_from([-1, 0, 1]))
def test_the_solution_of_a_sum_is_where_it_holds(box: list[tuple[int, int]], factors: list[int], sign: int) -> None:
    terms = [term(low, low + width) for low, width in box]
    check = linear(terms, factors, sign)
    low, high = check.solve(terms[0])
    for value in range(-400, 401, 7):
        terms[0].low = terms[0].high = value
        assert ((low is None or low <= value) and (high is None or value <= high)) is check.holds()


@given(boxes, st.integers(1, 9))
def test_the_solution_of_a_share_is_where_it_holds(box: list[tuple[int, int]], scale: int) -> None:
    terms = [term(abs(low) + 1, abs(low) + 1 + width) for low, width in box]
    check = Product("x", "rate_recompute", terms, terms[0], 0, None, ((scale, (1,)), (-1, (0, 2))))
    low, high = check.solve(terms[0])
    assume(low is not None and high is not None)
    for value in range(500):
        terms[0].low = terms[0].high = value
        assert (low <= value <= high) is check.holds()  # type: ignore[operator]


def failing(*checks: Check) -> list[Check]:
    return [check for check in checks if not check.holds()]


def test_a_number_that_fails_two_checks_is_blamed_once() -> None:
    whole, one, other, total = wan("10.00", 1), wan("4.00", 2), wan("7.00", 3), wan("6.00", 4)
    found = blame(failing(linear([whole, one, other], [1, -1, -1]), linear([other, total], [1, -1])))
    assert [other] == [blamed.term for blamed in found]
    assert 2 == len(found[0].checks)


def test_of_text_and_table_the_text_is_blamed_where_the_table_adds_up() -> None:
    cell, left, right = wan("9.00", 1, "table"), wan("4.00", 2, "table"), wan("5.00", 3, "table")
    text = wan("9.10", 4)
    found = blame(failing(linear([cell, left, right], [1, -1, -1]), linear([text, cell], [1, -1])))
    assert [text] == [blamed.term for blamed in found]


def test_a_cell_that_breaks_its_row_and_its_column_is_blamed() -> None:
    total, basic, project = wan("9.00", 1, "table"), wan("4.00", 2, "table"), wan("5.90", 3, "table")
    column, other = wan("8.00", 4, "table"), wan("3.00", 5, "table")
    found = blame(failing(linear([total, basic, project], [1, -1, -1]), linear([column, project, other], [1, -1, -1])))
    assert [project] == [blamed.term for blamed in found]
    low, high = found[0].values
    assert (Fraction("4.99"), Fraction("5.01")) == (low / WAN, high / WAN)  # type: ignore[operator]


def test_a_rate_alone_is_blamed_for_its_check() -> None:
    rate = percent("71.73", 1)
    found = blame(failing(share(rate, wan("2106.66", 2), wan("2940.05", 3))))
    assert [rate] == [blamed.term for blamed in found]


def test_two_mistakes_are_two_findings() -> None:
    whole = wan("100.00", 1, "table")
    first, second = percent("31.00", 2), percent("52.00", 3)
    found = blame(failing(share(first, wan("30.00", 4), whole), share(second, wan("50.00", 5), whole)))
    assert {first, second} == {blamed.term for blamed in found}


@pytest.mark.parametrize("sign", [1, -1])
def test_at_least_and_at_most_are_told_apart(sign: int) -> None:
    assert (sign > 0) is linear([wan("5.00"), wan("4.00")], [1, -1], sign).holds()
