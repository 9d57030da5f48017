"""The commands with workbooks: tables written and read again, last year's beside this year's, templates, bad files."""

import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import govfinance as gf
from govfinance.cli import main
from tests.oracle.made_up import ZERO, merged

pytest.importorskip("xlsxwriter", reason="needs XlsxWriter (govfinance[xlsx])")
pytest.importorskip("python_calamine", reason="needs python-calamine (govfinance[xlsx])")

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "chifeng-justice-2023.json"


def of_one_year(data: Any) -> Any:
    """The same without budgets and figures of the year before, apart from those of “三公”经费, which its table prints."""
    if not isinstance(data, dict):
        return data
    return {
        key: value if key == "three_public" else of_one_year(value)
        for key, value in data.items()
        if key not in ("initial", "prior")
    }


# 1,500,000 元 came in, 1,200,000 went out, 300,000 are left. The general public budget has 1,000,000 of the one, 800,000
# of the other, and 200,000 of the rest. The fourth digit after the point of 万元 is there to be rounded away.
THIS: dict[str, Any] = merged(
    of_one_year(ZERO),
    {
        "year": 2024,
        "overall": {"closing": {"actual": "300000"}},
        "revenue": {"general_public": {"actual": "1000000"}, "other": {"actual": "500000"}},
        "revenue_items": {"2010101": {"fiscal": "1000000", "other": "500000"}},
        "expenditure": {"basic": {"actual": "899979"}, "project": {"actual": "300021"}},
        "expenditure_items": {"2010101": {"basic": "899979", "project": "300021"}},
        "functional": {"general_public": {"2010101": {"basic": "600000", "project": "200000"}}},
        "economic": {
            "basic": {"30101": {"actual": "550000"}, "30201": {"actual": "50000"}},
            "project": {"30201": {"actual": "200000"}},
        },
        "operating_expenses": {"actual": "50000"},
        "three_public": {"reception": {"domestic": {"actual": "1200", "batches": 1, "persons": 2}}},
        "fiscal": {"funds": {"general_public": {"closing": {"actual": "200000"}}}},
    },
)
# 1,200,000 元 came in and went out, 1,000,000 of them of the general public budget.
LAST: dict[str, Any] = merged(
    THIS,
    {
        "year": 2023,
        "overall": {"closing": {"actual": "0"}},
        "revenue": {"other": {"actual": "200000"}},
        "revenue_items": {"2010101": {"other": "200000"}},
        "expenditure": {"basic": {"actual": "800000"}, "project": {"actual": "400000"}},
        "expenditure_items": {"2010101": {"basic": "800000", "project": "400000"}},
        "functional": {"general_public": {"2010101": {"basic": "700000", "project": "300000"}}},
        "economic": {"basic": {"30101": {"actual": "650000"}}, "project": {"30201": {"actual": "300000"}}},
        "fiscal": {"funds": {"general_public": {"closing": {"actual": "0"}}}},
    },
)
# 1,000,000 元 were budgeted, all of them of the general public budget.
BUDGET: dict[str, Any] = merged(
    LAST,
    {
        "year": 2024,
        "revenue": {"other": {"actual": "0"}},
        "revenue_items": {"2010101": {"other": "0"}},
        "expenditure": {"basic": {"actual": "700000"}, "project": {"actual": "300000"}},
        "expenditure_items": {"2010101": {"basic": "700000", "project": "300000"}},
    },
)


class Result(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]
Put = Callable[..., Path]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an English environment."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*argv: str | Path, stdin: bytes | None = None) -> Result:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(word) for word in argv])
        return Result(code, *capsys.readouterr())

    return run


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes accounts to a file: as JSON, or as a workbook that has the sheets beside the tables too."""

    def put(name: str, data: dict[str, Any], **options: Any) -> Path:
        path = tmp_path / name
        if path.suffix == ".json":
            path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        else:
            form = gf.jurisdiction("inner-mongolia", data["year"])
            gf.write_xlsx(gf.loads(json.dumps(data)), path, form, **options)
        return path

    return put


def counts(out: str) -> tuple[int, int]:
    """How many checks failed, and how many could not be made."""
    match = re.search("checks: ([0-9]+) inconsistent, (?:[0-9]+ rounding, )?([0-9]+) not checked, ", out)
    assert match is not None
    return int(match[1]), int(match[2])


# --- tables ----------------------------------------------------------------------------------------------------------


def test_the_tables_are_written_and_agree_when_they_are_read_again(run: Run, put: Put, tmp_path: Path) -> None:
    source, output = put("this.json", THIS), tmp_path / "tables.xlsx"
    assert Result(0, "", f"wrote {output} (11 tables)\n") == run("tables", source, "-o", output)
    assert {source, output} == {*tmp_path.iterdir()}
    code, out, err = run("check", output)
    assert (0, "") == (code, err)
    assert 0 == counts(out)[0]
    read = gf.read_xlsx(output)
    assert ("甲县乙局", 2024) == (read.department.name, read.year)
    assert read.precision is not None
    assert 100 == read.precision.step  # 0.01万元


def test_what_is_written_is_rounded_once_to_two_decimals_of_wan(run: Run, put: Put, tmp_path: Path) -> None:
    output = tmp_path / "tables.xlsx"
    run("tables", put("this.json", THIS), "-o", output)
    # 89.9979 and 30.0021万元
    assert [900_000, 300_000] == [line.actual for line in gf.read_xlsx(output).expenditure][:2]


def test_in_yuan_nothing_is_rounded(run: Run, put: Put, tmp_path: Path) -> None:
    output = tmp_path / "tables.xlsx"
    assert 0 == run("tables", put("this.json", THIS), "-o", output, "--scale", "元").code
    read = gf.read_xlsx(output)
    assert read.precision is None
    assert [899_979, 300_021] == [line.actual for line in read.expenditure][:2]
    assert 0 == run("check", output).code


@pytest.mark.parametrize(("name", "tables"), [("inner-mongolia", 11), ("ministry", 9), ("shanghai", 9)])
def test_the_tables_are_those_of_the_jurisdiction(run: Run, put: Put, tmp_path: Path, name: str, tables: int) -> None:
    three = {"three_public": {line: {"initial": "0"} for line in THIS["three_public"]}}
    output = tmp_path / "tables.xlsx"
    code, _, err = run("tables", put("this.json", merged(THIS, three)), "-o", output, "--jurisdiction", name)
    assert (0, f"wrote {output} ({tables} tables)\n") == (code, err)
    assert tables == len(gf.open_xlsx(output).tables)
    assert 0 == counts(run("check", output).out)[0]


def test_a_workbook_is_laid_out_anew_in_another_form(run: Run, put: Put, tmp_path: Path) -> None:
    output = tmp_path / "public.xlsx"
    assert 0 == run("tables", put("this.xlsx", THIS), "--jurisdiction", "ministry", "-o", output).code
    assert gf.read_xlsx(tmp_path / "this.xlsx").revenue == gf.read_xlsx(output).revenue


def test_missing_figures_are_refused_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "tables.xlsx"
    code, out, err = run("tables", EXAMPLE, "-o", output)
    assert (2, "") == (code, out)
    first, *rest = err.splitlines()
    assert first.startswith("error: the tables cannot be written: 2 places not supplied (missing is not zero: ")
    assert {"expenditure_items", "revenue_items"} == {line.strip().partition(":")[0] for line in rest}
    assert [] == [*tmp_path.iterdir()]

    output.write_text("as it was", encoding="utf-8")
    code, _, err = run("tables", EXAMPLE, "-o", output, "--lang", "zh")
    assert 2 == code
    assert err.startswith("错误：无法生成决算表：有 2 处数据未提供（缺失不等于零：")
    assert "as it was" == output.read_text(encoding="utf-8")


def test_partial_leaves_cells_blank(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "tables.xlsx"
    assert Result(0, "", f"wrote {output} (11 tables)\n") == run("tables", EXAMPLE, "-o", output, "--partial")
    assert 0 == counts(run("check", output).out)[0]


def test_budgets_and_last_year_are_in_the_supplements_only(run: Run, put: Put, tmp_path: Path) -> None:
    data = merged(THIS, {"overall": {"total": {"initial": "1000000", "prior": "1200000"}}})
    source, output = put("this.json", data), tmp_path / "tables.xlsx"
    run("tables", source, "-o", output)
    total = gf.read_xlsx(output).overall
    assert total is None or total.total is None or total.total.initial is None
    run("tables", source, "-o", output, "--supplements")
    overall = gf.read_xlsx(output).overall
    assert overall is not None
    assert overall.total is not None
    assert (1_000_000, 1_200_000) == (overall.total.initial, overall.total.prior)


def test_the_narrative_of_a_workbook_is_that_of_the_accounts_it_was_written_from(
    run: Run, put: Put, tmp_path: Path
) -> None:
    source, output = put("this.json", THIS), tmp_path / "all.xlsx"
    assert 0 == run("tables", source, "-o", output, "--supplements", "--scale", "元").code
    expected = run("report", source)
    assert 0 == expected.code
    assert expected == run("report", output)
    # in 万元 each amount is rounded: 89.9979 and 30.0021万元, and 90.00 of 120.00 is 75.00%
    run("tables", source, "-o", output, "--supplements")
    assert "90.00万元，占75.00%" in without_spaces(run("report", output).out)


def test_what_the_tables_do_not_print_is_missing_and_not_zero(run: Run, put: Put) -> None:
    code, out, err = run("report", put("this.xlsx", THIS))
    assert (2, "") == (code, out)
    assert "three_public.abroad.groups: not supplied" in err
    assert "three_public.reception.domestic.batches: not supplied" in err


# --- last year and the budget ----------------------------------------------------------------------------------------

# (1,500,000 - 1,000,000) / 1,000,000, and (1,500,000 - 1,200,000) / 1,200,000
COMPARED = (
    "收入、支出决算总计150.00万元。与年初预算相比，收、支总计各增加50.00万元，增长50.00%。"
    "与上年决算相比，收、支总计各增加30.00万元，增长25.00%。"
)


def without_spaces(text: str) -> str:
    return re.sub(" ", "", text)


def test_json_is_compared_with_json(run: Run, put: Put) -> None:
    source, last, budget = put("this.json", THIS), put("last.json", LAST), put("budget.json", BUDGET)
    code, out, _ = run("report", source, "--prior", last, "--budget", budget)
    assert 0 == code
    assert COMPARED in without_spaces(out)
    _, out, _ = run("explain", source, "--prior", last, "--budget", budget, "--section", "1")
    assert "50.00% = 500,000.00 ÷ 1,000,000.00 (收入总计年初预算), half-up to 0.01" in out
    assert "25.00% = 300,000.00 ÷ 1,200,000.00 (收入总计上年决算), half-up to 0.01" in out


def test_json_is_compared_with_workbooks(run: Run, put: Put) -> None:
    source, last, budget = put("this.json", THIS), put("last.xlsx", LAST), put("budget.xlsx", BUDGET)
    code, out, _ = run("report", source, "--prior", last, "--budget", budget)
    assert 0 == code
    assert COMPARED in without_spaces(out)


def test_a_workbook_is_checked_with_last_years(run: Run, put: Put) -> None:
    source, last = put("this.xlsx", THIS), put("last.xlsx", LAST)
    alone, beside = run("check", source), run("check", source, "--prior", last)
    assert (0, 0) == (alone.code, beside.code)
    assert "[overall.opening]" in alone.out  # not checked: nothing says what was left last year
    assert "[overall.opening]" not in beside.out

    changed = put("left.json", merged(LAST, {"overall": {"closing": {"actual": "700"}}}))
    code, out, _ = run("check", source, "--prior", changed)
    assert 1 == code
    assert "differ by -700.00 元 [overall.opening]" in out


def test_accounts_of_another_year_are_not_last_years(run: Run, put: Put) -> None:
    source = put("this.json", THIS)
    code, out, err = run("report", source, "--prior", source)
    assert (2, "") == (code, out)
    assert [
        f"error: 1 problem in {source}",
        "  prior.year: expected the year 2023 beside accounts of 2024, got 2024",
    ] == err.splitlines()


def test_problems_of_all_files_are_told_together(run: Run, put: Put, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    source = put("this.json", THIS)
    code, out, err = run("check", source, "--prior", tmp_path / "bad.json", "--budget", tmp_path / "missing.xlsx")
    assert (2, "") == (code, out)
    assert err.startswith(f"error: 2 problems in {source}\n  prior")
    assert "\n  budget" in err


# --- whose and when --------------------------------------------------------------------------------------------------


def bare(tmp_path: Path) -> Path:
    """A table that says neither whose it is nor of which year."""
    import xlsxwriter

    path = tmp_path / "bare.xlsx"
    rows: list[list[object]] = [
        ["收入支出决算总表"],
        ["单位：万元"],
        ["收入", "", "支出", ""],
        ["项目", "决算数", "项目", "决算数"],
        ["一、一般公共预算财政拨款收入", 12.5, "一、一般公共服务支出", 12.5],
        ["本年收入合计", 12.5, "本年支出合计", 12.5],
        ["总计", 12.5, "总计", 12.5],
    ]
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("表")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def test_department_and_year_are_said_where_the_workbook_does_not(run: Run, tmp_path: Path) -> None:
    path = bare(tmp_path)
    code, out, err = run("check", path)
    assert (2, "") == (code, out)
    first, *rest = err.splitlines()
    assert f"error: 1 problem in {path}" == first
    assert ["year"] == [line.strip().partition(":")[0] for line in rest]
    code, out, err = run("check", path, "--department", "甲县乙局", "--year", "2024", "--format", "json")
    assert (0, "") == (code, err)
    assert ("甲县乙局", 2024) == (json.loads(out)["department"], json.loads(out)["year"])


def test_the_name_of_the_file_stands_in_for_a_department_that_no_table_says(run: Run, tmp_path: Path) -> None:
    path = bare(tmp_path).rename(tmp_path / "甲县乙局2024年度部门决算公开表.xlsx")
    code, out, err = run("check", path, "--format", "json")
    assert 0 == code
    assert ("甲县乙局", 2024) == (json.loads(out)["department"], json.loads(out)["year"])
    assert ["note: department", "note: year"] == [line.rpartition(": no table")[0] for line in err.splitlines()]


# --- template --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "tables"), [("inner-mongolia", 11), ("ministry", 9), ("shanghai", 9)])
def test_the_template_has_the_tables_of_the_form_and_the_sheets_beside_them(
    run: Run, tmp_path: Path, name: str, tables: int
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    output = tmp_path / "blank.xlsx"
    code, out, err = run("template", "--jurisdiction", name, "--year", "2024", "-o", output, "--department", "甲县乙局")
    assert Result(0, "", f"wrote {output} (empty tables of {name} 2024)\n") == (code, out, err)
    book = openpyxl.load_workbook(output)
    beside = {"填表说明", "封面", "预算与上年", "补充数据", "说明", "科目"}
    assert beside < {*book.sheetnames}
    assert tables == len({*book.sheetnames} - beside)
    assert {"甲县乙局", 2024} <= {cell.value for row in book["封面"].iter_rows() for cell in row}


def test_an_empty_template_is_not_read_as_zeros(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "blank.xlsx"
    run("template", "-o", output)
    code, out, err = run("report", output)
    assert (2, "") == (code, out)
    assert err.startswith("error: ")


def test_the_year_of_a_template_is_that_of_the_newest_form(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "空表.xlsx"
    code, _, err = run("template", "--jurisdiction", "shanghai", "-o", output, "--lang", "zh")
    assert (0, f"已写入 {output}（上海市 2024 年度空表）\n") == (code, err)
    code, _, err = run("template", "--jurisdiction", "shanghai", "--year", "2019", "-o", tmp_path / "no.xlsx")
    assert (2, 1) == (code, len(err.splitlines()))
    assert [output] == [*tmp_path.iterdir()]


# --- what is refused -------------------------------------------------------------------------------------------------


def test_the_input_is_not_overwritten(run: Run, put: Put) -> None:
    source = put("this.xlsx", THIS)
    before = source.read_bytes()
    code, out, err = run("tables", source, "-o", source.parent / "." / source.name)
    assert (2, "") == (code, out)
    assert "this is INPUT, which is not overwritten" in err
    assert before == source.read_bytes()
    assert "这是输入文件，不予覆盖" in run("report", source, "-o", source, "--format", "text", "--lang", "zh").err
    assert before == source.read_bytes()


@pytest.mark.parametrize("command", ["report", "check", "explain"])
@pytest.mark.parametrize(
    ("content", "en", "zh"),
    [
        pytest.param("甲县乙局，决算".encode(), "expected an Excel or ODS workbook", "Excel", id="text"),
        pytest.param(
            "甲县乙局，决算".encode("gb18030"), "expected an Excel or ODS workbook", "Excel", id="text in GBK"
        ),
        pytest.param(None, "the workbook is damaged", "工作簿已损坏", id="truncated"),
        pytest.param(b"PK\x03\x04", "the workbook is damaged", "工作簿已损坏", id="beginning only"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged", "损坏", id="beginning of an .xls"),
    ],
)
def test_what_is_called_a_workbook_and_is_none_is_one_problem_in_one_line(
    run: Run, put: Put, tmp_path: Path, command: str, content: bytes | None, en: str, zh: str
) -> None:
    path = tmp_path / "accounts.xlsx"
    path.write_bytes(put("whole.xlsx", THIS).read_bytes()[:9000] if content is None else content)
    code, out, err = run(command, path)
    assert (2, "") == (code, out)
    first, second = err.splitlines()
    assert f"error: 1 problem in {path}" == first
    assert en in second
    code, out, err = run(command, path, "--lang", "zh")
    assert (2, "") == (code, out)
    first, second = err.splitlines()
    assert f"错误：{path} 有 1 处问题" == first
    assert zh in second


def test_a_workbook_without_tables_is_refused(run: Run, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "accounts.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("表").write(0, 0, "通讯录")
    code, out, err = run("check", path)
    assert (2, "") == (code, out)
    assert "expected the public tables with their official titles" in err


def test_a_form_without_a_narrative_is_told(run: Run, put: Put, tmp_path: Path) -> None:
    form = tmp_path / "form.toml"
    form.write_text('id = "x"\nname = "某县"\nyear = 2024\n[tables]\norder = []\n', encoding="utf-8")
    code, out, err = run("report", put("this.json", THIS), "--jurisdiction", form)
    assert (2, "") == (code, out)
    assert ["error: the form x 2024 has tables only, and no narrative"] == err.splitlines()


# --- standard input and warnings -------------------------------------------------------------------------------------


def test_a_workbook_is_read_from_standard_input(run: Run, put: Put) -> None:
    path = put("this.xlsx", THIS)
    assert run("check", path) == run("check", "-", stdin=path.read_bytes())
    code, out, err = run("check", "-", "--lang", "zh", stdin=path.read_bytes()[:9000])
    assert (2, "") == (code, out)
    assert err.startswith("错误：标准输入有 1 处问题\n  工作簿已损坏")


def test_a_workbook_is_known_by_its_content_and_not_by_its_name(run: Run, put: Put) -> None:
    book, data = put("this.xlsx", THIS), put("this.json", THIS)
    renamed, text = book.with_name("this.dat"), data.with_name("that.xlsx")
    renamed.write_bytes(book.read_bytes())
    text.write_bytes(data.read_bytes())
    assert run("check", book) == run("check", renamed)
    assert run("check", data) == run("check", text)


@pytest.mark.parametrize(("lang", "mark"), [("en", "note: "), ("zh", "提示：")])
def test_a_name_that_is_not_that_of_its_code_is_told_and_read(run: Run, put: Put, lang: str, mark: str) -> None:
    named = merged(THIS, {"functional": {"general_public": {"2010101": {"name": "行政运转"}}}})
    code, out, err = run("check", put("this.xlsx", named), "--lang", lang)
    assert 0 == code
    assert out
    lines = err.splitlines()
    assert lines
    assert all(line.startswith(mark) and "行政运转" in line and "行政运行" in line for line in lines)


def test_a_name_that_is_proven_wrong_fails_the_check_of_a_workbook(run: Run, put: Put) -> None:
    items = {"2010101": {"basic": "600000", "project": "190000"}, "2040601": {"basic": "0", "project": "10000"}}
    spent = {"2010101": {"project": "290021"}, "2040601": {"project": "10000"}}
    wrong = merged(THIS, {"functional": {"general_public": items}, "expenditure_items": spent})
    wrong["functional"]["general_public"]["2040601"]["name"] = "行政运转"
    code, out, err = run("check", put("this.xlsx", wrong))
    assert 1 == code
    expected = "expected 行政运行, the name of 2040601 in 2024, got '行政运转'"
    assert out.startswith("WRONG CODES OR NAMES (1)\n  - ")
    assert expected in out.splitlines()[1]
    assert expected in err
    assert 0 == counts(out)[0]


def test_chinese_commands_speak_chinese(run: Run, put: Put, tmp_path: Path) -> None:
    output = tmp_path / "公开.xlsx"
    assert Result(0, "", f"已写入 {output}（共 11 张表）\n") == run(
        "--lang", "zh", "tables", put("this.json", THIS), "-o", output
    )
    out = run("check", output, "--lang", "zh").out
    assert re.search("共 [0-9]+ 项：0 项不成立，", out)


@pytest.mark.parametrize("command", ["tables", "template"])
def test_the_pages_of_help_are_in_one_language_and_name_every_option(run: Run, command: str) -> None:
    names = "govfinance|--?[a-z]+|tables|template|report|check|schema|jurisdictions|accounts|public|budget"
    names += r"|inner-mongolia|shanghai|toml|JSON|json|xlsx|xls|ods|zh|en"
    code, out, err = run(command, "--help", "--lang", "zh")
    assert (0, "") == (code, err)
    assert out.startswith(f"用法：govfinance {command} ")
    assert [] == re.findall("[A-Za-z]+", re.sub(names, "", out))
    code, out, err = run(command, "--help")
    assert (0, "") == (code, err)
    assert {*"万元"} >= {*re.findall("[\u4e00-\u9fff]", out)}
    options = {"-o, --output", "--jurisdiction", "--scale", "--department", "--year"}
    if command == "tables":
        options |= {"--partial", "--supplements", "--prior", "--budget"}
    assert all(option in out for option in options)


# --- the documentation -----------------------------------------------------------------------------------------------


def _blocks() -> Iterator[tuple[str, str]]:
    """The commands of the pages that write files, with all that they tell."""
    for page in ("docs/reference/command-line.md", "docs/reference/workbooks.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for block in re.findall(
            "^```text\n(\\$ govfinance (?:tables|template|check) .*?)^```", text, re.MULTILINE | re.DOTALL
        ):
            yield page, block


@pytest.mark.parametrize(("page", "block"), [*_blocks()])
def test_the_commands_of_the_documentation_tell_what_stands_there(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str, block: str
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for part in re.split(r"^\$ govfinance ", block, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        _, out, err = run(*command.split())
        pattern = re.escape(printed.rstrip("\n")).replace(re.escape("..."), "(?:.|\n)*")
        assert re.fullmatch(pattern, (err + out).rstrip("\n")), f"{page}: {command}"


@pytest.mark.parametrize("option", ["--prior", "--budget"])
def test_what_it_is_compared_with_is_not_overwritten(run: Run, put: Put, tmp_path: Path, option: str) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(b"what was there before")
    code, out, err = run("tables", put("this.json", THIS), option, other, "-o", other)
    assert (2, "", f"error: {other}: this is {option}, which is not overwritten\n") == (code, out, err)
    assert b"what was there before" == other.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["tables", "x.json"], "error: --output is missing"),
        (["tables", "x.json", "-o", "-"], "error: a workbook is not written to standard output; name a file with -o"),
        (["template", "-o", "x.docx"], "error: x.docx: expected a name that ends with .xlsx"),
        (["check", "x.json", "--year", "x"], "error: --year: expected a year such as 2024, got x"),
        (["check", "x.json", "--year", "x", "--lang", "zh"], "错误：--year：应为年度，如 2024，实际为 x"),
    ],
)
def test_wrong_options_are_one_line(run: Run, arguments: list[str], expected: str) -> None:
    code, out, err = run(*arguments)
    assert (2, "") == (code, out)
    assert expected == err.splitlines()[0]
