"""What is wrong in tables by itself: names that are not those of their codes, and cells that are no amounts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

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
    for (code, name), places in said.items():
        finding = _finding(code, name, year)
        if finding is not None:
            yield _about_code(document, places, finding, year)


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


def _about_code(
    document: PublishedDocument, places: list[CodeFound], finding: catalog.CodeFinding, year: int
) -> Finding:
    first = places[0]
    names = finding.problem.code == "wrong-name"
    place = first.name_place if names else first.place
    sure = finding.severity == "error" and not (names and _is_near(first.name, finding))
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
    others = _codes_named(compact(found.name), year, found.code[0])
    return "" if not others else f"{'、'.join(others)} {compact(found.name)}"


@lru_cache(maxsize=512)
def _codes_named(name: str, year: int, first: str) -> tuple[str, ...]:
    entries = catalog.functional_entries(year) if first == "2" else catalog.economic_entries(year)
    return tuple(entry.code.text for entry in entries if compact(entry.name) == name)[:3]


def _is_near(name: str, finding: catalog.CodeFinding) -> bool:
    """Whether a name says the same in fewer or more words: all characters of the shorter one stand in the longer one."""
    printed = compact(name)
    for expected in map(compact, finding.expected):
        short, long = sorted((printed, expected), key=len)
        rest = iter(long)
        if len(long) - len(short) <= 4 and all(char in rest for char in short):
            return True
    return False


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
