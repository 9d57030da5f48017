"""What is written to a workbook is read again, equal: random accounts in every layout, exactly where it is in 元."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

import govfinance as gf
from govfinance.calc import (
    fiscal_expenditure_total,
    fiscal_income_total,
    income_total,
    operating_expenses,
    outlay_total,
)
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
    FundLine,
    FundSource,
    OperatingExpenses,
    Overall,
    Performance,
    Procurement,
    ProcurementLine,
    ProjectItem,
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
)
from govfinance.testing import final_accounts, texts

ROOT = Path(__file__).resolve().parents[1]
FORMS = [("inner-mongolia", 2022), ("inner-mongolia", 2023), ("ministry", 2023), ("shanghai", 2024)]
CODES = ["2010601", "2010602", "2010699", "2080501", "2080505", "2101101", "2210201", "2210203", "20132", "229"]
FUND_CODES = {FundSource.GOVERNMENT_FUND: ["2082201", "2120899"], FundSource.STATE_CAPITAL: ["2230105", "2239999"]}
BASIC = ["30101", "30103", "30199", "30201", "30217", "30302", "30399", "31002", "39999", "30906"]
MOST = 10**10
"""More than any amount below, in 元."""

FEN = st.sampled_from([0, 0, 1, 49, 50, 99, 100, 9_999, 5_000, 1_000_000, 123_456_789, 10**12 + 1]) | st.integers(
    0, 10**11
)


NONE = CarryOver(actual=0)


def yuan(fen: int) -> Decimal:
    return Decimal(fen) / 100


@st.composite
def table_accounts(draw: DrawFn, form: str, year: int) -> FinalAccounts:
    """Accounts of which every figure stands in the public tables; here and there a total is not the sum of its parts."""

    def amount() -> Decimal:
        return yuan(draw(FEN))

    def codes(pool: list[str], least: int = 0) -> list[str]:
        return draw(st.lists(st.sampled_from(pool), unique=True, min_size=least, max_size=5))

    functional = []
    for code in codes(CODES, 1):
        basic, project = amount(), amount()
        if basic or project:
            functional.append(gf.FunctionalItem(code=code, basic=basic, project=project))
    if not functional:
        functional.append(gf.FunctionalItem(code="2010601", basic=1, project=0))
    for fund, pool in FUND_CODES.items():
        for code in codes(pool):
            balances: dict[str, Any] = {}
            if fund is FundSource.GOVERNMENT_FUND or form == "shanghai":
                balances = {"opening": amount(), "revenue": amount(), "closing": amount()}
            item = gf.FunctionalItem(code=code, fund=fund, basic=amount(), project=amount(), **balances)
            if item.actual or any(balances.values()):
                functional.append(item)
    economic = [EconomicItem(code=code, nature="basic", actual=draw(FEN) + 1) for code in codes(BASIC, 1)]
    project = codes(BASIC, 1) if form == "inner-mongolia" else []
    economic.extend(EconomicItem(code=code, nature="project", actual=draw(FEN) + 1) for code in project)
    revenue_items = [RevenueItem(code=code, fiscal=draw(FEN) + 1, other=amount()) for code in codes(CODES, 1)]
    expenditure_items = [
        ExpenditureItem(code=code, basic=draw(FEN) + 1, operation=amount()) for code in codes(CODES, 1)
    ]
    project_items = [
        ProjectItem(code=code, opening=-amount(), revenue=amount(), expenditure=amount(), closing=draw(FEN) + 1)
        for code in codes(CODES, 1 if year == 2022 else 0)
        if year == 2022
    ]
    kept = st.just(0) | FEN
    used = {item.fund for item in functional}  # a budget without any item had no money at all
    accounts = FinalAccounts(
        department=Department(name=draw(st.sampled_from(["甲县乙局", "=1+1局", "上海市某区（丙）中心"]))),
        year=year,
        overall=Overall(
            surplus_used=BudgetLine(actual=yuan(draw(kept))),
            opening=CarryOver(actual=-amount()),
            surplus_distribution=BudgetLine(actual=yuan(draw(kept))),
            closing=CarryOver(actual=amount()),
        ),
        revenue=[
            RevenueLine(
                source=source, actual=amount() + 2 * MOST if source.fund is None or source.fund in used else 0
            )  # a total is never below zero, whatever is carried over
            for source in RevenueSource
        ],
        expenditure=[ExpenditureLine(nature=nature, actual=amount() + 2 * MOST) for nature in SpendingNature],
        revenue_items=revenue_items,
        expenditure_items=expenditure_items,
        project_items=project_items,
        fiscal=Fiscal(
            funds=[
                FundLine(fund=fund, opening=CarryOver(actual=amount()), closing=CarryOver(actual=amount()))
                if fund in used
                else FundLine(fund=fund, opening=NONE, closing=NONE, expenditure=BudgetLine(actual=0))
                for fund in FundSource
            ]
        ),
        functional=functional,
        economic=economic,
        three_public=ThreePublic(
            **{
                name: cls(actual=amount(), **{"initial" if form == "shanghai" else "adjusted": amount()})
                for name, cls in (
                    ("abroad", AbroadLine),
                    ("vehicle_purchase", VehiclePurchaseLine),
                    ("vehicle_operation", VehicleOperationLine),
                    ("reception", ReceptionLine),
                )
            }
        ),
    )
    if draw(st.booleans()):
        address = draw(
            st.sampled_from(
                [
                    f"totals/{expenditure_items[0].code.class_code}/actual",
                    "totals/outlay/actual",
                    "revenue/total/fiscal",
                    f"revenue/{revenue_items[0].code}/total",
                    f"expenditure/{expenditure_items[0].code.class_code}/total",
                    "fiscal/outlay/total",
                    "fiscal/revenue/actual",
                    f"general_public/{functional[0].code.class_code}/total",
                    "general_public/total/basic",
                    "government_fund/total/closing",
                    f"basic/{economic[0].code.class_code}/actual",
                    "basic/personnel/actual",
                ]
            )
        )
        accounts = evolve(accounts, stated=Stated({address: draw(FEN) + 7}))
    return accounts


def institution(accounts: FinalAccounts, counts: int) -> FinalAccounts:
    """With what only Inner Mongolia prints."""
    assets = StateAssets(**{name.name: counts for name in StateAssets.__attrs_attrs__})
    return evolve(
        accounts,
        operating_expenses=OperatingExpenses(actual=counts),
        procurement=Procurement(
            goods=ProcurementLine(amount=1),
            works=ProcurementLine(amount=0),
            services=ProcurementLine(amount=counts),
            to_sme=counts,
            to_micro=0,
        ),
        state_assets=assets,
    )


@pytest.mark.parametrize("form", FORMS, ids=[f"{name}-{year}" for name, year in FORMS])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_workbook_in_yuan_is_read_again_equal(form: tuple[str, int], tmp_path: Path, data: st.DataObject) -> None:
    name, year = form
    jurisdiction = gf.jurisdiction(name, year)
    accounts = data.draw(table_accounts(name, year))
    if name == "inner-mongolia":
        accounts = institution(accounts, data.draw(st.integers(0, 3)))
    path = tmp_path / "tables.xlsx"
    gf.write_xlsx(accounts, path, jurisdiction, scale=gf.Scale.YUAN)
    again = gf.open_xlsx(path, jurisdiction=jurisdiction)
    assert {} == differences(accounts, again.accounts)
    assert accounts == again.accounts


def supplemented(accounts: FinalAccounts, other: FinalAccounts) -> FinalAccounts:
    """With what of other accounts stands in no table, but beside them."""
    assert accounts.three_public is not None
    assert accounts.three_public.reception is not None
    assert other.three_public is not None
    assert other.three_public.reception is not None
    assert other.performance is not None
    assert other.procurement is not None
    visits = other.three_public.reception
    reception = evolve(
        accounts.three_public.reception, domestic=visits.domestic, foreign=visits.foreign, guests=visits.guests
    )
    done = other.performance
    operating = other.operating_expenses
    if operating == OperatingExpenses():  # which says that they are 公用经费: a workbook says how much
        operating = OperatingExpenses(actual=operating_expenses(evolve(accounts, operating_expenses=operating)).value)
    return evolve(
        accounts,
        department=evolve(accounts.department, founded=other.department.founded),
        three_public=evolve(accounts.three_public, reception=reception),
        operating_expenses=operating,
        procurement=other.procurement,
        state_assets=other.state_assets,
        performance=Performance(self_evaluations=done.self_evaluations, management=done.management),
        remarks=other.remarks,
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(accounts=table_accounts("shanghai", 2024), other=final_accounts(text=texts()))
def test_what_no_table_prints_is_read_again_equal(
    accounts: FinalAccounts, other: FinalAccounts, tmp_path: Path
) -> None:
    jurisdiction = gf.jurisdiction("shanghai", 2024)
    expected = supplemented(accounts, other)
    path = tmp_path / "tables.xlsx"
    gf.write_xlsx(expected, path, jurisdiction, scale=gf.Scale.YUAN, partial=True, supplements=True)
    assert {} == differences(expected, gf.read_xlsx(path, jurisdiction=jurisdiction))


def test_operating_expenses_that_are_the_public_funds_are_written_as_an_amount(tmp_path: Path) -> None:
    accounts = evolve(
        gf.load(ROOT / "examples" / "chifeng-justice-2023.json"), operating_expenses=OperatingExpenses(), year=2024
    )
    jurisdiction = gf.jurisdiction("shanghai", 2024)
    path = tmp_path / "tables.xlsx"
    gf.write_xlsx(accounts, path, jurisdiction, partial=True, supplements=True)
    expected = operating_expenses(accounts).value
    assert expected is not None
    assert OperatingExpenses(actual=expected) == gf.read_xlsx(path, jurisdiction=jurisdiction).operating_expenses


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much], deadline=None)
@given(accounts=final_accounts(consistent=True))
def test_the_narrative_of_a_workbook_is_that_of_its_accounts(accounts: FinalAccounts, tmp_path: Path) -> None:
    assume(any(line.actual for line in accounts.revenue))  # a workbook without any amount was not filled in
    assume(any(item.actual for item in accounts.functional if item.fund is FundSource.GENERAL_PUBLIC))
    totals = (income_total, outlay_total, fiscal_income_total, fiscal_expenditure_total)
    assume(all((total(accounts).value or 0) >= 0 for total in totals))  # a given total cannot be below zero
    # 类 stand in tables under their official names
    accounts = evolve(accounts, functional=[evolve(item, class_name=None) for item in accounts.functional])
    jurisdiction = gf.jurisdiction("shanghai", 2024)
    path = tmp_path / "tables.xlsx"
    gf.write_xlsx(accounts, path, jurisdiction, scale=gf.Scale.YUAN, partial=True, supplements=True)
    read = gf.read_xlsx(path, jurisdiction=jurisdiction)
    assert gf.compose(accounts, jurisdiction).to_text() == gf.compose(read, jurisdiction).to_text()


@pytest.mark.parametrize("initial", [0, None])
def test_a_budget_that_the_table_leaves_blank_is_what_the_sheet_of_budgets_says(
    initial: int | None, tmp_path: Path
) -> None:
    line = AbroadLine(initial=initial, adjusted=5, actual=3)
    accounts = FinalAccounts(
        department=Department(name="甲县乙局"),
        year=2024,
        revenue=[RevenueLine(source="other", actual=7)],
        three_public=ThreePublic(abroad=line),
    )
    jurisdiction = gf.jurisdiction("shanghai", 2024)
    path = tmp_path / "tables.xlsx"
    gf.write_xlsx(accounts, path, jurisdiction, scale=gf.Scale.YUAN, partial=True, supplements=True)
    read = gf.read_xlsx(path, jurisdiction=jurisdiction).three_public
    assert read is not None
    assert line == read.abroad
    gf.write_xlsx(accounts, path, jurisdiction, scale=gf.Scale.YUAN, partial=True)
    read = gf.read_xlsx(path, jurisdiction=jurisdiction).three_public
    assert read is not None
    assert AbroadLine(initial=0, actual=3) == read.abroad


def test_an_item_keeps_its_own_name_in_each_budget_and_where_nothing_was_spent(tmp_path: Path) -> None:
    items = [
        gf.FunctionalItem(code="2010688", basic=1, project=0, name="“两房”建设（二期）"),
        gf.FunctionalItem(code="2010689", basic=0, project=0, initial=5, name="信息 系统"),
        gf.FunctionalItem(
            code="2010688", fund="government_fund", basic=0, project=1, opening=0, revenue=1, closing=0, name="其他专项"
        ),
    ]
    accounts = FinalAccounts(department=Department(name="甲县乙局"), year=2024, functional=items)
    jurisdiction = gf.jurisdiction("shanghai", 2024)
    path = tmp_path / "tables.xlsx"
    gf.write_xlsx(accounts, path, jurisdiction, scale=gf.Scale.YUAN, partial=True, supplements=True)
    read = gf.read_xlsx(path, jurisdiction=jurisdiction).functional
    assert [
        ("2010688", "“两房”建设（二期）"),
        ("2010689", "信息系统"),  # blanks between Chinese characters are how a table is set
        ("2010688", "其他专项"),
    ] == [(item.code.text, item.name) for item in read]


def differences(one: FinalAccounts, other: FinalAccounts) -> dict[str, tuple[Any, Any]]:
    """The fields that are not equal."""
    pairs = {
        field.name: (getattr(one, field.name), getattr(other, field.name)) for field in attrs.fields(FinalAccounts)
    }
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
