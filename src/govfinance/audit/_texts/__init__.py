"""Checks on words: what a document says that no figure is needed to see, or words that contradict its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from govfinance.audit._identify import Identity
from govfinance.audit._outline import Outline
from govfinance.audit._report import Finding, Rule
from govfinance.audit._said import Claim
from govfinance.audit._texts import (
    _classification,
    _department,
    _punctuation,
    _purpose,
    _reasons,
    _residue,
    _sections,
    _signs,
    _year,
)
from govfinance.audit._texts._context import Context
from govfinance.document import PublishedDocument

__all__ = ["RULES", "check_texts"]

RULES: Final[tuple[Rule, ...]] = (
    *_residue.RULES,
    *_signs.RULES,
    *_department.RULES,
    *_year.RULES,
    *_sections.RULES,
    *_reasons.RULES,
    *_classification.RULES,
    *_purpose.RULES,
    *_punctuation.RULES,
)
"""All rules of this package."""

_MOST: Final = 5_000
"""More findings of one check are no help to anybody."""

_CHECKS: Final[tuple[Callable[[Context], Iterator[Finding]], ...]] = (
    _residue.check_residues,
    _signs.check_signs,
    _department.check_department,
    _year.check_years,
    _sections.check_sections,
    _reasons.check_reasons,
    _classification.check_classification,
    _purpose.check_purposes,
    _punctuation.check_punctuation,
)


def check_texts(
    document: PublishedDocument, outline: Outline, identity: Identity, claims: Sequence[Claim]
) -> list[Finding]:
    """All findings about words, in the order of the document."""
    context = Context(document=document, outline=outline, identity=identity, claims=claims)
    found = [finding for check in _CHECKS for finding in islice(check(context), _MOST)]
    return sorted(found, key=lambda one: (one.place.block, one.place.row or 0, one.place.start))
