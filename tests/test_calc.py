"""Shares, changes and totals, with values worked out by hand."""

import json
from decimal import Decimal
from typing import Any

import pytest

import govfinance as gf
from govfinance import calc
from govfinance.calc import Case, Figure, change, figure, share, sum_of, total_or_given
from govfinance.codes import EconomicCode, FunctionalCode
from govfinance.model import Department, FinalAccounts, FundSource, RevenueSource, SpendingNature
from govfinance.money import Base, Direction
from tests.oracle.made_up import ZERO, merged

GENERAL = FundSource.GENERAL_PUBLIC


def accounts(**other: Any) -> FinalAccounts:
    """Accounts in which everything is zero but for what is given here."""
    return gf.loads(json.dumps(merged(ZERO, other)))


def nothing() -> FinalAccounts:
    """Accounts with no figure at all."""
    return FinalAccounts(department=Department(name="甲县乙局"), year=2023)


@pytest.mark.parametrize(
    ("percent", "part", "base"),
    [
        ("12.5", "1", "8"),
        ("150", "3", "2"),
        ("0", "0", "5"),
        ("-5", "-0.05", "1"),
        ("0.125", "125", "100000"),
        ("99999999999999999900", "9999999999999999.99", "0.01"),
        ("33." + "3" * 58, "1", "3"),
    ],
)
def test_a_share_is_exact_to_sixty_digits(percent: str, part: str, base: str) -> None:
    ratio = share(figure(part), figure(base))
    assert (Case.VALUE, Decimal(percent)) == (ratio.case, ratio.percent)


@pytest.mark.parametrize(
    ("case", "part", "base"),
    [
        (Case.ZERO_BASE, "0", "0"),
        (Case.ZERO_BASE, "5", "0"),
        (Case.NEGATIVE_BASE, "5", "-0.01"),
        (Case.MISSING, None, "5"),
        (Case.MISSING, "5", None),
        (Case.MISSING, None, "0"),
    ],
)
def test_without_a_positive_base_there_is_no_share(case: Case, part: str | None, base: str | None) -> None:
    ratio = share(figure(part), figure(base))
    assert (case, None) == (ratio.case, ratio.percent)


@pytest.mark.parametrize(
    ("now", "before", "difference", "direction", "base", "rate"),
    [
        ("120", "100", "20", Direction.INCREASE, Base.POSITIVE, "20"),
        ("80", "100", "-20", Direction.DECREASE, Base.POSITIVE, "-20"),
        ("100", "100.00", "0.00", Direction.UNCHANGED, Base.POSITIVE, "0"),
        ("0", "100", "-100", Direction.DECREASE, Base.POSITIVE, "-100"),
        ("0.01", "0", "0.01", Direction.INCREASE, Base.ZERO, None),
        ("0", "0", "0", Direction.UNCHANGED, Base.ZERO, None),
        ("-20", "-50", "30", Direction.INCREASE, Base.NEGATIVE, None),
        ("-50", "-50", "0", Direction.UNCHANGED, Base.NEGATIVE, None),
        ("-50", "100", "-150", Direction.DECREASE, Base.POSITIVE, "-150"),
        ("100000001", "100000000", "1", Direction.INCREASE, Base.POSITIVE, "0.000001"),
        (
            "9999999999999999.99",
            "0.01",
            "9999999999999999.98",
            Direction.INCREASE,
            Base.POSITIVE,
            "99999999999999999800",
        ),
    ],
)
def test_a_change_has_a_difference_a_direction_and_with_a_positive_base_a_rate(
    now: str, before: str, difference: str, direction: Direction, base: Base, rate: str | None
) -> None:
    variation = change(figure(now), figure(before))
    assert Decimal(difference) == variation.difference.value
    assert (direction, base) == (variation.direction, variation.base)
    assert (None if rate is None else Decimal(rate)) == variation.rate.percent
    assert (now, before) == ("0", "0") or not variation.nothing


@pytest.mark.parametrize(("now", "before"), [(None, "1"), ("1", None), (None, None)])
def test_a_change_from_or_to_something_missing_is_none(now: str | None, before: str | None) -> None:
    variation = change(figure(now, path="now"), figure(before, path="before"))
    assert (None, None, None) == (variation.direction, variation.base, variation.difference.value)
    assert Case.MISSING is variation.rate.case
    missing = [name for name, value in (("now", now), ("before", before)) if value is None]
    assert missing == [*variation.difference.missing()]
    assert not variation.nothing


def test_a_sum_is_exact_and_missing_as_soon_as_a_part_is() -> None:
    assert Decimal("0.3") == sum_of([figure("0.1"), figure("0.2")], "和").value
    assert Decimal("30000000000000000.00") == sum_of([figure("9999999999999999.99")] * 3 + [figure("0.03")], "和").value
    assert Decimal("-0.01") == sum_of([figure(0), figure("-0.01")], "和").value
    partly = sum_of([figure("1", path="a"), figure(None, path="b"), figure(None, path="c")], "和", "total")
    assert (None, ("b", "c")) == (partly.value, partly.missing())
    assert (None, ("total",)) == ((empty := sum_of([], "和", "total")).value, empty.missing())


def test_a_total_is_taken_as_given_else_added_up() -> None:
    parts = [figure("1", "甲"), figure("2", "乙")]
    assert Decimal(4) == total_or_given(figure("4", "合计"), parts).value
    summed = total_or_given(figure(None, "合计", "total"), parts)
    assert (Decimal(3), "合计", "total") == (summed.value, summed.label, summed.path)
    assert "3.00 (合计) = 1.00 (甲) + 2.00 (乙)" == summed.explain()
    assert Decimal(0) == total_or_given(figure("0", "合计"), parts).value


def test_a_growth_rate_explains_itself() -> None:
    variation = change(figure("47896404", "总计"), figure("37793898", "年初预算"))
    assert "26.73% = 10,102,506.00 ÷ 37,793,898.00 (年初预算), half-up to 0.01" == variation.rate.explain()
    assert "26.73% = 10,102,506.00 ÷ 37,793,898.00 (年初预算)，四舍五入至0.01" == variation.rate.explain("zh")
    assert "27% = 10,102,506.00 ÷ 37,793,898.00 (年初预算), half-up to 1" == variation.rate.explain(decimals=0)
    assert "10,102,506.00 = 47,896,404.00 (总计) - 37,793,898.00 (年初预算)" == variation.difference.explain()


@pytest.mark.parametrize(
    ("expected", "part", "base"),
    [
        ("0.13% = 125.00 (甲) ÷ 100,000.00 (乙), half-up to 0.01", "125", "100000"),
        ("0.12% = 124.99 (甲) ÷ 100,000.00 (乙), half-up to 0.01", "124.99", "100000"),
        ("-0.13% = -125.00 (甲) ÷ 100,000.00 (乙), half-up to 0.01", "-125", "100000"),
        ("0.00% = -0.01 (甲) ÷ 100,000.00 (乙), half-up to 0.01", "-0.01", "100000"),
        ("no rate: 乙 is 0.00", "125", "0"),
        ("no rate: 乙 is -0.01", "125", "-0.01"),
        ("not supplied: b", "125", None),
        ("not supplied: a, b", None, None),
    ],
)
def test_a_ratio_explains_how_it_is_rounded_or_why_there_is_none(expected: str, part: Any, base: Any) -> None:
    assert expected == share(figure(part, "甲", "a"), figure(base, "乙", "b")).explain()


def test_a_figure_explains_itself() -> None:
    assert "1,234.50 (甲)" == figure("1234.5", "甲").explain()
    assert "1.00" == figure(1).explain()
    assert "not supplied: a" == figure(None, "甲", "a").explain()
    assert "未提供：a" == figure(None, "甲", "a").explain("zh")
    assert "?" == figure(None).named()


def test_figures_that_were_added_up_from_the_same_are_equal() -> None:
    parts = [figure("1", "甲", "a"), figure("2", "乙", "b")]
    assert sum_of(parts, "合计") == sum_of(list(parts), "合计")
    assert sum_of(parts, "合计") != Figure(Decimal(3), "合计")
    assert 1 == len({sum_of(parts, "合计"), sum_of(list(parts), "合计")})


def test_personnel_funds_are_301_and_303_and_all_else_is_public_funds() -> None:
    amounts = {"30101": "1", "303": "2", "30305": "4", "30201": "8", "30701": "16", "31002": "32", "39999": "64"}
    made = accounts(economic={"basic": {code: {"actual": amount} for code, amount in amounts.items()}})
    assert (7, 120) == (calc.personnel_funds(made).value, calc.public_funds(made).value)
    assert 127 == calc.economic_total(made, SpendingNature.BASIC).value
    assert 0 == calc.economic_total(made, SpendingNature.PROJECT).value
    assert 6 == calc.economic_class_total(made, SpendingNature.BASIC, EconomicCode("303")).value
    assert ["301", "302", "303", "307", "310", "399"] == [*map(str, calc.economic_classes(made, SpendingNature.BASIC))]
    assert calc.public_funds(nothing()).value is None


def test_operating_expenses_are_given_or_the_public_funds() -> None:
    economic = {"basic": {"30101": {"actual": "1"}, "30201": {"actual": "8"}}}
    assert 8 == calc.operating_expenses(accounts(economic=economic)).value
    assert 9 == calc.operating_expenses(accounts(economic=economic, operating_expenses={"actual": "9"})).value
    assert 0 == calc.operating_expenses(accounts(economic=economic), "prior").value
    assert ("operating_expenses.actual",) == calc.operating_expenses(nothing()).missing()


def test_a_class_is_the_sum_of_all_codes_in_it() -> None:
    items = {
        "204": {"basic": "0", "project": "0", "initial": "7"},
        "20406": {"basic": "1", "project": "2", "initial": "0"},
        "2040601": {"basic": "4", "project": "8", "initial": "16"},
        "2080501": {"basic": "32", "project": "0"},
    }
    made = accounts(functional={"general_public": items})
    assert 15 == calc.functional_class_total(made, GENERAL, FunctionalCode("204")).value
    assert 23 == calc.functional_class_total(made, GENERAL, FunctionalCode("204"), "initial").value
    assert 47 == calc.functional_total(made, GENERAL).value == calc.fund_expenditure(made, GENERAL).value
    assert (37, 10) == tuple(
        calc.functional_nature_total(made, GENERAL, nature).value
        for nature in (SpendingNature.BASIC, SpendingNature.PROJECT)
    )
    assert ["201", "204", "208"] == [*map(str, calc.functional_classes(made, GENERAL))]
    initial = calc.fund_expenditure(made, GENERAL, "initial")
    assert (None, ("functional.general_public.2080501.initial",)) == (initial.value, initial.missing())


def test_the_totals_of_the_four_tables_are_sums_of_their_lines() -> None:
    made = accounts(
        overall={
            "surplus_used": {"actual": "1"},
            "opening": {"actual": "-2"},
            "surplus_distribution": {"actual": "4"},
            "closing": {"actual": "8"},
        },
        revenue={"general_public": {"actual": "16"}, "other": {"actual": "32"}},
        expenditure={"basic": {"actual": "64"}, "operation": {"actual": "128"}},
        fiscal={"funds": {"general_public": {"opening": {"actual": "256"}, "closing": {"actual": "-512"}}}},
        functional={"general_public": {"2010101": {"basic": "1024"}}},
    )
    assert (48, 47) == (calc.revenue_total(made).value, calc.income_total(made).value)
    assert (192, 204) == (calc.expenditure_total(made).value, calc.outlay_total(made).value)
    assert (272, 512) == (calc.fiscal_income_total(made).value, calc.fiscal_expenditure_total(made).value)
    assert 32 == calc.revenue_line(made, RevenueSource.OTHER).value
    assert 128 == calc.expenditure_line(made, SpendingNature.OPERATION).value


def test_what_is_reserved_for_small_enterprises_is_in_no_total() -> None:
    reserved = {
        "sme_budget": "9",
        "micro_budget": "8",
        "sme_awarded": "7",
        "micro_awarded": "6",
        "other_sme_awarded": "5",
    }
    made = accounts(procurement={"goods": {"amount": "1", "to_sme": "1"}, "reserved": reserved})
    names: list[calc.ReservedProcurementName] = [
        "sme_budget",
        "micro_budget",
        "sme_awarded",
        "micro_awarded",
        "other_sme_awarded",
    ]
    figures = [calc.reserved_procurement(made, name) for name in names]
    assert [Decimal(amount) for amount in reserved.values()] == [one.value for one in figures]
    assert [f"procurement.reserved.{name}" for name in reserved] == [one.path for one in figures]
    assert 5 == len({one.label for one in figures})
    assert (1, 1) == (calc.procurement_total(made).value, calc.procurement_to_sme(made).value)
    assert ("procurement.reserved.sme_budget",) == calc.reserved_procurement(nothing(), "sme_budget").missing()


def test_foreign_guests_are_contained_in_domestic_receptions() -> None:
    made = accounts(three_public={"reception": {"domestic": {"actual": "7"}, "guests": {"actual": "2"}}})
    assert (2, 7) == (calc.guests_reception(made).value, calc.three_public(made, "reception").value)
    assert ("three_public.reception.guests.actual",) == calc.guests_reception(nothing()).missing()


def test_each_stage_of_performance_management_has_its_money() -> None:
    stages = {
        name: {"amount": amount} for name, amount in (("targets", "3"), ("tracking", "2"), ("self_evaluation", "1"))
    }
    made = accounts(performance={"management": stages})
    names: list[calc.ManagementStageName] = ["targets", "tracking", "self_evaluation"]
    assert [3, 2, 1] == [calc.management_amount(made, name).value for name in names]
    assert [f"performance.management.{name}.amount" for name in names] == [
        path for name in names for path in calc.management_amount(nothing(), name).missing()
    ]


def test_the_totals_of_three_public_and_of_procurement_are_sums() -> None:
    made = accounts(
        three_public={
            "abroad": {"actual": "1", "adjusted": "100"},
            "vehicle_purchase": {"actual": "2"},
            "vehicle_operation": {"actual": "4"},
            "reception": {"domestic": {"actual": "8"}, "foreign": {"actual": "16"}},
        },
        procurement={
            "goods": {"amount": "1", "to_sme": "1"},
            "works": {"amount": "2", "to_sme": "1"},
            "services": {"amount": "4", "to_sme": "4"},
        },
    )
    assert (6, 24, 31) == tuple(calc.three_public(made, name).value for name in ("vehicles", "reception", "total"))
    assert 100 == calc.three_public(made, "total", "adjusted").value
    assert (7, 6, 0) == (
        calc.procurement_total(made).value,
        calc.procurement_to_sme(made).value,
        calc.procurement_to_micro(made).value,
    )
