"""Whether a published code and name agree with the edition of their year, and how sure the answer is."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from govfinance.catalog._checks import check_exists
from govfinance.catalog._names import comparable
from govfinance.catalog._registry import table_of
from govfinance.catalog._superseded import SupersededName, superseded_names
from govfinance.catalog._tables import Entry, Table
from govfinance.codes import AnyCode, to_any_code
from govfinance.errors import Lang, Problem

__all__ = ["CodeFinding", "Severity", "check_code", "check_name"]

Severity: TypeAlias = Literal["error", "warning"]
"""``"error"``: an official document proves it wrong; ``"warning"``: it differs from what is known."""

_BOOKS = range(2023, 2025)  # of these years the tables were drawn up; elsewhere a row without dates is no proof


@frozen(kw_only=True)
class CodeFinding:
    """科目编码或名称与当年科目不符: what is wrong with a published code or name, and how sure that is.

    ``expected`` are the names that would have been right, or the codes where the code is wrong; ``entry`` is the row
    that says so, ``None`` if there is none.
    """

    code: AnyCode
    year: int
    severity: Severity
    problem: Problem
    expected: tuple[str, ...] = ()
    entry: Entry[AnyCode] | None = None

    def message(self, lang: Lang = "en") -> str:
        """The text in one line."""
        return self.problem.message(lang)


def check_code(code: AnyCode | str, year: int) -> CodeFinding | None:
    """``None`` if the edition of the year has the code, or may have it; else what is wrong.

    Only a code that an official document dates to another year is an error. What the tables do not know is a warning:
    a 项 (``unknown-item``), since they are not complete, and also a 款 or 类 (``unknown-group``, ``unknown-class``).
    A year that lies next to the known ones of a code is let pass where the boundary is not known. Raises
    :class:`~govfinance.errors.InvalidInputError` for text that is no code.

    >>> check_code("2040601", 2023) is None
    True
    >>> print(check_code("2040688", 2023).severity, check_code("2040688", 2023).message())
    warning 2040688 is not among the known 项 of 20406 司法
    >>> print(check_code("20139", 2023).severity, check_code("20139", 2023).message())
    error expected a code of the edition of 2023, got 20139 社会工作事务, which began in 2024
    """
    known = to_any_code(code)
    table, digits = table_of(known), known.text
    if table.find(digits, year) is not None:
        return None
    near = table.nearest(digits, year)
    if near is not None:
        return _not_in_force(known, near, table, year)
    former = _last(superseded_names().get(digits, ()))
    if former is not None:
        return _superseded(known, former, year)
    problem = check_exists(known)
    if problem is None:
        above = table.nearest(digits[:5], year)
        title = digits[:5] if above is None else f"{digits[:5]} {above.name}"
        problem = Problem(
            "unknown-item",
            f"{digits} is not among the known 项 of {title}",
            f"{digits}不在{title}款已知的项中",
        )
    return CodeFinding(code=known, year=year, severity="warning", problem=problem)


def _not_in_force(code: AnyCode, near: Entry[AnyCode], table: Table[AnyCode], year: int) -> CodeFinding | None:
    if _may_hold(near, table.edition(year)):
        return None
    began = near.valid_from is not None and year < near.valid_from
    since, since_zh = (
        (f"began in {near.valid_from}", f"自{near.valid_from}年起使用")
        if began
        else (f"ended with {near.valid_to}", f"使用至{near.valid_to}年")
    )
    sure = near.evidence == "document" and near.boundary_known
    hint, hint_zh = ("", "") if sure else (" as far as known", "（未经核对）")
    return CodeFinding(
        code=code,
        year=year,
        severity="error" if sure else "warning",
        problem=Problem(
            "code-not-in-force",
            f"expected a code of the edition of {year}, got {code} {near.name}, which {since}{hint}",
            f"应为{year}年科目中的编码，实际为{code} {near.name}，该科目{since_zh}{hint_zh}",
        ),
        expected=tuple(now for former in superseded_names().get(code.text, ()) for now in former.current_codes),
        entry=near,
    )


def _superseded(code: AnyCode, former: SupersededName, year: int) -> CodeFinding | None:
    if former.last_year is not None and year <= former.last_year:
        return None
    now = former.current_codes
    instead, instead_zh = (f"expected {', '.join(now)}, got", f"应为{'、'.join(now)}，实际为") if now else ("", "")
    return CodeFinding(
        code=code,
        year=year,
        severity="warning",
        problem=Problem(
            "code-superseded",
            f"{instead} {code} {former.name}, a code of former editions (last: {former.last_edition})".lstrip(),
            f"{instead_zh}{code} {former.name}，系以前年度的科目（最后使用：{former.last_edition}）",
        ),
        expected=now,
    )


def check_name(code: AnyCode | str, name: str, year: int) -> CodeFinding | None:
    """``None`` if this is the official name of the code in the budget year, or may be; else what was expected.

    Where the edition of a change is not known, the names on both sides are let pass, and a former name up to its last
    edition. The finding is an error only if an official document has the code with another name (``evidence`` is
    ``"document"``, the boundary is known, the year is one that the row is about); else it is a warning, and says so. For
    a code that is wrong itself it is that of :func:`check_code`. White space, the width of parentheses and a last （类）,
    （款） or （项） do not count.

    >>> check_name("2040601", "行政运行（项）", 2023) is None
    True
    >>> found = check_name("2040601", "行政运转", 2023)
    >>> found.severity, found.expected, found.problem.code
    ('error', ('行政运行',), 'wrong-name')
    >>> print(found.message())
    expected 行政运行, the name of 2040601 in 2023, got '行政运转'
    """
    known = to_any_code(code)
    table, digits, given = table_of(known), known.text, comparable(name)
    edition = table.edition(year)
    now = table.find(digits, year)
    if any(
        comparable(entry.name) == given and _accepted(entry, now, edition) for entry in table.histories.get(digits, ())
    ):
        return None
    formers = superseded_names().get(digits, ())
    same = next((former for former in formers if comparable(former.name) == given), None)
    if same is not None and same.last_year is not None and year <= same.last_year:
        return None
    finding = check_code(known, year)
    if finding is not None:
        return finding
    right = now or table.nearest(digits, year)
    last = _last(formers)
    expected = right.name if right is not None else last.name if last is not None else ""
    sure = now is not None and _proves(now, year) and (same is None or _over(same, year))
    hint, hint_zh = ("", "") if sure else (" as far as known", "（未经核对）")
    was, was_zh = _described(same)
    shown = name if len(name) <= 40 else name[:37] + "..."
    return CodeFinding(
        code=known,
        year=year,
        severity="error" if sure else "warning",
        problem=Problem(
            "wrong-name",
            f"expected {expected}, the name of {digits} in {year}{hint}, got {shown!r}{was}",
            f"{digits}在{year}年的科目名称应为{expected}{hint_zh}，实际为“{shown}”{was_zh}",
        ),
        expected=(expected,),
        entry=right,
    )


def _may_hold(entry: Entry[AnyCode], edition: int) -> bool:
    """Whether the entry may hold in an edition just beyond its own, as its boundary is not known."""
    return not entry.boundary_known and entry.distance(edition) <= 1


def _accepted(entry: Entry[AnyCode], now: Entry[AnyCode] | None, edition: int) -> bool:
    if entry is now or _may_hold(entry, edition):
        return True
    return now is not None and not now.boundary_known and entry.distance(edition) <= 1


def _proves(entry: Entry[AnyCode], year: int) -> bool:
    dated = entry.valid_from is not None and entry.valid_to is not None
    return entry.evidence == "document" and entry.boundary_known and (dated or year in _BOOKS)


def _over(former: SupersededName, year: int) -> bool:
    """Whether a former name is surely no longer in force: the last editions are approximate."""
    last = former.last_year
    return former.kind not in ("short form", "variant") and last is not None and year > last + 1


def _last(formers: tuple[SupersededName, ...]) -> SupersededName | None:
    return max(formers, key=lambda former: former.last_year or 0, default=None)


def _described(former: SupersededName | None) -> tuple[str, str]:
    if former is None:
        return "", ""
    if former.kind in ("short form", "variant"):
        return ", a short form or variant", "，系简称或异写"
    return f", a former name (last: {former.last_edition})", f"，系曾用名称（最后使用：{former.last_edition}）"
