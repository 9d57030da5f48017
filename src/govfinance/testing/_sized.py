"""Accounts of the size of a department: every amount is multiplied by one number, so that whatever agreed still does."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import attrs

from govfinance.calc import income_total
from govfinance.model import FinalAccounts
from govfinance.numeric import multiply

__all__ = ["sized"]

_LARGEST: Final = Decimal(10) ** 15


def sized(accounts: FinalAccounts, target: int) -> FinalAccounts:
    """The accounts with a total of at least about ``target`` 元, if they have any money at all."""
    total = income_total(accounts).value
    if not total or total >= target:
        return accounts
    factor = Decimal(-(-target // max(1, int(total))))
    if multiply(_greatest(accounts), factor) > _LARGEST:
        return accounts
    larger: FinalAccounts = _multiplied(accounts, factor)
    return larger


def _greatest(part: Any) -> Decimal:
    if isinstance(part, tuple):
        return max(map(_greatest, part), default=Decimal(0))
    if not attrs.has(type(part)):
        return Decimal(0)
    found = Decimal(0)
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name)
        found = max(found, abs(value) if _is_amount(field) and value is not None else _greatest(value))
    return found


def _multiplied(part: Any, factor: Decimal) -> Any:
    if isinstance(part, tuple):
        return tuple(_multiplied(one, factor) for one in part)
    if not attrs.has(type(part)) or not any("kind" in field.metadata for field in attrs.fields(type(part))):
        return part
    changed: dict[str, Any] = {}
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name)
        if value is not None and field.init and "kind" in field.metadata:
            changed[field.alias] = multiply(value, factor) if _is_amount(field) else _multiplied(value, factor)
    return attrs.evolve(part, **changed)


def _is_amount(field: Any) -> bool:
    kind = field.metadata.get("kind")
    return kind is not None and kind.name == "amount"
