"""What has to be equal to what among the quantities of a document, whoever printed them.

A relation is a sum of quantities that is zero, or at most zero. Those of the public tables are the 勾稽关系 of
`govfinance.calc`; the others follow from what the words mean (the “三公” are three), and hold for every plan and year.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from itertools import product
from typing import Final

from attrs import frozen

from govfinance.audit._said import Quantity
from govfinance.calc import TABLE_RELATIONS
from govfinance.model import PublicTable

__all__ = ["Listed", "Relation", "Whole", "listed", "relations_among"]

_FUNDS: Final = ("general_public", "government_fund", "state_capital")
_BY_CODE: Final = frozenset(
    {"revenue", "expenditure", "projects", "general_public", "government_fund", "state_capital", "basic", "project"}
)
_ACROSS: Final[Mapping[str, tuple[str, ...]]] = {
    "revenue": ("fiscal", "superior_subsidy", "service", "operation", "subordinate_payment", "other"),
    "expenditure": ("basic", "project", "superior_payment", "operation", "subordinate_subsidy"),
    "general_public": ("basic", "project"),
    "government_fund": ("basic", "project"),
    "state_capital": ("basic", "project"),
}


@frozen
class Relation:
    """``whole`` is the sum of ``parts`` (or at most that, or at least): one code, one whole, its parts."""

    code: str
    whole: Quantity
    parts: tuple[Quantity, ...]
    sign: int = 0
    """0: equal; 1: the whole is at least the sum of the parts; -1: at most."""


@frozen
class Whole:
    """A sum that holds for every measure: a subject and the subjects that it consists of."""

    code: str
    subject: str
    parts: tuple[str, ...]
    sign: int = 0


_WHOLES: Final = (
    Whole(
        "totals.income",
        "totals/total/actual",
        ("totals/revenue/actual", "totals/surplus_used/actual", "totals/opening/actual"),
    ),
    Whole(
        "totals.outlay",
        "totals/outlay/actual",
        ("totals/expenditure/actual", "totals/surplus_distribution/actual", "totals/closing/actual"),
    ),
    Whole(
        "totals.spent",
        "totals/total/actual",
        ("totals/expenditure/actual", "totals/surplus_distribution/actual", "totals/closing/actual"),
    ),
    Whole("totals.balance", "totals/total/actual", ("totals/outlay/actual",)),
    Whole(
        "totals.sources",
        "totals/revenue/actual",
        (
            *(f"totals/{fund}/actual" for fund in _FUNDS),
            "totals/superior_subsidy/actual",
            "totals/service/actual",
            "totals/operation/actual",
            "totals/subordinate_payment/actual",
            "totals/other/actual",
        ),
    ),
    Whole(
        "totals.sources",
        "totals/revenue/actual",
        (
            "revenue/total/fiscal",
            "totals/superior_subsidy/actual",
            "totals/service/actual",
            "totals/operation/actual",
            "totals/subordinate_payment/actual",
            "totals/other/actual",
        ),
    ),
    Whole(
        "totals.natures",
        "totals/expenditure/actual",
        tuple(f"expenditure/total/{part}" for part in _ACROSS["expenditure"]),
    ),
    Whole("fiscal.income", "fiscal/total/actual", ("fiscal/revenue/actual", "fiscal/opening/actual")),
    Whole("fiscal.outlay", "fiscal/outlay/total", ("fiscal/expenditure/total", "fiscal/closing/total")),
    Whole("fiscal.spent", "fiscal/total/actual", ("fiscal/expenditure/total", "fiscal/closing/total")),
    Whole("fiscal.balance", "fiscal/total/actual", ("fiscal/outlay/total",)),
    Whole("fiscal.revenue", "fiscal/revenue/actual", ("revenue/total/fiscal",)),
    Whole("fiscal.funds", "revenue/total/fiscal", tuple(f"totals/{fund}/actual" for fund in _FUNDS)),
    Whole("fiscal.funds", "fiscal/revenue/actual", tuple(f"totals/{fund}/actual" for fund in _FUNDS)),
    Whole(
        "general_public.natures",
        "general_public/total/total",
        ("general_public/total/basic", "general_public/total/project"),
    ),
    Whole("general_public.economic", "general_public/total/total", ("basic/total/actual", "project/total/actual")),
    Whole("basic.funds", "basic/total/actual", ("basic/personnel/actual", "basic/public/actual")),
    Whole("basic.same", "general_public/total/basic", ("basic/total/actual",)),
    Whole("project.same", "general_public/total/project", ("project/total/actual",)),
    Whole(
        "three_public", "three_public/total", ("three_public/abroad", "three_public/vehicles", "three_public/reception")
    ),
    Whole(
        "three_public.vehicles",
        "three_public/vehicles",
        ("three_public/vehicle_purchase", "three_public/vehicle_operation"),
    ),
    Whole(
        "three_public.reception",
        "three_public/reception",
        ("three_public/reception.domestic", "three_public/reception.foreign"),
    ),
    Whole(
        "procurement",
        "institution/procurement/actual",
        ("institution/goods/actual", "institution/works/actual", "institution/services/actual"),
    ),
    Whole("procurement.micro", "institution/to_sme/actual", ("institution/to_micro/actual",), 1),
    Whole(
        "projects.reported",
        "performance/projects.reported",
        ("performance/projects.reported.general_public", "performance/projects.reported.government_fund"),
    ),
    Whole("fiscal.within", "totals/total/actual", ("fiscal/total/actual",), 1),
    Whole("general_public.within", "fiscal/total/actual", ("general_public/total/total",), 1),
    Whole("general_public.spent", "totals/expenditure/actual", ("general_public/total/total",), 1),
    Whole(
        "funds.within",
        "fiscal/total/actual",
        ("general_public/total/total", "government_fund/total/total", "state_capital/total/total"),
        1,
    ),
    Whole("basic.within", "expenditure/total/basic", ("basic/total/actual",), 1),
)
"""What words mean. The order matters only where two of them fail for one reason: the first is told."""


_FOUR: Final = (
    "three_public/abroad",
    "three_public/vehicle_purchase",
    "three_public/vehicle_operation",
    "three_public/reception",
)
_PARTITIONS: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    subject: (
        *(frozenset(one.parts) for one in _WHOLES if one.subject == subject and one.sign == 0),
        *((frozenset(_FOUR),) if subject == "three_public/total" else ()),
    )
    for subject in {one.subject for one in _WHOLES}
}


def _is_item(subject: str) -> bool:
    """Whether a subject is a code of the classification, or a name in its place."""
    return subject.count("/") > 1 and subject.split("/")[1][:1] in "123456789?"


_NEVER_NEGATIVE: Final = frozenset(
    {"three_public", "three_public.vehicles", "three_public.reception", "procurement", "basic.funds"}
)
"""Wholes that are at least what is known of their parts."""


class Listed(Enum):
    """What the parts that a text lists are of their whole."""

    ALL = "all"
    SOME = "some"
    UNKNOWN = "unknown"
    NONE = "none"


def listed(whole: str, parts: Collection[str]) -> Listed:
    """Whether some parts are all that a subject consists of, as far as the subjects say it.

    >>> listed("three_public/vehicles", ["three_public/vehicle_purchase", "three_public/vehicle_operation"])
    <Listed.ALL: 'all'>
    >>> listed("three_public/total", ["three_public/abroad", "three_public/reception"])
    <Listed.SOME: 'some'>
    """
    known = _PARTITIONS.get(whole)
    if known is None or all(_is_item(part) for part in parts):
        return Listed.UNKNOWN if len(parts) > 1 or _is_item(whole) else Listed.NONE
    if any(its == set(parts) for its in known):
        return Listed.ALL
    if whole in _OPEN and len(parts) > 1 and any(its > set(parts) for its in known):
        return Listed.UNKNOWN
    return Listed.SOME if any(its > set(parts) for its in known) else Listed.NONE


_OPEN: Final = frozenset({"totals/revenue/actual", "totals/expenditure/actual", "institution/procurement/actual"})
"""Wholes of which texts leave out the parts that are nothing."""


@lru_cache(maxsize=1)
def _links() -> tuple[tuple[str, str, str, int], ...]:
    """The relations between tables that `calc` has as formulas of addresses."""
    return tuple(
        (one.id, one.left, one.right, -1 if one.at_most else 0) for one in TABLE_RELATIONS if one.pairs is None
    )


def relations_among(
    quantities: Collection[Quantity],
    rows: Mapping[PublicTable, Sequence[str]],
    *,
    negative: bool = False,
    nothing: Collection[str] = frozenset(),
) -> Iterator[Relation]:
    """All relations of which the document has every quantity, be it printed or by a change.

    ``rows`` are the rows of the tables that are printed; relations that are sums over rows are made of those. With
    ``negative`` amounts in a document a part may be more than its whole. Sums of cells that are all ``nothing`` (by their
    subjects) are left out.
    """
    measures = {measure for _, measure in quantities}
    for whole in _WHOLES:
        if negative and whole.sign:
            continue
        for measure in measures:
            if (whole.subject, measure) not in quantities:
                continue
            parts = tuple((part, measure) for part in whole.parts if (part, measure) in quantities)
            if len(parts) == len(whole.parts):
                yield Relation(whole.code, (whole.subject, measure), parts, whole.sign)
            elif parts and whole.code in _NEVER_NEGATIVE and not negative:
                yield Relation(whole.code, (whole.subject, measure), parts, 1)
    known = {subject for subject, measure in quantities if measure == "actual"}
    for table, printed in rows.items():
        if table.key in _BY_CODE:
            yield from _of_table(table.key, printed, known, nothing)
    yield from _between(known, rows, nothing)
    yield from _vehicles(known)


def _vehicles(known: set[str]) -> Iterator[Relation]:
    uses = sorted(subject for subject in known if subject.startswith("assets/vehicles."))
    if "assets/vehicles" in known and len(uses) > 1:
        yield Relation("assets.vehicles", ("assets/vehicles", "actual"), tuple((use, "actual") for use in uses))


def _of_table(table: str, rows: Sequence[str], known: set[str], nothing: Collection[str]) -> Iterator[Relation]:
    codes = [row for row in rows if row.isdigit()]
    columns = sorted({subject.rpartition("/")[2] for subject in known if subject.startswith(f"{table}/")})
    below: dict[str, list[str]] = {}
    for code in codes:
        below.setdefault(code[:-2] if len(code) > 3 else "total", []).append(code)
    if table == "basic":
        classes = below.pop("total", [])
        for name, its in (
            ("personnel", [code for code in classes if code in ("301", "303")]),
            ("public", [code for code in classes if code not in ("301", "303")]),
        ):
            below |= {name: its} if its else {}
        if classes:
            below["total"] = classes
    for parent, children in below.items():
        for column in columns:
            yield from _sum(
                f"{table}.down",
                f"{table}/{parent}/{column}",
                [f"{table}/{one}/{column}" for one in children],
                known,
                nothing,
            )
    parts = _ACROSS.get(table)
    if parts is not None:
        for row in rows:
            its_parts = [f"{table}/{row}/{part}" for part in parts]
            yield from _sum(
                f"{table}.across", f"{table}/{row}/total", [one for one in its_parts if one in known], known, nothing
            )
    if table in _FUNDS[1:]:
        for row in rows:
            left = [f"{table}/{row}/opening", f"{table}/{row}/revenue"]
            right = f"{table}/{row}/closing"
            if right in known and all(one in known for one in (*left, f"{table}/{row}/total")):
                yield from _flow(table, row)


def _flow(table: str, row: str) -> Iterator[Relation]:
    """年初 + 收入 = 支出 + 年末: the closing balance is what is left; as a sum, 年末 + 支出 of 年初 + 收入."""
    yield Relation(
        f"{table}.flow",
        (f"{table}/{row}/closing", "actual"),
        (
            (f"{table}/{row}/opening", "actual"),
            (f"{table}/{row}/revenue", "actual"),
            (f"-{table}/{row}/total", "actual"),
        ),
    )


def _sum(code: str, whole: str, parts: Sequence[str], known: set[str], nothing: Collection[str]) -> Iterator[Relation]:
    if whole in nothing and all(part in nothing for part in parts):
        return
    if whole in known and parts and all(part in known for part in parts):
        yield Relation(code, (whole, "actual"), tuple((part, "actual") for part in parts))


def _between(
    known: set[str], rows: Mapping[PublicTable, Sequence[str]], nothing: Collection[str]
) -> Iterator[Relation]:
    printed = {table.key: its for table, its in rows.items()}
    classes = sorted(
        {row for key in ("totals", "fiscal") for row in printed.get(key, ()) if len(row) == 3 and row.isdigit()}
    )
    for code, left, right, sign in _links():
        text = left + right
        for bound in product(
            classes if "{class}" in text else ("",),
            _FUNDS if "{fund}" in text else ("",),
            ("total", *_FUNDS) if "{column}" in text else ("",),
        ):
            fill = dict(zip(("class", "fund", "column"), bound, strict=True))
            whole = _terms(left.format(**fill), printed)
            parts = _terms(right.format(**fill), printed)
            if len(whole) != 1:
                whole, parts = parts, whole
            if len(whole) != 1 or (whole[0] in nothing and all(part in nothing for part in parts)):
                continue
            if parts and whole[0] in known and all(part in known for part in parts):
                yield Relation(code, (whole[0], "actual"), tuple((part, "actual") for part in parts), sign)


def _terms(side: str, printed: Mapping[str, Sequence[str]]) -> list[str]:
    found: list[str] = []
    for term in side.split(" + "):
        key, row, column = term.split("/")
        if row == "*":
            found += [f"{key}/{one}/{column}" for one in printed.get(key, ()) if len(one) == 3 and one.isdigit()]
        else:
            found.append(term)
    return found
