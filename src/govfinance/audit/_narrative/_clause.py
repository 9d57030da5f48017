"""What has been said since the last comma: the words that the next number belongs to."""

from __future__ import annotations

from attrs import define

from govfinance.audit._said import Base, Number, Trend

__all__ = ["Change", "Clause"]


@define
class Clause:
    """The words of one clause, as far as they are read. Places are offsets in the plain text."""

    start: int
    subject: str = ""
    subject_start: int = -1
    subject_end: int = -1
    measure: str = ""
    count: str = ""
    trend: Trend | None = None
    trend_word: str = ""
    trend_start: int = -1
    trend_end: int = -1
    base: Base | None = None
    base_end: int = -1
    share: bool = False
    whole: str = ""
    execution: Base | None = None
    nothing: bool = False
    difference: bool = False
    year: int | None = None
    plain: bool = True
    """Whether all that is said is understood: no word stands in it that could make it something else."""
    said: bool = False
    """Whether a word with a meaning has been met; a name may stand before it."""


@define
class Change:
    """A comparison that is not complete yet: 增加2.55万元, 增长1.40%."""

    subject: str
    base: Base
    start: int
    end: int
    trend: Trend | None = None
    trend_span: tuple[int, int] | None = None
    amount: Number | None = None
    rate_trend: Trend | None = None
    rate_trend_span: tuple[int, int] | None = None
    rate: Number | None = None
