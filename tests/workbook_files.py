"""Makers of workbooks for tests: good ones, broken ones, and ones made to do harm. All of them give bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from struct import pack

import xlsxwriter
import xlwt

from govfinance.io._workbook._ole import container

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive(parts: Mapping[str, str | bytes], *, compressed: bool = True) -> bytes:
    file = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(file, "w", method) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return file.getvalue()


def xlsx_parts(cells: str, *, strings: str | None = None, after: str = "", head: str = "") -> dict[str, str]:
    """The parts of a workbook with one sheet, whose rows are given as XML."""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>{after}'
        "</worksheet>",
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    return parts


def xlsx(cells: str, *, strings: str | None = None, after: str = "", head: str = "") -> bytes:
    return archive(xlsx_parts(cells, strings=strings, after=after, head=head))


def written_xlsx(sheets: Mapping[str, list[list[object]]], *, hidden: tuple[str, ...] = ()) -> bytes:
    """As XlsxWriter writes it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return file.getvalue()


def xls(cells: Mapping[tuple[int, int], object], *, error_at: tuple[int, int] | None = None) -> bytes:
    """As xlwt writes it."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for (row, column), value in cells.items():
        sheet.write(row, column, value)
    if error_at is not None:
        sheet.row(error_at[0]).set_cell_error(error_at[1], 0x17)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def record(kind: int, contents: bytes) -> bytes:
    return pack("<HH", kind, len(contents)) + contents


def xls_of(*cells: bytes, workbook: bytes = b"", version: int = 0x0600, cut: int = 0) -> bytes:
    """A workbook of one sheet from its records."""
    begin = record(0x0809, pack("<4H2L", version, 0x0005, 0, 0, 0, 0))
    end = record(0x000A, b"")

    def globals_of(start: int) -> bytes:
        return begin + workbook + record(0x0085, pack("<LBBBB", start, 0, 0, 1, 0) + b"S") + end

    sheet = record(0x0809, pack("<4H2L", version, 0x0010, 0, 0, 0, 0)) + b"".join(cells) + end
    stream = globals_of(len(globals_of(0))) + sheet
    return container("Workbook", stream[: len(stream) - cut])


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, pack("<HHHd", row, column, 0, value))


def ods(table: str, *, manifest: str = "", head: str = "", styles: str = "") -> bytes:
    """A workbook of OpenDocument with one sheet, whose rows are given as XML."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f"<manifest:manifest xmlns:manifest='m'>{manifest}</manifest:manifest>",
            "content.xml": f'{head}<office:document-content {spaces} xmlns:calcext="c" xmlns:draw="d">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
            f'<table:table table:name="表" table:style-name="ta1">{table}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def lying(data: bytes, name: str, size: int) -> bytes:
    """The archive with another size of one of its files in the directory."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while bytes(changed[at + 46 : at + 46 + len(name)]) != name.encode():
        at = changed.index(b"PK\x01\x02", at + 4)
    changed[at + 24 : at + 28] = pack("<L", size)
    return bytes(changed)
