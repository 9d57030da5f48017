"""What an audit comes to: findings, each with its ground, and what of the document was looked at."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Final

from attrs import field, frozen

from govfinance.calc import Verdict
from govfinance.document import Place, PublishedDocument
from govfinance.errors import Lang
from govfinance.model import FinalAccounts

__all__ = ["KINDS", "AuditReport", "Coverage", "Finding", "Rule", "Severity", "UnclaimedNumber"]

KINDS: Final = (
    "arithmetic",
    "rate_recompute",
    "zero_base",
    "wrong_direction",
    "text_vs_table",
    "text_vs_text",
    "table_vs_table",
    "within_table_sum",
    "list_vs_table",
    "classification_name_mismatch",
    "department_name_inconsistent",
    "year_inconsistent",
    "missing_percent_sign",
    "missing_unit",
    "template_residue",
    "missing_section",
    "explanation_conflict",
    "punctuation",
    "wording",
    "joint",
    "against",
)
"""The kinds of finding, in the order in which they are explained."""


class Severity(Enum):
    """How bad a finding is: ``error`` cannot be true, ``warning`` should be looked at, ``info`` is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(kw_only=True)
class Rule:
    """What a check looks for: its stable code, its kind, its severity, and on what ground, in both languages."""

    code: str
    kind: str
    severity: Severity
    zh: str
    en: str
    ground_zh: str
    ground_en: str


@frozen(kw_only=True)
class Finding:
    """One thing that a document says and that cannot be true, or should be looked at.

    ``quote`` is the text as it stands in the document, ``printed`` what of it is wrong, ``expected`` what would be
    right (empty where that is not known), ``derivation`` how that follows. Places other than ``place`` that
    contradict it are ``against``.
    """

    rule: Rule
    verdict: Verdict
    place: Place
    section: str = ""
    page: int | None = None
    quote: str = ""
    printed: str = ""
    expected: str = ""
    zh: str
    en: str
    derivation: str = ""
    derivation_en: str = ""
    diagnosis_zh: str = ""
    diagnosis_en: str = ""
    against: tuple[Place, ...] = ()
    _severity: Severity | None = field(default=None, alias="severity")

    @property
    def code(self) -> str:
        """The stable code of the rule."""
        return self.rule.code

    @property
    def kind(self) -> str:
        """The kind of the rule: one of `KINDS`."""
        return self.rule.kind

    @property
    def severity(self) -> Severity:
        """That of the rule, unless this finding has its own."""
        return self._severity if self._severity is not None else self.rule.severity

    def how(self, lang: Lang = "zh") -> str:
        """How what would be right follows; empty where that is plain."""
        return self.derivation_en if lang == "en" and self.derivation_en else self.derivation

    def message(self, lang: Lang = "zh") -> str:
        """What is wrong, in one sentence; with the diagnosis where there is one."""
        text, diagnosis = (self.zh, self.diagnosis_zh) if lang == "zh" else (self.en, self.diagnosis_en)
        if not diagnosis:
            return text
        return f"{text}（{diagnosis}）" if lang == "zh" else f"{text} ({diagnosis})"


@frozen(kw_only=True)
class UnclaimedNumber:
    """A number of the document that nothing was checked with, and why (see the reference of the report)."""

    printed: str
    place: Place
    why: str
    page: int | None = None
    section: str = ""


@frozen(kw_only=True)
class Coverage:
    """What of a document was looked at.

    ``seen`` numbers of the narrative and the tables, ``claimed`` those that were understood, ``checked`` those that
    were compared with something; ``unclaimed`` the others, each with the reason; ``skipped`` checks that could not
    run, each as code and reason in both languages.
    """

    seen: int = 0
    claimed: int = 0
    checked: int = 0
    unclaimed: tuple[UnclaimedNumber, ...] = ()
    skipped: tuple[tuple[str, str, str], ...] = ()


@frozen(kw_only=True)
class AuditReport:
    """All findings about one document, what was covered, and the accounts as far as the document gives them."""

    document: PublishedDocument = field(repr=False)
    department: str | None = None
    year: int | None = None
    jurisdiction: str | None = None
    findings: tuple[Finding, ...] = ()
    coverage: Coverage = field(factory=Coverage)
    _accounts: FinalAccounts | Callable[[], FinalAccounts | None] | None = field(
        default=None, alias="accounts", repr=False, eq=False
    )

    @property
    def accounts(self) -> FinalAccounts | None:
        """The accounts as far as the tables of the document give them, put together when they are asked for."""
        return self._accounts() if callable(self._accounts) else self._accounts

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that cannot be true."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)
