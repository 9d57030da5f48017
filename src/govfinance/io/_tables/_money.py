"""分 as the tables are read, and 元 as the model has them; how exact they are."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from govfinance.calc import from_fen
from govfinance.io._tables._found import Tables
from govfinance.model import Precision, PublicTable, Zeros

__all__ = ["precision_of", "yuan"]


@lru_cache(maxsize=8192)  # tables print the same amount many times
def yuan(fen: int) -> Decimal:
    """The amount in 元."""
    amount = from_fen(fen)
    assert amount is not None
    return amount


def precision_of(tables: Tables) -> Precision | None:
    """One unit of the last digit that is printed in any table in 万元; None where the amounts are exact."""
    found = [one for one in tables.values() if one.amounts.rows and one.table is not PublicTable.INSTITUTION]
    known = [(one.scale.exponent, *one.amounts.step_and_zeros()) for one in found]
    step = min([min(step, 10**exponent) for exponent, step, _ in known if exponent], default=1)
    if step <= 1:
        return None
    rounded = any(zeros for _, _, zeros in known)
    return Precision(step=yuan(step), zeros=Zeros.ROUNDED if rounded else Zeros.NIL)
