"""The command ``audit``, run within the process of the tests, with an engine of the tests."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from attrs import evolve

from govfinance.audit import AuditReport, Finding, Severity
from govfinance.calc import Verdict
from govfinance.cli import main
from govfinance.document import Place, PublishedDocument
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from tests.audit_reports import rule

ROOT = Path(__file__).resolve().parents[1]
ACCOUNTS = ROOT / "examples" / "chifeng-justice-2023.json"
WRONG = "甲县乙局2024年度收入决算总计XX万元。\n"
RIGHT = "甲县丙局2024年度收入决算总计1.00万元。\n"


class Result(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


class Engine:
    """Calls every XX of a document an error and every ?? a warning."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    def __call__(self, published: PublishedDocument, **asked: Any) -> AuditReport:
        self.asked.append(asked)
        if published.name.endswith(".pdf"):
            published = evolve(published, kind="pdf")
        found = [
            Finding(
                rule=rule("residue", "template_residue", severity),
                verdict=Verdict.INCONSISTENT,
                place=Place(block=number, start=block.text.index(mark), end=block.text.index(mark) + 2),
                quote=block.text,
                printed=mark,
                zh="模板占位未填写",
                en="a placeholder was left in",
            )
            for mark, severity in (("XX", Severity.ERROR), ("??", Severity.WARNING))
            for number, block in published.texts()
            if mark in block.text
        ]
        return AuditReport(document=published, department="甲县乙局", year=asked["year"], findings=tuple(found))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The engine of the tests in place of the one of the library."""
    engine = Engine()
    monkeypatch.setattr("govfinance.cli._auditing.audit", engine)
    return engine


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, engine: Engine) -> Run:
    """Runs ``audit`` in an English environment, in a folder with two documents."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")

    def run(*argv: str | Path, stdin: bytes | None = None) -> Result:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(["audit", *(str(word) for word in argv)])
        return Result(code, *capsys.readouterr())

    return run


# --- exit codes ------------------------------------------------------------------------------------------------------


def test_a_document_in_which_nothing_is_wrong_is_fine(run: Run) -> None:
    code, out, err = run("right.txt")
    assert (0, "") == (code, err)
    assert "nothing found that cannot be true" in out


def test_a_document_that_cannot_be_true_has_exit_code_1(run: Run) -> None:
    code, out, err = run("wrong.txt")
    assert (1, "") == (code, err)
    assert "决算总计【XX】万元" in out
    assert "a placeholder was left in" in out


def test_a_warning_is_no_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "doubt.txt").write_text("收入??万元", encoding="utf-8")
    code, out, _ = run("doubt.txt")
    assert 0 == code
    assert "1 warning" in out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.txt", "error: missing.txt: expected a file, but there is none of this name"),
        ("scan.pdf", "error: scan.pdf: "),
    ],
)
def test_a_document_that_cannot_be_read_has_exit_code_2_and_one_line(run: Run, name: str, said: str) -> None:
    code, out, err = run(name)
    assert (2, "", 1) == (code, out, len(err.splitlines()))
    assert err.startswith(said)
    code, out, err = run(name, "--lang", "zh")
    assert (2, "", 1) == (code, out, len(err.splitlines()))
    assert err.startswith(f"错误：{name}：")
    assert re.search("[\u4e00-\u9fff]", err[3:])


def test_the_others_are_audited_all_the_same(run: Run) -> None:
    code, out, err = run("wrong.txt", "missing.txt", "right.txt", "--format", "json")
    assert 2 == code
    assert ["wrong.txt", "right.txt"] == [one["document"] for one in json.loads(out)]
    assert ["error: missing.txt: expected a file, but there is none of this name"] == err.splitlines()[:1]
    assert ["note: 1 of 3 documents could not be read"] == err.splitlines()[1:]


def test_where_no_document_can_be_read_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text("as it was", encoding="utf-8")
    code, out, err = run("missing.txt", "scan.pdf", "-o", "r.json")
    assert (2, "", 2) == (code, out, len(err.splitlines()))
    assert "as it was" == (tmp_path / "r.json").read_text(encoding="utf-8")


# --- documents -------------------------------------------------------------------------------------------------------


def test_a_folder_stands_for_the_documents_in_it_and_below_sorted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "all" / "a").mkdir(parents=True)
    (tmp_path / "all" / ".git").mkdir()
    for name in ("b.txt", "a/c.TXT", "~$b.txt", ".b.txt", "notes.md", ".git/d.txt"):
        (tmp_path / "all" / name).write_text(RIGHT, encoding="utf-8")
    code, out, _ = run("all", "--format", "json", "-o", "all/result.txt")
    assert (0, "") == (code, out)
    for _ in range(2):  # the result is no document
        run("all", "--format", "json", "-o", "all/result.txt")
        names = [one["document"] for one in json.loads((tmp_path / "all" / "result.txt").read_text(encoding="utf-8"))]
        assert [str(Path("all", "a", "c.TXT")), str(Path("all", "b.txt"))] == names


def test_a_folder_without_documents_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert Result(2, "", "error: empty: there is no document in this folder\n") == run("empty")


def test_one_document_is_an_object_and_a_folder_with_one_is_a_list(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "right.txt").write_text(RIGHT, encoding="utf-8")
    assert isinstance(json.loads(run("right.txt", "--format", "json").out), dict)
    assert isinstance(json.loads(run("one", "--format", "json").out), list)
    assert isinstance(json.loads(run("right.txt", "right.txt", "--format", "json").out), list)


def test_a_document_can_come_from_standard_input(run: Run) -> None:
    code, out, _ = run("-", stdin=WRONG.encode())
    assert 1 == code
    assert "【XX】" in out
    code, out, err = run("-", "-")
    assert (2, "", "error: standard input (-) is named twice\n") == (code, out, err)
    assert 2 == run("-", "--against", "-").code


# --- formats ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "options", "beginning"),
    [
        ("r", (), "甲县乙局\nwrong.txt\n"),
        ("r.txt", (), "甲县乙局\nwrong.txt\n"),
        ("r.json", (), '{\n  "document": "wrong.txt",'),
        ("r.HTML", (), "<!DOCTYPE html>"),
        ("r.htm", (), "<!DOCTYPE html>"),
        ("r.csv", (), "\ufeffdocument,department,"),
        ("r.csv", ("--format", "json"), '{\n  "document"'),
        ("r.xyz", ("--format", "html"), "<!DOCTYPE html>"),
    ],
)
def test_the_format_is_that_of_the_suffix_unless_it_is_given(
    run: Run, tmp_path: Path, name: str, options: tuple[str, ...], beginning: str
) -> None:
    code, out, err = run("wrong.txt", "-o", name, *options)
    assert (1, "") == (code, out)
    assert (tmp_path / name).read_bytes().decode().startswith(beginning)
    assert re.fullmatch(rf"wrote {re.escape(name)} \((text|json|html|csv), 1 document, 1 finding\)\n", err)


def test_what_is_written_is_what_is_printed(run: Run, tmp_path: Path) -> None:
    for chosen in ("text", "json", "html", "csv"):
        run("wrong.txt", "right.txt", "-o", "result", "--format", chosen)
        printed = run("wrong.txt", "right.txt", "--format", chosen, "-o", "-").out
        assert printed == (tmp_path / "result").read_bytes().decode()


def test_the_table_has_the_findings_of_all_documents(run: Run) -> None:
    lines = run("wrong.txt", "right.txt", "wrong.txt", "--format", "csv").out.splitlines()
    assert ["\ufeffdocument", "wrong.txt", "wrong.txt"] == [line.partition(",")[0] for line in lines]


def test_the_language_of_the_report_is_that_of_the_messages_unless_it_is_given(run: Run) -> None:
    assert "模板占位未填写" in run("wrong.txt", "--lang", "zh").out
    assert "模板占位未填写" in run("wrong.txt", "--language", "zh").out
    assert "a placeholder was left in" in run("wrong.txt", "--lang", "zh", "--language", "en").out


def test_on_a_terminal_the_text_is_wrapped_and_coloured(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    out = run("wrong.txt", "--lang", "zh").out
    assert "\x1b[31m" in out
    from govfinance.audit._show._wrap import columns

    assert all(columns(re.sub("\x1b\\[[0-9;]*m", "", line)) <= 30 for line in out.splitlines())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("wrong.txt").out


def test_progress_is_shown_on_a_terminal_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "" == run("wrong.txt", "right.txt").err
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    err = run("wrong.txt", "right.txt").err
    assert ["1/2 wrong.txt", "2/2 right.txt", ""] == err.split("\r\x1b[K")[1:]
    assert "" == run("wrong.txt").err


# --- an annotated PDF ------------------------------------------------------------------------------------------------


def test_a_pdf_is_annotated(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in.pdf").write_text(WRONG, encoding="utf-8")
    asked: list[tuple[AuditReport, bytes, str]] = []

    def to_pdf(report: AuditReport, data: bytes, lang: str) -> bytes:
        asked.append((report, data, lang))
        return b"%PDF"

    monkeypatch.setattr("govfinance.cli._audit_output.to_pdf", to_pdf)
    code, out, err = run("in.pdf", "-o", "out.pdf", "--language", "zh")
    assert (1, "", "wrote out.pdf (pdf, 1 document, 1 finding)\n") == (code, out, err)
    assert b"%PDF" == (tmp_path / "out.pdf").read_bytes()
    assert [("in.pdf", WRONG.encode(), "zh")] == [(report.document.name, data, lang) for report, data, lang in asked]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("wrong.txt", "-o", "out.pdf"), "wrong.txt: only a PDF can be annotated; choose --format html"),
        (("wrong.txt", "right.txt", "-o", "out.pdf"), "out.pdf: a single PDF file can be annotated"),
        (("-", "-o", "out.pdf"), "out.pdf: a single PDF file can be annotated"),
        (("wrong.txt", "-o", "out.pdf", "--format", "json"), "out.pdf: a .pdf is written only without --format"),
    ],
)
def test_only_a_pdf_can_be_annotated(run: Run, tmp_path: Path, argv: tuple[str, ...], said: str) -> None:
    code, out, err = run(*argv)
    assert (2, "") == (code, out)
    assert err.startswith(f"error: {said}")
    assert 1 == len(err.splitlines())
    assert not (tmp_path / "out.pdf").exists()


# --- what is asked for -----------------------------------------------------------------------------------------------


def test_what_is_asked_for_reaches_the_engine(run: Run, engine: Engine) -> None:
    run("right.txt", "--year", "2023", "--joint", "--against", ACCOUNTS, "--department", "丙局")
    run("right.txt", "--jurisdiction", "inner-mongolia", "--year", "2022")
    run("right.txt", "--jurisdiction", ROOT / "examples" / "example-county-2024.toml")
    run("right.txt", "--jurisdiction", "shanghai")
    run("right.txt")
    first, second, third, fourth, last = engine.asked
    assert (2023, True, "丙局") == (first["year"], first["joint"], first["department"])
    assert isinstance(first["against"], FinalAccounts)
    assert isinstance(second["jurisdiction"], Jurisdiction)
    assert ("inner-mongolia", 2022) == (second["jurisdiction"].id, second["jurisdiction"].year)
    assert "example-county" == third["jurisdiction"].id
    assert "shanghai" == fourth["jurisdiction"]  # which edition, the document says
    assert {"jurisdiction": None, "against": None, "joint": False, "department": None, "year": None} == last


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "DOCUMENT is missing"),
        (("right.txt", "--format", "pdf"), "--format: expected text, json, html or csv, got pdf"),
        (("right.txt", "--language", "fr"), "--language: expected zh or en, got fr"),
        (("right.txt", "--year", "last"), "--year: expected a year such as 2024, got last"),
        (("right.txt", "--jointly"), "unknown option --jointly (did you mean --joint?)"),
        (("right.txt", "--jurisdiction", "atlantis"), "--jurisdiction: "),
        (("right.txt", "--jurisdiction", "none.toml"), "1 problem in none.toml"),
        (("right.txt", "--against", "none.json"), "none.json: expected a file"),
        (("right.txt", "-o", "r.docx"), "r.docx: no format is known for .docx; choose one with --format text, json"),
        (("right.txt", "-o", "right.txt"), "right.txt: this is DOCUMENT, which is not overwritten"),
        (("right.txt", "--against", ACCOUNTS, "-o", ACCOUNTS), "this is --against, which is not overwritten"),
        (("right.txt", "-o", "nowhere/r.json"), "nowhere/r.json: expected a folder that exists"),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_written(run: Run, tmp_path: Path, argv: tuple[str, ...], said: str) -> None:
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    code, out, err = run(*argv)
    assert (2, "") == (code, out)
    assert said in err.splitlines()[0]
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir()}


def test_the_schema_of_the_report_is_printed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    report = json.loads(run("wrong.txt", "--format", "json").out)
    assert 0 == main(["schema", "audit"])
    jsonschema.validate(report, json.loads(capsys.readouterr().out))
    assert 0 == main(["schema", "accounts"])
    accounts = capsys.readouterr().out
    main(["schema"])
    assert accounts == capsys.readouterr().out


def test_the_engine_of_the_library_is_the_one_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (
        "甲县乙局2024年度部门决算公开\n二、收入决算情况说明\n"
        "本年收入合计100.00万元，其中：财政拨款收入80.00万元，占80.00%；其他收入20.00万元，占{}%。\n"
    )
    (tmp_path / "wrong.txt").write_text(text.format("21.00"), encoding="utf-8")
    (tmp_path / "right.txt").write_text(text.format("20.00"), encoding="utf-8")
    assert 0 == main(["audit", "right.txt", "--format", "json"])
    capsys.readouterr()
    assert 1 == main(["audit", "wrong.txt", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert "wrong.txt" == report["document"]
    assert [("rate_recompute", "error", "21.00%", "20.00%")] == [
        (one["kind"], one["severity"], one["printed"], one["expected"]) for one in report["findings"]
    ]
