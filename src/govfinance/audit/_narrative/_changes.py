"""Comparisons: with what, in which direction, by how much."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from govfinance.audit._narrative._clause import Change
from govfinance.audit._narrative._events import REASON_END
from govfinance.audit._narrative._state import State
from govfinance.audit._narrative._vocabulary import TRENDS
from govfinance.audit._said import (
    Base,
    Number,
    Reason,
    Trend,
    Variance,
)

__all__ = ["Changes"]

_PLANS: Final[dict[str, Base]] = {
    "年初预算": "initial",
    "年初": "initial",
    "全年预算": "adjusted",
    "全年": "adjusted",
    "调整预算": "adjusted",
    "调整后预算": "adjusted",
    "调整": "adjusted",
    "调整后": "adjusted",
}
_WAYS: Final = {
    "大于": Trend.UP,
    "超出": Trend.UP,
    "高于": Trend.UP,
    "超过": Trend.UP,
    "多于": Trend.UP,
    "小于": Trend.DOWN,
    "低于": Trend.DOWN,
    "少于": Trend.DOWN,
    "等于": Trend.FLAT,
}


_AMOUNT: Final = re.compile("[0-9][0-9,.]{0,30}+[百千万亿]{0,2}元")
_STOPS: Final = frozenset("，。；：、（")
_COMPARISON: Final = re.compile(
    "，(?=与上年度?(?:决算数?)?相比，?(?:增加|减少)[0-9.,]{1,20}+万?元，(?:增[长加]|下降|降低|减少|上升)[0-9.]{1,12}+%)"
)
"""A comparison of its own after the reason of one with the budget."""
_FUND_ALONE: Final = {
    "general_public": re.compile("(?:20[0-9]{2}年度?|本年度?)?一般公共预算(?:财政拨款)?"),
    "government_fund": re.compile("(?:20[0-9]{2}年度?|本年度?)?政府性基金预算(?:财政拨款)?支出"),
}


@define
class Changes(State):
    """Comparisons: with what, in which direction, by how much."""

    def _base_said(self, found: re.Match[str]) -> None:
        clause = self.clause
        plan = found["base_plan"] or found["base_budget"]
        year = found["base_year"]
        if plan is not None and (year is None or self.year in (None, int(year))):
            base: Base | None = _PLANS.get(plan, "budget")
        elif plan is None and (year is None or self.year is None or int(year) == self.year - 1):
            base = "prior"
        else:
            base = None
        if self._other_year() is not None:
            base = None
        self.astray = base is None
        self._flush()
        if year is not None:
            self._leave(*found.span("base_year"), "date")
        clause.base = self.base = base
        clause.base_end, clause.said = found.end(), True

    def _compare(self, found: re.Match[str]) -> None:
        clause = self.clause
        base: Base = "prior" if found["compare_last"] else _PLANS.get(found["compare_plan"], "budget")
        subject = clause.subject or self.topic
        self._flush()
        way, span = _WAYS[found["compare_way"]], found.span("compare_way")
        if _AMOUNT.match(self.text, found.end()):
            after_amount = found.start() == clause.start and self.text[found.start() - 1 : found.start()] not in _STOPS
            clause.plain = clause.plain and way is not Trend.FLAT and not after_amount
            clause.trend, clause.trend_word, (clause.trend_start, clause.trend_end) = way, found["compare_way"], span
        elif subject and clause.plain and self._other_year() is None:
            self._compared(subject, base, way, *span)
        self.base = clause.base = base
        clause.said = True

    def _trend(self, word: str, start: int, end: int) -> None:
        clause = self.clause
        trend = TRENDS[word]
        alone = _FUND_ALONE.get(self.about)
        if alone is not None and not clause.subject and alone.fullmatch(self.text, clause.start, start):
            clause.subject, clause.measure, clause.plain = f"{self.about}/total/total", "", True
        if trend is Trend.FLAT:
            base = clause.base or self.base
            subject = clause.subject or self.topic
            if base is not None and clause.plain and subject:
                self._flush()
                self._compared(subject, base, trend, start, end)
                self.topic = subject
            clause.said = True
            return
        clause.trend, clause.trend_word, clause.trend_start, clause.trend_end = trend, word, start, end
        clause.said = True

    def _compared(self, subject: str, base: Base, trend: Trend, start: int, end: int) -> None:
        self.claims.append(
            Variance(
                subject=subject,
                base=base,
                trend=trend,
                trend_place=self._place(start, end),
                place=self._place(self.clause.start, end),
                section=self.section,
            )
        )

    def _amount(self, printed: Number, start: int, stop: int) -> bool:
        clause = self.clause
        base = clause.base or self.base
        subject = clause.subject or self.topic
        self._flush()
        if base is None or not subject or not clause.plain:
            return False
        self.topic = subject
        self.change = Change(
            subject=subject,
            base=base,
            start=clause.start,
            end=stop,
            trend=clause.trend,
            trend_span=(clause.trend_start, clause.trend_end),
            amount=printed,
        )
        return True

    def _rate(self, printed: Number, stop: int) -> bool:
        clause = self.clause
        change = self.change
        if printed.unit in ("个百分点", "百分点"):
            return False
        span = (clause.trend_start, clause.trend_end)
        if change is not None and change.rate is None and not clause.subject and clause.plain and clause.base is None:
            change.rate, change.rate_trend, change.rate_trend_span, change.end = printed, clause.trend, span, stop
            return True
        self._flush()
        base = clause.base or self.base
        subject = clause.subject or self.topic
        if base is None or not subject or not clause.plain:
            return False
        self.topic = subject
        self.change = Change(
            subject=subject,
            base=base,
            start=clause.start,
            end=stop,
            rate=printed,
            rate_trend=clause.trend,
            rate_trend_span=span,
        )
        return True

    def _flush(self) -> None:
        change, self.change = self.change, None
        if change is None:
            return
        self.claims.append(
            Variance(
                subject=change.subject,
                base=change.base,
                trend=change.trend,
                trend_place=self._place(*change.trend_span) if change.trend_span else None,
                amount=change.amount,
                rate_trend=change.rate_trend,
                rate_trend_place=self._place(*change.rate_trend_span) if change.rate_trend_span else None,
                rate=change.rate,
                place=self._place(change.start, change.end),
                section=self.section,
            )
        )

    def _reason(self, found: re.Match[str]) -> int:
        clause = self.clause
        base = clause.base or self.base or self.earlier
        subject = clause.subject or self.topic
        self._flush()
        trend = found["why_trend"]
        if trend and base is not None and subject and clause.plain and clause.base is None:
            self._compared(subject, base, TRENDS[trend], *found.span("why_trend"))
        stop = REASON_END.search(self.text, found.end())
        end = stop.start() if stop else len(self.text)
        if base in ("initial", "adjusted", "budget") and (other := _COMPARISON.search(self.text, found.end(), end)):
            end = other.start()
        self._skip(found.end(), end, "reason")
        if end > found.end() and base is not None and subject:
            self.claims.append(
                Reason(subject=subject, base=base, place=self._place(found.end(), end), section=self.section)
            )
        self.waiting = found.end() == len(self.text)
        self.reasoned = True
        return end
