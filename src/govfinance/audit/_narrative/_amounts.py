"""Whose number a number is: by its words, by the section, by what was spoken of before."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from govfinance.audit._narrative._clause import Clause
from govfinance.audit._narrative._codes import economic_code, functional_code
from govfinance.audit._narrative._numbers import UNIT, kind_of
from govfinance.audit._narrative._performance import Performance
from govfinance.audit._narrative._vocabulary import BARE, WORDS
from govfinance.audit._said import (
    Measure,
    Number,
    NumberKind,
)

__all__ = ["Amounts"]

_TABLES: Final = {
    "government_fund": "government_fund",
    "state_capital": "state_capital",
    "expenditure": "expenditure",
    "fiscal": "fiscal",
}
_OF_ABROAD: Final = re.compile("(?:累计?|全年|共|，|因公|出国|（境）|人员|人数|参加|安排|团组|数|计)*+")
_OF_RECEPTION: Final = re.compile(
    "(?:全年|共|累计|公务|国内|国（境）外|来访|接待|人员|人数|批次|外宾|来宾|团组|计|为|、|其中|：)*+"
)
_SAME: Final = re.compile("(?:其中|本年度?|全年|共)*(?:支出|决算|为)(?:支出|决算|共计|合计|数|为|共|是)*")
"""支出5万元 is of what was spoken of last; 金额5万元 need not be."""
_FUND: Final = re.compile("(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?")
_FUND_NAMES: Final = {"一": "general_public", "政": "government_fund", "国": "state_capital"}


_CHANGE: Final = re.compile("增加|减少|增长|下降|持平|上升|相比")
_BATCHES: Final = ("批次", "批", "次", "团组", "个团组", "个批次")
_GROUPS: Final = ("个", "团", "组", "团组", "个团组", "批次", "次", "批")


@define
class Amounts(Performance):
    """Whose number a number is: by its words, by the section, by what was spoken of before."""

    def _amount_said(self, printed: Number, start: int, stop: int) -> bool:
        clause = self.clause
        measure = self._measured()
        if measure is None:
            return False
        words = self._words(clause.start, start)
        if self.about == "performance" and not self.topic.startswith("performance/project/"):
            return self._money(words, measure, printed, stop)
        if clause.subject and clause.plain:
            return self._value(clause.subject, measure, printed, stop)
        bare = BARE.get(self.about, {}).get(self.text[clause.start : start].removesuffix("为"))
        if bare is not None and not self._code_above():
            return self._value(bare, measure, printed, stop)
        alone = not self.topic and words in ("收入", "支出")
        if (
            not clause.subject
            and clause.plain
            and not alone
            and (clause.measure or _SAME.fullmatch(self.text, clause.start, start))
        ):
            return self._value(self.topic, measure, printed, stop)
        if not words and clause.plain and measure == "prior":
            return self._value(self.topic, measure, printed, stop)
        if words == "采购" and self.topic.startswith("institution/"):
            return self._value(self.topic, measure, printed, stop)
        subject = self._by_name(words)
        if subject:
            return self._value(subject, "actual" if subject.startswith("totals/") else measure, printed, stop)
        planned = words.endswith(("预算", "预算数"))
        return self._value(self._local(words), measure if planned or measure == "prior" else "actual", printed, stop)

    def _by_name(self, words: str) -> str:
        """A quantity by the name of its code, in the sections that list them."""
        year = self.year or 2023
        if self.about == "revenue":
            fund = _FUND.fullmatch(words)
            return f"totals/{_FUND_NAMES[fund.group()[0]]}/actual" if fund else ""
        if self.about in ("basic", "project"):
            code = economic_code(words, year) or economic_code(words + "支出", year)
            return f"{self.about}/{code}/actual" if code else ""
        if self.about in ("general_public", "government_fund", "state_capital", "expenditure", "fiscal", "totals"):
            name = words.strip('“”"').removesuffix("类").removesuffix("（类）")
            code = functional_code((name,), year)
            return f"{_TABLES.get(self.about, 'general_public')}/{code}/total" if code else ""
        return ""

    def _count(self, printed: Number, start: int, stop: int) -> bool:
        clause = self.clause
        if self._other_year() is not None:
            return False
        if clause.count and clause.plain:
            return self._value(clause.count, "actual", printed, stop)
        words = self._words(clause.start, start)
        unit = printed.unit
        if self.about == "performance":
            return self._projects(words, printed, stop)
        if self.about == "assets" and unit == "辆" and words.endswith("用车"):
            return self._value(f"assets/vehicles.{words}", "actual", printed, stop)
        subject = ""
        if self.about == "three_public":
            topic = clause.subject or self.topic
            if clause.subject and (clause.plain or _OF_RECEPTION.fullmatch(self.text, clause.subject_end, start)):
                self.topic = clause.subject
            if topic.startswith("three_public/reception") and (
                (clause.subject and clause.plain) or _OF_RECEPTION.fullmatch(self.text, clause.start, start)
            ):
                kind = topic.removeprefix("three_public/").removeprefix("reception.")
                if unit in _BATCHES or (unit == "个" and words.endswith(("团组", "批次"))):
                    subject = f"three_public/count/{kind}.batches"
                elif unit in ("人次", "人"):
                    subject = f"three_public/count/{kind}.people"
            elif topic == "three_public/abroad" and _OF_ABROAD.fullmatch(words):
                subject = "three_public/count/abroad.people" if unit in ("人次", "人") else ""
                if unit in _GROUPS and not subject:
                    subject = "three_public/count/abroad.groups" if "团组" in words + unit else ""
            elif clause.subject == "three_public/vehicle_purchase" and clause.plain and unit == "辆":
                subject = "three_public/count/vehicles.bought"
            elif topic == "three_public/vehicle_operation" and unit == "辆" and "保有量" in words and len(words) < 30:
                subject = "three_public/count/vehicles.owned"
        return self._value(subject or self._local(words), "actual", printed, stop)

    def _guess(self, start: int) -> NumberKind | None:
        """What a number without a unit is."""
        clause = self.clause
        if clause.share or clause.execution is not None:
            return NumberKind.RATE
        if clause.base_end == start and clause.base is not None:
            return NumberKind.AMOUNT
        if clause.trend is not None:
            open_rate = self.change is not None and self.change.amount is not None and self.change.rate is None
            return NumberKind.RATE if open_rate or WORDS[clause.trend_word][1] else NumberKind.AMOUNT
        if clause.count:
            return NumberKind.COUNT
        prior = clause.year is not None and self.year is not None and clause.year == self.year - 1
        if clause.plain and (clause.measure or clause.subject or prior):
            return NumberKind.AMOUNT
        words = self._words(clause.start, start)
        bought = words == "采购" and self.topic.startswith("institution/")
        listed = bool(words) and self.about in ("basic", "project") and bool(self._by_name(words))
        return NumberKind.AMOUNT if bought or listed else None

    def _claim(self, printed: Number, start: int, stop: int) -> bool:
        clause = self.clause
        if self.apart:
            return False
        if printed.kind is NumberKind.COUNT:
            return self._count(printed, start, stop)
        if printed.kind is NumberKind.RATE:
            if printed.unit == "分":
                return self._score(printed, start, stop)
            if clause.execution is not None:
                return self._execution(printed, stop)
            if clause.share:
                return self._share(printed, stop)
            return clause.trend is not None and self._rate(printed, stop)
        if clause.execution is not None and clause.trend is None:
            return self._base_of_execution(printed, stop)
        if clause.difference:
            return False
        if clause.base_end == start and clause.base is not None and clause.trend is None:
            measure: Measure = "adjusted" if clause.base == "budget" else clause.base
            return self._value(clause.subject or self.topic, measure, printed, stop)
        if clause.trend is not None:
            return self._amount(printed, start, stop)
        return self._amount_said(printed, start, stop)

    def _number(self, start: int, end: int) -> int:
        text = self.text
        if text[start] == "-" and start and text[start - 1].isascii():
            start += 1
        before = text[start - 1] if start else ""
        found = UNIT.match(text, end)
        unit = found.group() if found else ""
        after = text[end : end + 1]
        if _in_name(before, unit, after) and not (self.clause.base_end == start and _CHANGE.match(text, end)):
            self._leave(start, end, "name")
            return end
        self.seen += 1
        kind = kind_of(unit) or self._guess(start)
        stop = end + len(unit)
        printed = None if kind is None else self._printed(start, end, unit, kind)
        if printed is None or kind is None:
            self._leave(start, stop, "unknown")
            return stop
        if not self._claim(printed, start, stop):
            elsewhere = self.astray or self._other_year() is not None
            free = self.reasoned and not self.clause.plain
            self._leave(start, stop, "reason" if free else "date" if elsewhere else "unknown")
        clause = self.clause
        self.clause = Clause(stop)
        if clause.share or clause.trend:
            self.clause.plain = clause.plain
        elif clause.execution is not None and printed.kind is NumberKind.AMOUNT:
            self.clause.execution, self.clause.plain = clause.execution, clause.plain
        return stop


def _in_name(before: str, unit: str, after: str) -> bool:
    """Whether a number is part of a name or of a document number: 12345热线, 〔2020〕12号, A4."""
    if (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()) or after == "号":
        return True
    return not unit and after.isalpha()
