"""Which characters the texts of a file may have: a sentence is one line, and what does not print cannot be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from govfinance.jurisdictions._source._node import Node, Problems

__all__ = ["check_characters"]

_UNSEEN: Final = ("Cc", "Cf", "Zl", "Zp")
_OF_LINES: Final = ("tables", "references", "checked_with", "limitations")
"""The keys of texts that may have several lines."""


def check_characters(top: Node, problems: Problems) -> None:
    """Complain of control characters: line breaks, NUL, marks without width."""
    for key, table in top.value.items() if isinstance(top.value, dict) else ():
        allowed = "\n" if key in _OF_LINES else ""
        for node in _texts(table):
            found = next((char for char in node.value if _unseen(char) and char not in allowed), None)
            if found is not None:
                code, at = f"U+{ord(found):04X}", node.value.index(found) + 1
                problems.add(
                    node,
                    "control-character",
                    f"the control character {code} (character {at}) cannot stand in a text",
                    f"文本中不应有控制字符 {code}（第 {at} 字）",
                )


def _unseen(char: str) -> bool:
    return not char.isprintable() and unicodedata.category(char) in _UNSEEN


def _texts(node: Node) -> Iterator[Node]:
    if isinstance(node.value, str):
        if not node.value.isprintable():
            yield node
    elif isinstance(node.value, dict | list):
        for inner in node.value.values() if isinstance(node.value, dict) else node.value:
            yield from _texts(inner)
