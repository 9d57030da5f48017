"""Claims on expenditure by economic nature: 基本支出 with 人员经费 and 公用经费, 项目支出 by 类."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import govfinance.calc as calc
import govfinance.derive._new as new
from govfinance.claims import EconomicClassTotal, EconomicTotal, FundsKind, FundsTotal, NamedAmount
from govfinance.codes import EconomicCode
from govfinance.derive._derived import Derived
from govfinance.derive._printer import Printer, Statement
from govfinance.model import EconomicItem, SpendingNature

__all__ = ["basic", "project"]

_CLASS_DIGITS: Final = 3


def basic(printer: Printer) -> Iterator[Derived]:
    """一般公共预算财政拨款基本支出: the total, 人员经费 and 公用经费 with their items."""
    topics = printer.topics
    if "basic.total" in topics:
        statement = Statement(printer, EconomicTotal, "basic.total")
        funds = None
        if "funds" in statement.said:
            funds = tuple(claim for _, claim in _funds(statement.part(FundsTotal, "funds")))
        yield _economic_total(statement, SpendingNature.BASIC, funds)
    if "basic.funds" in topics:
        statement = Statement(printer, FundsTotal, "basic.funds")
        for kind, claim in _funds(statement):
            statement.key = kind.value
            yield statement.says(claim)


def _funds(statement: Statement) -> Iterator[tuple[FundsKind, FundsTotal]]:
    accounts = statement.printer.accounts
    personnel, public = calc.funds_items(accounts)
    for kind, figure, items in (
        (FundsKind.PERSONNEL, calc.personnel_funds(accounts, items=personnel), personnel),
        (FundsKind.PUBLIC, calc.public_funds(accounts, items=public), public),
    ):
        yield kind, new.FundsTotal(kind=kind, total=statement.amount("total", figure), items=_list(statement, items))


def project(printer: Printer) -> Iterator[Derived]:
    """一般公共预算财政拨款项目支出: the total, and each economic 类 with its items."""
    accounts = printer.accounts
    if "project.total" in printer.topics:
        yield _economic_total(Statement(printer, EconomicTotal, "project.total"), SpendingNature.PROJECT, None)
    if "project.class" not in printer.topics:
        return
    classes = calc.economic_classes(accounts, SpendingNature.PROJECT)
    spent = {code.text: code for code, items in classes.items() if any(item.actual for item in items)}
    always = {text: EconomicCode(text) for text in printer.conventions.always_listed}
    statement = Statement(printer, EconomicClassTotal, "project.class")
    for text, code in sorted((always | spent).items()):
        statement.key = text
        items = classes.get(code, ())
        figure = calc.economic_class_total(accounts, SpendingNature.PROJECT, code, items=items)
        yield statement.says(
            new.EconomicClassTotal(
                class_name=calc.economic_name(code, accounts.year),
                total=statement.amount("total", figure),
                items=_list(statement, items),
            )
        )


def _economic_total(statement: Statement, nature: SpendingNature, funds: tuple[FundsTotal, ...] | None) -> Derived:
    total = calc.economic_total(statement.printer.accounts, nature)
    return statement.says(
        new.EconomicTotal(**statement.who, nature=nature, total=statement.amount("total", total), funds=funds)
    )


def _list(statement: Statement, items: Sequence[EconomicItem]) -> tuple[NamedAmount, ...] | None:
    """The items that are not zero; one without a 款 has no name and is not listed."""
    if "items" not in statement.said:
        return None
    one, year = statement.part(NamedAmount, "items"), statement.printer.accounts.year
    priced = "amount" in one.said
    listed = [
        new.NamedAmount(
            name=calc.economic_name(item.code, year),
            amount=one.value("amount", item.actual, calc.economic_figure, item, year) if priced else None,
        )
        for item in items
        if item.actual and len(item.code.text) > _CLASS_DIGITS
    ]
    return tuple(listed) or None
