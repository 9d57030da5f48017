"""Exact figures that know where they come from: given, summed, or missing, and the ratios and changes between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from govfinance._quick import builder
from govfinance.errors import Lang
from govfinance.money import Base, Direction, to_amount
from govfinance.numeric import ZERO, add, divide, multiply, round_half_up, subtract

__all__ = [
    "Case",
    "Figure",
    "Ratio",
    "Variation",
    "change",
    "figure",
    "percent",
    "share",
    "sum_amounts",
    "sum_of",
    "sum_over",
    "total_or_given",
]

_HUNDRED: Final = Decimal(100)


class Case(Enum):
    """Why a ratio has its value, or has none."""

    VALUE = "value"
    ZERO_BASE = "zero base"
    NEGATIVE_BASE = "negative base"
    MISSING = "missing operand"


Terms: TypeAlias = "tuple[tuple[int, Figure], ...]"


def _made(terms: Terms | Callable[[], Terms]) -> Terms:
    return terms() if callable(terms) else terms


@frozen
class Figure:
    """An exact amount in 元, what it is called, and where it is from.

    ``path`` is its place in the accounts where it was supplied (or would have to be: ``value`` is then None);
    ``terms`` are the signed figures that it is the sum of.

    >>> income = sum_of([figure("43978104", "本年收入合计"), figure("3918300", "年初结转和结余")], "收入总计")
    >>> print(income.explain())
    47,896,404.00 (收入总计) = 43,978,104.00 (本年收入合计) + 3,918,300.00 (年初结转和结余)
    """

    value: Decimal | None
    label: str = ""
    path: str = ""
    _terms: Terms | Callable[[], Terms] = field(default=(), eq=_made)

    @property
    def terms(self) -> Terms:
        """The signed figures that it is the sum of; none where it was supplied."""
        return _made(self._terms)

    def __repr__(self) -> str:
        terms = f", terms={self.terms!r}" if self.terms else ""
        return f"Figure({self.value!r}, {self.label!r}, {self.path!r}{terms})"

    def missing(self) -> tuple[str, ...]:
        """The paths of the figures that would have to be supplied for this one to have a value.

        Of a sum these are the parts that are missing; of one with no parts at all it is the sum itself.
        """
        if self.value is not None:
            return ()
        terms = [term for _, term in self.terms]
        if self.path and all(term.value is None for term in terms):
            return (self.path,)
        return tuple(dict.fromkeys(path for term in terms for path in term.missing())) or (self.label,)

    def named(self) -> str:
        """The amount with its label."""
        shown = "?" if self.value is None else _shown(self.value)
        return f"{shown} ({self.label})" if self.label else shown

    def explain(self, lang: Lang = "en") -> str:
        """The derivation in one line."""
        if self.value is None:
            return _not_supplied(self.missing(), lang)
        if not self.terms:
            return self.named()
        parts: list[str] = []
        for sign, term in self.terms:
            if parts or sign < 0:
                parts.append("-" if sign < 0 else "+")
            parts.append(term.named())
        return f"{self.named()} = {' '.join(parts)}"


@frozen
class Ratio:
    """One figure as a percentage of another, exactly; without a value where there is no positive base.

    >>> print(change(figure("47896404"), figure("37793898", "年初预算")).rate.explain())
    26.73% = 10,102,506.00 ÷ 37,793,898.00 (年初预算), half-up to 0.01
    >>> print(share(figure(5), figure(0, "上年决算")).explain())
    no rate: 上年决算 is 0.00
    """

    part: Figure
    base: Figure
    case: Case
    percent: Decimal | None

    def explain(self, lang: Lang = "en", decimals: int = 2, printed: str = "") -> str:
        """The derivation in one line, rounded half-up to the decimals with which it is printed (or as ``printed``)."""
        if self.case is Case.MISSING:
            return _not_supplied(dict.fromkeys(self.part.missing() + self.base.missing()), lang)
        if self.percent is None:
            base = _shown(self.base.value or ZERO)
            name = self.base.label or ("base" if lang == "en" else "基数")
            return f"无比率：{name}为{base}" if lang == "zh" else f"no rate: {name} is {base}"
        step = f"{Decimal((0, (1,), -decimals)):f}"
        rounded = f"四舍五入至{step}" if lang == "zh" else f"half-up to {step}"
        comma = "，" if lang == "zh" else ", "
        quotient = f"{self.part.named()} ÷ {self.base.named()}"
        return f"{printed or f'{round_half_up(self.percent, decimals)}%'} = {quotient}{comma}{rounded}"


@frozen
class Variation:
    """The change from a base to the present figure: difference, direction and rate.

    ``amount`` (of the difference), ``direction`` and ``base`` are None where a figure is missing. A base of zero or
    below has no rate.

    >>> variation = change(figure(120, "决算"), figure(100, "上年决算"))
    >>> variation.direction, variation.rate.percent
    (<Direction.INCREASE: 'increase'>, Decimal('20'))
    """

    current: Figure
    before: Figure
    amount: Decimal | None
    label: str = ""

    @property
    def difference(self) -> Figure:
        """The present figure minus the base."""
        return Figure(self.amount, self.label, "", ((1, self.current), (-1, self.before)))

    @property
    def rate(self) -> Ratio:
        """The difference as a percentage of the base (增减率)."""
        return share(self.difference, self.before)

    @property
    def direction(self) -> Direction | None:
        """Whether it became more, less, or stayed the same."""
        if self.amount is None:
            return None
        if not self.amount:
            return Direction.UNCHANGED
        return Direction.INCREASE if self.amount > 0 else Direction.DECREASE

    @property
    def base(self) -> Base | None:
        """What the change is measured against."""
        if self.amount is None or self.before.value is None:
            return None
        if not self.before.value:
            return Base.ZERO
        return Base.POSITIVE if self.before.value > 0 else Base.NEGATIVE

    @property
    def size(self) -> Figure:
        """The difference without its sign, as texts print it: the larger figure minus the smaller one."""
        if self.direction is not Direction.DECREASE or self.difference.value is None:
            return self.difference
        size = self.difference.value.copy_abs()
        return Figure(size, self.difference.label, "", ((1, self.before), (-1, self.current)))

    @property
    def size_rate(self) -> Ratio:
        """The rate without its sign."""
        return share(self.size, self.before)

    @property
    def nothing(self) -> bool:
        """Whether there is nothing in either year."""
        return self.direction is Direction.UNCHANGED and self.base is Base.ZERO


new_figure = builder(Figure)
_new_variation = builder(Variation)


def figure(value: Decimal | int | str | None, label: str = "", path: str = "") -> Figure:
    """A supplied amount in 元 (or None: not supplied), with its name."""
    return Figure(None if value is None else to_amount(value), label, path)


def sum_of(parts: Iterable[Figure], label: str, path: str = "") -> Figure:
    """The exact sum; missing as soon as one part is. A sum of no parts is missing too: nothing was supplied."""
    terms = tuple(parts)
    return new_figure(sum_amounts([term.value for term in terms]), label, path, partial(_added, terms))


def _added(terms: tuple[Figure, ...]) -> Terms:
    return tuple((1, term) for term in terms)


def sum_over(
    values: Sequence[Decimal | None], label: str, path: str, parts: Callable[..., Iterable[Figure]], *arguments: Any
) -> Figure:
    """The exact sum of many amounts; their figures are made only when somebody asks: ``parts(*arguments)``."""
    return new_figure(sum_amounts(values), label, path, partial(_made_and_added, parts, arguments))


def _made_and_added(parts: Callable[..., Iterable[Figure]], arguments: tuple[Any, ...]) -> Terms:
    return _added(tuple(parts(*arguments)))


def sum_amounts(values: Sequence[Decimal | None]) -> Decimal | None:
    """The exact sum; None as soon as one amount is missing, and where there are none."""
    if not values:
        return None
    result = ZERO
    for value in values:
        if value is None:
            return None
        if value:
            result = add(result, value) if result else value
    return result


def total_or_given(given: Figure, parts: Iterable[Figure]) -> Figure:
    """A total: as it was supplied, else the sum of its parts (which may be a generator: it is not always needed)."""
    return given if given.value is not None else sum_of(parts, given.label, given.path)


def percent(part: Decimal | None, base: Decimal | None) -> Decimal | None:
    """One amount as a percentage of another, exactly; None where one is missing or the base is not positive.

    >>> percent(Decimal(1), Decimal(8)), percent(Decimal(1), Decimal(0))
    (Decimal('12.5'), None)
    """
    if part is None or not base or base.is_signed():
        return None
    return divide(multiply(part, _HUNDRED), base)


def share(part: Figure, base: Figure) -> Ratio:
    """``part`` as a percentage of ``base`` (占比、完成率)."""
    value = percent(part.value, base.value)
    if value is not None:
        return Ratio(part, base, Case.VALUE, value)
    if part.value is None or base.value is None:
        return Ratio(part, base, Case.MISSING, None)
    return Ratio(part, base, Case.NEGATIVE_BASE if base.value else Case.ZERO_BASE, None)


def change(current: Figure, before: Figure, label: str = "") -> Variation:
    """The change from ``before`` (年初预算 or 上年决算) to ``current``."""
    if current.value is None or before.value is None:
        return _new_variation(current, before, None, label)
    return _new_variation(current, before, subtract(current.value, before.value), label)


def _shown(value: Decimal) -> str:
    return f"{round_half_up(value, 2):,f}"


def _not_supplied(paths: Iterable[str], lang: Lang) -> str:
    shown = list(paths)
    return f"未提供：{'、'.join(shown)}" if lang == "zh" else f"not supplied: {', '.join(shown)}"
