"""The words of the narrative: which quantity, plan, year, direction and turn of speech each of them means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from govfinance.audit._narrative._trie import expand
from govfinance.audit._said import Trend

__all__ = [
    "BARE",
    "BOTH",
    "COUNTS",
    "MEASURES",
    "NOTHINGS",
    "SUBJECTS",
    "TOPICS",
    "TOTALS",
    "TRENDS",
    "WORDS",
    "subject_of",
]


def _words(table: Mapping[str, str]) -> dict[str, str]:
    return {word: meaning for template, meaning in table.items() for word in expand(template)}


_FUND_WORDS: Final = {
    "general_public": "一般公共预算{财政拨款|当年财政拨款|当年拨款|拨款|}",
    "government_fund": "政府性基金{预算|}{财政拨款|当年拨款|拨款|}",
    "state_capital": "国有资本经营{预算|}{财政拨款|当年拨款|拨款|}",
}
_TOTAL: Final = "{收入、支出|收入支出|收入和支出|收、支|收支}{决算|}{总计|总额|总数}"

SUBJECTS: Final[Mapping[str, str]] = _words(
    {
        _TOTAL: "totals/total/actual",
        "{收、支|收支}": "totals/total/actual",
        "{收入决算总计|收入总计|总收入|收入总额}": "totals/total/actual",
        "{支出决算总计|支出总计|总支出|支出总额}": "totals/outlay/actual",
        "财政拨款" + _TOTAL: "fiscal/total/actual",
        "财政拨款{收、支|收支}": "fiscal/total/actual",
        "财政拨款{收入决算总计|收入总计|总收入}": "fiscal/total/actual",
        "财政拨款{支出决算总计|支出总计|总支出}": "fiscal/outlay/total",
        "{本年收入决算合计|本年收入合计|本年收入总计|本年度收入合计|收入合计|收入决算合计|本年收入决算|本年收入}": "totals/revenue/actual",
        "{本年支出决算合计|本年支出合计|本年支出总计|本年度支出合计|支出合计|支出决算合计|本年支出决算|本年支出}": "totals/expenditure/actual",
        "使用非财政拨款结余{和专用结余|（含专用结余）|}": "totals/surplus_used/actual",
        "用事业基金弥补收支差额": "totals/surplus_used/actual",
        "{年初结转和结余|年初结转结余|上年结转和结余|上年结转结余}": "totals/opening/actual",
        "结余分配": "totals/surplus_distribution/actual",
        "{年末结转和结余|年末结转结余|结转下年}": "totals/closing/actual",
        "{财政拨款收入|财政拨款预算收入}": "revenue/total/fiscal",
        **{f"{words}收入": f"totals/{fund}/actual" for fund, words in _FUND_WORDS.items()},
        "上级补助收入": "totals/superior_subsidy/actual",
        "事业收入": "totals/service/actual",
        "{经营收入|事业单位经营收入}": "totals/operation/actual",
        "{附属单位上缴收入|附属单位缴款}": "totals/subordinate_payment/actual",
        "其他收入": "totals/other/actual",
        "基本支出": "expenditure/total/basic",
        "项目支出": "expenditure/total/project",
        "上缴上级支出": "expenditure/total/superior_payment",
        "{经营支出|事业单位经营支出}": "expenditure/total/operation",
        "{对附属单位补助支出|对附属单位的补助支出}": "expenditure/total/subordinate_subsidy",
        **{f"{words}{{本年|}}支出{{合计|总计|}}": f"{fund}/total/total" for fund, words in _FUND_WORDS.items()},
        **{f"{words}总支出": f"{fund}/total/total" for fund, words in _FUND_WORDS.items()},
        **{f"{words}安排的支出": f"{fund}/total/total" for fund, words in _FUND_WORDS.items()},
        "{本年|}财政拨款支出{合计|}": "fiscal/expenditure/total",
        "{年初财政拨款结转和结余|上年财政拨款结转和结余}": "fiscal/opening/actual",
        "年末财政拨款结转和结余": "fiscal/closing/total",
        "{一般公共预算财政拨款|一般公共预算|一般公共财政拨款}基本支出": "basic/total/actual",
        "一般公共预算{财政拨款|}项目支出{总额|}": "project/total/actual",
        "政府性基金预算{财政拨款|}项目支出{总额|}": "government_fund/total/project",
        "国有资本经营预算{财政拨款|}项目支出{总额|}": "state_capital/total/project",
        "{人员经费|人员支出}": "basic/personnel/actual",
        "{公用经费|日常公用经费|公用支出|日常公用支出}": "basic/public/actual",
        "{财政拨款|一般公共预算财政拨款|一般公共预算|一般公共预算财政拨款安排的|一般公共预算拨款安排的|一般公共预算安排|财政拨款安排的|}{“三公”经费|三公经费|“三公经费”|“三公”}{财政拨款|一般公共预算财政拨款|}{支出|}": "three_public/total",
        "因公出国（境）{费用|经费|费|}": "three_public/abroad",
        "出国（境）费": "three_public/abroad",
        "{公务用车|公务车|公车}{购置费|购置}{及|和|与}{运行维护|运行|运行及维护|运维}{费用|经费|费|}": "three_public/vehicles",
        "{公务用车|公务车|公车}{购置费用|购置费|购置经费|购置支出|购置}": "three_public/vehicle_purchase",
        "{公务用车|公务车|公车}{运行维护费用|运行维护费|运行维护支出|运行维护经费|运行支出|运行费用|运行费|运维费|运行维护}": "three_public/vehicle_operation",
        "{公务接待费用|公务接待费|公务接待支出|公务接待经费}": "three_public/reception",
        "{国内公务接待|国内接待}{费用|费|支出|}": "three_public/reception.domestic",
        "{国（境）外公务接待|国（境）外接待|外国公务接待}{费用|费|支出|}": "three_public/reception.foreign",
        "{国内外事接待|外事接待|外宾接待|接待外宾}{费用|费|支出|}": "three_public/reception.guests",
        "使用一般公共预算财政拨款安排的基本支出中的日常公用经费支出{合计|}": "institution/operating_expenses/actual",
        "{机关运行经费|机构运行经费|机关（机构）运行经费}": "institution/operating_expenses/actual",
        "{政府采购支出总额|政府采购支出合计|政府采购支出|政府采购总额|政府采购金额|政府采购合同总额|政府采购总支出}": "institution/procurement/actual",
        "政府采购{货物|货物类}{支出|采购支出|金额}{总额|金额|}": "institution/goods/actual",
        "政府采购{工程|工程类}{支出|采购支出|金额}{总额|金额|}": "institution/works/actual",
        "政府采购{服务|服务类}{支出|采购支出|金额}{总额|金额|}": "institution/services/actual",
        "{货物采购金额|货物采购支出|货物支出金额|货物支出}": "institution/goods/actual",
        "{工程采购金额|工程采购支出|工程支出金额|工程支出}": "institution/works/actual",
        "{服务采购金额|服务采购支出|服务支出金额|服务支出}": "institution/services/actual",
        "{政府采购|}授予中小企业{的|}合同{金额|总额|}": "institution/to_sme/actual",
        "{政府采购|}授予{小微企业|小型微型企业|小微型企业}{的|}合同{金额|总额|}": "institution/to_micro/actual",
        **{
            f"{{{kind}采购|政府采购{kind}|{kind}类采购|{kind}}}授予中小企业{{的|}}合同{{金额|总额|}}": f"institution/{name}_to_sme/actual"
            for kind, name in (("货物", "goods"), ("工程", "works"), ("服务", "services"))
        },
        "面向中小企业预留{的|}政府采购项目预算{金额|}": "institution/reserved_sme_budget/actual",
        "面向小微企业预留{的|}政府采购项目预算{金额|}": "institution/reserved_micro_budget/actual",
    }
)
"""What is spoken of, whatever section it stands in (where the section says more, see `subject_of`)."""

_OWN: Final[Mapping[str, Mapping[str, str]]] = {
    "fiscal": {
        "totals/total/actual": "fiscal/total/actual",
        "totals/outlay/actual": "fiscal/outlay/total",
        "totals/revenue/actual": "fiscal/revenue/actual",
        "totals/expenditure/actual": "fiscal/expenditure/total",
        "totals/opening/actual": "fiscal/opening/actual",
        "totals/closing/actual": "fiscal/closing/total",
        "totals/general_public/actual": "fiscal/general_public/actual",
        "totals/government_fund/actual": "fiscal/government_fund/actual",
        "totals/state_capital/actual": "fiscal/state_capital/actual",
    },
    "general_public": {
        "expenditure/total/basic": "general_public/total/basic",
        "expenditure/total/project": "general_public/total/project",
        "fiscal/expenditure/total": "general_public/total/total",
        "fiscal/opening/actual": "general_public/total/opening",
        "fiscal/closing/total": "general_public/total/closing",
    },
    "basic": {"expenditure/total/basic": "basic/total/actual"},
    "project": {"expenditure/total/project": "project/total/actual"},
    **{
        fund: {
            f"totals/{fund}/actual": f"{fund}/total/revenue",
            "totals/revenue/actual": f"{fund}/total/revenue",
            "totals/expenditure/actual": f"{fund}/total/total",
            "totals/opening/actual": f"{fund}/total/opening",
            "totals/closing/actual": f"{fund}/total/closing",
            "expenditure/total/basic": f"{fund}/total/basic",
            "expenditure/total/project": f"{fund}/total/project",
            "fiscal/expenditure/total": f"{fund}/total/total",
        }
        for fund in ("government_fund", "state_capital")
    },
}
BARE: Final[Mapping[str, Mapping[str, str]]] = {
    fund: {"支出": f"{fund}/total/total", "收入": f"{fund}/total/revenue", "支出收入": f"{fund}/total/total"}
    for fund in ("government_fund", "state_capital")
}
"""What 收入 and 支出 alone mean in a section."""


def subject_of(word: str, about: str) -> str:
    """The subject of a word in a section.

    >>> subject_of("基本支出", "expenditure"), subject_of("基本支出", "general_public")
    ('expenditure/total/basic', 'general_public/total/basic')
    """
    subject = SUBJECTS[word]
    return _OWN.get(about, {}).get(subject, subject)


BOTH: Final = frozenset({"收支", "收、支", "财政拨款收支", "财政拨款收、支"})
"""Short for the totals, in the sections about them."""

TOTALS: Final = frozenset(expand("{收入|支出}{决算|}{合计|总计|总额}"))
"""Directly behind another name they are the end of that: 机关运行经费支出合计."""

TOPICS: Final[Mapping[str, str]] = _words(
    {
        "在面向中小企业预留{的|}政府采购项目中": "institution/reserved_sme_awarded/actual",
        "在面向小微企业预留{的|}政府采购项目中": "institution/reserved_micro_awarded/actual",
        "在其他政府采购项目中": "institution/other_sme_awarded/actual",
        "编报绩效目标的": "performance/targets",
        "绩效跟踪评价的": "performance/tracked",
        "绩效自评的": "performance/evaluated",
    }
)
"""Words after which an amount or a count without a name of its own is of this."""

COUNTS: Final[Mapping[str, str]] = _words(
    {
        "{因公|}出国（境）团组{数|}": "three_public/count/abroad.groups",
        "因公出国（境）累计": "three_public/count/abroad.people",
        "团组数": "three_public/count/abroad.groups",
        "购置公务用车": "three_public/count/vehicles.bought",
        "{更新购置公务用车|购置更新公务用车|更新公务用车|购置（更新）公务用车|公务用车购置数}": "three_public/count/vehicles.bought",
        "{公务用车保有量|公务用车的保有量|公务用车保有|公务车保有量|公车保有量|共有公务用车}": "three_public/count/vehicles.owned",
        "“优”的项目": "performance/projects.excellent",
        "“良”的项目": "performance/projects.good",
        "绩效评级为“优”的项目": "performance/projects.excellent",
        "绩效评级为“良”的项目": "performance/projects.good",
        "绩效评级为“合格”的项目": "performance/projects.qualified",
        "绩效评级为“不合格”的项目": "performance/projects.unqualified",
        "{绩效自评中|}{发现问题|共发现问题}": "performance/problems",
        "已经完成整改的": "performance/problems.rectified",
        "正在整改的": "performance/problems.rectifying",
        "平均得分": "performance/score.average",
    }
)
VEHICLES: Final[Mapping[str, str]] = _words(
    {
        "{共有车辆|车辆共有|车辆合计|实有车辆|车辆数量|车辆总数|拥有车辆|车辆}": "assets/vehicles",
        "{副部（省）级及以上领导用车|副部级及以上领导用车|副省级及以上领导用车|副部（省）级以上领导用车|部级领导干部用车|省级领导用车|"
        "省部级领导干部用车|省部级及以上领导用车|部（省）级领导用车|部级领导用车}": "assets/vehicles.leaders",
        "{主要负责人用车|主要领导干部用车|主要领导用车|主要负责同志用车}": "assets/vehicles.main_leaders",
        "{机要通信用车|机要通讯用车}": "assets/vehicles.confidential",
        "{应急保障用车}": "assets/vehicles.emergency",
        "{执法执勤用车|一般执法执勤用车}": "assets/vehicles.law_enforcement",
        "{特种专业技术用车}": "assets/vehicles.special",
        "{离退休干部服务用车|离退休干部用车|老干部服务用车}": "assets/vehicles.retired",
        "{其他用车}": "assets/vehicles.other",
    }
)

MEASURES: Final[Mapping[str, str]] = _words(
    {
        "{年初预算|年初部门预算|当年年初预算}{支出|}{数|}": "initial",
        "{全年预算|调整预算|调整后预算|预算调整|年度预算}{支出|}{数|}": "adjusted",
        "{支出预算|预算支出|预算}{数|}": "budget",
        "{支出决算|决算支出|收入决算|决算|执行|实际支出}{数|}": "actual",
        "{上年|上年度|去年|上一年|上一年度}{支出|}{决算|}{支出|}{数|}": "prior",
    }
)

_UP: Final = ["增加", "增长", "上升", "提高", "增多", "上涨", "增幅", "增长率", "增长幅度"]
_DOWN: Final = ["减少", "下降", "降低", "压减", "缩减", "降幅", "减幅", "下降率", "下降幅度", "减低"]
_FLAT: Final = [
    *expand("{基本|总体|大体|}{持平|一致|相当|相同|相等}"),
    *expand("{无|没有|未发生|无较大|无明显|无重大|无大}{差异|变化|变动}"),
    "无增减变化",
    "无增减变动",
    "无增减",
    "不变",
    "未发生增减变化",
]
TRENDS: Final[Mapping[str, Trend]] = {
    **dict.fromkeys(_UP, Trend.UP),
    **dict.fromkeys(_DOWN, Trend.DOWN),
    **dict.fromkeys(_FLAT, Trend.FLAT),
}
NOTHINGS: Final[Mapping[str, tuple[str, ...]]] = {
    word: subjects
    for fund in ("general_public", "government_fund", "state_capital")
    for tail, subjects in (
        ("收入{和|及|、|}支出", (f"{fund}/total/revenue", f"{fund}/total/total")),
        ("收支", (f"{fund}/total/revenue", f"{fund}/total/total")),
        ("{收、支、余|收支余}", (f"{fund}/total/revenue", f"{fund}/total/total")),
        ("支出", (f"{fund}/total/total",)),
        ("安排的支出", (f"{fund}/total/total",)),
        ("收入", (f"{fund}/total/revenue",)),
    )
    for word in expand(_FUND_WORDS[fund] + tail)
}
"""What is not there where a text says 无 or 没有 before these words."""

_GROW: Final = frozenset({"增长", "下降", "降低", "上升", "增幅", "降幅", "增长率", "下降率", "增长幅度", "下降幅度"})
WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **dict.fromkeys(
        ("所属各预算单位", "预算单位", "预算绩效", "预算管理", "决算公开", "应纳入绩效自评的"), ("noise", "")
    ),
    **dict.fromkeys(NOTHINGS, ("subject", "")),
    **{word: ("measure", meaning) for word, meaning in MEASURES.items()},
    **{word: ("trend", "rate" if word in _GROW else "") for word in TRENDS},
    **{word: ("count", meaning) for word, meaning in COUNTS.items()},
    **{word: ("topic", meaning) for word, meaning in TOPICS.items()},
    **{word: ("vehicles", meaning) for word, meaning in VEHICLES.items()},
    **dict.fromkeys(SUBJECTS, ("subject", "")),
    **dict.fromkeys(("无", "没有", "未安排", "未发生", "不涉及", "未使用"), ("nothing", "")),
    **dict.fromkeys(("占比", "占"), ("share", "")),
    "分别": ("apart", ""),
    **dict.fromkeys(("差值", "差额", "相差"), ("difference", "")),
    **dict.fromkeys(
        ("其中：", "其中，", "其中", "包括：", "分别为：", "如下：", "以下方面：", "分别是："), ("opener", "")
    ),
    "包括": ("including", ""),
    **dict.fromkeys(("主要用于以下方面：", "主要用于以下方面", "具体情况如下：", "支出具体情况如下："), ("opener", "")),
    **dict.fromkeys(("主要包括：", "主要包括", "包括：", "主要用于："), ("list", "")),
    **dict.fromkeys(
        (
            "主要用于：",
            "主要用于",
            "用于：",
            "用于",
            "开支内容：",
            "开支内容包括：",
            "结余分配事项：",
            "结转和结余事项：",
        ),
        ("use", ""),
    ),
    **dict.fromkeys(("具体内容包括：", "具体事项包括：", "主要内容："), ("use", "")),
    **dict.fromkeys(
        ("项目绩效目标完成情况：", "发现的主要问题及原因：", "下一步改进措施：", "发现的主要问题：", "评价情况："),
        ("free", ""),
    ),
}
"""Every word that is looked for: what it is, and what it means."""
