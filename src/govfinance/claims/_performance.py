"""Claims on 预算绩效 (section 十四)."""

from __future__ import annotations

from attrs import field, frozen

from govfinance.claims._base import COUNT, ITEM, ITEM_RATE, SCORE, Claim
from govfinance.model import Level
from govfinance.money import Printed

__all__ = [
    "EvaluationsReported",
    "IndicatorResult",
    "ManagementSummary",
    "NothingEvaluated",
    "ProjectGoals",
    "ProjectGrade",
    "ProjectMeasures",
    "ProjectName",
    "ProjectProblems",
    "ProjectScore",
    "ReviewCarriedOut",
    "SelfEvaluationCoverage",
]


@frozen(kw_only=True)
class ProjectName:
    """A project, or a rule (制度), that is mentioned by name."""

    name: str


@frozen(kw_only=True)
class SelfEvaluationCoverage(Claim):
    """绩效自评: projects, money and share of the project expenditure, by budget."""

    name: str | None
    level: Level | None
    year: int | None
    general_projects: Printed = field(metadata=COUNT)
    general_amount: Printed = field(metadata=ITEM)
    general_share: Printed | None = field(metadata=ITEM_RATE)
    fund_projects: Printed | None = field(metadata=COUNT)
    fund_amount: Printed | None = field(metadata=ITEM)
    fund_share: Printed | None = field(metadata=ITEM_RATE)


@frozen(kw_only=True)
class NothingEvaluated(Claim):
    """No project was to be evaluated."""

    name: str | None
    level: Level | None
    year: int | None


@frozen(kw_only=True)
class ManagementSummary(Claim):
    """预算绩效管理工作开展情况: 制度 and 工作机制, projects and money by stage, grades and problems of the self-evaluation."""

    name: str | None
    level: Level | None
    year: int | None
    systems: tuple[ProjectName, ...] | None
    mechanism: str | None
    target_projects: Printed = field(metadata=COUNT)
    target_amount: Printed = field(metadata=ITEM)
    tracked_projects: Printed = field(metadata=COUNT)
    tracked_amount: Printed = field(metadata=ITEM)
    evaluated_projects: Printed = field(metadata=COUNT)
    evaluated_amount: Printed = field(metadata=ITEM)
    average_score: Printed | None = field(metadata=SCORE)
    excellent: Printed = field(metadata=COUNT)
    good: Printed = field(metadata=COUNT)
    qualified: Printed = field(metadata=COUNT)
    unqualified: Printed = field(metadata=COUNT)
    problems: Printed = field(metadata=COUNT)
    rectified: Printed = field(metadata=COUNT)
    rectifying: Printed = field(metadata=COUNT)


@frozen(kw_only=True)
class ReviewCarriedOut(Claim):
    """部门评价: the projects and the money in them, and what came out."""

    named: tuple[ProjectName, ...] | None
    projects: Printed = field(metadata=COUNT)
    general_amount: Printed = field(metadata=ITEM)
    fund_amount: Printed | None = field(metadata=ITEM)
    conclusion: str | None


@frozen(kw_only=True)
class EvaluationsReported(Claim):
    """How many self-evaluations the final accounts report."""

    name: str | None
    level: Level | None
    year: int | None
    named: tuple[ProjectName, ...] | None
    general_projects: Printed = field(metadata=COUNT)
    fund_projects: Printed = field(metadata=COUNT)
    projects: Printed = field(metadata=COUNT)


@frozen(kw_only=True)
class ProjectScore(Claim):
    """项目自评: 得分, 全年预算数, 执行数 and their ratio (none on a budget of zero)."""

    project: str
    score: Printed | None = field(metadata=SCORE)
    budget: Printed = field(metadata=ITEM)
    executed: Printed = field(metadata=ITEM)
    completion: Printed | None = field(metadata=ITEM_RATE)


@frozen(kw_only=True)
class ProjectGoals(Claim):
    """项目绩效目标完成情况, in words; without words, indicators follow."""

    text: str | None


@frozen(kw_only=True)
class IndicatorResult(Claim):
    """One indicator of a project: 目标值, 实际完成, 分值, 得分; its dimension where a new one begins."""

    dimension: str | None
    number: int
    name: str
    target: str
    actual: str
    weight: Printed | None = field(metadata=SCORE)
    score: Printed | None = field(metadata=SCORE)


@frozen(kw_only=True)
class ProjectProblems(Claim):
    """发现的主要问题及原因."""

    text: str


@frozen(kw_only=True)
class ProjectMeasures(Claim):
    """下一步改进措施."""

    text: str


@frozen(kw_only=True)
class ProjectGrade(Claim):
    """项目绩效评价结果: 综合得分 and grade."""

    project: str
    score: Printed | None = field(metadata=SCORE)
    grade: str
