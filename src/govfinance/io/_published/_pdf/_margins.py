"""What stands at the head and foot of pages and does not belong to the text: running titles and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from govfinance.io._published._pdf._lines import Line

__all__ = ["Edges", "furniture"]

_DASH: Final = r"—–\-－─一~～·•|｜"
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_ADORNED: Final = re.compile(
    rf"[{_DASH}]{{1,3}}[0-9]{{1,4}}[{_DASH}]{{1,3}}"
    r"|第[0-9]{1,4}页(?:[，,/]?共[0-9]{1,4}页)?|[0-9]{1,4}/[0-9]{1,4}|(?i:page|p\.)[0-9]{1,4}(?i:of[0-9]{1,4})?"
)
_ROMAN: Final = re.compile(r"[ivxIVX]{1,6}|[Ⅰ-Ⅻⅰ-ⅻ]")
_OF_A_TABLE: Final = re.compile(r"单位[:：]|部门[:：]|编制|公开.{0,4}表|财决|附表|附件|续表|决算表|总表|情况表|明细表")
_HEAD: Final = 0.12
_FOOT: Final = 0.12

Edges = tuple[float, Sequence[Line]]
"""The height of a page, and the lines of text on it outside of tables, from above."""


def furniture(pages: Sequence[Edges]) -> list[set[int]]:
    """For each page the numbers of the lines that are running titles or page numbers."""
    found: list[set[int]] = [set() for _ in pages]
    for from_below in (False, True):
        for depth in (0, 1):
            _mark(pages, found, from_below, depth)
    return found


def _mark(pages: Sequence[Edges], found: list[set[int]], from_below: bool, depth: int) -> None:
    """Mark the first or last line of each page if it repeats or is a page number."""
    bare: list[tuple[int, int, int]] = []
    repeating: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for page, (height, lines) in enumerate(pages):
        if len(found[page]) < depth and depth:
            continue
        number = _outermost(lines, found[page], from_below)
        if number is None:
            continue
        line = lines[number]
        if not (line.middle > (1 - _FOOT) * height if from_below else line.middle < _HEAD * height):
            continue
        text = "".join(line.text.split())
        if _ADORNED.fullmatch(text):
            found[page].add(number)
        elif _NUMBER.fullmatch(text):
            bare.append((page, number, int(text)))
        elif _ROMAN.fullmatch(text):
            found[page].add(number)
        elif not _OF_A_TABLE.search(text):
            repeating.setdefault((text, round(line.middle / 4)), []).append((page, number))
    steps = Counter(value - page for page, _, value in bare)
    for page, number, value in bare:
        if steps[value - page] > 1 or (len(pages) == 1 and value == 1):
            found[page].add(number)
    for places in repeating.values():
        if len(places) >= max(2, min(3, len(pages))) and 3 * len(places) >= min(len(pages), 12):
            for page, number in places:
                found[page].add(number)


def _outermost(lines: Sequence[Line], gone: set[int], from_below: bool) -> int | None:
    order = range(len(lines) - 1, -1, -1) if from_below else range(len(lines))
    return next((number for number in order if number not in gone), None)
