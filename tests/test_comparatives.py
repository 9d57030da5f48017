"""Last year's accounts and the budget in the comparative columns; figures by their places."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

import govfinance as gf
from govfinance.comparatives import detail_of, with_details, with_figures
from govfinance.model import (
    AbroadLine,
    CarryOver,
    Department,
    EconomicItem,
    FinalAccounts,
    Fiscal,
    FundLine,
    Overall,
    Precision,
    Procurement,
    ProcurementLine,
    ReceptionLine,
    ReceptionPart,
    StateAssets,
    ThreePublic,
)


def accounts(year: int = 2024, **parts: Any) -> FinalAccounts:
    return FinalAccounts(department=Department(name="甲县乙局"), year=year, **parts)


def item(code: str, amount: int) -> gf.FunctionalItem:
    return gf.FunctionalItem(code=code, basic=amount, project=0)


LAST = accounts(
    2023,
    overall=Overall(opening=CarryOver(actual=3), closing=CarryOver(actual=7)),
    revenue=[gf.RevenueLine(source="other", actual=20)],
    fiscal=Fiscal(funds=[FundLine(fund="general_public", opening=CarryOver(actual=1), closing=CarryOver(actual=2))]),
    functional=[item("2010101", 4), item("2010102", 5)],
    economic=[EconomicItem(code="30201", nature="basic", actual=9)],
    three_public=ThreePublic(
        abroad=AbroadLine(actual=1),
        reception=ReceptionLine(domestic=ReceptionPart(actual=2), foreign=ReceptionPart(actual=0)),
    ),
)
THIS = accounts(functional=[item("2010101", 6), item("2010103", 8)])


def test_last_year_becomes_the_prior_figures() -> None:
    made = gf.with_prior_year(THIS, LAST)
    assert made.overall is not None
    assert made.overall.opening == CarryOver(prior=3)
    assert made.overall.closing == CarryOver(prior=7)
    assert [(line.source.value, line.prior) for line in made.revenue] == [("other", 20)]
    # 2010102 was spent on last year only: it counts in the total, and is no item of this year
    assert [(one.code.text, one.prior) for one in made.functional] == [("2010101", 4), ("2010103", 0)]
    assert made.fiscal is not None
    (line,) = made.fiscal.funds
    assert (1, 2) == (line.opening and line.opening.prior, line.closing and line.closing.prior)
    assert line.expenditure is not None
    assert 9 == line.expenditure.prior
    assert made.three_public is not None
    assert made.three_public.reception is not None
    assert 2 == made.three_public.reception.prior


def test_the_budget_becomes_the_initial_figures_and_adds_items_without_spending() -> None:
    made = gf.with_budget(THIS, accounts(functional=[item("2010101", 4), item("2010102", 5)]))
    assert [(one.code.text, one.actual, one.initial) for one in made.functional] == [
        ("2010101", 6, 4),
        ("2010102", 0, 5),
        ("2010103", 8, 0),
    ]


def test_accounts_that_already_give_a_total_get_the_one_of_the_other_accounts() -> None:
    given = accounts(overall=Overall(total=gf.BudgetLine(prior=99)))
    last = accounts(
        2023,
        overall=Overall(surplus_used=gf.BudgetLine(actual=1), opening=CarryOver(actual=2)),
        revenue=[gf.RevenueLine(source=source, actual=1) for source in gf.RevenueSource],
    )
    made = gf.with_prior_year(given, last)
    assert made.overall is not None
    assert made.overall.total == gf.BudgetLine(prior=11)  # eight sources, 1 and 2


@pytest.mark.parametrize("year", [2022, 2024, 2025])
def test_another_year_than_the_one_before_is_refused(year: int) -> None:
    with pytest.raises(gf.InvalidInputError, match="expected the year 2023"):
        gf.with_prior_year(THIS, accounts(year))
    if year != 2024:
        with pytest.raises(gf.InvalidInputError, match="expected the year 2024"):
            gf.with_budget(THIS, accounts(year))


def test_amounts_are_as_exact_as_the_less_exact_ones() -> None:
    rounded = accounts(2023, precision=Precision(step=100))
    assert gf.with_prior_year(THIS, rounded).precision == Precision(step=100)
    finer = accounts(precision=Precision(step=1, zeros="rounded"))
    assert gf.with_prior_year(finer, rounded).precision == Precision(step=100, zeros="rounded")


def test_figures_stand_at_their_places() -> None:
    made = with_figures(
        THIS,
        {
            "overall.total": {"initial": Decimal(1)},
            "expenditure.basic": {"prior": Decimal(2)},
            "fiscal.total": {"initial": Decimal(3)},
            "fiscal.government_fund.closing": {"prior": Decimal(-4)},
            "functional.general_public.2010101": {"initial": Decimal(5), "adjusted": Decimal(6)},
            "three_public.reception": {"adjusted": Decimal(7)},
            "operating_expenses": {"prior": Decimal(8)},
        },
    )
    expected = {
        "overall.total.initial": 1,
        "fiscal.total.initial": 3,
        "fiscal.funds.government_fund.closing.prior": -4,
        "three_public.reception.adjusted": 7,
        "operating_expenses.prior": 8,
    }
    assert expected == {place: detail_of(made, place) for place in expected}
    assert made.expenditure[0].prior == 2
    assert (made.functional[0].initial, made.functional[0].adjusted) == (5, 6)


def test_places_that_do_not_exist_are_refused_all_together() -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        with_figures(
            THIS,
            {
                "overall.totl": {"prior": Decimal(1)},
                "nowhere": {"prior": Decimal(1)},
                "functional.general_public.2999999": {"initial": Decimal(1)},
                "revenue.other": {"prior": Decimal(-1)},
            },
        )
    assert {
        ("unknown-place", "overall.totl"),
        ("unknown-place", "nowhere"),
        ("unknown-class", "functional.general_public.2999999.code"),
        ("negative", "revenue.other.prior"),
    } == {(problem.code, problem.path) for problem in caught.value.problems}


def test_details_stand_at_their_places_and_bring_their_objects() -> None:
    places = {
        "three_public.abroad.groups": 2,
        "three_public.reception.domestic.actual": Decimal("3.50"),
        "performance.self_evaluations.general_public.projects": 4,
        "performance.self_evaluations.government_fund.amount": Decimal(5),
    }
    made = with_details(THIS, places)
    assert places == {place: detail_of(made, place) for place in places}
    assert detail_of(made, "three_public.vehicle_operation.held") is None
    assert detail_of(THIS, "three_public.abroad.groups") is None


def test_a_detail_of_an_object_that_is_not_there_is_refused() -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        with_details(
            accounts(procurement=Procurement(works=ProcurementLine(amount=9))),
            {
                "procurement.goods.to_sme": Decimal(1),  # how much was bought nobody said
                "procurement.works.to_sme": Decimal(1),
                "three_public.abroad.group": 1,
                "three_public.abroad.persons": -1,
            },
        )
    assert {
        ("missing-figure", "procurement.goods.amount"),
        ("unknown-place", "three_public.abroad.group"),
        ("not-a-count", "three_public.abroad.persons"),
    } == {(problem.code, problem.path) for problem in caught.value.problems}


def test_an_object_that_needs_several_figures_comes_with_all_of_them() -> None:
    kinds = [field.name for field in attrs.fields(StateAssets)]
    places = {f"state_assets.{kind}": number for number, kind in enumerate(kinds)}
    made = with_details(THIS, places)
    assert StateAssets(**{kind: number for number, kind in enumerate(kinds)}) == made.state_assets
    assert 7 == getattr(with_details(made, {"state_assets.large_equipment": 7}).state_assets, "large_equipment", None)
    with pytest.raises(gf.InvalidInputError) as caught:
        with_details(THIS, {"state_assets.large_equipment": 7})
    expected = [("missing-figure", f"state_assets.{kind}") for kind in kinds if kind != "large_equipment"]
    assert expected == [(problem.code, problem.path) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "place",
    [
        "nowhere",
        "nowhere.at.all",
        "year.at",
        "procurement",
        "revenue.other.actual",
        "performance.self_evaluations.general_public",
    ],
)
def test_a_place_that_no_detail_has_is_refused(place: str) -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        with_details(THIS, {place: 1})
    assert [("unknown-place", place)] == [(problem.code, problem.path) for problem in caught.value.problems]
