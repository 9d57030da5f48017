"""Cells of tables that follow from other figures, where their own rows are not given."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

from govfinance.calc import Cells, check, from_fen
from govfinance.model import Department, ExpenditureLine, FinalAccounts, ProjectItem, PublicTable, Stated
from tests.layouts import accounts

# The budgets of tests.layouts together spent 1385000.01 元 on basic and 350000 元 on project expenditure.
BASIC, PROJECT = Decimal("1385000.01"), Decimal(350000)


def spent(basic: Decimal, project: Decimal) -> FinalAccounts:
    """The accounts without the rows of 支出决算表, with these totals by nature."""
    amounts = {"basic": basic, "project": project}
    lines = [
        ExpenditureLine(nature=nature, actual=amounts.get(nature, 0))
        for nature in ("basic", "project", "superior_payment", "operation", "subordinate_subsidy")
    ]
    return attrs.evolve(accounts(), expenditure=lines, expenditure_items=())


def cell(given: FinalAccounts, row: str, column: str) -> Decimal | None:
    return from_fen(Cells(given).value((PublicTable.EXPENDITURE, row, column)))


@pytest.mark.parametrize(
    ("row", "basic", "project"),
    [
        ("2010601", "1205000.01", "0"),
        ("2010602", "0", "300000"),
        ("20106", "1205000.01", "300000"),
        ("2120899", "0", "50000"),
    ],
)
def test_a_department_that_spent_only_fiscal_money_spent_it_on_the_items_of_its_budgets(
    row: str, basic: str, project: str
) -> None:
    given = spent(BASIC, PROJECT)
    assert cell(given, row, "basic") == Decimal(basic)
    assert cell(given, row, "project") == Decimal(project)
    assert cell(given, row, "total") == Decimal(basic) + Decimal(project)


@pytest.mark.parametrize(("basic", "project"), [(BASIC + Decimal("0.01"), PROJECT), (BASIC, PROJECT + 15000)])
def test_what_other_money_was_spent_on_is_not_known(basic: Decimal, project: Decimal) -> None:
    given = spent(basic, project)
    assert cell(given, "2010601", "basic") is None
    assert cell(given, "2120899", "project") is None


PROJECTS = [
    ProjectItem(code="2040602", opening=-20, revenue=100, expenditure=60, closing=20),
    ProjectItem(code="2040650", expenditure=5),
    ProjectItem(code="2080505", revenue=7),
]


def of_projects(row: str, column: str, **parts: Any) -> Decimal | None:
    given = FinalAccounts(department=Department(name="甲县乙局"), year=2022, **parts)
    return from_fen(Cells(given).value((PublicTable.PROJECTS, row, column)))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2040602", (-20, 100, 60, 20)),
        ("20406", (-20, 100, 65, 20)),
        ("204", (-20, 100, 65, 20)),
        ("total", (-20, 107, 65, 20)),
        ("205", (0, 0, 0, 0)),
    ],
)
def test_the_money_of_projects_adds_up_from_functions_to_their_parents(row: str, expected: tuple[int, ...]) -> None:
    columns = ("opening", "revenue", "expenditure", "closing")
    assert expected == tuple(of_projects(row, column, project_items=PROJECTS) for column in columns)
    assert [None] * 4 == [of_projects(row, column) for column in columns]


def test_all_project_expenditure_is_that_of_the_other_table_unless_it_is_stated() -> None:
    spent = [ExpenditureLine(nature="project", actual=66)]
    assert 66 == of_projects("total", "expenditure", project_items=PROJECTS, expenditure=spent)
    stated = Stated({"projects/total/expenditure": 70, "projects/204/closing": 21})
    assert 70 == of_projects("total", "expenditure", project_items=PROJECTS, expenditure=spent, stated=stated)
    assert 21 == of_projects("total", "closing", project_items=PROJECTS, stated=stated)


def test_projects_of_which_nothing_is_supplied_are_not_checked() -> None:
    def about(**parts: Any) -> list[tuple[str, str]]:
        given = FinalAccounts(department=Department(name="甲县乙局"), year=2022, **parts)
        found = [one for one in check(given) if PublicTable.PROJECTS in one.identity.tables]
        return [(one.identity.id, one.verdict.name) for one in found]

    spent = [ExpenditureLine(nature="project", actual=65)]
    assert [] == about(expenditure=spent)
    assert [("projects.down", "CONSISTENT")] == about(expenditure=spent, project_items=PROJECTS)
    other = [ExpenditureLine(nature="project", actual=66)]
    assert [("projects.down", "INCONSISTENT")] == about(expenditure=other, project_items=PROJECTS)
    assert ("projects.expenditure", "INCONSISTENT") in about(
        expenditure=other, project_items=PROJECTS, stated=Stated({"projects/total/expenditure": 65})
    )
