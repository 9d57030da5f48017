"""A quicker way to make objects of frozen classes, for the places where a narrative makes them by the hundred.

The ``__init__`` of a frozen attrs class sets every field through ``object.__setattr__``, by name, and a class that is
called with keywords first puts them into a dictionary: together three times the work of a plain function with plain
assignments. So a builder is such a function. What it makes is of an open class (the same slots, nothing forbidden)
while it is filled, and then becomes what it is.

>>> from attrs import frozen
>>> @frozen
... class Point:
...     x: int
...     y: int = 0
>>> new_point = builder(Point)
>>> new_point(1), new_point(1, y=2) == Point(1, 2)
(Point(x=1, y=0), True)
>>> new_point(1).x = 2
Traceback (most recent call last):
    ...
attr.exceptions.FrozenInstanceError: can't set attribute
"""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

__all__ = ["builder"]

T = TypeVar("T", bound=attrs.AttrsInstance)


def builder(cls: type[T]) -> type[T]:
    """A function that takes what the class takes and converts and validates nothing.

    For type checkers it is the class itself, so that they check its arguments.
    """
    fields = [field for field in attrs.fields(cls) if field.init]
    unfrozen = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    scope: dict[str, Any] = {"cls": cls, "open": type(f"_Open{cls.__name__}", (cls,), unfrozen), "new": object.__new__}
    arguments: list[str] = []
    for field in sorted(fields, key=lambda field: field.kw_only):
        if field.kw_only and "*" not in arguments:
            arguments.append("*")
        if field.default is attrs.NOTHING:
            arguments.append(field.alias)
        else:
            scope[f"default_{field.alias}"] = field.default
            arguments.append(f"{field.alias}=default_{field.alias}")
    lines = [
        f"def build({', '.join(arguments)}):",
        "    self = new(open)",
        *(f"    self.{field.name} = {field.alias}" for field in fields),
        "    self.__class__ = cls",
        "    return self",
    ]
    exec(compile("\n".join(lines), f"<builder of {cls.__qualname__}>", "exec"), scope)
    build: type[T] = scope["build"]
    return build
