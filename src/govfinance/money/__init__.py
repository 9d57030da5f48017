"""Scales, printed numbers, changes and the conventions by which amounts are printed.

>>> from decimal import Decimal
>>> from govfinance.money import NumberFormat, Scale
>>> str(NumberFormat("#,##0.00", scale=Scale.WAN).print(Decimal("1250")))
'0.13万元'
"""

from govfinance.money._change import Base, Change, Direction
from govfinance.money._conventions import ROLES, Conventions, Unchanged
from govfinance.money._locale import format_amount, parse_amount
from govfinance.money._printed import NumberFormat, Printed, Rounding
from govfinance.money._scale import Scale, to_amount

__all__ = [
    "ROLES",
    "Base",
    "Change",
    "Conventions",
    "Direction",
    "NumberFormat",
    "Printed",
    "Rounding",
    "Scale",
    "Unchanged",
    "format_amount",
    "parse_amount",
    "to_amount",
]
