"""Words that follow from the fields of a claim: whose accounts, which budget, singular or plural, what people wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from govfinance.claims import Difference
from govfinance.en._terms import name, term

__all__ = ["NOUNS", "SAID", "WORDS", "Standing", "quoted"]

NOUNS: Final[Mapping[str, tuple[str, str]]] = {
    "vehicle": ("vehicle", "vehicles"),
    "group": ("group", "groups"),
    "visitor": ("visitor", "visitors"),
    "traveller": ("person-trip", "person-trips"),
    "project": ("project", "projects"),
    "item": ("item", "items"),
}
"""What is counted: the word for one, and that for more."""


Standing: TypeAlias = Mapping[str, str]
"""What a form itself says in the place of a text by people, with its English."""


def quoted(text: str, standing: Standing = MappingProxyType({})) -> str:
    """A text by people as they wrote it, in quotation marks; what the form itself says in English.

    >>> quoted("人员增加"), quoted("无", {"无": "none"})
    ('“人员增加”', 'none')
    """
    return standing.get(text) or f"“{text}”"


def _reasons(text: str, standing: Standing) -> str:
    """The reasons that people gave, as a sentence; in their place the form may say that there is nothing."""
    said = standing.get(text)
    return f"Note: {said}." if said is not None else f"Main reasons (in the original): “{text}”."


def _named(text: str, _: Standing) -> str:
    return name(text)


SAID: Final[Mapping[str, Callable[[Any, Standing], str]]] = {
    "name": _named,
    "quoted": quoted,
    "reasons": _reasons,
}
"""How a slot says its text, by the name it asks for."""


def _who(claim: Any) -> str | None:
    """Whose accounts: the name with 部门 or 单位, as far as the form says them."""
    if claim.name is None:
        return None if claim.level is None else f"the {term(claim.level)}"
    return str(claim.name) if claim.level is None else f"{claim.name} ({term(claim.level)})"


def _the_budget(claim: Any) -> str:
    """The budget that a figure is compared with; some forms do not say which."""
    return "the budget" if claim.basis is None else term(claim.basis)


def _before(claim: Any) -> str:
    """The year that is compared with."""
    year = claim.year if hasattr(claim, "change") else claim.prior_year
    return "the previous year" if year is None else str(year)


def _follows(claim: Any) -> str | None:
    return "Of which:" if claim.itemised else None


def _material(claim: Any) -> str | None:
    """无较大差异, where this is what is said of the difference."""
    immaterial = claim.difference is Difference.IMMATERIAL
    return "The difference from the budget is not material." if immaterial else None


def _any(*fields: str) -> Callable[[Any], Any]:
    """The claim itself, where it says any of the fields."""

    def there(claim: Any) -> Any:
        return claim if any(getattr(claim, field) is not None for field in fields) else None

    return there


WORDS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "self": lambda claim: claim,
    "who": _who,
    "the_budget": _the_budget,
    "before": _before,
    "follows": _follows,
    "material": _material,
    "at_home": _any("domestic", "domestic_batches", "domestic_persons"),
    "foreign_guests": _any("guests", "guests_batches", "guests_persons"),
    "out_of_country": _any("foreign", "foreign_batches", "foreign_persons"),
    "smes": _any("to_sme", "to_sme_share"),
    "micro": _any("to_micro", "to_micro_share", "to_micro_share_of_sme"),
    "sme_shares": _any("goods_to_sme_share", "works_to_sme_share", "services_to_sme_share"),
    "funds_evaluated": _any("fund_projects", "fund_amount", "fund_share"),
}
"""What a slot may name in place of a field."""
