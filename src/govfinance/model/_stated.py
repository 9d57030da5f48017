"""What published tables print beside the figures that the model has fields for: totals, as they stand there.

A total of a table (合计, a 类, a 款, the 小计 of a row) is the sum of its parts and needs no field. But a document that is
printed in 万元 prints totals that differ from the sum of what it prints (尾差), and documents have wrong totals. So accounts
can say what a table prints, by the address of the cell; the rule is that of every total: one that is stated is used as
it is, and the checks compare it with its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final, cast

from attrs import field, frozen

from govfinance._quick import builder
from govfinance.errors import InvalidInputError, Problem
from govfinance.model._building import refuse_invalid
from govfinance.model._fields import AMOUNT, AmountLike, FieldKind, Invalid, attempt, one_of, required_amount, to_member
from govfinance.model._terms import OfficialTerm
from govfinance.money import to_amount

__all__ = ["STATED_PATTERN", "Precision", "PublicTable", "Stated", "Zeros", "stated_on_demand"]


class PublicTable(OfficialTerm):
    """决算公开表 by their content; their numbers and exact titles belong to the jurisdictions."""

    TOTALS = "totals", "收入支出决算总表"
    REVENUE = "revenue", "收入决算表"
    EXPENDITURE = "expenditure", "支出决算表"
    FISCAL = "fiscal", "财政拨款收入支出决算总表"
    PROJECTS = "projects", "项目收入支出决算表"
    GENERAL_PUBLIC = "general_public", "一般公共预算财政拨款支出决算表"
    BASIC = "basic", "一般公共预算财政拨款基本支出决算表"
    PROJECT = "project", "一般公共预算财政拨款项目支出决算明细表"
    GOVERNMENT_FUND = "government_fund", "政府性基金预算财政拨款收入支出决算表"
    STATE_CAPITAL = "state_capital", "国有资本经营预算财政拨款收入支出决算表"
    THREE_PUBLIC = "three_public", "财政拨款“三公”经费支出决算表"
    INSTITUTION = "institution", "机构运行经费支出、国有资产占用情况及政府采购支出信息表"


_FUNDS = "general_public|government_fund|state_capital"
_PARENTS = "total|2[0-9]{2}(?:[0-9]{2})?"  # rows that are sums of other rows
_BALANCES = "opening|revenue|total|basic|project|closing"

STATED_PATTERN: Final = (
    r"(?:totals/(?:2[0-9]{2}|outlay)/actual"
    rf"|revenue/(?:(?:{_PARENTS})/(?:total|fiscal|superior_subsidy|service|operation|subordinate_payment|other)"
    r"|2[0-9]{6}/total)"
    r"|expenditure/(?:2[0-9]{2}(?:[0-9]{2})?/(?:total|basic|project|superior_payment|operation|subordinate_subsidy)"
    r"|(?:total|2[0-9]{6})/total)"
    rf"|projects/(?:{_PARENTS})/(?:opening|revenue|expenditure|closing)"
    rf"|fiscal/(?:(?:{_FUNDS}|revenue|opening)/actual|(?:2[0-9]{{2}}|outlay)/(?:total|{_FUNDS})"
    r"|(?:expenditure|closing)/total)"
    rf"|general_public/(?:(?:{_PARENTS})/(?:total|basic|project)|2[0-9]{{6}}/total)"
    rf"|(?:government_fund|state_capital)/(?:(?:{_PARENTS})/(?:{_BALANCES})|2[0-9]{{6}}/total)"
    r"|basic/(?:3[0-9]{2}|personnel|public|total)/actual"
    r"|project/(?:3[0-9]{2}|total)/actual)"
)
"""The addresses of the cells that can be stated: ``table/row/column`` of what is no field of the model.

A row is a code or the name of a line, a column the name of a field. ``totals`` and ``fiscal`` have 类 as rows of their
expenditure side, and ``outlay`` is 支出总计.
"""

_address = re.compile(STATED_PATTERN).fullmatch


def _to_amounts(amounts: Mapping[str, AmountLike] | Iterable[tuple[str, AmountLike]]) -> Mapping[str, Decimal]:
    problems: list[Problem] = []
    result: dict[str, Decimal] = {}
    given: object = amounts
    if not isinstance(given, Mapping):
        raise InvalidInputError(
            [Problem("not-stated", "expected a mapping of addresses to amounts", "应为地址到金额的映射", "amounts")]
        )
    for address, value in cast("Mapping[str, AmountLike]", given).items():
        place = str(address)[:80]
        if _address(place) is None:
            problems.append(
                Problem(
                    "unknown-address",
                    "expected the address of a total of a table, such as expenditure/208/basic",
                    "应为表中合计的地址，如 expenditure/208/basic",
                    place,
                )
            )
        amount: object = attempt(to_amount, value)
        if isinstance(amount, Invalid):
            problems.extend(problem.at(place) for problem in amount.problems)
        result[address] = cast(Decimal, amount)
    if problems:
        raise InvalidInputError(problems)
    return MappingProxyType(result)


def _sorted_items(amounts: Mapping[str, Decimal]) -> tuple[tuple[str, Decimal], ...]:
    return tuple(sorted(amounts.items()))


@frozen
class Stated:
    """Totals as the published tables print them, in 元, by the address of their cell.

    >>> Stated({"totals/208/actual": "3267100"}).get("totals/208/actual")
    Decimal('3267100')
    """

    amounts: Mapping[str, Decimal] = field(
        factory=dict, converter=_to_amounts, eq=_sorted_items, metadata={"kind": FieldKind("stated", signed=True)}
    )

    def get(self, address: str) -> Decimal | None:
        """The amount that a cell prints, or None where it is not stated."""
        return self.amounts.get(address)

    def __bool__(self) -> bool:
        return bool(self.amounts)

    def __repr__(self) -> str:
        return f"Stated({dict(self.amounts)!r})"

    def __reduce__(self) -> tuple[type[Stated], tuple[dict[str, Decimal]]]:
        return Stated, (dict(self.amounts),)


class _OnDemand(Mapping[str, Decimal]):
    """A mapping that is made when somebody first asks for it, and is then a plain one."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], dict[str, Decimal]]) -> None:
        self._make: Callable[[], dict[str, Decimal]] | None = make
        self._made: dict[str, Decimal] = {}

    def _all(self) -> dict[str, Decimal]:
        make = self._make
        if make is not None:
            self._made = make()
            self._make = None  # last, so that another thread either makes it too or finds it whole
        return self._made

    def __getitem__(self, address: str) -> Decimal:
        return self._all()[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


_new_stated = builder(Stated)


def stated_on_demand(make: Callable[[], dict[str, Decimal]]) -> Stated:
    """Totals of which nothing has to be checked, in a mapping that is made when it is first asked for.

    A workbook prints a thousand totals, and who writes the narrative asks for few of them.
    """
    return _new_stated(_OnDemand(make))


class Zeros(Enum):
    """What a zero says in accounts whose amounts are rounded."""

    NIL = "nil"
    ROUNDED = "rounded"


def _to_zeros(value: Zeros | str) -> Zeros:
    return to_member(Zeros, value)


@frozen(kw_only=True)
class Precision:
    """How exactly the amounts are known, where they were read from rounded ones.

    ``step`` in 元 is one unit of the last printed digit: 100 for 万元 with two decimals, 0 where nothing was rounded. Each
    amount stands for all that round to it. ``zeros`` says whether a zero is one of them (the document prints nil as 0.00), or nothing at all (it
    leaves nil blank).

    >>> Precision(step=100).zeros
    <Zeros.NIL: 'nil'>
    """

    step: Decimal = field(converter=required_amount, metadata=AMOUNT)
    zeros: Zeros = field(default=Zeros.NIL, converter=_to_zeros, metadata=one_of(Zeros))

    def __attrs_post_init__(self) -> None:
        refuse_invalid(self)
