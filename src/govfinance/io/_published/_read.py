"""The front door: any published file, told by what is in it."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Final

from govfinance.document import PublishedDocument, PublishedText
from govfinance.errors import InvalidInputError, Problem
from govfinance.io._files import PathLike, read_whole
from govfinance.io._published._decode import declared_encoding, decode
from govfinance.io._published._docx import read_docx
from govfinance.io._published._html import read_html
from govfinance.io._published._kinds import archive_of, check_beginning, is_html, is_old_workbook, is_pdf
from govfinance.io._published._limits import MAX_FILE, MAX_TEXT
from govfinance.io._published._problems import empty, not_a_document, refuse, too_large
from govfinance.io._published._text import read_text
from govfinance.io._published._workbook import read_workbook

__all__ = ["read_document"]


def read_document(source: PathLike | bytes, *, name: str = "") -> PublishedDocument:
    """See `govfinance.io.read`."""
    shown = name if isinstance(source, bytes) else _printable(os.fspath(source))
    try:
        data = source if isinstance(source, bytes) else _whole(source)
        if len(data) > MAX_FILE:
            raise too_large("bytes in a file", "文件字节数", MAX_FILE)
        document = _read(data, name or ("" if isinstance(source, bytes) else _printable(Path(source).name)))
        _check_text(document)
    except InvalidInputError as error:
        problems: list[Problem] = [problem if problem.path else problem.at(shown) for problem in error.problems]
        raise InvalidInputError(problems) from None
    return document


def _printable(path: str) -> str:
    return path.encode(errors="backslashreplace").decode().replace("\0", "\\0")


def _whole(path: PathLike) -> bytes:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return read_whole(path)  # tells what is wrong with the path
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise refuse("not-a-file", "expected a file, got a device or a pipe", "应为文件，实际为设备或管道")
    if found.st_size > MAX_FILE:
        raise too_large("bytes in a file", "文件字节数", MAX_FILE)
    return read_whole(path)


def _read(data: bytes, name: str) -> PublishedDocument:
    if not data.strip():
        raise empty()
    if is_pdf(data):
        from govfinance.io._published._pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(b"PK"):
        kind, archive = archive_of(data)
        return read_docx(archive, name) if kind == "docx" else read_workbook(data, name)
    if is_old_workbook(data):
        return read_workbook(data, name)
    check_beginning(data)
    text = decode(data, declared_encoding(data))
    if _ACCOUNTS.match(text) is not None:
        raise not_a_document(
            "the accounts of a department (JSON)",
            "部门决算数据（JSON）",
            "audit a document against them with --against, or check them with `govfinance check`",
            "请以 --against 用它核对文档，或用 govfinance check 检查数据本身",
        )
    document = read_html(text, name) if is_html(text) else read_text(text, name)
    if not document.blocks:
        raise empty("there is no text in it", "其中没有文字")
    return document


_ACCOUNTS: Final = re.compile(r'\s{0,100}\{\s{0,100}"format"\s{0,20}:\s{0,20}"govfinance/')


def _check_text(document: PublishedDocument) -> None:
    characters = 0
    for block in document.blocks:
        if isinstance(block, PublishedText):
            characters += len(block.text)
        else:
            characters += sum(len(cell) for row in block.rows for cell in row)
    if characters > MAX_TEXT:
        raise too_large("characters", "字符数", MAX_TEXT)
