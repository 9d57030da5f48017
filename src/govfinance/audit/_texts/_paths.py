"""Whether the 类, 款 and 项 that a sentence names belong together, after the official catalogue and the tables beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import define, field, frozen

import govfinance.catalog as catalog
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._said import Value
from govfinance.audit._texts._context import Context, Paragraph
from govfinance.audit._texts._itemnames import DIGITS, Named, exact, may_be

__all__ = ["PATH", "Part", "Paths", "code_of"]

PATH: Final = Rule(
    code="classification-path-wrong",
    kind="classification_name_mismatch",
    severity=Severity.ERROR,
    zh="科目层级有误",
    en="the item does not belong there",
    ground_zh="财政部《政府收支分类科目》",
    ground_en="the official classification of the year (政府收支分类科目)",
)
_SETTLED: Final = 2020
"""Since this edition 类 and 款 stay where they are: what is known of the classification holds, or is dated."""
_LEAST: Final = 3
"""How many 项 of a 款 are known, so that one that is not among them is not of it."""


@frozen
class Part:
    """One name of a path, and where it stands."""

    paragraph: Paragraph
    named: Named
    codes: tuple[str, ...]
    """The codes that it may mean by itself."""

    @property
    def block(self) -> int:
        """The number of its paragraph."""
        return self.paragraph.block


@define(slots=False)
class Paths:
    """All paths of a document: those that cannot be, and which of their names is to blame."""

    context: Context
    year: int
    _owners: dict[int, list[bool]] = field(init=False, factory=dict)
    _wrong: dict[int, tuple[Part, Part, Part | None]] = field(init=False, factory=dict)

    def part(self, paragraph: Paragraph, named: Named) -> Part:
        """A name with the codes that it may mean."""
        return Part(paragraph, named, may_be(named.name, self.year, DIGITS[named.level]))

    def check(self, path: list[Part], heading: bool) -> Iterator[Finding]:
        """One path of 类, 款 and 项, as far as it goes; ``heading`` says that the 类 is that of a heading above."""
        by_level = {part.named.level: part for part in path}
        top, middle, low = by_level.get("类"), by_level.get("款"), by_level.get("项")
        if top is not None and middle is not None and top.codes and middle.codes:
            fits = _within(middle.codes, top.codes)
            if heading:
                self._owners.setdefault(top.block, []).append(fits)
            if not fits:
                if heading and top.block not in self._wrong:
                    self._wrong[top.block] = (top, middle, low)
                elif not heading:
                    yield self._of_two(top, middle, low)
                return
            middle = Part(middle.paragraph, middle.named, _inside(middle.codes, top.codes))
        if middle is not None and low is not None and middle.codes and low.codes:
            yield from self._item(middle, low)
        elif middle is None and top is not None and low is not None and _apart(low.codes, top.codes):
            yield self._misplaced(low, top, sure=False)

    def headings(self) -> Iterator[Finding]:
        """The 款 under headings of 类 that they do not belong to: that of a heading, if no 款 below it fits."""
        for block, (top, middle, low) in self._wrong.items():
            fits = self._owners[block]
            if any(fits):
                yield self._misplaced(middle, top, sure=self._sure(top, middle))
            elif len(fits) > 1:
                yield self._misplaced(top, middle, sure=self._sure(top, middle))
            else:
                yield self._of_two(top, middle, low)

    def _of_two(self, top: Part, middle: Part, low: Part | None) -> Finding:
        """A 类 and a 款 that do not belong together: the tables know one of them, or the 项 fits to one."""
        sure = self._sure(top, middle)
        known = [any(code.startswith(one.codes) for code in self.printed) for one in (top, middle)]
        fits = [low is not None and _within(low.codes, one.codes) for one in (top, middle)]
        if known == [False, True] or (known[0] == known[1] and fits == [False, True]):
            return self._misplaced(top, middle, sure=sure)
        return self._misplaced(middle, top, sure=sure)

    def _sure(self, top: Part, middle: Part) -> bool:
        codes = exact(middle.named.name, self.year, 5)
        if not codes or any(code[:5] in self._told(top) for code in codes):
            return False
        if self.year >= _SETTLED:
            return True
        return len(codes) == 1 and _documented(codes[0], self.year)

    def _told(self, top: Part) -> set[str]:
        return {code[:5] for code in self.printed if code.startswith(top.codes)}

    def _item(self, middle: Part, low: Part) -> Iterator[Finding]:
        """A 项 under a 款: its name is that of a 项 of other 款 only."""
        codes = exact(low.named.name, self.year, 7)
        if not codes or _within(low.codes, middle.codes):
            return
        homes = {code[:5] for code in low.codes}
        listed = [code for code in self.printed if len(code) == 7 and code.startswith(middle.codes)]
        if any(catalog.functional(code, self.year) is None for code in listed):
            return
        known = [one for one in catalog.functional_entries(self.year) if one.code.text.startswith(middle.codes)]
        specific = len(homes) == 1 and len(known) > _LEAST
        sure = self.year >= _SETTLED and len(middle.codes) == 1 and bool(listed or specific)
        expected = [one.name for one in known if one.code.text in listed]
        yield self._misplaced(low, middle, sure=sure, expected=expected[0] if len(expected) == 1 else "")

    def _misplaced(self, part: Part, other: Part, *, sure: bool, expected: str | None = None) -> Finding:
        """A known name beside one that it does not belong to."""
        named, beside = part.named, other.named
        below = DIGITS[named.level] > DIGITS[beside.level]
        digits = DIGITS[beside.level]
        if below:
            homes = dict.fromkeys(code[:digits] for code in part.codes)
            names = "、".join(
                found.name for code in [*homes][:3] if (found := catalog.name_in(code, self.year)) is not None
            )
            zh = f"“{named.name}”（{named.level}）属于{names}，不属于{beside.name}（{beside.level}）"
            en = f"{named.name} belongs to {names}, not to {beside.name}"
        else:
            homes = dict.fromkeys(code[: DIGITS[named.level]] for code in other.codes)
            names = "、".join(
                found.name for code in [*homes][:3] if (found := catalog.name_in(code, self.year)) is not None
            )
            zh = f"{beside.name}（{beside.level}）属于{names}，不属于“{named.name}”（{named.level}）"
            en = f"{beside.name} belongs to {names}, not to {named.name}"
        text = part.paragraph.text
        return self.context.finding(
            PATH,
            part.paragraph,
            named.span,
            expected=names if expected is None else expected,
            zh=zh,
            en=en,
            quote=(max(0, named.span[0] - 30), min(len(text), named.span[1] + 15)),
            severity=None if sure else Severity.WARNING,
            against=() if other.block == part.block else (self.context.place(other.paragraph, *beside.span),),
        )

    @cached_property
    def printed(self) -> frozenset[str]:
        """The codes of 款 and 项 that the tables of the document have: some list every 类, with or without amounts."""
        cells = (one.subject for one in self.context.claims if isinstance(one, Value) and one.place.row is not None)
        found = {part for subject in cells for part in subject.split("/")[1:2]}
        return frozenset(code for code in found if code[:1] == "2" and len(code) in (5, 7) and code.isdigit())


def code_of(path: list[Part]) -> str | None:
    """The code of the 项 that a path ends with, where its names leave no choice."""
    codes: tuple[str, ...] = ("2",)
    for part in path:
        codes = _inside(part.codes, codes)
    return codes[0] if len(codes) == 1 and len(codes[0]) == DIGITS["项"] else None


def _within(codes: tuple[str, ...], above: tuple[str, ...]) -> bool:
    return any(code.startswith(above) for code in codes)


def _apart(codes: tuple[str, ...], above: tuple[str, ...]) -> bool:
    return bool(codes) and bool(above) and not _within(codes, above)


def _inside(codes: tuple[str, ...], above: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if code.startswith(above))


def _documented(code: str, year: int) -> bool:
    entry = catalog.functional(code, year)
    return entry is not None and entry.evidence == "document"
