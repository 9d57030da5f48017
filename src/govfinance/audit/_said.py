"""What a document says, number by number: the statements that its narrative and its tables are read into.

A *subject* is the address of what is spoken of (``totals/revenue/actual``, as `govfinance.calc` addresses the cells of
the public tables), a *measure* says of which plan or year: ``actual`` 决算数, ``initial`` 年初预算数, ``adjusted`` 全年预算数,
``prior`` 上年决算数. A subject and a measure are one *quantity*: one exact number that nobody printed. What no table has
gets an address of its own (``three_public/reception.domestic``, ``assets/vehicles``), and what is not known at all one
within its section (``local/<section>/<words>``), so that at least what is said of it in one place can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govfinance.document import Place

__all__ = [
    "AMOUNT",
    "RATE",
    "SCALES",
    "Base",
    "Claim",
    "Execution",
    "Listing",
    "Measure",
    "Named",
    "Nothing",
    "Number",
    "NumberKind",
    "Quantity",
    "Reason",
    "Share",
    "Total",
    "Trend",
    "Unclaimed",
    "Value",
    "Variance",
]

AMOUNT: Final = 10_000
"""Amounts are whole numbers of a ten-thousandth of a 元: exact, and quick to compare."""

RATE: Final = 1_000_000
"""Rates are whole numbers of a millionth of a percentage point."""

SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {"元": 0, "百元": 2, "千元": 3, "万元": 4, "万": 4, "百万元": 6, "千万元": 7, "亿元": 8, "亿": 8}
)
"""The units of amounts as texts write them, each with its power of ten in 元."""

Measure: TypeAlias = Literal["actual", "initial", "adjusted", "prior"]
Base: TypeAlias = Literal["prior", "initial", "adjusted", "budget"]
"""What something is compared with; ``budget`` where the text says 预算 and not which."""

Quantity: TypeAlias = tuple[str, str]
"""A subject and a measure."""


class NumberKind(Enum):
    """What a number is a number of."""

    AMOUNT = "amount"
    RATE = "rate"
    COUNT = "count"


class Trend(Enum):
    """The word that says how something compares with its base: 增加/增长/大于, 减少/下降/小于, 持平/一致/无较大差异."""

    UP = 1
    FLAT = 0
    DOWN = -1


@frozen(kw_only=True)
class Number:
    """A printed number: its digits and unit as printed, and the closed interval of exact numbers that it stands for.

    ``low`` and ``high`` are in the steps of its kind (`AMOUNT`, `RATE`; counts are whole). ``place`` covers its digits
    and its unit, ``digits`` its digits alone.
    """

    kind: NumberKind
    printed: str
    unit: str
    low: int
    high: int
    place: Place

    @property
    def text(self) -> str:
        """Digits and unit as printed, without white space."""
        return self.printed + self.unit


@frozen(kw_only=True)
class Named:
    """A name that a list mentions, as printed, and the amount beside it where there is one."""

    name: str
    place: Place
    subject: str = ""
    number: Number | None = None


@frozen(kw_only=True)
class Value:
    """A quantity is so much: 本年收入合计 4,397.81万元; 车辆 13辆."""

    subject: str
    measure: Measure = "actual"
    number: Number
    place: Place
    section: int = -1


@frozen(kw_only=True)
class Variance:
    """A quantity compared with another of the same subject: 与上年决算相比，减少117.67万元，减少2.61%.

    ``amount`` and ``rate`` are None where none is printed; ``trend`` is the first word of direction (增加, 减少, 持平)
    and ``rate_trend`` the one of the rate (增长, 下降), each with its place.
    """

    subject: str
    base: Base
    trend: Trend | None = None
    trend_place: Place | None = None
    amount: Number | None = None
    rate_trend: Trend | None = None
    rate_trend_place: Place | None = None
    rate: Number | None = None
    place: Place
    section: int = -1


@frozen(kw_only=True)
class Share:
    """A quantity is a part of another: 占 87.24%. ``whole_measure`` is that of both."""

    subject: str
    whole: str
    measure: Measure = "actual"
    rate: Number
    place: Place
    section: int = -1


@frozen(kw_only=True)
class Execution:
    """How much of a budget was carried out: 完成年初预算的101.51%."""

    subject: str
    base: Base
    rate: Number
    place: Place
    section: int = -1


@frozen(kw_only=True)
class Listing:
    """Names that a text lists as what something consists of: 主要包括：基本工资、津贴补贴."""

    subject: str
    items: tuple[Named, ...]
    place: Place
    section: int = -1


@frozen(kw_only=True)
class Total:
    """A quantity, and the parts of it that the text goes on to list (其中：…；…): the subjects of its parts.

    The parts are those that the text names, all of one measure; whether they have to be all there is, the relation
    between the subjects says, not the reader.
    """

    subject: str
    parts: tuple[str, ...]
    measure: Measure = "actual"
    place: Place
    section: int = -1


@frozen(kw_only=True)
class Nothing:
    """A text says that there is none of it: 无政府性基金预算财政拨款收入和支出."""

    subject: str
    measure: Measure = "actual"
    place: Place
    section: int = -1


@frozen(kw_only=True)
class Reason:
    """Why something compares with its base as it does, in free words: 变动原因：…. ``place`` is that of the words."""

    subject: str
    base: Base
    place: Place
    section: int = -1


Claim: TypeAlias = Value | Variance | Share | Execution | Listing | Total | Nothing | Reason
"""Anything that a document says and that can be compared with something else."""


@frozen(kw_only=True)
class Unclaimed:
    """A number that no statement was found for, and why: ``reason`` (stands in free words), ``ordinal``, ``date``,
    ``name`` (part of a name, a document number), ``overview`` (outside of the parts that are audited), ``unknown``."""

    printed: str
    place: Place
    why: str
    section: int = -1
