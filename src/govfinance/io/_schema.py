"""The JSON Schema of the format, made from the metadata of the model: it accepts what `loads` accepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from govfinance.io._patterns import ADDRESS, SCORE, TEXT, TOPIC, amount, codes
from govfinance.io._shape import FORMAT, SCALES, Field, item_class, members, shape_of
from govfinance.model import TOPICS, FinalAccounts, FunctionalItem, Remarks, Stated
from govfinance.money import Scale

__all__ = ["Schema", "schema"]

Schema: TypeAlias = dict[str, Any]


def schema() -> Schema:
    """The JSON Schema (draft 2020-12) of the format.

    It accepts the same values as `loads`. What it cannot see: a key that stands twice in one object, bytes that are no
    UTF-8, and objects that are nested more deeply than can be followed.

    >>> schema()["properties"]["scale"]
    {'enum': ['元', '万元']}
    """
    definitions: dict[str, Schema] = {"text": {"type": "string", "pattern": TEXT}}
    definitions["remarks"] = _remarks()
    yuan, wan = (_Definitions(scale, definitions).accounts() for scale in SCALES)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "部门决算 (final accounts); amounts are texts in the scale that the file names",
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "scale": {"enum": [scale.value for scale in SCALES]}},
        "required": ["format", "scale"],
        "if": {"properties": {"scale": {"const": Scale.WAN.value}}},
        "then": wan,
        "else": yuan,
        "$defs": dict(sorted(definitions.items())),
    }


def _to(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_TEXT = _to("text")


def _closed(properties: Mapping[str, Schema], required: Iterable[str] = (), **more: Any) -> Schema:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        **({"required": [*required]} if required else {}),
        **more,
        "additionalProperties": False,
    }


def _remarks() -> Schema:
    topics = {topic: {**_TEXT, "description": meaning} for topic, meaning in TOPICS.items()}
    return _closed(topics, patternProperties={TOPIC: _TEXT})


def _description(cls: type) -> Schema:
    """What the class says of itself, unless it speaks of 元, which a file need not be in."""
    text = " ".join((cls.__doc__ or "").split("\n\n")[0].split())
    return {} if "元" in text else {"description": text}


class _Definitions:
    """The definitions of one scale; those in which no amount stands are the same for both."""

    def __init__(self, scale: Scale, made: dict[str, Schema]) -> None:
        self.scale = scale
        self.made = made

    def accounts(self) -> Schema:
        """The accounts of the file itself, which have the first two keys beside their own."""
        self.object(FinalAccounts)
        own = self.made[self.name(FinalAccounts)]
        return {**own, "properties": {"format": True, "scale": True, **own["properties"]}}

    def name(self, cls: type) -> str:
        return f"{cls.__name__}-{self.scale.name.lower()}" if _has_amounts(cls) else cls.__name__

    def object(self, cls: type, keys: tuple[str, ...] = ()) -> Schema:
        """A reference to the objects of a class, without the fields that stand outside."""
        if cls is Remarks:
            return _to("remarks")
        if cls is Stated:
            return self.stated()
        name = self.name(cls)
        if name not in self.made:
            self.made[name] = {}  # accounts have units that have accounts
            fields = shape_of(cls).outside(keys)
            self.made[name] = {
                **_description(cls),
                **_closed(
                    {name: self.field(field) for name, field in fields.items()},
                    [name for name, field in fields.items() if field.required],
                ),
            }
        return _to(name)

    def field(self, field: Field) -> Schema:
        kind = field.kind
        match kind.name:
            case "amount":
                return self.amount(signed=kind.signed)
            case "score":
                return {"type": "string", "pattern": SCORE}
            case "count" | "year":
                least, greatest = kind.bounds or (0, 0)
                return {"type": "integer", "minimum": least, "maximum": greatest}
            case "texts":
                return {"type": "array", "items": _TEXT}
            case "enum" | "nature":
                return {"enum": [*members(field)]}
            case "object":
                return self.object(item_class(kind))
            case "list" if kind.key:
                return self.keyed(item_class(kind), kind.key)
            case "list":
                return {"type": "array", "items": self.object(item_class(kind))}
            case _:
                return _TEXT

    def amount(self, *, signed: bool) -> Schema:
        name = f"{'signed-' if signed else ''}amount-{self.scale.name.lower()}"
        self.made[name] = {
            "description": f"以{self.scale.value}为单位",
            "type": "string",
            "pattern": amount(self.scale, signed=signed),
        }
        return _to(name)

    def stated(self) -> Schema:
        name = self.name(Stated)
        self.made[name] = _closed({}, patternProperties={ADDRESS: self.amount(signed=True)})
        return _to(name)

    def keyed(self, cls: type, keys: tuple[str, ...]) -> Schema:
        """Objects within objects, by the keys of the items."""
        result = self.object(cls, keys)
        for key in reversed(keys):
            field = shape_of(cls).fields[key]
            if field.kind.item is not None:
                official = {member.value: member.official for member in field.kind.item}
                result = _closed({word: {**result, "title": official[word]} for word in members(field)})
            else:
                result = self.coded(cls, result)
        return result

    def coded(self, cls: type, item: Schema) -> Schema:
        """An object whose keys are known codes."""
        name = self.name(cls).replace("Item", "Items")
        is_functional = shape_of(cls).fields["code"].kind.name == "functional_code"
        patterns: dict[str, Schema] = {}
        for pattern, names in codes("2" if is_functional else "3", items=is_functional).values():
            named = {"properties": {"class_name": {"enum": [*names]}}} if cls is FunctionalItem else {}
            patterns[pattern] = {**item, **named}
        self.made[name] = _closed({}, patternProperties=patterns)
        return _to(name)


def _has_amounts(cls: type, seen: frozenset[type] = frozenset()) -> bool:
    """Whether an amount stands anywhere in the objects of a class."""
    if cls is Stated:
        return True
    if cls is Remarks or cls in seen:
        return False
    kinds = [field.kind for field in shape_of(cls).fields.values()]
    return any(
        kind.name == "amount" or (kind.name in ("object", "list") and _has_amounts(item_class(kind), seen | {cls}))
        for kind in kinds
    )
