"""What can be wrong with transfers, in both languages."""

from __future__ import annotations

from decimal import Decimal

from govfinance.calc import MEASURES, Measure
from govfinance.consolidate._transfers import TransferKind
from govfinance.errors import Problem

__all__ = ["beyond", "unequal", "which"]


def unequal(kind: TransferKind, measure: Measure, paid: Decimal, received: Decimal) -> Problem:
    """All is said to be inside, but the two sides differ."""
    nature, source = kind.nature.official, kind.source.official
    return Problem(
        "transfers-differ",
        f"expected what units paid and what units received to be the same, since all of it is inside, got {paid:,f}"
        f" ({nature}) and {received:,f} ({source}) in {MEASURES[measure]}",
        f"全部属于部门内部的，收付应相等，实际{MEASURES[measure]}{nature}合计 {paid:,f}，{source}合计 {received:,f}",
        f"expenditure.{kind.nature.key}.{measure}",
    )


def beyond(unit: str, path: str, has: Decimal | None, amount: Decimal) -> Problem:
    """A transfer is larger than the figure that it has to be part of."""
    shown, shown_zh = ("nothing supplied", "未提供") if has is None else (f"{has:,f}", f"{has:,f}")
    return Problem(
        "transfer-too-large",
        f"expected {unit} to have at least the transfers of {amount:,f} here, it has {shown}",
        f"{unit}此处应不小于内部收支 {amount:,f}，实际为 {shown_zh}",
        path,
    )


def which(unit: str, path: str, rows: tuple[str, ...]) -> Problem:
    """A transfer could be in several rows of a table, or in one that nothing tells."""
    among, among_zh = (f", one of {', '.join(rows)}", f"（{'、'.join(rows)} 之一）") if rows else ("", "")
    return Problem(
        "code-needed",
        f"expected the functional code under which {unit} has the transfer{among}",
        f"应给出{unit}列示该笔收支的功能分类科目{among_zh}",
        path,
    )
