"""Departments, units, and their final accounts."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from govfinance.model._building import keyed, refuse_invalid
from govfinance.model._fields import (
    TEXT,
    TEXTS,
    FieldKind,
    list_of,
    object_of,
    one_of,
    optional_text,
    required_name,
    required_text,
    text_tuple,
    to_member,
    tuple_of,
    wrong,
)
from govfinance.model._items import EconomicItem, ExpenditureItem, FunctionalItem, ProjectItem, RevenueItem
from govfinance.model._lines import ExpenditureLine, Fiscal, Overall, RevenueLine
from govfinance.model._performance import Performance
from govfinance.model._public import OperatingExpenses, Procurement, StateAssets, ThreePublic
from govfinance.model._remarks import Remarks
from govfinance.model._stated import Precision, Stated
from govfinance.model._terms import Level

__all__ = ["Contact", "Department", "FinalAccounts", "Overview", "Term", "Unit"]


@frozen(kw_only=True)
class Unit:
    """单位: an organisation of a department, its nature (单位性质), and its own accounts where there are any."""

    name: str = field(converter=required_name, metadata=TEXT)
    nature: str | None = field(default=None, converter=optional_text, metadata=TEXT)
    accounts: FinalAccounts | None = field(default=None, metadata=object_of("FinalAccounts"))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


def _year_from(least: int, value: int) -> int:
    if type(value) is int and least <= value <= 2099:
        return value
    result: int = wrong(
        "not-a-year",
        f"expected a year from {least} to 2099, got {value!r}",
        f"应为 {least} 至 2099 的年度，实际为 {value!r}",
    )
    return result


def _to_founded(value: int | None) -> int | None:
    return None if value is None else _year_from(1900, value)


def _to_units(values: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple_of(values)


@frozen(kw_only=True)
class Department:
    """部门: whose final accounts they are, the year of its foundation (成立年度), and its units (决算单位).

    ``founded`` is None where it is not said. A department founded in the year of its accounts has no year before.

    >>> Department(name="赤峰市司法局", units=[Unit(name="赤峰市强制隔离戒毒所")]).units[0].nature is None
    True
    """

    name: str = field(converter=required_name, metadata=TEXT)
    founded: int | None = field(
        default=None, converter=_to_founded, metadata={"kind": FieldKind("year", bounds=(1900, 2099))}
    )
    units: tuple[Unit, ...] = field(default=(), converter=_to_units, metadata=list_of(Unit))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class Overview:
    """部门概况: 主要职能、职责, 机构设置, 年度主要工作完成情况, paragraph by paragraph."""

    functions: tuple[str, ...] = field(default=(), converter=text_tuple, metadata=TEXTS)
    organs: str | None = field(default=None, converter=optional_text, metadata=TEXT)
    work_done: tuple[str, ...] = field(default=(), converter=text_tuple, metadata=TEXTS)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class Term:
    """名词解释: a term and what it means."""

    term: str = field(converter=required_text, metadata=TEXT)
    definition: str = field(converter=required_text, metadata=TEXT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class Contact:
    """决算公开联系方式及信息反馈渠道."""

    person: str | None = field(default=None, converter=optional_text, metadata=TEXT)
    telephone: str | None = field(default=None, converter=optional_text, metadata=TEXT)
    email: str | None = field(default=None, converter=optional_text, metadata=TEXT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


def _to_year(value: int) -> int:
    return _year_from(2000, value)


def _to_level(value: Level | str) -> Level:
    return to_member(Level, value)


def _to_revenue(values: Iterable[RevenueLine]) -> tuple[RevenueLine, ...]:
    return keyed("revenue", values, RevenueLine, "source")


def _to_expenditure(values: Iterable[ExpenditureLine]) -> tuple[ExpenditureLine, ...]:
    return keyed("expenditure", values, ExpenditureLine, "nature")


def _to_revenue_items(values: Iterable[RevenueItem]) -> tuple[RevenueItem, ...]:
    return keyed("revenue_items", values, RevenueItem, "code")


def _to_expenditure_items(values: Iterable[ExpenditureItem]) -> tuple[ExpenditureItem, ...]:
    return keyed("expenditure_items", values, ExpenditureItem, "code")


def _to_project_items(values: Iterable[ProjectItem]) -> tuple[ProjectItem, ...]:
    return keyed("project_items", values, ProjectItem, "code")


def _to_functional(values: Iterable[FunctionalItem]) -> tuple[FunctionalItem, ...]:
    return keyed("functional", values, FunctionalItem, "fund", "code")


def _to_economic(values: Iterable[EconomicItem]) -> tuple[EconomicItem, ...]:
    return keyed("economic", values, EconomicItem, "nature", "code")


def _to_terms(values: Iterable[Term]) -> tuple[Term, ...]:
    return tuple_of(values)


@frozen(kw_only=True)
class FinalAccounts:
    """部门决算 (or 单位决算) of one year: all figures, exact in 元, and the texts that explain them.

    None of an object or a figure is "not supplied", never zero. Items of ``functional`` and ``economic`` that are
    not there are zero as soon as there is any item of that table; so are those of ``revenue_items``,
    ``expenditure_items`` and ``project_items``, the rows of 收入决算表, 支出决算表 and 项目收入支出决算表. Lines and items stand in the order of their sources, budgets,
    natures and codes, in whatever order they are given. ``stated`` are totals as published tables print them;
    ``precision`` says how exactly the amounts are known, None that they are exact.
    Raises `InvalidInputError` with all problems, each with its path.
    """

    department: Department = field(metadata=object_of(Department))
    year: int = field(converter=_to_year, metadata={"kind": FieldKind("year", bounds=(2000, 2099))})
    level: Level = field(default=Level.DEPARTMENT, converter=_to_level, metadata=one_of(Level))
    note: str | None = field(default=None, converter=optional_text, metadata=TEXT)
    overview: Overview | None = field(default=None, metadata=object_of(Overview))
    overall: Overall | None = field(default=None, metadata=object_of(Overall))
    revenue: tuple[RevenueLine, ...] = field(default=(), converter=_to_revenue, metadata=list_of(RevenueLine, "source"))
    expenditure: tuple[ExpenditureLine, ...] = field(
        default=(), converter=_to_expenditure, metadata=list_of(ExpenditureLine, "nature")
    )
    revenue_items: tuple[RevenueItem, ...] = field(
        default=(), converter=_to_revenue_items, metadata=list_of(RevenueItem, "code")
    )
    expenditure_items: tuple[ExpenditureItem, ...] = field(
        default=(), converter=_to_expenditure_items, metadata=list_of(ExpenditureItem, "code")
    )
    project_items: tuple[ProjectItem, ...] = field(
        default=(), converter=_to_project_items, metadata=list_of(ProjectItem, "code")
    )
    fiscal: Fiscal | None = field(default=None, metadata=object_of(Fiscal))
    functional: tuple[FunctionalItem, ...] = field(
        default=(), converter=_to_functional, metadata=list_of(FunctionalItem, "fund", "code")
    )
    economic: tuple[EconomicItem, ...] = field(
        default=(), converter=_to_economic, metadata=list_of(EconomicItem, "nature", "code")
    )
    three_public: ThreePublic | None = field(default=None, metadata=object_of(ThreePublic))
    operating_expenses: OperatingExpenses | None = field(default=None, metadata=object_of(OperatingExpenses))
    procurement: Procurement | None = field(default=None, metadata=object_of(Procurement))
    state_assets: StateAssets | None = field(default=None, metadata=object_of(StateAssets))
    performance: Performance | None = field(default=None, metadata=object_of(Performance))
    remarks: Remarks = field(factory=Remarks, metadata=object_of(Remarks))
    glossary: tuple[Term, ...] = field(default=(), converter=_to_terms, metadata=list_of(Term))
    contact: Contact | None = field(default=None, metadata=object_of(Contact))
    stated: Stated = field(factory=Stated, metadata=object_of(Stated))
    precision: Precision | None = field(default=None, metadata=object_of(Precision))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)
