"""The languages in which claims are set: how each is said, how marks, headings and labels are written."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Protocol

from govfinance.claims import Claim
from govfinance.errors import InvalidInputError, Lang, Problem
from govfinance.jurisdictions import ChartSpec, Group, Jurisdiction, SectionSpec
from govfinance.model import FinalAccounts
from govfinance.money import Printed
from govfinance.sentences import Mismatch
from govfinance.zh import chinese_numeral, mark

__all__ = ["Says", "Voice", "voice"]


class Says(Protocol):
    """Says the claims of one class."""

    @property
    def cls(self) -> type: ...

    def render(self, claim: Any, /) -> str:
        """The text of a claim; `UnsayableError` where there is none."""
        ...


class Voice(Protocol):
    """A language. ``lang`` names it, ``notice`` is what its documents say of themselves, ``gap`` stands between joined
    sentences."""

    lang: Lang
    notice: str
    gap: str

    def sentence(self, cls: type[Claim], /) -> Says:
        """What says the claims of a class."""
        ...

    def numbers(self, claim: Claim, text: str, /) -> Iterator[tuple[int, int, str]]:
        """Where the printed numbers of a claim stand in its text: characters, and the dotted path of each."""
        ...

    def mark(self, style: str, number: int, /) -> str:
        """The ordinal mark of a level, which is named by its Chinese mark."""
        ...

    def end(self, end: str, /) -> str:
        """What ends a line of a list that ends so in the Chinese form."""
        ...

    def numeral(self, number: int, /) -> str:
        """The number of a section."""
        ...

    def section(self, spec: SectionSpec, /) -> str:
        """The title of a section."""
        ...

    def group(self, group: Group, /) -> str:
        """A heading above some entries."""
        ...

    def heading(self, template: str, claim: Claim, /) -> str:
        """A heading above one claim, from the template over its fields."""
        ...

    def chart(self, spec: ChartSpec, /) -> tuple[str, str]:
        """The caption and the title of a chart."""
        ...

    def label(self, value: object, /) -> str:
        """A field of a claim, beside its part of a chart."""
        ...

    def title(self) -> str:
        """The title of the document."""
        ...

    def part(self) -> str:
        """The heading of its part."""
        ...


def voice(lang: Lang, jurisdiction: Jurisdiction, accounts: FinalAccounts) -> Voice:
    """The voice for a language. Raises `InvalidInputError` where it is neither of the two."""
    if lang == "zh":
        return Chinese(jurisdiction, accounts)
    if lang == "en":
        from govfinance.compose._english import English  # its templates are made for those who ask for them

        return English(jurisdiction, accounts)
    raise InvalidInputError(
        [Problem("unknown-language", f"expected zh or en, got {lang!r}", f"应为 zh 或 en，实际为“{lang}”", "lang")]
    )


class Chinese:
    """The sentences of the form itself."""

    lang: Lang = "zh"
    notice = ""
    gap = ""

    def __init__(self, jurisdiction: Jurisdiction, accounts: FinalAccounts) -> None:
        self.jurisdiction = jurisdiction
        self.sentence = jurisdiction.sentence
        self.mark = mark
        self.numeral = chinese_numeral
        self.fields = {"name": accounts.department.name, "year": accounts.year, "level": accounts.level.official}

    def numbers(self, claim: Claim, text: str) -> Iterator[tuple[int, int, str]]:
        """Read back from the text."""
        reading = self.jurisdiction.sentence(claim.__class__).read(text)
        if isinstance(reading, Mismatch):  # pragma: no cover - the first law of sentences
            raise AssertionError(reading.message())
        for one in reading.marks:
            if isinstance(one.value, Printed):
                yield one.start, one.end, one.path

    def end(self, end: str) -> str:
        return end

    def section(self, spec: SectionSpec) -> str:
        return spec.title.format_map(self.fields)

    def group(self, group: Group) -> str:
        return group.text.format_map(self.fields)

    def heading(self, template: str, claim: Claim) -> str:
        return template.format_map(_Fields(self, claim))

    def chart(self, spec: ChartSpec) -> tuple[str, str]:
        return spec.caption.format_map(self.fields), spec.title.format_map(self.fields)

    def label(self, value: object) -> str:
        official = getattr(value, "official", None)
        if official is None:
            return str(value.value if isinstance(value, Enum) else value)
        return str(official)

    def title(self) -> str:
        return self.jurisdiction.outline.title.format_map(self.fields)

    def part(self) -> str:
        return self.jurisdiction.outline.part.format_map(self.fields)


class _Fields(dict[str, str]):
    """The fields of a claim as texts, by name, each made when a heading says it."""

    def __init__(self, voice: Chinese, claim: Claim) -> None:
        super().__init__()
        self.voice = voice
        self.claim = claim

    def __missing__(self, name: str) -> str:
        return self.voice.label(getattr(self.claim, name))
