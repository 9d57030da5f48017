"""Printed numbers: what stands in a sentence or a published table, and the number formats that make them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_DOWN, Context, Decimal
from enum import Enum
from functools import lru_cache
from typing import Final

from attrs import field, frozen

from govfinance._quick import builder
from govfinance.errors import InvalidInputError, Problem
from govfinance.money._scale import Scale
from govfinance.numeric import CONTEXT, Interval, scaleb, subtract

__all__ = ["NumberFormat", "Printed", "Rounding"]


class Rounding(Enum):
    """How an exact number becomes a printed one: 四舍五入, or 截断 (digits cut off, towards zero)."""

    HALF_UP = "half-up"
    TRUNCATE = "truncate"


_CONTEXTS = {Rounding.HALF_UP: CONTEXT, Rounding.TRUNCATE: Context(prec=60, rounding=ROUND_DOWN)}

MOST_DECIMALS: Final = 6

_PRINTED = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,21})(?:\.[0-9]{1,12})?")


def _without_separators(text: str) -> str:
    return text.replace(",", "")


def _check_text(_instance: object, _attribute: object, text: str) -> None:
    if _PRINTED.fullmatch(text) is None:
        raise InvalidInputError(
            [
                Problem(
                    "not-a-printed-number",
                    f"expected digits such as '4,789.64', got {text!r}",
                    f"应为“4,789.64”这样的数字，实际为“{text}”",
                )
            ]
        )


@frozen
class Printed:
    """A number as it stands in a text: its digits, its decimals, its thousands separators, its unit as written.

    Two printed numbers are equal when their digits and units are: ``1.0`` and ``1.00`` differ, ``1,000`` and
    ``1000`` do not. ``places`` is the number of decimals that it was rounded to when that is more than it shows
    (``18`` may be an 18.00 whose zeros were stripped); it does not count in comparisons.

    >>> Printed("4,789.64", "万元") == Printed("4789.64", "万元"), Printed("1.0") == Printed("1.00")
    (True, False)
    >>> Printed("26.73", "%").interval()
    Interval(lower=Decimal('26.725'), upper=Decimal('26.735'))
    """

    text: str = field(eq=_without_separators, validator=_check_text)
    unit: str = ""
    places: int | None = field(default=None, eq=False, repr=False)
    made_by: NumberFormat | None = field(default=None, eq=False, repr=False)
    """The format that printed it, whose separators it therefore has."""
    made_of: object = field(default=None, eq=False, repr=False)
    """What it was printed from, for whoever wants to explain it; `govfinance.derive` puts it there."""

    @property
    def value(self) -> Decimal:
        """The number itself, in the unit as written, with the decimals as written."""
        return Decimal(self.text.replace(",", ""))

    @property
    def decimals(self) -> int:
        """How many decimals are written."""
        return len(self.text.partition(".")[2])

    def interval(self, rounding: Rounding = Rounding.HALF_UP) -> Interval:
        """All exact numbers that would print so, in the unit as written; both ends are included.

        For truncation the far end is the next printed number, which itself is not reached.
        """
        step = Decimal((0, (1,), -max(self.decimals, self.places or 0)))
        value = self.value
        if rounding is Rounding.HALF_UP:
            return Interval.around(value, CONTEXT.divide(step, Decimal(2)))
        if value:
            return Interval(value, CONTEXT.add(value, step)) if value > 0 else Interval(subtract(value, step), value)
        return Interval.around(value, step)

    def __str__(self) -> str:
        return self.text + self.unit


@lru_cache(maxsize=128)
def _parse_pattern(pattern: str) -> tuple[int, int, bool]:
    """Fewest and most decimals, and whether thousands are separated: what Babel reads in the pattern."""
    from babel.numbers import parse_pattern

    if re.fullmatch(r"(?:#,##)?0(?:\.(?=.)0*#*)?", pattern) is None or len(pattern.partition(".")[2]) > MOST_DECIMALS:
        raise InvalidInputError(
            [
                Problem(
                    "number-pattern",
                    f"expected a CLDR pattern such as '#,##0.00', '0.##' or '0', of at most {MOST_DECIMALS} decimals, got {pattern!r}",
                    f"应为“#,##0.00”“0.##”“0”形式、至多 {MOST_DECIMALS} 位小数的 CLDR 格式，实际为“{pattern}”",
                )
            ]
        )
    parsed = parse_pattern(pattern)
    fewest, most = parsed.frac_prec
    return fewest, most, parsed.grouping[0] == 3


@frozen
class NumberFormat:
    """How a kind of number is printed: a CLDR pattern (read by Babel), its scale or unit, its rounding.

    ``zero`` is what a zero prints, where that is not what the pattern says (``0`` among ``98.20``).

    >>> NumberFormat("#,##0.00", scale=Scale.WAN).print(Decimal("47896404"))
    Printed(text='4,789.64', unit='万元')
    >>> NumberFormat("0.##", unit="%").print(Decimal("101.900"))
    Printed(text='101.9', unit='%')
    """

    pattern: str
    unit: str = field(kw_only=True, default="")
    scale: Scale | None = field(kw_only=True, default=None)
    rounding: Rounding = field(kw_only=True, default=Rounding.HALF_UP)
    zero: str = field(kw_only=True, default="")
    fewest_decimals: int = field(init=False, repr=False, eq=False)
    decimals: int = field(init=False, repr=False, eq=False)
    grouped: bool = field(init=False, repr=False, eq=False)
    _quantum: Decimal = field(init=False, repr=False, eq=False)
    _shift: Decimal | None = field(init=False, repr=False, eq=False)
    _zero: str = field(init=False, repr=False, eq=False)
    _short: int = field(init=False, repr=False, eq=False)
    _quantize: Callable[[Decimal, Decimal], Decimal] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        fewest, most, grouped = _parse_pattern(self.pattern)
        set_once = object.__setattr__
        if self.scale is not None:
            set_once(self, "unit", self.scale.value)
        set_once(self, "fewest_decimals", fewest)
        set_once(self, "decimals", most)
        set_once(self, "grouped", grouped)
        exponent = self.scale.exponent if self.scale is not None else 0
        set_once(self, "_quantum", Decimal((0, (1,), exponent - most)))
        set_once(self, "_shift", Decimal(-exponent) if exponent else None)
        set_once(self, "_quantize", _CONTEXTS[self.rounding].quantize)
        if self.zero and re.fullmatch(r"0(?:\.0{1,6})?", self.zero) is None:
            raise InvalidInputError(
                [
                    Problem(
                        "number-zero",
                        f"expected a zero such as '0' or '0.00', got {self.zero!r}",
                        f"零的写法应为“0”“0.00”等，实际为“{self.zero}”",
                    )
                ]
            )
        set_once(self, "_zero", self.zero or "0" + ("." + "0" * fewest if fewest else ""))
        set_once(self, "_short", 3 + most + bool(most))  # how long a number below 1,000 is

    def round(self, exact: Decimal) -> Decimal:
        """The exact number (amounts in 元) rounded once to the decimals of this format, in its scale."""
        rounded = self._quantize(exact, self._quantum)
        if self._shift is not None:
            rounded = scaleb(rounded, self._shift)
        return rounded if rounded else rounded.copy_abs()

    def print(self, exact: Decimal, made_of: object = None) -> Printed:
        """Round the exact number (amounts in 元) once and print it; ``made_of`` goes along with it."""
        rounded = self._quantize(exact, self._quantum)
        if rounded:
            if self._shift is not None:
                rounded = scaleb(rounded, self._shift)
            # a quantised number of at most MOST_DECIMALS is never written with an exponent
            text = str(rounded)
            if self.grouped and len(text) > self._short:
                text = f"{rounded:,f}"
            if text[-1] == "0" and self.fewest_decimals < self.decimals:
                text = self._stripped(text)
        else:
            text = self._zero
        return _new_printed(text, self.unit, self.decimals, self, made_of)

    def canonical(self, printed: Printed) -> str:
        """The digits of a printed number with the separators of this format; no digit is changed."""
        text = printed.text
        if self.grouped:
            return text if "," in text or len(text) <= 3 or text.find(".") in _SHORT else self._regroup(text)
        return text.replace(",", "")

    def _stripped(self, text: str) -> str:
        if not self.fewest_decimals:
            return text.rstrip("0").rstrip(".")
        kept = len(text) - self.decimals + self.fewest_decimals
        text = text[:kept] + text[kept:].rstrip("0")
        return text[:-1] if text[-1] == "." else text

    def _regroup(self, text: str) -> str:
        whole, point, decimals = text.replace(",", "").partition(".")
        if not self.grouped or len(whole) <= 3:
            return whole + point + decimals
        sign = "-" if whole[0] == "-" else ""
        digits = whole[len(sign) :]
        first = len(digits) % 3 or 3
        groups = [digits[:first], *(digits[start : start + 3] for start in range(first, len(digits), 3))]
        return sign + ",".join(groups) + point + decimals


_SHORT: Final = (1, 2, 3)  # where the point stands in numbers below 1,000

# A Printed made by a format is well formed: it is set up without a second look at it.
_new_printed = builder(Printed)
