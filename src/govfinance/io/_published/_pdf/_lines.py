"""The lines of text on a page: characters about one height, from left to right, digits on other base lines included."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from govfinance.io._published._pdf._characters import Char

__all__ = ["MADE_UP", "Line", "address", "lines", "place"]

MADE_UP: Final = -1
"""The address of a space that no character of the page stands for."""

_PAGE: Final = 1 << 24


def address(page: int, index: int) -> int:
    """One number for a character of a page (from 0)."""
    return page * _PAGE + index


def place(address: int) -> tuple[int, int]:
    """The page and the character of an address.

    >>> place(address(3, 41))
    (3, 41)
    """
    return divmod(address, _PAGE)


@frozen
class Line:
    """One line: its text with the address of each character, its box, and the size of most of its characters."""

    text: str
    at: array[int]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    chars: Sequence[Char]

    @property
    def middle(self) -> float:
        """The middle of its height."""
        return (self.top + self.bottom) / 2


def lines(chars: Sequence[Char], page: int) -> list[Line]:
    """The lines of some characters, from above."""
    groups: list[list[Char]] = []
    total, count, size = 0.0, 0, 0.0
    for char in sorted(chars, key=_middle):
        if count and char.middle - total / count <= 0.5 * max(size, char.size) and char.middle - total / count <= size:
            groups[-1].append(char)
            total, count, size = total + char.middle, count + 1, max(size, char.size)
        else:
            groups.append([char])
            total, count, size = char.middle, 1, char.size
    found = []
    for group in groups:
        line = _line(group, page)
        if line is not None:
            found.append(line)
    return found


def _middle(char: Char) -> float:
    return char.middle


def _left(char: Char) -> float:
    return char.left


def _line(group: list[Char], page: int) -> Line | None:
    """A line of characters, None if they are only spaces."""
    group.sort(key=_left)
    while group and group[0].text == " ":
        del group[0]
    while group and group[-1].text == " ":
        group.pop()
    if not group:
        return None
    parts: list[str] = []
    at = array("q")
    base = page * _PAGE
    sizes: dict[float, int] = {}
    kept: list[Char] = []
    before: Char | None = None
    for char in group:
        if before is not None:
            if char.text == before.text and _printed_twice(before, char):
                continue
            if (
                char.left - before.right > 0.2 * char.size
                and " " not in (char.text, before.text)
                and _gap(before, char)
            ):
                parts.append(" ")
                at.append(MADE_UP)
        parts.append(char.text)
        at.append(base + char.number)
        kept.append(char)
        size = round(char.size, 1)
        sizes[size] = sizes.get(size, 0) + 1
        before = char
    size = max(sizes, key=lambda size: (sizes[size], size))
    middle = sum(char.middle for char in kept) / len(kept)
    right = max(char.right for char in kept)
    return Line("".join(parts), at, kept[0].left, right, middle - size / 2, middle + size / 2, size, kept)


def _printed_twice(before: Char, char: Char) -> bool:
    """Whether a character stands on the same one: bold letters are often made so."""
    return char.left - before.left < 0.3 * min(char.size / 2, max(1.0, before.right - before.left))


def _gap(before: Char, char: Char) -> bool:
    """Whether there is a space between two characters: never inside a number, unless it is wide."""
    gap = char.left - before.right
    words = before.text.isascii() and char.text.isascii() and before.text.isalpha() and char.text.isalpha()
    return words or gap > 0.9 * max(before.size, char.size)
