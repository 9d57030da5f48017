"""Projects, their money and their scores (预算绩效)."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from govfinance.audit._narrative._clause import Clause
from govfinance.audit._narrative._values import Values
from govfinance.audit._said import (
    Measure,
    Number,
    Value,
)

__all__ = ["Performance"]

_FUNDS: Final = ("general_public", "government_fund", "state_capital")
_MONEY: Final = re.compile("(?:共|总|涉及|项目|预算|财政|资金|金额|总额)*+")
_EVALUATED: Final = re.compile("(?P<fund>一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)?项目(?:支出)?")
_GRADED: Final = re.compile(
    "(?:项目)?(?:支出)?(?:绩效|自评|评价|评定|结果|等级|评级|得分|的)*+(?:为|达到|获得|获)“?(?P<grade>优秀?|良好?|合格|不合格|中|差|一般)"
)
_GRADES: Final = {
    "优": "excellent",
    "优秀": "excellent",
    "良": "good",
    "良好": "good",
    "合格": "qualified",
    "不合格": "unqualified",
}
_FUND_NAMES: Final = {"一": "general_public", "政": "government_fund", "国": "state_capital"}


@define
class Performance(Values):
    """Projects, their money and their scores (预算绩效)."""

    def _money(self, words: str, measure: Measure, printed: Number, stop: int) -> bool:
        fund = self.fund
        subject = self.clause.subject
        if subject:
            fund = next((name for name in _FUNDS if subject.startswith(name)), "")
            if not fund or not self.clause.plain:
                return self._value(self._local(words or subject), measure, printed, stop)
        elif _MONEY.fullmatch(words) is None:
            return self._value(self._local(words), measure, printed, stop)
        mode = self._performance_mode()
        return self._value(f"performance/money.{mode}" + (f".{fund}" if fund else ""), measure, printed, stop)

    def _performance_mode(self) -> str:
        if self.mode:
            return self.mode
        begin = self.text.rfind("。", 0, self.clause.start) + 1
        stop = self.text.find("。", self.clause.start)
        sentence = self.text[begin : stop if stop >= 0 else len(self.text)]
        if "在决算中反映" in sentence:
            return "reported"
        return (
            "reviewed"
            if "部门评价" in sentence or "重点评价" in sentence or "重点绩效评价" in sentence
            else "evaluated"
        )

    def _projects(self, words: str, printed: Number, stop: int) -> bool:
        if printed.unit not in ("个", "项"):
            return self._value(self._local(words), "actual", printed, stop)
        after = _EVALUATED.match(self.text, stop)
        before = _EVALUATED.search(words)
        if before is not None and (before.end() < len(words) or words[: before.start()].endswith(("的", "”"))):
            before = None
        match_ = after or before
        if match_ is None:
            return self._value(self._local(words), "actual", printed, stop)
        graded = _GRADED.match(self.text, stop)
        if graded is not None or self.wholes.innermost() == "performance/projects.evaluated":
            grade = graded["grade"] if graded is not None else (words or self.text[stop : stop + 16]).replace("/", "")
            return self._value(f"performance/projects.{_GRADES.get(grade, grade)}", "actual", printed, stop)
        named = match_["fund"]
        fund = _FUND_NAMES[named[0]] if named else ("" if after is not None else self.fund)
        self.fund = fund
        mode = self._performance_mode()
        return self._value(f"performance/projects.{mode}" + (f".{fund}" if fund else ""), "actual", printed, stop)

    def _score(self, printed: Number, start: int, stop: int) -> bool:
        if self.clause.count:
            return self._value(self.clause.count, "actual", printed, stop)
        if self.topic.startswith("performance/project/"):
            topic = self.topic
            self.claims.append(
                Value(
                    subject=f"{topic}/score",
                    number=printed,
                    place=self._place(self.clause.start, stop),
                    section=self.section,
                )
            )
            return True
        return self._value(self._local(self._words(self.clause.start, start)), "actual", printed, stop)

    def _project(self, start: int, end: int) -> None:
        name = self.text[self.begin : start]
        if "。" in name or len(name) > 80:
            name = self.text[self.clause.start : start]
        name = name.removeprefix("以")
        if name.startswith("“") and name.find("”") == len(name) - 1:
            name = name[1:-1]
        if name not in ("", "该", "各", "部门", "单位"):
            self.topic = self.main = f"performance/project/{name}"
        self.clause = Clause(end)
