"""Claims on totals (收入支出总体、收入、支出、财政拨款收支总体)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import govfinance.calc as calc
import govfinance.derive._new as new
from govfinance.claims import (
    ExpenditureShare,
    ExpenditureTotal,
    FiscalTotal,
    OverallItem,
    OverallItemTotal,
    OverallTotal,
    RevenueShare,
    RevenueTotal,
    Side,
    SideTotal,
)
from govfinance.derive._derived import Derived
from govfinance.derive._printer import Printer, Statement

__all__ = ["expenditure", "fiscal", "overall", "revenue"]

_ITEMS: Final = {
    Side.INCOME: (OverallItem.REVENUE, OverallItem.SURPLUS_USED, OverallItem.OPENING),
    Side.OUTLAY: (OverallItem.EXPENDITURE, OverallItem.SURPLUS_DISTRIBUTION, OverallItem.CLOSING),
}
_WITH_MATTER: Final = (OverallItem.SURPLUS_DISTRIBUTION, OverallItem.CLOSING)


def overall(printer: Printer) -> Iterator[Derived]:
    """收入支出决算总体: the total, then each side with its lines."""
    accounts = printer.accounts
    total = calc.income_total(accounts)
    statement = Statement(printer, OverallTotal, "overall.total")
    yield statement.says(
        new.OverallTotal(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            total=statement.amount("total", total),
            budget=statement.comparison(
                calc.change(total, calc.income_total(accounts, "initial")), "overall.total.initial"
            ),
            prior=statement.comparison(calc.change(total, calc.income_total(accounts, "prior")), "overall.total.prior"),
        )
    )
    for side, items in _ITEMS.items():
        statement = Statement(printer, SideTotal, f"overall.{side.value}")
        figure = total if side is Side.INCOME else calc.outlay_total(accounts)
        yield statement.says(new.SideTotal(side=side, total=statement.amount("total", figure)))
        for item in items:
            yield _overall_item(printer, side, item)


def _overall_item(printer: Printer, side: Side, item: OverallItem) -> Derived:
    accounts = printer.accounts
    statement = Statement(printer, OverallItemTotal, f"overall.{side.value}.line", item.value)
    if item is OverallItem.REVENUE:
        actual, prior = calc.revenue_total(accounts), calc.revenue_total(accounts, "prior")
    elif item is OverallItem.EXPENDITURE:
        actual, prior = calc.expenditure_total(accounts), calc.expenditure_total(accounts, "prior")
    else:
        actual, prior = calc.overall_line(accounts, item.value), calc.overall_line(accounts, item.value, "prior")
    matter = None
    if item in _WITH_MATTER:
        topic = f"overall.{item.value}.matter"
        matter = printer.remark(topic)
        if matter is None and not actual.value:
            matter = printer.standing_text(topic)
        elif matter is None:
            statement.omit("reason", (f"remarks.{topic}",))
    return statement.says(
        new.OverallItemTotal(
            item=item,
            amount=statement.amount("amount", actual),
            matter=matter,
            prior=statement.comparison(calc.change(actual, prior), f"overall.{item.value}.prior"),
        )
    )


def revenue(printer: Printer) -> Iterator[Derived]:
    """收入决算: the total, then the share of each source."""
    accounts = printer.accounts
    total = calc.revenue_total(accounts)
    statement = Statement(printer, RevenueTotal, "revenue.total")
    yield statement.says(
        new.RevenueTotal(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            total=statement.amount("total", total),
        )
    )
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


def expenditure(printer: Printer) -> Iterator[Derived]:
    """支出决算: the total, then the share of each nature."""
    accounts = printer.accounts
    total = calc.expenditure_total(accounts)
    statement = Statement(printer, ExpenditureTotal, "expenditure.total")
    yield statement.says(
        new.ExpenditureTotal(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            total=statement.amount("total", total),
        )
    )
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


def fiscal(printer: Printer) -> Iterator[Derived]:
    """财政拨款收入支出决算总体."""
    accounts = printer.accounts
    total = calc.fiscal_income_total(accounts)
    statement = Statement(printer, FiscalTotal, "fiscal.total")
    yield statement.says(
        new.FiscalTotal(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            total=statement.amount("total", total),
            budget=statement.comparison(
                calc.change(total, calc.fiscal_income_total(accounts, "initial")), "fiscal.total.initial"
            ),
            prior=statement.comparison(
                calc.change(total, calc.fiscal_income_total(accounts, "prior")), "fiscal.total.prior"
            ),
        )
    )
