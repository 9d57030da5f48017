"""Text without its typesetting, with the way back: white space gone, full-width digits and signs made plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

__all__ = ["Plain", "plain"]

_PLAIN: Final = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "．": ".",
        "％": "%",
        "﹪": "%",
        "－": "-",
        "−": "-",
        "–": "-",
        "(": "（",
        ")": "）",
        ":": "：",
        ";": "；",
        "〔": "（",
        "〕": "）",
        "[": "（",
        "]": "）",
        '"': "”",
        "“": "“",
        "„": "“",
    }
)
"""A short table on purpose: NFKC would turn ，into a comma, so that clauses looked like thousands separators."""

_GONE: Final = re.compile(r"\[bookmark:[^\]]{0,60}\]|[\s\u200b-\u200f\u2060\ufeff\u00ad]+")


@frozen
class Plain:
    """The text, and for each of its characters the offset in the original; one offset more for its end."""

    text: str
    at: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters ``start`` to ``end`` stand in the original.

        >>> plain("增长 26.73 %。").span(2, 8)
        (3, 10)
        """
        return (self.at[start], self.at[end - 1] + 1) if end > start else (self.at[start], self.at[start])


def plain(text: str) -> Plain:
    """The text without white space and with plain digits, signs and brackets.

    >>> plain("占 ８７．２４％ (含)").text
    '占87.24%（含）'
    """
    return _remembered(text) if len(text) <= _SHORT else _made(text)


_SHORT: Final = 4000


def _made(text: str) -> Plain:
    if _GONE.search(text) is None:
        return Plain(text.translate(_PLAIN), range(len(text) + 1))
    parts: list[str] = []
    at: list[int] = []
    begin = 0
    for gap in _GONE.finditer(text):
        parts.append(text[begin : gap.start()])
        at.extend(range(begin, gap.start()))
        begin = gap.end()
    parts.append(text[begin:])
    at.extend(range(begin, len(text) + 1))
    return Plain("".join(parts).translate(_PLAIN), at)


_remembered: Final = lru_cache(maxsize=1024)(_made)
"""Each reader of a document asks for the same paragraphs."""
