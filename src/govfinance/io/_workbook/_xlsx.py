"""An .xlsx or .xlsm file: its sheets are found, checked, and packed again with nothing else.

Pictures, charts, macros, comments and what else there may be is not even unpacked.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from attrs import frozen

from govfinance.io._workbook._grid import Position, Trouble
from govfinance.io._workbook._limits import MAX_SHEETS, MAX_TEXT
from govfinance.io._workbook._problems import damaged, too_large, unsupported_xml
from govfinance.io._workbook._sheet_xml import scan_sheet, text_of_cells
from govfinance.io._workbook._xml import Attributes, check_head, local, parse, start_tags
from govfinance.io._workbook._zip import Archive, pack

__all__ = ["CleanWorkbook", "clean_xlsx"]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHORTEST_TEXT_CELL = len('<c t="s"><v>0</v></c>')


@frozen
class CleanWorkbook:
    """What the parser is to read, and what was found out about each sheet, in the same order."""

    data: bytes
    troubles: tuple[Mapping[Position, Trouble], ...]


def clean_xlsx(archive: Archive) -> CleanWorkbook:
    """Take the workbook apart and put it together again. Raises `InvalidInputError` for whatever is wrong with it."""
    book_path = _book_path(archive)
    folder, _, file = book_path.rpartition("/")
    targets = _relationships(archive, posixpath.join(folder, "_rels", f"{file}.rels"), folder)
    tags = start_tags(archive.read(book_path), "sheet", "workbookPr")
    sheets = [_sheet(attributes, targets) for name, attributes in tags if name == "sheet"]
    sheets = [sheet for sheet in sheets if sheet.target.kind == "worksheet"]
    _check_sheets(sheets)
    facts = tuple(scan_sheet(archive.read(sheet.target.path)) for sheet in sheets)
    shared = {target.kind: target.path for target in targets.values()}
    extras = [
        (f"xl/{kind}.xml", part)
        for kind in ("sharedStrings", "styles")
        if kind in shared and (part := archive.get(shared[kind])) is not None
    ]
    for name, part in extras:
        check_head(part)
        if name == "xl/sharedStrings.xml":
            _check_text(part, [sheet.xml for sheet in facts])
    is_1904 = any(a.get("date1904") in ("1", "true") for name, a in tags if name == "workbookPr")
    files = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    data = pack(
        (
            ("_rels/.rels", _relationship_part([("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", _book_part(sheets, is_1904=is_1904)),
            ("xl/_rels/workbook.xml.rels", _relationship_part([("worksheet", file) for file in files])),
            *extras,
            *((f"xl/{file}", sheet.xml) for file, sheet in zip(files, facts, strict=True)),
        )
    )
    return CleanWorkbook(data, tuple(sheet.troubles for sheet in facts))


@frozen
class _Target:
    """What a relationship leads to: the last word of its type, and the path in the archive."""

    kind: str
    path: str


@frozen
class _Sheet:
    name: str
    state: str
    target: _Target


def _sheet(attributes: Attributes, targets: dict[str, _Target]) -> _Sheet:
    target = targets.get(attributes.get("id", ""))
    name = attributes.get("name", "")
    if target is None or not name:
        raise damaged("a sheet of its list does not exist", "工作表清单与内容不符")
    state = attributes.get("state", "visible")
    return _Sheet(name, state if state in ("hidden", "veryHidden") else "visible", target)


def _check_sheets(sheets: Sequence[_Sheet]) -> None:
    if not sheets:
        raise damaged("it has no sheets", "没有工作表")
    if len(sheets) > MAX_SHEETS:
        raise too_large("sheets", "工作表数", MAX_SHEETS)
    if len({sheet.name for sheet in sheets}) < len(sheets):
        raise damaged("two sheets have the same name", "工作表重名")


def _book_path(archive: Archive) -> str:
    for target in _relationships(archive, "_rels/.rels", "").values():
        if target.kind == "officeDocument":
            return target.path
    return "xl/workbook.xml"


def _relationships(archive: Archive, path: str, folder: str) -> dict[str, _Target]:
    part = archive.get(path)
    if part is None:
        return {}
    return {
        attributes["Id"]: _Target(
            attributes.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, attributes["Target"].replace("\\", "/"))).lstrip("/"),
        )
        for _, attributes in start_tags(part, "Relationship")
        if "Id" in attributes and "Target" in attributes and attributes.get("TargetMode") != "External"
    }


def _relationship_part(targets: Iterable[tuple[str, str]]) -> bytes:
    tags = (
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{path}"/>'
        for number, (kind, path) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(tags)}</Relationships>'.encode()


def _book_part(sheets: Iterable[_Sheet], *, is_1904: bool) -> bytes:
    tags = (
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" state="{sheet.state}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    epoch = '<workbookPr date1904="1"/>' if is_1904 else ""
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{epoch}<sheets>{"".join(tags)}</sheets></workbook>'
    ).encode()


def _check_text(strings: bytes, sheets: Sequence[bytes]) -> None:
    """Refuse shared strings that are long and often used: the parser copies them into every cell.

    Bounds that are found quickly do for nearly every workbook.
    """
    if b"<!" in strings:
        raise unsupported_xml("CDATA or comments in texts", "文本中的 CDATA 或注释")
    longest = max(map(len, strings.split(b"<si")))
    if longest * sum(map(len, sheets)) // _SHORTEST_TEXT_CELL <= MAX_TEXT:
        return
    if not any(b":v" in sheet for sheet in sheets) and longest * sum(x.count(b"<v") for x in sheets) <= MAX_TEXT:
        return
    lengths = _lengths(strings)
    if sum(text_of_cells(sheet, lengths) for sheet in sheets) > MAX_TEXT:
        raise too_large("bytes of text in cells", "单元格文本的字节数", MAX_TEXT)


def _lengths(strings: bytes) -> list[int]:
    lengths: list[int] = []

    def start(name: str, _: Attributes) -> None:
        if local(name) == "si":
            lengths.append(0)

    def text(text: str) -> None:
        if lengths:
            lengths[-1] += len(text.encode())

    parse(strings, start, text=text)
    return lengths
