"""Findings as a table, one a line, that spreadsheets open as it stands and in which no formula can hide."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any, Final

from govfinance.audit._report import AuditReport
from govfinance.audit._show._clean import printable
from govfinance.audit._show._json import to_dict
from govfinance.errors import Lang

__all__ = ["COLUMNS", "to_csv"]

_OF_DOCUMENT: Final = ("document", "department", "year", "jurisdiction")
_OF_FINDING: Final = (
    "code",
    "kind",
    "verdict",
    "severity",
    "section",
    "page",
    "quote",
    "printed",
    "expected",
    "message",
    "message_en",
    "derivation",
    "diagnosis",
)
COLUMNS: Final = (*_OF_DOCUMENT, *_OF_FINDING)
"""The names in the first line."""

_MARK: Final = "\ufeff"  # without it Excel takes the file for one in the code page of the machine
_FORMULA: Final = re.compile(r"\s*+[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER: Final = re.compile(r"[-+]?+[0-9][0-9,]*+(?:\.[0-9]++)?+%?+")


def to_csv(reports: AuditReport | Iterable[AuditReport], lang: Lang = "zh") -> str:
    """The findings of one or several documents; the text begins with a byte order mark, for Excel."""
    file = StringIO()
    file.write(_MARK)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in (reports,) if isinstance(reports, AuditReport) else reports:
        data = to_dict(report, lang)
        document = [data[name] for name in _OF_DOCUMENT]
        for finding in data["findings"]:
            writer.writerow([_cell(value) for value in (*document, *(finding[name] for name in _OF_FINDING))])
    return file.getvalue()


def _cell(value: Any) -> Any:
    """A text that a spreadsheet would compute gets a mark that makes it a text; a plain negative number is none.

    >>> _cell("=1+1"), _cell("-3.20"), _cell("-3+2"), _cell(None)
    ("'=1+1", '-3.20', "'-3+2", '')
    """
    if not isinstance(value, str):
        return "" if value is None else value
    text = printable(value)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
