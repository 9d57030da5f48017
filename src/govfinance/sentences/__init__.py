"""An engine for sentences that are written and read back by the same template.

A `Grammar` compiles templates with typed slots for classes of claims (attrs classes). A `Sentence` renders a claim
and parses its text; compiling refuses a slot that is no field and one that could swallow what follows it. Nothing
here knows of finance.
"""

from govfinance.sentences._codec import Codec, IntegerCodec, Ready, TextCodec, WordsCodec, spaced
from govfinance.sentences._compile import field_types
from govfinance.sentences._errors import Mismatch, MismatchError, TemplateError, UnsayableError
from govfinance.sentences._reader import Mark, Reading
from govfinance.sentences._sentence import Grammar, Sentence, Variant, canonical_characters

__all__ = [
    "Codec",
    "Grammar",
    "IntegerCodec",
    "Mark",
    "Mismatch",
    "MismatchError",
    "Reading",
    "Ready",
    "Sentence",
    "TemplateError",
    "TextCodec",
    "UnsayableError",
    "Variant",
    "WordsCodec",
    "canonical_characters",
    "field_types",
    "spaced",
]
