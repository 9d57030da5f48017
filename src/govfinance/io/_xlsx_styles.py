"""The cell formats of the workbooks, each made once per workbook, when it is first needed."""

from __future__ import annotations

from typing import Any, Final

from govfinance.io._xlsx_engine import Book, Format

__all__ = ["Styles"]

_FONT: Final[dict[str, Any]] = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
_BOXED: Final[dict[str, Any]] = {**_FONT, "border": 1}
_INPUT: Final[dict[str, Any]] = {"locked": False, "bg_color": "#FFFDE7"}


class Styles:
    """The formats of one workbook. ``unlocked`` cells are those of a template that are filled in."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._made: dict[object, Format] = {}

    def _format(self, key: object, properties: dict[str, Any]) -> Format:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._book.add_format(properties)
        return made

    def title(self) -> Format:
        """The official title of a table."""
        return self._format("title", {**_FONT, "font_size": 16, "bold": True, "align": "center", "text_wrap": True})

    def plain(self, align: str = "left", *, unlocked: bool = False, top: bool = False) -> Format:
        """Text outside the table: number, name, year, unit and notes."""
        extra = {"locked": False} if unlocked else {}
        valign = {"valign": "top"} if top else {}
        key = ("plain", align, unlocked, top)
        return self._format(key, {**_FONT, "align": align, "text_wrap": True, **extra, **valign})

    def heading(self) -> Format:
        """A cell of the header."""
        return self._format(
            "heading", {**_BOXED, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#F2F2F2"}
        )

    def label(
        self,
        level: int = 0,
        *,
        centered: bool = False,
        bold: bool = False,
        quoted: bool = False,
        unlocked: bool = False,
    ) -> Format:
        """A label, indented by its level; ``quoted`` where a program might take the text for a formula."""
        key = ("label", level, centered, bold, quoted, unlocked)
        made = self._made.get(key)
        if made is not None:
            return made
        properties = {**_BOXED, "text_wrap": True, "align": "center" if centered else "left", "num_format": "@"}
        if level and not centered:
            properties["indent"] = level
        return self._format(
            key,
            {
                **properties,
                **({"bold": True} if bold else {}),
                **({"quote_prefix": True} if quoted else {}),
                **(_INPUT if unlocked else {}),
            },
        )

    def code(self, *, unlocked: bool = False) -> Format:
        """A code, which is a text."""
        extra = _INPUT if unlocked else {}
        return self._format(("code", unlocked), {**_BOXED, "align": "center", "num_format": "@", **extra})

    def number(self) -> Format:
        """行次 and 栏次."""
        return self._format("number", {**_BOXED, "align": "center"})

    def amount(self, pattern: str, *, unlocked: bool = False, bold: bool = False) -> Format:
        """An amount or a count, printed with this pattern."""
        extra = {**(_INPUT if unlocked else {}), **({"bold": True} if bold else {})}
        return self._format(
            ("amount", pattern, unlocked, bold),
            {**_BOXED, "align": "right", "indent": 1, "num_format": pattern, **extra},
        )

    def year(self, *, unlocked: bool = False) -> Format:
        """A year: a number without separators."""
        extra = _INPUT if unlocked else {}
        return self._format(("year", unlocked), {**_BOXED, "align": "left", "num_format": "0", **extra})

    def blank(self) -> Format:
        """An empty cell of a table."""
        return self._format("blank", dict(_BOXED))

    def page_text(self, *, bold: bool = False) -> Format:
        """A line of the instructions."""
        return self._format(
            ("page", bold),
            {**_FONT, "font_size": 12 if bold else 11, "bold": bold, "text_wrap": True, "valign": "top"},
        )
