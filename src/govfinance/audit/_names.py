"""Where a document says whose accounts it is about and of which year: titles, and the openings of its sentences.

>>> [(one.name, one.year) for one in mentions("上海市某某区财政局2024年度收入支出总计10.00万元。")]
[('上海市某某区财政局', 2024)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from attrs import frozen

__all__ = [
    "ORDINAL",
    "Mention",
    "MentionKind",
    "is_organisation",
    "may_be_name",
    "mentions",
    "misspelt",
    "name_key",
    "same_name",
]

MentionKind: TypeAlias = Literal["title", "opening", "assets", "overview"]

ORDINAL: Final = (
    r"(?:第[一二三四五六七八九十0-9]{1,3}部分|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）"
    r"|[0-9]{1,2}[.、](?![0-9]))"
)
"""The number of a heading or of an item, in text without white space."""

_NAME: Final = r"[0-9\u4e00-\u9fff·“”（）]{3,40}?"
_YEAR: Final = r"(?P<year>20[0-9]{2})年(?:度|(?=部门|单位|决算|“三公”))"
_SAID: Final = (
    r"(?=收入|支出|收、支|本年|财政拨款|一般公共预算|政府性基金|国有资本|“三公”|无|没有|机构运行|机关运行|政府采购"
    r"|预算绩效|在决算中|基本支出|项目支出|部门决算|单位决算)"
)
_OPENING: Final = re.compile(rf"(?:^|(?<=。))(?:{ORDINAL}){{0,2}}(?P<name>{_NAME})(?P<year>20[0-9]{{2}})年度{_SAID}")
_ASSETS: Final = re.compile(
    rf"(?:^|(?<=。))(?:(?P<before>{_NAME}))?截至(?P<year>20[0-9]{{2}})年12月31日，(?:(?P<after>{_NAME})共有车辆)?"
)
_TITLES: Final = (
    re.compile(
        rf"^(?:附件[0-9]?：?)?(?:{ORDINAL})?(?P<name>{_NAME}){_YEAR}(?:（汇总）)?(?P<level>部门|单位)?(?:汇总)?决算"
    ),
    re.compile(
        rf"^(?:附件[0-9]?：?)?(?:{ORDINAL})?(?P<year>20[0-9]{{2}})年度?(?P<name>{_NAME})(?P<level>部门|单位)?决算"
    ),
    re.compile(rf"^(?:附件[0-9]?：?)?(?:{ORDINAL})?{_YEAR}(?P<level>部门|单位)决算"),
)
_OVERVIEW: Final = re.compile(rf"^(?:第[一1]部分)(?P<name>{_NAME})(?:部门|单位)?(?:基本)?概况")
_LEADERS: Final = re.compile(r"[.…·•]{2,}[0-9]{0,3}$")

_NO_NAME: Final = re.compile(
    r"^(?:第[一二三四五六七八九十]|[0-9]{4}年|与|比|较|其中|根据|经|按照?|对|从|由于|因|主要|组织|以|为|关于|截至|本(?:年|部门|单位|局|院|校|委|中心)|"
    r"我(?:局|部门|单位|院|校|委|办|中心|厅|市|区|县)|(?:一般公共|政府性|国有资本|财政拨款|“三公”|机构运行|机关运行))"
)
_ORGANISATION: Final = re.compile(
    r"(?:局|厅|委|办|部|院|中心|所|站|学校|中学|小学|大学|分校|园|馆|队|处|会|府|政协|社|场|台|基地|段|库|团|室|公司|乡"
    r"|镇|街道|联|署|关|庭|党校|校|总工会|工会|支部|科|组|企业|集团|协作区|新区|开发区|管委会)$"
)
_ASIDE: Final = re.compile(r"(?:（[^（）]{1,30}）)$")
_LEVELS: Final = re.compile(r"(?:（(?:部门|单位|本级|汇总|机关|部门汇总|单位汇总)）|本级|部门|单位)$")
_CITY: Final = re.compile(r"^(?:中共|中国共产党)?")


@frozen(kw_only=True)
class Mention:
    """A name and a year as they stand in the text without white space, each with its span; None where there is none."""

    kind: MentionKind
    name: str | None = None
    name_span: tuple[int, int] | None = None
    year: int | None = None
    year_span: tuple[int, int] | None = None
    level: str = ""


def mentions(text: str) -> Iterator[Mention]:
    """What one paragraph, without its white space, says of the department and the year."""
    title = _title(text) if len(text) <= 80 and "。" not in text else None
    if title is not None:
        yield title
        return
    for found in _OPENING.finditer(text):
        if may_be_name(found["name"]):
            yield _mention("opening", found, "name")
    for found in _ASSETS.finditer(text):
        group = "after" if found["after"] else "before"
        yield _mention("assets", found, group if found[group] and may_be_name(found[group]) else "")


def _title(text: str) -> Mention | None:
    text = _LEADERS.sub("", text)
    for pattern in _TITLES:
        found = pattern.match(text)
        if found is None:
            continue
        group = "name" if "name" in pattern.groupindex else ""
        if group and not may_be_name(found["name"]):
            continue
        return _mention("title", found, group)
    found = _OVERVIEW.match(text)
    if found is not None and may_be_name(found["name"]):
        return Mention(kind="overview", name=name_key(found["name"]), name_span=found.span("name"))
    return None


def _mention(kind: MentionKind, found: re.Match[str], group: str) -> Mention:
    name = found[group] if group else None
    level = found.groupdict().get("level") or ("部门" if name is not None and name.endswith("（部门）") else "")
    return Mention(
        kind=kind,
        name=None if name is None else name_key(name),
        name_span=found.span(group) if group else None,
        year=int(found["year"]),
        year_span=found.span("year"),
        level=level,
    )


def may_be_name(text: str) -> bool:
    """Whether words before a year may be the name of a department, and not the beginning of a sentence."""
    return is_organisation(name_key(text)) and _NO_NAME.match(text) is None


def is_organisation(name: str) -> bool:
    """Whether a name ends as those of departments and units do.

    >>> is_organisation("甲县司法局"), is_organisation("收入支出")
    (True, False)
    """
    return len(name) >= 3 and _ORGANISATION.search(_ASIDE.sub("", name)) is not None


def name_key(name: str) -> str:
    """The name without what only says of which accounts it is.

    >>> name_key("甲县司法局（部门）"), name_key("甲县司法局本级"), name_key("甲县司法局部门")
    ('甲县司法局', '甲县司法局', '甲县司法局')
    """
    for _ in range(3):
        shorter = _LEVELS.sub("", name)
        if shorter == name or not shorter:
            break
        name = shorter
    return name


def same_name(one: str, other: str) -> bool:
    """Whether two names may be of the same department: one is the other, or an abbreviation of it.

    >>> same_name("上海市甲区财政局", "甲区财政局"), same_name("上海市甲区财政局", "上海市甲区教育局")
    (True, False)
    """
    one, other = _CITY.sub("", name_key(one)), _CITY.sub("", name_key(other))
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(char in rest for char in short)


_JOINING: Final = frozenset("和与及、的")


def misspelt(text: str, start: int, name: str) -> tuple[int, ...]:
    """Where what stands at ``start`` may end if it is the name but for one character: another, one less or one more.

    Nothing where it is the name itself, or the name with or without a 和.

    >>> misspelt("甲市乙去财政局2023年度", 0, "甲市乙区财政局"), misspelt("甲市区财政局2023年度", 0, "甲市乙区财政局")
    ((7,), (6,))
    >>> misspelt("甲市文化旅游局", 0, "甲市文化和旅游局"), misspelt("甲市教育局", 0, "甲市财政局")
    ((), ())
    """
    if text.startswith(name, start):
        return ()
    same = 0
    while text[start + same : start + same + 1] == name[same]:
        same += 1
    at, rest = start + same, name[same + 1 :]
    ends: list[int] = []
    if text.startswith(rest, at):
        if name[same] in _JOINING:
            return ()
        ends.append(at + len(rest))
    if _is_word(text[at : at + 1]):
        if text.startswith(rest, at + 1):
            ends.append(at + 1 + len(rest))
        if text.startswith(name[same:], at + 1) and text[at] not in _JOINING:
            ends.append(at + 1 + len(name) - same)
    return tuple(ends)


def _is_word(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
