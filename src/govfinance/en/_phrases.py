"""Parts of sentences in English: comparisons, changes, items of lists."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from govfinance.en._template import Phrases, Template, templates
from govfinance.money import Base, Direction
from govfinance.sentences import Variant

__all__ = ["PHRASES"]

_SAME: Final = {"change.direction": Direction.UNCHANGED}
_ZERO: Final = {"change.base": Base.ZERO}
_NEGATIVE: Final = {"change.base": Base.NEGATIVE}


def _against(base: str, who: str = "the figure") -> tuple[Template, ...]:
    """A comparison with ``base``: up, down or nowhere, from a figure that may be zero or below it."""
    reason = "[ {reason:reasons}]"
    moved = f"Compared with {base}, {who} {{change:moved}}"
    return templates(
        Variant(f"There was no change from {base} (zero in both).{reason}", _SAME | _ZERO),
        Variant(f"There was no change from {base} (a negative figure).{reason}", _SAME | _NEGATIVE),
        Variant(f"There was no change from {base}.{reason}", _SAME),
        Variant(f"{moved} (no rate, as the base is zero).{reason}", _ZERO),
        Variant(f"{moved} (no rate, as the base is negative).{reason}", _NEGATIVE),
        f"{moved}.{reason}",
    )


def _listed(head: str, *parts: str) -> tuple[Template, ...]:
    """All parts that there are, after their common head."""
    subsets = [subset for size in range(len(parts), 0, -1) for subset in combinations(parts, size)]
    return templates(*(f"{head}: {'; '.join(subset)}." for subset in subsets))


_INITIAL: Final = "the initial budget"
_BOTH: Final = "total revenue and total expenditure each"

PHRASES: Final[Phrases] = {
    "vs_budget_both": _against(f"{_INITIAL}[ of {{year}}]", _BOTH),
    "vs_prior_both": _against("{before}", _BOTH),
    "vs_prior": _against("{before}"),
    "moved": templates(
        "{direction} by {amount}, or {rate}", "{direction} by {amount}", "{direction} by {rate}", "{direction}"
    ),
    "class_change": templates(
        Variant(f"unchanged from {_INITIAL}", {"direction": Direction.UNCHANGED}),
        Variant(f"{{amount}} more than {_INITIAL}[ ({{rate}})]", {"direction": Direction.INCREASE}),
        Variant(f"{{amount}} less than {_INITIAL}[ ({{rate}})]", {"direction": Direction.DECREASE}),
        Variant(f"[{{rate}} ]more than {_INITIAL}", {"direction": Direction.INCREASE}),
        f"[{{rate}} ]less than {_INITIAL}",
    ),
    "part_change": templates(
        Variant("{direction}", {"direction": Direction.UNCHANGED}),
        Variant("{self:moved} (no rate, as the base is zero)", {"base": Base.ZERO}),
        Variant("{self:moved} (no rate, as the base is negative)", {"base": Base.NEGATIVE}),
        "{self:moved}",
    ),
    "item": templates("{name:name}[ {amount}]"),
    "project": templates("“{name}”"),
    "revenue_part": templates("{source} {amount}[ ({share})]"),
    "expenditure_part": templates("{nature} {amount}[ ({share})]"),
    "class_share": templates("{class_name:name} {amount}[ ({share})]"),
    "amount_share": templates("{amount}[ ({share})]"),
    "execution": templates("[budget {budget}, ]final figure {actual}[, execution rate {completion}]"),
    "funds": templates("{kind} {total}[ ({items:item*, })]"),
    # parts of single sentences, of which a form may say some and not others
    "domestic": _listed(
        "Domestic hospitality", "{domestic}", "{domestic_batches:group} received", "{domestic_persons:visitor}"
    ),
    "guests": _listed(
        "Of this, for foreign guests", "{guests}", "{guests_batches:group} received", "{guests_persons:visitor}"
    ),
    "foreign": _listed(
        "Hospitality abroad", "{foreign}", "{foreign_batches:group} received", "{foreign_persons:visitor}"
    ),
    "smes": _listed(
        "Contracts awarded to small and medium-sized enterprises (SMEs)", "{to_sme}", "{to_sme_share} of the total"
    ),
    "micro": _listed(
        "Of these, to small and micro enterprises",
        "{to_micro}",
        "{to_micro_share} of the total",
        "{to_micro_share_of_sme} of the contracts awarded to SMEs",
    ),
    "sme_shares": _listed(
        "SMEs' share by type",
        "goods, {goods_to_sme_share}",
        "works, {works_to_sme_share}",
        "services, {services_to_sme_share}",
    ),
    "funds_evaluated": _listed(
        "Government-managed funds budget",
        "{fund_projects:project}",
        "{fund_amount}",
        "{fund_share} of its project expenditure to be evaluated",
    ),
}
"""How parts of claims are said, by the name that slots ask for."""
