"""How a wrong number may have come about, where that can be seen: as a pair of short texts, Chinese and English."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from govfinance.audit._network._check import Term
from govfinance.audit._network._figures import decimals_of, shown
from govfinance.audit._network._ledger import Ledger
from govfinance.audit._network._variances import HUNDRED
from govfinance.audit._said import RATE, Execution, NumberKind, Share

__all__ = ["diagnose"]


def diagnose(ledger: Ledger, term: Term, right: Fraction | None, shares: Sequence[Share]) -> tuple[str, str]:
    """What a wrong number equals, given what it should be; two empty texts where nothing is seen."""
    number = term.number
    if number is None or not number.printed:
        return "", ""
    if number.kind is NumberKind.RATE:
        found = _of_rate(ledger, term, right, shares)
        if found is not None:
            return found
    if right is None:
        return "", ""
    return _of_digits(term, right)


def _of_rate(ledger: Ledger, term: Term, right: Fraction | None, shares: Sequence[Share]) -> tuple[str, str] | None:
    step = RATE // 10 ** min(decimals_of(term), 6)
    if right is not None and floor(right / step) * step == term.middle:
        return "等于截断而非四舍五入的结果", "equals the rate cut off instead of rounded"
    claim = term.claim
    if isinstance(claim, Share):
        others = [
            one for one in shares if one.whole == claim.whole and one.section == claim.section and one is not claim
        ]
        if others and sum(one.rate.low + one.rate.high for one in others) // 2 + term.middle == HUNDRED:
            return "等于100%减去其他占比", "equals 100 % less the other shares"
    if isinstance(claim, Execution):
        actual = ledger.pick((claim.subject, "actual"), claim.place)
        for measure, zh, en in (
            ("adjusted", "全年预算数", "the adjusted budget"),
            ("initial", "年初预算数", "the initial budget"),
            ("prior", "上年决算数", "last year's figure"),
        ):
            other = ledger.pick((claim.subject, measure), claim.place)
            if other is None or actual is None or other.low <= 0:
                continue
            low = Fraction(HUNDRED * actual.low, other.high)
            high = Fraction(HUNDRED * actual.high, other.low)
            if low <= term.high and term.low <= high:
                return f"等于按{zh}计算的结果", f"equals the rate on {en}"
    return None


def _of_digits(term: Term, right: Fraction) -> tuple[str, str]:
    number = term.number
    assert number is not None
    printed = number.printed.replace(",", "").replace("，", "")
    expected = shown(term, right, unit=False)
    one, other = printed.replace(".", ""), expected.replace(".", "")
    if len(one) == len(other) and one != other:
        differing = [position for position, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(differing) == 2 and differing[1] == differing[0] + 1 and sorted(one) == sorted(other):
            return "相邻两位数字颠倒", "two neighbouring digits are swapped"
        if len(differing) == 1 and printed.partition(".")[0].__len__() == expected.partition(".")[0].__len__():
            return "有一位数字不同", "one digit differs"
    if right:
        ratio = term.middle / right
        for power in (10_000, 10, 100, 1000):
            for factor in (Fraction(power), Fraction(1, power)):
                if abs(ratio - factor) * 1000 < factor:
                    if power == 10_000:
                        return "相差一万倍，疑为元与万元混用", "ten thousand times off: 元 and 万元 confused"
                    return "小数点错位", "the decimal point is misplaced"
    return "", ""
