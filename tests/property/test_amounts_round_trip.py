"""Amounts in the writing of a locale: what is printed with all its decimals reads back as the same amount."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.errors import InvalidInputError
from govfinance.money import NumberFormat, Scale, format_amount, parse_amount, to_amount
from govfinance.numeric import parse_decimal_text
from govfinance.testing import amounts, scales, signed_amounts

LOCALES = ["zh_CN", "zh_Hant_TW", "en_US", "de_DE", "de_CH", "fr_FR", "en_IN", "sv_SE", "pt_BR", "ru_RU"]

ALL_DECIMALS = {Scale.YUAN: "#,##0.00", Scale.WAN: "#,##0.00####", Scale.YI: "#,##0.00########"}


@pytest.mark.parametrize("locale", LOCALES)
@given(amount=signed_amounts(), scale=scales())
def test_an_amount_reads_back_in_every_locale(locale: str, amount: Decimal, scale: Scale) -> None:
    pattern = ALL_DECIMALS[scale].replace("#,##", "#,##,##" if locale == "en_IN" else "#,##")
    text = format_amount(amount, scale, pattern=pattern, locale=locale)
    assert amount == parse_amount(text, scale, locale=locale)


@pytest.mark.parametrize("locale", LOCALES)
@given(amount=signed_amounts(), scale=scales())
def test_zero_has_no_sign_in_any_locale(locale: str, amount: Decimal, scale: Scale) -> None:
    text = format_amount(amount, scale, locale=locale)
    if not any("1" <= char <= "9" for char in text):
        assert text == format_amount(0, scale, locale=locale)


@given(amount=signed_amounts(), scale=scales(), pattern=st.sampled_from(["#,##0.00", "0.##", "0"]))
def test_both_ways_of_printing_agree(amount: Decimal, scale: Scale, pattern: str) -> None:
    assert NumberFormat(pattern, scale=scale).print(amount).text == format_amount(amount, scale, pattern=pattern)


@given(amounts(), scales())
def test_a_scale_there_and_back_changes_nothing(amount: Decimal, scale: Scale) -> None:
    assert amount == scale.to_yuan(scale.from_yuan(amount))
    assert str(amount.quantize(Decimal("0.01"))) == str(
        scale.to_yuan(scale.from_yuan(amount)).quantize(Decimal("0.01"))
    )


@given(st.integers(0, 10**6))
def test_the_scales_differ_by_ten_thousand(number: int) -> None:
    written = Decimal(number)
    assert Scale.YI.to_yuan(written) == Scale.WAN.to_yuan(Decimal(number * 10_000)) == Decimal(number * 100_000_000)


@given(signed_amounts())
def test_an_amount_is_what_its_text_says(amount: Decimal) -> None:
    assert amount == to_amount(f"{amount:f}") == parse_decimal_text(f"{amount:f}")
    assert "E" not in str(to_amount(amount))


@given(st.text("0123456789-+.,eE_ ０１٣NaInf", max_size=12))
def test_what_is_read_as_an_amount_is_a_plain_decimal(text: str) -> None:
    try:
        amount = to_amount(text)
    except InvalidInputError as error:
        assert error.problems
        return
    assert text.isascii()
    assert Decimal(text) == amount
    assert not set(text) & set("eE_ +,")
