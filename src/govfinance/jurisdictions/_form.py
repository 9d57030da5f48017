"""What a jurisdiction is: its conventions, its sentences, and the outline in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from attrs import field, frozen

from govfinance.claims import Claim
from govfinance.errors import InvalidInputError, Lang, Problem
from govfinance.jurisdictions._compiled import compiled_sentences
from govfinance.money import Conventions
from govfinance.sentences import Codec, Sentence, TemplateError, Variant
from govfinance.tables import TableForm

__all__ = ["ChartSpec", "Entry", "Form", "Group", "Item", "Jurisdiction", "Limitation", "Outline", "SectionSpec"]

C = TypeVar("C", bound=Claim)
T = TypeVar("T")


@frozen(kw_only=True)
class Entry:
    """The statements of one topic.

    ``mark`` numbers them (一、 （一） 1. （1）). ``heading`` is a template over the claim's fields for a heading of its
    own above each. ``between`` and ``last`` end the lines of a list. ``joined`` statements go on in the paragraph
    before. ``children`` stand under each of them.
    """

    topic: str
    mark: str = ""
    heading: str = ""
    between: str = ""
    last: str = ""
    joined: bool = False
    children: tuple[Item, ...] = ()


@frozen(kw_only=True)
class Group:
    """A heading above some entries; without any of their statements it is left out.

    ``text`` is a template as the title of the `Outline` is, ``en`` the same in English.
    """

    text: str
    mark: str = ""
    entries: tuple[Item, ...] = ()
    en: str = ""


@frozen(kw_only=True)
class ChartSpec:
    """A chart of the shares that the statements of a topic claim, labelled by one of their fields.

    Without any of these statements it is left out. ``caption`` and ``title`` are templates as that of the `Outline` is.
    """

    caption: str
    title: str
    topic: str
    label: str
    share: str


Item: TypeAlias = Entry | Group | ChartSpec


@frozen(kw_only=True)
class SectionSpec:
    """A section of the narrative: its title (``en`` in English), templates as that of the `Outline`, and its items."""

    title: str
    items: tuple[Item, ...]
    en: str = ""


@frozen(kw_only=True)
class Outline:
    """The narrative as a whole; ``title`` and ``part`` are templates over name, year and level (部门 or 单位).

    ``title_en`` and ``part_en`` are the same in English (``Level`` is the level with a capital), empty where the form has
    none.
    """

    title: str
    part: str
    sections: tuple[SectionSpec, ...]
    title_en: str = ""
    part_en: str = ""


@frozen
class Limitation:
    """Something about a form that no document could confirm, in both languages."""

    en: str
    zh: str

    def message(self, lang: Lang = "en") -> str:
        """The text in a language."""
        return self.zh if lang == "zh" else self.en


@frozen(kw_only=True)
class Form:
    """A jurisdiction as plain data, before its sentences are compiled.

    ``phrases``: name -> (class, variants). ``sentences``: claim class -> variants. ``references``: the official
    form and its source; ``outline``: the narrative; ``tables``: the layouts of the public tables; a part of which
    nothing is known is None; ``checked_with``: the published documents it was compared with; ``limitations``: what no
    document could confirm.
    """

    id: str
    name: str
    year: int
    conventions: Conventions | None = None
    codecs: Mapping[str, Codec] = field(factory=dict)
    phrases: Mapping[str, tuple[type, list[Variant]]] = field(factory=dict)
    sentences: Mapping[type[Claim], list[Variant]] = field(factory=dict)
    outline: Outline | None = None
    tables: TableForm | None = None
    references: tuple[str, ...] = ()
    checked_with: tuple[str, ...] = ()
    limitations: tuple[Limitation, ...] = ()


class Jurisdiction:
    """A jurisdiction's form for a year, its sentences compiled when they are first needed."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._said: dict[type, frozenset[str]] = {}

    def __repr__(self) -> str:
        return f"<jurisdiction {self.id} {self.year}>"

    @property
    def id(self) -> str:
        """The name by which it is asked for, such as ``inner-mongolia``."""
        return self.form.id

    @property
    def name(self) -> str:
        """The official name."""
        return self.form.name

    @property
    def year(self) -> int:
        """The edition: the first year for which the form was made."""
        return self.form.year

    @property
    def conventions(self) -> Conventions:
        """How numbers are printed in the narrative. Raises `InvalidInputError` where only the tables are known."""
        return self._known(self.form.conventions, "narrative", "决算情况说明")

    @property
    def outline(self) -> Outline:
        """The sections in their order. Raises `InvalidInputError` where only the tables are known."""
        return self._known(self.form.outline, "narrative", "决算情况说明")

    @property
    def tables(self) -> TableForm:
        """The layouts of the public tables. Raises `InvalidInputError` where they are not known."""
        return self._known(self.form.tables, "tables", "决算表")

    @property
    def has_narrative(self) -> bool:
        """Whether the form of the narrative is known, not only that of the tables."""
        return self.form.outline is not None

    def _known(self, part: T | None, en: str, zh: str) -> T:
        if part is None:
            raise InvalidInputError(
                [
                    Problem(
                        "not-in-form",
                        f"the library does not have the {en} of {self.id} {self.year}",
                        f"本库尚无{self.name} {self.year} 年度{zh}的格式",
                        "jurisdiction",
                    )
                ]
            )
        return part

    @cached_property
    def _sentences(self) -> dict[type[Claim], Sentence[Any]]:
        sentences, problems = compiled_sentences(self.form)
        if problems:
            raise TemplateError(problems)
        return sentences

    @property
    def topics(self) -> frozenset[str]:
        """The topics of the outline: what the narrative speaks of."""
        return self._all_topics

    @cached_property
    def _all_topics(self) -> frozenset[str]:
        return frozenset(_topics(item for section in self.outline.sections for item in section.items))

    def said(self, cls: type) -> frozenset[str]:
        """The dotted paths of the fields of a class of claims that its sentence says (``prior.change.rate``).

        None of a class of which the form says nothing.
        """
        found = self._said.get(cls)
        if found is None:
            sentence = self._sentences.get(cls)
            found = self._said[cls] = frozenset() if sentence is None else sentence.said()
        return found

    def sentence(self, cls: type[C]) -> Sentence[C]:
        """The sentence for a class of claims; KeyError where the form has none."""
        return self._sentences[cls]

    def sentences(self) -> Iterator[Sentence[Any]]:
        """All sentences of the form."""
        return iter(self._sentences.values())


def _topics(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Entry):
            yield item.topic
            yield from _topics(item.children)
        elif isinstance(item, Group):
            yield from _topics(item.entries)
