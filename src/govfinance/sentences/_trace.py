"""How far a text follows a sentence: for telling a reader where it leaves it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from govfinance.sentences._codec import spaced
from govfinance.sentences._follow import END, GAP, Follow
from govfinance.sentences._nodes import (
    ChoiceNode,
    GroupNode,
    LiteralNode,
    Node,
    Seq,
    SlotNode,
    VariantNode,
    compiled,
)

__all__ = ["furthest"]

_GAP = compiled(GAP)

_Miss: TypeAlias = tuple[int, str]
"""A position, and what was expected there."""

_Way: TypeAlias = tuple[int, str | None, _Miss | None]
"""Where a walk stopped, what was expected there (None: nothing, all was there), and the best near miss before that."""


def furthest(variant: VariantNode, text: str) -> _Miss:
    """The position at which the text leaves the variant, and what the variant has there ("" for its end)."""
    position, expected, near = _walk(variant.body, text, 0, END)
    if near is not None and near[0] > position:
        return near
    return position, expected or ""


def _skip(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


@lru_cache(maxsize=4096)  # the patterns of a part are long to put together, and many texts are read
def _steps(seq: Seq, follow: Follow | None) -> tuple[tuple[Node, Follow | None, re.Pattern[str] | None], ...]:
    """The nodes one by one, each with what follows it and, unless it is literal or optional, its pattern."""
    steps: list[tuple[Node, Follow | None, re.Pattern[str] | None]] = []
    for node, after in zip(seq.nodes, seq.follows(follow), strict=True):
        brief = None if after is None else after.brief()
        plain = isinstance(node, LiteralNode | GroupNode)
        steps.append((node, after, None if plain else compiled(f"(?:{node.pattern(brief, None)})")))
    return tuple(steps)


def _further(near: _Miss | None, other: _Miss | None) -> _Miss | None:
    return other if near is None or (other is not None and other[0] > near[0]) else near


def _walk(seq: Seq, text: str, position: int, follow: Follow | None) -> _Way:
    near: _Miss | None = None
    free: int | None = None
    for node, after, pattern in _steps(seq, follow):
        position = _skip(text, position)
        match = None if pattern is None else pattern.match(text, position)
        if isinstance(node, LiteralNode):
            stopped, missing = _literal(node, text, position)
            if missing is not None:
                stopped, missing = _begun(node, text, free) if free is not None else (stopped, missing)
                return stopped, missing, near
            position, free = stopped, None
        elif isinstance(node, GroupNode):
            stopped, missing, inside = _walk(node.body, text, position, after)
            if missing is None:
                position = stopped
            elif stopped > position:
                near = _further(near, (stopped, missing))
            near = _further(near, inside)
        elif isinstance(node, ChoiceNode):
            stopped, missing, inside = _best(node, text, position, after)
            near = _further(near, inside)
            if match is None and missing is not None:
                return stopped, missing, near
            # what fits by itself, though not with what follows it, shows that the mistake is further on
            position = max(stopped if missing is None else position, position if match is None else match.end())
            if node.separator is not None:
                position, inside = _more(node, node.separator, text, position, after)
                near = _further(near, inside)
        elif match is not None:
            free = position if isinstance(node, SlotNode) and node.codec.pattern is None else None
            position = match.end()
        else:
            return position, node.describe(), near
    return position, None, near


def _best(node: ChoiceNode, text: str, position: int, after: Follow | None) -> _Way:
    """The variant of a nested object that goes furthest, and the best near miss in any of them."""
    ways = [_walk(option.body, text, position, after) for option in node.variants]
    near: _Miss | None = None
    for stopped, missing, inside in ways:
        if missing is not None and stopped > position:
            near = _further(near, (stopped, missing))
        near = _further(near, inside)
    stopped, missing, _ = max(ways, key=lambda way: (way[0], way[1] is None))
    return stopped, node.describe() if missing is not None and stopped == position else missing, near


def _more(node: ChoiceNode, separator: str, text: str, position: int, after: Follow | None) -> tuple[int, _Miss | None]:
    """Where the objects of a list end that go on here, and the near miss in the one that could not be read."""
    while True:
        start, missing = _literal(LiteralNode(separator), text, _skip(text, position))
        if missing is not None:
            return position, None
        stopped, missing, near = _best(node, text, _skip(text, start), node.item_follow(after))
        if missing is not None:
            return position, _further((stopped, missing), near)
        position = stopped


def _begun(node: LiteralNode, text: str, start: int) -> tuple[int, str]:
    """Free text that never ended: where the words that should have ended it were begun."""
    letters = "".join(node.text.split())
    for length in range(len(letters) - 1, 0, -1):
        begun = compiled(spaced(letters[:length])).search(text, start)
        if begun is not None:
            return begun.end(), letters[length:]
    return len(text), letters


def _literal(node: LiteralNode, text: str, position: int) -> tuple[int, str | None]:
    best, missing = position, node.text.strip()
    for words in (node.text, *node.understood):
        at = position
        rest = words.split()
        letters = "".join(rest)
        for number, letter in enumerate(letters):
            at = _skip(text, at)
            if at >= len(text) or text[at] != letter:
                if at > best:
                    best, missing = at, letters[number:]
                break
            at += 1
        else:
            return at, None
    return best, missing
