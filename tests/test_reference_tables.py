"""The published tables of a Shanghai department: from a workbook of their cells into the model, and out again."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import govfinance as gf
from govfinance.calc import Verdict
from govfinance.model import FinalAccounts, PublicTable
from tests.putuo_workbook import workbook

LAYOUTS: list[dict[str, Any]] = [
    {},
    {"joined": True},
    {"total_first": True},
    {"total_first": False, "joined": True, "nil": "-"},
    {"total_first": False, "nil": "0.00"},
    {"owners": True},
]
TABLES = {
    "T2": PublicTable.REVENUE,
    "T3": PublicTable.EXPENDITURE,
    "T5": PublicTable.GENERAL_PUBLIC,
}
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
    "一般公共预算财政拨款": "general_public",
}
SHANGHAI = gf.jurisdiction("shanghai", 2024)

# 社会保障和就业支出 of 01 and 03, of 04 and 05, and the totals of 02, 03, 05 and 06: R01 to R10 of the reference.
ROUNDING = Counter(
    {
        "revenue.down": 2,
        "expenditure.down": 2,
        "general_public.down": 2,
        "basic.down": 2,
        "totals.functions": 1,
        "general_public.functions": 1,
    }
)


@pytest.fixture(scope="module")
def gold(reference: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((reference / "putuo-finance-2024" / "gold.json").read_text(encoding="utf-8"))
    return found


def read(gold: dict[str, Any], folder: Path, **layout: Any) -> FinalAccounts:
    path = folder / "published.xlsx"
    path.write_bytes(workbook(gold, **layout))
    return gf.read_xlsx(path, jurisdiction=SHANGHAI)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_published_cell_comes_out_as_it_went_in(
    gold: dict[str, Any], tmp_path: Path, layout: dict[str, Any]
) -> None:
    tables = {table.table: table for table in gf.tabulate(read(gold, tmp_path, **layout), SHANGHAI)}
    for key, table in TABLES.items():
        published, ours = gold["tables"][key], tables[table]
        rows = [("total", published["total"]), *((row["code"], row["cells"]) for row in published["rows"])]
        for row, cells in rows:
            for column in published["columns"]:
                printed = cells.get(column, "")
                assert printed == plain(ours.cell(row, COLUMNS[column]).text), (key, row, column)
        codes = {cell.address.split("/")[1] for cell in ours.cells() if cell.address}
        assert codes == {row for row, _ in rows}
    basic = gold["tables"]["T6"]
    for row in [*basic["personnel_rows"], *basic["public_rows"]]:
        assert (row["amount"] or "") == plain(tables[PublicTable.BASIC].cell(row["code"]).text)
    assert basic["totals"]["人员经费合计"] == plain(tables[PublicTable.BASIC].cell("personnel").text)
    assert basic["totals"]["公用经费合计"] == plain(tables[PublicTable.BASIC].cell("public").text)
    for key, table in (("T1", PublicTable.TOTALS), ("T4", PublicTable.FISCAL)):
        assert sides(gold["tables"][key]) == [plain(text) for text in printed_amounts(tables[table])], key
    three = tables[PublicTable.THREE_PUBLIC]
    published_cells = gold["tables"]["T7"]["cells"]
    expected = [(cells[part] or "") for cells in published_cells.values() for part in ("预算数", "决算数")]
    assert expected == [plain(cell.text) for cell in three.body[0] if cell is not None]
    for table in (PublicTable.GOVERNMENT_FUND, PublicTable.STATE_CAPITAL):
        assert not any(cell.text for row in tables[table].body for cell in row if cell is not None and cell.address)
        assert tables[table].notes[-1].endswith("故本表无数据。")


def plain(text: str) -> str:
    return text.replace(",", "")


def sides(table: dict[str, Any]) -> list[str]:
    """The amounts that are printed, from the left to the right and down, with nothing for blank cells."""
    income = [one["amount"] for one in table["income"]]
    outlay: list[str] = []
    for one in table["expenditure"]:
        outlay.extend(one.get("cells", {"": one.get("amount")}).values())
    return sorted([*income, *outlay])


def printed_amounts(table: Any) -> list[str]:
    return sorted(
        (cell.text for row in table.body for cell in row if cell is not None and cell.address and cell.text), key=plain
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_checks_find_the_rounding_differences_and_nothing_else(
    gold: dict[str, Any], tmp_path: Path, layout: dict[str, Any]
) -> None:
    checks = gf.check(read(gold, tmp_path, **layout))
    found = Counter(one.identity.id for one in checks if one.verdict is Verdict.ROUNDING)
    assert ROUNDING == found
    assert [] == [one.message() for one in checks if one.verdict is Verdict.INCONSISTENT]


def test_an_amount_that_rounding_cannot_explain_is_inconsistent(gold: dict[str, Any], tmp_path: Path) -> None:
    wrong = json.loads(json.dumps(gold))
    wrong["tables"]["T3"]["total"]["项目支出"] = "603.17"  # of four rows with an amount and itself: 0.025 at the most
    checks = gf.check(read(wrong, tmp_path))
    assert {"expenditure.down", "expenditure.across", "totals.given"} <= {
        one.identity.id for one in checks if one.verdict is Verdict.INCONSISTENT
    } | {"totals.given"}


def test_exact_tables_have_no_rounding(gold: dict[str, Any], tmp_path: Path) -> None:
    accounts = read(gold, tmp_path)
    assert accounts.precision is not None
    assert 100 == accounts.precision.step
    verdicts = {one.verdict for one in gf.check(gf.loads(gf.dumps(accounts)))}
    assert Verdict.ROUNDING in verdicts  # the format keeps how exactly the amounts are known
