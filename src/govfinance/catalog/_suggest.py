"""The code that a printed name means, also where the name is old, short, of another edition or misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from govfinance.catalog._index import Holder, NameIndex, name_index
from govfinance.catalog._names import Printed, bare, split_printed
from govfinance.catalog._registry import READERS, TABLES, TableName, table_name
from govfinance.catalog._superseded import SupersededName, predecessors, superseded_names
from govfinance.catalog._tables import Entry, Table
from govfinance.codes import AnyCode, to_any_code

__all__ = ["Reason", "Suggestion", "suggest"]

_WITHOUT_ENDING = 0.95


class Reason(Enum):
    """Why a code is suggested for a name, the best reason first."""

    EXACT = "exact"
    """It is the official name in the year."""
    OTHER_EDITION = "other_edition"
    """It is the official name in another known edition, of this code or of one that stood for the same thing."""
    FORMER = "former"
    """It was the name in an edition before those of the catalogue."""
    SHORT_FORM = "short_form"
    """It is a short form or variant, or the official name without 支出."""
    SIMILAR = "similar"
    """A name of the catalogue has nearly the same characters."""


_ORDER = {reason: place for place, reason in enumerate(Reason)}


@frozen(kw_only=True)
class Suggestion:
    """What a printed name may mean: a code, its official name in force in the year, and why.

    ``name`` is ``None`` where the year has no such code and none that took its place; ``entry`` is then the one of
    the nearest edition, if any. ``matched`` is the name of the catalogue that was met, ``former`` the record of it if it
    is a former name, ``score`` how alike the two are (1 for the same name).
    """

    code: AnyCode
    name: str | None
    reason: Reason
    score: float
    matched: str
    entry: Entry[AnyCode] | None
    former: SupersededName | None = None

    @property
    def last_edition(self) -> str | None:
        """The remark on the last edition that had the former name; ``None`` if it is no former name."""
        return None if self.former is None else self.former.last_edition


def suggest(
    name: str,
    year: int,
    *,
    table: TableName | None = None,
    within: AnyCode | str | None = None,
    limit: int = 5,
) -> tuple[Suggestion, ...]:
    """The codes that a printed name (科目名称) may mean in a budget year, the most likely first; at most ``limit``.

    Official names of the year come first, then those of other editions, former names and short forms, then names with
    nearly the same characters. Not compared are white space, the width of parentheses, an ordinal (十八、) before the
    name and （类）, （款） or （项） after it; a code or the names of 类 and 款 before it are used to choose between equal
    names. ``table`` is one of the three classifications, ``None`` all; ``within`` is a code that the results belong to.
    Raises :class:`~govfinance.errors.InvalidInputError` if ``within`` is no code of the table.

    >>> best = suggest("其他国土资源事务支出", year=2024)[0]
    >>> str(best.code), best.name, best.reason.name, best.last_edition
    ('2200199', '其他自然资源事务支出', 'FORMER', '2018')
    >>> [str(found.code) for found in suggest("行政运行", 2023, within="20406", limit=1)]
    ['2040601']
    >>> [(str(found.code), found.name) for found in suggest("公共安全支出(类)司法(款)社区矫证(项)", 2023, limit=1)]
    [('2040610', '社区矫正')]
    """
    prefix = ""
    if within is not None:
        code = to_any_code(within) if table is None else READERS[table](str(within))
        table, prefix = table_name(code), code.text
    printed = split_printed(name)
    if not printed.name:
        return ()
    found: list[tuple[tuple[float, int, int, str], Suggestion]] = []
    for known in TABLES if table is None else (table,):
        found += _in_table(printed, year, known, prefix, limit)
    found.sort(key=lambda item: item[0])
    best: dict[AnyCode, Suggestion] = {}
    for _, suggestion in found:
        best.setdefault(suggestion.code, suggestion)
    return tuple(best.values())[:limit]


def _in_table(
    printed: Printed, year: int, table: TableName, prefix: str, limit: int
) -> Iterator[tuple[tuple[float, int, int, str], Suggestion]]:
    index = name_index(table)
    outer = [
        tuple(
            digits for met in {part, *index.shortened.get(bare(part), ())} for digits, _ in index.holders.get(met, ())
        )
        for part in printed.outer
    ]

    def hint(digits: str) -> int:
        by_code = bool(printed.digits) and (digits == printed.digits) + digits.startswith(printed.digits[:5])
        return by_code + sum(digits.startswith(above) for above in outer if above)

    codes = set()
    for score, matched in _matches(printed.name, index, prefix, limit):
        for holder_digits, holder in index.holders[matched]:
            for plain, digits, entry in _meanings(holder_digits, holder, index.table, year):
                if not digits.startswith(prefix):
                    continue
                reason = _reason(plain, printed.name, matched)
                suggestion = Suggestion(
                    code=to_any_code(digits) if entry is None else entry.code,
                    name=None if plain is None or entry is None else entry.name,
                    reason=reason,
                    score=score,
                    matched=matched,
                    entry=entry,
                    former=holder if isinstance(holder, SupersededName) else None,
                )
                # What is not in force comes after what is.
                order = len(_ORDER) if plain is None else _ORDER[plain]
                yield (-score, -hint(digits), order, digits), suggestion
                codes.add(digits)
        if score < _WITHOUT_ENDING and len(codes) >= 4 * limit:
            return


def _matches(name: str, index: NameIndex, prefix: str, limit: int) -> Iterator[tuple[float, str]]:
    """The names of the catalogue that the name may be, best first."""
    seen = set()
    if name in index.holders:
        seen.add(name)
        yield 1.0, name
        if not prefix and len(index.holders[name]) >= limit:
            return
    for other in index.shortened.get(bare(name), ()):
        if other not in seen:
            seen.add(other)
            yield _WITHOUT_ENDING, other

    def belongs(other: str) -> bool:
        # A former name may have moved here from elsewhere.
        return any(
            digits.startswith(prefix) or isinstance(holder, SupersededName) for digits, holder in index.holders[other]
        )

    for score, other in index.names.nearest(name, accept=belongs if prefix else None):
        if other not in seen:
            yield min(score, 0.99), other


def _meanings(
    digits: str, holder: Holder, table: Table[AnyCode], year: int
) -> Iterator[tuple[Reason | None, str, Entry[AnyCode] | None]]:
    """What a name of the catalogue stands for in a year, and why; no reason if there is nothing in force."""
    if isinstance(holder, Entry):
        now = table.find(digits, year)
        if now is not None:
            yield (Reason.EXACT if now is holder else Reason.OTHER_EDITION), digits, now
            return
        successors = [code for former in superseded_names().get(digits, ()) for code in former.current_codes]
        others, reason = [*successors, *predecessors().get(digits, ())], Reason.OTHER_EDITION
    else:
        others = list(holder.current_codes)
        reason = Reason.SHORT_FORM if holder.kind in ("short form", "variant") else Reason.FORMER
    in_force = [(code, entry) for code in others if (entry := table.find(code, year)) is not None]
    for code, entry in in_force:
        yield reason, code, entry
    if not in_force:
        yield None, digits, holder if isinstance(holder, Entry) else table.nearest(digits, year)


def _reason(plain: Reason | None, given: str, matched: str) -> Reason:
    if given == matched:
        return Reason.FORMER if plain is None else plain
    short = given == bare(matched)
    return Reason.SHORT_FORM if short else Reason.SIMILAR
