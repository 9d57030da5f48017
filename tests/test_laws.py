"""The laws of sentences find what is wrong with a form: each kind of mistake breaks the law that is about it."""

from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve, frozen

from govfinance.claims import (
    ExpenditureShare,
    OverallTotal,
    ProjectGoals,
    ProjectProblems,
    RevenueShare,
    Side,
    SideTotal,
)
from govfinance.jurisdictions import Entry, Jurisdiction, SectionSpec, jurisdiction
from govfinance.sentences import Codec, Variant
from govfinance.testing import COMPLETE, COMPOSED, LAWS, Breach, Trial, check_laws

FORM = jurisdiction("inner-mongolia", 2023)
BOTH_SIDES = [Variant("{side}决算总计 {total}万元。")]


@frozen
class Swallows:
    """A codec that takes everything up to the full stop, and says that it does not."""

    pattern: str = "[^。]++"
    starts: None = None

    def encode(self, value: str) -> str | None:
        return value

    def decode(self, text: str) -> str:
        return text

    def may_continue(self, following: str) -> bool:
        return False


@frozen
class Speechless(Swallows):
    """A codec that can say nothing."""

    def encode(self, value: str) -> str | None:
        return None


@frozen
class Wild(Swallows):
    """A codec that breaks what a codec is to do."""

    def decode(self, text: str) -> str:
        raise LookupError("nowhere")


def form(sentences: Mapping[Any, list[Variant]], **codecs: Codec) -> Jurisdiction:
    """A form with these sentences; its outline is empty, so that no accounts have anything to say."""
    base = FORM.form
    assert base.outline is not None
    return Jurisdiction(
        evolve(base, sentences=sentences, codecs={**base.codecs, **codecs}, outline=evolve(base.outline, sections=()))
    )


def found(made: Jurisdiction, examples: int = 30) -> dict[int, Breach]:
    """One breach of each law that is broken."""
    report = check_laws(made, examples=examples)
    assert report.holds is (not report.breaches)
    return {breach.law.number: breach for breach in reversed(report.breaches)}


def test_the_laws_hold_for_a_sound_form() -> None:
    report = check_laws(form({SideTotal: BOTH_SIDES}), examples=30)
    assert report.holds
    assert () == report.breaches
    (one,) = report.sentences
    assert ("SideTotal", 1, 30, 2) == (one.name, one.variants, one.claims, one.situations)
    assert [30] * 5 == [report.tried(law) for law in LAWS]
    assert (2, 30, 30) == (report.tried(COMPLETE), report.tried(COMPOSED), report.composed)


def test_two_variants_that_read_the_same_break_the_first_law() -> None:
    same = "决算总计 {total}万元。"
    breaches = found(form({SideTotal: [Variant(same, {"side": side}) for side in Side]}))
    assert 1 in breaches
    assert "SideTotal" == breaches[1].sentence
    assert "Side.INCOME" in breaches[1].en
    assert breaches[1].text in breaches[1].message("zh")
    assert breaches[1].message("zh").startswith("SideTotal：“决算总计")


def test_a_slot_that_swallows_what_follows_breaks_the_first_law() -> None:
    breaches = found(form({ProjectProblems: [Variant("问题：{text:loose}，已整改。")]}, loose=Swallows()))
    assert "is not read back" in breaches[1].en
    assert "无法读回" in breaches[1].zh


def test_a_sentence_that_cannot_be_said_breaks_the_first_law() -> None:
    breaches = found(form({ProjectProblems: [Variant("问题：{text:mute}。")]}, mute=Speechless()))
    assert "no claim was found" in breaches[1].en
    assert {1, 6} == set(breaches)


def test_whatever_stops_a_sentence_is_a_breach_and_no_traceback() -> None:
    breaches = found(form({ProjectProblems: [Variant("问题：{text:wild}。")]}, wild=Wild()), examples=2)
    assert "stopped by LookupError: nowhere" in breaches[1].en
    assert "因 LookupError: nowhere 而中断" in breaches[1].zh


def test_a_digit_that_does_not_count_breaks_the_third_law() -> None:
    breaches = found(form({ProjectProblems: [Variant("<第1项|第2项>问题：{text}。")]}))
    assert {3} == set(breaches)
    assert "is read as if character 2 were still 1" in breaches[3].en
    assert "第 2 字已改，读出的仍是 1" in breaches[3].zh


def test_two_sentences_that_read_the_same_break_the_fourth_law() -> None:
    breaches = found(form({ProjectProblems: [Variant("说明：{text}。")], ProjectGoals: [Variant("说明：{text}。")]}))
    assert 4 in breaches
    assert "is accepted by ProjectGoals too" in breaches[4].en
    assert "也符合 ProjectGoals 的句式" in breaches[4].zh


def test_a_sentence_that_accepts_a_special_case_of_another_breaks_the_fourth_law() -> None:
    breaches = found(form({SideTotal: BOTH_SIDES, ProjectProblems: [Variant("{text}。")]}))
    assert {4} == set(breaches)
    assert "SideTotal" == breaches[4].sentence


def test_a_word_that_means_two_things_breaks_the_second_and_the_fifth_law() -> None:
    words = {Side.INCOME: "<收入|总共>", Side.OUTLAY: "<支出|总共>"}
    variants = [Variant(f"{word} {{total}}万元。", {"side": side}) for side, word in words.items()]
    breaches = found(form({SideTotal: variants}))
    assert {2, 5} == set(breaches)
    assert "is said again as '收入" in breaches[2].en
    assert breaches[5].text.replace(" ", "").startswith(("总", "\u3000", "\n", "\t", "\u00a0", "\u2003"))


def test_a_situation_without_words_is_found() -> None:
    breaches = found(form({SideTotal: [Variant("收入决算总计 {total}万元。", {"side": Side.INCOME})]}))
    assert {6} == set(breaches)
    assert "no variant says: side=outlay" in breaches[6].en
    assert "没有适用的句式：side=outlay" in breaches[6].zh


def with_form(**changes: Any) -> Jurisdiction:
    return Jurisdiction(evolve(FORM.form, **changes))


def test_accounts_that_cannot_be_composed_are_found() -> None:
    income_only = [Variant("收入决算总计 {total}万元。包括：", {"side": Side.INCOME})]
    made = with_form(sentences={**FORM.form.sentences, SideTotal: income_only})
    report = check_laws(made, examples=3)
    (breach,) = report.composing
    assert (COMPOSED, "SideTotal") == (breach.law, breach.sentence)
    assert "no variant" in breach.en
    assert "没有适用的句式" in breach.zh


def test_whatever_stops_composing_is_a_breach_and_no_traceback() -> None:
    outline = evolve(
        FORM.outline, sections=(SectionSpec(title="甲", items=(Entry(topic="overall.total", heading="{nope}"),)),)
    )
    made = with_form(outline=outline, sentences={OverallTotal: FORM.form.sentences[OverallTotal]})
    (breach,) = check_laws(made, examples=2).composing
    assert "stopped by AttributeError" in breach.message()
    assert breach.message("zh").startswith(COMPOSED.zh)


def test_a_topic_that_the_outline_does_not_reach_does_not_get_lost_unnoticed() -> None:
    children = (Entry(topic="expenditure.line"),)  # under no line of the revenue there are any
    section = SectionSpec(title="甲", items=(Entry(topic="revenue.line", children=children),))
    kept = {cls: FORM.form.sentences[cls] for cls in (RevenueShare, ExpenditureShare)}
    made = with_form(outline=evolve(FORM.outline, sections=(section,)), sentences=kept)
    breaches = check_laws(made, examples=5).composing
    assert any("does not stand in the narrative" in breach.en for breach in breaches)
    assert any("说明中没有" in breach.zh for breach in breaches)


def test_a_form_without_a_narrative_has_nothing_to_try() -> None:
    report = check_laws(with_form(outline=None, sentences={}))
    assert (True, 0, ()) == (report.holds, report.accounts, report.sentences)


def test_the_same_seed_tries_the_same() -> None:
    made = form({ProjectProblems: [Variant("<第1项|第2项>问题：{text}。")]})
    assert check_laws(made, examples=10) == check_laws(made, examples=10)
    texts = {breach.text for seed in range(5) for breach in check_laws(made, examples=10, seed=seed).breaches}
    assert len(texts) > 1


def test_progress_is_told_before_each_step() -> None:
    told: list[tuple[int, int, str]] = []
    made = form({SideTotal: BOTH_SIDES, ProjectProblems: [Variant("问题：{text}。")]})
    check_laws(made, examples=1, on_progress=lambda done, total, name: told.append((done, total, name)))
    assert [(0, 3, "SideTotal"), (1, 3, "ProjectProblems"), (2, 3, "")] == told


def test_laws_are_numbered_and_named_in_both_languages() -> None:
    laws = (*LAWS, COMPLETE, COMPOSED)
    assert [1, 2, 3, 4, 5, 6, 7] == [law.number for law in laws]
    assert all(law.name("en") == law.en != law.name("zh") == law.zh for law in laws)
    assert [2, 5] == [law.number for law in laws if law.spelled]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: str(law.number))
def test_a_law_can_be_tried_on_a_single_claim(law: Any) -> None:
    sentence = FORM.sentence(SideTotal)
    claim = sentence.parse("收入决算总计 4,789.64万元。包括：")
    assert law.check(Trial(jurisdiction=FORM, sentence=sentence, claim=claim)) is None
