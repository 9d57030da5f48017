"""Expenditure by function and by economic nature: the items of tables 05 to 09."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import cast

from attrs import field, frozen

import govfinance.catalog as catalog
from govfinance.codes import EconomicCode, FunctionalCode, to_economic_code, to_functional_code
from govfinance.errors import Problem
from govfinance.model._building import refuse_invalid
from govfinance.model._fields import (
    AMOUNT,
    SIGNED,
    TEXT,
    FieldKind,
    Invalid,
    attempt,
    one_of,
    optional_amount,
    optional_signed,
    optional_text,
    required_amount,
    required_signed,
    to_member,
    wrong,
)
from govfinance.model._terms import FundSource, SpendingNature
from govfinance.numeric import ZERO, add, total

__all__ = ["EconomicItem", "ExpenditureItem", "FunctionalItem", "ProjectItem", "RevenueItem", "check_class_name"]


# Asked for every item of all accounts, about few codes.
_check_functional = lru_cache(maxsize=4096)(catalog.check_functional)
_check_economic = lru_cache(maxsize=1024)(catalog.check_economic)


def _to_functional(value: FunctionalCode | str) -> FunctionalCode:
    code = value if isinstance(value, FunctionalCode) else attempt(to_functional_code, value)
    problem = _check_functional(code.text) if isinstance(code, FunctionalCode) else None
    return code if problem is None else cast(FunctionalCode, Invalid((problem,)))


def _to_economic(value: EconomicCode | str) -> EconomicCode:
    code = value if isinstance(value, EconomicCode) else attempt(to_economic_code, value)
    problem = _check_economic(code.text) if isinstance(code, EconomicCode) else None
    return code if problem is None else cast(EconomicCode, Invalid((problem,)))


def _to_fund(value: FundSource | str) -> FundSource:
    return to_member(FundSource, value)


def _to_basic_or_project(value: SpendingNature | str) -> SpendingNature:
    member = to_member(SpendingNature, value)
    if isinstance(member, SpendingNature) and member not in (SpendingNature.BASIC, SpendingNature.PROJECT):
        result: SpendingNature = wrong(
            "not-one-of",
            f"expected basic or project, got {member.value}",
            f"应为 basic（基本支出）或 project（项目支出），实际为 {member.value}",
        )
        return result
    return member


def check_class_name(code: FunctionalCode, name: str) -> Problem | None:
    """``None`` if this is a name of the 类 that the code belongs to, else what was expected."""
    accepted = catalog.accepted_class_names(code.class_code)
    if name in accepted:
        return None
    names = sorted(accepted)
    shown = name if len(name) <= 40 else name[:37] + "..."
    return Problem(
        "wrong-class",
        f"expected {' or '.join(names)}, the 类 of {code}, got {shown!r}",
        f"{code} 所属的类应为{'或'.join(names)}，实际为“{shown}”",
    )


@frozen(kw_only=True)
class FunctionalItem:
    """支出功能分类的一项 (公开05、08、09表): what one budget spent on one function, in 元.

    ``code`` is a 项 of seven digits. A 款 or 类 stands for money of it that no 项 has: a budget that was not broken
    down. ``name`` is needed only for a 项 that the catalogue lacks; ``class_name``, where it is given, has to
    be the name of the code's 类.

    >>> FunctionalItem(code="2040601", basic="10590851", project=0, initial="10052200").actual
    Decimal('10590851')
    """

    code: FunctionalCode = field(converter=_to_functional, metadata={"kind": FieldKind("functional_code")})
    fund: FundSource = field(default=FundSource.GENERAL_PUBLIC, converter=_to_fund, metadata=one_of(FundSource))
    basic: Decimal = field(converter=required_amount, metadata=AMOUNT)
    project: Decimal = field(converter=required_amount, metadata=AMOUNT)
    initial: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    adjusted: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    prior: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    opening: Decimal | None = field(default=None, converter=optional_signed, metadata=SIGNED)
    revenue: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    closing: Decimal | None = field(default=None, converter=optional_signed, metadata=SIGNED)
    name: str | None = field(default=None, converter=optional_text, metadata=TEXT)
    class_name: str | None = field(default=None, converter=optional_text, metadata={"kind": FieldKind("class_name")})

    def __attrs_post_init__(self) -> None:
        if isinstance(self.class_name, str) and isinstance(self.code, FunctionalCode):
            problem = check_class_name(self.code, self.class_name)
            if problem is not None:
                object.__setattr__(self, "class_name", Invalid((problem,)))  # refused together with what else is wrong
        refuse_invalid(self)

    @property
    def actual(self) -> Decimal:
        """决算数, in 元: basic and project spending together."""
        basic, project = self.basic, self.project
        if basic and project:
            return add(basic, project)
        return basic or project


@frozen(kw_only=True)
class RevenueItem:
    """收入决算表的一行: what was received for one function in the year, from whom, in 元.

    A source that is left out brought nothing to this function: rows of the table are sparse. As in `FunctionalItem`, a
    款 or 类 stands for money of it that no 项 has.

    >>> RevenueItem(code="2010601", fiscal="15118900", other="100").total
    Decimal('15119000')
    """

    code: FunctionalCode = field(converter=_to_functional, metadata={"kind": FieldKind("functional_code")})
    fiscal: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    superior_subsidy: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    service: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    operation: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    subordinate_payment: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    other: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)

    @property
    def total(self) -> Decimal:
        """本年收入合计 of the function, in 元."""
        parts = (self.fiscal, self.superior_subsidy, self.service)
        return total((*parts, self.operation, self.subordinate_payment, self.other))


@frozen(kw_only=True)
class ExpenditureItem:
    """支出决算表的一行: what was spent on one function in the year from all sources, by nature, in 元.

    A nature that is left out spent nothing on this function: rows of the table are sparse. What the budgets of
    财政拨款 spent of it are the `FunctionalItem` of the same code.

    >>> ExpenditureItem(code="2010601", basic="15035200", project="83700").total
    Decimal('15118900')
    """

    code: FunctionalCode = field(converter=_to_functional, metadata={"kind": FieldKind("functional_code")})
    basic: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    project: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    superior_payment: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    operation: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    subordinate_subsidy: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)

    @property
    def total(self) -> Decimal:
        """本年支出合计 of the function, in 元."""
        return total((self.basic, self.project, self.superior_payment, self.operation, self.subordinate_subsidy))


@frozen(kw_only=True)
class ProjectItem:
    """项目收入支出决算表的一行: the money of all projects for one function, from all sources, in 元 (内蒙古自治区2022年度公开05表).

    ``opening`` 年初结转和结余, ``revenue`` 本年收入, ``expenditure`` 本年支出, ``closing`` 年末结转和结余. A figure that is left out is
    zero: rows of the table are sparse. Opening carry-over and revenue need not be expenditure and closing carry-over:
    projects are also paid from 使用非财政拨款结余, and 结余分配 takes from what is left.

    >>> ProjectItem(code="2040602", revenue="500000", expenditure="420000", closing="80000").opening
    Decimal('0')
    """

    code: FunctionalCode = field(converter=_to_functional, metadata={"kind": FieldKind("functional_code")})
    opening: Decimal = field(default=ZERO, converter=required_signed, metadata=SIGNED)
    revenue: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    expenditure: Decimal = field(default=ZERO, converter=required_amount, metadata=AMOUNT)
    closing: Decimal = field(default=ZERO, converter=required_signed, metadata=SIGNED)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class EconomicItem:
    """部门预算支出经济分类的一款 within 一般公共预算财政拨款 (公开06、07表): what was spent on it, in 元.

    >>> EconomicItem(code="30101", nature="basic", actual="6123100").code.class_code
    EconomicCode('301')
    """

    code: EconomicCode = field(converter=_to_economic, metadata={"kind": FieldKind("economic_code")})
    nature: SpendingNature = field(
        converter=_to_basic_or_project, metadata={"kind": FieldKind("nature", item=SpendingNature)}
    )
    actual: Decimal = field(converter=required_amount, metadata=AMOUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)
