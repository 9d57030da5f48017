"""Drawn 预算绩效: what was evaluated, and the evaluations of projects."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from govfinance.model import (
    DepartmentReview,
    FundSource,
    Indicator,
    ManagementStage,
    Performance,
    PerformanceManagement,
    ProjectEvaluation,
    SelfEvaluation,
)
from govfinance.testing._maker import Maker
from govfinance.testing._texts import project_names
from govfinance.testing._values import counts, scores, to_yuan

__all__ = ["performance"]

_FUNDS: Final = (FundSource.GENERAL_PUBLIC, FundSource.GOVERNMENT_FUND)
_DIMENSIONS: Final = st.sampled_from(["数量指标", "质量指标", "社会效益指标", "服务对象满意度指标"])
_TARGETS: Final = st.sampled_from(["≥95%", "大于等于108万元", "13家", "2023年12月31日前", "“无”"])
_NAMES: Final = st.lists(project_names(), max_size=3)
_FUND: Final = st.sampled_from(_FUNDS)
_MOST: Final = 999_999_999
_FEW: Final = st.integers(0, 2)
_SYSTEMS: Final = st.lists(
    st.sampled_from(["预算绩效管理办法", "《项目支出绩效评价管理办法（试行）》", "2024年绩效管理工作规程"]),
    min_size=1,
    max_size=3,
    unique=True,
)
_GRADES: Final = st.sampled_from(["优", "良", "中", "差"])


def performance(make: Maker) -> Performance:
    """Nothing evaluated, or some projects, with as much of each as people wrote."""
    names = make.draw(_NAMES)
    if make.chance(5):
        nothing = [SelfEvaluation(fund=fund, projects=0, amount=make.yuan(make.maybe(0))) for fund in _FUNDS]
        return Performance(self_evaluations=nothing, management=_management(make, 0))
    projects = [_project(make) for _ in range(make.draw(_FEW))]
    told = len(projects) + 1  # those that are told one by one are not all: the money of all is not their sum
    return Performance(
        self_evaluations=[
            SelfEvaluation(fund=fund, projects=_more(make, told), amount=to_yuan(make.some())) for fund in _FUNDS
        ],
        review=make.maybe(_review(make, tuple(names), told)),
        named=tuple(names),
        projects=projects,
        management=_management(make, _more(make, told)),
    )


def _more(make: Maker, told: int) -> int:
    return min(told + make.draw(counts()), _MOST)


def _management(make: Maker, projects: int) -> PerformanceManagement:
    """预算绩效管理情况: so many projects evaluated by their departments, each with one grade; none has no average."""
    excellent, good, qualified, unqualified = make.split(_miscounted(make, projects), 4)
    problems = make.draw(counts())
    rectified, rectifying = make.split(_miscounted(make, problems), 2)
    return PerformanceManagement(
        systems=make.draw(_SYSTEMS),
        mechanism=make.draw(make.phrase),
        targets=_stage(make, make.draw(counts())),
        tracking=_stage(make, make.draw(counts())),
        self_evaluation=_stage(make, projects),
        average_score=make.draw(scores()) if projects else None,
        excellent=excellent,
        good=good,
        qualified=qualified,
        unqualified=unqualified,
        problems=problems,
        rectified=rectified,
        rectifying=rectifying,
    )


def _stage(make: Maker, projects: int) -> ManagementStage:
    return ManagementStage(projects=projects, amount=to_yuan(make.some() if projects else 0))


def _miscounted(make: Maker, number: int) -> int:
    """A number as it is, or (in accounts that need not be consistent) now and then one less."""
    return max(0, number - 1) if not make.consistent and make.chance(8) else number


def _review(make: Maker, names: tuple[str, ...], told: int) -> DepartmentReview:
    return DepartmentReview(
        projects=_more(make, told),
        general_public=to_yuan(make.cents()),
        government_fund=to_yuan(make.some()),
        named=names,
        conclusion=make.maybe(make.draw(make.text)),
    )


def _project(make: Maker) -> ProjectEvaluation:
    budget = make.cents()
    executed = make.compared(budget)
    return ProjectEvaluation(
        name=make.draw(project_names()),
        fund=make.draw(_FUND),
        budget=to_yuan(budget),
        executed=to_yuan(0 if executed is None else executed),
        score=make.maybe(make.draw(scores())),
        grade=make.maybe(make.draw(_GRADES)),
        indicators=[_indicator(make) for _ in range(make.draw(_FEW))],
        goals=make.maybe(make.draw(make.text)),
        problems=make.maybe(make.draw(make.text)),
        measures=make.maybe(make.draw(make.text)),
    )


def _indicator(make: Maker) -> Indicator:
    return Indicator(
        dimension=make.maybe(make.draw(_DIMENSIONS)),
        name=make.draw(make.phrase),
        target=make.draw(_TARGETS),
        actual=make.draw(make.phrase),
        weight=make.maybe(make.draw(scores())),
        score=make.maybe(make.draw(scores())),
    )
