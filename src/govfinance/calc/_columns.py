"""The columns of the public tables, in their order, and what their rows are called."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from govfinance.model import FundSource, PublicTable, RevenueSource, SpendingNature

__all__ = [
    "BY_CODE",
    "BY_NATURE",
    "COLUMNS",
    "COLUMN_NAMES",
    "FUNDS",
    "FUND_TABLES",
    "PARTS",
    "PERSONNEL_CLASSES",
    "ROW_NAMES",
]

_T = PublicTable
_BALANCES = ("opening", "revenue", "total", "basic", "project", "closing")
FUNDS: Final = ("general_public", "government_fund", "state_capital")

COLUMNS: Final[Mapping[PublicTable, tuple[str, ...]]] = MappingProxyType(
    {
        _T.TOTALS: ("actual",),
        _T.REVENUE: ("total", "fiscal", "superior_subsidy", "service", "operation", "subordinate_payment", "other"),
        _T.EXPENDITURE: ("total", "basic", "project", "superior_payment", "operation", "subordinate_subsidy"),
        _T.FISCAL: ("actual", "total", *FUNDS),
        _T.PROJECTS: ("opening", "revenue", "expenditure", "closing"),
        _T.GENERAL_PUBLIC: ("total", "basic", "project"),
        _T.BASIC: ("actual",),
        _T.PROJECT: ("actual",),
        _T.GOVERNMENT_FUND: _BALANCES,
        _T.STATE_CAPITAL: _BALANCES,
        _T.THREE_PUBLIC: (
            "total",
            "abroad",
            "vehicles",
            "vehicle_purchase",
            "vehicle_operation",
            "reception",
        ),
        _T.INSTITUTION: ("actual",),
    }
)
"""The columns of each table. ``fiscal`` has ``actual`` on its income side and the others on its expenditure side."""

PERSONNEL_CLASSES: Final = frozenset({"301", "303"})
"""人员经费 is 工资福利支出 and 对个人和家庭的补助; 公用经费 is the rest of the basic expenditure (302, 310 ...)."""

BY_CODE: Final = (
    _T.REVENUE,
    _T.EXPENDITURE,
    _T.PROJECTS,
    _T.GENERAL_PUBLIC,
    _T.BASIC,
    _T.PROJECT,
    _T.GOVERNMENT_FUND,
    _T.STATE_CAPITAL,
)
"""The tables whose rows are codes."""

BY_NATURE: Final = (_T.BASIC, _T.PROJECT)
"""Those whose rows are economic codes, with 款 below 类; the others have functional ones, with 项 below 款 below 类."""

PARTS: Final[Mapping[PublicTable, tuple[str, ...]]] = MappingProxyType(
    {
        _T.REVENUE: COLUMNS[_T.REVENUE][1:],
        _T.EXPENDITURE: COLUMNS[_T.EXPENDITURE][1:],
        _T.FISCAL: FUNDS,
        _T.GENERAL_PUBLIC: ("basic", "project"),
        _T.GOVERNMENT_FUND: ("basic", "project"),
        _T.STATE_CAPITAL: ("basic", "project"),
    }
)
"""The columns that ``total`` is the sum of, row by row."""

FUND_TABLES: Final[Mapping[PublicTable, FundSource]] = MappingProxyType(
    {
        _T.GENERAL_PUBLIC: FundSource.GENERAL_PUBLIC,
        _T.GOVERNMENT_FUND: FundSource.GOVERNMENT_FUND,
        _T.STATE_CAPITAL: FundSource.STATE_CAPITAL,
    }
)
"""The tables of one budget by function."""

COLUMN_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "actual": "决算数",
        "total": "合计",
        "fiscal": "财政拨款收入",
        **{source.value: source.official for source in RevenueSource},
        **{nature.value: nature.official for nature in SpendingNature if nature.value != "operation"},
        **{fund.value: f"{fund.official}财政拨款" for fund in FundSource},
        "opening": "年初结转和结余",
        "revenue": "本年收入",
        "expenditure": "本年支出",
        "closing": "年末结转和结余",
        "abroad": "因公出国（境）费",
        "vehicles": "公务用车购置及运行维护费",
        "vehicle_purchase": "公务用车购置费",
        "vehicle_operation": "公务用车运行维护费",
        "reception": "公务接待费",
    }
)
"""What the columns are called; 经营收入 and 经营支出 share a key, and the table tells which."""

ROW_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{source.value: source.official for source in RevenueSource},
        "total": "合计",
        "revenue": "本年收入合计",
        "surplus_used": "使用非财政拨款结余和专用结余",
        "opening": "年初结转和结余",
        **{f"opening.{fund.value}": f"年初{fund.official}财政拨款结转和结余" for fund in FundSource},
        "expenditure": "本年支出合计",
        "surplus_distribution": "结余分配",
        "closing": "年末结转和结余",
        "outlay": "支出总计",
        "personnel": "人员经费合计",
        "public": "公用经费合计",
        "initial": "年初预算数",
        "adjusted": "全年预算数",
        "actual": "决算数",
    }
)
"""What the rows that are no codes are called."""
