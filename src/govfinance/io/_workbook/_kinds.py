"""What a file that is no workbook seems to be."""

from __future__ import annotations

__all__ = ["name_of_kind"]

_BEGINNINGS = (
    (b"%PDF-", ("a PDF", " PDF 文件")),
    (b"{\\rtf", ("a rich text file", " RTF 文本")),
    (b"\x89PNG", ("a picture", "图片")),
    (b"\xff\xd8\xff", ("a picture", "图片")),
    (b"Rar!", ("a RAR archive", " RAR 压缩包")),
    (b"7z\xbc\xaf", ("a 7z archive", " 7z 压缩包")),
    (b"\x1f\x8b", ("a gzip archive", " gzip 压缩包")),
)


def name_of_kind(data: bytes) -> tuple[str, str]:
    """The name of the kind in English and in Chinese."""
    for beginning, names in _BEGINNINGS:
        if data.startswith(beginning):
            return names
    head = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return "an XML spreadsheet of Excel 2003", " Excel 2003 XML 表格"
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<style")) or b"<html" in head:
        return "a web page (HTML)", "网页（HTML）"
    if head.startswith(b"mime-version:"):
        return "a web page (MHTML)", "网页（MHTML）"
    if head.startswith(b"<"):
        return "an XML file", " XML 文件"
    if b"\0" not in head or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "a text file (perhaps CSV)", "文本文件（可能是 CSV）"
    return "a file of an unknown kind", "未知类型的文件"
