"""The scale (计量单位) in which amounts are written: 元, 万元 or 亿元."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from govfinance.errors import InvalidInputError, Problem
from govfinance.numeric import CONTEXT, parse_decimal_text

__all__ = ["Scale", "to_amount"]

_LARGEST = Decimal(10) ** 16


class Scale(Enum):
    """计量单位: how many 元 one written unit stands for.

    >>> Scale.WAN.to_yuan(Decimal("4789.64"))
    Decimal('47896400.00')
    >>> Scale.WAN.from_yuan(Decimal("47896404"))
    Decimal('4789.6404')
    """

    YUAN = "元"
    WAN = "万元"
    YI = "亿元"

    @property
    def exponent(self) -> int:
        """The power of ten: 0, 4 or 8."""
        return _EXPONENTS[self]

    def to_yuan(self, written: Decimal) -> Decimal:
        """The exact amount in 元 of a figure written in this scale."""
        return CONTEXT.multiply(written, _FACTORS[self])

    def from_yuan(self, amount: Decimal) -> Decimal:
        """An amount in 元 expressed in this scale, exactly (nothing is rounded)."""
        return CONTEXT.scaleb(amount, -_EXPONENTS[self])


_EXPONENTS = {Scale.YUAN: 0, Scale.WAN: 4, Scale.YI: 8}
_FACTORS = {scale: Decimal(10**exponent) for scale, exponent in _EXPONENTS.items()}


def to_amount(value: Decimal | int | str) -> Decimal:
    """An exact amount in 元 from a Decimal, an int or a plain decimal text.

    Floats are refused (0.1 is not a tenth in binary), and so are non-finite values, amounts finer than a 分
    (0.01 元) and amounts of 10 quadrillion 元 and more. Raises `InvalidInputError`.

    >>> to_amount("1005.20"), to_amount(18)
    (Decimal('1005.20'), Decimal('18'))
    """
    if isinstance(value, str):
        value = parse_decimal_text(value)
    elif type(value) is int:
        value = Decimal(value)
    elif not isinstance(value, Decimal):
        kind = type(value).__name__
        raise _invalid(
            "not-exact",
            f"expected an exact amount (Decimal, int or a text such as '1005.22'), got {kind} {value!r}",
            f"应为精确金额（Decimal、int 或“1005.22”这样的文本），实际为 {kind} {value!r}",
        )
    exponent = value.as_tuple().exponent
    if isinstance(exponent, str):
        raise _invalid("not-finite", f"expected a finite amount, got {value}", f"应为有限数值，实际为 {value}")
    if value.copy_abs() >= _LARGEST:
        raise _invalid(
            "too-large",
            f"expected less than 10,000,000,000,000,000 元, got {_shown(value)}",
            f"应小于一亿亿元，实际为 {_shown(value)} 元",
        )
    if exponent < -2 and value != CONTEXT.quantize(value, _FEN):
        raise _invalid(
            "finer-than-fen",
            f"expected at most two decimals of 元 (a 分), got {_shown(value)} 元",
            f"金额应精确到分（以元计最多两位小数），实际为 {_shown(value)} 元",
        )
    if exponent > 0:
        return CONTEXT.quantize(value, _ONE)
    return value if value else value.copy_abs()


_FEN = Decimal("0.01")
_ONE = Decimal(1)


def _shown(value: Decimal) -> str:
    """The amount for a message, not longer than a message may be; written out in full where that is short."""
    text = f"{value:f}" if -30 < value.adjusted() < 30 else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _invalid(code: str, en: str, zh: str) -> InvalidInputError:
    return InvalidInputError([Problem(code, en, zh)])
