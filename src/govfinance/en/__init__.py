"""English for reading: claims, their numbers, official terms and ordinal marks.

>>> from govfinance.claims import ExpenditureShare
>>> from govfinance.model import SpendingNature
>>> from govfinance.money import Printed
>>> claim = ExpenditureShare(nature=SpendingNature.BASIC, amount=Printed("62.0", "万元"), share=Printed("33.16", "%"))
>>> say(claim).text
'Basic expenditure: 0.620 million yuan, 33.16% of current-year expenditure.'
"""

from govfinance.en._marks import mark
from govfinance.en._names import ECONOMIC, FUNCTIONAL, SEEN
from govfinance.en._numbers import Number, number
from govfinance.en._sentences import SENTENCES, say
from govfinance.en._template import NumberMark, Said
from govfinance.en._terms import NOTICE, TERMS, capitalised, name, term
from govfinance.en._titles import chart_title, group_title, section_title

__all__ = [
    "ECONOMIC",
    "FUNCTIONAL",
    "NOTICE",
    "SEEN",
    "SENTENCES",
    "TERMS",
    "Number",
    "NumberMark",
    "Said",
    "capitalised",
    "chart_title",
    "group_title",
    "mark",
    "name",
    "number",
    "say",
    "section_title",
    "term",
]
