"""Writing a claim: the variants of a sentence as one generated Python function.

A narrative has some seven hundred slots, so a sentence does not walk its parts each time: like attrs does for
``__init__``, it writes the straight-line code once. All names in that code are fields that the compiler has found in
the class; all texts go in as escaped literals.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeAlias

from attrs import field, mutable

from govfinance.sentences._codec import Codec, TextCodec
from govfinance.sentences._nodes import ChoiceNode, GroupNode, LiteralNode, Node, Seq, SlotNode, VariantNode

__all__ = ["Writer", "compile_writer"]

Writer: TypeAlias = Callable[[Any, list[str]], "str | None"]
"""Writes a claim; None where no variant fits. Free texts that must be read back to be sure of go into the list."""


def _escaped(text: str) -> str:
    """A text as it stands between the quotes of an f-string: in ASCII without control characters, whatever it is."""
    plain = text.encode("unicode_escape").decode("ascii").replace('"', '\\"')
    return plain.replace("{", "{{").replace("}", "}}")


@mutable
class _Code:
    """The source of one function, and the objects that it refers to."""

    lines: list[str] = field(factory=list)
    scope: dict[str, Any] = field(factory=dict)
    names: int = 0

    def new(self, letter: str) -> str:
        """A fresh name."""
        self.names += 1
        return f"{letter}{self.names}"

    def constant(self, value: Any) -> str:
        """A name for an object."""
        name = self.new("k")
        self.scope[name] = value
        return name

    def add(self, depth: int, line: str) -> None:
        """One more line."""
        self.lines.append("    " * depth + line)


def compile_writer(variants: tuple[VariantNode, ...]) -> Writer:
    """One function that tries the variants in their order; each is a block that ends where it does not fit."""
    code = _Code()
    code.add(0, "def write(c, doubts):")
    for variant in variants:
        code.add(1, "while True:")
        for path, value in variant.given:
            same = "is not" if value is None or isinstance(value, Enum | bool) else "!="
            code.add(2, f"if c.{path} {same} {code.constant(value)}: break")
        for path in variant.absent:
            code.add(2, f"if c.{path} is not None: break")
        code.add(2, f'return f"{_sequence(code, variant.body, 2)}"')
    code.add(1, "return None")
    exec(compile("\n".join(code.lines), "<sentence>", "exec"), code.scope)
    writer: Writer = code.scope["write"]
    return writer


def _sequence(code: _Code, body: Seq, depth: int) -> str:
    """The lines that prepare the parts; what is returned goes between the quotes of an f-string."""
    return "".join(_part(code, node, depth) for node in body.nodes)


def _encoded(code: _Code, codec: Codec, value: str) -> str:
    """The expression that encodes a value: a call, but for values whose text lies ready."""
    call = f"{code.constant(codec.encode)}({value})"
    ready = getattr(codec, "ready", None)
    if ready is None:
        return call
    return f"{value}.{ready.text} if {value}.{ready.mark} is {code.constant(ready.when)} else {call}"


def _part(code: _Code, node: Node, depth: int) -> str:
    if isinstance(node, LiteralNode):
        return _escaped(node.text)
    text = code.new("t")
    if isinstance(node, GroupNode):
        present = [f"c.{path} is not None" for path in node.deciding]
        code.add(depth, f"if {' or '.join(present)}:")
        if len(present) > 1:
            code.add(depth + 1, f"if not ({' and '.join(present)}): break")
        code.add(depth + 1, f'{text} = f"{_sequence(code, node.body, depth + 1)}"')
        code.add(depth, f"else: {text} = ''")
    elif isinstance(node, SlotNode):
        value = code.new("v")
        code.add(depth, f"{value} = c.{node.path}")
        if node.nullable:
            code.add(depth, f"if {value} is None: break")
        if isinstance(node.codec, TextCodec):  # what it does, without a call
            code.add(depth, f"if not {value} or {value}.isspace(): break")
            text = value
        else:
            code.add(depth, f"{text} = {_encoded(code, node.codec, value)}")
            code.add(depth, f"if {text} is None: break")
        if node.codec.pattern is None:
            doubtful = [f"{text}.strip() != {text}"]
            doubtful += [f"{code.constant(stop)} in {text}" for stop in node.stops if stop]
            code.add(depth, f"if {' or '.join(doubtful)}: doubts.append({text})")
    elif isinstance(node, ChoiceNode):
        value = code.new("v")
        code.add(depth, f"{value} = c.{node.path}")
        code.add(depth, f"if {value} is None: break")
        one = code.constant(compile_writer(node.variants))
        if node.separator is None:
            code.add(depth, f"{text} = {one}({value}, doubts)")
            code.add(depth, f"if {text} is None: break")
        else:
            items = code.new("i")
            code.add(depth, f"{items} = [{one}(item, doubts) for item in {value}]")
            code.add(depth, f"if not {items} or None in {items}: break")
            code.add(depth, f"{text} = {code.constant(node.separator)}.join({items})")
    return "{" + text + "}"
