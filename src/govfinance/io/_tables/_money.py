"""分 as the tables are read, and 元 as the model has them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from govfinance.calc import from_fen

__all__ = ["yuan"]


@lru_cache(maxsize=8192)  # tables print the same amount many times
def yuan(fen: int) -> Decimal:
    """The amount in 元."""
    amount = from_fen(fen)
    assert amount is not None
    return amount
