"""What the model refuses when it is built, and how it says so."""

import re
from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from typing import Any

import attrs
import pytest

from govfinance import codes
from govfinance.errors import InvalidInputError, Problem
from govfinance.model import (
    BudgetLine,
    CarryOver,
    Department,
    EconomicItem,
    ExpenditureLine,
    FinalAccounts,
    Fiscal,
    FunctionalItem,
    FundLine,
    Indicator,
    Overview,
    Performance,
    Remarks,
    RevenueLine,
    SelfEvaluation,
    SpendingNature,
    StateAssets,
    Unit,
)


def problems_of(build: Callable[[], object]) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInputError) as caught:
        build()
    return caught.value.problems


def only_problem(build: Callable[[], object]) -> Problem:
    (problem,) = problems_of(build)
    return problem


def functional(**fields: Any) -> FunctionalItem:
    return FunctionalItem(**{"code": "2040601", "basic": "1", "project": "0", **fields})


def economic(**fields: Any) -> EconomicItem:
    return EconomicItem(**{"code": "30101", "nature": "basic", "actual": "1", **fields})


def accounts(**fields: Any) -> FinalAccounts:
    return FinalAccounts(**{"department": Department(name="甲县乙局"), "year": 2023, **fields})


@pytest.mark.parametrize(
    ("code", "value"),
    [
        pytest.param("not-exact", 0.1, id="a float"),
        pytest.param("not-exact", 1.0, id="a float that is whole"),
        pytest.param("not-exact", float("nan"), id="a float that is no number"),
        pytest.param("not-exact", True, id="a bool"),
        pytest.param("not-exact", b"1", id="bytes"),
        pytest.param("not-exact", [1], id="a list"),
        pytest.param("not-finite", Decimal("NaN"), id="NaN"),
        pytest.param("not-finite", Decimal("sNaN"), id="signalling NaN"),
        pytest.param("not-finite", Decimal("Infinity"), id="infinity"),
        pytest.param("not-finite", Decimal("-Infinity"), id="negative infinity"),
        pytest.param("not-a-decimal", "NaN", id="NaN as text"),
        pytest.param("not-a-decimal", "Infinity", id="infinity as text"),
        pytest.param("not-a-decimal", "1e3", id="an exponent"),
        pytest.param("not-a-decimal", "１２", id="full-width digits"),
        pytest.param("not-a-decimal", "١٢", id="Arabic-Indic digits"),
        pytest.param("not-a-decimal", "1,000", id="a thousands separator"),
        pytest.param("not-a-decimal", "1_000", id="an underscore"),
        pytest.param("not-a-decimal", "+1", id="a plus sign"),
        pytest.param("not-a-decimal", "01", id="a leading zero"),
        pytest.param("not-a-decimal", "1.", id="a point at the end"),
        pytest.param("not-a-decimal", ".5", id="a point at the beginning"),
        pytest.param("not-a-decimal", " 1", id="a space"),
        pytest.param("not-a-decimal", "1\n", id="a line feed"),
        pytest.param("not-a-decimal", "1元", id="a unit"),
        pytest.param("not-a-decimal", "－1", id="a full-width minus"),
        pytest.param("not-a-decimal", "", id="nothing"),
        pytest.param("finer-than-fen", "0.001", id="finer than a 分"),
        pytest.param("finer-than-fen", Decimal("1.005"), id="finer than a 分, as Decimal"),
        pytest.param("finer-than-fen", Decimal("1E-9999999"), id="much finer than a 分"),
        pytest.param("too-large", 10**16, id="too large"),
        pytest.param("too-large", Decimal("1E+999999"), id="much too large"),
        pytest.param("too-large", Decimal("1" * 70 + ".001"), id="too many digits"),
        pytest.param("negative", "-1", id="below zero"),
        pytest.param("negative", Decimal("-0.01"), id="below zero by a 分"),
    ],
)
def test_what_is_no_amount_is_refused(code: str, value: Any) -> None:
    problem = only_problem(lambda: BudgetLine(actual=value))
    assert (code, "actual") == (problem.code, problem.path)
    assert code == only_problem(lambda: functional(basic=value)).code
    assert max(len(problem.en), len(problem.zh)) < 200
    if code != "negative":
        assert code == only_problem(lambda: CarryOver(prior=value)).code


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        ("0", 0),
        ("0", "-0"),
        ("0", Decimal("-0")),
        ("12.30", "12.30"),
        ("1000", Decimal("1E+3")),
        ("9999999999999999.99", "9999999999999999.99"),
        ("0.0100", Decimal("0.0100")),
    ],
)
def test_an_amount_is_kept_exactly(expected: str, value: Any) -> None:
    assert expected == str(BudgetLine(actual=value).actual)


def test_only_carry_over_can_be_negative() -> None:
    assert Decimal("-0.01") == CarryOver(actual="-0.01").actual
    assert "negative" == only_problem(lambda: RevenueLine(source="other", actual="-0.01")).code


def test_the_callers_decimal_context_does_not_matter() -> None:
    with localcontext(Context(prec=3, Emax=3, Emin=-1)):
        assert Decimal("9999999999999999.99") == BudgetLine(actual=Decimal("9999999999999999.99")).actual
        assert Decimal("123456.78") == functional(basic="123456", project="0.78").actual


@pytest.mark.parametrize(
    ("code", "value"),
    [
        pytest.param("code-not-text", 2040601, id="a number"),
        pytest.param("code-malformed", "204.06", id="an amount"),
        pytest.param("code-malformed", "行政运行", id="a name"),
        pytest.param("code-malformed", "", id="nothing"),
        pytest.param("code-full-width", "２０４", id="full-width digits"),
        pytest.param("code-wrong-length", "204060", id="six digits"),
        pytest.param("code-wrong-start", "9040601", id="of no classification"),
        pytest.param("code-wrong-kind", "30101", id="an economic code"),
        pytest.param("unknown-class", "2990101", id="an unknown 类"),
        pytest.param("unknown-group", "2041601", id="an unknown 款"),
    ],
)
def test_what_is_no_functional_code_is_refused(code: str, value: Any) -> None:
    problem = only_problem(lambda: functional(code=value))
    assert (code, "code") == (problem.code, problem.path)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        pytest.param("code-wrong-kind", "501", id="a government economic 类"),
        pytest.param("code-wrong-kind", "50101", id="a government economic 款"),
        pytest.param("code-wrong-kind", codes.GovernmentEconomicCode("50101"), id="a government economic code"),
        pytest.param("code-wrong-kind", codes.FunctionalCode("2040601"), id="a functional code"),
        pytest.param("unknown-class", "398", id="an unknown 类"),
        pytest.param("unknown-group", "30104", id="an unknown 款"),
    ],
)
def test_what_is_no_economic_code_is_refused(code: str, value: Any) -> None:
    problem = only_problem(lambda: economic(code=value))
    assert (code, "code") == (problem.code, problem.path)


def test_an_item_that_the_catalogue_lacks_needs_no_more_than_its_group() -> None:
    assert "2040688" == str(functional(code="2040688", name="新设项目").code)


def test_the_class_name_has_to_be_that_of_the_code() -> None:
    assert "公共安全" == functional(class_name="公共安全").class_name
    problem = only_problem(lambda: functional(class_name="教育支出"))
    assert ("wrong-class", "class_name") == (problem.code, problem.path)
    assert "公共安全支出" in problem.en


@pytest.mark.parametrize(
    ("path", "build"),
    [
        pytest.param("level", lambda: accounts(level="部门"), id="level"),
        pytest.param("source", lambda: RevenueLine(source="OTHER"), id="source"),
        pytest.param("nature", lambda: ExpenditureLine(nature="capital"), id="nature"),
        pytest.param("nature", lambda: economic(nature="operation"), id="neither basic nor project"),
        pytest.param("fund", lambda: functional(fund=None), id="fund"),
        pytest.param("fund", lambda: SelfEvaluation(fund=SpendingNature.BASIC), id="a member of another"),  # type: ignore[arg-type]
        pytest.param("fund", lambda: FundLine(fund=[]), id="a list"),  # type: ignore[arg-type]
    ],
)
def test_a_word_that_is_none_of_the_terms_is_refused(path: str, build: Callable[[], object]) -> None:
    problem = only_problem(build)
    assert ("not-one-of", path) == (problem.code, problem.path)


@pytest.mark.parametrize("value", [-1, True, 1.0, "3", None, 10**9, Decimal(1)])
def test_what_is_no_count_is_refused(value: Any) -> None:
    kinds = [attribute.name for attribute in attrs.fields(StateAssets)]
    built = {name: value if name == "other_vehicles" else 0 for name in kinds}
    problem = only_problem(lambda: StateAssets(**built))
    assert ("not-a-count", "other_vehicles") == (problem.code, problem.path)


@pytest.mark.parametrize("value", ["1000.01", "-1", "1.234", "NaN", Decimal("NaN"), 1.5, True, Decimal("1E+9")])
def test_what_is_no_score_is_refused(value: Any) -> None:
    assert "score" == only_problem(lambda: Indicator(name="甲", target="乙", actual="丙", score=value)).path


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("empty-text", ""),
        ("empty-text", " \u3000\n"),
        ("control-character", "a\x00"),
        ("control-character", "a\tb"),
        ("control-character", "a\r\n"),
        ("control-character", "\x1b[1m"),
        ("control-character", "\x85a"),
        ("control-character", "a\ud800"),
        ("not-a-text", 5),
        ("not-a-text", b"a"),
    ],
)
def test_what_is_no_text_is_refused(code: str, text: Any) -> None:
    assert (code, "name") == ((problem := only_problem(lambda: Unit(name=text))).code, problem.path)
    assert (code, "organs") == ((problem := only_problem(lambda: Overview(organs=text))).code, problem.path)
    assert (code, "functions[1]") == (
        (problem := only_problem(lambda: Overview(functions=["a", text]))).code,
        problem.path,
    )
    topic = "overall.total.prior"
    assert (code, topic) == ((problem := only_problem(lambda: Remarks({topic: text}))).code, problem.path)


@pytest.mark.parametrize("value", [1999, 2100, "2023", 2023.0, True, None])
def test_what_is_no_year_is_refused(value: Any) -> None:
    assert ("not-a-year", "year") == ((problem := only_problem(lambda: accounts(year=value))).code, problem.path)


@pytest.mark.parametrize("value", [1899, 2100, "2023", 2023.0, True])
def test_what_is_no_year_of_foundation_is_refused(value: Any) -> None:
    problem = only_problem(lambda: Department(name="甲县乙局", founded=value))
    assert ("not-a-year", "founded") == (problem.code, problem.path)


@pytest.mark.parametrize("value", [1900, 1949, 2099, None])
def test_a_department_may_say_when_it_was_founded(value: int | None) -> None:
    assert value == Department(name="甲县乙局", founded=value).founded


def test_a_single_item_has_a_reason_and_a_purpose() -> None:
    texts = {"functional.2040601": "人员增加", "functional.2040601.purpose": "人员经费"}
    assert texts == dict(Remarks(texts).texts)
    for topic in ("functional.204.purpose", "functional.2040601.prior", "functional.2040601.purpose.purpose"):
        assert "unknown-topic" == only_problem(lambda topic=topic: Remarks({topic: "甲"})).code


def test_a_topic_that_is_none_is_refused_with_the_nearest() -> None:
    problem = only_problem(lambda: Remarks({"overall.total.piror": "人员增加"}))
    assert "unknown-topic" == problem.code
    assert "overall.total.prior" in problem.en
    assert "unknown-topic" == only_problem(lambda: Remarks({"functional.30101": "人员增加"})).code


@pytest.mark.parametrize(
    ("path", "build"),
    [
        pytest.param("revenue[1]", lambda: accounts(revenue=[RevenueLine(source="other")] * 2), id="revenue"),
        pytest.param(
            "expenditure[1]", lambda: accounts(expenditure=[ExpenditureLine(nature="basic")] * 2), id="nature"
        ),
        pytest.param(
            "functional[1]", lambda: accounts(functional=[functional(), functional(code="204 06 01")]), id="项"
        ),
        pytest.param("economic[1]", lambda: accounts(economic=[economic()] * 2), id="economic item"),
        pytest.param("funds[1]", lambda: Fiscal(funds=[FundLine(fund="state_capital")] * 2), id="fund"),
        pytest.param(
            "self_evaluations[1]",
            lambda: Performance(self_evaluations=[SelfEvaluation(fund="general_public")] * 2),
            id="self-evaluation",
        ),
    ],
)
def test_what_stands_twice_is_refused(path: str, build: Callable[[], object]) -> None:
    problem = only_problem(build)
    assert ("duplicate", path) == (problem.code, problem.path)


def test_the_same_code_of_another_fund_or_nature_is_another_item() -> None:
    items = [functional(), functional(fund="government_fund")]
    assert 2 == len(accounts(functional=items, economic=[economic(), economic(nature="project")]).functional)


@pytest.mark.parametrize(
    ("path", "build"),
    [
        ("department", lambda: accounts(department="甲县乙局")),
        ("overall", lambda: accounts(overall={"total": {"actual": "1"}})),
        ("remarks", lambda: accounts(remarks={})),
        ("glossary[0]", lambda: accounts(glossary=["词"])),
        ("functional[1]", lambda: accounts(functional=[functional(), economic()])),
    ],
)
def test_an_object_of_another_class_is_refused(path: str, build: Callable[[], object]) -> None:
    assert ("wrong-type", path) == ((problem := only_problem(build)).code, problem.path)


def test_all_problems_of_an_object_come_in_one_error_each_with_its_path_in_both_languages() -> None:
    problems = problems_of(
        lambda: functional(
            code="2990101", fund="x", basic=0.1, project="1,000", initial="-1", name="", class_name="教育"
        )
    )
    assert ["code", "fund", "basic", "project", "initial", "name"] == [problem.path for problem in problems]
    problems = problems_of(lambda: functional(basic=0.1, prior="x", class_name="教育支出"))
    assert ["basic", "prior", "class_name"] == [problem.path for problem in problems]
    problems = problems_of(
        lambda: accounts(
            year="2023",
            level="x",
            note="",
            revenue=[RevenueLine(source="other")] * 3,
            functional=["x", functional()],
            contact=5,
        )
    )
    assert {"year", "level", "note", "revenue[1]", "revenue[2]", "functional[0]", "contact"} == {
        problem.path for problem in problems
    }
    for problem in problems:
        assert problem.message("en").startswith(f"{problem.path}: ")
        assert problem.message("zh").startswith(f"{problem.path}：")
        assert problem.en != problem.zh
        assert re.search("[\u4e00-\u9fff]", problem.zh)


def test_an_error_reads_one_problem_a_line() -> None:
    with pytest.raises(InvalidInputError) as caught:
        BudgetLine(initial="-1", prior=0.5)
    assert str(caught.value) == (
        "initial: expected zero or more, got -1\n"
        "prior: expected an exact amount (Decimal, int or a text such as '1005.22'), got float 0.5"
    )
    assert ["initial：应不小于零，实际为 -1"] == caught.value.message("zh").splitlines()[:1]
