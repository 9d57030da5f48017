"""Amounts, printed numbers and their formats: values worked out by hand."""

from decimal import Decimal

import pytest

import govfinance as gf
from govfinance.errors import InvalidInputError
from govfinance.money import Conventions, NumberFormat, Printed, Rounding, Scale, to_amount
from govfinance.numeric import Interval, parse_decimal_text, round_half_up

WAN_TWO = NumberFormat("#,##0.00", scale=Scale.WAN)
WAN_ITEM = NumberFormat("0.##", scale=Scale.WAN)
RATE = NumberFormat("0.00", unit="%")
ITEM_RATE = NumberFormat("0.##", unit="%")


@pytest.mark.parametrize(
    ("number_format", "exact", "printed"),
    [
        (WAN_TWO, "47896404", "4,789.64"),
        (WAN_TWO, "1250", "0.13"),  # 0.125万元: half-up, where half-even would give 0.12
        (WAN_TWO, "49.99", "0.00"),
        (WAN_TWO, "50", "0.01"),
        (WAN_TWO, "-49.99", "0.00"),  # never -0.00
        (WAN_TWO, "-1250", "-0.13"),
        (WAN_TWO, "9999949.99", "999.99"),
        (WAN_TWO, "9999950", "1,000.00"),
        (WAN_TWO, "12345678901234", "1,234,567,890.12"),
        (WAN_ITEM, "10052200", "1005.22"),
        (WAN_ITEM, "180000", "18"),
        (WAN_ITEM, "241000", "24.1"),
        (WAN_ITEM, "1000000", "100"),
        (WAN_ITEM, "0", "0"),
        (WAN_ITEM, "49", "0"),
        (RATE, "26.730504", "26.73"),
        (RATE, "0.005", "0.01"),
        (RATE, "0", "0.00"),
        (ITEM_RATE, "101.900", "101.9"),
        (ITEM_RATE, "100", "100"),
        (NumberFormat("0"), "13", "13"),
        (NumberFormat("0.####"), "0.8724", "0.8724"),
    ],
)
def test_a_format_prints_half_up(number_format: NumberFormat, exact: str, printed: str) -> None:
    assert printed == number_format.print(Decimal(exact)).text


def test_truncation_cuts_off_towards_zero() -> None:
    cut = NumberFormat("0.00", unit="%", rounding=Rounding.TRUNCATE)
    assert ["0.99", "-0.99"] == [cut.print(Decimal(exact)).text for exact in ("0.999", "-0.999")]


@pytest.mark.parametrize("pattern", ["0,00", "#,##0.00%", "0.00E0", "abc", "", "0.", "0.0000000", "#.00", "#,##0.#0"])
def test_patterns_that_are_no_plain_numbers_are_refused(pattern: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        NumberFormat(pattern)
    assert "number-pattern" == caught.value.problems[0].code


def test_printed_numbers_are_equal_when_their_digits_and_units_are() -> None:
    assert Printed("1,000", "万元") == Printed("1000", "万元")
    assert hash(Printed("1,000", "万元")) == hash(Printed("1000", "万元"))
    assert Printed("1.0") != Printed("1.00")
    assert Printed("1", "万元") != Printed("1", "元")


@pytest.mark.parametrize("text", ["", "1,00", "1,0000", "１２", "1e3", "NaN", "1.", ".5", "--1", "1 000"])
def test_texts_that_are_no_printed_numbers_are_refused(text: str) -> None:
    with pytest.raises(InvalidInputError):
        Printed(text)


def test_a_printed_number_stands_for_half_a_last_digit_on_either_side() -> None:
    assert Interval(Decimal("4789.635"), Decimal("4789.645")) == Printed("4,789.64", "万元").interval()
    stripped = ITEM_RATE.print(Decimal(100))
    assert Interval(Decimal("99.995"), Decimal("100.005")) == stripped.interval()
    assert Interval(Decimal("26.73"), Decimal("26.74")) == Printed("26.73").interval(Rounding.TRUNCATE)
    assert Interval(Decimal("-26.74"), Decimal("-26.73")) == Printed("-26.73").interval(Rounding.TRUNCATE)
    assert Interval(Decimal("-0.01"), Decimal("0.01")) == Printed("0.00").interval(Rounding.TRUNCATE)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (0.1, "not-exact"),
        (True, "not-exact"),
        (None, "not-exact"),
        (Decimal("NaN"), "not-finite"),
        (Decimal("-Infinity"), "not-finite"),
        (Decimal("0.001"), "finer-than-fen"),
        (Decimal("1E+16"), "too-large"),
        ("1,000", "not-a-decimal"),
        ("1_000", "not-a-decimal"),
        ("１２", "not-a-decimal"),
        (" 1", "not-a-decimal"),
        ("1e3", "not-a-decimal"),
        ("01", "not-a-decimal"),
        ("+1", "not-a-decimal"),
        ("", "not-a-decimal"),
    ],
)
def test_amounts_that_are_not_exact_are_refused(value: object, code: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        to_amount(value)  # type: ignore[arg-type]
    assert [code] == [problem.code for problem in caught.value.problems]


def test_an_amount_keeps_no_exponent_and_no_negative_zero() -> None:
    assert "1000" == str(to_amount(Decimal("1E+3")))
    assert "0.00" == str(to_amount(Decimal("-0.00")))
    assert Decimal("1.5") == to_amount(Decimal("1.5000"))


def test_scales_convert_exactly() -> None:
    assert Decimal("4789.6404") == Scale.WAN.from_yuan(Decimal(47896404))
    assert Decimal(47896404) == Scale.WAN.to_yuan(Decimal("4789.6404"))
    assert Decimal("0.47896404") == Scale.YI.from_yuan(Decimal(47896404))


def test_the_helpers_of_babel_follow_the_locale_and_round_half_up() -> None:
    assert "4,789.64" == gf.format_amount("47896404", Scale.WAN)
    assert "0.13" == gf.format_amount("1250", Scale.WAN)
    assert "0.00" == gf.format_amount("-1", Scale.WAN)
    assert "-1.234,50" == gf.format_amount("-1234.5", locale="de")
    assert Decimal("1234.5") == gf.parse_amount("1.234,50", locale="de")
    assert Decimal(47896400) == gf.parse_amount("4,789.64", Scale.WAN)


@pytest.mark.parametrize("text", ["1,00", "abc", "１２", "1_000", "NaN", "", "1.2.3"])
def test_amounts_that_a_locale_would_not_write_are_refused(text: str) -> None:
    with pytest.raises(InvalidInputError):
        gf.parse_amount(text)


def test_conventions_need_a_format_for_each_role() -> None:
    with pytest.raises(InvalidInputError, match="missing"):
        Conventions(formats={"amount": WAN_TWO}, materiality=Decimal("1.5"))


def test_rounding_halves_goes_away_from_zero() -> None:
    assert [Decimal("0.13"), Decimal("-0.13"), Decimal("0.00")] == [
        round_half_up(Decimal(exact), 2) for exact in ("0.125", "-0.125", "-0.004")
    ]


def test_intervals_add_subtract_and_meet() -> None:
    one = Interval(Decimal(1), Decimal(2))
    two = Interval(Decimal(2), Decimal(5))
    assert Interval(Decimal(3), Decimal(7)) == one + two
    assert Interval(Decimal(-4), Decimal(0)) == one - two
    assert one.overlaps(two)
    assert not one.overlaps(Interval(Decimal("2.01"), Decimal(3)))
    assert Decimal("1.5") in one
    with pytest.raises(InvalidInputError):
        Interval(Decimal(2), Decimal(1))


def test_a_decimal_text_is_cut_short_in_the_message() -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_decimal_text("9" * 1000)
    assert len(str(caught.value)) < 200
