"""收入来源 and 支出性质 in the catalogue, and that the model has the same."""

import attrs
import pytest

from govfinance import catalog
from govfinance.catalog import Reason
from govfinance.model import Overall, RevenueSource, SpendingNature

YEARS = [2015, 2023, 2024, 2030]


@pytest.mark.parametrize("year", YEARS)
def test_the_sources_of_revenue_are_those_of_the_model(year: int) -> None:
    expected = [(source.value, source.official) for source in RevenueSource]
    assert expected == [(term.key, term.name) for term in catalog.revenue_sources(year)]
    appropriations = [source.value for source in RevenueSource if source.fund is not None]
    assert appropriations == [term.key for term in catalog.revenue_sources(year) if term.group == "财政拨款收入"]


@pytest.mark.parametrize("year", YEARS)
def test_the_natures_of_expenditure_are_those_of_the_model(year: int) -> None:
    expected = [(nature.value, nature.official) for nature in SpendingNature]
    assert expected == [(term.key, term.name) for term in catalog.spending_natures(year)]


def test_the_other_lines_are_fields_of_the_model() -> None:
    assert {term.key for term in catalog.overall_lines(2023)} <= set(attrs.fields_dict(Overall))


def test_the_lines_have_the_numbers_of_the_official_tables() -> None:
    assert list(range(1, 9)) == [term.line for term in catalog.revenue_sources(2023)]
    assert list(range(2, 7)) == [term.line for term in catalog.spending_natures(2023)]


def test_every_term_is_defined_and_names_its_source() -> None:
    for year in YEARS:
        for term in catalog.revenue_sources(year) + catalog.spending_natures(year) + catalog.overall_lines(year):
            assert term.definition
            assert term.source
            assert term.table
            assert not term.boundary_known


@pytest.mark.parametrize(
    ("name", "year", "key", "official", "reason"),
    [
        ("上级补助收入", 2023, "superior_subsidy", "上级补助收入", Reason.EXACT),
        ("四、上级补助收入", 2023, "superior_subsidy", "上级补助收入", Reason.EXACT),
        ("用事业基金弥补收支差额", 2024, "surplus_used", "使用非财政拨款结余和专用结余", Reason.FORMER),
        ("用事业基金弥补收支差额", 2020, "surplus_used", "使用非财政拨款结余", Reason.FORMER),
        ("使用非财政拨款结余", 2020, "surplus_used", "使用非财政拨款结余", Reason.EXACT),
        ("使用非财政拨款结余(含专用结余)", 2024, "surplus_used", "使用非财政拨款结余和专用结余", Reason.SHORT_FORM),
        ("附属单位上交收入", 2023, "subordinate_payment", "附属单位上缴收入", Reason.SIMILAR),
        ("对附属单位补助", 2023, "subordinate_subsidy", "对附属单位补助支出", Reason.SHORT_FORM),
        ("上缴上级支出", 2023, "superior_payment", "上缴上级支出", Reason.EXACT),
    ],
)
def test_a_printed_name_finds_its_term(name: str, year: int, key: str, official: str, reason: Reason) -> None:
    best = catalog.suggest_terms(name, year)[0]
    assert (key, official, reason) == (best.term.key, best.term.name, best.reason)


def test_a_collective_name_gives_its_parts_and_nonsense_gives_nothing() -> None:
    expected = ["general_public", "government_fund", "state_capital"]
    assert expected == [found.term.key for found in catalog.suggest_terms("财政拨款收入", 2023, limit=3)]
    assert () == catalog.suggest_terms("你好", 2023)
    assert () == catalog.suggest_terms("", 2023)
    assert ["operation"] == [
        found.term.key for found in catalog.suggest_terms("经营支出", 2023, kind="spending_nature", limit=1)
    ]
