"""What people wrote, put together: one text where all say the same, else each with the name of its unit."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from govfinance.consolidate._view import View
from govfinance.model import Remarks

__all__ = ["merged_remarks", "merged_text", "same_for_all"]

T = TypeVar("T", bound=Hashable)


def merged_text(texts: Iterable[tuple[str, str | None]]) -> str | None:
    """The text that all units have that have one; else ``单位：文`` joined by ``；``, in the order given.

    >>> merged_text([("甲", "人员增加。"), ("乙", None), ("丙", "项目结束。")])
    '甲：人员增加；丙：项目结束'
    """
    written = [(unit, text) for unit, text in texts if text is not None]
    if len({text for _, text in written}) <= 1:
        return written[0][1] if written else None
    return "；".join(f"{unit}：{text.rstrip().removesuffix('。')}" for unit, text in written)


def merged_remarks(views: Sequence[View]) -> Remarks:
    """The remarks of all units, topic by topic."""
    topics = {topic for view in views for topic in view.accounts.remarks.texts}
    merged = {
        topic: merged_text((view.name, view.accounts.remarks.get(topic)) for view in views) for topic in sorted(topics)
    }
    return Remarks({topic: text for topic, text in merged.items() if text is not None})


def same_for_all(values: Iterable[T], otherwise: T) -> T:
    """What all units have alike; else what is there when nothing is said."""
    found = list(values)
    return found[0] if all(value == found[0] for value in found) else otherwise
