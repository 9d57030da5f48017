"""支出经济分类科目, both of them: that of departments' budgets (部门预算, 301 ...) and that of governments' (政府预算, 501 ...).

Source: 财政部《政府收支分类科目》, editions 2023 and 2024; two classifications since 2018 (《支出经济分类科目改革方案》, 财预〔2017〕98号).

Certain: 301, 302, 303 and 310 of the departments' table, which are those of 基本支出. Most of 307, 309, 311 to 313 and 399 and
of the governments' table has been seen in part or not at all (``evidence``). 309 and 310, likewise 311 and 312, share names
of 款 (30901 and 31001 房屋建筑物购建, 31101 and 31201 资本金注入): a name alone does not tell the code.
"""

from __future__ import annotations

from functools import cache

from govfinance.catalog._tables import Entry, Table, read_table
from govfinance.codes import EconomicCode, GovernmentEconomicCode, to_economic_code, to_government_economic_code

__all__ = [
    "economic",
    "economic_entries",
    "economic_table",
    "government_economic",
    "government_economic_entries",
    "government_economic_table",
]


@cache
def economic_table() -> Table[EconomicCode]:
    """The departments' table, read once."""
    return read_table("部门预算支出经济分类", "economic_department", EconomicCode)


@cache
def government_economic_table() -> Table[GovernmentEconomicCode]:
    """The governments' table, read once."""
    return read_table("政府预算支出经济分类", "economic_government", GovernmentEconomicCode)


def economic(code: EconomicCode | str, year: int) -> Entry[EconomicCode] | None:
    """The entry (部门预算支出经济分类科目) of a code in a budget year, or ``None``.

    A year before or after the known editions is answered from the nearest one. Raises
    :class:`~govfinance.errors.InvalidInputError` for text that is no such code.

    >>> economic("30108", 2023).name
    '机关事业单位基本养老保险缴费'
    """
    return economic_table().find(to_economic_code(code).text, year)


def economic_entries(year: int) -> tuple[Entry[EconomicCode], ...]:
    """All entries (部门预算支出经济分类科目) of a budget year, in the order of their codes.

    >>> [entry.name for entry in economic_entries(2023)][:3]
    ['工资福利支出', '基本工资', '津贴补贴']
    """
    return tuple(economic_table().entries(year))


def government_economic(code: GovernmentEconomicCode | str, year: int) -> Entry[GovernmentEconomicCode] | None:
    """The entry (政府预算支出经济分类科目) of a code in a budget year, or ``None``; as :func:`economic`.

    >>> government_economic("501", 2023).name
    '机关工资福利支出'
    """
    return government_economic_table().find(to_government_economic_code(code).text, year)


def government_economic_entries(year: int) -> tuple[Entry[GovernmentEconomicCode], ...]:
    """All entries (政府预算支出经济分类科目) of a budget year, in the order of their codes.

    >>> [entry.name for entry in government_economic_entries(2023)][:2]
    ['机关工资福利支出', '工资奖金津补贴']
    """
    return tuple(government_economic_table().entries(year))
