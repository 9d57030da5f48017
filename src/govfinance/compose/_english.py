"""The voice of the English reading version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from string import Formatter
from typing import Final

import govfinance.en as en
from govfinance.claims import Claim
from govfinance.errors import Lang
from govfinance.jurisdictions import ChartSpec, Entry, Group, Item, Jurisdiction, SectionSpec
from govfinance.model import FinalAccounts, Level

__all__ = ["English"]


class _EnglishSentence:
    """Says the claims of one class in English."""

    def __init__(self, cls: type[Claim], standing: Mapping[str, str]) -> None:
        self.cls = cls
        self.standing = standing

    def render(self, claim: Claim) -> str:
        return en.say(claim, self.standing).text


_TITLE: Final = "{name}: Notes on the {year} Final Accounts of the {Level}"
_PART: Final = "Notes on the Final Accounts of the {Level}"


def _standing(jurisdiction: Jurisdiction, level: Level) -> Mapping[str, str]:
    """What the form itself says in the place of texts by people, with its English."""
    conventions = jurisdiction.conventions
    return {
        text.replace("{level}", level.official): conventions.standing_texts_en[topic].replace("{level}", en.term(level))
        for topic, text in conventions.standing_texts.items()
        if topic in conventions.standing_texts_en
    }


class English:
    """A translation for reading: the same claims, whatever the form of the jurisdiction."""

    lang: Lang = "en"
    notice = en.NOTICE
    gap = " "

    def __init__(self, jurisdiction: Jurisdiction, accounts: FinalAccounts) -> None:
        self.outline = jurisdiction.outline
        self.standing = _standing(jurisdiction, accounts.level)
        self.mark = en.mark
        self.numeral = str
        level = en.term(accounts.level)
        self.fields = {
            "name": accounts.department.name,
            "year": accounts.year,
            "level": level,
            "Level": en.capitalised(level),
        }
        self._charts = 0

    def sentence(self, cls: type[Claim]) -> _EnglishSentence:
        """How claims of a class are said."""
        return _EnglishSentence(cls, self.standing)

    def numbers(self, claim: Claim, text: str) -> Iterator[tuple[int, int, str]]:
        """Noted when the claim is said, so it is said once more."""
        said = en.say(claim, self.standing)
        assert said.text == text
        yield from said.numbers

    def end(self, end: str) -> str:
        """Nothing: the sentences have their full stops."""
        return ""

    def section(self, spec: SectionSpec) -> str:
        return (
            spec.en.format_map(self.fields)
            or en.section_title(_topics(spec.items))
            or spec.title.format_map(self.fields)
        )

    def group(self, group: Group) -> str:
        english = group.en.format_map(self.fields) or en.group_title(_topics(group.entries))
        return english or group.text.format_map(self.fields)

    def heading(self, template: str, claim: Claim) -> str:
        """The fields alone: the words around them (类) are Chinese."""
        names = [name for _, name, _, _ in Formatter().parse(template) if name]
        return " / ".join(self.label(getattr(claim, name)) for name in names)

    def chart(self, spec: ChartSpec) -> tuple[str, str]:
        self._charts += 1
        title = en.chart_title(spec.topic)
        if title:
            return f"Figure {self._charts}. {title}", title
        return spec.caption.format_map(self.fields), spec.title.format_map(self.fields)

    def label(self, value: object) -> str:
        return en.capitalised(en.term(value) if isinstance(value, Enum) else en.name(str(value)))

    def title(self) -> str:
        return (self.outline.title_en or _TITLE).format_map(self.fields)

    def part(self) -> str:
        return (self.outline.part_en or _PART).format_map(self.fields)


def _topics(items: tuple[Item, ...]) -> Iterator[str]:
    """The topics that stand somewhere under some items, in order."""
    for item in items:
        if isinstance(item, Entry):
            yield item.topic
            yield from _topics(item.children)
        elif isinstance(item, Group):
            yield from _topics(item.entries)
