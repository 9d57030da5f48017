"""Which of several codes of one name a list means: the one whose cell its amount fits.

Some economic items have a name that stands in two classes (信息网络及软件购置更新 is 30907 and 31007). The reader of the text
cannot know which of them is meant; the table does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from attrs import evolve

from govfinance.audit._said import Claim, Listing, Named, Number, Total, Value
from govfinance.catalog import economic_entries
from govfinance.document import Place

__all__ = ["code_of", "codes_of", "namesakes", "resolved"]


@lru_cache(maxsize=4)
def _named_codes(year: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in economic_entries(year):
        if len(entry.code.text) == 5:
            found.setdefault(entry.name, []).append(entry.code.text)
    return {name: tuple(codes) for name, codes in found.items()}


def codes_of(name: str, year: int | None) -> tuple[str, ...]:
    """The economic codes of five digits that have a name in a year.

    >>> codes_of("伙食补助费", 2023), codes_of("伙食费", 2023)
    (('30106',), ())
    """
    return () if year is None else _named_codes(year).get(name, ())


def code_of(subject: str) -> str:
    """The economic code of a subject; empty for one of another kind.

    >>> code_of("basic/31007/actual"), code_of("local/3/劳务")
    ('31007', '')
    """
    table, _, rest = subject.partition("/")
    code = rest.partition("/")[0]
    return code if table in ("basic", "project") and code.isdigit() else ""


@lru_cache(maxsize=1024)
def namesakes(subject: str, year: int | None) -> tuple[str, ...]:
    """The subjects of all economic codes that have the name of this one's, itself among them.

    >>> namesakes("basic/31007/actual", 2023)
    ('basic/30907/actual', 'basic/31007/actual')
    """
    code = code_of(subject)
    if not code or year is None:
        return (subject,)
    known = next((codes for codes in _named_codes(year).values() if code in codes), (code,))
    return tuple(subject.replace(f"/{code}/", f"/{one}/") for one in known)


def resolved(said: Sequence[Claim], cells: Iterable[Value], year: int | None) -> tuple[Claim, ...]:
    """The claims with the subjects that the cells show; an amount that fits no cell of its name is of none of them."""
    printed = {cell.subject: cell.number for cell in cells if cell.measure == "actual"}
    by_place: dict[Place, str] = {}
    by_block: dict[int, dict[str, str]] = {}
    for claim in said:
        if isinstance(claim, Listing):
            for item in claim.items:
                fitting = _fitting(item, printed, year)
                if fitting != item.subject and item.number is not None:
                    by_place[item.number.place] = fitting
                    by_block.setdefault(claim.place.block, {})[item.subject] = fitting
    return tuple(_with(claim, by_place, by_block) for claim in said) if by_place else tuple(said)


def _fitting(item: Named, printed: Mapping[str, Number], year: int | None) -> str:
    others = namesakes(item.subject, year)
    known = [one for one in others if one in printed]
    number = item.number
    if len(others) < 2 or number is None or not known:
        return item.subject
    fits = [one for one in known if printed[one].low <= number.high and number.low <= printed[one].high]
    if item.subject in fits:
        return item.subject
    return fits[0] if fits else item.subject


def _with(claim: Claim, by_place: Mapping[Place, str], by_block: Mapping[int, Mapping[str, str]]) -> Claim:
    if isinstance(claim, Value):
        subject = by_place.get(claim.number.place)
        return claim if subject is None else evolve(claim, subject=subject)
    if isinstance(claim, Listing):
        items = tuple(
            evolve(item, subject=by_place[item.number.place])
            if item.number is not None and item.number.place in by_place
            else item
            for item in claim.items
        )
        return evolve(claim, items=items)
    if isinstance(claim, Total) and claim.place.block in by_block:
        changed = by_block[claim.place.block]
        return evolve(claim, parts=tuple(changed.get(part, part) for part in claim.parts))
    return claim
