"""Public tables as finance offices lay them out: one department, in every layout that is met, gives the same accounts."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
import xlsxwriter
from attrs import astuple

import govfinance as gf
import tests.layouts as the
from govfinance.comparatives import with_figures
from govfinance.io._tables._regions import table_titled
from govfinance.io._xlsx_template import write_template
from govfinance.model import FinalAccounts, ProjectItem, PublicTable, Remarks, RevenueSource
from tests.layouts import Rows, Tables, by_code, fiscal, lanes, ministry, nil, text, top, totals, wan, yuan

openpyxl = pytest.importorskip("openpyxl", reason="needs openpyxl, to fill in a template")
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
def with_the_department_in_the_title_only() -> Tables:
    sheets = {
        key: [[value for value in row if value != "部门：甲县乙局"] for row in rows] for key, rows in ministry().items()
    }
    return titled(sheets, lambda title: f"2024年度甲县乙局{title}")


@layout
def with_the_office_and_its_seal_in_one_cell() -> Tables:
    above: Rows = [["公开表"], ["填报单位: 甲县乙局（公章）", "", "2024年度", "", "单位： 元"]]
    return {key: [rows[0], *above, *rows[3:]] for key, rows in ministry().items()}


@layout
def with_the_unit_in_the_title() -> Tables:
    sheets = {key: [rows[0], ["部门：甲县乙局", "2024年度"], *rows[3:]] for key, rows in ministry().items()}
    return titled(sheets, lambda title: f"{title}（单位：元）")


@layout
def with_titles_split_by_spaces() -> Tables:
    return titled(ministry(), " ".join)


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
    empty = {
        f"{key} (2)": [row for row in rows if not any(isinstance(value, float) for value in row)]
        for key, rows in ministry().items()
    }
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
    return {
        key: [[said if value == "部门：甲县乙局" else value for value in row] for row in rows]
        for key, rows in sheets.items()
    }


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
                [
                    "功能分类科目编码",
                    "",
                    "",
                    "科目名称",
                    "年初结转和结余",
                    "本年收入",
                    "本年支出",
                    "",
                    "",
                    "年末结转和结余",
                ],
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
    rows: Rows = [
        [f"{code}{the.NAMES[code]}" if code else "合计", *map(yuan, cells)] for code, cells in the.GENERAL.items()
    ]
    return put(general_public=[*top("一般公共预算财政拨款支出决算表"), *head, *rows])


@layout
def with_items_only() -> Tables:
    return ministry(only=lambda code: len(code) == 7)


@layout
def with_sums_between_the_items() -> Tables:
    rows = by_code("一般公共预算财政拨款支出决算表", the.GENERAL, the.GENERAL_HEAD, only=lambda code: len(code) == 7)
    return put(general_public=[*rows[:8], ["", "小计", *map(yuan, the.GENERAL["20106"])], *rows[8:]])


@layout
def with_columns_in_another_order() -> Tables:
    head: Rows = [["科目编码", "科目名称", "项目支出", "基本支出", "合计"]]
    figures = {code: [project, basic, total] for code, (total, basic, project) in the.GENERAL.items()}
    return put(general_public=by_code("一般公共预算财政拨款支出决算表", figures, head))


@layout
def with_remarks_and_numbers_of_rows() -> Tables:
    rows = by_code(
        "一般公共预算财政拨款支出决算表", the.GENERAL, [["科目编码", "科目名称", "合计", "基本支出", "项目支出"]]
    )
    body = [
        [*row, "", "其中含上年结转资金"] if len(row) == 5 and number > 3 else row for number, row in enumerate(rows)
    ]
    body[3] = [*body[3], "", "备注"]
    numbered = [
        ["序号", *row] if number == 3 else [number - 3, *row] if number > 3 else row for number, row in enumerate(body)
    ]
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
    first = [
        "科目编码",
        "科目名称",
        "本年收入合计",
        "财政拨款收入",
        "上级补助收入",
        "事业收入",
        "",
        *the.REVENUE_HEAD[0][6:],
    ]
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
def with_a_continued_table_in_the_same_sheet() -> Tables:
    rows = by_code("支出决算表", the.EXPENDITURE, the.EXPENDITURE_HEAD)
    return put(expenditure=[*rows[:11], ["续表"], *rows[3:5], *rows[11:]])


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
        rows.append(
            [left, 1.0, 2.0, amount, right, 3.0, 4.0, other] if right else [left, 1.0, 2.0, amount, "", "", "", ""]
        )
    head: Rows = [
        ["收入", "", "", "", "支出"],
        ["项目", "年初预算数", "全年预算数", "决算数", "项目", "年初预算数", "全年预算数", "决算数"],
    ]
    return put(totals=[*top("收入支出决算总表"), *head, *rows])


@layout
def with_a_third_part_by_nature() -> Tables:
    rows = totals(numbered=False)
    third: Rows = [["项目（按支出性质）", "决算数"], ["一、基本支出", 1395000.01], ["二、项目支出", 370000.0]]
    wide = [[*row, *[""] * (4 - len(row))] for row in rows]
    for number, cells in enumerate(third):
        wide[4 + number] += cells
    return put(totals=wide)


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
    return put(
        basic=lanes(
            ("301",), ("302", "303"), ("310",), codes=lambda code: [int(code[:3]), int(code[3:]) if code[3:] else ""]
        )
    )


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
    labels = (
        "合计",
        "1.因公出国（境）费",
        "2.公务用车购置及运行维护费",
        "其中：（1）公务用车购置费",
        "（2）公务用车运行维护费",
        "3.公务接待费",
    )
    rows: Rows = [[label, *map(yuan, pair)] for label, pair in zip(labels, the.THREE.values(), strict=True)]
    return put(three_public=[*top("“三公”经费支出决算表"), ["项目", "预算数", "决算数"], *rows])


@layout
def with_three_public_lines_as_rows_with_counts_below() -> Tables:
    labels = (
        "一、“三公”经费支出",
        "（一）因公出国（境）费",
        "（二）公务用车购置及运行维护费",
        "1.公务用车购置费",
        "2.公务用车运行维护费",
        "（三）公务接待费",
    )
    rows: Rows = [
        [label, n, *map(yuan, pair)] for n, (label, pair) in enumerate(zip(labels, the.THREE.values(), strict=True), 1)
    ]
    counts: Rows = [
        ["二、相关统计数", 7, "—", "—"],
        ["（一）因公出国（境）团组数（个）", 8, "—", 0.0],
        ["（三）国内公务接待批次（个）", 9, "—", 12.0],
    ]
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
    return put(
        three_public=[
            [str(value).replace("购置及", "购置\n及") if isinstance(value, str) else value for value in row]
            for row in rows
        ]
    )


# Numbers of columns as forms print them


@layout
def with_columns_numbered_as_sums() -> Tables:
    rows = the.three_public()
    numbers = ["1=2+3+6", "2", "3=4+5", "4", "5", "6", "7=8+9+12", "8", "9=10+11", "10", "11", "12"]
    general = by_code(
        "一般公共预算财政拨款支出决算表",
        the.GENERAL,
        [*the.GENERAL_HEAD, ["栏次", "", "1=2+3", "2", "3"]],
    )
    return put(three_public=[*rows[:6], numbers, *rows[7:]], general_public=general)


# Other workbooks: what this library writes, what is converted, templates, last year's and the budget


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


TITLES = {
    PublicTable.TOTALS: [
        "2024年度收支决算总表",
        "部门收支总表",
        "公开01表 收入支出决算总表",
        "收入支出决算总表（财决01表）",
    ],
    PublicTable.REVENUE: ["附件2：收入决算表", "2024年度部门收入决算表", "部门收入总表", "收 入 决 算 情 况 表"],
    PublicTable.EXPENDITURE: ["支出决算表（续）", "部门支出总表", "支出决算公开表", "某某局支出决算表 公开03表"],
    PublicTable.FISCAL: ["财政拨款收支决算总表", "财政拨款收支总表", "2024年财政拨款收入支出决算总表"],
    PublicTable.GENERAL_PUBLIC: [
        "一般公共预算支出表",
        "一般公共预算财政拨款收入支出决算表",
        "一般公共预算支出决算明细表",
    ],
    PublicTable.BASIC: ["一般公共预算基本支出表", "一般公共预算财政拨款基本支出决算明细表"],
    PublicTable.PROJECT: ["一般公共预算财政拨款项目支出决算明细表"],
    PublicTable.PROJECTS: ["项目收入支出决算表", "公开05表 项目收支决算表", "2022年度项目收入支出决算总表"],
    PublicTable.GOVERNMENT_FUND: ["政府性基金预算支出表", "政府性基金预算收支决算表", "政府性基金收入支出决算表"],
    PublicTable.STATE_CAPITAL: ["国有资本经营预算支出表", "国有资本经营预算财政拨款支出决算表"],
    PublicTable.THREE_PUBLIC: [
        "“三公”经费支出表",
        "一般公共预算财政拨款‘三公’经费支出决算表",
        "“三公”经费及会议费支出决算表",
    ],
    PublicTable.INSTITUTION: ["机构运行经费支出、国有资产占用情况及政府采购支出信息表"],
    None: ["目录", "2024年度部门决算", "注：本表反映收入支出决算总表", "部门整体支出绩效自评表", "政府采购情况表"],
}


@pytest.mark.parametrize(
    ("expected", "title"), [(table, title) for table, titles in TITLES.items() for title in titles]
)
def test_a_title_says_which_table_it_is(expected: PublicTable | None, title: str) -> None:
    assert expected is table_titled(title)


def test_an_office_whose_name_begins_like_a_unit_is_no_unit(tmp_path: Path) -> None:
    path = tmp_path / "tables"
    rows = {
        key: [["编制单位：元宝山区财政局" if v == "部门：甲县乙局" else v for v in row] for row in rows]
        for key, rows in ministry(wan).items()
    }
    path.write_bytes(the.xlsx(the.renamed_units(rows, "单位：万元")))
    read = gf.read_xlsx(path)
    assert ("元宝山区财政局", the.accounts().functional) == (read.department.name, read.functional)


def test_a_table_in_a_hidden_sheet_is_left_out_where_a_visible_one_has_it(tmp_path: Path) -> None:
    path = tmp_path / "tables"
    path.write_bytes(
        the.xlsx(ministry() | {"old": the.by_code("收入决算表", the.FUND, the.REVENUE_HEAD)}, hidden=["old"])
    )
    book = gf.open_xlsx(path)
    assert the.accounts() == book.accounts
    assert [("hidden-sheet", "old!A1")] == [(warning.code, warning.path) for warning in book.warnings]


def test_merged_headings_reach_over_their_columns(tmp_path: Path) -> None:
    path = tmp_path / "tables"
    merges = {"general_public": ["A1:E1", "A4:B4", "C4:E4"], "government_fund": ["E4:G4", "C4:C5", "D4:D5", "H4:H5"]}
    path.write_bytes(the.xlsx(ministry(), merges=merges))
    assert the.accounts() == gf.read_xlsx(path)


def test_tables_are_the_same_cell_for_cell(tmp_path: Path) -> None:
    path = tmp_path / "tables"
    path.write_bytes(the.xlsx(ministry()))
    jurisdiction = gf.jurisdiction("ministry", 2024)
    expected = gf.tabulate(the.accounts(), jurisdiction, scale=gf.Scale.YUAN)
    assert expected == gf.tabulate(gf.read_xlsx(path, jurisdiction=jurisdiction), jurisdiction, scale=gf.Scale.YUAN)


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_workbooks_that_an_office_program_converts_give_the_same_accounts(kind: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice (soffice)")
    names = ("as the ministry has it", "with codes in three cells", "with amounts as text", "in ten thousand yuan")
    for number, name in enumerate(names):
        (tmp_path / f"{number}.xlsx").write_bytes(the.xlsx(LAYOUTS[name]()))
    gf.write_xlsx(the.accounts(), tmp_path / "own.xlsx", gf.jurisdiction("ministry", 2024), scale=gf.Scale.YUAN)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    sources = sorted(map(str, tmp_path.glob("*.xlsx")))
    command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    converted = sorted(tmp_path.glob(f"*.{kind}"))
    assert 5 == len(converted)
    assert [the.accounts()] * 5 == [gf.read_xlsx(path) for path in converted]


FORMS = [("inner-mongolia", 2023), ("ministry", 2024), ("shanghai", 2024)]


@pytest.mark.parametrize("form", FORMS, ids=[name for name, _ in FORMS])
def test_an_empty_template_says_that_nothing_is_in_it(form: tuple[str, int], tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    write_template(path, gf.jurisdiction(*form), year=form[1], name="甲县乙局")
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.read_xlsx(path)
    assert ["nothing-filled-in"] == [problem.code for problem in caught.value.problems]


def filled_in(path: Path, cells: dict[str, dict[str, Any]]) -> None:
    """Fill in a template as a user does; its sums are not computed."""
    write_template(path, gf.jurisdiction("ministry", 2024), year=2024, name="甲县乙局", scale=gf.Scale.YUAN)
    book = openpyxl.load_workbook(path)
    for name, values in cells.items():
        sheet = next(sheet for sheet in book if sheet.title.endswith(name))
        for address, value in values.items():
            sheet[address] = value
    book.save(path)


def test_what_is_blank_in_a_template_was_not_supplied(tmp_path: Path) -> None:
    path = tmp_path / "filled.xlsx"
    totals = {"C6": 500, "C7": 0, "F6": 480}
    general = {"A8": "2010601", "D8": 480}
    filled_in(path, {" 收入支出决算总表": totals, "一般公共预算财政拨款支出决算表": general})
    book = gf.open_xlsx(path)
    read = book.accounts
    assert {RevenueSource.GENERAL_PUBLIC: 500, RevenueSource.GOVERNMENT_FUND: 0} == {
        line.source: line.actual for line in read.revenue
    }
    assert [("2010601", 480)] == [(item.code.text, item.basic) for item in read.functional]
    assert (None, None, ()) == (read.three_public, read.fiscal, read.economic)
    assert {PublicTable.TOTALS, PublicTable.GENERAL_PUBLIC} == set(book.tables)
    assert {"not-filled-in"} == {warning.code for warning in book.warnings}


def test_a_table_of_a_template_that_has_items_needs_no_sums(tmp_path: Path) -> None:
    path = tmp_path / "filled.xlsx"
    spent = {"A8": "2010601", "D8": 480, "A9": "2010602", "E9": 20}
    filled_in(path, {"公开03表 支出决算表": spent})
    natures = {line.nature.value: line.actual for line in gf.read_xlsx(path).expenditure}
    assert (480, 20) == (natures["basic"], natures["project"])


def of_year(year: str) -> Tables:
    return {
        name: [[year if value == "2024年度" else value for value in row] for row in rows]
        for name, rows in ministry().items()
    }


def test_last_years_workbook_fills_the_column_of_the_year_before(tmp_path: Path) -> None:
    this, last = tmp_path / "2024", tmp_path / "2023"
    this.write_bytes(the.xlsx(ministry()))
    last.write_bytes(the.xls(of_year("2023年度")))
    read = gf.read_xlsx(this, prior=last)
    overall: Any = read.overall
    assert 30000 == overall.opening.prior
    assert {"2010601": "1205000.01", "2010602": "300000"} == {
        item.code.text: str(item.prior) for item in read.functional if item.code.text.startswith("20106")
    }


def test_a_workbook_of_the_same_year_is_not_last_years(tmp_path: Path) -> None:
    path = tmp_path / "2024"
    path.write_bytes(the.xlsx(ministry()))
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.read_xlsx(path, prior=path)
    assert [("other-year", "prior.year")] == [(problem.code, problem.path) for problem in caught.value.problems]


BUDGET: Tables = {
    "1": [
        ["2024年部门收支总表"],
        ["部门：甲县乙局", "", "", "单位：万元"],
        ["收入", "", "支出"],
        ["项目", "2024年预算数", "项目", "2024年预算数"],
        ["一、一般公共预算拨款收入", 150.0, "一、一般公共服务支出", 140.0],
        ["二、政府性基金预算拨款收入", 4.0, "二、社会保障和就业支出", 10.0],
        ["三、国有资本经营预算拨款收入", "", "三、城乡社区支出", 4.0],
        ["四、事业收入", "", "", ""],
        ["本年收入合计", 154.0, "本年支出合计", 154.0],
        ["上年结转结余", 3.0, "年终结转结余", 3.0],
        ["收入总计", 157.0, "支出总计", 157.0],
    ],
    "2": [
        ["2024年一般公共预算支出表"],
        ["部门：甲县乙局", "", "", "", "单位：万元"],
        ["科目编码", "科目名称", "2023年执行数", "2024年预算数", "", "", "增减%"],
        ["", "", "", "小计", "基本支出", "项目支出"],
        ["2010601", "行政运行", 100.0, 110.0, 110.0, "", 0.1],
        ["2010602", "一般行政管理事务", 20.0, 30.0, "", 30.0, 0.5],
        ["2080505", "机关事业单位基本养老保险缴费支出", 9.0, 10.0, 10.0, "", 0.11],
        ["", "合计", 129.0, 150.0, 120.0, 30.0, 0.16],
    ],
    "3": [
        ["2024年一般公共预算“三公”经费支出表"],
        ["部门：甲县乙局", "", "", "单位：万元"],
        ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费"],
        ["", "", "小计", "公务用车购置费", "公务用车运行费", ""],
        [4.0, "", 3.0, "", 3.0, 1.0],
    ],
    "4": [
        ["2024年政府性基金预算支出表"],
        ["部门：甲县乙局", "", "", "", "单位：万元"],
        ["科目编码", "科目名称", "本年政府性基金预算支出"],
        ["", "", "合计", "基本支出", "项目支出"],
        ["2120899", "其他国有土地使用权出让收入安排的支出", 4.0, "", 4.0],
        ["", "合计", 4.0, "", 4.0],
    ],
}


def test_the_tables_of_a_budget_fill_the_column_of_the_budget(tmp_path: Path) -> None:
    this, budget = tmp_path / "accounts", tmp_path / "budget"
    this.write_bytes(the.xlsx(ministry()))
    budget.write_bytes(the.xlsx(BUDGET))
    read = gf.read_xlsx(this, budget=budget)
    initial = {item.code.text: item.initial for item in read.functional}
    expected = {"2010601": 1100000, "2010602": 300000, "2080505": 100000, "2210201": 0, "2120899": 40000}
    assert expected == initial
    overall: Any = read.overall
    three_public: Any = read.three_public
    assert 30000 == overall.opening.initial
    assert (30000, 10000) == (three_public.vehicle_operation.initial, three_public.reception.initial)
    assert 1500000 == {line.source.value: line.initial for line in read.revenue}["general_public"]


@pytest.mark.parametrize("form", FORMS[1:], ids=[name for name, _ in FORMS[1:]])
def test_budgets_last_year_and_remarks_come_back(form: tuple[str, int], tmp_path: Path) -> None:
    path, jurisdiction = tmp_path / "own.xlsx", gf.jurisdiction(*form)
    figures: dict[str, dict[str, Decimal]] = {
        "overall.opening": {"initial": Decimal(2), "adjusted": Decimal(3), "prior": Decimal(1)},
        "revenue.other": {"prior": Decimal("4.01")},
        "functional.general_public.2010601": {"initial": Decimal("5.01"), "prior": Decimal(7)},
        "fiscal.government_fund.opening": {"prior": Decimal(9)},
    }
    for line in ("abroad", "vehicle_purchase", "vehicle_operation", "reception"):
        figures[f"three_public.{line}"] = {"initial": Decimal(11), "prior": Decimal(12)}
    remarks = Remarks({"functional.2010601": "因人员增加。"})
    accounts = attrs.evolve(with_figures(the.accounts(), figures), remarks=remarks)
    gf.write_xlsx(accounts, path, jurisdiction, scale=gf.Scale.YUAN, supplements=True)
    assert accounts == gf.read_xlsx(path, jurisdiction=jurisdiction)


def of_projects(*rows: list[object]) -> bytes:
    """A workbook with 支出决算表 and a 项目收入支出决算表 with these rows below its title."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        spent = book.add_worksheet("3")
        for number, row in enumerate(
            [
                ["支出决算表"],
                ["部门：甲县乙局", "2022年度", "单位：元"],
                ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
                ["2040601", "行政运行", 40, 40, None],
            ]
        ):
            spent.write_row(number, 0, row)
        projects = book.add_worksheet("5")
        for number, row in enumerate([["项目收入支出决算表"], ["部门：甲县乙局", "2022年度", "单位：元"], *rows]):
            projects.write_row(number, 0, row)
    return buffer.getvalue()


PROJECT_HEADINGS: list[list[list[object]]] = [
    [["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"]],
    [["科目编码", "科目名称", "年初结转和结余", "本年收入合计", "本年支出合计", "年末结转和结余"]],
    [
        ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"],
        ["", "", "合计", "小计", "小计", "合计"],
    ],
]


@pytest.mark.parametrize("headings", PROJECT_HEADINGS, ids=["plain", "totals", "divided"])
def test_the_columns_of_the_money_of_projects_are_known_by_their_headings(headings: list[list[object]]) -> None:
    rows: list[list[object]] = [
        ["", "合计", -5, 100, 65, 30],
        ["2040602", "一般行政管理事务", -5, 100, 60, 35],
        ["2040699", "其他司法支出", "", "", 5, -5],
    ]
    read = gf.read_xlsx(of_projects(*headings, *rows))
    assert (
        ProjectItem(code="2040602", opening=-5, revenue=100, expenditure=60, closing=35),
        ProjectItem(code="2040699", expenditure=5, closing=-5),
    ) == read.project_items


def test_an_empty_table_of_projects_says_that_there_were_none() -> None:
    read = gf.read_xlsx(of_projects(*PROJECT_HEADINGS[0], ["", "合计", "", "", "", ""]))
    assert {0} == {amount for item in read.project_items for amount in astuple(item)[1:]}
    assert 1 == len(read.project_items)
    assert () == gf.read_xlsx(of_projects(*PROJECT_HEADINGS[0], ["", "合计", "", "", 0.01, ""])).project_items
