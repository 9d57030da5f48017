"""四舍五入: halves go away from zero, once, and a printed number stands for exactly the numbers that print so."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from govfinance.money import NumberFormat, Printed, Rounding, Scale
from govfinance.numeric import CONTEXT, Interval, divide, round_half_up
from govfinance.testing import amounts, intervals, number_formats, printed, signed_amounts
from govfinance.zh import PrintedCodec

WAN = NumberFormat("#,##0.00", scale=Scale.WAN)


def exact_in_unit(exact: Decimal, number_format: NumberFormat) -> Decimal:
    """The number as it is before it is rounded, in the unit in which it is printed."""
    return exact if number_format.scale is None else number_format.scale.from_yuan(exact)


@pytest.mark.parametrize(
    ("expected", "yuan"),
    [
        ("0.13", "1250"),
        ("0.12", "1249.99"),
        ("0.01", "50"),
        ("0.00", "49.99"),
        ("-0.13", "-1250"),
        ("0.00", "-49.99"),
        ("10,000.00", "99999950"),
        ("9,999.99", "99999949.99"),
    ],
)
def test_a_tie_goes_away_from_zero(expected: str, yuan: str) -> None:
    assert expected == WAN.print(Decimal(yuan)).text


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_every_tie_goes_away_from_zero(half_steps: int, places: int) -> None:
    tie = CONTEXT.scaleb(Decimal(2 * half_steps + 1) * 5, -places - 1)
    away = half_steps + 1 if half_steps >= 0 else half_steps
    assert CONTEXT.scaleb(Decimal(away), -places) == round_half_up(tie, places)
    printed_tie = NumberFormat("0." + "0" * places if places else "0").print(tie)
    assert CONTEXT.scaleb(Decimal(away), -places) == printed_tie.value


@given(signed_amounts(), number_formats())
def test_a_number_is_printed_as_babel_prints_it(exact: Decimal, number_format: NumberFormat) -> None:
    with localcontext(CONTEXT) as context:
        context.rounding = ROUND_HALF_UP if number_format.rounding is Rounding.HALF_UP else ROUND_DOWN
        expected = format_decimal(exact_in_unit(exact, number_format), number_format.pattern, "zh_CN")
    if not any("1" <= char <= "9" for char in expected):
        expected = expected.removeprefix("-")  # the one difference: Babel prints -0.00
    assert expected == number_format.print(exact).text


@given(signed_amounts(), number_formats())
def test_what_is_printed_is_one_number_and_its_own_canonical_form(exact: Decimal, number_format: NumberFormat) -> None:
    number = number_format.print(exact)
    assert number == Printed(number.text, number_format.unit)
    assert number.text == number_format.canonical(number)
    assert number == number_format.print(CONTEXT.multiply(number.value, Decimal(10) ** _exponent(number_format)))


def _exponent(number_format: NumberFormat) -> int:
    return 0 if number_format.scale is None else number_format.scale.exponent


@given(signed_amounts(), number_formats())
def test_the_interval_contains_every_number_that_prints_so(exact: Decimal, number_format: NumberFormat) -> None:
    assert exact_in_unit(exact, number_format) in number_format.print(exact).interval(number_format.rounding)


@given(data=st.data(), number_format=number_formats(), part=st.integers(-100, 100))
def test_the_interval_contains_nothing_else(data: st.DataObject, number_format: NumberFormat, part: int) -> None:
    number = data.draw(printed(number_format, signed=True))
    interval = number.interval(number_format.rounding)
    half = divide(CONTEXT.subtract(interval.upper, interval.lower), Decimal(2))
    middle = CONTEXT.add(interval.lower, half)
    exact = CONTEXT.add(middle, CONTEXT.multiply(half, divide(Decimal(part), Decimal(50))))
    again = number_format.print(CONTEXT.scaleb(exact, _exponent(number_format)))
    assert abs(part) <= 50 or again != number  # outside
    assert abs(part) >= 50 or again == number  # inside, and not on an end


@given(amounts(), amounts(), st.integers(0, 4))
def test_a_difference_of_printed_numbers_lies_in_the_difference_of_their_intervals(
    one: Decimal, other: Decimal, places: int
) -> None:
    number_format = NumberFormat("0." + "0" * places if places else "0", scale=Scale.WAN)
    left, right = number_format.print(one).interval(), number_format.print(other).interval()
    assert Scale.WAN.from_yuan(CONTEXT.subtract(one, other)) in left - right
    assert Scale.WAN.from_yuan(CONTEXT.add(one, other)) in left + right


@given(intervals(), intervals())
def test_intervals_overlap_when_a_number_is_in_both(one: Interval, other: Interval) -> None:
    shared = max(one.lower, other.lower)
    assert one.overlaps(other) is (shared in one and shared in other)
    assert one.overlaps(other) is other.overlaps(one)
    assert one == eval(repr(one), {"Interval": Interval, "Decimal": Decimal})


written = st.from_regex(r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,20})(?:\.[0-9]{1,12})?", fullmatch=True)


@given(st.data(), number_formats())
def test_no_digit_of_a_number_that_somebody_else_wrote_is_changed(data: st.DataObject, fmt: NumberFormat) -> None:
    text = data.draw(written.filter(str.isascii))
    number = Printed(text, fmt.unit)
    shown = PrintedCodec(fmt).encode(number)
    assert shown is not None
    assert text.replace(",", "") == shown.replace(",", "")
    assert number == PrintedCodec(fmt).decode(shown)
