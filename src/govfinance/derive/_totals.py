"""Claims on totals (收入支出总体、收入、支出、财政拨款收支总体)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

import govfinance.calc as calc
import govfinance.derive._new as new
from govfinance.calc import Figure
from govfinance.claims import (
    ExpenditureShare,
    ExpenditureTotal,
    FiscalTotal,
    OverallItem,
    OverallItemTotal,
    OverallTotal,
    ProjectExpenditure,
    RevenueHeading,
    RevenuePart,
    RevenueShare,
    RevenueTotal,
    Side,
    SideTotal,
)
from govfinance.derive._derived import Derived
from govfinance.derive._printer import Printer, Statement
from govfinance.model import RevenueSource, SpendingNature
from govfinance.numeric import total as add_up

__all__ = ["expenditure", "fiscal", "overall", "revenue"]

_ITEMS: Final = {
    Side.INCOME: (OverallItem.REVENUE, OverallItem.SURPLUS_USED, OverallItem.OPENING),
    Side.OUTLAY: (OverallItem.EXPENDITURE, OverallItem.SURPLUS_DISTRIBUTION, OverallItem.CLOSING),
}
_WITH_MATTER: Final = (OverallItem.SURPLUS_DISTRIBUTION, OverallItem.CLOSING)
_OTHER_HEADINGS: Final = {
    RevenueHeading.SUPERIOR_SUBSIDY: RevenueSource.SUPERIOR_SUBSIDY,
    RevenueHeading.SERVICE: RevenueSource.SERVICE,
    RevenueHeading.OPERATION: RevenueSource.OPERATION,
    RevenueHeading.SUBORDINATE_PAYMENT: RevenueSource.SUBORDINATE_PAYMENT,
    RevenueHeading.OTHER: RevenueSource.OTHER,
}


def overall(printer: Printer) -> Iterator[Derived]:
    """收入支出决算总体: the total, then each side with its lines."""
    accounts, topics = printer.accounts, printer.topics
    total = calc.income_total(accounts)
    if "overall.total" in topics:
        statement = Statement(printer, OverallTotal, "overall.total")
        budget, prior = calc.income_total(accounts, "initial"), calc.income_total(accounts, "prior")
        yield statement.says(
            new.OverallTotal(
                **statement.who,
                total=statement.amount("total", total),
                budget=statement.comparison("budget", total, budget, "overall.total.initial"),
                prior=statement.comparison("prior", total, prior, "overall.total.prior"),
            )
        )
    for side, items in _ITEMS.items():
        topic = f"overall.{side.value}"
        if topic in topics:
            statement = Statement(printer, SideTotal, topic)
            figure = total if side is Side.INCOME else calc.outlay_total(accounts)
            yield statement.says(new.SideTotal(side=side, total=statement.amount("total", figure)))
        topic = f"{topic}.line"
        if topic in topics:
            for item in items:
                yield _overall_item(printer, topic, item)


def _overall_item(printer: Printer, topic: str, item: OverallItem) -> Derived:
    accounts = printer.accounts
    statement = Statement(printer, OverallItemTotal, topic, item.value)
    if item is OverallItem.REVENUE:
        actual, prior = calc.revenue_total(accounts), calc.revenue_total(accounts, "prior")
    elif item is OverallItem.EXPENDITURE:
        actual, prior = calc.expenditure_total(accounts), calc.expenditure_total(accounts, "prior")
    else:
        actual, prior = calc.overall_line(accounts, item.value), calc.overall_line(accounts, item.value, "prior")
    matter = None
    if item in _WITH_MATTER and "matter" in statement.said:
        remark = f"overall.{item.value}.matter"
        matter = printer.remark(remark)
        if matter is None and not actual.value:
            matter = printer.standing_text(remark)
        elif matter is None:
            statement.omit("reason", (f"remarks.{remark}",))
    return statement.says(
        new.OverallItemTotal(
            item=item,
            amount=statement.amount("amount", actual),
            matter=matter,
            prior=statement.comparison("prior", actual, prior, f"overall.{item.value}.prior"),
        )
    )


def revenue(printer: Printer) -> Iterator[Derived]:
    """收入决算: the total, and the share of each source."""
    accounts, topics = printer.accounts, printer.topics
    total = calc.revenue_total(accounts)
    if "revenue.total" in topics:
        statement = Statement(printer, RevenueTotal, "revenue.total")
        items = _revenue_parts(statement.part(RevenuePart, "items"), total) if "items" in statement.said else None
        yield statement.says(new.RevenueTotal(**statement.who, total=statement.amount("total", total), items=items))
    if "revenue.line" in topics:
        statement = Statement(printer, RevenueShare, "revenue.line")
        for source, figure in calc.revenue_lines(accounts):
            statement.key = source.key
            yield statement.says(
                new.RevenueShare(
                    source=source,
                    amount=statement.amount("amount", figure),
                    share=statement.share("share", figure, total),
                )
            )


def _revenue_parts(one: Statement, total: Figure) -> tuple[RevenuePart, ...] | None:
    """The six sources, as far as they are not zero: the three budgets are one (财政拨款收入)."""
    accounts = one.printer.accounts
    lines = dict(calc.revenue_lines(accounts))
    fiscal = [line for source, line in lines.items() if source.fund is not None]
    figures = {heading: lines[source] for heading, source in _OTHER_HEADINGS.items()}
    figures = {RevenueHeading.FISCAL: calc.sum_of(fiscal, "财政拨款收入", "revenue"), **figures}
    if _complete(lines.values(), total):  # the lines that were not supplied are zero
        known = [line for line in fiscal if line.value is not None]
        figures[RevenueHeading.FISCAL] = calc.sum_of(known, "财政拨款收入", "revenue")
        figures = {heading: figure for heading, figure in figures.items() if figure.value is not None}
    return (
        tuple(
            [
                new.RevenuePart(
                    source=heading, amount=one.amount("amount", figure), share=one.share("share", figure, total)
                )
                for heading, figure in figures.items()
                if figure.value is None or figure.value
            ]
        )
        or None
    )


def _complete(lines: Iterable[Figure], total: Figure) -> bool:
    """Whether the lines that were supplied are all there is: amounts are not below zero, and these make the total."""
    known: list[Decimal] = [line.value for line in lines if line.value is not None]
    return total.value is not None and add_up(known) == total.value


def expenditure(printer: Printer) -> Iterator[Derived]:
    """支出决算: the total, and the share of each nature."""
    accounts, topics = printer.accounts, printer.topics
    total = calc.expenditure_total(accounts)
    if "expenditure.total" in topics:
        statement = Statement(printer, ExpenditureTotal, "expenditure.total")
        items = None
        if "items" in statement.said:
            lines = dict(calc.expenditure_lines(accounts))
            if _complete(lines.values(), total):
                lines = {nature: line for nature, line in lines.items() if line.value is not None}
            one = statement.part(ExpenditureShare, "items")
            listed = [
                new.ExpenditureShare(
                    nature=nature, amount=one.amount("amount", line), share=one.share("share", line, total)
                )
                for nature, line in lines.items()
                if line.value is None or line.value
            ]
            items = tuple(listed) or None
        yield statement.says(new.ExpenditureTotal(**statement.who, total=statement.amount("total", total), items=items))
    if "expenditure.line" in topics:
        statement = Statement(printer, ExpenditureShare, "expenditure.line")
        for nature, figure in calc.expenditure_lines(accounts):
            statement.key = nature.key
            yield statement.says(
                new.ExpenditureShare(
                    nature=nature,
                    amount=statement.amount("amount", figure),
                    share=statement.share("share", figure, total),
                )
            )
    if "expenditure.project" in topics:
        yield _project_expenditure(printer, total)


def _project_expenditure(printer: Printer, total: Figure) -> Derived:
    accounts, nature = printer.accounts, SpendingNature.PROJECT
    statement = Statement(printer, ProjectExpenditure, "expenditure.project")
    actual, prior = calc.expenditure_line(accounts, nature), calc.expenditure_line(accounts, nature, "prior")
    return statement.says(
        new.ProjectExpenditure(
            **statement.who,
            amount=statement.amount("amount", actual),
            share=statement.share("share", actual, total),
            prior=statement.comparison("prior", actual, prior, "expenditure.project.prior"),
        )
    )


def fiscal(printer: Printer) -> Iterator[Derived]:
    """财政拨款收入支出决算总体."""
    if "fiscal.total" not in printer.topics:
        return
    accounts = printer.accounts
    total = calc.fiscal_income_total(accounts)
    statement = Statement(printer, FiscalTotal, "fiscal.total")
    budget, prior = calc.fiscal_income_total(accounts, "initial"), calc.fiscal_income_total(accounts, "prior")
    yield statement.says(
        new.FiscalTotal(
            **statement.who,
            total=statement.amount("total", total),
            budget=statement.comparison("budget", total, budget, "fiscal.total.initial"),
            prior=statement.comparison("prior", total, prior, "fiscal.total.prior"),
        )
    )
