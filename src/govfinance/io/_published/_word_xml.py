"""The XML parts of Word documents, read by events, with the names of the main vocabulary without their prefix."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Final

from govfinance.io._published._problems import too_deep
from govfinance.io._workbook._xml import Attributes, parse
from govfinance.io._workbook._zip import Archive

__all__ = ["Attributes", "is_on", "parse_word", "part_of", "targets_of", "whole"]

_MAIN: Final = ("http://schemas.openxmlformats.org/wordprocessingml/", "http://purl.oclc.org/ooxml/wordprocessingml/")

_DEEPEST: Final = 100_000
_PARTS: Final = frozenset({"officeDocument", "styles", "numbering"})


def parse_word(
    xml: bytes,
    wanted: frozenset[str],
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None] | None = None,
) -> None:
    """Call the functions for each tag that is wanted: ``w:p`` is ``p``, others keep their prefix, attributes have none."""
    names: dict[str, str] = {}
    prefix = ""
    depth = 0

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal prefix, depth
        depth += 1
        if depth > _DEEPEST:
            raise too_deep()
        plain = names.get(name)
        if plain is None:
            if not names:
                prefix = _main_prefix(attributes)
            plain = name.removeprefix(prefix)
            plain = names[name] = plain if plain in wanted else ""
        if plain:
            if attributes:
                attributes = {key.rpartition(":")[2]: value for key, value in attributes.items()}
            start(plain, attributes)

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        if plain := names[name]:
            end(plain)

    parse(xml, begin, finish, text)


def _main_prefix(attributes: Attributes) -> str:
    for key, value in attributes.items():
        if key.startswith("xmlns") and value.startswith(_MAIN):
            return f"{key[6:]}:" if key != "xmlns" else ""
    return "w:"


def is_on(attributes: Attributes) -> bool:
    """Whether a property that is there is switched on."""
    return attributes.get("val", "true") not in ("0", "false", "off", "none")


def whole(attributes: Attributes, key: str = "val") -> int | None:
    """A whole number of at most nine digits; None where there is none."""
    value = attributes.get(key, "")
    return int(value) if len(value) <= 9 and value.isascii() and value.isdigit() else None


def part_of(archive: Archive) -> str:
    """The path of the main part."""
    return targets_of(archive, "").get("officeDocument", "word/document.xml")


def targets_of(archive: Archive, path: str) -> dict[str, str]:
    """The parts that a part leads to, by the last word of their types."""
    folder, _, file = path.rpartition("/")
    part = archive.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    if part is None:
        return {}
    targets: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        if kind in _PARTS and "Target" in attributes and attributes.get("TargetMode") != "External":
            target = posixpath.join("/", folder, attributes["Target"].replace("\\", "/"))
            targets[kind] = posixpath.normpath(target).lstrip("/")

    parse(part, start)
    return targets
