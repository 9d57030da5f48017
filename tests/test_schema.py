"""The schema accepts what `loads` accepts, and nothing else."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import govfinance as gf
from tests.json_documents import complete_document, documents
from tests.json_faults import HEAD, JUNK, NAMES, at, changed, faulty_documents, is_read, paths, reduced

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "chifeng-justice-2023.json"


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(gf.schema())


def assert_alike(document: Any) -> None:
    """The reader and the schema agree on a document, as it comes out of its JSON text."""
    document = json.loads(json.dumps(document))
    error = next(validator().iter_errors(document), None)
    assert (error is None) is is_read(document), error


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(gf.schema())


def test_the_schema_can_be_changed_by_the_caller_without_harm() -> None:
    gf.schema()["properties"].clear()
    assert gf.schema()["properties"]["format"] == {"const": "govfinance/1"}


def test_the_example_is_valid() -> None:
    assert [] == list(validator().iter_errors(json.loads(EXAMPLE.read_text(encoding="utf-8"))))


@given(documents() | documents(full=True))
def test_valid_documents_are_accepted_by_both(document: dict[str, Any]) -> None:
    document = json.loads(json.dumps(document))
    assert [] == list(validator().iter_errors(document))
    assert is_read(document)


@given(st.data())
def test_what_is_written_is_valid(data: st.DataObject) -> None:
    accounts = gf.loads(json.dumps(data.draw(documents())))
    for scale in (gf.Scale.YUAN, gf.Scale.WAN):
        assert [] == list(validator().iter_errors(json.loads(gf.dumps(accounts, scale))))


NUMBERS = st.from_regex(r"-?[0-9]{0,18}(\.[0-9]{0,14})?", fullmatch=True)
ANY_TEXT = st.text(st.characters() | st.characters(categories=["Cc", "Cs", "Zs"]), max_size=4)
CODES = st.from_regex(r"[1235][0-9]{2,7}", fullmatch=True)


@given(text=NUMBERS | ANY_TEXT, scale=st.sampled_from(["元", "万元"]))
def test_any_text_is_judged_alike_in_any_field(text: str, scale: str) -> None:
    project = {"name": "甲", "budget": "1", "executed": "0"}
    for fields in (
        {"overall": {"total": {"actual": text}}},
        {"overall": {"opening": {"actual": text}}},
        {"performance": {"projects": [{**project, "score": text}]}},
        {"note": text},
        {"overview": {"functions": [text]}},
    ):
        assert_alike({**HEAD, "scale": scale, **fields})


@given(CODES | ANY_TEXT)
def test_any_key_is_judged_alike_as_a_code_or_a_topic(key: str) -> None:
    for fields in (
        {"functional": {"general_public": {key: {"basic": "1", "project": "0"}}}},
        {"economic": {"basic": {key: {"actual": "1"}}}},
        {"remarks": {key: "甲"}},
        {"remarks": {f"functional.{key}": "甲"}},
    ):
        assert_alike({**HEAD, **fields})


@given(faulty_documents())
def test_changed_documents_are_judged_alike(document: Any) -> None:
    assert_alike(document)


@cache
def places(scale: str = "元") -> list[tuple[Any, Any]]:
    """The places of a document that has everything, each with a document that has little else.

    Like ones are there once; where the scale is another, only amounts.
    """
    complete = complete_document(scale)
    different = {(path[-1], repr(at(complete, path[:-1]))): path for path in reversed([*paths(complete)])}
    chosen = [path for path in different.values() if scale == "元" or at(complete, path) in ("1", "-1")]
    return [(path, reduced(complete, path)) for path in chosen]


def test_a_document_with_everything_is_valid() -> None:
    for scale in ("元", "万元"):
        assert_alike(complete_document(scale))
        assert is_read(complete_document(scale))


@pytest.mark.parametrize("scale", ["元", "万元"])
@pytest.mark.parametrize("junk", [pytest.param(junk, id=ascii(junk)[:30]) for junk in JUNK])
def test_anything_anywhere_is_judged_alike(junk: Any, scale: str) -> None:
    for path, document in places(scale):
        assert_alike(changed(document, path, junk))


def test_every_key_can_be_left_out_for_both_or_for_none() -> None:
    for path, document in places():
        assert_alike(changed(document, path))


@pytest.mark.parametrize("name", [pytest.param(name, id=ascii(name)) for name in NAMES])
def test_any_key_in_any_object_is_judged_alike(name: str) -> None:
    for path, document in places():
        value = at(document, path)
        if isinstance(path[-1], str):
            assert_alike(changed(changed(document, path), (*path[:-1], name), value))
        if isinstance(value, dict):
            assert_alike(changed(document, (*path, name), next(iter(value.values()), "甲")))


def test_the_reference_names_every_key() -> None:
    page = (EXAMPLE.parents[1] / "docs" / "reference" / "json-format.md").read_text(encoding="utf-8")
    names = {
        step for path in paths(complete_document()) for step in path if isinstance(step, str) and step.isidentifier()
    }
    assert set() == {name for name in names if f"`{name}`" not in page}
