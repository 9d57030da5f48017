"""Where a command's accounts come from, and where its result goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from attrs import frozen

from govfinance.cli._forms import form_before
from govfinance.cli._terminal import RefusedError, Terminal
from govfinance.errors import InvalidInputError, Problem
from govfinance.io import add_comparatives, loads, open_xlsx, read_whole, write_whole
from govfinance.model import FinalAccounts

__all__ = ["STREAM", "Beside", "plural", "read_accounts", "refuse_to_overwrite", "write_file"]

STREAM: Final = "\0"
"""What stands for ``-``, the standard streams; no argument of a process, and so no name of a file, can hold it."""


_WORKBOOKS: Final = frozenset({b"PK\x03\x04", b"\xd0\xcf\x11\xe0"})
"""How the files of workbooks begin (.xlsx and .ods, .xls); what is wrong with them, their reader says."""

_WORKBOOK_NAMES: Final = (".xlsx", ".xlsm", ".xls", ".ods", ".et")


@frozen(kw_only=True)
class Beside:
    """What is given beside INPUT: last year's accounts, the budget, and what a workbook may leave unsaid."""

    prior: str | None = None
    budget: str | None = None
    department: str | None = None
    year: int | None = None


def read_accounts(source: str, terminal: Terminal, beside: Beside, form: str | None = None) -> FinalAccounts:
    """The accounts in a file, JSON or workbook, or on standard input for `STREAM`; warnings are told.

    Raises `RefusedError` where there is nothing to read, and with all problems of what was read.
    """
    with _in_one_line():
        data = _read_stdin() if source == STREAM else read_whole(source)
    warnings: tuple[Problem, ...] = ()
    try:
        if not _may_be_workbook(data, source):
            accounts = loads(data)
        else:
            workbook = open_xlsx(
                data if source == STREAM else source,
                department=beside.department,
                year=beside.year,
                jurisdiction=form_before(form, beside.year),
            )
            accounts, warnings = workbook.accounts, workbook.warnings
        if beside.prior is not None or beside.budget is not None:
            accounts, more = add_comparatives(
                accounts, prior=beside.prior, budget=beside.budget, jurisdiction=form_before(form, accounts.year)
            )
            warnings = (*warnings, *more)
    except InvalidInputError as error:
        number = len(error.problems)
        name, name_zh = ("standard input", "标准输入") if source == STREAM else (source, f" {source} ")
        raise RefusedError(
            f"{plural(number, 'problem')} in {name}", f"{name_zh}有 {number} 处问题".lstrip(), error.problems
        ) from None
    for warning in warnings:
        terminal.note(warning.message(terminal.lang))
    return accounts


def _may_be_workbook(data: bytes, source: str) -> bool:
    """By what is in it; by its name only where it is neither a workbook nor JSON, to tell what is wrong with it."""
    if data[:4] in _WORKBOOKS:
        return True
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] != b"{" and source.lower().endswith(_WORKBOOK_NAMES)


def plural(number: int, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "problem"), plural(2, "problem")
    ('1 problem', '2 problems')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise RefusedError("standard input is closed", "标准输入已关闭")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusedError(f"cannot read standard input: {reason}", f"无法读取标准输入：{reason}") from None


def refuse_to_overwrite(source: str, output: str, beside: Beside) -> None:
    """Raise `RefusedError` where the result would take the place of what it is made from."""
    for name, name_zh, read in (
        ("INPUT", "输入文件", source),
        ("--prior", " --prior 文件", beside.prior),
        ("--budget", " --budget 文件", beside.budget),
    ):
        if read is not None and _same(read, output):
            raise RefusedError(
                f"{output}: this is {name}, which is not overwritten", f"{output}：这是{name_zh}，不予覆盖"
            )


def _same(source: str, output: str) -> bool:
    try:
        return source != STREAM and os.path.samefile(source, output)
    except (OSError, ValueError):  # one of them does not exist, or never can
        return False


def write_file(output: str, text: str) -> None:
    """Write a result, whole or not at all. Raises `RefusedError` where that cannot be done."""
    with _in_one_line():
        write_whole(output, text)


@contextmanager
def _in_one_line() -> Iterator[None]:
    """What is wrong with a file as such is one problem, which is said in one line."""
    try:
        yield
    except InvalidInputError as error:
        raise RefusedError(error.message("en"), error.message("zh")) from None
