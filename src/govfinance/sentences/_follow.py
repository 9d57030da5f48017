"""How the rest of a sentence begins, as patterns: what free text ends at, and what tells alternatives apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from attrs import frozen

__all__ = ["END", "GAP", "NOTHING", "Follow"]

GAP: Final = r"\s*+"
LONGEST: Final = 50_000
"""Characters of a long beginning: each alternative has all that follows in it, so that they double with every phrase."""


@frozen
class Follow:
    """How the rest of a sentence begins, as alternative patterns: as far as it is fixed, and its very next words only.

    Free text ends at the long one, so that it may contain the next words; alternatives are told apart by the short
    one, so that a mistake further on does not count against them. What would be too long goes only as far as its next
    words: free text may contain less then, and is never read as something else.
    """

    longs: tuple[str, ...]
    shorts: tuple[str, ...]

    @classmethod
    def fixed(cls, pattern: str) -> Follow:
        """One beginning, of which no more is known."""
        return cls((pattern,), (pattern,))

    @classmethod
    def any_of(cls, follows: Iterable[Follow]) -> Follow:
        """Either of several beginnings."""
        known = list(follows)
        longs = tuple(dict.fromkeys(long for one in known for long in one.longs))
        shorts = tuple(dict.fromkeys(short for one in known for short in one.shorts))
        return cls(longs if sum(map(len, longs)) <= LONGEST else shorts, shorts)

    def after(self, pattern: str) -> Follow:
        """The beginning of the rest when a fixed part stands before it."""
        rest = self.long if len(pattern) + len(self.long) <= LONGEST else self.short
        return Follow((pattern + GAP + rest,), (pattern,))

    def brief(self) -> Follow:
        """Its next words only."""
        return Follow(self.shorts, self.shorts)

    @cached_property
    def long(self) -> str:
        """As far as it is fixed."""
        return _either(self.longs)

    @cached_property
    def short(self) -> str:
        """Its very next words."""
        return _either(self.shorts)


def _either(patterns: tuple[str, ...]) -> str:
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


END: Final = Follow.fixed(r"\Z")
NOTHING: Final = Follow.fixed("")
