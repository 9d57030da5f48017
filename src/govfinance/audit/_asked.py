"""What a caller says of a document beforehand: whether it makes sense, and whether the document says the same."""

from __future__ import annotations

from collections import Counter
from typing import Final

from govfinance.audit._identify import Identity
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._tables import TablesRead
from govfinance.calc import Verdict
from govfinance.document import Place, PublishedDocument
from govfinance.errors import InvalidInputError, Problem
from govfinance.model import FinalAccounts

__all__ = ["another_year", "check_same", "check_wishes", "said_department", "said_year"]

_FIRST, _LAST = 1990, 2100
_YEAR: Final = Rule(
    code="year-not-as-given",
    kind="year_inconsistent",
    severity=Severity.ERROR,
    zh="文档年度与给定年度不同",
    en="the document is of another year than was given",
    ground_zh="文件所属年度应与其内容一致",
    ground_en="a document is of the year that it speaks of",
)


def check_wishes(*, department: object, year: object, against: object, joint: object) -> None:
    """Refuse what is no name, no year, no accounts: TypeError for another type, InvalidInputError for another value."""
    for name, value, kind in (("department", department, str), ("against", against, FinalAccounts)):
        if value is not None and not isinstance(value, kind):
            raise TypeError(f"expected {name} to be {kind.__name__}, got {type(value).__name__}")
    if not isinstance(joint, bool):
        raise TypeError(f"expected joint to be True or False, got {type(joint).__name__}")
    if year is None:
        return
    if not isinstance(year, int) or isinstance(year, bool):
        raise TypeError(f"expected year to be int, got {type(year).__name__}")
    if not _FIRST <= year <= _LAST:
        raise InvalidInputError(
            [
                Problem(
                    "bad-year",
                    f"expected a year from {_FIRST} to {_LAST}, got {year}",
                    f"年度应为 {_FIRST} 至 {_LAST}，实际为 {year}",
                    "year",
                )
            ]
        )


def said_department(tables: TablesRead) -> str | None:
    """Whose the tables are, as most of them say."""
    names = Counter(found.department.text for found in tables.tables if found.department is not None)
    return names.most_common(1)[0][0] if names else None


def said_year(tables: TablesRead) -> int | None:
    """Of which year the tables are, as most of them say."""
    years = Counter(found.year.text for found in tables.tables if found.year is not None)
    text = years.most_common(1)[0][0] if years else ""
    return int(text) if text.isdigit() else None


def check_same(accounts: FinalAccounts, department: str | None, year: int | None) -> None:
    """Refuse to compare a document with the accounts of another department or year."""
    name = accounts.department.name
    other = department is not None and not _alike(name, department)
    if other or (year is not None and year != accounts.year):
        raise InvalidInputError(
            [
                Problem(
                    "accounts-of-another",
                    f"the accounts are of {name} {accounts.year}, the document is of {department or name} {year or ''}".rstrip(),
                    f"给定数据为{name} {accounts.year}年度，文档为{department or name} {year or ''}年度",
                    "against",
                )
            ]
        )


def _alike(one: str, other: str) -> bool:
    """Whether two names may be of one department: one within the other (a city before it, 本级 after it), or nearly."""
    if one in other or other in one:
        return True
    return len(set(one) & set(other)) * 2 > max(len(set(one)), len(set(other)))


def another_year(document: PublishedDocument, identity: Identity, said: int | None, given: int) -> Finding:
    """The finding that a document is of another year than its reader says."""
    place = identity.year_places[0] if identity.year_places else Place(block=0)
    return Finding(
        rule=_YEAR,
        verdict=Verdict.INCONSISTENT,
        place=place,
        page=document.page_of(place) if document.blocks else None,
        quote=document.quote(place) if document.blocks else "",
        printed=f"{said}年度",
        expected=f"{given}年度",
        zh=f"{_YEAR.zh}：文档为 {said} 年度，给定为 {given} 年度；已按文档所写年度审核",
        en=f"{_YEAR.en}: it says {said}, given was {given}; it was audited as of the year that it says",
    )
