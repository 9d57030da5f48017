"""Joint proof: sets of statements that cannot all be true, and sets that can."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.audit._joint import MAX_STATEMENTS, Contradiction, Part, contradictions, explain, prove
from govfinance.audit._relations import Relation
from govfinance.audit._said import (
    AMOUNT,
    RATE,
    Claim,
    Execution,
    Nothing,
    Number,
    NumberKind,
    Quantity,
    Share,
    Trend,
    Value,
    Variance,
)
from govfinance.document import Place
from govfinance.errors import InvalidInputError

pytest.importorskip("scipy", reason="needs SciPy: pip install 'govfinance[joint]'")

WAN = 10_000 * AMOUNT


class Text:
    """A document that is written claim by claim; each has a paragraph of its own."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.claims: list[Claim] = []

    def quote(self, place: Place) -> str:
        return self.blocks[place.block][place.start : place.end]

    def _paragraph(self, text: str) -> Place:
        self.blocks.append(text)
        return Place(block=len(self.blocks) - 1, start=0, end=len(text))

    def _number(self, place: Place, printed: str, unit: str = "万元") -> Number:
        digits = printed.replace(",", "")
        step = {"万元": WAN, "元": AMOUNT, "%": RATE, "辆": 1}[unit]
        half = Fraction(0) if unit == "辆" else Fraction(step, 2 * 10 ** len(digits.partition(".")[2]))
        middle = Fraction(digits) * step
        kind = {"%": NumberKind.RATE, "辆": NumberKind.COUNT}.get(unit, NumberKind.AMOUNT)
        start = self.quote(place).find(printed + unit)
        return Number(
            kind=kind,
            printed=printed,
            unit=unit,
            low=int(middle - half),
            high=int(middle + half),
            place=Place(block=place.block, start=start, end=start + len(printed + unit)),
        )

    def value(self, subject: str, printed: str, measure: Any = "actual", unit: str = "万元") -> Value:
        place = self._paragraph(f"{subject}{printed}{unit}")
        return self._add(
            Value(subject=subject, measure=measure, number=self._number(place, printed, unit), place=place)
        )

    def nothing(self, subject: str) -> Nothing:
        return self._add(Nothing(subject=subject, place=self._paragraph(f"无{subject}")))

    def share(self, subject: str, whole: str, printed: str) -> Share:
        place = self._paragraph(f"{subject}占{whole}的{printed}%")
        return self._add(Share(subject=subject, whole=whole, rate=self._number(place, printed, "%"), place=place))

    def execution(self, subject: str, printed: str, base: Any = "initial") -> Execution:
        place = self._paragraph(f"{subject}完成预算的{printed}%")
        return self._add(Execution(subject=subject, base=base, rate=self._number(place, printed, "%"), place=place))

    def change(
        self,
        subject: str,
        trend: Trend | None,
        amount: str | None = None,
        rate: str | None = None,
        base: Any = "prior",
        word: str = "",
    ) -> Variance:
        word = word or {Trend.UP: "增加", Trend.DOWN: "减少", Trend.FLAT: "持平", None: "变动"}[trend]
        text = f"{subject}与{base}相比{word}"
        start = len(text) - len(word)
        text += f"{amount}万元" if amount else ""
        text += f"，{word}{rate}%" if rate else ""
        place = self._paragraph(text)
        return self._add(
            Variance(
                subject=subject,
                base=base,
                trend=trend,
                trend_place=Place(block=place.block, start=start, end=start + len(word)),
                amount=self._number(place, amount) if amount else None,
                rate=self._number(place, rate, "%") if rate else None,
                place=place,
            )
        )

    def _add(self, claim: Any) -> Any:
        self.claims.append(claim)
        return claim

    def found(self, *relations: Relation, **options: Any) -> tuple[Contradiction, ...]:
        return contradictions(self.claims, relations, quote=self.quote, **options)


def sums(whole: str, *parts: str, measure: str = "actual", sign: int = 0) -> Relation:
    return Relation("sum", (whole, measure), tuple((part, measure) for part in parts), sign)


@pytest.fixture
def text() -> Text:
    return Text()


# Contradictions that no two statements show


def test_shares_that_are_too_small_together_contradict_the_sum(text: Text) -> None:
    text.value("收入", "100.00")
    for part in "甲乙丙":
        text.share(part, "收入", "33.32")  # at most 33.325 % each: 99.975 % together

    (found,) = text.found(sums("收入", *"甲乙丙"))

    assert {id(one) for one in text.claims} == {id(one) for one in found.claims}
    assert found.relations == (sums("收入", *"甲乙丙"),)
    assert found.proved


def test_shares_whose_rounding_makes_up_for_the_sum_are_possible(text: Text) -> None:
    text.value("收入", "100.00")
    for part in "甲乙丙":
        text.share(part, "收入", "33.33")  # a third each

    assert text.found(sums("收入", *"甲乙丙")) == ()


def test_growth_of_both_parts_contradicts_another_growth_of_the_whole(text: Text) -> None:
    text.value("甲", "10.00")
    text.value("乙", "20.00")
    text.change("甲", Trend.UP, rate="10.00")
    text.change("乙", Trend.UP, rate="10.00")
    wrong = text.change("总计", Trend.UP, rate="12.00")

    (found,) = text.found(sums("总计", "甲", "乙"), sums("总计", "甲", "乙", measure="prior"))

    assert wrong in found.claims
    assert len(found.relations) == 2
    assert found.proved


def test_growth_of_both_parts_agrees_with_the_same_growth_of_the_whole(text: Text) -> None:
    text.value("甲", "10.00")
    text.value("乙", "20.00")
    text.change("甲", Trend.UP, rate="10.00")
    text.change("乙", Trend.UP, rate="10.00")
    text.change("总计", Trend.UP, rate="10.00")

    assert text.found(sums("总计", "甲", "乙"), sums("总计", "甲", "乙", measure="prior")) == ()


def test_a_share_and_an_amount_contradict_the_total_of_basic_expenditure(text: Text) -> None:
    text.value("基本支出", "100.00")
    text.share("人员经费", "基本支出", "60.00")
    text.value("公用经费", "39.90")  # 60.00 and 39.90 are 99.90

    (found,) = text.found(sums("基本支出", "人员经费", "公用经费"))

    assert len(found.claims) == 3
    assert explain(found, text.quote).startswith("(1) “基本支出100.00万元”")


def test_changes_of_the_parts_contradict_the_change_of_the_whole(text: Text) -> None:
    text.change("甲", Trend.UP, "1.00")
    text.change("乙", Trend.DOWN, "3.00")
    text.change("总计", Trend.DOWN, "2.02")  # two of 0.005 each and its own come to 0.015

    (found,) = text.found(sums("总计", "甲", "乙"), sums("总计", "甲", "乙", measure="prior"))

    assert {Part.CHANGE, Part.RELATION} == {step.part for step in found.steps}


def test_the_rounding_of_three_changes_can_add_up(text: Text) -> None:
    text.change("甲", Trend.UP, "1.00")
    text.change("乙", Trend.DOWN, "3.00")
    text.change("总计", Trend.DOWN, "2.01")

    assert text.found(sums("总计", "甲", "乙"), sums("总计", "甲", "乙", measure="prior")) == ()


def test_an_execution_rate_contradicts_budget_and_actual(text: Text) -> None:
    text.value("支出", "50.00")
    text.value("支出", "100.00", "initial")
    text.execution("支出", "50.02")

    (found,) = text.found()

    assert len(found.claims) == 3
    assert found.relations == ()


# What is and what is not used


def test_the_smallest_set_is_found_among_many_true_statements(text: Text) -> None:
    for number in range(60):
        text.value(f"部{number}", "1.00")
        text.share(f"部{number}", "总", "1.67")
    text.value("总", "60.00")
    one, other = text.value("甲", "5.00"), text.value("甲", "5.02")

    (found,) = text.found(sums("总", *(f"部{number}" for number in range(60))), sums("总", "甲", sign=1))

    assert {found.claims} == {(one, other)}


def test_the_number_that_fails_more_often_is_blamed_once(text: Text) -> None:
    text.value("总", "10.00")
    text.value("甲", "4.00")
    text.value("乙", "6.00")
    wrong = text.value("总", "11.00")
    text.value("丙", "20.00")
    text.share("总", "丙", "50.00")

    (found,) = text.found(sums("总", "甲", "乙"))

    assert found.blamed is wrong


def test_contradictions_that_have_nothing_in_common_are_all_found(text: Text) -> None:
    for number in range(5):
        text.value(f"部{number}", "1.00")
        text.value(f"部{number}", "2.00")

    assert [2] * 5 == [len(one.claims) for one in text.found()]
    assert len(text.found(most=3)) == 3


def test_a_number_that_is_known_to_be_wrong_is_not_used(text: Text) -> None:
    wrong = text.value("甲", "1.00")
    text.value("甲", "2.00")

    assert text.found(without=[wrong.number.place]) == ()


def test_a_sum_that_a_wrong_number_breaks_is_not_told_again(text: Text) -> None:
    text.value("甲", "4.00")
    text.value("乙", "5.00")
    wrong = text.value("总", "10.00")
    text.value("专项", "10.00")
    text.share("专项", "总", "100.00")

    assert text.found(sums("总", "甲", "乙"), without=[wrong.number.place]) == ()
    assert len(text.found(sums("总", "甲", "乙"))) == 1


def test_a_sum_that_a_wrong_number_leaves_whole_is_still_used(text: Text) -> None:
    text.value("甲", "4.00")
    text.value("乙", "5.00")
    text.value("总", "10.00")
    wrong = text.value("总", "9.00")

    assert len(text.found(sums("总", "甲", "乙"), without=[wrong.number.place])) == 1


def test_a_blank_cell_is_called_blank(text: Text) -> None:
    text.value("甲", "4.00")
    text.nothing("甲")

    (found,) = text.found()

    assert "(1) 空白（甲）" in explain(found, lambda _: "")


def test_of_a_change_whose_rate_is_wrong_the_amount_is_still_used(text: Text) -> None:
    text.value("甲", "10.00")
    text.value("甲", "8.00", "prior")
    change = text.change("甲", Trend.UP, "1.00", "99.00")

    (found,) = text.found(without=[change.rate.place])

    assert {Part.VALUE, Part.CHANGE} == {step.part for step in found.steps}


def test_a_direction_alone_is_used(text: Text) -> None:
    text.value("甲", "10.00")
    text.value("甲", "10.02", "prior")
    text.change("甲", Trend.UP)

    assert len(text.found()) == 1


def test_equal_is_exactly_equal(text: Text) -> None:
    text.value("甲", "10.00")
    text.value("甲", "10.02", "prior")
    text.change("甲", Trend.FLAT)

    assert len(text.found()) == 1


def test_nearly_equal_says_nothing(text: Text) -> None:
    text.value("甲", "10.00")
    text.value("甲", "10.02", "prior")
    text.change("甲", Trend.FLAT, word="基本持平")

    assert text.found() == ()


def test_a_printed_zero_has_no_direction(text: Text) -> None:
    text.value("甲", "10.001")
    text.value("甲", "10.002", "prior")
    text.change("甲", Trend.UP, "0.00", "0.00")

    assert text.found() == ()


def test_a_rate_on_a_base_of_zero_is_left_to_other_checks(text: Text) -> None:
    text.value("甲", "10.00")
    text.value("甲", "0.00", "prior")
    text.change("甲", Trend.UP, "10.00", "100.00")

    result = prove(text.claims, ())

    assert result.contradictions == ()
    assert [("joint.base", 1)] == [(code, int(en.split()[0])) for code, _, en in result.skipped]


def test_a_rate_on_a_negative_base_is_left_to_other_checks(text: Text) -> None:
    text.value("结余", "5.00")
    text.value("结余", "-5.00", "prior")
    text.change("结余", Trend.UP, "10.00", "200.00")

    assert text.found() == ()


def test_amounts_may_be_negative(text: Text) -> None:
    text.value("总", "5.00")
    text.value("甲", "8.00")
    text.value("乙", "-3.00")

    assert text.found(sums("总", "甲", "乙")) == ()


def test_nothing_is_zero(text: Text) -> None:
    text.nothing("甲")
    text.value("甲", "0.01")

    assert len(text.found()) == 1


def test_the_only_budget_that_is_known_is_the_one_that_is_meant(text: Text) -> None:
    text.value("甲", "10.00")
    text.value("甲", "20.00", "adjusted")
    text.execution("甲", "60.00", "budget")

    assert len(text.found()) == 1


def test_a_budget_of_which_there_are_two_is_not_guessed(text: Text) -> None:
    text.value("甲", "10.00")
    text.value("甲", "20.00", "adjusted")
    text.value("甲", "21.00", "initial")
    text.execution("甲", "60.00", "budget")

    result = prove(text.claims, ())

    assert ((), ["joint.budget"]) == (result.contradictions, [code for code, _, _ in result.skipped])


def test_a_part_may_be_subtracted(text: Text) -> None:
    for name, printed in (("年末", "1.00"), ("年初", "2.00"), ("收入", "3.00"), ("支出", "4.00")):
        text.value(name, printed)
    flow = sums("年末", "年初", "收入", "-支出")

    assert text.found(flow) == ()
    text.value("支出", "4.50")
    assert len(text.found(flow)) == 1


@pytest.mark.parametrize(
    ("sign", "part", "contradicts"), [(1, "11.00", 1), (1, "9.00", 0), (-1, "9.00", 1), (-1, "11.00", 0)]
)
def test_a_part_is_at_most_or_at_least_the_whole(text: Text, sign: int, part: str, contradicts: int) -> None:
    text.value("总", "10.00")
    text.value("甲", part)

    assert contradicts == len(text.found(sums("总", "甲", sign=sign)))


def test_counts_and_amounts_are_not_added(text: Text) -> None:
    text.value("总", "10.00")
    text.value("车", "3", unit="辆")

    assert text.found(sums("总", "车")) == ()


def test_counts_are_whole(text: Text) -> None:
    text.value("车", "3", unit="辆")
    text.value("轿车", "1", unit="辆")
    text.value("货车", "1", unit="辆")

    assert len(text.found(sums("车", "轿车", "货车"))) == 1


def test_words_of_one_paragraph_are_not_held_against_another(text: Text) -> None:
    text.value("local/3/差旅费", "1.00")
    text.value("local/3/差旅费", "2.00")

    assert text.found() == ()


def test_a_difference_of_one_step_is_enough_and_touching_intervals_are_not(text: Text) -> None:
    text.value("甲", "1234567890123.45", unit="元")
    text.value("甲", "1234567890123.46", unit="元")
    text.value("乙", "1234567890123.45", unit="元")
    text.value("乙", "1234567890123.47", unit="元")

    (found,) = text.found()

    assert {"乙"} == {one.subject for one in found.claims}


# Words


def test_the_explanation_numbers_the_statements_and_says_what_they_come_to(text: Text) -> None:
    text.value("收入", "100.00")
    text.value("甲", "60.00")
    text.value("乙", "39.90")

    (found,) = text.found(sums("收入", "甲", "乙"))

    assert explain(found, text.quote, name=lambda quantity: quantity[0]).splitlines() == [
        "(1) “收入100.00万元”（收入）",
        "(2) “甲60.00万元”（甲）",
        "(3) “乙39.90万元”（乙）",
        "(4) 勾稽关系：(1) = (2) + (3)",
        "其余各条合起来要求“收入”至多为 99.910万元，而 (1) 说的至少为 99.995万元，不可能同时成立。",
    ]
    assert explain(found, text.quote, "en", name=lambda quantity: quantity[0]).splitlines()[-1] == (
        "together the others require that 收入 is at most 99.910 万元, while (1) says at least 99.995 万元:"
        " they cannot all be true."
    )


def test_the_explanation_says_which_statement_is_the_likely_one_where_the_others_tell(text: Text) -> None:
    text.value("总", "10.00")
    text.value("总", "11.00")
    text.value("甲", "4.00")
    text.value("乙", "6.00")

    (found,) = text.found(sums("总", "甲", "乙"))

    assert found.singled_out
    assert explain(found, text.quote, name=lambda quantity: quantity[0]).splitlines()[-1] == (
        "若 (2) 有误，全文另需更正的表述最少。"
    )


def test_of_a_sum_that_fails_alone_the_total_is_blamed_but_not_singled_out(text: Text) -> None:
    text.value("甲", "4.00")
    text.value("乙", "5.00")
    total = text.value("总", "10.00")

    (found,) = text.found(sums("总", "甲", "乙"))

    assert (total, False) == (found.blamed, found.singled_out)


def test_quantities_have_the_names_of_their_cells(text: Text) -> None:
    text.value("basic/total/actual", "1.00")
    text.value("basic/total/actual", "2.00")

    (found,) = text.found()

    assert "（一般公共预算财政拨款基本支出决算表 合计）" in explain(found, text.quote)


def test_numbers_that_differ_little_are_told_with_as_many_decimals_as_it_takes(text: Text) -> None:
    text.value("甲", "1.00")
    text.value("乙", "1.00")
    text.value("总", "2.0101")

    (found,) = text.found(sums("总", "甲", "乙"))

    assert "至多为 2.01000万元，而 (3) 说的至少为 2.01005万元" in explain(found, text.quote)


# Bounds


def test_too_many_statements_are_not_tried_and_that_is_said(text: Text) -> None:
    text.value("甲", "1.00")
    text.value("甲", "2.00")
    many = [text.claims[0]] * 1 + [text.value(f"部{number}", "1.00") for number in range(MAX_STATEMENTS)]

    result = prove([*many, text.claims[1]], ())

    assert ((), ["joint.limit"]) == (result.contradictions, [code for code, _, _ in result.skipped])


def test_without_scipy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)

    with pytest.raises(InvalidInputError, match=r'pip install "govfinance\[joint\]"'):
        contradictions((), ())


def test_nothing_said_is_no_contradiction() -> None:
    assert contradictions((), ()) == ()


# Laws


def half_up(value: Fraction, places: int) -> str:
    scaled = abs(value) * 10**places
    rounded = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    text = str(Decimal(rounded).scaleb(-places))
    return f"-{text}" if value < 0 and rounded else text


@st.composite
def printed_documents(draw: st.DrawFn) -> tuple[Text, list[Relation]]:
    """What is printed of exact amounts in 分: a total, its parts, their parts, this year, last year and budgeted."""
    text = Text()
    amounts = st.integers(0, 10 ** draw(st.integers(3, 11)))
    exact: dict[Quantity, int] = {}
    relations = []
    wholes: dict[str, list[str]] = {"总": [f"甲{one}" for one in range(draw(st.integers(1, 4)))]}
    for part in wholes["总"]:
        wholes[part] = [f"{part}.{one}" for one in range(draw(st.integers(1, 3)))]
    for measure in ("actual", "prior", "initial"):
        for part in wholes["总"]:
            for leaf in wholes[part]:
                exact[leaf, measure] = draw(amounts)
            exact[part, measure] = sum(exact[leaf, measure] for leaf in wholes[part])
        exact["总", measure] = sum(exact[part, measure] for part in wholes["总"])
        relations += [sums(whole, *parts, measure=measure) for whole, parts in wholes.items()]
    places = draw(st.sampled_from((0, 1, 2)))
    for (subject, measure), amount in exact.items():
        if draw(st.booleans()):
            text.value(subject, half_up(Fraction(amount, 10**6), places), measure)
        if draw(st.booleans()) and measure == "actual":
            base = draw(st.sampled_from(("prior", "initial")))
            before = exact[subject, base]
            difference = amount - before
            trend = Trend.UP if difference > 0 else Trend.DOWN if difference else Trend.FLAT
            rate = half_up(Fraction(100 * abs(difference), before), places) if before else None
            change = half_up(Fraction(abs(difference), 10**6), places) if draw(st.booleans()) else None
            text.change(subject, trend, change, rate if draw(st.booleans()) else None, base)
        if draw(st.booleans()) and measure == "actual" and exact["总", measure]:
            text.share(subject, "总", half_up(Fraction(100 * amount, exact["总", measure]), places))
        if draw(st.booleans()) and measure == "actual" and exact[subject, "initial"]:
            text.execution(subject, half_up(Fraction(100 * amount, exact[subject, "initial"]), places))
    return text, relations


@given(printed_documents())
def test_what_is_printed_of_exact_amounts_is_never_contradictory(document: tuple[Text, list[Relation]]) -> None:
    text, relations = document

    result = prove(text.claims, relations, quote=text.quote)

    assert result.contradictions == ()
    assert not {"joint.unproved", "joint.solver"} & {code for code, _, _ in result.skipped}


Row = tuple[dict[Quantity, Fraction], Fraction]
"""Coefficients, and what their sum is at least."""


def rows_of(claims: Iterable[Claim], relations: Iterable[Relation]) -> Iterator[Row]:
    """The inequalities of amounts that are all positive, written down once more."""
    for one in claims:
        if isinstance(one, Value):
            yield {(one.subject, one.measure): Fraction(1)}, Fraction(one.number.low)
            yield {(one.subject, one.measure): Fraction(-1)}, Fraction(-one.number.high)
        elif isinstance(one, Share):
            low, high = (Fraction(end, 100 * RATE) for end in (one.rate.low, one.rate.high))
            yield {(one.subject, "actual"): Fraction(1), (one.whole, "actual"): -low}, Fraction(0)
            yield {(one.subject, "actual"): Fraction(-1), (one.whole, "actual"): high}, Fraction(0)
        elif isinstance(one, Variance) and one.amount is not None and one.trend is not None:
            ends = sorted((one.trend.value * one.amount.low, one.trend.value * one.amount.high))
            yield {(one.subject, "actual"): Fraction(1), (one.subject, "prior"): Fraction(-1)}, Fraction(ends[0])
            yield {(one.subject, "actual"): Fraction(-1), (one.subject, "prior"): Fraction(1)}, Fraction(-ends[1])
    for relation in relations:
        terms = {relation.whole: Fraction(1), **{part: Fraction(-1) for part in relation.parts}}
        yield terms, Fraction(0)
        yield {quantity: -value for quantity, value in terms.items()}, Fraction(0)


def possible(rows: Sequence[Row]) -> bool:
    """Fourier's and Motzkin's elimination: exact, and slow."""
    left = [({quantity: value for quantity, value in terms.items() if value}, bound) for terms, bound in rows]
    while quantities := {quantity for terms, _ in left for quantity in terms}:
        gone = min(
            quantities,
            key=lambda one: (
                sum(terms.get(one, 0) > 0 for terms, _ in left) * sum(terms.get(one, 0) < 0 for terms, _ in left)
            ),
        )
        kept = {}
        above = [row for row in left if row[0].get(gone, 0) > 0]
        below = [row for row in left if row[0].get(gone, 0) < 0]
        made = [row for row in left if gone not in row[0]]
        for up, low in above:
            for down, high in below:
                terms = {
                    one: value
                    for one in {*up, *down}
                    if (value := up.get(one, Fraction(0)) / up[gone] - down.get(one, Fraction(0)) / down[gone])
                }
                made.append((terms, low / up[gone] - high / down[gone]))
        for terms, bound in made:
            size = abs(next(iter(sorted(terms.items())))[1]) if terms else Fraction(1)
            key = tuple(sorted((one, value / size) for one, value in terms.items()))
            kept[key] = max(kept.get(key, bound / size), bound / size)
        left = [(dict(key), bound) for key, bound in kept.items()]
    return all(bound <= 0 for _, bound in left)


@pytest.mark.parametrize("seed", range(300))
def test_the_verdict_is_that_of_exact_elimination(seed: int) -> None:
    dice = random.Random(seed)
    text = Text()
    size = dice.choice((1, 1, 2, 9))
    exact = {(name, measure): dice.randint(100, 10**4) * size for name in "甲乙" for measure in ("actual", "prior")}
    for measure in ("actual", "prior"):
        exact["总", measure] = exact["甲", measure] + exact["乙", measure]

    def off() -> int:
        return dice.choice((0, 0, 0, 0, 1, -1))

    for (name, measure), amount in exact.items():
        if dice.random() < 0.6:
            text.value(name, half_up(Fraction(amount + off(), 100), 2), measure)
    for name in "甲乙总":
        if dice.random() < 0.6 and name != "总":
            rate = Fraction(100 * exact[name, "actual"], exact["总", "actual"]) + Fraction(off(), 100)
            text.share(name, "总", half_up(rate, 2))
        difference = exact[name, "actual"] - exact[name, "prior"]
        if dice.random() < 0.6 and abs(difference) > 2:
            trend = Trend.UP if difference > 0 else Trend.DOWN
            text.change(name, trend, half_up(Fraction(abs(difference) + off(), 100), 2))
    relations = [sums("总", "甲", "乙", measure=measure) for measure in ("actual", "prior")]

    found = text.found(*relations)

    assert possible([*rows_of(text.claims, relations)]) == (not found)
    for one in found:
        assert one.proved
        assert not possible([*rows_of(one.claims, one.relations)])
        for spared in one.claims:
            rest = [claim for claim in one.claims if claim is not spared]
            assert possible([*rows_of(rest, one.relations)])


# The reference document


MINUS = {"3proj-7=3-5": {"5.0"}}
OF_BUDGETS = {"4-budget=5-budget": ("4.0", ["5.0"]), "1-budget=5-budget": ("1.0", ["5.0"])}
SUMS = {"sum", "cross-section equality", "repeat", "cross-figure", "change vs budget", "sum of changes"}


class Chifeng:
    """The consistent claims of the transcription, and the relations by the ids of its claims."""

    def __init__(self, claims: list[dict[str, Any]]) -> None:
        self.text = Text()
        self.consistent: list[Relation] = []
        self.inconsistent: dict[str, Relation] = {}
        printed: dict[str, str] = {}
        for one in claims:
            refs = [(operand["ref"], operand["value"]) for operand in one["operands"]]
            for ref, value in [*refs, (one["printed_ref"], one["printed"])]:
                if ref is not None and ref.endswith((":amount", ":budget", "_change")) and ref[0] != "n":
                    printed[ref] = str(Decimal(value).quantize(Decimal("0.01"), ROUND_HALF_UP))
            if one["verdict"] != "INCONSISTENT":
                self._rate(one, [ref.partition(":")[0] for ref, _ in refs])
            self._relation(one, [ref for ref, _ in refs])
        for ref, value in sorted(printed.items()):
            subject, _, name = ref.partition(":")
            if name.endswith("_change"):
                self._variance(subject, "amount", value, "prior" if name == "prior_change" else "initial")
            else:
                self.text.value(subject, value, "actual" if name == "amount" else "initial")

    def _variance(self, subject: str, what: str, value: str, base: str) -> None:
        trend = Trend.DOWN if value.startswith("-") else Trend.UP
        self.text.change(subject, trend, **{what: value.removeprefix("-")}, base=base)

    def _rate(self, one: dict[str, Any], subjects: list[str]) -> None:
        if one["kind"] == "growth rate":
            base = "prior" if one["printed_ref"].endswith("prior_rate") else "initial"
            self._variance(subjects[0], "rate", one["printed"], base)
        elif one["kind"] == "completion rate":
            self.text.execution(subjects[0], one["printed"])
        elif one["kind"] == "share" and len(subjects) == 2:
            self.text.share(*subjects, one["printed"])

    def _relation(self, one: dict[str, Any], refs: list[str]) -> None:
        if one["kind"] not in SUMS or one["printed_ref"] is None or refs[0].startswith("n:"):
            return
        key = one["id"]
        if key in ("12-sme-composition", "14.3-score"):
            return  # a product, and a score
        parts = [ref.partition(":")[0] for ref in refs]
        whole = one["printed_ref"].partition(":")[0]
        measure = "initial" if "budget" in one["printed_ref"] else "actual"
        if key in OF_BUDGETS:
            whole, parts = OF_BUDGETS[key]
        elif one["kind"] == "change vs budget":
            parts = parts[1:]
        elif one["kind"] == "sum of changes":
            measure = "prior"
        elif key == "5-lei-budget-sum":
            parts = parts[:6]
        elif key == "14-budget-sum":
            self.inconsistent[key] = Relation(key, (whole, "actual"), tuple((part, "initial") for part in parts))
            return
        parts = [f"-{part}" if part in MINUS.get(key, ()) else part for part in parts]
        relation = Relation(key, (whole, measure), tuple((part, measure) for part in parts))
        if one["verdict"] == "INCONSISTENT":
            self.inconsistent[key] = relation
        else:
            self.consistent.append(relation)


@pytest.fixture(scope="module")
def chifeng(reference: Path) -> Chifeng:
    return Chifeng(json.loads((reference / "chifeng-2023" / "claims.json").read_text(encoding="utf-8")))


def test_all_consistent_claims_of_the_reference_document_can_be_true_together(chifeng: Chifeng) -> None:
    result = prove(chifeng.text.claims, chifeng.consistent, quote=chifeng.text.quote)

    assert result.contradictions == ()
    assert ["joint.base"] == [code for code, _, _ in result.skipped]  # its rates on a base of zero


def test_a_carried_over_balance_is_that_of_the_year_before(chifeng: Chifeng) -> None:
    forward = Relation("roll-forward", ("1.1.3", "actual"), (("1.2.3", "prior"),))

    assert contradictions(chifeng.text.claims, [*chifeng.consistent, forward]) == ()


def test_the_witness_satisfies_what_is_said_of_it(chifeng: Chifeng, reference: Path) -> None:
    witness = json.loads((reference / "chifeng-2023" / "witness-yuan.json").read_text(encoding="utf-8"))["values"]
    text = Text()
    for ref, value in witness.items():
        subject, _, name = ref.partition(":")
        if name in ("amount", "budget"):
            text.value(subject, f"{value}.0000", "actual" if name == "amount" else "initial", "元")

    assert contradictions([*chifeng.text.claims, *text.claims], chifeng.consistent) == ()


@pytest.mark.parametrize(
    "key", ["5-budget-sum", "5-lei-budget-sum", "5.2-delta", "5.4-delta", "7-sum", "14-exec-sum", "14-budget-sum"]
)
def test_each_sum_that_is_inconsistent_contradicts_the_others(chifeng: Chifeng, key: str) -> None:
    relation = chifeng.inconsistent[key]

    (found, *_) = contradictions(chifeng.text.claims, [*chifeng.consistent, relation])

    assert relation in found.relations
    assert found.proved


def test_budgets_that_are_exactly_as_printed_contradict_the_rates(chifeng: Chifeng) -> None:
    """No single rate shows it (erratum 24 of the document)."""
    text = Text()
    text.value("8.1.2", "60.0000", "initial")
    text.value("8.1.3", "4.9400", "initial")

    (found, *_) = contradictions([*chifeng.text.claims, *text.claims], chifeng.consistent)

    assert set(text.claims) & set(found.claims)
    assert len({type(one) for one in found.claims}) > 1
