"""A whole file as a `Form`, with the places that later checks need."""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen

from govfinance.claims import Claim
from govfinance.derive import TOPICS
from govfinance.errors import Problem
from govfinance.jurisdictions._form import Form, Limitation
from govfinance.jurisdictions._source._characters import check_characters
from govfinance.jurisdictions._source._conventions import read_conventions
from govfinance.jurisdictions._source._node import Node, Problems, Table
from govfinance.jurisdictions._source._outline import Reader
from govfinance.jurisdictions._source._sentences import Speech, read_speech
from govfinance.jurisdictions._source._structure import BAD, Structurer
from govfinance.jurisdictions._source._tables import read_tables

__all__ = ["Structured", "structured"]

_OF_FORM = ("id", "name", "year", "references", "checked_with", "limitations")
_KNOWN = (*_OF_FORM, "inherits", "conventions", "words", "parts", "families", "phrases", "sentences", "outline")
_TOP = (*_KNOWN, "sections", "tables")
_SOME_YEAR = 2024


@frozen
class Structured:
    """A form, and what there is to say about its source: the problems so far, and where its topics stand.

    With problems, the form is what can be compiled all the same, to find more of them.
    """

    form: Form
    problems: list[Problem]
    speech: Speech
    topics: list[tuple[str, Node]]
    top: Node


def structured(top: Node) -> Structured:
    """What a file means, as far as it means anything."""
    problems = Problems()
    check_characters(top, problems)
    table = problems.table(top, _TOP) or {}
    speech = read_speech(table, problems)
    reader = Reader(problems, TOPICS)
    parts: dict[str, Any] = {"codecs": speech.codecs, "phrases": speech.phrases}
    if "conventions" in table:
        parts["conventions"] = read_conventions(table["conventions"], problems)
    if "tables" in table:
        parts["tables"] = read_tables(table["tables"], problems)
    sections = problems.table(table["sections"]) or {} if "sections" in table else {}
    if "outline" in table:
        parts["outline"] = reader.outline(table["outline"], sections)
    parts["sentences"] = _wanted(speech.sentences, reader)
    _check_parts(table, top, problems)
    return Structured(_form(table, top, parts, problems), problems.found, speech, reader.topics, top)


def _wanted(sentences: dict[type[Claim], Any], reader: Reader) -> dict[type[Claim], Any]:
    """The sentences without those of topics that the outline does not have."""
    if not reader.topics:
        return sentences
    said = {TOPICS[topic] for topic, _ in reader.topics if topic in TOPICS}
    return {cls: variants for cls, variants in sentences.items() if cls in said}


def _check_parts(table: Table, top: Node, problems: Problems) -> None:
    """A narrative needs conventions, sentences and an outline; a form has a narrative or tables."""
    if "outline" not in table and "tables" not in table:
        problems.add(
            top, "empty-form", "expected an outline, tables, or a form to inherit", "应有 outline、tables 或 inherits"
        )
    narrative = [key for key in ("conventions", "sentences", "outline") if key in table]
    for key in ("conventions", "sentences", "outline") if narrative else ():
        if key not in table:
            problems.missing(table[narrative[0]], f"[{key}]", "a part of the narrative", "决算情况说明的一部分")


def _form(table: Table, top: Node, parts: dict[str, Any], problems: Problems) -> Form:
    structurer = Structurer(problems, {tuple[Limitation, ...]: lambda node: _limitations(node, problems)})
    own = {name: inner for name, inner in table.items() if name in _OF_FORM}
    if "id" in own and isinstance(own["id"].value, str) and not re.fullmatch(r"[\w-]{1,60}", own["id"].value):
        problems.add(
            own["id"],
            "bad-id",
            f"expected letters, digits and hyphens, got {own['id'].value!r}",
            f"应由字母、数字和连字符组成，实际为“{own['id'].value}”",
        )
    year = own["year"].value if "year" in own else None
    if type(year) is int and not 1949 <= year <= 9999:
        problems.add(
            own["year"], "bad-year", f"expected a year such as 2024, got {year}", f"应为 2024 这样的年度，实际为 {year}"
        )
    form = structurer.build(Form, own, top, parts)
    return Form(id="", name="", year=_SOME_YEAR, **parts) if form is BAD else form


def _limitations(node: Node, problems: Problems) -> Any:
    """A list of tables {en, zh}."""
    items = problems.items(node)
    made = [Structurer(problems).object(Limitation, item) for item in items or []]
    return BAD if items is None or BAD in made else tuple(made)
