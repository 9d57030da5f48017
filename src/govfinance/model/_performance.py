"""预算绩效: what was evaluated, and the evaluations of single projects (section 十四)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import field, frozen

from govfinance.model._building import keyed, refuse_invalid
from govfinance.model._fields import (
    AMOUNT,
    COUNT,
    SCORE,
    TEXT,
    TEXTS,
    list_of,
    object_of,
    one_of,
    optional_amount,
    optional_count,
    optional_name,
    optional_score,
    optional_text,
    required_amount,
    required_name,
    text_tuple,
    to_member,
    tuple_of,
)
from govfinance.model._terms import FundSource

__all__ = [
    "DepartmentReview",
    "Indicator",
    "ManagementStage",
    "Performance",
    "PerformanceManagement",
    "ProjectEvaluation",
    "SelfEvaluation",
]


def _to_fund(value: FundSource | str) -> FundSource:
    return to_member(FundSource, value)


@frozen(kw_only=True)
class Indicator:
    """绩效指标: its dimension (数量指标 ...), name, 目标值, 实际完成, 分值 and 得分; target and actual as written."""

    dimension: str | None = field(default=None, converter=optional_name, metadata=TEXT)
    name: str = field(converter=required_name, metadata=TEXT)
    target: str = field(converter=required_name, metadata=TEXT)
    actual: str = field(converter=required_name, metadata=TEXT)
    weight: Decimal | None = field(default=None, converter=optional_score, metadata=SCORE)
    score: Decimal | None = field(default=None, converter=optional_score, metadata=SCORE)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


def _to_indicators(values: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return tuple_of(values)


@frozen(kw_only=True)
class ProjectEvaluation:
    """项目绩效自评: 全年预算数 and 执行数 in 元, 得分, 评价等级, indicators, and what was written of it."""

    name: str = field(converter=required_name, metadata=TEXT)
    fund: FundSource = field(default=FundSource.GENERAL_PUBLIC, converter=_to_fund, metadata=one_of(FundSource))
    budget: Decimal = field(converter=required_amount, metadata=AMOUNT)
    executed: Decimal = field(converter=required_amount, metadata=AMOUNT)
    score: Decimal | None = field(default=None, converter=optional_score, metadata=SCORE)
    grade: str | None = field(default=None, converter=optional_name, metadata=TEXT)
    indicators: tuple[Indicator, ...] = field(default=(), converter=_to_indicators, metadata=list_of(Indicator))
    goals: str | None = field(default=None, converter=optional_text, metadata=TEXT)
    problems: str | None = field(default=None, converter=optional_text, metadata=TEXT)
    measures: str | None = field(default=None, converter=optional_text, metadata=TEXT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class SelfEvaluation:
    """绩效自评 of one budget: how many projects, and the money in them (元)."""

    fund: FundSource = field(converter=_to_fund, metadata=one_of(FundSource))
    projects: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    amount: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class DepartmentReview:
    """部门评价: how many projects, the money in them by budget (元), the projects named, and the conclusion."""

    projects: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    general_public: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    government_fund: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)
    named: tuple[str, ...] = field(default=(), converter=text_tuple, metadata=TEXTS)
    conclusion: str | None = field(default=None, converter=optional_text, metadata=TEXT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class ManagementStage:
    """A stage of 全过程绩效管理: how many projects of the year it covered, and the budget of these (涉及预算金额, 元)."""

    projects: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    amount: Decimal | None = field(default=None, converter=optional_amount, metadata=AMOUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


@frozen(kw_only=True)
class PerformanceManagement:
    """预算绩效管理情况 as a whole (上海市2024年度部门决算公开格式, 十).

    ``systems`` 制度名称, ``mechanism`` what kind of 预算绩效管理工作机制; the stages ``targets`` 编报绩效目标, ``tracking`` 绩效跟踪评价 and
    ``self_evaluation`` 绩效自评; of the projects of the last one their ``average_score`` 平均得分, how many are rated
    ``excellent`` 优, ``good`` 良, ``qualified`` 合格 and ``unqualified`` 不合格, how many ``problems`` 发现问题 there were, and
    how many of these are ``rectified`` 已经完成整改 and ``rectifying`` 正在整改.

    >>> PerformanceManagement(self_evaluation=ManagementStage(projects=4, amount="5984200"), excellent=4).good is None
    True
    """

    systems: tuple[str, ...] = field(default=(), converter=text_tuple, metadata=TEXTS)
    mechanism: str | None = field(default=None, converter=optional_text, metadata=TEXT)
    targets: ManagementStage | None = field(default=None, metadata=object_of(ManagementStage))
    tracking: ManagementStage | None = field(default=None, metadata=object_of(ManagementStage))
    self_evaluation: ManagementStage | None = field(default=None, metadata=object_of(ManagementStage))
    average_score: Decimal | None = field(default=None, converter=optional_score, metadata=SCORE)
    excellent: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    good: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    qualified: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    unqualified: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    problems: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    rectified: int | None = field(default=None, converter=optional_count, metadata=COUNT)
    rectifying: int | None = field(default=None, converter=optional_count, metadata=COUNT)

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)


def _to_self_evaluations(values: Iterable[SelfEvaluation]) -> tuple[SelfEvaluation, ...]:
    return keyed("self_evaluations", values, SelfEvaluation, "fund")


def _to_projects(values: Iterable[ProjectEvaluation]) -> tuple[ProjectEvaluation, ...]:
    return tuple_of(values)


@frozen(kw_only=True)
class Performance:
    """预算绩效情况. ``named`` are the projects that the summary mentions by name, ``management`` is 预算绩效管理情况."""

    self_evaluations: tuple[SelfEvaluation, ...] = field(
        default=(), converter=_to_self_evaluations, metadata=list_of(SelfEvaluation, "fund")
    )
    review: DepartmentReview | None = field(default=None, metadata=object_of(DepartmentReview))
    named: tuple[str, ...] = field(default=(), converter=text_tuple, metadata=TEXTS)
    projects: tuple[ProjectEvaluation, ...] = field(
        default=(), converter=_to_projects, metadata=list_of(ProjectEvaluation)
    )
    management: PerformanceManagement | None = field(default=None, metadata=object_of(PerformanceManagement))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)
