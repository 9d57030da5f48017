"""What is taken out of both sides: the transfers that the caller says are inside, unit by unit and row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias

from govfinance.calc import MEASURES, Measure, expenditure_line, revenue_line
from govfinance.consolidate._items import unit_rows
from govfinance.consolidate._problems import beyond, unequal, which
from govfinance.consolidate._transfers import Elimination, Remaining, Share, Transfer, TransferKind
from govfinance.consolidate._view import View
from govfinance.errors import Problem
from govfinance.model import ExpenditureItem, FinalAccounts, RevenueItem
from govfinance.numeric import ZERO, add, subtract, total

__all__ = ["Ledger", "Transfers", "figures_less", "resolve"]

Transfers: TypeAlias = Iterable[Transfer] | Literal["all"] | None
"""What is known of the transfers inside: a list of all of them, that all such lines are, or nothing."""

_Side: TypeAlias = Literal["paid", "received"]
_Line: TypeAlias = tuple[TransferKind, Measure, _Side, str]
_Key: TypeAlias = tuple[TransferKind, Measure, _Side, str, str | None]
_SIDES: Final[tuple[_Side, ...]] = ("paid", "received")


class Ledger:
    """What is eliminated, by kind, measure, side, unit and row."""

    def __init__(self, views: Sequence[View], done: Iterable[Elimination]) -> None:
        self.views = {view.name: view for view in views}
        self.problems: list[Problem] = []
        self._taken: dict[_Line, dict[str | None, Decimal]] = {}
        for one in done:
            for share in one.paid:
                self._take((one.kind, one.measure, "paid", share.unit), share.code, share.amount)
            for share in one.received:
                self._take((one.kind, one.measure, "received", share.unit), share.code, share.amount)

    def _take(self, line: _Line, code: str | None, amount: Decimal) -> None:
        rows = self._taken.setdefault(line, {})
        rows[code] = add(rows.get(code, ZERO), amount)

    def taken(self, kind: TransferKind, measure: Measure, side: _Side, unit: str) -> Mapping[str | None, Decimal]:
        """What was taken from one line of a unit, by row."""
        return self._taken.get((kind, measure, side, unit), {})

    def line(self, kind: TransferKind, measure: Measure, side: _Side, view: View) -> Decimal | None:
        """What is left of a unit's line; None where it was not supplied."""
        figure = (
            expenditure_line(view.accounts, kind.nature, measure)
            if side == "paid"
            else revenue_line(view.accounts, kind.source, measure)
        )
        if figure.value is None:
            return None
        return subtract(figure.value, total(self.taken(kind, measure, side, view.name).values()))

    def lines(self, kind: TransferKind, measure: Measure, side: _Side) -> dict[str, Decimal | None]:
        """What is left of the line in each unit."""
        return {name: self.line(kind, measure, side, view) for name, view in self.views.items()}

    def rows(self, kind: TransferKind, side: _Side, view: View) -> dict[str, Decimal]:
        """What is left of the rows of a unit's table in the column of a kind, where there is anything."""
        column = kind.nature.key if side == "paid" else kind.source.key
        taken = self.taken(kind, "actual", side, view.name)
        rows = unit_rows(view, ExpenditureItem if side == "paid" else RevenueItem)
        left = {code: subtract(row[column], taken.get(code, ZERO)) for code, row in rows.items()}
        return {code: amount for code, amount in left.items() if amount}

    def take_lines(self, kind: TransferKind, measure: Measure) -> None:
        """Take all that is left of both lines of a kind; nothing where a unit did not supply one of them."""
        sides = {side: self.lines(kind, measure, side) for side in _SIDES}
        known = {side: [one for one in lines.values() if one is not None] for side, lines in sides.items()}
        if any(len(known[side]) < len(self.views) for side in _SIDES):
            return
        paid, received = (total(known[side]) for side in _SIDES)
        if paid != received:
            self.problems.append(unequal(kind, measure, paid, received))
            return
        for side in _SIDES:
            for name, amount in sides[side].items():
                if amount:
                    self.take(kind, measure, side, name, amount, None)

    def take(
        self, kind: TransferKind, measure: Measure, side: _Side, unit: str, amount: Decimal, code: str | None
    ) -> None:
        """Take an amount from a unit's line, and from the row of its table: the one that is said, or the only one."""
        view = self.views[unit]
        line = self.line(kind, measure, side, view)
        path = (
            f"{'expenditure' if side == 'paid' else 'revenue'}.{kind.nature.key if side == 'paid' else kind.source.key}"
        )
        if line is None or line < amount:
            self.problems.append(beyond(unit, f"{path}.{measure}", line, amount))
            return
        rows = self.rows(kind, side, view) if measure == "actual" else {}
        if measure != "actual" or not _itemised(view.accounts, side):
            if (
                code is None
                and measure == "actual"
                and any(_states_rows(one.accounts, side) for one in self.views.values())
            ):
                self.problems.append(which(unit, path, ()))
            self._take((kind, measure, side, unit), code, amount)
        elif code is not None:
            if rows.get(code, ZERO) < amount:
                self.problems.append(beyond(unit, f"{path} {code}", rows.get(code, ZERO), amount))
            self._take((kind, measure, side, unit), code, amount)
        elif len(rows) == 1 and next(iter(rows.values())) >= amount:
            self._take((kind, measure, side, unit), next(iter(rows)), amount)
        elif total(rows.values()) == amount:
            for row, its in rows.items():
                self._take((kind, measure, side, unit), row, its)
        else:
            self.problems.append(which(unit, path, tuple(rows)))

    def eliminations(self) -> tuple[Elimination, ...]:
        """All that was taken, in a canonical order."""
        found: list[Elimination] = []
        for kind in TransferKind:
            for measure in MEASURES:
                paid, received = (self._shares(kind, measure, side) for side in _SIDES)
                amount = total(share.amount for share in paid)
                if paid or received:
                    found.append(Elimination(kind=kind, measure=measure, amount=amount, paid=paid, received=received))
        return tuple(found)

    def _shares(self, kind: TransferKind, measure: Measure, side: _Side) -> tuple[Share, ...]:
        return tuple(
            Share(unit=name, amount=amount, code=code)
            for name in self.views
            for code, amount in sorted(
                self.taken(kind, measure, side, name).items(), key=lambda pair: (pair[0] is not None, pair[0] or "")
            )
        )

    def remaining(self, supplied: Mapping[Measure, bool]) -> tuple[Remaining, ...]:
        """What still stands in the sums; of a measure that is supplied at all also what is not known."""
        found: list[Remaining] = []
        for kind in TransferKind:
            for measure in MEASURES:
                paid, received = (_sum(self.lines(kind, measure, side).values()) for side in _SIDES)
                if paid or received or (supplied[measure] and (paid is None or received is None)):
                    found.append(Remaining(kind=kind, measure=measure, paid=paid, received=received))
        return tuple(found)


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    result = ZERO
    for value in values:
        if value is None:
            return None
        result = add(result, value)
    return result


def _itemised(accounts: FinalAccounts, side: _Side) -> bool:
    return bool(accounts.expenditure_items if side == "paid" else accounts.revenue_items)


def _states_rows(accounts: FinalAccounts, side: _Side) -> bool:
    """Whether the accounts state rows by code that a transfer of that side is in."""
    tables = ("expenditure", "totals") if side == "paid" else ("revenue",)
    return any(
        table in tables and row.isdigit()
        for table, row, _ in (address.split("/") for address in accounts.stated.amounts)
    )


def resolve(ledger: Ledger, transfers: Transfers, *, several: bool) -> None:
    """Enter into the ledger what the caller says. ``several``: whether anything new is put together."""
    if transfers is None:
        if several:
            ledger.problems.extend(_unsaid(ledger))
    elif isinstance(transfers, str):
        said: str = transfers
        if said != "all":
            ledger.problems.append(
                Problem(
                    "not-transfers",
                    f"expected 'all', got {transfers!r}",
                    f"应为“all”，实际为“{transfers}”",
                    "transfers",
                )
            )
            return
        for kind in TransferKind:
            for measure in MEASURES:
                ledger.take_lines(kind, measure)
    else:
        _enter(ledger, transfers)


def _enter(ledger: Ledger, transfers: Iterable[Any]) -> None:
    sums: dict[_Key, Decimal] = {}
    for number, given in enumerate(transfers):
        path = f"transfers[{number}]"
        if not isinstance(given, Transfer):
            ledger.problems.append(
                Problem("wrong-type", f"expected a Transfer, got {given!r}", f"应为 Transfer，实际为 {given!r}", path)
            )
            continue
        for side, unit, code in (
            ("payer", given.payer, given.expenditure_code),
            ("receiver", given.receiver, given.revenue_code),
        ):
            if unit not in ledger.views:
                ledger.problems.append(
                    Problem(
                        "unknown-unit",
                        f"expected the name of a unit, got {unit!r}",
                        f"应为单位名称，实际为“{unit}”",
                        f"{path}.{side}",
                    )
                )
                continue
            key: _Key = (
                given.kind,
                given.measure,
                "paid" if side == "payer" else "received",
                unit,
                None if code is None else code.text,
            )
            sums[key] = add(sums.get(key, ZERO), given.amount)
    if not ledger.problems:
        # Rows that are said first: what is left of the table is then for those that are not.
        for (kind, measure, one, name, row), amount in sorted(sums.items(), key=lambda pair: pair[0][4] is None):
            ledger.take(kind, measure, one, name, amount, row)


def _unsaid(ledger: Ledger) -> Iterator[Problem]:
    """The lines of which it has to be said whether they are inside: one unit paid, and another one received."""
    for kind in TransferKind:
        for measure in MEASURES:
            payers, receivers = ({n: v for n, v in ledger.lines(kind, measure, side).items() if v} for side in _SIDES)
            if payers and receivers and len(payers.keys() | receivers.keys()) > 1:
                paid, received = total(payers.values()), total(receivers.values())
                nature, source = kind.nature.official, kind.source.official
                yield Problem(
                    "transfers-not-said",
                    f"expected to be told which transfers are inside the department: units paid {paid:,f} ({nature}) and"
                    f" received {received:,f} ({source}) in {MEASURES[measure]}; give transfers=[Transfer(...)],"
                    " transfers='all', or transfers=() if none is",
                    f"应说明哪些收支属于部门内部：{MEASURES[measure]}{nature}合计 {paid:,f}，{source}合计 {received:,f}；"
                    "请给出 transfers=[Transfer(...)]、transfers='all'，均非内部收支的为 transfers=()",
                    f"expenditure.{kind.nature.key}.{measure}",
                )


def figures_less(eliminations: Iterable[Elimination]) -> dict[str, Decimal]:
    """How much every figure is less than the sum over the units, by its path or its address."""
    less: dict[str, Decimal] = {}
    for one in eliminations:
        for side, line, shares in one.sides():
            for share in shares:
                for path in _touched(side, line, one.measure, share.code):
                    less[path] = add(less.get(path, ZERO), share.amount)
    return less


def _touched(side: str, line: str, measure: str, code: str | None) -> Iterator[str]:
    yield f"{side}.{line}.{measure}"
    yield f"overall.{side}.{measure}"
    if side == "expenditure":
        yield f"overall.total.{measure}"  # one figure for both sides, which become less by the same
    if measure != "actual":
        return
    yield f"totals/{side}/actual"
    yield f"totals/{'outlay' if side == 'expenditure' else 'total'}/actual"
    if side == "revenue":
        yield f"totals/{line}/actual"
    yield f"{side}/total/total"
    yield f"{side}/total/{line}"
    if code is None:
        return
    for length in (3, 5, 7):
        if length <= len(code):
            yield f"{side}/{code[:length]}/total"
            yield f"{side}/{code[:length]}/{line}"
    yield f"{side}_items.{code}.{line}"
    yield f"{side}_items.{code}.total"
    if side == "expenditure":
        yield f"totals/{code[:3]}/actual"
