"""What a form lacks, although all that it has is right: sentences of topics, variants for situations that can occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from govfinance.claims import Claim, described, situations
from govfinance.derive import TOPICS
from govfinance.errors import Problem
from govfinance.jurisdictions._form import Form
from govfinance.jurisdictions._source._form import Structured
from govfinance.sentences import Sentence, UnsayableError

__all__ = ["incomplete"]


def incomplete(found: Structured, sentences: Mapping[type[Claim], Sentence[Any]]) -> Iterator[Problem]:
    """The topics of the outline without a sentence, and the sentences without words for a situation that can occur.

    ``sentences`` are those that compiled.
    """
    broken = found.speech.broken
    for topic, node in found.topics:
        cls = TOPICS.get(topic)
        if cls is not None and cls not in found.form.sentences and cls.__name__ not in broken:
            yield node.problem(
                "missing-sentence",
                f"the form has no sentence for {topic}: expected {cls.__name__} among [sentences]",
                f"{topic} 没有句式：[sentences] 中应有 {cls.__name__}",
            )
    if found.form.conventions is not None:
        for sentence in sentences.values():
            yield from _unsaid(sentence, found.form)


def _unsaid(sentence: Sentence[Any], form: Form) -> Iterator[Problem]:
    """What has no words for a situation: a phrase of the sentence, where one is at fault each time, else the sentence."""
    assert form.conventions is not None
    said = sentence.said()
    sayable: set[str] = set()
    unsaid: list[Any] = []
    for one in situations(sentence.cls, said, form.conventions):
        if _sayable(sentence, one):
            sayable.update(described(one, said))
        else:
            unsaid.append(one)
    if not unsaid:
        return
    lacking = [{name for name, _, words in sentence.parts(one) if not words} for one in unsaid]
    if all(lacking):
        guilty = {name for names in lacking if len(names) == 1 for name in names} or lacking[0]
        for name in sorted(guilty):
            cls, variants = form.phrases[name]
            conditions = _unknown_to(name, [part for one in unsaid for part in sentence.parts(one)])
            yield _missing(f"{name} ({cls.__name__})", conditions, variants[0].where)
        return
    never = {what: None for one in unsaid for what in described(one, said) if what not in sayable}
    causes = never or dict.fromkeys(described(unsaid[0], said))
    yield _missing(sentence.cls.__name__, causes, form.sentences[sentence.cls][0].where)


def _unknown_to(phrase: str, parts: Iterable[tuple[str, Any, bool]]) -> Iterable[str]:
    """What the parts for which a phrase has no words have in common, and no part has for which it has them."""
    known: set[str] = set()
    unknown: dict[str, None] = {}
    for name, part, words in parts:
        if name == phrase:
            conditions = described(part, frozenset())
            known.update(conditions if words else ())
            unknown.update({} if words else dict.fromkeys(conditions))
    return [one for one in unknown if one not in known] or unknown


def _missing(what: str, conditions: Iterable[str], where: str) -> Problem:
    causes = [one for one in conditions if "=" in one] or [*conditions]
    return Problem(
        "missing-variant",
        f"no variant of {what} says it where {' or '.join(causes)}",
        f"{what} 缺少适用于以下情形的句式：{'；或 '.join(causes)}",
        where,
    )


def _sayable(sentence: Sentence[Any], claim: Any) -> bool:
    try:
        sentence.render(claim)
    except UnsayableError:
        return False
    return True
