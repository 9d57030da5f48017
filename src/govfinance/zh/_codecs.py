"""The codecs of Chinese final-accounts sentences: printed numbers, directions, official terms, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from attrs import field, frozen

from govfinance.catalog._economic import economic_table
from govfinance.claims import BudgetBasis, FundsKind, RevenueHeading, Side, role_of
from govfinance.model import FundSource, Level, RevenueSource, SpendingNature
from govfinance.money import Conventions, NumberFormat, Printed
from govfinance.sentences import Codec, IntegerCodec, Ready, TextCodec, WordsCodec

__all__ = ["CODECS", "NameCodec", "PrintedCodec", "economic_class_codec", "usual_codec"]

_NAME: Final = re.compile(r"[^0-9０-９、，。；：．％－\s-]++")  # full-width signs are read as the usual ones
_BARE_NAME: Final = re.compile(r"[^0-9０-９、，。；：．％－\s（）-]++")
_NUMBER: Final = r"-?+(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}+|[0-9]{1,21}+)(?:\.[0-9]{1,12}+)?+"


@frozen
class PrintedCodec:
    """A printed number: written with the separators of its format, read with or without them."""

    format: NumberFormat

    @property
    def pattern(self) -> str:
        return _NUMBER

    @property
    def starts(self) -> tuple[str, ...]:
        return ("-", *"0123456789")

    @property
    def ready(self) -> Ready:
        """What the format itself printed is in its canonical form."""
        return Ready(mark="made_by", when=self.format, text="text")

    def encode(self, value: Printed) -> str | None:
        if value.made_by is self.format:
            return value.text
        return self.format.canonical(value) if value.unit == self.format.unit else None

    def decode(self, text: str) -> Printed:
        return Printed(text, self.format.unit, self.format.decimals)

    def may_continue(self, following: str) -> bool:
        return following[:1] in "0123456789.,"


@frozen
class NameCodec:
    """A name without digits and without the punctuation that separates items of a list; if ``bare``, without brackets."""

    bare: bool = False
    starts: None = None
    _name: re.Pattern[str] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_name", _BARE_NAME if self.bare else _NAME)

    @property
    def pattern(self) -> str:
        return self._name.pattern

    def encode(self, value: str) -> str | None:
        return value if self._name.fullmatch(value) else None

    def decode(self, text: str) -> str:
        return text

    def may_continue(self, following: str) -> bool:
        return self._name.match(following) is not None


def _official(members: Iterable[Any]) -> WordsCodec:
    return WordsCodec({member: member.official for member in members})


CODECS: Final[dict[str, Codec]] = {
    "name": NameCodec(),
    "bare_name": NameCodec(bare=True),
}
"""The codecs that sentences ask for by name."""

_WORDS: Final[dict[Any, Codec]] = {
    Level: _official(Level),
    FundSource: _official(FundSource),
    RevenueSource: _official(RevenueSource),
    RevenueHeading: _official(RevenueHeading),
    BudgetBasis: WordsCodec({BudgetBasis.INITIAL: "年初预算", BudgetBasis.ADJUSTED: "全年预算"}),
    SpendingNature: _official(SpendingNature),
    FundsKind: WordsCodec({FundsKind.PERSONNEL: "人员经费", FundsKind.PUBLIC: "公用经费"}),
    Side: WordsCodec({Side.INCOME: "收入", Side.OUTLAY: "支出"}),
}


def economic_class_codec() -> WordsCodec:
    """The official names of the economic 类 (工资福利支出 ...) in all editions: accounts may be of a year after the form's."""
    histories = economic_table().histories.values()
    names = {entry.name for history in histories for entry in history if entry.code.group_code is None}
    return WordsCodec({name: name for name in sorted(names)})


def usual_codec(conventions: Conventions) -> Callable[[type, str, Any], Codec | None]:
    """The codec of a field by its type: printed numbers by the conventions, official terms by their words."""

    def usual(owner: type, name: str, kind: Any) -> Codec | None:
        if kind is Printed:
            role = role_of(owner, name)
            return None if role is None else PrintedCodec(conventions.format(owner.__name__, name, role))
        if kind is str:
            return TextCodec()
        if kind is int:
            return IntegerCodec(4, 4) if name == "year" else IntegerCodec()
        return _WORDS.get(kind)

    return usual
