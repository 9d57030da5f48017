"""What is wrong with a PDF file that cannot be read, and what to do about it, in both languages."""

from __future__ import annotations

from typing import Final

from govfinance.errors import InvalidInputError, Problem

__all__ = ["Budget", "encrypted", "not_installed", "scanned", "too_many_pages", "unreadable"]

CHARACTERS: Final = 2_500_000
"""A document of 2,000 full pages has about 2 million characters; they are read in half a minute."""

OBJECTS: Final = 2_000_000
"""Lines, rectangles and their corners."""

CROSSINGS: Final = 40_000_000
"""Pairs of ruling lines that are looked at."""


def _error(code: str, name: str, en: str, zh: str) -> InvalidInputError:
    return InvalidInputError([Problem(code, en, zh, name)])


def encrypted(name: str) -> InvalidInputError:
    """The file asks for a password."""
    return _error(
        "pdf-encrypted",
        name,
        "the PDF file needs a password: open it and save it without one",
        "PDF 文件已加密，需要密码：请打开后另存为不加密的文件",
    )


def unreadable(name: str) -> InvalidInputError:
    """The file is broken, or no PDF at all."""
    return _error(
        "pdf-unreadable",
        name,
        "the file is broken or no PDF: open it in a viewer and save or print it as PDF again",
        "文件已损坏或不是 PDF：请用阅读器打开后重新保存或打印为 PDF",
    )


def scanned(name: str) -> InvalidInputError:
    """There are pictures of pages, but no text."""
    return _error(
        "pdf-without-text",
        name,
        "the PDF file has no text, only pictures of pages: recognise the text (OCR) first, or use the file it was made from",
        "PDF 文件没有文字，只有页面图像（扫描件）：请先进行文字识别（OCR），或使用生成它的原文件",
    )


def too_many_pages(name: str, pages: int, limit: int) -> InvalidInputError:
    """The file is longer than what is read."""
    return _error(
        "pdf-too-many-pages",
        name,
        f"the PDF file has {pages} pages, at most {limit} are read: split it",
        f"PDF 文件有 {pages} 页，最多读取 {limit} 页：请拆分",
    )


def too_complex(name: str) -> InvalidInputError:
    """There is more on the pages than any document of accounts has."""
    return _error(
        "pdf-too-complex",
        name,
        "the PDF file has too many characters or lines: split it, or print it as PDF again",
        "PDF 文件的字符或线条过多：请拆分，或重新打印为 PDF",
    )


def not_installed(name: str) -> InvalidInputError:
    """The library that reads PDF files is not there."""
    return _error(
        "pdf-needs-extra",
        name,
        'reading PDF needs pypdfium2: pip install "govfinance[pdf]"',
        '读取 PDF 需要安装 pypdfium2：pip install "govfinance[pdf]"',
    )


class Budget:
    """How much of a hostile file is looked at before it is refused; the same on every machine."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.characters = CHARACTERS
        self.objects = OBJECTS
        self.crossings = CROSSINGS

    def spend(self, *, characters: int = 0, objects: int = 0, crossings: int = 0) -> None:
        """Count what is about to be looked at; raises when it is too much."""
        self.characters -= characters
        self.objects -= objects
        self.crossings -= crossings
        if self.characters < 0 or self.objects < 0 or self.crossings < 0:
            raise too_complex(self.name)
