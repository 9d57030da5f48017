"""Public tables as workbooks: what other programs read in them, and what they look like on paper."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine as calamine
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govfinance as gf
from govfinance.io._xlsx_supplements import (
    BLOCKS,
    BUDGET_HEADINGS,
    BUDGET_SHEET,
    COVER_SHEET,
    REMARKS_HEADINGS,
    REMARKS_SHEET,
)
from govfinance.io._xlsx_writing import write_xlsx
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import (
    TOPICS,
    BudgetLine,
    Department,
    ExpenditureLine,
    FinalAccounts,
    FunctionalItem,
    Remarks,
    StateAssets,
    Unit,
)
from govfinance.tables import CellKind, Printing, Table
from govfinance.testing import final_accounts

ROOT = Path(__file__).resolve().parents[1]
MONGOLIA = gf.jurisdiction("inner-mongolia", 2023)
SHANGHAI = gf.jurisdiction("shanghai", 2024)
NAMES = ("inner-mongolia", "ministry", "shanghai")


@pytest.fixture(scope="module")
def chifeng() -> FinalAccounts:
    return gf.load(ROOT / "examples" / "chifeng-justice-2023.json")


def written(accounts: FinalAccounts, folder: Path, jurisdiction: Jurisdiction = MONGOLIA, **options: Any) -> Any:
    """The workbook of some accounts as openpyxl reads it."""
    path = folder / "tables.xlsx"
    write_xlsx(accounts, path, jurisdiction, **{"partial": True, **options})
    return openpyxl.load_workbook(path)


def items(*amounts: str, year: int = 2023) -> FinalAccounts:
    """Accounts with some items of one 款, which have these amounts of basic expenditure."""
    codes = ("2010101", "2010102", "2010103", "2010104")
    return FinalAccounts(
        department=Department(name="甲县乙局"),
        year=year,
        functional=[
            FunctionalItem(code=code, basic=amount, project="0") for code, amount in zip(codes, amounts, strict=False)
        ],
    )


# What stands in the sheets


def test_each_table_has_a_sheet_named_by_its_number_and_title(chifeng: FinalAccounts, tmp_path: Path) -> None:
    names = written(chifeng, tmp_path).sheetnames
    assert 11 == len(names)
    assert "公开01表 收入支出决算总表" == names[0]
    assert "公开11表 机构运行经费、国有资产和政府采购" == names[-1]
    assert all(len(name) <= 31 for name in names)


def test_a_form_without_numbers_names_its_sheets_by_title(chifeng: FinalAccounts, tmp_path: Path) -> None:
    book = written(evolve(chifeng, year=2024), tmp_path, SHANGHAI)
    assert "收入支出决算总表" == book.sheetnames[0]
    assert ["收入支出决算总表", "部门：赤峰市司法局"] == [book.worksheets[0].cell(row, 1).value for row in (1, 2)]


def test_above_a_table_stand_title_number_name_year_and_unit(chifeng: FinalAccounts, tmp_path: Path) -> None:
    sheet = written(chifeng, tmp_path)["公开05表 一般公共预算财政拨款支出决算表"]
    texts = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows(max_row=6)]
    assert ["一般公共预算财政拨款支出决算表"] == texts[0]
    assert ["公开05表"] == texts[1]
    assert ["部门：赤峰市司法局", "2023年度", "单位：万元"] == texts[2]
    assert ["项目", "本年支出"] == texts[3]
    assert ["科目代码", "科目名称", "合计", "基本支出", "项目支出"] == texts[4]
    assert ["栏次", "1", "2", "3"] == texts[5]
    assert {"A1:E1", "A2:E2", "A4:B4", "C4:E4", "A6:B6", "A7:B7"} <= {str(area) for area in sheet.merged_cells.ranges}


def test_a_heading_reaches_down_over_several_rows(chifeng: FinalAccounts, tmp_path: Path) -> None:
    sheet = written(chifeng, tmp_path)["公开10表 财政拨款“三公”经费支出决算表"]
    assert {"A4:F4", "A5:A6", "C5:E5", "G4:L4"} <= {str(area) for area in sheet.merged_cells.ranges}


def test_codes_are_texts_and_counts_are_whole_numbers(chifeng: FinalAccounts, tmp_path: Path) -> None:
    book = written(chifeng, tmp_path)
    code = book["公开05表 一般公共预算财政拨款支出决算表"]["A8"]
    assert ("201", "s", "@") == (code.value, code.data_type, code.number_format)
    count = book.worksheets[-1]["C14"]
    assert (2, "n", "#,##0") == (book.worksheets[-1]["C10"].value, count.data_type, count.number_format)


def test_split_codes_keep_their_zeros(tmp_path: Path) -> None:
    sheet = written(items("100.00", year=2024), tmp_path, SHANGHAI)["一般公共预算财政拨款支出决算表"]
    assert ["201", "01", "01"] == [sheet.cell(8, column).value for column in (1, 2, 3)]


def test_labels_are_indented_by_their_level(chifeng: FinalAccounts, tmp_path: Path) -> None:
    sheet = written(chifeng, tmp_path)["公开05表 一般公共预算财政拨款支出决算表"]
    assert [0, 1, 2] == [sheet.cell(row, 2).alignment.indent for row in (8, 9, 10)]


def test_every_cell_of_a_table_has_borders(chifeng: FinalAccounts, tmp_path: Path) -> None:
    for sheet, table in zip(written(chifeng, tmp_path), gf.tabulate(chifeng, MONGOLIA, partial=True), strict=True):
        rows = len(table.header) + len(table.body)
        for row in sheet.iter_rows(min_row=4, max_row=3 + rows, max_col=table.width):
            for cell in row:
                if isinstance(cell, openpyxl.cell.MergedCell):
                    continue  # it has the borders of the cell that reaches over it
                assert "thin" == cell.border.left.style == cell.border.bottom.style, (sheet.title, cell.coordinate)
        assert sheet.max_row == 3 + rows + len(table.notes)


def test_calamine_reads_the_printed_amounts(chifeng: FinalAccounts, tmp_path: Path) -> None:
    path = tmp_path / "tables.xlsx"
    write_xlsx(chifeng, path, MONGOLIA, partial=True)
    rows = calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert ["总计", "30", 4789.64, "总计", "60", 4789.64] == rows[34]
    assert "注：本表反映部门本年度的总收支和年末结转结余情况。" == rows[35][0]


def test_amounts_are_in_yuan_if_so_asked(chifeng: FinalAccounts, tmp_path: Path) -> None:
    sheet = written(chifeng, tmp_path, scale=gf.Scale.YUAN).worksheets[0]
    assert "单位：元" == sheet["F3"].value
    assert 38364680 <= sheet["C6"].value <= 38364749


@pytest.mark.parametrize(
    ("nil", "expected"),
    [pytest.param("", None, id="blank"), pytest.param("0.00", 0, id="zero"), pytest.param("—", "—", id="dash")],
)
def test_nil_is_printed_as_the_form_says(nil: str, expected: object, tmp_path: Path) -> None:
    tables = MONGOLIA.tables
    form = evolve(MONGOLIA.form, tables=evolve(tables, printing=Printing(nil=nil)))
    sheet = written(items("100.00"), tmp_path, Jurisdiction(form))["公开05表 一般公共预算财政拨款支出决算表"]
    assert expected == sheet["E10"].value


def test_what_was_not_supplied_is_blank_whatever_nil_is(tmp_path: Path) -> None:
    form = evolve(MONGOLIA.form, tables=evolve(MONGOLIA.tables, printing=Printing(nil="0.00")))
    sheet = written(items("100.00"), tmp_path, Jurisdiction(form)).worksheets[0]
    assert sheet["C6"].value is None


def test_an_amount_that_rounds_to_nothing_is_zero_not_blank(tmp_path: Path) -> None:
    sheet = written(items("1.00", "100.00"), tmp_path)["公开05表 一般公共预算财政拨款支出决算表"]
    assert [0, 0.01] == [sheet["D10"].value, sheet["D11"].value]


def test_a_number_of_more_than_15_digits_is_a_text(tmp_path: Path) -> None:
    accounts = items("9007199254740993.01", "1.00")
    sheet = written(accounts, tmp_path, scale=gf.Scale.YUAN)["公开05表 一般公共预算财政拨款支出决算表"]
    assert ["9,007,199,254,740,993.01", 1, "9,007,199,254,740,994.01"] == [
        sheet.cell(row, 4).value for row in (10, 11, 9)
    ]


# Formulas


def test_a_total_is_a_formula_where_the_rounded_amounts_have_that_sum(tmp_path: Path) -> None:
    accounts = items("149.00", "149.00")  # 0.0149万元 each; together 0.0298万元, which is printed 0.03
    sheet = written(accounts, tmp_path)["公开05表 一般公共预算财政拨款支出决算表"]
    assert [0.03, 0.01, 0.01] == [sheet.cell(row, 4).value for row in (9, 10, 11)]
    assert "=SUM(D9:E9)" == sheet["C9"].value
    exact = written(accounts, tmp_path, scale=gf.Scale.YUAN)["公开05表 一般公共预算财政拨款支出决算表"]
    assert ["=SUM(D8)", "=SUM(D9)", "=SUM(D10:D11)"] == [exact.cell(row, 4).value for row in (7, 8, 9)]


def test_totals_between_lines_with_names_are_formulas(chifeng: FinalAccounts, tmp_path: Path) -> None:
    book = written(chifeng, tmp_path)
    totals, fiscal, basic = book.worksheets[0], book.worksheets[3], book.worksheets[5]
    assert ["=SUM(C6:C13)", "=SUM(C32:C34)"] == [totals["C32"].value, totals["C35"].value]
    assert ["=SUM(C32:C33)", "=SUM(G32:G33)"] == [fiscal["C37"].value, fiscal["G37"].value]
    assert "=SUM(C5,C19)" == basic["C40"].value
    assert ["=SUM(B8:C8,F8)", "=SUM(D8:E8)"] == [book.worksheets[9][cell].value for cell in ("A8", "C8")]
    assert "=SUM(C8:C15)" == book.worksheets[10]["C7"].value


def numbers_of(xml: str) -> tuple[dict[str, Decimal], dict[str, str]]:
    """The numbers of a sheet as they are written, by cell, and the formulas."""
    numbers: dict[str, Decimal] = {}
    formulas: dict[str, str] = {}
    for cell, attributes, formula, value in re.findall(
        r'<c r="([A-Z]+[0-9]+)"([^>]*)>(?:<f>([^<]*)</f>)?<v>([^<]*)</v></c>', xml
    ):
        if 't="s"' not in attributes:
            numbers[cell] = Decimal(value)
        if formula:
            formulas[cell] = formula
    return numbers, formulas


def cells_of(reference: str) -> Iterator[str]:
    """The cells of an argument of SUM."""
    first, _, last = reference.partition(":")
    for row in openpyxl.utils.cell.rows_from_range(f"{first}:{last or first}"):
        yield from row


def sheets_of(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as file:
        names = [name for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
        names.sort(key=lambda name: int(re.sub(r"\D", "", name)))
        return [file.read(name).decode() for name in names]


def printed(table: Table) -> list[Decimal]:
    """The figures of a table that a workbook can hold, in their order."""
    numeric = [cell for cell in table.cells() if cell.kind in (CellKind.AMOUNT, CellKind.COUNT) and cell.text]
    values = [Decimal(cell.text.replace(",", "")) for cell in numeric]
    return [value for value in values if len(value.as_tuple().digits) <= 15]


@given(
    accounts=final_accounts(complete=False), name=st.sampled_from(NAMES), scale=st.sampled_from([None, gf.Scale.YUAN])
)
def test_every_workbook_holds_what_the_tables_print_and_its_sums_are_exact(
    tmp_path_factory: pytest.TempPathFactory, accounts: FinalAccounts, name: str, scale: gf.Scale | None
) -> None:
    jurisdiction = gf.jurisdiction(name, 2026)
    path = tmp_path_factory.getbasetemp() / "property.xlsx"
    write_xlsx(accounts, path, jurisdiction, scale=scale, partial=True, supplements=True)
    tables = gf.tabulate(accounts, jurisdiction, scale=scale, partial=True)
    for xml, table in zip(sheets_of(path), tables, strict=False):
        numbers, formulas = numbers_of(xml)
        assert printed(table) == [*numbers.values()]
        for cell, formula in formulas.items():
            references = formula.removeprefix("SUM(").removesuffix(")").split(",")
            parts = [part for reference in references for part in cells_of(reference)]
            assert cell not in parts
            assert numbers[cell] == sum(numbers.get(part, Decimal(0)) for part in parts)


# Texts that could do harm


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "=1+1", "http://a.b", "007"])
def test_a_text_is_never_a_formula_a_link_or_a_number(text: str, tmp_path: Path) -> None:
    accounts = FinalAccounts(
        department=Department(name=text, units=[Unit(name=text)]),
        year=2023,
        functional=[FunctionalItem(code="2010101", basic="100", project="0", name=text, initial="1")],
        remarks=Remarks({"overall.total.prior": text, "functional.2010101": text}),
    )
    book = written(accounts, tmp_path, supplements=True)
    name = book["公开05表 一般公共预算财政拨款支出决算表"]["B10"]
    assert (text, "s") == (name.value, name.data_type)
    assert text[0] not in "=+-@" or name.quotePrefix
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if text in str(cell.value)]
    assert {"s"} == {cell.data_type for cell in found}
    assert 5 + 11 <= len(found)
    assert not any(cell.hyperlink for cell in found)


def test_a_text_that_no_cell_can_hold_is_refused_not_cut(tmp_path: Path) -> None:
    accounts = evolve(items("1"), remarks=Remarks({"overall.total.prior": "长" * 32768}))
    with pytest.raises(gf.InvalidInputError) as caught:
        written(accounts, tmp_path, supplements=True)
    assert "too-long-for-a-cell" == caught.value.problems[0].code
    assert [] == list(tmp_path.iterdir())


# On paper


def test_a_sheet_is_set_up_to_be_printed(chifeng: FinalAccounts, tmp_path: Path) -> None:
    book = written(chifeng, tmp_path)
    for sheet in book:
        assert "9" == str(sheet.page_setup.paperSize)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight in (0, 1, None)
        assert sheet.print_options.horizontalCentered
        assert "第 &P 页，共 &N 页" in sheet.oddFooter.center.text
    landscape = [sheet.page_setup.orientation == "landscape" for sheet in book]
    assert [table.landscape for table in gf.tabulate(chifeng, MONGOLIA, partial=True)] == landscape
    sheet = book["公开05表 一般公共预算财政拨款支出决算表"]
    assert "$4:$6" == sheet.print_title_rows
    assert "A7" == sheet.freeze_panes


def width_of(sheet: Any, column: int) -> float:
    """The width of a column; equal neighbours are kept as one."""
    return next(float(each.width) for each in sheet.column_dimensions.values() if each.min <= column <= each.max)


def test_columns_are_wide_enough_for_their_amounts_and_names(chifeng: FinalAccounts, tmp_path: Path) -> None:
    for name in NAMES:
        jurisdiction = gf.jurisdiction(name, 2024)
        book = written(evolve(chifeng, year=2024), tmp_path, jurisdiction, scale=gf.Scale.YUAN)
        tables = gf.tabulate(evolve(chifeng, year=2024), jurisdiction, partial=True, scale=gf.Scale.YUAN)
        for sheet, table in zip(book, tables, strict=True):
            for column in range(table.width):
                cells = [row[column] for row in table.body]
                amounts = [cell.text for cell in cells if cell is not None and cell.address]
                assert max(map(len, amounts), default=0) + 2 < width_of(sheet, column + 1)


def test_a_long_name_gets_a_higher_row_and_a_long_note_too(tmp_path: Path) -> None:
    accounts = items("100.00", "100.00")
    long = evolve(accounts.functional[0], name="很长的科目名称" * 12)
    book = written(evolve(accounts, functional=(long, accounts.functional[1])), tmp_path)
    sheet = book["公开05表 一般公共预算财政拨款支出决算表"]
    assert sheet.row_dimensions[10].height > 3 * 14
    assert 18 == sheet.row_dimensions[11].height
    note = book["公开10表 财政拨款“三公”经费支出决算表"]
    assert note.row_dimensions[9].height > 2 * 14


# The file


def test_equal_accounts_give_equal_bytes(chifeng: FinalAccounts, tmp_path: Path) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    write_xlsx(chifeng, first, MONGOLIA, partial=True, supplements=True)
    write_xlsx(gf.loads(gf.dumps(chifeng)), second, MONGOLIA, partial=True, supplements=True)
    assert first.read_bytes() == second.read_bytes()
    assert 1980 == openpyxl.load_workbook(first).properties.created.year


def test_nothing_is_written_of_accounts_that_lack_a_figure(chifeng: FinalAccounts, tmp_path: Path) -> None:
    with pytest.raises(gf.IncompleteAccountsError) as caught:
        write_xlsx(chifeng, tmp_path / "tables.xlsx", MONGOLIA)
    assert "revenue_items" in [problem.path for problem in caught.value.problems]
    assert [] == list(tmp_path.iterdir())


def test_a_file_is_replaced_as_a_whole_or_not_at_all(
    chifeng: FinalAccounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "tables.xlsx"
    target.write_text("before", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(gf.InvalidInputError) as caught:
        write_xlsx(chifeng, target, MONGOLIA, partial=True)
    assert f"{target}: it cannot be written: No space left on device" == str(caught.value)
    assert "before" == target.read_text(encoding="utf-8")
    assert [target] == list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_a_problem_with_the_path(chifeng: FinalAccounts, tmp_path: Path) -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        write_xlsx(chifeng, tmp_path / "no" / "tables.xlsx", MONGOLIA, partial=True)
    assert "no-such-folder" == caught.value.problems[0].code


def test_tables_are_not_printed_in_yi(chifeng: FinalAccounts, tmp_path: Path) -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        write_xlsx(chifeng, tmp_path / "tables.xlsx", MONGOLIA, scale=gf.Scale.YI, partial=True)
    assert "expected Scale.YUAN or Scale.WAN, got Scale.YI" in str(caught.value)


def test_without_the_extra_it_is_said_what_to_install(
    chifeng: FinalAccounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(gf.InvalidInputError) as caught:
        write_xlsx(chifeng, tmp_path / "tables.xlsx", MONGOLIA, partial=True)
    for lang in ("en", "zh"):
        assert 'pip install "govfinance[xlsx]"' in caught.value.problems[0].message(lang)


def test_nothing_is_said_on_the_terminal(
    chifeng: FinalAccounts, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_xlsx(chifeng, tmp_path / "tables.xlsx", MONGOLIA, partial=True, supplements=True)
    assert ("", "") == capsys.readouterr()


# The sheets beside the tables


def test_the_cover_says_whose_accounts_they_are(chifeng: FinalAccounts, tmp_path: Path) -> None:
    sheet = written(chifeng, tmp_path, supplements=True)[COVER_SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    said = [["项目", "内容"], ["部门名称", "赤峰市司法局"], ["年度", 2023], ["层级", "部门"]]
    assert [*said, ["成立年度", None]] == rows
    new = evolve(chifeng, department=evolve(chifeng.department, founded=2023))
    assert 2023 == written(new, tmp_path, supplements=True)[COVER_SHEET]["B5"].value


def test_budgets_and_the_year_before_are_exact(tmp_path: Path) -> None:
    accounts = evolve(
        items("100.00"),
        expenditure=[ExpenditureLine(nature="basic", initial="37793898.01", prior="0")],
        functional=[
            FunctionalItem(code="2010101", basic="1", project="0", initial="12345.67", adjusted="2", prior="3")
        ],
        operating_expenses=gf.load(ROOT / "examples" / "chifeng-justice-2023.json").operating_expenses,
    )
    sheet = written(accounts, tmp_path, supplements=True)[BUDGET_SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert [*BUDGET_HEADINGS] == rows[0]
    assert ["expenditure.basic", "基本支出", 3779.389801, None, 0] in rows
    assert ["functional.general_public.2010101", "行政运行", 1.234567, 0.0002, 0.0003] in rows
    assert [block.heading for block in BLOCKS] == [row[1] for row in rows if row[0] is None]
    assert "operating_expenses" == rows[-1][0]
    assert "单位：万元" == sheet["A2"].value


def test_every_line_of_the_model_reaches_its_row(chifeng: FinalAccounts, tmp_path: Path) -> None:
    sheet = written(chifeng, tmp_path, supplements=True)[BUDGET_SHEET]
    rows = {row[0].value: [cell.value for cell in row[2:]] for row in sheet.iter_rows(min_row=4)}

    def wan(line: BudgetLine) -> list[float | None]:
        figures = (line.initial, line.adjusted, line.prior)
        return [None if figure is None else float(gf.Scale.WAN.from_yuan(figure)) for figure in figures]

    assert chifeng.overall is not None
    assert chifeng.overall.total is not None
    assert chifeng.fiscal is not None
    assert chifeng.fiscal.total is not None
    assert chifeng.three_public is not None
    assert chifeng.three_public.reception is not None
    assert wan(chifeng.overall.total) == rows["overall.total"]
    assert wan(chifeng.fiscal.total) == rows["fiscal.total"]
    assert wan(chifeng.three_public.reception) == rows["three_public.reception"]
    fund = chifeng.fiscal.funds[1]
    assert fund.expenditure is not None
    assert wan(fund.expenditure) == rows[f"fiscal.{fund.fund.value}.expenditure"]


def test_remarks_stand_under_their_topics(chifeng: FinalAccounts, tmp_path: Path) -> None:
    sheet = written(chifeng, tmp_path, supplements=True)[REMARKS_SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [*REMARKS_HEADINGS] == rows[0]
    assert [*TOPICS] == [row[0] for row in rows[1 : len(TOPICS) + 1]]
    assert dict(chifeng.remarks.texts) == {row[0]: row[2] for row in rows[1:] if row[2] is not None}


def test_without_supplements_there_are_only_the_tables(chifeng: FinalAccounts, tmp_path: Path) -> None:
    assert not {COVER_SHEET, BUDGET_SHEET, REMARKS_SHEET} & set(written(chifeng, tmp_path).sheetnames)


# In a spreadsheet program


def recalculated(office: str, source: Path, folder: Path) -> Any:
    """The workbook as LibreOffice computes it, as calamine reads it; the results that are in the file are taken out."""
    bare, out = folder / "bare.xlsx", folder / "out"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/"):
                data = re.sub(rb"</f><v>[^<]*</v>", b"</f>", data)
            new.writestr(name, data)
    subprocess.run(
        [
            office,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(out),
            str(bare),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return calamine.CalamineWorkbook.from_filelike(BytesIO((out / "bare.xlsx").read_bytes()))


def test_libreoffice_computes_the_same_totals(soffice: str, chifeng: FinalAccounts, tmp_path: Path) -> None:
    path = tmp_path / "tables.xlsx"
    assets = StateAssets(**dict.fromkeys(StateAssets.__annotations__, 3))
    write_xlsx(evolve(chifeng, state_assets=assets), path, MONGOLIA, partial=True)
    ours = calamine.CalamineWorkbook.from_path(str(path))
    theirs = recalculated(soffice, path, tmp_path)
    assert ours.sheet_names == theirs.sheet_names
    for name in ours.sheet_names:
        rows, computed = (book.get_sheet_by_name(name).to_python() for book in (ours, theirs))
        for mine, other in zip(rows, computed, strict=False):
            assert [round(value, 6) if isinstance(value, float) else value for value in mine] == [
                round(value, 6) if isinstance(value, float) else value for value in other
            ]
