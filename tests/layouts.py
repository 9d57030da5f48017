"""The tables of one department as finance offices lay them out, as rows of cells, and workbooks made of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

import xlsxwriter
import xlwt

from govfinance.model import (
    AbroadLine,
    BudgetLine,
    CarryOver,
    Department,
    EconomicItem,
    ExpenditureItem,
    ExpenditureLine,
    FinalAccounts,
    Fiscal,
    FunctionalItem,
    FundLine,
    Overall,
    ReceptionLine,
    RevenueItem,
    RevenueLine,
    ThreePublic,
    VehicleOperationLine,
    VehiclePurchaseLine,
)

Rows: TypeAlias = list[list[Any]]
Cell: TypeAlias = Callable[[str], Any]
"""How an amount in 元 is printed; nil is an empty text."""


# How amounts are printed


def yuan(amount: str) -> Any:
    return float(amount) if amount else ""


def wan(amount: str) -> Any:
    return float(Decimal(amount) / 10000) if amount else ""


def text(amount: str) -> Any:
    return f"{Decimal(amount):,.2f} " if amount else ""


def nil(what: Any) -> Cell:
    """As numbers, with something else for nil."""
    return lambda amount: float(amount) if amount else what


# The figures, in 元

REVENUE = {  # 合计, 财政拨款, 上级补助, 事业, 经营, 附属单位上缴, 其他
    "": ["1780000.01", "1745000.01", "", "20000", "", "", "15000"],
    "201": ["1540000.01", "1505000.01", "", "20000", "", "", "15000"],
    "20106": ["1540000.01", "1505000.01", "", "20000", "", "", "15000"],
    "2010601": ["1220000.01", "1205000.01", "", "", "", "", "15000"],
    "2010602": ["320000", "300000", "", "20000", "", "", ""],
    "208": ["100000", "100000", "", "", "", "", ""],
    "20805": ["100000", "100000", "", "", "", "", ""],
    "2080505": ["100000", "100000", "", "", "", "", ""],
    "212": ["60000", "60000", "", "", "", "", ""],
    "21208": ["60000", "60000", "", "", "", "", ""],
    "2120899": ["60000", "60000", "", "", "", "", ""],
    "221": ["80000", "80000", "", "", "", "", ""],
    "22102": ["80000", "80000", "", "", "", "", ""],
    "2210201": ["80000", "80000", "", "", "", "", ""],
}
EXPENDITURE = {  # 合计, 基本, 项目, 上缴上级, 经营, 对附属单位补助
    "": ["1765000.01", "1395000.01", "370000", "", "", ""],
    "201": ["1535000.01", "1215000.01", "320000", "", "", ""],
    "20106": ["1535000.01", "1215000.01", "320000", "", "", ""],
    "2010601": ["1215000.01", "1215000.01", "", "", "", ""],
    "2010602": ["320000", "", "320000", "", "", ""],
    "208": ["100000", "100000", "", "", "", ""],
    "20805": ["100000", "100000", "", "", "", ""],
    "2080505": ["100000", "100000", "", "", "", ""],
    "212": ["50000", "", "50000", "", "", ""],
    "21208": ["50000", "", "50000", "", "", ""],
    "2120899": ["50000", "", "50000", "", "", ""],
    "221": ["80000", "80000", "", "", "", ""],
    "22102": ["80000", "80000", "", "", "", ""],
    "2210201": ["80000", "80000", "", "", "", ""],
}
GENERAL = {  # 合计, 基本, 项目
    "": ["1685000.01", "1385000.01", "300000"],
    "201": ["1505000.01", "1205000.01", "300000"],
    "20106": ["1505000.01", "1205000.01", "300000"],
    "2010601": ["1205000.01", "1205000.01", ""],
    "2010602": ["300000", "", "300000"],
    "208": ["100000", "100000", ""],
    "20805": ["100000", "100000", ""],
    "2080505": ["100000", "100000", ""],
    "221": ["80000", "80000", ""],
    "22102": ["80000", "80000", ""],
    "2210201": ["80000", "80000", ""],
}
FUND = {  # 年初, 本年收入, 小计, 基本, 项目, 年末
    "": ["10000", "60000", "50000", "", "50000", "20000"],
    "212": ["10000", "60000", "50000", "", "50000", "20000"],
    "21208": ["10000", "60000", "50000", "", "50000", "20000"],
    "2120899": ["10000", "60000", "50000", "", "50000", "20000"],
}
BASIC = {
    "301": "1080000.01",
    "30101": "700000.01",
    "30102": "200000",
    "30108": "100000",
    "30113": "80000",
    "302": "225000",
    "30201": "125000",
    "30202": "",
    "30239": "100000",
    "303": "60000",
    "30302": "60000",
    "310": "20000",
    "31002": "20000",
}
PERSONNEL, PUBLIC, ALL_BASIC = "1140000.01", "245000", "1385000.01"
THREE = {  # 预算数, 决算数
    "total": ("40000", "30000"),
    "abroad": ("", ""),
    "vehicles": ("30000", "26000"),
    "vehicle_purchase": ("", ""),
    "vehicle_operation": ("30000", "26000"),
    "reception": ("10000", "4000"),
}
NAMES = {
    "201": "一般公共服务支出",
    "20106": "财政事务",
    "2010601": "行政运行",
    "2010602": "一般行政管理事务",
    "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "212": "城乡社区支出",
    "21208": "国有土地使用权出让收入安排的支出",
    "2120899": "其他国有土地使用权出让收入安排的支出",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
    "301": "工资福利支出",
    "30101": "基本工资",
    "30102": "津贴补贴",
    "30108": "机关事业单位基本养老保险缴费",
    "30113": "住房公积金",
    "302": "商品和服务支出",
    "30201": "办公费",
    "30202": "印刷费",
    "30239": "其他交通费用",
    "303": "对个人和家庭的补助",
    "30302": "退休费",
    "310": "资本性支出",
    "31002": "办公设备购置",
}
CLASSES = [
    "一般公共服务支出",
    "外交支出",
    "国防支出",
    "公共安全支出",
    "教育支出",
    "科学技术支出",
    "文化旅游体育与传媒支出",
    "社会保障和就业支出",
    "卫生健康支出",
    "节能环保支出",
    "城乡社区支出",
    "农林水支出",
    "交通运输支出",
    "资源勘探工业信息等支出",
    "商业服务业等支出",
    "金融支出",
    "援助其他地区支出",
    "自然资源海洋气象等支出",
    "住房保障支出",
    "粮油物资储备支出",
    "国有资本经营预算支出",
    "灾害防治及应急管理支出",
    "其他支出",
    "债务还本支出",
    "债务付息支出",
    "抗疫特别国债安排的支出",
]
ORDINALS = [
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
    "十七",
    "十八",
    "十九",
    "二十",
    "二十一",
    "二十二",
    "二十三",
    "二十四",
    "二十五",
    "二十六",
]
SPENT = {  # by 类: 支出决算总表, and the two budgets of 财政拨款
    "一般公共服务支出": ("1535000.01", "1505000.01", ""),
    "社会保障和就业支出": ("100000", "100000", ""),
    "城乡社区支出": ("50000", "", "50000"),
    "住房保障支出": ("80000", "80000", ""),
}


def accounts() -> FinalAccounts:
    """What all of these tables are of. A total that is the sum of its parts is not stated."""
    sources: dict[str, str | int] = {
        "general_public": "1685000.01",
        "government_fund": 60000,
        "service": 20000,
        "other": 15000,
    }
    natures: dict[str, str | int] = {"basic": "1395000.01", "project": 370000}
    return FinalAccounts(
        department=Department(name="甲县乙局"),
        year=2024,
        overall=Overall(
            surplus_used=BudgetLine(actual=5000),
            opening=CarryOver(actual=30000),
            surplus_distribution=BudgetLine(actual=2000),
            closing=CarryOver(actual=48000),
        ),
        revenue=[
            RevenueLine(source=source, actual=sources.get(source, 0))
            for source in [
                "general_public",
                "government_fund",
                "state_capital",
                "superior_subsidy",
                "service",
                "operation",
                "subordinate_payment",
                "other",
            ]
        ],
        expenditure=[
            ExpenditureLine(nature=nature, actual=natures.get(nature, 0))
            for nature in ("basic", "project", "superior_payment", "operation", "subordinate_subsidy")
        ],
        revenue_items=[
            RevenueItem(code="2010601", fiscal="1205000.01", other=15000),
            RevenueItem(code="2010602", fiscal=300000, service=20000),
            RevenueItem(code="2080505", fiscal=100000),
            RevenueItem(code="2120899", fiscal=60000),
            RevenueItem(code="2210201", fiscal=80000),
        ],
        expenditure_items=[
            ExpenditureItem(code="2010601", basic="1215000.01"),
            ExpenditureItem(code="2010602", project=320000),
            ExpenditureItem(code="2080505", basic=100000),
            ExpenditureItem(code="2120899", project=50000),
            ExpenditureItem(code="2210201", basic=80000),
        ],
        fiscal=Fiscal(
            funds=[
                FundLine(fund="general_public", opening=CarryOver(actual=0), closing=CarryOver(actual=0)),
                FundLine(fund="government_fund", opening=CarryOver(actual=10000), closing=CarryOver(actual=20000)),
                FundLine(
                    fund="state_capital",
                    opening=CarryOver(actual=0),
                    expenditure=BudgetLine(actual=0),
                    closing=CarryOver(actual=0),
                ),
            ]
        ),
        functional=[
            FunctionalItem(code="2010601", basic="1205000.01", project=0),
            FunctionalItem(code="2010602", basic=0, project=300000),
            FunctionalItem(code="2080505", basic=100000, project=0),
            FunctionalItem(code="2210201", basic=80000, project=0),
            FunctionalItem(
                code="2120899",
                fund="government_fund",
                basic=0,
                project=50000,
                opening=10000,
                revenue=60000,
                closing=20000,
            ),
        ],
        economic=[
            EconomicItem(code=code, nature="basic", actual=amount)
            for code, amount in sorted(BASIC.items())
            if len(code) == 5 and amount
        ],
        three_public=ThreePublic(
            abroad=AbroadLine(adjusted=0, actual=0),
            vehicle_purchase=VehiclePurchaseLine(adjusted=0, actual=0),
            vehicle_operation=VehicleOperationLine(adjusted=30000, actual=26000),
            reception=ReceptionLine(adjusted=10000, actual=4000),
        ),
    )


# The tables


def top(title: str, number: str = "", unit: str = "金额单位：元") -> Rows:
    """What stands above a table."""
    return [[title], ["", "", "", "", number], ["部门：甲县乙局", "", "2024年度", "", unit]]


SURPLUS = "使用非财政拨款结余（含专用结余）"


def sides(left: Sequence[tuple[str, str]], right: Sequence[tuple[Any, ...]], cell: Cell, numbered: bool) -> Rows:
    """Lines beside lines."""
    rows: Rows = []
    for number in range(max(len(left), len(right))):
        label, amount = left[number] if number < len(left) else ("", "")
        other, *amounts = right[number] if number < len(right) else ("", *[""] * (len(right[0]) - 1))
        mine = (
            [label, str(number + 1), cell(amount) if label else ""]
            if numbered
            else [label, cell(amount) if label else ""]
        )
        theirs = [other, str(number + 31)] if numbered else [other]
        rows.append([*mine, *theirs, *(cell(one) if other else "" for one in amounts)])
    return rows


def totals(
    cell: Cell = yuan,
    *,
    classes: Sequence[str] = CLASSES,
    surplus: str = SURPLUS,
    numbered: bool = True,
    head: Rows | None = None,
    extra: Sequence[tuple[str, str]] = (),
) -> Rows:
    """收入支出决算总表."""
    income = [
        ("一、一般公共预算财政拨款收入", "1685000.01"),
        ("二、政府性基金预算财政拨款收入", "60000"),
        ("三、国有资本经营预算财政拨款收入", ""),
        ("四、上级补助收入", ""),
        ("五、事业收入", "20000"),
        *extra,
        ("六、经营收入", ""),
        ("七、附属单位上缴收入", ""),
        ("八、其他收入", "15000"),
    ]
    income += [("", "")] * (len(classes) - len(income))
    income += [("本年收入合计", "1780000.01"), (surplus, "5000"), ("年初结转和结余", "30000"), ("总计", "1815000.01")]
    outlay = [(f"{n}、{name}", SPENT.get(name, ("",))[0]) for n, name in zip(ORDINALS, classes, strict=False)]
    outlay += [
        ("本年支出合计", "1765000.01"),
        ("结余分配", "2000"),
        ("年末结转和结余", "48000"),
        ("总计", "1815000.01"),
    ]
    if head is None:
        head = (
            [
                ["收入", "", "", "支出"],
                ["项目", "行次", "金额", "项目", "行次", "金额"],
                ["栏次", "", "1", "栏次", "", "2"],
            ]
            if numbered
            else [["收入", "", "支出"], ["项目", "决算数", "项目", "决算数"]]
        )
    return [*top("收入支出决算总表", "公开01表"), *head, *sides(income, outlay, cell, numbered)]


def fiscal(cell: Cell = yuan, *, classes: Sequence[str] = CLASSES, numbered: bool = True) -> Rows:
    """财政拨款收入支出决算总表."""
    income = [
        ("一、一般公共预算财政拨款", "1685000.01"),
        ("二、政府性基金预算财政拨款", "60000"),
        ("三、国有资本经营预算财政拨款", ""),
    ]
    income += [("", "")] * (len(classes) - len(income))
    income += [
        ("本年收入合计", "1745000.01"),
        ("年初财政拨款结转和结余", "10000"),
        ("  一般公共预算财政拨款", ""),
        ("  政府性基金预算财政拨款", "10000"),
        ("  国有资本经营预算财政拨款", ""),
        ("总计", "1755000.01"),
    ]
    outlay: list[tuple[str, ...]] = []
    for ordinal, name in zip(ORDINALS, classes, strict=False):
        spent, general, fund = SPENT.get(name, ("", "", ""))
        if name == "一般公共服务支出":
            spent = general
        outlay.append((f"{ordinal}、{name}", spent, general, fund, ""))
    outlay += [
        ("本年支出合计", "1735000.01", "1685000.01", "50000", ""),
        ("年末财政拨款结转和结余", "20000", "", "20000", ""),
        ("", "", "", "", ""),
        ("", "", "", "", ""),
        ("", "", "", "", ""),
        ("总计", "1755000.01", "1685000.01", "70000", ""),
    ]
    funds = ["合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]
    head: Rows = [["收     入", "", "", "支     出"], ["项目", "行次", "金额", "项目", "行次", *funds]]
    head.append(["栏次", "", "1", "栏次", "", "2", "3", "4", "5"])
    if not numbered:
        head = [["收入", "", "支出"], ["项目", "决算数", "项目", *funds]]
    return [*top("财政拨款收入支出决算总表", "公开04表"), *head, *sides(income, outlay, cell, numbered)]


def split(code: str) -> list[Any]:
    """类, 款 and 项, each in a cell of its own."""
    return [code[:3], code[3:5], code[5:7]]


def joined(code: str) -> list[Any]:
    return [code]


def by_code(
    title: str,
    figures: Mapping[str, Sequence[str]],
    head: Rows,
    cell: Cell = yuan,
    *,
    codes: Callable[[str], list[Any]] = joined,
    last: bool = False,
    total: str = "合计",
    name: Callable[[str], str] = lambda code: NAMES[code],
    only: Callable[[str], bool] = lambda code: True,
    above: Rows | None = None,
) -> Rows:
    """A row for each code, and one for the total."""
    width = len(codes("2010601"))
    body = [[*codes(code), name(code), *map(cell, cells)] for code, cells in figures.items() if code and only(code)]
    sums = [[total, *[""] * width, *map(cell, figures[""])]] if "" in figures else []
    return [*(above or top(title)), *head, *([*body, *sums] if last else [*sums, *body])]


REVENUE_HEAD: Rows = [
    [
        "项目",
        "",
        "本年收入合计",
        "财政拨款收入",
        "上级补助收入",
        "事业收入",
        "经营收入",
        "附属单位上缴收入",
        "其他收入",
    ],
    ["科目代码", "科目名称"],
]
EXPENDITURE_HEAD: Rows = [
    ["项目", "", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
    ["科目代码", "科目名称"],
]
GENERAL_HEAD: Rows = [["项目", "", "本年支出"], ["科目代码", "科目名称", "小计", "基本支出", "项目支出"]]
FUND_HEAD: Rows = [
    ["项目", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"],
    ["科目代码", "科目名称", "", "", "小计", "基本支出", "项目支出"],
]


def lanes(*columns: Iterable[str], cell: Cell = yuan, footers: Rows | None = None, codes: Any = joined) -> Rows:
    """一般公共预算财政拨款基本支出决算表, with some codes in each lane."""
    parts = [[code for code in BASIC if code[:3] in tuple(lane)] for lane in columns]
    depth = len(codes("30101"))
    heads = ["科目代码", *[""] * (depth - 1), "科目名称", "金额"] * len(parts)
    rows: Rows = [*top("一般公共预算财政拨款基本支出决算表", "公开06表"), ["人员经费", "", "", "公用经费"], heads]
    if depth > 1:
        rows.append([*("类", "款"), "", ""] * len(parts))
    for number in range(max(map(len, parts))):
        row: list[Any] = []
        for lane in parts:
            blank = number >= len(lane)
            row += (
                [""] * (depth + 2) if blank else [*codes(lane[number]), NAMES[lane[number]], cell(BASIC[lane[number]])]
            )
        rows.append(row)
    width = depth + 2
    foot = ["人员经费合计", *[""] * (width - 2), cell(PERSONNEL), "公用经费合计"]
    foot += [""] * (width * len(parts) - len(foot) - 1) + [cell(PUBLIC)]
    return rows + ([foot] if footers is None else footers)


THREE_TOP = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "", "", "公务接待费"]
THREE_BELOW = ["", "", "小计", "公务用车购置费", "公务用车运行维护费", ""]


def three_public(cell: Cell = yuan, budget: str = "预算数", actual: str = "决算数") -> Rows:
    """All budgets first, then all actual amounts."""
    head: Rows = [[budget, *[""] * 5, actual], [*THREE_TOP, *THREE_TOP], [*THREE_BELOW, *THREE_BELOW]]
    head.append([str(number) for number in range(1, 13)])
    cells = [cell(part[number]) for number in (0, 1) for part in THREE.values()]
    return [*top("财政拨款“三公”经费支出决算表", "公开09表"), *head, cells, ["注：本表反映“三公”经费支出预决算情况。"]]


def state_capital() -> Rows:
    head = [["项目", "", "本年支出"], ["科目代码", "科目名称", "合计", "基本支出", "项目支出"]]
    rows = [*top("国有资本经营预算财政拨款支出决算表"), *head, ["合计", "", "", "", ""]]
    return [*rows, ["甲县乙局没有使用国有资本经营预算财政拨款安排的支出，故本表无数据。"]]


Tables: TypeAlias = dict[str, Rows]


def ministry(cell: Cell = yuan, **options: Any) -> Tables:
    """The nine tables as the 财政部 lays them out; ``options`` are those of `by_code`."""
    return {
        "totals": totals(cell),
        "revenue": by_code("收入决算表", REVENUE, REVENUE_HEAD, cell, **options),
        "expenditure": by_code("支出决算表", EXPENDITURE, EXPENDITURE_HEAD, cell, **options),
        "fiscal": fiscal(cell),
        "general_public": by_code("一般公共预算财政拨款支出决算表", GENERAL, GENERAL_HEAD, cell, **options),
        "basic": lanes(("301", "303"), ("302",), ("310",), cell=cell),
        "government_fund": by_code("政府性基金预算财政拨款收入支出决算表", FUND, FUND_HEAD, cell, **options),
        "state_capital": state_capital(),
        "three_public": three_public(cell),
    }


def renamed_units(tables: Tables, unit: str) -> Tables:
    """The same with another note of the unit."""
    return {
        key: [[unit if value == "金额单位：元" else value for value in row] for row in rows]
        for key, rows in tables.items()
    }


# Workbooks


def xlsx(
    sheets: Mapping[str, Rows], *, hidden: Iterable[str] = (), merges: Mapping[str, Sequence[str]] | None = None
) -> bytes:
    """An .xlsx file with these sheets; an int or float is a number, ``=...`` a formula and its value."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, str) and value.startswith("#"):
                    sheet.write_formula(r, c, "=1/0", None, value)
                elif isinstance(value, str):
                    sheet.write_string(r, c, value) if value else None
                else:
                    sheet.write_number(r, c, value)
        for cells in (merges or {}).get(name, ()):
            first = rows[int(cells.split(":")[0][1:]) - 1][ord(cells[0]) - ord("A")]
            sheet.merge_range(cells, first)
        if name in hidden:
            sheet.hide()
    book.close()
    return buffer.getvalue()


def xls(sheets: Mapping[str, Rows]) -> bytes:
    """An .xls file with these sheets; whole amounts are whole numbers in it."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value != "":
                    sheet.write(r, c, int(value) if isinstance(value, float) and value == int(value) else value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
