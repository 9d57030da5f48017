"""``[outline]`` and ``[sections]``: the narrative as a whole."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Final

from attrs import field, frozen

from govfinance.claims import Claim, role_of
from govfinance.jurisdictions._form import ChartSpec, Entry, Group, Item, Outline, SectionSpec
from govfinance.jurisdictions._source._node import Node, Problems, Table
from govfinance.jurisdictions._source._structure import BAD, Structurer
from govfinance.money import Printed
from govfinance.sentences import field_types
from govfinance.zh import MARKS

__all__ = ["Reader", "check_template"]

_KINDS: Final = {
    "topic": (Entry, {}),
    "group": (Group, {"group": "text", "items": "entries"}),
    "chart": (ChartSpec, {"chart": "caption"}),
}
"""The key that says what an item is, its class, and the keys that are not called as the fields are."""


_NAMES: Final = ("name", "year", "level")
"""What titles and headings can say of the accounts; ``Level`` is the English word at the beginning of a sentence."""
_ENGLISH: Final = (*_NAMES, "Level")
_MOST: Final = 99
"""Sections: so far count the numbers of official documents."""
_SHARES: Final = ("share", "rate", "item_rate")


def check_template(text: str, names: Iterable[str], node: Node, problems: Problems) -> None:
    """Complain of a heading or note that says anything but ``{name}`` of some names."""
    names = list(names)
    try:
        said = list(string.Formatter().parse(text))
    except ValueError as error:
        problems.add(
            node,
            "template-syntax",
            f"a brace that belongs to no {{name}} ({error}); write {{{{ for a brace",
            "花括号不成对；如需花括号请写 {{",
        )
        return
    for _, name, spec, conversion in said:
        if name is not None and (name not in names or spec or conversion):
            problems.unknown(node, "unknown-slot", "slot", "空位", name, names)


@frozen
class Reader:
    """Reads an outline; ``topics`` are those of its entries and ``charts`` those of its charts, with their places."""

    problems: Problems
    known: Mapping[str, type[Claim]]
    """The topics that there are, each with the class of its statements."""
    topics: list[tuple[str, Node]] = field(factory=list)
    charts: list[tuple[str, Node]] = field(factory=list)

    def outline(self, node: Node, sections: Table) -> Outline | None:
        """The outline, from ``[outline]`` and the tables of ``[sections]``."""
        table = self.problems.table(node, Structurer.names(Outline))
        if table is None:
            return None
        order = self.problems.items(table.pop("sections")) if "sections" in table else None
        if order is None and "sections" not in (node.value if isinstance(node.value, dict) else {}):
            self.problems.missing(node, "sections", "the order of the sections", "各节的顺序")
        if order == []:
            self.problems.add(node, "no-section", "expected at least one section in its order", "sections 至少应有一节")
        self.problems.once("section", "节", [(one.value, one) for one in order or []])
        if order is not None and len(order) > _MOST:
            self.problems.add(
                order[_MOST], "too-many", f"expected at most {_MOST} sections, got {len(order)}", f"至多 {_MOST} 节"
            )
        made = [self._section(one, sections) for one in (order or [])[:_MOST]]
        for key in ("title", "part"):
            self._template(table, key, _NAMES)
            self._template(table, f"{key}_en", _ENGLISH)
        self.problems.once("topic", "事项", self.topics)
        told = {topic for topic, _ in self.topics}
        for topic, place in self.charts:
            if topic in self.known and topic not in told:
                self.problems.add(
                    place,
                    "chart-without-entry",
                    f"a chart needs the statements of {topic} in the outline",
                    f"图表所用的 {topic} 应在提纲中",
                )
        outline = Structurer(self.problems).build(Outline, table, node, {"sections": tuple(made)})
        return outline if isinstance(outline, Outline) and None not in made and order is not None else None

    def _section(self, name: Node, sections: Table) -> SectionSpec | None:
        section = self.problems.choice(name, "unknown-section", "section", "节", sections)
        if section is None:
            return None
        if isinstance(section.value, dict):
            self._template(section.value, "title", _NAMES)
            self._template(section.value, "en", _ENGLISH)
        made = Structurer(self.problems, {Item: self._item}).object(SectionSpec, section)
        return made if isinstance(made, SectionSpec) else None

    def _template(self, table: Table, key: str, names: Iterable[str]) -> None:
        """Check the title or heading that a key gives."""
        if key in table and isinstance(table[key].value, str):
            check_template(table[key].value, names, table[key], self.problems)

    def _item(self, node: Node) -> Any:
        """An entry, a group or a chart."""
        table = self.problems.table(node)
        if table is None:
            return BAD
        kinds = [key for key in _KINDS if key in table and not (key == "topic" and "chart" in table)]
        if len(kinds) != 1:
            self.problems.add(
                node,
                "unknown-item",
                "expected one of the keys topic, group and chart",
                "应有 topic、group、chart 三键之一",
            )
            return BAD
        cls, renamed = _KINDS[kinds[0]]
        structurer = Structurer(self.problems, {Item: self._item})
        names = {name: name for name in structurer.names(cls) if name not in renamed.values()} | renamed
        known = self.problems.table(node, names) or {}
        made = structurer.build(cls, {names[key]: inner for key, inner in known.items()}, node)
        if made is not BAD:
            self._check(made, known)
        return made

    def _check(self, item: Any, table: Table) -> None:
        """What the types of the fields do not say."""
        if not isinstance(item, ChartSpec) and item.mark and item.mark not in MARKS:
            self.problems.unknown(table["mark"], "unknown-mark", "mark", "序号", item.mark, MARKS)
        if isinstance(item, Group):
            self._template(table, "group", _NAMES)
            self._template(table, "en", _ENGLISH)
            return
        if isinstance(item, ChartSpec):
            self._template(table, "chart", _NAMES)
            self._template(table, "title", _NAMES)
        (self.charts if isinstance(item, ChartSpec) else self.topics).append((item.topic, table["topic"]))
        if item.topic not in self.known:
            self.problems.unknown(table["topic"], "unknown-topic", "topic", "事项", item.topic, self.known)
            return
        cls: type = self.known[item.topic]
        if isinstance(item, Entry):
            self._template(table, "heading", _labels(cls))
            return
        for key, known in (("label", _labels(cls)), ("share", _shares(cls))):
            name = getattr(item, key)
            if name not in field_types(cls):
                self.problems.unknown(table[key], "unknown-field", "field", "字段", name, known)
            elif name not in known:
                fields, fields_zh = ", ".join(known) or "none", "、".join(known) or "无"
                self.problems.add(
                    table[key],
                    "wrong-field",
                    f"{name} of {cls.__name__} cannot be the {key} of a chart; those that can: {fields}",
                    f"{cls.__name__} 的 {name} 不能用作图表的 {key}；可用的字段：{fields_zh}",
                )


def _labels(cls: type) -> list[str]:
    """The fields of a class that say something by themselves, and are always there."""
    return [
        name
        for name, (kind, nullable) in field_types(cls).items()
        if not nullable and (kind in (str, int) or (isinstance(kind, type) and issubclass(kind, Enum)))
    ]


def _shares(cls: type) -> list[str]:
    """The fields of a class that are printed in per cent."""
    return [name for name, (kind, _) in field_types(cls).items() if kind is Printed and role_of(cls, name) in _SHARES]
