"""The page on files of jurisdictions names everything that a file can name."""

from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs
import pytest

from govfinance.derive import TOPICS
from govfinance.money import ROLES, Conventions, Printed
from govfinance.sentences import field_types

PAGE = (Path(__file__).resolve().parents[1] / "docs/reference/jurisdiction-files.md").read_text(encoding="utf-8")


def inside(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is tuple else kind


def parts(cls: type, found: set[type]) -> set[type]:
    """The classes of the parts of a claim."""
    for kind, _ in field_types(cls).values():
        part = inside(kind)
        if isinstance(part, type) and attrs.has(part) and part is not Printed and part not in found:
            found.add(part)
            parts(part, found)
    return found


CLASSES = sorted(
    {*TOPICS.values(), *(part for cls in TOPICS.values() for part in parts(cls, set()))}, key=lambda cls: cls.__name__
)


def row(name: str) -> str:
    """The line of a table that begins with a name."""
    return next((line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |")), "")


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_class_is_there_with_its_fields(cls: type) -> None:
    assert [] == [name for name in field_types(cls) if f"`{name}` " not in row(cls.__name__)]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_stands_with_its_class(topic: str) -> None:
    assert f"`{topic}`" in row(TOPICS[topic].__name__)


def test_every_vocabulary_is_there_with_its_words() -> None:
    found = {kind for cls in CLASSES for kind, _ in field_types(cls).values() if isinstance(kind, type)}
    vocabularies = [kind for kind in found if issubclass(kind, Enum)]
    assert len(vocabularies) > 10
    for one in vocabularies:
        assert [] == [member for member in one if f"`{member.value}`" not in row(one.__name__)]


def test_every_convention_and_role_is_there() -> None:
    names = [field.name for field in attrs.fields(Conventions)]
    assert [] == [name for name in [*names, *ROLES] if f"`{name}`" not in PAGE and f"conventions.{name}]" not in PAGE]
