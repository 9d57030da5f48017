"""Cells of tables that follow from other figures, where their own rows are not given."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from govfinance.calc import Cells, from_fen
from govfinance.model import ExpenditureLine, FinalAccounts, PublicTable
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
