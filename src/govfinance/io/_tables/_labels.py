"""What the labels and headings of the tables mean: official words, and the variants that are met."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

import govfinance.catalog as catalog
from govfinance.model import RevenueSource

__all__ = [
    "class_labelled",
    "column_key",
    "institution_row",
    "is_detail",
    "is_total",
    "left_row",
    "right_row",
    "three_public_key",
]

_TOTAL_WORDS: Final = frozenset(
    {"合计", "总计", "本年合计", "支出合计", "收入合计", "本年支出合计", "本年收入合计", "合计:"}
)
_GENERIC: Final = frozenset({"小计", "合计", "金额", "决算数", "本年支出", "本年支出合计", "本年收入合计", "总计"})

_COLUMNS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"年初(?:财政拨款)?结转|^上年结转"), "opening"),
    (re.compile(r"年末(?:财政拨款)?结转|^结转下年"), "closing"),
    (re.compile(r"^(?:本年)?财政拨款(?:收入)?(?:小计)?$"), "fiscal"),
    (re.compile(r"^上级补助"), "superior_subsidy"),
    (re.compile(r"^事业收入"), "service"),
    (re.compile(r"^附属单位(?:上缴|缴款)"), "subordinate_payment"),
    (re.compile(r"^其他收入"), "other"),
    (re.compile(r"^经营(?:收入|支出)"), "operation"),
    (re.compile(r"^基本支出"), "basic"),
    (re.compile(r"^项目支出"), "project"),
    (re.compile(r"^上缴上级"), "superior_payment"),
    (re.compile(r"^对?附属单位补助|^对附属单位"), "subordinate_subsidy"),
    (re.compile(r"^一般公共预算"), "general_public"),
    (re.compile(r"^政府性基金"), "government_fund"),
    (re.compile(r"^国有资本经营"), "state_capital"),
    (re.compile(r"^本年收入$|^收入$"), "revenue"),
)


def is_total(text: str) -> bool:
    """Whether a label is that of the row of totals."""
    return text in _TOTAL_WORDS


@lru_cache(maxsize=1024)
def column_key(path: tuple[str, ...]) -> str | None:
    """The column that some headings are those of; None where nothing is known of them.

    >>> column_key(("本年支出", "小计")), column_key(("项目", "基本支出")), column_key(("备注",))
    ('total', 'basic', None)
    """
    leaf = path[-1] if path else ""
    if leaf in _GENERIC and len(path) > 1 and path[-2] not in _GENERIC:
        above = column_key(path[:-1])
        if above is not None and above != "revenue":
            return above
    if leaf in _GENERIC:
        return "total"
    for pattern, key in _COLUMNS:
        if pattern.search(leaf):
            return key
    return None


_LEFT: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"^本年收入(?:合计|$)|^收入合计|^本年合计"), "revenue"),
    (re.compile(r"非财政拨款结余|使用非财政拨款|专用结余|事业基金弥补"), "surplus_used"),
    (re.compile(r"^年初(?:财政拨款)?结转|^上年结转"), "opening"),
    (re.compile(r"^(?:收入)?总计$|^合计$"), "total"),
)
_RIGHT: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"^本年支出(?:合计|$)|^支出合计|^本年合计"), "expenditure"),
    (re.compile(r"^结余分配"), "surplus_distribution"),
    (re.compile(r"^年[末终](?:财政拨款)?结转|^结转下年"), "closing"),
    (re.compile(r"^(?:支出)?总计$|^合计$"), "outlay"),
)


@cache
def _sources() -> dict[str, str]:
    found = {source.official: source.value for source in RevenueSource}
    found.update({source.official.replace("收入", ""): source.value for source in RevenueSource if source.fund})
    found.update({name.replace("财政拨款", "拨款"): source for name, source in found.items()})  # in budgets
    return found | {"附属单位缴款": "subordinate_payment", "附属单位缴款收入": "subordinate_payment"}


_DETAILS: Final = re.compile(
    r"^(?:教育收费|财政拨款收入(?:小计)?|财政拨款小计|基本支出(?:结转)?|项目支出(?:结转(?:和结余)?|结余)?|经营结余|人员经费|日常公用经费|公用经费"
    r"|(?:提取|转入|交纳|缴纳).*|其他)$"
)


def is_detail(text: str) -> bool:
    """Whether a label (without its ordinal) is of a line that another line includes.

    >>> is_detail("项目支出结转和结余"), is_detail("捐赠收入")
    (True, False)
    """
    return _DETAILS.search(text) is not None


@lru_cache(maxsize=1024)
def left_row(text: str) -> str | None:
    """The row of the income side that a label (without its ordinal) stands for."""
    found = _sources().get(text)
    if found is not None:
        return found
    return next((row for pattern, row in _LEFT if pattern.search(text)), None)


@lru_cache(maxsize=1024)
def right_row(text: str) -> str | None:
    """The row of the expenditure side that a label stands for: a 类 by its name, or one of the lines below them."""
    return class_labelled(text) or next((row for pattern, row in _RIGHT if pattern.search(text)), None)


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for number in range(201, 300):
        for name in catalog.accepted_class_names(str(number)) if catalog.knows_class(str(number)) else ():
            found.setdefault(name, str(number))
    return found


def class_labelled(text: str) -> str | None:
    """The code of a 类 of expenditure by any of the names that it has or had.

    >>> class_labelled("资源勘探工业信息等支出"), class_labelled("资源勘探信息等支出")
    ('215', '215')
    """
    return _classes().get(text)


_MEASURES: Final = re.compile(r"(?:20[0-9]{2}年?度?|本年|上年)?(?:年初|全年|调整)?(?:预算|决算)数?|金额")
_THREE: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"因公出国"), "abroad"),
    (re.compile(r"接待"), "reception"),
    (re.compile(r"(?<!置及)(?:运行维护|运行)费?$"), "vehicle_operation"),
    (re.compile(r"购置费?$"), "vehicle_purchase"),
    (re.compile(r"公务用车购置(?:及|和)运行"), "vehicles"),
)


@lru_cache(maxsize=1024)
def three_public_key(path: tuple[str, ...]) -> str | None:
    """The line of “三公”经费 that headings or a label are those of.

    >>> three_public_key(("公务用车购置及运行费", "小计")), three_public_key(("公务用车购置及运行费", "公务用车运行费"))
    ('vehicles', 'vehicle_operation')
    """
    words = [text for text in path if not _MEASURES.fullmatch(text)]
    if not words:
        return None
    leaf = words[-1]
    if leaf in ("小计", "合计"):
        return "vehicles" if len(words) > 1 and "公务用车" in words[-2] else "total"
    if re.search(r"公务用车购置(?:及|和)运行", leaf):
        return "vehicles"
    for pattern, key in _THREE:
        if pattern.search(leaf):
            return key
    return "total" if "三公" in leaf else None


_INSTITUTION: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"运行经费(?:支出)?(?:合计)?$"), "operating_expenses"),
    (re.compile(r"^车辆数?合计"), "vehicles"),
    (re.compile(r"^副?部（?省?）?.*领导(?:干部)?用车"), "provincial_leader_vehicles"),
    (re.compile(r"^主要(?:负责人|领导干部|领导)用车"), "principal_vehicles"),
    (re.compile(r"^机要通信用车"), "confidential_vehicles"),
    (re.compile(r"^应急保障用车"), "emergency_vehicles"),
    (re.compile(r"^执法执勤用车"), "enforcement_vehicles"),
    (re.compile(r"^特种专业技术用车"), "special_vehicles"),
    (re.compile(r"^离退休干部(?:服务)?用车"), "retired_cadre_vehicles"),
    (re.compile(r"^其他用车"), "other_vehicles"),
    (re.compile(r"^单价100万元"), "large_equipment"),
    (re.compile(r"^政府采购支出(?:合计|总额)"), "procurement"),
    (re.compile(r"^政府采购货物支出|^货物支出"), "goods"),
    (re.compile(r"^政府采购工程支出|^工程支出"), "works"),
    (re.compile(r"^政府采购服务支出|^服务支出"), "services"),
    (re.compile(r"授予中小企业合同金额"), "to_sme"),
    (re.compile(r"授予小微企业合同金额"), "to_micro"),
)


@lru_cache(maxsize=1024)
def institution_row(text: str) -> str | None:
    """The row of the table of operating expenses, assets and procurement that a label stands for."""
    return next((row for pattern, row in _INSTITUTION if pattern.search(text)), None)
