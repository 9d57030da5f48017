"""What can be wrong with a published document as a whole, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from govfinance.errors import InvalidInputError, Problem

__all__ = ["as_document", "empty", "not_a_document", "refuse", "too_deep", "too_large", "without_text"]


def refuse(code: str, en: str, zh: str) -> InvalidInputError:
    """One problem as the exception to raise; `read` puts the name of the file before it."""
    return InvalidInputError([Problem(code, en, zh)])


def not_a_document(
    en: str,
    zh: str,
    advice: str = "open it in Word or WPS and save it as .docx or .pdf",
    advice_zh: str = "请用 Word 或 WPS 打开后另存为 .docx 或 .pdf",
) -> InvalidInputError:
    """The file is of another kind, which is named."""
    return refuse(
        "not-a-document",
        f"expected a .docx, .pdf, .html, .txt or .xlsx document, got {en}; {advice}",
        f"应为 .docx、.pdf、.html、.txt 或 .xlsx 文件，实际为{zh}；{advice_zh}",
    )


def empty(en: str = "the file is empty", zh: str = "文件为空") -> InvalidInputError:
    """There is nothing to read."""
    return refuse("empty-file", f"expected a document with text, but {en}", f"应为有文字的文件，但{zh}")


def without_text(en: str, zh: str) -> InvalidInputError:
    """There are pictures of text only."""
    return refuse(
        "no-text",
        f"expected text, got {en}; recognise the text first (OCR) and save it as .docx, .txt or a searchable .pdf",
        f"应为文字，实际为{zh}；请先识别文字（OCR），再另存为 .docx、.txt 或可检索的 .pdf",
    )


def too_large(what: str, what_zh: str, limit: int) -> InvalidInputError:
    """A limit of `_limits` is passed."""
    return refuse(
        "document-too-large",
        f"expected at most {limit:,} {what}; keep only the disclosure of one department",
        f"{what_zh}最多为 {limit:,}；请只保留一个部门的公开文件",
    )


def too_deep() -> InvalidInputError:
    """The XML nests what no word processor nests."""
    return refuse(
        "unsafe-document",
        "expected a document, got one that is nested too deeply; open it in Word or WPS and save it again",
        "文件内容嵌套过深；请用 Word 或 WPS 打开后重新保存",
    )


_OF_WORKBOOKS: Final = {
    "damaged-workbook": (
        "damaged-document",
        "the document is damaged or cut off; fetch it again, or open it in Word or WPS, which may repair it",
        "文件已损坏或不完整；请重新下载，或用 Word、WPS 打开（可能会修复）后另存",
    ),
    "unsafe-workbook": (
        "unsafe-document",
        "expected the plain XML that word processors write; open it in Word or WPS and save it again",
        "应为文字处理软件写出的普通 XML；请用 Word 或 WPS 打开后重新保存",
    ),
    "workbook-too-large": (
        "document-too-large",
        "its contents are larger than those of any disclosure; keep only the disclosure of one department",
        "内容过大；请只保留一个部门的公开文件",
    ),
}


@contextmanager
def as_document() -> Iterator[None]:
    """What archives and their XML complain of, said of a document and not of a workbook."""
    try:
        yield
    except InvalidInputError as error:
        problems = [
            Problem(*_OF_WORKBOOKS[problem.code], problem.path) if problem.code in _OF_WORKBOOKS else problem
            for problem in error.problems
        ]
        raise InvalidInputError(problems) from None
