"""From accounts and a layout to the table: which cells stand where, and how each amount is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import govfinance.catalog as catalog
from govfinance.calc import Cells, from_fen
from govfinance.errors import IncompleteAccountsError, Problem
from govfinance.model import FinalAccounts, FundSource, PublicTable, StateAssets
from govfinance.money import NumberFormat, Scale
from govfinance.tables._header import heading_rows
from govfinance.tables._layout import (
    BudgetAndActual,
    ByCode,
    CodeStyle,
    Column,
    Lanes,
    Layout,
    Line,
    List,
    Place,
    Sides,
    TableForm,
)
from govfinance.tables._table import Cell, CellKind, Row, Table, new_cell
from govfinance.zh import chinese_numeral

__all__ = ["tabulate_with"]

_BLANK: Final = Cell(CellKind.BLANK)
_FUNDS: Final = frozenset(fund.key for fund in FundSource)
_ASSETS: Final = frozenset(StateAssets.__annotations__)
"""Rows of 公开11表 that are counts of the same name."""


def tabulate_with(
    accounts: FinalAccounts, form: TableForm, *, scale: Scale | None = None, partial: bool = False
) -> tuple[Table, ...]:
    """All public tables of the accounts. What was not supplied raises `IncompleteAccountsError`, unless ``partial``."""
    cells = Cells(accounts)
    tables = tuple(_Builder(cells, form, scale).table(layout) for layout in form.layouts)
    missing = tuple(dict.fromkeys(path for table in tables for path in table.missing))
    if missing and not partial:
        raise IncompleteAccountsError(
            Problem(
                "not-supplied",
                "not supplied, and a public table prints it (zero has to be said: missing is not zero)",
                "未提供，而决算表需要此数（为零也应写明：缺失不等于零）",
                path,
            )
            for path in missing
        )
    return tables


class _Builder:
    """Builds the tables of one form."""

    def __init__(self, cells: Cells, form: TableForm, scale: Scale | None) -> None:
        self.cells = cells
        self.accounts = cells.accounts
        self.form = form
        printing = form.printing
        self.format: NumberFormat = printing.yuan if scale is Scale.YUAN else printing.format
        self.nil = printing.nil
        named = [item for item in self.accounts.functional if item.name is not None]
        self.own_names = {item.code.text: item.name for item in named}
        self.fund_names = {(item.fund.key, item.code.text): item.name for item in named}
        self.missing: dict[str, None] = {}
        self.filled = False

    def table(self, layout: Layout) -> Table:
        """One table."""
        self.missing = {}
        self.filled = False
        header, body = self._rows(layout)
        if layout.table in PARTLY and not self.cells.itemised(layout.table):
            self.missing[self.cells.place(layout.table)] = None
        accounts = self.accounts
        words = {"name": accounts.department.name, "year": accounts.year, "level": accounts.level.official}
        notes = [note.format(**words) for note in layout.notes]
        if layout.nothing and not self.filled and not self.missing:
            notes.append(layout.nothing.format(**words))
        return Table(
            table=layout.table,
            number=layout.number,
            title=layout.title,
            name=accounts.department.name,
            year=accounts.year,
            format=self.format,
            unit_note=self.form.unit_note.format(scale=self.format.unit),
            header=tuple(header),
            body=tuple(body),
            notes=tuple(notes),
            landscape=layout.landscape,
            missing=tuple(self.missing),
        )

    def _rows(self, layout: Layout) -> tuple[list[Row], list[Row]]:
        match layout:
            case Sides():
                return self._sides(layout)
            case ByCode():
                return self._by_code(layout)
            case Lanes():
                return self._lanes(layout)
            case BudgetAndActual():
                return self._budget_and_actual(layout)
            case List():
                return self._list(layout)

    # Cells

    def amount(self, table: PublicTable, row: str, column: str) -> Cell:
        """The cell of an amount; what was not supplied is noted and left blank."""
        address = (table, row, column)
        fen = self.cells.value(address)
        text = f"{table.key}/{row}/{column}"
        if fen:
            self.filled = True
            exact = from_fen(fen)
            assert exact is not None
            printed = self.format.print(exact)
            return new_cell(CellKind.AMOUNT, printed.text, text, exact, self.format.round(exact))
        if fen is None:
            for path in self.cells.figure(address).missing():
                self.missing[path] = None
            return new_cell(CellKind.AMOUNT, "", text)
        zero = from_fen(0)
        return new_cell(CellKind.AMOUNT, self.nil, text, zero, zero)

    def code_cells(self, code: str, style: CodeStyle, depth: int) -> list[Cell | None]:
        """The cells of a code: one, or one for each level of the table."""
        if style is CodeStyle.JOINED:
            return [new_cell(CellKind.CODE, code)]
        parts = [code[:3], *(code[start : start + 2] for start in range(3, len(code), 2))]
        return [new_cell(CellKind.CODE, part) if part else _BLANK for part in [*parts, "", ""][:depth]]

    def name(self, code: str, table: PublicTable | None = None) -> str:
        """The official name of a code, or the one that the accounts give; in the table of a budget that of its own item."""
        if table is not None and table.key in _FUNDS:
            own = self.fund_names.get((table.key, code))
        else:
            own = self.own_names.get(code)
        if own is not None:
            return own
        named = catalog.name_in(code, self.accounts.year)
        return code if named is None else named.name

    # Shapes

    def _by_code(self, layout: ByCode) -> tuple[list[Row], list[Row]]:
        split = layout.codes is CodeStyle.SPLIT
        depth = 3 if split else 1
        code_paths = [(*layout.code_headings, part) for part in "类款项"] if split else [layout.code_headings]
        paths = [*code_paths, layout.name_headings, *(column.headings for column in layout.columns)]
        header = heading_rows(paths)
        amounts = len(layout.columns)
        if layout.numbered:
            header.append(_numbers(depth + 1, amounts))
        body: list[Row] = []
        for code, row in self.cells.rows(layout.table).items():
            if code.isdigit() and any(value != 0 for value in row):
                label = new_cell(CellKind.LABEL, self.name(code, layout.table), level=len(code) // 2 - 1)
                values = [self.amount(layout.table, code, column.key) for column in layout.columns]
                body.append((*self.code_cells(code, layout.codes, depth), label, *values))
        if not body:
            body = [(_BLANK,) * (depth + 1 + amounts)] * layout.blank_rows
        total_label = new_cell(CellKind.LABEL, layout.total_label, columns=depth + 1, centered=True)
        total = (
            total_label,
            *(None,) * depth,
            *(self.amount(layout.table, "total", column.key) for column in layout.columns),
        )
        return header, [total, *body] if layout.total is Place.FIRST else [*body, total]

    def _sides(self, layout: Sides) -> tuple[list[Row], list[Row]]:
        left_head, right_head = layout.headings
        row_number = [(left_head, "行次")] if layout.numbered else []
        right_number = [(right_head, "行次")] if layout.numbered else []
        paths = [
            (left_head, layout.item),
            *row_number,
            *((left_head, *column.headings) for column in layout.left),
            (right_head, layout.item),
            *right_number,
            *((right_head, *column.headings) for column in layout.right),
        ]
        header = heading_rows(paths)
        body: list[Row] = []
        numbered = layout.numbered
        blocks = [(self._lines(left, layout), self._lines(right, layout)) for left, right in layout.blocks]
        height = sum(max(len(left), len(right)) for left, right in blocks)
        for left, right in blocks:
            count = max(len(left), len(right))
            for line, other in zip(_filled(left, count), _filled(right, count), strict=True):
                number = len(body) + 1
                body.append(
                    (
                        *self._side(line, layout.table, layout.left, number if numbered else 0),
                        *self._side(other, layout.table, layout.right, number + height if numbered else 0),
                    )
                )
        return header, body

    def _lines(self, lines: Iterable[Line], layout: Sides) -> list[Line]:
        found: list[Line] = []
        for line in lines:
            if line.row != "classes":
                found.append(line)
                continue
            known = layout.classes
            own = [row for row in self.cells.rows(layout.table) if row.isdigit()]
            spent = [code for code in own if any(self.cells.rows(layout.table)[code])]
            codes = [*known, *(code for code in spent if code not in known)]
            found.extend(Line(f"{chinese_numeral(n)}、{self.name(code)}", code) for n, code in enumerate(codes, 1))
        return found

    def _side(self, line: Line, table: PublicTable, columns: Sequence[Column], number: int) -> list[Cell]:
        label = new_cell(CellKind.LABEL, line.label, level=line.level, centered=line.centered) if line.label else _BLANK
        numbers = [new_cell(CellKind.NUMBER, str(number))] if number else []
        if not line.row:
            return [label, *numbers, *[_BLANK] * len(columns)]
        return [label, *numbers, *(self.amount(table, line.row, column.key) for column in columns)]

    def _lanes(self, layout: Lanes) -> tuple[list[Row], list[Row]]:
        split = layout.codes is CodeStyle.SPLIT
        depth = 2 if split else 1
        code_paths = [(*layout.code_headings, part) for part in "类款"] if split else [layout.code_headings]
        paths = [*code_paths, layout.name_headings, layout.amount_headings] * len(layout.lanes)
        header = heading_rows(paths, lanes=len(layout.lanes))
        rows = self.cells.rows(layout.table)
        printed = {code: row for code, row in rows.items() if code.isdigit()}
        lanes = [self._lane(classes, printed, layout.left_out) for classes in layout.lanes]
        known = {code[:3] for lane in lanes for code in lane}
        lanes[-1].extend(code for code, row in printed.items() if code[:3] not in known and any(row))
        height = max(len(lane) for lane in lanes)
        width = depth + 2
        body: list[Row] = []
        for number in range(height):
            cells: list[Cell | None] = []
            for lane in lanes:
                if number >= len(lane):
                    cells.extend([_BLANK] * width)
                    continue
                code = lane[number]
                label = new_cell(CellKind.LABEL, self.name(code), level=(len(code) - 3) // 2)
                cells.extend(
                    [*self.code_cells(code, layout.codes, depth), label, self.amount(layout.table, code, "actual")]
                )
            body.append(tuple(cells))
        body.extend(self._footer(footer, layout, width) for footer in layout.footers)
        return header, body

    def _lane(
        self, classes: Sequence[str], printed: dict[str, list[int | None]], left_out: frozenset[str]
    ) -> list[str]:
        official = [entry.code.text for entry in catalog.economic_entries(self.accounts.year)]
        spent = {code for code, row in printed.items() if any(row)}
        found: list[str] = []
        for owner in classes:
            codes = {code for code in official if code.startswith(owner) and code not in left_out}
            found.extend(sorted(codes | {code for code in spent if code.startswith(owner)}))
        return found

    def _footer(self, lines: Sequence[Line], layout: Lanes, width: int) -> Row:
        cells: list[Cell | None] = []
        lanes = len(layout.lanes)
        for number, line in enumerate(lines):
            span = lanes - number if number == len(lines) - 1 else 1
            columns = span * width - 1
            cells.append(new_cell(CellKind.LABEL, line.label, columns=columns, centered=True))
            cells.extend([None] * (columns - 1))
            cells.append(self.amount(layout.table, line.row, "actual"))
        return tuple(cells)

    def _budget_and_actual(self, layout: BudgetAndActual) -> tuple[list[Row], list[Row]]:
        measures = ((self._budget(layout), layout.budget_heading), ("actual", layout.actual_heading))
        if layout.paired:
            columns = [(column, *measure) for column in layout.columns for measure in measures]
            paths = [(*column.headings, heading) for column, _, heading in columns]
        else:
            columns = [(column, *measure) for measure in measures for column in layout.columns]
            paths = [(heading, *column.headings) for column, _, heading in columns]
        header = heading_rows(paths)
        if layout.numbered:
            header.append(tuple(new_cell(CellKind.NUMBER, str(number)) for number in range(1, len(paths) + 1)))
        return header, [tuple(self.amount(layout.table, measure, column.key) for column, measure, _ in columns)]

    def _budget(self, layout: BudgetAndActual) -> str:
        """The budget of the form; a department that was founded in the year had only 全年预算."""
        founded, initial = self.accounts.department.founded, (layout.table, "initial", "total")
        new = founded is not None and founded >= self.accounts.year
        return "adjusted" if new and self.cells.value(initial) is None else layout.budget

    def _list(self, layout: List) -> tuple[list[Row], list[Row]]:
        paths = [(layout.item,), *([("行次",)] if layout.numbered else []), (layout.heading,)]
        body: list[Row] = []
        for number, line in enumerate(layout.lines, 1):
            label = new_cell(CellKind.LABEL, line.label, level=line.level)
            numbers = [new_cell(CellKind.NUMBER, str(number))] if layout.numbered else []
            body.append((label, *numbers, self._listed(layout.table, line.row)))
        return heading_rows(paths), body

    def _listed(self, table: PublicTable, row: str) -> Cell:
        if not row:
            return _BLANK
        if row not in _ASSETS and row != "vehicles":
            return self.amount(table, row, "actual")
        address = f"{table.key}/{row}/actual"
        assets = self.accounts.state_assets
        if assets is None:
            self.missing["state_assets"] = None
            return new_cell(CellKind.COUNT, "", address)
        count: int = getattr(assets, row)
        self.filled = self.filled or bool(count)
        shown = from_fen(count * 100)
        return new_cell(CellKind.COUNT, f"{count:,}" if count else self.nil.split(".")[0], address, None, shown)


PARTLY: Final = (PublicTable.REVENUE, PublicTable.EXPENDITURE, PublicTable.GENERAL_PUBLIC, PublicTable.BASIC)
"""The tables of which the totals alone are not enough."""


def _filled(lines: Sequence[Line], count: int) -> list[Line]:
    return [*lines, *[Line()] * (count - len(lines))]


def _numbers(before: int, amounts: int) -> Row:
    label = new_cell(CellKind.HEADING, "栏次", columns=before)
    numbers = [new_cell(CellKind.NUMBER, str(number)) for number in range(1, amounts + 1)]
    return (label, *(None,) * (before - 1), *numbers)
