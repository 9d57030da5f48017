"""The one place where exact figures become printed numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from attrs import field, mutable

from govfinance.calc import Case, Figure, Ratio, Variation
from govfinance.claims import Claim, Comparison, formats_of
from govfinance.derive._derived import Derived, Omission, Source
from govfinance.errors import IncompleteAccountsError, Problem
from govfinance.model import FinalAccounts
from govfinance.money import Base, Change, Conventions, NumberFormat, Printed
from govfinance.numeric import ZERO

__all__ = ["Printer", "Statement", "clean"]

Formats: TypeAlias = Mapping[str, NumberFormat]

_NOTHING: Final = Printed("0")
_ENDINGS: Final = "。；;，, \n\u3000\xa0"


def clean(text: str | None) -> str | None:
    """A remark as it goes into a sentence: without line ends, and without the full stop that the sentence has."""
    if text is None:
        return None
    if text[-1] in _ENDINGS or text[0].isspace() or "\n" in text:
        text = "".join(line.strip() for line in text.splitlines()).rstrip(_ENDINGS)
    return text or None


@mutable
class Printer:
    """Prints for one set of accounts, and keeps what is missing."""

    accounts: FinalAccounts
    conventions: Conventions
    missing: dict[str, None] = field(factory=dict)
    omissions: list[Omission] = field(factory=list)

    def remark(self, topic: str) -> str | None:
        """What people wrote on a topic."""
        return clean(self.accounts.remarks.get(topic))

    def standing_text(self, topic: str) -> str | None:
        """What the form itself says on a topic where there is nothing to report."""
        text = self.conventions.standing_texts.get(topic)
        return None if text is None else text.replace("{level}", self.accounts.level.official)

    def raise_missing(self) -> None:
        """One error for all figures that a statement needs and the accounts lack."""
        if self.missing:
            raise IncompleteAccountsError(
                Problem(
                    "not-supplied",
                    "not supplied, and a statement of the narrative needs it (zero has to be said: missing is not zero)",
                    "未提供，而说明需要此数（为零也应写明：缺失不等于零）",
                    path,
                )
                for path in self.missing
            )


class Statement:
    """Prints the numbers of one claim and remembers where each comes from."""

    __slots__ = ("cls", "formats", "key", "parent", "printer", "sources", "topic")

    def __init__(self, printer: Printer, cls: type[Claim], topic: str, key: str = "", parent: str = "") -> None:
        self.printer = printer
        self.cls = cls
        self.topic = topic
        self.key = key
        self.parent = parent
        self.sources: dict[str, tuple[Source, NumberFormat]] = {}
        self.formats = formats_of(cls, printer.conventions)

    def amount(self, name: str, figure: Figure, *, formats: Formats | None = None, path: str = "") -> Printed:
        """Print a figure that the claim cannot do without."""
        number_format = (formats or self.formats)[name]
        self.sources[path or name] = figure, number_format
        value = figure.value
        if value is None:
            self.printer.missing.update(dict.fromkeys(figure.missing()))
            return _NOTHING
        return number_format.print(value)

    def optional(self, name: str, figure: Figure, *, formats: Formats | None = None, path: str = "") -> Printed | None:
        """Print a figure that the claim can do without; say that it was left out."""
        if figure.value is None:
            self.omit("comparison", figure.missing())
            return None
        return self.amount(name, figure, formats=formats, path=path)

    def count(self, name: str, number: int | None, path: str) -> Printed:
        """Print a count, which must have been supplied."""
        return self.amount(name, Figure(None if number is None else ZERO + number, "", path))

    def ratio(self, name: str, ratio: Ratio, *, owner: type | None = None, path: str = "") -> Printed | None:
        """Print a percentage; zero over zero prints what the conventions say, another zero base nothing."""
        cls = owner or self.cls
        formats = self.formats if owner is None else formats_of(owner, self.printer.conventions)
        if ratio.percent is not None:
            self.sources[path or name] = ratio, formats[name]
            return formats[name].print(ratio.percent)
        if ratio.case is Case.ZERO_BASE and not ratio.part.value:
            said = self.printer.conventions.zero_base.get(f"{cls.__name__}.{name}")
            if said is not None:
                self.sources[path or name] = ratio, formats[name]
                return Printed(said, formats[name].unit)
        return None

    def change(self, name: str, variation: Variation, *, rated: bool = True) -> Change | None:
        """Print a change, with its rate or (where no rate is said) without; None where the base was not supplied."""
        if variation.direction is None or variation.base is None or variation.difference.value is None:
            if variation.current.value is not None:
                self.omit("comparison", variation.before.missing())
            return None
        if not variation.difference.value:
            return Change(variation.direction, base=variation.base if rated else Base.POSITIVE)
        formats = formats_of(Change, self.printer.conventions)
        amount = formats["amount"].print(variation.difference.value.copy_abs())
        self.sources[f"{name}.amount"] = variation.difference, formats["amount"]
        if not rated:
            return Change(variation.direction, amount=amount)
        if variation.rate.percent is None:
            return Change(variation.direction, amount=amount, base=variation.base)
        self.sources[f"{name}.rate"] = variation.rate, formats["rate"]
        rate = formats["rate"].print(variation.rate.percent.copy_abs())
        return Change(variation.direction, amount=amount, rate=rate)

    def comparison(self, name: str, variation: Variation, topic: str) -> Comparison | None:
        """Print a change with the reason that was given for it."""
        change = self.change(f"{name}.change", variation)
        if change is None:
            return None
        reason = self.printer.remark(topic)
        if reason is None and variation.nothing:
            reason = self.printer.standing_text(topic)
        elif reason is None and change.amount is not None:
            self.omit("reason", (f"remarks.{topic}",))
        return Comparison(change=change, reason=reason)

    def omit(self, kind: str, paths: tuple[str, ...]) -> None:
        """Note what the form would say here and cannot."""
        self.printer.omissions.append(Omission(self.topic, self.key, kind, paths))

    def says(self, claim: Claim) -> Derived:
        """The finished claim with its sources."""
        return Derived(claim, self.topic, self.key, self.parent, self.sources)
