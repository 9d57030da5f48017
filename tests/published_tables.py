"""Documents of tables: the tables of accounts, or rows of cells, as a reader of files finds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from govfinance.document import Place, PublishedDocument, PublishedTable, PublishedText
from govfinance.tables import Cell, CellKind, Table

Quantities: TypeAlias = dict[tuple[str, str, str], Place]
"""Subject, measure and printed text of each cell, with its place."""


def published(tables: Iterable[Table]) -> PublishedDocument:
    """The tables with titles and units as paragraphs before them, and notes below."""
    blocks: list[PublishedText | PublishedTable] = []
    for table in tables:
        above = (table.title, f"{table.number} 部门：{table.name}", f"{table.year}年度", table.unit_note)
        blocks.extend(PublishedText(text=text) for text in above)
        blocks.append(PublishedTable(rows=tuple(tuple("" if c is None else c.text for c in r) for r in rows_of(table))))
        blocks.extend(PublishedText(text=note) for note in table.notes)
    return PublishedDocument(kind="docx", blocks=tuple(blocks))


def rows_of(table: Table) -> list[tuple[Cell | None, ...]]:
    """Header and body."""
    return [*table.header, *table.body]


def quantities(tables: Iterable[Table], document: PublishedDocument) -> Quantities:
    """What each amount cell of the tables is, and where it stands in the document made of them."""
    found: Quantities = {}
    for (block, _), table in zip(document.tables(), tables, strict=True):
        for number, row in enumerate(rows_of(table)):
            for column, cell in enumerate(row):
                if cell is None or cell.kind not in (CellKind.AMOUNT, CellKind.COUNT):
                    continue
                name, key, rest = cell.address.split("/")
                said = (f"{name}/{rest}", key) if name == "three_public" else (cell.address, "actual")
                text = "" if cell.text in ("-", "—") else cell.text
                place = Place(block=block, row=number, column=column, start=0, end=len(cell.text))
                found[(*said, text)] = place
    return found


def of_sheets(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> PublishedDocument:
    """Sheets of a workbook, each as one table of texts."""
    tables = []
    for name, rows in sheets.items():
        width = max((len(row) for row in rows), default=0)
        if width:
            texts = tuple(tuple(shown(value) for value in [*row, *[""] * (width - len(row))]) for row in rows)
            tables.append(PublishedTable(rows=texts, sheet=name))
    return PublishedDocument(kind="xlsx", blocks=tuple(tables))


def shown(value: Any) -> str:
    """A value as a spreadsheet program prints it."""
    if isinstance(value, float):
        return f"{value:,.2f}" if round(value, 2) == round(value, 6) else f"{value:,.6f}"
    return "" if value is None else str(value)


def titled(title: str, *rows: Sequence[str], above: Sequence[str] = ("单位：万元",)) -> PublishedDocument:
    """A document of one table with paragraphs above it."""
    return PublishedDocument(
        blocks=(*(PublishedText(text=text) for text in (title, *above)), PublishedTable(rows=tuple(map(tuple, rows))))
    )
