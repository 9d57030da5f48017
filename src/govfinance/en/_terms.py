"""The closed vocabularies in English, and the words of forms that are not written by people.

Seen in official English texts (yearbook of the National Bureau of Statistics 2018, chapter 7; Xinhua, 2026-03-06, on
the Minister of Finance): general public budget, government funds, final accounts, official overseas visits, official
vehicles and official hospitality. Usual in the reports of the Ministry of Finance to the NPC, but not seen when this was
written: fiscal appropriations, government-managed funds, state capital operations, initial and full-year budget,
carryovers and surpluses, basic and project expenditure, government procurement, self-evaluation. All others are plain
translations.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from govfinance.claims import (
    BudgetBasis,
    Difference,
    FundsKind,
    OverallItem,
    Relation,
    RevenueHeading,
    Side,
)
from govfinance.en._names import ECONOMIC, FORMER, FUNCTIONAL
from govfinance.model import FundSource, Level, RevenueSource, SpendingNature
from govfinance.money import Direction

__all__ = ["NOTICE", "TERMS", "THREE_PUBLIC", "capitalised", "name", "term"]

NOTICE: Final = (
    "Translation for reading only, generated from the same figures; the Chinese text is authoritative. "
    "(英文译本仅供阅读，以中文文本为准。)"
)
"""What an English document says of itself."""

THREE_PUBLIC: Final = "official overseas visits, official vehicles and official hospitality"
"""“三公”经费 (Xinhua, 2026-03-06)."""

TERMS: Final[Mapping[Enum, str]] = MappingProxyType(
    {
        Level.DEPARTMENT: "department",
        Level.UNIT: "unit",
        FundSource.GENERAL_PUBLIC: "general public budget",
        FundSource.GOVERNMENT_FUND: "government-managed funds budget",
        FundSource.STATE_CAPITAL: "state capital operations budget",
        RevenueSource.GENERAL_PUBLIC: "general public budget appropriations",
        RevenueSource.GOVERNMENT_FUND: "government-managed funds budget appropriations",
        RevenueSource.STATE_CAPITAL: "state capital operations budget appropriations",
        RevenueSource.SUPERIOR_SUBSIDY: "subsidies from superior units",
        RevenueSource.SERVICE: "revenue from public services",
        RevenueSource.OPERATION: "revenue from business operations",
        RevenueSource.SUBORDINATE_PAYMENT: "payments from subordinate units",
        RevenueSource.OTHER: "other revenue",
        RevenueHeading.FISCAL: "fiscal appropriations",
        RevenueHeading.SUPERIOR_SUBSIDY: "subsidies from superior units",
        RevenueHeading.SERVICE: "revenue from public services",
        RevenueHeading.OPERATION: "revenue from business operations",
        RevenueHeading.SUBORDINATE_PAYMENT: "payments from subordinate units",
        RevenueHeading.OTHER: "other revenue",
        SpendingNature.BASIC: "basic expenditure",
        SpendingNature.PROJECT: "project expenditure",
        SpendingNature.SUPERIOR_PAYMENT: "payments to superior units",
        SpendingNature.OPERATION: "expenditure on business operations",
        SpendingNature.SUBORDINATE_SUBSIDY: "subsidies to subordinate units",
        Side.INCOME: "revenue",
        Side.OUTLAY: "expenditure",
        OverallItem.REVENUE: "current-year revenue",
        OverallItem.SURPLUS_USED: "use of non-appropriation surplus and earmarked surplus",
        OverallItem.OPENING: "carryovers and surpluses at the beginning of the year",
        OverallItem.EXPENDITURE: "current-year expenditure",
        OverallItem.SURPLUS_DISTRIBUTION: "distribution of surplus",
        OverallItem.CLOSING: "carryovers and surpluses at the end of the year",
        FundsKind.PERSONNEL: "personnel funds",
        FundsKind.PUBLIC: "general operating funds",
        BudgetBasis.INITIAL: "the initial budget",
        BudgetBasis.ADJUSTED: "the full-year budget",
        Relation.ABOVE: "above",
        Relation.BELOW: "below",
        Relation.EQUAL: "equal to",
        Direction.INCREASE: "increased",
        Direction.DECREASE: "decreased",
        Direction.UNCHANGED: "did not change",
        Difference.EXPLAINED: "explained",
        Difference.IMMATERIAL: "not material",
        Difference.UNEXPLAINED: "not explained",
    }
)
"""Every member of the closed vocabularies."""


def term(member: Enum) -> str:
    """The English of a member of a closed vocabulary.

    >>> term(Level.DEPARTMENT), term(BudgetBasis.INITIAL)
    ('department', 'the initial budget')
    """
    return TERMS[member]


def name(official: str) -> str:
    """The English of an official name of a code; a name that has none stays as it is.

    >>> name("公共安全支出"), name("差旅费"), name("社区矫正")
    ('public security', 'travel', '社区矫正')
    """
    return FUNCTIONAL.get(official) or ECONOMIC.get(official) or FORMER.get(official, official)


def capitalised(text: str) -> str:
    """With a capital letter at the beginning.

    >>> capitalised("public security")
    'Public security'
    """
    return text[:1].upper() + text[1:]
