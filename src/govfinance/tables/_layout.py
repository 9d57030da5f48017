"""What the public tables of a jurisdiction look like, as data: order, titles, headings, rows, how nil is printed."""

from __future__ import annotations

from enum import Enum
from typing import Final, TypeAlias

from attrs import field, frozen

from govfinance.model import PublicTable
from govfinance.money import NumberFormat, Scale

__all__ = [
    "BudgetAndActual",
    "ByCode",
    "CodeStyle",
    "Column",
    "Lanes",
    "Layout",
    "Line",
    "List",
    "Place",
    "Printing",
    "Sides",
    "TableForm",
]


_WAN: Final = NumberFormat("#,##0.00", scale=Scale.WAN)
_YUAN: Final = NumberFormat("#,##0.00", scale=Scale.YUAN)


class CodeStyle(Enum):
    """How codes stand in a table: one cell with all digits, or a cell each for 类, 款 and 项."""

    JOINED = "joined"
    SPLIT = "split"


class Place(Enum):
    """Where the row of the totals stands among the rows by code."""

    FIRST = "first"
    LAST = "last"


@frozen(kw_only=True)
class Printing:
    """How amounts are printed, and what stands for nothing (blank, ``0.00``, a dash).

    ``yuan`` is the format of the same tables in 元.
    """

    format: NumberFormat = _WAN
    yuan: NumberFormat = _YUAN
    nil: str = ""


@frozen
class Column:
    """A column of amounts: its key among the cells of the table, and its headings from the top down."""

    key: str
    headings: tuple[str, ...]


@frozen
class Line:
    """A row with a label: the row of the cells that it prints, none for a heading or a blank row."""

    label: str = ""
    row: str = ""
    level: int = 0
    centered: bool = False


@frozen(kw_only=True)
class _Sheet:
    """What all layouts have: which table it is, its number and official title, and what is written below it.

    ``notes`` and ``nothing`` are templates over ``name``, ``year`` and ``level`` (部门 or 单位); ``nothing`` is written
    where there is no amount in the table.
    """

    table: PublicTable
    number: str = ""
    title: str
    notes: tuple[str, ...] = ()
    nothing: str = ""
    landscape: bool = False
    numbered: bool = False
    """Whether rows and columns are numbered (行次, 栏次)."""


@frozen(kw_only=True)
class Sides(_Sheet):
    """Income beside expenditure. Each block has the lines of both sides, the shorter side filled with blank rows.

    A line whose row is ``classes`` stands for the 类 in ``classes``, numbered 一、二、…; 类 with money that are not among
    them follow.
    """

    headings: tuple[str, str] = ("收入", "支出")
    item: str = "项目"
    left: tuple[Column, ...]
    right: tuple[Column, ...]
    blocks: tuple[tuple[tuple[Line, ...], tuple[Line, ...]], ...]
    classes: tuple[str, ...]


@frozen(kw_only=True)
class ByCode(_Sheet):
    """A row for each functional code with money, and one for the totals."""

    columns: tuple[Column, ...]
    codes: CodeStyle = CodeStyle.JOINED
    code_headings: tuple[str, ...] = ("项目", "功能分类科目编码")
    name_headings: tuple[str, ...] = ("项目", "科目名称")
    total: Place = Place.FIRST
    total_label: str = "合计"
    blank_rows: int = 3
    """How many blank rows stand in a table without any code."""


@frozen(kw_only=True)
class Lanes(_Sheet):
    """Economic codes side by side: each lane has the official 款 of its 类, also those without money.

    ``left_out`` are codes that the form does not print unless there is money. 类 with money that are in no lane are put
    below the last one.
    """

    lanes: tuple[tuple[str, ...], ...]
    codes: CodeStyle = CodeStyle.JOINED
    code_headings: tuple[str, ...] = ("经济分类科目编码",)
    name_headings: tuple[str, ...] = ("科目名称",)
    amount_headings: tuple[str, ...] = ("决算数",)
    left_out: frozenset[str] = frozenset()
    footers: tuple[tuple[Line, ...], ...] = ()
    """Rows at the foot; each has a line for each lane or fewer, and the last line is spread over the rest."""


@frozen(kw_only=True)
class BudgetAndActual(_Sheet):
    """“三公”经费 in one row: budget and actual under each heading (``paired``), or all budgets first."""

    columns: tuple[Column, ...]
    budget: str = "adjusted"
    budget_heading: str = "预算数"
    actual_heading: str = "决算数"
    paired: bool = False


@frozen(kw_only=True)
class List(_Sheet):
    """Labels with one figure each."""

    item: str = "项目"
    heading: str = "统计数"
    lines: tuple[Line, ...] = field(factory=tuple)


Layout: TypeAlias = Sides | ByCode | Lanes | BudgetAndActual | List


@frozen(kw_only=True)
class TableForm:
    """The public tables of a jurisdiction, in their order."""

    layouts: tuple[Layout, ...]
    printing: Printing = field(factory=Printing)
    unit_note: str = "单位：{scale}"
