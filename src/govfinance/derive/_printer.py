"""The one place where exact figures become printed numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, Protocol

from attrs import field, mutable

import govfinance.derive._new as new
from govfinance.calc import Case, Figure, Ratio, Variation, change, percent, share
from govfinance.claims import Claim, Comparison, Relation, formats_of
from govfinance.derive._derived import Derived, Omission, made
from govfinance.errors import IncompleteAccountsError, Problem
from govfinance.model import FinalAccounts
from govfinance.money import Base, Change, Conventions, Direction, NumberFormat, Printed, Unchanged
from govfinance.numeric import total

__all__ = ["HasForm", "Printer", "Statement", "clean"]

_NOTHING: Final = Printed("0")
_ENDINGS: Final = "。；;，, \n\u3000\xa0"


def clean(text: str | None) -> str | None:
    """A remark as it goes into a sentence: without line ends, and without the full stop that the sentence has."""
    if text is None:
        return None
    if text[-1] in _ENDINGS or text[0].isspace() or "\n" in text:
        text = "".join(line.strip() for line in text.splitlines()).rstrip(_ENDINGS)
    return text or None


class HasForm(Protocol):
    """A jurisdiction, as far as deriving needs to know it."""

    @property
    def conventions(self) -> Conventions: ...

    @property
    def topics(self) -> frozenset[str]:
        """The topics that the form speaks of."""
        ...

    def said(self, cls: type, /) -> frozenset[str]:
        """The dotted paths of the fields of a class of claims that the form says."""
        ...


@mutable
class Printer:
    """Prints for one set of accounts, and keeps what is missing."""

    accounts: FinalAccounts
    form: HasForm
    missing: dict[str, None] = field(factory=dict)
    omissions: dict[Omission, None] = field(factory=dict)
    conventions: Conventions = field(init=False)
    topics: frozenset[str] = field(init=False)
    change_formats: Mapping[str, NumberFormat] = field(init=False)
    _who: dict[frozenset[str], dict[str, Any]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.conventions = self.form.conventions
        self.topics = self.form.topics
        self.change_formats = formats_of(Change, self.conventions)

    @property
    def founded_this_year(self) -> bool:
        """Whether there was no department the year before: what is not supplied for that year is then zero."""
        founded = self.accounts.department.founded
        return founded is not None and founded >= self.accounts.year

    def before_founding(self, before: Figure) -> Figure:
        """A figure of the year before: what was not supplied of a department that was founded since is zero."""
        if not self.founded_this_year:
            return before
        return Figure(_supplied(before), before.label, before.path)

    def who(self, said: frozenset[str]) -> dict[str, Any]:
        """Name, level and year, as far as a sentence says them."""
        found = self._who.get(said)
        if found is None:
            accounts = self.accounts
            found = self._who[said] = {
                "name": accounts.department.name if "name" in said else None,
                "level": accounts.level if "level" in said else None,
                "year": accounts.year if "year" in said else None,
            }
        return found

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


def _supplied(figure: Figure) -> Decimal:
    """As much of a figure as was supplied."""
    if figure.value is not None:
        return figure.value
    signed = ((sign, _supplied(term)) for sign, term in figure.terms)
    return total(value if sign > 0 else value.copy_negate() for sign, value in signed)


@lru_cache(maxsize=512)
def _of_class(form: HasForm, cls: type) -> tuple[Mapping[str, NumberFormat], frozenset[str]]:
    """The formats and the fields that a form has for a class of claims."""
    return formats_of(cls, form.conventions), form.said(cls)


@lru_cache(maxsize=512)
def _inside(said: frozenset[str], prefix: str) -> frozenset[str]:
    """The fields of an object inside a claim that are said."""
    return frozenset(path[len(prefix) :] for path in said if path.startswith(prefix))


@lru_cache(maxsize=512)
def _of_comparison(said: frozenset[str], name: str) -> tuple[bool, bool, bool]:
    """Whether a comparison says a rate, a reason, the year."""
    return f"{name}.change.rate" in said, f"{name}.reason" in said, f"{name}.year" in said


class Statement:
    """Prints the claims of one class on one topic, one after the other; ``key`` and ``parent`` are those of the one
    at hand. ``said`` are the fields that the form says; what it does not say is None, and nobody needs it.

    Each printed number keeps what it was printed from: a figure, a ratio, or (where most are never asked for) a
    function and its arguments that make it.
    """

    __slots__ = ("cls", "formats", "key", "parent", "printer", "said", "topic")

    def __init__(
        self,
        printer: Printer,
        cls: type,
        topic: str,
        key: str = "",
        parent: str = "",
        said: frozenset[str] | None = None,
    ) -> None:
        self.printer = printer
        self.cls = cls
        self.topic = topic
        self.key = key
        self.parent = parent
        if said is None:
            self.formats, self.said = _of_class(printer.form, cls)  # type: ignore[arg-type] # objects are hashable
        else:
            self.formats, self.said = formats_of(cls, printer.conventions), said

    def part(self, cls: type, name: str) -> Statement:
        """For the numbers of an object inside the claim, in the field of that name."""
        return Statement(self.printer, cls, self.topic, self.key, said=_inside(self.said, f"{name}."))

    def parts(self, cls: type, *names: str) -> Iterator[Statement]:
        """As `part` for several fields; those of which the form says the same share one."""
        last = None
        for name in names:
            said = _inside(self.said, f"{name}.")
            if last is None or last.said != said:
                last = Statement(self.printer, cls, self.topic, self.key, said=said)
            yield last

    @property
    def who(self) -> dict[str, Any]:
        """Name, level and year of the claim."""
        return self.printer.who(self.said)

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

    def wanted(self, name: str, figure: Figure) -> Printed | None:
        """Print a figure that the claim cannot do without, if the form says it at all."""
        return self.amount(name, figure) if name in self.said else None

    def wanted_count(self, name: str, number: int | None, path: str) -> Printed | None:
        """Print a count, which must have been supplied if the form says it at all."""
        return self.count(name, number, path) if name in self.said else None

    def optional(self, name: str, figure: Figure) -> Printed | None:
        """Print a figure that the claim can do without; say that it was left out."""
        return self.optional_value(name, figure.value, _itself, figure)

    def optional_value(self, name: str, value: Decimal | None, *origin: Any) -> Printed | None:
        """Print an amount that the claim can do without, with its figure made as for `value`."""
        if name not in self.said:
            return None
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
        """Print one figure as a percentage of another (占比、完成率); say that it was left out if the base is missing."""
        if name not in self.said:
            return None
        if base.value is None and part.value is not None:
            self.omit("comparison", base.missing())
            return None
        return self.percent(name, percent(part.value, base.value), share, part, base)

    def change(self, variation: Variation, *, rated: bool = True) -> Change | None:
        """Print a change, with its rate or (where no rate is said) without; None where the base was not supplied."""
        amount, base = variation.amount, variation.base
        if amount is None or base is None:
            if variation.current.value is not None:
                self.omit("comparison", variation.before.missing())
            return None
        printer = self.printer
        formats = printer.change_formats
        printed = formats["amount"].print(amount.copy_abs(), (_size, variation)) if amount else None
        if printed is None or (printer.conventions.unchanged is Unchanged.PRINTED and not printed.value):
            apart = rated and printer.conventions.nothing_apart
            return new.Change(Direction.UNCHANGED, base=base if apart else Base.POSITIVE)
        direction = Direction.DECREASE if amount.is_signed() else Direction.INCREASE
        if not rated:
            return new.Change(direction, amount=printed)
        rate = percent(amount, variation.before.value)
        if rate is None:
            return new.Change(direction, amount=printed, base=base)
        return new.Change(
            direction, amount=printed, rate=formats["rate"].print(rate.copy_abs(), (_size_rate, variation))
        )

    def comparison(
        self, name: str, current: Figure, before: Figure, topic: str, *, standing: bool = True
    ) -> Comparison | None:
        """Print the comparison in a field of that name, with the reason that was given for it.

        Where there was nothing in both years, the form may have a text of its own; ``standing`` says whether it is true.
        """
        if name not in self.said:
            return None
        printer = self.printer
        rated, reasoned, dated = _of_comparison(self.said, name)
        last_year = not topic.endswith(".initial")
        if before.value is None and last_year:
            before = printer.before_founding(before)
        variation = change(current, before)
        printed = self.change(variation, rated=rated)
        if printed is None:
            return None
        reason = None
        if reasoned:
            reason = printer.remark(topic)
            if reason is None and variation.nothing and standing:
                reason = printer.standing_text(topic)
            elif reason is None and printed.amount is not None:
                self.omit("reason", (f"remarks.{topic}",))
        year = printer.accounts.year - last_year if dated else None
        return new.Comparison(change=printed, reason=reason, year=year)

    def relation(self, actual: Printed, budget: Printed | None, variation: Variation) -> Relation | None:
        """决算数 against 预算数, exactly or as they are printed."""
        if "relation" not in self.said or budget is None or variation.amount is None:
            return None
        printed = self.printer.conventions.unchanged is Unchanged.PRINTED
        if not variation.amount or (printed and actual.value == budget.value):
            return Relation.EQUAL
        return Relation.BELOW if variation.amount.is_signed() else Relation.ABOVE

    def remark(self, name: str, topic: str, *, needed: bool) -> str | None:
        """What people wrote on a topic, if the form says it at all; noted as left out where it is ``needed``."""
        if name not in self.said:
            return None
        text = self.printer.remark(topic)
        if text is None and needed:
            self.omit("reason" if name.endswith("reason") else "field", (f"remarks.{topic}",))
        return text

    def omit(self, kind: str, paths: tuple[str, ...]) -> None:
        """Note what the form would say here and cannot."""
        self.printer.omissions[Omission(self.topic, self.key, kind, paths)] = None

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
