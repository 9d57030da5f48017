"""The XML of workbooks, read by events: no tree, no document type, no entities of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.parsers import expat

from govfinance.io._workbook._limits import MAX_SHEETS
from govfinance.io._workbook._problems import damaged, too_large, unsupported_xml

__all__ = ["Attributes", "Start", "check_head", "local", "parse", "start_tags"]

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]

_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")


def local(name: str) -> str:
    """The name without its prefix."""
    return name.rpartition(":")[2]


def check_head(xml: bytes, end: int | None = None) -> None:
    """Refuse another encoding than UTF-8, and a document type in the part before ``end``."""
    head = xml[:200]
    if b"\0" in head or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unsupported_xml("XML that is not in UTF-8", "非 UTF-8 编码的 XML")
    encoding = _ENCODING.search(head)
    if encoding is not None and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        raise unsupported_xml("XML that is not in UTF-8", "非 UTF-8 编码的 XML")
    if xml.find(b"<!DOCTYPE", 0, len(xml) if end is None else end) >= 0:
        raise _doctype()


def parse(
    xml: bytes,
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call the functions for each start tag, end tag and piece of text; names keep their prefixes."""
    check_head(xml)
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
        parser.buffer_text = True
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise damaged(f"its XML is broken: {error}", f"XML 有误：{error}") from None


def start_tags(xml: bytes, *wanted: str) -> list[tuple[str, Attributes]]:
    """All elements of some names, with the prefixes taken off the names and off the attributes."""
    most = 4 * MAX_SHEETS  # far more than the workbook part or its relationships have for the sheets that may be
    found: list[tuple[str, Attributes]] = []

    def start(name: str, attributes: Attributes) -> None:
        if (plain := local(name)) in wanted:
            if len(found) == most:
                raise too_large("sheets", "工作表数", MAX_SHEETS)
            found.append((plain, {local(key): value for key, value in attributes.items()}))

    parse(xml, start)
    return found


def _refuse_doctype(*_: object) -> None:
    raise _doctype()


def _doctype() -> Exception:
    return unsupported_xml("a document type (DOCTYPE)", "文档类型声明（DOCTYPE）")
