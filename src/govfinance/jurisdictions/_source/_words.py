"""``[words]``: closed vocabularies, and which characters a word may have."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, Final

from govfinance.jurisdictions._source._names import enumerations, snake_case
from govfinance.jurisdictions._source._node import Node, Problems
from govfinance.sentences import WordsCodec, canonical_characters

__all__ = ["check_width", "read_words"]

_WIDE: Final = re.compile(r"[０-９．％－]")


def read_words(name: str, node: Node, problems: Problems) -> WordsCodec | None:
    """A closed vocabulary: the members of an enumeration, each with its word or words."""
    kinds, usual = enumerations(), {snake_case(kind): kind for kind in enumerations()}
    table = problems.table(node)
    if table is None:
        return None
    of = table.get("of")
    if of is None and name not in usual:
        problems.missing(node, "of", "the enumeration that the words are for", "词汇所属的枚举")
        return None
    kind = kinds[usual[name]] if of is None else problems.choice(of, "unknown-class", "enumeration", "枚举", kinds)
    if kind is None:
        return None
    if of is not None and name in usual and kind is not kinds[usual[name]]:
        problems.add(
            of,
            "wrong-class",
            f"words of this name are those of {usual[name]}",
            f"此名称的词汇属于 {usual[name]}",
        )
        return None
    members: dict[str, Enum] = {str(member.value): member for member in kind}
    told = len(problems.found)
    words: dict[Any, tuple[str, ...]] = {}
    meant: dict[str, str] = {}
    for key, inner in table.items():
        if key == "of":
            continue
        if key not in members:
            problems.unknown(
                inner, "unknown-word", f"member of {kind.__name__}", f"{kind.__name__} 的成员", key, members
            )
            continue
        said = problems.texts(inner) or []
        if not said and isinstance(inner.value, list):
            problems.add(inner, "no-word", "expected at least one word", "至少应有一个词")
        for word in said:
            _check_word(word, key, meant, inner, problems)
        words[members[key]] = tuple(said)
    if not words and len(problems.found) == told:
        problems.add(node, "no-word", "expected at least one word", "至少应有一个词")
    return WordsCodec(words) if len(problems.found) == told else None


def _check_word(word: str, key: str, meant: dict[str, str], node: Node, problems: Problems) -> None:
    if not word or re.search(r"\s", word):
        problems.add(
            node, "bad-word", f"expected a word without white space, got {word!r}", f"词中不应有空白，实际为“{word}”"
        )
    elif word in meant:
        problems.add(
            node, "same-word", f"the word {word!r} stands for {meant[word]} already", f"“{word}”已用于 {meant[word]}"
        )
    else:
        check_width(word, node, problems)
    meant.setdefault(word, key)


def check_width(text: str, node: Node, problems: Problems) -> None:
    """Complain of full-width digits and signs: reading takes them for the usual ones, so the text is never found."""
    wide = "".join(dict.fromkeys(_WIDE.findall(text)))
    if not wide:
        return
    usual = canonical_characters(wide)
    problems.add(
        node,
        "full-width",
        f"full-width characters are read as the usual ones: write {usual!r} in place of {wide!r}",
        f"全角字符按半角读取：请将“{wide}”改为“{usual}”",
    )
