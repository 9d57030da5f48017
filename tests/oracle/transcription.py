"""Where the figures of the transcribed document stand in our claims: its ids and fields, our topics, keys and paths."""

from __future__ import annotations

from collections.abc import Mapping

Where = tuple[str, str, Mapping[str, str]]
"""The topic and the key of a claim, and for each field of the transcription the path of the number in the claim."""

BUDGET = {"budget_change": "budget.change.amount", "budget_rate": "budget.change.rate"}
PRIOR = {"prior_change": "prior.change.amount", "prior_rate": "prior.change.rate"}
_SHARED = {"amount": "amount", "share": "share"}
ITEM = {"amount": "actual", "budget": "budget", "budget_completion_rate": "completion"}
_PROJECT = {"amount": "executed", "budget": "budget", "budget_completion_rate": "completion", "score": "score"}
_INDICATOR = {"counts/分值": "weight", "counts/得分": "score"}

_SOURCES = "general_public government_fund state_capital superior_subsidy service operation subordinate_payment other"
_NATURES = "basic project superior_payment operation subordinate_subsidy"
_VEHICLES = "provincial_leader principal confidential emergency enforcement special retired_cadre other"
_FUNCTIONS = {
    "201": "2013204 2019999",
    "204": "2040299 2040601 2040602 2040604 2040605 2040607 2040610 2040612 2040613 2040650 2040699 2040801 2040802 "
    "2040804 2040899",
    "208": "2080501 2080505 2080801 2089999",
    "210": "2101101 2101102 2101103",
    "213": "2130599",
    "221": "2210201",
}


def _execution(name: str) -> Mapping[str, str]:
    return {field: f"{name}.{path}" for field, path in ITEM.items()}


def _listed(prefix: str, topic: str, key: str, length: int) -> dict[str, Where]:
    return {f"{prefix}.{n}": (topic, key, {"amount": f"items[{n - 1}].amount"}) for n in range(1, length + 1)}


WHERE: dict[str, Where] = {
    "1.0": ("overall.total", "", {"amount": "total", **BUDGET, **PRIOR}),
    "1.1": ("overall.income", "", {"amount": "total"}),
    "1.1.1": ("overall.income.line", "revenue", {"amount": "amount", **PRIOR}),
    "1.1.2": ("overall.income.line", "surplus_used", {"amount": "amount", **PRIOR}),
    "1.1.3": ("overall.income.line", "opening", {"amount": "amount", **PRIOR}),
    "1.2": ("overall.outlay", "", {"amount": "total"}),
    "1.2.1": ("overall.outlay.line", "expenditure", {"amount": "amount", **PRIOR}),
    "1.2.2": ("overall.outlay.line", "surplus_distribution", {"amount": "amount", **PRIOR}),
    "1.2.3": ("overall.outlay.line", "closing", {"amount": "amount", **PRIOR}),
    "2.0": ("revenue.total", "", {"amount": "total"}),
    **{f"2.{n}": ("revenue.line", source, _SHARED) for n, source in enumerate(_SOURCES.split(), 1)},
    "3.0": ("expenditure.total", "", {"amount": "total"}),
    **{f"3.{n}": ("expenditure.line", nature, _SHARED) for n, nature in enumerate(_NATURES.split(), 1)},
    "4.0": ("fiscal.total", "", {"amount": "total", **BUDGET, **PRIOR}),
    "5.0": ("functional.total", "", ITEM),
    **{
        f"5.{n}": ("functional.class", code, {"amount": "actual", "budget_change": "change.amount"})
        for n, code in enumerate(_FUNCTIONS, 1)
    },
    **{
        f"5.{n}.{m}": ("functional.item", code, ITEM)
        for n, codes in enumerate(_FUNCTIONS.values(), 1)
        for m, code in enumerate(codes.split(), 1)
    },
    "6.0": ("basic.total", "", {"amount": "total"}),
    "6.1": ("basic.funds", "personnel", {"amount": "total"}),
    **_listed("6.1", "basic.funds", "personnel", 15),
    "6.2": ("basic.funds", "public", {"amount": "total"}),
    **_listed("6.2", "basic.funds", "public", 19),
    "7.0": ("project.total", "", {"amount": "total"}),
    "7.1": ("project.class", "301", {"amount": "total"}),
    "7.2": ("project.class", "302", {"amount": "total"}),
    **_listed("7.2", "project.class", "302", 12),
    "7.3": ("project.class", "310", {"amount": "total"}),
    **_listed("7.3", "project.class", "310", 3),
    "8.1.0": ("three_public.execution", "", _execution("total")),
    "8.1.1": ("three_public.execution", "", _execution("abroad")),
    "8.1.2": ("three_public.execution", "", _execution("vehicles")),
    "8.1.3": ("three_public.execution", "", _execution("reception")),
    "8.2.0": ("three_public.shares", "", {"amount": "total"}),
    "8.2.1": ("three_public.shares", "", {"amount": "abroad.amount", "share": "abroad.share"}),
    "8.2.2": ("three_public.shares", "", {"amount": "vehicles.amount", "share": "vehicles.share"}),
    "8.2.3": ("three_public.shares", "", {"amount": "reception.amount", "share": "reception.share"}),
    "8.2.1d": (
        "three_public.abroad",
        "",
        {"amount": "amount", "counts/团组": "groups", "counts/人次": "persons", **PRIOR},
    ),
    "8.2.2d": ("three_public.vehicles", "", {"amount": "amount"}),
    "8.2.2d.1": (
        "three_public.vehicle_purchase",
        "",
        {"amount": "amount", "counts/购置公务用车（辆）": "bought", **PRIOR},
    ),
    "8.2.2d.2": (
        "three_public.vehicle_operation",
        "",
        {"amount": "amount", "counts/公务用车保有量（辆）": "held", **PRIOR},
    ),
    "8.2.3d": ("three_public.reception", "", {"amount": "amount", **PRIOR}),
    **{
        f"8.2.3d.{n}": (
            "three_public.reception",
            "",
            {"amount": part, "counts/批次": f"{part}_batches", "counts/人次": f"{part}_persons"},
        )
        for n, part in ((1, "domestic"), (2, "foreign"))
    },
    "9.0": ("government_fund", "", {"amount": "amount", **PRIOR}),
    "10.0": ("state_capital", "", {"amount": "amount", **PRIOR}),
    "11.0": ("operating_expenses", "", {"amount": "amount", **PRIOR}),
    **{
        f"12.{n}": ("procurement", "", {"amount": path})
        for n, path in enumerate(("total", "goods", "works", "services"))
    },
    "12.4": ("procurement", "", {"amount": "to_sme", "share": "to_sme_share"}),
    "12.5": ("procurement", "", {"amount": "to_micro", "share": "to_micro_share"}),
    **{
        f"12.{n}": ("procurement", "", {"share": f"{name}_to_sme_share"})
        for n, name in enumerate(("goods", "works", "services"), 6)
    },
    "13.0": ("state_assets", "", {"counts/辆": "vehicles"}),
    **{f"13.{n}": ("state_assets", "", {"counts/辆": kind}) for n, kind in enumerate(_VEHICLES.split(), 1)},
    "13.9": ("state_assets", "", {"counts/台（套）": "large_equipment"}),
    **{
        f"14.1.{n}": (
            "performance.coverage",
            "",
            {"amount": f"{fund}_amount", "share": f"{fund}_share", "counts/项目（个）": f"{fund}_projects"},
        )
        for n, fund in ((1, "general"), (2, "fund"))
    },
    "14.1.3": ("performance.review", "", {"amount": "general_amount", "counts/项目（个）": "projects"}),
    "14.1.4": ("performance.review", "", {"amount": "fund_amount"}),
    "14.2.0": (
        "performance.reported",
        "",
        {
            "counts/一般公共预算项目（个）": "general_projects",
            "counts/政府性基金项目（个）": "fund_projects",
            "counts/合计（个）": "projects",
        },
    ),
    **{f"14.2.{n}": ("performance.project", str(n), _PROJECT) for n in range(1, 11)},
    **{f"14.2.9.{n}": ("performance.project.indicator", f"9.{n}", _INDICATOR) for n in range(1, 9)},
    **{f"14.2.10.{n}": ("performance.project.indicator", f"10.{n}", {}) for n in range(1, 9)},
    "14.3.1": ("performance.grade", "公共法律服务工作经费", {"score": "score"}),
}
