"""The strategies that users import too: what they draw is valid, and reaches the states that matter."""

import pickle
from decimal import Decimal

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import govfinance.testing
from govfinance.calc import Verdict, check
from govfinance.claims import (
    Claim,
    FunctionalItemTotal,
    NothingEvaluated,
    OverallItemTotal,
    OverallTotal,
    SideTotal,
)
from govfinance.codes import EconomicCode, FunctionalCode, Level
from govfinance.compose import compose
from govfinance.derive import derive
from govfinance.errors import IncompleteAccountsError
from govfinance.jurisdictions import jurisdiction
from govfinance.model import TOPICS, FinalAccounts, FundSource
from govfinance.money import Base, Change, Direction, NumberFormat, Printed
from govfinance.numeric import Interval
from govfinance.sentences import MismatchError, Sentence
from govfinance.testing import (
    amounts,
    budget_lines,
    carry_overs,
    changes,
    claims,
    counts,
    department_names,
    departments,
    economic_codes,
    economic_items,
    final_accounts,
    functional_codes,
    functional_items,
    government_economic_codes,
    intervals,
    number_formats,
    printed,
    project_names,
    remark_texts,
    remarks,
    scales,
    scores,
    signed_amounts,
    spellings,
    supplied_figures,
    texts,
)

FORM = jurisdiction("inner-mongolia", year=2023)
RATE = NumberFormat("0.00", unit="%")
GENERAL, FUND = FundSource.GENERAL_PUBLIC, FundSource.GOVERNMENT_FUND

quick = settings(max_examples=2000, database=None, phases=[Phase.generate], derandomize=True)


def drawn(strategy: SearchStrategy, wanted: object) -> object:
    """The first value that is as wanted; NoSuchExample if none comes up."""
    assert callable(wanted)
    return find(strategy, wanted, settings=quick)


VALUES = [
    pytest.param(strategy, id=name)
    for name, strategy in {
        "amounts": amounts(),
        "signed_amounts": signed_amounts(),
        "counts": counts(),
        "scores": scores(),
        "scales": scales(),
        "texts": texts(),
        "remark_texts": remark_texts(),
        "department_names": department_names(),
        "project_names": project_names(),
        "printed": printed(RATE),
        "changes": changes(),
        "intervals": intervals(),
        "number_formats": number_formats(),
        "functional_codes": functional_codes(),
        "economic_codes": economic_codes(),
        "government_economic_codes": government_economic_codes(),
        "budget_lines": budget_lines(),
        "carry_overs": carry_overs(),
        "functional_items": functional_items(),
        "economic_items": economic_items(),
        "remarks": remarks(),
        "departments": departments(),
        "claims": claims(OverallTotal, FORM),
        "final_accounts": final_accounts(),
    }.items()
]


def test_every_strategy_is_tried_here() -> None:
    helpers = {"spellings", "supplied", "supplied_figures", "trials", "without"}
    laws = {"COMPLETE", "COMPOSED", "LAWS", "Breach", "Law", "LawReport", "SentenceReport", "Trial", "check_laws"}
    # tried in tests/property/test_audit_mutations.py
    documents = {"MUTATIONS", "Detection", "Mutation", "Publication", "detected", "findings_of", "harmless_texts"}
    documents |= {"itemised", "mutations", "provably_wrong", "publication", "publications", "published"}
    tried = {str(param.id) for param in VALUES}
    assert set(govfinance.testing.__all__) == helpers | laws | documents | tried


@pytest.mark.parametrize("strategy", VALUES)
@given(data=st.data())
def test_what_is_drawn_is_a_value(strategy: SearchStrategy, data: st.DataObject) -> None:
    value = data.draw(strategy)
    assert value == pickle.loads(pickle.dumps(value))


@given(data=st.data())
def test_the_repr_of_what_is_drawn_can_be_pasted_back(data: st.DataObject) -> None:
    names = {
        cls.__name__: cls for cls in (Change, Decimal, EconomicCode, FunctionalCode, Interval, NumberFormat, Printed)
    }
    value = data.draw(intervals() | economic_codes() | functional_codes() | printed(RATE))
    assert value == eval(repr(value), names)


@given(texts())
def test_a_text_has_no_control_characters_and_no_white_space_at_its_ends(text: str) -> None:
    assert text == text.strip() != ""
    assert text.splitlines() == [text]
    assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in text)


@pytest.mark.parametrize(
    ("strategy", "wanted"),
    [
        pytest.param(amounts(), lambda amount: amount == Decimal(1250), id="a tie of 万元"),
        pytest.param(amounts(), lambda amount: amount == Decimal("0.01"), id="one 分"),
        pytest.param(amounts(), lambda amount: "E+" in str(amount), id="an amount with an exponent"),
        pytest.param(amounts(), lambda amount: amount > Decimal(10) ** 15, id="a huge amount"),
        pytest.param(signed_amounts(), lambda amount: amount < 0, id="an amount below zero"),
        pytest.param(texts(), lambda text: len(text) > 500, id="a long text"),
        pytest.param(texts(), lambda text: "{name}" in text, id="a text with braces"),
        pytest.param(texts(), lambda text: "。" in text and "；" in text, id="a text of several sentences"),
        pytest.param(remark_texts(), lambda text: "\n" in text, id="a text of several lines"),
        pytest.param(remark_texts(), lambda text: text.endswith("。"), id="a text with its full stop"),
        pytest.param(printed(RATE), lambda rate: rate.text == "100.00", id="exactly 100 %"),
        pytest.param(printed(RATE, signed=True), lambda rate: rate.value < 0, id="a printed number below zero"),
        pytest.param(changes(), lambda one: one.base is Base.NEGATIVE, id="a change on a base below zero"),
        pytest.param(
            changes(),
            lambda one: one.direction is Direction.UNCHANGED and one.base is Base.ZERO,
            id="nothing in either year",
        ),
        pytest.param(functional_codes(level=Level.CLASS), lambda code: code.text == "204", id="a 类"),
        pytest.param(departments(), lambda one: len(one.units) > 1, id="several units"),
        pytest.param(departments(), lambda one: any(unit.accounts for unit in one.units), id="a unit with accounts"),
    ],
)
def test_awkward_values_come_up(strategy: SearchStrategy, wanted: object) -> None:
    drawn(strategy, wanted)


def claimed(accounts: FinalAccounts, cls: type[Claim]) -> list[Claim]:
    """The claims of a class that follow from complete accounts."""
    return [derived.claim for derived in derive(accounts, FORM) if isinstance(derived.claim, cls)]


def spent_on(accounts: FinalAccounts, class_code: str) -> bool:
    return any(str(item.code.class_code) == class_code and item.nature.value == "project" for item in accounts.economic)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(
            lambda one: one.overall.opening.prior and one.overall.opening.prior < 0, id="carry-over below zero"
        ),
        pytest.param(lambda one: one.overall.total.actual is None, id="total left out"),
        pytest.param(lambda one: one.overall.total.actual is not None, id="total given"),
        pytest.param(lambda one: one.fiscal.total is None, id="fiscal total left out"),
        pytest.param(lambda one: claimed(one, OverallTotal)[0].budget is None, id="no budget"),
        pytest.param(lambda one: claimed(one, OverallTotal)[0].prior is None, id="no figure of the year before"),
        pytest.param(lambda one: any(item.fund is FUND for item in one.functional), id="government fund items"),
        pytest.param(lambda one: not any(item.fund is GENERAL for item in one.functional), id="no functional items"),
        pytest.param(lambda one: any(item.code.level is Level.CLASS for item in one.functional), id="budget of a 类"),
        pytest.param(lambda one: any(item.name for item in one.functional), id="item with a name of its own"),
        pytest.param(lambda one: spent_on(one, "303"), id="303 in projects"),
        pytest.param(lambda one: spent_on(one, "309"), id="309 in projects"),
        pytest.param(lambda one: any(item.actual >= 10**7 for item in one.economic), id="1,000万元 in a list"),
        pytest.param(lambda one: claimed(one, NothingEvaluated), id="no projects evaluated"),
        pytest.param(lambda one: len(one.performance.projects) > 1, id="several projects"),
        pytest.param(lambda one: not one.remarks.texts, id="no reasons at all"),
        pytest.param(lambda one: len(one.remarks.texts) > len(TOPICS) // 2, id="many reasons"),
        pytest.param(lambda one: not one.state_assets.vehicles, id="no vehicles"),
        pytest.param(lambda one: one.department.founded == one.year, id="a department founded in the year"),
        pytest.param(
            lambda one: one.department.founded is None, id="a department that does not say when it was founded"
        ),
        pytest.param(
            lambda one: any(
                topic.endswith(".purpose") for topic in one.remarks.texts if topic.startswith("functional.2")
            ),
            id="the purpose of an item",
        ),
        pytest.param(lambda one: one.performance.management.average_score is None, id="no project with a score"),
        pytest.param(lambda one: one.procurement.reserved.sme_awarded, id="bought of what was reserved"),
        pytest.param(
            lambda one: any(item.difference.value == "immaterial" for item in claimed(one, FunctionalItemTotal)),
            id="a difference that is immaterial",
        ),
        pytest.param(
            lambda one: (
                {Direction.INCREASE, Direction.DECREASE, Direction.UNCHANGED}
                <= {line.prior.change.direction for line in claimed(one, OverallItemTotal) if line.prior is not None}
            ),
            id="all directions at once",
        ),
        pytest.param(
            lambda one: (
                {Base.NEGATIVE, Base.ZERO, Base.POSITIVE}
                <= {line.prior.change.base for line in claimed(one, OverallItemTotal) if line.prior is not None}
            ),
            id="all bases at once",
        ),
    ],
)
def test_accounts_come_up_in_every_state(wanted: object) -> None:
    drawn(final_accounts(), wanted)


def has_mistakes(accounts: FinalAccounts) -> bool:
    return any(found.verdict is Verdict.INCONSISTENT for found in check(accounts))


def test_accounts_that_need_not_be_consistent_are_now_and_then_not() -> None:
    drawn(final_accounts(), has_mistakes)


@given(final_accounts(consistent=True))
def test_consistent_accounts_are_consistent(accounts: FinalAccounts) -> None:
    assert not has_mistakes(accounts)


@given(final_accounts(consistent=True))
def test_the_counts_of_consistent_accounts_agree(accounts: FinalAccounts) -> None:
    management = accounts.performance.management
    grades = (management.excellent, management.good, management.qualified, management.unqualified)
    assert management.self_evaluation.projects == sum(grades)
    assert management.problems == management.rectified + management.rectifying
    reception, reserved = accounts.three_public.reception, accounts.procurement.reserved
    for name in ("actual", "batches", "persons"):
        assert getattr(reception.guests, name) <= getattr(reception.domestic, name)
    assert reserved.sme_awarded <= reserved.sme_budget
    assert reserved.micro_awarded <= reserved.micro_budget


@given(final_accounts())
def test_a_department_founded_in_the_year_has_no_year_before(accounts: FinalAccounts) -> None:
    if accounts.department.founded == accounts.year:
        assert not any(path.endswith(".prior") for path in supplied_figures(accounts))


def is_incomplete(accounts: FinalAccounts) -> bool:
    try:
        compose(accounts, FORM)
    except IncompleteAccountsError:
        return True
    return False


def test_incomplete_accounts_are_incomplete_now_and_then() -> None:
    drawn(final_accounts(complete=False), is_incomplete)
    drawn(final_accounts(complete=False), lambda accounts: not is_incomplete(accounts))


@given(final_accounts(text=st.just("甲")))
def test_the_text_of_accounts_is_what_was_asked_for(accounts: FinalAccounts) -> None:
    assert set(accounts.remarks.texts.values()) <= {"甲"}
    assert accounts.performance is not None
    assert all(indicator.name == "甲" for project in accounts.performance.projects for indicator in project.indicators)


def skeleton(sentence: Sentence, claim: Claim) -> str:
    """The sentence without the values in it."""
    text = sentence.render(claim)
    for mark in reversed(sentence.read(text).marks):
        text = text[: mark.start] + "{}" + text[mark.end :]
    return text


@pytest.mark.parametrize("sentence", list(FORM.sentences()), ids=lambda sentence: sentence.name)
def test_every_variant_of_a_sentence_comes_up(sentence: Sentence) -> None:
    ways = {skeleton(sentence, claim) for claim in many(claims(sentence.cls, FORM, text=st.just("甲")))}
    assert len(sentence.variants) <= len(ways)


def many(strategy: SearchStrategy) -> list:
    seen: list = []

    @settings(quick, max_examples=100)
    @given(strategy)
    def collect(value: object) -> None:
        seen.append(value)

    collect()
    return seen


def test_spellings_differ_from_the_canonical_text() -> None:
    claim = drawn(claims(OverallItemTotal, FORM), lambda claim: claim.prior is not None)
    sentence = FORM.sentence(OverallItemTotal)
    assert isinstance(claim, OverallItemTotal)
    for wanted in ("\u3000", "０", "比上年"):
        text = drawn(spellings(sentence, claim), lambda text, wanted=wanted: wanted in text)
        assert claim == sentence.parse(str(text))


def test_a_claim_that_nobody_says_has_no_spellings() -> None:
    side = drawn(claims(SideTotal, FORM), lambda claim: True)
    assert isinstance(side, SideTotal)
    with pytest.raises(MismatchError):
        FORM.sentence(OverallTotal).parse(FORM.sentence(SideTotal).render(side))
    with pytest.raises(KeyError):
        claims(Claim, FORM)
