"""How a command talks to its caller: results on standard output, messages on standard error, in one language."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from shutil import get_terminal_size
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govfinance.errors import Lang, Problem

__all__ = ["RefusedError", "Style", "Terminal", "give_up_stdout", "language_of", "use_utf8"]

_LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")

Style: TypeAlias = Literal["", "bold", "red", "yellow", "green", "dim"]


class RefusedError(Exception):
    """What was asked for cannot be done: why, in one line, and all problems where there are more; exit code 2."""

    def __init__(self, en: str, zh: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(en)
        self.en, self.zh, self.problems = en, zh, tuple(problems)


@frozen
class Terminal:
    """The caller's language, and the two streams."""

    lang: Lang

    def tr(self, en: str, zh: str) -> str:
        """The one of two texts that is in the caller's language."""
        return zh if self.lang == "zh" else en

    def tell(self, text: str) -> None:
        """A message, on standard error."""
        # Whoever closed standard error does not want to hear of it.
        with suppress(OSError, ValueError):
            if sys.stderr is not None:
                sys.stderr.write(f"{text}\n")
                sys.stderr.flush()

    def error(self, text: str) -> None:
        """A message that says why there is no result."""
        self.tell(self.tr(f"error: {text}", f"错误：{text}"))

    def note(self, text: str) -> None:
        """A message about a result that was given all the same."""
        self.tell(self.tr(f"note: {text}", f"提示：{text}"))

    def refuse(self, refused: RefusedError) -> None:
        """Say why there is no result; problems one a line."""
        self.error(self.tr(refused.en, refused.zh))
        for problem in refused.problems:
            self.tell(f"  {problem.message(self.lang)}")

    def progress(self, text: str) -> None:
        """What is being done, in one line of a terminal that the next one takes the place of; empty at the end.

        Where standard error is no terminal nothing is shown.
        """
        with suppress(OSError, ValueError):
            if sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
                sys.stderr.write(f"\r\x1b[K{text[: get_terminal_size().columns - 1]}")
                sys.stderr.flush()

    def write(self, text: str) -> None:
        """A result, on standard output."""
        if sys.stdout is None:
            raise RefusedError("standard output is closed", "标准输出已关闭")
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            give_up_stdout()
            reason = error.strerror or str(error)
            raise RefusedError(f"cannot write to standard output: {reason}", f"无法写入标准输出：{reason}") from None

    def hang(self, text: str, indent: int, mark: str = "") -> str:
        """One line of a result, indented, with a mark before it; on a terminal what is too long goes on below it."""
        first = f"{mark:>{indent}}"
        if sys.stdout is None or not sys.stdout.isatty():
            return first + text
        lines = _wrapped(text, max(get_terminal_size().columns - indent, 20))
        return first + f"\n{'':{indent}}".join(lines)

    @property
    def coloured(self) -> bool:
        """Whether standard output is a terminal that shows colours and whose user wants them."""
        return bool(
            sys.stdout is not None
            and sys.stdout.isatty()
            and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM") != "dumb"
        )

    def styled(self, text: str, style: Style) -> str:
        """The text, in a colour where that can be shown."""
        if not style or not self.coloured:
            return text
        from rich.color import ColorSystem
        from rich.style import Style as RichStyle

        return RichStyle.parse(style).render(text, color_system=ColorSystem.STANDARD)


# What is not to be torn apart: a word of ASCII characters, another character, each with what must not begin a line.
_PIECE: Final = re.compile("(?:[!-~]+|[^!-~])[ ，。、；：）”]*")


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Lines of at most so many columns; a Chinese character takes two, and a line may end after any of them."""
    from rich.cells import cell_len

    line = ""
    for piece in _PIECE.findall(text):
        if line and cell_len(line) + cell_len(piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
    yield line.rstrip()


def language_of(argv: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """The language in which to talk: the option ``--lang``, else that of the locale; English if it is not Chinese.

    >>> language_of(["report", "--lang", "zh"], {"LANG": "en_US.UTF-8"})
    'zh'
    >>> language_of(["report", "accounts.json"], {"LC_ALL": "", "LANG": "zh_CN.UTF-8"})
    'zh'
    """
    for before, word in zip(["", *argv], [*argv, ""], strict=True):
        if before == "--":
            break
        given = word if before == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if given in ("zh", "en"):
            return "zh" if given == "zh" else "en"
    locale = next((environ[name] for name in _LOCALE if environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def use_utf8() -> None:
    """Have both streams in UTF-8, whatever the locale says; a name that is no text is shown with its bytes escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def give_up_stdout() -> None:
    """Send what is still in the buffer of standard output nowhere, so that the end of the process is quiet."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
