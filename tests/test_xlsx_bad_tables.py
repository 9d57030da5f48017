"""Tables with something wrong in them: each thing is told with sheet and cell, all at once, and no money is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import govfinance as gf
import tests.layouts as the
from tests.layouts import Rows, Tables, ministry, text
from tests.test_xlsx_layouts import LAYOUTS, split_as

pytest.importorskip("python_calamine", reason="needs python-calamine (govfinance[xlsx])")


def edited(tables: Tables | None = None, **cells: Any) -> Tables:
    """The tables with other things in some cells, such as ``revenue_D9``."""
    result = {name: [[*row] for row in rows] for name, rows in (tables or ministry()).items()}
    for place, value in cells.items():
        table, _, address = place.rpartition("_")
        row, column = int(address[1:]) - 1, ord(address[0]) - ord("A")
        rows = result[table]
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = value
    return result


def with_unit(table: str, unit: str) -> Tables:
    """One table with another note of the unit than the others."""
    return ministry() | the.renamed_units({table: ministry()[table]}, unit)


def without_headings() -> Tables:
    rows = ministry()["general_public"]
    return ministry() | {"general_public": [*rows[:3], *rows[5:]]}


WRONG: dict[str, tuple[Tables, list[tuple[str, str]]]] = {
    "an error": (edited(revenue_D9="#REF!"), [("error-cell", "revenue!D9")]),
    "an error in a total": (edited(totals_F33="#N/A"), [("error-cell", "totals!F33")]),
    "an error in the carry-over": (edited(totals_C35="#VALUE!"), [("error-cell", "totals!C35")]),
    "words for an amount": (edited(revenue_D9="约120万"), [("not-an-amount", "revenue!D9")]),
    "a percentage": (edited(expenditure_D9="12%"), [("percent-text", "expenditure!D9")]),
    "two amounts in a cell": (edited(basic_C7="700000/80000"), [("not-an-amount", "basic!C7")]),
    "a long number": (edited(revenue_D9=1e17), [("too-many-digits", "revenue!D9")]),
    "a negative amount": (edited(revenue_D9=-5.0), [("negative", "revenue!D9")]),
    "no code": (edited(revenue_A9=""), [("no-code", "revenue!C9")]),
    "no code beside text": (edited(ministry(text), revenue_A9=""), [("no-code", "revenue!C9")]),
    "no economic code": (edited(basic_D7=""), [("no-code", "basic!F7")]),
    "six digits": (edited(general_public_A9="201060"), [("not-a-code", "general_public!A9")]),
    "a letter for a digit": (edited(general_public_A9="20106O1"), [("not-a-code", "general_public!A9")]),
    "an economic code among functional ones": (
        edited(general_public_A9="30101"),
        [("not-a-code", "general_public!A9")],
    ),
    "a functional code among economic ones": (edited(basic_A7="2010601"), [("not-a-code", "basic!A7")]),
    "an unknown class": (edited(government_fund_A9="2990101"), [("unknown-class", "government_fund!A9")]),
    "an unknown economic code": (edited(basic_A7="30188"), [("unknown-group", "basic!A7")]),
    "a code twice": (edited(general_public_A10="2010601"), [("duplicate-row", "general_public!A10")]),
    "an economic code twice": (edited(basic_D8="30201"), [("duplicate-row", "basic!D8")]),
    "the total twice": (edited(revenue_A20="合计", revenue_C20=5.0), [("duplicate-row", "revenue!A20")]),
    "a class twice": (edited(totals_D9="九、一般公共服务支出"), [("duplicate-row", "totals!D9")]),
    "an unknown line of income": (edited(totals_A15="九、捐赠收入", totals_C15=5.0), [("unknown-line", "totals!C15")]),
    "an unknown line of expenditure": (
        edited(totals_D10="四、太空支出", totals_F10="5.00"),
        [("unknown-line", "totals!F10")],
    ),
    "an amount without a label": (edited(totals_C16=5.0), [("unknown-line", "totals!C16")]),
    "an amount below the table": (edited(fiscal_H40=5.0), [("unknown-line", "fiscal!H40")]),
    "a second row of three public": (edited(three_public_B10=5.0), [("several-rows", "three_public!B10")]),
    "words among three public": (edited(three_public_H8="三万"), [("not-an-amount", "three_public!H8")]),
    "another year": (edited(revenue_C3="2023年度"), [("several-years", "revenue!A1")]),
    "another department": (edited(basic_A3="部门：丙县丁局"), [("several-departments", "basic!A1")]),
    "no unit anywhere": (
        the.renamed_units(ministry(), ""),
        [("no-scale", f"{name}!A1") for name in (*ministry(),)],
    ),
    "two units above a table": (edited(revenue_B2="单位：万元"), [("two-scales", "revenue!A1")]),
    "a unit that is none": (with_unit("basic", "单位：千元"), [("unknown-scale", "basic!A1")]),
    "no headings": (without_headings(), [("no-columns", "general_public!A1")]),
    "a table twice": (ministry() | {"again": ministry()["revenue"]}, [("table-twice", "again!A1")]),
    "a table of wages": ({"工资表": [["姓名", "应发", "实发"], ["张三", 1.0, 2.0]]}, [("no-tables", "")]),
    "a blank sheet": ({"Sheet1": []}, [("no-tables", "")]),
    "several things": (
        edited(revenue_D9="#N/A", expenditure_A9="", general_public_D9="x", basic_A7="3O101", totals_C16=7.0),
        [
            ("unknown-line", "totals!C16"),
            ("error-cell", "revenue!D9"),
            ("no-code", "expenditure!C9"),
            ("not-an-amount", "general_public!D9"),
            ("not-a-code", "basic!A7"),
        ],
    ),
}


@pytest.mark.parametrize("make", [the.xlsx, the.xls], ids=["xlsx", "xls"])
@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_sheet_and_cell(name: str, make: Callable[[Tables], bytes], tmp_path: Path) -> None:
    tables, expected = WRONG[name]
    if make is the.xls and any(str(value).startswith("#") for rows in tables.values() for row in rows for value in row):
        pytest.skip("xlwt writes no errors")
    path = tmp_path / "tables"
    path.write_bytes(make(tables))
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.read_xlsx(path)
    found = [(problem.code, problem.path.removeprefix(str(path))) for problem in caught.value.problems]
    assert expected == found


def test_every_problem_is_told_in_chinese_too(tmp_path: Path) -> None:
    path = tmp_path / "tables"
    for tables, _ in WRONG.values():
        path.write_bytes(the.xlsx(tables))
        with pytest.raises(gf.InvalidInputError) as caught:
            gf.read_xlsx(path)
        assert [] == [problem for problem in caught.value.problems if not re.search("[一-龥]", problem.zh)]


NOTED: dict[str, tuple[Tables, list[tuple[str, str]]]] = {
    "a column without a heading": (edited(revenue_J9=55.0), [("unknown-column", "revenue!J9")]),
    "a column that is none": (
        edited(general_public_F5="捐赠支出", general_public_F9=55.0),
        [("unknown-column", "general_public!F9")],
    ),
    "an unknown item": (
        edited(general_public_A9="2010677"),
        [("unknown-item", "general_public!A9")],
    ),
    "the name of another code": (edited(general_public_B9="公务员医疗补助"), [("wrong-name", "general_public!A9")]),
    "less than one 分": (edited(revenue_D9=1205000.0123), [("residue", "revenue!D9")]),
    "another unit": (with_unit("basic", "金额单位：万元"), [("several-scales", "basic!A1")]),
    "a sheet that no title explains": (
        ministry() | {"x": [["代码", "名称", "金额"], [2010601.0, "行政运行", 5.5, 6.5]]},
        [("sheet-not-read", "x!A1")],
    ),
    "a table without amounts": (
        ministry()
        | {"basic": [[value if isinstance(value, str) else "" for value in row] for row in ministry()["basic"]]},
        [("not-filled-in", "basic!A1")],
    ),
    "three public without amounts": (
        ministry() | {"three_public": ministry()["three_public"][:7]},
        [("read-as-nil", "three_public!A1")],
    ),
}


@pytest.mark.parametrize("name", NOTED)
def test_what_may_not_be_meant_is_noted_with_sheet_and_cell(name: str, tmp_path: Path) -> None:
    tables, expected = NOTED[name]
    path = tmp_path / "tables"
    path.write_bytes(the.xlsx(tables))
    assert expected == [(warning.code, warning.path) for warning in gf.open_xlsx(path).warnings]


# No amount is lost


MUTATED = ("with codes in three cells", "with economic columns without a total")


def amounts(tables: Tables) -> list[tuple[str, int, int]]:
    return [
        (name, row, column)
        for name, rows in tables.items()
        for row, cells in enumerate(rows)
        for column, value in enumerate(cells)
        if isinstance(value, float)
    ]


def replaced(tables: Tables, place: tuple[str, int, int], value: Any) -> Tables:
    name, row, column = place
    rows: Rows = [[*cells] for cells in tables[name]]
    rows[row][column] = value
    return tables | {name: rows}


@pytest.mark.parametrize("name", MUTATED)
def test_every_amount_that_is_printed_reaches_the_accounts(name: str, tmp_path: Path) -> None:
    tables, path = LAYOUTS[name](), tmp_path / "tables"
    unheard: list[object] = []
    for place in amounts(tables):
        for value in (tables[place[0]][place[1]][place[2]] + 7, ""):
            path.write_bytes(the.xlsx(replaced(tables, place, value)))
            if gf.read_xlsx(path) == the.accounts():
                unheard.append((place, value))
    assert [] == unheard


@pytest.mark.parametrize("name", MUTATED)
def test_every_cell_that_holds_an_error_is_told(name: str, tmp_path: Path) -> None:
    tables, path = LAYOUTS[name](), tmp_path / "tables"
    for place in amounts(tables):
        path.write_bytes(the.xlsx(replaced(tables, place, "#N/A")))
        with pytest.raises(gf.InvalidInputError) as caught:
            gf.read_xlsx(path)
        address = f"{place[0]}!{chr(65 + place[2])}{place[1] + 1}"
        assert [("error-cell", address)] == [(problem.code, problem.path) for problem in caught.value.problems]


def test_a_part_of_a_code_that_is_missing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tables"
    path.write_bytes(the.xlsx(split_as(lambda code: [code[:3], "", code[5:]] if len(code) == 7 else the.split(code))))
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.read_xlsx(path)
    assert [("not-a-code", f"general_public!A{row}") for row in (9, 10, 13, 16)] == [
        (problem.code, problem.path) for problem in caught.value.problems
    ]
