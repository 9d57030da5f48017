"""The JSON Schema of a report: the names on which other programs rely."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from govfinance.audit._report import KINDS, Severity
from govfinance.calc import Verdict

__all__ = ["report_schema"]

Schema: TypeAlias = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}


def report_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of the report of one document, or of a list of reports.

    >>> [*report_schema()["$defs"]["report"]["properties"]]
    ['document', 'department', 'year', 'jurisdiction', 'coverage', 'findings']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "govfinance audit report",
        "description": "what `govfinance audit --format json` prints: an object for a document, a list for several",
        "oneOf": [_to("report"), _list("report")],
        "$defs": {
            "report": _object(
                {
                    "document": _says("the name of the file", _TEXT),
                    "department": _says("null where it was not recognised", _or_null(_TEXT)),
                    "year": _says("of the accounts; null where it was not recognised", _or_null({"type": "integer"})),
                    "jurisdiction": _says("whose form it follows; null where none is known", _or_null(_TEXT)),
                    "coverage": _to("coverage"),
                    "findings": _list("finding"),
                }
            ),
            "coverage": _object(
                {
                    "seen": _says("numbers of the narrative and the tables", _COUNT),
                    "claimed": _says("numbers that were understood", _COUNT),
                    "checked": _says("numbers that were compared with something", _COUNT),
                    "unclaimed": _list("unclaimed"),
                    "skipped": _says("checks that could not run, and what could not be read", _list("skipped")),
                }
            ),
            "unclaimed": _object(
                {
                    "printed": _says("the number as it stands in the document", _TEXT),
                    "why": _says("a code: reason, ordinal, date, name, overview, unknown", _TEXT),
                    "page": _to("page"),
                    "section": _TEXT,
                    "quote": _says("the number and the text around it", _TEXT),
                }
            ),
            "skipped": _object({"code": _TEXT, "reason": _TEXT, "reason_en": _TEXT}),
            "finding": _object(
                {
                    "code": _says("of the rule; stable", {"type": "string", "minLength": 1}),
                    "kind": {"enum": [*KINDS]},
                    "verdict": {"enum": [one.value for one in Verdict]},
                    "severity": {"enum": [one.value for one in Severity]},
                    "section": _says("the heading under which it stands; empty where there is none", _TEXT),
                    "page": _to("page"),
                    "quote": _says("the text as it stands in the document", _TEXT),
                    "printed": _says("what of it is wrong", _TEXT),
                    "expected": _says("what would be right; empty where that is not known", _TEXT),
                    "message": _says("in the language that was asked for", _TEXT),
                    "message_en": _TEXT,
                    "derivation": _says("how what was expected follows", _TEXT),
                    "diagnosis": _says("what the mistake looks like; empty where that is not known", _TEXT),
                    "place": _to("place"),
                }
            ),
            "place": _object(
                {
                    "block": _says("the paragraph or table, from 0", {"type": "integer"}),
                    "start": _says("the first character of its text, from 0", _COUNT),
                    "end": _says("the character after the last", _COUNT),
                    "row": _says("of a table, from 0", _or_null(_COUNT)),
                    "column": _says("of a table, from 0", _or_null(_COUNT)),
                }
            ),
            "page": _says("from 1; null where the format has no pages", _or_null({"type": "integer", "minimum": 1})),
        },
    }


def _to(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list(name: str) -> Schema:
    return {"type": "array", "items": _to(name)}


def _or_null(schema: Schema) -> Schema:
    return {**schema, "type": [schema["type"], "null"]}


def _says(description: str, schema: Schema) -> Schema:
    return {**schema, "description": description}


def _object(properties: Mapping[str, Schema]) -> Schema:
    """An object with all of these keys and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [*properties],
        "additionalProperties": False,
    }
