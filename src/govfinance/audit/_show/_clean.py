"""Text of a document made safe to show: nothing in it can steer a terminal, or is no text at all."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["one_line", "printable", "storable"]

_HALF: Final = re.compile("[\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SPACE: Final = re.compile(r"\s++")
_UNKNOWN: Final = "\ufffd"


def storable(text: str) -> str:
    """The text without halves of characters, which no file in UTF-8 can hold.

    >>> storable("a\\ud800b") == "a\\ufffdb"
    True
    """
    return _HALF.sub(_UNKNOWN, text)


def printable(text: str) -> str:
    """The text without control characters and without what turns the direction of writing.

    >>> printable("1\\x1b[31m") == "1\\ufffd[31m"
    True
    """
    return _CONTROL.sub(_UNKNOWN, storable(text))


def one_line(text: str) -> str:
    """The text, printable and without line breaks.

    >>> one_line(" 收入\\n总计 ")
    '收入 总计'
    """
    return printable(_SPACE.sub(" ", text).strip())
