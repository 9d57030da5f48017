"""Consolidation: order and steps do not matter, one unit is itself, sums are exact, and what agreed still agrees."""

from __future__ import annotations

import decimal
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

import govfinance.io as io
from govfinance.calc import (
    COLUMNS,
    Cells,
    Verdict,
    address_text,
    check,
    expenditure_total,
    fiscal_income_total,
    from_fen,
    income_total,
    operating_expenses,
    outlay_total,
    procurement_total,
    revenue_total,
    three_public,
)
from govfinance.codes import Level as CodeLevel
from govfinance.consolidate import Consolidation, Transfer, TransferKind, consolidate
from govfinance.model import (
    STATED_PATTERN,
    Department,
    ExpenditureItem,
    FinalAccounts,
    Level,
    Precision,
    PublicTable,
    RevenueItem,
    RevenueSource,
    SpendingNature,
    Stated,
    Unit,
)
from govfinance.numeric import add, subtract
from govfinance.testing import final_accounts, functional_codes, supplied_figures, without
from tests.property.support import fewer

NAMES = ("局本级", "执法支队", "信息中心")
CODES = functional_codes(level=CodeLevel.ITEM).map(str)
AMOUNTS = st.integers(1, 10**9).map(lambda fen: Decimal(fen).scaleb(-2))
MEASURES = ("initial", "adjusted", "actual", "prior")


@frozen(repr=False)
class Case:
    """Units of one year, and what they paid each other; its repr is short, since Hypothesis refuses long ones."""

    units: tuple[FinalAccounts, ...]
    transfers: tuple[Transfer, ...]

    def consolidated(self) -> Consolidation:
        return consolidate(self.units, "某局", transfers=self.transfers)

    def __repr__(self) -> str:
        return f"<{len(self.units)} units, {self.transfers!r}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))


@st.composite
def cases(draw: DrawFn, *, consistent: bool = False, complete: bool = True, least: int = 2) -> Case:
    """Up to three units, with tables by item, stated totals and transfers here and there."""
    count = draw(st.integers(least, len(NAMES)))
    some = final_accounts(consistent=consistent, complete=complete)
    units = {
        name: evolve(_addable(draw(some)), year=2023, level=Level.UNIT, department=Department(name=name))
        for name in NAMES[:count]
    }
    codes = {name: draw(CODES) for name in units}
    transfers = draw(st.lists(_transfers(codes), max_size=3)) if count > 1 and complete else []
    for one in transfers:
        units[one.payer] = _paid(units[one.payer], one)
        units[one.receiver] = _received(units[one.receiver], one)
    made = []
    # `check` does not count what a 类 or a 款 itself has among its parts where it is stated.
    rows = all(item.code.level is CodeLevel.ITEM for unit in units.values() for item in unit.functional)
    for name, unit in units.items():
        if draw(st.booleans()):
            unit = _itemised(unit, codes[name])
        if draw(st.booleans()):
            unit = evolve(unit, stated=draw(_stated(unit, rows)))
        made.append(unit)
    return Case(units=tuple(made), transfers=tuple(transfers))


def _addable(value: Any) -> Any:
    """The same with counts of which three can be added: the model has an upper bound for them."""
    if type(value) is int:
        return min(value, 10**8)
    if isinstance(value, tuple):
        return tuple(map(_addable, value))
    if not attrs.has(type(value)) or not type(value).__module__.startswith("govfinance.model"):
        return value
    return evolve(value, **{one.name: _addable(getattr(value, one.name)) for one in attrs.fields(type(value))})


@st.composite
def _transfers(draw: DrawFn, codes: dict[str, str]) -> Transfer:
    payer, receiver = draw(st.permutations(sorted(codes)))[:2]
    return Transfer(
        kind=draw(st.sampled_from(TransferKind)),
        payer=payer,
        receiver=receiver,
        amount=draw(AMOUNTS),
        expenditure_code=codes[payer],
        revenue_code=codes[receiver],
    )


def _more(holder: Any, amount: Decimal) -> Any:
    return holder if holder is None or holder.actual is None else evolve(holder, actual=add(holder.actual, amount))


def _paid(unit: FinalAccounts, transfer: Transfer) -> FinalAccounts:
    """The unit spent it: so much less is left at the end of the year."""
    assert unit.overall is not None
    lines = [_more(line, transfer.amount) if line.nature is transfer.kind.nature else line for line in unit.expenditure]
    overall = evolve(
        unit.overall,
        expenditure=_more(unit.overall.expenditure, transfer.amount),
        closing=_more(unit.overall.closing, -transfer.amount),
    )
    return evolve(unit, expenditure=lines, overall=overall)


def _received(unit: FinalAccounts, transfer: Transfer) -> FinalAccounts:
    """The unit received it: so much more is left at the end of the year."""
    assert unit.overall is not None
    lines = [_more(line, transfer.amount) if line.source is transfer.kind.source else line for line in unit.revenue]
    overall = evolve(
        unit.overall,
        total=_more(unit.overall.total, transfer.amount),
        revenue=_more(unit.overall.revenue, transfer.amount),
        closing=_more(unit.overall.closing, transfer.amount),
    )
    return evolve(unit, revenue=lines, overall=overall)


def _itemised(unit: FinalAccounts, code: str) -> FinalAccounts:
    """The unit with 收入决算表 and 支出决算表: what the budgets spent by function, and all else under one code."""
    sources = {line.source: line.actual for line in unit.revenue}
    natures = {line.nature: line.actual for line in unit.expenditure}
    if len(sources) < len(RevenueSource) or len(natures) < len(SpendingNature):
        return unit
    if None in sources.values() or None in natures.values():
        return unit
    left: dict[str, Any] = {nature.key: amount for nature, amount in natures.items()}
    rows: dict[str, dict[str, Any]] = {code: {}}
    for item in unit.functional:
        row = rows.setdefault(item.code.text, {})
        for key in ("basic", "project"):
            amount = getattr(item, key)
            row[key] = add(row.get(key, Decimal(0)), amount)
            left[key] = subtract(left[key], amount)
    if min(left.values()) < 0:
        return unit
    rows[code] = {key: add(amount, rows[code].get(key, Decimal(0))) for key, amount in left.items()}
    received: dict[str, Any] = {"fiscal": Decimal(0)}
    for source, amount in sources.items():
        if source.fund is None:
            received[source.key] = amount
        else:
            received["fiscal"] = add(received["fiscal"], amount or Decimal(0))
    return evolve(
        unit,
        revenue_items=[RevenueItem(code=code, **received)],
        expenditure_items=[ExpenditureItem(code=code, **row) for code, row in rows.items()],
    )


@st.composite
def _stated(draw: DrawFn, unit: FinalAccounts, rows: bool) -> Stated:
    """Some totals as they are, as a table prints them."""
    cells = Cells(unit)
    known = {}
    for table in PublicTable:
        for row in cells.rows(table):
            if row.isdigit() and not rows:
                continue
            for column in COLUMNS[table]:
                text = address_text((table, row, column))
                value = from_fen(cells.value((table, row, column)))
                if value is not None and re.fullmatch(STATED_PATTERN, text):
                    known[text] = value
    if not known:
        return Stated()
    chosen = draw(st.lists(st.sampled_from(sorted(known)), unique=True, max_size=6))
    return Stated({text: known[text] for text in chosen})


AVERAGE = "performance.management.average_score"


def figures(accounts: FinalAccounts) -> dict[str, Any]:
    """All amounts and counts of the accounts themselves that units add up to, by path, found on a way of their own."""
    found = {}
    for path in supplied_figures(accounts):
        if "[" not in path and not path.startswith(("department", "precision")) and path != AVERAGE:
            found[path] = _at(accounts, path)
    return found


def _at(accounts: FinalAccounts, path: str) -> Any:
    value: Any = accounts
    parts = path.split(".")
    while parts:
        if isinstance(value, tuple):
            keys = 2 if hasattr(value[0], "code") and not parts[0].isdigit() else 1
            wanted, parts = parts[:keys], parts[keys:]
            value = next(item for item in value if _key(item)[-keys:] == wanted)
        else:
            value = getattr(value, parts.pop(0))
    return value


def _key(item: Any) -> list[str]:
    terms = [getattr(item, name).value for name in ("fund", "nature", "source") if hasattr(item, name)]
    return [*terms, *([item.code.text] if hasattr(item, "code") else [])]


SPARSE = ("functional.", "economic.", "revenue_items.", "expenditure_items.")


def eliminated(case: Case, path: str) -> Fraction:
    """What the transfers take off a figure, from the transfers alone."""
    gone = Fraction(0)
    for one in case.transfers:
        nature, source = one.kind.nature.key, one.kind.source.key
        touched = {
            f"expenditure.{nature}.actual",
            f"revenue.{source}.actual",
            "overall.total.actual",
            "overall.revenue.actual",
            "overall.expenditure.actual",
            f"expenditure_items.{one.expenditure_code}.{nature}",
            f"revenue_items.{one.revenue_code}.{source}",
        }
        gone += Fraction(one.amount) if path in touched else 0
    return gone


@given(data=st.data(), case=cases())
def test_the_order_of_the_units_does_not_matter(data: DataObject, case: Case) -> None:
    units = data.draw(st.permutations(case.units))
    transfers = data.draw(st.permutations(case.transfers))
    assert case.consolidated() == consolidate(units, "某局", transfers=transfers)


@given(data=st.data(), case=cases(least=3))
def test_the_steps_do_not_matter(data: DataObject, case: Case) -> None:
    alone, *together = data.draw(st.permutations(case.units))
    names = {unit.department.name for unit in together}
    inner = [one for one in case.transfers if {one.payer, one.receiver} <= names]
    outer = [one for one in case.transfers if one not in inner]
    part = consolidate(together, "某局所属", transfers=inner)
    assert case.consolidated() == consolidate([part, alone], "某局", transfers=outer)
    assert case.consolidated() == consolidate([alone, part], "某局", transfers=outer)


# One figure for both sides: where they differ in a unit it is left out there, and the part may lack the other side.
SIDED = re.compile(r"(?:overall|fiscal)\.total\..*")


@given(case=cases(consistent=True, least=3))
def test_accounts_of_a_part_add_up_to_the_same_figures(case: Case) -> None:
    *together, alone = case.units
    names = {unit.department.name for unit in together}
    inner = [one for one in case.transfers if {one.payer, one.receiver} <= names]
    part = consolidate(together, "某局所属", transfers=inner).accounts
    expected = consolidate(case.units, "某局", transfers=inner).accounts
    result = consolidate([part, alone], "某局", transfers=()).accounts
    assert _unsided(figures(expected)) == _unsided(figures(result))
    # 总计 may be given in one and left out in the other: a total below zero cannot be given
    assert income_total(expected).value == income_total(result).value
    assert outlay_total(expected).value == outlay_total(result).value
    assert expected.stated == result.stated


def _unsided(found: dict[str, Any]) -> dict[str, Any]:
    return {path: value for path, value in found.items() if not SIDED.fullmatch(path)}


@given(case=cases(complete=False, least=1))
def test_one_unit_consolidates_to_itself(case: Case) -> None:
    unit = case.units[0]
    assert consolidate([unit]).accounts == unit
    result = consolidate([unit], "某局")
    own = Department(name="某局", units=[Unit(name=unit.department.name, accounts=unit)])
    assert evolve(unit, department=own, level=Level.DEPARTMENT) == result.accounts
    assert () == result.gaps
    assert result == consolidate([result])


@given(case=cases())
def test_every_figure_is_the_exact_sum_of_the_units(case: Case) -> None:
    result = figures(case.consolidated().accounts)
    units = [figures(unit) for unit in case.units]
    compared = 0
    for path, value in result.items():
        if path.startswith(SPARSE) or all(path in unit for unit in units):
            expected = sum(Fraction(unit.get(path, 0)) for unit in units) - eliminated(case, path)
            assert (path, expected) == (path, Fraction(value))
            compared += 1
    assert compared


@given(case=cases(complete=False))
def test_what_is_missing_in_a_unit_is_never_taken_as_zero(case: Case) -> None:
    result = case.consolidated()
    gaps = {gap.path for gap in result.gaps}
    found = figures(result.accounts)
    for path in {path for unit in case.units for path in figures(unit)}:
        parts = path.split(".")
        reported = any(".".join(parts[:length]) in gaps for length in range(1, len(parts) + 1))
        assert (path, path in found) == (path, not reported)
    for path in found:
        assert all(value is not None for _, value in result.breakdown(path).parts)


@given(case=cases())
def test_an_average_is_the_mean_over_the_projects_of_all_units(case: Case) -> None:
    points, projects = Fraction(0), 0
    for unit in case.units:
        assert unit.performance is not None
        management = unit.performance.management
        assert management is not None
        assert management.self_evaluation is not None
        number = management.self_evaluation.projects or 0
        points += Fraction(management.average_score or 0) * number
        projects += number
    merged = case.consolidated().accounts.performance
    assert merged is not None
    assert merged.management is not None
    score = merged.management.average_score
    assert (score is None) == (projects == 0)
    if score is not None:
        assert abs(Fraction(score) - points / projects) <= Fraction(1, 200)


@given(data=st.data(), case=cases())
def test_without_a_figure_of_one_unit_sums_are_the_same_or_missing(data: DataObject, case: Case) -> None:
    first, *others = case.units
    drop = data.draw(st.sampled_from([path for path in supplied_figures(first) if not path.startswith("department")]))
    before = figures(consolidate(case.units, "某局", transfers=()).accounts)
    after = figures(consolidate([without(first, drop), *others], "某局", transfers=()).accounts)
    changed = {path for path, value in after.items() if path in before and before[path] != value}
    assert changed <= TOTALS  # one that is no longer given follows from its parts, and those may disagree with it


TOTALS = {
    *(f"overall.{name}.{measure}" for name in ("total", "revenue", "expenditure") for measure in MEASURES),
    *(f"fiscal.total.{measure}" for measure in MEASURES),
    *(
        f"fiscal.funds.{fund}.expenditure.{measure}"
        for fund in ("general_public", "government_fund", "state_capital")
        for measure in MEASURES
    ),
    *(f"three_public.{name}.{measure}" for name in ("total", "vehicles", "reception") for measure in MEASURES),
    *(f"procurement.{name}" for name in ("total", "to_sme", "to_micro")),
    "operating_expenses.actual",
}


@given(case=cases())
def test_the_breakdown_adds_up_to_the_figure(case: Case) -> None:
    result = case.consolidated()
    for path, value in figures(result.accounts).items():
        parts = result.breakdown(path)
        assert sorted(unit.department.name for unit in case.units) == [name for name, _ in parts.parts]
        assert value == parts.value
        assert Fraction(value) == sum(Fraction(part or 0) for _, part in parts.parts) - Fraction(parts.eliminated)


@given(case=cases(consistent=True))
def test_the_breakdown_adds_up_to_every_cell_of_the_tables(case: Case) -> None:
    result = case.consolidated()
    cells = Cells(result.accounts)
    compared = 0
    for table in PublicTable:
        for row in cells.rows(table):
            for column in COLUMNS[table]:
                value = result.breakdown(address_text((table, row, column))).value
                if value is not None:
                    own = from_fen(cells.value((table, row, column)))
                    known = Decimal(0) if own is None else own  # that there can be nothing, units may know better
                    assert (table, row, column, value) == (table, row, column, known)
                    compared += 1
    assert compared


@given(case=cases(consistent=True))
def test_totals_of_the_department_are_the_sums_of_those_of_its_units(case: Case) -> None:
    result = case.consolidated()
    for path, total in _functions():
        units = [total(unit).value for unit in case.units]
        value = total(result.accounts).value
        if None not in units:
            expected = sum((Fraction(unit) for unit in units), Fraction(0)) - eliminated(case, path)
            assert (path, expected) == (path, None if value is None else Fraction(value))
            assert value == result.breakdown(path).value


def _functions() -> Iterator[tuple[str, Any]]:
    yield "overall.revenue.actual", revenue_total
    yield "overall.expenditure.actual", expenditure_total
    yield "overall.total.actual", income_total
    yield "overall.total.actual", outlay_total
    yield "fiscal.total.actual", fiscal_income_total
    yield "operating_expenses.actual", operating_expenses
    yield "procurement.total", procurement_total
    for name in ("total", "vehicles", "reception"):
        yield f"three_public.{name}.actual", lambda accounts, name=name: three_public(accounts, name)


@given(case=cases(consistent=True))
def test_what_agrees_in_all_units_agrees_in_the_department(case: Case) -> None:
    for unit in case.units:
        assert [] == [one.message() for one in check(unit) if one.verdict is Verdict.INCONSISTENT]
    found = check(case.consolidated().accounts)
    assert [] == [one.message() for one in found if one.verdict is Verdict.INCONSISTENT]


@given(data=st.data(), case=cases(consistent=True))
def test_what_agrees_still_agrees_where_something_is_missing(data: DataObject, case: Case) -> None:
    first, *others = case.units
    drop = data.draw(st.sampled_from([path for path in supplied_figures(first) if not path.startswith("department")]))
    found = check(consolidate([without(first, drop), *others], "某局", transfers=()).accounts)
    assert [] == [one.message() for one in found if one.verdict is Verdict.INCONSISTENT]


@fewer(3)
@given(case=cases())
def test_the_result_survives_json(case: Case) -> None:
    accounts = case.consolidated().accounts
    assert accounts == io.loads(io.dumps(accounts))


@fewer(3)
@given(case=cases())
def test_the_callers_decimal_context_changes_nothing(case: Case) -> None:
    expected = case.consolidated()
    parts = [expected.breakdown(path) for path in figures(expected.accounts)]
    with decimal.localcontext(decimal.Context(prec=3, rounding=decimal.ROUND_DOWN, traps=[decimal.Inexact])):
        assert expected == case.consolidated()
        assert parts == [expected.breakdown(path.path) for path in parts]


@given(st.lists(st.none() | st.integers(0, 10**6).map(lambda cents: Decimal(cents).scaleb(-2)), min_size=2, max_size=4))
def test_the_steps_of_rounded_accounts_add_up(steps: list[Decimal | None]) -> None:
    units = [
        FinalAccounts(
            department=Department(name=f"单位{number}"),
            year=2023,
            precision=None if step is None else Precision(step=step),
        )
        for number, step in enumerate(steps)
    ]
    precision = consolidate(units, "某局").accounts.precision
    given_steps = [Fraction(step) for step in steps if step is not None]
    assert (sum(given_steps) if given_steps else None) == (None if precision is None else Fraction(precision.step))
