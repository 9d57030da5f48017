"""Auditing one document after the other: what cannot be read is told, the others are audited all the same."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from shutil import get_terminal_size

from attrs import define, frozen

from govfinance.audit import AuditReport, audit
from govfinance.cli._audit_output import Output, rendered, write_pdf
from govfinance.cli._files import STREAM, plural, write_file
from govfinance.cli._terminal import RefusedError, Style, Terminal
from govfinance.errors import GovFinanceError, Lang, Problem
from govfinance.io import read, read_whole
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts

__all__ = ["Asked", "Run"]

_SHOWN = 30


@frozen(kw_only=True)
class Asked:
    """What is known of the documents beforehand, and what is to be proved."""

    against: FinalAccounts | None = None
    jurisdiction: Jurisdiction | str | None = None
    department: str | None = None
    year: int | None = None
    joint: bool = False


@define
class Run:
    """The audit of some documents, and what has become of them so far."""

    documents: Sequence[str]
    asked: Asked
    terminal: Terminal
    audited: int = 0
    unreadable: int = 0
    findings: int = 0
    wrong: int = 0

    @property
    def exit_code(self) -> int:
        """2 where a document could not be read, else 1 where one cannot be true."""
        return 2 if self.unreadable else int(self.wrong > 0)

    def write(self, chosen: Output, output: str | None, lang: Lang, *, single: bool) -> None:
        """Audit all, and write the result; nothing is written where no document could be read."""
        reports = self.reports()
        first = next(reports, None)
        if first is None:
            return
        terminal = self.terminal
        if chosen == "pdf":
            write_pdf(first, str(output), self.data(self.documents[0]), lang)
        elif output is None:
            shown = sys.stdout is not None and sys.stdout.isatty()
            width = get_terminal_size().columns if shown else None
            terminal.write(
                rendered(chain([first], reports), chosen, lang, single=single, width=width, paint=terminal.styled)
            )
        else:
            write_file(
                output, rendered(chain([first], reports), chosen, lang, single=single, width=None, paint=_unpainted)
            )
        self.tell_result(chosen, output)

    def tell_result(self, chosen: Output, output: str | None) -> None:
        """What was written where, and how many documents could not be read if there are others."""
        terminal = self.terminal
        if output is not None:
            en, zh = plural(self.audited, "document"), f"{self.audited} 个文件"
            terminal.tell(
                terminal.tr(
                    f"wrote {output} ({chosen}, {en}, {plural(self.findings, 'finding')})",
                    f"已写入 {output}（{chosen}，{zh}，{self.findings} 处发现）",
                )
            )
        if self.unreadable:
            terminal.note(
                terminal.tr(
                    f"{self.unreadable} of {plural(len(self.documents), 'document')} could not be read",
                    f"{len(self.documents)} 个文件中有 {self.unreadable} 个无法读取",
                )
            )

    def reports(self) -> Iterator[AuditReport]:
        """The reports of the documents that can be read, one by one; why others cannot is told."""
        many = len(self.documents) > 1
        for number, source in enumerate(self.documents, 1):
            if many:
                self.terminal.progress(f"{number}/{len(self.documents)} {os.path.basename(source)[:_SHOWN]}")
            try:
                report = self.one(source)
            except RefusedError as refused:
                self.terminal.progress("")
                self.terminal.refuse(refused)
                self.unreadable += 1
                continue
            self.audited += 1
            self.findings += len(report.findings)
            self.wrong += bool(report.errors)
            yield report
        if many:
            self.terminal.progress("")

    def one(self, source: str) -> AuditReport:
        """The report of one document. Raises `RefusedError` where it cannot be read."""
        asked = self.asked
        name = os.path.basename(source) if len(self.documents) == 1 else source
        try:
            document = read(self.data(source)) if source == STREAM else read(source, name=_printable(name))
            return audit(
                document,
                jurisdiction=asked.jurisdiction,
                against=asked.against,
                joint=asked.joint,
                department=asked.department,
                year=asked.year,
            )
        except GovFinanceError as error:
            raise _refused(source, error.problems) from None

    def data(self, source: str) -> bytes:
        """The bytes of a document; standard input is read once."""
        if source != STREAM:
            return read_whole(source)
        if sys.stdin is None:
            raise RefusedError("standard input is closed", "标准输入已关闭")
        try:
            return sys.stdin.buffer.read()
        except OSError as error:
            reason = error.strerror or str(error)
            raise RefusedError(f"cannot read standard input: {reason}", f"无法读取标准输入：{reason}") from None


def _unpainted(text: str, style: Style) -> str:
    return text


def _printable(name: str) -> str:
    """A name that is no text, with its bytes escaped."""
    return name.encode(errors="backslashreplace").decode()


def _refused(source: str, problems: Sequence[Problem]) -> RefusedError:
    """One problem in one line, several under a heading; each says of which document it is."""
    name, name_zh = ("standard input", "标准输入") if source == STREAM else (_printable(source), _printable(source))
    if len(problems) != 1:
        number = len(problems)
        return RefusedError(f"{plural(number, 'problem')} in {name}", f"{name_zh} 有 {number} 处问题", problems)
    problem = problems[0]
    if problem.path.startswith(name):
        return RefusedError(problem.message("en"), problem.message("zh"))
    return RefusedError(f"{name}: {problem.message('en')}", f"{name_zh}：{problem.message('zh')}")
