"""Strategies for texts that say a claim otherwise than the form does, and that are understood all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, Final, TypeVar

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from govfinance.claims import Claim
from govfinance.sentences import IntegerCodec, Sentence, WordsCodec
from govfinance.sentences._nodes import ChoiceNode, GroupNode, LiteralNode, Node, Seq, SlotNode, VariantNode
from govfinance.zh import PrintedCodec

__all__ = ["pieces_of", "spellings"]

C = TypeVar("C", bound=Claim)

_SPACES: Final = (" ", "\u00a0", "\u3000", "\n", "\t", "  ", "\u2003\r\n")
_FULL_WIDTH: Final = str.maketrans("0123456789.%-", "０１２３４５６７８９．％－")

_Choose = Callable[[Sequence[str]], str]


@frozen
class _Piece:
    """Some characters of a sentence: whether white space may stand between them, and in which other characters
    they may be written."""

    text: str
    loose: bool
    number: bool = False


@st.composite
def spellings(draw: DrawFn, sentence: Sentence[C], claim: C) -> str:
    """Texts in which a sentence makes a claim in ways that are not canonical but understood.

    White space of any kind between characters, though not within numbers and free texts; full-width digits, points,
    signs and percent signs; other words that are understood; thousands separators or none.
    """

    def choose(words: Sequence[str]) -> str:
        return draw(st.sampled_from(words))

    pieces = pieces_of(choose, sentence.variants, claim)
    assert pieces is not None, "the sentence cannot say the claim"
    density = draw(st.sampled_from([0, 0, 1, 4, 10]))
    wide = draw(st.booleans())
    text = ""
    for piece in pieces:
        shown = piece.text.translate(_FULL_WIDTH) if wide and (piece.loose or piece.number) else piece.text
        parts = list(shown) if piece.loose else [shown]
        for part in parts:
            if density and draw(st.integers(1, 10)) <= density:
                text += draw(st.sampled_from(_SPACES))
            text += part
    return text


def pieces_of(choose: _Choose, variants: tuple[VariantNode, ...], value: Any) -> list[_Piece] | None:
    return next((pieces for one in variants if (pieces := _variant(choose, one, value)) is not None), None)


def _variant(choose: _Choose, variant: VariantNode, claim: Any) -> list[_Piece] | None:
    if any(attrgetter(path)(claim) != value for path, value in variant.given):
        return None
    if any(attrgetter(path)(claim) is not None for path in variant.absent):
        return None
    return _sequence(choose, variant.body, claim)


def _sequence(choose: _Choose, body: Seq, claim: Any) -> list[_Piece] | None:
    pieces: list[_Piece] = []
    for node in body.nodes:
        said = _node(choose, node, claim)
        if said is None:
            return None
        pieces += said
    return pieces


def _node(choose: _Choose, node: Node, claim: Any) -> list[_Piece] | None:
    if isinstance(node, LiteralNode):
        return [_Piece(choose([node.text, *node.understood]) if node.understood else node.text, loose=True)]
    if isinstance(node, GroupNode):
        present = [attrgetter(path)(claim) is not None for path in node.deciding]
        if not any(present):
            return []
        return _sequence(choose, node.body, claim) if all(present) else None
    assert isinstance(node, SlotNode | ChoiceNode)
    value = attrgetter(node.path)(claim)
    if value is None:
        return None
    if isinstance(node, SlotNode):
        return _slot(choose, node, value)
    if node.separator is None:
        return pieces_of(choose, node.variants, value)
    pieces: list[_Piece] = []
    for item in value:
        said = pieces_of(choose, node.variants, item)
        if said is None:
            return None
        pieces += [_Piece(node.separator, loose=True), *said] if pieces else said
    return pieces


def _slot(choose: _Choose, node: SlotNode, value: Any) -> list[_Piece] | None:
    codec = node.codec
    text = codec.encode(value)
    if text is None:
        return None
    if isinstance(codec, WordsCodec):
        return [_Piece(choose(codec.words[value]), loose=True)]
    if isinstance(codec, PrintedCodec):
        return [_Piece(choose([text, _regrouped(text)]), loose=False, number=True)]
    return [_Piece(text, loose=False, number=isinstance(codec, IntegerCodec))]


def _regrouped(text: str) -> str:
    """The number without its thousands separators, or with them if it had none."""
    if "," in text:
        return text.replace(",", "")
    sign = text[: len(text) - len(text.lstrip("-"))]
    whole, point, decimals = text[len(sign) :].partition(".")
    first = len(whole) % 3 or 3
    groups = [whole[:first], *(whole[start : start + 3] for start in range(first, len(whole), 3))]
    return sign + ",".join(groups) + point + decimals
