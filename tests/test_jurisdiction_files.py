"""A form of one's own as a TOML file: what it inherits and changes, and how a broken one is refused."""

import difflib
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govfinance as gf
from govfinance.catalog._economic import economic_table
from govfinance.claims import EconomicClassTotal, RevenueTotal, Side, SideTotal, VehiclesTotal
from govfinance.jurisdictions import Jurisdiction, load_jurisdiction
from govfinance.money import Printed, Rounding
from tests.jurisdiction_sources import BROKEN, COUNTY, SMALL
from tests.property.support import fewer

DATA = Path(gf.__file__).parent / "jurisdictions" / "data"


@pytest.fixture
def load(tmp_path: Path) -> Any:
    """Loads a text as the file ``duolun.toml``."""

    def loaded(text: str | bytes) -> Jurisdiction:
        path = tmp_path / "duolun.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_jurisdiction(path)

    return loaded


def problems_of(path: Path) -> list[tuple[str, str]]:
    """The code and the place of each problem of a file, the place without the folder; checks that both texts are there."""
    with pytest.raises(gf.InvalidInputError) as caught:
        load_jurisdiction(path)
    for problem in caught.value.problems:
        assert problem.en
        assert problem.en.isprintable()
        assert re.search("[\u4e00-\u9fff]", problem.zh)
        assert problem.path.isprintable()
    return [(problem.code, problem.path.replace(f"{path.parent}/", "")) for problem in caught.value.problems]


def refused(path: Path, text: str | bytes) -> list[tuple[str, str]]:
    """The problems of a text in a file."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return problems_of(path)


# What a file changes, and what it inherits


def test_a_variant_changes_exactly_the_sentences_that_it_has(load: Any) -> None:
    parent, county = gf.jurisdiction("inner-mongolia", 2023), load(COUNTY)
    changed = {
        cls.__name__ for cls in parent.form.sentences if county.form.sentences[cls] != parent.form.sentences[cls]
    }
    assert {"SideTotal", "VehiclesTotal", "RevenueTotal", "FunctionalClassTotal"} == changed
    assert county.form.sentences.keys() == parent.form.sentences.keys()
    total = Printed("1.50", "万元")
    assert "收入方总计1.50万元，包括：" == county.sentence(SideTotal).render(SideTotal(side=Side.INCOME, total=total))
    assert "公务用车1.50万元，其中：" == county.sentence(VehiclesTotal).render(VehiclesTotal(amount=total))
    assert "收入合计" in county.form.sentences[RevenueTotal][0].source


def test_tables_are_merged_and_all_else_is_replaced(load: Any) -> None:
    parent, county = gf.jurisdiction("inner-mongolia", 2023), load(COUNTY)
    assert ("duolun", "多伦县", 2024, ()) == (county.id, county.name, county.year, county.form.checked_with)
    formats = county.conventions.formats
    assert "0.00" == formats["amount"].pattern
    assert ("0.0", "万元", Rounding.TRUNCATE) == (
        formats["ReceptionDetail.foreign"].pattern,
        formats["ReceptionDetail.foreign"].unit,
        formats["ReceptionDetail.foreign"].rounding,
    )
    assert parent.conventions.formats["rate"] == formats["rate"]
    assert parent.conventions.zero_base == county.conventions.zero_base
    assert ("301",) == county.conventions.always_listed
    assert "Overall" == county.outline.sections[0].en
    assert parent.outline.sections[0].items == county.outline.sections[0].items
    assert "图1" == getattr(county.outline.sections[1].items[2], "caption", "")
    assert "Final accounts of {name} for {year}" == county.outline.title_en
    assert "0.00" == county.tables.printing.nil
    layouts = dict(zip(parent.tables.layouts, county.tables.layouts, strict=True))
    assert [one.table.value for one in layouts if layouts[one] != one] == ["basic", "institution"]


def test_a_changed_part_changes_every_sentence_that_it_stands_in(load: Any) -> None:
    parent = gf.jurisdiction("inner-mongolia", 2023)
    child = load('inherits = "inner-mongolia/2023"\n[parts]\nwho = "{name}（{level}）{year}年度"\n')
    for cls, variants in parent.form.sentences.items():
        was = [variant.source for variant in variants]
        expected = [source.replace("{name}（{level}） {year}年度", "{name}（{level}）{year}年度") for source in was]
        assert expected == [variant.source for variant in child.form.sentences[cls]]


def test_amounts_may_be_printed_in_yuan(load: Any) -> None:
    child = load('inherits = "inner-mongolia/2023"\n[conventions]\nscale = "yuan"\n')
    formats = child.conventions.formats
    assert {"元"} == {formats[role].unit for role in ("amount", "item")}
    assert {"%"} == {formats[role].unit for role in ("rate", "item_rate", "share")}
    assert {""} == {formats[role].unit for role in ("count", "score", "fraction")}


def test_files_inherit_from_files_beside_them_to_any_depth(tmp_path: Path) -> None:
    (tmp_path / "0.toml").write_text(COUNTY, encoding="utf-8")
    for number in range(1, 30):
        text = f'inherits = "./{number - 1}.toml"\nyear = {2024 + number}\n'
        (tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
    assert "<jurisdiction duolun 2053>" == repr(load_jurisdiction(str(tmp_path / "29.toml")))


def test_a_file_inherits_from_a_folder_next_to_its_own(tmp_path: Path) -> None:
    for folder in ("2023", "2024"):
        (tmp_path / folder).mkdir()
    (tmp_path / "2023" / "a.toml").write_text(COUNTY, encoding="utf-8")
    (tmp_path / "2024" / "a.toml").write_text('inherits = "../2023/a.toml"\nyear = 2025\n', encoding="utf-8")
    assert "<jurisdiction duolun 2025>" == repr(load_jurisdiction(tmp_path / "2024" / "a.toml"))


def test_the_variants_of_a_family_are_replaced_as_a_whole(tmp_path: Path) -> None:
    head = 'inherits = "inner-mongolia/2023"\n[families.f]\n'
    phrase = '[phrases.p]\nof = "Change"\nlike = "f"\n'
    table = 'variants = { when = { direction = "unchanged" }, text = "持平" }\n'
    (tmp_path / "parent.toml").write_text(head + table + phrase, encoding="utf-8")
    path = tmp_path / "child.toml"
    path.write_text('inherits = "./parent.toml"\n[families.f]\nvariants = { text = "{direction:change}" }\n', "utf-8")
    with pytest.raises(gf.InvalidInputError, match=r"Change\.base is neither said nor given"):
        load_jurisdiction(path)
    path.write_text(
        'inherits = "./parent.toml"\n[families.f]\n'
        'variants = { when = { base = "zero" }, text = "{direction:change}" }\n',
        encoding="utf-8",
    )
    (variant,) = load_jurisdiction(path).form.phrases["p"][1]
    assert ["base"] == list(variant.given)


def test_titles_and_captions_say_name_year_and_level_in_both_languages(load: Any) -> None:
    accounts = gf.load("examples/chifeng-justice-2023.json")
    text = COUNTY.replace('en = "Overall"', 'title = "{name}{year}年度{level}总体情况"\nen = "{Level} {level} {year}"')
    form = load(text.replace('chart = "图1"', 'chart = "图1{level}"').replace("2024", "2023"))
    chinese, english = gf.compose(accounts, form), gf.compose(accounts, form, lang="en")
    assert "赤峰市司法局2023年度部门总体情况" == chinese.sections[0].title
    assert "Department department 2023" == english.sections[0].title
    assert "图1部门" == getattr(chinese.sections[1].blocks[-1], "caption", "")


def test_a_heading_among_children_stands_above_those_of_one_parent(load: Any) -> None:
    accounts = gf.load("examples/chifeng-justice-2023.json")
    head = 'inherits = "inner-mongolia/2023"\n[sections.functional]\nitems = [{ topic = "functional.total" }, '
    item = '{ topic = "functional.item", mark = "1." }'
    plain = load(head + '{ topic = "functional.class", mark = "（一）", children = [' + item + "] }]\n")
    group = '{ group = "明细：", items = [{ group = "各项：", items = [' + item + "] }] }"
    grouped = load(head + '{ topic = "functional.class", mark = "（一）", children = [' + group + "] }]\n")
    expected = [getattr(block, "text", "") for block in gf.compose(accounts, plain).section("五").blocks]
    found = [getattr(block, "text", "") for block in gf.compose(accounts, grouped).section("五").blocks]
    assert expected == [text for text in found if text not in ("明细：", "各项：")]
    assert found.count("明细：") == found.count("各项：") > 1


def test_a_chart_of_nothing_is_left_out(load: Any) -> None:
    accounts = gf.load("examples/chifeng-justice-2023.json")
    chart = '{ chart = "图", title = "图", topic = "performance.project", label = "project", share = "completion" }'
    form = load(
        'inherits = "inner-mongolia/2023"\n[sections.performance]\nitems = [{ topic = "performance.nothing" }, '
        '{ topic = "performance.project" }, ' + chart + ', { group = "图表", items = [' + chart + "] }]\n"
    )
    blocks = gf.compose(accounts, form).sections[-1].blocks
    assert ["图", "图表", "图"] == [getattr(one, "text", "图") for one in blocks[-3:]]
    assert accounts.performance is not None
    nothing = attrs.evolve(accounts, performance=attrs.evolve(accounts.performance, projects=()))
    blocks = gf.compose(nothing, form).sections[-1].blocks
    assert not {"图", "图表"} & {getattr(one, "text", "图") for one in blocks}


def test_a_byte_order_mark_and_line_ends_of_windows_are_fine(load: Any) -> None:
    assert "duolun" == load(b"\xef\xbb\xbf" + COUNTY.replace("\n", "\r\n").encode()).id


def test_a_dollar_sign_is_written_twice(load: Any) -> None:
    child = load('inherits = "inner-mongolia/2023"\n[sentences]\nVehiclesTotal = "$$公车 {amount}万元："\n')
    assert "$公车 {amount}万元：" == child.form.sentences[VehiclesTotal][0].source


@pytest.mark.parametrize("path", sorted(DATA.glob("*-2*.toml")), ids=lambda path: path.stem)
def test_the_forms_of_the_library_are_without_problems(path: Path) -> None:
    assert path.stem == "{0.id}-{0.year}".format(load_jurisdiction(path))


def test_limitations_add_up_and_nothing_is_checked_because_its_parent_was(load: Any) -> None:
    parent = gf.jurisdiction("inner-mongolia", 2023).form
    child = load('inherits = "inner-mongolia/2023"\nlimitations = [{ en = "made up", zh = "虚构" }]\n').form
    assert ("made up", *(one.en for one in parent.limitations)) == tuple(one.en for one in child.limitations)
    assert parent.checked_with
    assert () == child.checked_with


# What is refused


def test_a_part_that_spoils_a_sentence_of_the_parent_is_named_first(tmp_path: Path) -> None:
    text = 'inherits = "shanghai/2024"\n[parts]\nwhy = "原因：{reasons}。"\n'
    found = [place for code, place in refused(tmp_path / "duolun.toml", text) if code == "unknown-slot"]
    assert found
    assert all(re.match(r"duolun\.toml:3: parts\.why, shanghai-2024\.toml:[0-9]+: ", place) for place in found)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('[outline]\nsections = ["overall", "revenue", "overall"]\n', "duplicate", 3),
        ("[outline]\nsections = []\n", "no-section", 2),
        ('[sections.fiscal]\nitems = [{ topic = "fiscal.total" }, { topic = "overall.total" }]\n', "duplicate", 0),
        ('[tables]\norder = ["totals", "totals"]\n', "duplicate", 3),
    ],
)
def test_what_would_be_printed_twice_or_not_at_all_is_refused(tmp_path: Path, text: str, code: str, line: int) -> None:
    found = refused(tmp_path / "duolun.toml", f'inherits = "shanghai/2024"\n{text}')
    assert code in [one for one, _ in found]
    assert not line or any(place.startswith(f"duolun.toml:{line}") for one, place in found if one == code)


@pytest.mark.parametrize(
    ("text", "sentence", "shown"),
    [
        pytest.param(
            'inherits = "shanghai/2024"\n[families.last_year]\nvariants = [\n'
            '  { when = { "change.base" = "positive" }, text = "$up${change.direction:change}{change.amount}万元，'
            '{change.direction:growth}{change.rate}%。[$why${reason}。]" },\n'
            '  { when = { "change.base" = "positive", "change.direction" = "unchanged" }, text = "$flat$持平。[$why${reason}。]" },\n]\n',
            "overall_against (Comparison)",
            "change.base=zero",
            id="no words for a base of zero",
        ),
        pytest.param(
            'inherits = "shanghai/2024"\n[sentences]\nFundNothing = { when = { fund = "state_capital" }, '
            'text = "$who$无国有资本。" }\n',
            "FundNothing",
            "fund=government_fund",
            id="no words for one of two budgets",
        ),
        pytest.param(
            'inherits = "shanghai/2024"\n[sentences]\nRevenueTotal = "本年收入{total}万元：{items:revenue_part*；}。"\n',
            "RevenueTotal",
            "items is not there",
            id="no words where nothing was received",
        ),
    ],
)
def test_a_situation_without_words_is_refused(tmp_path: Path, text: str, sentence: str, shown: str) -> None:
    path = tmp_path / "duolun.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(gf.InvalidInputError) as caught:
        load_jurisdiction(path)
    found = [one for one in caught.value.problems if one.code == "missing-variant" and sentence in one.en]
    assert found
    assert shown in found[0].en
    assert re.search(r"\.toml:[0-9]+: ", found[0].path)


@pytest.mark.parametrize(
    ("old", "new", "code", "shown"), BROKEN, ids=[f"{case[2]}-{number}" for number, case in enumerate(BROKEN)]
)
def test_what_is_wrong_is_refused_with_its_line(old: str, new: str, code: str, shown: str, tmp_path: Path) -> None:
    assert 1 <= COUNTY.count(old)
    text = COUNTY.replace(old, new, 1)
    found = refused(tmp_path / "duolun.toml", text)
    lines = text.split("\n")
    places = [place for one, place in found if one == code]
    assert places, found
    numbers = [int(place.split(":")[1]) for place in places]
    assert any(shown in lines[number - 1] or shown in places[0] for number in numbers), (found, lines[numbers[0] - 1])


def test_what_is_wrong_in_a_sentence_is_named_with_its_variant_and_column(tmp_path: Path) -> None:
    text = COUNTY.replace("[，{change:class_change}]。其中", "[，{changed:class_change}]。其中")
    line = text.split("\n").index("FunctionalClassTotal = [") + 2
    (code, place), *_ = refused(tmp_path / "duolun.toml", text)
    assert ("unknown-slot", f"duolun.toml:{line}: FunctionalClassTotal[1]:30") == (code, place)


def test_all_problems_are_told_together_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = COUNTY
    for old, new in (("year = 2024", "year = 0"), ("{side}总计", "{sied}总计"), ("rounding", "runding")):
        text = text.replace(old, new)
    text = text.replace("$vehicles$", "$vehicle$").replace("unit_note", "unit_notes").replace("“{name}”", "“{nmae}”")
    found = refused(tmp_path / "duolun.toml", text)
    lines = [int(place.split(":")[1]) for _, place in found]
    assert sorted(lines) == lines
    assert {"bad-year", "unknown-key", "unknown-slot", "unknown-part"} == {code for code, _ in found}
    assert 6 == len(found)


def test_what_is_wrong_in_an_inherited_file_is_named_there_and_a_part_of_ones_own_first(tmp_path: Path) -> None:
    (tmp_path / "parent.toml").write_text(COUNTY.replace("{side}总计", "{sied}总计"), encoding="utf-8")
    found = refused(tmp_path / "child.toml", 'inherits = "./parent.toml"\n[parts]\nvehicles = "{amont}"\n')
    line = COUNTY.split("\n").index("[sentences]") + 2
    assert ("unknown-slot", f"parent.toml:{line}: SideTotal:1") in found
    assert ("unknown-slot", f"child.toml:3: parts.vehicles, parent.toml:{line + 1}: VehiclesTotal:1") in found


def test_files_that_inherit_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text('inherits = "./two.toml"\n', encoding="utf-8")
    found = refused(tmp_path / "two.toml", '# two\ninherits = "./one.toml"\n')
    assert [("inherits-itself", "one.toml:1: inherits")] == found


def test_an_encoding_other_than_utf_8_is_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "duolun.toml"
    assert [("not-utf-8", "duolun.toml:1")] == refused(path, COUNTY.encode("gb18030"))
    assert [("not-utf-8", "duolun.toml:1")] == refused(path, COUNTY.encode("utf-16"))
    assert [("not-utf-8", "duolun.toml:3")] == refused(path, b"# \n# \nname = \xff")


def test_no_file_a_folder_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "duolun.toml"
    assert [("no-such-file", "duolun.toml")] == problems_of(path)
    found = refused(path, "")
    assert ("empty-form", "duolun.toml:1") in found
    assert 3 == [code for code, _ in found].count("missing-key")  # id, name, year
    path.unlink()
    path.mkdir()
    assert [("is-a-folder", "duolun.toml")] == problems_of(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_devices_pipes_and_very_large_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "duolun.toml"
    found = refused(path, COUNTY + "#" * 1_000_000)
    assert [("too-large", "duolun.toml")] == found
    os.mkfifo(tmp_path / "pipe.toml")
    assert [("not-regular", "pipe.toml")] == problems_of(tmp_path / "pipe.toml")
    assert [("no-parent", "duolun.toml:1: inherits")] == refused(path, 'inherits = "./pipe.toml"\n')


def test_where_nearly_everything_is_wrong_only_the_first_names_are_guessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guessed: list[str] = []

    def guess(name: str, *_: object) -> list[str]:
        guessed.append(name)
        return []

    monkeypatch.setattr(difflib, "get_close_matches", guess)
    parts = "\n".join(f'p{number} = "$q{number}$"' for number in range(200))
    found = refused(tmp_path / "a.toml", f'inherits = "inner-mongolia/2023"\n[parts]\n{parts}\n')
    assert 200 == [code for code, _ in found].count("unknown-part")
    assert 20 == len(guessed)


def test_an_unknown_field_is_told_beside_broken_words_of_its_name(tmp_path: Path) -> None:
    text = COUNTY.replace("[words.side]", '[words.nme]\nof = "Nme"\n[words.side]').replace(
        "“{name}”", "“{nme}{name:nme}”"
    )
    found = [code for code, _ in refused(tmp_path / "duolun.toml", text)]
    assert ["unknown-class", "unknown-slot"] == found


def test_the_names_of_economic_classes_are_those_of_all_editions(load: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    table = economic_table()
    (entry,) = table.histories["301"]
    later = attrs.evolve(entry, name="新名称支出", valid_from=2030)
    histories = {**table.histories, "301": (attrs.evolve(entry, valid_to=2029), later)}
    monkeypatch.setattr(
        "govfinance.zh._codecs.economic_table", lambda: attrs.evolve(table, histories=histories, last=2030)
    )
    sentence = load(COUNTY).sentence(EconomicClassTotal)
    for name in (entry.name, later.name):
        claim = EconomicClassTotal(class_name=name, total=Printed("1.00", "万元"), items=None)
        assert claim == sentence.parse(sentence.render(claim))


def test_a_narrative_without_conventions_sentences_or_outline_is_refused(tmp_path: Path) -> None:
    head = 'id = "a"\nname = "甲"\nyear = 2024\n'
    found = refused(tmp_path / "a.toml", f'{head}[sentences]\nVehiclesTotal = "{{amount}}万元。"\n')
    assert 2 == [code for code, _ in found].count("missing-key")


def test_a_topic_without_a_sentence_is_refused(tmp_path: Path) -> None:
    formats = "\n".join(
        f'{role} = "0.00"' for role in gf.jurisdiction("inner-mongolia", 2023).conventions.formats if "." not in role
    )
    text = f"""id = "a"
name = "甲"
year = 2024
[conventions.formats]
{formats}
[sentences]
VehiclesTotal = "公务用车 {{amount}}万元。"
[outline]
title = "说明"
part = "第二部分"
sections = ["one"]
[sections.one]
title = "一"
items = [{{ topic = "three_public.vehicles" }}, {{ topic = "revenue.total" }}]
"""
    found = refused(tmp_path / "a.toml", text)
    assert [("missing-sentence", f"a.toml:{text.count(chr(10))}: sections.one.items[2].topic")] == found


def test_parts_that_double_each_other_are_refused(tmp_path: Path) -> None:
    doubling = "\n".join(f'p{number} = "$p{number - 1}$$p{number - 1}$"' for number in range(1, 60))
    text = f'inherits = "inner-mongolia/2023"\n[parts]\np0 = "一二三四"\n{doubling}\n'
    assert ["too-long"] == [code for code, _ in refused(tmp_path / "a.toml", text)]


def test_what_is_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    deep = "[" * 4000 + "]" * 4000
    assert [("too-deep", "a.toml:1")] == refused(tmp_path / "a.toml", f"id = {deep}")
    chain = "\n".join(f'p{number} = "$p{number + 1}$"' for number in range(3000))
    found = refused(tmp_path / "a.toml", f'inherits = "inner-mongolia/2023"\n[parts]\n{chain}\np3000 = "一"\n')
    assert ["too-deep"] == [code for code, _ in found]


def test_a_suggestion_is_made_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "duolun.toml"
    path.write_text(COUNTY.replace("year = 2024", "yaer = 2024"), encoding="utf-8")
    with pytest.raises(gf.InvalidInputError) as caught:
        load_jurisdiction(path)
    assert f"{path}:4: yaer: unknown key 'yaer'; did you mean year?" == caught.value.message()
    assert f"{path}:4: yaer：未知的键“yaer”；是否指 year？" == caught.value.message("zh")


def _mutated(text: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    data = bytearray(text)
    for start, length, piece in changes:
        start %= len(data) + 1
        data[start : start + length] = piece
    return bytes(data)


def use_or_be_refused(path: Path) -> None:
    """Load a file that may be broken; what is loaded can be used."""
    try:
        form = load_jurisdiction(path)
    except gf.InvalidInputError as error:
        assert error.problems
        assert all(one.en and one.zh and one.path.startswith((str(path), "inner-")) for one in error.problems)
        return
    for sentence in form.sentences():
        sentence.read("甲")
    if form.form.tables is not None:
        with suppress(gf.IncompleteAccountsError):
            gf.tabulate(NOBODY, form)


NOBODY = gf.FinalAccounts(department=gf.Department(name="甲"), year=2024)
_PIECES = st.binary(max_size=3) | st.sampled_from(
    [
        b"$",
        b"{",
        b"}",
        b"[",
        b"]",
        b"<|>",
        b'"',
        b"=",
        b"\n",
        b"\r",
        b"#",
        b".",
        b"1",
        b"true",
        b"\\",
        b"'''",
        b"{}",
        b"[]",
        "甲".encode(),
    ]
)


@settings(fewer(2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 4), _PIECES), min_size=1, max_size=3))
def test_a_mutated_file_is_a_form_or_refused(changes: list[tuple[int, int, bytes]], tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(_mutated(SMALL.encode(), changes))
    use_or_be_refused(path)


@settings(fewer(2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_with_mixed_up_lines_and_values_is_a_form_or_refused(data: st.DataObject, tmp_path: Path) -> None:
    lines: list[str] = [*SMALL.split("\n")]
    values = [line.partition(" = ")[2] for line in lines if " = " in line] + [
        "5",
        "true",
        "[]",
        "{}",
        "[[]]",
        "1979-05-27",
    ]
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        key = lines[number].partition(" = ")[0]
        lines[number] = data.draw(st.sampled_from(lines) | st.sampled_from([f"{key} = {value}" for value in values]))
    path = tmp_path / "a.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    use_or_be_refused(path)


def test_the_file_that_is_mutated_is_a_form(load: Any) -> None:
    assert "a" == load(SMALL).id
