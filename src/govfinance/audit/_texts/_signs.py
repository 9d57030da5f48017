"""Rates without %, amounts without a unit, and an amount that is called a rate."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._said import Claim, Execution, Listing, Number, NumberKind, Share, Value, Variance
from govfinance.audit._texts._context import Context, Paragraph

__all__ = ["RULES", "check_signs"]

_PERCENT: Final = Rule(
    code="percent-sign-missing",
    kind="missing_percent_sign",
    severity=Severity.ERROR,
    zh="比率缺少百分号",
    en="a rate has no percent sign",
    ground_zh="增减率、占比、完成率以百分数表示，缺少百分号则数值相差一百倍",
    ground_en="growth, shares and execution are said in percent; without the sign they say a hundred times as much",
)
_UNIT: Final = Rule(
    code="unit-missing",
    kind="missing_unit",
    severity=Severity.ERROR,
    zh="金额缺少计量单位",
    en="an amount has no unit",
    ground_zh="同一列举或同一句式中的金额均带计量单位",
    ground_en="the other amounts of the same list or sentence have their unit",
)
_RATE_FOR_AMOUNT: Final = Rule(
    code="percent-for-amount",
    kind="missing_unit",
    severity=Severity.ERROR,
    zh="金额误作百分比",
    en="an amount is said in percent",
    ground_zh="该数字是本项目的执行数（万元），并非完成比例",
    ground_en="the digits are those of the amount spent on the project, not of the share spent",
)
RULES: Final = (_PERCENT, _UNIT, _RATE_FOR_AMOUNT)

_DIGITS: Final = r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?+|[0-9]{1,12}(?:\.[0-9]{1,6})?+)"
_NUMBER: Final = re.compile(_DIGITS)
_SIGN: Final = re.compile(r"[%‰倍个万亿元]")
_END: Final = r"(?=[。；）]|，(?![0-9]{3})|$)"

_RATES: Final = (
    re.compile(rf"(?:增长|下降|上升|降低|增幅|降幅)(?:了|为)?{_DIGITS}{_END}"),
    re.compile(rf"占(?:比)?(?:为)?{_DIGITS}{_END}"),
    re.compile(rf"占[^，。；：0-9万元]{{2,40}}的{_DIGITS}{_END}"),
    re.compile(rf"完成(?:了)?(?:年初|全年|调整|年度|当年|本年)?(?:预算数?)?的{_DIGITS}{_END}"),
    re.compile(rf"(?<=万元)，(?:增加|减少){_DIGITS}{_END}"),
)
_BARE: Final = re.compile(r"[0-9](?=[，。；）、]|$)")
_YEARLIKE: Final = re.compile(r"20[0-9]{2}$")
_AMOUNTS: Final = (
    re.compile(
        rf"(?:年初预算(?:数)?|全年预算(?:数)?|支出决算|决算支出|决算数|执行数|合计|总计|总额)(?:为)?{_DIGITS}{_END}"
    ),
    re.compile(r"单价(?P<number>100)(?=（含）以上的?设备)"),
    re.compile(rf"相比，?[^，。；0-9]{{0,24}}(?:增加|减少){_DIGITS}(?=，(?:增长|下降|增加|减少)[0-9.]{{1,12}}%)"),
    re.compile(rf"(?:收入|支出|经费|费|结余|合计|总计){_DIGITS}(?=，占[0-9.]{{1,12}}%)"),
    re.compile(
        r"(?:收入|支出|预算|决算|金额|合计|总计|总额|经费|费|结余|资金)(?:数)?为?-?"
        r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,5}\.[0-9]{2}|[0-9]{1,12}\.[0-9]{2})(?=[，。；）]|$)"
    ),
)
_LIST: Final = re.compile(r"(?:主要)?(?:包括|用于)[:：]|其中[:：]")
_ITEM: Final = re.compile(rf"(?P<name>[\u4e00-\u9fff（）]{{2,30}}?){_DIGITS}")
_WITH_UNIT: Final = re.compile(r"[\u4e00-\u9fff）][0-9][0-9,.]{0,20}(?:万元|亿元|元)")

_LONGEST_LIST: Final = 2_000

_PROJECT: Final = re.compile(
    r"预算数?为?(?P<budget>[0-9][0-9,.]{0,18})万元，(?:项目)?执行数为?(?P<spent>[0-9][0-9,.]{0,18})万元，"
    r"[^，。；]{0,8}预算的(?P<rate>[0-9.]{1,10})%"
)
_DONE: Final = re.compile(r"(?:已完成|实际完成|完成值为?)(?P<done>[0-9][0-9,.]{0,18})%")


def check_signs(context: Context) -> Iterator[Finding]:
    """Numbers whose sentence demands a sign or a unit that is not there."""
    spent: re.Match[str] | None = None
    missing, amounts = _without_sign(context, NumberKind.RATE), _without_sign(context, NumberKind.AMOUNT)
    for paragraph in context.paragraphs:
        if not paragraph.audited:
            spent = None
            continue
        if _BARE.search(paragraph.text) is not None or paragraph.block in missing or paragraph.block in amounts:
            yield from _percent(context, paragraph, missing)
            yield from _units(context, paragraph, amounts)
        found = _PROJECT.search(paragraph.text)
        if paragraph.heading:
            spent = None
        begin = 0
        if found is not None:
            spent, begin = found, found.end()
        if spent is not None:
            yield from _amount_as_rate(context, paragraph, spent, begin)


def _without_sign(context: Context, kind: NumberKind) -> dict[int, list[int]]:
    """Where the claims have a number of a kind without its sign: the offsets of its digits by block."""
    found: dict[int, list[int]] = {}
    for claim in context.claims:
        for one in _numbers(claim):
            if one.kind is kind and not one.unit and one.place.row is None:
                found.setdefault(one.place.block, []).append(one.place.start)
    return found


def _numbers(claim: Claim) -> Iterator[Number]:
    if isinstance(claim, Value):
        yield claim.number
    elif isinstance(claim, Share | Execution):
        yield claim.rate
    elif isinstance(claim, Listing):
        yield from (item.number for item in claim.items if item.number is not None)
    elif isinstance(claim, Variance):
        yield from (one for one in (claim.amount, claim.rate) if one is not None)


def _percent(context: Context, paragraph: Paragraph, missing: dict[int, list[int]]) -> Iterator[Finding]:
    text = paragraph.text
    spans = {found.span("number") for pattern in _RATES for found in pattern.finditer(text) if _is_rate(found)}
    spans |= _named_in_claims(paragraph, missing, NumberKind.RATE)
    for span in sorted(spans):
        number = text[slice(*span)]
        yield context.finding(
            _PERCENT,
            paragraph,
            span,
            expected=f"{number}%",
            zh=f"“{number}”应为“{number}%”",
            en=f"expected {number}%, got {number}",
        )


def _is_rate(found: re.Match[str]) -> bool:
    return _YEARLIKE.match(found["number"]) is None


def _is_amount(found: re.Match[str]) -> bool:
    """Whether a number without a unit can only be an amount: 上年决算数为0 needs none."""
    return (found["number"].strip("0.") != "" or "." in found["number"]) and _is_rate(found)


def _named_in_claims(paragraph: Paragraph, numbers: dict[int, list[int]], kind: NumberKind) -> set[tuple[int, int]]:
    """The spans of the numbers of claims that stand in a paragraph, without a sign after them; 为0 needs none."""
    spans = set()
    for start in numbers.get(paragraph.block, ()):
        found = _NUMBER.match(paragraph.text, bisect_left(paragraph.plain.at, start))
        if found is None or _SIGN.match(paragraph.text, found.end()) is not None:
            continue
        if kind is NumberKind.RATE or found["number"].strip("0") or paragraph.text[found.start() - 1] != "为":
            spans.add(found.span("number"))
    return spans


def _units(context: Context, paragraph: Paragraph, amounts: dict[int, list[int]]) -> Iterator[Finding]:
    text = paragraph.text
    spans: set[tuple[int, int]] = set()
    if "万元" in text:
        spans = {
            found.span("number")
            for pattern in _AMOUNTS
            for found in pattern.finditer(text)
            if _is_amount(found) and not context.in_reason(paragraph, found.start("number"))
        }
    spans |= _named_in_claims(paragraph, amounts, NumberKind.AMOUNT)
    items: set[tuple[int, int]] = set()
    for listed in _LIST.finditer(text):
        end = text.find("。", listed.end(), listed.end() + _LONGEST_LIST)
        items |= set(_in_list(text, listed.end(), end if end >= 0 else listed.end() + _LONGEST_LIST))
    for span in sorted(spans | items):
        number = text[slice(*span)]
        around = (text.rfind("、", 0, span[0]) + 1, min(len(text), span[1] + 12)) if span in items else None
        yield context.finding(
            _UNIT,
            paragraph,
            span,
            expected=f"{number}万元",
            zh=f"“{number}”后缺少“万元”",
            en=f"expected {number}万元, got {number}",
            quote=around,
        )


def _in_list(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The amounts of a list of names and amounts that have no unit, where others have one."""
    items, at = [], start
    for item in text[start:end].split("、"):
        items.append((at, item))
        at += len(item) + 1
    if sum(_WITH_UNIT.search(item) is not None for _, item in items) < 2:
        return
    for at, item in items:
        found = _ITEM.fullmatch(item)
        if found is not None and (
            "." in found["number"] or found["name"].endswith(("费", "支出", "工资", "补贴", "贴"))
        ):
            yield at + found.start("number"), at + found.end("number")


def _amount_as_rate(context: Context, paragraph: Paragraph, spent: re.Match[str], begin: int) -> Iterator[Finding]:
    """``已完成25.87%`` where 25.87万元 is what was spent, and its share of the budget is printed as another."""
    digits = spent["spent"].replace(",", "")
    if len(digits.replace(".", "")) < 3 or digits == spent["rate"]:
        return
    for found in _DONE.finditer(paragraph.text, begin):
        if found["done"].replace(",", "") != digits:
            continue
        yield context.finding(
            _RATE_FOR_AMOUNT,
            paragraph,
            (found.start("done"), found.end()),
            expected=f"{found['done']}万元",
            zh=f"{found['done']}是本项目的执行数（万元），不是百分比；完成预算的比例为{spent['rate']}%",
            en=f"{found['done']} is the amount spent in 万元; the share of the budget is {spent['rate']}%",
        )
