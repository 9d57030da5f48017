"""The three tables by their short names, and which of them a code belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from govfinance.catalog._economic import economic_table, government_economic_table
from govfinance.catalog._functional import functional_table
from govfinance.catalog._tables import Table
from govfinance.codes import (
    AnyCode,
    EconomicCode,
    FunctionalCode,
    to_economic_code,
    to_functional_code,
    to_government_economic_code,
)

__all__ = ["READERS", "TABLES", "TableName", "table_name", "table_of"]

TableName: TypeAlias = Literal["functional", "economic", "government_economic"]
"""支出功能分类, 部门预算支出经济分类 and 政府预算支出经济分类."""

TABLES: Mapping[TableName, Callable[[], Table[AnyCode]]] = {
    "functional": functional_table,
    "economic": economic_table,
    "government_economic": government_economic_table,
}

READERS: Mapping[TableName, Callable[[str], AnyCode]] = {
    "functional": to_functional_code,
    "economic": to_economic_code,
    "government_economic": to_government_economic_code,
}


def table_name(code: AnyCode) -> TableName:
    """Which table the code is of."""
    if isinstance(code, FunctionalCode):
        return "functional"
    return "economic" if isinstance(code, EconomicCode) else "government_economic"


def table_of(code: AnyCode) -> Table[AnyCode]:
    """The table that the code is of."""
    return TABLES[table_name(code)]()
