"""The auditor: a published document is read back, every claim is recomputed, and what cannot be true is proved."""

from __future__ import annotations

from govfinance.audit._report import KINDS, AuditReport, Coverage, Finding, Rule, Severity, UnclaimedNumber

__all__ = ["KINDS", "AuditReport", "Coverage", "Finding", "Rule", "Severity", "UnclaimedNumber"]
