"""What every printed number of a publication stands for, and which changes of one number can be proved wrong.

This shares nothing with the auditor: it reads no text. It knows the exact figure behind each number (its sources), and so which
other printed numbers say the same, or are the parts, the base or the rate of it. A change is provable if the interval
that the changed number stands for contradicts one of these relations. What only several relations together exclude is
not called provable here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial
from typing import Final, TypeAlias

from attrs import frozen

from govfinance.calc import Cells, Figure, Ratio
from govfinance.derive import Derived
from govfinance.document import NumberSpan, Paragraph, Place, PublishedTable, PublishedText
from govfinance.model import PublicTable
from govfinance.money import Scale
from govfinance.tables import CellKind, Table
from govfinance.testing._published import Publication

__all__ = ["Facts", "Spot", "interval_of", "spots_of"]

Span: TypeAlias = tuple[Fraction, Fraction]
Form: TypeAlias = frozenset[tuple[tuple[str, str, str], int]]
"""A sum of figures that were supplied, each with how often it is counted."""

_TABLES: Final = {table.key: table for table in PublicTable}
_SCALES: Final = {Scale.WAN: 10_000, Scale.YUAN: 1, Scale.YI: 100_000_000}
_HALF: Final = Fraction(1, 2)


@frozen(kw_only=True)
class Spot:
    """A printed number: where it stands, what kind it is (amount, rate, count, score), and the exact figure behind it."""

    place: Place
    text: str
    role: str
    scale: int = 1
    source: Figure | Ratio | None = None
    slot: str = ""


def spots_of(publication: Publication) -> tuple[Spot, ...]:
    """All numbers of the statements and all figures of the tables, also those that are nil and not printed."""
    return tuple(_spots(publication))


def _spots(publication: Publication) -> Iterator[Spot]:
    cells = Cells(publication.accounts)
    for number, block in enumerate(publication.document.blocks):
        if isinstance(block, PublishedText) and isinstance(block.origin, Paragraph):
            for span in block.origin.numbers:
                yield _in_text(number, block.text, span)
        elif isinstance(block, PublishedTable) and isinstance(block.origin, Table):
            yield from _in_table(number, block.origin, cells)


def _in_text(block: int, text: str, span: NumberSpan) -> Spot:
    place = Place(block=block, start=span.start, end=span.end)
    printed = text[span.start : span.end]
    made = span.derivation
    if isinstance(made, partial):
        derived: Derived = made.func.__self__  # type: ignore[attr-defined]
        source, form = derived.sources[made.args[0]]
        if isinstance(source, Ratio):
            return Spot(place=place, text=printed, role="rate", source=source, slot=span.slot)
        if form.scale is None:
            role = "score" if text.startswith("分", span.end) else "count"
            return Spot(place=place, text=printed, role=role, source=source, slot=span.slot)
        return Spot(place=place, text=printed, role="amount", scale=_SCALES[form.scale], source=source, slot=span.slot)
    follows = text[span.end : span.end + 2]
    role = "rate" if follows[:1] == "%" else "amount" if follows == "万元" else "count"
    return Spot(place=place, text=printed, role=role, scale=10_000 if role == "amount" else 1, slot=span.slot)


def _in_table(block: int, table: Table, cells: Cells) -> Iterator[Spot]:
    scale = _SCALES[table.format.scale or Scale.WAN]
    for number, row in enumerate((*table.header, *table.body)):
        for column, cell in enumerate(row):
            if cell is None or not cell.address:
                continue
            key, _, rest = cell.address.partition("/")
            line, _, name = rest.rpartition("/")
            counted = cell.kind is CellKind.COUNT
            source = None if counted else cells.figure((_TABLES[key], line, name))
            yield Spot(
                place=Place(block=block, row=number, column=column, start=0, end=len(cell.text)),
                text=cell.text,
                role="count" if counted else "amount",
                scale=1 if counted else scale,
                source=source,
                slot=cell.address,
            )


def interval_of(text: str, scale: int = 1, *, exact: bool = False) -> Span | None:
    """What a printed number stands for: half a last digit around it; nil where nothing is printed. None for no number."""
    digits = text.replace(",", "") or "0.00"
    try:
        value = Fraction(digits)
    except ValueError:
        return None
    half = Fraction(0) if exact else _HALF / 10 ** len(digits.partition(".")[2])
    return (value - half) * scale, (value + half) * scale


class Facts:
    """The relations between the printed numbers of a publication."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self.spots = tuple(spots)
        self._forms: dict[int, tuple[Figure, Form]] = {}
        self._said: dict[Form, list[int]] = {}
        self._sums: dict[frozenset[tuple[Form, int]], None] = {}
        self._in_sums: dict[Form, list[frozenset[tuple[Form, int]]]] = {}
        self._ratios: list[tuple[int, Form, Form]] = []
        for number, spot in enumerate(self.spots):
            source = spot.source
            if isinstance(source, Figure):
                self._said.setdefault(self._form(source), []).append(number)
            elif isinstance(source, Ratio):
                self._ratios.append((number, self._form(source.part), self._form(source.base)))
        for equation in self._sums:
            for form, _ in equation:
                self._in_sums.setdefault(form, []).append(equation)

    def provable(self, number: int, changed: str, scale: int | None = None) -> bool:
        """Whether it can be proved from one relation that a number cannot be what it was changed into."""
        spot = self.spots[number]
        new = interval_of(changed, spot.scale if scale is None else scale, exact=spot.role == "count")
        source = spot.source
        if new is None or source is None or spot.role == "score":
            return False
        if isinstance(source, Ratio):
            return not self._ratio_holds(number, new, None, None)
        form = self._form(source)
        others = self._known(form, without=number)
        if others is not None and _apart(others, new):
            return True
        return self._sum_breaks(form, new) or self._rate_breaks(form, new)

    def known(self, figure: Figure) -> Span | None:
        """What the document says of a figure, where it prints it."""
        return self._known(self._form(figure))

    def same(self, spot: Spot, figure: Figure) -> bool:
        """Whether a number is that of a figure."""
        return isinstance(spot.source, Figure) and self._form(spot.source) == self._form(figure)

    def _sum_breaks(self, form: Form, new: Span) -> bool:
        for equation in self._in_sums.get(form, ()):
            low = high = Fraction(0)
            for other, count in equation:
                span = new if other == form else self._known(other)
                if span is None:
                    break
                low += min(count * span[0], count * span[1])
                high += max(count * span[0], count * span[1])
            else:
                if low > 0 or high < 0:
                    return True
        return False

    def _rate_breaks(self, form: Form, new: Span) -> bool:
        for number, part, base in self._ratios:
            near = form in (part, base) or any(
                form == other for equation in self._in_sums.get(base, ()) for other, _ in equation
            )
            if near:
                spot = self.spots[number]
                rate = interval_of(spot.text)
                if rate is not None and not self._ratio_holds(number, rate, form, new):
                    return True
        return False

    def _ratio_holds(self, number: int, rate: Span, form: Form | None, new: Span | None) -> bool:
        """Whether some part and some base of those that are printed have a rate such as is printed."""
        source = self.spots[number].source
        assert isinstance(source, Ratio)
        part = self._told(self._form(source.part), form, new)
        base = self._told(self._form(source.base), form, new)
        if part is None or base is None or base[1] <= 0 or (part[0] < 0 and part[1] < 0):
            return True
        least = 100 * max(part[0], Fraction(0)) / base[1]
        most = None if base[0] <= 0 else 100 * part[1] / base[0]
        return rate[1] >= least and (most is None or rate[0] <= most)

    def _told(self, wanted: Form, form: Form | None, new: Span | None) -> Span | None:
        """What is printed of a figure, or follows from one sum of which all else is printed."""
        if wanted == form:
            return new
        span = self._known(wanted)
        for equation in self._in_sums.get(wanted, ()):
            span = _both(span, self._solved(wanted, equation, form, new))
        return span

    def _solved(
        self, wanted: Form, equation: frozenset[tuple[Form, int]], form: Form | None, new: Span | None
    ) -> Span | None:
        low = high = Fraction(0)
        factor = 0
        for other, count in equation:
            if other == wanted:
                factor = count
                continue
            span = new if other == form else self._known(other)
            if span is None:
                return None
            low += min(count * span[0], count * span[1])
            high += max(count * span[0], count * span[1])
        if abs(factor) != 1:
            return None
        return (-high, -low) if factor > 0 else (low, high)

    def _known(self, form: Form, without: int = -1) -> Span | None:
        if not form:
            return Fraction(0), Fraction(0)
        span: Span | None = None
        for number in self._said.get(form, ()):
            if number != without:
                spot = self.spots[number]
                span = _both(span, interval_of(spot.text, spot.scale, exact=spot.role == "count"))
        return span

    def _form(self, figure: Figure) -> Form:
        known = self._forms.get(id(figure))
        if known is not None:
            return known[1]
        terms = figure.terms
        if not terms:
            form: Form = frozenset({((figure.path, figure.label, str(figure.value)), 1)})
        else:
            counts: dict[tuple[str, str, str], int] = {}
            own: dict[Form, int] = {}
            for sign, term in terms:
                part = self._form(term)
                own[part] = own.get(part, 0) + sign
                for leaf, count in part:
                    counts[leaf] = counts.get(leaf, 0) + sign * count
            form = frozenset((leaf, count) for leaf, count in counts.items() if count)
            if form not in own:
                self._sums[frozenset({(form, -1), *own.items()})] = None
        self._forms[id(figure)] = figure, form
        return form


def _both(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None:
        return one or other
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return (low, high) if low <= high else one


def _apart(one: Span, other: Span) -> bool:
    return one[1] < other[0] or other[1] < one[0]
