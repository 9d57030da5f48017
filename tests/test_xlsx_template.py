"""Empty workbooks to be filled in: what can be typed where, and what happens when somebody does."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import openpyxl
import pytest
import python_calamine as calamine

import govfinance as gf
from govfinance import catalog
from govfinance.io._xlsx_supplements import (
    BLOCKS,
    BUDGET_SHEET,
    CODES_SHEET,
    COVER_SHEET,
    DETAILS,
    DETAILS_SHEET,
    FUNCTIONAL_PURPOSE,
    FUNCTIONAL_TOPIC,
    HELP_SHEET,
    REMARKS_SHEET,
    UNUSED,
    details_beside,
    figure_rows,
)
from govfinance.io._xlsx_template import write_template
from govfinance.io._xlsx_used import never_said
from govfinance.model import (
    TOPICS,
    ManagementStage,
    Performance,
    PerformanceManagement,
    PublicTable,
    StateAssets,
)

MONGOLIA = gf.jurisdiction("inner-mongolia", 2023)
SHANGHAI = gf.jurisdiction("shanghai", 2024)
GENERAL = "公开05表 一般公共预算财政拨款支出决算表"


def template(folder: Path, jurisdiction: gf.Jurisdiction = MONGOLIA, **options: Any) -> Any:
    path = folder / "blank.xlsx"
    write_template(path, jurisdiction, **{"year": 2023, "name": "甲县乙局", **options})
    return openpyxl.load_workbook(path)


def lists_of(sheet: Any) -> dict[str, str]:
    """The drop-down lists of a sheet: their cells and where the entries come from."""
    return {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation if each.type == "list"}


def test_help_and_cover_come_first_then_the_tables(tmp_path: Path) -> None:
    names = template(tmp_path).sheetnames
    assert [HELP_SHEET, COVER_SHEET, "公开01表 收入支出决算总表"] == names[:3]
    assert [BUDGET_SHEET, DETAILS_SHEET, REMARKS_SHEET, CODES_SHEET] == names[-4:]
    assert 2 + 11 + 4 == len(names)


def test_the_help_says_the_unit_what_blank_means_and_what_comes_next(tmp_path: Path) -> None:
    text = "".join(cell.value or "" for row in template(tmp_path)[HELP_SHEET].iter_rows() for cell in row)
    for words in (
        "金额单位为万元",
        "空白表示没有提供；确实为零的，请填 0",
        "《政府收支分类科目》",
        "govfinance report",
    ):
        assert words in text
    yuan = template(tmp_path, scale=gf.Scale.YUAN)
    assert "金额单位为元" in str([cell.value for cell in yuan[HELP_SHEET]["B"]])
    assert "单位：元" in [cell.value for cell in yuan["公开01表 收入支出决算总表"][3]]


def test_nothing_is_filled_in_and_no_total_says_zero(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    for jurisdiction in (MONGOLIA, SHANGHAI):
        write_template(path, jurisdiction, year=2024)
        book = calamine.CalamineWorkbook.from_path(str(path))
        found = [
            (name, value)
            for name in book.sheet_names
            for row in book.get_sheet_by_name(name).to_python()
            for value in row
            if isinstance(value, float)
        ]
        assert [(COVER_SHEET, 2024.0)] == found


def test_a_name_that_looks_like_a_formula_is_a_text(tmp_path: Path) -> None:
    book = template(tmp_path, name="=1+1")
    assert ("=1+1", "s") == (book[COVER_SHEET]["B2"].value, book[COVER_SHEET]["B2"].data_type)
    assert "部门：=1+1" == book[GENERAL]["A3"].value


def test_without_a_name_the_cover_is_blank(tmp_path: Path) -> None:
    book = template(tmp_path, name="")
    assert book[COVER_SHEET]["B2"].value is None
    assert "部门：" == book[GENERAL]["A3"].value


def test_only_what_is_to_be_filled_in_can_be_changed(tmp_path: Path) -> None:
    book = template(tmp_path)
    assert all(sheet.protection.sheet for sheet in book if sheet.title != CODES_SHEET)
    totals, general = book["公开01表 收入支出决算总表"], book[GENERAL]
    open_cells = [totals["C6"], totals["F6"], general["A8"], general["B8"], general["D8"], book[COVER_SHEET]["B2"]]
    assert not any(cell.protection.locked for cell in open_cells)
    closed = [totals["A6"], totals["C32"], general["C8"], general["A4"], book[BUDGET_SHEET]["A5"]]
    assert all(cell.protection.locked for cell in closed)


def test_amounts_take_numbers_only(tmp_path: Path) -> None:
    for sheet, cells in ((GENERAL, "D8:E37"), (BUDGET_SHEET, "C4:E4")):
        rules = template(tmp_path)[sheet].data_validations.dataValidation
        decimal = [rule for rule in rules if rule.type == "decimal"]
        first = openpyxl.worksheet.cell_range.CellRange(cells)
        assert any(first.issubset(area) for rule in decimal for area in rule.sqref.ranges)


@pytest.mark.parametrize("year", [2023, 2024])
def test_codes_are_those_of_the_year_each_a_text_with_its_name(year: int, tmp_path: Path) -> None:
    sheet = template(tmp_path, year=year)[CODES_SHEET]
    assert "hidden" == sheet.sheet_state
    pairs = [(row[0].value, row[1].value) for row in sheet.iter_rows()]
    assert [(entry.code.text, entry.name) for entry in catalog.functional_entries(year)] == pairs
    assert (("20139", "社会工作事务") in pairs) is (year == 2024)
    assert {"s"} == {row[0].data_type for row in sheet.iter_rows()}


def test_blank_rows_have_lists_of_codes_and_the_names_follow(tmp_path: Path) -> None:
    book = template(tmp_path)
    count = len(catalog.functional_entries(2023))
    assert {"A8:A37": f"{CODES_SHEET}!$A$1:$A${count}"} == lists_of(book[GENERAL])
    assert f'=IFERROR(VLOOKUP(A8,{CODES_SHEET}!$A$1:$B${count},2,FALSE),"")' == book[GENERAL]["B8"].value
    assert ["@", "@"] == [book[GENERAL][cell].number_format for cell in ("A8", "A37")]


def test_where_codes_are_split_the_list_has_the_classes(tmp_path: Path) -> None:
    book = template(tmp_path, SHANGHAI, year=2024)
    sheet = book["一般公共预算财政拨款支出决算表"]
    (cells, source), *rest = lists_of(sheet).items()
    assert [] == rest
    assert re.fullmatch(r"A(\d+):A\d+", cells)
    column, last = re.fullmatch(rf"{CODES_SHEET}!\$(\w)\$1:\$\w\$(\d+)", source).groups()  # type: ignore[union-attr]
    classes = [book[CODES_SHEET][f"{column}{row}"].value for row in range(1, int(last) + 1)]
    assert [entry.code.text for entry in catalog.functional_entries(2024) if len(entry.code.text) == 3] == classes
    assert "类、款、项分三列填写" in str([cell.value for cell in book[HELP_SHEET]["B"]])


def test_budgets_have_a_row_for_each_line_and_blank_rows_for_items(tmp_path: Path) -> None:
    sheet = template(tmp_path)[BUDGET_SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [*figure_rows()] == [(row[0], row[1]) for row in rows if row[0]]
    assert [block.heading for block in BLOCKS] == [row[1] for row in rows if row[1] and not row[0]]
    lists = lists_of(sheet)
    assert 3 == len(lists)
    for cells in lists:
        first = int(re.findall(r"\d+", cells)[0])
        assert sheet.cell(first - 1, 2).value in [block.heading for block in BLOCKS if block.fund is not None]
        assert 30 == len(sheet[cells])


def test_remarks_have_a_row_for_each_topic_and_blank_ones_for_items(tmp_path: Path) -> None:
    rows = [[cell.value for cell in row][:3] for row in template(tmp_path)[REMARKS_SHEET].iter_rows(min_row=2)]
    assert [[topic, meaning, None] for topic, meaning in TOPICS.items()] == rows[: len(TOPICS)]
    blank = [[None, FUNCTIONAL_TOPIC, None]] * 30 + [[None, FUNCTIONAL_PURPOSE, None]] * 30
    assert blank == rows[len(TOPICS) :]


@pytest.mark.parametrize("jurisdiction", [MONGOLIA, SHANGHAI], ids=["inner-mongolia", "shanghai"])
def test_details_have_a_row_for_each_figure_and_only_texts_take_no_numbers(
    jurisdiction: gf.Jurisdiction, tmp_path: Path
) -> None:
    sheet = template(tmp_path, jurisdiction)[DETAILS_SHEET]
    rows = [[cell.value for cell in row][:3] for row in sheet.iter_rows(min_row=3)]
    details = details_beside({layout.table for layout in jurisdiction.tables.layouts})
    assert [[detail.code, detail.name, None] for detail in details] == rows
    (rule,) = sheet.data_validations.dataValidation
    numbers = [detail.kind not in ("text", "texts") for detail in details]
    assert numbers == [f"C{row}" in rule.sqref for row in range(3, 3 + len(details))]
    assert not any(sheet.cell(row, 3).protection.locked for row in range(3, 3 + len(details)))


def test_rows_that_the_narrative_of_the_form_never_speaks_of_are_marked(tmp_path: Path) -> None:
    for jurisdiction, unused, used in (
        (SHANGHAI, "three_public.reception.foreign.batches", "three_public.reception.guests.batches"),
        (MONGOLIA, "three_public.reception.guests.batches", "three_public.reception.foreign.batches"),
        (SHANGHAI, "overall.opening.prior", "overall.total.prior"),
        (MONGOLIA, "functional.total.prior", "overall.opening.prior"),
    ):
        book = template(tmp_path, jurisdiction)
        sheets = [book[name].iter_rows() for name in (DETAILS_SHEET, REMARKS_SHEET)]
        marks = {row[0].value: row[3].value for rows in sheets for row in rows}
        assert (UNUSED, None) == (marks[unused], marks[used])
        assert UNUSED in str([cell.value for cell in book[HELP_SHEET]["B"]])


def test_purposes_of_items_are_marked_where_the_form_does_not_say_them(tmp_path: Path) -> None:
    for jurisdiction, marks in ((SHANGHAI, {None}), (MONGOLIA, {UNUSED})):
        rows = [*template(tmp_path, jurisdiction)[REMARKS_SHEET].iter_rows(min_row=2)]
        assert marks == {row[3].value for row in rows if row[1].value == FUNCTIONAL_PURPOSE}


def test_the_rows_that_are_never_said_are_known_of_every_topic_and_figure() -> None:
    for jurisdiction in (SHANGHAI, MONGOLIA, gf.jurisdiction("ministry", 2023)):
        unused = never_said(jurisdiction)
        assert unused < {*TOPICS, *(detail.code for detail in DETAILS), "functional", "functional.purpose"}
        assert not any(code.startswith("state_assets.") for code in unused)
    assert frozenset() == never_said(SimpleNamespace(has_narrative=False))  # type: ignore[arg-type]


def test_what_table_eleven_prints_is_asked_for_beside_the_tables_of_forms_without_it() -> None:
    asked = [detail.code for detail in DETAILS if detail not in details_beside([PublicTable.INSTITUTION])]
    assert [
        "operating_expenses.actual",
        "procurement.total",
        "procurement.goods.amount",
        "procurement.works.amount",
        "procurement.services.amount",
        "procurement.to_sme",
        "procurement.to_micro",
    ] == asked[:7]
    assert [f"state_assets.{field.name}" for field in attrs.fields(StateAssets)] == asked[7:]
    assert DETAILS == details_beside([layout.table for layout in SHANGHAI.tables.layouts])


def test_of_the_state_assets_all_are_filled_in_or_none(tmp_path: Path) -> None:
    kinds = [detail.code for detail in DETAILS if detail.code.startswith("state_assets.")]
    cells = {f"C{row_of(code)}": number for number, code in enumerate(kinds)}
    read = gf.read_xlsx(filled(tmp_path, DETAILS_SHEET, cells), jurisdiction=SHANGHAI)
    assert StateAssets(**{code.partition(".")[2]: number for number, code in enumerate(kinds)}) == read.state_assets
    blank = cells.popitem()[0]
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.read_xlsx(filled(tmp_path, DETAILS_SHEET, cells), jurisdiction=SHANGHAI)
    assert [("missing-figure", f"{DETAILS_SHEET}!A{blank[1:]}")] == [
        (problem.code, problem.path) for problem in caught.value.problems
    ]


def test_a_new_department_says_on_the_cover_when_it_was_founded(tmp_path: Path) -> None:
    book = template(tmp_path)
    cover = book[COVER_SHEET]
    assert ("成立年度", None, False) == (cover["A5"].value, cover["B5"].value, cover["B5"].protection.locked)
    assert "当年新成立的部门" in str([cell.value for cell in book[HELP_SHEET]["B"]])


def filled(folder: Path, sheet: str, cells: Mapping[str, object]) -> bytes:
    """A template in 元 with a table that says something, and these cells of one of the sheets beside the tables."""
    book = template(folder, SHANGHAI, year=2024, scale=gf.Scale.YUAN)
    book["收入支出决算总表"]["B6"] = 100
    for cell, value in cells.items():
        book[sheet][cell] = value
    book.save(folder / "filled.xlsx")
    return (folder / "filled.xlsx").read_bytes()


def test_a_purpose_is_told_from_a_reason_by_its_row(tmp_path: Path) -> None:
    first = len(TOPICS) + 2
    cells = {
        f"{column}{row}": value
        for row, value in ((first, "因人员增加"), (first + 30, "人员经费"))
        for column, value in (("A", "2010101"), ("C", value))
    }
    remarks = gf.read_xlsx(filled(tmp_path, REMARKS_SHEET, cells), jurisdiction=SHANGHAI).remarks
    assert {"functional.2010101": "因人员增加", "functional.2010101.purpose": "人员经费"} == dict(remarks.texts)


def row_of(code: str) -> int:
    return 3 + [detail.code for detail in DETAILS].index(code)


def test_figures_and_texts_of_performance_management_are_read(tmp_path: Path) -> None:
    place = "performance.management"
    values = {
        "systems": "甲办法\n 乙办法\n",
        "mechanism": "全过程",
        "average_score": 99.43,
        "excellent": 4,
        "tracking.amount": 5.5,
    }
    cells = {f"C{row_of(f'{place}.{name}')}": value for name, value in values.items()}
    performance = gf.read_xlsx(filled(tmp_path, DETAILS_SHEET, cells), jurisdiction=SHANGHAI).performance
    expected = PerformanceManagement(
        systems=["甲办法", "乙办法"],
        mechanism="全过程",
        average_score="99.43",
        excellent=4,
        tracking=ManagementStage(amount="5.50"),
    )
    assert Performance(management=expected) == performance


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        pytest.param(COVER_SHEET, "B5", "去年", "not-a-year", id="no year"),
        pytest.param(COVER_SHEET, "B5", 1850, "not-a-year", id="too early"),
        pytest.param(
            DETAILS_SHEET, f"C{row_of('performance.management.average_score')}", 1001, "not-a-score", id="score"
        ),
        pytest.param(
            DETAILS_SHEET, f"C{row_of('performance.management.average_score')}", "优", "not-an-amount", id="no number"
        ),
        pytest.param(DETAILS_SHEET, f"C{row_of('performance.management.problems')}", 1.5, "not-a-count", id="count"),
        pytest.param(
            DETAILS_SHEET, f"C{row_of('procurement.reserved.sme_budget')}", -1, "negative", id="an amount below zero"
        ),
    ],
)
def test_what_is_filled_in_wrong_is_told_with_its_cell(
    sheet: str, cell: str, value: object, code: str, tmp_path: Path
) -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.read_xlsx(filled(tmp_path, sheet, {cell: value}), jurisdiction=SHANGHAI)
    assert [(code, int(cell[1:]))] == [
        (problem.code, int(re.sub(r".*![A-Z]+", "", problem.path))) for problem in caught.value.problems
    ]


def test_equal_templates_are_equal_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    for path in (first, second):
        write_template(path, SHANGHAI, year=2024, name="甲区乙局")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param({"year": 1999}, "not-a-year", id="year"),
        pytest.param({"name": "\x07"}, "control-character", id="name"),
        pytest.param({"scale": gf.Scale.YI}, "wrong-scale", id="scale"),
    ],
)
def test_what_is_no_template_is_refused(options: dict[str, Any], code: str, tmp_path: Path) -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        template(tmp_path, **options)
    assert code == caught.value.problems[0].code
    assert [] == list(tmp_path.iterdir())


def test_totals_and_names_appear_when_a_template_is_filled_in(soffice: str, tmp_path: Path) -> None:
    book = template(tmp_path)
    totals, general, basic = book["公开01表 收入支出决算总表"], book[GENERAL], book.worksheets[7]
    totals["C6"], totals["C13"] = 100.25, 0.5
    general["A8"], general["D8"], general["E8"] = "2010101", 7, 1.5
    basic["C6"], basic["C7"] = 1.1, 2.2
    filled, out = tmp_path / "filled.xlsx", tmp_path / "out"
    book.save(filled)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(out), str(filled)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    computed = openpyxl.load_workbook(out / "filled.xlsx", data_only=True)
    totals, general, basic = computed[totals.title], computed[GENERAL], computed[basic.title]
    assert [100.75, 100.75] == [totals["C32"].value, totals["C35"].value]
    assert [None, None] == [totals["F32"].value or None, totals["F35"].value or None]
    assert ["2010101", "行政运行", 8.5] == [general[cell].value for cell in ("A8", "B8", "C8")]
    assert [None, None] == [general[cell].value or None for cell in ("B9", "C9")]
    assert [3.3, 3.3] == [round(basic[cell].value, 2) for cell in ("C5", "C40")]
