"""The surface of a sentence: literals, ``{slots}``, ``[optional parts]`` and ``<written|understood>`` words.

``{field}`` prints a field with the codec of its type, ``{field:codec}`` with a named one, ``{field:phrase}`` a
nested object with one of the variants of a phrase, ``{field:phrase*、}`` a tuple of them with a separator.
Doubled brackets stand for themselves.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from attrs import frozen

from govfinance.errors import Problem
from govfinance.sentences._errors import TemplateError

__all__ = ["Group", "Literal", "Node", "Slot", "parse_source"]


@frozen
class Literal:
    """Words that stand as they are; ``understood`` are other words accepted when reading."""

    text: str
    understood: tuple[str, ...] = ()


@frozen
class Slot:
    """A place for a field: its dotted path, the name of its codec or phrase, and the separator of a list."""

    path: str
    codec: str | None
    separator: str | None
    column: int


@frozen
class Group:
    """A part that is there exactly when all fields of its slots are."""

    nodes: tuple[Node, ...]
    column: int


Node: TypeAlias = Literal | Slot | Group

_TOKEN = re.compile(
    r"(?P<double>\{\{|\}\}|\[\[|\]\]|<<|>>)"
    r"|\{(?P<path>[a-z_0-9.]+)(?::(?P<codec>[a-z_0-9]+)(?:\*(?P<separator>[^{}\[\]<>]+))?)?\}"
    r"|<(?P<words>[^<>{}\[\]]+)>"
    r"|(?P<open>\[)|(?P<close>\])"
    r"|(?P<text>[^{}\[\]<>]+)"
)


def parse_source(source: str, where: str) -> tuple[Node, ...]:
    """Read the surface of one variant; raises `TemplateError` with the column (from 1) of what is wrong."""
    stack: list[tuple[int, list[Node]]] = [(0, [])]
    position = 0
    while position < len(source):
        token = _TOKEN.match(source, position)
        if token is None:
            shown = source[position : position + 12]
            raise _error(
                where, position, f"{shown!r} is no slot, group or word list", f"“{shown}”不成空位、可选部分或词语列表"
            )
        nodes = stack[-1][1]
        if token["double"]:
            _add_text(nodes, token["double"][0])
        elif token["path"]:
            if token["separator"] is not None and token["separator"].isspace():
                raise _error(where, position, "the separator of a list is white space only", "列表的分隔符不能只有空白")
            nodes.append(Slot(token["path"], token["codec"], token["separator"], position + 1))
        elif token["words"]:
            written, *understood = token["words"].split("|")
            if not all(word.strip() for word in (written, *understood)):
                raise _error(
                    where,
                    position,
                    f"a word of {token[0]!r} is empty; white space never counts",
                    f"“{token[0]}”中有空词",
                )
            nodes.append(Literal(written, tuple(understood)))
        elif token["open"]:
            stack.append((position, []))
        elif token["close"]:
            if len(stack) == 1:
                raise _error(where, position, "']' closes nothing", "“]”没有与之相配的“[”")
            opened, inner = stack.pop()
            if not any(isinstance(node, Slot) for node in inner):
                raise _error(
                    where,
                    opened,
                    "an optional part needs a slot that says whether it is there",
                    "可选部分中应有空位，以决定其有无",
                )
            stack[-1][1].append(Group(tuple(inner), opened + 1))
        else:
            _add_text(nodes, token["text"])
        position = token.end()
    if len(stack) > 1:
        raise _error(where, stack[-1][0], "'[' is never closed", "“[”没有与之相配的“]”")
    return tuple(stack[0][1])


def _add_text(nodes: list[Node], text: str) -> None:
    if nodes and isinstance(nodes[-1], Literal) and not nodes[-1].understood:
        nodes[-1] = Literal(nodes[-1].text + text)
    else:
        nodes.append(Literal(text))


def _error(where: str, position: int, en: str, zh: str) -> TemplateError:
    return TemplateError([Problem("template-syntax", en, f"句式语法错误：{zh}", f"{where}:{position + 1}")])
