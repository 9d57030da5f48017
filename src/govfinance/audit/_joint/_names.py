"""What a quantity is called where its statements are told to people."""

from __future__ import annotations

from typing import Final

from govfinance.audit._said import Quantity
from govfinance.calc import COLUMN_NAMES, ROW_NAMES
from govfinance.model import PublicTable

__all__ = ["name_of"]

_MEASURES: Final = {"initial": "年初预算数", "adjusted": "全年预算数", "prior": "上年决算数"}
_TABLES: Final = {table.key: table.official for table in PublicTable}


def name_of(quantity: Quantity) -> str:
    """The official names of table, row and column as far as there are any; else the address.

    >>> name_of(("basic/personnel/actual", "actual")), name_of(("local/3/差旅费", "prior"))
    ('一般公共预算财政拨款基本支出决算表 人员经费合计', '差旅费 上年决算数')
    """
    subject, measure = quantity
    table, *rest = subject.partition("#")[0].split("/")
    if table == "local":
        names = rest[1:]
    elif len(rest) == 2:
        row, column = rest
        names = [_TABLES.get(table, table), ROW_NAMES.get(row, row)]
        if column not in ("actual", row):
            names.append(COLUMN_NAMES.get(column, column))
    else:
        names = [_TABLES.get(table, table), *(COLUMN_NAMES.get(name, name) for name in rest)]
    if measure in _MEASURES:
        names.append(_MEASURES[measure])
    return " ".join(names)
