"""The Shanghai form: each kind of sentence in the words of the official blank form, both ways; a made-up new unit.

All figures of the unit are made up, all expected sentences were written by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

import govfinance as gf
from govfinance.claims import (
    AbroadDetail,
    AmountShare,
    Claim,
    ClassShare,
    Comparison,
    EconomicTotal,
    Execution,
    FunctionalItemTotal,
    FunctionalStructure,
    FundExpenditure,
    FundNothing,
    FundsKind,
    FundsTotal,
    NamedAmount,
    OperatingExpensesNothing,
    OperatingExpensesTotal,
    OverallTotal,
    ReceptionDetail,
    Relation,
    RevenueHeading,
    RevenuePart,
    RevenueTotal,
    ThreePublicChanges,
    ThreePublicExecution,
    ThreePublicNothing,
    ThreePublicShares,
    VehicleOperationDetail,
    VehiclePurchaseDetail,
)
from govfinance.claims import BudgetBasis as Basis
from govfinance.document import Document, Paragraph
from govfinance.model import (
    AbroadLine,
    BudgetLine,
    ExpenditureLine,
    Fiscal,
    FundLine,
    Level,
    ManagementStage,
    OperatingExpenses,
    Overall,
    Performance,
    PerformanceManagement,
    Procurement,
    ProcurementLine,
    ReceptionLine,
    ReceptionPart,
    ReservedProcurement,
    StateAssets,
    ThreePublic,
    VehicleOperationLine,
    VehiclePurchaseLine,
)
from govfinance.money import Base, Change, Direction, Printed

FORM = gf.jurisdiction("shanghai", 2024)


def wan(text: str) -> Printed:
    return Printed(text, "万元")


def percent(text: str) -> Printed:
    return Printed(text, "%")


UP = Change(Direction.INCREASE, amount=wan("3.00"), rate=percent("25.00"))
DOWN = Change(Direction.DECREASE, amount=wan("1.50"), rate=percent("12.50"))
NEW = Change(Direction.INCREASE, amount=wan("0.40"), base=Base.ZERO)
SAME = Change(Direction.UNCHANGED)
WHO = {"name": "上海市某局", "level": None, "year": 2024}

SENTENCES: list[tuple[str, Claim]] = [
    (
        "上海市某局2024年度收入支出总计15.00万元。与2023年度相比，收入支出总计增加3.00万元，增长25.00%。主要原因：业务增加。",
        OverallTotal(**WHO, total=wan("15.00"), budget=None, prior=Comparison(change=UP, reason="业务增加", year=2023)),
    ),
    (
        "上海市某局2024年度收入支出总计15.00万元。与2023年度相比，收入支出总计持平。",
        OverallTotal(**WHO, total=wan("15.00"), budget=None, prior=Comparison(change=SAME, year=2023)),
    ),
    ("上海市某局2024年度收入支出总计15.00万元。", OverallTotal(**WHO, total=wan("15.00"), budget=None, prior=None)),
    (
        "本年收入合计15.00万元，其中：财政拨款收入12万元，占80.00%；事业收入3万元，占20.00%。",
        RevenueTotal(
            name=None,
            level=None,
            year=None,
            total=wan("15.00"),
            items=(
                RevenuePart(source=RevenueHeading.FISCAL, amount=wan("12"), share=percent("80.00")),
                RevenuePart(source=RevenueHeading.SERVICE, amount=wan("3"), share=percent("20.00")),
            ),
        ),
    ),
    (
        "一般公共预算财政拨款支出12.00万元，主要用于以下方面：教育支出（类）9.00万元，占75.00%；住房保障支出（类）3.00万元，占25.00%。",
        FunctionalStructure(
            name=None,
            level=None,
            year=None,
            amount=wan("12.00"),
            items=(
                ClassShare(class_name="教育支出", amount=wan("9.00"), share=percent("75.00")),
                ClassShare(class_name="住房保障支出", amount=wan("3.00"), share=percent("25.00")),
            ),
        ),
    ),
    (
        (
            "教育支出（类）普通教育（款）初中教育（项）。主要用于：办学。年初预算为10.00万元，支出决算为9.00万元。"
            "决算数小于预算数的主要原因：节约。"
        ),
        FunctionalItemTotal(
            class_name="教育支出",
            group_name="普通教育",
            item_name="初中教育",
            purpose="办学",
            basis=Basis.INITIAL,
            budget=wan("10.00"),
            actual=wan("9.00"),
            completion=None,
            relation=Relation.BELOW,
            reason="节约",
        ),
    ),
    (
        "教育支出（类）普通教育（款）初中教育（项）。全年预算为9.00万元，支出决算为9.00万元。决算数与预算数基本持平。",
        FunctionalItemTotal(
            class_name="教育支出",
            group_name="普通教育",
            item_name="初中教育",
            basis=Basis.ADJUSTED,
            budget=wan("9.00"),
            actual=wan("9.00"),
            completion=None,
            relation=Relation.EQUAL,
            reason=None,
        ),
    ),
    (
        "一般公共预算财政拨款基本支出8.00万元。其中：人员经费6.00万元，主要包括：基本工资、奖金；公用经费2.00万元，主要包括：维修（护）费。",
        EconomicTotal(
            name=None,
            level=None,
            year=None,
            nature=gf.SpendingNature.BASIC,
            total=wan("8.00"),
            funds=(
                FundsTotal(
                    kind=FundsKind.PERSONNEL,
                    total=wan("6.00"),
                    items=(NamedAmount(name="基本工资"), NamedAmount(name="奖金")),
                ),
                FundsTotal(kind=FundsKind.PUBLIC, total=wan("2.00"), items=(NamedAmount(name="维修（护）费"),)),
            ),
        ),
    ),
    (
        (
            "“三公”经费财政拨款支出年初预算为10.00万元，支出决算为6.00万元，完成预算的60.00%，其中：因公出国（境）费决算为0.00万元，"
            "完成预算的0%；公务用车购置及运行维护费支出决算为5.60万元，完成预算的93.33%；公务接待费支出决算为0.40万元。"
            "2024年度“三公”经费支出决算数小于预算数的主要原因：厉行节约。"
        ),
        ThreePublicExecution(
            name=None,
            level=None,
            year=2024,
            total=Execution(budget=wan("10.00"), actual=wan("6.00"), completion=percent("60.00")),
            abroad=Execution(budget=None, actual=wan("0.00"), completion=percent("0")),
            vehicles=Execution(budget=None, actual=wan("5.60"), completion=percent("93.33")),
            reception=Execution(budget=None, actual=wan("0.40"), completion=None),
            basis=Basis.INITIAL,
            relation=Relation.BELOW,
            reason="厉行节约",
        ),
    ),
    (
        (
            "2024年度“三公”经费财政拨款支出决算数比2023年度减少1.50万元，下降12.50%，其中：因公出国（境）费支出决算持平；"
            "公务用车购置及运行维护费支出决算减少1.50万元，下降12.50%；公务接待费支出决算增加0.40万元。"
            "公务用车购置及运行维护费支出减少的主要原因是车辆减少。公务接待费支出增加的主要原因是来访增多。"
        ),
        ThreePublicChanges(
            name=None,
            level=None,
            year=2024,
            prior_year=2023,
            total=DOWN,
            reason=None,
            abroad=SAME,
            abroad_reason=None,
            vehicles=DOWN,
            vehicles_reason="车辆减少",
            reception=NEW,
            reception_reason="来访增多",
        ),
    ),
    (
        (
            "2024年度“三公”经费财政拨款支出决算数与2023年度持平。其中：因公出国（境）费支出决算持平；"
            "公务用车购置及运行维护费支出决算持平；公务接待费支出决算持平。"
        ),
        ThreePublicChanges(
            name=None,
            level=None,
            year=2024,
            prior_year=2023,
            total=SAME,
            reason=None,
            abroad=SAME,
            abroad_reason=None,
            vehicles=SAME,
            vehicles_reason=None,
            reception=SAME,
            reception_reason=None,
        ),
    ),
    ("上海市某局2024年度无“三公”经费财政拨款支出。", ThreePublicNothing(**WHO)),
    (
        (
            "“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0.00万元，占0.00%；公务用车购置及运行维护费支出决算5.60万元，占93.33%；"
            "公务接待费支出决算0.40万元，占6.67%。具体情况如下："
        ),
        ThreePublicShares(
            name=None,
            level=None,
            year=None,
            total=None,
            abroad=AmountShare(amount=wan("0.00"), share=percent("0.00")),
            vehicles=AmountShare(amount=wan("5.60"), share=percent("93.33")),
            reception=AmountShare(amount=wan("0.40"), share=percent("6.67")),
        ),
    ),
    (
        "因公出国（境）费支出8.00万元。全年安排因公出国（境）团组1个、累计2人次。开支内容包括：学术交流。",
        AbroadDetail(amount=wan("8.00"), groups=Printed("1"), persons=Printed("2"), purpose="学术交流", prior=None),
    ),
    (
        "公务用车购置支出为25.00万元。主要用于更新车辆，购置公务用车1辆。",
        VehiclePurchaseDetail(amount=wan("25.00"), purpose="更新车辆", bought=Printed("1"), prior=None),
    ),
    (
        "公务用车运行维护支出5.60万元。主要用于燃料和保险。2024年，上海市某局所属各预算单位开支财政拨款的公务用车保有量为2辆。",
        VehicleOperationDetail(
            name="上海市某局",
            level=Level.DEPARTMENT,
            year=2024,
            amount=wan("5.60"),
            purpose="燃料和保险",
            held=Printed("2"),
            prior=None,
        ),
    ),
    (
        "公务用车运行维护支出5.60万元。2024年，上海市某中心开支财政拨款的公务用车保有量为2辆。",
        VehicleOperationDetail(
            name="上海市某中心", level=Level.UNIT, year=2024, amount=wan("5.60"), held=Printed("2"), prior=None
        ),
    ),
    (
        (
            "公务接待费支出0.40万元。其中：国内公务接待支出0.40万元（含外宾接待支出0.10万元）。主要用于工作餐，公务接待2批次、24人次，"
            "其中：接待外宾1批次、3人次。"
        ),
        ReceptionDetail(
            amount=wan("0.40"),
            domestic=wan("0.40"),
            domestic_batches=Printed("2"),
            domestic_persons=Printed("24"),
            guests=wan("0.10"),
            guests_batches=Printed("1"),
            guests_persons=Printed("3"),
            purpose="工作餐",
            foreign=None,
            foreign_batches=None,
            foreign_persons=None,
            prior=None,
        ),
    ),
    (
        "政府性基金预算财政拨款收入100.00万元，支出90.00万元，支出具体情况如下：",
        FundExpenditure(
            name=None,
            level=None,
            year=None,
            fund=gf.FundSource.GOVERNMENT_FUND,
            revenue=wan("100.00"),
            amount=wan("90.00"),
            prior=None,
            itemised=True,
        ),
    ),
    ("上海市某局2024年度无国有资本经营预算财政拨款收入和支出。", FundNothing(**WHO, fund=gf.FundSource.STATE_CAPITAL)),
    (
        "机关运行经费支出15.00万元，比2023年度增加3.00万元，增长25.00%。主要原因是搬迁。",
        OperatingExpensesTotal(
            name=None,
            level=None,
            year=None,
            amount=wan("15.00"),
            prior=Comparison(change=UP, reason="搬迁", year=2023),
        ),
    ),
    (
        "机关运行经费支出15.00万元，与2023年度持平。",
        OperatingExpensesTotal(
            name=None, level=None, year=None, amount=wan("15.00"), prior=Comparison(change=SAME, year=2023)
        ),
    ),
    ("上海市某局2024年度无机关运行经费支出。", OperatingExpensesNothing(**WHO)),
]


@pytest.mark.parametrize(("text", "claim"), SENTENCES, ids=[type(claim).__name__ for _, claim in SENTENCES])
def test_a_sentence_of_the_form_is_written_and_read(text: str, claim: Claim) -> None:
    sentence = FORM.sentence(type(claim))
    assert text == sentence.render(claim)
    assert claim == sentence.parse(text)


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("国内公务接待支出0.40万（含", "国内公务接待支出0.40万元（含"),
        ("收入100.00万元，支出收入90.00万元，", "收入100.00万元，支出90.00万元，"),
        ("决算数等于预算数。", "决算数与预算数基本持平。"),
        ("降低12.50%", "下降12.50%"),
    ],
)
def test_slips_of_the_blank_form_are_understood_and_not_repeated(slip: str, right: str) -> None:
    for text, claim in SENTENCES:
        if right in text:
            assert claim == FORM.sentence(type(claim)).parse(text.replace(right, slip))
            assert slip not in text
            return
    pytest.fail(f"no sentence has {right}")


def new_unit() -> gf.FinalAccounts:
    """A unit that was founded in the year: nothing is supplied for the year before, and there was no initial budget."""
    nothing = ManagementStage(projects=0, amount=0)
    sources = dict.fromkeys(gf.RevenueSource, 0) | {gf.RevenueSource.GENERAL_PUBLIC: 1_000_000}
    natures = dict.fromkeys(gf.SpendingNature, 0) | {
        gf.SpendingNature.BASIC: 600_000,
        gf.SpendingNature.PROJECT: 300_000,
    }
    return gf.FinalAccounts(
        department=gf.Department(name="上海市某区数据中心", founded=2024),
        year=2024,
        level="unit",
        overall=Overall(total=BudgetLine(actual=1_000_000)),
        revenue=[gf.RevenueLine(source=source, actual=actual) for source, actual in sources.items()],
        expenditure=[ExpenditureLine(nature=nature, actual=actual) for nature, actual in natures.items()],
        functional=[
            gf.FunctionalItem(code="2010301", basic=600_000, project=0, adjusted=600_000),
            gf.FunctionalItem(code="2010302", basic=0, project=300_000, adjusted=400_000),
        ],
        economic=[
            gf.EconomicItem(code="30101", nature="basic", actual=500_000),
            gf.EconomicItem(code="30201", nature="basic", actual=100_000),
        ],
        fiscal=Fiscal(
            total=BudgetLine(actual=1_000_000),
            funds=[
                FundLine(fund="government_fund", expenditure=BudgetLine(actual=0)),
                FundLine(fund="state_capital", expenditure=BudgetLine(actual=0)),
            ],
        ),
        three_public=ThreePublic(
            abroad=AbroadLine(adjusted=0, actual=0, groups=0, persons=0),
            vehicle_purchase=VehiclePurchaseLine(adjusted=0, actual=0, bought=0),
            vehicle_operation=VehicleOperationLine(adjusted=0, actual=0, held=0),
            reception=ReceptionLine(
                adjusted=10_000,
                actual=4_000,
                domestic=ReceptionPart(actual=4_000, batches=2, persons=24),
                guests=ReceptionPart(actual=0, batches=0, persons=0),
            ),
        ),
        operating_expenses=OperatingExpenses(actual=0),
        procurement=Procurement(
            goods=ProcurementLine(amount=12_345),
            works=ProcurementLine(amount=0),
            services=ProcurementLine(amount=0),
            reserved=ReservedProcurement(
                sme_budget=0, micro_budget=0, sme_awarded=0, micro_awarded=0, other_sme_awarded=12_345
            ),
        ),
        state_assets=StateAssets(
            provincial_leader_vehicles=0,
            principal_vehicles=0,
            confidential_vehicles=0,
            emergency_vehicles=0,
            enforcement_vehicles=0,
            special_vehicles=0,
            retired_cadre_vehicles=0,
            other_vehicles=0,
            large_equipment=0,
        ),
        performance=Performance(
            management=PerformanceManagement(
                targets=nothing,
                tracking=nothing,
                self_evaluation=nothing,
                excellent=0,
                good=0,
                qualified=0,
                unqualified=0,
                problems=0,
                rectified=0,
                rectifying=0,
            )
        ),
        remarks=gf.Remarks({"overall.total.prior": "本单位为2024年新成立单位"}),
    )


def narrative() -> Document:
    return gf.compose(new_unit(), FORM)


@pytest.mark.parametrize("scale", [gf.Scale.YUAN, gf.Scale.WAN])
def test_the_narrative_of_a_new_unit_is_the_same_from_a_workbook(scale: gf.Scale, tmp_path: Path) -> None:
    path = tmp_path / "tables.xlsx"
    gf.write_xlsx(new_unit(), path, FORM, scale=scale, partial=True, supplements=True)
    read = gf.read_xlsx(path, jurisdiction=FORM)
    assert narrative().to_text() == gf.compose(read, FORM).to_text()


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        ("一", "上海市某区数据中心2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加100.00万元。主要原因：本单位为2024年新成立单位。"),
        ("二", "本年收入合计100.00万元，其中：财政拨款收入100万元，占100.00%。"),
        ("三", "本年支出合计90.00万元，其中：基本支出60.00万元，占66.67%；项目支出30.00万元，占33.33%。"),
        ("五", "一般公共预算财政拨款支出全年预算为100.00万元，支出决算为90.00万元，完成全年预算的90.00%。决算数小于预算数。其中："),
        ("五", "1、一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。全年预算为60.00万元，支出决算为60.00万元。决算数与预算数基本持平。"),
        ("五", "2、一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）。全年预算为40.00万元，支出决算为30.00万元。决算数小于预算数。"),
        ("七", "“三公”经费财政拨款支出全年预算为1.00万元，支出决算为0.40万元，完成预算的40.00%，其中：因公出国（境）费决算为0.00万元；公务用车购置及运行维护费支出决算为0.00万元；公务接待费支出决算为0.40万元，完成预算的40.00%。2024年度“三公”经费支出决算数小于预算数。"),
        ("七", "2024年度“三公”经费财政拨款支出决算数比2023年度增加0.40万元，其中：因公出国（境）费支出决算持平；公务用车购置及运行维护费支出决算持平；公务接待费支出决算增加0.40万元。"),
        ("八", "上海市某区数据中心2024年度无政府性基金预算财政拨款收入和支出。"),
        ("十一", "上海市某区数据中心2024年度无机关运行经费支出。"),
        ("十一", "上海市某区数据中心2024年度政府采购金额（以合同签订为准）为1.23万元，其中：货物采购金额1.23万元、工程采购金额0万元、服务采购金额0万元。"),
        ("十一", "2024年度本单位面向中小企业预留政府采购项目预算金额0万元，面向小微企业预留政府采购项目预算金额0万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额0万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额0万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额1.23万元。"),
    ],
)  # fmt: skip
def test_a_new_unit_has_no_rates_and_compares_with_the_budget_of_the_year(section: str, sentence: str) -> None:
    assert sentence in [block.text for block in narrative().section(section).blocks if isinstance(block, Paragraph)]


def test_the_titles_say_whose_accounts_they_are() -> None:
    document = narrative()
    assert "上海市某区数据中心2024年度单位决算" == document.title
    assert "第三部分 上海市某区数据中心2024年度单位决算情况说明" == document.part
    assert [*"一二三四五六七八九十", "十一"] == [section.number for section in document.sections]


def test_a_department_that_existed_is_not_compared_with_a_year_that_nobody_supplied() -> None:
    accounts = evolve(new_unit(), department=gf.Department(name="上海市某区数据中心", founded=2019))
    document, derivation = gf.compose(accounts, FORM), gf.derive(accounts, FORM)
    assert "与2023年度相比" not in document.to_text()
    assert "比2023年度" not in document.to_text()
    left_out = {one.topic for one in derivation.omissions if one.kind == "comparison"}
    assert {"overall.total", "fiscal.total", "functional.overview", "three_public.changes"} <= left_out


def test_the_table_of_a_new_unit_has_the_budget_that_it_had() -> None:
    tables = gf.tabulate(new_unit(), FORM, partial=True)
    (table,) = [one for one in tables if "三公" in one.title]
    assert ("1.00", "0.40") == (table.cell("adjusted", "total").text, table.cell("actual", "total").text)
