"""``jurisdiction check``, and forms of one's own wherever a jurisdiction is asked for."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import govfinance.testing
from govfinance.cli import main

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "chifeng-justice-2023.json"
HEAD = """\
id = "duolun"
name = "多伦县"
year = 2024
inherits = "inner-mongolia/2023"
limitations = [{ en = "no document was at hand", zh = "尚无公开文本可资核对" }]
"""
BROKEN = """
[sentences]
SideTotal = [
  { when = { side = "income" }, text = "收、支决算总计 {total}万元。包括：" },
  { when = { side = "outlay" }, text = "收、支决算总计 {total}万元。包括：" },
]
"""


class Result(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in an English environment, in an empty folder."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def run(*argv: str | Path) -> Result:
        code = main([str(word) for word in argv])
        return Result(code, *capsys.readouterr())

    return run


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], str]:
    """Writes a form into the folder, and gives the name of the file."""

    def written(text: str) -> str:
        (tmp_path / "duolun.toml").write_text(text, encoding="utf-8")
        return "duolun.toml"

    return written


# --- check -----------------------------------------------------------------------------------------------------------


def test_a_sound_form_is_shown_with_its_laws_and_a_sample(run: Run, written: Callable[[str], str]) -> None:
    code, out, err = run("jurisdiction", "check", written(HEAD), "--examples", "2")
    assert (0, "") == (code, err)
    assert out.startswith(
        "duolun  多伦县\n  edition: 2024\n  inherits: inner-mongolia/2023\n  narrative: 14 sections\n"
    )
    assert re.search(r"^  sentences: [0-9]+, in [0-9]+ variants$", out, re.MULTILINE)
    assert "  limitations:\n    - no document was at hand\n" in out
    assert 7 == len(
        re.findall(r"^  [1-7] .*: holds \([0-9]+ (?:claims|situations|accounts, 2 composed)\)$", out, re.MULTILINE)
    )
    assert "\nall laws hold\n\nSAMPLE (shortened; --full shows all)\n" in out
    sample = out.partition("SAMPLE")[2]
    assert 14 == len(re.findall("^[一二三四五六七八九十]+、", sample, re.MULTILINE))
    assert "2024年度" in sample
    assert len(sample.splitlines()) < 40


def test_nothing_is_left_in_the_folder(run: Run, written: Callable[[str], str], tmp_path: Path) -> None:
    run("jurisdiction", "check", written(HEAD), "--examples", "1")
    assert ["duolun.toml"] == [file.name for file in tmp_path.iterdir()]


def test_the_sample_is_always_the_same(run: Run, written: Callable[[str], str]) -> None:
    name = written(HEAD)
    assert run("jurisdiction", "check", name, "--examples", "1") == run(
        "jurisdiction", "check", name, "--examples", "1"
    )


def test_a_breach_is_exit_code_1_and_told_below_its_law(run: Run, written: Callable[[str], str]) -> None:
    code, out, err = run("jurisdiction", "check", written(HEAD + BROKEN), "--examples", "5")
    assert (1, "") == (code, err)
    assert "  1 what a sentence says is read back as the same claim: BROKEN (1) (" in out
    assert "\n      - SideTotal: '收、支决算总计" in out
    assert re.search("^[0-9]+ breaches of the laws$", out, re.MULTILINE)
    code, out, err = run("jurisdiction", "check", "duolun.toml", "--examples", "5", "--lang", "zh")
    assert (1, "") == (code, err)
    assert "  1 写出的句子读回后与原来所述相同：不成立（1）（" in out
    assert re.search("^共有 [0-9]+ 处不符合定律$", out, re.MULTILINE)


def test_of_many_breaches_five_are_shown_unless_all_are_asked_for(
    run: Run, written: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = govfinance.testing.check_laws
    law = govfinance.testing.COMPLETE

    def many(*args: object, **options: object) -> govfinance.testing.LawReport:
        report = real(*args, **options)  # type: ignore[arg-type]
        breaches = tuple(
            govfinance.testing.Breach(law=law, sentence="X", text="", en=f"number {n}", zh=f"第 {n}") for n in range(9)
        )
        return govfinance.testing.LawReport(
            sentences=report.sentences, accounts=report.accounts, composed=report.composed, composing=breaches
        )

    monkeypatch.setattr(govfinance.testing, "check_laws", many)
    name = written(HEAD)
    code, out, _ = run("jurisdiction", "check", name, "--examples", "1")
    assert 1 == code
    assert "- X: number 4\n      ... and 4 more (--full shows all)\n" in out
    out = run("jurisdiction", "check", name, "--examples", "1", "--full").out
    assert "- X: number 8\n" in out
    assert "more (" not in out
    out = run("jurisdiction", "check", name, "--examples", "1", "--lang", "zh").out
    assert "……另有 4 处（--full 列出全部）" in out


def test_the_sample_can_be_that_of_accounts(run: Run, written: Callable[[str], str]) -> None:
    name = written(HEAD)
    code, out, err = run("jurisdiction", "check", name, "--examples", "1", "--accounts", EXAMPLE)
    assert (0, "") == (code, err)
    assert "\n赤峰市司法局2023年度部门决算情况说明\n" in out
    full = run("jurisdiction", "check", name, "--examples", "1", "--accounts", EXAMPLE, "--full").out
    report = run("report", EXAMPLE, "--jurisdiction", name).out
    assert full.endswith(f"\nSAMPLE\n{report}")


def test_accounts_that_cannot_be_read_are_refused_before_anything_is_tried(
    run: Run, written: Callable[[str], str]
) -> None:
    code, out, err = run("jurisdiction", "check", written(HEAD), "--accounts", "missing.json")
    assert (2, "") == (code, out)
    assert err.startswith("error: missing.json")


def test_all_problems_of_a_file_are_told_file_and_line_first(run: Run, written: Callable[[str], str]) -> None:
    text = HEAD + '[sentences]\nSideTotal = "{side}决算总计 {totl}万元。"\nNope = "x"\n'
    code, out, err = run("jurisdiction", "check", written(text))
    assert (2, "") == (code, out)
    first, *problems = err.splitlines()
    assert re.fullmatch("error: [0-9]+ problems in duolun.toml", first)
    assert all(re.match("duolun.toml:[0-9]+: ", line) for line in problems)
    assert any(line.startswith("duolun.toml:7: ") and "totl" in line for line in problems)
    assert any(line.startswith("duolun.toml:8: ") and "Nope" in line for line in problems)
    code, out, err = run("jurisdiction", "check", "duolun.toml", "--lang", "zh")
    assert (2, "") == (code, out)
    assert re.match("错误：duolun.toml 有 [0-9]+ 处问题\n", err)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a = [", b"\x00" * 10, "甲乙".encode("gbk")])
def test_what_is_no_form_is_told_without_a_traceback(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    code, out, err = run("jurisdiction", "check", "x.toml")
    assert (2, "") == (code, out)
    assert re.match("error: [0-9]+ problems? in x.toml\nx.toml", err)


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    code, out, err = run("jurisdiction", "check", "missing.toml")
    assert (2, "") == (code, out)
    assert err.startswith("error: 1 problem in missing.toml\nmissing.toml: ")


def test_a_form_of_tables_only_is_shown(run: Run, written: Callable[[str], str]) -> None:
    text = 'id = "duolun"\nname = "多伦县"\nyear = 2024\nreferences = ["某文件"]\n[tables]\norder = []\n'
    code, out, err = run("jurisdiction", "check", written(text))
    assert (0, "") == (code, err)
    assert "  narrative: not known\n" in out
    assert "LAWS" not in out


def test_without_hypothesis_the_file_is_checked_and_what_is_missing_is_said(
    run: Run, written: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    name = written(HEAD)
    code, out, err = run("jurisdiction", "check", name, "--accounts", EXAMPLE)
    assert 2 == code
    assert out.startswith("duolun  多伦县\n")
    assert "\nSAMPLE (" in out
    assert "LAWS" not in out
    assert "error: the laws were not tried, they need an extra: pip install 'govfinance[testing]'\n" == err
    code, out, err = run("jurisdiction", "check", name, "--lang", "zh")
    assert 2 == code
    assert "样例" not in out
    assert "pip install 'govfinance[testing]'；样例也需要它，或用 --accounts 给出数据" in err
    assert 2 == run("jurisdiction", "check", written(HEAD + "nope = 1\n")).code


def test_on_a_terminal_progress_is_shown_and_wiped_off(
    run: Run, written: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    with monkeypatch.context() as patch:
        patch.setattr(sys.stderr, "isatty", lambda: True)
        code, _, err = run("jurisdiction", "check", written(HEAD), "--examples", "1")
    assert 0 == code
    assert "\r\x1b[Ktrying 1 of " in err
    assert re.search(r"trying ([0-9]+) of \1: accounts", err)
    assert err.endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("argv", "en", "zh"),
    [
        (["x.toml", "--examples", "0"], "--examples: expected 1 to 100000, got 0", "--examples：应为 1 至 100000"),
        (["x.toml", "--examples", "many"], "--examples: expected a number such as 50, got many", "应为数字，如 50"),
        (["-"], "a form is not read from standard input", "格式不能从标准输入读取"),
        ([], "FILE is missing", "缺少文件"),
    ],
)
def test_wrong_usage_is_told_in_both_languages(run: Run, argv: list[str], en: str, zh: str) -> None:
    for lang, said in (("en", en), ("zh", zh)):
        code, out, err = run("jurisdiction", "check", *argv, "--lang", lang)
        assert (2, "") == (code, out)
        assert said in err


def test_without_a_command_of_its_own_its_help_is_shown(run: Run) -> None:
    code, out, err = run("jurisdiction")
    assert (2, "") == (code, out)
    assert err == run("jurisdiction", "--help").out
    assert "  check " in err
    code, out, err = run("jurisdiction", "--lang", "zh")
    assert (2, "") == (code, out)
    assert err == run("jurisdiction", "--help", "--lang", "zh").out
    assert "expected one of check" in run("jurisdiction", "frobnicate").err


# --- forms of one's own ----------------------------------------------------------------------------------------------


def test_a_form_of_ones_own_is_taken_wherever_a_jurisdiction_is(run: Run, written: Callable[[str], str]) -> None:
    text = HEAD + '[sentences]\nSideTotal = "{side}决算共计 {total}万元。包括："\n'
    name = written(text)
    assert "收入决算共计 4,789.64万元。" in run("report", EXAMPLE, "--jurisdiction", name).out
    assert "收入决算共计 4,789.64万元。" in run("report", EXAMPLE, "--jurisdiction", f".{'/'}{name}").out
    assert "收入决算共计 4,789.64万元。" in run("explain", EXAMPLE, "--jurisdiction", name, "--section", "1").out
    pytest.importorskip("xlsxwriter", reason="needs XlsxWriter (govfinance[xlsx])")
    pytest.importorskip("python_calamine", reason="needs python-calamine (govfinance[xlsx])")
    done = run("template", "--jurisdiction", name, "-o", "x.xlsx")
    assert (0, "wrote x.xlsx (empty tables of duolun 2024)\n") == (done.code, done.err)
    done = run("tables", EXAMPLE, "--jurisdiction", name, "-o", "y.xlsx", "--partial")
    assert (0, "wrote y.xlsx (11 tables)\n") == (done.code, done.err)
    assert 2 == run("report", "y.xlsx", "--jurisdiction", "missing.toml").code


@pytest.mark.parametrize("command", ["report", "explain"])
def test_a_broken_form_of_ones_own_is_refused_with_its_problems(
    run: Run, written: Callable[[str], str], command: str
) -> None:
    code, out, err = run(command, EXAMPLE, "--jurisdiction", written(HEAD + "nope = 1\n"))
    assert (2, "") == (code, out)
    assert err.startswith("error: 1 problem in duolun.toml\n  duolun.toml:6: ")


def test_a_name_without_a_path_is_a_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "duolun").write_text(HEAD, encoding="utf-8")
    code, out, err = run("report", EXAMPLE, "--jurisdiction", "duolun")
    assert (2, "") == (code, out)
    assert err.startswith("error: --jurisdiction: expected one of ")
