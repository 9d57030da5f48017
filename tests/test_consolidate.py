"""Consolidation by example: sums, eliminations, gaps and texts, each computed by hand."""

from decimal import Decimal
from typing import Any

import pytest

from govfinance.calc import Verdict, check
from govfinance.consolidate import Gap, Remaining, Share, Transfer, TransferKind, consolidate
from govfinance.errors import InvalidInputError
from govfinance.model import (
    AbroadLine,
    BudgetLine,
    CarryOver,
    Department,
    DepartmentReview,
    EconomicItem,
    ExpenditureItem,
    ExpenditureLine,
    FinalAccounts,
    FunctionalItem,
    Level,
    ManagementStage,
    OperatingExpenses,
    Overall,
    Performance,
    PerformanceManagement,
    Precision,
    Procurement,
    ProjectEvaluation,
    ProjectItem,
    ReceptionLine,
    ReceptionPart,
    Remarks,
    ReservedProcurement,
    RevenueItem,
    RevenueLine,
    RevenueSource,
    SpendingNature,
    Stated,
    ThreePublic,
    Unit,
    Zeros,
)


def unit(name: str, **parts: Any) -> FinalAccounts:
    return FinalAccounts(department=Department(name=name), year=parts.pop("year", 2023), level="unit", **parts)


def flows(received: dict[str, int], spent: dict[str, int], closing: int) -> dict[str, Any]:
    """All lines of revenue and expenditure, and the carry-over."""
    return {
        "revenue": [RevenueLine(source=one, actual=received.get(one.value, 0)) for one in RevenueSource],
        "expenditure": [ExpenditureLine(nature=one, actual=spent.get(one.value, 0)) for one in SpendingNature],
        "overall": Overall(
            surplus_used=BudgetLine(actual=0),
            opening=CarryOver(actual=0),
            surplus_distribution=BudgetLine(actual=0),
            closing=CarryOver(actual=closing),
        ),
    }


OFFICE = unit("局本级", **flows({"service": 500}, {"basic": 300, "subordinate_subsidy": 120}, 80))
CENTRE = unit("信息中心", **flows({"superior_subsidy": 150, "other": 10}, {"basic": 140}, 20))
SUBSIDY = Transfer(kind="subsidy", payer="局本级", receiver="信息中心", amount=120)


def codes(error: pytest.ExceptionInfo[InvalidInputError]) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in error.value.problems]


def test_amounts_and_counts_add_up_measure_by_measure() -> None:
    one = unit("甲", three_public=ThreePublic(abroad=AbroadLine(adjusted="0.10", actual="0.20", groups=2)))
    two = unit("乙", three_public=ThreePublic(abroad=AbroadLine(adjusted="0.05", actual=1, groups=3)))
    accounts = consolidate([one, two], "某局").accounts
    expected = AbroadLine(adjusted="0.15", actual="1.20", groups=5)
    assert ThreePublic(abroad=expected) == accounts.three_public
    assert (Level.DEPARTMENT, 2023) == (accounts.level, accounts.year)


def test_the_department_holds_its_units_with_their_accounts() -> None:
    accounts = consolidate([OFFICE, CENTRE], "某局", transfers=[SUBSIDY]).accounts
    units = [Unit(name="信息中心", accounts=CENTRE), Unit(name="局本级", accounts=OFFICE)]
    assert Department(name="某局", units=units) == accounts.department


def test_a_department_that_lists_its_units_says_their_order_and_nature() -> None:
    listed = Department(name="某局", units=[Unit(name="局本级", nature="行政单位"), Unit(name="信息中心")])
    result = consolidate([CENTRE, OFFICE], listed, transfers=[SUBSIDY])
    units = [Unit(name="局本级", nature="行政单位", accounts=OFFICE), Unit(name="信息中心", accounts=CENTRE)]
    assert Department(name="某局", units=units) == result.accounts.department
    assert (OFFICE, CENTRE) == result.units


def test_a_transfer_leaves_both_sides_and_the_totals() -> None:
    result = consolidate([OFFICE, CENTRE], "某局", transfers=[SUBSIDY])
    revenue = {line.source.value: line.actual for line in result.accounts.revenue}
    expenditure = {line.nature.value: line.actual for line in result.accounts.expenditure}
    assert (30, 0) == (revenue["superior_subsidy"], expenditure["subordinate_subsidy"])
    total = result.breakdown("overall.total.actual")
    assert (("信息中心", 160), ("局本级", 500)) == total.parts
    assert (120, 540) == (total.eliminated, total.value)
    (one,) = result.eliminations
    assert (TransferKind.SUBSIDY, "actual", 120) == (one.kind, one.measure, one.amount)
    assert (Share(unit="局本级", amount=Decimal(120)),) == one.paid
    assert (Share(unit="信息中心", amount=Decimal(120)),) == one.received
    remaining = Remaining(kind=TransferKind.SUBSIDY, measure="actual", paid=Decimal(0), received=Decimal(30))
    assert (remaining,) == result.remaining
    assert not [found for found in check(result.accounts) if found.verdict is Verdict.INCONSISTENT]


def test_transfers_that_nobody_speaks_of_are_refused_with_both_sums() -> None:
    with pytest.raises(InvalidInputError) as error:
        consolidate([OFFICE, CENTRE], "某局")
    assert [("transfers-not-said", "expenditure.subordinate_subsidy.actual")] == codes(error)
    for text in (error.value.message("en"), error.value.message("zh")):
        assert "120" in text
        assert "150" in text


def test_where_no_transfer_is_inside_nothing_is_eliminated_and_what_stays_is_reported() -> None:
    result = consolidate([OFFICE, CENTRE], "某局", transfers=())
    assert () == result.eliminations
    (one,) = result.remaining
    assert (120, 150) == (one.paid, one.received)
    assert 660 == result.breakdown("overall.revenue.actual").value


def test_what_nobody_in_the_department_received_needs_no_word() -> None:
    other = unit("信息中心", **flows({"other": 10}, {"basic": 10}, 0))
    (one,) = consolidate([OFFICE, other], "某局").remaining
    assert (120, 0) == (one.paid, one.received)


def test_all_eliminates_every_line_of_both_sides() -> None:
    centre = unit("信息中心", **flows({"superior_subsidy": 120}, {"basic": 100, "superior_payment": 5}, 15))
    office = unit("局本级", **flows({"service": 500, "subordinate_payment": 5}, {"subordinate_subsidy": 120}, 385))
    result = consolidate([office, centre], "某局", transfers="all")
    assert [("subsidy", 120), ("payment", 5)] == [(one.kind.value, one.amount) for one in result.eliminations]
    assert () == result.remaining
    assert 500 == result.breakdown("overall.total.actual").value


def test_all_is_refused_where_the_sides_differ() -> None:
    with pytest.raises(InvalidInputError) as error:
        consolidate([OFFICE, CENTRE], "某局", transfers="all")
    assert [("transfers-differ", "expenditure.subordinate_subsidy.actual")] == codes(error)


def items(**spent: dict[str, int]) -> list[ExpenditureItem]:
    return [ExpenditureItem(code=code.removeprefix("c"), **row) for code, row in spent.items()]


def itemised(rows: list[ExpenditureItem]) -> tuple[FinalAccounts, FinalAccounts]:
    office = unit("局本级", **flows({"service": 500}, {"basic": 300, "subordinate_subsidy": 120}, 80))
    centre = unit("信息中心", **flows({"superior_subsidy": 150, "other": 10}, {"basic": 140}, 20))
    own = [RevenueItem(code="2040601", service=500)]
    its = [RevenueItem(code="2040650", superior_subsidy=150, other=10)]
    parts = {"overall": office.overall, "revenue": office.revenue, "expenditure": office.expenditure}
    return (
        unit("局本级", revenue_items=own, expenditure_items=rows, **parts),
        unit(
            "信息中心",
            revenue_items=its,
            expenditure_items=[ExpenditureItem(code="2040650", basic=140)],
            overall=centre.overall,
            revenue=centre.revenue,
            expenditure=centre.expenditure,
        ),
    )


def test_the_rows_by_function_are_reduced_too() -> None:
    rows = items(c2040601={"basic": 300, "subordinate_subsidy": 120})
    result = consolidate(itemised(rows), "某局", transfers=[SUBSIDY])
    assert (
        RevenueItem(code="2040601", service=500),
        RevenueItem(code="2040650", superior_subsidy=30, other=10),
    ) == result.accounts.revenue_items
    assert (
        ExpenditureItem(code="2040601", basic=300),
        ExpenditureItem(code="2040650", basic=140),
    ) == result.accounts.expenditure_items
    cell = result.breakdown("revenue/20406/total")
    assert (("信息中心", 160), ("局本级", 500)) == cell.parts
    assert (120, 540) == (cell.eliminated, cell.value)
    assert not [found for found in check(result.accounts) if found.verdict is Verdict.INCONSISTENT]


def test_the_money_of_projects_is_added_up_by_function() -> None:
    office = unit(
        "局本级", project_items=[ProjectItem(code="2040602", opening=-5, revenue=100, expenditure=60, closing=35)]
    )
    centre = unit(
        "信息中心", project_items=[ProjectItem(code="2040602", closing=7), ProjectItem(code="229", revenue=1)]
    )
    result = consolidate((office, centre), "某局", transfers=())
    assert (
        ProjectItem(code="2040602", opening=-5, revenue=100, expenditure=60, closing=42),
        ProjectItem(code="229", revenue=1),
    ) == result.accounts.project_items
    assert (("信息中心", 7), ("局本级", 35)) == result.breakdown("project_items.2040602.closing").parts
    assert (("信息中心", 1), ("局本级", 100)) == result.breakdown("projects/total/revenue").parts
    with pytest.raises(InvalidInputError):
        result.breakdown("project_items.2040602.total")
    alone = consolidate((office, unit("信息中心")), "某局", transfers=())
    assert () == alone.accounts.project_items
    assert [("project_items", ("信息中心",))] == [(gap.path, gap.missing_in) for gap in alone.gaps]


TWO_ROWS = items(c2040601={"basic": 300, "subordinate_subsidy": 70}, c2040699={"subordinate_subsidy": 50})


def test_a_transfer_that_could_be_in_two_rows_needs_its_code() -> None:
    small = Transfer(kind="subsidy", payer="局本级", receiver="信息中心", amount=40)
    with pytest.raises(InvalidInputError) as error:
        consolidate(itemised(TWO_ROWS), "某局", transfers=[small])
    assert [("code-needed", "expenditure.subordinate_subsidy")] == codes(error)
    said = Transfer(kind="subsidy", payer="局本级", receiver="信息中心", amount=40, expenditure_code="2040699")
    result = consolidate(itemised(TWO_ROWS), "某局", transfers=[said])
    assert {"2040601": 70, "2040650": 0, "2040699": 10} == {
        item.code.text: item.subordinate_subsidy for item in result.accounts.expenditure_items
    }


def test_a_transfer_of_the_whole_column_needs_no_code() -> None:
    result = consolidate(itemised(TWO_ROWS), "某局", transfers=[SUBSIDY])
    assert ["2040601", "2040699"] == [share.code for share in result.eliminations[0].paid]
    assert {0} == {item.subordinate_subsidy for item in result.accounts.expenditure_items}


def test_a_transfer_larger_than_the_line_is_refused() -> None:
    large = Transfer(kind="subsidy", payer="局本级", receiver="信息中心", amount=121)
    with pytest.raises(InvalidInputError) as error:
        consolidate([OFFICE, CENTRE], "某局", transfers=[large])
    assert [("transfer-too-large", "expenditure.subordinate_subsidy.actual")] == codes(error)


def test_stated_totals_add_up_and_lose_what_is_eliminated() -> None:
    rows = items(c2040601={"basic": 300, "subordinate_subsidy": 120})
    office, centre = itemised(rows)
    parts = {name: getattr(office, name) for name in ("overall", "revenue", "expenditure", "revenue_items")}
    stated = Stated({"expenditure/204/total": 420, "totals/outlay/actual": 500})
    office = unit("局本级", expenditure_items=rows, stated=stated, **parts)
    result = consolidate([office, centre], "某局", transfers=[SUBSIDY])
    assert Stated({"expenditure/204/total": 440, "totals/outlay/actual": 540}) == result.accounts.stated


def test_a_figure_that_one_unit_lacks_is_missing_and_reported() -> None:
    one = unit("甲", three_public=ThreePublic(abroad=AbroadLine(actual=1, prior=2)))
    two = unit("乙", three_public=ThreePublic(abroad=AbroadLine(actual=3)))
    result = consolidate([one, two], "某局")
    assert ThreePublic(abroad=AbroadLine(actual=4)) == result.accounts.three_public
    assert (Gap(path="three_public.abroad.prior", missing_in=("乙",)),) == result.gaps
    assert (("乙", None), ("甲", 2)) == result.breakdown("three_public.abroad.prior").parts
    assert result.breakdown("three_public.abroad.prior").value is None


def test_an_item_that_a_supplied_table_lacks_is_zero() -> None:
    one = unit("甲", functional=[FunctionalItem(code="2040601", basic=1, project=2, initial=5)])
    two = unit("乙", functional=[FunctionalItem(code="2040602", basic=3, project=0, initial=7, prior=1)])
    result = consolidate([one, two], "某局")
    assert (
        FunctionalItem(code="2040601", basic=1, project=2, initial=5),
        FunctionalItem(code="2040602", basic=3, project=0, initial=7),
    ) == result.accounts.functional
    assert (Gap(path="functional.general_public.2040602.prior", missing_in=("甲",)),) == result.gaps
    assert (("乙", 0), ("甲", 1)) == result.breakdown("functional.general_public.2040601.basic").parts


def test_a_table_that_one_unit_lacks_is_left_out_and_reported() -> None:
    one = unit("甲", functional=[FunctionalItem(code="2040601", basic=1, project=2)])
    result = consolidate([one, unit("乙")], "某局")
    assert () == result.accounts.functional
    assert (Gap(path="functional.general_public", missing_in=("乙",)),) == result.gaps


def test_economic_items_of_one_nature_alone_do_not_say_that_there_are_none_of_the_other() -> None:
    basic = EconomicItem(code="30101", nature="basic", actual=1)
    project = EconomicItem(code="30201", nature="project", actual=2)
    one = unit("甲", economic=[basic])
    two = unit("乙", economic=[basic], functional=[FunctionalItem(code="2040601", basic=1, project=9)])
    three = unit("丙", economic=[basic, project])
    result = consolidate([one, two, three], "某局")
    assert () == result.accounts.economic
    assert {"economic.basic", "economic.project"} <= {gap.path for gap in result.gaps}


def test_what_no_unit_supplies_is_no_gap() -> None:
    items = [FunctionalItem(code="2040601", basic=1, project=9)]
    one = unit("甲", economic=[EconomicItem(code="30101", nature="basic", actual=1)], functional=items)
    result = consolidate([one, unit("乙", economic=one.economic, functional=items)], "某局")
    assert (EconomicItem(code="30101", nature="basic", actual=2),) == result.accounts.economic
    assert () == result.gaps


def test_a_total_is_given_if_a_unit_gives_it_and_follows_in_the_others() -> None:
    one = unit("甲", overall=Overall(revenue=BudgetLine(actual=11)))
    two = unit("乙", revenue=[RevenueLine(source=source, actual=2) for source in RevenueSource])
    result = consolidate([one, two], "某局")
    assert Overall(revenue=BudgetLine(actual=27)) == result.accounts.overall
    only = consolidate([two, unit("丙", revenue=two.revenue)], "某局").accounts
    assert only.overall is None


def test_operating_expenses_that_a_unit_lacks_are_not_its_public_funds() -> None:
    items = [EconomicItem(code="30201", nature="basic", actual=5)]
    one = unit("甲", economic=items, operating_expenses=OperatingExpenses())
    result = consolidate([one, unit("乙", economic=items)], "某局")
    assert result.accounts.operating_expenses is None


def test_remarks_that_differ_are_joined_with_the_names_of_their_units() -> None:
    topic, other = "overall.opening.prior", "functional.2040601"
    one = unit("甲", remarks=Remarks({topic: "项目增加。", other: "人员增加"}))
    two = unit("乙", remarks=Remarks({topic: "项目减少。"}))
    merged = consolidate([one, two, unit("丙")], "某局").accounts.remarks
    assert Remarks({topic: "乙：项目减少；甲：项目增加", other: "人员增加"}) == merged


def test_other_texts_stay_if_all_units_have_the_same() -> None:
    result = consolidate([unit("甲", note="同"), unit("乙", note="同")], "某局")
    assert "同" == result.accounts.note
    assert consolidate([unit("甲", note="同"), unit("乙")], "某局").accounts.note is None


def test_projects_are_put_together_with_their_scores_and_those_of_one_name_are_both_kept() -> None:
    first = ProjectEvaluation(name="办案", budget=1, executed=1, score=90)
    second = ProjectEvaluation(name="办案", budget=2, executed=1, score=80)
    one = unit("甲", performance=Performance(projects=[first], review=DepartmentReview(projects=1, named=["办案"])))
    two = unit("乙", performance=Performance(projects=[second], review=DepartmentReview(projects=2, named=["办案"])))
    review = DepartmentReview(projects=3, named=["办案", "办案"])
    assert Performance(projects=[second, first], review=review) == consolidate([one, two], "某局").accounts.performance


def managed(name: str, **parts: Any) -> FinalAccounts:
    """A unit with its 预算绩效管理情况; ``projects`` are those that it evaluated itself."""
    stage = ManagementStage(projects=parts.pop("projects", None))
    management = PerformanceManagement(self_evaluation=stage, **parts)
    return unit(name, performance=Performance(management=management))


def merged_management(*units: FinalAccounts) -> PerformanceManagement:
    performance = consolidate(units, "某局").accounts.performance
    assert performance is not None
    assert performance.management is not None
    return performance.management


def test_counts_and_amounts_of_performance_management_add_up() -> None:
    one = ManagementStage(projects=1, amount="0.10")
    expected = PerformanceManagement(
        targets=ManagementStage(projects=3, amount="0.30"), excellent=3, problems=5, rectified=1
    )
    units = [
        unit(name, performance=Performance(management=PerformanceManagement(targets=stage, **counts)))
        for name, stage, counts in (
            ("甲", one, {"excellent": 1, "problems": 2, "rectified": 0}),
            ("乙", ManagementStage(projects=2, amount="0.20"), {"excellent": 2, "problems": 3, "rectified": 1}),
        )
    ]
    assert expected == merged_management(*units)


@pytest.mark.parametrize(
    ("expected", "one", "two"),
    [
        pytest.param("93.33", {"projects": 2, "average_score": 90}, {"projects": 1, "average_score": 100}, id="mean"),
        pytest.param(
            "90.01", {"projects": 1, "average_score": 90}, {"projects": 1, "average_score": "90.01"}, id="half"
        ),
        pytest.param("90", {"projects": 2, "average_score": 90}, {"projects": 0}, id="nothing evaluated"),
        pytest.param("45", {"projects": 1, "average_score": 90}, {"projects": 1, "average_score": 0}, id="zero"),
        pytest.param("90", {"average_score": 90}, {"average_score": 90}, id="the same of any number"),
        pytest.param(None, {"projects": 0}, {"projects": 0}, id="no projects at all"),
    ],
)
def test_an_average_score_is_that_of_all_projects(
    expected: str | None, one: dict[str, Any], two: dict[str, Any]
) -> None:
    merged = merged_management(managed("甲", **one), managed("乙", **two))
    assert (None if expected is None else Decimal(expected)) == merged.average_score


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(unit("乙"), id="says nothing"),
        pytest.param(managed("乙", projects=3), id="projects without a score"),
        pytest.param(managed("乙", average_score=80), id="a score of nobody knows how many"),
    ],
)
def test_an_average_that_a_unit_leaves_open_is_not_known(other: FinalAccounts) -> None:
    result = consolidate([managed("甲", projects=2, average_score=90, excellent=2), other], "某局")
    performance = result.accounts.performance
    assert performance is None or performance.management is None or performance.management.average_score is None
    assert Gap(path="performance.management.average_score", missing_in=("乙",)) in result.gaps


def test_the_systems_of_all_units_are_named_once() -> None:
    one = managed("甲", systems=["市级办法", "本局办法"], mechanism="全过程")
    two = managed("乙", systems=["市级办法", "中心办法"], mechanism="全过程")
    merged = merged_management(one, two)
    assert (("市级办法", "中心办法", "本局办法"), "全过程") == (merged.systems, merged.mechanism)
    mechanism = merged_management(one, managed("丙", mechanism="分级")).mechanism
    assert "丙：分级；甲：全过程" == mechanism


def test_what_is_reserved_and_what_guests_cost_add_up() -> None:
    units = [
        unit(
            name,
            procurement=Procurement(reserved=ReservedProcurement(sme_budget=amount, sme_awarded=amount)),
            three_public=ThreePublic(reception=ReceptionLine(guests=ReceptionPart(actual=amount, persons=2))),
        )
        for name, amount in (("甲", "0.10"), ("乙", 5))
    ]
    accounts = consolidate(units, "某局").accounts
    assert Procurement(reserved=ReservedProcurement(sme_budget="5.10", sme_awarded="5.10")) == accounts.procurement
    reception = ReceptionLine(guests=ReceptionPart(actual="5.10", persons=4))
    assert ThreePublic(reception=reception) == accounts.three_public


@pytest.mark.parametrize(
    ("expected", "department"),
    [
        pytest.param(2023, Department(name="某局", founded=2023), id="said"),
        pytest.param(
            2023, Department(name="某局", founded=2023, units=[Unit(name="甲"), Unit(name="乙")]), id="listed"
        ),
        pytest.param(None, "某局", id="a name"),
    ],
)
def test_the_year_of_foundation_is_the_departments_own(expected: int | None, department: Department | str) -> None:
    units = [
        FinalAccounts(department=Department(name=name, founded=2001), year=2023, level="unit") for name in ("甲", "乙")
    ]
    assert expected == consolidate(units, department).accounts.department.founded


def test_steps_of_rounding_add_up_and_a_zero_is_rounded_if_one_is() -> None:
    one = unit("甲", precision=Precision(step=100))
    two = unit("乙", precision=Precision(step=1, zeros="rounded"))
    result = consolidate([one, two, unit("丙")], "某局")
    assert Precision(step=101, zeros=Zeros.ROUNDED) == result.accounts.precision


def test_a_sum_that_the_model_cannot_hold_is_refused_with_its_path() -> None:
    line = AbroadLine(groups=600_000_000)
    with pytest.raises(InvalidInputError) as error:
        consolidate([unit(name, three_public=ThreePublic(abroad=line)) for name in "甲乙"], "某局")
    assert [("not-a-count", "three_public.abroad.groups")] == codes(error)


@pytest.mark.parametrize(
    ("units", "department", "expected"),
    [
        pytest.param([], "某局", [("no-units", "units")], id="nothing"),
        pytest.param(OFFICE, "某局", [("not-a-list", "units")], id="no list"),
        pytest.param([OFFICE, "x"], "某局", [("wrong-type", "units[1]")], id="no accounts"),
        pytest.param([unit("甲"), unit("乙")], None, [("no-department", "department")], id="no department"),
        pytest.param([unit("甲")], 5, [("wrong-type", "department")], id="no name"),
        pytest.param(
            [unit("甲"), unit("甲", year=2022)],
            "某局",
            [("different-years", "units[1].year"), ("duplicate", "units[1].department.name")],
            id="another year and the same name",
        ),
        pytest.param(
            [unit("甲")],
            Department(name="某局", units=[Unit(name="乙")]),
            [("unit-missing", "department.units[0]"), ("unit-not-listed", "units[0]")],
            id="another unit than listed",
        ),
    ],
)
def test_what_cannot_be_consolidated_is_refused(units: Any, department: Any, expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidInputError) as error:
        consolidate(units, department)
    assert expected == codes(error)
    assert error.value.message("zh")


@pytest.mark.parametrize(
    ("transfers", "expected"),
    [
        pytest.param("some", [("not-transfers", "transfers")], id="another word"),
        pytest.param([5], [("wrong-type", "transfers[0]")], id="no transfer"),
        pytest.param(
            [Transfer(kind="subsidy", payer="某厅", receiver="信息中心", amount=1)],
            [("unknown-unit", "transfers[0].payer")],
            id="a stranger",
        ),
    ],
)
def test_transfers_that_are_none_are_refused(transfers: Any, expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidInputError) as error:
        consolidate([OFFICE, CENTRE], "某局", transfers=transfers)
    assert expected == codes(error)


def test_a_transfer_is_refused_with_all_that_is_wrong_with_it() -> None:
    wrong: Any = {"kind": "gift", "payer": "甲", "receiver": "甲", "amount": 0, "measure": "x", "revenue_code": "1"}
    with pytest.raises(InvalidInputError) as error:
        Transfer(**wrong)
    paths = [path for _, path in codes(error)]
    assert ["kind", "amount", "measure", "revenue_code", "receiver"] == paths


@pytest.mark.parametrize(
    "path",
    [
        "",
        "x",
        "overall",
        "overall.total",
        "overall.total.actual.x",
        "revenue.gift.actual",
        "functional.2040601.basic",
        "functional.general_public.2040601.x",
        "department.name",
        "year",
        "expenditure/208",
        "gifts/208/basic",
        "expenditure/208/gift",
    ],
)
def test_a_breakdown_of_what_is_no_figure_is_refused(path: str) -> None:
    result = consolidate([OFFICE, CENTRE], "某局", transfers=[SUBSIDY])
    with pytest.raises(InvalidInputError) as error:
        result.breakdown(path)
    assert ["unknown-path"] == [problem.code for problem in error.value.problems]
