"""Frozen classes whose objects are made by the thousand: filled like those that are not frozen.

The ``__init__`` of a frozen attrs class sets every field through ``object.__setattr__``, by name; that takes twice the
time of a plain assignment and is a tenth of the time in which a narrative is made. Here an object is of an open class
(the same slots, nothing forbidden) while it is filled, and then becomes what it is.

>>> from attrs import frozen
>>> @quick
... @frozen
... class Point:
...     x: int
...     y: int = 0
>>> point = Point(1)
>>> point, builder(Point)(1, 0) == point
(Point(x=1, y=0), True)
>>> point.x = 2
Traceback (most recent call last):
    ...
attr.exceptions.FrozenInstanceError: can't set attribute
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

__all__ = ["builder", "quick"]

T = TypeVar("T", bound=attrs.AttrsInstance)


def _open(cls: type[Any]) -> type[Any]:
    """The class with the same slots in which everything may be set."""
    unfrozen = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"_Open{cls.__name__}", (cls,), {"__slots__": (), **unfrozen})


def quick(cls: type[T]) -> type[T]:
    """A decorator on top of ``@frozen``: another ``__init__``, which does the same.

    The fields have no converters, validators or default factories.
    """
    fields = attrs.fields(cls)
    scope: dict[str, Any] = {"cls": cls, "open": _open(cls), "init": cls.__init__}
    scope["become"] = object.__dict__["__class__"].__set__  # which a frozen object does not forbid
    arguments: list[str] = []
    for field in sorted(fields, key=lambda field: field.kw_only):
        if field.kw_only and "*" not in arguments:
            arguments.append("*")
        if field.default is attrs.NOTHING:
            arguments.append(field.alias)
        else:
            scope[f"default_{field.alias}"] = field.default
            arguments.append(f"{field.alias}=default_{field.alias}")
    given = ", ".join(f"{field.alias}={field.alias}" for field in fields)
    lines = [
        f"def __init__(self, {', '.join(arguments)}):",
        "    if self.__class__ is not cls: return init(self, " + given + ")  # a subclass has slots of its own",
        "    become(self, open)",
        *(f"    self.{field.name} = {field.alias}" for field in fields),
        "    self.__class__ = cls",
    ]
    exec(compile("\n".join(lines), f"<quick {cls.__qualname__}>", "exec"), scope)
    made = scope["__init__"]
    for name in ("__module__", "__qualname__", "__doc__", "__annotations__"):
        setattr(made, name, getattr(cls.__init__, name))
    cls.__init__ = made  # type: ignore[method-assign]
    return cls


def builder(cls: type[T]) -> Callable[..., T]:
    """A function from all fields in their order to an object; nothing is converted or validated."""
    names = [field.name for field in attrs.fields(cls)]
    scope: dict[str, Any] = {"cls": cls, "open": _open(cls), "new": object.__new__}
    lines = [
        f"def build({', '.join(names)}):",
        "    self = new(open)",
        *(f"    self.{name} = {name}" for name in names),
        "    self.__class__ = cls",
        "    return self",
    ]
    exec(compile("\n".join(lines), f"<builder {cls.__qualname__}>", "exec"), scope)
    build: Callable[..., T] = scope["build"]
    return build
