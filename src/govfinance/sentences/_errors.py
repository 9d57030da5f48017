"""What can go wrong with sentences: a template that does not compile, a claim it cannot say, a text it cannot read."""

from __future__ import annotations

from attrs import frozen

from govfinance.errors import GovFinanceError, Lang, Problem

__all__ = ["Mismatch", "MismatchError", "TemplateError", "UnsayableError"]


class TemplateError(GovFinanceError, ValueError):
    """A sentence that is not fit to be read back: an unknown slot, a slot that could swallow what follows it."""


class UnsayableError(GovFinanceError, ValueError):
    """A claim for which no variant of its sentence exists, or whose free text would be read back as something else."""


@frozen
class Mismatch:
    """Where a text leaves the sentence that comes nearest, and what was expected there.

    ``position`` counts characters of the text as given; ``expected`` is the next literal or
    slot, and empty where the sentence is over.
    """

    sentence: str
    position: int
    expected: str
    found: str

    def message(self, lang: Lang = "en") -> str:
        """The near miss in one line."""
        if lang == "zh":
            expected = f"为“{self.expected}”" if self.expected else "结束"
            return f"{self.sentence}：第 {self.position + 1} 字处应{expected}，实际为“{self.found}”"
        expected = repr(self.expected) if self.expected else "the end"
        return f"{self.sentence}: expected {expected} at character {self.position + 1}, found {self.found!r}"


class MismatchError(GovFinanceError, ValueError):
    """A text that is not this sentence; `mismatch` says where it leaves it."""

    def __init__(self, mismatch: Mismatch) -> None:
        self.mismatch = mismatch
        super().__init__([Problem("mismatch", mismatch.message("en"), mismatch.message("zh"))])
