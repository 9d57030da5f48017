"""Budget lines and the lines of revenue, expenditure and carry-over."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import field, frozen

from govfinance.model._building import keyed, refuse_invalid
from govfinance.model._fields import (
    AMOUNT,
    SIGNED,
    list_of,
    object_of,
    one_of,
    optional_amount,
    optional_signed,
    to_member,
)
from govfinance.model._terms import FundSource, RevenueSource, SpendingNature

__all__ = ["BudgetLine", "CarryOver", "ExpenditureLine", "Fiscal", "FundLine", "Overall", "RevenueLine"]


def _to_source(value: RevenueSource | str) -> RevenueSource:
    return to_member(RevenueSource, value)


def _to_nature(value: SpendingNature | str) -> SpendingNature:
    return to_member(SpendingNature, value)


def _to_fund(value: FundSource | str) -> FundSource:
    return to_member(FundSource, value)


@frozen(kw_only=True)
class BudgetLine:
    """The four figures of a line, in 元: 年初预算数, 全年预算数, 决算数, 上年决算数. None is "not supplied".

    On a total, a figure that is left out is the sum of its parts; one that is given is used as it is, and
    the checks compare it with the parts.

    >>> BudgetLine(initial="37793898", actual="47896404").prior is None
    True
    """

    initial: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    adjusted: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    actual: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    prior: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class CarryOver:
    """The four figures of a carry-over (结转和结余), in 元; they alone can be negative."""

    initial: Decimal | None = field(default=None, converter=optional_signed, metadata=SIGNED)
    adjusted: Decimal | None = field(default=None, converter=optional_signed, metadata=SIGNED)
    actual: Decimal | None = field(default=None, converter=optional_signed, metadata=SIGNED)
    prior: Decimal | None = field(default=None, converter=optional_signed, metadata=SIGNED)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class RevenueLine(BudgetLine):
    """One line of 本年收入, by its source (公开02表)."""

    source: RevenueSource = field(converter=_to_source, metadata=one_of(RevenueSource))


@frozen(kw_only=True)
class ExpenditureLine(BudgetLine):
    """One line of 本年支出, by its nature (公开03表)."""

    nature: SpendingNature = field(converter=_to_nature, metadata=one_of(SpendingNature))


@frozen(kw_only=True)
class Overall:
    """收入支出决算总体 (公开01表): the totals, and the lines that are neither revenue nor expenditure of the year.

    ``total`` 总计, ``revenue`` 本年收入合计, ``surplus_used`` 使用非财政拨款结余和专用结余, ``opening`` 年初结转和结余,
    ``expenditure`` 本年支出合计, ``surplus_distribution`` 结余分配, ``closing`` 年末结转和结余.
    """

    total: BudgetLine | None = field(default=None, metadata=object_of(BudgetLine))
    revenue: BudgetLine | None = field(default=None, metadata=object_of(BudgetLine))
    surplus_used: BudgetLine | None = field(default=None, metadata=object_of(BudgetLine))
    opening: CarryOver | None = field(default=None, metadata=object_of(CarryOver))
    expenditure: BudgetLine | None = field(default=None, metadata=object_of(BudgetLine))
    surplus_distribution: BudgetLine | None = field(default=None, metadata=object_of(BudgetLine))
    closing: CarryOver | None = field(default=None, metadata=object_of(CarryOver))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class FundLine:
    """One budget's part of the fiscal appropriations (公开04表): what came over, was spent and is left.

    Its revenue is the `RevenueLine` of the same budget; ``expenditure`` may be left out where functional items of
    the budget say what was spent.
    """

    fund: FundSource = field(converter=_to_fund, metadata=one_of(FundSource))
    opening: CarryOver | None = field(default=None, metadata=object_of(CarryOver))
    expenditure: BudgetLine | None = field(default=None, metadata=object_of(BudgetLine))
    closing: CarryOver | None = field(default=None, metadata=object_of(CarryOver))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


def _to_fund_lines(values: Iterable[FundLine]) -> tuple[FundLine, ...]:
    return keyed("funds", values, FundLine, "fund")


@frozen(kw_only=True)
class Fiscal:
    """财政拨款收入支出决算总体 (公开04表): the total of all budgets, and each budget's own carry-over."""

    total: BudgetLine | None = field(default=None, metadata=object_of(BudgetLine))
    funds: tuple[FundLine, ...] = field(default=(), converter=_to_fund_lines, metadata=list_of(FundLine, "fund"))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)
