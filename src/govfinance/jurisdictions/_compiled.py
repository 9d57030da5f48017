"""The sentences of a form, compiled; everything that is wrong with any of them is found together."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import govfinance.zh as zh
from govfinance.claims import Claim
from govfinance.errors import Problem
from govfinance.money import Conventions, Printed
from govfinance.sentences import Codec, Grammar, IntegerCodec, Sentence, TemplateError, TextCodec, WordsCodec

if TYPE_CHECKING:
    from govfinance.jurisdictions._form import Form

__all__ = ["compiled_sentences"]

_OF_SLOTS: Final = ("unknown-slot", "unknown-codec", "wrong-phrase")
_ASKED_FOR: Final = re.compile(r"(?:no codec or phrase|phrase) '([^']*)' (?:for|says) ")
"""How the compiler begins to say that a slot asks for what there is not."""


def compiled_sentences(
    form: Form, broken: Set[str] = frozenset()
) -> tuple[dict[type[Claim], Sentence[Any]], list[Problem]]:
    """The sentences of a form, and the problems of those that cannot be compiled.

    ``broken`` are phrases and words that were complained of already: that they are missing is no second problem.
    """
    if form.conventions is None:
        return {}, []
    codecs = {**zh.CODECS, "economic_class": zh.economic_class_codec(), **form.codecs}
    grammar = _Grammar(codecs, _usual(form, form.conventions))
    sentences: dict[type[Claim], Sentence[Any]] = {}
    problems: list[Problem] = []
    missing = set(broken)
    for name, (cls, variants) in form.phrases.items():
        try:
            grammar.add_phrase(name, cls, variants)
        except TemplateError as error:
            problems += _new(error, missing)
            missing.add(name)
    for cls, variants in form.sentences.items():
        try:
            sentences[cls] = grammar.sentence(cls.__name__, cls, variants)
        except TemplateError as error:
            problems += _new(error, missing)
    return sentences, problems


def _new(error: TemplateError, missing: Set[str]) -> list[Problem]:
    """The problems that do not come of others: of what is missing, and of a slot that was complained of itself."""
    slots = [problem for problem in error.problems if problem.code in _OF_SLOTS]
    names = {name.replace("_", "") for name in missing}  # words stand for an enumeration of their name, too
    return [
        problem
        for problem in error.problems
        if _asked_for(problem) not in names
        and not (problem.code == "unsaid-field" and any(one.path.startswith(f"{problem.path}:") for one in slots))
    ]


def _asked_for(problem: Problem) -> str | None:
    """The words or the phrase that a slot asks for, where the problem is that it gets none."""
    found = _ASKED_FOR.match(problem.en) if problem.code in ("unknown-codec", "wrong-phrase") else None
    return found[1].replace("_", "").lower() if found else None


def _usual(form: Form, conventions: Conventions) -> Callable[[type, str, Any], Codec | None]:
    """The codec of a field by its type: the words that the form calls like it, else the library's."""
    own = {name.replace("_", ""): codec for name, codec in form.codecs.items()}
    usual = zh.usual_codec(conventions)

    def codec(owner: type, name: str, kind: Any) -> Codec | None:
        words = own.get(kind.__name__.lower()) if isinstance(kind, type) and issubclass(kind, Enum) else None
        return words or usual(owner, name, kind)

    return codec


class _Grammar(Grammar):
    """A grammar in which a slot finds no codec for values of another type than that of its field."""

    def codec(self, owner: type, name: str, kind: Any, wanted: str | None) -> Codec | None:
        found = super().codec(owner, name, kind, wanted)
        return found if found is not None and _fits(found, kind) else None


def _fits(codec: Codec, kind: Any) -> bool:
    if isinstance(codec, WordsCodec):
        return isinstance(kind, type) and all(isinstance(value, kind) for value in codec.words)
    for types, its in (((zh.NameCodec, TextCodec), str), ((IntegerCodec,), int), ((zh.PrintedCodec,), Printed)):
        if isinstance(codec, types):
            return kind is its
    return True
