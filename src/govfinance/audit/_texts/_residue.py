"""What a blank form leaves behind in a document: placeholders, alternatives nobody decided, instructions, prompts."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Final

from govfinance.audit._plain import plain
from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._texts._context import Context, Paragraph, verdict_of
from govfinance.document import Place

__all__ = ["RULES", "check_residues"]


def _rule(code: str, severity: Severity, zh: str, en: str) -> Rule:
    return Rule(
        code=code,
        kind="template_residue",
        severity=severity,
        zh=zh,
        en=en,
        ground_zh="公开文本应按格式填写完整，格式中的占位符、选择项、填写说明和提示语不得保留",
        ground_en="a published text has the form filled in: its placeholders, alternatives and instructions are gone",
    )


_PLACEHOLDER = _rule("placeholder-left", Severity.ERROR, "占位符未填写", "a placeholder was not filled in")
_CHOICE = _rule("choice-left", Severity.ERROR, "选择项未选定", "alternatives were not decided")
_INSTRUCTION = _rule("instruction-left", Severity.ERROR, "填写说明未删除", "an instruction of the form was left in")
_LETTER = _rule("letter-placeholder-left", Severity.ERROR, "代称未替换", "a letter stands in for a name")
_DOUBLED = _rule("label-doubled", Severity.ERROR, "标签重复", "a label stands twice")
_PROMPT = _rule("prompt-left", Severity.WARNING, "提示语未改写", "a prompt was left as the text")
_HIDDEN = _rule("name-hidden", Severity.INFO, "名称以代号隐去", "a name is hidden behind signs")
RULES: Final = (_PLACEHOLDER, _CHOICE, _INSTRUCTION, _LETTER, _DOUBLED, _PROMPT, _HIDDEN)

_X: Final = r"(?<![A-Za-z0-9×ＸX])(?:[XＸ×xｘ]{2,12}|(?<=[\u4e00-\u9fff])[XＸ])"
_RUN: Final = r"(?<![A-Za-z0-9×Ｘ])(?:[XＸ]{2,40}|×{2,40}|x{2,40})(?![A-Za-z0-9])"
_UNITS: Final = r"(?:\.[XＸ×x]{1,4})?(?:个百分点|万元|亿元|元|%|个|辆|人次|人|批次|批|台|套|项|分(?!别))"
_WORD: Final = r"(?:增加|减少|增长|下降|上升|降低|提高|大于|小于|高于|低于|超过|持平|等于)"

_SIGNS: Final = re.compile("[XＸ×xｘ]|某某")
_UNDECIDED: Final = r"大（?小）?于|高（?低）?于|(?:增（减）|升（降）)(?=[0-9X×Ｘ_])|(?<![所有])(?:增加减少|增长下降|上升下降)(?=[0-9X×Ｘ_]|的?(?:主要)?原因)"
"""Both words of a form run together, or one of them in brackets: 决算数大小于预算数, 大（小）于."""
_CHOICE_HINT: Final = re.compile(rf"[（/／或者](?:[/／、或]|或者)?{_WORD}|{_UNDECIDED}")
_FIGURE: Final = re.compile(rf"{_X}{_UNITS}|(?:20)?(?<![A-Za-z×XＸ])[XＸ×x]{{2}}年(?:度|末|初|[0-9XＸ×x]{{1,2}}月)")
_STANDS_FOR: Final = re.compile(
    rf"{_RUN}(?=局|部门|（单位）|单位|厅|委员会|委|中心|研究所|（类）|（款）|（项）|区|市|省|县|镇|街道)|某某(?=局|部门|单位|厅|委)"
)
_FREE: Final = re.compile(rf"(?:原因|用于|包括|主要是|为|[：是])(?P<run>{_RUN})|{_RUN}")
_BLANK: Final = re.compile(r"(?<![A-Za-z0-9/._-])[_＿]{2,40}(?![A-Za-z0-9/._-])")
_CHOICES: Final = re.compile(
    rf"{_WORD}（(?:[/／、]|或者?)?{_WORD}(?:(?:[/／、]|或者?){_WORD}){{0,3}}）"
    rf"|（{_WORD}(?:(?:[/／]|或者?){_WORD}){{1,3}}）"
    rf"|{_WORD}(?:[/／]{_WORD}){{1,3}}(?=[0-9X×Ｘ_]|原因|的|万元)"
    rf"|{_WORD}或者?{_WORD}(?=[0-9X×Ｘ_])"
    rf"|{_UNDECIDED}"
)
_INSTRUCTIONS: Final = re.compile(
    r"作(?:下述|如下)说明[：:，。]|[（(]?如(?:果)?持平[，]?(?:则)?作持平表述|不涉及的(?:不列|不填|可删|请删)|按上述格式依次说明"
    r"|[（(](?:请)?(?:按|根据|结合)?(?:本?(?:部门|单位))?(?:照)?实际(?:情况)?(?:据实)?(?:填写|填列|表述|描述|修改|增减|说明)"
    r"|由主管部门根据[“]?三定|列明公务(?:用车购置数量|接待批次)|[（(]制度名称[）)]|但不列举主要内容，以下同"
    r"|仅有一个单位的部门，本部分内容|[（(](?:此处|此部分|本部分|该部分|本段)[^。；（）]{0,16}(?:填|说明|删除|描述|列|补充)"
    r"|此处(?:填写|填列|填入|描述|补充)|仍保留该表格式"
    r"|请(?:各)?(?:部门|单位)?(?:根据|结合|按照|按|参照|对照|在此|据实|如实|自行)[^。；，（）]{0,24}"
    r"(?:填写|填列|说明|补充|列明|修改|选择|删除|编写|撰写|描述)"
    r"|[（(](?:若|如)(?:无|没有|不涉及|有)[^。；（）]{0,12}(?:删除|不填|填写|则|请|可不|说明|注明)"
    r"|[（(](?:参考)?(?:模板|样表|样例|范例)[）)]|参考模板"
)
_BRACKETS: Final = re.compile(r"【([^【】]{0,60})】")
_BRACKET_PROMPT: Final = re.compile(r"填|说明|选择|请|如有|如无|[XＸ×]{2}|名称|金额|删除|^$|^[\s_]*$")
_IF_ANY: Final = re.compile(r"（(?:如有|若有|如涉及)）")
_LETTERS: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-DXＸ](?:项目|部门|单位)(?=部门评价|绩效|评价|自评|为例|报告|支出|概况|20[0-9]{2})"
)
_LABEL_TWICE: Final = re.compile(
    r"(下一步改进措施|发现的主要问题及原因|项目绩效目标完成情况|变动原因|主要原因|差异原因)：\1(?!是|为|包括|有|如下|主要|在于)"
)
_PROMPTS: Final = re.compile(r"项目立项、实施(?:中)?存在(?:的)?问题、资金管理使用(?:中)?存在(?:的)?问题")
_ELLIPSIS: Final = re.compile(r"(?<=[\u4e00-\u9fff])(?:……|…|\.{3,6}|。{3,6})(?=[\u4e00-\u9fff（])")


def check_residues(context: Context) -> Iterator[Finding]:
    """What is left of the blank form, one finding for a clause."""
    for paragraph in context.paragraphs:
        yield from _distinct(_in_paragraph(context, paragraph))
    yield from _in_tables(context)


def _distinct(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Without those whose clause has a graver one already."""
    seen: deque[Finding] = deque(maxlen=40)
    for one in findings:
        if not any(one.quote in other.quote or other.quote in one.quote for other in seen):
            seen.append(one)
            yield one


def _in_paragraph(context: Context, paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.text
    overview = paragraph.zone in ("overview", "contact")
    if paragraph.zone != "tables" and _CHOICE_HINT.search(text) is not None:
        for found in _CHOICES.finditer(text):
            if overview or paragraph.zone == "glossary":
                continue
            yield context.finding(
                _CHOICE,
                paragraph,
                found.span(),
                zh=f"“{found[0]}”是格式中的选择项，应只保留其一",
                en=f"{found[0]} are alternatives of the form, of which one had to be kept",
            )
    for found in _INSTRUCTIONS.finditer(text):
        yield context.finding(
            _INSTRUCTION,
            paragraph,
            found.span(),
            zh=f"“{found[0]}”是格式的填写说明，应予删除",
            en=f"{found[0]} is an instruction of the form and had to be removed",
        )
    if _SIGNS.search(text) is not None:
        yield from _placeholders(context, paragraph, overview)
    for found in _BLANK.finditer(text):
        yield _placeholder(context, paragraph, found.span(), None if paragraph.audited else Severity.INFO)
    yield from _words(context, paragraph)


def _placeholders(context: Context, paragraph: Paragraph, overview: bool) -> Iterator[Finding]:
    text = paragraph.text
    for found in _FIGURE.finditer(text):
        free = overview or context.in_reason(paragraph, found.start())
        yield _placeholder(context, paragraph, found.span(), Severity.WARNING if free else None)
    for found in _STANDS_FOR.finditer(text):
        free = overview or context.in_reason(paragraph, found.start())
        yield _placeholder(
            context, paragraph, found.span(), Severity.WARNING if free and not paragraph.heading else None
        )
    for found in _FREE.finditer(text):
        group = "run" if found["run"] else 0
        whole = found["run"] is not None and _ends(text, found.end())
        hidden = overview or (context.in_reason(paragraph, found.start()) and not whole)
        if hidden or not whole:
            yield context.finding(
                _HIDDEN,
                paragraph,
                found.span(group),
                zh=f"“{found[group]}”隐去了名称，或是未填写的占位符",
                en=f"{found[group]} hides a name, or is a placeholder",
                severity=Severity.WARNING if paragraph.audited and not overview else None,
            )
        else:
            yield _placeholder(context, paragraph, found.span(group), None)


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in "。，；、（收"


def _placeholder(context: Context, paragraph: Paragraph, span: tuple[int, int], severity: Severity | None) -> Finding:
    shown = paragraph.text[span[0] : span[1]]
    return context.finding(
        _PLACEHOLDER,
        paragraph,
        span,
        zh=f"“{shown}”是格式中的占位符，没有填写",
        en=f"{shown} is a placeholder of the form that was not filled in",
        severity=severity,
    )


def _stands_for_nothing(context: Context, found: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether no project of the document is called by the letter: one might be."""
    letter = found[0][0]
    named = (f"“{letter}”", f"{letter}项目自评", f"{letter}项目绩效自评")
    return paragraph.zone != "overview" and not any(
        name in other.text for other in context.paragraphs if other.about == "performance" for name in named
    )


def _words(context: Context, paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.text
    for found in _BRACKETS.finditer(text):
        if _BRACKET_PROMPT.search(found[1]) is not None and paragraph.zone != "overview":
            yield context.finding(
                _INSTRUCTION,
                paragraph,
                found.span(),
                zh=f"“{found[0]}”是格式的提示，没有改写",
                en=f"{found[0]} is a prompt of the form that was not replaced",
            )
    for found in _LETTERS.finditer(text):
        yield context.finding(
            _LETTER,
            paragraph,
            found.span(),
            zh=f"“{found[0]}”是格式中的代称，应写明名称",
            en=f"{found[0]} stands in for a name that had to be written",
            severity=None if _stands_for_nothing(context, found, paragraph) else Severity.WARNING,
        )
    for found in _LABEL_TWICE.finditer(text):
        yield context.finding(
            _DOUBLED,
            paragraph,
            found.span(),
            zh=f"“{found[1]}”重复",
            en=f"{found[1]} stands twice",
            expected=f"{found[1]}：",
            quote=(found.start(), min(len(text), found.end() + 12)),
            severity=Severity.WARNING if found[1].endswith("动原因") or found[1] in ("主要原因", "差异原因") else None,
        )
    if not paragraph.audited:
        return
    for found in _PROMPTS.finditer(text):
        yield context.finding(
            _PROMPT,
            paragraph,
            found.span(),
            zh="这是格式的提示语，没有写明具体问题",
            en="this is the prompt of the form; no problem is named",
        )
    for found in _IF_ANY.finditer(text):
        yield context.finding(
            _INSTRUCTION,
            paragraph,
            found.span(),
            zh=f"“{found[0]}”是格式的说明",
            en=f"{found[0]} is a note of the form",
            severity=Severity.WARNING,
        )
    for found in _ELLIPSIS.finditer(text):
        before = text[max(0, found.start() - 400) : found.start()]
        if "包括：" in before or "其中：" in before:
            yield context.finding(
                _PLACEHOLDER,
                paragraph,
                found.span(),
                zh="列举中的省略号没有改写为具体内容",
                en="the list is left open as in the form",
                severity=Severity.WARNING,
            )


_CELL_HINT: Final = re.compile("[XＸ×xｘ]|说明|格式")
_CELL: Final = re.compile(rf"{_X}{_UNITS}|{_RUN}(?=局|部门|单位|厅|委|中心|研究所)|作下述说明|仍保留该表格式")


def _in_tables(context: Context) -> Iterator[Finding]:
    for number, table in context.document.tables():
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                if len(cell) > 2_000 or _CELL_HINT.search(cell) is None:
                    continue
                text = plain(cell)
                found = _CELL.search(text.text)
                if found is None:
                    continue
                start, end = text.span(*found.span())
                place = Place(block=number, start=start, end=end, row=row, column=column)
                yield Finding(
                    rule=_PLACEHOLDER,
                    verdict=verdict_of(_PLACEHOLDER),
                    place=place,
                    section=context.title_of(context.outline.at(number)),
                    page=context.document.page_of(place),
                    quote=cell.strip(),
                    printed=found[0],
                    zh=f"表中“{found[0]}”是格式中的占位符或说明，没有改写",
                    en=f"{found[0]} in the table is a placeholder or an instruction of the form",
                )
