"""Amounts for readers of any locale, by Babel, rounded half-up whatever the caller's decimal context is."""

from __future__ import annotations

from decimal import Decimal, localcontext

from govfinance.errors import InvalidInputError, Problem
from govfinance.money._scale import Scale, to_amount
from govfinance.numeric import CONTEXT

__all__ = ["format_amount", "parse_amount"]


def format_amount(
    amount: Decimal | int | str, scale: Scale = Scale.YUAN, *, pattern: str = "#,##0.00", locale: str = "zh_CN"
) -> str:
    """Print an amount of 元 in a scale, by a CLDR pattern, as the locale writes numbers (the unit is not added).

    >>> format_amount("47896404", Scale.WAN), format_amount("1234.5", locale="de")
    ('4,789.64', '1.234,50')
    """
    from babel.numbers import format_decimal

    exact = scale.from_yuan(to_amount(amount))
    with localcontext(CONTEXT):
        text = format_decimal(exact, format=pattern, locale=locale)
        # Babel prints the sign of an amount that rounds to zero: -0.00
        return text if exact >= 0 or any("1" <= char <= "9" for char in text) else text.replace("-", "")


def parse_amount(text: str, scale: Scale = Scale.YUAN, *, locale: str = "zh_CN") -> Decimal:
    """Read an amount written in a locale and a scale; the result is in 元. Misplaced separators are refused.

    >>> parse_amount("4,789.64", Scale.WAN)
    Decimal('47896400.00')
    """
    from babel.numbers import NumberFormatError, parse_decimal

    try:
        if "_" in text or any(char.isdigit() and not char.isascii() for char in text):
            raise NumberFormatError(text)  # Decimal would take both
        with localcontext(CONTEXT):  # strict: Babel prints the number again to compare
            written = parse_decimal(text, locale=locale, strict=True)
        if not written.is_finite():
            raise NumberFormatError(text)
    except NumberFormatError as error:
        raise InvalidInputError(
            [
                Problem(
                    "not-an-amount",
                    f"expected an amount as written in locale {locale}, got {text!r}",
                    f"应为 {locale} 书写习惯的金额，实际为“{text}”",
                )
            ]
        ) from error
    return to_amount(scale.to_yuan(written))
