"""How lists of a file, and objects that stand for lists, become tuples of objects of the model."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from govfinance.errors import InvalidInputError, Problem
from govfinance.io._objects import ItemHook
from govfinance.io._problems import LIST, OBJECT, refuse, repeated, step, unlike
from govfinance.io._reading import Hook
from govfinance.io._shape import Field
from govfinance.model import convert_field

__all__ = ["keyed_hook", "list_hook"]


def list_hook(read_item: Hook) -> Hook:
    """For a list of objects."""

    def read(value: Any, _: Any) -> list[Any]:
        if value.__class__ is not list:
            raise InvalidInputError([unlike(LIST, value)])
        items: list[Any] = []
        problems: list[Problem] = []
        for number, item in enumerate(value):
            try:
                items.append(read_item(item, None))
            except InvalidInputError as error:
                problems.extend(problem.at(step(number)) for problem in error.problems)
        if problems:
            raise InvalidInputError(problems)
        return items

    return read


@frozen(eq=False)
class _Key:
    """One level of keys: the field that they are of, how one is read, what stands in where that fails.

    What lies under a key that cannot be read is read all the same, for its problems; ``ignored`` is the code of those
    that are about the stand-in.
    """

    name: str
    read: Callable[[str], Any]
    stand_in: Any
    ignored: str


def _key(field: Field) -> _Key:
    # Only what was read is remembered, so the texts are few and short.
    @lru_cache(maxsize=4096)
    def read(text: str) -> Any:
        value = convert_field(field.attribute, text)
        joined = str(value)
        if field.kind.item is None and joined != text:
            raise refuse(
                "code-not-joined", f'expected the digits alone, write "{joined}"', f'应只写数字，请写作 "{joined}"'
            )
        return value

    examples = {"functional_code": "201", "economic_code": "301"}
    example = examples.get(field.kind.name) or next(iter(field.kind.item)).value
    return _Key(field.name, read, convert_field(field.attribute, example), "" if field.kind.item else "wrong-class")


def keyed_hook(read_item: ItemHook, fields: tuple[Field, ...]) -> Hook:
    """For an object, or objects within an object, whose keys are these fields of the items."""
    keys = tuple(_key(field) for field in fields)
    last = len(keys) - 1

    def collect(value: Any, level: int, outside: dict[str, Any], items: list[Any]) -> list[Problem]:
        if not isinstance(value, dict):
            return [unlike(OBJECT, value)]
        problems = [] if value.__class__ is dict else [*repeated(value)]
        key = keys[level]
        name, read_key = key.name, key.read
        for text, inner in value.items():
            ignored = ""
            try:
                found = read_key(text)
            except InvalidInputError as error:
                found, ignored = key.stand_in, key.ignored
                problems.extend(evolve(problem, path=step(text)) for problem in error.problems)
            try:
                outside[name] = found
                if level == last:
                    items.append(read_item(inner, outside))
                    continue
                within = collect(inner, level + 1, outside, items)
            except InvalidInputError as error:
                within = [*error.problems]
            problems.extend(problem.at(step(text)) for problem in within if problem.code != ignored)
        return problems

    def read(value: Any, _: Any) -> list[Any]:
        items: list[Any] = []
        problems = collect(value, 0, {}, items)
        if problems:
            raise InvalidInputError(problems)
        return items

    return read
