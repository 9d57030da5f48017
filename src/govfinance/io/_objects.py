"""How objects of a file become objects of the model, and all that is wrong with one where that fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from attrs import frozen
from cattrs import ClassValidationError
from cattrs.errors import ForbiddenExtraKeysError

from govfinance.errors import InvalidInputError, Problem
from govfinance.io._problems import OBJECT, missing, null, repeated, unknown, unlike
from govfinance.io._reading import Hook
from govfinance.io._shape import Field, wanted
from govfinance.model import FunctionalItem, check_class_name
from govfinance.money import Scale

__all__ = ["ItemHook", "ObjectReader"]

ItemHook: TypeAlias = Callable[[Any, Mapping[str, Any]], Any]
"""What reads an item of which some fields stand outside: with its object and with those fields."""

_NOTHING: Mapping[str, Any] = {}


@frozen(eq=False)
class ObjectReader:
    """Reads the objects of one class.

    ``structure`` is the function that cattrs made; where no field has a hook (``simple``), it does no more than the
    class itself with the same keywords. ``fields`` are those that stand in the object, and ``plain`` reads, one by one,
    those of them that hold no other object.
    """

    cls: type
    structure: Callable[[Mapping[str, Any], type], Any]
    simple: bool
    fields: Mapping[str, Field]
    plain: Mapping[str, Callable[[Any], Any]]
    scale: Scale

    def hook(self) -> Hook:
        """For an object all of whose fields stand in it."""
        cls, structure, refuse = self.cls, self.structure, self._refuse

        def read_simple(value: Any, _: Any) -> Any:
            if value.__class__ is dict:
                try:
                    return cls(**value)
                except (TypeError, InvalidInputError):
                    pass  # which of the two, and where, is found out below
            raise refuse(value, _NOTHING)

        def read(value: Any, _: Any) -> Any:
            failure = None
            if value.__class__ is dict:
                try:
                    return structure(value, cls)
                except ClassValidationError as error:
                    failure = error
            raise refuse(value, _NOTHING, failure)

        return read_simple if self.simple else read

    def item_hook(self) -> ItemHook:
        """For an item that stands under its keys."""
        cls, structure, refuse = self.cls, self.structure, self._refuse

        def read_simple(value: Any, outside: Mapping[str, Any]) -> Any:
            if value.__class__ is dict:
                try:
                    return cls(**value, **outside)
                except (TypeError, InvalidInputError):
                    pass
            raise refuse(value, outside)

        def read(value: Any, outside: Mapping[str, Any]) -> Any:
            failure = None
            if value.__class__ is dict and outside.keys().isdisjoint(value):
                try:
                    return structure({**value, **outside}, cls)
                except ClassValidationError as error:
                    failure = error
            raise refuse(value, outside, failure)

        return read_simple if self.simple else read

    def _refuse(
        self, value: object, outside: Mapping[str, Any], failure: ClassValidationError | None = None
    ) -> InvalidInputError:
        """All that is wrong with an object, in the order of the file; keys that are missing stand last."""
        if not isinstance(value, dict):
            return InvalidInputError([unlike(OBJECT, value)])
        if failure is None:
            try:
                self.structure({**value, **outside}, self.cls)
            except ClassValidationError as error:
                failure = error
        within, whole = _sorted_out(failure)
        problems: list[Problem] = []
        for key, inner in value.items():
            if key in self.fields:
                problems.extend(problem.at(key) for problem in self._field_problems(key, inner, within))
            else:
                problems.append(unknown(key, self.fields, guess=len(problems) < 100))
        for name, field in self.fields.items():
            if field.required and name not in value:
                problems.append(missing(name, wanted(field, self.scale)))
        if problems:
            whole = self._class_name_problems(value, outside, problems)
        problems = [*repeated(value), *problems, *whole]
        if not problems and failure is not None:
            raise failure  # a mistake of ours
        return InvalidInputError(problems)

    def _field_problems(self, key: str, value: Any, within: Mapping[str, tuple[Problem, ...]]) -> tuple[Problem, ...]:
        field = self.fields[key]
        if value is None and not field.required:
            return (null(wanted(field, self.scale)),)
        read = self.plain.get(key)
        if read is None:
            return within.get(key, ())
        try:
            read(value)
        except InvalidInputError as error:
            return error.problems
        return ()

    def _class_name_problems(
        self, value: Mapping[str, Any], outside: Mapping[str, Any], problems: list[Problem]
    ) -> list[Problem]:
        """What the class itself says of two fields together, once nothing is wrong with any single one."""
        name = value.get("class_name")
        if self.cls is not FunctionalItem or name is None or any(problem.path == "class_name" for problem in problems):
            return []
        problem = check_class_name(outside["code"], name)
        return [] if problem is None else [problem.at("class_name")]


def _sorted_out(failure: ClassValidationError | None) -> tuple[dict[str, tuple[Problem, ...]], list[Problem]]:
    """The problems of single fields and those of the object as a whole; other exceptions go their way."""
    within: dict[str, tuple[Problem, ...]] = {}
    whole: list[Problem] = []
    if failure is not None:
        noted, others = failure.group_exceptions()
        for error, note in noted:
            if isinstance(error, InvalidInputError):
                within[note.name] = error.problems
            elif not isinstance(error, KeyError):
                raise error
        for error in others:
            if isinstance(error, InvalidInputError):
                whole.extend(error.problems)
            elif not isinstance(error, ForbiddenExtraKeysError):
                raise error
    return within, whole
