"""The official tables of codes and names, dated: what a code means in a budget year, and whether it exists.

>>> entry = functional("2040601", 2023)
>>> entry.code, entry.name, entry.evidence
(FunctionalCode('2040601'), '行政运行', 'document')
>>> functional_names("21305", 2023), functional_names("21305", 2024)
(('农林水支出', '巩固脱贫衔接乡村振兴', None), ('农林水支出', '巩固脱贫攻坚成果衔接乡村振兴', None))
>>> print(check_functional("20416").message())
expected a known 款 of 204 公共安全支出 such as 20410 缉私警察, 20406 司法 or 20409 国家保密, got 20416

>>> best = suggest("其他国土资源事务支出", year=2024)[0]
>>> str(best.code), best.name, best.reason.value
('2200199', '其他自然资源事务支出', 'former')
>>> print(check_name("2040601", "行政运转", 2023).message("zh"))
2040601在2023年的科目名称应为行政运行，实际为“行政运转”

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
from govfinance.catalog._findings import (
    CodeFinding,
    Severity,
    check_code,
    check_name,
)
from govfinance.catalog._functional import (
    functional,
    functional_entries,
    functional_history,
    functional_names,
)
from govfinance.catalog._lookup import (
    NameBasis,
    Named,
    codes_named,
    economic_named,
    functional_named,
    government_economic_named,
    name_in,
)
from govfinance.catalog._mapping import (
    EconomicMapping,
    UnitType,
    department_economic_for,
    economic_mappings,
    government_economic_for,
)
from govfinance.catalog._registry import (
    TableName,
)
from govfinance.catalog._suggest import (
    Reason,
    Suggestion,
    suggest,
)
from govfinance.catalog._superseded import (
    FormerKind,
    SupersededName,
    former_names,
)
from govfinance.catalog._tables import (
    Confidence,
    Entry,
    Evidence,
)
from govfinance.catalog._terms import (
    AccountTerm,
    TermKind,
    TermName,
    TermSuggestion,
    overall_lines,
    revenue_sources,
    spending_natures,
    suggest_terms,
    term_names,
)
from govfinance.catalog._tree import (
    children,
    parent,
    path,
)

__all__ = [
    "AccountTerm",
    "CodeFinding",
    "Confidence",
    "EconomicMapping",
    "Entry",
    "Evidence",
    "FormerKind",
    "NameBasis",
    "Named",
    "Reason",
    "Severity",
    "Suggestion",
    "SupersededName",
    "TableName",
    "TermKind",
    "TermName",
    "TermSuggestion",
    "UnitType",
    "accepted_class_names",
    "check_code",
    "check_economic",
    "check_functional",
    "check_name",
    "children",
    "codes_named",
    "department_economic_for",
    "economic",
    "economic_entries",
    "economic_mappings",
    "economic_named",
    "former_names",
    "functional",
    "functional_entries",
    "functional_history",
    "functional_named",
    "functional_names",
    "government_economic",
    "government_economic_entries",
    "government_economic_for",
    "government_economic_named",
    "knows_class",
    "knows_group",
    "name_in",
    "overall_lines",
    "parent",
    "path",
    "revenue_sources",
    "spending_natures",
    "suggest",
    "suggest_terms",
    "term_names",
]
