"""Where the values of a TOML text begin: the line of each, by its path. `tomllib` reads what they are."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from itertools import accumulate
from typing import Final, TypeAlias

__all__ = ["KeyPath", "positions"]

KeyPath: TypeAlias = tuple[str | int, ...]
"""The keys of tables and the indices of lists that lead to a value."""

_GAP: Final = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_BLANK: Final = re.compile(r"[ \t]*+")
_KEY: Final = re.compile(r"""[A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+'""")
_TEXT: Final = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}+'
    r"|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}+"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
_PLAIN: Final = re.compile(r"[^,\]}#\n]++")


def positions(text: str) -> dict[KeyPath, int]:
    """The line (from 1) on which the value of each path begins; ``text`` has to be TOML that `tomllib` can read.

    A table begins with its header, or with the first key that names it.

    >>> positions('a = 1\\n[b]\\nc.d = [\\n  2,\\n]\\n')
    {('a',): 1, ('b',): 2, ('b', 'c'): 3, ('b', 'c', 'd'): 3, ('b', 'c', 'd', 0): 4}
    """
    return _Scanner(text.replace("\r\n", "\n")).document()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._counts: dict[KeyPath, int] = {}
        """How many tables each list of ``[[tables]]`` has so far."""

    def note(self, path: KeyPath, position: int) -> None:
        self.lines.setdefault(path, bisect_right(self._starts, position))

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Go on behind what a pattern finds here."""
        match = pattern.match(self.text, self.at)
        assert match is not None
        self.at = match.end()

    def document(self) -> dict[KeyPath, int]:
        """The lines of all values."""
        table: KeyPath = ()
        self.skip(_GAP)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)
            self.skip(_GAP)
        return self.lines

    def header(self) -> KeyPath:
        """``[a.b]`` or ``[[a.b]]``: the path of the table that begins."""
        start = self.at
        listed = self.text.startswith("[[", start)
        self.at += 1 + listed
        path: KeyPath = ()
        names = self.key()
        for number, name in enumerate(names, 1):
            path += (name,)
            self.note(path, start)
            if listed and number == len(names):
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path += (self._counts[path] - 1,)
                self.note(path, start)
        self.at += 1 + listed
        return path

    def key(self) -> list[str]:
        """A dotted key, and the white space around it."""
        names = []
        while True:
            self.skip(_BLANK)
            start = self.at
            self.skip(_KEY)
            written = self.text[start : self.at]
            if written[0] == '"':
                names.append(str(tomllib.loads(f"k = {written}")["k"]))
            else:
                names.append(written.strip("'") if written[0] == "'" else written)
            self.skip(_BLANK)
            if not self.text.startswith(".", self.at):
                return names
            self.at += 1

    def pair(self, table: KeyPath) -> None:
        """``key = value``."""
        start = self.at
        names = self.key()
        self.at += 1
        self.skip(_BLANK)
        path = table
        for name in names[:-1]:
            path += (name,)
            self.note(path, start)
        self.value((*path, names[-1]))

    def value(self, path: KeyPath) -> None:
        self.note(path, self.at)
        first = self.text[self.at]
        if first in "[{":
            self.at += 1
            self.skip(_GAP)
            index = 0
            while self.text[self.at] not in "]}":
                if first == "{":
                    self.pair(path)
                else:
                    self.value((*path, index))
                    index += 1
                self.skip(_GAP)
                if self.text[self.at] == ",":
                    self.at += 1
                    self.skip(_GAP)
            self.at += 1
        else:
            self.skip(_TEXT if first in "\"'" else _PLAIN)
