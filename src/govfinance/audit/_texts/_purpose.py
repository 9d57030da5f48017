"""主要用于…等基本支出 of an item that is wholly 项目支出, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govfinance.audit._report import Finding, Rule, Severity
from govfinance.audit._said import Nothing, Value
from govfinance.audit._texts._classification import code_of_item
from govfinance.audit._texts._context import Context

__all__ = ["RULES", "check_purposes"]

_NATURE: Final = Rule(
    code="purpose-names-other-nature",
    kind="text_vs_table",
    severity=Severity.WARNING,
    zh="用途所称支出性质与决算表不符",
    en="the purpose names the other nature of expenditure",
    ground_zh="一般公共预算财政拨款支出决算表中该项全部为另一性质的支出",
    ground_en="the table has the item wholly as expenditure of the other nature",
)
RULES: Final = (_NATURE,)

_PURPOSE: Final = re.compile(r"主要用于：?[^。；]{0,120}?(?P<nature>基本支出|项目支出)(?=[。；])")
_NAMES: Final = {"基本支出": "basic", "项目支出": "project"}


def check_purposes(context: Context) -> Iterator[Finding]:
    """Purposes of items against the columns of the table of the general public budget."""
    values: dict[str, tuple[int, int]] = {}
    nothing: set[str] = set()
    for claim in context.claims:
        if isinstance(claim, Value) and claim.measure == "actual" and claim.place.row is not None:
            values[claim.subject] = (claim.number.low, claim.number.high)
        elif isinstance(claim, Nothing) and claim.place.row is not None:
            nothing.add(claim.subject)
    if not values:
        return
    for paragraph in context.paragraphs:
        found = _PURPOSE.search(paragraph.text) if paragraph.about == "general_public" else None
        code = None if found is None else code_of_item(context, paragraph.text[: found.start()])
        if found is None or code is None or ("项目支出" in found[0] and "基本支出" in found[0]):
            continue
        said = _NAMES[found["nature"]]
        other = "project" if said == "basic" else "basic"
        row = f"general_public/{code}"
        total, spent = values.get(f"{row}/total"), values.get(f"{row}/{other}")
        nil = values.get(f"{row}/{said}", (0, 0)) == (0, 0) or f"{row}/{said}" in nothing
        if total is None or spent is None or not nil or total != spent or total[0] <= 0:
            continue
        right = "项目支出" if said == "basic" else "基本支出"
        yield context.finding(
            _NATURE,
            paragraph,
            found.span("nature"),
            expected=right,
            zh=f"{code}在决算表中全部为{right}",
            en=f"the table has {code} wholly as {right}, the text says {found['nature']}",
            quote=found.span(),
        )
