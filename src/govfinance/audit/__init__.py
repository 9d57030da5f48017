"""The auditor: a published document is read back, every claim is recomputed, and what cannot be true is proved.

>>> from govfinance.audit import audit
>>> from govfinance.document import PublishedDocument
>>> text = "二、收入决算情况说明\\n本年收入合计100.00万元，其中：财政拨款收入80.00万元，占80.00%；其他收入20.00万元，占21.00%。"
>>> [(finding.kind, finding.printed, finding.expected) for finding in audit(PublishedDocument.of_text(text)).errors]
[('rate_recompute', '21.00%', '20.00%')]
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from govfinance.audit._report import KINDS, AuditReport, Coverage, Finding, Rule, Severity, UnclaimedNumber
from govfinance.document import Document, PublishedDocument
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts

if TYPE_CHECKING:
    from govfinance.audit._show import report_schema, to_csv, to_dict, to_html, to_json, to_pdf, to_text

__all__ = [
    "KINDS",
    "AuditReport",
    "Coverage",
    "Finding",
    "Rule",
    "Severity",
    "UnclaimedNumber",
    "audit",
    "report_schema",
    "to_csv",
    "to_dict",
    "to_html",
    "to_json",
    "to_pdf",
    "to_text",
]


def audit(
    source: PublishedDocument | Document | str | PathLike[str] | bytes,
    *,
    jurisdiction: str | Jurisdiction | None = None,
    department: str | None = None,
    year: int | None = None,
    against: FinalAccounts | None = None,
    joint: bool = False,
) -> AuditReport:
    """Audit a published document: a file (path or bytes), what `govfinance.read` made of one, or a composed document.

    ``jurisdiction``, ``department`` and ``year`` say what the document does not say or says wrongly; ``against`` are
    accounts that are known to be right; ``joint`` asks in addition whether all statements can be true together (extra
    ``joint``). Raises `InvalidInputError` where the file cannot be read; a document that is wrong is no error.
    """
    from govfinance.audit._audit import audit_document

    return audit_document(
        source, jurisdiction=jurisdiction, department=department, year=year, against=against, joint=joint
    )


def __getattr__(name: str) -> object:
    if name in __all__:  # the formats are imported when somebody wants one
        from importlib import import_module

        return getattr(import_module("govfinance.audit._show"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
