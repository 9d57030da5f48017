"""Workbook files become grids, and files that cannot be read become one clear problem."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from struct import pack

import pytest

from govfinance.errors import InvalidInputError, Problem
from govfinance.io._workbook import Grid, Trouble, TroubleKind, cell_address, read_grids
from govfinance.io._workbook._limits import MAX_CELLS, MAX_FILE, MAX_MEMBERS, MAX_MERGED, MAX_SHEETS, MAX_UNPACKED
from govfinance.io._workbook._ole import container, open_compound
from tests import workbook_files as make

ROOT = Path(__file__).resolve().parents[1]
SMALL = {"表一": [["科目", "金额"], ["基本支出", 12.5]], "表二": [[1], [True]]}
ON_LINUX = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="it asks Linux for the memory")
ERROR, NO_VALUE = TroubleKind.ERROR, TroubleKind.NO_VALUE


def problem_of(source: Path | str | bytes) -> Problem:
    with pytest.raises(InvalidInputError) as caught:
        read_grids(source)
    (problem,) = caught.value.problems
    assert problem.en
    assert re.search("[\u4e00-\u9fff]", problem.zh)
    return problem


def only(source: bytes) -> Grid:
    (grid,) = read_grids(source)
    return grid


def plain(rows: str) -> bytes:
    return make.xlsx(f'<row r="1">{rows}</row>')


# What is read


def test_the_sheets_come_in_order_with_names_and_values() -> None:
    grids = read_grids(make.written_xlsx(SMALL, hidden=("表二",)))
    assert [("表一", False), ("表二", True)] == [(grid.name, grid.hidden) for grid in grids]
    assert [[["科目", "金额"], ["基本支出", 12.5]], [[1.0], [True]]] == [grid.rows for grid in grids]
    assert [{}, {}] == [grid.troubles for grid in grids]


def test_a_file_is_read_by_its_contents_and_not_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "决算.xls"
    path.write_bytes(make.written_xlsx(SMALL))
    assert read_grids(path.read_bytes()) == read_grids(path) == read_grids(str(path))


def test_addresses_count_from_the_corner_of_the_sheet() -> None:
    grid = only(make.xlsx('<row r="7"><c r="B7"><v>1</v></c><c r="AC7"><v>2</v></c></row>'))
    assert (6, 1) == (grid.first_row, grid.first_column)
    assert ("B7", "AC7") == (grid.address(0, 0), grid.address(0, 27))
    assert [1.0, *[""] * 26, 2.0] == grid.rows[0]


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_have_letters(column: int, letters: str) -> None:
    assert f"{letters}1" == cell_address(0, column)


def test_texts_of_all_kinds_are_joined_without_their_pronunciation() -> None:
    rich = "<si><r><t>部门</t></r><r><t>决算</t></r><rPh sb='0' eb='1'><t>bumen</t></rPh></si>"
    cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>甲&amp;乙</t></is></c>'
    assert [["部门决算", "甲&乙"]] == only(make.xlsx(f'<row r="1">{cells}</row>', strings=rich)).rows


def test_merged_ranges_are_told() -> None:
    after = '<mergeCells count="1"><mergeCell ref="B2:D3"/></mergeCells>'
    assert ((1, 1, 2, 3),) == only(make.xlsx('<row r="1"><c r="A1"><v>1</v></c></row>', after=after)).merged


@pytest.mark.parametrize(
    ("cell", "trouble"),
    [
        ('<c r="B1" t="e"><v>#REF!</v></c>', Trouble(ERROR, "#REF!")),
        ('<c r="B1" s="3" t="e"><f>1/0</f><v>#DIV/0!</v></c>', Trouble(ERROR, "#DIV/0!")),
        ('<c r="B1" t="e"><v>#SPILL!</v></c>', Trouble(ERROR, "#SPILL!")),
        ("<c r='B1' t='e'><v>#N/A</v></c>", Trouble(ERROR, "#N/A")),
        ('<c r="B1"><f>SUM(A1:A9)</f></c>', Trouble(NO_VALUE, "=SUM(A1:A9)")),
        ('<c r="B1"><f>A1&amp;"x"</f><v></v></c>', Trouble(NO_VALUE, '=A1&"x"')),
        ('<c r="B1"><f t="shared" si="0"/><v/></c>', Trouble(NO_VALUE, "=")),
        ("<c r='B1'><f>A1</f></c>", Trouble(NO_VALUE, "=A1")),
        ('<x:c xmlns:x="y" r="B1"><x:f>A1</x:f></x:c>', Trouble(NO_VALUE, "=A1")),
        ("<c><v>2</v></c><c><f>A1</f></c>", Trouble(NO_VALUE, "=A1")),
    ],
)
def test_errors_and_formulas_without_values_are_no_blanks(cell: str, trouble: Trouble) -> None:
    assert {(0, 1): trouble} == only(plain(cell + '<c r="C1"><v>5</v></c>')).troubles


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2.0),
        ('<c r="A1" t="str"><f>"甲"</f><v>甲</v></c>', "甲"),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', ""),
        ('<c r="A1" s="1"/>', ""),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c t="n" r="A1"><v>3</v></c>', 3.0),
        ('<c r="A1" s="1"><v></v></c>', ""),
    ],
)
def test_cells_with_values_and_blank_cells_are_no_trouble(cell: str, value: object) -> None:
    grid = only(plain(cell + '<c r="B1"><v>5</v></c>'))
    assert {} == grid.troubles
    assert [[value, 5.0]] == [[""] * grid.first_column + grid.rows[0]]


def test_what_is_wrong_with_a_cell_is_told_in_both_languages() -> None:
    problem = Trouble(ERROR, "#REF!").problem()
    assert ("error-cell", True, True) == (problem.code, "#REF!" in problem.en, "#REF!" in problem.zh)
    assert "formula-without-value" == Trouble(NO_VALUE, "=A1").problem().code


def test_formatted_empty_rows_do_not_count() -> None:
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in (500_000, 1_048_576))
    grid = only(make.xlsx(f'<row r="1"><c r="A1"><v>1</v></c></row>{empty}<row><c r="XFD1048576" s="1"/></row>'))
    assert [[1.0]] == grid.rows


def test_dates_by_the_epoch_of_1904() -> None:
    parts = make.xlsx_parts('<row r="1"><c r="A1" s="1"><v>1</v></c></row>')
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    parts["xl/styles.xml"] = f'<styleSheet xmlns="{make.MAIN}">{styles}</styleSheet>'
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace("sharedStrings", "styles")
    ((value,),) = only(make.archive(parts)).rows
    assert date(1904, 1, 2) == (value.date() if isinstance(value, datetime) else value)


def test_a_workbook_in_other_folders_is_found() -> None:
    moved = {
        name.replace("xl/", "book/"): part.replace('"xl/', '"/book/').replace("worksheets/", "../sheets/")
        for name, part in make.xlsx_parts('<row r="1"><c r="A1"><v>1</v></c></row>').items()
    }
    moved["sheets/sheet1.xml"] = moved.pop("book/worksheets/sheet1.xml")
    moved["xl/theme.xml"] = "<a/>"
    assert [[1.0]] == only(make.archive(moved)).rows


# .xls


def test_an_xls_file_is_read() -> None:
    grid = only(make.xls({(2, 1): 1.5, (3, 1): "文", (4, 1): True}, error_at=(5, 1)))
    assert ("表", 2, 1) == (grid.name, grid.first_row, grid.first_column)
    assert [[1.5], ["文"], [True], [""]] == grid.rows
    assert {(5, 1): Trouble(ERROR, "#REF!")} == grid.troubles


def test_many_texts_of_an_xls_file_run_over_its_records() -> None:
    texts = {(row, 0): f"项目{row}" * 40 for row in range(300)}
    assert [[text] for text in texts.values()] == only(make.xls(texts)).rows


def test_an_error_of_a_formula_in_an_xls_file_is_told() -> None:
    formula = make.record(0x0006, pack("<3H6BHHLH3B", 0, 1, 0, 2, 0, 7, 0, 0, 0, 0xFFFF, 0, 0, 3, 0x1E, 1, 0))
    grid = only(make.xls_of(make.number(0, 0, 4.0), formula))
    assert {(0, 1): Trouble(ERROR, "#DIV/0!")} == grid.troubles


def test_a_false_extent_of_an_xls_sheet_does_no_harm() -> None:
    extent = make.record(0x0200, pack("<LLHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0))
    assert [[7]] == only(make.xls_of(extent, make.number(3, 3, 7.0))).rows


def test_a_stream_comes_out_of_its_container_as_it_went_in() -> None:
    for size in (1, 63, 4096, 5000, 5 * 2**20):
        stream = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
        assert stream == open_compound(container("Name", stream)).read("Name")[:size]


# .ods


def test_an_ods_file_is_read() -> None:
    grid = only(
        make.ods(
            '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
            '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
            '<table:table-cell office:value-type="float" office:value="12.5" table:number-columns-spanned="2">'
            "<text:p>12.50</text:p></table:table-cell><table:covered-table-cell/>"
            '<table:table-cell office:value-type="string"><text:p>甲<text:s text:c="2"/><text:span>乙</text:span></text:p>'
            "<text:p>丙</text:p><office:annotation><text:p>批注</text:p></office:annotation></table:table-cell>"
            '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
            '<table:table-cell office:value-type="date" office:date-value="2023-12-31"/>'
            '<table:table-cell office:value-type="time" office:time-value="PT1H30M00S"/>'
            '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>',
            styles='<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>',
        )
    )
    assert ("表", 3, 2, True) == (grid.name, grid.first_row, grid.first_column, grid.hidden)
    times = [True, date(2023, 12, 31), timedelta(minutes=90)]
    assert [[12.5, "", "甲  乙\n丙", *times]] == grid.rows
    assert ((3, 2, 3, 3),) == grid.merged


def test_troubles_of_an_ods_file_are_told() -> None:
    grid = only(
        make.ods(
            '<table:table-row><table:table-cell table:formula="of:=1/0" office:value-type="string" '
            'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
            '<table:table-cell table:formula="of:=[.A1]"/>'
            '<table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
        )
    )
    assert {(0, 0): Trouble(ERROR, "#DIV/0!"), (0, 1): Trouble(NO_VALUE, "=[.A1]")} == grid.troubles
    assert 1.0 == grid.rows[0][-1]


def test_repeated_cells_of_an_ods_file_are_repeated() -> None:
    cell = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>'
    row = f'<table:table-row table:number-rows-repeated="3">{cell}</table:table-row>'
    assert [[1.0, 1.0]] * 3 == only(make.ods(row)).rows


# What is refused


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert ("no-such-file", str(tmp_path / "a.xlsx")) == (
        (problem := problem_of(tmp_path / "a.xlsx")).code,
        problem.path,
    )
    assert "is-a-folder" == problem_of(tmp_path).code
    assert "cannot-read" == problem_of("a\0b").code


def test_a_device_is_not_read() -> None:
    assert "not-a-file" == problem_of(os.devnull).code


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    problem = problem_of(path)
    assert ("workbook-too-large", str(path)) == (problem.code, problem.path)


def test_the_problem_has_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "决算.xlsx"
    path.write_bytes(b"a,b\n1,2\n")
    assert str(path) == problem_of(path).path


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "CSV"),
        ("科目,金额\n".encode("gb18030"), "CSV"),
        (b"%PDF-1.7\n", "PDF"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "HTML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHTML"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "Excel 2003"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"{\\rtf1", "rich text"),
        (b"\x00\x01\x02\x03", "unknown"),
        (make.archive({"word/document.xml": "<a/>"}), "docx"),
        (make.archive({"ppt/presentation.xml": "<a/>"}), "pptx"),
        (make.archive({"xl/workbook.bin": "x"}), "xlsb"),
        (make.archive({"a.txt": "x"}), "archive"),
        (make.archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (container("WordDocument", b"x"), "Word"),
        (container("Other", b"x"), "Office"),
    ],
)
def test_a_file_of_another_kind_is_named(data: bytes, word: str) -> None:
    problem = problem_of(data)
    assert "not-a-workbook" == problem.code
    assert word in problem.en
    assert ".xlsx" in problem.en


@pytest.mark.parametrize(
    "data",
    [
        container("EncryptedPackage", b"x"),
        container("EncryptionInfo", b"x"),
        make.xls_of(workbook=make.record(0x002F, bytes(6))),
        make.ods("", manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
    ],
)
def test_a_protected_file_asks_for_no_password(data: bytes) -> None:
    assert "password-protected" == problem_of(data).code


@pytest.mark.parametrize("data", [container("Book", b"x"), make.xls_of(version=0x0500), b"\x09\x00\x04\x00\x02\x00"])
def test_a_workbook_older_than_excel_97_is_refused(data: bytes) -> None:
    assert "workbook-too-old" == problem_of(data).code


XLSX = make.written_xlsx(SMALL)
XLS = make.xls({(0, 0): 1.0, (1, 0): "文" * 3000})


@pytest.mark.parametrize("part", [0.05, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("data", [XLSX, XLS], ids=["xlsx", "xls"])
def test_a_file_that_is_cut_off_is_damaged(data: bytes, part: float) -> None:
    assert "damaged-workbook" == problem_of(data[: int(len(data) * part)]).code


def changed(**changes: str | None) -> bytes:
    parts = make.xlsx_parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    for name, part in changes.items():
        (path,) = (path for path in parts if path.endswith(f"/{name}.xml"))
        if part is None:
            del parts[path]
        else:
            parts[path] = part
    return make.archive(parts)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(changed(workbook=f'<workbook xmlns="{make.MAIN}"><sheets/></workbook>'), id="no sheets"),
        pytest.param(changed(workbook=None), id="no workbook part"),
        pytest.param(changed(sheet1=None), id="a sheet is missing"),
        pytest.param(changed(workbook="<workbook><sheets><sheet"), id="broken XML of the workbook"),
        pytest.param(changed(sheet1="<worksheet><sheetData><row><c r='A1'><v>1</v>"), id="broken XML of a sheet"),
        pytest.param(changed(sheet1="<worksheet/>"), id="no cells section"),
        pytest.param(plain('<c r="A1" t="s"><v>5</v></c>'), id="a text that does not exist"),
        pytest.param(plain('<c r="A1" t="zz"><v>5</v></c>'), id="an unknown type"),
        pytest.param(plain("<c r='1A'><v>5</v></c>"), id="no address"),
        pytest.param(plain('<c r="A1"><c r="B2"><v>5</v></c></c>'), id="a cell within a cell"),
        pytest.param(make.lying(XLSX, "xl/worksheets/sheet1.xml", 50), id="a false size"),
        pytest.param(make.xls_of(cut=4), id="cut records"),
        pytest.param(make.xls_of(make.record(0x0203, b"\0")), id="a short record"),
        pytest.param(
            make.ods('<table:table-row><table:table-cell office:value-type="float"/></table:table-row>'), id="no value"
        ),
        pytest.param(make.ods("<table:table-row>"), id="broken XML of an ods file"),
    ],
)
def test_contents_that_contradict_themselves_are_damaged(data: bytes) -> None:
    assert "damaged-workbook" == problem_of(data).code


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(make.xlsx(CELL, head=DOCTYPE), id="a sheet"),
        pytest.param(changed(workbook=DOCTYPE + "<workbook/>"), id="the workbook"),
        pytest.param(make.ods("", head=DOCTYPE), id="an ods file"),
        pytest.param(make.xlsx(CELL, head='<?xml version="1.0" encoding="gbk"?>'), id="another encoding"),
        pytest.param(plain('<c r="A1"><v><![CDATA[5]]></v></c>'), id="CDATA, which the parser drops"),
        pytest.param(make.xlsx(CELL, strings="<si><t><![CDATA[x]]></t></si>"), id="CDATA in shared texts"),
        pytest.param(plain('<c r="A1"><v>5<!-- -->6</v></c>'), id="a comment, at which the parser stops"),
    ],
)
def test_xml_that_no_program_writes_is_refused(data: bytes) -> None:
    assert "unsafe-workbook" == problem_of(data).code


def many_sheets() -> bytes:
    parts = make.xlsx_parts(CELL)
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, MAX_SHEETS + 2))
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{make.MAIN}" xmlns:r="{make.OFFICE}"><sheets>{sheets}</sheets></workbook>'
    )
    return make.archive(parts)


def ods_of(repeats: str) -> bytes:
    cell = f'<table:table-cell {repeats} office:value-type="float" office:value="1"/>'
    row = '<table:table-row table:number-rows-repeated="1048576">'
    return make.ods(f"{row}{cell}</table:table-row>")


def long_texts() -> bytes:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 9000))
    return make.xlsx(cells, strings=f"<si><t>{'长' * 30_000}</t></si>")


LARGE: dict[str, Callable[[], bytes]] = {
    "file": lambda: b"PK" + bytes(MAX_FILE),
    "members": lambda: XLSX + b"PK\x01\x02" * (MAX_MEMBERS + 1),
    "bomb": lambda: make.xlsx(CELL, after="<a/>" * (MAX_UNPACKED // 4 + 1)),
    "corners": lambda: plain('<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'),
    "corners in other quotes": lambda: plain("<c r='A1'><v>1</v></c><c r='XFD1048576'><v>1</v></c>"),
    "corners with prefixes": lambda: plain('<c r="A1"><v>1</v></c><x:c xmlns:x="y" r="XFD1048576"><x:v>1</x:v></x:c>'),
    "a far row": lambda: make.xlsx(f'{CELL}<row r="1048576"><c><v>1</v></c><c><v>1</v></c></row>'),
    "shared texts": long_texts,
    "sheets": many_sheets,
    "a list of sheets": lambda: changed(workbook="<workbook>" + "<sheet/>" * 1_000_000 + "</workbook>"),
    "merged ranges": lambda: make.xlsx(CELL, after='<mergeCell ref="A1:B2"/>' * (MAX_MERGED + 1)),
    "xls merged ranges": lambda: make.xls_of(*[make.record(0x00E5, bytes(8002))] * (MAX_MERGED // 1000 + 1)),
    "ods merged ranges": lambda: make.ods(
        "<table:table-row>"
        + '<table:table-cell table:number-rows-spanned="2"/>' * (MAX_MERGED + 1)
        + "</table:table-row>"
    ),
    "xls corners": lambda: make.xls_of(make.number(0, 0, 1.0), make.number(65535, 255, 1.0)),
    "ods repeated": lambda: ods_of('table:number-columns-repeated="16384"'),
    "ods repeated a billion times": lambda: ods_of('table:number-columns-repeated="999999999"'),
    "ods corners": lambda: make.ods(
        '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048574"/><table:table-row>'
        '<table:table-cell table:number-columns-repeated="16383"/>'
        '<table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_large_is_refused(name: str) -> None:
    assert "workbook-too-large" == problem_of(LARGE[name]()).code


@ON_LINUX
def test_a_large_workbook_within_the_limits_is_read_in_a_bounded_memory(tmp_path: Path) -> None:
    columns = "ABCDEFGHIJ"
    rows = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}"><v>{n}.25</v></c>' for c in columns) + "</row>"
        for n in range(1, MAX_CELLS // 10 + 1)
    )
    assert len(rows) < MAX_UNPACKED
    assert 300 > megabytes_to_read(tmp_path, make.xlsx(rows), "500000")


@ON_LINUX
@pytest.mark.parametrize(
    "name",
    [
        "a list of sheets",
        "merged ranges",
        "bomb",
        "corners",
        "shared texts",
        "xls corners",
        "ods repeated",
        "ods corners",
    ],
)
def test_a_hostile_workbook_is_refused_in_a_bounded_memory(name: str, tmp_path: Path) -> None:
    assert 300 > megabytes_to_read(tmp_path, LARGE[name](), "workbook-too-large")


def megabytes_to_read(folder: Path, data: bytes, expected: str) -> float:
    """The largest memory of a process of its own that reads the file and prints the number of cells or the code."""
    path = folder / "large.xlsx"
    path.write_bytes(data)
    program = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))\n"
        "from govfinance.errors import InvalidInputError\n"
        "from govfinance.io._workbook import read_grids\n"
        "try:\n"
        "    print(sum(len(row) for grid in read_grids(sys.argv[1]) for row in grid.rows))\n"
        "except InvalidInputError as error:\n"
        "    print(error.problems[0].code)\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, timeout=120, check=True, cwd=ROOT
    )
    said, kilobytes = done.stdout.split()
    assert expected == said
    return int(kilobytes) / 1024


def test_a_panic_of_the_parser_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    import python_calamine

    class PanicException(BaseException):
        pass

    class Broken:
        @staticmethod
        def from_filelike(_: object) -> object:
            raise PanicException

    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Broken)
    assert "damaged-workbook" == problem_of(XLSX).code


def test_the_extra_is_named_when_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    problem = problem_of(XLSX)
    assert "missing-extra" == problem.code
    assert "govfinance[xlsx]" in problem.en
    assert "govfinance[xlsx]" in problem.zh
