"""Sums over objects of the model, field by field: amounts and counts add, texts are merged, lists are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar, cast

import attrs

from govfinance.consolidate._management import RULES
from govfinance.consolidate._texts import merged_text
from govfinance.consolidate._view import Gap, Number, View, total_of
from govfinance.errors import InvalidInputError
from govfinance.model import kind_of
from govfinance.numeric import ZERO, subtract, total

__all__ = ["Sums", "built"]

T = TypeVar("T")


def built(cls: Callable[..., T], path: str, **values: Any) -> T:
    """A new object; what it refuses (a sum that is too large, a total below zero) is told with its path."""
    try:
        return cls(**values)
    except InvalidInputError as error:
        raise InvalidInputError(problem.at(path) for problem in error.problems) from error


class Sums:
    """The sums over some units, less what is eliminated, and those that are not known."""

    def __init__(self, views: Sequence[View], less: Mapping[str, Decimal]) -> None:
        self.views = views
        self.less = less
        self.gaps: list[Gap] = []

    def missing(self, path: str, names: Sequence[str]) -> None:
        """Report a sum that is not known."""
        self.gaps.append(Gap(path=path, missing_in=tuple(names)))

    def number(self, path: str, values: Sequence[Number | None]) -> Number | None:
        """The sum; None and reported where some units supply it and others do not."""
        if all(value is None for value in values):
            return None
        leaving = [view.name for view, value in zip(self.views, values, strict=True) if value is None]
        follows = total_of(path)
        if follows is not None and any(value is None for value in values):
            values = [
                follows(view.accounts) if value is None else value
                for view, value in zip(self.views, values, strict=True)
            ]
        absent = [view.name for view, value in zip(self.views, values, strict=True) if value is None]
        if absent:
            self.missing(path, absent)
            return None
        if isinstance(values[0], int):
            return sum(cast("Sequence[int]", values))
        amount = subtract(total(cast("Sequence[Decimal]", values)), self.less.get(path, ZERO))
        if amount < 0 and follows is not None and leaving:
            self.missing(path, leaving)  # no total can be given below zero; these units have left theirs out for that
            return None
        return amount

    def object(self, cls: type[T], path: str, objects: Sequence[T | None], **key: Any) -> T | None:
        """The sum of objects of one class, one for each unit; None where nothing of it is known.

        An object that all units have is there even if nothing in it is known; one that some lack is there as far as
        its figures follow without it.
        """
        if all(one is None for one in objects):
            return None
        values: dict[str, Any] = dict(key)
        required: set[str] = set()
        rules = RULES.get(cls, {})
        for attribute in attrs.fields(cast(Any, cls)):
            name = attribute.name
            if name in rules:
                values[name], absent = rules[name](objects)
                if absent:
                    self.missing(f"{path}.{name}", [self.views[number].name for number in absent])
            elif name not in key:
                parts = [None if one is None else getattr(one, name) for one in objects]
                values[name] = self._field(attribute, f"{path}.{name}", parts)
                if attribute.default is attrs.NOTHING:
                    required.add(name)
        if any(values[name] is None for name in required):
            return None
        nothing = all(value is None or value == () for name, value in values.items() if name not in key)
        if nothing and any(one is None for one in objects):
            return None
        return built(cls, path, **values)

    def _field(self, attribute: attrs.Attribute[Any], path: str, parts: Sequence[Any]) -> Any:
        kind = kind_of(attribute)
        if kind.name in ("amount", "count"):
            return self.number(path, parts)
        if kind.name == "object":
            return self.object(kind.item, path, parts)
        if kind.name == "text":
            return merged_text((view.name, part) for view, part in zip(self.views, parts, strict=True))
        if kind.name == "list" and kind.key:
            return self.keyed(kind.item, path, [part or () for part in parts], *kind.key)
        return tuple(item for part in parts for item in part or ())

    def keyed(self, cls: type[T], path: str, lists: Sequence[Sequence[T]], key: str) -> tuple[T, ...]:
        """The sums of lines that have a key, one for each key that is there; an absent line is not supplied."""
        found: dict[Any, list[T | None]] = {}
        for number, lines in enumerate(lists):
            for line in lines:
                found.setdefault(getattr(line, key), [None] * len(lists))[number] = line
        summed = [
            self.object(cls, f"{path}.{member.value}", found[member], **{key: member})
            for member in sorted(found, key=lambda member: cast(int, member.order))
        ]
        return tuple(one for one in summed if one is not None)
