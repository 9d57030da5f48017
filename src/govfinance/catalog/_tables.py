"""What the tables of codes have in common: their rows, how a year is looked up, and how a file is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Generic, Literal, TypeAlias, TypeVar

from attrs import frozen

from govfinance._quick import builder
from govfinance.codes import AnyCode

__all__ = ["CONFIDENCE", "EVIDENCE", "Confidence", "Entry", "Evidence", "Table", "read_rows", "read_table"]

Evidence: TypeAlias = Literal["document", "name or code only", "unverified"]
"""Where a pair of code and name was seen: together in an official document, only one of the two, or not at all."""

Confidence: TypeAlias = Literal["high", "medium", "low"]
"""How sure the pair of code and name is."""

EVIDENCE: dict[str, Evidence] = {
    "document": "document",
    "name or code only": "name or code only",
    "unverified": "unverified",
}
CONFIDENCE: dict[str, Confidence] = {"high": "high", "medium": "medium", "low": "low"}

_PARTS = {"2": "支出功能分类科目", "3": "部门预算支出经济分类科目", "5": "政府预算支出经济分类科目"}
_NOTICE = re.compile(r"[财][预建农]〔\d{4}〕\d+号")

CodeT_co = TypeVar("CodeT_co", bound=AnyCode, covariant=True)


@frozen(kw_only=True)
class Entry(Generic[CodeT_co]):
    """科目: a code, its name, and the budget years in which the code has this name.

    ``valid_from`` and ``valid_to`` are editions of 财政部《政府收支分类科目》, both included; ``None`` means since 2023 or
    earlier, until 2024 or later. ``boundary_known`` is false where the edition of a change is not established; the name
    is then to be accepted in the year on the other side, too.

    ``evidence`` says what the row may be used for: ``"document"`` (code and name stand together in an official document)
    can prove a printed name wrong; ``"name or code only"`` and ``"unverified"`` can only give a hint. ``note`` says
    what is known of a change.
    """

    code: CodeT_co
    name: str
    valid_from: int | None = None
    valid_to: int | None = None
    boundary_known: bool = True
    evidence: Evidence
    confidence: Confidence
    note: str = ""

    @property
    def source(self) -> str:
        """The official publication that gives the code its name: the edition, and the notice that changed it if known.

        The edition is the earliest of those known to this catalogue that has the name. Whether the pair was seen in
        an official document is told by ``evidence``.
        """
        edition = self.valid_from or min(2023, self.valid_to or 2023)
        book = f"财政部《{edition}年政府收支分类科目》{_PARTS[self.code.text[0]]}"
        return "；".join([book, *_NOTICE.findall(self.note)])

    def valid_in(self, year: int) -> bool:
        """Whether the edition of this budget year has the code with this name."""
        return (self.valid_from is None or self.valid_from <= year) and (self.valid_to is None or year <= self.valid_to)

    def distance(self, year: int) -> int:
        """How many editions the year is away from those that have the code with this name; 0 if it is one of them."""
        before = 0 if self.valid_from is None else self.valid_from - year
        after = 0 if self.valid_to is None else year - self.valid_to
        return max(before, after, 0)


@frozen(eq=False)
class Table(Generic[CodeT_co]):
    """One classification in all known editions; codes are looked up by their digits."""

    name: str
    histories: Mapping[str, tuple[Entry[CodeT_co], ...]]
    """The rows of each code, oldest first; the codes in order, so that a 类 stands before its 款."""
    first: int | None
    last: int | None
    """The earliest and the latest edition that the rows tell apart."""

    def edition(self, year: int) -> int:
        """The year itself, or the nearest known edition."""
        if self.first is not None and year < self.first:
            return self.first
        return self.last if self.last is not None and year > self.last else year

    def find(self, digits: str, year: int) -> Entry[CodeT_co] | None:
        """The row of the code that is valid in the year."""
        edition = self.edition(year)
        return next((entry for entry in self.histories.get(digits, ()) if entry.valid_in(edition)), None)

    def entries(self, year: int) -> Iterator[Entry[CodeT_co]]:
        """The rows of a year in the order of their codes."""
        edition = self.edition(year)
        return (entry for history in self.histories.values() for entry in history if entry.valid_in(edition))

    def nearest(self, digits: str, year: int) -> Entry[CodeT_co] | None:
        """The row of the code whose editions are nearest to the year; of two, the later."""
        edition = self.edition(year)
        return min(reversed(self.histories.get(digits, ())), key=lambda entry: entry.distance(edition), default=None)

    @cached_property
    def below(self) -> Mapping[str, tuple[str, ...]]:
        """The digits of the codes one level below each code, in order."""
        found: dict[str, list[str]] = {}
        for digits in self.histories:
            if len(digits) > 3:
                found.setdefault(digits[:-2], []).append(digits)
        return {digits: tuple(codes) for digits, codes in found.items()}


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the data files; nothing is kept."""
    import csv
    from pkgutil import get_data  # importlib.resources costs 20 ms

    data = get_data("govfinance.catalog", f"_data/{name}.csv")
    if data is None:  # pragma: no cover - only with a loader that keeps no data
        raise FileNotFoundError(name)
    rows = csv.reader(data.decode("utf-8-sig").splitlines())
    header = next(rows)
    return (dict(zip(header, row, strict=True)) for row in rows)


def _year(text: str) -> int | None:
    return int(text) if text else None


_new_entry = builder(Entry)


def read_table(name: str, file: str, kind: type[CodeT_co]) -> Table[CodeT_co]:
    """Read one table: its Chinese name, the data file, the type of its codes."""
    make: Callable[[str], CodeT_co] = builder(kind)  # the digits of the data files need no check; a test has done it
    histories: dict[str, tuple[Entry[CodeT_co], ...]] = {}
    first: list[int] = []
    last: list[int] = []
    for row in read_rows(file):
        digits = row["code"]
        entry: Entry[CodeT_co] = _new_entry(
            code=make(digits),
            name=row["name"],
            valid_from=_year(row["valid_from"]),
            valid_to=_year(row["valid_to"]),
            boundary_known=row["boundary_known"] != "no",
            evidence=EVIDENCE[row["evidence"]],
            confidence=CONFIDENCE[row["confidence"]],
            note=row.get("note", ""),
        )
        histories[digits] = (*histories[digits], entry) if digits in histories else (entry,)
        if entry.valid_from is not None:
            first.append(entry.valid_from)
            last.append(entry.valid_from)
        if entry.valid_to is not None:
            first.append(entry.valid_to)
            last.append(entry.valid_to + 1)  # what ended has a next edition, without it
    return Table(name, histories, min(first, default=None), max(last, default=None))
