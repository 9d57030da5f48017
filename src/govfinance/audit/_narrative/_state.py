"""What is known while the paragraphs are read, and what has been found."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from govfinance.audit._narrative._clause import Change, Clause
from govfinance.audit._narrative._events import FILLER, ITSELF, LEADING, TRAILING, UNITS, WHO
from govfinance.audit._narrative._numbers import RUN, UNIT, number
from govfinance.audit._narrative._wholes import Wholes
from govfinance.audit._plain import Plain
from govfinance.audit._said import (
    Base,
    Claim,
    Measure,
    Number,
    NumberKind,
    Unclaimed,
)
from govfinance.document import Place

__all__ = ["State"]

_NUMBERS: Final = re.compile(f"(?P<date>(?:19|20)[0-9]{{2}}年|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)|(?P<number>{RUN})")


@define
class State:
    """What is known while the paragraphs are read, and what has been found."""

    year: int | None
    claims: list[Claim] = field(factory=list)
    unclaimed: list[Unclaimed] = field(factory=list)
    seen: int = 0

    block: int = 0
    section: int = -1
    about: str = ""
    text: str = ""
    begin: int = 0
    plain: Plain = field(factory=lambda: Plain("", (0,)))
    clause: Clause = field(factory=lambda: Clause(0))
    topic: str = ""
    measures: dict[str, Measure] = field(factory=dict)
    main: str = ""
    first: str = ""
    last: str = ""
    base: Base | None = None
    earlier: Base | None = None
    change: Change | None = None
    wholes: Wholes = field(factory=Wholes)
    brackets: list[tuple[Clause, str, str, int | None]] = field(factory=list)
    named: dict[str, str] = field(factory=dict)
    """The totals of the section by the words they were called."""
    year_said: int | None = None
    """The year that a sentence speaks of from its beginning."""
    enumerated: list[str] = field(factory=list)
    """The names before the last one before one amount: 公务接待费、公务用车购置费共5万元."""
    apart: bool = False
    """Whether the numbers belong to several names in turn: 分别为1万元、2万元."""
    astray: bool = False
    """Whether what follows is compared with a year that nothing else is said of."""
    path: tuple[str, ...] = ()
    level: float = 1
    scale: str = "万元"
    names: set[str] = field(factory=set)
    unit: bool = False
    """Whether the sentence is about a part of the department."""
    opened: bool = False
    """Whether the section has said an amount."""
    free: bool = False
    broken: bool = False
    """Whether the paragraph before this one ends within a clause."""
    waiting: bool = False
    """Whether the words of a reason are to come in the next paragraph."""
    mode: str = ""
    fund: str = ""
    reasoned: bool = False
    local: dict[str, int] = field(factory=dict)

    def _gap(self, text: str) -> None:
        if FILLER.fullmatch(text) or (text == "项目" and self.topic.startswith("performance/project/")):
            return
        clause = self.clause
        if not clause.said and self._of_unit(text):
            self.unit, clause.plain = True, False
        if clause.said or not (WHO.search(text) or text in self.names or self._named(text)):
            clause.plain = False

    def _named(self, text: str) -> bool:
        return any(text.startswith(name) and FILLER.fullmatch(text[len(name) :]) for name in self.names)

    def _of_unit(self, text: str) -> bool:
        """Whether a part of the department is named, not the department; its own name begins a section."""
        if not self.opened or UNITS.search(text) is None or ITSELF.fullmatch(text):
            return False
        return not any(name.endswith(text) for name in self.names)

    def _other_year(self) -> int | None:
        """The year that is spoken of, if it is not that of the document."""
        year = self.clause.year if self.clause.year is not None else self.year_said
        return year if self.year is not None and year != self.year else None

    def _unsaid(self) -> bool:
        """Whether a quantity is named of which nothing is said."""
        clause = self.clause
        return bool(clause.subject) and clause.plain and not (clause.share or clause.nothing) and clause.base is None

    def _words(self, start: int, end: int) -> str:
        words = self.text[start:end]
        lead = LEADING.match(words)
        words = words[lead.end() :] if lead else words
        return TRAILING.sub("", words[-60:])

    def _local(self, words: str) -> str:
        if not words:
            return ""
        words = words.replace("/", "")
        times = self.local[words] = self.local.get(words, 0) + 1
        return f"local/{self.section}/{self.block}.{words}" + (f"#{times}" if times > 1 else "")

    def _printed(self, start: int, end: int, unit: str, kind: NumberKind) -> Number | None:
        if kind is NumberKind.AMOUNT and unit:
            self.scale = unit
        return number(self.text[start:end], unit, kind, self._place(start, end + len(unit)), self.scale)

    def _skip(self, start: int, end: int, why: str) -> None:
        """Numbers that stand in words that are not read."""
        for found in _NUMBERS.finditer(self.text, start, end):
            if found.lastgroup == "date" or why in ("date", "ordinal", "name"):
                digits = re.compile("[0-9]+").search(found.group())
                begin = found.start() + (digits.start() if digits else 0)
                stop = begin + len(digits.group()) if digits else found.end()
                self._leave(begin, stop, "date" if found.lastgroup == "date" else why)
                continue
            unit = UNIT.match(self.text, found.end())
            self.seen += 1
            self._leave(found.start(), unit.end() if unit else found.end(), why)

    def _leave(self, start: int, end: int, why: str) -> None:
        self.unclaimed.append(
            Unclaimed(printed=self.text[start:end], place=self._place(start, end), why=why, section=self.section)
        )

    def _place(self, start: int, end: int) -> Place:
        first, last = self.plain.span(start, end)
        return Place(block=self.block, start=first, end=last)

    def _free(self, begin: int, ends: re.Pattern[str]) -> int:
        stop = ends.search(self.text, begin)
        end = stop.start() if stop else len(self.text)
        self._skip(begin, end, "reason")
        return end
