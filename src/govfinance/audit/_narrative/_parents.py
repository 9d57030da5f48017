"""What is a part of what, whatever section it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["PARENTS"]

PARENTS: Final[Mapping[str, str]] = {
    **{
        f"totals/{source}/actual": "totals/revenue/actual"
        for source in (
            "general_public",
            "government_fund",
            "state_capital",
            "superior_subsidy",
            "service",
            "operation",
            "subordinate_payment",
            "other",
        )
    },
    "revenue/total/fiscal": "totals/revenue/actual",
    **{
        f"expenditure/total/{nature}": "totals/expenditure/actual"
        for nature in ("basic", "project", "superior_payment", "operation", "subordinate_subsidy")
    },
    "expenditure/total/basic.personnel": "expenditure/total/basic",
    "expenditure/total/basic.public": "expenditure/total/basic",
    "general_public/total/basic": "general_public/total/total",
    "general_public/total/project": "general_public/total/total",
    "basic/personnel/actual": "basic/total/actual",
    "basic/public/actual": "basic/total/actual",
    "three_public/abroad": "three_public/total",
    "three_public/vehicles": "three_public/total",
    "three_public/reception": "three_public/total",
    "three_public/vehicle_purchase": "three_public/vehicles",
    "three_public/vehicle_operation": "three_public/vehicles",
    "three_public/reception.domestic": "three_public/reception",
    "three_public/reception.foreign": "three_public/reception",
    "three_public/reception.guests": "three_public/reception.domestic",
    "institution/goods/actual": "institution/procurement/actual",
    "institution/works/actual": "institution/procurement/actual",
    "institution/services/actual": "institution/procurement/actual",
}
"""What a share is a share of where the text does not say it."""
