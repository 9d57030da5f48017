"""Where the public tables of a document are: by their titles, by their shape, and where they go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from attrs import define, field

from govfinance.audit._tables._found import Said
from govfinance.audit._tables._shape import fits, is_sure, says_again, shape_of
from govfinance.audit._tables._sheet import Part, Row, Sheet
from govfinance.document import Place, PublishedDocument, PublishedTable, PublishedText
from govfinance.io._tables import compact, department_in, table_titled
from govfinance.model import PublicTable

__all__ = ["find_parts", "title_in"]

_BEFORE: Final = 6
"""Paragraphs before a table that may be its title or stand below it."""
_LONG: Final = 160
_HEAD_ROWS: Final = 6
_BESIDE: Final = 12
_CUT: Final = re.compile(
    r"公开[0-9]{1,2}表|(?:编制|填报|公开|预算)?(?:单位|部门)(?:名称)?:|金额单位|(?:20[0-9]{2}年度?)$|（续）$"
)
_SHEET_NUMBER: Final = re.compile(r"^[0-9]{1,2}[ _.、-]{0,3}")


@lru_cache(maxsize=512)
def title_in(text: str) -> PublicTable | None:
    """Which table a paragraph or a cell is the title of, also with number, department and unit behind it.

    >>> title_in("收入决算表 公开02表 部门：甲县乙局 金额单位：万元").key
    'revenue'
    """
    if "表" not in text or len(text) > _LONG:
        return None
    table = table_titled(text)
    if table is not None:
        return table
    words = compact(text)
    if words.startswith(("注", "说明", "备注")):
        return None
    cut = next((match.start() for match in _CUT.finditer(words) if match.start()), None)
    table = None if cut is None else table_titled(words[:cut])
    if table is not None:
        return table
    return next((found for word in text.split()[:8] if (found := table_titled(word)) is not None), None)


def find_parts(document: PublishedDocument) -> list[Part]:
    """All public tables in reading order; one that goes on is one part where its columns stay the same."""
    finder = _Finder(document)
    for number, block in enumerate(document.blocks):
        if isinstance(block, PublishedTable) and block.rows and block.rows[0]:
            finder.add_block(number, block)
    return finder.parts


@define(eq=False)
class _Finder:
    document: PublishedDocument
    parts: list[Part] = field(factory=list)
    latest: dict[PublicTable, Part] = field(factory=dict)

    def add_block(self, number: int, block: PublishedTable) -> None:
        """Add the tables of a block: one, or as many as have a title in it."""
        titles = list(_titled_rows(block))
        head = _head_before(self.document, number)
        first = titles[0][0] if titles else len(block.rows)
        if first:
            title = next((said for said in head if title_in(said.text) is not None), None)
            table = title_in(title.text) if title is not None else None
            if table is None and block.sheet and not titles:
                table = table_titled(_SHEET_NUMBER.sub("", block.sheet))
            if not titles or _is_table(block.rows[:first]):
                self.add(table, title, head, _sheet(block, number, 0, first))
        for place, (row, column, table) in enumerate(titles):
            end = titles[place + 1][0] if place + 1 < len(titles) else len(block.rows)
            if not _is_table(block.rows[row + 1 : end]):
                continue
            text = block.rows[row][column]
            title = Said(text, Place(block=number, row=row, column=column, start=0, end=len(text)))
            around = [
                Said(cell, Place(block=number, row=row, column=n, end=len(cell)))
                for n, cell in enumerate(block.rows[row])
                if cell
            ]
            above = head if not place and row < _HEAD_ROWS else []
            self.add(table, title, [*around, *above], _sheet(block, number, row + 1, end))

    def add(self, table: PublicTable | None, title: Said | None, head: list[Said], sheet: Sheet) -> None:
        """Add a part, or the rows of one that goes on. Without a title, its shape says which table it is."""
        head = [*head, *_head_rows(sheet)]
        shape = shape_of(sheet.rows)
        if table is None:
            last = self.parts[-1] if self.parts else None
            if last is not None and _continues(last, sheet, shape):
                self.go_on(last, Part(last.table, title, head, sheet, goes_on=True))
            elif shape is not None and shape not in self.latest:
                self.put(Part(shape, None, head, sheet, by_shape=True))
            return
        if shape is not None and shape is not table and is_sure(shape):
            table = shape
        part = Part(table, title, head, sheet)
        before = self.latest.get(table)
        if before is None or says_again(table, before.sheet.rows, sheet.rows) or _other_department(before, part):
            self.put(part)
        else:
            part.goes_on = True
            self.go_on(before, part)

    def go_on(self, before: Part, part: Part) -> None:
        """Add the rows of a part to those of the part before it, if the columns are the same."""
        if before.sheet.width == part.sheet.width:
            before.sheet.rows.extend(part.sheet.rows)
            before.sheet.at.extend(part.sheet.at)
        else:
            self.put(part)

    def put(self, part: Part) -> None:
        """Add a part."""
        self.parts.append(part)
        self.latest[part.table] = part


def _continues(last: Part, sheet: Sheet, shape: PublicTable | None) -> bool:
    """Whether rows without a title go on with the table before them."""
    if shape is not None and shape is not last.table and is_sure(shape):
        return False
    return fits(last.table, sheet.rows) and not says_again(last.table, last.sheet.rows, sheet.rows)


def _other_department(last: Part, part: Part) -> bool:
    names = [department_in(compact(said.text) for said in one.head) for one in (last, part)]
    return None not in names and names[0] != names[1]


def _titled_rows(block: PublishedTable) -> Iterator[tuple[int, int, PublicTable]]:
    """The rows with a title: one of the few texts of the row."""
    for number, row in enumerate(block.rows):
        if row[0].strip().isdigit():
            continue
        for column, text in enumerate(row):
            if "表" in text:
                table = title_in(text)
                if table is not None:
                    yield number, column, table
                    break


def _is_table(rows: Sequence[Row]) -> bool:
    """Whether there is more than a title: what only names tables is a list of contents."""
    return sum(sum(bool(text.strip()) for text in row) >= 2 for row in rows) >= 2


def _sheet(block: PublishedTable, number: int, first: int, end: int) -> Sheet:
    return Sheet(list(block.rows[first:end]), [(number, row) for row in range(first, end)])


def _head_before(document: PublishedDocument, number: int) -> list[Said]:
    """The paragraphs before a table, from the nearest on, as far as its title."""
    found: list[Said] = []
    for before in range(number - 1, max(-1, number - 1 - _BEFORE), -1):
        block = document.blocks[before]
        if not isinstance(block, PublishedText) or len(block.text) > _LONG:
            break
        found.append(Said(block.text, Place(block=before, start=0, end=len(block.text))))
        if title_in(block.text) is not None:
            break
    else:
        return found if any(title_in(said.text) is not None for said in found) else found[:3]
    return found


def _head_rows(sheet: Sheet) -> list[Said]:
    """The texts of the first rows that may say whose table it is; a label and the cell beside it are one text."""
    found: list[Said] = []
    for number, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        for column, text in enumerate(row):
            if len(text) < 3 or not ("位" in text or "部门" in text or "20" in text):
                continue
            said = sheet.said(number, column)
            after = next((other for other in row[column + 1 : column + _BESIDE] if other.strip()), "")
            if text.rstrip().endswith((":", "：")) and after:
                said = Said(text.strip() + after.strip(), said.place)
            found.append(said)
    return found
