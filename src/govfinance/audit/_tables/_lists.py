"""“三公”经费支出决算表, and the table of operating expenses, state assets and procurement."""

from __future__ import annotations

from typing import Final

from govfinance.audit._said import Measure
from govfinance.audit._tables._number import is_words, looks_numeric
from govfinance.audit._tables._reading import Reading, is_note, measure_of, measures_of
from govfinance.audit._tables._sheet import Row, paths_above
from govfinance.io._tables import COUNTS, Path, compact, institution_row, label, three_public_key

__all__ = ["read_institution", "read_three_public"]

_FIGURES: Final = ("统计数", "金额", "决算数", "数量", "合计", "数额")
_COUNTED: Final = frozenset(COUNTS)


def read_three_public(reading: Reading) -> bool:
    """Read the table, whether its lines are columns or rows."""
    rows = reading.sheet.rows
    first = _below_headings(rows)
    if first is None:
        return False
    paths = paths_above(reading.sheet, first, reading.part.table)
    measures: list[Measure | None] = [
        None if measure == "actual" and not any(measure_of(text) for text in path) else _meant(reading, measure, path)
        for measure, path in zip(measures_of(paths, reading.year), paths, strict=True)
    ]
    keys = [three_public_key(tuple(path)) for path in paths]
    if sum(key is not None and key != "total" for key in keys) >= 4:
        return _read_columns(reading, first, measures, keys)
    return _read_rows(reading, first, measures)


def _meant(reading: Reading, measure: Measure | None, path: Path) -> Measure | None:
    plain = measure == "adjusted" and not any("全年" in text or "调整" in text for text in path)
    return reading.budget if plain else measure


def _below_headings(rows: list[Row]) -> int | None:
    """The row below the last one with 预算数, 决算数 or the names of several lines."""
    last = None
    for number, row in enumerate(rows):
        texts = [compact(text) for text in row if text]
        if texts and is_note(texts[0]):
            break
        if any(measure_of(text) for text in texts) or sum(three_public_key((text,)) is not None for text in texts) > 2:
            last = number
    if last is None:
        return None
    for number in range(last + 1, len(rows)):
        if not _is_numbering(rows[number]):
            return number
    return len(rows)


def _is_numbering(row: Row) -> bool:
    texts = [compact(text) for text in row if text]
    numbers = [text.partition("=")[0] for text in texts if text != "栏次"]
    return (len(texts) > 2 and numbers == [str(n + 1) for n in range(len(numbers))]) or "栏次" in texts


def _read_columns(reading: Reading, first: int, measures: list[Measure | None], keys: list[str | None]) -> bool:
    rows = reading.sheet.rows
    columns: list[tuple[int, str, Measure]] = []
    for n, key in enumerate(keys):
        measure = measures[n]
        if key is not None and measure is not None:
            columns.append((n, key, measure))
    if not columns or first >= len(rows):
        return bool(columns)
    amounts = [n for n in range(first, len(rows)) if not any(map(is_note, rows[n]))]
    filled = [n for n in amounts if any(looks_numeric(rows[n][column]) for column, _, _ in columns)]
    chosen = filled[0] if filled else next(iter(amounts), None)
    if chosen is None:
        reading.finish(first, ())
        return True
    seen: set[tuple[str, str]] = set()
    for column, key, measure in columns:
        if (key, measure) not in seen:
            seen.add((key, measure))
            _put(reading, chosen, column, key, measure)
    reading.finish(first, [chosen])
    return True


def _put(reading: Reading, number: int, column: int, key: str, measure: Measure) -> None:
    reading.columns[key] = None
    reading.add_row(measure, number, column)
    reading.amount(number, column, f"three_public/{key}", measure)


def _read_rows(reading: Reading, first: int, measures: list[Measure | None]) -> bool:
    columns: list[tuple[int, Measure]] = [(n, measure) for n, measure in enumerate(measures) if measure is not None]
    known: list[int] = []
    vehicles = False
    for number in range(first, len(reading.sheet.rows)):
        row = reading.sheet.rows[number]
        if not columns or any(map(is_note, row)):
            continue
        words = [label(text) for text in row[: columns[0][0]] if text and (is_words(text) or "." in text)]
        text = words[-1] if words else ""
        key = "vehicles" if text == "小计" and vehicles else "total" if text == "合计" else three_public_key((text,))
        vehicles = key == "vehicles" or (vehicles and key != "reception")
        if key is None or key in reading.columns:
            continue
        known.append(number)
        for column, measure in columns:
            _put(reading, number, column, key, measure)
    reading.finish(first, known)
    return bool(known)


def read_institution(reading: Reading) -> bool:
    """Read the lines that are known; counts are whole numbers whatever the unit of the amounts is."""
    rows = reading.sheet.rows
    known: list[int] = []
    for number, row in enumerate(rows):
        if is_note(row[0]):
            continue
        labels = [(column, label(text)) for column, text in enumerate(row) if text and text.strip()[:1] > "*"]
        found = [(column, name) for column, text in labels if (name := institution_row(text)) is not None]
        for place, (column, name) in enumerate(found):
            until = found[place + 1][0] if place + 1 < len(found) else len(row)
            figure = None if name in reading.rows else _figure(rows, number, column, until)
            if figure is None:
                continue
            known.append(number)
            reading.add_row(name, number, column)
            read = reading.count if name in _COUNTED else reading.amount
            read(number, figure, f"{reading.key}/{name}/actual")
    if known:
        reading.columns["actual"] = None
        reading.ordinals = frozenset(
            n for row in rows[: known[0]] for n, text in enumerate(row) if compact(text) in ("行次", "序号")
        )
        reading.finish(known[0], known)
    return bool(known)


def _figure(rows: list[Row], number: int, after: int, until: int) -> int | None:
    """The column of the figures of a lane: the last one with a heading of its own."""
    for above in range(number - 1, -1, -1):
        for column in range(until - 1, after, -1):
            if compact(rows[above][column]) in _FIGURES:
                return column
    return until - 1 if until - 1 > after else None
