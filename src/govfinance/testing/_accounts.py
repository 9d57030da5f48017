"""Strategies for objects of the model, up to whole accounts."""

from __future__ import annotations

from functools import cache
from typing import Final

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govfinance.codes import Level as CodeLevel
from govfinance.model import (
    TOPICS,
    BudgetLine,
    CarryOver,
    Contact,
    Department,
    EconomicItem,
    FinalAccounts,
    FunctionalItem,
    FundSource,
    Level,
    Overview,
    Remarks,
    SpendingNature,
    Term,
    Unit,
)
from govfinance.testing._holes import supplied, without, without_prior
from govfinance.testing._maker import Maker
from govfinance.testing._performance import performance
from govfinance.testing._public import operating_expenses, procurement, state_assets, three_public
from govfinance.testing._spending import spending
from govfinance.testing._texts import department_names, project_names, remark_texts, texts
from govfinance.testing._totals import totals
from govfinance.testing._values import amounts, economic_codes, functional_codes, signed_amounts

__all__ = [
    "budget_lines",
    "carry_overs",
    "departments",
    "economic_items",
    "final_accounts",
    "functional_items",
    "remarks",
]

_YEARS: Final = st.just(2023) | st.integers(2019, 2026)
_FOUNDED: Final = st.none() | st.integers(1949, 2018)  # before all of the years
_OFTEN: Final = st.sampled_from([0, 2, 4])
_NATURES: Final = st.sampled_from(["财政拨款的行政单位", "财政补助事业单位", "公益一类事业单位"])


@cache
def _written() -> SearchStrategy[str]:
    return texts() | remark_texts()


def budget_lines() -> SearchStrategy[BudgetLine]:
    """Budget lines with any of their four figures."""
    some = st.none() | amounts()
    return st.builds(BudgetLine, initial=some, adjusted=some, actual=some, prior=some)


def carry_overs() -> SearchStrategy[CarryOver]:
    """Carry-overs with any of their four figures, which can be below zero."""
    some = st.none() | signed_amounts()
    return st.builds(CarryOver, initial=some, adjusted=some, actual=some, prior=some)


def functional_items(*, year: int = 2023) -> SearchStrategy[FunctionalItem]:
    """Functional items of any budget, with codes of all levels."""
    some = st.none() | amounts()
    return st.builds(
        FunctionalItem,
        code=functional_codes(year=year),
        fund=st.sampled_from(FundSource),
        basic=amounts(),
        project=amounts(),
        initial=some,
        adjusted=some,
        prior=some,
        name=st.none() | project_names(),
    )


def economic_items(*, year: int = 2023) -> SearchStrategy[EconomicItem]:
    """Economic items of the basic or of the project expenditure, with codes of both levels."""
    natures = st.sampled_from([SpendingNature.BASIC, SpendingNature.PROJECT])
    return st.builds(EconomicItem, code=economic_codes(year=year), nature=natures, actual=amounts())


@cache
def departments() -> SearchStrategy[Department]:
    """Departments with no unit, with one or with several, one of which may have accounts of its own.

    Where the year of foundation is said, it is earlier than that of any accounts that `final_accounts` draws.
    """
    bare = st.builds(Unit, name=department_names(), nature=st.none() | _NATURES)
    own = st.builds(
        FinalAccounts,
        department=st.builds(Department, name=department_names()),
        year=st.integers(2000, 2099),
        level=st.just(Level.UNIT),
    )
    full = st.builds(Unit, name=department_names(), nature=st.none() | _NATURES, accounts=own)
    return st.builds(Department, name=department_names(), founded=_FOUNDED, units=st.lists(bare | full, max_size=3))


def remarks(*, text: SearchStrategy[str] | None = None) -> SearchStrategy[Remarks]:
    """Remarks on any topics; ``text`` is what people wrote, `texts` and `remark_texts` if it is not said."""
    written = _written() if text is None else text
    codes = functional_codes(level=CodeLevel.ITEM)
    items = st.builds(lambda code, kind: f"functional.{code}{kind}", codes, st.sampled_from(["", ".purpose"]))
    return st.dictionaries(st.sampled_from(sorted(TOPICS)) | items, written, max_size=12).map(Remarks)


@st.composite
def final_accounts(
    draw: DrawFn,
    *,
    complete: bool = True,
    consistent: bool = False,
    awkward: bool = True,
    text: SearchStrategy[str] | None = None,
) -> FinalAccounts:
    """Whole valid accounts in any state.

    Increases, decreases, nothing changed; bases of zero and below; totals given or left out; government funds or
    none; projects or none; budgets, figures of the year before and reasons missing here and there; now and then a
    department that was founded in the year, which has no figures of the year before.

    ``complete``: nothing is missing that a statement cannot do without, so that the narrative can be composed.
    ``consistent``: whatever has to agree does agree, so that no check finds anything. ``awkward``: also amounts on
    which rounding and printing are delicate. ``text``: what people wrote; `texts` and `remark_texts` if it is not said.
    """
    written = _written() if text is None else text
    year = draw(_YEARS)
    make = Maker(
        draw=draw,
        year=year,
        consistent=consistent,
        awkward=awkward,
        text=written,
        phrase=texts() if text is None else text,
    )
    spent = spending(make)
    sums = totals(make, spent)
    functional = tuple(item for fund in spent.funds.values() for item in fund.items)
    department = draw(departments())
    accounts = FinalAccounts(
        department=department,
        year=year,
        level=draw(st.sampled_from(Level)),
        note=make.maybe(draw(written)),
        overview=make.maybe(_overview(make)),
        overall=sums.overall,
        revenue=sums.revenue,
        expenditure=sums.expenditure,
        fiscal=sums.fiscal,
        functional=functional,
        economic=spent.economic,
        three_public=three_public(make, spent),
        operating_expenses=operating_expenses(make, spent),
        procurement=procurement(make),
        state_assets=state_assets(make),
        performance=performance(make),
        remarks=_remarks(make, [str(item.code) for item in functional]),
        glossary=[Term(term=draw(written), definition=draw(written))] if make.chance() else [],
        contact=make.maybe(Contact(person=make.maybe(draw(written)), telephone="0476-8330000")),
    )
    if make.chance(8):
        accounts = without_prior(evolve(accounts, department=evolve(department, founded=year)))
    return accounts if complete else _with_holes(draw, accounts)


def _overview(make: Maker) -> Overview:
    return Overview(functions=(make.draw(make.text),), organs=make.maybe(make.draw(make.text)))


def _remarks(make: Maker, codes: list[str]) -> Remarks:
    """Reasons and purposes of everything, of some things, or of nothing."""
    often = make.draw(_OFTEN)
    items = [f"functional.{code}" for code in codes if len(code) == 7]
    topics = [*TOPICS, *items, *(f"{item}.purpose" for item in items)]
    pool = [make.draw(make.text) for _ in range(3)]
    return Remarks({topic: pool[number % 3] for number, topic in enumerate(topics) if often and not make.chance(often)})


def _with_holes(draw: DrawFn, accounts: FinalAccounts) -> FinalAccounts:
    for _ in range(draw(st.integers(1, 6))):
        paths = supplied(accounts)
        if paths:
            accounts = without(accounts, draw(st.sampled_from(paths)))
    return accounts
