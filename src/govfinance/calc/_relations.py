"""勾稽关系 between the cells of the public tables, as data, and the pairs of figures that they compare.

A relation is written as two sums of cell addresses. ``{class}`` stands for each 类 of the accounts, ``{fund}`` for each
budget, ``{column}`` for each column of the table; a ``*`` as the row stands for all 类, added up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from govfinance.calc._cells import Address, Cells
from govfinance.calc._columns import BY_NATURE, COLUMNS, FUND_TABLES, FUNDS, PARTS
from govfinance.calc._figure import Figure
from govfinance.model import PublicTable
from govfinance.numeric import add

__all__ = ["TABLE_RELATIONS", "Pair", "TableRelation"]

Pair: TypeAlias = tuple[Figure, Figure]

_T = PublicTable


@frozen
class TableRelation:
    """One relation between cells: its id, what it says in both languages, its two sides, and the tables it is about."""

    id: str
    zh: str
    en: str
    left: str
    right: str
    at_most: bool = False
    pairs: Callable[[Cells], Iterator[Pair]] | None = field(default=None, repr=False, eq=False)

    @property
    def tables(self) -> tuple[PublicTable, ...]:
        """The tables that the relation is within or between."""
        terms = f"{self.left} + {self.right}".split(" + ")
        keys = {term.split("/")[0] for term in terms}
        return tuple(table for table in PublicTable if table.key in keys)

    @property
    def formula(self) -> str:
        """The relation as a formula of addresses."""
        return f"{self.left} {'≤' if self.at_most else '='} {self.right}"

    def sides(self, cells: Cells) -> Iterator[Pair]:
        """The figures to compare; those that are equal because one is made of the other are left out."""
        if self.pairs is not None:
            yield from self.pairs(cells)
            return
        for bound in _bindings(self, cells):
            left = _cells(cells, self.left.format(**bound))
            right = _cells(cells, self.right.format(**bound))
            pair = _compared(cells, left, right)
            if pair is not None:
                yield pair


def _bindings(relation: TableRelation, cells: Cells) -> Iterator[dict[str, str]]:
    text = relation.left + relation.right
    classes = [row for row in cells.rows(_T.TOTALS) if row.isdigit()] if "{class}" in text else [""]
    if "{class}" in text and "fiscal/" in text:
        classes = sorted({*classes, *(row for row in cells.rows(_T.FISCAL) if row.isdigit())})
    columns = [column for column in COLUMNS[_T.FISCAL] if column != "actual"] if "{column}" in text else [""]
    for code in classes:
        for fund in FUNDS if "{fund}" in text else [""]:
            for column in columns:
                yield {"class": code, "fund": fund, "column": column}


def _cells(cells: Cells, side: str) -> list[Address]:
    found: list[Address] = []
    for term in side.split(" + "):
        key, row, column = term.split("/")
        table = _TABLES[key]
        if row == "*":
            found.extend((table, code, column) for code in cells.rows(table) if len(code) == 3 and code.isdigit())
        else:
            found.append((table, row, column))
    return found


_TABLES: Final = {table.key: table for table in PublicTable}


def _compared(cells: Cells, left: Sequence[Address], right: Sequence[Address]) -> Pair | None:
    """The two sums as figures; None where the left one is nothing but the right one, added up."""
    if len(left) == 1 and not cells.stated(left[0]) and cells.parts(left[0]) == [*right]:
        return None
    if not right:
        return None
    sides = [
        cells.figure(side[0]) if len(side) == 1 else cells.sum_of(side, " + ".join(map(cells.label, side)))
        for side in (left, right)
    ]
    return sides[0], sides[1]


def _down(table: PublicTable) -> Callable[[Cells], Iterator[Pair]]:
    """Each row that other rows add up to, column by column."""

    def pairs(cells: Cells) -> Iterator[Pair]:
        if _is_left_out(cells, table):
            return
        if not cells.itemised(table):
            total = (table, "total", COLUMNS[table][0])
            yield cells.figure(total), Figure(None, "", cells.place(table))
            return
        for row in cells.rows(table):
            if len(row) != 7 and (row.isdigit() or row == "total"):
                for column in COLUMNS[table]:
                    yield from _below(cells, (table, row, column))

    return pairs


def _is_left_out(cells: Cells, table: PublicTable) -> bool:
    """Whether it is a table that few forms have, and nothing was supplied of it: then there is nothing to check."""
    if table is not _T.PROJECTS or cells.itemised(table):
        return False
    return not any(cells.stated((table, "total", column)) for column in COLUMNS[table])


def _below(cells: Cells, address: Address) -> Iterator[Pair]:
    children = cells.children(address)
    pair = _compared(cells, [address], children)
    if pair is None or (not children and not cells.stated(address)):
        return
    left, right = pair
    if left.value is None and right.value is None:
        return  # a column that nobody supplied
    own = cells.own(address)
    if own is not None and right.value is not None and own.value is not None:
        right = Figure(add(right.value, own.value), right.label, right.path, (*right.terms, (1, own)))
    rows = "、".join(cells.row_name(row) for _, row, _ in children)
    yield left, Figure(right.value, rows if len(children) < 5 else f"{left.label}各项之和", right.path, right.terms)


def _across(table: PublicTable) -> Callable[[Cells], Iterator[Pair]]:
    """The total of each row, as the sum of its columns."""

    def pairs(cells: Cells) -> Iterator[Pair]:
        for row in cells.rows(table):
            address = (table, row, "total")
            pair = _compared(cells, [address], cells.across(address))
            if pair is not None and pair[0].value is not None and (row == "total" or cells.stated(address)):
                left, right = pair
                yield left, Figure(right.value, f"{left.label}各栏之和", "", right.terms)

    return pairs


def _flow(table: PublicTable) -> Callable[[Cells], Iterator[Pair]]:
    """年初 + 收入 = 支出 + 年末, row by row, where the row has them."""

    def pairs(cells: Cells) -> Iterator[Pair]:
        for row in cells.rows(table):
            if row == "total" or row.isdigit():
                left = [(table, row, "opening"), (table, row, "revenue")]
                right = [(table, row, "total"), (table, row, "closing")]
                if any(cells.value(address) is not None for address in (*left, right[1])):
                    name = f"{table.official} {cells.row_name(row)} "
                    yield cells.sum_of(left, f"{name}年初加收入"), cells.sum_of(right, f"{name}支出加年末")

    return pairs


def _within(cells: Cells) -> Iterator[Pair]:
    """What the budgets spent on a function, by nature, within what was spent on it from all sources."""
    if not cells.accounts.expenditure_items:
        return
    codes = sorted({row for table in FUND_TABLES for row in cells.rows(table) if row.isdigit()})
    for code in codes:
        for column in ("basic", "project"):
            parts = [(table, code, column) for table in FUND_TABLES if cells.value((table, code, column))]
            if parts:
                whole = cells.figure((_T.EXPENDITURE, code, column))
                yield (
                    cells.sum_of(parts, f"财政拨款 {cells.row_name(code)} {cells.column_name(parts[0][0], column)}"),
                    whole,
                )


def _of_projects(cells: Cells) -> Iterator[Pair]:
    """What a stated total says, beside the other table; one that is not stated is what the other table says."""
    address = (_T.PROJECTS, "total", "expenditure")
    if cells.stated(address):
        yield cells.figure(address), cells.figure((_T.EXPENDITURE, "total", "project"))


def _structural() -> Iterator[TableRelation]:
    for table in (_T.REVENUE, _T.EXPENDITURE, _T.PROJECTS, *FUND_TABLES, *BY_NATURE):
        level = "款" if table in BY_NATURE else "项"
        yield TableRelation(
            f"{table.key}.down",
            f"{table.official}：合计等于各类之和，类等于其款，款等于其{level}"
            if level == "项"
            else f"{table.official}：合计等于各类之和，类等于其款之和",
            f"{table.official}: a total is the sum of its 类, a 类 of its 款"
            + (", a 款 of its 项" if level == "项" else ""),
            f"{table.key}/parent/{{column}}",
            f"{table.key}/children/{{column}}",
            pairs=_down(table),
        )
        if table in PARTS:
            yield TableRelation(
                f"{table.key}.across",
                f"{table.official}：合计栏等于各栏之和",
                f"{table.official}: the total of a row is the sum of its columns",
                f"{table.key}/row/total",
                " + ".join(f"{table.key}/row/{part}" for part in PARTS[table]),
                pairs=_across(table),
            )
    for table in (_T.GOVERNMENT_FUND, _T.STATE_CAPITAL):
        yield TableRelation(
            f"{table.key}.flow",
            f"{table.official}：年初结转和结余加本年收入等于本年支出加年末结转和结余",
            f"{table.official}: opening carry-over and revenue are expenditure and closing carry-over",
            f"{table.key}/row/opening + {table.key}/row/revenue",
            f"{table.key}/row/total + {table.key}/row/closing",
            pairs=_flow(table),
        )


def _links() -> Iterator[TableRelation]:
    yield TableRelation(
        "totals.classes",
        "收入支出决算总表：本年支出合计等于各类支出之和",
        "收入支出决算总表: the expenditure of the year is the sum of its 类",
        "totals/expenditure/actual",
        "totals/*/actual",
    )
    yield TableRelation(
        "totals.revenue",
        "收入决算表合计等于收入支出决算总表本年收入合计",
        "the total of 收入决算表 is the revenue of 收入支出决算总表",
        "revenue/total/total",
        "totals/revenue/actual",
    )
    yield TableRelation(
        "totals.fiscal",
        "收入决算表的财政拨款收入等于收入支出决算总表的三项财政拨款收入之和",
        "fiscal revenue in 收入决算表 is that of the three budgets in 收入支出决算总表",
        "revenue/total/fiscal",
        " + ".join(f"totals/{fund}/actual" for fund in FUNDS),
    )
    for source in COLUMNS[_T.REVENUE][2:]:
        yield TableRelation(
            f"totals.{source}",
            "收入决算表合计行等于收入支出决算总表相应收入",
            "each source in 收入决算表 is that of 收入支出决算总表",
            f"revenue/total/{source}",
            f"totals/{source}/actual",
        )
    yield TableRelation(
        "totals.expenditure",
        "支出决算表合计等于收入支出决算总表本年支出合计",
        "the total of 支出决算表 is the expenditure of 收入支出决算总表",
        "expenditure/total/total",
        "totals/expenditure/actual",
    )
    yield TableRelation(
        "totals.functions",
        "收入支出决算总表各类支出等于支出决算表相应的类",
        "each 类 of 收入支出决算总表 is that of 支出决算表",
        "totals/{class}/actual",
        "expenditure/{class}/total",
    )
    yield TableRelation(
        "projects.expenditure",
        "项目收入支出决算表本年支出合计等于支出决算表项目支出合计",
        "the expenditure of 项目收入支出决算表 is the project expenditure of 支出决算表",
        "projects/total/expenditure",
        "expenditure/total/project",
        pairs=_of_projects,
    )
    yield TableRelation(
        "fiscal.revenue",
        "财政拨款收入支出决算总表各项收入等于收入支出决算总表相应财政拨款收入",
        "the revenue of each budget is the same in 财政拨款收入支出决算总表 and 收入支出决算总表",
        "fiscal/{fund}/actual",
        "totals/{fund}/actual",
    )
    yield TableRelation(
        "fiscal.income",
        "财政拨款本年收入合计等于各项之和",
        "fiscal revenue is the sum over the budgets",
        "fiscal/revenue/actual",
        " + ".join(f"fiscal/{fund}/actual" for fund in FUNDS),
    )
    yield TableRelation(
        "fiscal.opening",
        "年初财政拨款结转和结余等于各项之和",
        "the fiscal opening carry-over is the sum over the budgets",
        "fiscal/opening/actual",
        " + ".join(f"fiscal/opening.{fund}/actual" for fund in FUNDS),
    )
    for row, zh, en in (
        ("{class}", "各类支出", "each 类"),
        ("expenditure", "本年支出合计", "the expenditure of the year"),
        ("closing", "年末财政拨款结转和结余", "the closing carry-over"),
        ("outlay", "总计", "the total outlay"),
    ):
        yield TableRelation(
            f"fiscal.across.{'class' if row == '{class}' else row}",
            f"财政拨款收入支出决算总表：{zh}合计等于各预算之和",
            f"财政拨款收入支出决算总表: {en} is the sum over the budgets",
            f"fiscal/{row}/total",
            " + ".join(f"fiscal/{row}/{fund}" for fund in FUNDS),
        )
    yield TableRelation(
        "fiscal.classes",
        "财政拨款收入支出决算总表：本年支出合计等于各类支出之和",
        "财政拨款收入支出决算总表: the expenditure of the year is the sum of its 类",
        "fiscal/expenditure/{column}",
        "fiscal/*/{column}",
    )
    yield TableRelation(
        "fiscal.outlay",
        "财政拨款支出总计等于本年支出加年末结转和结余（分预算）",
        "the outlay of a budget is its expenditure and its closing carry-over",
        "fiscal/outlay/{fund}",
        "fiscal/expenditure/{fund} + fiscal/closing/{fund}",
    )
    yield TableRelation(
        "fiscal.funds",
        "分预算：本年收入加年初结转和结余等于支出总计",
        "budget by budget: revenue and opening carry-over are the outlay",
        "fiscal/{fund}/actual + fiscal/opening.{fund}/actual",
        "fiscal/outlay/{fund}",
    )
    for fund in FUNDS:
        yield TableRelation(
            f"{fund}.functions",
            "财政拨款收入支出决算总表各类支出等于该预算支出决算表相应的类",
            "each 类 of 财政拨款收入支出决算总表 is that of the budget's own table",
            f"fiscal/{{class}}/{fund}",
            f"{fund}/{{class}}/total",
        )
        yield TableRelation(
            f"{fund}.total",
            "该预算支出决算表合计等于财政拨款收入支出决算总表的本年支出",
            "the total of the budget's own table is its expenditure in 财政拨款收入支出决算总表",
            f"{fund}/total/total",
            f"fiscal/expenditure/{fund}",
        )
    for fund in FUNDS[1:]:
        for column, row in (("opening", "opening.{0}/actual"), ("revenue", "{0}/actual"), ("closing", "closing/{0}")):
            yield TableRelation(
                f"{fund}.{column}",
                "该预算收入支出决算表合计行等于财政拨款收入支出决算总表",
                "carry-over and revenue of the budget's own table are those of 财政拨款收入支出决算总表",
                f"{fund}/total/{column}",
                f"fiscal/{row.format(fund)}",
            )
    for column in ("basic", "project"):
        yield TableRelation(
            f"general_public.{column}",
            "一般公共预算财政拨款支出决算表的基本支出、项目支出等于按经济分类的合计",
            "basic and project expenditure are the same by function and by economic nature",
            f"general_public/total/{column}",
            f"{column}/total/actual",
        )
    yield TableRelation(
        "basic.funds",
        "基本支出等于人员经费加公用经费",
        "basic expenditure is 人员经费 and 公用经费",
        "basic/total/actual",
        "basic/personnel/actual + basic/public/actual",
    )
    for row, zh in (
        ("personnel", "人员经费等于工资福利支出加对个人和家庭的补助"),
        ("public", "公用经费等于其余各类之和"),
    ):
        yield TableRelation(
            f"basic.{row}",
            f"一般公共预算财政拨款基本支出决算表：{zh}",
            f"basic expenditure: {'人员经费 is 301 and 303' if row == 'personnel' else '公用经费 is the other 类'}",
            f"basic/{row}/actual",
            f"basic/{row} 类/actual",
            pairs=_funds_of_basic(row),
        )
    yield TableRelation(
        "expenditure.funds",
        "财政拨款支出（按功能分类、性质）不大于支出决算表相应的数",
        "what the budgets spent on a function is within what was spent on it from all sources",
        " + ".join(f"{fund}/code/nature" for fund in FUNDS),
        "expenditure/code/nature",
        at_most=True,
        pairs=_within,
    )


def _funds_of_basic(row: str) -> Callable[[Cells], Iterator[Pair]]:
    def pairs(cells: Cells) -> Iterator[Pair]:
        address = (_T.BASIC, row, "actual")
        if cells.stated(address):
            yield from _below(cells, address)

    return pairs


TABLE_RELATIONS: Final[tuple[TableRelation, ...]] = (*_structural(), *_links())
"""All relations within and between the public tables."""
