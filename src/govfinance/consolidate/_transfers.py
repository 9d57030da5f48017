"""Transfers between the units of one department, and what was eliminated because of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from typing import Any, Final, cast

from attrs import field, frozen

from govfinance.calc import MEASURES, Measure
from govfinance.codes import FunctionalCode, to_functional_code
from govfinance.errors import InvalidInputError, Problem
from govfinance.model import AmountLike, RevenueSource, SpendingNature
from govfinance.money import to_amount

__all__ = ["Elimination", "Remaining", "Share", "Transfer", "TransferKind"]


class TransferKind(Enum):
    """The two ways in which units of a department pay each other what is no 财政拨款.

    ``SUBSIDY``: the superior's 对附属单位补助支出 is the subordinate's 上级补助收入. ``PAYMENT``: the subordinate's 上缴上级支出
    is the superior's 附属单位上缴收入.
    """

    SUBSIDY = "subsidy"
    PAYMENT = "payment"

    @property
    def nature(self) -> SpendingNature:
        """The line of 本年支出 on which the payer has it."""
        return _LINES[self.value][0]

    @property
    def source(self) -> RevenueSource:
        """The line of 本年收入 on which the receiver has it."""
        return _LINES[self.value][1]


_LINES: Final = {
    "subsidy": (SpendingNature.SUBORDINATE_SUBSIDY, RevenueSource.SUPERIOR_SUBSIDY),
    "payment": (SpendingNature.SUPERIOR_PAYMENT, RevenueSource.SUBORDINATE_PAYMENT),
}


def _to_kind(value: TransferKind | str) -> TransferKind:
    try:
        return TransferKind(value)
    except ValueError:
        words = ", ".join(kind.value for kind in TransferKind)
        raise InvalidInputError(
            [Problem("not-one-of", f"expected one of {words}, got {value!r}", f"应为 {words} 之一，实际为 {value!r}")]
        ) from None


def _to_measure(value: Measure) -> Measure:
    if value in MEASURES:
        return value
    words = ", ".join(MEASURES)
    raise InvalidInputError(
        [Problem("not-one-of", f"expected one of {words}, got {value!r}", f"应为 {words} 之一，实际为 {value!r}")]
    )


def _to_positive(value: AmountLike) -> Decimal:
    amount = to_amount(value)
    if amount > 0:
        return amount
    raise InvalidInputError(
        [Problem("not-positive", f"expected more than zero, got {amount:f}", f"应大于零，实际为 {amount:f}")]
    )


def _to_code(value: FunctionalCode | str | None) -> FunctionalCode | None:
    return value if value is None or isinstance(value, FunctionalCode) else to_functional_code(value)


def _to_unit(value: str) -> str:
    given: object = value
    if isinstance(given, str) and given.strip():
        return given
    raise InvalidInputError(
        [Problem("not-a-text", f"expected the name of a unit, got {value!r}", f"应为单位名称，实际为 {value!r}")]
    )


_CONVERTERS: Final[dict[str, Callable[[Any], Any]]] = {
    "kind": _to_kind,
    "payer": _to_unit,
    "receiver": _to_unit,
    "amount": _to_positive,
    "measure": _to_measure,
    "expenditure_code": _to_code,
    "revenue_code": _to_code,
}


def _kind_or_wrong(value: TransferKind | str) -> TransferKind:
    return cast(TransferKind, value)


def _amount_or_wrong(value: AmountLike) -> Decimal:
    return cast(Decimal, value)


def _code_or_wrong(value: FunctionalCode | str | None) -> FunctionalCode | None:
    return cast("FunctionalCode | None", value)


@frozen(kw_only=True)
class Transfer:
    """What one unit paid to another unit of the same department, in 元.

    ``payer`` and ``receiver`` are the names of units. The codes say on which 项 of their 支出决算表 and 收入决算表 the two
    have it; they are needed only where the tables leave a choice. Raises `InvalidInputError` with all problems.

    >>> transfer = Transfer(kind="subsidy", payer="某局本级", receiver="某局信息中心", amount="250000")
    >>> transfer.kind.nature.official, transfer.kind.source.official
    ('对附属单位补助支出', '上级补助收入')
    """

    # What the fields take is said by their converters; it is converted at the end, to find all problems at once.
    kind: TransferKind = field(converter=_kind_or_wrong)
    payer: str
    receiver: str
    amount: Decimal = field(converter=_amount_or_wrong)
    measure: Measure = "actual"
    expenditure_code: FunctionalCode | None = field(default=None, converter=_code_or_wrong)
    revenue_code: FunctionalCode | None = field(default=None, converter=_code_or_wrong)

    def __attrs_post_init__(self) -> None:
        problems: list[Problem] = []
        for name, convert in _CONVERTERS.items():
            try:
                object.__setattr__(self, name, convert(getattr(self, name)))
            except InvalidInputError as error:
                problems.extend(problem.at(name) for problem in error.problems)
        if self.payer == self.receiver:
            problems.append(
                Problem(
                    "same-unit",
                    f"expected two units, got {self.payer!r} on both sides",
                    f"应为两个单位，实际收付双方均为“{self.payer}”",
                    "receiver",
                )
            )
        if problems:
            raise InvalidInputError(problems)


@frozen(kw_only=True)
class Share:
    """One unit's part of an elimination, in 元; ``code`` is its row by function, None where no table has rows."""

    unit: str
    amount: Decimal
    code: str | None = None


@frozen(kw_only=True)
class Elimination:
    """What was taken out of both sides of the sums: one kind of transfer in one measure, in 元.

    ``paid`` was taken off ``kind.nature``, ``received`` off ``kind.source``; each adds up to ``amount``.
    """

    kind: TransferKind
    measure: Measure
    amount: Decimal
    paid: tuple[Share, ...] = field(repr=False)
    received: tuple[Share, ...] = field(repr=False)

    def sides(self) -> Iterator[tuple[str, str, tuple[Share, ...]]]:
        """Each side: the field of the accounts, the key of its line, and the shares."""
        yield "expenditure", self.kind.nature.key, self.paid
        yield "revenue", self.kind.source.key, self.received


@frozen(kw_only=True)
class Remaining:
    """Transfers that still stand in the sums, in 元: nobody said that they are inside. None is not supplied."""

    kind: TransferKind
    measure: Measure
    paid: Decimal | None
    received: Decimal | None
