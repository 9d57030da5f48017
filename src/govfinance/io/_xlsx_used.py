"""Which rows of 补充数据 and 说明 the narrative of a form speaks of, so that a template can say which ones it does not."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, TypeAlias

from govfinance.derive import TOPICS as STATEMENTS
from govfinance.io._xlsx_supplements import DETAILS, PURPOSE
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import TOPICS

__all__ = ["PURPOSE_OF_ITEM", "REASON_OF_ITEM", "never_said"]

_Places: TypeAlias = tuple[tuple[str, str], ...]
"""Where a narrative can speak of something: topics of its outline, each with a field of the statement (or all of it)."""

REASON_OF_ITEM: Final = "functional"
PURPOSE_OF_ITEM: Final = f"functional{PURPOSE}"
"""The rows of 说明 for single 项."""


def _of_remarks() -> Iterator[tuple[str, _Places]]:
    for total in ("overall.total", "fiscal.total"):
        yield f"{total}.initial", ((total, "budget.reason"),)
        yield f"{total}.prior", ((total, "prior.reason"),)
    for side, names in (
        ("income", ("revenue", "surplus_used", "opening")),
        ("outlay", ("expenditure", "surplus_distribution", "closing")),
    ):
        for name in names:
            yield f"overall.{name}.prior", ((f"overall.{side}.line", "prior.reason"),)
            yield f"overall.{name}.matter", ((f"overall.{side}.line", "matter"),)
    yield "functional.total.initial", (("functional.total", "reason"),)
    yield "functional.total.prior", (("functional.overview", "prior.reason"),)
    yield "three_public.adjusted", (("three_public.execution", "reason"),)
    yield "three_public.prior", (("three_public.changes", "reason"),)
    for name in ("abroad", "vehicles", "vehicle_purchase", "vehicle_operation", "reception"):
        line = f"three_public.{name}"
        yield f"{line}.purpose", ((line, "purpose"),)
        yield f"{line}.prior", ((line, "prior.reason"), ("three_public.changes", f"{name}_reason"))
    for topic in ("expenditure.project", "government_fund", "state_capital", "operating_expenses"):
        yield f"{topic}.prior", ((topic, "prior.reason"),)
    items = ("functional.item", "government_fund.item", "state_capital.item")
    yield REASON_OF_ITEM, tuple((topic, "reason") for topic in items)
    yield PURPOSE_OF_ITEM, tuple((topic, "purpose") for topic in items)


def _of_details() -> Iterator[tuple[str, _Places]]:
    for name, field in (
        ("abroad", "groups"),
        ("abroad", "persons"),
        ("vehicle_purchase", "bought"),
        ("vehicle_operation", "held"),
    ):
        yield f"three_public.{name}.{field}", ((f"three_public.{name}", field),)
    for part in ("domestic", "foreign", "guests"):
        for measure, field in (("actual", part), ("batches", f"{part}_batches"), ("persons", f"{part}_persons")):
            yield f"three_public.reception.{part}.{measure}", (("three_public.reception", field),)
    yield "operating_expenses.actual", (("operating_expenses", ""), ("operating_expenses.nothing", ""))
    yield "procurement.total", (("procurement", ""),)
    to_sme: _Places = (("procurement", "to_sme"), ("procurement", "to_sme_share"))
    micro = ("to_micro", "to_micro_share", "to_micro_share_of_sme")
    to_micro: _Places = tuple(("procurement", field) for field in micro)
    yield "procurement.to_sme", to_sme
    yield "procurement.to_micro", to_micro
    for name in ("goods", "works", "services"):
        yield f"procurement.{name}.amount", (("procurement", ""),)
        # The parts of a total can stand for it.
        yield f"procurement.{name}.to_sme", (("procurement", f"{name}_to_sme_share"), *to_sme)
        yield f"procurement.{name}.to_micro", to_micro
    for detail in DETAILS:
        first, second, *rest = detail.code.split(".")
        if (first, second) == ("procurement", "reserved"):
            yield detail.code, (("procurement.reserved", rest[0]),)
        elif first == "state_assets":  # all kinds of vehicles or none
            yield detail.code, (("state_assets", ""),)
        elif (first, second) == ("performance", "self_evaluations"):
            yield detail.code, (("performance.coverage", ""), ("performance.nothing", ""))
        elif (first, second) == ("performance", "management"):
            field = rest[0] if detail.is_text or detail.kind == "score" else ""
            yield detail.code, (("performance.management", field),)


_SPOKEN_OF: Final = MappingProxyType({**dict(_of_details()), **dict(_of_remarks())})


def never_said(jurisdiction: Jurisdiction) -> frozenset[str]:
    """The codes of the rows of which the narrative never speaks; none where its form is not known.

    >>> import govfinance as gf
    >>> unsaid = never_said(gf.jurisdiction("shanghai", 2024))
    >>> "three_public.reception.foreign.batches" in unsaid, "three_public.reception.guests.batches" in unsaid
    (True, False)
    """
    if not jurisdiction.has_narrative:
        return frozenset()
    codes = [*(detail.code for detail in DETAILS), *TOPICS, REASON_OF_ITEM, PURPOSE_OF_ITEM]
    return frozenset(code for code in codes if not any(_says(jurisdiction, *place) for place in _SPOKEN_OF[code]))


def _says(jurisdiction: Jurisdiction, topic: str, field: str) -> bool:
    return topic in jurisdiction.topics and (not field or field in jurisdiction.said(STATEMENTS[topic]))
