"""One paragraph after the other is read into claims: what is said of which quantity, compared with what."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from govfinance.audit._narrative._clause import Clause
from govfinance.audit._narrative._events import EVENT, ORDINAL, REASON_END, USE_END
from govfinance.audit._narrative._names import Names
from govfinance.audit._narrative._vocabulary import WORDS
from govfinance.audit._narrative._wholes import Wholes
from govfinance.audit._plain import Plain
from govfinance.audit._said import Base

__all__ = ["Reader"]

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
_HEADING: Final = 40
"""Characters of a line that only names what is spoken of next."""
_ENDS: Final = frozenset("。；：！？）”")
_INSIDE: Final = re.compile("[，；。]")
_SAID: Final = frozenset({"number", "trend", "compare", "reason", "exec", "share"})
"""What is said of a quantity."""
_LEVELS: Final = {"chinese": 1, "bracket": 2, "arabic": 3, "small": 4}


@define
class Reader(Names):
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
        self.named = {}
        self.opened = False

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
        self.base = self.earlier = self.year_said = None
        self.enumerated, self.astray, self.apart, self.unit = [], False, False, False
        self.begin = begin = self._ordinal()
        self.clause = Clause(begin)
        if self.broken and not begin:
            self.clause.plain, self.topic = False, ""
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
        unfinished = self.clause.start < len(self.text) and bool(self.text) and self.text[-1] not in _ENDS
        self.broken = unfinished and (len(self.text) >= _HEADING or _INSIDE.search(self.text) is not None)
        if self.clause.start == self.begin and len(self.text) < _HEADING:
            self._end_clause()
        if self.wholes.inline and self.text.endswith("；"):
            self._flush()
            return
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
        self.wholes.close_inline(0)
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
        if kind in _SAID:
            self._turn(kind)
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
            case "apart":
                self.apart = True
            case "difference":
                clause.difference = clause.said = True
            case "code":
                return self._code(found)
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

    def _punctuation(self, stop: str, end: int) -> int | None:
        if stop == "（":
            self.brackets.append((self.clause, self.topic, self.last, self.year_said))
            self.clause = Clause(end)
            return None
        if stop == "）":
            self.wholes.close_inline(len(self.brackets) + 1)
            if self.brackets:
                self.clause, self.topic, self.last, self.year_said = self.brackets.pop()
            return None
        if stop == "、" and self._unsaid():
            self.enumerated.append(self.clause.subject)
        self._end_clause()
        if stop in "。！？":
            self._stop(stop)
        elif stop == "；":
            self._flush()
            self.apart = self.unit = False
            if self.text.startswith("按", end):
                self.wholes.again()
            elif len(self.wholes.inline) > 1:
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
        self.base = self.year_said = None
        self.enumerated, self.astray, self.apart, self.unit = [], False, False, False
        self.brackets = []
