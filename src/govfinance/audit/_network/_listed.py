"""What the text lists as the parts of something, beyond what its own words say: items of a 类, projects of an evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from govfinance.audit._network._check import Check, Linear, Term
from govfinance.audit._network._ledger import Ledger
from govfinance.audit._said import Claim, Listing, Total, Value
from govfinance.catalog import name_in

__all__ = ["FUNCTIONAL", "check_projects", "totals_of"]

FUNCTIONAL: Final = ("general_public/", "government_fund/", "state_capital/")
_PROJECT: Final = "performance/project/"


def totals_of(said: Sequence[Claim], year: int | None) -> Iterator[Total]:
    """The wholes whose parts are listed, the lists of names with amounts that are as good, and each 类 with its 项."""
    for claim in said:
        if isinstance(claim, Total):
            if claim.parts:
                yield claim
        elif (
            isinstance(claim, Listing)
            and claim.items
            and all(item.number is not None and item.subject for item in claim.items)
        ):
            parts = tuple(item.subject for item in claim.items)
            yield Total(subject=claim.subject, parts=parts, place=claim.place, section=claim.section)
    yield from _of_classes(said, year)


def _of_classes(said: Sequence[Claim], year: int | None) -> Iterator[Total]:
    """Each 类 that the text gives a figure for, with the 项 of it that the same section gives one for."""
    classes: dict[str, Value] = {}
    items: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for claim in said:
        if not isinstance(claim, Value) or claim.measure != "actual" or not claim.subject.startswith(FUNCTIONAL):
            continue
        fund, row, column = _split(claim.subject)
        if column != "total":
            continue
        if row.isdigit() and len(row) == 3:
            classes.setdefault(f"{fund}/{row}", claim)
            known = name_in(row, year) if year is not None else None
            if known is not None:
                names[f"{fund}/{known.name.removesuffix('支出')}"] = row
        elif row.isdigit() and len(row) == 7:
            items.setdefault(f"{fund}/{row[:3]}", {})[claim.subject] = None
        elif row.startswith("?"):
            its_class = names.get(f"{fund}/{row[1:].partition('/')[0].removesuffix('支出')}")
            items.setdefault(f"{fund}/{its_class or '?'}", {})[claim.subject] = None
    if any(key.endswith("/?") for key in items):
        return  # an item of an unknown class may belong to any of them
    for key, claim in classes.items():
        parts = tuple(items.get(key, ()))
        if parts:
            yield Total(subject=claim.subject, parts=parts, place=claim.place, section=claim.section)


def _split(subject: str) -> tuple[str, str, str]:
    fund, _, rest = subject.partition("/")
    row, _, column = rest.rpartition("/")
    return fund, row, column


def check_projects(ledger: Ledger) -> Iterator[Check]:
    """涉及资金: the money of the projects is what the listed ones spent, or what they were to spend, if all are listed."""
    listed: dict[str, dict[str, Term]] = {}
    for (subject, measure), its in ledger.values.items():
        if subject.startswith(_PROJECT) and subject.count("/") == 2 and its.get("text"):
            listed.setdefault(subject, {})[measure] = its["text"][0]
    if len(listed) < 2:
        return
    for kind in ("evaluated", "reviewed"):
        for fund in ("", ".general_public"):
            count = ledger.pick((f"performance/projects.{kind}{fund}", "actual"))
            money = ledger.pick((f"performance/money.{kind}{fund}", "actual"))
            if count is None or money is None or not count.low <= len(listed) <= count.high:
                continue
            sums = [_sum_of(listed, measure, money) for measure in ("actual", "adjusted")]
            made = [check for check in sums if check is not None]
            if len(made) == 2 and not any(check.holds() for check in made):
                yield made[0]
            return


def _sum_of(listed: dict[str, dict[str, Term]], measure: str, money: Term) -> Linear | None:
    terms = [its[measure] for its in listed.values() if measure in its]
    if len(terms) < len(listed):
        return None
    return Linear("list:projects", "arithmetic", (money, *terms), money, 0, money.claim, (1, *(-1 for _ in terms)))
