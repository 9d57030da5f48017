"""What the paragraph styles of a Word document say: which paragraphs are headings, and which are numbered."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from govfinance.io._published._word_xml import Attributes, is_on, parse_word, whole

__all__ = ["Style", "Styles"]

_HEADING: Final = re.compile(r"(?:heading|标题) {0,2}[1-9]|title|标题", re.IGNORECASE)
_TAGS: Final = frozenset({"style", "name", "basedOn", "outlineLvl", "numId", "ilvl"})
_DEEPEST: Final = 30
_BODY: Final = 9


@define
class Style:
    """A paragraph style, with what it has from those that it is based on."""

    is_heading: bool = False
    number_id: str = ""
    number_level: int | None = None
    numbered_by: str = ""


@define
class _Entry:
    name: str = ""
    based_on: str = ""
    outline: int | None = None
    number_id: str = ""
    number_level: int | None = None


@define
class Styles:
    """The paragraph styles by their identifiers."""

    _entries: dict[str, _Entry] = field(factory=dict)
    _default: str = ""
    _known: dict[str, Style] = field(factory=dict)

    @classmethod
    def of(cls, xml: bytes) -> Styles:
        """From the part ``styles.xml``."""
        reader = _StylesReader()
        parse_word(xml, _TAGS, reader.start, reader.end)
        return cls(reader.entries, reader.default)

    def get(self, identifier: str) -> Style:
        """A style; the default one where the identifier is empty."""
        identifier = identifier or self._default
        style = self._known.get(identifier)
        if style is None:
            style = self._known[identifier] = self._resolved(identifier)
        return style

    def _resolved(self, identifier: str) -> Style:
        style = Style()
        outline: int | None = None
        named = False
        for _ in range(_DEEPEST):
            entry = self._entries.get(identifier)
            if entry is None:
                break
            named = named or _HEADING.fullmatch(entry.name) is not None
            outline = entry.outline if outline is None else outline
            if style.number_level is None:
                style.number_level = entry.number_level
            if not style.number_id and entry.number_id:
                style.number_id, style.numbered_by = entry.number_id, identifier
            identifier = entry.based_on
        style.is_heading = named if outline is None else outline < _BODY
        return style


@define
class _StylesReader:
    entries: dict[str, _Entry] = field(factory=dict)
    default: str = ""
    _entry: _Entry | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        if name == "style":
            self._entry = None
            if attributes.get("type", "paragraph") == "paragraph":
                identifier = attributes.get("styleId", "")
                self._entry = self.entries[identifier] = _Entry()
                if "default" in attributes and is_on({"val": attributes["default"]}):
                    self.default = identifier
            return
        entry = self._entry
        if entry is None:
            return
        match name:
            case "name":
                entry.name = value.strip()
            case "basedOn":
                entry.based_on = value
            case "outlineLvl":
                entry.outline = whole(attributes)
            case "numId":
                entry.number_id = value
            case "ilvl":
                entry.number_level = whole(attributes)
            case _:
                pass

    def end(self, name: str) -> None:
        if name == "style":
            self._entry = None
