"""A published name is held against its code: wrong with proof, wrong as far as known, or right."""

import pytest

from govfinance import catalog
from govfinance.catalog import CodeFinding


def found(finding: CodeFinding | None) -> tuple[str, str]:
    assert finding is not None
    assert finding.problem.en == finding.message()
    assert finding.problem.zh == finding.message("zh")
    return finding.severity, finding.problem.code


@pytest.mark.parametrize(
    ("code", "name", "year"),
    [
        pytest.param("2040601", "行政运行", 2023, id="the official name"),
        pytest.param("2040601", " 行政 运行(项)", 2023, id="white space and the level"),
        pytest.param("30212", "因公出国(境)费用", 2023, id="half-width parentheses"),
        pytest.param("21305", "巩固脱贫攻坚成果衔接乡村振兴", 2024, id="the name of the edition"),
        pytest.param("2013804", "市场主体管理", 2024, id="the name before a boundary that is not known"),
        pytest.param("2013804", "经营主体管理", 2023, id="the name after it"),
        pytest.param("21017", "中医药事务", 2023, id="a new code, its first edition not known"),
        pytest.param("21006", "中医药", 2024, id="an old code, its last edition not known"),
        pytest.param("207", "文化体育与传媒支出", 2018, id="a former name in its last year"),
        pytest.param("39906", "赠与", 2020, id="a former code in its last year"),
    ],
)
def test_a_name_that_is_or_may_be_right_passes(code: str, name: str, year: int) -> None:
    assert catalog.check_name(code, name, year) is None


@pytest.mark.parametrize(
    ("code", "name", "year", "expected"),
    [
        ("2040601", "行政运转", 2023, "行政运行"),
        ("2040601", "一般行政管理事务", 2024, "行政运行"),
        ("30108", "机关事业单位养老保险缴费", 2023, "机关事业单位基本养老保险缴费"),
        ("21305", "巩固脱贫衔接乡村振兴", 2024, "巩固脱贫攻坚成果衔接乡村振兴"),
        ("20805", "行政事业单位离退休", 2023, "行政事业单位养老支出"),
    ],
)
def test_a_document_proves_a_name_wrong(code: str, name: str, year: int, expected: str) -> None:
    finding = catalog.check_name(code, name, year)
    assert ("error", "wrong-name") == found(finding)
    assert finding is not None
    assert (expected,) == finding.expected
    assert expected in finding.message()
    assert expected in finding.message("zh")
    assert finding.entry is not None
    assert "document" == finding.entry.evidence


@pytest.mark.parametrize(
    ("code", "name", "year"),
    [
        pytest.param("2200104", "自然资源规划", 2023, id="an entry that was not seen in a document"),
        pytest.param("504", "机关资本性支出（二）", 2023, id="a former name that is still printed"),
        pytest.param("204", "公共安全", 2023, id="a short form"),
        pytest.param("2040601", "行政运转", 2030, id="a year of which no book is known"),
        pytest.param("21305", "扶贫", 2022, id="just after its last edition, which is approximate"),
        pytest.param("21017", "中医事务", 2023, id="the code may be new, and the name differs"),
    ],
)
def test_what_is_only_believed_to_be_wrong_is_a_warning(code: str, name: str, year: int) -> None:
    assert ("warning", "wrong-name") == found(catalog.check_name(code, name, year))


def test_a_warning_says_that_it_is_none_but_a_hint() -> None:
    finding = catalog.check_name("2200104", "自然资源规划", 2023)
    assert finding is not None
    assert "as far as known" in finding.message()
    assert "未经核对" in finding.message("zh")


@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        pytest.param("2040688", 2023, ("warning", "unknown-item"), id="a 项 of a known 款"),
        pytest.param("20416", 2023, ("warning", "unknown-group"), id="a 款 of a known 类"),
        pytest.param("299", 2023, ("warning", "unknown-class"), id="a 类"),
        pytest.param("20139", 2023, ("error", "code-not-in-force"), id="documented as new in 2024"),
        pytest.param("21017", 2022, ("warning", "code-not-in-force"), id="believed new in 2024"),
        pytest.param("21006", 2025, ("warning", "code-not-in-force"), id="believed to end with 2023"),
        pytest.param("39906", 2023, ("warning", "code-superseded"), id="of a former edition"),
    ],
)
def test_a_wrong_code_is_found_before_its_name(code: str, year: int, expected: tuple[str, str]) -> None:
    assert expected == found(catalog.check_code(code, year))
    assert expected == found(catalog.check_name(code, "某某", year))


def test_a_superseded_code_names_those_that_took_its_place() -> None:
    finding = catalog.check_code("39906", 2023)
    assert finding is not None
    assert ("39909", "39910") == finding.expected
    assert "expected 39909, 39910, got 39906 赠与, a code of former editions (last: 2020)" == finding.message()
    assert "应为39909、39910，实际为39906 赠与，系以前年度的科目（最后使用：2020）" == finding.message("zh")
    deleted = catalog.check_code("21463", 2024)
    assert deleted is not None
    assert deleted.message().startswith("21463 港口建设费安排的支出, a code of former editions")


@pytest.mark.parametrize("year", [2023, 2024])
def test_every_official_name_of_the_year_passes(year: int) -> None:
    for entry in (
        *catalog.functional_entries(year),
        *catalog.economic_entries(year),
        *catalog.government_economic_entries(year),
    ):
        assert catalog.check_name(entry.code, entry.name, year) is None
        assert catalog.check_code(entry.code, year) is None
