"""The comparative columns: last year's figures and the initial budget, filled in from accounts of their own.

A finance office has this year's tables, last year's, and the budget, each by itself. The narrative compares them.
"""

from govfinance.comparatives._details import Details, detail_of, with_details
from govfinance.comparatives._figures import Figures, with_figures
from govfinance.comparatives._years import with_budget, with_prior_year

__all__ = [
    "Details",
    "Figures",
    "detail_of",
    "with_budget",
    "with_details",
    "with_figures",
    "with_prior_year",
]
