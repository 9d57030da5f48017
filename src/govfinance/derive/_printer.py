"""The one place where exact figures become printed numbers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final

from attrs import field, mutable

import govfinance.derive._new as new
from govfinance.calc import Case, Figure, Ratio, Variation, percent, share
from govfinance.claims import Claim, Comparison, formats_of
from govfinance.derive._derived import Derived, Omission, made
from govfinance.errors import IncompleteAccountsError, Problem
from govfinance.model import FinalAccounts
from govfinance.money import Base, Change, Conventions, Direction, NumberFormat, Printed

__all__ = ["Printer", "Statement", "clean"]

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
    change_formats: Mapping[str, NumberFormat] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.change_formats = formats_of(Change, self.conventions)

    def remark(self, topic: str) -> str | None:
        """What people wrote on a topic."""
        text = self.accounts.remarks.texts.get(topic)
        return None if text is None else clean(text)

    def standing_text(self, topic: str) -> str | None:
        """What the form itself says on a topic where there is nothing to report."""
        text = self.conventions.standing_texts.get(topic)
        return None if text is None else text.replace("{level}", self.accounts.level.official)

    def lacks(self, figure: Figure) -> Printed:
        """Note a figure that has to be supplied; what stands in its place is never shown."""
        self.missing.update(dict.fromkeys(figure.missing()))
        return _NOTHING

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
    """Prints the claims of one class on one topic, one after the other; ``key`` and ``parent`` are those of the one
    at hand.

    Each printed number keeps what it was printed from: a figure, a ratio, or (where most are never asked for) a
    function and its arguments that make it.
    """

    __slots__ = ("cls", "formats", "key", "parent", "printer", "topic")

    def __init__(self, printer: Printer, cls: type, topic: str, key: str = "", parent: str = "") -> None:
        self.printer = printer
        self.cls = cls
        self.topic = topic
        self.key = key
        self.parent = parent
        self.formats = formats_of(cls, printer.conventions)

    def part(self, cls: type) -> Statement:
        """For the numbers of an object inside the claim."""
        return Statement(self.printer, cls, self.topic, self.key)

    def amount(self, name: str, figure: Figure) -> Printed:
        """Print a figure that the claim cannot do without."""
        value = figure.value
        if value is None:
            return self.printer.lacks(figure)
        return self.formats[name].print(value, figure)

    def value(self, name: str, value: Decimal | None, *origin: Any) -> Printed:
        """Print an amount that the claim cannot do without, whose figure ``origin`` makes when it is asked for."""
        if value is None:
            return self.printer.lacks(_figure(origin))
        return self.formats[name].print(value, origin)

    def optional(self, name: str, figure: Figure) -> Printed | None:
        """Print a figure that the claim can do without; say that it was left out."""
        return self.optional_value(name, figure.value, _itself, figure)

    def optional_value(self, name: str, value: Decimal | None, *origin: Any) -> Printed | None:
        """Print an amount that the claim can do without, with its figure made as for `value`."""
        if value is None:
            self.omit("comparison", _figure(origin).missing())
            return None
        return self.formats[name].print(value, origin)

    def count(self, name: str, number: int | None, path: str) -> Printed:
        """Print a count, which must have been supplied."""
        return self.value(name, None if number is None else Decimal(number), _counted, number, path)

    def percent(self, name: str, percent: Decimal | None, *origin: Any) -> Printed | None:
        """Print a percentage, whose ratio ``origin`` makes when it is asked for.

        Zero over zero prints what the conventions say, another zero base nothing.
        """
        if percent is not None:
            return self.formats[name].print(percent, origin)
        ratio = made(origin)
        assert isinstance(ratio, Ratio)
        if ratio.case is Case.ZERO_BASE and not ratio.part.value:
            said = self.printer.conventions.zero_base.get(f"{self.cls.__name__}.{name}")
            if said is not None:
                number_format = self.formats[name]
                return Printed(said, number_format.unit, made_by=number_format, made_of=ratio)
        return None

    def share(self, name: str, part: Figure, base: Figure) -> Printed | None:
        """Print one figure as a percentage of another (占比、完成率)."""
        return self.percent(name, percent(part.value, base.value), share, part, base)

    def change(self, variation: Variation, *, rated: bool = True) -> Change | None:
        """Print a change, with its rate or (where no rate is said) without; None where the base was not supplied."""
        amount, base = variation.amount, variation.base
        if amount is None or base is None:
            if variation.current.value is not None:
                self.omit("comparison", variation.before.missing())
            return None
        if not amount:
            return new.Change(Direction.UNCHANGED, base=base if rated else Base.POSITIVE)
        direction = Direction.DECREASE if amount.is_signed() else Direction.INCREASE
        formats = self.printer.change_formats
        printed = formats["amount"].print(amount.copy_abs(), (_size, variation))
        if not rated:
            return new.Change(direction, amount=printed)
        rate = percent(amount, variation.before.value)
        if rate is None:
            return new.Change(direction, amount=printed, base=base)
        return new.Change(
            direction, amount=printed, rate=formats["rate"].print(rate.copy_abs(), (_size_rate, variation))
        )

    def comparison(self, variation: Variation, topic: str) -> Comparison | None:
        """Print a change with the reason that was given for it."""
        change = self.change(variation)
        if change is None:
            return None
        reason = self.printer.remark(topic)
        if reason is None and variation.nothing:
            reason = self.printer.standing_text(topic)
        elif reason is None and change.amount is not None:
            self.omit("reason", (f"remarks.{topic}",))
        return new.Comparison(change=change, reason=reason)

    def omit(self, kind: str, paths: tuple[str, ...]) -> None:
        """Note what the form would say here and cannot."""
        self.printer.omissions.append(Omission(self.topic, self.key, kind, paths))

    def says(self, claim: Claim) -> Derived:
        """The finished claim."""
        return new.Derived(claim, self.topic, self.key, self.parent)


def _figure(origin: tuple[Any, ...]) -> Figure:
    figure = made(origin)
    assert isinstance(figure, Figure)
    return figure


def _itself(figure: Figure) -> Figure:
    return figure


_size: Final = attrgetter("size")
_size_rate: Final = attrgetter("size_rate")


def _counted(number: int | None, path: str) -> Figure:
    return Figure(None if number is None else Decimal(number), "", path)
