"""Templates as clerks fill them in: new departments, figures given twice, zeros, and codes that are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import govfinance as gf
from govfinance import calc
from govfinance.io._xlsx_supplements import BUDGET_SHEET, COVER_SHEET, DETAILS_SHEET, REMARKS_SHEET
from govfinance.io._xlsx_template import write_template
from govfinance.model import FundSource, ProjectItem, RevenueSource

SHANGHAI = gf.jurisdiction("shanghai", 2024)
MONGOLIA = gf.jurisdiction("inner-mongolia", 2023)
THREE = "财政拨款“三公”经费支出决算表"
FISCAL = "财政拨款收入支出决算总表"
FUND = "政府性基金预算财政拨款收入支出决算表"
CAPITAL = "国有资本经营预算财政拨款收入支出决算表"
GENERAL = "一般公共预算财政拨款支出决算表"

Cells = Mapping[str, Mapping[str, object]]


def rows_of(sheet: Any) -> dict[str, int]:
    """The rows of a sheet by what stands in its first column."""
    return {str(row[0].value): row[0].row for row in sheet.iter_rows() if row[0].value}


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "blank.xlsx"
    write_template(path, SHANGHAI, year=2024, name="甲区乙局")
    return path


def filled(blank: Path, cells: Cells) -> bytes:
    """The template with these cells, and one amount in 收入支出决算总表."""
    book: Any = openpyxl.load_workbook(blank)
    book["收入支出决算总表"]["B5"] = 300.25
    for sheet, values in cells.items():
        rows = rows_of(book[sheet])
        for cell, value in values.items():  # C5, or C and the code of the row
            column, row = cell[0], cell[1:]
            book[sheet][f"{column}{row if row.isdigit() and len(row) < 4 else rows[row]}"] = value
    path = blank.with_name("filled.xlsx")
    book.save(path)
    return path.read_bytes()


def read(blank: Path, cells: Cells, jurisdiction: gf.Jurisdiction = SHANGHAI) -> gf.FinalAccounts:
    return gf.read_xlsx(filled(blank, cells), jurisdiction=jurisdiction)


def problems_of(blank: Path, cells: Cells) -> list[tuple[str, str, str, str]]:
    with pytest.raises(gf.InvalidInputError) as caught:
        read(blank, cells)
    return [(problem.code, problem.path, problem.en, problem.zh) for problem in caught.value.problems]


# The budget of a new department


@pytest.mark.parametrize(
    ("founded", "budgets", "expected"),
    [
        pytest.param(None, {}, "initial", id="not said"),
        pytest.param(2023, {}, "initial", id="founded before"),
        pytest.param(2024, {}, "adjusted", id="founded in the year"),
        pytest.param(2024, {"A39": "2070109", "D39": 280}, "adjusted", id="with 全年预算 of an item"),
        pytest.param(2024, {"A39": "2070109", "C39": 280}, "initial", id="with 年初预算 of an item"),
        pytest.param(2024, {"Cthree_public.reception": 1}, "initial", id="with 年初预算 of “三公”"),
    ],
)
def test_the_budget_of_three_public_in_the_table_of_a_new_department_is_that_of_the_whole_year(
    founded: int | None, budgets: Mapping[str, object], expected: str, blank: Path
) -> None:
    cells: Cells = {COVER_SHEET: {"B5": founded}, THREE: {"K7": 1, "L7": 0.5}, BUDGET_SHEET: budgets}
    lines = read(blank, cells).three_public
    assert lines is not None
    assert lines.reception is not None
    other = "initial" if expected == "adjusted" else "adjusted"
    assert (Decimal(10000), None) == (getattr(lines.reception, expected), getattr(lines.reception, other))


# Figures given twice


def test_a_budget_that_the_table_and_the_sheet_say_otherwise_is_one_problem_with_both_cells(blank: Path) -> None:
    cells: Cells = {THREE: {"K7": 3, "L7": 0.5}, BUDGET_SHEET: {"Cthree_public.reception": 9.5}}
    assert [
        (
            "given-twice",
            f"{THREE}!K7",
            f"3万元 stands here, and 9.5万元 in {BUDGET_SHEET}!C137; expected the same in both, or one of them blank",
            f"此处为 3万元，而 {BUDGET_SHEET}!C137 为 9.5万元；两处应一致，或只填一处",
        )
    ] == problems_of(blank, cells)


def test_two_budgets_of_a_new_department_are_compared_as_those_of_the_whole_year(blank: Path) -> None:
    cells: Cells = {
        COVER_SHEET: {"B5": 2024},
        THREE: {"K7": 3, "L7": 0.5},
        BUDGET_SHEET: {"Dthree_public.reception": 9},
    }
    assert [("given-twice", f"{THREE}!K7")] == [problem[:2] for problem in problems_of(blank, cells)]


@pytest.mark.parametrize("amount", ["3.00", "3.004", "2.996"])
def test_an_exact_budget_beside_a_rounded_one_is_the_one_that_counts(amount: str, blank: Path) -> None:
    cells: Cells = {THREE: {"K7": 3, "L7": 0.53}, BUDGET_SHEET: {"Cthree_public.reception": float(amount)}}
    lines = read(blank, cells).three_public
    assert lines is not None
    assert lines.reception is not None
    assert Decimal(amount) * 10000 == lines.reception.initial


def test_a_budget_that_stands_in_one_place_only_is_read_from_there(blank: Path) -> None:
    both: tuple[Cells, ...] = (
        {THREE: {"K7": 3, "L7": 0.5}},
        {THREE: {"L7": 0.5}, BUDGET_SHEET: {"Cthree_public.reception": 3}},
    )
    for cells in both:
        lines = read(blank, cells).three_public
        assert lines is not None
        assert lines.reception is not None
        assert Decimal(30000) == lines.reception.initial


def test_details_that_a_table_prints_too_have_to_be_the_same(tmp_path: Path) -> None:
    path, sheet = tmp_path / "blank.xlsx", "公开11表"
    write_template(path, MONGOLIA, year=2023, name="甲县乙局")
    book: Any = openpyxl.load_workbook(path)
    table = next(one for one in book if one.title.startswith(sheet))
    labels = {str(cell.value).strip(): cell.row for row in table.iter_rows() for cell in row if cell.value}
    column = max(range(1, table.max_column + 1), key=lambda one: not table.cell(table.max_row, one).protection.locked)
    row = next(number for text, number in labels.items() if "货物" in text)
    table.cell(row, column).value = 5.25
    details = book[DETAILS_SHEET]
    details.cell(details.max_row + 1, 1).value = "procurement.goods.amount"
    details.cell(details.max_row, 3).value = 7
    book["公开01表 收入支出决算总表"]["C6"] = 100
    book.save(path)
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.read_xlsx(path, jurisdiction=MONGOLIA)
    (problem,) = caught.value.problems
    assert ("given-twice", f"{table.title}!{table.cell(row, column).coordinate}") == (problem.code, problem.path)
    assert f"7万元 in {DETAILS_SHEET}!C{details.max_row}" in problem.en


# Zeros


def test_zero_in_the_totals_of_a_budget_answers_for_what_it_spent_and_carried_over(blank: Path) -> None:
    accounts = read(blank, {FUND: dict.fromkeys(("E36", "F36", "H36", "I36", "J36"), 0)})
    fund = FundSource.GOVERNMENT_FUND
    assert 0 == calc.fund_expenditure(accounts, fund).value
    assert 0 == calc.fund_carry_over(accounts, fund, "opening").value
    assert 0 == calc.fund_carry_over(accounts, fund, "closing").value
    assert 0 == calc.revenue_line(accounts, RevenueSource.GOVERNMENT_FUND).value
    assert calc.fund_expenditure(accounts, FundSource.STATE_CAPITAL).value is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"H36": 0, "I36": 0}, 0, id="both parts"),
        pytest.param({"G36": 0}, 0, id="their sum"),
        pytest.param({"H36": 0}, None, id="one part"),
        pytest.param({"E36": 0, "J36": 0}, None, id="other columns"),
    ],
)
def test_each_zero_answers_for_its_column(cells: Mapping[str, object], expected: int | None, blank: Path) -> None:
    accounts = read(blank, {CAPITAL: cells})
    assert expected == calc.fund_expenditure(accounts, FundSource.STATE_CAPITAL).value
    opening = calc.fund_carry_over(accounts, FundSource.STATE_CAPITAL, "opening").value
    assert (0 if "E36" in cells else None) == opening


def test_zero_in_the_totals_says_nothing_beside_items_with_amounts(blank: Path) -> None:
    cells = {"A6": "208", "B6": "22", "C6": "01", "H6": 5, "G36": 0, "H36": 0, "I36": 0}
    accounts = read(blank, {FUND: cells})
    assert Decimal(50000) == calc.fund_expenditure(accounts, FundSource.GOVERNMENT_FUND).value


def test_zero_in_what_a_budget_spent_in_the_table_of_all_three_answers_too(blank: Path) -> None:
    accounts = read(blank, {FISCAL: {"B5": 300.25, "F31": 0}})
    assert 0 == calc.fund_expenditure(accounts, FundSource.GOVERNMENT_FUND).value
    assert calc.fund_expenditure(accounts, FundSource.STATE_CAPITAL).value is None


def test_what_the_table_of_all_three_says_of_a_budget_comes_first(blank: Path) -> None:
    accounts = read(blank, {FISCAL: {"B5": 300.25, "F31": 7}, FUND: {"H36": 0, "I36": 0}})
    assert Decimal(70000) == calc.fund_expenditure(accounts, FundSource.GOVERNMENT_FUND).value


def test_zero_in_the_totals_of_the_projects_says_that_there_are_none(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    form = next(
        one
        for one in (gf.jurisdiction("inner-mongolia", 2022), MONGOLIA)
        if any(layout.table.key == "projects" for layout in one.tables.layouts)
    )
    write_template(path, form, year=2022, name="甲县乙局")
    book: Any = openpyxl.load_workbook(path)
    sheet = next(one for one in book if "项目收入支出" in one.title)
    row = next(cell.row for cells in sheet.iter_rows() for cell in cells if str(cell.value).strip() == "合计")
    for cell in sheet[row]:
        if not cell.protection.locked:
            cell.value = 0
    next(one for one in book if one.title.endswith(" 收入支出决算总表"))["C6"] = 100
    book.save(path)
    assert (ProjectItem(code="229"),) == gf.read_xlsx(path, jurisdiction=form).project_items


def test_the_warning_of_a_blank_table_says_where_zeros_are_wanted(blank: Path) -> None:
    warnings = gf.open_xlsx(filled(blank, {}), jurisdiction=SHANGHAI).warnings
    said = {one.path.partition("!")[0]: one for one in warnings if one.code == "not-filled-in"}
    assert "(for nothing, write 0 in E36, F36, H36, I36, J36)" in said[FUND].en
    assert "确实没有的，请在 E36、F36、H36、I36、J36 填 0" in said[FUND].zh
    assert "write 0 in F36, G36" in said[GENERAL].en
    assert "write 0 in D7, H7, J7, L7" in said[THREE].en
    assert "write 0 in D5" in said["一般公共预算财政拨款基本支出决算表"].en
    assert said[FISCAL].en.endswith("taken as not supplied")


def test_a_published_table_is_not_asked_for_zeros(blank: Path) -> None:
    book: Any = openpyxl.load_workbook(blank)
    book.remove(book["填表说明"])
    book["收入支出决算总表"]["B5"] = 300.25
    book[FISCAL]["E31"] = 5
    book.save(blank.with_name("published.xlsx"))
    warnings = gf.open_xlsx(blank.with_name("published.xlsx"), jurisdiction=SHANGHAI).warnings
    (warning,) = (one for one in warnings if one.code == "not-filled-in" and one.path.startswith(GENERAL))
    assert warning.en.endswith("taken as not supplied")


# Codes


def test_a_topic_of_remarks_that_is_none_says_what_one_looks_like(blank: Path) -> None:
    ((code, path, en, zh),) = problems_of(blank, {REMARKS_SHEET: {"A33": "207010", "C33": "原因"}})
    assert ("unknown-topic", f"{REMARKS_SHEET}!A33") == (code, path)
    assert "a 项 with 7 digits, such as 2010101" in en
    assert "7 位的项级科目编码，如 2010101" in zh
    assert ("'207010'" in en, "“207010”" in zh, "TOPICS" in en + zh) == (True, True, False)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param("2070109", [], id="known, and nothing spent"),
        pytest.param("2070177", [("unknown-item", f"{BUDGET_SHEET}!A39")], id="unknown item"),
    ],
)
def test_an_unknown_code_beside_a_budget_is_noted_with_its_cell(
    code: str, expected: list[tuple[str, str]], blank: Path
) -> None:
    data = filled(blank, {BUDGET_SHEET: {"A39": code, "C39": 5}})
    warnings = gf.open_xlsx(data, jurisdiction=SHANGHAI).warnings
    assert expected == [(one.code, one.path) for one in warnings if one.path.startswith(BUDGET_SHEET)]


def test_an_unknown_code_that_a_table_has_too_is_noted_once(blank: Path) -> None:
    cells = {"A6": "207", "B6": "01", "C6": "77", "F6": 5}
    data = filled(blank, {GENERAL: cells, BUDGET_SHEET: {"A39": "2070177", "C39": 5}})
    warnings = gf.open_xlsx(data, jurisdiction=SHANGHAI).warnings
    assert [f"{GENERAL}!A6"] == [one.path for one in warnings if one.code == "unknown-item"]
