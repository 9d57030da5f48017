"""支出功能分类科目: what money was spent for.

Source: 财政部《政府收支分类科目》, editions 2023 and 2024, with what is known of 2022 and 2025, among the amendments
财预〔2023〕83号 (2024 edition: 21305 巩固脱贫攻坚成果衔接乡村振兴), 财预〔2024〕22号 (22006, 2300412) and 财建〔2025〕379号
(21112 清洁能源).

Certain: the 30 类 and nearly all 款. Less so: most 项 are ``"unverified"``, that is known to the trade but not yet checked
against the book. Incomplete: the 项 of 209 社会保险基金支出 and 230 转移性支出, and the 项 of the 款 98 超长期特别国债安排的支出 of autumn
2024. Of many changes between 2023 and 2024 the edition is not established (``boundary_known`` is false).
"""

from __future__ import annotations

from functools import cache, lru_cache

from govfinance.catalog._tables import Entry, Table, read_table
from govfinance.codes import FunctionalCode, to_functional_code

__all__ = ["functional", "functional_entries", "functional_history", "functional_names", "functional_table"]


@cache
def functional_table() -> Table[FunctionalCode]:
    """The whole table, read once."""
    return read_table("支出功能分类", "functional", FunctionalCode)


def functional(code: FunctionalCode | str, year: int) -> Entry[FunctionalCode] | None:
    """The entry (支出功能分类科目) of a code in a budget year, or ``None``.

    A year before or after the known editions is answered from the nearest one. Raises
    :class:`~govfinance.errors.InvalidInputError` for text that is no such code.

    >>> functional("20139", 2024).name
    '社会工作事务'
    >>> functional("20139", 2023) is None
    True
    """
    return functional_table().find(to_functional_code(code).text, year)


def functional_entries(year: int) -> tuple[Entry[FunctionalCode], ...]:
    """All entries (支出功能分类科目) of a budget year, in the order of their codes: 类, its 款, their 项.

    >>> [str(entry.code) for entry in functional_entries(2023)][:4]
    ['201', '20101', '2010101', '2010102']
    """
    return tuple(functional_table().entries(year))


def functional_history(code: FunctionalCode | str) -> tuple[Entry[FunctionalCode], ...]:
    """The entries of a code in all known editions, oldest first; empty for an unknown code.

    >>> [(entry.name, entry.valid_to) for entry in functional_history("2130153")]
    [('农田建设', 2023), ('耕地建设与利用', None)]
    """
    return functional_table().histories.get(to_functional_code(code).text, ())


@lru_cache(maxsize=8192)
def functional_names(code: FunctionalCode | str, year: int) -> tuple[str | None, str | None, str | None]:
    """The names of the 类, the 款 and the 项 of a code in a budget year; ``None`` where unknown or beyond its level.

    >>> functional_names("2040601", 2023)
    ('公共安全支出', '司法', '行政运行')
    """
    text, table = to_functional_code(code).text, functional_table()
    found = [table.find(text[:length], year) if len(text) >= length else None for length in (3, 5, 7)]
    class_name, group_name, item_name = (entry.name if entry is not None else None for entry in found)
    return class_name, group_name, item_name
