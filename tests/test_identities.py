"""Every identity of the accounts (勾稽关系): found to hold, found to be broken, and found to be uncheckable."""

import json
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest

import govfinance as gf
from govfinance.calc import IDENTITIES, Verdict, check
from govfinance.model import Department, FinalAccounts, Stated
from tests.identity_cases import TABLE_CASES
from tests.oracle.made_up import ZERO, merged


def accounts(**other: Any) -> FinalAccounts:
    """Accounts in which everything is zero but for what is given here."""
    return gf.loads(json.dumps(merged(ZERO, other)))


def nothing() -> FinalAccounts:
    """Accounts with no figure at all."""
    return FinalAccounts(department=Department(name="甲县乙局"), year=2023)


# For each identity: accounts that satisfy it and accounts that do not, both with something in them.
NO_OTHER_BUDGETS = {
    "government_fund": {"expenditure": {"initial": "0"}},
    "state_capital": {"expenditure": {"initial": "0"}},
}

IDENTITY_CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "overall.balance": (
        {"revenue": {"other": {"actual": "5"}}, "overall": {"closing": {"actual": "5"}}},
        {"revenue": {"other": {"actual": "5"}}, "overall": {"closing": {"actual": "4.99"}}},
    ),
    "overall.opening": (
        {"overall": {"opening": {"actual": "-3"}, "closing": {"prior": "-3"}}},
        {"overall": {"opening": {"actual": "-3"}, "closing": {"prior": "3"}}},
    ),
    "totals.given": (
        {"overall": {"revenue": {"actual": "7"}}, "revenue": {"other": {"actual": "7"}}},
        {"overall": {"revenue": {"actual": "7"}}, "revenue": {"other": {"actual": "6"}}},
    ),
    "fiscal.balance": (
        {
            "revenue": {"state_capital": {"actual": "5"}},
            "fiscal": {"funds": {"state_capital": {"closing": {"actual": "5"}}}},
        },
        {
            "revenue": {"state_capital": {"actual": "5"}},
            "fiscal": {"funds": {"state_capital": {"closing": {"actual": "6"}}}},
        },
    ),
    "fiscal.initial": (
        {
            "fiscal": {"total": {"initial": "30"}, "funds": NO_OTHER_BUDGETS},
            "functional": {"general_public": {"2010101": {"initial": "30"}}},
        },
        {
            "fiscal": {"total": {"initial": "30"}, "funds": NO_OTHER_BUDGETS},
            "functional": {"general_public": {"2010101": {"initial": "31"}}},
        },
    ),
    "general.sum": (
        {
            "functional": {"general_public": {"2010101": {"basic": "1", "project": "10"}}},
            "economic": {"basic": {"30101": {"actual": "10"}}, "project": {"30201": {"actual": "1"}}},
        },
        {
            "functional": {"general_public": {"2010101": {"basic": "1", "project": "10"}}},
            "economic": {"basic": {"30101": {"actual": "10"}}, "project": {"30201": {"actual": "2"}}},
        },
    ),
    "operating.public_funds": (
        {"operating_expenses": {"actual": "5"}, "economic": {"basic": {"30201": {"actual": "6"}}}},
        {"operating_expenses": {"actual": "5"}, "economic": {"basic": {"30201": {"actual": "4"}}}},
    ),
    "three_public.items": (
        {
            "economic": {"basic": {"30217": {"actual": "5"}}, "project": {"30217": {"actual": "5"}}},
            "three_public": {"reception": {"domestic": {"actual": "11"}}},
        },
        {
            "economic": {"basic": {"30217": {"actual": "5"}}, "project": {"30217": {"actual": "5"}}},
            "three_public": {"reception": {"domestic": {"actual": "9"}}},
        },
    ),
    "fiscal.within": (
        {"overall": {"revenue": {"actual": "10"}}, "revenue": {"general_public": {"actual": "10"}}},
        {"overall": {"revenue": {"actual": "9"}}, "revenue": {"general_public": {"actual": "10"}}},
    ),
    "general.within": (
        {"economic": {"basic": {"30101": {"actual": "10"}}}, "expenditure": {"basic": {"actual": "11"}}},
        {"economic": {"basic": {"30101": {"actual": "10"}}}, "expenditure": {"basic": {"actual": "9"}}},
    ),
    "procurement.micro": (
        {"procurement": {"services": {"amount": "9", "to_sme": "5"}, "to_micro": "5"}},
        {"procurement": {"services": {"amount": "9", "to_sme": "5"}, "to_micro": "5.01"}},
    ),
    **TABLE_CASES,
}


def verdicts(made: FinalAccounts, identity: str) -> set[Verdict]:
    return {one.verdict for one in check(made) if one.identity.id == identity} - {Verdict.UNVERIFIABLE}


@pytest.mark.parametrize("identity", [identity.id for identity in IDENTITIES])
def test_an_identity_is_found_to_hold_and_to_be_broken(identity: str) -> None:
    holds, breaks = IDENTITY_CASES[identity]
    assert {Verdict.CONSISTENT} == verdicts(accounts(**holds), identity)
    assert Verdict.INCONSISTENT in verdicts(accounts(**breaks), identity)


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("overall.total.actual", {"overall": {"total": {"actual": "1"}}}),
        ("overall.expenditure.actual", {"overall": {"expenditure": {"actual": "1"}}}),
        ("fiscal.total.actual", {"fiscal": {"total": {"actual": "1"}}}),
        ("three_public.total.prior", {"three_public": {"total": {"prior": "1"}}}),
        ("three_public.vehicles.adjusted", {"three_public": {"vehicles": {"adjusted": "1"}}}),
        ("three_public.reception.actual", {"three_public": {"reception": {"actual": "1"}}}),
        ("procurement.total", {"procurement": {"total": "1"}}),
        ("procurement.to_sme", {"procurement": {"to_sme": "1"}}),
    ],
)
def test_a_given_total_that_is_not_the_sum_of_its_parts_is_found(path: str, other: dict[str, Any]) -> None:
    found = [one for one in check(accounts(**other)) if one.verdict is Verdict.INCONSISTENT]
    wrong = [one for one in found if one.identity.id == "totals.given"]
    assert {path} == {one.left.path for one in wrong}
    assert {Decimal(1)} == {one.difference for one in wrong}


def test_what_holds_and_what_does_not_is_said_in_words() -> None:
    made = accounts(overall={"opening": {"actual": "1234.5"}, "closing": {"prior": "1000"}})
    (one,) = [one for one in check(made) if one.identity.id == "overall.opening"]
    assert one.message() == (
        "the opening carry-over is last year's closing one: does not hold, "
        "1,234.50 (年初结转和结余) and 1,000.00 (年末结转和结余上年决算) differ by 234.50 元"
    )
    assert one.message("zh").endswith(
        "不成立，1,234.50 (年初结转和结余) 与 1,000.00 (年末结转和结余上年决算) 相差 234.50 元"
    )


@pytest.mark.parametrize(
    ("identity", "paths", "take"),
    [
        ("overall.opening", ["overall.closing.prior"], lambda raw: raw["overall"]["closing"].pop("prior")),
        ("overall.balance", ["revenue.other.actual"], lambda raw: raw["revenue"].pop("other")),
        (
            "fiscal.initial",
            [
                "fiscal.total.initial",
                "fiscal.funds.government_fund.expenditure.initial",
                "fiscal.funds.state_capital.expenditure.initial",
            ],
            lambda raw: raw["fiscal"]["total"].pop("initial"),
        ),
        (
            "general.within",
            ["expenditure.project.actual"],
            lambda raw: raw["expenditure"].pop("project"),
        ),
        ("procurement.micro", ["procurement.to_micro"], lambda raw: raw["procurement"].pop("to_micro")),
        (
            "operating.public_funds",
            ["operating_expenses.actual", "economic.basic.*.actual"],
            lambda raw: raw.pop("economic"),
        ),
    ],
)
def test_what_cannot_be_checked_says_which_figures_are_missing(
    identity: str, paths: list[str], take: Callable[[Any], object]
) -> None:
    raw = deepcopy(ZERO)
    take(raw)
    unverifiable = [
        one
        for one in check(gf.loads(json.dumps(raw)))
        if one.identity.id == identity and one.verdict is Verdict.UNVERIFIABLE
    ]
    assert unverifiable
    missing = [path for one in unverifiable for path in one.left.missing() + one.right.missing()]
    assert paths == list(dict.fromkeys(missing))
    assert all(path in unverifiable[0].message() for path in paths)
    assert unverifiable[0].difference is None


def test_accounts_without_figures_break_nothing_and_prove_nothing() -> None:
    assert {Verdict.UNVERIFIABLE} == {one.verdict for one in check(nothing())}


def test_the_identities_have_ids_of_their_own_and_a_source() -> None:
    assert len(IDENTITIES) == len({identity.id for identity in IDENTITIES})
    assert IDENTITY_CASES.keys() == {identity.id for identity in IDENTITIES}
    assert all(identity.source and identity.zh and identity.en != identity.zh for identity in IDENTITIES)
    assert all(identity.tables and identity.formula for identity in IDENTITIES if identity.id in TABLE_CASES)


def test_a_table_that_nobody_supplied_is_not_checked() -> None:
    item = gf.FunctionalItem(code="2040601", basic=1, project=0)
    made = FinalAccounts(department=Department(name="甲县乙局"), year=2023, functional=[item])
    found = {one.identity.id: one.verdict for one in check(made) if one.verdict is not Verdict.CONSISTENT}
    assert Verdict.INCONSISTENT not in found.values()
    assert Verdict.UNVERIFIABLE is found["general_public.basic"]


@pytest.mark.parametrize(
    "address",
    ["expenditure/2010101/total", "expenditure/20101/basic", "government_fund/2082201/total", "basic/301/actual"],
)
def test_a_total_that_is_stated_alone_contradicts_nothing(address: str) -> None:
    made = FinalAccounts(department=Department(name="甲县乙局"), year=2023, stated=Stated({address: 5}))
    assert Verdict.INCONSISTENT not in {one.verdict for one in check(made)}
