"""From a file to a jurisdiction: read, inherit, structure, and compile at once or when the sentences are needed."""

from __future__ import annotations

import re

from govfinance.errors import InvalidInputError, Problem
from govfinance.jurisdictions._compiled import compiled_sentences
from govfinance.jurisdictions._form import Jurisdiction
from govfinance.jurisdictions._source._complete import incomplete
from govfinance.jurisdictions._source._form import Structured, structured
from govfinance.jurisdictions._source._inherit import Find, Source, read_inherited

__all__ = ["load_checked", "load_quickly"]


def load_checked(source: Source, find: Find) -> Jurisdiction:
    """The jurisdiction of a file, with everything compiled and checked.

    Raises `InvalidInputError` with all problems of the file and of those that it inherits.
    """
    found = _structured(source, find)
    problems = list(found.problems)
    sentences, of_sentences = compiled_sentences(found.form, found.speech.broken)
    problems += of_sentences
    problems += incomplete(found, sentences)
    _raise(problems)
    return Jurisdiction(found.form)


def load_quickly(source: Source, find: Find, expected: tuple[str, int]) -> Jurisdiction:
    """The jurisdiction of a file that was checked before, its sentences compiled when they are first needed.

    Raises `InvalidInputError` with what is wrong apart from the sentences, and where the id and the year are not those
    of the name of the file.
    """
    found = _structured(source, find)
    problems = list(found.problems)
    form = found.form
    if not problems and (form.id, form.year) != expected:
        problems.append(
            Problem(
                "other-edition",
                f"expected the id and the year of the name of the file, got {form.id} and {form.year}",
                f"id 和 year 应与文件名一致，实际为 {form.id} 和 {form.year}",
                source.name,
            )
        )
    _raise(problems)
    return Jurisdiction(form)


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise InvalidInputError(sorted(dict.fromkeys(problems), key=_by_place))


def _structured(source: Source, find: Find) -> Structured:
    try:
        return structured(read_inherited(source, find))
    except RecursionError:
        raise InvalidInputError(
            [Problem("too-deep", "tables, lists or parts are nested too deeply", "表、列表或片段嵌套过深", source.name)]
        ) from None


def _by_place(problem: Problem) -> tuple[str, int]:
    """The file and the line of a problem."""
    place = re.match(r"(.*?):([0-9]+)(?::|$)", problem.path)
    return (place[1], int(place[2])) if place else (problem.path, 0)
