"""The catalogue: names of codes by budget year, unknown codes, laziness, and the soundness of the data files.

Expected values are those of the official tables, with the printed names of a published document of 2023.
"""

import subprocess
import sys
import textwrap
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance import catalog
from govfinance.catalog import Entry, _tables
from govfinance.codes import AnyCode, EconomicCode, FunctionalCode, GovernmentEconomicCode, Level
from govfinance.errors import InvalidInputError, Problem

years = st.integers(min_value=2010, max_value=2040)

# The code of a 款, the names of its 类 and its own, then the last two digits and the names of its 项.
NAMES_OF_2023 = """\
20132 一般公共服务支出 组织事务 04 公务员事务
20199 一般公共服务支出 其他一般公共服务支出 99 其他一般公共服务支出
20402 公共安全支出 公安 99 其他公安支出
20406 公共安全支出 司法 01 行政运行 02 一般行政管理事务 04 基层司法业务 05 普法宣传 07 公共法律服务 10 社区矫正
20406 公共安全支出 司法 12 法治建设 13 信息化建设 50 事业运行 99 其他司法支出
20408 公共安全支出 强制隔离戒毒 01 行政运行 02 一般行政管理事务 04 强制隔离戒毒人员生活 99 其他强制隔离戒毒支出
20805 社会保障和就业支出 行政事业单位养老支出 01 行政单位离退休 05 机关事业单位基本养老保险缴费支出
20808 社会保障和就业支出 抚恤 01 死亡抚恤
20899 社会保障和就业支出 其他社会保障和就业支出 99 其他社会保障和就业支出
21011 卫生健康支出 行政事业单位医疗 01 行政单位医疗 02 事业单位医疗 03 公务员医疗补助
21305 农林水支出 巩固脱贫衔接乡村振兴 99 其他巩固脱贫衔接乡村振兴支出
22102 住房保障支出 住房改革支出 01 住房公积金
"""

CLASSES = """\
201 一般公共服务支出，202 外交支出，203 国防支出，204 公共安全支出，205 教育支出
206 科学技术支出，207 文化旅游体育与传媒支出，208 社会保障和就业支出，209 社会保险基金支出，210 卫生健康支出
211 节能环保支出，212 城乡社区支出，213 农林水支出，214 交通运输支出，215 资源勘探工业信息等支出
216 商业服务业等支出，217 金融支出，219 援助其他地区支出，220 自然资源海洋气象等支出，221 住房保障支出
222 粮油物资储备支出，223 国有资本经营预算支出，224 灾害防治及应急管理支出，227 预备费，229 其他支出
230 转移性支出，231 债务还本支出，232 债务付息支出，233 债务发行费用支出，234 抗疫特别国债安排的支出
"""

ECONOMIC = """\
301 工资福利支出，30108 机关事业单位基本养老保险缴费，30212 因公出国（境）费用，30231 公务用车运行维护费
303 对个人和家庭的补助，30907 信息网络及软件购置更新，30922 无形资产购置，310 资本性支出
31101 资本金注入，31201 资本金注入，31199 其他对企业补助，399 其他支出
"""


def name(entry: Entry[AnyCode] | None) -> str | None:
    return None if entry is None else entry.name


def known(problem: Problem | None) -> Problem:
    assert problem is not None
    return problem


@pytest.mark.parametrize("line", NAMES_OF_2023.splitlines())
def test_the_names_printed_in_final_accounts_of_2023_stand_under_their_codes(line: str) -> None:
    group, class_name, group_name, *items = line.split()
    for digits, item_name in zip(items[::2], items[1::2], strict=True):
        assert (class_name, group_name, item_name) == catalog.functional_names(group + digits, 2023)


def test_the_edition_of_2023_has_thirty_classes() -> None:
    classes = [entry for entry in catalog.functional_entries(2023) if entry.code.level is Level.CLASS]
    assert CLASSES.replace("，", "\n").splitlines() == [f"{entry.code} {entry.name}" for entry in classes]


def test_an_entry_says_where_it_was_seen() -> None:
    expected = Entry(code=FunctionalCode("2040601"), name="行政运行", evidence="document", confidence="high")
    assert expected == catalog.functional("204 06 01", 2023)


def test_names_end_at_the_level_of_the_code() -> None:
    assert ("公共安全支出", None, None) == catalog.functional_names("204", 2023)
    assert ("公共安全支出", "司法", None) == catalog.functional_names("20406", 2023)


def test_names_of_unknown_codes_are_none_from_the_unknown_level_on() -> None:
    assert ("公共安全支出", "司法", None) == catalog.functional_names("2040688", 2023)
    assert ("公共安全支出", None, None) == catalog.functional_names("2041601", 2023)
    assert (None, None, None) == catalog.functional_names("2990101", 2023)


@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        ("21305", 2023, "巩固脱贫衔接乡村振兴"),
        ("21305", 2024, "巩固脱贫攻坚成果衔接乡村振兴"),
        ("2130135", 2023, "农业资源保护修复与利用"),
        ("2130135", 2024, "农业生态资源保护"),
        ("20139", 2023, None),
        ("20139", 2024, "社会工作事务"),
        ("2210111", 2025, "配租型住房保障"),
    ],
)
def test_a_code_has_the_name_of_its_budget_year(code: str, year: int, expected: str | None) -> None:
    assert expected == name(catalog.functional(code, year))


def test_years_outside_the_known_editions_are_answered_from_the_nearest() -> None:
    assert "巩固脱贫衔接乡村振兴" == name(catalog.functional("21305", 2015))
    assert "成品油价格改革对交通运输的补贴" == name(catalog.functional("21404", 2015))
    assert "巩固脱贫攻坚成果衔接乡村振兴" == name(catalog.functional("21305", 2035))
    assert "配租型住房保障" == name(catalog.functional("2210111", 2035))
    assert catalog.functional("21404", 2035) is None


def test_what_the_last_edition_ends_has_no_entry_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"code": "20406", "name": "司法", "valid_from": "", "valid_to": "2026", "boundary_known": ""}
    rows = [row | {"evidence": "document", "confidence": "high"}]
    monkeypatch.setattr(_tables, "read_rows", lambda file: rows)
    table = _tables.read_table("支出功能分类", "functional", FunctionalCode)
    assert ["司法", "司法", None] == [name(table.find("20406", year)) for year in (2015, 2026, 2035)]


def test_a_renamed_code_keeps_its_history() -> None:
    history = catalog.functional_history("2013804")
    expected = [("市场主体管理", None, 2023), ("经营主体管理", 2024, None)]
    assert expected == [(entry.name, entry.valid_from, entry.valid_to) for entry in history]
    assert not any(entry.boundary_known for entry in history)
    assert () == catalog.functional_history("2040688")


@pytest.mark.parametrize("line", ECONOMIC.replace("，", "\n").splitlines())
def test_economic_codes_of_departments_have_their_official_names(line: str) -> None:
    code, expected = line.split()
    assert expected == name(catalog.economic(code, 2023))


def test_economic_codes_of_governments_stand_in_a_table_of_their_own() -> None:
    assert "工资奖金津补贴" == name(catalog.government_economic("50101", 2023))
    assert "机关资本性支出（基本建设）" == name(catalog.government_economic(GovernmentEconomicCode("504"), 2023))
    assert catalog.economic("30104", 2023) is None
    with pytest.raises(InvalidInputError, match="501 looks like a 政府预算支出经济分类 code"):
        catalog.economic("501", 2023)


@given(years)
def test_entries_come_in_code_order_and_are_those_that_the_lookup_finds(year: int) -> None:
    entries = catalog.functional_entries(year)
    codes = [entry.code for entry in entries]
    assert sorted(set(codes)) == codes
    for entry in entries[:: len(entries) // 20]:
        assert entry == catalog.functional(entry.code, year)


def test_the_economic_entries_come_in_code_order() -> None:
    codes = [entry.code for entry in catalog.economic_entries(2023)]
    assert sorted(set(codes)) == codes
    assert (EconomicCode("301"), EconomicCode("39999")) == (codes[0], codes[-1])


def test_a_class_is_known_or_not_at_every_level_of_the_code() -> None:
    assert all(map(catalog.knows_class, ["204", "20406", "2040688", "22701", "301", "30108", "501", "59999"]))
    assert not any(map(catalog.knows_class, ["299", "2990101", "218", "304", "30401", "520"]))


@pytest.mark.parametrize(
    "code",
    ["20406", "2040601", "2040688", "20141", "21404", "30108", "50101", "20704", "2012401", "39906", "50801"],
)
def test_a_group_of_any_edition_is_known(code: str) -> None:
    assert catalog.knows_group(code)


@pytest.mark.parametrize("code", ["204", "20416", "2041601", "22701", "30104", "50104"])
def test_an_unknown_group_or_none_at_all_is_not_known(code: str) -> None:
    assert not catalog.knows_group(code)


@pytest.mark.parametrize("code", ["204", "20406", "2040601", "2040688", "227", "20704", "20822", "21372"])
def test_known_functional_codes_pass(code: str) -> None:
    assert catalog.check_functional(code) is None


def test_an_unknown_group_is_refused_with_those_near_to_it() -> None:
    problem = known(catalog.check_functional("2041601"))
    assert "unknown-group" == problem.code
    assert "" == problem.path
    assert "20406 司法" in problem.en
    assert problem.en.endswith("got 2041601")
    assert problem.zh.startswith("204 公共安全支出类下没有20416款")
    assert "20406 司法" in problem.zh


def test_an_unknown_class_is_refused_with_those_near_to_it() -> None:
    problem = known(catalog.check_functional("2990101"))
    assert "unknown-class" == problem.code
    assert "229 其他支出" in problem.en
    assert "支出功能分类中没有299类" in problem.zh


def test_a_class_without_groups_says_so() -> None:
    problem = known(catalog.check_functional("22701"))
    assert "227 预备费 has no 款, expected 227, got 22701" == problem.en
    assert "227 预备费类不设款，应为227，实际为22701" == problem.zh


def test_economic_codes_are_checked_in_their_own_table() -> None:
    assert catalog.check_economic("30108") is None
    assert catalog.check_economic("399") is None
    assert "unknown-group" == known(catalog.check_economic("30104")).code
    assert "30103 奖金" in known(catalog.check_economic("30104")).en
    assert "unknown-class" == known(catalog.check_economic("30401")).code


@pytest.mark.parametrize("text", ["301", "２０４", "204060", "司法"])
def test_text_that_is_no_functional_code_is_an_exception_and_no_finding(text: str) -> None:
    with pytest.raises(InvalidInputError):
        catalog.check_functional(text)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("201", "一般公共服务支出 一般公共服务"),
        ("204", "公共安全支出 公共安全"),
        ("2040601", "公共安全支出 公共安全"),
        ("210", "卫生健康支出 医疗卫生与计划生育支出"),
        ("221", "住房保障支出"),
        ("503", "机关资本性支出 机关资本性支出（一）"),
        ("299", ""),
    ],
)
def test_former_names_and_short_forms_of_a_class_are_accepted(code: str, expected: str) -> None:
    assert set(expected.split()) == catalog.accepted_class_names(code)


@given(st.data(), years)
def test_a_code_that_is_in_an_edition_passes_the_check(data: st.DataObject, year: int) -> None:
    entry = data.draw(st.sampled_from(catalog.functional_entries(year)))
    assert catalog.check_functional(entry.code) is None
    assert catalog.knows_class(entry.code)
    assert entry in catalog.functional_history(entry.code)
    assert entry.name == catalog.functional_names(entry.code, year)[len(entry.code.parts) - 1]


def test_no_code_of_the_tables_is_missing() -> None:
    known_years = (2022, 2023, 2024, 2025)
    assert 1856 == len({entry.code for year in known_years for entry in catalog.functional_entries(year)})
    assert 110 == len(catalog.economic_entries(2023))
    assert 81 == len(catalog.government_economic_entries(2023))


def _rows(year: int) -> Iterable[Entry[AnyCode]]:
    yield from catalog.functional_entries(year)
    yield from catalog.economic_entries(year)
    yield from catalog.government_economic_entries(year)


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_no_row_stands_without_its_parent(year: int) -> None:
    entries = list(_rows(year))
    codes = {entry.code for entry in entries}
    assert [] == [entry.code for entry in entries if entry.code.parent not in {None, *codes}]


def test_no_year_has_two_names_for_a_code() -> None:
    for entry in catalog.functional_entries(2023) + catalog.functional_entries(2025):
        for before, after in pairwise(catalog.functional_history(entry.code)):
            assert before.valid_to is not None
            assert after.valid_from is not None
            assert before.valid_to < after.valid_from


def test_names_carry_no_stray_characters() -> None:
    odd = [entry for year in (2022, 2025) for entry in _rows(year) if set(entry.name) & set(" \u3000\u00a0()\t,")]
    assert [] == odd


LAZY = """
    import sys

    opened = []
    sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)

    import govfinance.catalog

    assert not [path for path in opened if path.endswith(".csv")], opened
    govfinance.catalog.functional("204", 2023)
    govfinance.catalog.functional("205", 2023)
    print(*(path.replace("\\\\", "/").rpartition("/")[2] for path in opened if path.endswith(".csv")))
"""


def test_importing_reads_no_data_and_a_question_reads_its_table_once() -> None:
    result = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(LAZY)], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert (0, "") == (result.returncode, result.stderr)
    assert ["functional.csv"] == result.stdout.split()
