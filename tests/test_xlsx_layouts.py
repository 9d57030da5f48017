"""Public tables as finance offices lay them out: one department, in every layout that is met, gives the same accounts."""

from __future__ import annotations

import subprocess
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import tests.layouts as the
import pytest
from tests.layouts import Rows, Tables, by_code, fiscal, lanes, ministry, nil, text, top, totals, wan, yuan

import govfinance as gf
from govfinance.model import FinalAccounts, PublicTable

pytest.importorskip("python_calamine", reason="needs python-calamine (govfinance[xlsx])")

LAYOUTS: dict[str, Callable[[], Tables]] = {}
Maker = Callable[[], Tables]


def layout(make: Maker) -> Maker:
    LAYOUTS[make.__name__.lstrip("_").replace("_", " ")] = make
    return make


def put(**tables: Rows) -> Tables:
    """The tables of the 财政部 with some of them laid out otherwise."""
    return ministry() | tables


def titled(sheets: Tables, change: Callable[[str], str]) -> Tables:
    return {key: [[change(rows[0][0]), *rows[0][1:]], *rows[1:]] for key, rows in sheets.items()}


# The workbook as a whole


@layout
def as_the_ministry_has_it() -> Tables:
    return ministry()


@layout
def all_tables_in_one_sheet() -> Tables:
    return {"Sheet1": [row for rows in ministry().values() for row in [*rows, [], []]]}


@layout
def all_tables_in_one_sheet_without_a_gap() -> Tables:
    return {"Sheet1": [row for rows in ministry().values() for row in rows]}


@layout
def with_a_cover_and_a_list_of_contents() -> Tables:
    titles: Rows = [[f"{number}、{rows[0][0]}", number] for number, rows in enumerate(ministry().values(), 1)]
    cover: Rows = [["2024年度部门决算"], ["甲县乙局"], ["2025年8月"]]
    return {"封面": cover, "目录": [["目 录"], *titles], **ministry()}


@layout
def with_a_list_of_contents_that_has_a_gap_between_titles() -> Tables:
    titles: Rows = []
    for rows in ministry().values():
        titles += [[rows[0][0]], [""], [""], [""]]
    return {"目录": [["目录"], *titles], **ministry()}


@layout
def with_titles_in_the_names_of_the_sheets_only() -> Tables:
    names = {rows[0][0]: rows[1:] for rows in ministry().values()}
    return {f"{number:02}{title[:28]}": rows for number, (title, rows) in enumerate(names.items(), 1)}


@layout
def with_year_department_and_number_in_the_title() -> Tables:
    return titled(ministry(), lambda title: f"附件2-1 2024年度甲县乙局{title}（公开03表）")


@layout
def with_the_year_and_the_department_above_the_title() -> Tables:
    return {key: [["附件1"], ["甲县乙局2024年度部门决算公开表"], *rows] for key, rows in ministry().items()}


@layout
def with_titles_split_by_spaces() -> Tables:
    return titled(ministry(), lambda title: " ".join(title))


@layout
def with_titles_in_the_middle() -> Tables:
    return {key: [["", "", "", rows[0][0]], *rows[1:]] for key, rows in ministry().items()}


@layout
def below_and_beside_blank_cells() -> Tables:
    return {key: [[], [], *([["", *row] for row in rows])] for key, rows in ministry().items()}


@layout
def with_blank_rows_below() -> Tables:
    return {key: [*rows, *[[""] * 8 + [" "]] * 30] for key, rows in ministry().items()}


@layout
def with_notes_below() -> Tables:
    notes: Rows = [["注：1.本表反映部门本年度收支情况。"], ["    2.本表金额转换为万元时，因四舍五入可能存在尾差。"]]
    return {key: [*rows, *notes, ["— 3 —"]] for key, rows in ministry().items()}


@layout
def with_empty_tables_of_the_same_titles() -> Tables:
    empty = {f"{key} (2)": [row for row in rows if not any(isinstance(value, float) for value in row)] for key, rows in ministry().items()}
    return ministry() | {"spare": empty["revenue (2)"], "spare2": empty["government_fund (2)"]}


# Amounts


@layout
def in_ten_thousand_yuan() -> Tables:
    return the.renamed_units(ministry(wan), "金额单位：万元")


@layout
def with_another_note_of_the_unit() -> Tables:
    return the.renamed_units(ministry(wan), "单位：人民币万元")


@layout
def with_the_unit_beside_its_amounts_in_brackets() -> Tables:
    return the.renamed_units(ministry(wan), "（金额单位:万元）")


@layout
def with_the_unit_in_the_cell_of_the_department() -> Tables:
    sheets = the.renamed_units(ministry(), "")
    said = "部门：甲县乙局                        单位：元"
    return {key: [[said if value == "部门：甲县乙局" else value for value in row] for row in rows] for key, rows in sheets.items()}


@layout
def with_the_unit_in_the_title_cell_above() -> Tables:
    return the.renamed_units(ministry(), "计量单位：元")


@layout
def with_amounts_as_text() -> Tables:
    return ministry(text)


for _shown in (0.0, 0, "-", "—", "／", "0.00", "——", " "):

    def _with_nil(shown: Any = _shown) -> Tables:
        return ministry(nil(shown))

    LAYOUTS[f"with nil as {_shown!r}"] = _with_nil


# Rows by code


@layout
def with_codes_in_three_cells() -> Tables:
    head = [["项目", "", "", "", "本年收入合计", *the.REVENUE_HEAD[0][3:]], ["类", "款", "项", "科目名称"]]
    split: Any = {"codes": the.split}
    return put(
        revenue=by_code("收入决算表", the.REVENUE, head, **split),
        expenditure=by_code(
            "支出决算表",
            the.EXPENDITURE,
            [
                ["项目", "", "", "", *the.EXPENDITURE_HEAD[0][2:]],
                ["支出功能分类科目编码", "", "", "科目名称"],
                ["类", "款", "项"],
            ],
            last=True,
            **split,
        ),
        general_public=by_code(
            "一般公共预算财政拨款支出决算表",
            the.GENERAL,
            [
                ["项目", "", "", "", "本年支出"],
                ["支出功能分类科目编码", "", "", "科目名称", "小计", "基本支出", "项目支出"],
                ["类", "款", "项", "栏次", "1", "2", "3"],
            ],
            **split,
        ),
        government_fund=by_code(
            "政府性基金预算财政拨款收入支出决算表",
            the.FUND,
            [
                ["功能分类科目编码", "", "", "科目名称", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"],
                ["类", "款", "项", "", "", "", "小计", "基本支出", "项目支出"],
            ],
            last=True,
            **split,
        ),
        basic=lanes(("301", "303"), ("302", "310"), codes=lambda code: [code[:3], code[3:]]),
    )


def split_as(codes: Callable[[str], list[Any]]) -> Tables:
    """Codes in three cells, in the table of general_public."""
    head: Rows = [["项目", "", "", "", "合计", "基本支出", "项目支出"], ["类", "款", "项", "科目名称"]]
    return put(general_public=by_code("一般公共预算财政拨款支出决算表", the.GENERAL, head, codes=codes))


@layout
def with_codes_in_three_cells_as_numbers() -> Tables:
    return split_as(lambda code: [int(part) if part else "" for part in the.split(code)])


@layout
def with_the_class_only_in_its_own_row() -> Tables:
    def codes(code: str) -> list[Any]:
        parts = the.split(code)
        last = max(number for number, part in enumerate(parts) if part)
        return [part if number == last else "" for number, part in enumerate(parts)]

    return split_as(codes)


@layout
def with_the_code_up_to_the_row_in_each_cell() -> Tables:
    return split_as(lambda code: [code[:3], code[:5] if len(code) > 3 else "", code if len(code) > 5 else ""])


@layout
def with_the_whole_code_in_the_cell_of_its_level() -> Tables:
    return split_as(lambda code: [code if len(code) == size else "" for size in (3, 5, 7)])


def coded(codes: Callable[[str], Any], **options: Any) -> Tables:
    """Codes in one cell, in all tables by functional code."""
    return ministry(codes=lambda code: [codes(code)], **options)


@layout
def with_codes_as_numbers() -> Tables:
    return coded(int)


@layout
def with_codes_as_floats() -> Tables:
    return coded(float)


@layout
def with_an_apostrophe_before_codes() -> Tables:
    return coded(lambda code: f"'{code}")


@layout
def with_spaces_in_codes() -> Tables:
    return coded(lambda code: f"  {code[:3]} {code[3:5]} {code[5:]}")


@layout
def with_names_beside_codes_indented() -> Tables:
    return ministry(name=lambda code: "　" * (len(code) // 2 - 1) + the.NAMES[code])


@layout
def with_the_total_last() -> Tables:
    return ministry(last=True)


@layout
def with_the_total_split_by_spaces() -> Tables:
    return ministry(total="合　　计")


@layout
def with_the_total_beside_the_code() -> Tables:
    rows = by_code("收入决算表", the.REVENUE, the.REVENUE_HEAD)
    return put(revenue=[["", "合计", *row[2:]] if row[0] == "合计" else row for row in rows])


@layout
def with_code_and_name_in_one_cell() -> Tables:
    head: Rows = [["功能分类科目", "合计", "基本支出", "项目支出"]]
    rows: Rows = [[f"{code}{the.NAMES[code]}" if code else "合计", *map(yuan, cells)] for code, cells in the.GENERAL.items()]
    return put(general_public=[*top("一般公共预算财政拨款支出决算表"), *head, *rows])


@layout
def with_items_only() -> Tables:
    return ministry(only=lambda code: len(code) == 7)


@layout
def with_sums_of_the_division_below_its_items() -> Tables:
    rows = by_code("一般公共预算财政拨款支出决算表", the.GENERAL, the.GENERAL_HEAD)
    return put(general_public=[*rows[:8], *rows[8:]])


@layout
def with_columns_in_another_order() -> Tables:
    head: Rows = [["科目编码", "科目名称", "项目支出", "基本支出", "合计"]]
    figures = {code: [project, basic, total] for code, (total, basic, project) in the.GENERAL.items()}
    return put(general_public=by_code("一般公共预算财政拨款支出决算表", figures, head))


@layout
def with_remarks_and_numbers_of_rows() -> Tables:
    rows = by_code("一般公共预算财政拨款支出决算表", the.GENERAL, [["科目编码", "科目名称", "合计", "基本支出", "项目支出"]])
    body = [[*row, "", "其中含上年结转资金"] if len(row) == 5 and number > 3 else row for number, row in enumerate(rows)]
    body[3] = [*body[3], "", "备注"]
    numbered = [["序号", *row] if number == 3 else [number - 3, *row] if number > 3 else row for number, row in enumerate(body)]
    return put(general_public=numbered)


@layout
def with_personnel_and_public_below_basic() -> Tables:
    head: Rows = [
        ["科目编码", "科目名称", "本年支出", "", "", "", ""],
        ["", "", "合计", "基本支出", "", "", "项目支出"],
        ["", "", "", "小计", "人员经费", "公用经费", ""],
    ]
    figures = {code: [total, basic, basic, "", project] for code, (total, basic, project) in the.GENERAL.items()}
    return put(general_public=by_code("一般公共预算财政拨款支出决算表", figures, head))


@layout
def with_fees_below_service_revenue() -> Tables:
    first = ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "", *the.REVENUE_HEAD[0][6:]]
    head: Rows = [first, ["", "", "", "", "", "小计", "其中：教育收费"]]
    figures = {code: [*cells[:4], cells[3], *cells[4:]] for code, cells in the.REVENUE.items()}
    return put(revenue=by_code("收入决算表", figures, head))


@layout
def with_fees_beside_service_revenue() -> Tables:
    first = ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "其中：教育收费"]
    head: Rows = [[*first, *the.REVENUE_HEAD[0][6:]]]
    figures = {code: [*cells[:4], cells[3], *cells[4:]] for code, cells in the.REVENUE.items()}
    return put(revenue=by_code("收入决算表", figures, head))


@layout
def with_a_continued_table_on_a_second_sheet() -> Tables:
    rows = by_code("支出决算表", the.EXPENDITURE, the.EXPENDITURE_HEAD)
    above = rows[:5]
    return put(
        expenditure=rows[:11],
        continued=[["支出决算表（续）"], *above[1:], *rows[11:]],
    )


@layout
def with_a_general_public_table_that_has_income() -> Tables:
    head: Rows = [
        ["项目", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"],
        ["科目代码", "科目名称", "", "", "合计", "基本支出", "项目支出"],
    ]
    figures = {code: ["", cells[0], *cells, ""] for code, cells in the.GENERAL.items()}
    return put(general_public=by_code("一般公共预算财政拨款收入支出决算表", figures, head))


# Income beside expenditure


@layout
def without_numbers_of_rows() -> Tables:
    return put(totals=totals(numbered=False), fiscal=fiscal(numbered=False))


@layout
def with_few_classes() -> Tables:
    few = [name for name in the.CLASSES if name not in ("债务还本支出", "债务付息支出")]
    return put(totals=totals(classes=few), fiscal=fiscal(classes=few))


@layout
def with_only_the_classes_that_have_money() -> Tables:
    return put(totals=totals(classes=[*the.SPENT, *the.CLASSES[1:6]]), fiscal=fiscal(classes=list(the.SPENT)))


@layout
def with_former_names_of_classes() -> Tables:
    former = {
        "资源勘探工业信息等支出": "资源勘探信息等支出",
        "卫生健康支出": "医疗卫生与计划生育支出",
        "文化旅游体育与传媒支出": "文化体育与传媒支出",
        "自然资源海洋气象等支出": "国土海洋气象等支出",
    }
    return put(totals=totals(classes=[former.get(name, name) for name in the.CLASSES]))


for _surplus in (
    "使用非财政拨款结余",
    "使用非财政拨款结余和专用结余",
    "使用专用结余和非财政拨款结余",
    "使用非财政拨款结余(含专用结余)",
    "  使用专用结余",
    "用事业基金弥补收支差额",
    "    用事业基金弥补收支差额",
    "九、用事业基金弥补收支差额",
    "动用非财政拨款结余",
):

    def _with_surplus(label: str = _surplus) -> Tables:
        return put(totals=totals(surplus=label))

    LAYOUTS[f"with the line {_surplus}"] = _with_surplus


@layout
def with_fees_in_a_line_of_their_own() -> Tables:
    return put(totals=totals(extra=[("    其中：教育收费", "20000")]))


@layout
def with_a_line_for_the_whole_of_fiscal_income() -> Tables:
    rows = totals()
    first = next(number for number, row in enumerate(rows) if str(row[0]).startswith("一、"))
    body = [["财政拨款收入小计", "", 1745000.01, "", "", ""], *rows[first:]]
    return put(totals=[*rows[:first], *body])


@layout
def with_budgets_beside_the_actual_amounts() -> Tables:
    rows: Rows = []
    for row in totals(numbered=False)[5:]:
        left, amount, right, other = row
        rows.append([left, 1.0, 2.0, amount, right, 3.0, 4.0, other] if right else [left, 1.0, 2.0, amount, "", "", "", ""])
    head: Rows = [
        ["收入", "", "", "", "支出"],
        ["项目", "年初预算数", "全年预算数", "决算数", "项目", "年初预算数", "全年预算数", "决算数"],
    ]
    return put(totals=[*top("收入支出决算总表"), *head, *rows])


@layout
def with_lines_of_the_carry_over() -> Tables:
    rows = totals()
    place = next(number for number, row in enumerate(rows) if row[0] == "年初结转和结余")
    parts: Rows = [
        ["  基本支出结转", "", 20000.0, "  基本支出结转", "", 20000.0],
        ["  项目支出结转和结余", "", 10000.0, "  项目支出结转和结余", "", 28000.0],
        ["  经营结余", "", "", "  经营结余", "", ""],
    ]
    after = rows[place + 1 :]
    return put(totals=[*rows[: place + 1], *parts, *after])


# Economic codes


@layout
def with_one_lane() -> Tables:
    foot: Rows = [["合计", "", 1385000.01]]
    return put(basic=lanes(("301", "302", "303", "310"), footers=foot))


@layout
def with_one_lane_and_the_total_first() -> Tables:
    rows: Rows = [["合计", "", yuan(the.ALL_BASIC)]]
    rows += [[code, the.NAMES[code], yuan(amount)] for code, amount in the.BASIC.items()]
    head: Rows = [["经济分类科目编码", "科目名称", "决算数"]]
    return put(basic=[*top("一般公共预算财政拨款基本支出决算表"), *head, *rows])


@layout
def with_two_lanes() -> Tables:
    return put(basic=lanes(("301", "303"), ("302", "310")))


@layout
def with_a_total_below_personnel_and_public() -> Tables:
    rows = lanes(("301", "303"), ("302", "310"))
    return put(basic=[*rows, ["合计", "", "", "", "", 1385000.01]])


@layout
def with_economic_columns() -> Tables:
    head: Rows = [["经济分类科目", "", "基本支出"], ["科目编码", "科目名称", "合计", "人员经费", "公用经费"]]
    rows: Rows = [["合计", "", yuan(the.ALL_BASIC), yuan(the.PERSONNEL), yuan(the.PUBLIC)]]
    for code, amount in the.BASIC.items():
        staff = code[:3] in ("301", "303")
        rows.append([code, the.NAMES[code], yuan(amount), yuan(amount) if staff else "", "" if staff else yuan(amount)])
    return put(basic=[*top("一般公共预算财政拨款基本支出决算表"), *head, *rows])


@layout
def with_economic_columns_without_a_total() -> Tables:
    head: Rows = [["科目编码", "科目名称", "人员经费", "公用经费"]]
    rows: Rows = []
    for code, amount in the.BASIC.items():
        staff = code[:3] in ("301", "303")
        rows.append([code, the.NAMES[code], yuan(amount) if staff else "", "" if staff else yuan(amount)])
    rows.append(["合计", "", yuan(the.PERSONNEL), yuan(the.PUBLIC)])
    return put(basic=[*top("一般公共预算财政拨款基本支出决算表"), *head, *rows])


@layout
def with_economic_codes_as_numbers() -> Tables:
    return put(basic=lanes(("301", "303"), ("302",), ("310",), codes=lambda code: [int(code)]))


@layout
def with_economic_codes_in_two_cells_as_numbers() -> Tables:
    return put(basic=lanes(("301",), ("302", "303"), ("310",), codes=lambda code: [int(code[:3]), int(code[3:]) if code[3:] else ""]))


# “三公”经费


@layout
def with_three_public_in_pairs() -> Tables:
    first: list[Any] = [value for heading in the.THREE_TOP for value in (heading, "")]
    second: list[Any] = [value for heading in the.THREE_BELOW for value in (heading, "")]
    cells = [yuan(part) for pair in the.THREE.values() for part in pair]
    rows = [first, second, ["预算数", "决算数"] * 6, cells]
    return put(three_public=[*top("财政拨款“三公”经费支出决算表"), *rows])


@layout
def with_three_public_lines_as_rows() -> Tables:
    labels = ("合计", "1.因公出国（境）费", "2.公务用车购置及运行维护费", "其中：（1）公务用车购置费", "（2）公务用车运行维护费", "3.公务接待费")
    rows: Rows = [[label, *map(yuan, pair)] for label, pair in zip(labels, the.THREE.values(), strict=True)]
    return put(three_public=[*top("“三公”经费支出决算表"), ["项目", "预算数", "决算数"], *rows])


@layout
def with_three_public_lines_as_rows_with_counts_below() -> Tables:
    labels = ("一、“三公”经费支出", "（一）因公出国（境）费", "（二）公务用车购置及运行维护费", "1.公务用车购置费", "2.公务用车运行维护费", "（三）公务接待费")
    rows: Rows = [[label, n, *map(yuan, pair)] for n, (label, pair) in enumerate(zip(labels, the.THREE.values(), strict=True), 1)]
    counts: Rows = [["二、相关统计数", 7, "—", "—"], ["（一）因公出国（境）团组数（个）", 8, "—", 0.0], ["（三）国内公务接待批次（个）", 9, "—", 12.0]]
    head: Rows = [["项目", "行次", "预算数", "决算数"], ["栏次", "", "1", "2"]]
    return put(three_public=[*top("“三公”经费支出决算表"), *head, *rows, *counts])


@layout
def with_three_public_named_whole_year() -> Tables:
    return put(three_public=the.three_public(budget="全年预算数"))


@layout
def with_three_public_named_by_year() -> Tables:
    return put(three_public=the.three_public(budget="2024年度预算数", actual="2024年度决算数"))


@layout
def with_three_public_headings_over_two_lines() -> Tables:
    rows = the.three_public()
    return put(three_public=[[str(value).replace("购置及", "购置\n及") if isinstance(value, str) else value for value in row] for row in rows])


# The laws


def differences(one: FinalAccounts, other: FinalAccounts) -> dict[str, tuple[Any, Any]]:
    names = [field.name for field in attrs.fields(FinalAccounts)]
    pairs = {name: (getattr(one, name), getattr(other, name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


@pytest.mark.parametrize("make", [the.xlsx, the.xls], ids=["xlsx", "xls"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_the_same_accounts(name: str, make: Callable[[Tables], bytes], tmp_path: Path) -> None:
    path = tmp_path / "tables"
    path.write_bytes(make(LAYOUTS[name]()))
    read = gf.open_xlsx(path)
    assert {} == differences(the.accounts(), read.accounts)
    assert () == read.warnings
