"""Codes: what is accepted in which spelling, what is refused and in which words, order and containment."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.codes import (
    EconomicCode,
    FunctionalCode,
    GovernmentEconomicCode,
    Level,
    to_any_code,
    to_economic_code,
    to_functional_code,
    to_government_economic_code,
)
from govfinance.errors import InvalidInputError, Problem

two_digits = st.text("0123456789", min_size=2, max_size=2)


def parts(first: str, max_more: int) -> st.SearchStrategy[tuple[str, ...]]:
    """The parts of a code of one classification."""
    more = st.lists(two_digits, max_size=max_more)
    return st.builds(lambda two, rest: (first + two, *rest), two_digits, more)


functional_parts = parts("2", 2)
functional_codes = functional_parts.map(lambda some: FunctionalCode("".join(some)))


def refusal(make: object, value: object) -> Problem:
    """The one problem for which ``make`` refuses ``value``."""
    assert callable(make)
    with pytest.raises(InvalidInputError) as caught:
        make(value)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    "text",
    ["2040601", "204 06 01", "204\u00a006\u00a001", "204-06-01", "204.06.01", "204  06  01", " 2040601\u3000"],
)
def test_an_item_may_be_joined_or_split(text: str) -> None:
    assert "2040601" == str(FunctionalCode(text))
    assert FunctionalCode("2040601") == FunctionalCode(text)


@given(functional_parts, st.sampled_from([" ", "\u00a0", "-", "", "\u3000"]))
def test_joined_and_split_text_give_the_same_code(some: tuple[str, ...], separator: str) -> None:
    code = FunctionalCode(separator.join(some))
    assert "".join(some) == code.text
    assert some == code.parts
    assert code == FunctionalCode(code.spaced)
    assert hash(code) == hash(FunctionalCode(code.spaced))


@given(functional_codes)
def test_the_repr_can_be_pasted_back(code: FunctionalCode) -> None:
    assert code == eval(repr(code))


@given(functional_codes)
def test_a_code_survives_pickle_and_copy(code: FunctionalCode) -> None:
    assert code == pickle.loads(pickle.dumps(code))
    assert code == copy.deepcopy(code)


def test_an_item_knows_its_level_and_what_it_belongs_to() -> None:
    code = FunctionalCode("2040601")
    assert "FunctionalCode('2040601')" == repr(code)
    assert "204 06 01" == code.spaced
    assert code.level is Level.ITEM
    assert FunctionalCode("204") == code.class_code
    assert FunctionalCode("20406") == code.group_code
    assert FunctionalCode("20406") == code.parent


def test_a_group_is_its_own_group() -> None:
    code = EconomicCode("30108")
    assert code.level is Level.GROUP
    assert EconomicCode("301") == code.class_code
    assert code == code.group_code
    assert EconomicCode("301") == code.parent


def test_a_class_has_no_group_and_no_parent() -> None:
    code = GovernmentEconomicCode("501")
    assert code.level is Level.CLASS
    assert code == code.class_code
    assert code.group_code is None
    assert code.parent is None


def test_the_levels_carry_their_chinese_names() -> None:
    assert ["类", "款", "项"] == [level.value for level in Level]


def test_a_code_contains_itself_and_what_lies_below() -> None:
    justice, item = FunctionalCode("20406"), FunctionalCode("2040601")
    assert justice.contains(item)
    assert justice.contains(justice)
    assert item.is_within(FunctionalCode("204"))
    assert not item.contains(justice)
    assert not item.is_within(FunctionalCode("20408"))


@given(functional_codes, functional_codes)
def test_containing_is_the_converse_of_being_within(one: FunctionalCode, other: FunctionalCode) -> None:
    assert other.is_within(one) == one.contains(other)
    assert (one == other) == (one.contains(other) and other.contains(one))


@given(functional_codes)
def test_a_code_sorts_after_what_contains_it(code: FunctionalCode) -> None:
    if code.parent is not None:
        assert code.parent < code
        assert code.parent.contains(code)


def test_codes_sort_as_in_the_tables() -> None:
    texts = ["204", "20406", "2040601", "2040699", "20408", "208", "2080505"]
    assert texts == [str(code) for code in sorted(map(FunctionalCode, reversed(texts)))]


def test_codes_of_two_classifications_are_never_equal_nor_comparable() -> None:
    assert EconomicCode("301") != FunctionalCode("201")  # type: ignore[comparison-overlap]
    with pytest.raises(TypeError):
        assert EconomicCode("301") < GovernmentEconomicCode("501")  # type: ignore[operator]
    with pytest.raises(InvalidInputError, match="501 looks like a 政府预算支出经济分类 code"):
        EconomicCode("301").contains(GovernmentEconomicCode("501"))  # type: ignore[arg-type]


def test_a_code_is_not_its_text() -> None:
    assert FunctionalCode("204") != "204"  # type: ignore[comparison-overlap]


def test_a_code_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        FunctionalCode("204").text = "205"  # type: ignore[misc]


def test_a_government_code_given_as_a_department_code_is_named() -> None:
    problem = refusal(to_economic_code, "501")
    assert "code-wrong-kind" == problem.code
    assert (
        "501 looks like a 政府预算支出经济分类 code; expected 部门预算支出经济分类 such as 301 or 30101" == problem.en
    )
    assert "501像是政府预算支出经济分类编码；应为部门预算支出经济分类编码，如301或30101" == problem.zh


@pytest.mark.parametrize(
    ("make", "text", "looks_like"),
    [
        (FunctionalCode, "301", "部门预算支出经济分类"),
        (FunctionalCode, "301 08", "部门预算支出经济分类"),
        (FunctionalCode, "50101", "政府预算支出经济分类"),
        (FunctionalCode, "1030102", "收入分类科目"),
        (EconomicCode, "2080505", "支出功能分类"),
        (EconomicCode, "20805", "支出功能分类"),
        (GovernmentEconomicCode, "30101", "部门预算支出经济分类"),
    ],
)
def test_a_code_of_another_classification_is_recognised(make: object, text: str, looks_like: str) -> None:
    problem = refusal(make, text)
    assert "code-wrong-kind" == problem.code
    assert f"looks like a {looks_like} code" in problem.en
    assert f"像是{looks_like}编码" in problem.zh


def test_a_code_object_of_another_classification_is_refused() -> None:
    assert "code-wrong-kind" == refusal(to_functional_code, EconomicCode("30108")).code
    assert "code-wrong-kind" == refusal(to_government_economic_code, EconomicCode("301")).code


@pytest.mark.parametrize(
    ("make", "text", "code"),
    [
        (FunctionalCode, "20", "code-wrong-length"),
        (FunctionalCode, "2040", "code-wrong-length"),
        (FunctionalCode, "204060", "code-wrong-length"),
        (FunctionalCode, "20406010", "code-wrong-length"),
        (EconomicCode, "3010801", "code-wrong-length"),
        (GovernmentEconomicCode, "5010", "code-wrong-length"),
        (FunctionalCode, "701", "code-wrong-start"),
        (FunctionalCode, "5010101", "code-wrong-start"),
        (EconomicCode, "40101", "code-wrong-start"),
        (FunctionalCode, "", "code-malformed"),
        (FunctionalCode, "司法", "code-malformed"),
        (FunctionalCode, "204 0601", "code-malformed"),
        (FunctionalCode, "20 406", "code-malformed"),
        (FunctionalCode, "204-06 01", "code-malformed"),
        (FunctionalCode, "204\n06", "code-malformed"),
        (FunctionalCode, "2040601\n", "code-malformed"),
        (FunctionalCode, "-204", "code-malformed"),
        (FunctionalCode, "٢٠٤", "code-malformed"),
        (FunctionalCode, "²04", "code-malformed"),
    ],
)
def test_text_of_a_wrong_shape_is_refused(make: object, text: str, code: str) -> None:
    problem = refusal(make, text)
    assert code == problem.code
    assert "expected" in problem.en
    assert "应为" in problem.zh


@pytest.mark.parametrize(
    ("make", "text"), [(FunctionalCode, "204.06"), (EconomicCode, "301.08"), (EconomicCode, "1,204.06")]
)
def test_what_reads_as_an_amount_is_no_code(make: object, text: str) -> None:
    problem = refusal(make, text)
    assert "code-malformed" == problem.code
    assert "reads as an amount" in problem.en
    assert "像是金额" in problem.zh


@pytest.mark.parametrize("text", ["２０４０６０１", "204060１", "２０４－０６－０１"])
def test_full_width_digits_are_refused_with_the_half_width_spelling(text: str) -> None:
    problem = refusal(FunctionalCode, text)
    assert "code-full-width" == problem.code
    assert "write 2040601" in problem.en
    assert "应写作2040601" in problem.zh


def test_full_width_digits_of_no_code_are_refused_without_a_spelling() -> None:
    assert "write" not in refusal(FunctionalCode, "３０１").en


@pytest.mark.parametrize("value", [2040601, 204.06, True, None, b"204", ["204"]])
@pytest.mark.parametrize("make", [FunctionalCode, to_functional_code, to_any_code])
def test_what_is_no_text_is_refused(make: object, value: object) -> None:
    problem = refusal(make, value)
    assert "code-not-text" == problem.code
    assert f"got {type(value).__name__}" in problem.en


def test_long_text_is_shown_shortened() -> None:
    assert len(refusal(FunctionalCode, "9" * 100_000).en) < 200


def code_or_none(text: str) -> FunctionalCode | None:
    try:
        return FunctionalCode(text)
    except InvalidInputError:
        return None


@given(st.text(max_size=12) | st.text("0123456789 -.", max_size=12))
def test_any_text_is_refused_or_becomes_ascii_digits_of_a_level(text: str) -> None:
    code = code_or_none(text)
    if code is not None:
        assert len(code.text) in {3, 5, 7}
        assert set(code.text) <= set("0123456789")
        assert code.text.startswith("2")


def test_the_converters_pass_codes_through() -> None:
    functional, economic, government = FunctionalCode("204"), EconomicCode("301"), GovernmentEconomicCode("501")
    assert to_functional_code(functional) is functional
    assert to_economic_code(economic) is economic
    assert to_government_economic_code(government) is government
    assert to_any_code(economic) is economic


def test_the_first_digit_tells_the_classification() -> None:
    assert FunctionalCode("20406") == to_any_code(" 204 06")
    assert EconomicCode("30108") == to_any_code("301-08")
    assert GovernmentEconomicCode("501") == to_any_code("501")
    assert "code-wrong-start" == refusal(to_any_code, "701").code
