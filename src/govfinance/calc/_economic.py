"""Expenditure by economic nature (公开06、07表): 款, 类, 人员经费 and 公用经费.

``measure`` is one of ``initial`` 年初预算, ``adjusted`` 全年预算, ``actual`` 决算, ``prior`` 上年决算. A total that
the accounts give is used as it is; one that they leave out is the sum of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import govfinance.catalog as catalog
from govfinance.calc._columns import PERSONNEL_CLASSES
from govfinance.calc._figure import Figure, sum_over
from govfinance.calc._rollup import economic_known, from_fen, rollup_of
from govfinance.codes import EconomicCode
from govfinance.model import EconomicItem, FinalAccounts, PublicTable, SpendingNature
from govfinance.numeric import ZERO

__all__ = [
    "PERSONNEL_CLASSES",
    "economic_class_total",
    "economic_classes",
    "economic_figure",
    "economic_items",
    "economic_name",
    "economic_total",
    "funds_items",
    "is_personnel",
    "personnel_funds",
    "public_funds",
]


def economic_items(accounts: FinalAccounts, nature: SpendingNature) -> tuple[EconomicItem, ...]:
    """The economic items of the basic or of the project expenditure, in the order of their codes."""
    return tuple([item for item in accounts.economic if item.nature is nature])


def economic_figure(item: EconomicItem, year: int) -> Figure:
    """The amount of an economic item, by its official name in a budget year."""
    digits = item.code.text
    return Figure(item.actual, _economic_name(digits, year), f"economic.{item.nature.key}.{digits}.actual")


def economic_name(code: EconomicCode, year: int) -> str:
    """The official name of an economic 类 or 款 in a budget year; the digits of a code that has none."""
    return _economic_name(code.text, year)


@lru_cache(maxsize=4096)
def _economic_name(digits: str, year: int) -> str:
    named = catalog.name_in(digits, year)
    return digits if named is None else named.name


def _economic_sum(
    accounts: FinalAccounts, nature: SpendingNature, items: Sequence[EconomicItem], label: str, path: str, row: str
) -> Figure:
    if accounts.stated:
        table = PublicTable.BASIC if nature is SpendingNature.BASIC else PublicTable.PROJECT
        rollup = rollup_of(accounts)
        if rollup.states(table, row):
            return Figure(from_fen(rollup.value(table, row, "actual")), label, f"{table.key}/{row}/actual")
    if not items and economic_known(accounts, nature):
        return Figure(ZERO, label, path)
    return sum_over([item.actual for item in items], label, path, _economic_figures, items, accounts.year)


def _economic_figures(items: Sequence[EconomicItem], year: int) -> Iterator[Figure]:
    return (economic_figure(item, year) for item in items)


def economic_total(accounts: FinalAccounts, nature: SpendingNature) -> Figure:
    """一般公共预算财政拨款基本支出 or 项目支出: Σ its economic items (公开06、07表合计)."""
    label = f"一般公共预算财政拨款{nature.official}"
    items = economic_items(accounts, nature)
    return _economic_sum(accounts, nature, items, label, f"economic.{nature.key}.*.actual", "total")


def economic_classes(accounts: FinalAccounts, nature: SpendingNature) -> dict[EconomicCode, tuple[EconomicItem, ...]]:
    """The economic 类 in which there are items, in the order of their codes, each with its items."""
    found: dict[str, list[EconomicItem]] = {}
    for item in economic_items(accounts, nature):
        found.setdefault(item.code.text[:3], []).append(item)
    return {EconomicCode(text): tuple(items) for text, items in found.items()}


def economic_class_total(
    accounts: FinalAccounts,
    nature: SpendingNature,
    class_code: EconomicCode,
    *,
    items: Sequence[EconomicItem] | None = None,
) -> Figure:
    """类 = Σ its economic items, which ``economic_classes`` gives too: ``items`` saves looking for them again."""
    prefix = class_code.text
    if items is None:
        items = [item for item in economic_items(accounts, nature) if item.code.text.startswith(prefix)]
    path = f"economic.{nature.key}.{class_code.text}"
    return _economic_sum(accounts, nature, items, economic_name(class_code, accounts.year), path, prefix)


def funds_items(accounts: FinalAccounts) -> tuple[tuple[EconomicItem, ...], tuple[EconomicItem, ...]]:
    """The economic items of the basic expenditure: those of 人员经费, and those of 公用经费."""
    personnel: list[EconomicItem] = []
    public: list[EconomicItem] = []
    for item in accounts.economic:
        if item.nature is SpendingNature.BASIC:
            (personnel if is_personnel(item.code) else public).append(item)
    return tuple(personnel), tuple(public)


def personnel_funds(accounts: FinalAccounts, *, items: Sequence[EconomicItem] | None = None) -> Figure:
    """人员经费: 工资福利支出 (301) and 对个人和家庭的补助 (303) of the basic expenditure.

    ``items`` saves looking again for what ``funds_items`` gave.
    """
    mine = funds_items(accounts)[0] if items is None else items
    return _economic_sum(accounts, SpendingNature.BASIC, mine, "人员经费", "economic.basic.*.actual", "personnel")


def public_funds(accounts: FinalAccounts, *, items: Sequence[EconomicItem] | None = None) -> Figure:
    """公用经费: the basic expenditure that is not 人员经费 (302, 310 and, where there are any, other 类).

    ``items`` saves looking again for what ``funds_items`` gave.
    """
    mine = funds_items(accounts)[1] if items is None else items
    return _economic_sum(accounts, SpendingNature.BASIC, mine, "公用经费", "economic.basic.*.actual", "public")


def is_personnel(code: EconomicCode) -> bool:
    """Whether an economic code belongs to 人员经费."""
    return code.text[:3] in PERSONNEL_CLASSES
