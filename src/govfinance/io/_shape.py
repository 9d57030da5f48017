"""What an object of the format looks like, taken from the metadata of the model's classes."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

import attrs
from attrs import frozen

from govfinance.errors import InvalidInputError
from govfinance.io._problems import LIST, OBJECT
from govfinance.model import FieldKind, FinalAccounts, convert_field, kind_of
from govfinance.money import Scale

__all__ = ["AMOUNT_WORDS", "FORMAT", "SCALES", "Field", "Shape", "item_class", "members", "shape_of", "wanted"]

FORMAT = "govfinance/1"
"""What a file says it is. Another number would be another format."""

SCALES = (Scale.YUAN, Scale.WAN)
"""The scales that a file can be in."""

AMOUNT_WORDS = {
    scale: (f'an amount in {scale.value} as a text such as "{example}"', f'以{scale.value}计的金额文本，如 "{example}"')
    for scale, example in ((Scale.YUAN, "47896404"), (Scale.WAN, "4789.6404"))
}
"""What belongs where an amount stands, in both languages."""


@frozen(eq=False)
class Field:
    """One field of a model class: its name is the key in a file."""

    attribute: attrs.Attribute[Any]
    name: str
    kind: FieldKind
    required: bool


@frozen(eq=False)
class Shape:
    """A class of the model and its fields, in their order."""

    cls: type
    fields: dict[str, Field]

    def outside(self, keys: tuple[str, ...]) -> dict[str, Field]:
        """The fields that are left where those of ``keys`` stand outside the object, as the keys that lead to it."""
        return {name: field for name, field in self.fields.items() if name not in keys}


@cache
def shape_of(cls: type) -> Shape:
    """The shape of a class of the model."""
    fields: dict[str, Field] = {}
    for attribute in attrs.fields(cls):
        if attribute.init:
            name = attribute.name
            fields[name] = Field(attribute, name, kind_of(attribute), attribute.default is attrs.NOTHING)
    return Shape(cls, fields)


def item_class(kind: FieldKind) -> type:
    """The class of an object or of the items of a list."""
    # A unit has accounts, which have a department, which has units: one class is named before it exists.
    return FinalAccounts if kind.item == FinalAccounts.__name__ else cast(type, kind.item)


@cache
def members(field: Field) -> tuple[str, ...]:
    """The words that a field of an enumeration takes."""

    def takes(word: str) -> bool:
        try:
            convert_field(field.attribute, word)
        except InvalidInputError:
            return False
        return True

    return tuple(word for word in (member.value for member in field.kind.item) if takes(word))


def wanted(field: Field, scale: Scale) -> tuple[str, str]:
    """What belongs into a field, in both languages."""
    kind = field.kind
    match kind.name:
        case "amount":
            return AMOUNT_WORDS[scale]
        case "score":
            return 'a score as a text such as "95.42"', '分值文本，如 "95.42"'
        case "count":
            return "a whole number such as 12", "整数，如 12"
        case "year":
            return "a year such as 2023", "年度，如 2023"
        case "texts":
            return 'a list of texts (["...", "..."])', '文本列表（["……"，"……"]）'
        case "enum" | "nature":
            *most, last = members(field)
            return f"one of {', '.join(most)} or {last}", f" {'、'.join(most)}或 {last}"
        case "list" if not kind.key:
            return LIST
        case "object" | "list" | "topics" | "stated":
            return OBJECT
        case _:
            return "a text", "文本"
