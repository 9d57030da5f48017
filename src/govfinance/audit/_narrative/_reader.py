"""One paragraph after the other is read into claims: what is said of which quantity, compared with what."""

from __future__ import annotations

import re
from typing import Final, cast

from attrs import define

from govfinance.audit._narrative._clause import Clause
from govfinance.audit._narrative._events import EVENT, FILLER, LEADING, ORDINAL, REASON_END, USE_END
from govfinance.audit._narrative._lists import Lists
from govfinance.audit._narrative._vocabulary import NOTHINGS, SUBJECTS, WORDS, subject_of
from govfinance.audit._narrative._wholes import Wholes
from govfinance.audit._plain import Plain
from govfinance.audit._said import (
    Base,
    Nothing,
)

__all__ = ["Reader"]

_FUNDS: Final = ("general_public", "government_fund", "state_capital")
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
_CODE: Final = re.compile("^2[0-9]{2}(?:[0-9]{2}){0,2}(?![0-9])")
"""The code that may stand before a name."""
_LEVELS: Final = {"chinese": 1, "bracket": 2, "arabic": 3, "small": 4}
_PROJECTS: Final = re.compile("(?:20[0-9]{2}年度?)?项目")
_FUND: Final = re.compile("(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?")


@define
class Reader(Lists):
    """One paragraph after the other is read into claims: what is said of which quantity, compared with what."""

    def outside(self, block: int, section: int, plain: Plain) -> None:
        """A paragraph of the overview (概况): its numbers are only listed."""
        self.block, self.section, self.plain, self.text = block, section, plain, plain.text
        seen = self.seen
        self._skip(0, len(self.text), "overview")
        self.seen = seen

    def enter(self, section: int, about: str) -> None:
        """A section begins."""
        self.finish()
        self.section, self.about = section, about
        self.topic = self.main = ""
        self.path = ()
        self.level = 1
        self.free = self.waiting = False
        self.mode = self.fund = ""

    def finish(self) -> None:
        """Closes what is still open."""
        self._flush()
        self.wholes.close_inline(0)
        self.wholes.close_above(0)
        self.claims.extend(self.wholes.done)
        self.wholes = Wholes()

    def read(self, block: int, plain: Plain) -> None:
        """Reads one paragraph."""
        self.block, self.plain = block, plain
        self.text = plain.text.replace("”三公”", "“三公”").replace("‘三公’", "“三公”").replace("”三公“", "“三公”")
        self.local = {}
        self.measures = {}
        self.brackets = []
        self.reasoned = False
        self.main = self.first = self.last = ""
        self.base = self.earlier = None
        self.begin = begin = self._ordinal()
        self.clause = Clause(begin)
        if begin or not self.text:
            self.waiting = False
            self.free = False
        if self.free:
            self._skip(begin, len(self.text), "reason")
            return
        if self.waiting:
            self.waiting = False
            end = REASON_END.search(self.text, begin)
            begin = end.start() if end else len(self.text)
            self._skip(0, begin, "reason")
        self._events(begin)
        self._stop("。")
        self.wholes.close_inline(0)

    def _ordinal(self) -> int:
        found = ORDINAL.match(self.text)
        if found is None:
            return 0
        level = _LEVELS[str(found.lastgroup)]
        if any(letter.isdigit() for letter in found.group()):
            digits = found.group().strip("（）、.．")
            self._leave(found.group().find(digits), found.group().find(digits) + len(digits), "ordinal")
        self.level = level
        self.topic = ""
        self.wholes.close_above(level)
        if level <= 2:
            self.path = ()
        return found.end()

    def _events(self, begin: int) -> None:
        text, search = self.text, EVENT.search
        position = last = begin
        while (found := search(text, position)) is not None:
            start, end = found.span()
            kind = str(found.lastgroup)
            if kind == "word":
                word = found.group()
                kind, meaning = WORDS[word]
                if kind == "vehicles" and self.about != "assets":
                    position = end
                    continue
            else:
                word = meaning = ""
            if start > last and kind not in ("stop", "bracket", "mark", "classline", "project"):
                self._gap(text[last:start])
            position = last = self._event(kind, meaning, word, found) or end
            if position < end:
                position = last = end

    def _event(self, kind: str, meaning: str, word: str, found: re.Match[str]) -> int | None:
        """What an event does; where to go on, if not behind it."""
        clause = self.clause
        start, end = found.span()
        match kind:
            case "stop" | "bracket":
                return self._punctuation(found.group(), end)
            case "number":
                return self._number(start, end)
            case "subject":
                self._subject(word, start, end)
            case "measure":
                self._measure_word(meaning)
            case "trend":
                self._trend(word, start, end)
            case "count" | "vehicles":
                if not clause.share:
                    clause.count = meaning
                clause.said = True
            case "topic":
                self._topic(meaning, end)
            case "share":
                clause.share = clause.said = True
            case "nothing":
                clause.nothing = True
            case "noise":
                pass
            case "opener":
                return self._opener(end)
            case "including":
                after = EVENT.match(self.text, end)
                if after is not None and after.lastgroup == "word" and WORDS[after.group()][0] == "subject":
                    return self._opener(end)
                clause.plain = False
            case "list":
                return self._list(word, start, end)
            case "use":
                return self._free(end, USE_END)
            case "free":
                self.free = True
                self._skip(end, len(self.text), "reason")
                return len(self.text)
            case "date":
                self._date(found)
            case "base":
                self._base_said(found)
            case "exec":
                clause.execution = _PLANS.get(found["exec_plan"] or found["exec_of"] or "", "budget")
                clause.said = True
                if any(letter.isdigit() for letter in found.group()):
                    self._skip(start, end, "date")
            case "compare":
                self._compare(found)
            case "reason":
                return self._reason(found)
            case "mark" | "classline":
                self._mark(found.group(), start, end)
            case "project":
                self._project(start, end)
            case "large":
                clause.count = f"assets/equipment.{found['large_over']}"
                clause.said = True
                self._leave(*found.span("large_over"), "name")
            case "item" | "nth":
                self._skip(start, end, "ordinal")
                if kind == "item":
                    self.clause = Clause(end)
            case _:
                self._skip(start, end, "name")
                clause.plain = clause.plain and not clause.said
        return None

    def _subject(self, word: str, start: int, end: int) -> None:
        clause = self.clause
        if clause.nothing:
            if clause.plain:
                for subject in NOTHINGS.get(word) or (subject_of(word, self.about),):
                    self.claims.append(
                        Nothing(subject=subject, place=self._place(clause.start, end), section=self.section)
                    )
            clause.subject, clause.said = "", True
            return
        if word not in SUBJECTS:
            subject = NOTHINGS[word][-1]
        elif clause.share and self.about not in ("fiscal", "general_public"):
            subject = SUBJECTS[word]
        else:
            subject = subject_of(word, self.about)
        if clause.share:
            clause.whole = clause.whole or subject
            return
        if self.about == "performance":
            self.fund = next((fund for fund in _FUNDS if subject.startswith(fund)), self.fund)
            if subject.startswith("project/"):
                self.fund = "general_public"
        code = self._code_above()
        if code and subject in ("general_public/total/basic", "general_public/total/project"):
            subject = subject.replace("total", code, 1)
        clause.subject, clause.subject_start, clause.subject_end, clause.said = subject, start, end, True

    def _topic(self, meaning: str, end: int) -> None:
        if meaning.startswith("performance/"):
            if self.clause.share or _PROJECTS.match(self.text, end) is None:
                return
            self.mode, self.fund = meaning.removeprefix("performance/"), ""
        else:
            self.topic = meaning
        self.clause.plain, self.clause.said = True, False

    def _measure_word(self, meaning: str) -> None:
        clause = self.clause
        if clause.share:
            if meaning in ("initial", "adjusted", "budget") and not clause.whole:
                clause.share = False
                clause.execution = cast("Base", meaning)
            return
        clause.measure, clause.said = meaning, True
        if clause.base is None and clause.base_end >= 0 and meaning in ("initial", "adjusted", "budget"):
            clause.base = self.base = cast("Base", meaning)

    def _date(self, found: re.Match[str]) -> None:
        clause = self.clause
        self._skip(*found.span(), "date")
        lead = self.text[clause.start : found.start()]
        if not clause.said:
            if 2 < len(lead) < 40 and not FILLER.fullmatch(lead):
                self.names.add(lead)
            clause.plain = True
        if found["year"]:
            clause.year = int(found["year"])

    def _mark(self, mark: str, start: int, end: int) -> None:
        clause = self.clause
        begin = clause.start
        name = self.text[begin:start]
        for before in ("（类）", "（款）", "（项）"):
            name = name.rpartition(before)[2]
        lead = LEADING.match(name)
        name = name[lead.end() :] if lead else name
        name = _CODE.sub("", name.strip("：:"))
        if name.startswith("“") and name.find("”") == len(name) - 1:
            name = name[1:-1]
        level = "类款项".find(mark[1]) if len(mark) > 1 else 0
        self.path = (*(*self.path, "", "")[:level], name)
        subject = self._functional(self.path)
        clause.subject, clause.subject_start, clause.subject_end = subject, start - len(name), end
        clause.plain = clause.said = True
        clause.measure, clause.trend, clause.nothing, clause.share = "", None, False, False
        self.topic = subject
        self.main = self.main if self.last else subject

    def _punctuation(self, stop: str, end: int) -> int | None:
        if stop == "（":
            self.brackets.append((self.clause, self.topic))
            self.clause = Clause(end)
            return None
        if stop == "）":
            self.wholes.close_inline(len(self.brackets) + 1)
            if self.brackets:
                self.clause, self.topic = self.brackets.pop()
            return None
        self._end_clause()
        if stop in "。！？":
            self._stop(stop)
        elif stop == "；":
            self._flush()
            if len(self.wholes.inline) > 1:
                self.wholes.close_inline(0, keep=1)
        self.clause = Clause(end)
        return None

    def _stop(self, stop: str) -> None:
        self._flush()
        outer = self.wholes.outermost()
        self.wholes.close_inline(0)
        self.topic = outer or self.first or self.topic
        self.first = ""
        if self.base is not None:
            self.earlier = self.base
        self.base = None
        self.brackets = []
