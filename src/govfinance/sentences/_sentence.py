"""A sentence: all ways to say one kind of claim, written and read by the same templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from govfinance.errors import Problem
from govfinance.sentences._codec import Codec
from govfinance.sentences._compile import compile_variant
from govfinance.sentences._errors import Mismatch, MismatchError, TemplateError, UnsayableError
from govfinance.sentences._follow import END
from govfinance.sentences._nodes import VariantNode, choices_of, said_by
from govfinance.sentences._reader import Reader, Reading
from govfinance.sentences._size import MOST_OF_GRAMMAR, size
from govfinance.sentences._trace import furthest
from govfinance.sentences._writer import Writer, compile_writer

__all__ = ["Grammar", "Sentence", "Variant", "canonical_characters"]

T = TypeVar("T")

_SAME_LENGTH = str.maketrans("０１２３４５６７８９．％－", "0123456789.%-")


def canonical_characters(text: str) -> str:
    """Full-width digits, points and signs in their usual form; every character keeps its place.

    >>> canonical_characters("增长２６．７３％，")
    '增长26.73%，'
    """
    return text.translate(_SAME_LENGTH)


@frozen
class Variant:
    """One way to say a claim: the template, and the fixed values of fields that it does not print.

    ``where`` is the place of the template in a file, which problems name; without it they name the sentence.
    """

    source: str
    given: Mapping[str, Any] = field(factory=dict)
    where: str = field(default="", eq=False)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."


class Sentence(Generic[T]):
    """All variants of the sentence for one class of claims; `Grammar.sentence` makes them."""

    def __init__(self, name: str, cls: type[T], variants: tuple[VariantNode, ...]) -> None:
        self.name = name
        self.cls = cls
        self.variants = variants

    @cached_property
    def _write(self) -> Writer:
        return compile_writer(self.variants)

    @cached_property
    def _part_writers(self) -> list[tuple[str, Callable[[T], Any], Writer]]:
        nodes = [node for variant in self.variants for node in choices_of(variant.body)]
        return [(node.phrase, attrgetter(node.path), compile_writer(node.variants)) for node in nodes]

    @cached_property
    def _readers(self) -> tuple[Reader[T], ...]:
        return tuple(Reader.of(self.cls, variant, END) for variant in self.variants)

    def __repr__(self) -> str:
        return f"<sentence {self.name} for {self.cls.__name__}, {len(self.variants)} variants>"

    def said(self) -> frozenset[str]:
        """The dotted paths of all fields that any variant says or fixes; those of the items of a list without their number."""
        return frozenset(path for variant in self.variants for path in said_by(variant))

    def parts(self, claim: T) -> Iterator[tuple[str, Any, bool]]:
        """The nested objects of a claim: the phrase that is to say each, the object, and whether it has words for it."""
        for phrase, find, write in self._part_writers:
            value = find(claim)
            for part in value if isinstance(value, tuple) else (() if value is None else (value,)):
                yield phrase, part, write(part, []) is not None

    def render(self, claim: T) -> str:
        """The canonical text of a claim; `UnsayableError` where no variant fits it."""
        doubts: list[str] = []
        text = self._write(claim, doubts)
        if text is None:
            raise self._unsayable(
                f"the sentence has no variant for {_short(repr(claim))}", f"没有适用的句式：{_short(repr(claim))}"
            )
        if doubts and self.match(text) != claim:
            raise self._unsayable(
                f"the text {_short(doubts[0])!r} contains words of the sentence that it would stand in, "
                "and would be read back as something else",
                f"文本“{_short(doubts[0])}”含有所在句式自身的文字，会被读成别的内容",
            )
        return text

    def _unsayable(self, en: str, zh: str) -> UnsayableError:
        return UnsayableError([Problem("unsayable", en, zh, self.name)])

    def read(self, text: str) -> Reading[T] | Mismatch:
        """The claim that a text makes and where its fields stand, or where the text leaves this sentence.

        White space does not count.
        """
        plain = canonical_characters(text)
        reading = self._reading(plain, text)
        if reading is not None:
            return reading
        position, expected = max((furthest(variant, plain) for variant in self.variants), key=lambda miss: miss[0])
        return Mismatch(self.name, position, expected, text[position : position + 12])

    def find(self, text: str, plain: str | None = None) -> Reading[T] | None:
        """As `read`, without the near miss: for asking many sentences which of them a text is.

        ``plain`` is the text with `canonical_characters`, which need to be made once for all of them.
        """
        return self._reading(canonical_characters(text) if plain is None else plain, text)

    def _reading(self, plain: str, text: str) -> Reading[T] | None:
        for reader in self._readers:
            reading = reader.read(plain, text)
            if reading is not None:
                return reading
        return None

    def match(self, text: str) -> T | Mismatch:
        """The claim that a text makes, or where the text leaves this sentence."""
        reading = self.read(text)
        return reading if isinstance(reading, Mismatch) else reading.claim

    def parse(self, text: str) -> T:
        """The claim that a text makes; `MismatchError` with the place where it is another sentence."""
        result = self.match(text)
        if isinstance(result, Mismatch):
            raise MismatchError(result)
        return result


class Grammar:
    """Codecs, phrases and sentences that belong together.

    ``codecs`` are found by the name a slot asks for; ``usual`` gives the codec of a field that asks for none.

    >>> from govfinance.sentences import IntegerCodec, TextCodec
    >>> @frozen
    ... class Count:
    ...     what: str
    ...     number: int
    >>> usual = lambda owner, name, kind: TextCodec() if kind is str else IntegerCodec()
    >>> grammar = Grammar({}, usual)
    >>> sentence = grammar.sentence("count", Count, [Variant("{what}共 {number}辆。")])
    >>> sentence.render(Count("车辆", 13)), sentence.parse("车辆 共13 辆。")
    ('车辆共 13辆。', Count(what='车辆', number=13))
    """

    def __init__(self, codecs: Mapping[str, Codec], usual: Callable[[type, str, Any], Codec | None]) -> None:
        self._codecs = dict(codecs)
        self._usual = usual
        self._phrases: dict[str, tuple[type, tuple[VariantNode, ...]]] = {}
        self._size = 0

    def codec(self, owner: type, name: str, kind: Any, wanted: str | None) -> Codec | None:
        """The codec of a field: the one it asks for by name, or the usual one of its type."""
        return self._usual(owner, name, kind) if wanted is None else self._codecs.get(wanted)

    def phrase(self, name: str) -> tuple[type, tuple[VariantNode, ...]] | None:
        """The class and the variants of a phrase, if there is one of that name."""
        return self._phrases.get(name)

    def add_phrase(self, name: str, cls: type, variants: list[Variant]) -> None:
        """Make a phrase known: the ways to say a part of a claim."""
        self._phrases[name] = cls, self._compile(name, cls, variants, nested=True)

    def sentence(self, name: str, cls: type[T], variants: list[Variant]) -> Sentence[T]:
        """Compile the sentence of a class of claims; `TemplateError` lists what is wrong with it, and where."""
        return Sentence(name, cls, self._compile(name, cls, variants, nested=False))

    def _compile(self, name: str, cls: type, variants: list[Variant], *, nested: bool) -> tuple[VariantNode, ...]:
        compiled_variants = []
        problems: list[Problem] = []
        for number, variant in enumerate(variants, 1):
            where = variant.where or (name if len(variants) == 1 else f"{name}[{number}]")
            if self._size > MOST_OF_GRAMMAR:
                problems.append(
                    Problem(
                        "too-large",
                        f"all sentences up to here have more than {MOST_OF_GRAMMAR} parts",
                        f"至此全部句式超过 {MOST_OF_GRAMMAR} 个部分",
                        where,
                    )
                )
                break
            try:
                compiled = compile_variant(cls, variant.source, variant.given, where, self, nested=nested)
            except TemplateError as error:
                problems += error.problems
            else:
                compiled_variants.append(compiled)
                self._size += size(compiled)
        if problems:
            raise TemplateError(problems)
        return tuple(compiled_variants)
