"""Filling in the parts of texts: ``$name$`` stands for a part, ``$$`` for a dollar sign."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from govfinance.jurisdictions._source._node import Node, Problems, Table

__all__ = ["Parts", "names_in"]

_TOKEN: Final = re.compile(r"\$(?:([a-z][a-z0-9_]*)\$|\$)?")
_MOST: Final = 20_000  # characters of one text: parts that double each other grow beyond all bounds


def names_in(text: str) -> set[str]:
    """The names of the parts and blanks that stand in a text."""
    return {name for name in _TOKEN.findall(text) if name}


class Parts:
    """The parts of a file, filled in where they stand; every problem is told once."""

    def __init__(self, table: Table, problems: Problems) -> None:
        self._nodes = table
        self._problems = problems
        self._known: dict[str, str | None] = {}
        self._open: list[str] = []
        for name, node in table.items():
            if re.fullmatch(r"[a-z][a-z0-9_]*", name) is None:
                problems.add(
                    node,
                    "bad-name",
                    f"expected a name of small letters, digits and _, got {name!r}",
                    f"名称应由小写字母、数字和下划线组成，实际为“{name}”",
                )
            else:
                self._part(name)

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    def _part(self, name: str) -> str | None:
        if name not in self._known:
            node = self._nodes[name]
            text = self._problems.text(node)
            self._open.append(name)
            self._known[name] = None if text is None else self.fill(text, node)
            self._open.pop()
        return self._known[name]

    def stranger(self, text: str, node: Node) -> Node | None:
        """A part, of the text or of its parts, that stands in another file than the text itself."""
        wanted, seen = [*names_in(text)], set[str]()
        while wanted:
            name = wanted.pop()
            part = self._nodes.get(name)
            if part is None or name in seen:
                continue
            if part.file != node.file:
                return part
            seen.add(name)
            wanted += names_in(part.value) if isinstance(part.value, str) else ()
        return None

    def fill(self, text: str, node: Node, blanks: Mapping[str, str] | None = None) -> str | None:
        """The text with its parts and blanks; None where it was complained of."""
        result: list[str] = []
        position = length = 0
        for token in _TOKEN.finditer(text):
            piece = self._token(token, node, blanks or {})
            if piece is None:
                return None
            result += (text[position : token.start()], piece)
            length += len(piece)
            if length > _MOST:
                self._problems.add(
                    node, "too-long", f"longer than {_MOST} characters with its parts", f"填入片段后超过 {_MOST} 字"
                )
                return None
            position = token.end()
        return "".join((*result, text[position:]))

    def _token(self, token: re.Match[str], node: Node, blanks: Mapping[str, str]) -> str | None:
        name = token[1]
        if name is None:
            if token[0] == "$$":
                return "$"
            self._problems.add(
                node,
                "stray-dollar",
                f"'$' at character {token.start() + 1} is not part of $name$; for a dollar sign write $$",
                f"第 {token.start() + 1} 字的“$”不成 $名称$；如需美元符号请写 $$",
            )
        elif name in blanks:
            return blanks[name]
        elif name in self._open:
            self._problems.add(
                node,
                "part-cycle",
                f"the part ${name}$ contains itself: {' > '.join([*self._open[self._open.index(name) :], name])}",
                f"片段 ${name}$ 包含自身：{' > '.join([*self._open[self._open.index(name) :], name])}",
            )
        elif name in self._nodes:
            return self._part(name)
        else:
            self._problems.unknown(node, "unknown-part", "part", "片段", name, [*blanks, *self._nodes])
        return None
