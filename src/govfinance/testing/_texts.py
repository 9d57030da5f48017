"""Strategies for what people write: names, and reasons with everything in them that people put there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["department_names", "project_names", "remark_texts", "texts"]


def _pool(*lines: str) -> tuple[str, ...]:
    """The entries of a few lines; two spaces stand between two of them."""
    return tuple(entry for line in lines for entry in line.split("  "))


_PLACES: Final = ("赤峰市", "内蒙古自治区", "上海市普陀区", "某某县", "")
_ORGANS: Final = _pool(
    "司法局  财政局  市场监督管理局（知识产权局）  人民代表大会常务委员会办公室  12345热线办",
    "第二中学  强制隔离戒毒所  “八一”希望小学  局",
)
_PROJECTS: Final = _pool(
    "“八五”普法经费  办案业务费  2023年中央政法纪检监察转移支付资金  法律援助  信息化建设（二期）  培训项目",
    "设备购置-执法记录仪  A  社区矫正待遇保障总金",
)
_PHRASES: Final = _pool(
    "人员增加  项目减少  落实过“紧日子”的要求，压减一般性支出  与上年决算相比有所增加  因新冠肺炎疫情  无",
    "预算执行率为98.5%  增长２６．７３％  减少1,234.56万元  2023年12月31日  （一）本级；（二）下属单位",
    "3+2-1×4÷5=4.2  =SUM(A1:A9)  100元/人·天  C:\\文件  1、2、3  1. 第一  - 10",
    "<b>加粗</b>  &lt;  **重点**  _下划线_  `代码`  [链接](http://x)  | 表 |  # 标题  ~~删除~~  !",
    "{name}  {0}  [可选]  <写|读>  %s  $x$  《办法》  ‘单’  '单'  \"双\"  “双”  ——  …  、",
    "其中：  变动原因：  占  万元  年  é  😀  𠮷  ㎡  ①  \u200b",
)
_JOINTS: Final = ("", "。", "；", "，", "：", "、", " ", "\u3000", "\u00a0")

# No control characters (Cc), no halves of characters (Cs); no white space here: it stands between the words.
_CHARACTERS: Final = st.characters(exclude_categories=("C", "Z"))


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    return "".join(word + joint for word, joint in parts[:-1]) + parts[-1][0]


@cache
def texts() -> SearchStrategy[str]:
    """Reasons and other free texts, in one line: markup, quotes, formulas, numbers, punctuation; some are long.

    There is no white space at their ends, and no control character.

    >>> from hypothesis import find
    >>> find(texts(), lambda text: "。" in text and len(text) > 5)
    '人员增加。人员增加'
    """
    word = st.sampled_from(_PHRASES) | st.text(_CHARACTERS, min_size=1, max_size=12)
    parts = st.lists(st.tuples(st.sampled_from(_PHRASES), st.sampled_from(_JOINTS)), min_size=1, max_size=5)
    long = st.sampled_from(_PHRASES).map(lambda phrase: f"{phrase}，" * 60 + phrase)
    return parts.map(_joined) | word | long


@cache
def remark_texts() -> SearchStrategy[str]:
    """As `texts`, as people type them into a field: with line feeds, indents, and with a full stop or without one."""
    edges = st.sampled_from(["", "", "", "\n", " ", "\u3000\u3000"])
    stops = st.sampled_from(["", "", "。", "；", "。\n", "\u3000。"])
    return st.tuples(edges, texts(), stops, edges).map("".join) | st.lists(texts(), min_size=2, max_size=3).map(
        "\n".join
    )


@cache
def department_names() -> SearchStrategy[str]:
    """Names of departments and units."""
    return st.tuples(st.sampled_from(_PLACES), st.sampled_from(_ORGANS)).map("".join)


@cache
def project_names() -> SearchStrategy[str]:
    """Names of projects."""
    return st.sampled_from(_PROJECTS)
