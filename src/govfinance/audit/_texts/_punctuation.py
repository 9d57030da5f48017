"""Punctuation that cannot be right, and words that the form has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from govfinance.audit._names import ORDINAL
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._texts._context import Context, Paragraph
from govfinance.document import PublishedTable

__all__ = ["RULES", "check_punctuation"]


def _rule(code: str, kind: str, severity: Severity, zh: str, en: str, ground_zh: str, ground_en: str) -> Rule:
    return Rule(code=code, kind=kind, severity=severity, zh=zh, en=en, ground_zh=ground_zh, ground_en=ground_en)


_MARKS_ZH: Final = "国家标准《标点符号用法》（GB/T 15834）"
_MARKS_EN: Final = "the national standard for punctuation (GB/T 15834)"
_OPEN: Final = _rule(
    "paragraph-ends-open",
    "punctuation",
    Severity.WARNING,
    "段末标点有误",
    "a paragraph ends as if it went on",
    _MARKS_ZH,
    _MARKS_EN,
)
_TWICE: Final = _rule(
    "punctuation-doubled",
    "punctuation",
    Severity.WARNING,
    "标点重复",
    "two punctuation marks in a row",
    _MARKS_ZH,
    _MARKS_EN,
)
_UNBALANCED: Final = _rule(
    "brackets-unbalanced",
    "punctuation",
    Severity.WARNING,
    "括号或引号不成对",
    "a bracket or quotation mark without its other",
    _MARKS_ZH,
    _MARKS_EN,
)
_NO_STOP: Final = _rule(
    "full-stop-missing",
    "punctuation",
    Severity.INFO,
    "段末缺少句号",
    "a paragraph has no full stop",
    _MARKS_ZH,
    _MARKS_EN,
)
_BREAK: Final = _rule(
    "paragraph-broken",
    "punctuation",
    Severity.WARNING,
    "“原因：”后误分段",
    "the paragraph is broken after its label",
    "原因与其标签应在同一段",
    "a reason stands in the paragraph of its label",
)
_WORDING: Final = _rule(
    "wording-slip",
    "wording",
    Severity.INFO,
    "用语有误",
    "a slip of words",
    "固定句式的用语",
    "the wording of the standard sentences",
)
RULES: Final = (_OPEN, _TWICE, _UNBALANCED, _NO_STOP, _BREAK, _WORDING)

_MARK: Final = re.compile(rf"{ORDINAL}")
_CHAPTER: Final = re.compile(r"第[一二三四五六七八九十]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_DOUBLED: Final = re.compile(r"。[。，；、：]|，[，。；、：]|；[；，。、]|、[、，。；]|：[：，。；]")
_ENDS: Final = ("。", "；", "：", "？", "！", "")
_LABEL: Final = re.compile(r"原因(?:是|为)?：$")
_SENTENCE: Final = re.compile(r"[0-9](?:万元|%|辆|个)")
_NUMBERED: Final = re.compile(r"(?:^|(?<=[；。：，、]))[0-9一二三四五六七八九十]{1,3}）")
_PAIRS: Final = {"（": "）", "“": "”", "《": "》", "【": "】"}
_CLOSING: Final = {close: opening for opening, close in _PAIRS.items()}
_BRACKET: Final = re.compile("[（）“”《》【】]")

_WORDS: Final = (
    (re.compile(r"比(?:上年|去年|年初|20[0-9]{2}年度?)(?:决算|预算)?(?:数)?相比"), "与…相比", "比", "与"),
    (re.compile(r"决算支出(?=[0-9.,]{1,20}万元)"), "支出决算", "决算支出", "支出决算"),
    (re.compile(r"财政拨款收入[0-9.,]{1,20}万元，支出收入(?=[0-9])"), "支出", "支出收入", "支出"),
)


def check_punctuation(context: Context) -> Iterator[Finding]:
    """Ends of paragraphs, marks in a row, pairs, and slips of words of the narrative."""
    paragraphs = context.paragraphs
    for number, paragraph in enumerate(paragraphs):
        if paragraph.zone not in ("narrative", "glossary"):
            continue
        yield from _doubled(context, paragraph)
        if not _torn(paragraphs, number):
            yield from _pairs(context, paragraph)
        if paragraph.zone == "narrative" and not paragraph.heading:
            yield from _ending(context, paragraphs, number)
    yield from _slips(context)


def _ending(context: Context, paragraphs: Sequence[Paragraph], number: int) -> Iterator[Finding]:
    paragraph = paragraphs[number]
    text = paragraph.text
    following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
    if not text or (following is not None and _table_between(context, paragraph, following)):
        return
    tail = (max(0, len(text) - 28), len(text))
    if _LABEL.search(text) is not None:
        if following is not None and not following.heading and _MARK.match(following.text) is None:
            yield context.finding(
                _BREAK,
                paragraph,
                (len(text) - 1, len(text)),
                zh="“原因：”后另起一段，应与下文接排",
                en="the text after the label begins a new paragraph",
                quote=(max(0, len(text) - 40), len(text)),
                printed="",
            )
        return
    if following is not None and not _begins(following, paragraph):
        return
    last = text[-1]
    if last in "；，、" and _SENTENCE.search(text) is not None:
        yield context.finding(
            _OPEN,
            paragraph,
            (len(text) - 1, len(text)),
            expected="。",
            zh=f"本节到此结束，段末应为“。”，实际为“{last}”",
            en=f"the section ends here: expected 。, got {last}",
            quote=tail,
        )
    elif (last.isalnum() or last in "%）") and len(text) >= 20 and _SENTENCE.search(text) is not None:
        yield context.finding(
            _NO_STOP,
            paragraph,
            (len(text) - 1, len(text)),
            expected=f"{last}。",
            zh="段末缺少“。”",
            en="the paragraph has no full stop",
            quote=tail,
        )


def _begins(following: Paragraph, paragraph: Paragraph) -> bool:
    """Whether what follows is a heading that ends what came before."""
    if not following.heading:
        return False
    return following.section != paragraph.section or _CHAPTER.match(following.text) is not None


def _table_between(context: Context, one: Paragraph, other: Paragraph) -> bool:
    blocks = context.document.blocks[one.block + 1 : min(other.block, one.block + 50)]
    return any(isinstance(block, PublishedTable) for block in blocks)


def _doubled(context: Context, paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.text
    for found in _DOUBLED.finditer(text):
        if text[max(0, found.start() - 1) : found.end() + 1].count("。") >= 3:
            continue
        yield context.finding(
            _TWICE,
            paragraph,
            found.span(),
            expected="。" if "。" in found[0] else found[0][0],
            zh=f"标点“{found[0]}”重复",
            en=f"{found[0]} in a row",
            quote=(max(0, found.start() - 20), min(len(text), found.end() + 10)),
        )


def _torn(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether a paragraph may be a piece of a longer one: it, or the one before it, does not end as paragraphs do."""
    before = paragraphs[number - 1] if number else None
    if before is not None and not before.heading and before.text[-1:] not in _ENDS:
        return True
    return number + 1 < len(paragraphs) and paragraphs[number].text[-1:] not in _ENDS


def _pairs(context: Context, paragraph: Paragraph) -> Iterator[Finding]:
    """The first bracket or quotation mark of a paragraph that has no other; numbering such as 1） needs none."""
    text = paragraph.text
    numbering = {found.end() - 1 for found in _NUMBERED.finditer(text)}
    waiting: list[tuple[int, str]] = []
    wrong = -1
    for found in _BRACKET.finditer(text):
        at, mark = found.start(), found[0]
        if mark in _PAIRS:
            waiting.append((at, mark))
        elif waiting and waiting[-1][1] == _CLOSING[mark]:
            waiting.pop()
        elif at not in numbering:
            wrong = at
            break
    if wrong < 0 and waiting:
        wrong = waiting[-1][0]
    if wrong < 0:
        return
    yield context.finding(
        _UNBALANCED,
        paragraph,
        (wrong, wrong + 1),
        zh=f"“{text[wrong]}”没有与之成对的符号",
        en=f"{text[wrong]} has no counterpart",
        quote=(max(0, wrong - 20), min(len(text), wrong + 21)),
    )


def _slips(context: Context) -> Iterator[Finding]:
    """One finding for a slip, however often it is made."""
    for pattern, zh, _, right in _WORDS:
        places = [
            (paragraph, found)
            for paragraph in context.paragraphs
            if paragraph.audited
            for found in pattern.finditer(paragraph.text)
        ]
        if not places:
            continue
        paragraph, found = places[0]
        yield context.finding(
            _WORDING,
            paragraph,
            found.span(),
            expected=right,
            zh=f"“{found[0]}”应为“{zh}”" + (f"，共{len(places)}处" if len(places) > 1 else ""),
            en=f"expected {zh}, got {found[0]}" + (f" ({len(places)} times)" if len(places) > 1 else ""),
            quote=(found.start(), min(len(paragraph.text), found.end() + 20)),
            against=tuple(context.place(other, *one.span()) for other, one in places[1:50]),
        )
