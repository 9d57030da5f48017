"""Names as they are printed: what may differ between two spellings of the same name.

>>> comparable(" 因公出国(境) 费用（款）")
'因公出国（境）费用'
>>> split_printed("十八、自然资源海洋气象等支出（类）自然资源事务（款）")
Printed(name='自然资源事务', outer=('自然资源海洋气象等支出',), digits='')
>>> split_printed("2040601 行政运行")
Printed(name='行政运行', outer=(), digits='2040601')
"""

from __future__ import annotations

import re

from attrs import frozen

__all__ = ["Printed", "bare", "comparable", "split_printed"]

# Zero-width characters are no white space for str.split.
_SPELLING = str.maketrans({"(": "（", ")": "）"} | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff"))
_LEVEL = re.compile("（[类款项]）")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_ORDINAL = re.compile(
    "（?[一二三四五六七八九十百]+）?[、.．]|（[一二三四五六七八九十百0-9]+）|[0-9]+[、.．](?![0-9])|其中[：:]"
)
_CODE = re.compile("[0-9][0-9.-]*")
_AROUND = "：:，,。、；;"
_STRAIGHT = re.compile('"([^"]*)"')
_QUOTED = re.compile("“([^“”]*)”|《([^《》]*)》")


def _spelt(text: str) -> str:
    text = "".join(text.translate(_SPELLING).split())
    return _STRAIGHT.sub(r"“\1”", text) if '"' in text else text


def comparable(name: str) -> str:
    """The name without white space and a last （类）, （款） or （项）, with full-width parentheses and quotation marks."""
    text = _spelt(name)
    return text[:-3] if text.endswith(("（类）", "（款）", "（项）")) else text


def bare(name: str) -> str:
    """The name without its last 支出 or 等支出, which are often left out: 公共安全 for 公共安全支出.

    >>> bare("资源勘探工业信息等支出"), bare("公共安全支出"), bare("支出")
    ('资源勘探工业信息', '公共安全', '支出')
    """
    return name.removesuffix("支出").removesuffix("等") or name


@frozen
class Printed:
    """A name taken apart from what is printed around it."""

    name: str
    outer: tuple[str, ...]
    """The names of the 类 and the 款 before it, as in 公共安全支出（类）司法（款）行政运行（项）."""
    digits: str
    """Those of a code before it."""


def split_printed(text: str) -> Printed:
    """A name without the ordinal, the code and the outer names that are printed before it."""
    text = _spelt(text).strip(_AROUND).translate(_HALF_WIDTH)
    if quoted := _QUOTED.fullmatch(text):
        text = quoted[1] or quoted[2] or ""
    if ordinal := _ORDINAL.match(text):
        text = text[ordinal.end() :]
    digits = ""
    if code := _CODE.match(text):
        digits, text = "".join(filter(str.isdecimal, code[0])), text[code.end() :]
    *outer, name = [part for part in (part.strip(_AROUND) for part in _LEVEL.split(text)) if part] or [""]
    return Printed(name, tuple(outer), digits)
