"""Drawn expenditure: economic items, functional items, and what each budget spent."""

from __future__ import annotations

from functools import cache
from typing import Final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import govfinance.catalog as catalog
from govfinance.codes import EconomicCode, FunctionalCode, Level
from govfinance.model import EconomicItem, FunctionalItem, FundSource, SpendingNature
from govfinance.testing._maker import Maker, summed
from govfinance.testing._values import economic_pool, functional_pool, to_fen, to_yuan

__all__ = ["Fund", "Spending", "spending"]

_PERSONNEL: Final = ("301", "303")
_STATES: Final = st.sampled_from(["nothing", "nothing", "given", "items"])
_OWN_NAMES: Final = st.sampled_from(["其他专项支出", "“两房”建设（二期）", "12345热线运行"])


@frozen(kw_only=True)
class Fund:
    """What one budget spent, and how its table says so; amounts in 分."""

    spent: int
    initial: int | None
    prior: int | None
    items: tuple[FunctionalItem, ...]

    @property
    def itemised(self) -> bool:
        """Whether the functional items say it; else a figure has to be given."""
        return bool(self.items)


@frozen(kw_only=True)
class Spending:
    """All expenditure of the fiscal appropriations; amounts in 分."""

    economic: tuple[EconomicItem, ...]
    basic: int
    project: int
    public_funds: int
    funds: dict[FundSource, Fund]

    def of(self, *codes: str) -> int:
        """What was spent on some economic items."""
        return sum(to_fen(item.actual) for item in self.economic if item.code.text in codes)


@cache
def _economic_codes(year: int) -> SearchStrategy[list[EconomicCode]]:
    pool = economic_pool(year, None)
    usual = [code for code in pool if code.class_code.text in ("301", "302", "303", "310")]
    return st.lists(st.sampled_from(usual) | st.sampled_from(pool), unique=True, max_size=6)


def spending(make: Maker) -> Spending:
    """Economic items first; the functional items of the general public budget have the same sums."""
    codes = _economic_codes(make.year)
    basic = {code: make.cents() for code in make.draw(codes.filter(bool))}
    project = {code: make.cents() for code in make.draw(codes)}
    items = [
        EconomicItem(code=code, nature=nature, actual=to_yuan(cents))
        for nature, side in ((SpendingNature.BASIC, basic), (SpendingNature.PROJECT, project))
        for code, cents in side.items()
    ]
    totals = sum(basic.values()), sum(project.values())
    return Spending(
        economic=tuple(items),
        basic=totals[0],
        project=totals[1],
        public_funds=sum(cents for code, cents in basic.items() if code.class_code.text not in _PERSONNEL),
        funds={
            FundSource.GENERAL_PUBLIC: _general(make, *totals),
            FundSource.GOVERNMENT_FUND: _other(make, FundSource.GOVERNMENT_FUND),
            FundSource.STATE_CAPITAL: _other(make, FundSource.STATE_CAPITAL),
        },
    )


def _general(make: Maker, basic: int, project: int) -> Fund:
    codes = make.draw(_functional_codes(make.year, 0, 6))
    if not codes:
        total = basic + project
        return Fund(spent=total, initial=make.compared(total), prior=make.compared(total), items=())
    if not make.consistent and make.chance(3):
        basic, project = make.cents(), make.cents() if project else 0
    return _itemised(make, FundSource.GENERAL_PUBLIC, codes, basic, project)


def _other(make: Maker, fund: FundSource) -> Fund:
    """Most departments have neither government funds nor state capital."""
    state = make.draw(_STATES)
    if state == "items":
        codes = make.draw(_functional_codes(make.year, 1, 2))
        return _itemised(make, fund, codes, make.some(), make.cents())
    spent = 0 if state == "nothing" else make.cents()
    return Fund(spent=spent, initial=make.maybe(spent), prior=make.compared(spent), items=())


@cache
def _functional_codes(year: int, least: int, most: int) -> SearchStrategy[list[FunctionalCode]]:
    items = st.sampled_from(functional_pool(year, Level.ITEM))
    groups = functional_pool(year, Level.GROUP)
    unknown = st.sampled_from(groups).map(lambda code: FunctionalCode(f"{code}77"))
    coarse = st.sampled_from(groups) | st.sampled_from(functional_pool(year, Level.CLASS))
    return st.lists(items | items | items | unknown | coarse, unique=True, min_size=least, max_size=most)


def _itemised(make: Maker, fund: FundSource, codes: list[FunctionalCode], basic: int, project: int) -> Fund:
    known = not make.chance(4)  # whether every item has a budget
    items: list[FunctionalItem] = []
    initials: list[int | None] = []
    priors: list[int | None] = []
    for code, own, its in zip(codes, make.split(basic, len(codes)), make.split(project, len(codes)), strict=True):
        initial, prior = make.compared(own + its), make.compared(own + its)
        if initial is None and known:
            initial = 0
        initials.append(initial)
        priors.append(prior)
        items.append(
            FunctionalItem(
                code=code,
                fund=fund,
                basic=to_yuan(own),
                project=to_yuan(its),
                initial=make.yuan(initial),
                adjusted=make.yuan(make.maybe(own + its)),
                prior=make.yuan(prior),
                name=_name(make, code),
                class_name=make.maybe(_class_name(make, code)) if make.chance(4) else None,
            )
        )
    return Fund(spent=basic + project, initial=summed(initials), prior=summed(priors), items=tuple(items))


def _name(make: Maker, code: FunctionalCode) -> str | None:
    """A name of its own for what the catalogue does not know, and now and then for what it does."""
    if code.level is not Level.ITEM:
        return None
    if catalog.functional_names(code, make.year)[2] is None or make.chance(6):
        return make.draw(_OWN_NAMES)
    return None


def _class_name(make: Maker, code: FunctionalCode) -> str:
    return make.draw(st.sampled_from(sorted(catalog.accepted_class_names(code.class_code))))
