"""What the readers of all shapes put down: the amounts of a table with their subjects, its rows, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import define, field

from govfinance._quick import builder
from govfinance.audit._said import Measure, Number, NumberKind, Unclaimed, Value
from govfinance.audit._tables._found import CodeFound, Said, TableTrouble
from govfinance.audit._tables._number import NIL, CellNumber, looks_numeric, read_cell, read_count
from govfinance.audit._tables._sheet import Part, Sheet, new_place
from govfinance.document import Place
from govfinance.io._tables import Path, compact, is_detail, label, of_other_years
from govfinance.money import Scale

__all__ = ["Reading", "is_note", "measure_of", "measures_of"]

_new_number: Final = builder(Number)
_new_code: Final = builder(CodeFound)
_new_value: Final = builder(Value)
_NOTE: Final = re.compile(r"^(?:注|说明|备注)[:：1]")
_MEASURE: Final = re.compile(
    r"(?:20[0-9]{2}年?度?|本年度?|当年|上年度?)?(年初|全年|调整|调整后)?(预算|决算|支出决算|支出预算|执行)(?:数|金额)?"
)
_PLAN: Final[dict[str | None, Measure]] = {
    "年初": "initial",
    "全年": "adjusted",
    "调整": "adjusted",
    "调整后": "adjusted",
    None: "adjusted",
}
_LAST_YEAR: Final = re.compile(r"^上年(?:度)?(?:支出|收入)?(?:决算|执行)?数?(?:金额)?$")
_YEAR: Final = re.compile(r"20[0-9]{2}(?=年)")
_RATIO: Final = re.compile(r"增减|增长|^比|^较|完成|占比|比重|％|%|备注|差异")


def is_note(text: str) -> bool:
    """Whether a cell begins one of the notes below a table.

    >>> is_note("注：本表无数据。"), is_note("注册费")
    (True, False)
    """
    return text[:1] in ("注", "说", "备") and _NOTE.match(compact(text)) is not None


def measure_of(text: str) -> Measure | None:
    """What a heading says that the amounts below it are; None for one that says nothing of the kind.

    >>> measure_of("年初预算数"), measure_of("预算数"), measure_of("2024年决算数"), measure_of("合计")
    ('initial', 'adjusted', 'actual', None)
    """
    if _LAST_YEAR.match(text):
        return "prior"
    match = _MEASURE.fullmatch(text)
    if match is None:
        return None
    return "actual" if match[2] in ("决算", "支出决算", "执行") else _PLAN[match[1]]


def measures_of(paths: Sequence[Path], year: int | None) -> list[Measure | None]:
    """The measure of each column: ``actual`` where the headings say no other; None for a column that compares."""
    others = of_other_years(paths)
    found: list[Measure | None] = []
    for number, path in enumerate(paths):
        said: Measure | None = next((measure for text in path if (measure := measure_of(text)) is not None), None)
        if any(_RATIO.search(text) for text in path):
            found.append(None)
        elif said == "prior" or (number in others and said in (None, "actual") and _is_before(path, year)):
            found.append("prior")
        else:
            plain: Measure = "actual"
            found.append(None if number in others and said is None else said or plain)
    return found


def _is_before(path: Path, year: int | None) -> bool:
    """Whether the headings are of the year before; where the year is not known, of one before another column's."""
    years = [int(match[0]) for text in path for match in _YEAR.finditer(text)]
    return bool(years) and (year is None or years[-1] == year - 1)


@define(eq=False)
class Reading:
    """One part of a table while it is read."""

    part: Part
    scale: Scale
    year: int | None
    budget: Measure = "adjusted"
    """What a 预算数 is that says no more than that."""
    values: list[Value] = field(factory=list)
    troubles: list[TableTrouble] = field(factory=list)
    unclaimed: list[Unclaimed] = field(factory=list)
    codes: list[CodeFound] = field(factory=list)
    rows: dict[str, Place] = field(factory=dict)
    columns: dict[str, None] = field(factory=dict)
    notes: list[Said] = field(factory=list)
    seen: int = 0
    sheet: Sheet = field(init=False)
    unit: str = field(init=False)
    exponent: int = field(init=False)
    key: str = field(init=False)
    ordinals: frozenset[int] = frozenset()
    """Columns of line numbers (行次) and codes, in which no amounts stand."""
    _used: set[tuple[int, int]] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        self.sheet = self.part.sheet
        self.unit = self.scale.value
        self.exponent = self.scale.exponent
        self.key = self.part.table.key

    def amount(self, row: int, column: int, subject: str, measure: Measure = "actual") -> CellNumber | None:
        """Read a cell as an amount of this subject; None where it is none."""
        text = self.sheet.rows[row][column]
        return self._put(row, column, NIL if not text else read_cell(text, self.exponent), subject, measure, False)

    def count(self, row: int, column: int, subject: str) -> CellNumber | None:
        """Read a cell as a number of things."""
        return self._put(row, column, read_count(self.sheet.rows[row][column]), subject, "actual", True)

    def _put(
        self, row: int, column: int, found: CellNumber | None, subject: str, measure: Measure, count: bool
    ) -> CellNumber | None:
        self._used.add((row, column))
        text = self.sheet.rows[row][column]
        if found is None:
            self.trouble("not-an-amount", row, column)
            return None
        block, number = self.sheet.at[row]
        if found is NIL and not text:
            place = new_place(block=block, row=number, column=column)
        else:
            place = self.sheet.place(row, column)
        printed = found.printed
        if printed:
            self.seen += 1
        kind = NumberKind.COUNT if count else NumberKind.AMOUNT
        unit = found.unit or ("" if count else self.unit)
        self.values.append(
            _new_value(
                subject=subject,
                measure=measure,
                number=_new_number(kind=kind, printed=printed, unit=unit, low=found.low, high=found.high, place=place),
                place=place,
            )
        )
        return found

    def is_blank(self, row: int, column: int) -> bool:
        """Whether a cell says nothing."""
        text = self.sheet.rows[row][column]
        return not text or read_cell(text, self.exponent) is NIL

    def skip(self, row: int, column: int) -> None:
        """Note that a cell says again what another one says."""
        if not self.is_blank(row, column):
            self.seen += 1
        self._used.add((row, column))

    def add_row(self, key: str, row: int, column: int) -> None:
        """Note that a row is printed."""
        if key not in self.rows:
            self.rows[key] = self.sheet.place(row, column)

    def add_code(self, code: str, row: int, column: int, name: str, name_column: int) -> None:
        """Note a code and the name beside it."""
        self.codes.append(
            _new_code(
                code=code,
                name=name,
                place=self.sheet.place(row, column),
                name_place=self.sheet.place(row, name_column),
            )
        )

    def trouble(self, code: str, row: int, column: int) -> None:
        """Note what could not be understood; its number, if it is one, is seen and not claimed."""
        text, place = self.sheet.rows[row][column], self.sheet.place(row, column)
        self.troubles.append(TableTrouble(code=code, printed=text.strip(), place=place, table=self.part.table))
        if looks_numeric(text):
            self.leave(row, column)

    def leave(self, row: int, column: int) -> None:
        """Note a number of which nothing is known."""
        self._used.add((row, column))
        self.seen += 1
        place = self.sheet.place(row, column)
        self.unclaimed.append(Unclaimed(printed=self.sheet.rows[row][column].strip(), place=place, why="unknown"))

    def finish(self, first: int, known: Iterable[int]) -> None:
        """Note the numbers that are left over from the first row of data on, and the notes below the table.

        ``known`` are the rows that were understood; the label of any other with numbers is a trouble.
        """
        understood = frozenset(known)
        for number in range(first, len(self.sheet.rows)):
            row = self.sheet.rows[number]
            if any(map(is_note, row)):
                self.notes.extend(self.sheet.said(number, n) for n, text in enumerate(row) if len(text) > 4)
                continue
            left = [
                column
                for column, text in enumerate(row)
                if text
                and text[-1] not in _WORDS
                and column not in self.ordinals
                and (number, column) not in self._used
                and looks_numeric(text)
                and not _is_zero_or_less(text)
            ]
            if not left or _is_numbering(row):
                continue
            for column in left:
                self.leave(number, column)
            if number not in understood:
                column = next((n for n, text in enumerate(row) if text.strip()), 0)
                if column not in left and not _is_part(row[column]):
                    self.trouble("unknown-row", number, column)


def _is_part(text: str) -> bool:
    """Whether a label is that of a line that another line includes."""
    words = compact(text)
    return words.startswith("其中") or words == "小计" or is_detail(label(text))


_WORDS: Final = frozenset("出入费款计余金务助")


def _is_zero_or_less(text: str) -> bool:
    return not any(char in "0123456789０１２３４５６７８９" for char in text)


def _is_numbering(row: Sequence[str]) -> bool:
    """Whether a row numbers the columns (栏次), be it with formulas."""
    texts = [compact(text) for text in row if text]
    if any(text.startswith("栏次") for text in texts):
        return True
    numbers = [text for text in texts if text.isdigit() and len(text) <= 2]
    return (
        len(numbers) > 2 and len(numbers) == len(texts) and [int(text) for text in numbers] == sorted(map(int, numbers))
    )
