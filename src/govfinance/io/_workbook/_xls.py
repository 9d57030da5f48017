"""An .xls file: the records of its workbook stream are looked through before the parser gets them.

The format is [MS-XLS]: a stream of records, the first part about the workbook, then one part for each sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import error, pack_into, unpack_from

from attrs import define, field, frozen

from govfinance.io._workbook._grid import Position, Trouble, TroubleKind
from govfinance.io._workbook._limits import MAX_CELLS, MAX_MERGED, MAX_SHEETS, MAX_TEXT, MAX_UNPACKED
from govfinance.io._workbook._ole import CompoundFile, container
from govfinance.io._workbook._problems import damaged, encrypted, not_a_workbook, refuse, too_large

__all__ = ["CleanXls", "clean_xls", "too_old"]

_BOF, _EOF, _FILEPASS, _SHEET, _STRINGS, _CONTINUE = 0x0809, 0x000A, 0x002F, 0x0085, 0x00FC, 0x003C
_DIMENSIONS, _FORMULA, _ERROR, _TEXT_CELL, _MANY = 0x0200, 0x0006, 0x0205, 0x00FD, 0x00BD
_CELLS = frozenset({_FORMULA, _ERROR, _TEXT_CELL, _MANY, 0x0203, 0x0204, 0x00D6, 0x027E, 0x007E, 0x0206, 0x0406})
_MERGED = 0x00E5
_BIFF8 = 0x0600
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


@frozen
class CleanXls:
    """What the parser is to read, and the troubles of each sheet in the order of the workbook."""

    data: bytes
    troubles: tuple[dict[Position, Trouble], ...]


def too_old() -> Exception:
    """A workbook of Excel 95 or older."""
    return refuse(
        "workbook-too-old",
        "expected a workbook of Excel 97 or newer, got an older one; open it in Excel or WPS and save it as .xlsx",
        "应为 Excel 97 或更新版本的工作簿，实际版本更旧；请用 Excel 或 WPS 打开后另存为 .xlsx",
    )


def clean_xls(file: CompoundFile) -> CleanXls:
    """Look through the workbook stream. Raises `InvalidInputError` for whatever is wrong with it."""
    names = {name.lower(): name for name in file.streams}
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise encrypted()
    if "workbook" not in names:
        if "book" in names:
            raise too_old()
        if "worddocument" in names:
            raise not_a_workbook("a Word document (.doc)", "Word 文档（.doc）")
        raise not_a_workbook("an Office file of another kind", "其他类型的 Office 文件")
    stream = bytearray(file.read(names["workbook"]))
    if len(stream) > MAX_UNPACKED:
        raise too_large("bytes of contents", "内容的字节数", MAX_UNPACKED)
    try:
        troubles = _look_through(stream)
    except (error, IndexError):
        raise damaged("a record is cut off", "记录不完整") from None
    return CleanXls(container("Workbook", bytes(stream)), troubles)


def _records(stream: bytearray, start: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place of the contents and length of each record up to the end of the part."""
    at = start
    while at + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        if at + 4 + size > len(stream):
            break
        yield kind, at + 4, size
        if kind == _EOF:
            return
        at += 4 + size
    raise damaged("it is cut off", "文件不完整")


def _look_through(stream: bytearray) -> tuple[dict[Position, Trouble], ...]:
    starts: list[int] = []
    names: set[bytes] = set()
    strings: list[tuple[int, int]] = []
    last = 0
    for kind, at, size in _records(stream, 0):
        if kind == _BOF and unpack_from("<H", stream, at)[0] != _BIFF8:
            raise too_old()
        if kind == _FILEPASS:
            raise encrypted()
        if kind == _SHEET:
            starts.append(unpack_from("<L", stream, at)[0])
            names.add(bytes(stream[at + 6 : at + size]))
        elif kind == _STRINGS or (kind == _CONTINUE and last == _STRINGS):
            strings.append((at, size))
        if kind != _CONTINUE:
            last = kind
    if not starts:
        raise damaged("it has no sheets", "没有工作表")
    if len(starts) > MAX_SHEETS:
        raise too_large("sheets", "工作表数", MAX_SHEETS)
    if len(names) < len(starts):
        raise damaged("two sheets have the same name", "工作表重名")
    scan = _Scan(stream, _string_lengths(stream, strings))
    return tuple(scan.sheet(start) for start in starts)


@define
class _Scan:
    """All sheets together: the parser reads them all at once, and the same one twice where two point to it."""

    stream: bytearray
    lengths: list[int]
    cells: int = 0
    text: int = 0
    merged: int = 0
    troubles: dict[Position, Trouble] = field(factory=dict)

    def sheet(self, start: int) -> dict[Position, Trouble]:
        self.troubles = {}
        rows: set[int] = set()
        first, last = 0xFFFF, 0
        for kind, at, size in _records(self.stream, start):
            if kind == _DIMENSIONS:
                self._dimensions(at, size)
            if kind == _MERGED:
                self.merged += size // 8
            if kind not in _CELLS:
                continue
            row, column = unpack_from("<HH", self.stream, at)
            rows.add(row)
            end = unpack_from("<H", self.stream, at + size - 2)[0] if kind == _MANY else column
            first, last = min(first, column), max(last, end, column)
            self._cell(kind, at, (row, column))
        if rows:
            self.cells += (max(rows) - min(rows) + 1) * (last - first + 1)
        if self.cells > MAX_CELLS:
            raise too_large(
                "cells in the rectangles around all values", "单元格数（按包含所有数值的矩形计）", MAX_CELLS
            )
        if self.merged > MAX_MERGED:
            raise too_large("merged ranges", "合并区域数", MAX_MERGED)
        if self.text > MAX_TEXT:
            raise too_large("bytes of text in cells", "单元格文本的字节数", MAX_TEXT)
        return self.troubles

    def _dimensions(self, at: int, size: int) -> None:
        # The parser reserves memory for what this record says, whatever the sheet holds.
        if size < 14:
            raise damaged("a record is cut off", "记录不完整")
        top, bottom, left, right = unpack_from("<LLHH", self.stream, at)
        if bottom < top or right < left or (bottom - top + 1) * (right - left + 1) > MAX_CELLS:
            pack_into("<LLHH", self.stream, at, 0, 1, 0, 1)

    def _cell(self, kind: int, at: int, place: Position) -> None:
        code: int | None = None
        if kind == _TEXT_CELL:
            index = unpack_from("<L", self.stream, at + 6)[0]
            self.text += self.lengths[index] if index < len(self.lengths) else 0
        elif kind == _ERROR and self.stream[at + 7]:
            code = self.stream[at + 6]
        elif kind == _FORMULA and self.stream[at + 12 : at + 14] == b"\xff\xff" and self.stream[at + 6] == 2:
            code = self.stream[at + 8]
        if code is not None:
            self.troubles[place] = Trouble(TroubleKind.ERROR, _ERRORS.get(code, "#N/A"))


def _string_lengths(stream: bytearray, parts: list[tuple[int, int]]) -> list[int]:
    """Bytes that each shared string takes; a string may run on in the next record, which then says anew how wide it is."""
    lengths: list[int] = []
    if not parts:
        return lengths
    number = 0
    at, end = parts[0][0] + 8, sum(parts[0])

    def skip(count: int, width: int = 0) -> None:
        """Pass over ``count`` characters of a width, or bytes where there is none."""
        nonlocal at, end, number
        while count:
            if at >= end:
                number += 1
                at, end = parts[number][0], sum(parts[number])
                if width:
                    width = 2 if stream[at] & 1 else 1
                    at += 1
            taken = min(count, (end - at) // (width or 1))
            if not taken and at < end:
                raise IndexError
            at += taken * (width or 1)
            count -= taken

    while at < end or number + 1 < len(parts):
        if at >= end:
            number += 1
            at, end = parts[number][0], sum(parts[number])
            continue
        characters, flags = unpack_from("<HB", stream, at)
        at += 3
        after = 0
        if flags & 8:
            after += 4 * int(unpack_from("<H", stream, at)[0])
            at += 2
        if flags & 4:
            after += int(unpack_from("<L", stream, at)[0])
            at += 4
        skip(characters, 2 if flags & 1 else 1)
        skip(after)
        lengths.append(characters * 3)
    return lengths
