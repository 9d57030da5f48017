"""The official tables of codes and names, dated: what a code means in a budget year, and whether it exists.

>>> entry = functional("2040601", 2023)
>>> entry.code, entry.name, entry.evidence
(FunctionalCode('2040601'), '行政运行', 'document')
>>> functional_names("21305", 2023), functional_names("21305", 2024)
(('农林水支出', '巩固脱贫衔接乡村振兴', None), ('农林水支出', '巩固脱贫攻坚成果衔接乡村振兴', None))
>>> print(check_functional("20416").message())
expected a known 款 of 204 公共安全支出 such as 20410 缉私警察, 20406 司法 or 20409 国家保密, got 20416

The tables come from the yearly 财政部《政府收支分类科目》. They are not its complete text: a 项 that is not in them may well
exist, a 类 or 款 hardly; and how sure a row is, the row itself says (:class:`Entry`). Nothing is read before the first
question is asked.
"""

from __future__ import annotations

from govfinance.catalog._checks import (
    accepted_class_names,
    check_economic,
    check_functional,
    knows_class,
    knows_group,
)
from govfinance.catalog._economic import (
    economic,
    economic_entries,
    government_economic,
    government_economic_entries,
)
from govfinance.catalog._functional import (
    functional,
    functional_entries,
    functional_history,
    functional_names,
)
from govfinance.catalog._tables import Confidence, Entry, Evidence

__all__ = [
    "Confidence",
    "Entry",
    "Evidence",
    "accepted_class_names",
    "check_economic",
    "check_functional",
    "economic",
    "economic_entries",
    "functional",
    "functional_entries",
    "functional_history",
    "functional_names",
    "government_economic",
    "government_economic_entries",
    "knows_class",
    "knows_group",
]
