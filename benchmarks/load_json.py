"""Loading the example, against pydantic with a model of the same shape and like constraints.

The floor is one call of ``model_validate_json``. It leaves out what `govfinance.loads` also does: to refuse numbers in
place of texts and keys that stand twice, to look up the codes, and to put the items in order.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

import govfinance as gf
from benchmarks.timing import ratio

EXAMPLE = Path(__file__).parent.parent / "examples" / "chifeng-justice-2023.json"
LIMIT = 2.0

Amount: TypeAlias = Annotated[Decimal, Field(ge=0, max_digits=18, decimal_places=2)]
Signed: TypeAlias = Annotated[Decimal, Field(max_digits=18, decimal_places=2)]
Score: TypeAlias = Annotated[Decimal, Field(ge=0, le=1000, decimal_places=2)]
Count: TypeAlias = Annotated[int, Field(ge=0, le=999_999_999, strict=True)]
Year: TypeAlias = Annotated[int, Field(ge=2000, le=2099, strict=True)]
Text: TypeAlias = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\x00-\x09\x0b-\x1f\x7f-\x9f]*$")]
FunctionalCode: TypeAlias = Annotated[str, StringConstraints(pattern=r"^2[0-9]{2}([0-9]{2}){0,2}$")]
EconomicCode: TypeAlias = Annotated[str, StringConstraints(pattern=r"^3[0-9]{2}([0-9]{2})?$")]
Topic: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z_0-9]+){1,2}$")]


class Level(Enum):
    DEPARTMENT = "department"
    UNIT = "unit"


class Fund(Enum):
    GENERAL_PUBLIC = "general_public"
    GOVERNMENT_FUND = "government_fund"
    STATE_CAPITAL = "state_capital"


class Source(Enum):
    GENERAL_PUBLIC = "general_public"
    GOVERNMENT_FUND = "government_fund"
    STATE_CAPITAL = "state_capital"
    SUPERIOR_SUBSIDY = "superior_subsidy"
    SERVICE = "service"
    OPERATION = "operation"
    SUBORDINATE_PAYMENT = "subordinate_payment"
    OTHER = "other"


class Nature(Enum):
    BASIC = "basic"
    PROJECT = "project"
    SUPERIOR_PAYMENT = "superior_payment"
    OPERATION = "operation"
    SUBORDINATE_SUBSIDY = "subordinate_subsidy"


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Unit(Model):
    name: Text
    nature: Text | None = None
    accounts: Accounts | None = None


class Department(Model):
    name: Text
    units: tuple[Unit, ...] = ()


class Overview(Model):
    functions: tuple[Text, ...] = ()
    organs: Text | None = None
    work_done: tuple[Text, ...] = ()


class Line(Model):
    initial: Amount | None = None
    adjusted: Amount | None = None
    actual: Amount | None = None
    prior: Amount | None = None


class CarryOver(Model):
    initial: Signed | None = None
    adjusted: Signed | None = None
    actual: Signed | None = None
    prior: Signed | None = None


class Overall(Model):
    total: Line | None = None
    revenue: Line | None = None
    surplus_used: Line | None = None
    opening: CarryOver | None = None
    expenditure: Line | None = None
    surplus_distribution: Line | None = None
    closing: CarryOver | None = None


class FundLine(Model):
    opening: CarryOver | None = None
    expenditure: Line | None = None
    closing: CarryOver | None = None


class Fiscal(Model):
    total: Line | None = None
    funds: dict[Fund, FundLine] = {}


class FunctionalItem(Model):
    basic: Amount
    project: Amount
    initial: Amount | None = None
    adjusted: Amount | None = None
    prior: Amount | None = None
    name: Text | None = None
    class_name: Text | None = None


class EconomicItem(Model):
    actual: Amount


class Abroad(Line):
    groups: Count | None = None
    persons: Count | None = None


class VehiclePurchase(Line):
    bought: Count | None = None


class VehicleOperation(Line):
    held: Count | None = None


class ReceptionPart(Model):
    actual: Amount | None = None
    batches: Count | None = None
    persons: Count | None = None


class Reception(Line):
    domestic: ReceptionPart | None = None
    foreign: ReceptionPart | None = None


class ThreePublic(Model):
    total: Line | None = None
    abroad: Abroad | None = None
    vehicles: Line | None = None
    vehicle_purchase: VehiclePurchase | None = None
    vehicle_operation: VehicleOperation | None = None
    reception: Reception | None = None


class ProcurementLine(Model):
    amount: Amount
    to_sme: Amount | None = None
    to_micro: Amount | None = None


class Procurement(Model):
    total: Amount | None = None
    goods: ProcurementLine | None = None
    works: ProcurementLine | None = None
    services: ProcurementLine | None = None
    to_sme: Amount | None = None
    to_micro: Amount | None = None


class StateAssets(Model):
    provincial_leader_vehicles: Count
    principal_vehicles: Count
    confidential_vehicles: Count
    emergency_vehicles: Count
    enforcement_vehicles: Count
    special_vehicles: Count
    retired_cadre_vehicles: Count
    other_vehicles: Count
    large_equipment: Count


class Indicator(Model):
    dimension: Text | None = None
    name: Text
    target: Text
    actual: Text
    weight: Score | None = None
    score: Score | None = None


class Project(Model):
    name: Text
    fund: Fund = Fund.GENERAL_PUBLIC
    budget: Amount
    executed: Amount
    score: Score | None = None
    grade: Text | None = None
    indicators: tuple[Indicator, ...] = ()
    goals: Text | None = None
    problems: Text | None = None
    measures: Text | None = None


class SelfEvaluation(Model):
    projects: Count | None = None
    amount: Amount | None = None


class Review(Model):
    projects: Count | None = None
    general_public: Amount | None = None
    government_fund: Amount | None = None
    named: tuple[Text, ...] = ()
    conclusion: Text | None = None


class Performance(Model):
    self_evaluations: dict[Fund, SelfEvaluation] = {}
    review: Review | None = None
    named: tuple[Text, ...] = ()
    projects: tuple[Project, ...] = ()


class Term(Model):
    term: Text
    definition: Text


class Contact(Model):
    person: Text | None = None
    telephone: Text | None = None
    email: Text | None = None


class Accounts(Model):
    department: Department
    year: Year
    level: Level = Level.DEPARTMENT
    note: Text | None = None
    overview: Overview | None = None
    overall: Overall | None = None
    revenue: dict[Source, Line] = {}
    expenditure: dict[Nature, Line] = {}
    fiscal: Fiscal | None = None
    functional: dict[Fund, dict[FunctionalCode, FunctionalItem]] = {}
    economic: dict[Nature, dict[EconomicCode, EconomicItem]] = {}
    three_public: ThreePublic | None = None
    operating_expenses: Line | None = None
    procurement: Procurement | None = None
    state_assets: StateAssets | None = None
    performance: Performance | None = None
    remarks: dict[Topic, Text] = {}
    glossary: tuple[Term, ...] = ()
    contact: Contact | None = None


class File(Accounts):
    format: Literal["govfinance/1"]
    scale: Literal["元", "万元"]


def main() -> float:
    """Print the ratio, and return it."""
    data = EXAMPLE.read_bytes()
    floor = File.model_validate_json
    assert len(floor(data).functional[Fund.GENERAL_PUBLIC]) == len(gf.loads(data).functional)
    return ratio("load the example / pydantic", lambda: gf.loads(data), lambda: floor(data), LIMIT)


if __name__ == "__main__":
    main()
