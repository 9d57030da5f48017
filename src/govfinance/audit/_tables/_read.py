"""From a document to its tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from attrs import define, evolve, field

from govfinance.audit._said import Measure, Unclaimed
from govfinance.audit._tables._by_code import read_by_code
from govfinance.audit._tables._found import Said, TableFound, TablesRead, TableTrouble
from govfinance.audit._tables._lanes import read_lanes
from govfinance.audit._tables._lists import read_institution, read_three_public
from govfinance.audit._tables._number import looks_numeric
from govfinance.audit._tables._parts import find_parts, title_in
from govfinance.audit._tables._reading import Reading, is_note
from govfinance.audit._tables._sheet import Part
from govfinance.audit._tables._sides import read_sides
from govfinance.document import Place, PublishedDocument, PublishedText
from govfinance.io._tables import compact, department_in, department_titled, units_in, year_in
from govfinance.model import PublicTable
from govfinance.money import Scale

__all__ = ["read_tables"]

_T = PublicTable
_READERS: Final[dict[PublicTable, Callable[[Reading], bool]]] = {
    _T.BASIC: read_lanes,
    _T.PROJECT: read_lanes,
    _T.THREE_PUBLIC: read_three_public,
    _T.INSTITUTION: read_institution,
}
_SIDES: Final = (_T.TOTALS, _T.FISCAL)
_LONGEST_NOTE: Final = 400
_LABELLED: Final = re.compile(r"(?<=.)(?=(?:编制|填报|公开|预算|决算)?(?:部门|单位)(?:名称)?:|金额单位)")
_NO_DATA: Final = re.compile(r"无数据|(?:本表|此表|该表)为空")
_SCALES: Final = {scale.value: scale for scale in Scale}


@define(eq=False)
class _Open:
    """A table that the next part may go on with."""

    part: Part
    scale: Scale
    scale_said: Said | None
    readings: list[Reading] = field(factory=list)

    def has(self, row: str) -> bool:
        return any(row in reading.rows for reading in self.readings)


def read_tables(document: PublishedDocument, *, year: int | None, budget: Measure = "adjusted") -> TablesRead:
    """Every amount of the public tables of a document, with its subject and its place. Nothing is refused.

    A blank cell of a printed row and column is nil. Amounts of a table that says no unit are in that of the others,
    else in 万元. ``budget`` is what a 预算数 of “三公”经费 is that says no more than that.
    """
    parts = find_parts(document)
    scales = {id(part): _scale_of(part) for part in parts}
    common = _common([scale for scale, _ in scales.values() if scale is not None])
    tables: list[_Open] = []
    latest: dict[PublicTable, _Open] = {}
    troubles: list[TableTrouble] = []
    for part in parts:
        own, said = scales[id(part)]
        before = latest.get(part.table) if part.goes_on else None
        scale = own or (before.scale if before is not None else common)
        reading = Reading(part, scale, year, budget)
        if not _read(reading, before):
            _left_unread(reading)
            if part.by_shape or not (part.title or part.goes_on) or not reading.seen:
                continue
        if before is None:
            before = _Open(part, scale, said)
            tables.append(before)
            latest[part.table] = before
            troubles.extend(_about_scale(part, own, said))
        before.readings.append(reading)
    return _collected(document, tables, troubles)


def _read(reading: Reading, before: _Open | None) -> bool:
    table = reading.part.table
    if table in _SIDES:
        carried = before is not None and before.has("opening") and not before.has("total")
        return read_sides(reading, carried)
    return _READERS.get(table, read_by_code)(reading)


def _left_unread(reading: Reading) -> None:
    """All numbers of a table of which nothing was understood."""
    for number, row in enumerate(reading.sheet.rows):
        for column, text in enumerate(row):
            if "." in text and looks_numeric(text):
                reading.leave(number, column)
    if reading.seen:
        place = reading.part.title.place if reading.part.title else reading.unclaimed[0].place
        reading.troubles.append(
            TableTrouble(code="no-row", printed=_title(reading.part), place=place, table=reading.part.table)
        )


def _scale_of(part: Part) -> tuple[Scale | None, Said | None]:
    for said in part.head:
        if "元" in said.text:
            for unit in units_in([compact(said.text)]):
                return _SCALES.get(unit), said
    return None, None


def _common(scales: Sequence[Scale]) -> Scale:
    """The unit that most tables say; 万元 where none says any."""
    return Counter(scales).most_common(1)[0][0] if scales else Scale.WAN


def _about_scale(part: Part, scale: Scale | None, said: Said | None) -> list[TableTrouble]:
    if scale is not None:
        return []
    if said is not None:
        return [TableTrouble(code="unknown-scale", printed=said.text, place=said.place, table=part.table)]
    place = part.title.place if part.title is not None else part.sheet.place(0, 0)
    return [TableTrouble(code="no-scale", printed=_title(part), place=place, table=part.table)]


def _title(part: Part) -> str:
    return part.title.text if part.title is not None else ""


def _collected(document: PublishedDocument, tables: list[_Open], troubles: list[TableTrouble]) -> TablesRead:
    found = [_found(document, one) for one in tables]
    others = _of_others(found)
    unclaimed = [one for table in tables for reading in table.readings for one in reading.unclaimed]
    unclaimed.extend(
        Unclaimed(printed=value.number.printed, place=value.place, why="overview")
        for number in others
        for value in found[number].values
        if value.number.printed
    )
    kept = [table for number, table in enumerate(found) if number not in others]
    return TablesRead(
        cells=tuple(value for table in kept for value in table.values),
        tables=tuple(kept),
        troubles=(*troubles, *(one for table in tables for reading in table.readings for one in reading.troubles)),
        unclaimed=tuple(unclaimed),
        seen=sum(reading.seen for table in tables for reading in table.readings),
    )


def _of_others(found: Sequence[TableFound]) -> frozenset[int]:
    """The tables of other departments than most, of which the document has one of its own department too."""
    names = [None if table.department is None else compact(table.department.text) for table in found]
    said = Counter(name for name in names if name is not None)
    if len(said) < 2:
        return frozenset()
    ours = said.most_common(1)[0][0]
    own = {table.table for table, name in zip(found, names, strict=True) if name == ours}
    return frozenset(n for n, name in enumerate(names) if name not in (None, ours) and found[n].table in own)


def _found(document: PublishedDocument, table: _Open) -> TableFound:
    readings = table.readings
    rows: dict[str, Place] = {}
    columns: dict[str, None] = {}
    for reading in readings:
        for row, place in reading.rows.items():
            rows.setdefault(row, place)
        columns.update(reading.columns)
    blocks = sorted({block for reading in readings for block, _ in reading.sheet.at})
    title = table.part.title
    return TableFound(
        table=table.part.table,
        blocks=tuple(blocks),
        title=_title(table.part),
        title_place=None if title is None else title.place,
        scale=table.scale,
        scale_said=table.scale_said,
        department=_said(table.part, department_in) or _said(table.part, department_titled),
        year=_said(table.part, _year),
        codes=tuple(code for reading in readings for code in reading.codes),
        rows=tuple(rows.items()),
        columns=tuple(columns),
        values=tuple(value for reading in readings for value in reading.values),
        notes=(*(note for reading in readings for note in reading.notes), *_notes_below(document, blocks[-1])),
    )


def _notes_below(document: PublishedDocument, last: int) -> list[Said]:
    """The notes in the paragraphs below a table: 注：…, and that there is nothing in it."""
    found: list[Said] = []
    for number in range(last + 1, min(last + 4, len(document.blocks))):
        block = document.blocks[number]
        if not isinstance(block, PublishedText) or len(block.text) > _LONGEST_NOTE or title_in(block.text) is not None:
            break
        if is_note(block.text) or _NO_DATA.search(block.text):
            found.append(Said(block.text, Place(block=number, start=0, end=len(block.text))))
    return found


def _said(part: Part, ask: Callable[[list[str]], str | None]) -> Said | None:
    """What the head of a table says, and where."""
    for said in part.head:
        words = compact(said.text)
        answer = ask([words]) or (ask(_LABELLED.split(words)) if ":" in words else None)
        if answer is not None:
            return _as_printed(said, words, answer)
    return None


_OPENING: Final = "“‘「『《"
_CLOSING: Final = "”’」』》"


def _as_printed(said: Said, words: str, answer: str) -> Said:
    """What was found in the words of a text without white space and quotation marks, as it stands there."""
    start = words.find(answer)
    at = [number for number, char in enumerate(said.text) if compact(char)]
    if start < 0 or len(at) != len(words):
        return Said(answer, said.place)
    begin, end = at[start], at[start + len(answer) - 1] + 1
    while begin and said.text[begin - 1] in _OPENING:
        begin -= 1
    while end < len(said.text) and said.text[end] in _CLOSING:
        end += 1
    place = said.place
    if place.end - place.start == len(said.text):
        place = evolve(place, start=place.start + begin, end=place.start + end)
    return Said(said.text[begin:end], place)


def _year(words: list[str]) -> str | None:
    year = year_in(words)
    return None if year is None else str(year)
