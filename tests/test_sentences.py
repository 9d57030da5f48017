"""The engine on small sentences of its own: what compiles, what is written, what is read, where a near miss is."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

import pytest
from attrs import frozen

from govfinance.sentences import (
    Codec,
    Grammar,
    IntegerCodec,
    Mismatch,
    MismatchError,
    Sentence,
    TemplateError,
    TextCodec,
    UnsayableError,
    Variant,
    WordsCodec,
    _sentence,
)


class Way(Enum):
    UP = "up"
    DOWN = "down"
    SAME = "same"


@frozen
class Shift:
    way: Way
    amount: int | None = None
    reason: str | None = None


@frozen
class Thing:
    name: str
    amount: int


@frozen
class Report:
    name: str
    year: int
    shift: Shift | None = None
    things: tuple[Thing, ...] | None = None


@frozen
class Plain:
    first: str
    second: str
    number: int = 0


@frozen
class Name:
    pattern: str = "[^0-9、。]++"
    starts: None = None

    def encode(self, value: str) -> str:
        return value

    def decode(self, text: str) -> str:
        return text

    def may_continue(self, following: str) -> bool:
        return following[:1] not in "0123456789、。"


def usual(owner: type, name: str, kind: Any) -> Codec | None:
    if kind is str:
        return TextCodec()
    if name == "year":
        return IntegerCodec(4, 4)
    return IntegerCodec() if kind is int else None


def grammar() -> Grammar:
    codecs: Mapping[str, Codec] = {
        "way": WordsCodec({Way.UP: "增加", Way.DOWN: ("减少", "下降")}),
        "name": Name(),
        "digits": IntegerCodec(),
    }
    result = Grammar(codecs, usual)
    result.add_phrase(
        "shift",
        Shift,
        [
            Variant("与上年相比，{way:way}{amount}辆[，原因：{reason}]。"),
            Variant("与上年持平[，原因：{reason}]。", {"way": "same"}),
        ],
    )
    result.add_phrase("thing", Thing, [Variant("{name:name}{amount}辆")])
    return result


@pytest.fixture
def sentence() -> Sentence[Report]:
    return grammar().sentence(
        "report", Report, [Variant("{name}（部门）{year}年<共有|有>车辆[，其中：{things:thing*、}]。[{shift:shift}]")]
    )


FULL = Report("某局", 2023, Shift(Way.DOWN, 5, "报废"), (Thing("轿车", 3), Thing("客车", 4)))


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (FULL, "某局（部门）2023年共有车辆，其中：轿车3辆、客车4辆。与上年相比，减少5辆，原因：报废。"),
        (Report("某局", 2023), "某局（部门）2023年共有车辆。"),
        (Report("某局", 2023, Shift(Way.SAME)), "某局（部门）2023年共有车辆。与上年持平。"),
        (Report("某局", 2023, Shift(Way.UP, 1)), "某局（部门）2023年共有车辆。与上年相比，增加1辆。"),
        (
            Report("A。B", 2023, Shift(Way.UP, 1, "甲。乙，丙")),
            "A。B（部门）2023年共有车辆。与上年相比，增加1辆，原因：甲。乙，丙。",
        ),
    ],
)
def test_a_sentence_is_written_and_read(sentence: Sentence[Report], claim: Report, text: str) -> None:
    assert text == sentence.render(claim)
    assert claim == sentence.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        " 某局（部门） 2023 年 有车辆，其中： 轿 车3 辆、客车4辆 。与上年相比， 下降 5辆，原因：报废。 ".replace(
            "轿 车", "轿车"
        ),
        "某局（部门）２０２３年共有\u3000车辆，其中：轿车３辆、客车4\u00a0辆。与上年\n相比，减少5辆，原因：报废。",
    ],
)
def test_white_space_full_width_digits_and_understood_words_do_not_count(sentence: Sentence[Report], text: str) -> None:
    assert FULL == sentence.parse(text)


def test_marks_say_where_each_field_stands(sentence: Sentence[Report]) -> None:
    reading = sentence.read(sentence.render(FULL))
    assert not isinstance(reading, Mismatch)
    text = sentence.render(FULL)
    shown = {mark.path: text[mark.start : mark.end] for mark in reading.marks}
    assert {
        "name": "某局",
        "year": "2023",
        "things[0].name": "轿车",
        "things[0].amount": "3",
        "things[1].name": "客车",
        "things[1].amount": "4",
        "shift.way": "减少",
        "shift.amount": "5",
        "shift.reason": "报废",
    } == shown


@pytest.mark.parametrize(
    ("before", "found", "expected"),
    [
        ("某局（部门）2023年共有车辆", "", "。"),
        ("某局（部门）2023年共有", "房屋。", "车辆"),
        ("某局（", "单位）2023年共有车辆。", "部门）"),
        ("某局（部门）2023年共有车辆。与上年相比，增加", "x辆。", "{amount}"),
        ("某局（部门）2023年共有车辆，其中：轿车3", "台。", "辆"),
        ("某局（部门）2023年共有车辆。", "另有", ""),
    ],
)
def test_a_near_miss_says_where_and_what_was_expected(
    sentence: Sentence[Report], before: str, found: str, expected: str
) -> None:
    miss = sentence.match(before + found)
    assert isinstance(miss, Mismatch)
    assert (len(before), expected, found[:12]) == (miss.position, miss.expected, miss.found)
    with pytest.raises(MismatchError) as caught:
        sentence.parse(before + found)
    assert miss == caught.value.mismatch


@pytest.mark.parametrize(
    ("cls", "source", "given", "code"),
    [
        (Plain, "{first}：{second}；{number}{third}。", {}, "unknown-slot"),
        (Plain, "{first}{second}：{number}。", {}, "swallowing-slot"),
        (Plain, "{first}：{second}；{number}5。", {}, "swallowing-slot"),
        (Plain, "{first}：{number}{second}。", {}, "swallowing-slot"),
        (Plain, "{first}：{second}。", {}, "unsaid-field"),
        (Plain, "[{first}：]{second}；{number}。", {}, "optional-slot"),
        (Plain, "{first:nothing}：{second}；{number}。", {}, "unknown-codec"),
        (Report, "{name}：{year}。{shift.amount}", {}, "slot-through-none"),
        (Report, "{name}：{year}。[{shift:thing}]", {}, "wrong-phrase"),
        (Report, "{name}：{year:digits}{shift:shift}0。", {}, None),
        (Shift, "{amount}辆。", {"way": "sideways"}, "fixed-value"),
        (Shift, "{amount}辆。", {"where": "here"}, "unknown-slot"),
        (Plain, "{first}：{second；{number}。", {}, "template-syntax"),
        (Plain, "{first}：[{second}；{number}。", {}, "template-syntax"),
        (Plain, "{first}：{second}]；{number}。", {}, "template-syntax"),
        (Plain, "{first}：[必须]{second}；{number}。", {}, "template-syntax"),
    ],
)
def test_a_sentence_that_could_not_be_read_back_does_not_compile(
    cls: type, source: str, given: dict[str, Any], code: str | None
) -> None:
    if code is None:
        grammar().sentence("fine", cls, [Variant(source, given)])
        return
    with pytest.raises(TemplateError) as caught:
        grammar().sentence("faulty", cls, [Variant(source, given)])
    assert code in [problem.code for problem in caught.value.problems]
    assert all(problem.path.startswith("faulty") for problem in caught.value.problems)
    assert all(problem.zh != problem.en for problem in caught.value.problems)


def test_all_problems_of_a_sentence_are_reported_together_with_their_columns() -> None:
    with pytest.raises(TemplateError) as caught:
        grammar().sentence("faulty", Plain, [Variant("{one}：{two}；{number}。")])
    assert ["faulty:1", "faulty:7"] == [
        problem.path for problem in caught.value.problems if problem.code == "unknown-slot"
    ]


def test_what_ends_a_phrase_is_looked_at_where_it_is_used() -> None:
    open_ended = grammar()
    open_ended.add_phrase("open", Shift, [Variant("{way:way}{amount}，{reason}")])
    open_ended.add_phrase("bare", Shift, [Variant("{way:way}{amount}")])
    open_ended.sentence("report", Report, [Variant("{name}{year}年{shift:open}。")])
    open_ended.sentence("report", Report, [Variant("{name}{year}年{shift:bare}辆")])
    with pytest.raises(TemplateError, match="could swallow"):
        open_ended.sentence("report", Report, [Variant("{name}在{shift:bare}{year}年。")])
    with pytest.raises(TemplateError, match=r"could swallow|fixed words"):
        open_ended.sentence("report", Report, [Variant("{year}年{shift:bare}{name}。")])
    with pytest.raises(TemplateError, match="fixed words"):
        open_ended.sentence("report", Report, [Variant("{year}年{shift:open}{name}。")])


def test_a_claim_that_no_variant_says_is_refused(sentence: Sentence[Report]) -> None:
    with pytest.raises(UnsayableError, match="no variant"):
        sentence.render(Report("某局", 2023, Shift(Way.SAME, amount=5)))
    with pytest.raises(UnsayableError, match="no variant"):
        sentence.render(Report("某局", 23))


@pytest.mark.parametrize("name", ["甲（部门）2023年共有车辆。与上年持平。", " 某局", "某局\n"])
def test_a_free_text_that_would_be_read_as_something_else_is_refused(sentence: Sentence[Report], name: str) -> None:
    with pytest.raises(UnsayableError, match="read back"):
        sentence.render(Report(name, 2023))


def test_a_field_that_stands_twice_has_to_say_the_same() -> None:
    twice = grammar().sentence("twice", Plain, [Variant("{first}：{number}辆，共{number}辆，{second}。")])
    assert Plain("甲", "乙", 3) == twice.parse("甲：3辆，共3辆，乙。")
    assert isinstance(twice.match("甲：3辆，共4辆，乙。"), Mismatch)


def test_doubled_brackets_stand_for_themselves() -> None:
    odd = grammar().sentence("odd", Plain, [Variant("[[{first}]] <<{second}>> {{{number}}}。")])
    assert '[甲] <"乙\\> {3}。' == odd.render(Plain("甲", '"乙\\', 3))
    assert Plain("甲", '"乙\\', 3) == odd.parse('[甲] <"乙\\> {3}。')


def test_words_that_mean_two_things_are_refused() -> None:
    with pytest.raises(ValueError, match="stands for both"):
        WordsCodec({1: "增加", 2: ("减少", "增加")})


def test_a_word_that_could_go_on_in_what_follows_is_refused() -> None:
    words = Grammar({"kind": WordsCodec({1: "支出", 2: "支出决算"})}, usual)
    with pytest.raises(TemplateError):
        words.sentence("faulty", Plain, [Variant("{first}：{number:kind}决算，{second}。")])


def test_a_text_is_written_whatever_characters_it_has() -> None:
    odd = grammar().sentence(
        "odd", Plain, [Variant("甲\r\n\x00{first}\u2028'\"\\；{second}\x1b{{\U0001f600}}{number}。")]
    )
    assert "甲\r\n\x00一\u2028'\"\\；二\x1b{\U0001f600}3。" == odd.render(Plain("一", "二", 3))


def test_a_phrase_may_stand_many_times() -> None:
    many = grammar()
    many.add_phrase("maybe", Shift, [Variant("[因{reason}]", {"way": "up"}), Variant("[由{reason}]", {"way": "down"})])
    for phrase in ("shift", "maybe"):
        source = "{name}（{year}）" + ("{shift:" + phrase + "}！") * 20
        sentence = many.sentence("many", Report, [Variant(source)])
        claim = Report("某局", 2023, Shift(Way.DOWN, None if phrase == "maybe" else 5, "报废"))
        assert claim == sentence.parse(sentence.render(claim))


def test_a_sentence_of_too_many_parts_does_not_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TemplateError, match="more than 1000 parts"):
        grammar().sentence("many", Report, [Variant("{name}（{year}）" + "{shift:shift}！" * 200)])
    monkeypatch.setattr(_sentence, "MOST_OF_GRAMMAR", 100)
    with pytest.raises(TemplateError, match="more than 100 parts"):
        grammar().sentence("many", Report, [Variant("{name}（{year}）" + "{shift:shift}！" * 5)] * 3)


@pytest.mark.parametrize(
    "source", ["{number}<辆|>。", "{number}< |辆>。", "{things:thing* }", "[{number}", "{number}]", "{", "[辆]"]
)
def test_what_is_wrong_with_a_template_is_said_in_chinese(source: str) -> None:
    with pytest.raises(TemplateError) as caught:
        grammar().sentence("faulty", Plain, [Variant(source)])
    (problem,) = caught.value.problems
    assert "template-syntax" == problem.code
    assert not re.search("[A-Za-z]{2}", problem.zh.replace(source, "").replace("things:thing", ""))


def test_white_space_is_no_fixed_word() -> None:
    for source in (
        "{first}：{number} {number}，{second}。",
        "{first} {second}，{number}。",
        "{first}，{number} {second}。",
    ):
        with pytest.raises(TemplateError, match=r"could swallow|fixed words"):
            grammar().sentence("faulty", Plain, [Variant(source)])
    fine = grammar().sentence("fine", Plain, [Variant("{first}： {number} ，{second} 。")])
    assert "甲： 5 ，乙 。" == fine.render(Plain("甲", "乙", 5))
    assert Plain("甲", "乙", 5) == fine.parse("甲：5，乙。")


def test_a_phrase_that_may_be_empty_lets_what_follows_it_begin() -> None:
    maybe = grammar()
    maybe.add_phrase("maybe", Shift, [Variant("[因{reason}，]", {"way": "same"})])
    with pytest.raises(TemplateError, match="could swallow the '0辆。'"):
        maybe.sentence("faulty", Report, [Variant("{name}：{year:digits}{shift:maybe}0辆。")])


def test_reading_a_long_text_takes_no_longer_than_its_length_allows(sentence: Sentence[Report]) -> None:
    # nothing in a sentence backtracks: a hundred thousand characters that almost fit are read in one pass
    text = "某局（部门）2023年共有车辆。与上年相比，增加1辆，原因：" + "甲，原因：乙。" * 15_000
    assert isinstance(sentence.match(text + "丙"), Mismatch)
