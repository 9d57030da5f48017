"""What every class of the model does when it is built: it refuses what its converters could not convert.

A converter returns an `Invalid` in place of a value that it refuses; `refuse_invalid`, called by each class, raises one
`InvalidInputError` with all problems of the object. No object with an `Invalid` in it is ever handed out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cache
from operator import attrgetter, lt
from typing import Any, TypeVar, cast

import attrs

from govfinance.errors import InvalidInputError, Problem
from govfinance.model._fields import FieldKind, Invalid, kind_of, tuple_of

__all__ = ["keyed", "refuse_invalid"]

T = TypeVar("T")


@cache
def _fields(cls: type) -> tuple[tuple[str, FieldKind], ...]:
    return tuple((attribute.name, kind_of(attribute)) for attribute in attrs.fields(cls) if attribute.init)


@cache
def _soundness(cls: type) -> Callable[[Any], bool]:
    """Whether nothing is wrong with an object of the class: compiled, as it is asked of each object that is built."""
    scope: dict[str, Any] = {"Invalid": Invalid, "strangers": _strangers}
    questions = ["True"]
    for name, kind in _fields(cls):
        if kind.name == "object":
            scope[f"{name}_class"] = _name(kind.item)
            questions.append(f"(of.{name} is None or of.{name}.__class__.__name__ == {name}_class)")
        elif kind.name == "list":
            scope[f"{name}_class"] = kind.item
            questions.append(f"of.{name}.__class__ is tuple and not strangers({name}_class, of.{name})")
        else:
            questions.append(f"of.{name}.__class__ is not Invalid")
    return cast("Callable[[Any], bool]", eval("lambda of: " + " and ".join(questions), scope))


def refuse_invalid(instance: Any) -> None:
    """Raise one error with all problems of the fields of a new object; call it in ``__attrs_post_init__``."""
    cls = instance.__class__
    if not _soundness(cls)(instance):
        raise InvalidInputError(_problems(cls, instance))


def _problems(cls: type, instance: object) -> Iterator[Problem]:
    for name, kind in _fields(cls):
        value = getattr(instance, name)
        if isinstance(value, Invalid):
            yield from (problem.at(name) for problem in value.problems)
        elif kind.name == "list":
            yield from (problem.at(name) for problem in _strangers(kind.item, value))
        elif kind.name == "object" and value is not None and type(value).__name__ != _name(kind.item):
            yield _wrong_type(name, kind.item, value)


def _name(cls: type | str) -> str:
    return cls if isinstance(cls, str) else cls.__name__


def _wrong_type(path: str, cls: type | str, value: object) -> Problem:
    wanted = _name(cls)
    return Problem("wrong-type", f"expected a {wanted}, got {value!r}", f"应为 {wanted}，实际为 {value!r}", path)


def _strangers(cls: type, items: Iterable[object]) -> list[Problem]:
    return [_wrong_type(f"[{number}]", cls, item) for number, item in enumerate(items) if item.__class__ is not cls]


@cache
def _key(cls: type, names: tuple[str, ...]) -> Callable[[Any], Any]:
    """How the key of an item is got, in a form that sorts: terms as their enumeration lists them, codes by digits."""
    kinds = {attribute.name: kind_of(attribute) for attribute in attrs.fields(cls)}
    return attrgetter(*(f"{name}.text" if kinds[name].item is None else f"{name}.order" for name in names))


def keyed(name: str, values: Iterable[T], cls: type[T], *key: str) -> tuple[T, ...]:
    """The items in the order of their keys; an `Invalid` with all that stand twice under the same key.

    The order in which they were given says nothing: accounts that differ in nothing else are equal. ``name`` is the
    field's own, for the message; ``key`` names the fields of an item that tell it from the others.
    """
    items = tuple_of(values)
    if items.__class__ is not tuple or _strangers(cls, items):
        return items  # refuse_invalid names them
    keys = [*map(_key(cast(type, cls), key), items)]
    if all(map(lt, keys, keys[1:])):
        return items
    if len(set(keys)) != len(keys):
        return cast("tuple[T, ...]", Invalid(tuple(_duplicates(name, items, key))))
    return tuple([items[number] for number in sorted(range(len(items)), key=keys.__getitem__)])


def _duplicates(name: str, items: Iterable[object], key: tuple[str, ...]) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], int] = {}
    for number, item in enumerate(items):
        parts = tuple(getattr(item, part) for part in key)
        first = seen.setdefault(parts, number)
        if first != number:
            shown = " ".join(str(part.value) if isinstance(part, Enum) else str(part) for part in parts)
            yield Problem(
                "duplicate",
                f"expected {shown} once, but {name}[{first}] has it already",
                f"“{shown}”重复，{name}[{first}] 已有",
                f"[{number}]",
            )
