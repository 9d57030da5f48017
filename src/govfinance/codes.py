"""Codes of the official classifications as values: one type per classification, so that they cannot be mixed up.

>>> code = FunctionalCode("204 06 01")
>>> code, str(code), code.spaced, code.level.value
(FunctionalCode('2040601'), '2040601', '204 06 01', '项')
>>> code.is_within(FunctionalCode("204"))
True

A code here has the right form; whether it *exists* is answered by :mod:`govfinance.catalog`.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import ClassVar, Self, TypeAlias, final

from attrs import field, frozen

from govfinance.errors import InvalidInputError, Problem

__all__ = [
    "AnyCode",
    "EconomicCode",
    "FunctionalCode",
    "GovernmentEconomicCode",
    "Level",
    "to_any_code",
    "to_economic_code",
    "to_functional_code",
    "to_government_economic_code",
]


class Level(Enum):
    """How deep a code goes: 类 (3 digits), 款 (5) or 项 (7)."""

    CLASS = "类"
    GROUP = "款"
    ITEM = "项"


_LEVELS = {3: Level.CLASS, 5: Level.GROUP, 7: Level.ITEM}


@frozen(eq=False)
class _Kind:
    """What tells one classification from another, and how its codes are described to people."""

    name: str
    first: str
    examples: tuple[str, ...]

    def has(self, digits: str) -> bool:
        return digits.startswith(self.first) and any(len(digits) == len(example) for example in self.examples)

    def problem(self, code: str, en: str, zh: str) -> Problem:
        """What is wrong, followed by what would be right."""
        *most, last = self.examples
        return Problem(
            code,
            f"{en}; expected {self.name} such as {', '.join(most)} or {last}",
            f"{zh}；应为{self.name}编码，如{'、'.join(most)}或{last}",
        )


_REVENUE = _Kind("收入分类科目", "1", ("101", "10101", "1010101", "101010101"))
_FUNCTIONAL = _Kind("支出功能分类", "2", ("204", "20406", "2040601"))
_ECONOMIC = _Kind("部门预算支出经济分类", "3", ("301", "30101"))
_GOVERNMENT = _Kind("政府预算支出经济分类", "5", ("501", "50101"))
_KINDS = (_REVENUE, _FUNCTIONAL, _ECONOMIC, _GOVERNMENT)

# Space, no-break space (from HTML cells) and the ideographic space (from indented labels).
_SPACES = " \u00a0\u3000"

# A dot is a separator only where all three parts stand: "204.06" and "301.08" are how a spreadsheet prints an amount.
_SPLIT = re.compile(
    rf"[0-9]{{3}}(?:[{_SPACES}]{{1,4}}[0-9]{{2}}){{1,2}}|[0-9]{{3}}(?:-[0-9]{{2}}){{1,2}}|[0-9]{{3}}\.[0-9]{{2}}\.[0-9]{{2}}"
)
_AMOUNT = re.compile(r"-?[0-9,]*\.[0-9]+")
_WITHOUT_SEPARATORS = str.maketrans("", "", _SPACES + "-.")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９－．", "0123456789-.")


def _digits(text: str) -> str | None:
    """The digits of a code that is written joined or split, of whatever classification and length."""
    text = text.strip(_SPACES)
    if text.isascii() and text.isdigit():
        return str(text)
    return text.translate(_WITHOUT_SEPARATORS) if _SPLIT.fullmatch(text) else None


def _problem(value: object, kind: _Kind) -> Problem:
    """Why ``value`` is no code of this kind."""
    text = str(value)
    shown = text if len(text) <= 40 else text[:37] + "..."
    if not isinstance(value, str | _Code):
        what = type(value).__name__
        return kind.problem(
            "code-not-text", f"a code is text, got {what} {shown}", f"编码应为文本，实际为{what} {shown}"
        )
    digits = _digits(text)
    if digits is None:
        return _unreadable(text, shown, kind)
    for other in _KINDS:
        if other.has(digits):
            name = other.name
            return kind.problem("code-wrong-kind", f"{shown} looks like a {name} code", f"{shown}像是{name}编码")
    if not digits.startswith(kind.first):
        return kind.problem("code-wrong-start", f"{shown} begins with {digits[0]}", f"{shown}以{digits[0]}开头")
    return kind.problem("code-wrong-length", f"{shown} has {len(digits)} digits", f"{shown}有{len(digits)}位")


def _unreadable(text: str, shown: str, kind: _Kind) -> Problem:
    plain = text.translate(_HALF_WIDTH)
    if plain != text:
        joined = _digits(plain) or ""
        en, zh = (f", write {joined}", f"，应写作{joined}") if kind.has(joined) else ("", "")
        return kind.problem("code-full-width", f"{shown} has full-width digits{en}", f"{shown}含全角数字{zh}")
    if _AMOUNT.fullmatch(text.strip(_SPACES)):
        return kind.problem("code-malformed", f"{shown!r} reads as an amount", f"“{shown}”像是金额")
    return kind.problem("code-malformed", f"{shown!r} is not a code", f"“{shown}”不是科目编码")


@lru_cache(maxsize=4096)
def _canonical(text: str, kind: _Kind) -> str:
    digits = _digits(text)
    if digits is None or not kind.has(digits):
        raise InvalidInputError([_problem(text, kind)])
    return digits


def _checked(value: object, kind: _Kind) -> str:
    if not isinstance(value, str):
        raise InvalidInputError([_problem(value, kind)])
    return _canonical(value, kind)


def _functional_text(text: str) -> str:
    return _checked(text, _FUNCTIONAL)


def _economic_text(text: str) -> str:
    return _checked(text, _ECONOMIC)


def _government_text(text: str) -> str:
    return _checked(text, _GOVERNMENT)


@frozen(repr=False, order=True)
class _Code:
    """What the codes of all classifications can do; ``text`` is the joined form."""

    text: str
    _kind: ClassVar[_Kind]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"

    @property
    def level(self) -> Level:
        """类, 款 or 项."""
        return _LEVELS[len(self.text)]

    @property
    def parts(self) -> tuple[str, ...]:
        """The digits of each level, as in a table that prints 类, 款 and 项 in cells of their own."""
        text = self.text
        return (text[:3], *(text[start : start + 2] for start in range(3, len(text), 2)))

    @property
    def spaced(self) -> str:
        """The split form, such as ``204 06 01``."""
        return " ".join(self.parts)

    @property
    def class_code(self) -> Self:
        """The 类 that this code belongs to; of a 类 the code itself."""
        return type(self)(self.text[:3])

    @property
    def group_code(self) -> Self | None:
        """The 款 that this code belongs to; ``None`` for a 类."""
        return None if len(self.text) < 5 else type(self)(self.text[:5])

    @property
    def parent(self) -> Self | None:
        """The code one level up; ``None`` for a 类."""
        return type(self)(self.text[:-2]) if len(self.text) > 3 else None

    def contains(self, other: Self) -> bool:
        """Whether ``other`` is this code or lies below it."""
        return self._same(other).text.startswith(self.text)

    def is_within(self, other: Self) -> bool:
        """Whether this code is ``other`` or lies below it."""
        return self.text.startswith(self._same(other).text)

    def _same(self, other: Self) -> Self:
        if type(other) is not type(self):
            raise InvalidInputError([_problem(other, self._kind)])
        return other


@final
@frozen(repr=False, order=True)
class FunctionalCode(_Code):
    """支出功能分类科目编码: what money was spent for; 类 204, 款 20406, 项 2040601; begins with 2.

    Given joined (``2040601``) or split (``204 06 01``, ``204-06-01``, ``204.06.01``). Sorted, a 类 stands before its
    款 and a 款 before its 项, as in the tables. Source: 财政部《政府收支分类科目》(yearly edition), 支出功能分类科目.

    Raises :class:`~govfinance.errors.InvalidInputError` for anything else, also for a code of another classification.

    >>> FunctionalCode("2040601").group_code
    FunctionalCode('20406')
    >>> FunctionalCode("30108")
    Traceback (most recent call last):
        ...
    govfinance.errors.InvalidInputError: 30108 looks like a 部门预算支出经济分类 code; expected 支出功能分类 ...
    """

    text: str = field(converter=_functional_text)
    _kind: ClassVar[_Kind] = _FUNCTIONAL


@final
@frozen(repr=False, order=True)
class EconomicCode(_Code):
    """部门预算支出经济分类科目编码: what kind of thing was paid; 类 301, 款 30108; begins with 3.

    Source: 财政部《政府收支分类科目》(yearly edition), 部门预算支出经济分类科目, in this form since 2018
    (《支出经济分类科目改革方案》, 财预〔2017〕98号).

    >>> EconomicCode("301 08").class_code
    EconomicCode('301')
    """

    text: str = field(converter=_economic_text)
    _kind: ClassVar[_Kind] = _ECONOMIC


@final
@frozen(repr=False, order=True)
class GovernmentEconomicCode(_Code):
    """政府预算支出经济分类科目编码: the economic classification of government budgets; 类 501, 款 50102; begins with 5.

    The accounts of a department use :class:`EconomicCode`. Source: as there.

    >>> GovernmentEconomicCode("50102").level
    <Level.GROUP: '款'>
    """

    text: str = field(converter=_government_text)
    _kind: ClassVar[_Kind] = _GOVERNMENT


AnyCode: TypeAlias = FunctionalCode | EconomicCode | GovernmentEconomicCode
"""A code of one of the three expenditure classifications."""

_TYPES: dict[str, type[AnyCode]] = {"3": EconomicCode, "5": GovernmentEconomicCode}


def to_functional_code(value: FunctionalCode | str) -> FunctionalCode:
    """The code itself, or the code that the text spells.

    >>> to_functional_code("204-06-01")
    FunctionalCode('2040601')
    """
    return value if isinstance(value, FunctionalCode) else FunctionalCode(value)


def to_economic_code(value: EconomicCode | str) -> EconomicCode:
    """The code itself, or the code that the text spells."""
    return value if isinstance(value, EconomicCode) else EconomicCode(value)


def to_government_economic_code(value: GovernmentEconomicCode | str) -> GovernmentEconomicCode:
    """The code itself, or the code that the text spells."""
    return value if isinstance(value, GovernmentEconomicCode) else GovernmentEconomicCode(value)


def to_any_code(value: AnyCode | str) -> AnyCode:
    """The code itself, or the code that the text spells, of the classification that its first digit tells.

    >>> to_any_code("2040601"), to_any_code("301"), to_any_code("501")
    (FunctionalCode('2040601'), EconomicCode('301'), GovernmentEconomicCode('501'))
    """
    if isinstance(value, _Code):
        return value
    return _TYPES.get(str(value).strip(_SPACES)[:1], FunctionalCode)(value)
