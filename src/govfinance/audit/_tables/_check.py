"""What is wrong in tables by itself: names that are not those of their codes, and cells that are no amounts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from attrs import evolve

import govfinance.catalog as catalog
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._tables._found import CodeFound, TablesRead, TableTrouble
from govfinance.audit._tables._number import looks_numeric
from govfinance.calc import Verdict
from govfinance.document import PublishedDocument
from govfinance.errors import InvalidInputError
from govfinance.io._tables import compact

__all__ = ["RULES", "check_tables"]

_GROUND: Final = {
    "ground_zh": "财政部《政府收支分类科目》（当年版）",
    "ground_en": "the classification of government revenue and expenditure (政府收支分类科目) of the year",
}
_NAME: Final = Rule(
    code="code-name",
    kind="classification_name_mismatch",
    severity=Severity.ERROR,
    zh="科目名称与科目编码不符",
    en="the name beside a code is not that of the code",
    **_GROUND,
)
_CODE: Final = Rule(
    code="code-unknown",
    kind="classification_name_mismatch",
    severity=Severity.WARNING,
    zh="科目编码不在当年科目中",
    en="a code that the classification of the year does not have",
    **_GROUND,
)
_CELL: Final = Rule(
    code="cell-unreadable",
    kind="punctuation",
    severity=Severity.WARNING,
    zh="金额单元格不是数字",
    en="a cell for an amount holds no number",
    ground_zh="金额应为数字，千分位每三位一个逗号，小数点只有一个",
    ground_en="an amount is a number with groups of three digits and one decimal point",
)
RULES: Final = (_NAME, _CODE, _CELL)
_MANY: Final = 10
_FEW: Final = 5
"""Where more names than these, and than a tenth of them, do not fit, codes and names were read from different rows."""
_INCOMPLETE: Final = frozenset({"unknown-item"})
"""What the catalogue does not know because it is not complete."""


def check_tables(document: PublishedDocument, tables: TablesRead, year: int | None) -> list[Finding]:
    """The findings about codes with their names, and about cells that cannot be read; one for each root cause."""
    found = [_about_cell(document, trouble) for trouble in tables.troubles if _is_malformed(trouble)]
    if year is not None:
        found.extend(_about_codes(document, tables, year))
    return found


def _about_codes(document: PublishedDocument, tables: TablesRead, year: int) -> Iterator[Finding]:
    said: dict[tuple[str, str], list[CodeFound]] = {}
    for table in tables.tables:
        for one in table.codes:
            said.setdefault((one.code, compact(one.name)), []).append(one)
    found = [
        _about_code(document, places, problem, year, twice=_stands_twice(code, name, said, year))
        for (code, name), places in said.items()
        if (problem := _finding(code, name, year)) is not None
    ]
    wrong = sum(finding.rule is _NAME and finding.severity is Severity.ERROR for finding in found)
    shifted = wrong > max(_FEW, len(said) // 10)
    for finding in found:
        doubtful = shifted and finding.rule is _NAME
        yield evolve(finding, severity=Severity.WARNING, verdict=Verdict.UNVERIFIABLE) if doubtful else finding


@lru_cache(maxsize=4096)
def _finding(code: str, name: str, year: int) -> catalog.CodeFinding | None:
    try:
        finding = catalog.check_name(code, name, year) if name else catalog.check_code(code, year)
    except InvalidInputError:
        return None
    if finding is None or finding.problem.code in _INCOMPLETE:
        return None
    return None if _is_cut(name, finding) else finding


def _is_cut(name: str, finding: catalog.CodeFinding) -> bool:
    """Whether a name is the beginning or the end of the official one, as where the end of a page cuts a row."""
    return finding.problem.code == "wrong-name" and any(
        expected.startswith(name) or expected.endswith(name) for expected in map(compact, finding.expected)
    )


def _stands_twice(code: str, name: str, said: Collection[tuple[str, str]], year: int) -> bool:
    """Whether the name is that of another code of the same 类 or 款, beside which it is printed as well."""
    return any(
        other[:-2] == code[:-2] and other != code and (other, name) in said
        for other in _codes_named(name, year, code[0])
    )


def _about_code(
    document: PublishedDocument, places: list[CodeFound], finding: catalog.CodeFinding, year: int, *, twice: bool
) -> Finding:
    first = places[0]
    names = finding.problem.code == "wrong-name"
    place = first.name_place if names else first.place
    proved = finding.severity == "error" or (names and _is_of_another(first.code, compact(first.name), year, twice))
    sure = proved and not (names and _is_near(first.name, finding))
    return Finding(
        rule=_NAME if names else _CODE,
        verdict=Verdict.INCONSISTENT if sure else Verdict.UNVERIFIABLE,
        severity=Severity.ERROR if sure else Severity.WARNING,
        place=place,
        page=document.page_of(place),
        quote=document.quote(place),
        printed=compact(first.name) if names else first.code,
        expected=finding.expected[0] if finding.expected else "",
        zh=finding.problem.message("zh"),
        en=finding.problem.message("en"),
        derivation=_derivation(first, year) if names else "",
        against=tuple(one.name_place if names else one.place for one in places[1:]),
    )


def _derivation(found: CodeFound, year: int) -> str:
    """The code under which the printed name stands, where there is one."""
    others = _codes_named(compact(found.name), year, found.code[0])[:3]
    return "" if not others else f"{'、'.join(others)} {compact(found.name)}"


@lru_cache(maxsize=512)
def _codes_named(name: str, year: int, first: str) -> tuple[str, ...]:
    entries = catalog.functional_entries(year) if first == "2" else catalog.economic_entries(year)
    return tuple(entry.code.text for entry in entries if compact(entry.name) == name)


_SETTLED: Final = 2020
"""Since this edition the codes stay where they are: what is known of the classification holds, or is dated."""


@lru_cache(maxsize=4096)
def _is_of_another(code: str, name: str, year: int, twice: bool) -> bool:
    """Whether a printed name is exactly that of other codes of the year, and none that the code beside it may ever have had.

    A code that was not seen in an official document may have got its neighbour's name: then the other codes have to be of
    another 类, or of another level, or the name stands beside the neighbour too.
    """
    others = _codes_named(name, year, code[0])
    entry = catalog.name_in(code, year)
    if year < _SETTLED or not others or code in others or entry is None or entry.entry is None:
        return False
    if _abbreviates(name, compact(entry.name)):
        return False
    table: catalog.TableName = "functional" if code[0] == "2" else "economic"
    suggested = catalog.suggest(name, year, table=table, within=code[:3], limit=50)
    if any(one.code.text == code and one.reason is not catalog.Reason.SIMILAR for one in suggested):
        return False
    if any(set(others) & set(former.current_codes) for former in catalog.former_names(code)):
        return False
    if twice or entry.entry.evidence == "document" or _has_number(others, code):
        return True
    return all(other[:3] != code[:3] or len(other) != len(code) for other in others)


def _has_number(others: tuple[str, ...], code: str) -> bool:
    """Whether all of many codes with a name end with the same digits (行政运行: 01), and the code with others."""
    ends = {other[-2:] for other in others if len(other) == len(code)}
    return len(others) >= _MANY and len(ends) == 1 and code[-2:] not in ends


def _is_near(name: str, finding: catalog.CodeFinding) -> bool:
    """Whether a name says the same in fewer or more words: all characters of the shorter one stand in the longer one."""
    printed = compact(name)
    return any(
        abs(len(expected) - len(printed)) <= 4 and _abbreviates(printed, expected)
        for expected in map(compact, finding.expected)
    )


def _abbreviates(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(char in rest for char in short)


def _is_malformed(trouble: TableTrouble) -> bool:
    return trouble.code == "not-an-amount" and looks_numeric(trouble.printed)


def _about_cell(document: PublishedDocument, trouble: TableTrouble) -> Finding:
    return Finding(
        rule=_CELL,
        verdict=Verdict.UNVERIFIABLE,
        place=trouble.place,
        page=document.page_of(trouble.place),
        quote=document.quote(trouble.place),
        printed=trouble.printed,
        zh=f"“{trouble.printed}”不是规范的数字，无法核对",
        en=f"{trouble.printed!r} is no well-formed number and could not be checked",
    )
