"""How accounts are written: the values of a file, in the order of the model."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from govfinance.io._shape import Field, item_class, shape_of
from govfinance.model import TOPICS, FinalAccounts, Remarks, Stated
from govfinance.money import Scale

__all__ = ["Writer", "writer_for"]

Writer: TypeAlias = Callable[[Any], Any]


def writer_for(scale: Scale) -> Writer:
    """What turns accounts into the JSON values of a file in this scale, apart from its first two keys."""
    return _Writers(scale).object(FinalAccounts)


class _Writers:
    """The writers of one scale while they are made."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self.made: dict[type, Writer] = {Remarks: _topics, Stated: self.stated}

    def object(self, cls: type, keys: tuple[str, ...] = ()) -> Writer:
        """For a class, without the fields that stand outside the object. What was not supplied is left out."""
        fields: list[tuple[str, Writer]] = []

        def write(instance: Any) -> dict[str, Any]:
            values = [(name, convert, getattr(instance, name)) for name, convert in fields]
            return {name: convert(value) for name, convert, value in values if not _is_absent(value)}

        if cls not in self.made:
            self.made[cls] = write  # before its fields are there: accounts have units that have accounts
            fields.extend((name, self.field(field)) for name, field in shape_of(cls).outside(keys).items())
        return self.made[cls]

    def stated(self, stated: Stated) -> dict[str, str]:
        """The totals as the tables print them, by their addresses."""
        return {address: _plain(self.scale.from_yuan(amount)) for address, amount in sorted(stated.amounts.items())}

    def field(self, field: Field) -> Writer:
        """For a field, by its kind."""
        kind = field.kind
        match kind.name:
            case "amount":
                return lambda value: _plain(self.scale.from_yuan(value))
            case "score":
                return _plain
            case "enum" | "nature":
                return lambda value: value.value
            case "texts":
                return list
            case "object":
                return self.object(item_class(kind))
            case "list" if kind.key:
                return _keyed(self.object(item_class(kind), kind.key), kind.key)
            case "list":
                write = self.object(item_class(kind))
                return lambda items: [write(item) for item in items]
            case _:
                return _itself


def _itself(value: Any) -> Any:
    return value


def _is_absent(value: object) -> bool:
    return value is None or value == () or (isinstance(value, Remarks | Stated) and not value)


def _plain(number: Decimal) -> str:
    """All digits that say something: equal numbers are written alike, with no exponent and no zero at the end."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _topics(remarks: Remarks) -> dict[str, str]:
    texts = remarks.texts
    known = [topic for topic in TOPICS if topic in texts]
    return {topic: texts[topic] for topic in [*known, *sorted(topic for topic in texts if topic not in TOPICS)]}


def _keyed(write: Writer, keys: tuple[str, ...]) -> Writer:
    """For a tuple of items that the format writes as objects within objects, by their keys."""

    def nest(items: tuple[Any, ...]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for item in items:
            inner = result
            *outer, last = (_key_text(getattr(item, key)) for key in keys)
            for text in outer:
                inner = inner.setdefault(text, {})
            inner[last] = write(item)
        return result

    return nest


def _key_text(key: Any) -> str:
    return str(getattr(key, "value", key))
