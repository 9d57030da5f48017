"""Codecs: how one slot of a sentence is written and read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol, runtime_checkable

from attrs import field, frozen

__all__ = ["Codec", "IntegerCodec", "Ready", "TextCodec", "WordsCodec", "spaced"]


@runtime_checkable
class Codec(Protocol):
    """A two-way adapter of one slot.

    ``pattern`` is a regular expression without capturing groups and without backtracking (possessive quantifiers);
    None marks free text, which runs up to whatever follows it in the sentence.
    """

    @property
    def pattern(self) -> str | None: ...

    def encode(self, value: Any, /) -> str | None:
        """The canonical text, or None where this codec has no words for the value."""

    def decode(self, text: str, /) -> Any:
        """The value of a text that ``pattern`` accepts; ValueError where it means nothing."""

    @property
    def starts(self) -> tuple[str, ...] | None:
        """The ways in which the slot can begin; None where it can begin with anything."""

    def may_continue(self, following: str, /) -> bool:
        """Whether the slot could swallow the beginning of ``following``."""
        ...


@frozen
class Ready:
    """What a codec may say of itself in an attribute ``ready``: which values carry their canonical text, and where.

    Those whose attribute ``mark`` is the very object ``when`` have it in their attribute ``text``; for these the
    writer does not call ``encode``.
    """

    mark: str
    when: object
    text: str


@frozen
class TextCodec:
    """Free text, from here to whatever the sentence says next."""

    pattern: None = None
    starts: None = None

    def encode(self, value: str) -> str | None:
        return value if value and not value.isspace() else None

    def decode(self, text: str) -> str:
        return text

    def may_continue(self, following: str) -> bool:
        return False


@frozen
class IntegerCodec:
    """A whole number without separators: a year, a count.

    >>> IntegerCodec(4, 4).encode(2023), IntegerCodec(4, 4).encode(23)
    ('2023', None)
    """

    fewest: int = 1
    most: int = 9

    @property
    def pattern(self) -> str:
        return f"[0-9]{{{self.fewest},{self.most}}}+"

    @property
    def starts(self) -> tuple[str, ...]:
        return tuple("0123456789")

    def encode(self, value: int) -> str | None:
        text = str(value)
        return text if self.fewest <= len(text) <= self.most and value >= 0 else None

    def decode(self, text: str) -> int:
        return int(text)

    def may_continue(self, following: str) -> bool:
        return following[:1].isdigit() and self.fewest < self.most


def _index(words: Mapping[Any, str | tuple[str, ...]]) -> dict[Any, tuple[str, ...]]:
    return {value: (said,) if isinstance(said, str) else said for value, said in words.items()}


@frozen
class WordsCodec:
    """A closed vocabulary: each value has its word, and possibly words that are understood but not written.

    >>> direction = WordsCodec({True: "增加", False: ("减少", "下降")})
    >>> direction.encode(False), direction.decode("下降")
    ('减少', False)
    """

    words: Mapping[Any, tuple[str, ...]] = field(converter=_index)
    encode: Callable[[Any], str | None] = field(init=False, repr=False, eq=False)
    _meant: Mapping[str, Any] = field(init=False, repr=False, eq=False)
    pattern: str = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        meant: dict[str, Any] = {}
        for value, words in self.words.items():
            for word in words:
                if word in meant:
                    raise ValueError(f"the word {word!r} stands for both {meant[word]!r} and {value!r}")
                meant[word] = value
        set_once = object.__setattr__
        set_once(self, "encode", {value: words[0] for value, words in self.words.items()}.get)
        set_once(self, "_meant", meant)
        longest_first = sorted(meant, key=len, reverse=True)
        set_once(self, "pattern", "(?>" + "|".join(spaced(word) for word in longest_first) + ")")

    @property
    def starts(self) -> tuple[str, ...]:
        return tuple(self._meant)

    def decode(self, text: str) -> Any:
        return self._meant["".join(text.split())]

    def may_continue(self, following: str) -> bool:
        """True where a word, with the start of what follows, makes a longer word."""
        return any(
            longer != word and longer.startswith(word) and following.startswith(longer[len(word) :])
            for word in self._meant
            for longer in self._meant
        )


def spaced(literal: str) -> str:
    """A pattern for a literal in which white space may stand anywhere (typesetting puts it there)."""
    return r"\s*+".join(re.escape(char) for char in literal if not char.isspace())
