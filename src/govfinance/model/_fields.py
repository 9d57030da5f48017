"""Converters of the model's fields, strict, and the metadata that says what each field is.

A converter does not raise: it returns an `Invalid` in place of the value, and `refuse_invalid` raises for the object as
a whole. The metadata (`FieldKind`) is what the JSON format and its schema are made from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeAlias, TypeVar, cast

import attrs
from attrs import frozen

from govfinance.errors import InvalidInputError, Problem
from govfinance.money import to_amount
from govfinance.numeric import ZERO, add, parse_decimal_text

__all__ = [
    "AMOUNT",
    "COUNT",
    "SCORE",
    "SIGNED",
    "TEXT",
    "TEXTS",
    "AmountLike",
    "FieldKind",
    "Invalid",
    "attempt",
    "convert_field",
    "kind_of",
    "list_of",
    "object_of",
    "one_of",
    "optional_amount",
    "optional_count",
    "optional_name",
    "optional_score",
    "optional_signed",
    "optional_text",
    "required_amount",
    "required_count",
    "required_name",
    "required_text",
    "text_tuple",
    "to_member",
    "tuple_of",
    "wrong",
]

AmountLike: TypeAlias = Decimal | int | str
"""What amounts are made of: never a float."""

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


@frozen
class Invalid:
    """Stands where a value was refused, until the object as a whole is."""

    problems: tuple[Problem, ...]


@frozen
class FieldKind:
    """What a field is, for the JSON format and its schema.

    ``name``: amount, score, count, year, text, texts, enum, code, object or list. ``item``: the class of an enum,
    object or list. ``key``: the fields by which JSON writes a list as an object. ``bounds``: the least and the greatest
    number that a count, a year or a score can be.
    """

    name: str
    signed: bool = False
    item: Any = None
    key: tuple[str, ...] = ()
    bounds: tuple[int, int] | None = None


Metadata: TypeAlias = Mapping[str, FieldKind]

AMOUNT: Final[Metadata] = {"kind": FieldKind("amount")}
SIGNED: Final[Metadata] = {"kind": FieldKind("amount", signed=True)}
SCORE: Final[Metadata] = {"kind": FieldKind("score", bounds=(0, 1000))}
COUNT: Final[Metadata] = {"kind": FieldKind("count", bounds=(0, 999_999_999))}
TEXT: Final[Metadata] = {"kind": FieldKind("text")}
TEXTS: Final[Metadata] = {"kind": FieldKind("texts")}


def one_of(cls: type[Enum]) -> Metadata:
    """Metadata of a field that holds a member of an enumeration."""
    return {"kind": FieldKind("enum", item=cls)}


def object_of(cls: type | str) -> Metadata:
    """Metadata of a field that holds another object of the model."""
    return {"kind": FieldKind("object", item=cls)}


def list_of(cls: type, *key: str) -> Metadata:
    """Metadata of a field that holds a tuple of objects; with a key, JSON writes them as an object."""
    return {"kind": FieldKind("list", item=cls, key=key)}


def kind_of(attribute: attrs.Attribute[Any]) -> FieldKind:
    """The kind of a field of a model class."""
    return cast(FieldKind, attribute.metadata["kind"])


def convert_field(attribute: attrs.Attribute[Any], value: Any) -> Any:
    """The value as the field keeps it. Raises `InvalidInputError` with what is wrong with this field alone."""
    convert = cast("Callable[[Any], Any] | None", attribute.converter)
    result = value if convert is None else convert(value)
    if isinstance(result, Invalid):
        raise InvalidInputError(result.problems)
    return result


def wrong(code: str, en: str, zh: str) -> Any:
    """An `Invalid` with one problem, to be returned by a converter in place of its value."""
    return Invalid((Problem(code, en, zh),))


def attempt(convert: Callable[[Any], T], value: Any) -> T:
    """The converted value, or an `Invalid` with what the conversion raised."""
    try:
        return convert(value)
    except InvalidInputError as error:
        return cast(T, Invalid(error.problems))


# What most amounts and scores look like. The long way takes them too, but asks more questions.
_PLAIN_AMOUNT = re.compile(r"(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,2})?").fullmatch
_PLAIN_SCORE = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,2})?").fullmatch


def required_amount(value: AmountLike) -> Decimal:
    """An amount in 元, zero or more."""
    if type(value) is str and _PLAIN_AMOUNT(value):
        return Decimal(value)
    if value is ZERO:
        return ZERO
    try:
        result = to_amount(value)
    except InvalidInputError as error:
        return cast(Decimal, Invalid(error.problems))
    if result < 0:
        return cast(
            Decimal, wrong("negative", f"expected zero or more, got {result:f}", f"应不小于零，实际为 {result:f}")
        )
    return result


def optional_amount(value: AmountLike | None) -> Decimal | None:
    """An amount in 元, zero or more; None where it was not supplied."""
    if type(value) is str and _PLAIN_AMOUNT(value):
        return Decimal(value)
    return None if value is None else required_amount(value)


def optional_signed(value: AmountLike | None) -> Decimal | None:
    """An amount in 元 that can be negative (carry-over); None where it was not supplied."""
    return None if value is None else attempt(to_amount, value)


def required_signed(value: AmountLike) -> Decimal:
    """An amount in 元 that can be negative (carry-over)."""
    return attempt(to_amount, value)


def _to_score(value: AmountLike) -> Decimal:
    if isinstance(value, str):
        result = parse_decimal_text(value)
    elif type(value) is int or isinstance(value, Decimal):
        result = Decimal(value)
    else:
        given = f"{type(value).__name__} {_shown(value)}"
        en, zh = "expected an exact number such as '95.42', got", "应为“95.42”这样的精确数值，实际为"
        raise InvalidInputError([Problem("not-exact", f"{en} {given}", f"{zh} {given}")])
    if result.is_finite() and 0 <= result <= 1000 and cast(int, result.as_tuple().exponent) >= -2:
        return add(ZERO, result)  # writes 1E+3 as 1000 and -0 as 0
    en, zh = (
        "expected a score from 0 to 1000 with at most two decimals, got",
        "应为 0 至 1000、最多两位小数的分值，实际为",
    )
    raise InvalidInputError([Problem("not-a-score", f"{en} {_shown(result)}", f"{zh} {_shown(result)}")])


def optional_score(value: AmountLike | None) -> Decimal | None:
    """A score or a weight (得分、分值) from 0 to 1000 with at most two decimals; None where there is none."""
    if type(value) is str and _PLAIN_SCORE(value):
        return Decimal(value)
    return None if value is None else attempt(_to_score, value)


def required_count(value: int) -> int:
    """A number of things or persons."""
    if type(value) is int and 0 <= value <= 999_999_999:
        return value
    return cast(
        int,
        wrong(
            "not-a-count",
            f"expected a whole number from 0 to 999999999, got {_shown(value)}",
            f"应为 0 至 999999999 的整数，实际为 {_shown(value)}",
        ),
    )


def optional_count(value: int | None) -> int | None:
    """A number of things or persons; None where it was not supplied."""
    return None if value is None else required_count(value)


_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def required_text(value: str) -> str:
    """A text with something in it, without control characters other than line feeds."""
    given: object = value
    if not isinstance(given, str):
        return cast(
            str, wrong("not-a-text", f"expected a text, got {_shown(value)}", f"应为文本，实际为 {_shown(value)}")
        )
    if value.isprintable() and value[:1] > " ":  # most texts are this simple
        return value
    if not value.strip():
        return cast(str, wrong("empty-text", "expected a text, got an empty one", "应为文本，实际为空"))
    control = _CONTROL.search(value)
    if control is not None:
        char, position = control[0], control.start() + 1
        return cast(
            str,
            wrong(
                "control-character",
                f"expected no control characters, got {char!r} at character {position}",
                f"不应含控制字符，第 {position} 字为 {char!r}",
            ),
        )
    return value


def required_name(value: str) -> str:
    """A text in one line without white space at its ends: what cells of spreadsheets add to a name is none of it."""
    result = required_text(value)
    if result.__class__ is str and (not result.isprintable() or result[0].isspace() or result[-1].isspace()):
        return "".join(line.strip() for line in result.splitlines())
    return result


def optional_name(value: str | None) -> str | None:
    """A name, None where there is none."""
    return None if value is None else required_name(value)


def optional_text(value: str | None) -> str | None:
    """A text, None where there is none."""
    if value is None or (type(value) is str and value.isprintable() and value[:1] > " "):
        return value
    return required_text(value)


def tuple_of(values: Iterable[T]) -> tuple[T, ...]:
    """The items of a list, in order."""
    given: object = values
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        kind = type(given).__name__
        return cast("tuple[T, ...]", wrong("not-a-list", f"expected a list, got {kind}", f"应为列表，实际为 {kind}"))
    return tuple(values)


def text_tuple(values: Iterable[str]) -> tuple[str, ...]:
    """Any number of texts, in order."""
    items = tuple_of(values)
    if items.__class__ is not tuple:
        return items
    checked: tuple[object, ...] = tuple([required_text(value) for value in items])
    problems = tuple(
        problem.at(f"[{number}]")
        for number, value in enumerate(checked)
        if isinstance(value, Invalid)
        for problem in value.problems
    )
    return cast("tuple[str, ...]", Invalid(problems) if problems else checked)


def _shown(value: object) -> str:
    """The value for a message, not longer than a message may be."""
    try:
        text = str(value) if isinstance(value, Decimal) else repr(value)
    except ValueError:  # an int of more digits than Python is ready to print
        text = "a very large number"
    return text if len(text) <= 60 else text[:57] + "..."


def to_member(cls: type[E], value: E | str) -> E:
    """A member of an enumeration from itself or its value."""
    if isinstance(value, cls):
        return value
    try:
        return cls(value)
    except ValueError:
        words = ", ".join(str(member.value) for member in cls)
        return cast(
            E,
            wrong(
                "not-one-of",
                f"expected one of {words}, got {_shown(value)}",
                f"应为 {words} 之一，实际为 {_shown(value)}",
            ),
        )
