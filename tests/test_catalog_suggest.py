"""From a printed name to its code: old, short, foreign-edition and misspelt names.

Expected values are those of the official tables and of the list of names of former editions.
"""

import pytest

from govfinance import catalog
from govfinance.catalog import Reason, Suggestion
from govfinance.errors import InvalidInputError


def found(name: str, year: int, **options: object) -> list[tuple[str, str | None, Reason]]:
    suggestions = catalog.suggest(name, year, **options)  # type: ignore[arg-type]
    return [(str(suggestion.code), suggestion.name, suggestion.reason) for suggestion in suggestions]


def best(name: str, year: int) -> Suggestion:
    return catalog.suggest(name, year)[0]


def test_the_name_of_the_land_ministry_gives_the_code_and_the_name_in_force() -> None:
    suggestion = best("其他国土资源事务支出", 2024)
    assert ("2200199", "其他自然资源事务支出") == (str(suggestion.code), suggestion.name)
    assert (Reason.FORMER, 1.0, "2018") == (suggestion.reason, suggestion.score, suggestion.last_edition)
    assert catalog.functional("2200199", 2024) == suggestion.entry


@pytest.mark.parametrize(
    ("name", "year", "code", "official", "reason"),
    [
        ("司法", 2023, "20406", "司法", Reason.EXACT),
        ("  司 法 ", 2023, "20406", "司法", Reason.EXACT),
        ("因公出国(境)费用", 2023, "30212", "因公出国（境）费用", Reason.EXACT),
        ("十八、自然资源海洋气象等支出", 2024, "220", "自然资源海洋气象等支出", Reason.EXACT),
        ("（三）社区矫正", 2023, "2040610", "社区矫正", Reason.EXACT),
        ("司法（款）", 2023, "20406", "司法", Reason.EXACT),
        ("“社区矫正”", 2023, "2040610", "社区矫正", Reason.EXACT),
        ("“两庭”建设", 2023, "2040506", "“两庭”建设", Reason.EXACT),
        ('"两庭"建设', 2023, "2040506", "“两庭”建设", Reason.EXACT),
        ("巩固脱贫衔接乡村振兴", 2024, "21305", "巩固脱贫攻坚成果衔接乡村振兴", Reason.OTHER_EDITION),
        ("巩固脱贫攻坚成果衔接乡村振兴", 2023, "21305", "巩固脱贫衔接乡村振兴", Reason.OTHER_EDITION),
        ("中医药", 2024, "21017", "中医药事务", Reason.OTHER_EDITION),
        ("中医药事务", 2023, "21006", "中医药", Reason.OTHER_EDITION),
        ("扶贫", 2023, "21305", "巩固脱贫衔接乡村振兴", Reason.FORMER),
        ("扶贫", 2024, "21305", "巩固脱贫攻坚成果衔接乡村振兴", Reason.FORMER),
        ("律师公证管理", 2023, "2040606", "律师管理", Reason.FORMER),
        ("公共安全", 2023, "204", "公共安全支出", Reason.SHORT_FORM),
        ("卫生健康", 2023, "210", "卫生健康支出", Reason.SHORT_FORM),
        ("天然铀能源储备", 2023, "2220303", "天然铀储备", Reason.SHORT_FORM),
        ("资源勘探工业信息支出", 2023, "215", "资源勘探工业信息等支出", Reason.SIMILAR),
        ("其他国土资源事物支出", 2024, "2200199", "其他自然资源事务支出", Reason.SIMILAR),
        ("机关事业单位基本养老保验缴费支出", 2023, "2080505", "机关事业单位基本养老保险缴费支出", Reason.SIMILAR),
    ],
)
def test_a_name_finds_its_code(name: str, year: int, code: str, official: str, reason: Reason) -> None:
    options = {"table": "economic"} if code.startswith("3") else {"table": "functional"}
    assert (code, official, reason) == next(
        of_code for of_code in found(name, year, **options) if len(of_code[0]) == len(code)
    )


def test_a_deleted_code_leads_to_all_that_took_its_place() -> None:
    expected = [("39909", "经常性赠与", Reason.FORMER), ("39910", "资本性赠与", Reason.FORMER)]
    assert expected == found("赠与", 2023, table="economic")[:2]
    ranged = found("对企业资本性支出（一）", 2023, table="government_economic", limit=10)
    assert ["50803", "50804", "50805", "50899"] == sorted(code for code, _, reason in ranged if reason is Reason.FORMER)


def test_a_code_without_a_successor_has_no_name_in_force() -> None:
    assert (None, Reason.FORMER) == (best("港口建设费安排的支出", 2024).name, best("港口建设费安排的支出", 2024).reason)
    assert "21463" == str(best("港口建设费安排的支出", 2024).code)


def test_a_shared_name_is_narrowed_by_a_code() -> None:
    assert ("2040601", "行政运行", Reason.EXACT) == found("行政运行", 2023, within="20406")[0]
    assert all(code.startswith("204") for code, _, _ in found("行政运行", 2023, within="204", limit=50))
    assert ("2040601", "行政运行", Reason.SIMILAR) == found("行政远行", 2023, within="204 06")[0]


@pytest.mark.parametrize(
    "printed",
    [
        "公共安全支出（类）司法（款）行政运行（项）",
        "公共安全(类)司法(款)行政运行(项)",
        "2040601 行政运行",
        "204 06 01 行政运行",
    ],
)
def test_a_shared_name_is_narrowed_by_what_is_printed_before_it(printed: str) -> None:
    assert ("2040601", "行政运行", Reason.EXACT) == found(printed, 2023)[0]


def test_a_table_can_be_chosen() -> None:
    assert [("50103", "住房公积金", Reason.EXACT)] == found("住房公积金", 2023, table="government_economic", limit=1)
    assert ["2210201", "30113", "50103"] == [code for code, _, _ in found("住房公积金", 2023, limit=3)]


def test_a_code_of_another_table_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="30108 looks like a 部门预算支出经济分类 code"):
        catalog.suggest("行政运行", 2023, table="functional", within="30108")


@pytest.mark.parametrize("name", ["", "  ", "（项）", "2040601", "你好世界"])
def test_what_is_like_no_name_gets_no_suggestion(name: str) -> None:
    assert () == catalog.suggest(name, 2023)


def test_no_code_is_suggested_twice_and_the_best_comes_first() -> None:
    for name in ("行政运行", "其他支出", "信访事务", "其他国土资源事务支出"):
        suggestions = catalog.suggest(name, 2024, limit=20)
        assert len({suggestion.code for suggestion in suggestions}) == len(suggestions)
        assert sorted((suggestion.score for suggestion in suggestions), reverse=True) == [
            suggestion.score for suggestion in suggestions
        ]
