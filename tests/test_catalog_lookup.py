"""Exact names, parents and children, printable names, and the correspondence of the two economic classifications."""

import pytest

from govfinance import catalog
from govfinance.catalog import NameBasis, UnitType
from govfinance.codes import EconomicCode, FunctionalCode, GovernmentEconomicCode
from govfinance.errors import InvalidInputError


def codes(entries: tuple[catalog.Entry[FunctionalCode], ...]) -> list[str]:
    return [str(entry.code) for entry in entries]


def test_an_exact_name_gives_all_its_codes_of_the_year() -> None:
    assert ["20406"] == codes(catalog.functional_named("司法（款）", 2023))
    assert [] == codes(catalog.functional_named("社会工作事务", 2023))
    assert ["20139"] == codes(catalog.functional_named("社会工作事务", 2024))
    assert 77 == len(catalog.functional_named("行政运行", 2023))  # rows of the reference table that hold in 2023
    assert ["30901", "31001"] == [str(entry.code) for entry in catalog.economic_named("房屋建筑物购建", 2023)]
    assert ["50301", "50401"] == [
        str(entry.code) for entry in catalog.government_economic_named("房屋建筑物购建", 2023)
    ]


def test_a_similar_name_is_not_the_name() -> None:
    assert () == catalog.codes_named("行政运转", 2023)
    assert () == catalog.codes_named("扶贫", 2023)


def test_the_way_down_to_a_code() -> None:
    assert ["公共安全支出", "司法", "行政运行"] == [
        entry.name for entry in catalog.path(FunctionalCode("2040601"), 2023)
    ]
    assert ["公共安全支出", "司法"] == [entry.name for entry in catalog.path("2040688", 2023)]
    assert () == catalog.path("2990101", 2023)


def test_a_parent_is_one_level_up() -> None:
    above = catalog.parent("2040601", 2023)
    assert above is not None
    assert ("20406", "司法") == (str(above.code), above.name)
    assert catalog.parent("204", 2023) is None
    assert catalog.parent("2013901", 2023) is None
    group = catalog.parent(EconomicCode("30108"), 2023)
    assert group is not None
    assert "工资福利支出" == group.name


def test_children_are_those_of_the_year() -> None:
    assert ["住房公积金", "提租补贴", "购房补贴"] == [entry.name for entry in catalog.children("22102", 2023)]
    assert "20139" not in codes(catalog.children(FunctionalCode("201"), 2023))
    assert "20139" in codes(catalog.children(FunctionalCode("201"), 2024))
    assert () == catalog.children("227", 2023)
    assert () == catalog.children("2040601", 2023)


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_the_children_of_all_codes_are_all_codes(year: int) -> None:
    entries = catalog.functional_entries(year)
    below = [child for entry in entries for child in catalog.children(entry.code, year)]
    assert {entry for entry in entries if len(entry.code.text) > 3} == set(below)
    for child in below[::50]:
        assert child in catalog.children(child.code.text[:-2], year)
        above = catalog.parent(child.code, year)
        assert above is not None
        assert (above, child) == catalog.path(child.code, year)[-2:]


@pytest.mark.parametrize(
    ("code", "year", "name", "basis"),
    [
        ("2040601", 2023, "行政运行", NameBasis.IN_FORCE),
        ("21305", 2024, "巩固脱贫攻坚成果衔接乡村振兴", NameBasis.IN_FORCE),
        ("21017", 2023, "中医药事务", NameBasis.OTHER_EDITION),
        ("21006", 2024, "中医药", NameBasis.OTHER_EDITION),
        ("39906", 2023, "赠与", NameBasis.FORMER),
        ("20704", 2023, "新闻出版广播影视", NameBasis.FORMER),
    ],
)
def test_a_code_that_was_ever_known_has_a_name_to_print(code: str, year: int, name: str, basis: NameBasis) -> None:
    named = catalog.name_in(code, year)
    assert named is not None
    assert (name, basis) == (named.name, named.basis)
    assert (basis is NameBasis.FORMER) == (named.former is not None)
    if basis is not NameBasis.IN_FORCE:
        assert "low" == named.confidence


def test_a_code_that_was_never_known_has_no_name() -> None:
    assert catalog.name_in("2040688", 2023) is None


def test_the_lookup_by_year_stays_strict() -> None:
    assert catalog.functional("21017", 2023) is None
    assert catalog.economic("39906", 2023) is None


def test_an_entry_names_its_publication() -> None:
    entry = catalog.functional("21305", 2024)
    assert entry is not None
    assert "财政部《2024年政府收支分类科目》支出功能分类科目；财预〔2023〕83号" == entry.source
    economic = catalog.economic("301", 2023)
    assert economic is not None
    assert "财政部《2023年政府收支分类科目》部门预算支出经济分类科目" == economic.source


def test_wages_stand_for_different_government_codes_by_the_type_of_the_unit() -> None:
    agency = catalog.government_economic_for("30101", UnitType.AGENCY)
    institution = catalog.government_economic_for(EconomicCode("30101"), "事业")
    assert [("50101", "high")] == [(str(row.government), row.confidence) for row in agency]
    assert [("50501", "medium")] == [(str(row.government), row.confidence) for row in institution]
    assert agency + institution == catalog.government_economic_for("30101")


def test_a_pension_is_the_same_for_every_unit() -> None:
    assert catalog.government_economic_for("30302", "agency") == catalog.government_economic_for("30302", "institution")
    assert ["50905"] == [str(row.government) for row in catalog.government_economic_for("30302", "机关")]


def test_the_correspondence_is_answered_backwards() -> None:
    assert ["30203", "30226", "30227"] == [
        str(row.department) for row in catalog.department_economic_for("50205", "机关")
    ]
    assert () == catalog.department_economic_for("50205", "事业")
    assert () == catalog.department_economic_for("513")


def test_an_unknown_type_of_unit_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="expected agency"):
        catalog.government_economic_for("30101", "企业")


def test_both_sides_of_the_correspondence_are_codes_of_the_tables() -> None:
    for row in catalog.economic_mappings():
        assert catalog.economic(row.department, 2023) is not None
        assert catalog.government_economic(row.government, 2023) is not None
        assert "财预〔2017〕98号" in row.source


def test_the_digits_of_the_data_files_are_codes() -> None:
    for year in (2022, 2023, 2024, 2025):
        assert all(entry.code == FunctionalCode(entry.code.text) for entry in catalog.functional_entries(year))
        assert all(entry.code == EconomicCode(entry.code.text) for entry in catalog.economic_entries(year))
        for entry in catalog.government_economic_entries(year):
            assert entry.code == GovernmentEconomicCode(entry.code.text)
