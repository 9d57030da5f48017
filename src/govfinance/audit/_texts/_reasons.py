"""Reasons that explain the contrary of what they stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._said import NumberKind, Trend, Variance
from govfinance.audit._texts._context import Context, Paragraph, number_of
from govfinance.calc import COLUMN_NAMES

__all__ = ["RULES", "check_reasons"]

_CONFLICT: Final = Rule(
    code="reason-conflicts",
    kind="explanation_conflict",
    severity=Severity.WARNING,
    zh="原因与增减方向相反",
    en="the reason explains the contrary",
    ground_zh="变动原因应说明所述变动",
    ground_en="a reason explains the change that it stands beside",
)
_FLAT: Final = Rule(
    code="reason-for-no-change",
    kind="explanation_conflict",
    severity=Severity.ERROR,
    zh="持平却说明增减原因",
    en="no change, and a reason for one",
    ground_zh="持平即没有增减，不会有减少或增加的原因",
    ground_en="what is unchanged has no reason to be more or less",
)
_NOT_MORE: Final = Rule(
    code="said-not-to-exceed",
    kind="explanation_conflict",
    severity=Severity.ERROR,
    zh="“不超上年”与数据矛盾",
    en="said not to exceed last year, and exceeds it",
    ground_zh="同节所列增减额之和表明支出高于上年",
    ground_en="the changes of the same section add up to more than last year",
)
RULES: Final = (_CONFLICT, _FLAT, _NOT_MORE)

_LABEL: Final = re.compile(
    r"(?:主要|变动|差异|增减|增加|减少|下降|增长)(?:的)?(?:主要)?原因(?:主要)?(?:：|是|为|在于)(?:主要(?:是|为))?"
)
_UP_SAID: Final = re.compile(
    r"(?:增加|增长|上升|提高)(?=(?!0(?:\.0{1,4})?(?:万元|%))[0-9]|的)|(?:大于|高于|超过|多于)(?:年初|全年|调整)?预算|决算数大于"
)
_DOWN_SAID: Final = re.compile(
    r"(?:减少|下降|降低)(?=(?!0(?:\.0{1,4})?(?:万元|%))[0-9]|的)|(?:小于|低于|少于)(?:年初|全年|调整)?预算|决算数小于"
)
_FLAT_SAID: Final = re.compile(r"(?<!基本)(?<!总体)(?<!大致)持平$")
_UP: Final = re.compile(r"增加|增长|上升|提高|追加|新增|调增|上调|增人|增资|扩大|超支|上涨|补发|上年结转|结转|增设")
_DOWN: Final = re.compile(
    r"减少|下降|压减|压缩|缩减|降低|节约|节省|调减|核减|未支付|未实施|未开展|未发生|未全额|取消|厉行|减支|缩小|退休|调出|暂停|停止|结余"
)
_STRONG_UP: Final = re.compile(r"(?<!未)(?:增加|增长|上升|追加|新增|调增|上调|增人|增资)")
_STRONG_DOWN: Final = re.compile(r"减少|下降|压减|压缩|缩减|降低|调减|核减|未支付|未全额|减支")
_PAST: Final = re.compile(r"上年|去年|上一年|往年|以前年度|20[0-9]{2}年|同期|基数")
_INVERSE: Final = re.compile(r"结转|结余|用事业基金|弥补")
_CHANGE_AT_END: Final = re.compile(
    r"(?:减少|下降|增加|增长)(?:了)?(?P<money>支付|支出|开支|拨款|收入)?$|(?P<less>支出|支付|收入|拨款)(?:减少|下降|增加|增长)$"
)
_BUDGET: Final = re.compile(
    r"年初预算(?:数)?为?(?P<budget>[0-9][0-9,.]{0,18})万元，(?:支出决算|决算支出|决算数)为?(?P<actual>[0-9][0-9,.]{0,18})万元"
)
_NOT_ABOVE: Final = re.compile(
    r"(?:不超|不超过|未超|未超过|没有超过|不高于|不突破|未突破)(?:了)?(?:上年|上一年|去年|上年度)(?:决算)?(?:支出)?(?:数|水平)?"
)
_PARTS: Final = ("abroad", "vehicle_purchase", "vehicle_operation", "reception")


@frozen(kw_only=True)
class _Said:
    """A direction that is said or that two numbers have, where it is said, and the reason that follows."""

    trend: Trend
    span: tuple[int, int]
    paragraph: Paragraph
    reason: str


def check_reasons(context: Context) -> Iterator[Finding]:
    """Reasons against the words and the numbers before them."""
    for said in _reasons(context):
        yield from _against_words(context, said)
    yield from _not_more_than_last_year(context)


def _reasons(context: Context) -> Iterator[_Said]:
    paragraphs = context.paragraphs
    for number, paragraph in enumerate(paragraphs):
        if paragraph.zone != "narrative":
            continue
        begin = 0
        for label in _LABEL.finditer(paragraph.text):
            reason = _reason_after(paragraphs, number, label.end())
            before = paragraph.text[max(begin, label.start() - 600) : label.start()]
            begin = label.end()
            trend, at = _trend(before + label[0])
            if trend is not None and reason:
                start = label.end() - len(before) - len(label[0]) + at
                yield _Said(trend=trend, span=(start, label.end()), paragraph=paragraph, reason=reason)


def _reason_after(paragraphs: Sequence[Paragraph], number: int, at: int) -> str:
    """The free words up to the end of their sentence; those of the next paragraph where the label ends this one."""
    text = paragraphs[number].text
    if at >= len(text) and number + 1 < len(paragraphs) and not paragraphs[number + 1].heading:
        text, at = paragraphs[number + 1].text, 0
    end = text.find("。", at, at + 400)
    return text[at : end if end >= 0 else at + 400]


def _trend(before: str) -> tuple[Trend | None, int]:
    """Where the words before a reason say that it went, and where in them; None where they say two things."""
    start = max(0, before.rfind("。", 0, max(0, len(before) - 16)) + 1)
    sentence = before[start:]
    if _INVERSE.search(before[-160:]) is not None:
        return None, 0
    up, down = _UP_SAID.search(sentence), _DOWN_SAID.search(sentence)
    flat = _FLAT_SAID.search(
        re.split("[。，：；]", re.sub(r"[。，]?(?:其)?(?:主要|变动|差异).{0,12}$", "", sentence))[-1]
    )
    if flat is not None and up is None and down is None:
        return Trend.FLAT, start
    if up is not None and down is None:
        return Trend.UP, start
    if down is not None and up is None:
        return Trend.DOWN, start
    if up is None and down is None:
        return _of_numbers(before)
    return None, 0


def _of_numbers(before: str) -> tuple[Trend | None, int]:
    """The direction of an amount against its budget, where the words give none."""
    found = max(_BUDGET.finditer(before), key=re.Match.start, default=None)
    if found is None:
        return None, 0
    budget, actual = _amount(found["budget"]), _amount(found["actual"])
    if budget is None or actual is None or budget == actual:
        return None, 0
    return (Trend.UP if actual > budget else Trend.DOWN), found.start()


def _amount(text: str) -> Decimal | None:
    digits = number_of(text).rstrip(".")
    return Decimal(digits) if re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]{1,6})?", digits) else None


def _against_words(context: Context, said: _Said) -> Iterator[Finding]:
    reason = said.reason
    up, down = _UP.search(reason) is not None, _DOWN.search(reason) is not None
    if said.trend is Trend.FLAT:
        end = _CHANGE_AT_END.search(reason)
        if up == down or end is None or _PAST.search(reason) is not None:
            return
        word, word_en = ("减少", "less") if down else ("增加", "more")
        yield context.finding(
            _FLAT,
            said.paragraph,
            said.span,
            printed="持平",
            zh=f"称“持平”，原因却说明{word}：{reason[:60]}",
            en=f"unchanged, and the reason is one for {word_en}: {reason[:60]}",
            quote=said.span,
            severity=None if end["money"] or end["less"] else Severity.WARNING,
        )
        return
    if _PAST.search(reason) is not None:
        return
    conflict = _STRONG_DOWN.search(reason) if said.trend is Trend.UP and not up else None
    if said.trend is Trend.DOWN and not down:
        conflict = _STRONG_UP.search(reason)
    if conflict is None:
        return
    went, went_en = ("增加", "more") if said.trend is Trend.UP else ("减少", "less")
    yield context.finding(
        _CONFLICT,
        said.paragraph,
        said.span,
        printed=conflict[0],
        zh=f"数额{went}，原因却是“{conflict[0]}”：{reason[:60]}",
        en=f"it is {went_en}, and the reason says {conflict[0]}: {reason[:60]}",
        quote=(max(said.span[0], said.span[1] - 60), min(len(said.paragraph.text), said.span[1] + 30)),
    )


def _not_more_than_last_year(context: Context) -> Iterator[Finding]:
    """“三公”经费 said not to exceed last year's, while the changes against last year come to more."""
    low, high, known = _change_of_three_public(context)
    if not known or low <= 0:
        return
    for paragraph in context.paragraphs:
        if paragraph.about != "three_public":
            continue
        for found in _NOT_ABOVE.finditer(paragraph.text):
            start = max(paragraph.text.rfind(stop, 0, found.start()) for stop in "。；：") + 1
            if "三公" not in paragraph.text[start : found.start()] or _other_subject(
                paragraph.text, start, found.start()
            ):
                continue
            yield context.finding(
                _NOT_MORE,
                paragraph,
                found.span(),
                zh=f"称“{found[0]}”，而本节所列与上年相比的增减合计为增加{_range(low, high)}万元",
                en=f"{found[0]}, and the changes of this section against last year add up to {_range(low, high)} more",
                quote=(start, min(len(paragraph.text), found.end())),
                derivation=f"{' + '.join(COLUMN_NAMES[name] for name in known)}：{_range(low, high)}万元",
            )


def _other_subject(text: str, start: int, end: int) -> bool:
    """Whether the clause before is about one kind of the three only."""
    clause = text[max(text.rfind("，", start, end - 1), start) : end]
    return "三公" not in clause and any(word in clause for word in ("出国", "用车", "接待"))


def _range(low: int, high: int) -> str:
    one, other = (f"{Decimal(value) / 100_000_000:.4f}".rstrip("0").rstrip(".") for value in (low, high))
    return one if one == other else f"{one}～{other}"


def _change_of_three_public(context: Context) -> tuple[int, int, tuple[str, ...]]:
    """The change against last year in steps: the one that is said of the whole, else that of all its parts together."""
    changes: dict[str, tuple[int, int]] = {}
    for claim in context.claims:
        if not isinstance(claim, Variance) or claim.base != "prior" or not claim.subject.startswith("three_public/"):
            continue
        interval = _signed(claim)
        name = next((part for part in claim.subject.split("/") if part in (*_PARTS, "vehicles", "total")), "")
        if interval is not None and name and len(claim.subject.split(".")) == 1:
            changes.setdefault(_whole_name(claim.subject, name), interval)
    for names in (("total",), ("abroad", "vehicles", "reception"), _PARTS):
        if all(name in changes for name in names):
            return sum(changes[name][0] for name in names), sum(changes[name][1] for name in names), names
    return 0, 0, ()


def _whole_name(subject: str, name: str) -> str:
    """The column of a cell of the table of “三公”; ``total`` stands in its row as well."""
    parts = [part for part in subject.split("/")[1:] if part in (*_PARTS, "vehicles")]
    return parts[0] if parts else name


def _signed(claim: Variance) -> tuple[int, int] | None:
    if claim.trend is Trend.FLAT:
        return (0, 0)
    if claim.amount is None or claim.trend is None or claim.amount.kind is not NumberKind.AMOUNT:
        return None
    low, high = claim.amount.low, claim.amount.high
    return (low, high) if claim.trend is Trend.UP else (-high, -low)
