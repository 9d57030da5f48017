"""``[tables]``: the layouts of the public tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from govfinance.jurisdictions._source._conventions import read_format
from govfinance.jurisdictions._source._layouts import SHAPES, check_layout
from govfinance.jurisdictions._source._names import snake_case
from govfinance.jurisdictions._source._node import Node, Problems, Table
from govfinance.jurisdictions._source._outline import check_template
from govfinance.jurisdictions._source._structure import BAD, Structurer
from govfinance.model import PublicTable
from govfinance.money import Scale
from govfinance.tables import Layout, Printing, TableForm

__all__ = ["read_tables"]

_LAYOUTS: Final[Mapping[str, Any]] = {snake_case(cls.__name__): cls for cls in get_args(Layout)}
_TABLES: Final = {table.value: table for table in PublicTable}
_GENERAL: Final = ("order", "printing", "unit_note")
_NAMES: Final = ("name", "year", "level")


def read_tables(node: Node, problems: Problems) -> TableForm | None:
    """The tables of a form in their order; None where they were complained of."""
    table = problems.table(node, [*_GENERAL, *_TABLES])
    if table is None:
        return None
    told = len(problems.found)
    layouts = {name: _layout(name, inner, problems) for name, inner in table.items() if name in _TABLES}
    general: Table = {name: inner for name, inner in table.items() if name in _GENERAL}
    order = general.pop("order", None)
    if order is None:
        problems.missing(node, "order", "the tables in their order", "各表的顺序")
        return None
    if "unit_note" in general and isinstance(general["unit_note"].value, str):
        check_template(general["unit_note"].value, ("scale",), general["unit_note"], problems)
    ordered = problems.items(order) or []
    problems.once("table", "表", [(one.value, one) for one in ordered])
    chosen = [problems.choice(one, "unknown-table", "table", "表", layouts) for one in ordered]
    hooks = {Printing: lambda inner: _printing(inner, problems)}
    made = Structurer(problems, hooks).build(TableForm, general, node, {"layouts": tuple(chosen)})
    return made if isinstance(made, TableForm) and len(problems.found) == told else None


def _printing(node: Node, problems: Problems) -> Any:
    """How amounts are printed in the tables."""
    table = problems.table(node, Structurer.names(Printing))
    if table is None:
        return BAD
    formats = {
        name: read_format(table.pop(name), problems, scale=scale)
        for name, scale in (("format", Scale.WAN), ("yuan", Scale.YUAN))
        if name in table
    }
    return BAD if BAD in formats.values() else Structurer(problems).build(Printing, table, node, formats)


def _layout(name: str, node: Node, problems: Problems) -> Any:
    table = problems.table(node)
    if table is None:
        return None
    if "layout" not in table:
        problems.missing(node, "layout", f"one of {', '.join(_LAYOUTS)}", f"{'、'.join(_LAYOUTS)} 之一")
        return None
    cls = problems.choice(table["layout"], "unknown-layout", "layout", "版式", _LAYOUTS)
    if cls is None:
        return None
    if cls is not SHAPES[_TABLES[name]]:
        shape = snake_case(SHAPES[_TABLES[name]].__name__)
        problems.add(table["layout"], "wrong-layout", f"this table is laid out as {shape}", f"该表的版式应为 {shape}")
        return None
    structurer = Structurer(problems)
    preset = {"table": _TABLES[name]}
    known = problems.table(node, ["layout", *structurer.names(cls, preset)]) or {}
    for template in [inner for key in ("notes", "nothing") if key in known for inner in _flat(known[key])]:
        check_template(template.value, _NAMES, template, problems)
    del known["layout"]
    made = structurer.build(cls, known, node, preset)
    if made is BAD:
        return None
    check_layout(made, known, node, problems)
    return made


def _flat(node: Node) -> list[Node]:
    """The texts of a node that is one or a list of them."""
    nodes = node.value if isinstance(node.value, list) else [node]
    return [one for one in nodes if isinstance(one.value, str)]
