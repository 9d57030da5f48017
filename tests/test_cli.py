"""The commands, run within the process of the tests: what they print, where, and with which exit code."""

import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from govfinance.cli import main

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "chifeng-justice-2023.json"
COMMANDS = ("report", "check", "audit", "explain", "tables", "template", "schema", "jurisdictions", "jurisdiction")
PAGES = (*COMMANDS, "jurisdiction check")


class Result(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]
Write = Callable[[Any], Path]


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
def changed(tmp_path: Path) -> Callable[[Callable[[Any], object]], Path]:
    """Writes the example with a change to a file of its own."""

    def changed(change: Callable[[Any], object]) -> Path:
        data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        change(data)
        path = tmp_path / "accounts.json"
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return path

    return changed


# --- report ----------------------------------------------------------------------------------------------------------


def test_the_report_in_english_says_that_it_is_a_translation(run: Run) -> None:
    code, out, _ = run("report", EXAMPLE, "--language", "en")
    assert 0 == code
    assert "Translation for reading only" in out
    assert "each amounted to 47.8964 million yuan" in out
    assert 2 == run("report", EXAMPLE, "--language", "fr").code


def test_the_report_is_the_narrative_on_standard_output(run: Run) -> None:
    code, out, err = run("report", EXAMPLE)
    assert 0 == code
    assert out.startswith(
        "赤峰市司法局2023年度部门决算情况说明\n\n第二部分 部门决算情况说明\n\n一、收入支出决算总体情况说明\n"
    )
    assert "收、支总计各增加 1,010.25万元，增长 26.73%" in out
    assert out.endswith("\n")
    assert not out.endswith("\n\n")
    assert 14 == len(re.findall(r"^[一二三四五六七八九十]+、", out, re.MULTILINE))
    assert "note: overall.total: no reason given (remarks.overall.total.prior)\n" == err


def test_omissions_are_told_one_a_line_in_the_language_of_the_caller(run: Run, changed: Any) -> None:
    def change(data: Any) -> None:
        del data["remarks"]["overall.revenue.prior"]

    code, out, err = run("report", changed(change), "--lang", "zh")
    assert 0 == code
    assert "变动原因：其他收入中用于戒毒所" not in out
    assert 2 == len(err.splitlines())
    assert all(line.startswith("提示：") for line in err.splitlines())
    assert "remarks.overall.revenue.prior" in err


@pytest.mark.parametrize(
    ("name", "options", "beginning"),
    [
        pytest.param("r.txt", (), "赤峰市司法局2023年度", id="txt"),
        pytest.param("r.md", (), "# 赤峰市司法局2023年度", id="md"),
        pytest.param("r.MD", (), "# 赤峰市司法局2023年度", id="upper case"),
        pytest.param("r.json", (), '{\n  "lang": "zh",\n  "title": "赤峰市司法局2023年度', id="json"),
        pytest.param("r", (), "赤峰市司法局2023年度", id="no suffix"),
        pytest.param("r.json", ("--format", "text"), "赤峰市司法局2023年度", id="explicit wins"),
        pytest.param("r.docx", ("--format=markdown",), "# 赤峰市司法局2023年度", id="explicit for an unknown suffix"),
    ],
)
def test_the_format_is_that_of_the_suffix_unless_it_is_given(
    run: Run, tmp_path: Path, name: str, options: tuple[str, ...], beginning: str
) -> None:
    output = tmp_path / name
    code, out, err = run("report", EXAMPLE, "-o", output, *options)
    assert (0, "") == (code, out)
    assert output.read_text(encoding="utf-8").startswith(beginning)
    assert err.splitlines()[-1].startswith(f"wrote {output} (")
    assert [output] == [*tmp_path.iterdir()]


def test_what_is_written_to_a_file_is_what_is_printed(run: Run, tmp_path: Path) -> None:
    for chosen in ("text", "markdown", "json"):
        run("report", EXAMPLE, "--output", tmp_path / "report", "--format", chosen)
        printed = run("report", EXAMPLE, "--format", chosen, "-o", "-").out
        assert printed == (tmp_path / "report").read_bytes().decode()


def test_an_unknown_suffix_is_refused(run: Run, tmp_path: Path) -> None:
    code, out, err = run("report", EXAMPLE, "-o", tmp_path / "report.docx")
    assert (2, "") == (code, out)
    assert ".docx" in err
    assert [] == [*tmp_path.iterdir()]


def test_each_number_of_the_json_has_its_span_and_its_derivation(run: Run) -> None:
    data = json.loads(run("report", EXAMPLE, "--format", "json").out)
    assert {"lang", "title", "notice", "part", "sections"} == data.keys()
    assert [*"一二三四五六七八九十", "十一", "十二", "十三", "十四"] == [one["number"] for one in data["sections"]]
    paragraphs = [block for one in data["sections"] for block in one["blocks"] if block["kind"] != "chart"]
    numbers = [(paragraph["text"], number) for paragraph in paragraphs for number in paragraph["numbers"]]
    assert len(numbers) > 300
    for text, number in numbers:
        assert number["text"] == text[number["start"] : number["end"]]
        assert re.fullmatch("[0-9,.]+", number["text"])
    rate = next(number for _, number in numbers if number["text"] == "26.73")
    assert "26.73% = 10,102,506.00 ÷ 37,793,898.00 (收入总计年初预算), half-up to 0.01" == rate["derivation"]
    assert "budget.change.rate" == rate["field"]


def test_derivations_in_json_are_in_the_language_of_the_caller(run: Run) -> None:
    out = run("--lang", "zh", "report", EXAMPLE, "--format", "json").out
    assert "26.73% = 10,102,506.00 ÷ 37,793,898.00 (收入总计年初预算)，四舍五入至0.01" in out
    assert "half-up" not in out


def test_charts_of_the_json_have_points(run: Run) -> None:
    data = json.loads(run("report", EXAMPLE, "--format", "json").out)
    charts = [block for one in data["sections"] for block in one["blocks"] if block["kind"] == "chart"]
    assert charts
    assert all({"label", "value"} == point.keys() for chart in charts for point in chart["points"])


# --- nothing is written on failure -----------------------------------------------------------------------------------


def test_all_missing_figures_are_told_and_the_output_stays_as_it_was(run: Run, changed: Any, tmp_path: Path) -> None:
    def change(data: Any) -> None:
        del data["overall"]["closing"]["actual"]
        del data["three_public"]["abroad"]["actual"]

    output = tmp_path / "report.txt"
    output.write_text("as it was", encoding="utf-8")
    source = changed(change)
    code, out, err = run("report", source, "-o", output)
    assert (2, "") == (code, out)
    first, *rest = err.splitlines()
    assert "2 figures missing" in first
    assert ["  overall.closing.actual: not supplied", "  three_public.abroad.actual: not supplied"] == rest
    assert "as it was" == output.read_text(encoding="utf-8")
    assert {source, output} == {*tmp_path.iterdir()}


def test_a_text_that_would_be_misread_is_refused(run: Run, changed: Any) -> None:
    def change(data: Any) -> None:
        data["remarks"]["overall.total.initial"] = "。与上年决算相比，收、支总计各增加1.00万元，增长1.00%，变动原因：无"

    code, out, err = run("report", changed(change))
    assert (2, "") == (code, out)
    first, *rest = err.splitlines()
    assert "error: the narrative cannot be written: 1 sentence cannot be formed" == first
    assert 1 == len(rest)
    assert "overall.total" in rest[0]


def test_the_input_is_not_overwritten(run: Run, changed: Any) -> None:
    source = changed(lambda data: None)
    before = source.read_bytes()
    code, _, err = run("report", source, "-o", source.parent / "." / source.name)
    assert 2 == code
    assert "INPUT" in err
    assert before == source.read_bytes()


@pytest.mark.parametrize("name", ["nowhere/report.txt", ".", "accounts.json/report.txt", "x" * 300 + ".txt"])
def test_a_place_where_nothing_can_be_written_is_one_line(run: Run, changed: Any, tmp_path: Path, name: str) -> None:
    source = changed(lambda data: None)
    code, out, err = run("report", source, "-o", tmp_path / name, "--format", "text")
    assert (2, "") == (code, out)
    assert 1 == len(err.splitlines())
    assert [source] == [*tmp_path.iterdir()]


# --- bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["report", "check", "explain"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "nothing", id="empty"),
        pytest.param(b"total: 1", "not JSON", id="not JSON"),
        pytest.param(b"[1, 2]", "object", id="a list"),
        pytest.param(b'"text"', "object", id="a text"),
        pytest.param("{}".encode("utf-16"), "UTF-8", id="UTF-16"),
        pytest.param('{"department": "司法局"}'.encode("gb18030"), "UTF-8", id="GBK"),
        pytest.param(b"[" * 100_000, "nested", id="nested too deeply"),
        pytest.param(b'{"year": ' + b"9" * 10_000 + b"}", "year", id="a number with 10,000 digits"),
        pytest.param(b'{"year": 1e999999999999999999}', "year", id="a number with a huge exponent"),
        pytest.param(b'{"note": "\\ud800"}', "note", id="half a character"),
        pytest.param(b"\x00" * 10, "JSON", id="zeros"),
    ],
)
def test_what_cannot_be_read_is_told(run: Run, tmp_path: Path, command: str, content: bytes, said: str) -> None:
    path = tmp_path / "accounts.json"
    path.write_bytes(content)
    code, out, err = run(command, path)
    assert (2, "") == (code, out)
    assert err.startswith("error: ")
    assert said in err
    assert "Traceback" not in err
    assert str(len(err.splitlines()) - 1) == err.split()[1]


@pytest.mark.parametrize("command", ["report", "check", "explain"])
@pytest.mark.parametrize("name", ["missing.json", ".", "nowhere/missing.json", "x" * 300])
def test_a_file_that_cannot_be_read_is_one_line(run: Run, tmp_path: Path, command: str, name: str) -> None:
    code, out, err = run(command, tmp_path / name)
    assert (2, "") == (code, out)
    assert 1 == len(err.splitlines())
    assert str(tmp_path) in err


def test_all_problems_are_told_one_a_line_with_their_number_first(run: Run, changed: Any) -> None:
    def change(data: Any) -> None:
        data["yaer"] = data.pop("year")
        data["overall"]["closing"]["actual"] = 3324151.5
        data["overall"]["opening"]["actual"] = "NaN"
        data["fiscal"]["surprise"] = 1

    source = changed(change)
    code, out, err = run("report", source)
    assert (2, "") == (code, out)
    first, *rest = err.splitlines()
    assert f"error: 5 problems in {source}" == first
    assert {"yaer", "year", "overall.closing.actual", "overall.opening.actual", "fiscal.surprise"} == {
        line.strip().partition(": ")[0] for line in rest
    }

    code, out, err = run("check", source, "--lang", "zh")
    assert (2, "") == (code, out)
    first, *rest = err.splitlines()
    assert f"错误：{source} 有 5 处问题" == first
    assert 5 == len(rest)
    assert all("：" in line for line in rest)


def test_standard_input_is_read_for_a_hyphen(run: Run) -> None:
    from_file = run("report", EXAMPLE)
    assert from_file == run("report", "-", stdin=EXAMPLE.read_bytes())
    assert from_file == run("report", "--", "-", stdin=EXAMPLE.read_bytes())
    assert run("check", EXAMPLE) == run("check", "-", stdin=b"\xef\xbb\xbf" + EXAMPLE.read_bytes())
    code, out, err = run("check", "-", stdin=b"{}")
    assert (2, "") == (code, out)
    assert "problems in standard input" in err
    assert "标准输入有" in run("check", "-", "--lang", "zh", stdin=b"{}").err


# --- check -----------------------------------------------------------------------------------------------------------


def test_the_example_is_consistent_and_what_could_not_be_checked_is_said(run: Run) -> None:
    code, out, err = run("check", EXAMPLE)
    assert (0, "") == (code, err)
    *_, last = out.splitlines()
    match = re.fullmatch("([0-9]+) checks: 0 inconsistent, ([0-9]+) not checked, ([0-9]+) consistent", last)
    assert match is not None
    assert int(match[1]) == int(match[2]) + int(match[3])
    assert f"NOT CHECKED ({match[2]})" == out.splitlines()[0]
    assert int(match[2]) == len(re.findall("^  - ", out, re.MULTILINE))


def test_what_fails_comes_first_with_exit_code_1(run: Run, changed: Any) -> None:
    def change(data: Any) -> None:
        data["overall"]["closing"]["actual"] = "3324150"

    source = changed(change)
    code, out, err = run("check", source)
    assert (1, "") == (code, err)
    assert out.startswith(
        "INCONSISTENT (1)\n  - total income equals total outlay: does not hold, 47,896,404.00 (收入总计) and "
        "47,896,403.00 (支出总计) differ by 1.00 元 [overall.balance]\n\nNOT CHECKED ("
    )
    assert ": 1 inconsistent, " in out.splitlines()[-1]

    code, out, err = run("check", source, "--lang", "zh")
    assert (1, "") == (code, err)
    assert out.startswith("不成立（1）\n  - 收入总计等于支出总计：不成立，47,896,404.00 (收入总计) 与 47,896,403.00 ")
    assert re.fullmatch("共 [0-9]+ 项：1 项不成立，[0-9]+ 项未核对，[0-9]+ 项成立", out.splitlines()[-1])


def test_of_many_missing_paths_three_are_named_and_the_rest_is_counted(run: Run) -> None:
    out, out_zh = run("check", EXAMPLE).out, run("check", EXAMPLE, "--lang", "zh").out
    unchecked = [one for one in json.loads(run("check", EXAMPLE, "--format", "json").out)["checks"] if one["missing"]]
    assert any(len(one["missing"]) > 3 for one in unchecked)
    for one in unchecked:
        paths = one["missing"]
        more = len(paths) - 3
        shown = ", ".join(paths[:3]) + (f" … and {more} more" if more > 0 else "")
        assert f": {shown} not supplied [{one['id']}]\n" in out
        shown = "、".join(paths[:3]) + (f"……等 {len(paths)} 处" if more > 0 else "")
        assert f"：未提供 {shown} [{one['id']}]\n" in out_zh


def test_the_checks_as_json(run: Run, changed: Any) -> None:
    def change(data: Any) -> None:
        data["overall"]["closing"]["actual"] = "3324150"

    code, out, err = run("check", changed(change), "--format", "json")
    assert (1, "") == (code, err)
    data = json.loads(out)
    assert ("赤峰市司法局", 2023) == (data["department"], data["year"])
    first = data["checks"][0]
    assert ("overall.balance", "INCONSISTENT", "=", "1") == tuple(
        first[key] for key in ("id", "verdict", "relation", "difference")
    )
    assert ("47896404", "47896403") == (first["left"]["value"], first["right"]["value"])
    assert len(data["checks"]) == sum(data["counts"].values())
    assert 1 == data["counts"]["INCONSISTENT"]
    unchecked = [one for one in data["checks"] if one["verdict"] == "UNVERIFIABLE"]
    assert data["counts"]["UNVERIFIABLE"] == len(unchecked)
    assert all(one["missing"] and one["difference"] is None for one in unchecked)
    verdicts = [one["verdict"] for one in data["checks"]]
    assert verdicts == sorted(verdicts, key=["INCONSISTENT", "UNVERIFIABLE", "CONSISTENT"].index)


# --- explain ---------------------------------------------------------------------------------------------------------


def test_explain_gives_the_derivation_of_each_number_below_its_paragraph(run: Run) -> None:
    code, out, err = run("explain", EXAMPLE)
    assert (0, "") == (code, err)
    lines = out.splitlines()
    assert "一、收入支出决算总体情况说明" == lines[0]
    assert "    26.73% = 10,102,506.00 ÷ 37,793,898.00 (收入总计年初预算), half-up to 0.01" in lines
    assert 14 == len(re.findall(r"^[一二三四五六七八九十]+、", out, re.MULTILINE))
    data = json.loads(run("report", EXAMPLE, "--format", "json").out)
    numbers = [number for one in data["sections"] for block in one["blocks"] for number in block.get("numbers", ())]
    explained = [line for line in lines if line.startswith("    ")]
    assert len(numbers) == len(explained)
    for number, line in zip(numbers, explained, strict=True):
        assert line.endswith(number["derivation"])


@pytest.mark.parametrize(
    ("section", "heading"),
    [("一", "一、"), ("1", "一、"), ("十四", "十四、"), ("14", "十四、"), ("十一、", "十一、")],
)
def test_a_section_is_named_in_chinese_or_in_digits(run: Run, section: str, heading: str) -> None:
    code, out, _ = run("explain", EXAMPLE, "--section", section)
    assert 0 == code
    assert [heading] == re.findall(r"^[一二三四五六七八九十]+、", out, re.MULTILINE)
    assert out.startswith(heading)
    assert out in run("explain", EXAMPLE).out


@pytest.mark.parametrize("section", ["十五", "15", "0", "-1", "", "总体", "１x"])
def test_an_unknown_section_is_refused_with_those_that_exist(run: Run, section: str) -> None:
    code, out, err = run("explain", EXAMPLE, f"--section={section}")
    assert (2, "") == (code, out)
    assert "一、二、三、四、五、六、七、八、九、十、十一、十二、十三、十四" in err
    assert "1 to 14" in err
    assert "或 1 至 14" in run("explain", EXAMPLE, f"--section={section}", "--lang=zh").err


# --- schema, jurisdictions, version ----------------------------------------------------------------------------------


def test_the_schema_is_json_and_accepts_the_example(run: Run) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    code, out, err = run("schema")
    assert (0, "") == (code, err)
    jsonschema.validate(json.loads(EXAMPLE.read_text(encoding="utf-8")), json.loads(out))


def test_the_jurisdictions_are_listed_with_what_they_were_checked_with(run: Run) -> None:
    code, out, err = run("jurisdictions")
    assert (0, "") == (code, err)
    assert re.search(
        "^inner-mongolia  内蒙古自治区\n  edition: 2023\n  narrative: 14 sections\n  tables: 11\n  references:\n    - ",
        out,
        re.MULTILINE,
    )
    assert "  checked with:\n    - 赤峰市司法局2023年度部门决算公开\n  limitations:\n    - " in out
    out = run("jurisdictions", "--lang", "zh").out
    assert all(
        word in out
        for word in ("版本：2023 年度", "说明：14 个部分", "决算表：11 张", "依据：", "核对文件：", "局限：")
    )


def test_a_jurisdiction_that_is_not_known_is_refused(run: Run) -> None:
    for command in ("report", "explain"):
        code, out, err = run(command, EXAMPLE, "--jurisdiction", "inner-mongol")
        assert (2, "") == (code, out)
        assert err.startswith(
            "error: --jurisdiction: expected one of inner-mongolia, ministry, shanghai, got 'inner-mongol'"
        )


def test_a_year_before_the_first_edition_is_refused(run: Run, changed: Any) -> None:
    code, out, err = run("report", changed(lambda data: data.update(year=2019)), "--lang", "zh")
    assert (2, "") == (code, out)
    assert "2019" in err
    assert re.search("现有版本始于 20", err)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    from importlib.metadata import version

    assert Result(0, version("govfinance") + "\n", "") == run("--version")
    assert version("govfinance") + "\n" == run("report", "--version").out


# --- usage and language ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "en", "zh"),
    [
        (["reprot"], "unknown command reprot (did you mean report?)", "未知的命令 reprot（是否指 report？）"),
        (["frobnicate"], "unknown command frobnicate, expected one of report, check", "应为 report、check"),
        (["--nope"], "unknown option --nope", "未知的选项 --nope"),
        (["report"], "INPUT is missing", "缺少输入文件"),
        (["check"], "INPUT is missing", "缺少输入文件"),
        (["explain"], "INPUT is missing", "缺少输入文件"),
        (["report", "a", "b", "c"], "unexpected argument b c", "多余的参数 b c"),
        (["report", "-", "-"], "unexpected argument -", "多余的参数 -"),
        (["schema", "a"], "unexpected argument a", "多余的参数 a"),
        (["report", "a", "--fromat", "x"], "unknown option --fromat (did you mean --format?)", "未知的选项 --fromat"),
        (["report", "-x"], "unknown option -x", "未知的选项 -x"),
        (["report", "a", "-o"], "-o needs a value", "-o 之后应有值"),
        (["report", "a", "--format"], "--format needs a value", "--format 之后应有值"),
        (
            ["report", "a", "--format", "doc"],
            "--format: expected text, markdown or json, got doc",
            "text、markdown 或 json",
        ),
        (["check", "a", "--format", "markdown"], "--format: expected text or json, got markdown", "应为 text 或 json"),
        (["report", "a", "-o", "b", "-o", "c"], "-o is given twice", "-o 重复"),
        (["explain", "a", "--section"], "--section needs a value", "--section 之后应有值"),
        (["jurisdiction", "chek"], "unknown command chek (did you mean check?)", "未知的命令 chek（是否指 check？）"),
        (["report", "a", "--output-x=1"], "unknown option --output-x", "未知的选项 --output-x"),
    ],
)
def test_wrong_usage_is_told_in_both_languages(run: Run, argv: list[str], en: str, zh: str) -> None:
    code, out, err = run(*argv)
    assert (2, "") == (code, out)
    first, second = err.splitlines()
    assert first.startswith("error: ")
    assert en in first
    assert re.fullmatch("see govfinance( [a-z]+)* --help", second)

    code, out, err = run(*argv, "--lang=zh") if argv[-1][:2] != "--" or "needs" not in en else run("--lang=zh", *argv)
    assert (2, "") == (code, out)
    first, second = err.splitlines()
    assert first.startswith("错误：")
    assert zh in first
    assert re.fullmatch("用法见 govfinance( [a-z]+)* --help", second)


@pytest.mark.parametrize("argv", [["--lang", "fr", "schema"], ["report", "a", "--lang"], ["schema", "--lang="]])
def test_a_language_that_is_not_known_is_wrong_usage(run: Run, argv: list[str]) -> None:
    code, out, err = run(*argv)
    assert (2, "") == (code, out)
    assert "--lang" in err


def test_no_command_is_wrong_usage_and_shows_the_help(run: Run) -> None:
    code, out, err = run()
    assert (2, "") == (code, out)
    assert err == run("--help").out


@pytest.mark.parametrize(
    ("environment", "argv", "chinese"),
    [
        ({}, (), False),
        ({"LANG": "zh_CN.UTF-8"}, (), True),
        ({"LANG": "zh_TW"}, (), True),
        ({"LANG": "C.UTF-8"}, (), False),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, (), True),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, (), False),
        ({"LC_ALL": "zh_CN.GB18030", "LC_MESSAGES": "en_GB.UTF-8"}, (), True),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, (), True),
        ({"LANG": "zh_CN.UTF-8"}, ("--lang", "en"), False),
        ({"LANG": "en_US.UTF-8"}, ("--lang=zh",), True),
    ],
)
def test_the_language_is_the_option_or_that_of_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], argv: tuple[str, ...], chinese: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for words in (("check", "missing.json", *argv), (*argv, "check", "missing.json")):
        assert chinese == run(*words).err.startswith("错误："), words


def test_the_words_after_the_end_of_options_are_no_options(run: Run, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "--lang").write_bytes(EXAMPLE.read_bytes())
    code, out, err = run("check", "--", "--lang")
    assert (0, "") == (code, err)
    assert out.startswith("NOT CHECKED")


# --- help ------------------------------------------------------------------------------------------------------------

# What stays as it is in any language: names of commands, options, formats and files, and what they consist of.
NAMES = re.compile(
    r"govfinance|--?[a-z]+|\.?\b(?:report|check|audit|explain|tables|template|schema|jurisdictions?|testing|Hypothesis|duolun|toml|text|markdown|json|JSON|zh|en|inner-mongolia"
    r"|accounts|checks|budget|public|shanghai|md|txt|xlsx|xls|ods|docx|pdf|html|csv|disclosure|annotated|findings)\b"
)


@pytest.mark.parametrize("command", ["", *PAGES])
def test_every_page_of_help_is_in_one_language(run: Run, command: str) -> None:
    words = command.split()
    code, out, err = run(*words, "--help", "--lang", "zh")
    assert (0, "") == (code, err)
    assert out.startswith(f"用法：govfinance {command}".rstrip())
    assert [] == re.findall("[A-Za-z]+", NAMES.sub("", out))
    assert (0, out, "") == run("--lang", "zh", *words, "-h")

    code, out, err = run(*words, "--help")
    assert (0, "") == (code, err)
    assert out.startswith(f"Usage: govfinance {command}".rstrip())
    assert {*"一十四万元分"} >= {*re.findall("[\u4e00-\u9fff]", out)}
    assert re.search("[，。：；（）]", out) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_names_every_command_and_option(run: Run, lang: str) -> None:
    pages = {command: run(*command.split(), "--help", "--lang", lang).out for command in PAGES}
    main_page = run("--help", "--lang", lang).out
    assert all(f"  {command} " in main_page for command in COMMANDS)
    assert "--version" in main_page
    assert all("--lang zh|en" in page for page in (main_page, *pages.values()))
    assert all(option in pages["report"] for option in ("-o, --output", "--format", "--jurisdiction", "--language"))
    assert "--format" in pages["check"]
    assert all(option in pages["explain"] for option in ("--section", "--jurisdiction"))
    assert all(option in pages["jurisdiction check"] for option in ("--examples", "--accounts", "--full"))


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: int, lang: str) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", str(columns))
    for command in PAGES:
        page = run(*command.split(), "--help", "--lang", lang).out
        assert "…" not in page
        lines, _, _ = page.partition("\nExamples" if lang == "en" else "\n示例")
        assert all(cell_len(line) <= columns for line in lines.splitlines())
        assert all(line == line.rstrip() for line in page.splitlines())


# --- a terminal ------------------------------------------------------------------------------------------------------


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Runs a command as if standard output were a terminal of 60 columns."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")

    def terminal(*argv: str | Path) -> Result:
        with monkeypatch.context() as patch:
            patch.setattr(sys.stdout, "isatty", lambda: True)
            return run(*argv)

    return terminal


def test_on_a_terminal_long_lines_are_wrapped_and_indented(terminal: Run) -> None:
    from rich.cells import cell_len

    out = terminal("explain", EXAMPLE, "--section", "5").out
    plain = re.sub("\x1b\\[[0-9;]*m", "", out)
    assert all(cell_len(line) <= 60 for line in plain.splitlines())
    assert plain != out
    assert not re.search("^ *[，。、：；）]", plain, re.MULTILINE)


def test_colours_can_be_turned_off(terminal: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in terminal("check", EXAMPLE).out
    assert "\x1b[" in terminal("--help").out
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert "\x1b[" not in terminal("check", EXAMPLE).out
            assert "\x1b[" not in terminal("--help").out


def test_the_narrative_is_the_same_on_a_terminal(terminal: Run) -> None:
    out = terminal("report", EXAMPLE).out
    assert "\x1b" not in out
    assert "收、支总计各增加 1,010.25万元，增长 26.73%，变动原因：市本级人员增加，" in out


# --- the documentation -----------------------------------------------------------------------------------------------


def _console_examples() -> Iterator[tuple[str, str]]:
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
    for block in re.findall("^```console\n(.*?)^```", page, re.MULTILINE | re.DOTALL):
        command, _, printed = block.partition("\n")
        yield command.removeprefix("$ govfinance "), printed


@pytest.mark.parametrize(("command", "printed"), [*_console_examples()])
def test_the_commands_of_the_documentation_print_what_stands_there(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, printed: str
) -> None:
    monkeypatch.chdir(ROOT)
    code, out, _ = run(*command.split())
    assert 0 == code
    pattern = re.escape(printed.rstrip("\n")).replace(re.escape("..."), "(?:.|\n)*")
    assert re.fullmatch(pattern, out.rstrip("\n"))


def test_the_json_of_the_documentation_is_part_of_the_report(run: Run) -> None:
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
    match = re.search("^```json\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert match is not None
    shown = json.loads(match[1])
    data = json.loads(run("report", EXAMPLE, "--format", "json").out)
    (block,) = shown["sections"][0]["blocks"]
    (number,) = block["numbers"]
    real = data["sections"][0]["blocks"][1]
    assert real.keys() == block.keys()
    assert real["numbers"][0].keys() == number.keys()
    assert all(real["numbers"][0][key] == number[key] for key in ("start", "end", "text", "field"))
    assert all(real[key] == block[key] for key in ("kind", "topic", "key", "text"))
    assert data.keys() == shown.keys()
    assert data["sections"][0].keys() == shown["sections"][0].keys()
