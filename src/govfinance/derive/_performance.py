"""Claims on 预算绩效: what was evaluated, and each project's evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import govfinance.calc as calc
import govfinance.derive._new as new
from govfinance.calc import Figure, ManagementStageName
from govfinance.claims import (
    EvaluationsReported,
    IndicatorResult,
    ManagementSummary,
    NothingEvaluated,
    ProjectGrade,
    ProjectName,
    ProjectScore,
    ReviewCarriedOut,
    SelfEvaluationCoverage,
)
from govfinance.derive._derived import Derived
from govfinance.derive._printer import Printer, Statement, clean
from govfinance.model import (
    DepartmentReview,
    FundSource,
    ManagementStage,
    Performance,
    PerformanceManagement,
    ProjectEvaluation,
    SelfEvaluation,
    SpendingNature,
)
from govfinance.money import Printed

__all__ = ["performance"]

_EVALUATION: Final = frozenset(
    {
        "performance.coverage",
        "performance.nothing",
        "performance.review",
        "performance.reported",
        "performance.project",
        "performance.grade",
    }
)
_GENERAL: Final = FundSource.GENERAL_PUBLIC
_FUND: Final = FundSource.GOVERNMENT_FUND


def performance(printer: Printer) -> Iterator[Derived]:
    """预算绩效情况: coverage, review, and the projects one by one."""
    topics = printer.topics
    if not any(topic.startswith("performance.") for topic in topics):
        return
    given = printer.accounts.performance
    if given is None:
        printer.missing["performance"] = None
        return
    if "performance.management" in topics:
        yield _management(printer, given.management)
    if topics.isdisjoint(_EVALUATION):
        return
    coverage = {line.fund: line for line in given.self_evaluations}
    if (
        "performance.nothing" in topics
        and not given.projects
        and coverage.keys() >= {_GENERAL, _FUND}
        and all(line.projects == 0 for line in given.self_evaluations)
    ):
        statement = Statement(printer, NothingEvaluated, "performance.nothing")
        yield statement.says(new.NothingEvaluated(**statement.who))
        return
    if "performance.coverage" in topics:
        yield _coverage(printer, coverage)
    if given.review is not None and "performance.review" in topics:
        yield _review(printer, given.review)
    if "performance.reported" not in topics:
        pass
    elif given.projects or not any(line.projects for line in given.self_evaluations):
        yield _reported(printer, given)
    else:  # some were evaluated, and nobody said which
        Statement(printer, EvaluationsReported, "performance.reported").omit("statement", ("performance.projects",))
    if "performance.project" in topics:
        for number, project in enumerate(given.projects, 1):
            yield from _project(printer, project, str(number))
    if "performance.grade" not in topics:
        return
    statement = Statement(printer, ProjectGrade, "performance.grade")
    for number, project in enumerate(given.projects):
        if project.grade is not None:
            statement.key = project.name
            yield statement.says(
                new.ProjectGrade(
                    project=project.name,
                    score=_score(statement, "score", project.score, f"performance.projects[{number}]"),
                    grade=project.grade,
                )
            )


def _management(printer: Printer, given: PerformanceManagement | None) -> Derived:
    """预算绩效管理工作开展情况: rules, the three stages, grades and problems."""
    statement = Statement(printer, ManagementSummary, "performance.management")
    path = "performance.management"
    given = given or PerformanceManagement()
    accounts = printer.accounts

    def stage(name: ManagementStageName, field: str) -> dict[str, Any]:
        one = getattr(given, name) or ManagementStage()
        return {
            f"{field}_projects": statement.count(f"{field}_projects", one.projects, f"{path}.{name}.projects"),
            f"{field}_amount": statement.amount(f"{field}_amount", calc.management_amount(accounts, name)),
        }

    def count(name: str) -> Printed:
        return statement.count(name, getattr(given, name), f"{path}.{name}")

    score = None
    if "average_score" in statement.said:
        score = _score(statement, "average_score", given.average_score, path)
        if score is None and given.self_evaluation is not None and given.self_evaluation.projects:
            statement.omit("field", (f"{path}.average_score",))
    for name in ("systems", "mechanism"):
        if name in statement.said and not getattr(given, name):
            statement.omit("field", (f"{path}.{name}",))
    return statement.says(
        new.ManagementSummary(
            **statement.who,
            systems=_named(given.systems) if "systems" in statement.said else None,
            mechanism=clean(given.mechanism) if "mechanism" in statement.said else None,
            **stage("targets", "target"),
            **stage("tracking", "tracked"),
            **stage("self_evaluation", "evaluated"),
            average_score=score,
            excellent=count("excellent"),
            good=count("good"),
            qualified=count("qualified"),
            unqualified=count("unqualified"),
            problems=count("problems"),
            rectified=count("rectified"),
            rectifying=count("rectifying"),
        )
    )


def _coverage(printer: Printer, lines: dict[FundSource, SelfEvaluation]) -> Derived:
    statement = Statement(printer, SelfEvaluationCoverage, "performance.coverage")
    general, fund = lines.get(_GENERAL), lines.get(_FUND)
    path = "performance.self_evaluations"
    general_amount = Figure(
        None if general is None else general.amount, "自评项目资金", f"{path}.{_GENERAL.value}.amount"
    )
    fund_amount = Figure(None if fund is None else fund.amount, "自评项目资金", f"{path}.{_FUND.value}.amount")
    fund_projects = _project_expenditure(printer, _FUND)
    return statement.says(
        new.SelfEvaluationCoverage(
            **statement.who,
            general_projects=statement.count(
                "general_projects", None if general is None else general.projects, f"{path}.{_GENERAL.value}.projects"
            ),
            general_amount=statement.amount("general_amount", general_amount),
            general_share=statement.share("general_share", general_amount, _general_projects(printer)),
            fund_projects=statement.wanted_count(
                "fund_projects", None if fund is None else fund.projects, f"{path}.{_FUND.value}.projects"
            ),
            fund_amount=statement.wanted("fund_amount", fund_amount),
            fund_share=statement.share("fund_share", fund_amount, fund_projects),
        )
    )


def _general_projects(printer: Printer) -> Figure:
    """一般公共预算项目支出: by economic nature, else by function."""
    by_nature = calc.economic_total(printer.accounts, SpendingNature.PROJECT)
    if by_nature.value is not None:
        return by_nature
    by_function = _project_expenditure(printer, _GENERAL)
    return by_nature if by_function.value is None else by_function


def _project_expenditure(printer: Printer, fund: FundSource) -> Figure:
    """What a budget spent on projects: its items say it, or it spent nothing at all; else it is not known."""
    projects = calc.functional_nature_total(printer.accounts, fund, SpendingNature.PROJECT)
    spent = calc.fund_expenditure(printer.accounts, fund)
    return spent if projects.value is None and spent.value is not None and not spent.value else projects


def _named(names: tuple[str, ...]) -> tuple[ProjectName, ...] | None:
    return tuple(new.ProjectName(name=name) for name in names) or None


def _review(printer: Printer, review: DepartmentReview) -> Derived:
    statement = Statement(printer, ReviewCarriedOut, "performance.review")
    path = "performance.review"
    return statement.says(
        new.ReviewCarriedOut(
            named=_named(review.named),
            projects=statement.count("projects", review.projects, f"{path}.projects"),
            general_amount=statement.amount(
                "general_amount",
                Figure(review.general_public, "部门评价涉及一般公共预算支出", f"{path}.general_public"),
            ),
            fund_amount=statement.wanted(
                "fund_amount", Figure(review.government_fund, "部门评价涉及政府性基金支出", f"{path}.government_fund")
            ),
            conclusion=clean(review.conclusion),
        )
    )


def _reported(printer: Printer, given: Performance) -> Derived:
    statement = Statement(printer, EvaluationsReported, "performance.reported")
    general = sum(project.fund is _GENERAL for project in given.projects)
    fund = sum(project.fund is _FUND for project in given.projects)
    path = "performance.projects"
    return statement.says(
        new.EvaluationsReported(
            **statement.who,
            named=_named(given.named),
            general_projects=statement.count("general_projects", general, path),
            fund_projects=statement.count("fund_projects", fund, path),
            projects=statement.count("projects", general + fund, path),
        )
    )


def _score(statement: Statement, name: str, value: Decimal | None, path: str) -> Printed | None:
    return None if value is None else statement.value(name, value, Figure, value, "", f"{path}.{name}")


def _project(printer: Printer, project: ProjectEvaluation, key: str) -> Iterator[Derived]:
    statement = Statement(printer, ProjectScore, "performance.project", key)
    path = f"performance.projects[{int(key) - 1}]"
    budget = Figure(project.budget, "全年预算数", f"{path}.budget")
    executed = Figure(project.executed, "执行数", f"{path}.executed")
    yield statement.says(
        new.ProjectScore(
            project=project.name,
            score=_score(statement, "score", project.score, path),
            budget=statement.amount("budget", budget),
            executed=statement.amount("executed", executed),
            completion=statement.share("completion", executed, budget),
        )
    )
    goals = clean(project.goals)
    if goals is not None or project.indicators:
        yield new.Derived(new.ProjectGoals(text=goals), "performance.project.goals", key, key)
    dimension = None
    statement = Statement(printer, IndicatorResult, "performance.project.indicator", "", key)
    for number, indicator in enumerate(project.indicators, 1):
        where = f"{path}.indicators[{number - 1}]"
        statement.key = f"{key}.{number}"
        yield statement.says(
            new.IndicatorResult(
                dimension=indicator.dimension if indicator.dimension != dimension else None,
                number=number,
                name=indicator.name,
                target=indicator.target,
                actual=indicator.actual,
                weight=_score(statement, "weight", indicator.weight, where),
                score=_score(statement, "score", indicator.score, where),
            )
        )
        dimension = indicator.dimension
    problems, measures = clean(project.problems), clean(project.measures)
    if problems is not None:
        yield new.Derived(new.ProjectProblems(text=problems), "performance.project.problems", key, key)
    if measures is not None:
        yield new.Derived(new.ProjectMeasures(text=measures), "performance.project.measures", key, key)
