"""Names of 类, 款, 项 and economic items in the narrative against the official catalogue of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import govfinance.catalog as catalog
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._said import Listing
from govfinance.audit._texts._context import Context, Paragraph
from govfinance.audit._texts._itemnames import DIGITS, Named, exact, parts_of, suggested
from govfinance.audit._texts._paths import PATH, Part, Paths, code_of
from govfinance.audit._texts._unlisted import Item, check_unlisted
from govfinance.catalog import Reason
from govfinance.document import Place, PublishedText

__all__ = ["RULES", "check_classification", "code_of_item"]


def _rule(code: str, severity: Severity, zh: str, en: str) -> Rule:
    return Rule(
        code=code,
        kind="classification_name_mismatch",
        severity=severity,
        zh=zh,
        en=en,
        ground_zh="财政部《政府收支分类科目》",
        ground_en="the official classification of the year (政府收支分类科目)",
    )


_NAME: Final = _rule(
    "classification-name-unknown", Severity.ERROR, "科目名称有误", "no such name in the classification"
)
_SHORT: Final = _rule("classification-name-short", Severity.INFO, "科目用简称或曾用名", "a short or former name")
RULES: Final = (_NAME, PATH, _SHORT)

_LISTED: Final = re.compile(
    r"(?:人员经费|公用经费|支出)[^。；：]{0,30}?(?:主要)?(?:包括|用于)：(?P<items>[^。；：]{4,900})(?=[。；])"
)
_AMOUNT: Final = re.compile(r"[0-9][0-9,.]*(?:万元|亿元|元)?(?:（[^（）]*）)?$")
_WORDS: Final = frozenset({"支出", "事务", "财政拨款支出"})
"""What stands before a level without being a name."""
_LOOSE: Final = re.compile(r"(?:等|费用|费|支出|经费)$")


def check_classification(context: Context) -> Iterator[Finding]:
    """Functional names with their level, in the sentences of items; economic names in lists."""
    year = context.identity.year
    if year is None:
        return
    once: dict[tuple[str, int], Finding] = {}
    shorts: list[Finding] = []
    for finding in _functional(context, year):
        if finding.rule is _SHORT:
            shorts.append(finding)
        else:
            once.setdefault((finding.printed, finding.place.block if finding.rule is PATH else -1), finding)
    yield from once.values()
    yield from shorts[:1]
    yield from _economic(context, year)


def _is_above(owner: Part | None, path: list[Part], paragraph: Paragraph) -> bool:
    """Whether the 类 of a path is that of a heading above."""
    return owner is not None and path[0] is owner and owner.block != paragraph.block


def _functional(context: Context, year: int) -> Iterator[Finding]:
    """The names of all paths, and the paths themselves; a 款 without its 类 is of that of the heading above."""
    paths = Paths(context, year)
    items: list[Item] = []
    owner: Part | None = None
    for paragraph in context.paragraphs:
        if paragraph.zone != "narrative":
            continue
        parts = list(parts_of(paragraph.text))
        if paragraph.heading and len(parts) == 1 and parts[0].level == "类":
            owner = paths.part(paragraph, parts[0])
        path: list[Part] = [owner] if owner is not None and paragraph.about == "general_public" else []
        for number, named in enumerate(parts):
            path = [part for part in path if DIGITS[part.named.level] < DIGITS[named.level]]
            if not exact(named.name, year, DIGITS[named.level]):
                yield from _unknown(context, paragraph, named, path[-1].codes if path else (), year)
            path.append(paths.part(paragraph, named))
            below = parts[number + 1].level if number + 1 < len(parts) else "类"
            if DIGITS[below] <= DIGITS[named.level]:
                yield from paths.check(path, heading=_is_above(owner, path, paragraph))
                code = code_of(path)
                if code is not None:
                    items.append(Item(code, tuple(path)))
    yield from paths.headings()
    yield from check_unlisted(context, items, year)


def _unknown(
    context: Context, paragraph: Paragraph, part: Named, above: tuple[str, ...], year: int
) -> Iterator[Finding]:
    digits = DIGITS[part.level]
    found = [
        one
        for one in suggested(part.name, year, "functional", above[0] if len(above) == 1 and len(above[0]) < 7 else "")
        if len(one.code.text) == digits
    ]
    if not found:
        return
    best = found[0]
    if part.name in _WORDS or (not part.span[0] and _is_end(part.name, year)):
        return
    if best.reason is Reason.EXACT:
        return
    if best.reason is not Reason.SIMILAR:
        if best.name is not None and best.name != part.name:
            if best.name in (f"{part.name}支出", f"{part.name}等支出"):
                if not paragraph.text.startswith("支出", part.span[1] + 3):
                    yield _short(context, paragraph, part, best.name)
                return
            former = _former(best.code.text, part.name, year)
            yield (
                _renamed(context, paragraph, part, best.name) if former else _short(context, paragraph, part, best.name)
            )
        return
    elsewhere = suggested(part.name, year, "functional")
    if any(one.reason is not Reason.SIMILAR for one in elsewhere):
        return
    least = 0.6 if part.level == "类" else 0.8
    if best.name is None or best.score < least or (part.level == "项" and len(part.name) < 5):
        return
    sure = part.level != "项" or (len(above) == 1 and best.score >= 0.84)
    yield context.finding(
        _NAME,
        paragraph,
        part.span,
        expected=best.name,
        zh=f"{year}年科目中没有“{part.name}”（{part.level}），相近的是{best.code.text} {best.name}",
        en=f"expected {best.name} ({best.code.text}), got {part.name}",
        quote=(max(0, part.span[0] - 20), min(len(paragraph.text), part.span[1] + 20)),
        severity=None if sure else Severity.WARNING,
    )


def _is_end(name: str, year: int) -> bool:
    """Whether a name may be the end of one whose beginning stands in the line before."""
    return any(entry.name.endswith(name) for entry in catalog.functional_entries(year))


def _former(code: str, name: str, year: int) -> bool:
    """Whether the catalogue proves that the name was given up: in the year, or in a known edition shortly before."""
    found = (catalog.check_name(code, name, known) for known in range(year, year - 3, -1))
    return any(one is not None and one.severity == "error" for one in found)


def _renamed(context: Context, paragraph: Paragraph, part: Named, name: str) -> Finding:
    """A name of former editions; that of a 类 is widely used on, and only a warning."""
    return context.finding(
        _NAME,
        paragraph,
        part.span,
        expected=name,
        zh=f"“{part.name}”（{part.level}）系以前年度的科目名称，现为“{name}”",
        en=f"{part.name} is a name of former editions, now {name}",
        quote=(max(0, part.span[0] - 20), min(len(paragraph.text), part.span[1] + 20)),
        severity=Severity.WARNING if part.level == "类" else None,
    )


def _short(context: Context, paragraph: Paragraph, part: Named, name: str) -> Finding:
    return context.finding(
        _SHORT,
        paragraph,
        part.span,
        expected=name,
        zh=f"“{part.name}”（{part.level}）在科目中为“{name}”",
        en=f"the official name of {part.name} is {name}",
        quote=(part.span[0], min(len(paragraph.text), part.span[1] + 20)),
    )


def code_of_item(context: Context, text: str) -> str | None:
    """The code of the 项 that a sentence opens with, where its names leave no choice."""
    year = context.identity.year
    above: tuple[str, ...] = ()
    if year is None:
        return None
    for part in parts_of(text):
        codes = exact(part.name, year, DIGITS[part.level])
        above = tuple(code for code in codes if not above or code.startswith(above))
        if not above:
            return None
    return above[0] if len(above) == 1 and len(above[0]) == 7 else None


def _economic(context: Context, year: int) -> Iterator[Finding]:
    """Names in lists of economic items that no edition of the classification has, and a near one that it has."""
    seen: set[str] = set()
    for paragraph, span in _listed(context):
        name = paragraph.text[slice(*span)]
        if name in seen or not 2 <= len(name) <= 30:
            continue
        seen.add(name)
        found = suggested(name, year, "economic")
        if not found or found[0].reason is not Reason.SIMILAR or found[0].name is None or found[0].score < 0.75:
            continue
        if any(one.reason is not Reason.SIMILAR for one in suggested(name, year, "government_economic")):
            continue
        right = found[0].name
        loose = _LOOSE.sub("", name) == _LOOSE.sub("", right) or name in right or right in name
        yield context.finding(
            _NAME,
            paragraph,
            span,
            expected=right,
            zh=f"{year}年部门预算支出经济分类中没有“{name}”，相近的是{found[0].code.text} {right}",
            en=f"expected {right} ({found[0].code.text}), got {name}",
            quote=(max(0, span[0] - 15), min(len(paragraph.text), span[1] + 15)),
            severity=Severity.INFO if loose else None if len(name) >= 4 else Severity.WARNING,
        )


def _listed(context: Context) -> Iterator[tuple[Paragraph, tuple[int, int]]]:
    """The names of lists: those of the claims, and those after 主要包括 in the sections about economic items."""
    for paragraph in context.paragraphs:
        if paragraph.about not in ("basic", "project"):
            continue
        for found in _LISTED.finditer(paragraph.text):
            at = found.start("items")
            for item in found["items"].split("、"):
                name = _AMOUNT.sub("", item).removesuffix("等")
                yield paragraph, (at, at + len(name))
                at += len(item) + 1
    by_block = {paragraph.block: paragraph for paragraph in context.paragraphs}
    for claim in context.claims:
        if not isinstance(claim, Listing) or not claim.subject.startswith(("basic", "project")):
            continue
        for item in claim.items:
            listing = by_block.get(item.place.block)
            span = None if listing is None else _span_of(context, listing, item.place)
            if listing is not None and span is not None:
                yield listing, span


def _span_of(context: Context, paragraph: Paragraph, place: Place) -> tuple[int, int] | None:
    """The span in the text without white space of a place in the text as it stands."""
    from bisect import bisect_left

    if place.row is not None or not isinstance(context.document.blocks[place.block], PublishedText):
        return None
    start = bisect_left(paragraph.plain.at, place.start)
    return start, bisect_left(paragraph.plain.at, place.end)
