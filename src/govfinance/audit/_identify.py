"""Whose accounts a document is about, of which year, and after which form it was made; nothing is guessed.

>>> document = PublishedDocument.of_text("甲市乙局2023年度部门决算\\n甲市乙局2023年度收入、支出决算总计 1.00万元。")
>>> identity = identify(document, Outline())
>>> identity.department, identity.year, identity.level, identity.jurisdiction_id
('甲市乙局', 2023, 'department', None)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, Literal, TypeAlias, TypeVar

from attrs import frozen

from govfinance.audit._names import ORDINAL, Mention, mentions, same_name
from govfinance.audit._outline import Outline
from govfinance.audit._plain import Plain, plain
from govfinance.document import Place, PublishedDocument
from govfinance.errors import InvalidInputError
from govfinance.jurisdictions import Jurisdiction, jurisdictions
from govfinance.jurisdictions import jurisdiction as form_of

__all__ = ["Identity", "Level", "identify"]

T = TypeVar("T")

Level: TypeAlias = Literal["department", "unit"]
"""Whether the accounts are those of a department (部门决算) or of one unit (单位决算)."""

_LEVELS: Final[Mapping[str, Level]] = {"部门": "department", "单位": "unit"}
_WEIGHTS: Final = {"title": 3.0, "opening": 1.0, "assets": 1.0, "overview": 2.0}
_COMPARED: Final = re.compile(r"(?:与|比|较)(20[0-9]{2})年度?(?:决算数?)?(?:相比|增加|减少|增长|下降|持平)")
_PART: Final = re.compile(r"^第[一二三四五六七八九十0-9]{1,3}部分(?:20[0-9]{2}年度?)?(部门|单位)(?:决算|概况|基本)")
_NUMBER: Final = re.compile(rf"^{ORDINAL}")
_SLOTS: Final = re.compile(r"\{[^{}]{0,60}\}|\$[^$]{0,40}\$|[\[\]<>|。，；：、“”（）]|[0-9.%]+")

_PROVINCES: Final = re.compile(
    "北京市|天津市|上海市|重庆市|河北省|山西省|辽宁省|吉林省|黑龙江省|江苏省|浙江省|安徽省|福建省|江西省|山东省|河南省|湖北省"
    "|湖南省|广东省|海南省|四川省|贵州省|云南省|陕西省|甘肃省|青海省|台湾省|内蒙古自治区|广西壮族自治区|西藏自治区"
    "|宁夏回族自治区|新疆维吾尔自治区|新疆生产建设兵团"
)

_MOST_BLOCKS: Final = 4_000
_MOST_TEXT: Final = 400_000
_LONGEST: Final = 6_000
_TITLES_NEEDED: Final = 0.75
_WORDING_NEEDED: Final = 6
_WORDING_ELSEWHERE: Final = 30


@frozen(kw_only=True)
class Identity:
    """What a document is: None for everything that it does not say beyond doubt.

    ``form`` is the edition of the jurisdiction whose sections and wording the document has, or which the caller named;
    ``form_sure`` says that its sections can be demanded: the form was confirmed by published documents.
    ``department_places`` and ``year_places`` are where the document says so.
    """

    department: str | None = None
    year: int | None = None
    level: Level | None = None
    jurisdiction_id: str | None = None
    form: Jurisdiction | None = None
    form_sure: bool = False
    department_places: tuple[Place, ...] = ()
    year_places: tuple[Place, ...] = ()


def identify(
    document: PublishedDocument, outline: Outline, *, jurisdiction: str | Jurisdiction | None = None
) -> Identity:
    """The department, the year and the form of a document.

    ``jurisdiction`` is the form or its id, where the caller knows it; raises `InvalidInputError` where there is none of
    that id or for the year.
    """
    texts = [(number, plain(block.text[:_LONGEST])) for number, block in document.texts()[:_MOST_BLOCKS]]
    said = [(block, text, one) for block, text in texts for one in _said(text.text)]
    if document.name:
        named = plain(document.name.rsplit(".", 1)[0])
        said += [(-1, named, one) for one in mentions(named.text)]
    department, department_places = _department(said)
    year, year_places = _year(said, texts)
    form: Jurisdiction | None
    if isinstance(jurisdiction, Jurisdiction):
        form = jurisdiction
    elif jurisdiction is not None:
        form = form_of(jurisdiction, year if year is not None else 9999)
    else:
        form = _form(texts, outline, year, department)
    return Identity(
        department=department,
        year=year,
        level=_level(said, texts),
        jurisdiction_id=None if form is None else form.id,
        form=form,
        form_sure=form is not None and bool(form.form.checked_with) and form.has_narrative,
        department_places=department_places,
        year_places=year_places,
    )


def _said(text: str) -> Iterator[Mention]:
    return mentions(text) if "20" in text or "概况" in text else iter(())


def _place(block: int, text: Plain, span: tuple[int, int]) -> Place:
    start, end = text.span(*span)
    return Place(block=block, start=start, end=end)


def _best(votes: Mapping[T, float]) -> T | None:
    """What has most votes, if by a clear lead."""
    ranked = sorted(votes.items(), key=lambda vote: -vote[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.25 * ranked[1][1]):
        return None
    return ranked[0][0]


def _department(said: Iterable[tuple[int, Plain, Mention]]) -> tuple[str | None, tuple[Place, ...]]:
    votes: dict[str, float] = defaultdict(float)
    places: dict[str, list[Place]] = defaultdict(list)
    for block, text, one in said:
        if one.name is not None and one.name_span is not None:
            votes[one.name] += _WEIGHTS[one.kind]
            if block >= 0:
                places[one.name].append(_place(block, text, one.name_span))
    names = sorted(votes, key=lambda name: -votes[name])
    together = {
        name: sum(votes[other] for other in names if same_name(name, other)) + votes[name] / 1000 for name in names
    }
    rivals = {name: together[name] for name in names if not any(same_name(name, other) for other in names[:1])}
    if not names or (rivals and max(rivals.values()) * 1.25 > together[names[0]]):
        return None, ()
    return names[0], tuple(places[names[0]])


def _year(
    said: Iterable[tuple[int, Plain, Mention]], texts: Iterable[tuple[int, Plain]]
) -> tuple[int | None, tuple[Place, ...]]:
    votes: dict[int, float] = defaultdict(float)
    places: dict[int, list[Place]] = defaultdict(list)
    for block, text, one in said:
        if one.year is not None and one.year_span is not None:
            votes[one.year] += _WEIGHTS[one.kind]
            if block >= 0:
                places[one.year].append(_place(block, text, one.year_span))
    for _, text in texts:
        for found in _COMPARED.finditer(text.text):
            votes[int(found[1]) + 1] += 0.5
    year = _best(votes)
    return year, () if year is None else tuple(places[year])


def _level(said: Iterable[tuple[int, Plain, Mention]], texts: Iterable[tuple[int, Plain]]) -> Level | None:
    votes: dict[Level, float] = defaultdict(float)
    for _, _, one in said:
        if one.level:
            votes[_LEVELS[one.level]] += 1
    for _, text in texts:
        found = _PART.match(text.text)
        if found is not None:
            votes[_LEVELS[found[1]]] += 1
    return _best(votes)


@frozen(kw_only=True)
class _Fit:
    """How well a form fits: the share of its section titles that the document has, and which of its words."""

    form: Jurisdiction
    titles: float
    words: frozenset[str]


def _form(
    texts: list[tuple[int, Plain]], outline: Outline, year: int | None, department: str | None
) -> Jurisdiction | None:
    """The form whose sections and wording the document has, if it fits better than every other."""
    headings = {_bare(text.text) for _, text in texts if len(text.text) <= 60}
    headings |= {_bare(plain(section.title).text) for section in outline.sections}
    aside = {
        block
        for section in outline.sections
        if section.about in ("overview", "glossary", "contents")
        for block in range(section.first, section.end)
    }
    whole = "\n".join(text.text for block, text in texts if block not in aside)[:_MOST_TEXT]
    fits = []
    for form in _candidates(year):
        titles = _titles(form)
        share = sum(title in headings for title in titles) / len(titles)
        if share >= _TITLES_NEEDED:
            fits.append(_Fit(form=form, titles=share, words=frozenset(w for w in _wording(form) if w in whole)))
    winners = [
        fit
        for fit in fits
        if len(fit.words) >= (_WORDING_ELSEWHERE if _elsewhere(fit.form, department) else _WORDING_NEEDED)
        and all(_beats(fit, other, department) for other in fits if other is not fit)
    ]
    return winners[0].form if len(winners) == 1 else None


def _beats(one: _Fit, other: _Fit, department: str | None) -> bool:
    """Whether the document has clearly more of the words that only one of two forms has."""
    own = len(one.words - _wording(other.form))
    others = len(other.words - _wording(one.form))
    if own != others:
        return own >= 2 * others and own - others >= 2
    if one.titles != other.titles:
        return one.titles > other.titles
    return bool(department) and str(department).startswith(one.form.name)


def _elsewhere(form: Jurisdiction, department: str | None) -> bool:
    """Whether the name of the department begins with another province than that of the form."""
    own, other = _PROVINCES.match(form.name), _PROVINCES.match(department or "")
    return own is not None and other is not None and own[0] != other[0]


def _candidates(year: int | None) -> Iterator[Jurisdiction]:
    known = [form for form in jurisdictions() if form.has_narrative]
    for name in sorted({form.id for form in known}):
        try:
            form = form_of(name, 9999 if year is None else year)
        except InvalidInputError:
            continue
        if form.has_narrative:
            yield form


def _bare(title: str) -> str:
    return re.sub(r"[.…·]{2,}[0-9]*$", "", _NUMBER.sub("", title)).rstrip("。：")


@cache
def _titles(form: Jurisdiction) -> tuple[str, ...]:
    return tuple(_bare(plain(section.title).text) for section in form.outline.sections)


@cache
def _wording(form: Jurisdiction) -> frozenset[str]:
    """What stands between the slots of the form's sentences, as far as it is long enough to be told apart."""
    sources = [variant.source for variants in form.form.sentences.values() for variant in variants]
    sources += [variant.source for _, variants in form.form.phrases.values() for variant in variants]
    parts = (part for source in sources for part in _SLOTS.split(plain(source.replace("[", "|")).text))
    return frozenset(part for part in parts if len(part) >= 5)
