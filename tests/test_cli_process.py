"""The command as a process of its own: streams, signals, locales, and the extra that may not be installed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "chifeng-justice-2023.json"
MODULE = [sys.executable, "-m", "govfinance"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs the streams and signals of POSIX")


def environment(**changes: str) -> dict[str, str]:
    """The environment without a language, so that messages are in English."""
    kept = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    return {**kept, **changes}


def run(*argv: str | Path, env: dict[str, str] | None = None, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*MODULE, *map(str, argv)],
        env=environment() if env is None else env,
        timeout=60,
        check=False,
        **{"capture_output": True, **options},  # type: ignore[call-overload]
    )


def shell(script: str, *argv: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run a script of bash, where "$@" is the command."""
    words = ["bash", "-c", script, "bash", *MODULE, *map(str, argv)]
    return subprocess.run(words, env=environment(), capture_output=True, timeout=60, check=False)


def test_python_m_prints_the_report() -> None:
    done = run("report", EXAMPLE)
    assert 0 == done.returncode
    assert "收、支总计各增加 1,010.25万元，增长 26.73%" in done.stdout.decode()


def test_the_installed_command_is_the_same() -> None:
    command = shutil.which("govfinance", path=str(Path(sys.executable).parent)) or shutil.which("govfinance")
    if command is None:
        pytest.skip("the package is not installed with its command")
    done = subprocess.run([command, "--version"], capture_output=True, timeout=60, check=True)
    assert run("--version").stdout == done.stdout
    done = subprocess.run([command, "check"], env=environment(), capture_output=True, timeout=60, check=False)
    assert (2, b"") == (done.returncode, done.stdout)


def test_a_finding_is_exit_code_1(tmp_path: Path) -> None:
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    data["overall"]["closing"]["actual"] = "1"
    (tmp_path / "wrong.json").write_text(json.dumps(data), encoding="utf-8")
    done = run("check", tmp_path / "wrong.json")
    assert (1, b"") == (done.returncode, done.stderr)
    assert done.stdout.startswith(b"INCONSISTENT (1)\n")


@pytest.mark.parametrize(
    "locale",
    [
        pytest.param({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, id="C"),
        pytest.param({"LC_ALL": "POSIX"}, id="POSIX"),
        pytest.param({"PYTHONIOENCODING": "ascii"}, id="ascii"),
        pytest.param({"PYTHONIOENCODING": "gbk", "LC_ALL": "zh_CN.GBK"}, id="GBK"),
    ],
)
def test_both_streams_are_utf8_whatever_the_locale(locale: dict[str, str]) -> None:
    done = run("report", EXAMPLE, env=environment(**locale))
    assert 0 == done.returncode
    assert done.stdout == run("report", EXAMPLE).stdout
    assert "overall.total" in done.stderr.decode()
    done = run("check", "没有.json", "--lang", "zh", env=environment(**locale))
    assert (2, b"") == (done.returncode, done.stdout)
    assert done.stderr.decode().startswith("错误：")


def test_the_environment_says_which_language() -> None:
    done = run("check", "missing.json", env=environment(LANG="zh_CN.UTF-8"))
    assert "错误：missing.json：没有这个文件\n" == done.stderr.decode()
    done = run("check", "missing.json", env=environment(LANG="zh_CN.UTF-8", LC_ALL="en_US.UTF-8"))
    assert "error: missing.json: expected a file, but there is none of this name\n" == done.stderr.decode()


def test_accounts_come_from_a_pipe() -> None:
    done = run("report", "-", "--format", "json", input=EXAMPLE.read_bytes())
    assert 0 == done.returncode
    assert 14 == len(json.loads(done.stdout)["sections"])


@POSIX
@pytest.mark.parametrize("argv", [("report", EXAMPLE), ("explain", EXAMPLE), ("check", EXAMPLE), ("--help",)])
def test_a_reader_that_has_stopped_is_no_traceback(argv: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(*argv, stdout=writing, stderr=subprocess.PIPE, capture_output=False)
    os.close(writing)
    assert (141, b"") == (done.returncode, done.stderr)


@POSIX
@pytest.mark.parametrize(
    "argv", [("report", EXAMPLE), ("check", EXAMPLE), ("explain", EXAMPLE), ("jurisdictions",), ("--help",), ()]
)
def test_a_stream_that_is_closed_is_no_traceback(argv: tuple[str, ...]) -> None:
    done = shell('"$@" >&-', *argv)
    assert 2 == done.returncode
    assert b"Traceback" not in done.stderr
    if argv:
        assert done.stderr.startswith(b"error: standard output is closed")
    done = shell('"$@" 2>&-', *argv)
    assert (0 if argv else 2) == done.returncode
    done = shell('"$@" <&-', *argv)
    assert (0 if argv else 2) == done.returncode


@POSIX
def test_standard_input_that_is_closed_cannot_be_read() -> None:
    done = shell('"$@" <&-', "check", "-")
    assert (2, b"", b"error: standard input is closed\n") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told() -> None:
    done = shell('"$@" >/dev/full', "report", EXAMPLE)
    assert 2 == done.returncode
    assert 1 == len(done.stderr.splitlines())
    assert b"standard output" in done.stderr
    done = run("report", EXAMPLE, "-o", "/dev/full")
    assert (2, b"") == (done.returncode, done.stdout)
    assert 1 == len(done.stderr.splitlines())


@POSIX
def test_a_device_may_be_the_output() -> None:
    done = shell('"$@" -o /dev/stdout | cat', "report", EXAMPLE)
    assert done.stdout == run("report", EXAMPLE).stdout
    done = run("report", EXAMPLE, "-o", "/dev/null")
    assert (0, b"") == (done.returncode, done.stdout)
    assert not Path("/dev/null").is_file()


@POSIX
def test_an_interruption_is_exit_code_130_without_a_traceback() -> None:
    # Not with -m: an interruption while Python itself starts is none of ours.
    script = "import sys; from govfinance.cli import main, _app; print('ready', file=sys.stderr, flush=True); sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", script, "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stderr is not None
        assert b"ready\n" == process.stderr.readline()
        time.sleep(0.5)  # until it reads standard input
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (130, b"", b"") == (process.returncode, out, err)


@pytest.mark.parametrize("blocked", ["cyclopts", "rich"])
@pytest.mark.parametrize("argv", [["report", str(EXAMPLE)], ["--help"], []])
def test_without_the_extra_one_line_says_what_to_install(blocked: str, argv: list[str]) -> None:
    script = f"import sys; sys.modules[{blocked!r}] = None; from govfinance.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", script, *argv], capture_output=True, env=environment(), timeout=60, check=False
    )
    assert (2, b"") == (done.returncode, done.stdout)
    (line,) = done.stderr.decode().splitlines()
    assert line.endswith("pip install 'govfinance[cli]'")
    assert "附加组件" in line
    assert "extra" in line


def test_the_library_does_not_import_the_extra() -> None:
    script = "import sys, govfinance, govfinance.cli; sys.exit(bool({'cyclopts', 'rich'} & {*sys.modules}))"
    assert 0 == subprocess.run([sys.executable, "-c", script], timeout=60, check=False).returncode
