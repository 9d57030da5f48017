"""Whether a layout fits its table: its shape, its rows and columns, its codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from attrs import fields, frozen

from govfinance.calc import COLUMNS, Cells
from govfinance.jurisdictions._source._node import Node, Problems, Table
from govfinance.model import Department, FinalAccounts, PublicTable, StateAssets
from govfinance.tables import BudgetAndActual, ByCode, Column, Lanes, Line, List, Sides

__all__ = ["SHAPES", "check_layout"]

_T = PublicTable
SHAPES: Final[Mapping[PublicTable, type]] = {
    _T.TOTALS: Sides,
    _T.REVENUE: ByCode,
    _T.EXPENDITURE: ByCode,
    _T.FISCAL: Sides,
    _T.PROJECTS: ByCode,
    _T.GENERAL_PUBLIC: ByCode,
    _T.BASIC: Lanes,
    _T.PROJECT: Lanes,
    _T.GOVERNMENT_FUND: ByCode,
    _T.STATE_CAPITAL: ByCode,
    _T.THREE_PUBLIC: BudgetAndActual,
    _T.INSTITUTION: List,
}
"""The shape in which each table can be laid out."""


def check_layout(layout: Any, known: Table, node: Node, problems: Problems) -> None:
    """Complain of what no accounts have: ``known`` are the nodes of the fields of the layout."""
    checks = _Checks(layout.table, known, node, problems)
    _CHECKS[type(layout)](checks, layout)
    for name in ("code_headings", "name_headings", "amount_headings"):
        if not getattr(layout, name, True):
            checks.complain(name, "no-heading", "expected at least one heading", "至少应有一个表头")


@frozen
class _Checks:
    table: PublicTable
    known: Table
    node: Node
    problems: Problems

    def complain(self, key: str, code: str, en: str, zh: str) -> None:
        self.problems.add(self.known.get(key, self.node), code, en, zh)

    def columns(self, key: str, columns: Iterable[Column], allowed: Collection[str]) -> None:
        """The columns that the table has, each with a heading."""
        columns = list(columns)
        if not columns:
            self.complain(key, "no-column", "expected at least one column", "至少应有一栏")
        for number, column in enumerate(columns):
            if column.key not in allowed:
                self.unknown(self.known[key].value[number], "column", "栏", column.key, allowed)
            if not column.headings:
                self.complain(key, "no-heading", "expected at least one heading", "至少应有一个表头")

    def rows(self, key: str, lines: Iterable[Line], allowed: Collection[str]) -> None:
        """The rows that the table has."""
        for line in lines:
            if line.row and line.row not in allowed:
                place = _place(self.known[key], line.row) or self.known[key]
                self.unknown(place, "row", "行", line.row, allowed)

    def codes(self, key: str, codes: Iterable[str], pattern: str, what: str) -> None:
        """Codes of a kind, each once."""
        codes = list(codes)
        for code in codes:
            if re.fullmatch(pattern, code) is None:
                self.complain(
                    key,
                    "bad-code",
                    f"expected codes such as {what}, got {code!r}",
                    f"应为 {what} 这样的编码，实际为“{code}”",
                )
        if len(set(codes)) < len(codes):
            self.complain(key, "duplicate", "expected each code once", "编码重复")

    def unknown(self, place: Node, what: str, what_zh: str, name: str, allowed: Iterable[str]) -> None:
        english, chinese = f"{what} of {self.table.value}", f"{self.table.official}的{what_zh}"
        self.problems.unknown(place, f"unknown-{what}", english, chinese, name, allowed)


def _place(node: Node, row: str) -> Node | None:
    """The line of a row, wherever in a list it stands."""
    if isinstance(node.value, dict):
        return node if "row" in node.value and node.value["row"].value == row else None
    found = (_place(inner, row) for inner in node.value if isinstance(node.value, list))
    return next((place for place in found if place is not None), None)


@lru_cache(maxsize=16)
def _rows(table: PublicTable) -> tuple[str, ...]:
    """The rows of a table apart from those by code, in their order."""
    nobody = FinalAccounts(department=Department(name="甲"), year=2024)
    return tuple(row for row in Cells(nobody).rows(table) if not row.isdigit())


def _sides(checks: _Checks, layout: Sides) -> None:
    columns = COLUMNS[layout.table]
    checks.columns("left", layout.left, ("actual",))
    checks.columns("right", layout.right, [name for name in columns if name != "actual"] or columns)
    rows = _rows(layout.table)
    end = rows.index("total") + 1
    for left, right in layout.blocks:
        checks.rows("blocks", left, rows[:end])
        checks.rows("blocks", right, ("classes", *rows[end:]))
    checks.codes("classes", layout.classes, "2[0-9]{2}", "201")


def _by_code(checks: _Checks, layout: ByCode) -> None:
    checks.columns("columns", layout.columns, COLUMNS[layout.table])


def _lanes(checks: _Checks, layout: Lanes) -> None:
    if not layout.lanes:
        checks.complain("lanes", "no-column", "expected at least one lane", "至少应有一栏")
    checks.codes("lanes", [code for lane in layout.lanes for code in lane], "3[0-9]{2}", "301")
    checks.codes("left_out", layout.left_out, "3[0-9]{2}(?:[0-9]{2})?", "31005")
    for footer in layout.footers:
        checks.rows("footers", footer, _rows(layout.table))
        if not 1 <= len(footer) <= len(layout.lanes) or any(not line.row for line in footer):
            most = len(layout.lanes)
            checks.complain(
                "footers",
                "bad-footer",
                f"expected a line with a row for each lane ({most}) or fewer in a footer",
                f"表尾各项均应有行，且不多于栏数（{most}）",
            )


def _budget_and_actual(checks: _Checks, layout: BudgetAndActual) -> None:
    checks.columns("columns", layout.columns, COLUMNS[layout.table])
    if layout.budget not in ("initial", "adjusted"):
        checks.complain("budget", "unknown-word", "expected initial or adjusted", "应为 initial 或 adjusted")


def _list(checks: _Checks, layout: List) -> None:
    counts = [one.name for one in fields(StateAssets)]
    checks.rows("lines", layout.lines, ["vehicles", *counts, *_rows(layout.table)])


_CHECKS: Final[Mapping[type, Callable[[_Checks, Any], None]]] = {
    Sides: _sides,
    ByCode: _by_code,
    Lanes: _lanes,
    BudgetAndActual: _budget_and_actual,
    List: _list,
}
