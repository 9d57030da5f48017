"""内蒙古自治区: the form of the narrative (部门决算情况说明, 14 sections) for 2023.

References: the standard sentences of 第二部分 部门决算情况说明 of the 2023 form, as published final accounts print them.
Checked with: the final accounts of 赤峰市司法局 for 2023 (its 196 sentences with numbers).

Where that document is inconsistent with itself, the dominant form was taken:

- 支出决算 in item lines, not 决算支出 (4 of 26 lines); 与上年决算相比, not 比上年决算相比 (1 of 13).
- the rate of an item is left out when its initial budget is zero (5 of 7 lines; two print a meaningless 0%).
- 类 are named with their official name (4 of 6), not the short form.
- 资本性支出 in section 七 prints like the other classes, with two decimals.
- a space stands before an amount that follows its name, none inside a change; white space never counts when reading.
- totals have separators and two decimals; items of 五 and lists have neither separators nor trailing zeros.
- zero over zero prints 0% where the form has a rate without fixed decimals (八（一）, 十二, 十四) and 0.00% in shares
  (二, 三, 八（二）); the 100% that the document gives no government-fund project is not followed.

Limitations, no document at hand confirms: every sentence for a base of zero, a negative base, an unchanged figure;
government funds and state capital that are not zero; no projects at all; the threshold of 无较大差异 (1.5 percentage
points: 98.78 % is called immaterial there, and 98.35 % gets a reason); which classes section 七 always lists.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from govfinance.claims import (
    AbroadDetail,
    AmountShare,
    AssetsHeld,
    Claim,
    Comparison,
    Difference,
    EconomicClassTotal,
    EconomicTotal,
    EvaluationsReported,
    Execution,
    ExpenditureShare,
    ExpenditureTotal,
    FiscalTotal,
    FunctionalClassTotal,
    FunctionalItemTotal,
    FunctionalTotal,
    FundExpenditure,
    FundsTotal,
    IndicatorResult,
    NamedAmount,
    NothingEvaluated,
    OperatingExpensesTotal,
    OverallItem,
    OverallItemTotal,
    OverallTotal,
    ProcurementTotal,
    ProjectGoals,
    ProjectGrade,
    ProjectMeasures,
    ProjectName,
    ProjectProblems,
    ProjectScore,
    ReceptionDetail,
    RevenueShare,
    RevenueTotal,
    ReviewCarriedOut,
    SelfEvaluationCoverage,
    SideTotal,
    ThreePublicExecution,
    ThreePublicShares,
    VehicleOperationDetail,
    VehiclePurchaseDetail,
    VehiclesTotal,
)
from govfinance.jurisdictions._form import ChartSpec, Entry, Form, Group, Limitation, Outline, SectionSpec
from govfinance.jurisdictions._inner_mongolia_tables import TABLES
from govfinance.model import FundSource
from govfinance.money import Base, Change, Conventions, Direction, NumberFormat, Scale
from govfinance.sentences import Variant, WordsCodec
from govfinance.zh import economic_class_codec

__all__ = ["FORM"]

_NOTHING = "不存在此项内容"

CONVENTIONS = Conventions(
    formats={
        "amount": NumberFormat("#,##0.00", scale=Scale.WAN),
        "item": NumberFormat("0.##", scale=Scale.WAN),
        "rate": NumberFormat("0.00", unit="%"),
        "item_rate": NumberFormat("0.##", unit="%"),
        "share": NumberFormat("0.00", unit="%"),
        "count": NumberFormat("0"),
        "score": NumberFormat("0.##"),
        "fraction": NumberFormat("0.####"),
        "ProcurementTotal.to_sme_share": NumberFormat("0.##", unit="%"),
        "ProcurementTotal.to_micro_share": NumberFormat("0.##", unit="%"),
        "ProcurementTotal.goods_to_sme_share": NumberFormat("0.##", unit="%"),
        "ProcurementTotal.works_to_sme_share": NumberFormat("0.##", unit="%"),
        "ProcurementTotal.services_to_sme_share": NumberFormat("0.##", unit="%"),
    },
    materiality=Decimal("1.5"),
    standing_texts={
        "overall.revenue.prior": _NOTHING,
        "overall.surplus_used.prior": _NOTHING,
        "overall.opening.prior": _NOTHING,
        "overall.expenditure.prior": _NOTHING,
        "overall.surplus_distribution.prior": _NOTHING,
        "overall.surplus_distribution.matter": "无",
        "overall.closing.prior": _NOTHING,
        "overall.closing.matter": "无",
        "government_fund.prior": "本{level}无政府性基金预算财政拨款收、支、余",
        "state_capital.prior": "本{level}无国有资本经营预算财政拨款收、支、余",
    },
    zero_base={
        "RevenueShare.share": "0.00",
        "ExpenditureShare.share": "0.00",
        "AmountShare.share": "0.00",
        "Execution.completion": "0",
        "ProcurementTotal.to_sme_share": "0",
        "ProcurementTotal.to_micro_share": "0",
        "ProcurementTotal.goods_to_sme_share": "0",
        "ProcurementTotal.works_to_sme_share": "0",
        "ProcurementTotal.services_to_sme_share": "0",
        "SelfEvaluationCoverage.general_share": "0",
        "SelfEvaluationCoverage.fund_share": "0",
    },
    always_listed=("301", "302", "310"),
)

_ZERO = {"change.base": Base.ZERO}
_NEGATIVE = {"change.base": Base.NEGATIVE}
_POSITIVE = {"change.base": Base.POSITIVE}
_SAME = {"change.direction": Direction.UNCHANGED}


def _against(base: str, *, who: str = "", gap: str = "", stop: str = "。", nil: str = "<，|。>") -> list[Variant]:
    """All ways to compare with 年初预算 or 上年决算 (``base``); ``who`` changed, ``stop`` ends the clause."""
    head = f"<与|比>{base}相比，{who}{{change.direction:change}}{gap}{{change.amount}}万元"
    reason = f"[，变动原因：{{reason}}]{stop}"
    level = f"<与|比>{base}相比，{who}增加{gap}0.00万元，增长0%"
    return [
        # first: the words of nothing in either year are also those of an increase that rounds to zero
        Variant(f"{level}{nil}变动原因：{{reason}}{stop}", _SAME | _ZERO),
        Variant(f"{level}。与{base}持平{stop}", _SAME | _ZERO),
        Variant(f"{head}，{{change.direction:growth}}{gap}{{change.rate}}%{reason}", _POSITIVE),
        Variant(f"{head}（{base}数为0，不计算增减率）{reason}", _ZERO),
        Variant(f"{head}（{base}数为负数，不计算增减率）{reason}", _NEGATIVE),
        Variant(f"与{base}持平{reason}", _SAME | _POSITIVE),
        Variant(f"与{base}持平（{base}数为负数）{reason}", _SAME | _NEGATIVE),
    ]


_BOTH = "收、支总计各"

PHRASES: dict[str, tuple[type, list[Variant]]] = {
    "vs_budget_both": (Comparison, _against("年初预算", who=_BOTH, gap=" ")),
    "vs_budget_both_first": (Comparison, _against("年初预算", who=_BOTH, stop="；")),
    "vs_prior_both": (Comparison, _against("上年决算", who=_BOTH)),
    "vs_prior_line": (Comparison, _against("上年决算", nil="<。|，>")),
    "vs_prior": (Comparison, _against("上年决算")),
    "class_change": (
        Change,
        [
            Variant("与年初预算相比{direction:change}{amount}万元", {"base": Base.POSITIVE}),
            Variant("与年初预算持平", {"base": Base.POSITIVE, "direction": Direction.UNCHANGED}),
        ],
    ),
    "item": (NamedAmount, [Variant("{name:name}{amount}万元")]),
    "quoted": (ProjectName, [Variant("“{name}”")]),
    "execution": (
        Execution,
        [
            Variant("全年预算 {budget}万元，支出决算 {actual}万元，完成预算的 {completion}%"),
            Variant("全年预算 {budget}万元，支出决算 {actual}万元"),
            Variant("支出决算 {actual}万元"),
        ],
    ),
    "amount_share": (AmountShare, [Variant("{amount}万元，占 {share}%"), Variant("{amount}万元")]),
}

_WHO = "{name}（{level}） {year}年度"


def _functional_totals() -> list[Variant]:
    head = _WHO + "一般公共预算财政拨款支出决算 {actual}万元。"
    bodies = (
        head + "与年初预算 {budget}万元相比，完成年初预算的 {completion}%。",
        head + "年初预算 {budget}万元。",
        head,
    )
    return [
        Variant(body + tail, {"itemised": itemised})
        for body in bodies
        for itemised, tail in ((True, "其中："), (False, ""))
    ]


def _functional_items() -> list[Variant]:
    head = (
        "{group_name}（款）{item_name}（项）。[年初预算{budget}万元，]<支出决算|决算支出>{actual}万元"
        "[，完成年初预算的{completion}%]。"
    )
    return [
        Variant(head + "决算数与年初预算数的差异原因：{reason}。", {"difference": Difference.EXPLAINED}),
        Variant(head + "决算数与年初预算数无较大差异。", {"difference": Difference.IMMATERIAL}),
        Variant(head, {"difference": Difference.UNEXPLAINED}),
    ]


def _procurement() -> list[Variant]:
    head = (
        _WHO + "政府采购支出总额 {total}万元，其中：政府采购货物支出 {goods}万元、政府采购工程支出 {works}万元、"
        "政府采购服务支出 {services}万元。政府采购授予中小企业合同金额 {to_sme}万元"
        "[，占政府采购支出总额的{to_sme_share}%]，其中：授予小微企业合同金额 {to_micro}万元"
        "[，占政府采购支出总额的{to_micro_share}%]"
    )
    shares = (
        "货物采购授予中小企业合同金额占货物支出金额的{goods_to_sme_share}%",
        "工程采购授予中小企业合同金额占工程支出金额的{works_to_sme_share}%",
        "服务采购授予中小企业合同金额占服务支出金额的{services_to_sme_share}%",
    )
    subsets = [subset for size in (3, 2, 1, 0) for subset in combinations(shares, size)]
    return [Variant(f"{head}{'；' if subset else ''}{'，'.join(subset)}。") for subset in subsets]


SENTENCES: dict[type[Claim], list[Variant]] = {
    OverallTotal: [
        Variant(
            "{name}（{level}）{year}年度收入、支出决算总计 {total}万元。"
            "[{budget:vs_budget_both}][{prior:vs_prior_both}]其中："
        )
    ],
    SideTotal: [Variant("{side}决算总计 {total}万元。包括：")],
    OverallItemTotal: [
        Variant(
            "结余分配 {amount}万元。结余分配事项：{matter}。[{prior:vs_prior_line}]",
            {"item": OverallItem.SURPLUS_DISTRIBUTION},
        ),
        Variant(
            "年末结转和结余 {amount}万元。结转和结余事项：{matter}。[{prior:vs_prior_line}]",
            {"item": OverallItem.CLOSING},
        ),
        Variant("{item} {amount}万元。[{prior:vs_prior_line}]"),
    ],
    RevenueTotal: [Variant(_WHO + "本年收入决算合计 {total}万元，其中：")],
    RevenueShare: [Variant("本年{source} {amount}万元[，占 {share}%]")],
    ExpenditureTotal: [Variant(_WHO + "本年支出决算合计 {total}万元，其中：")],
    ExpenditureShare: [Variant("本年{nature} {amount}万元[，占 {share}%]")],
    FiscalTotal: [
        Variant(_WHO + "财政拨款收入、支出决算总计 {total}万元，{budget:vs_budget_both_first}{prior:vs_prior_both}"),
        Variant(_WHO + "财政拨款收入、支出决算总计 {total}万元，{budget:vs_budget_both}"),
        Variant(_WHO + "财政拨款收入、支出决算总计 {total}万元，{prior:vs_prior_both}"),
        Variant(_WHO + "财政拨款收入、支出决算总计 {total}万元。"),
    ],
    FunctionalTotal: _functional_totals(),
    FunctionalClassTotal: [
        Variant("{class_name}类决算数为 {actual}万元[，{change:class_change}]。其中：", {"itemised": True}),
        Variant("{class_name}类决算数为 {actual}万元[，{change:class_change}]。", {"itemised": False}),
    ],
    FunctionalItemTotal: _functional_items(),
    EconomicTotal: [Variant(_WHO + "一般公共预算财政拨款{nature}决算 {total}万元，其中：")],
    FundsTotal: [Variant("{kind} {total}万元。[主要包括：{items:item*、}。]")],
    EconomicClassTotal: [Variant("{class_name:economic_class} {total}万元。[主要包括：{items:item*、}。]")],
    ThreePublicExecution: [
        Variant(
            _WHO + "财政拨款“三公”经费{total:execution}。其中：因公出国（境）费{abroad:execution}；"
            "公务用车购置及运行维护费{vehicles:execution}；公务接待费{reception:execution}。"
            "[{year}年度一般公共预算财政拨款“三公”经费支出决算与预算差异原因：{reason}。]"
        )
    ],
    ThreePublicShares: [
        Variant(
            _WHO + "财政拨款“三公”经费支出 {total}万元。因公出国（境）费支出 {abroad:amount_share}；"
            "公务用车购置及运行维护费支出 {vehicles:amount_share}；公务接待费支出 {reception:amount_share}。其中："
        )
    ],
    AbroadDetail: [
        Variant(
            "因公出国（境）费支出 {amount}万元，全年出国（境）团组{groups} 个，累计{persons} 人次。[{prior:vs_prior}]"
        )
    ],
    VehiclesTotal: [Variant("公务用车购置及运行维护费支出 {amount}万元。其中：")],
    VehiclePurchaseDetail: [
        Variant("公务用车购置支出 {amount}万元。本年度使用财政拨款购置公务用车{bought} 辆。[{prior:vs_prior}]")
    ],
    VehicleOperationDetail: [
        Variant(
            "公务用车运行维护费支出 {amount}万元。公务用车运行维护费主要用于按规定保留的公务用车的燃料费、维修费、过桥过路费、"
            "保险费、安全奖励费用等支出。截至{year}年12月31日，使用财政拨款开支的公务用车保有量为{held} 辆。[{prior:vs_prior}]"
        )
    ],
    ReceptionDetail: [
        Variant(
            "公务接待费支出 {amount}万元。其中：国内公务接待支出 {domestic}万元，接待{domestic_batches} 批次，"
            "{domestic_persons} 人次[，开支内容：{purpose}]；国（境）外公务接待支出 {foreign}万元，"
            "接待{foreign_batches} 批次，{foreign_persons} 人次。[{prior:vs_prior}]"
        )
    ],
    FundExpenditure: [Variant(_WHO + "{fund:other_fund}财政拨款支出决算 {amount}万元。[{prior:vs_prior}]")],
    OperatingExpensesTotal: [Variant(_WHO + "机构运行经费支出决算 {amount}万元。[{prior:vs_prior}]")],
    ProcurementTotal: _procurement(),
    AssetsHeld: [
        Variant(
            "{name}（{level}） 截至{year}年12月31日，本{level}共有车辆 {vehicles}辆，其中："
            "副部（省）级及以上领导用车{provincial_leader} 辆、主要负责人用车 {principal}辆、机要通信用车 {confidential}辆、"
            "应急保障用车 {emergency}辆、执法执勤用车 {enforcement}辆、特种专业技术用车 {special}辆、"
            "离退休干部服务用车 {retired_cadre}辆，其他用车 {other}辆；"
            "单价100万元（含）以上的设备（不含车辆） {large_equipment}台（套）。"
        )
    ],
    SelfEvaluationCoverage: [
        Variant(
            "{name}{level}根据预算绩效管理要求组织对{year}年项目支出开展绩效自评。"
            "其中一般公共预算项目{general_projects}个，涉及资金{general_amount}万元"
            "[，占一般公共预算项目支出总额的{general_share}%]；政府性基金预算项目{fund_projects}个，"
            "涉及资金{fund_amount}万元[，占应纳入绩效自评的政府性基金预算项目支出总额的{fund_share}%]。"
        )
    ],
    NothingEvaluated: [Variant("{name}{level}{year}年度没有需要开展绩效自评的项目。")],
    ReviewCarriedOut: [
        Variant(
            "组织对[{named:quoted*、}等]{projects}个项目开展了部门评价，涉及一般公共预算支出{general_amount}万元，"
            "政府性基金支出{fund_amount}万元。[{conclusion}。]"
        )
    ],
    EvaluationsReported: [
        Variant(
            "{name}{level}{year}年度在决算中反映[{named:quoted*、}等]{general_projects}个一般公共预算项目，"
            "以及{fund_projects}个政府性基金项目，共{projects}个项目的绩效自评结果。所有项目自评表见附件。"
        )
    ],
    ProjectScore: [
        Variant(
            "{project}项目自评综述：根据年初设定的绩效目标，[项目自评得分{score}分。]"
            "全年预算数为{budget}万元，执行数为{executed}万元[，完成预算的{completion}%]。"
        )
    ],
    ProjectGoals: [Variant("项目绩效目标完成情况：{text}。"), Variant("项目绩效目标完成情况：")],
    IndicatorResult: [
        Variant("[{dimension}]（{number}）{name}，目标值{target}，实际完成{actual}[，分值{weight}][，得分{score}]。")
    ],
    ProjectProblems: [Variant("发现的主要问题及原因：{text}。")],
    ProjectMeasures: [Variant("下一步改进措施：{text}。")],
    ProjectGrade: [Variant("以{project}项目为例，该项目绩效评价[综合得分为{score}分，绩效评价]结果为“{grade}”。")],
}

_PROJECT_PARTS = (
    Entry(topic="performance.project.goals", joined=True),
    Entry(topic="performance.project.indicator", joined=True),
    Entry(topic="performance.project.problems", joined=True),
    Entry(topic="performance.project.measures", joined=True),
)

OUTLINE = Outline(
    title="{name}{year}年度{level}决算情况说明",
    part="第二部分 {level}决算情况说明",
    sections=(
        SectionSpec(
            title="收入支出决算总体情况说明",
            items=(
                Entry(topic="overall.total"),
                Entry(topic="overall.income", mark="（一）", children=(Entry(topic="overall.income.line", mark="1."),)),
                Entry(topic="overall.outlay", mark="（一）", children=(Entry(topic="overall.outlay.line", mark="1."),)),
            ),
        ),
        SectionSpec(
            title="收入决算情况说明",
            items=(
                Entry(topic="revenue.total"),
                Entry(topic="revenue.line", between="；", last="。"),
                ChartSpec(
                    caption="图1.收入决算图", title="收入决算图", topic="revenue.line", label="source", share="share"
                ),
            ),
        ),
        SectionSpec(
            title="支出决算情况说明",
            items=(
                Entry(topic="expenditure.total"),
                Entry(topic="expenditure.line", between="；", last="。"),
                ChartSpec(
                    caption="图2.支出决算图",
                    title="支出决算图",
                    topic="expenditure.line",
                    label="nature",
                    share="share",
                ),
            ),
        ),
        SectionSpec(title="财政拨款收入支出决算总体情况说明", items=(Entry(topic="fiscal.total"),)),
        SectionSpec(
            title="一般公共预算财政拨款支出决算情况说明",
            items=(
                Entry(topic="functional.total"),
                Entry(
                    topic="functional.class",
                    mark="（一）",
                    heading="{class_name}（类）",
                    children=(Entry(topic="functional.item", mark="1."),),
                ),
            ),
        ),
        SectionSpec(
            title="一般公共预算财政拨款基本支出决算情况说明",
            items=(Entry(topic="basic.total"), Entry(topic="basic.funds", mark="（一）")),
        ),
        SectionSpec(
            title="一般公共预算财政拨款项目支出决算情况说明",
            items=(Entry(topic="project.total"), Entry(topic="project.class", mark="（一）")),
        ),
        SectionSpec(
            title="财政拨款“三公”经费支出决算情况说明",
            items=(
                Group(
                    text="财政拨款“三公”经费支出总体情况说明。",
                    mark="（一）",
                    entries=(Entry(topic="three_public.execution"),),
                ),
                Group(
                    text="财政拨款“三公”经费支出具体情况说明。",
                    mark="（一）",
                    entries=(
                        Entry(topic="three_public.shares"),
                        Entry(topic="three_public.abroad", mark="1."),
                        Entry(
                            topic="three_public.vehicles",
                            mark="1.",
                            children=(
                                Entry(topic="three_public.vehicle_purchase", mark="（1）"),
                                Entry(topic="three_public.vehicle_operation", mark="（1）"),
                            ),
                        ),
                        Entry(topic="three_public.reception", mark="1."),
                    ),
                ),
            ),
        ),
        SectionSpec(
            title="政府性基金预算财政拨款支出决算情况说明",
            items=(Entry(topic="government_fund"),),
        ),
        SectionSpec(
            title="国有资本经营预算财政拨款支出决算情况说明",
            items=(Entry(topic="state_capital"),),
        ),
        SectionSpec(title="机构运行经费支出决算情况说明", items=(Entry(topic="operating_expenses"),)),
        SectionSpec(title="政府采购支出决算情况说明", items=(Entry(topic="procurement"),)),
        SectionSpec(title="国有资产占用情况说明", items=(Entry(topic="state_assets"),)),
        SectionSpec(
            title="预算绩效情况说明",
            items=(
                Group(
                    text="预算绩效管理工作开展情况。",
                    mark="（一）",
                    entries=(
                        Entry(topic="performance.coverage"),
                        Entry(topic="performance.nothing"),
                        Entry(topic="performance.review"),
                    ),
                ),
                Group(
                    text="{level}决算中项目绩效自评结果。",
                    mark="（一）",
                    entries=(
                        Entry(topic="performance.reported"),
                        Entry(topic="performance.project", mark="1.", children=_PROJECT_PARTS),
                    ),
                ),
                Group(text="{level}项目绩效评价结果。", mark="（一）", entries=(Entry(topic="performance.grade"),)),
            ),
        ),
    ),
)

FORM = Form(
    id="inner-mongolia",
    name="内蒙古自治区",
    year=2023,
    conventions=CONVENTIONS,
    codecs={
        "economic_class": economic_class_codec(2023),
        "other_fund": WordsCodec(
            {fund: fund.official for fund in (FundSource.GOVERNMENT_FUND, FundSource.STATE_CAPITAL)}
        ),
    },
    phrases=PHRASES,
    sentences=SENTENCES,
    outline=OUTLINE,
    tables=TABLES,
    references=("内蒙古自治区2023年度部门决算公开格式：第二部分 部门决算情况说明",),
    checked_with=("赤峰市司法局2023年度部门决算公开",),
    limitations=(
        Limitation(
            "no document confirms the sentences for a base of zero or below and for an unchanged figure",
            "基数为零或为负、数额持平的句式，尚无公开文本可资核对",
        ),
        Limitation(
            "no document confirms the sentences for government funds and state capital that are not zero",
            "政府性基金、国有资本经营预算支出不为零的句式，尚无公开文本可资核对",
        ),
        Limitation(
            "no document confirms the sentence for no projects at all",
            "没有绩效自评项目的句式，尚无公开文本可资核对",
        ),
        Limitation(
            "the layouts of its tables are those of the 财政部 with the titles of the form; no table of it has been seen",
            "决算表的标题出自该格式，版式按财政部的格式推定，尚无公开的表格可资核对",
        ),
        Limitation(
            "the threshold of 无较大差异 (1.5 percentage points) is drawn from two lines of one document",
            "“无较大差异”的界限（1.5 个百分点）仅据一份文本的两行推定",
        ),
    ),
)
