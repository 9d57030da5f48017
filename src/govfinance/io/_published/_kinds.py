"""What kind of document a file is, by its first bytes or the parts of its archive; never by its name."""

from __future__ import annotations

import re
from typing import Final

from govfinance.io._published._problems import as_document, not_a_document, without_text
from govfinance.io._workbook._ole import MAGIC, open_compound
from govfinance.io._workbook._problems import encrypted
from govfinance.io._workbook._zip import Archive, open_archive

__all__ = ["archive_of", "check_beginning", "is_html", "is_old_workbook", "is_pdf"]

_UNPACK: Final = ("unpack it and give the document that is in it", "请解压后使用其中的文件")
_PAGE: Final = (
    "open it in a browser and save it as a web page (.html) or .pdf",
    "请用浏览器打开后另存为网页（.html）或 .pdf",
)
_ITSELF: Final = ("give the document itself", "请提供文件本身")
_AS_PDF: Final = ("open it in its reader and save or print it as .pdf", "请用阅读器打开后导出或打印为 .pdf")

_PICTURES: Final = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"II*\0",
    b"MM\0*",
    b"II+\0",
    b"\0\0\0\x0cjP  ",
    b"AT&TFORM",
)
_OTHERS: Final = (
    (b"{\\rtf", ("a rich text file (.rtf)", " RTF 文件（.rtf）")),
    (b"Rar!\x1a", ("a RAR archive", " RAR 压缩包", *_UNPACK)),
    (b"7z\xbc\xaf", ("a 7z archive", " 7z 压缩包", *_UNPACK)),
    (b"\x1f\x8b", ("a gzip archive", " gzip 压缩包", *_UNPACK)),
    (b"BZh91AY&SY", ("a bzip2 archive", " bzip2 压缩包", *_UNPACK)),
    (b"\xfd7zXZ\0", ("an xz archive", " xz 压缩包", *_UNPACK)),
    (b"%!PS", ("a PostScript file", " PostScript 文件", *_AS_PDF)),
    (b"CAJ\0", ("a CAJ file", " CAJ 文件", *_AS_PDF)),
    (b"MZ\x90\0", ("a program", "可执行程序", *_ITSELF)),
    (b"\x7fELF", ("a program", "可执行程序", *_ITSELF)),
)
_OPEN: Final = b"application/vnd.oasis.opendocument."
_HEAD: Final = 4096
_HTML_START: Final = re.compile(
    r"(?:<!--(?:(?!-->)[\s\S]){0,2000}+-->\s*+|<\?xml[^>]{0,200}>\s*+)*+"
    r"<(?:!doctype\s++html|html|head|body|meta|title|style|script|link|table|tbody|tr|td|div|p|h[1-6]|span|section|article|pre|blockquote|form|a|img"
    r"|main|ul|ol|center|font|b|strong|br|hr)\b",
    re.IGNORECASE,
)
_HTML_INSIDE: Final = re.compile(r"</(?:p|div|td|tr|table|span|h[1-6]|li|body|html)\s*+>|<br\s*+/?+>", re.IGNORECASE)


def is_pdf(data: bytes) -> bool:
    """Whether it is a PDF, before which some programs leave a few bytes."""
    return data.startswith(b"%PDF-") or (not data.startswith((b"PK", b"<")) and b"%PDF-1." in data[:1024])


def check_beginning(data: bytes) -> None:
    """Refuse what begins as a file that is no document of ours, and say what to do with it."""
    if data.startswith(_PICTURES) or _is_other_picture(data):
        raise without_text("a picture", "图片")
    for beginning, names in _OTHERS:
        if data.startswith(beginning):
            raise not_a_document(*names)
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"mime-version:") or b"content-type: multipart/related" in head:
        raise not_a_document("a web archive (MHTML)", "网页归档（MHTML）", *_PAGE)
    if head.startswith(b"<") and b"schemas-microsoft-com:office:spreadsheet" in head and b"<workbook" in head:
        raise not_a_document("an XML spreadsheet of Excel 2003", " Excel 2003 XML 表格")
    if head.startswith(b"<") and (b"<w:worddocument" in head or b"<pkg:package" in head):
        raise not_a_document("an XML document of Word", " Word XML 文件")


def _is_other_picture(data: bytes) -> bool:
    return (
        (data[:2] == b"BM" and data[6:10] == bytes(4))
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif")
    )


def is_html(text: str) -> bool:
    """Whether a text is a web page or a piece of one.

    >>> is_html("<p>一、收入"), is_html("收入<br>支出"), is_html("一、收入 < 支出"), is_html("<注>")
    (True, True, False, False)
    """
    head = text[:_HEAD].lstrip("\ufeff \t\r\n\f")
    if _HTML_START.match(head) is not None:
        return True
    return _HTML_INSIDE.search(text, 0, 65536) is not None


def is_old_workbook(data: bytes) -> bool:
    """Whether a compound file (OLE) is a workbook. Raises `InvalidInputError` for all others."""
    if not data.startswith(MAGIC):
        return False
    with as_document():
        names = {name.lower() for name in open_compound(data).streams}
    if {"encryptedpackage", "encryptioninfo"} & names:
        raise encrypted()
    if {"workbook", "book"} & names:
        return True
    if "worddocument" in names:
        raise not_a_document("an old Word or WPS document (.doc, .wps)", "旧版 Word 或 WPS 文档（.doc、.wps）")
    if "powerpoint document" in names:
        raise not_a_document("a presentation (.ppt)", "演示文稿（.ppt）", *_AS_PDF)
    raise not_a_document("an old Office or WPS file of another kind", "其他类型的旧版 Office 或 WPS 文件")


def archive_of(data: bytes) -> tuple[str, Archive]:
    """The kind of an archive, docx or xlsx, with its directory. Raises `InvalidInputError` for all others."""
    with as_document():
        archive = open_archive(data)
        kind = (archive.get("mimetype") or b"")[:200]
    names = archive.members
    if any(name.startswith("word/") for name in names):
        return "docx", archive
    if any(name.startswith("xl/") for name in names) or kind.startswith(_OPEN + b"spreadsheet"):
        return "xlsx", archive
    if "ofd.xml" in names:
        raise not_a_document("an OFD document (.ofd)", " OFD 版式文件（.ofd）", *_AS_PDF)
    if kind.startswith(_OPEN):
        raise not_a_document("an OpenDocument file (.odt, .odp)", " OpenDocument 文件（.odt、.odp）")
    if "ppt/presentation.xml" in names:
        raise not_a_document("a presentation (.pptx)", "演示文稿（.pptx）", *_AS_PDF)
    if any(info.flag_bits & 1 for info in names.values()):
        raise encrypted()
    raise not_a_document("a ZIP archive", " ZIP 压缩包", *_UNPACK)
