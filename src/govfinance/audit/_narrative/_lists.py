"""Lists of economic items, and the wholes whose parts are listed."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from attrs import define

from govfinance.audit._narrative._amounts import Amounts
from govfinance.audit._narrative._clause import Clause
from govfinance.audit._narrative._codes import economic_code
from govfinance.audit._narrative._events import (
    USE_END,
)
from govfinance.audit._narrative._items import listed
from govfinance.audit._narrative._numbers import RUN, UNIT, kind_of
from govfinance.audit._said import (
    Listing,
    Named,
    Number,
    NumberKind,
    Value,
)

__all__ = ["Lists"]

_CALLED: Final = re.compile("(?:支出|收入|决算|数|总额|合计|财政拨款)*+")


@define
class Lists(Amounts):
    """Lists of economic items, and the wholes whose parts are listed."""

    def _list(self, word: str, start: int, end: int) -> int | None:
        subject = self.topic
        table = subject.partition("/")[0]
        if table not in ("basic", "project") or subject.endswith("total/actual"):
            if self.about in ("basic", "project") or re.match(f"[^，。；]{{1,20}}(?:{RUN})", self.text[end : end + 40]):
                return self._opener(end)
            return self._free(end, USE_END)
        if word.startswith("主要用于"):
            return self._free(end, USE_END)
        stop = re.compile("。|；(?=[^，。；]{2,12}(?:经费|支出)[0-9])|（[一二三四五六]）").search(self.text, end)
        finish = stop.start() if stop else len(self.text)
        classes: tuple[str, ...] = ("301", "303") if subject == "basic/personnel/actual" else ()
        if subject == "basic/public/actual":
            classes = ("302", "307", "310", "311", "312", "313", "399")
        if table == "project":
            classes = (subject.split("/")[1],) if subject.split("/")[1].isdigit() else ()
        spans = list(listed(self.text, end, finish))
        names = Counter(self.text[begin:stop] for begin, stop, _, _ in spans)
        items = [
            self._named_item(table, classes if names[self.text[one[0] : one[1]]] == 1 else ("-",), *one)
            for one in spans
        ]
        self.claims.append(
            Listing(subject=subject, items=tuple(items), place=self._place(end, finish), section=self.section)
        )
        if items and all(item.number is not None for item in items):
            self.wholes.open_inline(subject, 99, self._place(start, finish), self.section)
            for item in items:
                self.wholes.add(item.subject, "actual", first=False)
            self.wholes.close_inline(99)
        return finish

    def _named_item(self, table: str, classes: tuple[str, ...], begin: int, end: int, first: int, last: int) -> Named:
        name = self.text[begin:end]
        code = economic_code(name, self.year or 2023, classes)
        subject = f"{table}/{code}/actual" if code else ""
        place = self._place(begin, end)
        printed: Number | None = None
        if first >= 0:
            found = UNIT.match(self.text, last)
            unit = found.group() if found else ""
            kind = kind_of(unit) or NumberKind.AMOUNT
            printed = self._printed(first, last, unit, kind)
            self.seen += 1
            if printed is None or kind is not NumberKind.AMOUNT:
                self._leave(first, last + len(unit), "unknown")
                printed = None
            else:
                subject = subject or self._local(name)
                self.claims.append(
                    Value(
                        subject=subject,
                        number=printed,
                        place=self._place(begin, last + len(unit)),
                        section=self.section,
                    )
                )
        return Named(name=name, place=place, subject=subject, number=printed)

    def _opener(self, end: int) -> int | None:
        self._end_clause()
        if self.base is None and not self.astray:
            self.base = self.earlier
        place = self._place(self.clause.start, end)
        below = end >= len(self.text)
        subject = (self._above() if below else "") or self.last or self.topic
        if self.text.startswith("绩效评级", end):
            subject = "performance/projects.evaluated"
        if subject and "/count/" not in subject:
            if below:
                self._flush()
                self.wholes.open_below(subject, self.level, place, self.section)
            else:
                self._flush()
                self.wholes.open_inline(subject, len(self.brackets), place, self.section)
        self.clause = Clause(end)
        return None

    def _above(self) -> str:
        """What the paragraphs below list the parts of: the first of the paragraph; of 收入 and 支出 the latter."""
        revenue = self.main.endswith("/revenue") and self.last.startswith(self.main.removesuffix("/revenue"))
        return self.last if revenue else self.main

    def _behind(self, end: int) -> int:
        found = _CALLED.match(self.text, end)
        return found.end() if found else end

    def _end_clause(self) -> None:
        clause = self.clause
        if clause.subject and clause.plain and not clause.share and not clause.nothing:
            self.topic = clause.subject
            self.main = self.main or clause.subject
            if not self.first and self.text.startswith("中，", self._behind(clause.subject_end)):
                self.first = clause.subject
