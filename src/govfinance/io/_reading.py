"""How the values of single fields are read, by their kind: strictly, and with all that is wrong in one error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import evolve

from govfinance.errors import InvalidInputError, Problem
from govfinance.io._problems import OBJECT, as_written, repeated, step, unlike, with_suggestion
from govfinance.io._shape import AMOUNT_WORDS, Field, wanted
from govfinance.io._text import Number
from govfinance.model import Remarks, Stated, convert_field
from govfinance.money import Scale, to_amount
from govfinance.numeric import CONTEXT, parse_decimal_text

__all__ = ["Hook", "hook_of", "read_remarks", "reader_of", "stated_hook"]

Hook: TypeAlias = Callable[[Any, Any], Any]
"""What cattrs calls for a field: with the value, and with a type that is not needed here."""


def hook_of(field: Field, scale: Scale) -> Hook | None:
    """What has to be done before the class itself converts the value of a plain field; None where that is nothing.

    The classes are strict: where a text belongs they take no number, since `Number` is no type that they know.
    """
    match field.kind.name:
        case "amount" if scale is not Scale.YUAN:
            return _amount_hook(field, scale)
        case "count" | "year":
            return _whole_hook(field, scale)
        case "texts":
            return _texts_hook(field, scale)
        case _:
            return None


def reader_of(field: Field, scale: Scale) -> Callable[[Any], Any]:
    """How a plain field is read by itself: what its hook and its class do together, for the sake of the problems."""
    hook = hook_of(field, scale)
    numeric = field.kind.name in ("amount", "score")

    def read(value: Any) -> Any:
        if (hook is None or numeric) and not isinstance(value, str):
            problem = unlike(wanted(field, scale), value)
            raise InvalidInputError([with_suggestion(problem, value) if numeric else problem])
        try:
            return convert_field(field.attribute, value if hook is None else hook(value, None))
        except InvalidInputError as error:
            if not numeric:
                raise
            problems = [as_written(with_suggestion(problem, value), value, scale) for problem in error.problems]
            raise InvalidInputError(problems) from None

    return read


def _amount_hook(field: Field, scale: Scale) -> Hook:
    scaleb, exponent = CONTEXT.scaleb, scale.exponent

    def read(value: Any, _: Any) -> str:
        if value.__class__ is str:
            return f"{scaleb(parse_decimal_text(value), exponent):f}"
        raise InvalidInputError([unlike(wanted(field, scale), value)])

    return read


def _whole_hook(field: Field, scale: Scale) -> Hook:
    def read(value: Any, _: Any) -> int:
        if value.__class__ is Number:
            whole = _whole(value.text)
            if whole is not None:
                return whole
        meant = value if isinstance(value, str) and re.fullmatch("0|[1-9][0-9]{0,8}", value) else ""
        raise InvalidInputError([unlike(wanted(field, scale), value, meant)])

    return read


def _whole(text: str) -> int | None:
    """The whole number that a JSON number is: to JSON, 12 and 12.0 are the same."""
    if len(text) <= 18 and text.isdigit():
        return int(text)
    try:
        number = Decimal(text)
    except ArithmeticError:  # an exponent of twenty digits
        return None
    if not number.is_finite() or (number and number.adjusted() >= 18) or number != int(number):
        return None
    return int(number)


def _texts_hook(field: Field, scale: Scale) -> Hook:
    def problems(value: list[object]) -> Iterator[Problem]:
        for number, item in enumerate(value):
            if not isinstance(item, str):
                yield evolve(unlike(("a text", "文本"), item), path=step(number))
                continue
            try:
                convert_field(field.attribute, [item])
            except InvalidInputError as error:
                yield from (evolve(problem, path=step(number)) for problem in error.problems)

    def read(value: Any, _: Any) -> list[str]:
        if value.__class__ is not list:
            raise InvalidInputError([unlike(wanted(field, scale), value)])
        if set(map(type, value)) <= {str}:
            return value
        raise InvalidInputError(problems(value))

    return read


def read_remarks(value: Any, _: Any) -> Remarks:
    """The remarks, from an object of topics and texts."""
    with suppress(InvalidInputError):
        if value.__class__ is dict and set(map(type, value.values())) <= {str}:
            return Remarks(value)
    raise InvalidInputError(_topics_problems(value))


def stated_hook(scale: Scale) -> Hook:
    """For the totals that tables print, from an object of addresses and amounts."""
    en, zh = AMOUNT_WORDS[scale]

    def read(value: Any, _: Any) -> Stated:
        if not isinstance(value, dict):
            raise InvalidInputError([unlike(OBJECT, value)])
        problems = [*repeated(value)]
        amounts: dict[str, Any] = {}
        for address, text in value.items():
            amounts[address[:80]] = "0"
            if not isinstance(text, str):
                problem = with_suggestion(unlike((en, zh), text), text)
                problems.append(evolve(problem, path=step(address)))
                continue
            try:
                amount = CONTEXT.scaleb(parse_decimal_text(text), scale.exponent)
                amounts[address[:80]] = to_amount(amount)
            except InvalidInputError as error:
                problems.extend(
                    evolve(as_written(with_suggestion(problem, text), text, scale), path=step(address))
                    for problem in error.problems
                )
        try:
            stated = Stated(amounts)
        except InvalidInputError as error:
            wrong = [evolve(problem, path=step(problem.path)) for problem in error.problems]
            raise InvalidInputError([*problems, *wrong]) from None
        if problems:
            raise InvalidInputError(problems)
        return stated

    return read


def _topics_problems(value: object) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield unlike(OBJECT, value)
        return
    yield from repeated(value)
    steps = {topic[:80]: step(topic) for topic in value}
    try:
        Remarks({topic: text if isinstance(text, str) else "-" for topic, text in value.items()})
    except InvalidInputError as error:
        yield from (evolve(problem, path=steps[problem.path]) for problem in error.problems)
    for topic, text in value.items():
        if not isinstance(text, str):
            yield evolve(unlike(("a text", "文本"), text), path=step(topic))
