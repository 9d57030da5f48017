"""What a form lacks, although all that it has is right: sentences of topics, variants for situations that can occur."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    """One problem for a sentence that has no words for some situations: what these have in common, or the first of them."""
    assert form.conventions is not None
    said = sentence.said()
    sayable: set[str] = set()
    unsaid: list[tuple[str, ...]] = []
    for one in situations(sentence.cls, said, form.conventions):
        conditions = described(one, said)
        if _sayable(sentence, one):
            sayable.update(conditions)
        else:
            unsaid.append(conditions)
    if not unsaid:
        return
    never = dict.fromkeys(condition for conditions in unsaid for condition in conditions if condition not in sayable)
    causes = [condition for condition in never if "=" in condition] or [*never]
    en, zh = (" or ".join(causes), "；或 ".join(causes)) if causes else (", ".join(unsaid[0]), "，".join(unsaid[0]))
    yield Problem(
        "missing-variant",
        f"no variant says {sentence.cls.__name__} where {en}",
        f"缺少适用于以下情形的句式：{zh}",
        form.sentences[sentence.cls][0].where,
    )


def _sayable(sentence: Sentence[Any], claim: Any) -> bool:
    try:
        sentence.render(claim)
    except UnsayableError:
        return False
    return True
