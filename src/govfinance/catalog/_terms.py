"""收入来源 and 支出性质: the lines of revenue and the columns of expenditure of final accounts, dated.

Source: the forms of 部门决算公开 (公开01表, 公开02表 and 公开03表), whose terms come from the 预算法 and from 《事业单位财务规则》
(财政部令第108号). ``key`` is the value of the model's enumerations (``RevenueSource``, ``SpendingNature``), and for the lines of
公开01表 beside them the name of the field of ``Overall``. Seen in documents: the present names. Unverified: the years of changes
(``boundary_known`` is false for all), most former names, and the wording of the definitions, which are short.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, TypeAlias

from attrs import frozen

from govfinance.catalog._names import bare, comparable, split_printed
from govfinance.catalog._similar import LEAST, similarity
from govfinance.catalog._suggest import Reason
from govfinance.catalog._tables import CONFIDENCE, EVIDENCE, Confidence, Evidence, read_rows

__all__ = [
    "AccountTerm",
    "TermKind",
    "TermName",
    "TermSuggestion",
    "overall_lines",
    "revenue_sources",
    "spending_natures",
    "suggest_terms",
    "term_names",
]

TermKind: TypeAlias = Literal["revenue_source", "spending_nature", "overall_line"]
"""收入来源, 支出性质, or another line of 公开01表 such as 年初结转和结余."""

_KINDS: dict[str, TermKind] = {
    "revenue_source": "revenue_source",
    "spending_nature": "spending_nature",
    "overall_line": "overall_line",
}
_REASONS = {
    "former": Reason.FORMER,
    "short form": Reason.SHORT_FORM,
    "variant": Reason.SHORT_FORM,
    "collective": Reason.SHORT_FORM,
}
_ORDER = {reason: place for place, reason in enumerate(Reason)}


@frozen(kw_only=True)
class AccountTerm:
    """决算报表项目: a line or column of the official tables, with its definition and the rule it comes from.

    ``line`` is the number (行次) of a line of revenue and the column (栏次) of a nature of expenditure, if known; ``group``
    what the term is summed up with in 公开02表. Years as for :class:`Entry`.
    """

    kind: TermKind
    key: str
    name: str
    group: str | None
    table: str
    line: int | None
    valid_from: int | None
    valid_to: int | None
    boundary_known: bool
    definition: str
    source: str
    evidence: Evidence
    confidence: Confidence
    note: str = ""

    def valid_in(self, year: int) -> bool:
        """Whether the tables of the year have this name, as far as known."""
        return (self.valid_from is None or self.valid_from <= year) and (self.valid_to is None or year <= self.valid_to)


@frozen(kw_only=True)
class TermName:
    """曾用名称: a former, short, variant or collective name of a term; ``until`` is the last year, if there is one."""

    kind: TermKind
    key: str
    name: str
    how: str
    until: int | None
    evidence: Evidence
    confidence: Confidence
    note: str = ""


@frozen(kw_only=True)
class TermSuggestion:
    """What a printed name may mean: a term in force in the year, and why, as :class:`Suggestion` for codes."""

    term: AccountTerm
    reason: Reason
    score: float
    matched: str
    former: TermName | None = None


@cache
def _terms() -> tuple[AccountTerm, ...]:
    return tuple(
        AccountTerm(
            kind=_KINDS[row["kind"]],
            key=row["key"],
            name=row["name"],
            group=row["group"] or None,
            table=row["table"],
            line=_number(row["line"]),
            valid_from=_number(row["valid_from"]),
            valid_to=_number(row["valid_to"]),
            boundary_known=row["boundary_known"] != "no",
            definition=row["definition"],
            source=row["source"],
            evidence=EVIDENCE[row["evidence"]],
            confidence=CONFIDENCE[row["confidence"]],
            note=row["note"],
        )
        for row in read_rows("account_terms")
    )


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


@cache
def term_names() -> tuple[TermName, ...]:
    """The former, short, variant and collective names of all terms.

    >>> [(name.key, name.until) for name in term_names() if name.name == "用事业基金弥补收支差额"]
    [('surplus_used', 2018)]
    """
    return tuple(
        TermName(
            kind=_KINDS[row["kind"]],
            key=row["key"],
            name=row["name"],
            how=row["how"],
            until=_number(row["until"]),
            evidence=EVIDENCE[row["evidence"]],
            confidence=CONFIDENCE[row["confidence"]],
            note=row["note"],
        )
        for row in read_rows("account_term_names")
    )


def _of(kind: TermKind, year: int) -> tuple[AccountTerm, ...]:
    """One term for each key in the order of the tables: that of the year, else the nearest."""
    keys = dict.fromkeys(term.key for term in _terms() if term.kind == kind)
    return tuple(_in_year(kind, key, year) for key in keys)


def _in_year(kind: TermKind, key: str, year: int) -> AccountTerm:
    history = [term for term in _terms() if term.kind == kind and term.key == key]
    return next((term for term in history if term.valid_in(year)), history[0])


def revenue_sources(year: int) -> tuple[AccountTerm, ...]:
    """The 收入来源: the eight lines of 本年收入 in 公开01表, in its order.

    A year before the first known one of a line is answered with that line.

    >>> [(term.line, term.key, term.name) for term in revenue_sources(2023)][3:5]
    [(4, 'superior_subsidy', '上级补助收入'), (5, 'service', '事业收入')]
    """
    return _of("revenue_source", year)


def spending_natures(year: int) -> tuple[AccountTerm, ...]:
    """The 支出性质: the five columns of 本年支出 in 公开03表, in its order.

    >>> [term.name for term in spending_natures(2023)]
    ['基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']
    """
    return _of("spending_nature", year)


def overall_lines(year: int) -> tuple[AccountTerm, ...]:
    """The lines of 公开01表 beside 本年收入 and 本年支出.

    >>> overall_lines(2020)[0].name, overall_lines(2023)[0].name
    ('使用非财政拨款结余', '使用非财政拨款结余和专用结余')
    """
    return _of("overall_line", year)


def suggest_terms(name: str, year: int, *, kind: TermKind | None = None, limit: int = 5) -> tuple[TermSuggestion, ...]:
    """The 收入来源, 支出性质 or other lines that a printed name may mean in a year, the most likely first.

    Names are compared as by :func:`suggest`; a collective name gives each of its terms.

    >>> best = suggest_terms("用事业基金弥补收支差额", 2024)[0]
    >>> best.term.name, best.reason.name, best.former.until
    ('使用非财政拨款结余和专用结余', 'FORMER', 2018)
    >>> [found.term.key for found in suggest_terms("财政拨款收入", 2023, limit=3)]
    ['general_public', 'government_fund', 'state_capital']
    """
    given = split_printed(name).name
    found = [found for found in _suggestions(given, year) if kind in (None, found.term.kind) and found.score >= LEAST]
    found.sort(key=lambda suggestion: (-suggestion.score, _ORDER[suggestion.reason]))
    best: dict[tuple[TermKind, str], TermSuggestion] = {}
    for suggestion in found:
        best.setdefault((suggestion.term.kind, suggestion.term.key), suggestion)
    return tuple(best.values())[:limit]


def _suggestions(given: str, year: int) -> Iterator[TermSuggestion]:
    for term in _terms():
        now = _in_year(term.kind, term.key, year)
        reason, score = _compared(given, term.name, Reason.EXACT if now is term else Reason.OTHER_EDITION)
        yield TermSuggestion(term=now, reason=reason, score=score, matched=term.name)
    for former in term_names():
        now = _in_year(former.kind, former.key, year)
        reason, score = _compared(given, former.name, _REASONS[former.how])
        yield TermSuggestion(term=now, reason=reason, score=score, matched=former.name, former=former)


def _compared(given: str, name: str, equal: Reason) -> tuple[Reason, float]:
    if given == comparable(name):
        return equal, 1.0
    if given and given == bare(name):
        return Reason.SHORT_FORM, 0.95
    return Reason.SIMILAR, min(similarity(given, name), 0.99)
