"""The closed vocabularies of final accounts, with their official Chinese terms."""

from __future__ import annotations

from enum import Enum

__all__ = ["FundSource", "Level", "OfficialTerm", "RevenueSource", "SpendingNature"]


class OfficialTerm(Enum):
    """An enumeration whose members also have an official term (their second value)."""

    official: str
    key: str
    """The value as a plain attribute: that of an enumeration is slow to reach."""
    order: int
    """The place in the enumeration, which is the order of the official tables."""

    def __new__(cls, value: str, official: str) -> OfficialTerm:
        member = object.__new__(cls)
        member._value_ = value
        member.official = official
        member.key = value
        member.order = len(cls.__members__)
        return member

    __hash__ = object.__hash__  # members are single objects; Enum hashes their names, in Python

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Level(OfficialTerm):
    """Whose accounts they are: 部门决算 (a department with all its units) or 单位决算 (one unit)."""

    DEPARTMENT = "department", "部门"
    UNIT = "unit", "单位"


class FundSource(OfficialTerm):
    """财政拨款的预算来源 (《部门决算报表》 财决01-1表)."""

    GENERAL_PUBLIC = "general_public", "一般公共预算"
    GOVERNMENT_FUND = "government_fund", "政府性基金预算"
    STATE_CAPITAL = "state_capital", "国有资本经营预算"


class RevenueSource(OfficialTerm):
    """收入来源: the eight lines of 本年收入 (公开02表)."""

    GENERAL_PUBLIC = "general_public", "一般公共预算财政拨款收入"
    GOVERNMENT_FUND = "government_fund", "政府性基金预算财政拨款收入"
    STATE_CAPITAL = "state_capital", "国有资本经营预算财政拨款收入"
    SUPERIOR_SUBSIDY = "superior_subsidy", "上级补助收入"
    SERVICE = "service", "事业收入"
    OPERATION = "operation", "经营收入"
    SUBORDINATE_PAYMENT = "subordinate_payment", "附属单位上缴收入"
    OTHER = "other", "其他收入"

    @property
    def fund(self) -> FundSource | None:
        """The budget that the line comes from; None where it is no fiscal appropriation."""
        return _FUNDS.get(self)


class SpendingNature(OfficialTerm):
    """支出性质: the five lines of 本年支出 (公开03表)."""

    BASIC = "basic", "基本支出"
    PROJECT = "project", "项目支出"
    SUPERIOR_PAYMENT = "superior_payment", "上缴上级支出"
    OPERATION = "operation", "经营支出"
    SUBORDINATE_SUBSIDY = "subordinate_subsidy", "对附属单位补助支出"


_FUNDS = {
    RevenueSource.GENERAL_PUBLIC: FundSource.GENERAL_PUBLIC,
    RevenueSource.GOVERNMENT_FUND: FundSource.GOVERNMENT_FUND,
    RevenueSource.STATE_CAPITAL: FundSource.STATE_CAPITAL,
}
