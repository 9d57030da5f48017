"""Items of the narrative that the table does not have, where it has the same amount under another code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

import govfinance.catalog as catalog
from govfinance.audit._report import Finding
from govfinance.audit._said import Value
from govfinance.audit._texts._context import Context
from govfinance.audit._texts._itemnames import DIGITS
from govfinance.audit._texts._paths import PATH, Part

__all__ = ["Item", "check_unlisted"]

_TABLE: Final = "general_public"


@frozen
class Item:
    """A path of names that leaves no choice of the code."""

    code: str
    parts: tuple[Part, ...]


def check_unlisted(context: Context, items: Sequence[Item], year: int) -> Iterator[Finding]:
    """Items whose code is not in the table, which has their amount under one near code that no sentence speaks of."""
    amounts = [one for one in context.claims if isinstance(one, Value) and one.measure == "actual"]
    cells = {code: one for one in amounts if one.place.row is not None and (code := _code(one))}
    said = {code: one for one in amounts if one.place.row is None and (code := _code(one))}
    if not cells:
        return
    spoken = {item.code for item in items}
    for item in items:
        told = said.get(item.code)
        if told is None or item.code in cells or told.number.low <= 0 or told.place.block != item.parts[-1].block:
            continue
        near = [
            code
            for code, cell in cells.items()
            if code not in spoken and _near(code, item.code, year) and _meet(cell, told)
        ]
        if len(near) == 1:
            finding = _finding(context, item, near[0], cells[near[0]], year)
            if finding is not None:
                yield finding


def _code(value: Value) -> str:
    table, _, rest = value.subject.partition("/")
    code, _, column = rest.partition("/")
    return code if table == _TABLE and column == "total" and len(code) == 7 and code.isdigit() else ""


def _near(one: str, other: str, year: int) -> bool:
    """Whether two codes are of one 款, or 项 of one name in one 类."""
    if one[:5] == other[:5]:
        return True
    names = [catalog.name_in(code, year) for code in (one, other)]
    return one[:3] == other[:3] and names[0] is not None and names[1] is not None and names[0].name == names[1].name


def _meet(one: Value, other: Value) -> bool:
    return one.number.low <= other.number.high and other.number.low <= one.number.high


def _finding(context: Context, item: Item, code: str, cell: Value, year: int) -> Finding | None:
    level = "项" if code[:5] == item.code[:5] else "款"
    part = next((part for part in item.parts if part.named.level == level), None)
    right = catalog.name_in(code[: DIGITS[level]], year)
    if part is None or right is None:
        return None
    span, text = part.named.span, part.paragraph.text
    return context.finding(
        PATH,
        part.paragraph,
        span,
        expected=right.name,
        zh=f"表中没有{item.code}，该金额在表中为{code}，“{part.named.name}”（{level}）应为“{right.name}”",
        en=f"the table has this amount under {code}: expected {right.name}, got {part.named.name}",
        quote=(max(0, span[0] - 30), min(len(text), span[1] + 15)),
        against=(cell.place,),
    )
