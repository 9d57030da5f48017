"""Joint proof: every printed statement is linear in the exact amounts; can they all be true of the same amounts?

Each quantity (subject and measure) is one unknown real number, of either sign. Printed numbers are closed intervals, so
every statement is a few inequalities (`_statements`). HiGHS looks for amounts that satisfy all of them; where there are
none, a smallest set of statements is sought that contradict each other, and its contradiction is proved in whole
numbers (`_certificate`). What floating point says is never reported by itself.
"""

from __future__ import annotations

from govfinance.audit._joint._search import (
    MAX_CONTRADICTIONS,
    MAX_STATEMENTS,
    MAX_TERMS,
    JointResult,
    contradictions,
    prove,
)
from govfinance.audit._joint._types import Contradiction, Part, Step
from govfinance.audit._joint._words import explain

__all__ = [
    "MAX_CONTRADICTIONS",
    "MAX_STATEMENTS",
    "MAX_TERMS",
    "Contradiction",
    "JointResult",
    "Part",
    "Step",
    "contradictions",
    "explain",
    "prove",
]
