"""Many words as one regular expression: the longest word at a place is found in one step a character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

__all__ = ["alternation", "expand"]

_Node: TypeAlias = "dict[str, _Node]"
_CHOICE = re.compile(r"\{([^{}]*)\}")


def expand(template: str) -> Iterator[str]:
    """All words that a template stands for: ``{a|b}`` is either, ``{a|}`` is a or nothing.

    >>> list(expand("收{、|}支总计"))
    ['收、支总计', '收支总计']
    """
    choice = _CHOICE.search(template)
    if choice is None:
        yield template
        return
    for one in choice[1].split("|"):
        yield from expand(template[: choice.start()] + one + template[choice.end() :])


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches the longest of the words.

    >>> alternation(["甲", "甲乙", "丙"])
    '(?:甲乙?|丙)'
    """
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: _Node) -> str:
    ends = "" in node
    branches = [re.escape(letter) + _pattern(below) for letter, below in node.items() if letter]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    if len(branches) == 1 and len(branches[0]) == 1:
        return branches[0] + "?"
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")
