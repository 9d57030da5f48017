"""The values of a file with the places where they stand, and the problems that are found with them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from attrs import field, frozen, mutable

from govfinance.errors import InvalidInputError, Problem

__all__ = ["Node", "Problems", "Table", "described", "printable", "suggestion"]

Table: TypeAlias = "dict[str, Node]"

_GUESSES: Final = 20


@frozen(eq=False)
class Node:
    """A value of a TOML file: tables are dicts of nodes, arrays are lists of nodes."""

    value: Any
    file: str
    line: int
    path: str = ""
    """Its keys, such as ``conventions.formats.amount``; list elements count from 1."""

    @property
    def place(self) -> str:
        """``FILE:LINE: path``."""
        return f"{self.file}:{self.line}: {self.path}" if self.path else f"{self.file}:{self.line}"

    def problem(self, code: str, en: str, zh: str) -> Problem:
        """A problem with this value."""
        return Problem(code, printable(en), printable(zh), printable(self.place))

    def error(self, code: str, en: str, zh: str) -> InvalidInputError:
        """An error with one problem with this value."""
        return InvalidInputError([self.problem(code, en, zh)])


def printable(text: str) -> str:
    """The text without characters that would break a line or do something to a terminal."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def described(value: object) -> tuple[str, str]:
    """What stands in a file, in both languages."""
    if isinstance(value, dict):
        return "a table", "表"
    if isinstance(value, list):
        return "a list", "列表"
    if isinstance(value, bool):
        word = "true" if value else "false"
        return word, f" {word}"
    if isinstance(value, str):
        shown = repr(value if len(value) <= 40 else value[:37] + "...")
        return f"the text {shown}", f"文本 {shown}"
    shown = str(value)[:40]
    return shown, f" {shown}"


def suggestion(name: str, known: Iterable[str], *, guess: bool = True) -> tuple[str, str]:
    """What was probably meant, or else all that could be, in both languages."""
    names = list(known)
    near = difflib.get_close_matches(name[:80], names, 1, 0.6) if guess else []
    if near:
        return f"; did you mean {near[0]}?", f"；是否指 {near[0]}？"
    if not names:
        return "", ""
    shown, more = names[:20], len(names) > 20
    return (
        f"; expected one of {', '.join(shown)}{' ...' if more else ''}",
        f"；应为 {'、'.join(shown)}{' 等' if more else ''} 之一",
    )


@mutable(eq=False)
class Problems:
    """Collects all that is wrong with a file; every reader of a value says None where it complained."""

    found: list[Problem] = field(factory=list)

    def add(self, node: Node, code: str, en: str, zh: str) -> None:
        self.found.append(node.problem(code, en, zh))

    def extend_at(self, node: Node, problems: Iterable[Problem]) -> None:
        """Problems that a constructor found, at the place of a value."""
        for problem in problems:
            self.add(node, problem.code, problem.en, problem.zh)

    def wrong(self, node: Node, en: str, zh: str) -> None:
        """Complain of a value of another type than the one that belongs here."""
        got, got_zh = described(node.value)
        self.add(node, "wrong-type", f"expected {en}, got {got}", f"应为{zh}，实际为{got_zh}")

    def once(self, what: str, what_zh: str, named: Iterable[tuple[object, Node]]) -> None:
        """Refuse what stands twice, with the place of the first."""
        first: dict[object, Node] = {}
        for name, node in named:
            if isinstance(name, str) and first.setdefault(name, node) is not node:
                self.add(
                    node,
                    "duplicate",
                    f"expected each {what} once, but {name} stands on line {first[name].line} already",
                    f"每个{what_zh}只应出现一次，{name} 已见于第 {first[name].line} 行",
                )

    def unknown(self, node: Node, code: str, what: str, what_zh: str, name: str, known: Iterable[str]) -> None:
        """Complain of a name that nothing has."""
        # to guess takes its time, and where nearly everything is wrong it does not help
        hint, hint_zh = suggestion(name, known, guess=len(self.found) < _GUESSES)
        shown = name if len(name) <= 60 else name[:57] + "..."
        gap = " " if what_zh[:1].isascii() else ""
        self.add(node, code, f"unknown {what} {shown!r}{hint}", f"未知的{gap}{what_zh}“{shown}”{hint_zh}")

    def missing(self, node: Node, key: str, en: str, zh: str) -> None:
        """Complain of a key that has to be in a table."""
        self.add(node, "missing-key", f"expected {key} ({en}), but the key is missing", f"缺少 {key}（{zh}）")

    def table(self, node: Node, known: Iterable[str] | None = None) -> Table | None:
        """The table that belongs here; complains of keys that are not ``known``, and leaves them out."""
        if not isinstance(node.value, dict):
            self.wrong(node, "a table", "表")
            return None
        if known is None:
            return node.value
        names = list(known)
        for key, value in node.value.items():
            if key not in names:
                self.unknown(value, "unknown-key", "key", "键", key, names)
        return {key: value for key, value in node.value.items() if key in names}

    def items(self, node: Node) -> list[Node] | None:
        """The list that belongs here."""
        if not isinstance(node.value, list):
            self.wrong(node, "a list", "列表")
            return None
        return node.value

    def text(self, node: Node) -> str | None:
        """The text that belongs here."""
        if not isinstance(node.value, str):
            self.wrong(node, "a text", "文本")
            return None
        return node.value

    def texts(self, node: Node) -> list[str] | None:
        """One text or a list of them."""
        if isinstance(node.value, str):
            return [node.value]
        if not isinstance(node.value, list):
            self.wrong(node, "a text or a list of texts", "文本或文本列表")
            return None
        texts = [self.text(item) for item in node.value]
        known = [text for text in texts if text is not None]
        return known if len(known) == len(texts) else None

    def choice(self, node: Node, code: str, what: str, what_zh: str, options: Mapping[str, Any]) -> Any | None:
        """What a name stands for."""
        name = self.text(node)
        if name is None:
            return None
        if name not in options:
            self.unknown(node, code, what, what_zh, name, options)
            return None
        return options[name]
