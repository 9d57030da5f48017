"""The nine published tables of a Shanghai department as a workbook, made of their transcribed cells."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

NUMERALS = ("类", "款", "项")


def workbook(
    gold: dict[str, Any],
    *,
    total_first: bool | None = None,
    joined: bool = False,
    nil: str = "",
    owners: bool = False,
) -> bytes:
    """All tables, a sheet each, as published: nil blank, codes split, the total where the document has it.

    ``total_first``, ``joined`` and ``nil`` lay the same cells out otherwise; with ``owners`` a label below another one has
    that before it.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    for number, (key, table) in enumerate(gold["tables"].items(), 1):
        sheet = book.add_worksheet(f"{number}")
        rows = [[table["title"]], ["部门：" + gold["department"], f"{gold['year']}年度", "单位：万元"]]
        if key in ("T1", "T4"):
            rows += _sides(table, nil, owners=owners)
        elif key == "T6":
            rows += _lanes(table, nil)
        elif key == "T7":
            rows += _three(table, nil)
        else:
            rows += _by_code(key, table, total_first, joined, nil)
        rows += [[note] for note in table["notes"]]
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, float):
                    sheet.write_number(r, c, value)
                elif value:
                    sheet.write_string(r, c, value)
    book.close()
    return buffer.getvalue()


def _amount(text: str | None, nil: str) -> Any:
    if text is None:
        return 0.0 if nil == "0.00" else nil
    return float(text.replace(",", ""))


def _sides(table: dict[str, Any], nil: str, *, owners: bool) -> list[list[Any]]:
    income = {one["item"]: one["amount"] for one in table["income"]}
    outlay = {one["item"]: one for one in table["expenditure"]}
    funds = ["合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]
    wide = any("cells" in one for one in table["expenditure"])
    columns = funds if wide else ["决算数"]
    rows: list[list[Any]] = [["收入", "", "支出"], ["项目", "决算数", "项目", *columns]]
    left, right = table["all_labels"]["income"], table["all_labels"]["expenditure"]
    head = next(n for n, label in enumerate(left) if label == "本年收入合计")
    below = next(n for n, label in enumerate(right) if label == "本年支出合计")
    left = [*left[:head], *[""] * (below - head), *left[head:]]
    right = [*right[:-1], *[""] * (len(left) - len(right)), right[-1]]
    for label, other in zip(left, right, strict=True):
        cells = outlay.get(other, {})
        values = [cells.get("cells", {}).get(column) if wide else cells.get("amount") for column in columns]
        printed = [_amount(value, nil) if other else "" for value in values]
        own = _amount(income.get(label), nil) if label else ""
        rows.append([label if owners else label.split("/")[-1], own, other, *printed])
    return rows


def _code(code: str, joined: bool) -> list[str]:
    if joined:
        return [code]
    return [code[:3], code[3:5], code[5:7]]


def _by_code(key: str, table: dict[str, Any], total_first: bool | None, joined: bool, nil: str) -> list[list[Any]]:
    columns = table.get("columns") or ["年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余"]
    before = 1 if joined else 3
    rows: list[list[Any]] = [["项目", *[""] * before, *columns]]
    if not table.get("columns"):
        rows = [["项目", *[""] * before, "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"]]
        columns = ["", "", "小计", "基本支出", "项目支出", ""]
        names: list[Any] = ["" for _ in columns]
        rows.append([*(["科目编码"] if joined else NUMERALS), "科目名称", *columns])
        del names
    else:
        rows.append(["支出功能分类科目编码", *[""] * (before - 1), "科目名称"])
        if not joined:
            rows.append([*NUMERALS])
    body = [
        [*_code(row["code"], joined), row["name"], *(_amount(row["cells"].get(column), nil) for column in columns)]
        for row in table["rows"]
    ]
    total = table.get("total") or {}
    last: list[Any] = [*[""] * before, "合计", *(_amount(total.get(column), nil) for column in columns)]
    first = table.get("total_position") == "first row" if total_first is None else total_first
    return [*rows, last, *body] if first else [*rows, *body, last]


def _lanes(table: dict[str, Any], nil: str) -> list[list[Any]]:
    heads = ["经济分类科目编码", "", "科目名称", "决算数"]
    rows: list[list[Any]] = [[*heads, *heads], ["类", "款", "", "", "类", "款", "", ""]]
    left, right = table["personnel_rows"], table["public_rows"]
    for number in range(max(len(left), len(right))):
        cells: list[Any] = []
        for lane in (left, right):
            if number < len(lane):
                row = lane[number]
                cells += [row["code"][:3], row["code"][3:], row["name"], _amount(row["amount"], nil)]
            else:
                cells += ["", "", "", ""]
        rows.append(cells)
    totals = table["totals"]
    rows.append(
        [
            "人员经费合计",
            "",
            "",
            float(totals["人员经费合计"]),
            "公用经费合计",
            "",
            "",
            float(totals["公用经费合计"]),
        ]
    )
    return rows


def _three(table: dict[str, Any], nil: str) -> list[list[Any]]:
    names = ["合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费"]
    keys = list(table["cells"])
    top = ["合计", "", "因公出国（境）费", "", "公务用车购置及运行费", "", "", "", "", "", "公务接待费", ""]
    second = ["", "", "", "", "小计", "", "公务用车购置费", "", "公务用车运行费", "", "", ""]
    assert len(names) == len(keys)
    values = [_amount(table["cells"][key][part], nil) for key in keys for part in ("预算数", "决算数")]
    return [["财政拨款“三公”经费"], top, second, ["预算数", "决算数"] * 6, values]
