"""``[words]``, ``[phrases]``, ``[families]`` and ``[sentences]``: what is said, and with which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import field, frozen

from govfinance.claims import Claim
from govfinance.jurisdictions._source._expand import Parts, names_in
from govfinance.jurisdictions._source._names import claim_classes, part_classes
from govfinance.jurisdictions._source._node import Node, Problems, Table
from govfinance.jurisdictions._source._ways import Way, read_ways, variants_of
from govfinance.jurisdictions._source._words import read_words
from govfinance.sentences import Variant, WordsCodec

__all__ = ["Speech", "read_speech"]

_NAME: Final = re.compile(r"[a-z_0-9]+")


@frozen
class Speech:
    """What a form says: its vocabularies, phrases and sentences; ``broken`` are names of which nothing came."""

    codecs: dict[str, WordsCodec] = field(factory=dict)
    phrases: dict[str, tuple[type, list[Variant]]] = field(factory=dict)
    sentences: dict[type[Claim], list[Variant]] = field(factory=dict)
    broken: set[str] = field(factory=set)


def read_speech(top: Table, problems: Problems) -> Speech:
    """All that the sentences of a file are made of."""
    tables = {key: problems.table(top[key]) or {} if key in top else {} for key in _SECTIONS}
    speech, parts = Speech(), Parts(tables["parts"], problems)
    for name, node in tables["words"].items():
        codec = read_words(name, node, problems) if _named(name, node, problems) else None
        if codec is None:
            speech.broken.add(name)
        else:
            speech.codecs[name] = codec
    families = {name: _family(node, problems) for name, node in tables["families"].items()}
    for name, node in tables["phrases"].items():
        if name in tables["words"]:
            problems.add(node, "duplicate-name", "there are words of this name", "已有同名的词汇")
        phrase = _phrase(name, node, families, parts, problems) if _named(name, node, problems) else None
        if phrase is None:
            speech.broken.add(name)
        else:
            speech.phrases[name] = phrase
    classes = claim_classes()
    for name, node in tables["sentences"].items():
        if name not in classes:
            problems.unknown(node, "unknown-class", "class of claims", "表述", name, classes)
        elif (variants := variants_of(name, classes[name], read_ways(node, problems), parts, problems, {})) is not None:
            speech.sentences[classes[name]] = variants
        else:
            speech.broken.add(name)
    _sort(speech, tables["phrases"], problems)
    return speech


_SECTIONS: Final = ("words", "parts", "families", "phrases", "sentences")


def _named(name: str, node: Node, problems: Problems) -> bool:
    """Whether a slot can ask for something of this name."""
    if _NAME.fullmatch(name):
        return True
    problems.add(
        node,
        "bad-name",
        f"expected a name of small letters, digits and _, got {name!r}",
        f"名称应由小写字母、数字和下划线组成，实际为“{name}”",
    )
    return False


@frozen
class _Family:
    """Variants with blanks, and what stands in the blanks that nobody fills in."""

    ways: list[Way]
    blanks: Table


def _family(node: Node, problems: Problems) -> _Family | None:
    table = problems.table(node, ("blanks", "variants"))
    if table is None:
        return None
    if "variants" not in table:
        problems.missing(node, "variants", "what is said", "句式")
        return None
    ways = read_ways(table["variants"], problems)
    blanks = problems.table(table["blanks"]) if "blanks" in table else {}
    return None if ways is None or blanks is None else _Family(ways, blanks)


def _phrase(
    name: str, node: Node, families: Mapping[str, _Family | None], parts: Parts, problems: Problems
) -> tuple[type, list[Variant]] | None:
    table = problems.table(node, ("of", "variants", "like", "fill"))
    if table is None:
        return None
    if "of" not in table:
        problems.missing(node, "of", "the class that the phrase says", "短语所属的类")
        return None
    cls = problems.choice(table["of"], "unknown-class", "class", "类", part_classes())
    ways: list[Way] | None = None
    blanks: dict[str, str] | None = {}
    if "like" in table:
        if "variants" in table:
            problems.add(table["like"], "either-or", "expected either like or variants", "like 与 variants 只能有其一")
        family = problems.choice(table["like"], "unknown-family", "family", "句式族", families)
        if family is not None:
            ways, blanks = family.ways, _filled(family, table, node, parts, problems)
    elif "variants" in table:
        if "fill" in table:
            problems.add(table["fill"], "either-or", "expected fill only beside like", "fill 只能与 like 同用")
        ways = read_ways(table["variants"], problems)
    else:
        problems.missing(node, "variants", "what is said, or like", "句式，或 like")
    if cls is None or ways is None or blanks is None:
        return None
    variants = variants_of(name, cls, ways, parts, problems, blanks)
    return None if variants is None else (cls, variants)


def _filled(family: _Family, table: Table, node: Node, parts: Parts, problems: Problems) -> dict[str, str] | None:
    """What stands in the blanks of a family."""
    fill = problems.table(table["fill"]) if "fill" in table else {}
    if fill is None:
        return None
    used = set[str]().union(*(names_in(way.text) for way in family.ways))
    needed = {name for name in used if name not in family.blanks and name not in parts}
    told = len(problems.found)
    for name, inner in fill.items():
        if name not in family.blanks and name not in used:
            problems.unknown(inner, "unknown-blank", "blank", "空位", name, sorted({*family.blanks, *needed}))
    for name in sorted(needed - set(fill)):
        problems.add(
            table.get("fill", node), "unfilled-blank", f"the blank ${name}$ is not filled in", f"空位 ${name}$ 没有填写"
        )
    result = {}
    for name, inner in {**family.blanks, **fill}.items():
        text = problems.text(inner)
        whole = None if text is None else parts.fill(text, inner)
        if whole is not None:
            result[name] = whole
    return result if len(problems.found) == told and len(result) == len({*family.blanks, *fill}) else None


def _sort(speech: Speech, nodes: Table, problems: Problems) -> None:
    """Bring phrases into an order in which each stands after those that it contains."""
    contained = {
        name: [one for variant in variants for one in _asked_for(variant.source) if one in speech.phrases]
        for name, (_, variants) in speech.phrases.items()
    }
    done: dict[str, tuple[type, list[Variant]]] = {}
    while contained:
        ready = [name for name, inner in contained.items() if all(one in done for one in inner)]
        if not ready:
            for name in contained:
                problems.add(
                    nodes[name],
                    "phrase-cycle",
                    f"the phrases {', '.join(contained)} contain each other",
                    f"短语 {'、'.join(contained)} 互相包含",
                )
                speech.broken.add(name)
            break
        for name in ready:
            done[name] = speech.phrases[name]
            del contained[name]
    speech.phrases.clear()
    speech.phrases.update(done)


def _asked_for(source: str) -> Iterator[str]:
    """The codecs and phrases that the slots of a text name."""
    yield from re.findall(r"\{[a-z_0-9.]+:([a-z_0-9]+)", source)
