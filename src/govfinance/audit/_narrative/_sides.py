"""收入 and 支出 alone: on which side a quantity stands, and what its counterpart on the other side is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["BARE_SIDE", "CERTAIN", "TWINS", "opposed"]

BARE_SIDE: Final = re.compile("(?:20[0-9]{2}年度?|本年度?|当年|全年|其中)*+(?P<side>收入|支出)(?![收支、和与及项])")
"""A clause that begins with 收入 or 支出 and no other name."""

CERTAIN: Final[Mapping[str, str]] = {
    "revenue/total/fiscal": "fiscal/expenditure/total",
    **{f"{fund}/total/revenue": f"{fund}/total/total" for fund in ("government_fund", "state_capital")},
}
"""What 支出 directly beside a revenue is, even if it has not been named before."""

_NAMED: Final = {
    "totals/total/actual": "totals/outlay/actual",
    "totals/revenue/actual": "totals/expenditure/actual",
    "fiscal/total/actual": "fiscal/outlay/total",
    "fiscal/revenue/actual": "fiscal/expenditure/total",
    "revenue/total/fiscal": "fiscal/expenditure/total",
    **{f"{fund}/total/revenue": f"{fund}/total/total" for fund in ("government_fund", "state_capital")},
}
TWINS: Final[Mapping[str, tuple[str, ...]]] = {
    one: tuple(b if a == one else a for a, b in _NAMED.items() if one in (a, b))
    for pair in _NAMED.items()
    for one in pair
}
"""The counterparts on the other side, of which one must have been named."""

_TOTAL: Final = frozenset({"totals/total/actual", "fiscal/total/actual"})
_BALANCES: Final = frozenset({"opening", "closing", "surplus_used", "surplus_distribution"})


def opposed(subject: str, side: str) -> bool:
    """Whether a quantity cannot be what 收入 or 支出 alone means.

    >>> opposed("totals/revenue/actual", "支出"), opposed("three_public/total", "支出")
    (True, False)
    """
    table, _, rest = subject.partition("/")
    if table == "local":
        words = subject.partition(".")[2].partition("#")[0]
        return words.endswith("支出" if side == "收入" else "收入")
    if not _BALANCES.isdisjoint(subject.split("/")):
        return True
    outlay = rest.startswith(("outlay/", "expenditure/"))
    income = subject in _TOTAL or table == "revenue" or rest.endswith("/revenue") or rest.startswith("revenue/")
    income = income or (table == "totals" and not outlay)
    income = income or (table == "fiscal" and rest.endswith("/actual"))
    return income if side == "支出" else not income
