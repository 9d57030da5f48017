"""Claims on expenditure by function and by budget: 一般公共预算 by 类 and 项, the other budgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Final

import govfinance.calc as calc
import govfinance.catalog as catalog
import govfinance.derive._new as new
from govfinance.calc import Figure, Measure, Ratio, Variation
from govfinance.claims import (
    BudgetBasis,
    ClassShare,
    Difference,
    FunctionalClassTotal,
    FunctionalItemTotal,
    FunctionalOverview,
    FunctionalStructure,
    FunctionalTotal,
    FundExpenditure,
    FundNothing,
    Relation,
)
from govfinance.codes import FunctionalCode
from govfinance.derive._derived import Derived
from govfinance.derive._printer import Printer, Statement
from govfinance.model import FinalAccounts, FunctionalItem, FundSource, RevenueSource
from govfinance.numeric import ZERO, subtract

__all__ = ["functional", "other_funds"]

_GENERAL: Final = FundSource.GENERAL_PUBLIC
_HUNDRED: Final = Decimal(100)
_ITEM_DIGITS: Final = 7
_CLASS_DIGITS: Final = 3


def functional(printer: Printer) -> Iterator[Derived]:
    """一般公共预算财政拨款支出决算: overview, structure, the total against the budget, then each 类 with its 项."""
    accounts, topics = printer.accounts, printer.topics
    actual = calc.fund_expenditure(accounts, _GENERAL)
    measure = _measure(printer, _GENERAL, FunctionalItemTotal)
    budget_of = attrgetter(measure)
    classes = {
        code: items
        for code, items in calc.functional_classes(accounts, _GENERAL).items()
        if any(item.basic or item.project or budget_of(item) for item in items)
    }
    if "functional.overview" in topics:
        statement = Statement(printer, FunctionalOverview, "functional.overview")
        prior = calc.fund_expenditure(accounts, _GENERAL, "prior")
        yield statement.says(
            new.FunctionalOverview(
                **statement.who,
                amount=statement.amount("amount", actual),
                share=statement.share("share", actual, calc.expenditure_total(accounts)),
                prior=statement.comparison("prior", actual, prior, "functional.total.prior"),
            )
        )
    if "functional.structure" in topics:
        statement = Statement(printer, FunctionalStructure, "functional.structure")
        amount = statement.amount("amount", actual)
        shares = _structure(statement.part(ClassShare, "items"), classes, actual)
        yield statement.says(new.FunctionalStructure(**statement.who, amount=amount, items=shares))
    if "functional.total" in topics:
        follows = bool(classes) and (
            "functional.class" in topics
            or ("functional.item" in topics and any(_listed(items, measure) for items in classes.values()))
        )
        yield _functional_total(printer, actual, itemised=follows)
    if "functional.class" in topics or "functional.item" in topics:
        of_class = Statement(printer, FunctionalClassTotal, "functional.class")
        of_item = Statement(printer, FunctionalItemTotal, "functional.item")
        for class_code, items in classes.items():
            of_class.key = of_item.parent = class_code.text
            listed = _listed(items, measure)
            if "functional.class" in topics:
                follows = bool(listed) and "functional.item" in topics
                yield _class(of_class, class_code, items, itemised=follows)
            if "functional.item" in topics:
                yield from _items(of_item, listed, measure)


def _measure(printer: Printer, fund: FundSource, cls: type) -> Measure:
    """The budget that expenditure is compared with: 年初预算, as long as the form does not say which it is.

    A form that says it compares with 全年预算 where there was no budget at first: for a department that was founded in the
    year, and where no item of the budget has any other.
    """
    if "basis" not in printer.form.said(cls):
        return "initial"
    items = calc.functional_items(printer.accounts, fund)
    if all(item.adjusted is None for item in items):
        return "initial"
    without = printer.founded_this_year or all(item.initial is None for item in items)
    return "adjusted" if without else "initial"


def _functional_total(printer: Printer, actual: Figure, *, itemised: bool) -> Derived:
    statement = Statement(printer, FunctionalTotal, "functional.total")
    measure = _measure(printer, _GENERAL, FunctionalTotal)
    budget = calc.fund_expenditure(printer.accounts, _GENERAL, measure)
    amount, against = statement.amount("actual", actual), statement.optional("budget", budget)
    relation = statement.relation(amount, against, calc.change(actual, budget))
    if "relation" in statement.said:
        differs = relation is not None and relation is not Relation.EQUAL
        reason = statement.remark("reason", "functional.total.initial", needed=True) if differs else None
    else:
        differs = against is not None and against != amount
        reason = statement.remark("reason", "functional.total.initial", needed=differs)
    return statement.says(
        new.FunctionalTotal(
            **statement.who,
            actual=amount,
            budget=against,
            completion=statement.share("completion", actual, budget),
            basis=BudgetBasis(measure) if against is not None and "basis" in statement.said else None,
            relation=relation,
            reason=reason,
            itemised=itemised if "itemised" in statement.said else None,
        )
    )


def _structure(
    one: Statement, classes: Mapping[FunctionalCode, tuple[FunctionalItem, ...]], whole: Figure
) -> tuple[ClassShare, ...] | None:
    """The 类 that are not zero, with their shares."""
    accounts = one.printer.accounts
    listed: list[ClassShare] = []
    for code, items in classes.items():
        figure = calc.functional_class_total(accounts, _GENERAL, code, items=items)
        if figure.value:
            listed.append(
                new.ClassShare(
                    class_name=_class_name(one.printer, code, items),
                    amount=one.amount("amount", figure),
                    share=one.share("share", figure, whole),
                )
            )
    return tuple(listed) or None


def _listed(items: Iterable[FunctionalItem], measure: Measure) -> list[FunctionalItem]:
    """The items that have a line: 项 with spending or a budget; money of a 款 or 类 only counts in the sums."""
    budget = attrgetter(measure)
    return [
        item for item in items if len(item.code.text) == _ITEM_DIGITS and (item.basic or item.project or budget(item))
    ]


def _class(
    statement: Statement, class_code: FunctionalCode, items: tuple[FunctionalItem, ...], *, itemised: bool
) -> Derived:
    printer = statement.printer
    actual = calc.functional_class_total(printer.accounts, _GENERAL, class_code, items=items)
    change = None
    if "change" in statement.said:
        budget = calc.functional_class_total(printer.accounts, _GENERAL, class_code, "initial", items=items)
        change = statement.change(calc.change(actual, budget), rated="change.rate" in statement.said)
    return statement.says(
        new.FunctionalClassTotal(
            class_name=_class_name(printer, class_code, items),
            actual=statement.amount("actual", actual),
            change=change,
            itemised=itemised if "itemised" in statement.said else None,
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


def _items(statement: Statement, items: Sequence[FunctionalItem], measure: Measure) -> list[Derived]:
    """The lines of 项. What the form says of them is asked once for all: there are many."""
    printer, said, year = statement.printer, statement.said, statement.printer.accounts.year
    with_class, with_reason, with_purpose = "class_name" in said, "reason" in said, "purpose" in said
    related, told_apart, rated = "relation" in said, "difference" in said, "completion" in said
    basis = BudgetBasis(measure) if "basis" in said else None
    names, remark, figure = catalog.functional_names, printer.remark, calc.functional_figure
    made: list[Derived] = []
    for item in items:
        statement.key = code = item.code.text
        class_name, group_name, official = names(code, year)
        name = item.name or official or _other_name(code, year)
        if name is None:
            printer.missing[f"functional.{item.fund.key}.{code}.name"] = None
        actual, budget = item.actual, item.initial if measure == "initial" else item.adjusted
        against = statement.optional_value("budget", budget, figure, item, measure)
        amount = statement.value("actual", actual, figure, item)
        completed = calc.percent(actual, budget) if rated or told_apart else None
        topic = f"functional.{code}"
        reason = remark(topic) if with_reason else None
        difference = relation = None
        if related:
            relation = statement.relation(amount, against, _variation(item, measure))
            if relation is None or relation is Relation.EQUAL:
                reason = None  # the form gives none where nothing differs
            elif reason is None:
                statement.omit("reason", (f"remarks.{topic}",))
        if told_apart and reason is not None:
            difference = Difference.EXPLAINED
        elif told_apart:
            difference = _unexplained(statement, completed, budget, topic)
        claim = new.FunctionalItemTotal(
            class_name=item.class_name or class_name or code[:_CLASS_DIGITS] if with_class else None,
            group_name=group_name or _other_name(code[:5], year) or code[:5],
            item_name=name or code,
            purpose=statement.remark("purpose", f"{topic}.purpose", needed=True) if with_purpose else None,
            basis=basis if against is not None else None,
            budget=against,
            actual=amount,
            completion=statement.percent("completion", completed, _completion, item, measure) if rated else None,
            relation=relation,
            difference=difference,
            reason=reason,
        )
        made.append(statement.says(claim))
    return made


def _unexplained(statement: Statement, completed: Decimal | None, budget: Decimal | None, topic: str) -> Difference:
    """What is said of a difference for which nobody gave a reason."""
    if completed is not None and _immaterial(statement.printer, completed):
        return Difference.IMMATERIAL
    if budget is not None:
        statement.omit("reason", (f"remarks.{topic}",))
    return Difference.UNEXPLAINED


def _variation(item: FunctionalItem, measure: Measure) -> Variation:
    return calc.change(calc.functional_figure(item), calc.functional_figure(item, measure))


def _completion(item: FunctionalItem, measure: Measure) -> Ratio:
    return calc.share(calc.functional_figure(item), calc.functional_figure(item, measure))


def _immaterial(printer: Printer, percent: Decimal) -> bool:
    return subtract(percent, _HUNDRED).copy_abs() <= printer.conventions.materiality


def other_funds(printer: Printer) -> Iterator[Derived]:
    """政府性基金预算 and 国有资本经营预算财政拨款: nothing at all, or revenue, expenditure and the 项."""
    accounts, topics = printer.accounts, printer.topics
    for fund, source in (
        (FundSource.GOVERNMENT_FUND, RevenueSource.GOVERNMENT_FUND),
        (FundSource.STATE_CAPITAL, RevenueSource.STATE_CAPITAL),
    ):
        actual = calc.fund_expenditure(accounts, fund)
        if f"{fund.key}.nothing" in topics and _nothing(accounts, fund, source, actual):
            statement = Statement(printer, FundNothing, f"{fund.key}.nothing")
            yield statement.says(new.FundNothing(**statement.who, fund=fund))
            continue
        item_topic = f"{fund.key}.item"
        measure = _measure(printer, fund, FunctionalItemTotal)
        items: list[FunctionalItem] = []
        if item_topic in topics:
            items = _listed(calc.functional_items(accounts, fund), measure)
        if fund.key in topics:
            statement = Statement(printer, FundExpenditure, fund.key)
            said = statement.said
            prior = calc.fund_expenditure(accounts, fund, "prior")
            yield statement.says(
                new.FundExpenditure(
                    **statement.who,
                    fund=fund,
                    revenue=statement.amount("revenue", calc.revenue_line(accounts, source))
                    if "revenue" in said
                    else None,
                    amount=statement.amount("amount", actual),
                    prior=statement.comparison(
                        "prior", actual, prior, f"{fund.key}.prior", standing=_without_balance(accounts, fund, source)
                    ),
                    itemised=bool(items) if "itemised" in said else None,
                )
            )
        if item_topic in topics:
            yield from _items(Statement(printer, FunctionalItemTotal, item_topic), items, measure)


def _nothing(accounts: FinalAccounts, fund: FundSource, source: RevenueSource, spent: Figure) -> bool:
    """Whether a budget is known to have brought nothing and to have paid nothing."""
    received = calc.revenue_line(accounts, source).value
    return received is not None and not received and spent.value is not None and not spent.value


def _without_balance(accounts: FinalAccounts, fund: FundSource, source: RevenueSource) -> bool:
    """Whether a budget is known to have no revenue and no carry-over (无收、支、余)."""
    received = [line.actual for line in accounts.revenue if line.source is source]
    lines = [] if accounts.fiscal is None else [line for line in accounts.fiscal.funds if line.fund is fund]
    if received != [ZERO] or not lines:
        return False
    opening, closing = lines[0].opening, lines[0].closing
    return opening is not None and closing is not None and opening.actual == ZERO and closing.actual == ZERO
