"""What can go wrong with documents of the JSON format, and what is said of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any, TypeAlias

import pytest
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from govfinance.errors import InvalidInputError
from govfinance.io import loads
from tests.json_documents import documents

Path: TypeAlias = tuple[str | int, ...]

HEAD: dict[str, Any] = {"format": "govfinance/1", "scale": "元", "department": {"name": "甲县乙局"}, "year": 2023}
"""What every document has."""


def error_of(document: str | bytes | dict[str, Any]) -> InvalidInputError:
    """What `loads` raises for a text, or for the text of a document."""
    text = json.dumps(document, ensure_ascii=False) if isinstance(document, dict) else document
    with pytest.raises(InvalidInputError) as caught:
        loads(text)
    return caught.value


def lines(**fields: Any) -> list[str]:
    """What is wrong with a document that has these keys beside those that it needs."""
    return str(error_of({**HEAD, **fields})).split("\n")


JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 12, 12.0, 12.7, -0.0, 2023, 2100, 1999, 10**9, 999_999_999, 10**30, 1e3),
    *("", " ", "\n", "\u3000", "甲", "甲\n", "a\tb", "\x7f", "\x85", "\ud800", "\ufeff", "null"),
    *("0", "-0", "-0.00", "-1", "+1", "1.", ".5", "01", "1.00", "1.005", "1.0000000000000", "12.345678", "1.1234567"),
    *("1e5", "1E+3", "NaN", "Infinity", "1,000", "1_000", "１２", "12 ", "12\n", "1000", "1000.01", "100.123"),
    *("9999999999999999.99", "10000000000000000", "999999999999.999999", "1000000000000", "9" * 40),
    *("department", "general_public", "basic", "2040601", "公共安全支出", "公共安全", "外交支出"),
    *([], [[]], [""], ["甲"], [None], [{}], {}, {"": ""}, {"actual": "1"}, {"甲": "乙"}),
)
"""Values that may stand anywhere; in most places they are wrong."""

NAMES = (
    *("actual", "Actual", "actual ", "code", "fund", "format", "scale", "", "甲", "name\n", "class_name"),
    *("general_public", "government_fund", "basic", "operation", "other", "204", "2040601", "20416", "2999901", "299"),
    *("204 06 01", "2040601\n", "20406010", "２０４", "30101", "301", "30104", "399", "3010101", "501", "204.06.01"),
    *("functional.2040601", "functional.204", "functional.2040601\n", "functional.3010101", "overall.total.prior"),
)
"""Keys that may stand in any object; in most they are wrong."""


def paths(value: Any, before: Path = ()) -> Iterator[Path]:
    """Where something stands in a document, the document itself left out."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield (*before, step)
        yield from paths(inner, (*before, step))


def at(document: Any, path: Path) -> Any:
    """What stands there."""
    for step in path:
        document = document[step]
    return document


def changed(document: Any, path: Path, *junk: Any) -> Any:
    """A copy in which something else stands there, or nothing at all."""
    result = copy.deepcopy(document)
    around = at(result, path[:-1])
    if junk:
        around[path[-1]] = copy.deepcopy(junk[0])
    else:
        del around[path[-1]]
    return result


@st.composite
def faulty_documents(draw: DrawFn) -> Any:
    """Documents with a few changes, after most of which they are no longer valid."""
    document = draw(documents())
    for _ in range(draw(st.integers(1, 3))):
        places = list(paths(document))
        path = draw(st.sampled_from(places)) if places else None
        if path is None:
            break
        around = at(document, path[:-1])
        match draw(st.sampled_from(["drop", "replace", "add", "rename", "wrap"])):
            case "drop":
                document = changed(document, path)
            case "replace":
                document = changed(document, path, draw(st.sampled_from(JUNK)))
            case "wrap":
                document = changed(
                    document, path, draw(st.sampled_from([[at(document, path)], {"a": at(document, path)}]))
                )
            case "add" if isinstance(around, dict):
                document = changed(document, (*path[:-1], draw(st.sampled_from(NAMES))), draw(st.sampled_from(JUNK)))
            case "rename" if isinstance(around, dict):
                document = changed(
                    changed(document, path), (*path[:-1], draw(st.sampled_from(NAMES))), at(document, path)
                )
            case _:
                around = [*around, draw(st.sampled_from(JUNK))] if isinstance(around, list) else around
                document = changed(document, path[:-1], around) if path[:-1] else document
    return document


def is_read(document: Any) -> bool:
    """Whether `loads` accepts it."""
    try:
        loads(json.dumps(document))
    except InvalidInputError:
        return False
    return True


def reduced(document: Any, path: Path) -> Any:
    """A copy without everything that can be left out beside the path."""
    result = copy.deepcopy(document)
    for depth, step in enumerate(path):
        around = at(result, path[:depth])
        for name in [name for name in around if name != step] if isinstance(around, dict) else ():
            value = around.pop(name)
            if not is_read(result):
                around[name] = value
    return result
