"""Which 政府预算支出经济分类 stands for which 部门预算支出经济分类: the same payment in the two classifications.

Source: 财政部《支出经济分类科目改革方案》(财预〔2017〕98号), its table of correspondence. For the departments' table it depends on
whether a 机关 or a 事业单位 pays. Unverified: most rows are of medium or low ``confidence``, as they were drawn up from the
names of the two tables and the rule, and not yet checked against the notice; only some were seen in a document.
Of 类 there is no mapping, and none of the 款 that only governments use (such as 513 转移性支出).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache

from attrs import frozen

from govfinance.catalog._tables import CONFIDENCE, Confidence, read_rows
from govfinance.codes import EconomicCode, GovernmentEconomicCode, to_economic_code, to_government_economic_code
from govfinance.errors import InvalidInputError, Problem

__all__ = ["EconomicMapping", "UnitType", "department_economic_for", "economic_mappings", "government_economic_for"]


class UnitType(Enum):
    """单位类型 (财预〔2017〕98号): whether a unit is a 机关 (an organ of the state) or a 事业单位 (a public institution)."""

    AGENCY = "agency"
    INSTITUTION = "institution"

    @property
    def official(self) -> str:
        """The official term.

        >>> UnitType.AGENCY.official, UnitType.INSTITUTION.official
        ('机关', '事业')
        """
        return "机关" if self is UnitType.AGENCY else "事业"


_UNIT_TYPES = {"机关": UnitType.AGENCY, "事业": UnitType.INSTITUTION, "事业单位": UnitType.INSTITUTION} | {
    unit.value: unit for unit in UnitType
}


@frozen(kw_only=True)
class EconomicMapping:
    """经济分类科目对应关系: one row of the correspondence; ``unit_type`` is ``None`` where the unit does not matter."""

    department: EconomicCode
    government: GovernmentEconomicCode
    unit_type: UnitType | None
    confidence: Confidence

    @property
    def source(self) -> str:
        """The official publication that the correspondence comes from."""
        return "财政部《支出经济分类科目改革方案》（财预〔2017〕98号）"


@cache
def economic_mappings() -> tuple[EconomicMapping, ...]:
    """All rows of the correspondence, in the order of the governments' codes.

    >>> len(economic_mappings())
    168
    """
    return tuple(
        EconomicMapping(
            department=EconomicCode(row["dept_code"]),
            government=GovernmentEconomicCode(row["gov_code"]),
            unit_type=_UNIT_TYPES.get(row["unit_type"]),  # 不限 is None
            confidence=CONFIDENCE[row["confidence"]],
        )
        for row in read_rows("mapping")
    )


def government_economic_for(
    code: EconomicCode | str, unit_type: UnitType | str | None = None
) -> tuple[EconomicMapping, ...]:
    """The 政府预算支出经济分类 of a 款 of the departments' table, for a 机关 or a 事业单位; ``None`` gives both.

    ``unit_type`` is a :class:`UnitType`, its value, or 机关 or 事业. Empty for a 类 and for a 款 without a known mapping;
    more than one row where the notice leaves a choice. Raises :class:`~govfinance.errors.InvalidInputError` for what
    is no code or no unit type.

    >>> [(str(row.government), row.confidence) for row in government_economic_for("30101", "机关")]
    [('50101', 'high')]
    >>> [str(row.government) for row in government_economic_for("30101", UnitType.INSTITUTION)]
    ['50501']
    """
    return _of(_by_department().get(to_economic_code(code).text, ()), unit_type)


def department_economic_for(
    code: GovernmentEconomicCode | str, unit_type: UnitType | str | None = None
) -> tuple[EconomicMapping, ...]:
    """The 款 of the departments' table that a 政府预算支出经济分类 stands for; as :func:`government_economic_for`.

    >>> [str(row.department) for row in department_economic_for("50205")]
    ['30203', '30226', '30227']
    """
    return _of(_by_government().get(to_government_economic_code(code).text, ()), unit_type)


def _of(rows: tuple[EconomicMapping, ...], unit_type: UnitType | str | None) -> tuple[EconomicMapping, ...]:
    if unit_type is None:
        return rows
    wanted = unit_type if isinstance(unit_type, UnitType) else _UNIT_TYPES.get(unit_type)
    if wanted is None:
        problem = Problem(
            "unknown-unit-type",
            f"expected agency (机关) or institution (事业), got {unit_type!r}",
            f"应为机关（agency）或事业（institution），实际为“{unit_type}”",
        )
        raise InvalidInputError([problem])
    return tuple(row for row in rows if row.unit_type in (wanted, None))


@cache
def _by_department() -> Mapping[str, tuple[EconomicMapping, ...]]:
    found: dict[str, tuple[EconomicMapping, ...]] = {}
    for row in economic_mappings():
        found[row.department.text] = (*found.get(row.department.text, ()), row)
    return found


@cache
def _by_government() -> Mapping[str, tuple[EconomicMapping, ...]]:
    found: dict[str, tuple[EconomicMapping, ...]] = {}
    for row in economic_mappings():
        found[row.government.text] = (*found.get(row.government.text, ()), row)
    return found
