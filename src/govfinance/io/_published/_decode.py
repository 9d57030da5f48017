"""From the bytes of a text or a web page to its characters, in whatever encoding Chinese offices use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govfinance.io._published._limits import MAX_PLAIN
from govfinance.io._published._problems import not_a_document, too_large

__all__ = ["declared_encoding", "decode"]

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*+=\s*+[\"']?+([a-z0-9_-]{2,20})", re.IGNORECASE)
_OF_XML: Final = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*+=\s*+[\"']([a-z0-9_-]{2,20})", re.IGNORECASE)
_KNOWN: Final = re.compile(
    r"(?:utf-?8|gb-?(?:k|2312|18030)|big5(?:-hkscs)?|utf-16(?:le|be)?|iso-8859-1|windows-125[0-9])"
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_SAMPLE: Final = 200_000
_COMMON: Final = 0.9
_LEVEL_ONE: Final = range(0xB0, 0xD8)  # first bytes of the 3755 most frequent characters of GB 2312


def decode(data: bytes, declared: str = "") -> str:
    """The characters. Raises `InvalidInputError` for what is no text, and for more of it than a disclosure has.

    A byte order mark decides; then UTF-8, what is declared, and GB 18030 where that gives Chinese, whichever is the
    first that fits without error.
    """
    is_marked = data.startswith(tuple(mark for mark, _ in _MARKS))
    is_text = is_marked or b"\0" not in data[:4096]
    if is_text and len(data) > MAX_PLAIN:
        raise too_large("bytes of text", "文本的字节数", MAX_PLAIN)
    text = next(_readings(data, declared), None) if is_text else None
    if text is None or _is_binary(text):
        raise not_a_document(
            "a file that is no text in UTF-8, GB18030 or UTF-16",
            "非 UTF-8、GB18030 或 UTF-16 编码的文件",
            "open it in the program that made it and save it as .docx, .pdf or UTF-8 text",
            "请用生成它的程序打开，另存为 .docx、.pdf 或 UTF-8 文本",
        )
    return text


def declared_encoding(data: bytes) -> str:
    """The encoding that a web page says it has, as Python calls it; empty where it says none that is known."""
    head = data[:4096]
    found = _DECLARED.search(head) or _OF_XML.match(head.lstrip())
    name = found[1].decode("ascii").lower() if found is not None else ""
    if not _KNOWN.fullmatch(name):
        return ""
    return "gb18030" if name.startswith("gb") else name


def _readings(data: bytes, declared: str) -> Iterator[str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield data[len(mark) :].decode(encoding, errors="replace")
            return
    declared = "" if declared.startswith("utf-16") else declared  # it is ASCII where that could be read
    utf_8 = _strictly(data, "utf-8")
    if utf_8 is not None and (utf_8.isascii() or max(utf_8) >= "\u2000"):  # not two letters of GBK, as 联通 is
        yield utf_8
    text = _strictly(data, declared) if declared else None
    if text is not None:
        yield text
    text = _strictly(data, "gb18030")
    if text is not None and _is_chinese(text):
        yield text
    if utf_8 is not None:
        yield utf_8
    if declared:
        yield data.decode(declared, errors="replace")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    return "\0" in sample or strange * 50 > len(sample)


def _is_chinese(text: str) -> bool:
    """Whether the characters that are not ASCII are those that Chinese is written with."""
    sample = [character for character in text[:_SAMPLE] if character > "\x7f"]
    common = sum(map(_is_common, sample))
    return common >= _COMMON * len(sample)


def _is_common(character: str) -> bool:
    if "\u4e00" <= character <= "\u9fff":
        raw = character.encode("gb18030")
        return len(raw) == 2 and raw[0] in _LEVEL_ONE and raw[1] >= 0xA1
    return "\u2010" <= character <= "\u22ff" or "\u2460" <= character <= "\u303f" or character >= "\uff00"
