"""The words of a report that people read, in both languages; what is not known is shown as its code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from govfinance.audit._report import AuditReport, Severity
from govfinance.calc import Verdict
from govfinance.errors import Lang

__all__ = ["counts", "heading", "kind", "note", "page", "severity", "skipped", "tr", "verdict", "why"]

_Words = Mapping[str, tuple[str, str]]

_KINDS: Final[_Words] = MappingProxyType(
    {
        "arithmetic": ("arithmetic", "金额计算"),
        "rate_recompute": ("rate", "比率重算"),
        "zero_base": ("rate on a base of zero", "基数为零"),
        "wrong_direction": ("direction", "增减方向"),
        "text_vs_table": ("text and table", "文表不符"),
        "text_vs_text": ("text and text", "前后不一"),
        "table_vs_table": ("table and table", "表间不符"),
        "within_table_sum": ("sum within a table", "表内合计"),
        "list_vs_table": ("list and table", "列举与表不符"),
        "classification_name_mismatch": ("classification", "科目名称"),
        "department_name_inconsistent": ("department's name", "部门名称"),
        "year_inconsistent": ("year", "年度"),
        "missing_percent_sign": ("percent sign", "缺百分号"),
        "missing_unit": ("unit", "缺单位"),
        "template_residue": ("residue of the form", "模板残留"),
        "missing_section": ("section missing", "缺少内容"),
        "explanation_conflict": ("explanation", "原因矛盾"),
        "punctuation": ("punctuation", "标点"),
        "wording": ("wording", "措辞"),
        "joint": ("joint proof", "联合矛盾"),
        "against": ("true figures", "与真实数据不符"),
    }
)
_SEVERITIES: Final = MappingProxyType(
    {Severity.ERROR: ("error", "错误"), Severity.WARNING: ("warning", "存疑"), Severity.INFO: ("note", "提示")}
)
_VERDICTS: Final = MappingProxyType(
    {
        Verdict.INCONSISTENT: ("cannot be true", "不成立"),
        Verdict.ROUNDING: ("rounding", "尾差"),
        Verdict.UNVERIFIABLE: ("not checked", "未核对"),
        Verdict.CONSISTENT: ("consistent", "成立"),
    }
)
_WHY: Final[_Words] = MappingProxyType(
    {
        "reason": ("in free words", "文字说明中的数字"),
        "ordinal": ("an ordinal", "序号"),
        "date": ("a date", "日期"),
        "name": ("part of a name", "名称中的数字"),
        "overview": ("outside of what is audited", "不属审核部分"),
        "unknown": ("not understood", "未能识别"),
    }
)
_NOTES: Final[_Words] = MappingProxyType(
    {
        "image-without-text": ("an image without text, which was not read", "图像没有文字，未能读取"),
        "hidden-sheet": ("a hidden sheet, which was not read", "隐藏的工作表，未读取"),
        "formula-without-value": ("a formula whose value was not saved", "公式未保存计算结果，未能读取"),
    }
)


def tr(lang: Lang, en: str, zh: str) -> str:
    """The one of two texts that is in the language."""
    return zh if lang == "zh" else en


def kind(name: str, lang: Lang) -> str:
    """A kind of finding in words."""
    return tr(lang, *_KINDS.get(name, (name, name)))


def severity(one: Severity, lang: Lang) -> str:
    """A severity in words."""
    return tr(lang, *_SEVERITIES[one])


def verdict(one: Verdict, lang: Lang) -> str:
    """A verdict in words."""
    return tr(lang, *_VERDICTS[one])


def why(code: str, lang: Lang) -> str:
    """In words, why a number was compared with nothing."""
    return tr(lang, *_WHY.get(code, (code, code)))


def note(text: str, lang: Lang) -> str:
    """What of a file could not be read: a code, after a colon where.

    >>> note("image-without-text:7", "en")
    'an image without text, which was not read (7)'
    """
    code, _, where = text.partition(":")
    words = tr(lang, *_NOTES.get(code, (code, code)))
    return words + (tr(lang, f" ({where})", f"（{where}）") if where else "")


def skipped(one: tuple[str, str, str], lang: Lang) -> str:
    """In words, why a check could not run."""
    return one[1] if lang == "zh" else one[2]


def page(number: int | None, lang: Lang) -> str:
    """A page in words; nothing where there are none."""
    return "" if number is None else tr(lang, f"page {number}", f"第{number}页")


def heading(report: AuditReport, lang: Lang) -> str:
    """Whose document it is, of which year, in which form, as far as that is known."""
    year = "" if report.year is None else tr(lang, str(report.year), f"{report.year}年度")
    known = [part for part in (report.department or "", year, report.jurisdiction or "") if part]
    return " · ".join(known) or tr(lang, "department not recognised", "未识别部门")


def counts(report: AuditReport, lang: Lang) -> str:
    """How many findings of each severity there are.

    >>> from govfinance.document import PublishedDocument
    >>> counts(AuditReport(document=PublishedDocument()), "en")
    'nothing found that cannot be true'
    """
    parts: list[str] = []
    for one in Severity:
        number = sum(finding.severity is one for finding in report.findings)
        if number:
            name = severity(one, lang)
            parts.append(tr(lang, f"{number} {name}{'s' if number > 1 else ''}", f"{number} 处{name}"))
    if not report.errors:
        if report.coverage.seen and not report.coverage.checked:
            parts.insert(0, tr(lang, "nothing could be compared", "没有可以核对的内容"))
        else:
            parts.insert(0, tr(lang, "nothing found that cannot be true", "未发现不成立之处"))
    return tr(lang, ", ", "，").join(parts)
