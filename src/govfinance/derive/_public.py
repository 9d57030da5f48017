"""Claims on operating expenses, procurement and state assets."""

from __future__ import annotations

from collections.abc import Iterator

import govfinance.calc as calc
import govfinance.derive._new as new
from govfinance.calc import ProcurementType
from govfinance.claims import (
    AssetsHeld,
    OperatingExpensesNothing,
    OperatingExpensesTotal,
    ProcurementReserved,
    ProcurementTotal,
)
from govfinance.derive._derived import Derived
from govfinance.derive._printer import Printer, Statement
from govfinance.money import Printed

__all__ = ["operating_expenses", "procurement", "state_assets"]


def operating_expenses(printer: Printer) -> Iterator[Derived]:
    """机关（机构）运行经费支出决算."""
    accounts, topics = printer.accounts, printer.topics
    actual = calc.operating_expenses(accounts)
    if "operating_expenses.nothing" in topics and actual.value is not None and not actual.value:
        statement = Statement(printer, OperatingExpensesNothing, "operating_expenses.nothing")
        yield statement.says(new.OperatingExpensesNothing(**statement.who))
        return
    if "operating_expenses" not in topics:
        return
    statement = Statement(printer, OperatingExpensesTotal, "operating_expenses")
    prior = calc.operating_expenses(accounts, "prior")
    yield statement.says(
        new.OperatingExpensesTotal(
            **statement.who,
            amount=statement.amount("amount", actual),
            prior=statement.comparison("prior", actual, prior, "operating_expenses.prior"),
        )
    )


def procurement(printer: Printer) -> Iterator[Derived]:
    """政府采购支出决算, and what was reserved for small enterprises."""
    accounts, topics = printer.accounts, printer.topics
    if "procurement" in topics:
        yield _procured(printer)
    if "procurement.reserved" in topics:
        statement = Statement(printer, ProcurementReserved, "procurement.reserved")
        yield statement.says(
            new.ProcurementReserved(
                **statement.who,
                sme_budget=statement.amount("sme_budget", calc.reserved_procurement(accounts, "sme_budget")),
                micro_budget=statement.amount("micro_budget", calc.reserved_procurement(accounts, "micro_budget")),
                sme_awarded=statement.amount("sme_awarded", calc.reserved_procurement(accounts, "sme_awarded")),
                micro_awarded=statement.amount("micro_awarded", calc.reserved_procurement(accounts, "micro_awarded")),
                other_sme_awarded=statement.amount(
                    "other_sme_awarded", calc.reserved_procurement(accounts, "other_sme_awarded")
                ),
            )
        )


def _procured(printer: Printer) -> Derived:
    accounts = printer.accounts
    statement = Statement(printer, ProcurementTotal, "procurement")
    said = statement.said
    total, to_sme = calc.procurement_total(accounts), calc.procurement_to_sme(accounts)
    to_micro = calc.procurement_to_micro(accounts)
    by_type = {name: calc.procurement_amount(accounts, name) for name in calc.PROCUREMENT_TYPES}
    for name in calc.PROCUREMENT_TYPES:
        if f"{name}_to_sme_share" in said:
            missing = calc.procurement_type_to_sme(accounts, name).missing()
            printer.missing.update(dict.fromkeys(missing))

    def share_of(name: ProcurementType) -> Printed | None:
        return statement.share(f"{name}_to_sme_share", calc.procurement_type_to_sme(accounts, name), by_type[name])

    return statement.says(
        new.ProcurementTotal(
            **statement.who,
            total=statement.amount("total", total),
            goods=statement.amount("goods", by_type["goods"]),
            works=statement.amount("works", by_type["works"]),
            services=statement.amount("services", by_type["services"]),
            to_sme=statement.wanted("to_sme", to_sme),
            to_sme_share=statement.share("to_sme_share", to_sme, total),
            to_micro=statement.wanted("to_micro", to_micro),
            to_micro_share=statement.share("to_micro_share", to_micro, total),
            to_micro_share_of_sme=statement.share("to_micro_share_of_sme", to_micro, to_sme),
            goods_to_sme_share=share_of("goods"),
            works_to_sme_share=share_of("works"),
            services_to_sme_share=share_of("services"),
        )
    )


def state_assets(printer: Printer) -> Iterator[Derived]:
    """国有资产占用情况."""
    if "state_assets" not in printer.topics:
        return
    statement = Statement(printer, AssetsHeld, "state_assets")
    assets = printer.accounts.state_assets

    def count(name: str) -> Printed:
        held = None if assets is None else getattr(assets, name)
        return statement.count(
            name.removesuffix("_vehicles"), held, "state_assets" if assets is None else f"state_assets.{name}"
        )

    yield statement.says(
        new.AssetsHeld(
            **statement.who,
            vehicles=count("vehicles"),
            provincial_leader=count("provincial_leader_vehicles"),
            principal=count("principal_vehicles"),
            confidential=count("confidential_vehicles"),
            emergency=count("emergency_vehicles"),
            enforcement=count("enforcement_vehicles"),
            special=count("special_vehicles"),
            retired_cadre=count("retired_cadre_vehicles"),
            other=count("other_vehicles"),
            large_equipment=count("large_equipment"),
        )
    )
