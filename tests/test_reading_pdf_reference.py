"""Reading the PDF files of the reference: every cell of the tables and every paragraph of the narrative.

What is expected was transcribed by people: `gold.json` and `narrative.txt` beside the documents.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from govfinance.document import PublishedDocument, PublishedTable
from govfinance.io._published._pdf import read_pdf

CODED = ("T2", "T3", "T5")


@cache
def document(folder: Path, name: str = "disclosure.pdf") -> PublishedDocument:
    return read_pdf((folder / "putuo-finance-2024" / name).read_bytes(), name)


@cache
def gold(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "putuo-finance-2024" / "gold.json").read_text(encoding="utf-8"))
    return loaded


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


def table_on(document: PublishedDocument, page: int) -> PublishedTable:
    """The last table that begins on a page."""
    return [table for _, table in document.tables() if table.pages[0] == page][-1]


def plain_amount(text: str) -> str:
    return text.replace(",", "")


def row_of_code(table: PublishedTable, code: str) -> tuple[str, ...]:
    cells = (code[:3], code[3:5], code[5:])
    (row,) = [row for row in table.rows if row[:3] == cells]
    return row


def column_of(table: PublishedTable, name: str) -> int:
    (column,) = {number for row in table.rows[:4] for number, cell in enumerate(row) if solid(cell) == name}
    return column


def test_every_line_of_the_narrative_is_a_paragraph(reference: Path) -> None:
    lines = (reference / "putuo-finance-2024" / "narrative.txt").read_text(encoding="utf-8").splitlines()
    texts = [solid(text.text) for _, text in document(reference).texts()]
    start = len(texts) - 1 - texts[::-1].index(solid(lines[0]))  # the table of contents has it too
    assert [solid(line) for line in lines if line.strip()] == texts[start : start + len(lines)]


@pytest.mark.parametrize("name", CODED)
def test_every_amount_of_a_table_by_code_is_in_its_row_and_column(reference: Path, name: str) -> None:
    expected = gold(reference)["tables"][name]
    table = table_on(document(reference), expected["pages"][0])
    assert expected["pages"] == sorted(set(table.pages) & set(expected["pages"]))
    columns = {column: column_of(table, column) for column in expected["columns"]}
    for row in expected["rows"]:
        found = row_of_code(table, row["code"])
        assert row["name"] == solid(found[3])
        cells = {column: plain_amount(found[at]) for column, at in columns.items() if found[at]}
        assert row["cells"] == cells
    (total,) = [row for row in table.rows if "合计" in row[:4]]
    assert expected["total"] == {column: plain_amount(total[at]) for column, at in columns.items() if total[at]}


def test_every_amount_of_the_first_table_is_beside_its_label(reference: Path) -> None:
    expected = gold(reference)["tables"]["T1"]
    table = table_on(document(reference), 6)
    assert expected["pages"] == sorted(set(table.pages))
    for side, column in (("income", 0), ("expenditure", 2)):
        labels = [solid(row[column]) for row in table.rows[2:] if row[column]]
        assert expected["all_labels"][side] == labels
        found = [(solid(row[column]), plain_amount(row[column + 1])) for row in table.rows[2:] if row[column + 1]]
        assert [(item["item"], item["amount"]) for item in expected[side]] == found


def test_every_amount_of_the_fourth_table_is_beside_its_label(reference: Path) -> None:
    expected = gold(reference)["tables"]["T4"]
    table = table_on(document(reference), 12)
    amounts = [plain_amount(cell) for row in table.rows for cell in row if re.fullmatch(r"[0-9,]+\.[0-9]{2}", cell)]
    printed = re.findall(r'"([0-9]+\.[0-9]{2})"', json.dumps({key: expected[key] for key in ("income", "expenditure")}))
    assert sorted(printed) == sorted(amounts)
    for item in expected["income"]:
        label = item["item"].split("/")[-1]
        assert any(solid(row[0]) == label and plain_amount(row[1]) == item["amount"] for row in table.rows)
    for label in expected["all_labels"]["expenditure"]:
        assert any(solid(row[2]) == label for row in table.rows), label


def test_every_amount_of_the_economic_table_is_in_its_lane(reference: Path) -> None:
    expected = gold(reference)["tables"]["T6"]
    table = table_on(document(reference), 16)
    for side, first in (("personnel_rows", 0), ("public_rows", 4)):
        for item in expected[side]:
            (row,) = [
                row[first : first + 4]
                for row in table.rows
                if row[first] == item["code"][:3] and row[first + 1] == item["code"][3:]
            ]
            assert item["name"] == solid(row[2])
            assert (item.get("amount") or "") == plain_amount(row[3])
    amounts = {plain_amount(cell) for cell in table.rows[-1] if cell}
    assert set(expected["totals"].values()) <= amounts


def test_the_blank_form_has_its_nine_tables_each_after_its_title(reference: Path) -> None:
    form = document(reference, "official-blank-form.pdf")
    tables = [number for number, table in form.tables() if table.pages[0] != 4]
    titles = [form.blocks[number - 2] for number in tables]
    assert [gold(reference)["tables"][f"T{number}"]["title"] for number in range(1, 10)] == [
        solid(getattr(title, "text", "")) for title in titles
    ]


def test_each_character_of_a_paragraph_has_its_address(reference: Path) -> None:
    for name in ("disclosure.pdf", "official-blank-form.pdf"):
        for _, text in document(reference, name).texts():
            assert len(text.text) == len(getattr(text.origin, "at", ()))
