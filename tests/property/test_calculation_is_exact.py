"""Changes, shares and sums of exact amounts: what has to hold whatever the amounts are."""

from decimal import Decimal
from typing import Final

from hypothesis import assume, given
from hypothesis import strategies as st

from govfinance.calc import Case, Figure, change, figure, share, sum_of, total_or_given
from govfinance.money import Base, Change, Direction, NumberFormat
from govfinance.numeric import CONTEXT, ZERO, add, divide, multiply, total
from govfinance.testing import amounts, changes, signed_amounts

HUNDRED: Final = Decimal(100)
OPPOSITE: Final = {
    Direction.INCREASE: Direction.DECREASE,
    Direction.DECREASE: Direction.INCREASE,
    Direction.UNCHANGED: Direction.UNCHANGED,
}

figures = st.builds(figure, st.none() | signed_amounts(), st.sampled_from(["决算", "年初预算", ""]), st.just("a.b"))
parts = st.lists(signed_amounts(), min_size=1, max_size=12)


@given(signed_amounts(), signed_amounts())
def test_a_change_is_the_opposite_of_the_change_back(one: Decimal, other: Decimal) -> None:
    there, back = change(figure(one), figure(other)), change(figure(other), figure(one))
    assert there.direction is not None
    assert OPPOSITE[there.direction] is back.direction
    assert there.difference.value is not None
    assert there.difference.value.copy_negate() == back.difference.value
    assert add(other, there.difference.value) == one


@given(signed_amounts(), signed_amounts())
def test_only_a_positive_base_has_a_rate(one: Decimal, other: Decimal) -> None:
    variation = change(figure(one), figure(other))
    assert (other > 0) is (variation.rate.percent is not None)
    assert (other > 0) is (variation.base is Base.POSITIVE)
    assert (other < 0) is (variation.rate.case is Case.NEGATIVE_BASE)
    assert variation.nothing is (one == other == 0)
    assert variation.rate.explain("zh")


@given(figures, figures)
def test_a_missing_operand_gives_a_missing_result(one: Figure, other: Figure) -> None:
    variation, ratio = change(one, other), share(one, other)
    missing = one.value is None or other.value is None
    assert missing is (variation.difference.value is None)
    assert missing is (variation.direction is None)
    assert missing is (ratio.case is Case.MISSING)
    assert bool(variation.difference.missing()) is missing
    assert variation.difference.explain("en")
    assert ratio.explain("en")


@given(st.lists(figures, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_parts_does_not_change_a_sum(terms: list[Figure], random: st.randoms) -> None:
    shuffled = list(terms)
    random.shuffle(shuffled)
    assert sum_of(terms, "合计").value == sum_of(shuffled, "合计").value
    assert set(sum_of(terms, "合计", "c").missing()) == set(sum_of(shuffled, "合计", "c").missing())


@given(parts)
def test_sums_are_exact_and_carry_no_residue(values: list[Decimal]) -> None:
    cents = sum(int(CONTEXT.scaleb(value, 2)) for value in values)
    assert CONTEXT.scaleb(Decimal(cents), -2) == total(values) == sum_of(map(figure, values), "合计").value


@given(st.none() | amounts(), parts)
def test_a_total_that_is_given_is_used_as_it_is(given_total: Decimal | None, values: list[Decimal]) -> None:
    result = total_or_given(figure(given_total, "合计"), [figure(value) for value in values])
    assert (total(values) if given_total is None else given_total) == result.value


@given(st.lists(amounts(), min_size=1, max_size=8), st.integers(0, 4))
def test_shares_add_up_to_100_within_half_a_last_digit_each(values: list[Decimal], places: int) -> None:
    whole = sum_of(map(figure, values), "合计")
    assume(whole.value)
    number_format = NumberFormat("0." + "0" * places if places else "0", unit="%")
    shares = [share(figure(value), whole).percent for value in values]
    shown = [number_format.print(percent).value for percent in shares if percent is not None]
    half = divide(CONTEXT.scaleb(Decimal(1), -places), Decimal(2))
    assert len(values) == len(shown)
    assert abs(CONTEXT.subtract(total(shown), HUNDRED)) <= multiply(half, Decimal(len(values)))


@given(amounts(), amounts())
def test_growth_and_execution_differ_by_100_points(actual: Decimal, budget: Decimal) -> None:
    assume(budget > ZERO)
    growth, execution = (
        change(figure(actual), figure(budget)).rate.percent,
        share(figure(actual), figure(budget)).percent,
    )
    assert growth is not None
    assert execution is not None
    assert abs(CONTEXT.subtract(CONTEXT.subtract(execution, growth), HUNDRED)) < Decimal("1E-30")


@given(changes())
def test_a_printed_change_has_as_much_as_its_base_allows(one: Change) -> None:
    assert (one.amount is None) is (one.direction is Direction.UNCHANGED)
    assert one.rate is None or (one.base is Base.POSITIVE and one.amount is not None)
