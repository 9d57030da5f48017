"""The tables of generated accounts, and those of offices in every layout, read back into quantities and accounts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govfinance as gf
import tests.layouts as the
from govfinance.audit._accounts import accounts_of, rebuild
from govfinance.audit._tables import read_tables
from govfinance.calc import Cells
from govfinance.model import PublicTable
from govfinance.testing import final_accounts
from tests.published_tables import of_sheets, published, quantities
from tests.test_xlsx_layouts import LAYOUTS
from tests.test_xlsx_round_trip import FORMS, table_accounts

TABLES = {table.key: table for table in PublicTable}
AS_TEXT = sorted(LAYOUTS.keys() - {"with codes as floats"})  # in texts a code is no float


def compare(accounts: gf.FinalAccounts, form: tuple[str, int], scale: gf.Scale | None) -> None:
    tables = gf.tabulate(accounts, gf.jurisdiction(*form), partial=True, scale=scale)
    document = published(tables)
    expected = quantities(tables, document)
    initial = any(measure == "initial" for _, measure, _ in expected)
    read = read_tables(document, year=accounts.year, budget="initial" if initial else "adjusted")
    assert expected == {(value.subject, value.measure, value.number.printed): value.place for value in read.cells}
    assert ((), ()) == (read.troubles, read.unclaimed)
    assert [(table.table, table.format.scale) for table in tables] == [(one.table, one.scale) for one in read.tables]
    assert sum(bool(text) for _, _, text in expected) == read.seen
    assert {accounts.department.name} == {one.department.text for one in read.tables if one.department}
    assert {str(accounts.year)} == {one.year.text for one in read.tables if one.year}


@settings(max_examples=25)
@given(st.data(), st.sampled_from(FORMS), st.sampled_from([None, gf.Scale.YUAN]))
def test_each_printed_cell_is_read_as_what_it_is(
    data: st.DataObject, form: tuple[str, int], scale: gf.Scale | None
) -> None:
    compare(data.draw(table_accounts(*form)), form, scale)


@settings(max_examples=25)
@given(final_accounts(), st.sampled_from(FORMS))
def test_the_tables_of_any_accounts_are_read(accounts: gf.FinalAccounts, form: tuple[str, int]) -> None:
    compare(accounts, form, None)


@pytest.mark.parametrize("form", FORMS)
def test_the_tables_of_the_example_are_read(form: tuple[str, int]) -> None:
    compare(gf.load("examples/chifeng-justice-2023.json"), form, None)


@pytest.mark.parametrize("name", AS_TEXT)
def test_every_layout_gives_the_same_amounts(name: str) -> None:
    cells = Cells(the.accounts())
    for value in read_tables(of_sheets(LAYOUTS[name]()), year=2024).cells:
        table, row, *rest = value.subject.split("/")
        if table == "three_public":
            fen = cells.value((TABLES[table], value.measure, row))
        elif value.measure == "actual" and table != "institution":
            fen = cells.value((TABLES[table], row, rest[0]))
        else:
            continue
        assert fen is not None
        assert value.number.low <= fen * 100 <= value.number.high, value.subject


@pytest.mark.parametrize("name", AS_TEXT)
def test_every_layout_gives_the_same_accounts(name: str) -> None:
    assert the.accounts() == accounts_of(read_tables(of_sheets(LAYOUTS[name]()), year=2024), "甲县乙局", 2024)


def test_a_table_that_the_model_refuses_is_left_out_of_the_accounts() -> None:
    sheets = the.ministry()
    sheets["basic"] = [["30177" if value == "30101" else value for value in row] for row in sheets["basic"]]
    rebuilt = rebuild(read_tables(of_sheets(sheets), year=2024), "甲县乙局", 2024)
    assert [PublicTable.BASIC] == [table for table, _ in rebuilt.left_out]
    assert rebuilt.accounts is not None
    assert ((), the.accounts().functional) == (rebuilt.accounts.economic, rebuilt.accounts.functional)


def test_accounts_need_a_department_and_a_year() -> None:
    read = read_tables(of_sheets(the.ministry()), year=2024)
    assert (None, None) == (accounts_of(read, None, 2024), accounts_of(read, "甲县乙局", None))
