"""Misprints of a number: another digit, two digits swapped, the decimal point moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import Final

__all__ = ["misprints"]

_DIGITS: Final = "0123456789"


def _digit(text: str, random: Random) -> str | None:
    """One digit is another; no zero comes to stand in front."""
    at = random.choice([place for place, character in enumerate(text) if character in _DIGITS])
    first = at == 0 and len(text) > 1 and text[1] != "."
    return text[:at] + random.choice([digit for digit in _DIGITS[first:] if digit != text[at]]) + text[at + 1 :]


def _swapped(text: str, random: Random) -> str | None:
    """Two digits beside each other have changed places."""
    places = [
        at
        for at in range(len(text) - 1)
        if text[at] in _DIGITS and text[at + 1] in _DIGITS and text[at] != text[at + 1] and (at or text[1] != "0")
    ]
    if not places:
        return None
    at = random.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _point(text: str, random: Random) -> str | None:
    """The decimal point one place to the left or to the right."""
    whole, point, rest = text.replace(",", "").partition(".")
    if not point:
        return None
    right = random.random() < 0.5
    if not right and len(whole.lstrip("-")) < 2:
        right = True
    if right:
        moved = (whole + rest[0]).lstrip("0") or "0"
        return f"{moved}.{rest[1:]}" if rest[1:] else moved
    return f"{whole[:-1]}.{whole[-1]}{rest}"


misprints: Final[Mapping[str, Callable[[str, Random], str | None]]] = MappingProxyType(
    {"digit": _digit, "swapped": _swapped, "point": _point}
)
"""By its name, what a misprint makes of a number; None where the number has no place for it."""
