"""Makers of published files for tests, part by part, so that odd and hostile ones can be made too. All give bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.workbook_files import archive

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def docx(body: str, *, numbering: str = "", styles: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document whose body, lists and styles are given as XML."""
    members: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>"
    }
    if numbering:
        members["word/numbering.xml"] = f"<w:numbering {_NAMES}>{numbering}</w:numbering>"
    if styles:
        members["word/styles.xml"] = f"<w:styles {_NAMES}>{styles}</w:styles>"
    return archive(members | dict(parts or {}))


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; what is no XML becomes one."""
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(text: str = "", properties: str = "") -> str:
    inner = text if text.startswith("<") else paragraph(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table of rows of cells; what is no XML becomes a cell."""
    return f"<w:tbl>{''.join(map(row, rows))}</w:tbl>"


def row(cells: Sequence[str], properties: str = "") -> str:
    inner = "".join(piece if piece.startswith("<w:tc>") else cell(piece) for piece in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def levels(*formats: tuple[str, str], extra: Mapping[int, str] | None = None) -> str:
    """The levels of a list: for each the format of its number and the text around it."""
    more = extra or {}
    return "".join(
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more.get(number, "")}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for number, (form, text) in enumerate(formats)
    )


def lists(abstract: str, *overrides: str) -> str:
    """One abstract list, and as many lists of it as there are overrides."""
    return f'<w:abstractNum w:abstractNumId="7">{abstract}</w:abstractNum>' + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{override}</w:num>'
        for number, override in enumerate(overrides, 1)
    )
