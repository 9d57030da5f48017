"""From the tables of a workbook to accounts: each figure goes to its place, and each total is compared with its parts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, Final, TypeVar

from attrs import evolve, frozen

from govfinance._quick import builder
from govfinance.calc import COLUMNS
from govfinance.calc import PARTS as ROW_PARTS
from govfinance.errors import InvalidInputError
from govfinance.io._tables._found import FUND_TABLES, FoundTable, Notes, Tables
from govfinance.io._tables._lists import COUNTS
from govfinance.io._tables._money import precision_of, yuan
from govfinance.io._tables._names import economic_code, functional_code, item_name
from govfinance.io._tables._plain_sums import without_plain_sums
from govfinance.io._tables._totals import stated_totals, without_sheets
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
    Procurement,
    ProcurementLine,
    ProjectItem,
    PublicTable,
    ReceptionLine,
    RevenueItem,
    RevenueLine,
    RevenueSource,
    SpendingNature,
    StateAssets,
    ThreePublic,
    VehicleOperationLine,
    VehiclePurchaseLine,
    stated_on_demand,
)
from govfinance.numeric import ZERO

__all__ = ["Heading", "assemble"]

T = TypeVar("T")
ItemT = TypeVar("ItemT", RevenueItem, ExpenditureItem, ProjectItem)

_T = PublicTable
_new_economic = builder(EconomicItem)
_new_functional = builder(FunctionalItem)
_NEW_ITEMS: Final[dict[type[Any], type[Any]]] = {
    cls: builder(cls) for cls in (RevenueItem, ExpenditureItem, ProjectItem)
}
_BALANCES: Final = ("opening", "revenue", "closing")


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
    return accounts if accounts.precision is not None else without_plain_sums(accounts)


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
            project_items=self.projects(),
            fiscal=self.fiscal(),
            functional=[item for fund in FundSource for item in self.functional(fund)],
            economic=[*self.economic(_T.BASIC), *self.economic(_T.PROJECT)],
            three_public=self.three_public(),
            operating_expenses=self.operating_expenses(),
            procurement=self.procurement(),
            state_assets=self.state_assets(),
            stated=stated_on_demand(partial(stated_totals, without_sheets(self.tables))),
            precision=precision_of(self.tables),
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
            return self.made(lambda: cls(actual=yuan(found.get(row))), found, row)

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
                    amount = yuan(found.get(row, column))
                    line = self.made(lambda: RevenueLine(source=source, actual=amount), found, row)  # noqa: B023
                    if line is not None:
                        lines.append(line)
                    break
            else:
                if source.fund is not None and self.says_none(source.fund, "revenue"):
                    lines.append(RevenueLine(source=source, actual=ZERO))
        return lines

    def says_none(self, fund: FundSource, column: str) -> bool:
        """Whether 合计 of the table of a budget says zero in a column (``total``: or in its parts), with nothing below it."""
        found = self.tables.get(FUND_TABLES[fund])
        if found is None:
            return False
        parts = ROW_PARTS[found.table] if column == "total" else ()
        said = found.row("total")
        zero = said.get(column) == 0 or (bool(parts) and all(said.get(part) == 0 for part in parts))
        return zero and not any(found.get(code, its) for code in found.leaves() for its in (column, *parts))

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
                lambda: ExpenditureLine(nature=nature, actual=yuan(sums.get(nature.value, 0))),  # noqa: B023
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
        parts = frozenset(ROW_PARTS.get(table, COLUMNS[table]))
        for code in found.leaves():
            cells = {column: fen for column, fen in found.row(code).items() if fen and column in parts}
            if cells:
                amounts = {column: yuan(fen) for column, fen in cells.items()}
                known = functional_code(code)
                if known is not None and min(cells.values()) >= 0:
                    made.append(new(code=known, **amounts))
                    continue
                item = self.made(lambda: cls(code=code, **amounts), found, code)  # noqa: B023
                if item is not None:
                    made.append(item)
        return made

    def projects(self) -> list[ProjectItem]:
        found = self.tables.get(_T.PROJECTS)
        items = self.items(_T.PROJECTS, ProjectItem)
        if items or found is None or any(found.amounts.values()) or (found.strict and not found.row("total")):
            return items
        return [ProjectItem(code="229")]  # the table says that there is nothing

    def functional(self, fund: FundSource) -> list[FunctionalItem]:
        table = FUND_TABLES[fund]
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
            values: dict[str, Any] = {column: yuan(cells.get(column, 0)) for column in balances}
            basic, project = cells.get("basic", 0), cells.get("project", 0)
            known = functional_code(code)
            if known is not None and min(basic, project, cells.get("revenue", 0)) >= 0:
                values |= {"basic": yuan(basic), "project": yuan(project)}
                made.append(_new_functional(code=known, fund=fund, name=name, **values))
                continue
            item = self.made(
                lambda: FunctionalItem(
                    code=code,  # noqa: B023
                    fund=fund,
                    basic=yuan(basic),  # noqa: B023
                    project=yuan(project),  # noqa: B023
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
        lines: list[FundLine] = []
        for fund in FundSource:
            column = fund.value
            opening = self.fiscal_amount(f"opening.{column}", "actual", none=self.says_none(fund, "opening"))
            expenditure = self.fiscal_amount("expenditure", column, none=self.says_none(fund, "total"))
            closing = self.fiscal_amount("closing", column, none=self.says_none(fund, "closing"))
            line = FundLine(
                fund=fund,
                opening=None if opening is None else CarryOver(actual=opening),
                expenditure=None if expenditure is None else BudgetLine(actual=expenditure),
                closing=None if closing is None else CarryOver(actual=closing),
            )
            if found is not None or line != FundLine(fund=fund):
                lines.append(line)
        if found is None:
            return Fiscal(funds=lines) if lines else None
        total = BudgetLine(actual=yuan(found.get("total"))) if found.says("total") else None
        return Fiscal(total=total, funds=lines)

    def fiscal_amount(self, row: str, column: str, *, none: bool) -> Decimal | None:
        """What 财政拨款收入支出决算总表 says; else zero, where the table of the budget says that there is ``none``."""
        found = self.tables.get(_T.FISCAL)
        if found is not None and column in found.columns and found.says(row, column):
            return yuan(found.get(row, column))
        return ZERO if none else None

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
                made.append(_new_economic(code=known, nature=nature, actual=yuan(fen)))
                continue
            item = self.made(
                lambda: EconomicItem(code=code, nature=nature, actual=yuan(found.get(code))),  # noqa: B023
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
                amounts[self.heading.budget if row == "budget" else row] = yuan(found.get(row, name))
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
        amount = yuan(found.get("operating_expenses"))
        return self.made(lambda: OperatingExpenses(actual=amount), found, "operating_expenses")

    def procurement(self) -> Procurement | None:
        found = self.tables.get(_T.INSTITUTION)
        if found is None or not found.says("procurement"):
            return None
        values = {row: yuan(found.get(row)) for row in ("procurement", "to_sme", "to_micro") if found.says(row)}
        types = {
            row: ProcurementLine(amount=yuan(found.get(row)))
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
