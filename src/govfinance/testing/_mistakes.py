"""Mistakes in words: a direction, a name, a year, a subject, an entry of a list, each with whether it can be proved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import Final

import govfinance.catalog as catalog
from govfinance.calc import Cells, Figure, Ratio
from govfinance.document import Paragraph, Place, PublishedTable, PublishedText
from govfinance.model import PublicTable
from govfinance.tables import CellKind, Table
from govfinance.testing._change import Change
from govfinance.testing._facts import Facts, Span, Spot, interval_of
from govfinance.testing._lists import list_changes
from govfinance.testing._published import Publication

__all__ = ["Change", "mistakes"]

_OPPOSITE: Final[Mapping[str, str]] = {
    "增加": "减少",
    "减少": "增加",
    "增长": "下降",
    "下降": "增长",
    "大于": "小于",
    "小于": "大于",
    "上升": "下降",
    "高于": "低于",
    "低于": "高于",
    "持平": "减少",
}
_DIRECTION: Final = re.compile("|".join(_OPPOSITE))
_FUND: Final = "一般公共预算"
_OTHER_FUND: Final = "政府性基金预算"
_SPENT: Final = re.compile(f"{_FUND}(?:财政拨款)?支出(?:决算)?(?:合计)?为? ?$")
_SIDE: Final = re.compile("本年(收入|支出)(?:决算)?合计为? ?$")
_WRITTEN: Final = re.compile("中央|[0-9]|绩效管理工作规程")
_T = PublicTable


def mistakes(publication: Publication, facts: Facts, random: Random) -> Iterator[Change]:
    """All mistakes in words that the document has a place for."""
    by_block: dict[int, list[tuple[int, Spot]]] = {}
    for number, spot in enumerate(facts.spots):
        by_block.setdefault(spot.place.block, []).append((number, spot))
    cells = Cells(publication.accounts)
    for number, block in enumerate(publication.document.blocks):
        if isinstance(block, PublishedTable):
            if isinstance(block.origin, Table):
                yield from _rows(number, block.origin, publication, random)
            continue
        spots = by_block.get(number, [])
        yield from _years(number, block, publication, random)
        yield from _departments(number, block, publication, random)
        if isinstance(block.origin, Paragraph):
            yield from _directions(number, block.text, spots, facts)
            yield from _subjects(number, block.text, spots, facts, cells)
            yield from _items(number, block.text, block.origin, publication, random)
            yield from list_changes(number, block.origin, publication, random)


def _change(kind: str, block: int, start: int, before: str, after: str, provable: bool) -> Change:
    place = Place(block=block, start=start, end=start + len(before))
    return Change(kind=kind, place=place, before=before, after=after, provable=provable)


# Directions


def _directions(block: int, text: str, spots: list[tuple[int, Spot]], facts: Facts) -> Iterator[Change]:
    for word in _DIRECTION.finditer(text):
        after = next((spot for _, spot in spots if 0 <= spot.place.start - word.end() <= 1), None)
        if word.group() in ("大于", "小于", "高于", "低于"):
            provable = text[: word.start()].endswith("数") and _compared(spots)  # else people wrote it
        elif after is None or after.source is None:
            provable = False
        else:
            provable = _two_words(text, after, spots) or _ends(after, facts)
        yield _change("direction", block, word.start(), word.group(), _OPPOSITE[word.group()], provable)


def _compared(spots: list[tuple[int, Spot]]) -> bool:
    """Whether a budget and an actual figure are printed that cannot be equal."""
    found = {spot.slot.rpartition(".")[2]: interval_of(spot.text, spot.scale) for _, spot in spots}
    budget, actual = found.get("budget"), found.get("actual")
    return budget is not None and actual is not None and _apart(budget, actual)


def _two_words(text: str, spot: Spot, spots: list[tuple[int, Spot]]) -> bool:
    """Whether amount and rate of one change have a word of direction each, and neither can be zero."""
    stem = spot.slot.rpartition(".")[0]
    pair = [
        other
        for _, other in spots
        if other.slot.rpartition(".")[0] == stem and other.slot.rpartition(".")[2] in ("amount", "rate")
    ]
    if len(pair) != 2 or not stem:
        return False
    spans = [interval_of(one.text) for one in pair]
    said = [text[max(0, one.place.start - 3) : one.place.start].strip()[-2:] in _OPPOSITE for one in pair]
    return all(said) and all(span is not None and span[0] > 0 for span in spans)


def _ends(spot: Spot, facts: Facts) -> bool:
    """Whether both ends of a change are printed, and cannot be equal."""
    source = spot.source.part if isinstance(spot.source, Ratio) else spot.source
    if not isinstance(source, Figure) or len(source.terms) != 2:
        return False
    one, other = (facts.known(term) for _, term in source.terms)
    return one is not None and other is not None and _apart(one, other)


def _apart(one: Span, other: Span) -> bool:
    return one[1] < other[0] or other[1] < one[0]


# Years and departments


def _years(block: int, paragraph: PublishedText, publication: Publication, random: Random) -> Iterator[Change]:
    for match in re.finditer("(20[0-9]{2})年", paragraph.text):
        year = int(match.group(1))
        if year in (publication.accounts.year, publication.accounts.year - 1):
            other = str(year + random.choice([-1, 1]))
            own = not _free(paragraph.text, match)
            yield _change("year", block, match.start(), match.group(1), other, own)


def _free(text: str, match: re.Match[str]) -> bool:
    """Whether a year stands in what people wrote: a project, a rule, a goal."""
    return (
        text[: match.start()].count("《") > text[: match.start()].count("》")
        or _WRITTEN.match(text, match.end()) is not None
    )


def _departments(block: int, paragraph: PublishedText, publication: Publication, random: Random) -> Iterator[Change]:
    name = publication.accounts.department.name
    for match in re.finditer(re.escape(name), paragraph.text):
        at = random.randrange(len(name))
        other = random.choice([name[:at] + name[at + 1 :], name[:at] + "市" + name[at + 1 :], "南河县公安局"])
        if other != name:
            yield _change("department", block, match.start(), name, other, True)


# Subjects


def _subjects(block: int, text: str, spots: list[tuple[int, Spot]], facts: Facts, cells: Cells) -> Iterator[Change]:
    for _, spot in spots:
        if spot.role != "amount":
            continue
        head = text[: spot.place.start]
        own = interval_of(spot.text, spot.scale)
        fund = _SPENT.search(head)
        if (
            fund is not None
            and own is not None
            and facts.same(spot, cells.figure((_T.GENERAL_PUBLIC, "total", "total")))
        ):
            other = facts.known(cells.figure((_T.GOVERNMENT_FUND, "total", "total")))
            provable = other is not None and _apart(own, other)
            yield _change("fund", block, fund.start(), _FUND, _OTHER_FUND, provable)
        side = _SIDE.search(head)
        if side is not None and own is not None:
            row = "expenditure" if side.group(1) == "收入" else "revenue"
            counterpart = facts.known(cells.figure((_T.TOTALS, row, "actual")))
            provable = counterpart is not None and _apart(own, counterpart)
            before = side.group(1)
            yield _change("side", block, side.start(1), before, "支出" if before == "收入" else "收入", provable)


# Names of the classification


def _rows(block: int, table: Table, publication: Publication, random: Random) -> Iterator[Change]:
    """The name beside a code is that of another one."""
    year = publication.accounts.year
    names = [entry.name for entry in catalog.functional_entries(year)]
    if table.table in (_T.BASIC, _T.PROJECT):
        names = [entry.name for entry in catalog.economic_entries(year)]
    for number, row in enumerate((*table.header, *table.body)):
        code = ""
        for column, cell in enumerate(row):
            if cell is None or cell.kind is CellKind.BLANK:
                continue
            if cell.kind is CellKind.CODE:
                code += cell.text
            elif cell.kind is CellKind.LABEL and code:
                known = catalog.name_in(code, year)
                if known is not None and known.name == cell.text:
                    other = random.choice([name for name in names if name != cell.text])
                    place = Place(block=block, row=number, column=column, start=0, end=len(cell.text))
                    yield Change(kind="row", place=place, before=cell.text, after=other, provable=True)
                code = ""
            else:
                code = ""


_LEVELS: Final = re.compile("([^，。；、（）0-9 .]{2,40})（(类|款|项)）")


def _items(block: int, text: str, paragraph: Paragraph, publication: Publication, random: Random) -> Iterator[Change]:
    """A 类, 款 or 项 of a sentence about one item has the name of another."""
    code = paragraph.key
    if not paragraph.topic.startswith("functional") or len(code) not in (3, 7):
        return
    names = list(catalog.functional_entries(publication.accounts.year))
    length = {"类": 3, "款": 5, "项": 7}
    for match in _LEVELS.finditer(text):
        own = code[: length[match.group(2)]]
        known = catalog.name_in(own, publication.accounts.year)
        if known is None or known.name != match.group(1) or len(own) < length[match.group(2)]:
            continue
        others = [entry for entry in names if len(entry.code.text) == len(own) and entry.name != known.name]
        other = random.choice(others)
        beside = [entry.name for entry in names if entry.code.text[:5] == code[:5] and len(entry.code.text) == 7]
        provable = match.group(2) != "项" or other.name not in beside
        yield _change("item", block, match.start(1), match.group(1), other.name, provable)
