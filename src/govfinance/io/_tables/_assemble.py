"""From the tables of a workbook to accounts: each figure goes to its place, and each total is compared with its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, Final, TypeVar

from attrs import evolve, frozen

from govfinance._quick import builder
from govfinance.calc import BY_CODE, PERSONNEL_CLASSES, Address, Cells, from_fen, given_totals, stated_columns
from govfinance.calc import PARTS as ROW_PARTS
from govfinance.errors import InvalidInputError
from govfinance.io._tables._found import FoundTable, Notes
from govfinance.io._tables._lists import COUNTS
from govfinance.io._tables._names import economic_code, functional_code, item_name
from govfinance.io._workbook import Grid
from govfinance.model import (
    AbroadLine,
    BudgetLine,
    CarryOver,
    Department,
    EconomicItem,
    ExpenditureItem,
    ExpenditureLine,
    FinalAccounts,
    Fiscal,
    FunctionalItem,
    FundLine,
    FundSource,
    Level,
    OperatingExpenses,
    Overall,
    Precision,
    Procurement,
    ProcurementLine,
    PublicTable,
    ReceptionLine,
    RevenueItem,
    RevenueLine,
    RevenueSource,
    SpendingNature,
    StateAssets,
    Stated,
    ThreePublic,
    VehicleOperationLine,
    VehiclePurchaseLine,
    Zeros,
    stated_on_demand,
)
from govfinance.numeric import ZERO, total

__all__ = ["Tables", "assemble"]

T = TypeVar("T")
ItemT = TypeVar("ItemT", RevenueItem, ExpenditureItem)
Tables = Mapping[PublicTable, FoundTable]

_T = PublicTable
_new_economic = builder(EconomicItem)
_new_functional = builder(FunctionalItem)
_NEW_ITEMS: Final[dict[type[Any], type[Any]]] = {cls: builder(cls) for cls in (RevenueItem, ExpenditureItem)}
_BALANCES: Final = ("opening", "revenue", "closing")
_TABLES: Final = {table.key: table for table in PublicTable}
_FUND_TABLES: Final = {
    FundSource.GENERAL_PUBLIC: _T.GENERAL_PUBLIC,
    FundSource.GOVERNMENT_FUND: _T.GOVERNMENT_FUND,
    FundSource.STATE_CAPITAL: _T.STATE_CAPITAL,
}


@frozen(kw_only=True)
class Heading:
    """Whose accounts they are."""

    name: str
    year: int
    level: Level
    budget: str


def assemble(tables: Tables, heading: Heading, notes: Notes) -> FinalAccounts | None:
    """The accounts that the tables are of; None where the model refuses some of them, which ``notes`` say."""
    builder = _Builder(tables, heading, notes)
    try:
        accounts = builder.accounts()
    except InvalidInputError as error:
        notes.problems.extend(error.problems)
        return None
    if notes.problems:
        return None
    return accounts if accounts.precision is not None else _without_plain_sums(accounts)


class _Builder:
    """Makes the parts of the accounts from the tables that are there."""

    def __init__(self, tables: Tables, heading: Heading, notes: Notes) -> None:
        self.tables = tables
        self.heading = heading
        self.notes = notes

    def accounts(self) -> FinalAccounts:
        """All of them together."""
        totals = self.tables.get(_T.TOTALS)
        return FinalAccounts(
            department=Department(name=self.heading.name),
            year=self.heading.year,
            level=self.heading.level,
            overall=None if totals is None else self.overall(totals),
            revenue=self.revenue(),
            expenditure=self.expenditure(),
            revenue_items=self.items(_T.REVENUE, RevenueItem),
            expenditure_items=self.items(_T.EXPENDITURE, ExpenditureItem),
            fiscal=self.fiscal(),
            functional=[item for fund in FundSource for item in self.functional(fund)],
            economic=[*self.economic(_T.BASIC), *self.economic(_T.PROJECT)],
            three_public=self.three_public(),
            operating_expenses=self.operating_expenses(),
            procurement=self.procurement(),
            state_assets=self.state_assets(),
            stated=stated_on_demand(partial(_stated, _without_sheets(self.tables))),
            precision=self.precision(),
        )

    def made(self, make: Callable[[], T], found: FoundTable, row: str) -> T | None:
        """What the model makes of it; what it refuses is noted with the place in the workbook."""
        try:
            return make()
        except InvalidInputError as error:
            self.notes.problems.extend(
                evolve(problem, path=found.place(row, problem.path)) for problem in error.problems
            )
            return None

    def overall(self, found: FoundTable) -> Overall:
        def line(cls: type[Any], row: str) -> Any:
            if not found.says(row):
                return None
            return self.made(lambda: cls(actual=_yuan(found.get(row))), found, row)

        return Overall(
            total=line(BudgetLine, "total"),
            revenue=line(BudgetLine, "revenue"),
            surplus_used=line(BudgetLine, "surplus_used"),
            opening=line(CarryOver, "opening"),
            expenditure=line(BudgetLine, "expenditure"),
            surplus_distribution=line(BudgetLine, "surplus_distribution"),
            closing=line(CarryOver, "closing"),
        )

    def revenue(self) -> list[RevenueLine]:
        """From 收入支出决算总表; where that is not there, what the other tables say of the same sources."""
        lines: list[RevenueLine] = []
        for source in RevenueSource:
            places = [(_T.TOTALS, source.value, "actual")]
            if source.fund is not None:
                places.append((_T.FISCAL, source.value, "actual"))
            else:
                places.append((_T.REVENUE, "total", source.value))
            for table, row, column in places:
                found = self.tables.get(table)
                if found is not None and column in found.columns and found.says(row, column):
                    amount = _yuan(found.get(row, column))
                    line = self.made(lambda: RevenueLine(source=source, actual=amount), found, row)  # noqa: B023
                    if line is not None:
                        lines.append(line)
                    break
        return lines

    def expenditure(self) -> list[ExpenditureLine]:
        found = self.tables.get(_T.EXPENDITURE)
        if found is None or not found.rows:
            return []
        sums = found.row("total")
        if not sums:  # 合计 is blank or not there
            leaves = found.leaves()
            sums = {nature.value: sum(found.get(code, nature.value) for code in leaves) for nature in SpendingNature}
        lines = [
            self.made(
                lambda: ExpenditureLine(nature=nature, actual=_yuan(sums.get(nature.value, 0))),  # noqa: B023
                found,
                "total",
            )
            for nature in SpendingNature
        ]
        return [line for line in lines if line is not None]

    def items(self, table: PublicTable, cls: type[ItemT]) -> list[ItemT]:
        found = self.tables.get(table)
        if found is None:
            return []
        made: list[ItemT] = []
        new = _NEW_ITEMS[cls]
        parts = frozenset(ROW_PARTS[table])
        for code in found.leaves():
            cells = {column: fen for column, fen in found.row(code).items() if fen and column in parts}
            if cells:
                amounts = {column: _yuan(fen) for column, fen in cells.items()}
                known = functional_code(code)
                if known is not None and min(cells.values()) >= 0:
                    made.append(new(code=known, **amounts))
                    continue
                item = self.made(lambda: cls(code=code, **amounts), found, code)  # noqa: B023
                if item is not None:
                    made.append(item)
        return made

    def functional(self, fund: FundSource) -> list[FunctionalItem]:
        table = _FUND_TABLES[fund]
        found = self.tables.get(table)
        if found is None:
            return []
        balances = [column for column in _BALANCES if column in found.columns and fund is not FundSource.GENERAL_PUBLIC]
        made: list[FunctionalItem] = []
        for code in found.leaves():
            cells = found.row(code)
            if not any(cells.values()):
                continue
            name = item_name(code, found.names.get(code, ""), self.heading.year)
            values: dict[str, Any] = {column: _yuan(cells.get(column, 0)) for column in balances}
            basic, project = cells.get("basic", 0), cells.get("project", 0)
            known = functional_code(code)
            if known is not None and min(basic, project, cells.get("revenue", 0)) >= 0:
                values |= {"basic": _yuan(basic), "project": _yuan(project)}
                made.append(_new_functional(code=known, fund=fund, name=name, **values))
                continue
            item = self.made(
                lambda: FunctionalItem(
                    code=code,  # noqa: B023
                    fund=fund,
                    basic=_yuan(basic),  # noqa: B023
                    project=_yuan(project),  # noqa: B023
                    name=name,  # noqa: B023
                    **values,  # noqa: B023
                ),
                found,
                code,
            )
            if item is not None:
                made.append(item)
        return made

    def fiscal(self) -> Fiscal | None:
        found = self.tables.get(_T.FISCAL)
        if found is None:
            return None
        lines: list[FundLine] = []
        for fund in FundSource:
            opening, column = f"opening.{fund.value}", fund.value
            spent = column in found.columns and found.says("expenditure", column)
            left = column in found.columns and found.says("closing", column)
            expenditure = BudgetLine(actual=_yuan(found.get("expenditure", column)))
            lines.append(
                FundLine(
                    fund=fund,
                    opening=CarryOver(actual=_yuan(found.get(opening))) if found.says(opening) else None,
                    expenditure=expenditure if spent else None,
                    closing=CarryOver(actual=_yuan(found.get("closing", column))) if left else None,
                )
            )
        total = BudgetLine(actual=_yuan(found.get("total"))) if found.says("total") else None
        return Fiscal(total=total, funds=lines)

    def economic(self, table: PublicTable) -> list[EconomicItem]:
        found = self.tables.get(table)
        if found is None:
            return []
        nature = SpendingNature.BASIC if table is _T.BASIC else SpendingNature.PROJECT
        made: list[EconomicItem] = []
        codes = [code for code in found.leaves() if found.get(code)]
        if not codes and found.rows:
            codes = [
                next((code for code in found.rows if code.isdigit()), "301")
            ]  # the table says that there is nothing
        for code in codes:
            fen, known = found.get(code), economic_code(code)
            if known is not None and fen >= 0:
                made.append(_new_economic(code=known, nature=nature, actual=_yuan(fen)))
                continue
            item = self.made(
                lambda: EconomicItem(code=code, nature=nature, actual=_yuan(found.get(code))),  # noqa: B023
                found,
                code,
            )
            if item is not None:
                made.append(item)
        return made

    def three_public(self) -> ThreePublic | None:
        found = self.tables.get(_T.THREE_PUBLIC)
        if found is None or "actual" not in found.rows:
            return None

        def line(cls: type[Any], name: str) -> Any:
            if name not in found.columns:
                return None
            amounts: dict[str, Decimal] = {}
            for row in found.rows:
                if not found.says(row, name):
                    continue
                amounts[self.heading.budget if row == "budget" else row] = _yuan(found.get(row, name))
            return self.made(lambda: cls(**amounts), found, "actual") if amounts else None

        return ThreePublic(
            total=line(BudgetLine, "total"),
            abroad=line(AbroadLine, "abroad"),
            vehicles=line(BudgetLine, "vehicles"),
            vehicle_purchase=line(VehiclePurchaseLine, "vehicle_purchase"),
            vehicle_operation=line(VehicleOperationLine, "vehicle_operation"),
            reception=line(ReceptionLine, "reception"),
        )

    def operating_expenses(self) -> OperatingExpenses | None:
        found = self.tables.get(_T.INSTITUTION)
        if found is None or not found.says("operating_expenses"):
            return None
        amount = _yuan(found.get("operating_expenses"))
        return self.made(lambda: OperatingExpenses(actual=amount), found, "operating_expenses")

    def procurement(self) -> Procurement | None:
        found = self.tables.get(_T.INSTITUTION)
        if found is None or not found.says("procurement"):
            return None
        values = {row: _yuan(found.get(row)) for row in ("procurement", "to_sme", "to_micro") if found.says(row)}
        types = {
            row: ProcurementLine(amount=_yuan(found.get(row)))
            for row in ("goods", "works", "services")
            if found.says(row)
        }
        return self.made(
            lambda: Procurement(
                total=values.get("procurement"),
                to_sme=values.get("to_sme"),
                to_micro=values.get("to_micro"),
                goods=types.get("goods"),
                works=types.get("works"),
                services=types.get("services"),
            ),
            found,
            "procurement",
        )

    def state_assets(self) -> StateAssets | None:
        found = self.tables.get(_T.INSTITUTION)
        if found is None or not all(found.says(row) for row in COUNTS if row != "vehicles"):
            return None
        counts = {row: found.get(row) for row in COUNTS if row != "vehicles"}
        assets = StateAssets(**counts)
        given = found.row("vehicles").get("actual")
        if given is not None and given != assets.vehicles:
            self.notes.warn(
                "vehicles",
                f"{given} vehicles, but the kinds add up to {assets.vehicles}",
                f"车辆数合计为 {given}，而各类之和为 {assets.vehicles}",
                found.place("vehicles"),
            )
        return assets

    def precision(self) -> Precision | None:
        """One unit of the last digit that is printed in any table in 万元; None where the amounts are exact."""
        found = [one for one in self.tables.values() if one.amounts.rows and one.table is not _T.INSTITUTION]
        known = [(one.scale.exponent, *one.amounts.step_and_zeros()) for one in found]
        step = min([min(step, 10**exponent) for exponent, step, _ in known if exponent], default=1)
        if step <= 1:
            return None
        rounded = any(zeros for _, _, zeros in known)
        return Precision(step=_yuan(step), zeros=Zeros.ROUNDED if rounded else Zeros.NIL)


@lru_cache(maxsize=8192)  # tables print the same amount many times
def _yuan(fen: int) -> Decimal:
    amount = from_fen(fen)
    assert amount is not None
    return amount


def _without_sheets(tables: Tables) -> Tables:
    """The same tables without the cells of the workbook, so that these are not kept for as long as the accounts."""
    return {
        table: FoundTable(
            region=evolve(found.region, grid=_NO_GRID),
            scale=found.scale,
            amounts=found.amounts,
            rows=found.rows,
            columns=found.columns,
            strict=found.strict,
        )
        for table, found in tables.items()
    }


_NO_GRID: Final = Grid(name="", rows=[], troubles={})


def _stated(tables: Tables) -> dict[str, Decimal]:
    """The totals that the tables print, by the addresses of their cells; a blank one above amounts says zero."""
    stated: dict[str, Decimal] = {}
    below: dict[PublicTable, dict[str, set[str]]] = {
        table: _below(found) for table, found in tables.items() if table in BY_CODE
    }
    for table, found in tables.items():
        if table in BY_CODE:
            _add_by_code(stated, found, below[table])
        elif table in (_T.TOTALS, _T.FISCAL):
            stated.update(_of_lines(found, below))
    return stated


def _add_by_code(stated: dict[str, Decimal], found: FoundTable, below: Mapping[str, set[str]]) -> None:
    table, key = found.table, found.table.key
    leaves = frozenset(found.leaves())
    across = table in ROW_PARTS
    for row, cells in found.amounts.rows.items():
        if row not in leaves:
            for column, fen in cells.items():
                stated[f"{key}/{row}/{column}"] = _yuan(fen)
            for column in () if found.strict else below.get(row, set()) - cells.keys():
                stated[f"{key}/{row}/{column}"] = ZERO
        elif across and "total" in cells:
            stated[f"{key}/{row}/total"] = _yuan(cells["total"])
        elif across and not found.strict and any(cells.values()):
            stated[f"{key}/{row}/total"] = ZERO
    if table is _T.EXPENDITURE:  # the sums by nature are fields of the model
        for nature in SpendingNature:
            stated.pop(f"{key}/total/{nature.value}", None)


def _below(found: FoundTable) -> dict[str, set[str]]:
    """The columns in which amounts are printed below a 类, a 款, and the whole table (``total``)."""
    columns: dict[str, set[str]] = {}
    for row, cells in found.amounts.rows.items():
        if cells and row.isdigit():
            parent = row[:5] if len(row) == 7 else row[:3] if len(row) == 5 else "total"
            filled = cells if all(cells.values()) else [column for column, fen in cells.items() if fen]
            columns.setdefault(parent, set()).update(filled)
    for length in (5, 3):
        for parent in [parent for parent in columns if parent.isdigit() and len(parent) == length]:
            columns.setdefault(parent[:3] if length == 5 else "total", set()).update(columns[parent])
    if found.table is _T.BASIC:
        for code in [code for code in columns if len(code) == 3]:
            columns.setdefault("personnel" if code in PERSONNEL_CLASSES else "public", set()).update(columns[code])
    return columns


def _of_lines(found: FoundTable, below: Mapping[PublicTable, Mapping[str, set[str]]]) -> Iterator[tuple[str, Decimal]]:
    """The totals of a table that has 类 as lines; each says what another table says of the same 类."""
    table = found.table
    for row in found.rows:
        for column in stated_columns(table, row):
            fen = found.row(row).get(column)
            if column not in found.columns:
                continue
            others = (
                [_T.EXPENDITURE]
                if table is _T.TOTALS
                else [its for fund, its in _FUND_TABLES.items() if column in ("total", "actual", fund.value)]
            )
            parent = row if row.isdigit() else "total"
            if fen is not None or (
                not found.strict and any(below[other].get(parent) for other in others if other in below)
            ):
                yield f"{table.key}/{row}/{column}", _yuan(fen or 0)


def _without_plain_sums(accounts: FinalAccounts) -> FinalAccounts:
    """The same accounts without the totals that are the sums of their parts anyway."""
    settled: set[str] = set()
    for figure, summands in given_totals(accounts):
        values = [part.value for part in summands]
        known = [value for value in values if value is not None]
        if figure.path not in settled and len(known) == len(values) and total(known) == figure.value:
            accounts = _without_given(accounts, figure.path)
        settled.add(figure.path)  # 总计 is given on the side of income
    for fund in accounts.fiscal.funds if accounts.fiscal is not None else ():
        items = [item.actual for item in accounts.functional if item.fund is fund.fund]
        if items and fund.expenditure is not None and total(items) == fund.expenditure.actual:
            accounts = _without_expenditure(accounts, fund)
    cells = Cells(accounts)
    kept = {
        address: amount
        for address, amount in accounts.stated.amounts.items()
        if cells.unstated(_address(address)) != amount
    }
    return evolve(accounts, stated=Stated(kept))


def _address(text: str) -> Address:
    table, row, column = text.split("/")
    return _TABLES[table], row, column


def _without_given(accounts: FinalAccounts, path: str) -> FinalAccounts:
    owner, name, *measure = path.split(".")
    holder = getattr(accounts, owner)
    line = getattr(holder, name)
    if isinstance(line, Decimal):
        return evolve(accounts, **{owner: evolve(holder, **{name: None})})
    if line is None or not measure:
        return accounts
    return evolve(accounts, **{owner: evolve(holder, **{name: _emptied(line, measure[0])})})


def _emptied(line: Any, measure: str) -> Any:
    """The line without a measure; nothing at all where it has no other."""
    left = evolve(line, **{measure: None})
    return None if left == type(line)() else left


def _without_expenditure(accounts: FinalAccounts, fund: FundLine) -> FinalAccounts:
    assert accounts.fiscal is not None
    lines = [evolve(line, expenditure=None) if line is fund else line for line in accounts.fiscal.funds]
    return evolve(accounts, fiscal=evolve(accounts.fiscal, funds=lines))
