"""The compiled parts of a sentence: each becomes a pattern, and knows how it can begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen, mutable

from govfinance.sentences._codec import Codec, spaced
from govfinance.sentences._follow import GAP, NOTHING, Follow

__all__ = [
    "ChoiceNode",
    "GroupNode",
    "LiteralNode",
    "Node",
    "Patterns",
    "Seq",
    "SlotNode",
    "VariantNode",
    "choices_of",
    "said_by",
]


@mutable
class Patterns:
    """Hands out names for the capturing groups of one regular expression, and keeps what each is for."""

    captures: list[tuple[str, str, Node]] = field(factory=list)
    prefix: str = ""

    def name(self, node: Node) -> str:
        """A new group for a node, at the place that `prefix` gives."""
        name = f"g{len(self.captures)}"
        self.captures.append((name, self.prefix, node))
        return name


class Node:
    """One part of a compiled sentence."""

    def pattern(self, follow: Follow | None, patterns: Patterns | None) -> str:
        """The regular expression; ``follow`` is how the rest begins, ``patterns`` None asks for no captures."""
        raise NotImplementedError

    def run(self, follow: Follow | None) -> Follow | None:
        """How this node begins, as patterns at which free text before it ends; None if it could be anything."""
        raise NotImplementedError

    def starts(self) -> tuple[str, ...] | None:
        """The strings with which this node can begin, where it is there; None if with anything."""
        raise NotImplementedError

    def may_be_blank(self) -> bool:
        """Whether nothing may stand here but white space, so that what follows begins instead."""
        return False

    def describe(self) -> str:
        """What a reader would expect to see here."""
        raise NotImplementedError


@frozen(eq=False)
class LiteralNode(Node):
    text: str
    understood: tuple[str, ...] = ()

    def _spaced(self) -> str:
        if not self.understood:
            return spaced(self.text)
        longest_first = sorted((self.text, *self.understood), key=len, reverse=True)
        return "(?>" + "|".join(spaced(word) for word in longest_first) + ")"

    def pattern(self, follow: Follow | None, patterns: Patterns | None) -> str:
        return self._spaced()

    def run(self, follow: Follow | None) -> Follow | None:
        return follow if self.may_be_blank() else (follow or NOTHING).after(self._spaced())

    def starts(self) -> tuple[str, ...]:
        return () if self.may_be_blank() else tuple("".join(text.split()) for text in (self.text, *self.understood))

    def may_be_blank(self) -> bool:
        return not self.text or self.text.isspace()

    def describe(self) -> str:
        return self.text.strip()


@frozen(eq=False)
class SlotNode(Node):
    path: str
    codec: Codec
    nullable: bool
    stops: tuple[str, ...] = ()
    """What follows free text: a value that contains one of these must be read back to be sure of it."""

    def pattern(self, follow: Follow | None, patterns: Patterns | None) -> str:
        inner = self.codec.pattern
        if inner is None:
            assert follow is not None
            inner = rf"(?:(?!{GAP}{follow.long}).)++"
        return f"(?P<{patterns.name(self)}>{inner})" if patterns is not None else f"(?:{inner})"

    def run(self, follow: Follow | None) -> Follow | None:
        return None if self.codec.pattern is None else (follow or NOTHING).after(f"(?:{self.codec.pattern})")

    def starts(self) -> tuple[str, ...] | None:
        return self.codec.starts

    def describe(self) -> str:
        return "{" + self.path + "}"


@frozen(eq=False)
class Seq(Node):
    nodes: tuple[Node, ...]

    def follows(self, follow: Follow | None) -> list[Follow | None]:
        """For each node, how what comes after it begins."""
        result: list[Follow | None] = []
        for node in reversed(self.nodes):
            result.append(follow)
            follow = node.run(follow)
        return result[::-1]

    def pattern(self, follow: Follow | None, patterns: Patterns | None) -> str:
        parts = zip(self.nodes, self.follows(follow), strict=True)
        return GAP.join(node.pattern(after, patterns) for node, after in parts)

    def run(self, follow: Follow | None) -> Follow | None:
        for node in reversed(self.nodes):
            follow = node.run(follow)
        return follow

    def starts(self) -> tuple[str, ...] | None:
        return starts_of(self.nodes)

    def may_be_blank(self) -> bool:
        return all(node.may_be_blank() for node in self.nodes)

    def describe(self) -> str:
        return self.nodes[0].describe() if self.nodes else ""


def starts_of(nodes: tuple[Node, ...]) -> tuple[str, ...] | None:
    """How a run of nodes can begin; a first node that may be blank lets the next one begin too."""
    result: tuple[str, ...] = ()
    for node in nodes:
        starts = node.starts()
        if starts is None:
            return None
        result += starts
        if not node.may_be_blank():
            break
    return result


@frozen(eq=False)
class GroupNode(Node):
    body: Seq
    deciding: tuple[str, ...]
    """The paths of the fields that say whether the part is there: all of them, or none."""

    def pattern(self, follow: Follow | None, patterns: Patterns | None) -> str:
        return f"(?>{self.body.pattern(follow, patterns)})?+"

    def run(self, follow: Follow | None) -> Follow | None:
        inside = self.body.run(None)
        return None if inside is None or follow is None else Follow.any_of((inside, follow))

    def starts(self) -> tuple[str, ...] | None:
        return self.body.starts()

    def may_be_blank(self) -> bool:
        return True

    def describe(self) -> str:
        return self.body.describe()


@frozen(eq=False)
class VariantNode(Node):
    """One way to say a claim: fixed values of some fields, the rest in slots, all others None."""

    body: Seq
    given: tuple[tuple[str, Any], ...]
    absent: tuple[str, ...]

    def pattern(self, follow: Follow | None, patterns: Patterns | None) -> str:
        mark = f"(?P<{patterns.name(self)}>)" if patterns is not None else ""
        return mark + self.body.pattern(follow, patterns)

    def run(self, follow: Follow | None) -> Follow | None:
        return self.body.run(follow)

    def starts(self) -> tuple[str, ...] | None:
        return self.body.starts()

    def may_be_blank(self) -> bool:
        return self.body.may_be_blank()

    def describe(self) -> str:
        return self.body.describe()


@frozen(eq=False)
class ChoiceNode(Node):
    """A nested object said with the first variant that fits; with a separator, a tuple of such objects."""

    path: str
    nullable: bool
    variants: tuple[VariantNode, ...]
    cls: type
    separator: str | None = None
    phrase: str = ""

    def one(self, follow: Follow | None, patterns: Patterns | None) -> str:
        """The pattern of a single object; committed to a variant only when what follows it is right too."""
        ahead = f"(?={GAP}{follow.short})" if follow is not None else ""
        return "(?>" + "|".join(variant.pattern(follow, patterns) + ahead for variant in self.variants) + ")"

    def item_follow(self, follow: Follow | None) -> Follow | None:
        """What follows one object of a list: the separator, or what follows the list."""
        assert self.separator is not None
        between = spaced(self.separator)
        return None if follow is None else Follow.any_of((Follow.fixed(between), follow))

    def pattern(self, follow: Follow | None, patterns: Patterns | None) -> str:
        if self.separator is None:
            if patterns is None:
                return self.one(follow, None)
            mark = f"(?P<{patterns.name(self)}>)"
            outside = patterns.prefix
            patterns.prefix = f"{outside}{self.path}."
            inside = self.one(follow, patterns)
            patterns.prefix = outside
            return mark + inside
        one = self.one(self.item_follow(follow), None)
        whole = rf"{one}(?:{GAP}{spaced(self.separator)}{GAP}{one})*+"
        return f"(?P<{patterns.name(self)}>{whole})" if patterns is not None else f"(?:{whole})"

    def run(self, follow: Follow | None) -> Follow | None:
        after = follow if self.separator is None else self.item_follow(follow)
        runs = [variant.run(after) for variant in self.variants]
        known = [run for run in runs if run is not None]
        return Follow.any_of(known) if len(known) == len(runs) else None

    def starts(self) -> tuple[str, ...] | None:
        result: tuple[str, ...] = ()
        for variant in self.variants:
            starts = variant.starts()
            if starts is None:
                return None
            result += starts
        return tuple(dict.fromkeys(result))

    def may_be_blank(self) -> bool:
        return any(variant.may_be_blank() for variant in self.variants)

    def describe(self) -> str:
        return " | ".join(variant.describe() for variant in self.variants)


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile with the one set of flags that sentences use."""
    return re.compile(pattern, re.DOTALL)


def said_by(variant: VariantNode) -> Iterator[str]:
    """The dotted paths of the fields that a variant says or fixes, those of nested objects too."""
    yield from (path for path, _ in variant.given)
    yield from _said(variant.body)


def _said(body: Seq) -> Iterator[str]:
    for node in body.nodes:
        if isinstance(node, GroupNode):
            yield from _said(node.body)
        elif isinstance(node, SlotNode):
            yield node.path
        elif isinstance(node, ChoiceNode):
            yield node.path
            yield from (f"{node.path}.{path}" for option in node.variants for path in said_by(option))


def choices_of(body: Seq) -> Iterator[ChoiceNode]:
    """The nested objects that a part says, in optional parts too."""
    for node in body.nodes:
        if isinstance(node, ChoiceNode):
            yield node
        elif isinstance(node, GroupNode):
            yield from choices_of(node.body)
