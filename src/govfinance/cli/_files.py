"""Where a command's accounts come from, and where its result goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from govfinance.cli._terminal import RefusedError
from govfinance.errors import InvalidInputError
from govfinance.io import loads, read_whole, write_whole
from govfinance.model import FinalAccounts

__all__ = ["STREAM", "plural", "read_accounts", "refuse_to_overwrite", "write_file"]

STREAM: Final = "\0"
"""What stands for ``-``, the standard streams; no argument of a process, and so no name of a file, can hold it."""


def read_accounts(source: str) -> FinalAccounts:
    """The accounts in a file, or on standard input for `STREAM`.

    Raises `RefusedError` where there is nothing to read, and with all problems of what was read.
    """
    with _in_one_line():
        data = _read_stdin() if source == STREAM else read_whole(source)
    try:
        return loads(data)
    except InvalidInputError as error:
        number = len(error.problems)
        name, name_zh = ("standard input", "标准输入") if source == STREAM else (source, f" {source} ")
        raise RefusedError(
            f"{plural(number, 'problem')} in {name}", f"{name_zh}有 {number} 处问题".lstrip(), error.problems
        ) from None


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


def refuse_to_overwrite(source: str, output: str) -> None:
    """Raise `RefusedError` where the result would take the place of the accounts."""
    try:
        same = source != STREAM and os.path.samefile(source, output)
    except (OSError, ValueError):  # one of them does not exist, or never can
        return
    if same:
        raise RefusedError(f"{output}: this is INPUT, which is not overwritten", f"{output}：这是输入文件，不予覆盖")


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
