"""What the property tests share: every sentence of every jurisdiction, and the printed numbers of a claim."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import settings

from govfinance.claims import Claim
from govfinance.jurisdictions import Jurisdiction, jurisdictions
from govfinance.money import Printed
from govfinance.sentences import Sentence

EVERY_SENTENCE = [
    pytest.param(jurisdiction, sentence, id=f"{jurisdiction.id}-{jurisdiction.year}-{sentence.name}")
    for jurisdiction in jurisdictions()
    if jurisdiction.has_narrative
    for sentence in jurisdiction.sentences()
]
"""Parameters of a test over every sentence: its jurisdiction and itself."""

EVERY_JURISDICTION = [
    pytest.param(jurisdiction, id=f"{jurisdiction.id}-{jurisdiction.year}")
    for jurisdiction in jurisdictions()
    if jurisdiction.has_narrative
]

AnySentence = Sentence[Any]
DIGITS = "0123456789"


def fewer(divisor: int) -> settings:
    """Settings for a property whose single example is long: a part of the usual number of examples."""
    return settings(max_examples=max(10, settings().max_examples // divisor))


def other_sentences(jurisdiction: Jurisdiction, sentence: AnySentence) -> list[AnySentence]:
    """All sentences of the jurisdiction but one."""
    return [other for other in jurisdiction.sentences() if other is not sentence]


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


def with_digit(text: str, position: int, step: int) -> str:
    """The text with the digit at a position turned on by 1 to 9 steps."""
    digit = DIGITS[(DIGITS.index(text[position]) + step) % 10]
    return text[:position] + digit + text[position + 1 :]


__all__ = [
    "DIGITS",
    "EVERY_JURISDICTION",
    "EVERY_SENTENCE",
    "AnySentence",
    "Claim",
    "fewer",
    "other_sentences",
    "printed_numbers",
    "with_digit",
]
