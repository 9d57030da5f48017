"""The public tables (决算公开表): what is printed in them, laid out as a jurisdiction prescribes it.

A `TableForm` is data: the layouts of the tables in their order, and how amounts are printed. A `Table` is what comes out:
header and body as rows of cells, each amount with its address, its exact value and its printed text.
"""

from __future__ import annotations

from govfinance.tables._build import tabulate_with
from govfinance.tables._layout import (
    BudgetAndActual,
    ByCode,
    CodeStyle,
    Column,
    Lanes,
    Layout,
    Line,
    List,
    Place,
    Printing,
    Sides,
    TableForm,
)
from govfinance.tables._table import Cell, CellKind, Row, Table

__all__ = [
    "BudgetAndActual",
    "ByCode",
    "Cell",
    "CellKind",
    "CodeStyle",
    "Column",
    "Lanes",
    "Layout",
    "Line",
    "List",
    "Place",
    "Printing",
    "Row",
    "Sides",
    "Table",
    "TableForm",
    "tabulate_with",
]
