"""Lists of names, with or without amounts: 基本工资612.31万元、津贴补贴808.14万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govfinance.audit._narrative._numbers import RUN

__all__ = ["listed"]

_BETWEEN: Final = re.compile("[、，,；;]")
_NUMBER: Final = re.compile(f"(?:为|共)*({RUN})")
_LAST: Final = re.compile("等(?:支出|费用|项目|方面)?$|等[0-9一二三四五六七八九十]+项.*$")
_LEAD: Final = re.compile("^(?:[（(]?[0-9]{1,2}[）)、.]|以及|和(?=[^解]))")


def listed(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Each name with its number: where the name begins and ends, and its digits; -1 where there is no number.

    Names may have a 、 in brackets.

    >>> [("办公费1.5万元、水费等"[a:b], c) for a, b, c, d in listed("办公费1.5万元、水费等", 0, 11)]
    [('办公费', 3), ('水费', -1)]
    """
    depth = 0
    begin = start
    for place in range(start, end + 1):
        letter = text[place] if place < end else "、"
        if letter == "（":
            depth += 1
        elif letter == "）":
            depth = max(0, depth - 1)
        elif (depth == 0 or place == end) and _BETWEEN.match(letter):
            if letter == "," and place + 1 < end and text[place + 1].isdigit() and text[place - 1].isdigit():
                continue
            yield from _item(text, begin, place)
            begin = place + 1


def _item(text: str, begin: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    lead = _LEAD.match(text[begin:end])
    if lead is not None:
        begin += lead.end()
    found = _NUMBER.search(text, begin, end)
    stop = found.start() if found else end
    name = _LAST.sub("", text[begin:stop])
    if not name:
        return
    yield begin, begin + len(name), found.start(1) if found else -1, found.end(1) if found else -1
