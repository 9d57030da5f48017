"""Claims on expenditure by function, by economic nature and by budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

import govfinance.calc as calc
import govfinance.catalog as catalog
import govfinance.derive._new as new
from govfinance.calc import Ratio
from govfinance.claims import (
    Difference,
    EconomicClassTotal,
    EconomicTotal,
    FunctionalClassTotal,
    FunctionalItemTotal,
    FunctionalTotal,
    FundExpenditure,
    FundsKind,
    FundsTotal,
    NamedAmount,
)
from govfinance.codes import EconomicCode, FunctionalCode
from govfinance.derive._derived import Derived
from govfinance.derive._printer import Printer, Statement
from govfinance.model import EconomicItem, FunctionalItem, FundSource, SpendingNature
from govfinance.numeric import subtract

__all__ = ["basic", "functional", "other_funds", "project"]

_GENERAL: Final = FundSource.GENERAL_PUBLIC
_HUNDRED: Final = Decimal(100)
_ITEM_DIGITS: Final = 7
_CLASS_DIGITS: Final = 3


def functional(printer: Printer) -> Iterator[Derived]:
    """一般公共预算财政拨款支出决算: the total, then each 类 with its 项."""
    accounts = printer.accounts
    statement = Statement(printer, FunctionalTotal, "functional.total")
    actual = calc.fund_expenditure(accounts, _GENERAL)
    budget = calc.fund_expenditure(accounts, _GENERAL, "initial")
    classes = {
        code: items
        for code, items in calc.functional_classes(accounts, _GENERAL).items()
        if any(item.basic or item.project or item.initial for item in items)
    }
    yield statement.says(
        new.FunctionalTotal(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            actual=statement.amount("actual", actual),
            budget=statement.optional("budget", budget),
            completion=statement.share("completion", actual, budget),
            itemised=bool(classes),
        )
    )
    of_class = Statement(printer, FunctionalClassTotal, "functional.class")
    of_item = Statement(printer, FunctionalItemTotal, "functional.item")
    for class_code, items in classes.items():
        of_class.key = of_item.parent = class_code.text
        listed = [item for item in items if _is_listed(item)]
        yield _class(of_class, class_code, items, itemised=bool(listed))
        for item in listed:
            of_item.key = item.code.text
            yield _item(of_item, item)


def _is_listed(item: FunctionalItem) -> bool:
    """Whether an item has a line: a 项 with spending or a budget; money of a 款 or 类 only counts in the sums."""
    return len(item.code.text) == _ITEM_DIGITS and bool(item.basic or item.project or item.initial)


def _class(
    statement: Statement, class_code: FunctionalCode, items: tuple[FunctionalItem, ...], *, itemised: bool
) -> Derived:
    printer = statement.printer
    actual = calc.functional_class_total(printer.accounts, _GENERAL, class_code, items=items)
    budget = calc.functional_class_total(printer.accounts, _GENERAL, class_code, "initial", items=items)
    return statement.says(
        new.FunctionalClassTotal(
            class_name=_class_name(printer, class_code, items),
            actual=statement.amount("actual", actual),
            change=statement.change(calc.change(actual, budget), rated=False),
            itemised=itemised,
        )
    )


def _class_name(printer: Printer, class_code: FunctionalCode, items: tuple[FunctionalItem, ...]) -> str:
    for item in items:
        if item.class_name is not None:
            return item.class_name
    return catalog.functional_names(class_code.text, printer.accounts.year)[0] or class_code.text


def _other_name(code: str, year: int) -> str | None:
    """The name of a code in the edition next to a year that does not have it, or its former name."""
    named = catalog.name_in(code, year)
    return None if named is None else named.name


def _item(statement: Statement, item: FunctionalItem) -> Derived:
    printer, code = statement.printer, item.code.text
    _, group_name, official = catalog.functional_names(code, printer.accounts.year)
    name = item.name or official or _other_name(code, printer.accounts.year)
    if name is None:
        printer.missing[f"functional.{item.fund.key}.{code}.name"] = None
    actual, budget = item.actual, item.initial
    completed = calc.percent(actual, budget)
    topic = f"functional.{code}"
    reason = printer.remark(topic)
    if reason is not None:
        difference = Difference.EXPLAINED
    elif completed is not None and _immaterial(printer, completed):
        difference = Difference.IMMATERIAL
    else:
        difference = Difference.UNEXPLAINED
        if budget is not None:
            statement.omit("reason", (f"remarks.{topic}",))
    return statement.says(
        new.FunctionalItemTotal(
            group_name=group_name or _other_name(code[:5], printer.accounts.year) or code[:5],
            item_name=name or code,
            budget=statement.optional_value("budget", budget, calc.functional_figure, item, "initial"),
            actual=statement.value("actual", actual, calc.functional_figure, item),
            completion=statement.percent("completion", completed, _completion, item),
            difference=difference,
            reason=reason,
        )
    )


def _completion(item: FunctionalItem) -> Ratio:
    return calc.share(calc.functional_figure(item), calc.functional_figure(item, "initial"))


def _immaterial(printer: Printer, percent: Decimal) -> bool:
    return subtract(percent, _HUNDRED).copy_abs() <= printer.conventions.materiality


def basic(printer: Printer) -> Iterator[Derived]:
    """一般公共预算财政拨款基本支出: the total, 人员经费 and 公用经费 with their items."""
    accounts = printer.accounts
    yield _economic_total(printer, SpendingNature.BASIC, "basic.total")
    personnel, public = calc.funds_items(accounts)
    statement = Statement(printer, FundsTotal, "basic.funds")
    for kind, figure, items in (
        (FundsKind.PERSONNEL, calc.personnel_funds(accounts, items=personnel), personnel),
        (FundsKind.PUBLIC, calc.public_funds(accounts, items=public), public),
    ):
        statement.key = kind.value
        yield statement.says(
            new.FundsTotal(kind=kind, total=statement.amount("total", figure), items=_list(statement, items))
        )


def project(printer: Printer) -> Iterator[Derived]:
    """一般公共预算财政拨款项目支出: the total, and each economic 类 with its items."""
    accounts = printer.accounts
    yield _economic_total(printer, SpendingNature.PROJECT, "project.total")
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


def _economic_total(printer: Printer, nature: SpendingNature, topic: str) -> Derived:
    accounts = printer.accounts
    statement = Statement(printer, EconomicTotal, topic)
    return statement.says(
        new.EconomicTotal(
            name=accounts.department.name,
            level=accounts.level,
            year=accounts.year,
            nature=nature,
            total=statement.amount("total", calc.economic_total(accounts, nature)),
        )
    )


def _list(statement: Statement, items: Sequence[EconomicItem]) -> tuple[NamedAmount, ...] | None:
    """The items that are not zero; one without a 款 has no name and is not listed."""
    one, year = statement.part(NamedAmount), statement.printer.accounts.year
    listed = [
        new.NamedAmount(
            name=calc.economic_name(item.code, year),
            amount=one.value("amount", item.actual, calc.economic_figure, item, year),
        )
        for item in items
        if item.actual and len(item.code.text) > _CLASS_DIGITS
    ]
    return tuple(listed) or None


def other_funds(printer: Printer) -> Iterator[Derived]:
    """政府性基金预算 and 国有资本经营预算财政拨款支出决算."""
    accounts = printer.accounts
    for fund in (FundSource.GOVERNMENT_FUND, FundSource.STATE_CAPITAL):
        statement = Statement(printer, FundExpenditure, fund.key)
        actual = calc.fund_expenditure(accounts, fund)
        prior = calc.fund_expenditure(accounts, fund, "prior")
        yield statement.says(
            new.FundExpenditure(
                name=accounts.department.name,
                level=accounts.level,
                year=accounts.year,
                fund=fund,
                amount=statement.amount("amount", actual),
                prior=statement.comparison(calc.change(actual, prior), f"{fund.key}.prior"),
            )
        )
