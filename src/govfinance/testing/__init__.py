"""Hypothesis strategies for everything that the library is about, for its own tests and for those of its users.

Needs the extra ``testing`` (Hypothesis). Strategies of values are named after them in the plural: `amounts`, `printed`,
`claims`, `final_accounts`.

>>> from govfinance.calc import check
>>> from hypothesis import given, settings
>>> @settings(max_examples=5, database=None)
... @given(final_accounts(consistent=True))
... def no_mistake_is_found_where_there_is_none(accounts):
...     assert all(found.verdict.value != "INCONSISTENT" for found in check(accounts))
>>> no_mistake_is_found_where_there_is_none()

`check_laws` tries the laws of sentences on the whole form of a jurisdiction, `LAWS` are single ones for tests of one's own.
"""

from govfinance.testing._accounts import (
    budget_lines,
    carry_overs,
    departments,
    economic_items,
    final_accounts,
    functional_items,
    remarks,
)
from govfinance.testing._claims import claims
from govfinance.testing._detection import Detection, detected, findings_of, provably_wrong
from govfinance.testing._holes import supplied, supplied_figures, without
from govfinance.testing._itemised import itemised
from govfinance.testing._law_report import LawReport, SentenceReport, check_laws
from govfinance.testing._laws import (
    COMPLETE,
    COMPOSED,
    LAWS,
    Breach,
    Law,
    Trial,
    trials,
)
from govfinance.testing._mutations import MUTATIONS, Mutation, mutations
from govfinance.testing._published import Publication, harmless_texts, publication, publications, published
from govfinance.testing._spellings import spellings
from govfinance.testing._texts import department_names, project_names, remark_texts, texts
from govfinance.testing._values import (
    amounts,
    changes,
    counts,
    economic_codes,
    functional_codes,
    government_economic_codes,
    intervals,
    number_formats,
    printed,
    scales,
    scores,
    signed_amounts,
)

__all__ = [
    "COMPLETE",
    "COMPOSED",
    "LAWS",
    "MUTATIONS",
    "Breach",
    "Detection",
    "Law",
    "LawReport",
    "Mutation",
    "Publication",
    "SentenceReport",
    "Trial",
    "amounts",
    "budget_lines",
    "carry_overs",
    "changes",
    "check_laws",
    "claims",
    "counts",
    "department_names",
    "departments",
    "detected",
    "economic_codes",
    "economic_items",
    "final_accounts",
    "findings_of",
    "functional_codes",
    "functional_items",
    "government_economic_codes",
    "harmless_texts",
    "intervals",
    "itemised",
    "mutations",
    "number_formats",
    "printed",
    "project_names",
    "provably_wrong",
    "publication",
    "publications",
    "published",
    "remark_texts",
    "remarks",
    "scales",
    "scores",
    "signed_amounts",
    "spellings",
    "supplied",
    "supplied_figures",
    "texts",
    "trials",
    "without",
]
