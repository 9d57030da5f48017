"""One strict cattrs converter for each scale, made from the metadata of the model."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from cattrs.gen import make_dict_structure_fn, override
from cattrs.preconf.json import JsonConverter, make_converter

from govfinance.io._lists import keyed_hook, list_hook
from govfinance.io._objects import ItemHook, ObjectReader
from govfinance.io._reading import Hook, hook_of, read_remarks, reader_of, stated_hook
from govfinance.io._shape import Field, item_class, shape_of
from govfinance.io._writing import writer_for
from govfinance.model import FinalAccounts, Remarks, Stated
from govfinance.money import Scale

__all__ = ["converter_for"]


@cache
def converter_for(scale: Scale) -> JsonConverter:
    """The converter between accounts and the JSON values of a file in this scale."""
    converter = make_converter(detailed_validation=True, forbid_extra_keys=True, prefer_attrib_converters=True)
    converter.register_structure_hook(FinalAccounts, _Hooks(converter, scale).object(FinalAccounts))
    converter.register_unstructure_hook(FinalAccounts, writer_for(scale))
    return converter


class _Hooks:
    """The hooks of one converter while they are made."""

    def __init__(self, converter: JsonConverter, scale: Scale) -> None:
        self.converter = converter
        self.scale = scale
        self.made: dict[type, Hook] = {Remarks: read_remarks, Stated: stated_hook(scale)}

    def object(self, cls: type) -> Hook:
        """For a class all of whose fields stand in the object."""

        def later(value: Any, type_: Any) -> Any:
            return self.made[cls](value, type_)

        if cls not in self.made:
            self.made[cls] = later  # for who asks meanwhile: accounts have units that have accounts
            self.made[cls] = self.reader(cls, ()).hook()
        return self.made[cls]

    def item(self, cls: type, keys: tuple[str, ...]) -> ItemHook:
        """For a class whose objects stand under keys."""
        return self.reader(cls, keys).item_hook()

    def reader(self, cls: type, keys: tuple[str, ...]) -> ObjectReader:
        fields = shape_of(cls).outside(keys)
        composed = {name: self.composed(field) for name, field in fields.items()}
        plain = {name: reader_of(fields[name], self.scale) for name, hook in composed.items() if hook is None}
        hooks = {name: hook or hook_of(fields[name], self.scale) for name, hook in composed.items()}
        overrides: dict[str, Any] = {name: override(struct_hook=hook) for name, hook in hooks.items() if hook}
        structure: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, self.converter, **overrides)
        return ObjectReader(cls, structure, not overrides, fields, plain, self.scale)

    def composed(self, field: Field) -> Hook | None:
        """For a field that holds objects of the model; None for a plain one."""
        kind = field.kind
        match kind.name:
            case "object":
                return self.object(item_class(kind))
            case "list" if kind.key:
                cls = item_class(kind)
                return keyed_hook(self.item(cls, kind.key), tuple(shape_of(cls).fields[name] for name in kind.key))
            case "list":
                return list_hook(self.object(item_class(kind)))
            case _:
                return None
