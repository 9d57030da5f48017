"""The tags and the text of HTML, one after the other, in linear time whatever is wrong with it.

Python's `html.parser` takes quadratic time for what is never closed (40,000 times ``<!--``: eleven seconds).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from attrs import frozen

__all__ = ["Tag", "tags_and_texts"]

_BEGIN: Final = re.compile(r"<(?:/?+([a-zA-Z])|[!?/])")
_TAG: Final = re.compile(r"<(/?+)([a-zA-Z][^\s/>]{0,60}+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_PLAIN_TAG: Final = re.compile(r"<(/?+)([a-zA-Z][^\s/>]{0,60}+)([^>]*+)>")
_ATTRIBUTE: Final = re.compile(
    r"([a-zA-Z][a-zA-Z:-]{0,30})(?:\s*+=\s*+(?:\"([^\"]{0,2000}+)[^\"]*+\"|'([^']{0,2000}+)[^']*+'|([^\s\"'>]{0,2000}+)))?+"
)
_RAW: Final = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript"})
_NONE: Final[Mapping[str, str]] = {}
_WANTED: Final = frozenset({"colspan", "rowspan", "style", "hidden"})


@frozen
class Tag:
    """A tag and the attributes of it that matter."""

    name: str
    is_end: bool
    attributes: Mapping[str, str]


def tags_and_texts(html: str) -> Iterator[Tag | str]:
    """The tags and the texts, entities resolved. Comments, and scripts and their like, are left out."""
    at = 0
    wasted, most = 0, 4 * len(html)
    plain: dict[tuple[str, bool], Tag] = {}
    while at < len(html):
        begin = _BEGIN.search(html, at)
        start = begin.start() if begin is not None else len(html)
        if start > at:
            yield _resolved(html[at:start])
        if begin is None:
            return
        if not begin[1]:
            at = _end_of_markup(html, start)
            continue
        found = _TAG.match(html, start) if wasted <= most else None
        if found is None:
            wasted += len(html) - start  # a quotation mark that is never closed; after too many none is believed
            found = _PLAIN_TAG.match(html, start)
        if found is None:
            yield _resolved(html[start:])
            return
        name = found[2].lower()
        is_end = bool(found[1])
        attributes = _NONE if is_end else _attributes(found[3])
        if attributes:
            yield Tag(name, is_end, attributes)
        else:
            tag = plain.get((name, is_end))
            if tag is None:
                tag = plain[name, is_end] = Tag(name, is_end, _NONE)
            yield tag
        at = found.end()
        if name in _RAW and not is_end:
            at = _end_of_raw(html, name, at)


def _resolved(text: str) -> str:
    try:
        return unescape(text) if "&" in text else text
    except ValueError:  # a character reference of more than 4300 digits
        return text


def _attributes(text: str) -> Mapping[str, str]:
    if not text or text.isspace():
        return _NONE
    return {
        name: found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(text)
        if (name := found[1].lower()) in _WANTED
    }


def _end_of_markup(html: str, start: int) -> int:
    """Where a comment, a declaration or an instruction ends."""
    if html.startswith("<!--", start):
        end = html.find("-->", start + 2)
        return end + 3 if end >= 0 else len(html)
    end = html.find(">", start)
    return end + 1 if end >= 0 else len(html)


def _end_of_raw(html: str, name: str, at: int) -> int:
    end = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
    return end.start() if end is not None else len(html)
