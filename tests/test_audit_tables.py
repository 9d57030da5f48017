"""The public tables of published documents: each amount with its subject and its place."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govfinance.audit._report import Severity
from govfinance.audit._said import NumberKind
from govfinance.audit._tables import TablesRead, check_tables, read_tables
from govfinance.document import Place, PublishedDocument, PublishedTable, PublishedText
from govfinance.io._published._pdf import read_pdf
from govfinance.model import PublicTable
from govfinance.money import Scale
from tests.published_tables import titled

WAN = 10_000 * 10_000
"""Steps of a 万元."""

# The rows and columns of the nine tables by their official names.
INCOME = {
    "一般公共预算财政拨款收入": "general_public",
    "政府性基金预算财政拨款收入": "government_fund",
    "国有资本经营预算财政拨款收入": "state_capital",
    "上级补助收入": "superior_subsidy",
    "事业收入": "service",
    "经营收入": "operation",
    "附属单位上缴收入": "subordinate_payment",
    "其他收入": "other",
    "本年收入合计": "revenue",
    "使用非财政拨款结余（含专用结余）": "surplus_used",
    "年初结转和结余": "opening",
    "总计": "total",
}
FUNDS = {
    "一般公共预算财政拨款": "general_public",
    "政府性基金预算财政拨款": "government_fund",
    "国有资本经营预算财政拨款": "state_capital",
}
BELOW = {
    "本年支出合计": "expenditure",
    "结余分配": "surplus_distribution",
    "年末结转和结余": "closing",
    "年末财政拨款结转和结余": "closing",
    "总计": "outlay",
}
CLASSES = [
    *("201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "216", "217"),
    *("219", "220", "221", "222", "223", "224", "229", "231", "232", "234"),
]
COLUMNS = {
    "本年收入合计": "total",
    "本年支出合计": "total",
    "合计": "total",
    "财政拨款收入": "fiscal",
    "上级补助收入": "superior_subsidy",
    "事业收入": "service",
    "经营收入": "operation",
    "附属单位上缴收入": "subordinate_payment",
    "其他收入": "other",
    "基本支出": "basic",
    "项目支出": "project",
    "上缴上级支出": "superior_payment",
    "经营支出": "operation",
    "对附属单位补助支出": "subordinate_subsidy",
}
THREE = ["total", "abroad", "vehicles", "vehicle_purchase", "vehicle_operation", "reception"]
BY_CODE = {"T2": "revenue", "T3": "expenditure", "T5": "general_public"}


@pytest.fixture(scope="module")
def gold(reference: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((reference / "putuo-finance-2024" / "gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def disclosure(reference: Path) -> PublishedDocument:
    return read_pdf((reference / "putuo-finance-2024" / "disclosure.pdf").read_bytes(), "disclosure.pdf")


def amounts(tables: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each cell of the transcription: subject, measure and printed text, empty for a blank one."""
    for key, name in (("T1", "totals"), ("T4", "fiscal")):
        table = tables[key]
        income = {one["item"]: one["amount"] for one in table["income"]}
        for label in table["all_labels"]["income"]:
            owner, _, own = label.rpartition("/")
            words = own.partition("、")[2] or own
            row = "opening" if words == "年初财政拨款结转和结余" else (INCOME | FUNDS)[words]
            yield f"{name}/{'opening.' if owner else ''}{row}/actual", "actual", income.get(label) or ""
        spent = {one["item"]: one for one in table["expenditure"]}
        for number, label in enumerate(table["all_labels"]["expenditure"]):
            row = CLASSES[number] if number < len(CLASSES) else BELOW[label]
            one = spent.get(label, {})
            if key == "T1":
                yield f"{name}/{row}/actual", "actual", one.get("amount") or ""
                continue
            for column, fund in [("合计", "total"), *FUNDS.items()]:
                yield f"{name}/{row}/{fund}", "actual", one.get("cells", {}).get(column) or ""
    for key, name in BY_CODE.items():
        for row in [*tables[key]["rows"], {"code": "total", "cells": tables[key]["total"]}]:
            for column in tables[key]["columns"]:
                yield f"{name}/{row['code']}/{COLUMNS[column]}", "actual", row["cells"].get(column) or ""
    for row in [*tables["T6"]["personnel_rows"], *tables["T6"]["public_rows"]]:
        yield f"basic/{row['code']}/actual", "actual", row["amount"] or ""
    for label, row in (("人员经费合计", "personnel"), ("公用经费合计", "public")):
        yield f"basic/{row}/actual", "actual", tables["T6"]["totals"][label]
    for name, cells in zip(THREE, tables["T7"]["cells"].values(), strict=True):
        for label, measure in (("预算数", "adjusted"), ("决算数", "actual")):
            yield f"three_public/{name}", measure, cells[label] or ""


def test_every_cell_of_the_nine_published_tables_is_read(gold: dict[str, Any], disclosure: PublishedDocument) -> None:
    expected = sorted(amounts(gold["tables"]))
    read = read_tables(disclosure, year=2024)
    found = sorted(
        (value.subject, value.measure, value.number.printed.replace(",", ""))
        for value in read.cells
        if not value.subject.startswith(("government_fund/", "state_capital/"))
    )
    assert expected == found
    assert ((), ()) == (read.troubles, read.unclaimed)
    assert sum(bool(text) for _, _, text in expected) == read.seen


def test_the_two_published_tables_without_data_are_empty(disclosure: PublishedDocument) -> None:
    tables = {table.table: table for table in read_tables(disclosure, year=2024).tables}
    assert 9 == len(tables)
    for table in (PublicTable.GOVERNMENT_FUND, PublicTable.STATE_CAPITAL):
        assert tables[table].empty
        assert ["故本表无数据。"] == [note.text[-7:] for note in tables[table].notes]


def test_each_published_cell_is_where_its_place_says(disclosure: PublishedDocument) -> None:
    for value in read_tables(disclosure, year=2024).cells:
        assert value.number.printed == disclosure.quote(value.place)
    assert {6, 7} == {disclosure.page_of(v.place) for v in _of(read_tables(disclosure, year=2024), "totals/")}


def test_the_names_in_the_published_tables_are_right(disclosure: PublishedDocument) -> None:
    assert [] == check_tables(disclosure, read_tables(disclosure, year=2024), 2024)


def _of(read: TablesRead, begins: str) -> list[Any]:
    return [value for value in read.cells if value.subject.startswith(begins)]


# Numbers


def one_cell(text: str, unit: str = "单位：万元") -> TablesRead:
    rows = [("科目编码", "科目名称", "合计", "基本支出", "项目支出"), ("2010601", "行政运行", text, "", "")]
    return read_tables(titled("一般公共预算财政拨款支出决算表", *rows, above=(unit,)), year=2024)


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (294_004_500_000, 294_005_500_000, "单位：万元", "2,940.05"),
        (294_004_500_000, 294_005_500_000, "金额单位：人民币万元", " 2940.05 "),
        (-50_000 * 10, 50_000 * 10, "单位：万元", "0.00"),
        (-1_235_000_000, -1_225_000_000, "单位：万元", "-12.3"),
        (-1_235_000_000, -1_225_000_000, "单位：万元", "（12.3）"),
        (294_005_123_000, 294_005_123_000, "单位：元", "29,400,512.30"),
        (294_005_120_000 - 5_000, 294_005_120_000 + 5_000, "单位：元", "29400512"),
        (294_005_123_400, 294_005_123_400, "单位：万元", "2940.051234"),
        (12 * WAN - WAN // 2, 12 * WAN + WAN // 2, "单位：万元", "１２"),
    ],
)
def test_a_number_is_all_amounts_that_round_to_it(low: int, high: int, unit: str, text: str) -> None:
    number = next(value.number for value in one_cell(text, unit).cells if value.number.printed)
    assert (low, high, NumberKind.AMOUNT) == (number.low, number.high, number.kind)


@pytest.mark.parametrize("text", ["", " ", "—", "－", "/", "无", "——"])
def test_a_blank_cell_is_nil(text: str) -> None:
    read = one_cell(text)
    assert [("", 0, 0)] * 3 == [(value.number.printed, value.number.low, value.number.high) for value in read.cells]
    assert (0, ()) == (read.seen, read.troubles)


@pytest.mark.parametrize("text", ["1,23.45", "12.3.4", "1 2.5%", "012.50", "12，34，5"])
def test_a_number_that_is_none_is_a_warning_where_it_stands(text: str) -> None:
    rows = [("科目编码", "科目名称", "合计", "基本支出", "项目支出"), ("2010601", "行政运行", text, "", "")]
    document = titled("一般公共预算财政拨款支出决算表", *rows)
    read = read_tables(document, year=2024)
    place = Place(block=2, row=1, column=2, start=0, end=len(text))
    assert [("not-an-amount", text, place)] == [(one.code, one.printed, one.place) for one in read.troubles]
    assert [(text, "unknown")] == [(one.printed, one.why) for one in read.unclaimed]
    findings = check_tables(document, read, 2024)
    assert [(Severity.WARNING, text)] == [(finding.severity, finding.quote) for finding in findings]


def test_an_amount_stands_where_its_place_says_without_white_space_around_it() -> None:
    value = one_cell("\n 12.30 ").cells[0]
    assert Place(block=2, row=1, column=2, start=2, end=7) == value.place


def test_a_table_that_says_no_unit_is_in_that_of_the_others() -> None:
    rows = [("科目编码", "科目名称", "合计", "基本支出", "项目支出"), ("2010601", "行政运行", "5.00", "5.00", "")]
    yuan = titled("一般公共预算财政拨款支出决算表", *rows, above=("单位：元",))
    income = [("科目编码", "科目名称", "本年收入合计", "财政拨款收入"), ("2010601", "行政运行", "5.00", "5.00")]
    other = titled("收入决算表", *income, above=())
    read = read_tables(PublishedDocument(blocks=(*yuan.blocks, *other.blocks)), year=2024)
    assert [Scale.YUAN, Scale.YUAN] == [table.scale for table in read.tables]
    assert ["no-scale"] == [trouble.code for trouble in read.troubles]
    alone = read_tables(other, year=2024)
    assert [Scale.WAN] == [table.scale for table in alone.tables]


# Heads


@pytest.mark.parametrize(
    "above",
    [
        ("公开05表", "部门：甲县乙局", "2024年度", "金额单位：万元"),
        ("公开05表 部门：甲县乙局 2024年度 金额单位：万元",),
        ("编制单位：甲县乙局", "2024年度 单位：万元"),
    ],
)
def test_the_head_says_whose_table_it_is_and_of_which_year(above: tuple[str, ...]) -> None:
    rows = [("科目编码", "科目名称", "合计", "基本支出", "项目支出"), ("2010601", "行政运行", "5.00", "5.00", "")]
    document = titled("一般公共预算财政拨款支出决算表", *rows, above=above)
    (table,) = read_tables(document, year=2024).tables
    assert table.department is not None
    assert table.year is not None
    assert ("甲县乙局", "2024", Scale.WAN) == (table.department.text, table.year.text, table.scale)
    assert "甲县乙局" == document.quote(table.department.place)


def test_a_head_within_the_table_says_it_too() -> None:
    rows = [
        ("支出决算表", "", "", ""),
        ("部门：", "甲县“乙”局", "2024年度", "单位：元"),
        ("科目编码", "科目名称", "本年支出合计", "基本支出"),
        ("2010601", "行政运行", "5.00", "5.00"),
    ]
    (table,) = read_tables(PublishedDocument(blocks=(PublishedTable(rows=tuple(rows)),)), year=2024).tables
    assert table.department is not None
    assert ("甲县“乙”局", Scale.YUAN, PublicTable.EXPENDITURE) == (table.department.text, table.scale, table.table)


def test_a_title_and_what_stands_behind_it_can_be_one_paragraph() -> None:
    rows = [("科目编码", "科目名称", "合计", "基本支出"), ("2010601", "行政运行", "5.00", "5.00")]
    document = titled("支出决算表 公开03表 部门：甲县乙局 金额单位：元", *rows, above=())
    (table,) = read_tables(document, year=2024).tables
    assert (PublicTable.EXPENDITURE, Scale.YUAN) == (table.table, table.scale)


def test_tables_of_other_departments_are_not_ours() -> None:
    rows = [("科目编码", "科目名称", "合计", "基本支出"), ("2010601", "行政运行", "5.00", "5.00")]
    more = [("科目编码", "科目名称", "本年收入合计"), ("2010601", "行政运行", "5.00")]
    blocks = [
        *titled("收入决算表", *more, above=("部门：甲县乙局", "单位：万元")).blocks,
        *titled("支出决算表", *rows, above=("部门：甲县乙局", "单位：万元")).blocks,
        *titled("支出决算表", *rows, above=("部门：甲县丙局", "单位：万元")).blocks,
    ]
    read = read_tables(PublishedDocument(blocks=tuple(blocks)), year=2024)
    assert (2, 3) == (len(read.tables), sum(bool(value.number.printed) for value in read.cells))
    assert [("5.00", "overview")] * 2 == [(one.printed, one.why) for one in read.unclaimed]


# Layouts


def values(document: PublishedDocument, **options: Any) -> dict[tuple[str, str], str]:
    read = read_tables(document, **({"year": 2024} | options))
    return {(value.subject, value.measure): value.number.printed for value in read.cells}


def test_the_total_can_stand_in_the_row_of_the_levels_of_codes() -> None:
    rows = [
        ("项目", "", "", "", "本年支出合计", "基本支出", "项目支出"),
        ("支出功能分类科目编码", "", "", "科目名称", "", "", ""),
        ("类", "款", "项", "合计", "8.00", "3.00", "5.00"),
        ("201", "", "", "一般公共服务支出", "8.00", "3.00", "5.00"),
        ("201", "06", "", "财政事务", "8.00", "3.00", "5.00"),
        ("201", "06", "01", "行政运行", "8.00", "3.00", "5.00"),
    ]
    expected = {
        (f"expenditure/{row}/{column}", "actual"): text
        for row in ("total", "201", "20106", "2010601")
        for column, text in (("total", "8.00"), ("basic", "3.00"), ("project", "5.00"))
    }
    assert expected == values(titled("支出决算表", *rows))


def test_a_table_goes_on_over_pages_with_or_without_its_headings() -> None:
    head = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
    first = (head, ("合计", "", "9.00", "4.00", "5.00"), ("201", "一般公共服务支出", "9.00", "4.00", "5.00"))
    blocks = (
        PublishedText(text="支出决算表"),
        PublishedText(text="单位：万元"),
        PublishedTable(rows=first),
        PublishedTable(rows=(("20106", "财政事务", "9.00", "4.00", "5.00"),)),
        PublishedText(text="支出决算表（续）"),
        PublishedTable(rows=(head, ("2010601", "行政运行", "9.00", "4.00", "5.00"))),
        PublishedTable(rows=((*head, ""), ("2010602", "一般行政管理事务", "", "", "", ""))),
    )
    read = read_tables(PublishedDocument(blocks=blocks), year=2024)
    assert ["total", "201", "20106", "2010601", "2010602"] == [row for row, _ in read.tables[0].rows]
    assert ((2, 3, 5, 6), 12, ()) == (read.tables[0].blocks, read.seen, read.unclaimed)


def test_tables_without_a_title_are_known_by_their_headings() -> None:
    income = (
        ("科目编码", "科目名称", "本年收入合计", "财政拨款收入", "上级补助收入"),
        ("2010601", "行政运行", "5.00", "5.00", ""),
    )
    three = (
        ("预算数", "", "", "", "", "", "决算数", "", "", "", "", ""),
        ("合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费") * 2,
        ("", "", "小计", "公务用车购置费", "公务用车运行费", "") * 2,
        ("3.00", "", "2.00", "", "2.00", "1.00", "2.50", "", "2.00", "", "2.00", "0.50"),
    )
    document = PublishedDocument(blocks=(PublishedTable(rows=income), PublishedTable(rows=three)))
    found = values(document)
    assert ("5.00", "3.00", "0.50") == (
        found["revenue/2010601/fiscal", "actual"],
        found["three_public/total", "adjusted"],
        found["three_public/reception", "actual"],
    )


def test_a_table_that_is_no_public_table_is_left_alone() -> None:
    rows = [("指标名称", "目标值", "完成值"), ("培训人数", "120", "118"), ("满意度", "95.00", "96.00")]
    document = titled("项目支出绩效自评表", *rows)
    assert TablesRead() == read_tables(document, year=2024)
    contents = PublishedDocument(blocks=(PublishedTable(rows=(("收入决算表", "3"), ("支出决算表", "4"))),))
    assert TablesRead() == read_tables(contents, year=2024)


def test_budgets_and_last_year_are_other_quantities() -> None:
    rows = [
        ("科目编码", "科目名称", "2023年决算数", "2024年决算数", "", "", "比上年增减%"),
        ("", "", "", "合计", "基本支出", "项目支出", ""),
        ("2010601", "行政运行", "4.00", "5.00", "5.00", "", "25.00"),
    ]
    expected = {
        ("general_public/2010601/total", "prior"): "4.00",
        ("general_public/2010601/total", "actual"): "5.00",
        ("general_public/2010601/basic", "actual"): "5.00",
        ("general_public/2010601/project", "actual"): "",
    }
    document = titled("一般公共预算财政拨款支出决算表", *rows)
    assert expected == values(document)
    assert ["25.00"] == [one.printed for one in read_tables(document, year=2024).unclaimed]


def test_a_budget_that_says_no_more_is_the_one_that_is_asked_for() -> None:
    rows = [("项目", "预算数", "决算数"), ("因公出国（境）费", "1.00", ""), ("公务接待费", "2.00", "1.50")]
    document = titled("财政拨款“三公”经费支出决算表", *rows)
    assert "2.00" == values(document)["three_public/reception", "adjusted"]
    assert "2.00" == values(document, budget="initial")["three_public/reception", "initial"]


def test_columns_of_personnel_and_public_expenses_say_the_same_amount() -> None:
    rows = [
        ("经济分类科目编码", "科目名称", "合计", "人员经费", "公用经费"),
        ("合计", "", "9.00", "6.00", "3.00"),
        ("301", "工资福利支出", "6.00", "6.00", ""),
        ("302", "商品和服务支出", "3.00", "", "3.00"),
    ]
    read = read_tables(titled("一般公共预算财政拨款基本支出决算表", *rows), year=2024)
    assert [
        ("basic/total/actual", "9.00"),
        ("basic/personnel/actual", "6.00"),
        ("basic/public/actual", "3.00"),
        ("basic/301/actual", "6.00"),
        ("basic/301/actual", "6.00"),
        ("basic/302/actual", "3.00"),
        ("basic/302/actual", "3.00"),
    ] == [(value.subject, value.number.printed) for value in read.cells]


def test_counts_are_whole_numbers_of_things() -> None:
    rows = [
        ("项目", "行次", "统计数"),
        ("一、机关运行经费支出", "1", "12.50"),
        ("（一）车辆数合计（辆）", "2", "3"),
        ("1.机要通信用车", "3", "3"),
        ("三、政府采购支出合计", "4", ""),
        ("1.政府采购货物支出", "5", ""),
    ]
    read = read_tables(titled("机构运行经费支出、国有资产占用情况及政府采购支出信息表", *rows), year=2024)
    assert [
        ("institution/operating_expenses/actual", NumberKind.AMOUNT, "12.50"),
        ("institution/vehicles/actual", NumberKind.COUNT, "3"),
        ("institution/confidential_vehicles/actual", NumberKind.COUNT, "3"),
        ("institution/procurement/actual", NumberKind.AMOUNT, ""),
        ("institution/goods/actual", NumberKind.AMOUNT, ""),
    ] == [(value.subject, value.number.kind, value.number.printed) for value in read.cells]
    assert (3, ()) == (read.seen, read.unclaimed)


def test_a_row_that_is_not_understood_leaves_its_numbers_unclaimed() -> None:
    rows = [
        ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        ("2010601", "行政运行", "5.00", "5.00", ""),
        ("", "某项专款", "1.00", "", "1.00"),
    ]
    read = read_tables(titled("支出决算表", *rows), year=2024)
    assert [("unknown-row", "某项专款")] == [(one.code, one.printed) for one in read.troubles]
    assert (["1.00", "1.00"], 4) == ([one.printed for one in read.unclaimed], read.seen)


# Names and codes


def named(code: str, name: str, year: int = 2024) -> list[Any]:
    rows: list[tuple[str, ...]] = [
        ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        (code, name, "5.00", "5.00", ""),
    ]
    if code[0] == "3":
        rows = [("经济分类科目编码", "科目名称", "决算数"), (code, name, "5.00")]
    title = "一般公共预算财政拨款支出决算表" if code[0] == "2" else "一般公共预算财政拨款基本支出决算表"
    document = titled(title, *rows)
    return check_tables(document, read_tables(document, year=year), year)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2010601", "行政运行"),
        ("2010601", " 行政\n运行"),
        ("2010688", "某局自设的项"),
        ("2080505", "机关事业单位基本养老保险"),
        ("30108", "机关事业单位基本养老保险缴费"),
        ("215", "资源勘探工业信息等支出"),
    ],
)
def test_official_names_are_right_and_pages_may_cut_them(code: str, name: str) -> None:
    assert [] == named(code, name)


@pytest.mark.parametrize(
    ("expected", "code", "name"),
    [
        ("行政运行", "2010601", "一般行政管理事务"),
        ("机关事业单位职业年金缴费支出", "2080506", "机关事业单位基本养老保险缴费支出"),
        ("奖励金", "30309", "个人农业生产补贴"),
        ("住房公积金", "30113", "医疗费"),
    ],
)
def test_the_name_of_another_code_is_an_error(expected: str, code: str, name: str) -> None:
    (finding,) = named(code, name)
    assert ("classification_name_mismatch", Severity.ERROR, expected, name) == (
        finding.kind,
        finding.severity,
        finding.expected,
        finding.quote,
    )
    assert finding.derivation.endswith(name)


@pytest.mark.parametrize(
    ("expected", "code", "name", "year"),
    [
        ("费用补贴", "31204", "安置补助", 2023),
        ("专用设备购置", "31003", "会议费", 2022),
        ("债务付息支出", "232", "基本公共卫生服务", 2025),
        ("国有企业退休人员社会化管理补助支出", "2230105", "水利工程建设", 2025),
        ("公务员事务", "2013204", "行政运行", 2023),
    ],
)
def test_the_name_of_a_code_of_another_kind_is_an_error_also_where_the_year_is_not_in_the_books(
    expected: str, code: str, name: str, year: int
) -> None:
    (finding,) = named(code, name, year)
    assert (Severity.ERROR, expected, name) == (finding.severity, finding.expected, finding.printed)


@pytest.mark.parametrize(
    ("code", "name", "year"),
    [
        ("31203", "资本金注入", 2023),  # a neighbour: the numbers of these two were not seen in a document
        ("2080501", "行政单位离退休", 2016),
        ("20805", "行政事业单位离退休", 2019),
        ("309", "资本性支出", 2023),
    ],
)
def test_a_neighbours_or_a_former_name_is_no_error(code: str, name: str, year: int) -> None:
    assert [] == [one for one in named(code, name, year) if one.severity is Severity.ERROR]


def test_codes_and_names_of_different_rows_are_warnings() -> None:
    head = ("经济分类科目编码", "科目名称", "决算数")
    codes = [f"302{number:02d}" for number in (1, 2, 3, 5, 6, 7, 11, 13)]
    names = ["咨询费", "手续费", "水费", "电费", "邮电费", "差旅费", "维修（护）费", "会议费"]
    rows = [(code, name, "1.00") for code, name in zip(codes, names, strict=True)]
    document = titled("一般公共预算财政拨款基本支出决算表", head, *rows)
    found = check_tables(document, read_tables(document, year=2023), 2023)
    assert {Severity.WARNING} == {one.severity for one in found}


def test_a_name_with_a_character_more_or_less_is_a_warning() -> None:
    (finding,) = named("30212", "因公出国境费用")
    assert (Severity.WARNING, "因公出国（境）费用") == (finding.severity, finding.expected)


def test_one_wrong_name_in_two_tables_is_one_finding() -> None:
    head = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
    row = ("2010601", "一般行政管理事务", "5.00", "5.00", "")
    blocks = (*titled("支出决算表", head, row).blocks, *titled("一般公共预算财政拨款支出决算表", head, row).blocks)
    document = PublishedDocument(blocks=blocks)
    (finding,) = check_tables(document, read_tables(document, year=2024), 2024)
    assert (2, (5,)) == (finding.place.block, tuple(place.block for place in finding.against))


def test_without_a_year_no_name_is_judged() -> None:
    rows = [("科目编码", "科目名称", "合计", "基本支出"), ("2010601", "某", "5.00", "5.00")]
    document = titled("支出决算表", *rows)
    assert [] == check_tables(document, read_tables(document, year=None), None)


# Hostile input


@pytest.mark.parametrize(
    "rows",
    [
        [("科目编码", "科目名称", "合计", "基本支出"), *[("2010601", "行政运行", "1,2" * 40_000, "9" * 99_999)] * 40],
        [("科目编码", "科目名称", "合计", "基本支出"), *[("201", "", "1.00", "1.00")] * 30_000],
        [("单位：" * 3,) * 3_000] * 8,
        [("因公出国", "接待", "预算数", "决算数"), *[("1",) * 4] * 20_000],
        [("（" * 50_000, "合计", "基本支出", "1")] * 20,
    ],
)
def test_large_tables_take_time_in_proportion(rows: list[tuple[str, ...]]) -> None:
    width = max(map(len, rows))
    document = titled("支出决算表", *[(*row, *[""] * (width - len(row))) for row in rows])
    began = time.perf_counter()
    check_tables(document, read_tables(document, year=2024), 2024)
    assert time.perf_counter() - began < 20


def test_many_tables_take_time_in_proportion() -> None:
    rows = (("科目编码", "科目名称", "合计", "基本支出"), ("2010601", "行政运行", "1.00", "1.00"))
    one = (PublishedText(text="支出决算表"), PublishedTable(rows=rows), PublishedTable(rows=rows))
    began = time.perf_counter()
    read_tables(PublishedDocument(blocks=one * 3_000), year=2024)
    assert time.perf_counter() - began < 20
