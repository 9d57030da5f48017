"""What is spoken of: the words, codes and dates that name a quantity, and what a short name means where it stands."""

from __future__ import annotations

import re
from typing import Final, cast

from attrs import define

from govfinance.audit._narrative._clause import Clause
from govfinance.audit._narrative._codes import is_name_of
from govfinance.audit._narrative._events import FILLER, LEADING
from govfinance.audit._narrative._lists import Lists
from govfinance.audit._narrative._parents import PARENTS
from govfinance.audit._narrative._sides import BARE_SIDE, CERTAIN, TWINS, opposed
from govfinance.audit._narrative._vocabulary import BOTH, NOTHINGS, SUBJECTS, TOTALS, subject_of
from govfinance.audit._said import Base, Nothing

__all__ = ["Names"]

_FUNDS: Final = ("general_public", "government_fund", "state_capital")
_CODE: Final = re.compile("^2[0-9]{2}(?:[0-9]{2}){0,2}(?![0-9])[-—–.、]?")
"""The code that may stand before a name."""
_PROJECTS: Final = re.compile("(?:20[0-9]{2}年度?)?项目")
_YEAR: Final = re.compile("20[0-9]{2}年度?(?![0-9起以至到—~-])")
_AND: Final = re.compile("(?:支出|经费|费用)?(?:和|及|与|以及)")
_NAME: Final = re.compile("[\u4e00-\u9fff“”（）]{2,40}?(?=[0-9，。；：、]|支出(?:决算)?(?:为)?[0-9]|$)")
_OF_FUNDS: Final = ("totals/", "fiscal/", "revenue/", "expenditure/")
"""What consists of the funds of the whole department: there 一般公共预算支出 is all that there is of it."""


@define
class Names(Lists):
    """What is spoken of: the words, codes and dates that name a quantity, and what a short name means where it stands."""

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
        if clause.share:
            self._whole(word)
            return
        if clause.subject and clause.subject_end == start and word in TOTALS:
            clause.subject_end = end
            return
        subject = self._beside(word, self._meant(word))
        if word in BOTH and self.about not in ("totals", "fiscal", ""):
            clause.plain = False
            return
        if self.about == "performance":
            self.fund = next((fund for fund in _FUNDS if subject.startswith(fund)), self.fund)
            if subject.startswith("project/"):
                self.fund = "general_public"
        else:
            subject = self._part_of(subject)
        code = self._code_above()
        if code and subject in ("general_public/total/basic", "general_public/total/project"):
            subject = subject.replace("total", code, 1)
        if clause.subject and clause.subject != subject and _AND.fullmatch(self.text, clause.subject_end, start):
            self.enumerated.append(clause.subject)
        clause.subject, clause.subject_start, clause.subject_end, clause.said = subject, start, end, True
        clause.plain = clause.plain and not self.unit

    def _meant(self, word: str) -> str:
        return subject_of(word, self.about) if word in SUBJECTS else NOTHINGS[word][-1]

    def _beside(self, word: str, subject: str) -> str:
        """By what the sentence has named: 支出总计 beside 财政拨款收入总计, the parts of 本年支出合计."""
        clause = self.clause
        if subject == "totals/outlay/actual":
            beside = clause.subject or (self.enumerated[-1] if self.enumerated else "")
            if not beside and self.first == self.last and self.text[clause.start - 1 : clause.start] != "；":
                beside = self.last
            return "fiscal/outlay/total" if beside == "fiscal/total/actual" else subject
        raw = SUBJECTS.get(word, "")
        if raw and PARENTS.get(raw) == self.wholes.inner_inline() == "totals/expenditure/actual":
            return raw
        return subject

    def _part_of(self, subject: str) -> str:
        """Of the whole that stands before it: the fund of a smaller whole, the 人员经费 of all 基本支出."""
        table, _, rest = subject.partition("/")
        above = self.brackets[-1][1] if self.brackets else self.wholes.inner_inline()
        if table in _FUNDS or (table == "totals" and rest.partition("/")[0] in _FUNDS):
            own = self.about in _FUNDS or self.about in ("performance", "project")
            if above and not own and not above.startswith((*_OF_FUNDS, *(f"{fund}/" for fund in _FUNDS), "local/")):
                return f"{above}.{table if table in _FUNDS else rest.partition('/')[0]}"
        if subject in ("basic/personnel/actual", "basic/public/actual") and self.about in _ALL_MONEY:
            whole = above or self.wholes.innermost() or self.topic
            if not whole.startswith("basic/"):
                return f"expenditure/total/basic.{subject.split('/')[1]}"
        return subject

    def _whole(self, word: str) -> None:
        """What a share is a share of: a short name is that of the total with which the section goes on."""
        clause = self.clause
        if clause.whole:
            return
        of = clause.subject or self.topic
        short = word if len(word) < 6 else word.removeprefix("本年")
        sides = _SIDES.get(word)
        if sides is not None:
            named = {subject for subject in self.named.values() if subject != of and subject.startswith(sides)}
            clause.whole = named.pop() if len(named) == 1 else ""
            clause.plain = clause.plain and bool(clause.whole)
            return
        for name, subject in reversed(self.named.items()):
            if name.endswith(short) and subject != of:
                clause.whole = subject
                return
        clause.whole = (
            self._meant(word) if self.about in ("fiscal", "general_public") or word not in SUBJECTS else SUBJECTS[word]
        )

    def _turn(self, kind: str) -> None:
        """支出 alone is not the revenue that was spoken of before: its counterpart, or nothing that is known."""
        clause = self.clause
        if clause.subject or not self.topic:
            return
        bare = BARE_SIDE.match(self.text, clause.start)
        if bare is None or not opposed(self.topic, bare["side"]):
            return
        other = CERTAIN.get(self.topic, "") if self.about in _OF_ALL or not self.topic.startswith("revenue/") else ""
        if kind != "number" or clause.trend is not None:
            named = {one for one in TWINS.get(self.topic, ()) if one in self.named.values()}
            other = other or (named.pop() if len(named) == 1 else "")
            if not other and self.topic.startswith("local/") and self.local.get(bare["side"]) == 1:
                other = f"local/{self.section}/{self.block}.{bare['side']}"
        self._flush()
        self.topic = other

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
            unit = self._of_unit(lead)
            if 2 < len(lead) < 40 and not unit and not FILLER.fullmatch(lead):
                self.names.add(lead)
            clause.plain = not unit
            self.unit = self.unit or unit
            if found["year"] and _YEAR.match(self.text, found.start()):
                self.year_said = int(found["year"])
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
        if name.startswith("“") and name.find("”") in (-1, len(name) - 1):
            name = name.strip("“”")
        level = "类款项".find(mark[1]) if len(mark) > 1 else 0
        self.path = (*(*self.path, "", "")[:level], name)
        self._row(self._functional(self.path), start - len(name), end)

    def _row(self, subject: str, start: int, end: int) -> None:
        clause = self.clause
        clause.subject, clause.subject_start, clause.subject_end = subject, start, end
        clause.plain = clause.said = True
        clause.measure, clause.trend, clause.nothing, clause.share = "", None, False, False
        self.topic = subject
        self.main = self.main if self.last else subject

    def _code(self, found: re.Match[str]) -> int | None:
        """行政运行（2010601） and 2010601行政运行: the row by its code, if that is the name of the code."""
        digits = found["code_of"] or found["code_before"]
        begin, end = found.span("code_of" if found["code_of"] else "code_before")
        year = self.year or 2023
        if found["code_of"]:
            name = self._words(self.clause.start, found.start())
            if not is_name_of(name, digits, year):
                self.brackets.append((self.clause, self.topic, self.last, self.year_said))
                self.clause = Clause(found.start() + 1)
                return self._number(begin, end)
            self._leave(begin, end, "name")
            self._row(self._functional_row(digits), found.start() - len(name), found.end())
            return None
        after = _NAME.match(self.text, found.end())
        if after is None or not is_name_of(after.group(), digits, year):
            return self._number(begin, end)
        self._leave(begin, end, "name")
        self._row(self._functional_row(digits), begin, after.end())
        return after.end()


_OF_ALL: Final = frozenset({"", "fiscal", "totals", "revenue", "expenditure"})
_ALL_MONEY: Final = frozenset({"totals", "expenditure", "revenue"})
_INCOME: Final = ("totals/total/", "totals/revenue/", "fiscal/total/", "fiscal/revenue/")
_OUTLAY: Final = (
    "totals/outlay/",
    "totals/expenditure/",
    "fiscal/outlay/",
    "fiscal/expenditure/",
    "general_public/total/total",
)
_SIDES: Final = {"总收入": _INCOME, "收入总额": _INCOME, "总支出": _OUTLAY, "支出总额": _OUTLAY}
"""总支出 may be 支出合计 or 支出总计: the one that is named."""
