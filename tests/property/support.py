"""What the property tests share: every sentence of every jurisdiction, and the printed numbers of a claim."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st

from govfinance.claims import Claim
from govfinance.jurisdictions import Jurisdiction, jurisdictions
from govfinance.money import Printed
from govfinance.sentences import Sentence
from govfinance.testing import LAWS, trials

_WITH_NARRATIVE = [jurisdiction for jurisdiction in jurisdictions() if jurisdiction.has_narrative]


def _param(jurisdiction: Jurisdiction, sentence: Sentence[Any]) -> Any:
    return pytest.param(jurisdiction, sentence, id=f"{jurisdiction.id}-{jurisdiction.year}-{sentence.name}")


def _different() -> Iterator[Any]:
    """Each sentence with the first jurisdiction that has it; the repr of its variants shows all that they consist of."""
    seen: set[tuple[type, str]] = set()
    for jurisdiction in _WITH_NARRATIVE:
        for sentence in jurisdiction.sentences():
            same = sentence.cls, repr(sentence.variants)
            if same not in seen:
                seen.add(same)
                yield _param(jurisdiction, sentence)


EVERY_SENTENCE = [*_different()]
"""Parameters of a test over every sentence: a jurisdiction that has it, and itself; what two have alike stands once."""

EVERY_SENTENCE_OF_EACH = [
    _param(jurisdiction, sentence) for jurisdiction in _WITH_NARRATIVE for sentence in jurisdiction.sentences()
]
"""The same, with each jurisdiction that has a sentence: for what depends on the other sentences beside it."""

EVERY_JURISDICTION = [
    pytest.param(jurisdiction, id=f"{jurisdiction.id}-{jurisdiction.year}") for jurisdiction in _WITH_NARRATIVE
]

_ROOM = 45
"""With more sentences than these, each is tried on fewer examples, so that all of them take no longer."""

AnySentence = Sentence[Any]


def fewer(divisor: int) -> settings:
    """Settings for a property whose single example is long: a part of the usual number of examples."""
    return settings(max_examples=max(10, settings().max_examples // divisor))


def for_each_sentence(divisor: int = 1) -> settings:
    """Settings for a property of every sentence: a part of the usual number of examples, the smaller the more there are."""
    usual = settings().max_examples
    return settings(max_examples=max(10, min(usual, usual * _ROOM // len(EVERY_SENTENCE)) // divisor))


def broken(number: int, jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject) -> str | None:
    """How a sentence breaks a law on a claim that is drawn for it; None where it holds."""
    law = next(law for law in LAWS if law.number == number)
    breach = law.check(data.draw(trials(jurisdiction, sentence, spelled=law.spelled)))
    return None if breach is None else breach.message()


def printed_numbers(value: object, path: str = "") -> Iterator[tuple[str, Printed]]:
    """Every printed number of a claim with its path, as `govfinance.derive` writes paths."""
    if isinstance(value, Printed):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from printed_numbers(item, f"{path}[{number}]")
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            inner = f"{path}.{attribute.name}" if path else attribute.name
            yield from printed_numbers(getattr(value, attribute.name), inner)


__all__ = [
    "EVERY_JURISDICTION",
    "EVERY_SENTENCE",
    "EVERY_SENTENCE_OF_EACH",
    "AnySentence",
    "Claim",
    "broken",
    "fewer",
    "for_each_sentence",
    "printed_numbers",
]
