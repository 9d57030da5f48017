"""Amounts, shares and rates of execution of what has been named."""

from __future__ import annotations

import re
from typing import Final, cast

from attrs import define

from govfinance.audit._narrative._changes import Changes
from govfinance.audit._narrative._codes import functional_code
from govfinance.audit._narrative._parents import PARENTS
from govfinance.audit._said import (
    Execution,
    Measure,
    Number,
    NumberKind,
    Share,
    Value,
)

__all__ = ["Values"]

_TABLES: Final = {
    "government_fund": "government_fund",
    "state_capital": "state_capital",
    "expenditure": "expenditure",
    "fiscal": "fiscal",
}
_RATE_OF_IT: Final = re.compile("的?，?(?:完成率|执行率|完成比例|执行比例)?为?[0-9][0-9.,]{0,12}+(?:%|[，。；]|$)")
_PLAN_LATER: Final = re.compile("(?:完成了?|与|比|较)(年初|全年|调整后?)预算")
_EACH: Final = re.compile("[均各]")
_COUNTED: Final = ("assets/", "performance/projects.")
"""Counts that are listed as parts of one another."""


@define
class Values(Changes):
    """Amounts, shares and rates of execution of what has been named."""

    def _value(self, subject: str, measure: Measure, printed: Number, stop: int) -> bool:
        if not subject:
            return False
        if self.enumerated and printed.kind is NumberKind.AMOUNT:
            before, self.enumerated = self.enumerated, []
            if _EACH.search(self.text, self.clause.subject_end, stop) is None:
                return self._sum(measure, printed, stop)
            for one in before:
                self._value(one, measure, printed, stop)
            made = self._value(subject, measure, printed, stop)
            self.last = before[0]
            return made
        self.claims.append(
            Value(
                subject=subject,
                measure=measure,
                number=printed,
                place=self._place(self.clause.start, stop),
                section=self.section,
            )
        )
        if printed.kind is NumberKind.AMOUNT:
            self.opened = True
            self._name(subject)
        if printed.kind is NumberKind.AMOUNT or subject.startswith(_COUNTED):
            self._flush()
            self.main = self.main or subject
            self.first = self.first or subject
            self.last = subject
            if not subject.startswith("assets/equipment") and len(self.brackets) <= self.wholes.depth():
                self.wholes.add(subject, measure, first=subject == self.main)
            self.measures[subject] = measure
            if printed.kind is NumberKind.AMOUNT:
                self.topic = subject
        return True

    def _sum(self, measure: Measure, printed: Number, stop: int) -> bool:
        """The amount of several names together is nothing else's."""
        self._flush()
        self.topic = self._local(self._words(self.clause.start, stop))
        place = self._place(self.clause.start, stop)
        self.claims.append(
            Value(subject=self.topic, measure=measure, number=printed, place=place, section=self.section)
        )
        self.wholes.add(self.topic, measure, first=False)
        return True

    def _name(self, subject: str) -> None:
        clause = self.clause
        if clause.subject == subject and clause.subject_end > 0 and not _code_of(subject):
            word = self.text[clause.subject_start : clause.subject_end]
            self.named.pop(word, None)
            self.named[word] = subject

    def _base_of_execution(self, printed: Number, stop: int) -> bool:
        """完成全年预算20.00万元的62.50%: the amount is the budget."""
        clause = self.clause
        subject = clause.subject or self.topic
        if not subject or not clause.plain or clause.execution in (None, "prior"):
            return False
        if _RATE_OF_IT.match(self.text, stop) is None or self._other_year() is not None:
            return False
        said = self.measures.get(subject)
        base = "adjusted" if clause.execution == "budget" else clause.execution
        made = self._value(subject, cast("Measure", base), printed, stop)
        if said is not None:
            self.measures[subject] = said
        return made

    def _measured(self) -> Measure | None:
        clause = self.clause
        measure = clause.measure or "actual"
        other = self._other_year()
        if other is not None:
            return "prior" if other == (self.year or 0) - 1 and measure in ("actual", "prior") else None
        if measure == "budget":
            plans = {found[1] for found in _PLAN_LATER.finditer(self.text, self.clause.start, self._sentence_end())}
            measure = "initial" if plans == {"年初"} else "adjusted"
        return cast("Measure", measure)

    def _sentence_end(self) -> int:
        end = self.text.find("。", self.clause.start, self.clause.start + 300)
        return end if end >= 0 else min(len(self.text), self.clause.start + 300)

    def _execution(self, printed: Number, stop: int) -> bool:
        clause = self.clause
        subject = clause.subject or self.topic
        if not subject or not clause.plain or clause.execution is None or self._other_year() is not None:
            return False
        self.claims.append(
            Execution(
                subject=subject,
                base=clause.execution,
                rate=printed,
                place=self._place(clause.start, stop),
                section=self.section,
            )
        )
        return True

    def _share(self, printed: Number, stop: int) -> bool:
        clause = self.clause
        subject = clause.subject or self.topic
        whole = clause.whole
        if not whole:
            between = self.text[clause.start : stop]
            if not clause.plain or ("的" in between and "的比" not in between):
                return False
            code = _code_of(subject)
            whole = PARENTS.get(subject, "")
            if not whole or (whole.partition("/")[0] != self.wholes.innermost().partition("/")[0] and code):
                whole = self.wholes.innermost()
            if not whole and code:
                whole = subject.replace(code, "total", 1)
        elif not clause.plain:
            return False
        if not subject or not whole or subject == whole or _counted(subject) != _counted(whole):
            return False
        other = self._other_year()
        if other is not None and self.measures.get(subject) != "prior":
            return False
        self.claims.append(
            Share(
                subject=subject,
                whole=whole,
                measure=self.measures.get(subject, "actual"),
                rate=printed,
                place=self._place(clause.start, stop),
                section=self.section,
            )
        )
        return True

    def _code_above(self) -> str:
        table, _, rest = self.wholes.innermost().partition("/")
        row = rest.partition("/")[0]
        return row if table == "general_public" and row != "total" else ""

    def _functional(self, path: tuple[str, ...]) -> str:
        return self._functional_row(functional_code(path, self.year or 2023) or "?" + "/".join(path))

    def _functional_row(self, row: str) -> str:
        return f"{_TABLES.get(self.about, 'general_public')}/{row}/total"


def _counted(subject: str) -> bool:
    return subject.startswith(_COUNTED) and ".money" not in subject


def _code_of(subject: str) -> str:
    table, _, rest = subject.partition("/")
    row = rest.partition("/")[0]
    return (
        row if table in ("general_public", "government_fund", "state_capital", "expenditure") and row.isdigit() else ""
    )
