"""From a file to its sheets: what kind of file it is decides who looks through it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from govfinance.errors import InvalidInputError, Problem
from govfinance.io._files import PathLike, read_whole
from govfinance.io._workbook._calamine import grids_of
from govfinance.io._workbook._grid import Grid
from govfinance.io._workbook._kinds import name_of_kind
from govfinance.io._workbook._limits import MAX_FILE
from govfinance.io._workbook._ods import grids_of_ods, is_ods
from govfinance.io._workbook._ole import MAGIC, open_compound
from govfinance.io._workbook._problems import not_a_workbook, refuse, too_large
from govfinance.io._workbook._xls import clean_xls, too_old
from govfinance.io._workbook._xlsx import clean_xlsx
from govfinance.io._workbook._zip import Archive, open_archive

__all__ = ["read_grids"]

_OLDEST = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00\x00\x05")  # Excel 2 to 5


def read_grids(source: PathLike | bytes) -> tuple[Grid, ...]:
    """All worksheets of an .xlsx, .xlsm, .xls or .ods file, or of the bytes of one, in the order of the workbook.

    Raises `InvalidInputError` with one problem, whose path is the name of the file, for a file that is missing, too
    large, broken, protected by a password or of another kind, and where the extra ``xlsx`` is not installed.
    """
    name = "" if isinstance(source, bytes) else _printable(source)
    try:
        return _grids(source if isinstance(source, bytes) else _whole(source))
    except InvalidInputError as error:
        problems: list[Problem] = [problem if problem.path else problem.at(name) for problem in error.problems]
        raise InvalidInputError(problems) from None


def _printable(path: PathLike) -> str:
    return os.fspath(path).encode(errors="backslashreplace").decode().replace("\0", "\\0")


def _whole(path: PathLike) -> bytes:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return read_whole(path)  # tells what is wrong with the path
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise refuse("not-a-file", "expected a file, got a device or a pipe", "应为文件，实际为设备或管道")
    _check_size(found.st_size)
    return read_whole(path)


def _check_size(size: int) -> None:
    if size > MAX_FILE:
        raise too_large("bytes in a file", "文件字节数", MAX_FILE)


def _grids(data: bytes) -> tuple[Grid, ...]:
    _check_size(len(data))
    if not data:
        raise not_a_workbook("an empty file", "空文件")
    if data.startswith(b"PK"):
        return _grids_of_archive(open_archive(data))
    if data.startswith(MAGIC):
        xls = clean_xls(open_compound(data))
        return grids_of(xls.data, lambda number, _: xls.troubles[number])
    if data.startswith(_OLDEST):
        raise too_old()
    raise not_a_workbook(*name_of_kind(data))


def _grids_of_archive(archive: Archive) -> tuple[Grid, ...]:
    if is_ods(archive):
        return grids_of_ods(archive)
    if "xl/workbook.bin" in archive:
        raise not_a_workbook("a binary workbook (.xlsb)", "二进制工作簿（.xlsb）")
    if "word/document.xml" in archive:
        raise not_a_workbook("a Word document (.docx)", "Word 文档（.docx）")
    if "ppt/presentation.xml" in archive:
        raise not_a_workbook("a presentation (.pptx)", "演示文稿（.pptx）")
    if not any(name.startswith("xl/") for name in archive.members):
        raise not_a_workbook("an archive without a workbook in it", "不含工作簿的压缩包")
    workbook = clean_xlsx(archive)
    return grids_of(workbook.data, lambda number, _: workbook.troubles[number])
