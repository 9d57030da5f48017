"""Amounts, shares and rates of execution of what has been named."""

from __future__ import annotations

from typing import Final, cast

from attrs import define

from govfinance.audit._narrative._changes import Changes
from govfinance.audit._narrative._codes import functional_code
from govfinance.audit._narrative._vocabulary import PARENTS
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
_COUNTED: Final = ("assets/", "performance/projects.")
"""Counts that are listed as parts of one another."""


@define
class Values(Changes):
    """Amounts, shares and rates of execution of what has been named."""

    def _value(self, subject: str, measure: Measure, printed: Number, stop: int) -> bool:
        if not subject:
            return False
        self.claims.append(
            Value(
                subject=subject,
                measure=measure,
                number=printed,
                place=self._place(self.clause.start, stop),
                section=self.section,
            )
        )
        if printed.kind is NumberKind.AMOUNT or subject.startswith(_COUNTED):
            self._flush()
            self.main = self.main or subject
            self.first = self.first or subject
            self.last = subject
            if not subject.startswith("assets/equipment"):
                self.wholes.add(subject, measure, first=subject == self.main)
            self.measures[subject] = measure
            if printed.kind is NumberKind.AMOUNT:
                self.topic = subject
        return True

    def _measured(self) -> Measure | None:
        clause = self.clause
        measure = clause.measure or "actual"
        if clause.year is not None and self.year is not None and clause.year != self.year:
            return "prior" if clause.year == self.year - 1 and measure in ("actual", "prior") else None
        return cast("Measure", "adjusted" if measure == "budget" else measure)

    def _execution(self, printed: Number, stop: int) -> bool:
        clause = self.clause
        subject = clause.subject or self.topic
        if not subject or not clause.plain or clause.execution is None:
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
        if not subject or not whole or subject == whole:
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
        code = functional_code(path, self.year or 2023)
        row = code or "?" + "/".join(path)
        return f"{_TABLES.get(self.about, 'general_public')}/{row}/total"


def _code_of(subject: str) -> str:
    table, _, rest = subject.partition("/")
    row = rest.partition("/")[0]
    return (
        row if table in ("general_public", "government_fund", "state_capital", "expenditure") and row.isdigit() else ""
    )
