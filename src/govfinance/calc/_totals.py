"""Every amount of the narrative as a function of the accounts: the lines, and the totals over them.

``measure`` is one of ``initial`` 年初预算, ``adjusted`` 全年预算, ``actual`` 决算, ``prior`` 上年决算. A total that
the accounts give is used as it is; one that they leave out is the sum of its parts (公开01–10表 的合计、小计).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias

import govfinance.catalog as catalog
from govfinance.calc._figure import Figure, new_figure, sum_of, sum_over, total_or_given
from govfinance.codes import EconomicCode, FunctionalCode
from govfinance.model import (
    EconomicItem,
    ExpenditureLine,
    FinalAccounts,
    FunctionalItem,
    FundLine,
    FundSource,
    RevenueLine,
    RevenueSource,
    SpendingNature,
)
from govfinance.numeric import ZERO

__all__ = [
    "MEASURES",
    "PERSONNEL_CLASSES",
    "PROCUREMENT_TYPES",
    "Measure",
    "OverallLine",
    "ProcurementType",
    "ThreePublicLine",
    "ThreePublicName",
    "domestic_reception",
    "economic_class_total",
    "economic_classes",
    "economic_figure",
    "economic_items",
    "economic_name",
    "economic_total",
    "expenditure_line",
    "expenditure_lines",
    "expenditure_total",
    "fiscal_expenditure_total",
    "fiscal_income_total",
    "foreign_reception",
    "functional_class_total",
    "functional_classes",
    "functional_figure",
    "functional_items",
    "functional_nature_total",
    "functional_total",
    "fund_carry_over",
    "fund_expenditure",
    "funds_items",
    "given_totals",
    "income_total",
    "is_personnel",
    "operating_expenses",
    "outlay_total",
    "overall_line",
    "personnel_funds",
    "procurement_amount",
    "procurement_to_micro",
    "procurement_to_sme",
    "procurement_total",
    "procurement_type_to_sme",
    "public_funds",
    "revenue_line",
    "revenue_lines",
    "revenue_total",
    "three_public",
    "three_public_lines",
]

Measure: TypeAlias = Literal["initial", "adjusted", "actual", "prior"]

MEASURES: Final[dict[Measure, str]] = {
    "initial": "年初预算",
    "adjusted": "全年预算",
    "actual": "决算",
    "prior": "上年决算",
}
"""The official name of each measure."""

OverallLine: TypeAlias = Literal["surplus_used", "opening", "surplus_distribution", "closing"]
ThreePublicLine: TypeAlias = Literal["abroad", "vehicle_purchase", "vehicle_operation", "reception"]
ThreePublicName: TypeAlias = ThreePublicLine | Literal["vehicles", "total"]
ProcurementType: TypeAlias = Literal["goods", "works", "services"]

_OVERALL: Final = {
    "surplus_used": "使用非财政拨款结余和专用结余",
    "opening": "年初结转和结余",
    "surplus_distribution": "结余分配",
    "closing": "年末结转和结余",
}
_THREE: Final[dict[ThreePublicName, str]] = {
    "abroad": "因公出国（境）费",
    "vehicle_purchase": "公务用车购置费",
    "vehicle_operation": "公务用车运行维护费",
    "reception": "公务接待费",
    "vehicles": "公务用车购置及运行维护费",
    "total": "“三公”经费",
}
"""The names of the lines; a line stands before those that are the sum of it and others."""
_TYPES: Final[dict[ProcurementType, str]] = {"goods": "货物", "works": "工程", "services": "服务"}
PROCUREMENT_TYPES: Final[tuple[ProcurementType, ...]] = ("goods", "works", "services")

_Total: TypeAlias = tuple[Figure, Iterator[Figure]]
"""A total as it was given (or not), and the parts that it is the sum of, made when they are needed."""

PERSONNEL_CLASSES: Final = frozenset({"301", "303"})
"""人员经费 is 工资福利支出 and 对个人和家庭的补助; 公用经费 is the rest of the basic expenditure (302, 310 ...)."""


_SUFFIXES: Final[dict[Measure, str]] = {**MEASURES, "actual": ""}


def _line(holder: Any, measure: Measure, label: str, place: str, name: str = "") -> Figure:
    value = None if holder is None else getattr(holder, measure)
    return new_figure(value, label + _SUFFIXES[measure], f"{place}{name}.{measure}")


def _line_total(
    given: Figure,
    lines: Sequence[Any],
    terms: type[Enum],
    measure: Measure,
    parts: Callable[[FinalAccounts, Measure], Iterator[Figure]],
    accounts: FinalAccounts,
) -> Figure:
    """A total as it was supplied, else the sum of its lines, one for each term; their figures are made when asked for."""
    if given.value is not None:
        return given
    values = [getattr(line, measure) for line in lines] if len(lines) == len(terms) else [None]
    return sum_over(values, given.label, given.path, parts, accounts, measure)


def _overall(accounts: FinalAccounts, name: str, measure: Measure, label: str) -> Figure:
    holder = None if accounts.overall is None else getattr(accounts.overall, name)
    return _line(holder, measure, label, "overall.", name)


def revenue_line(accounts: FinalAccounts, source: RevenueSource, measure: Measure = "actual") -> Figure:
    """One line of 本年收入."""
    return _revenue_figure(_lines(accounts.revenue, "source").get(source), source, measure)


def revenue_lines(accounts: FinalAccounts, measure: Measure = "actual") -> Iterator[tuple[RevenueSource, Figure]]:
    """All lines of 本年收入, in the order of the official table."""
    lines = _lines(accounts.revenue, "source")
    return ((source, _revenue_figure(lines.get(source), source, measure)) for source in RevenueSource)


def _lines(lines: Iterable[Any], key: str) -> dict[Any, Any]:
    return {getattr(line, key): line for line in lines}


def _revenue_figure(line: RevenueLine | None, source: RevenueSource, measure: Measure) -> Figure:
    return _line(line, measure, source.official, "revenue.", source.key)


def _revenue(accounts: FinalAccounts, measure: Measure) -> _Total:
    return _revenue_given(accounts, measure), _revenue_parts(accounts, measure)


def _revenue_given(accounts: FinalAccounts, measure: Measure) -> Figure:
    return _overall(accounts, "revenue", measure, "本年收入合计")


def _revenue_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    return (figure for _, figure in revenue_lines(accounts, measure))


def revenue_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """本年收入合计."""
    given = _revenue_given(accounts, measure)
    return _line_total(given, accounts.revenue, RevenueSource, measure, _revenue_parts, accounts)


def expenditure_line(accounts: FinalAccounts, nature: SpendingNature, measure: Measure = "actual") -> Figure:
    """One line of 本年支出."""
    return _expenditure_figure(_lines(accounts.expenditure, "nature").get(nature), nature, measure)


def expenditure_lines(accounts: FinalAccounts, measure: Measure = "actual") -> Iterator[tuple[SpendingNature, Figure]]:
    """All lines of 本年支出, in the order of the official table."""
    lines = _lines(accounts.expenditure, "nature")
    return ((nature, _expenditure_figure(lines.get(nature), nature, measure)) for nature in SpendingNature)


def _expenditure_figure(line: ExpenditureLine | None, nature: SpendingNature, measure: Measure) -> Figure:
    return _line(line, measure, nature.official, "expenditure.", nature.key)


def _expenditure(accounts: FinalAccounts, measure: Measure) -> _Total:
    return _expenditure_given(accounts, measure), _expenditure_parts(accounts, measure)


def _expenditure_given(accounts: FinalAccounts, measure: Measure) -> Figure:
    return _overall(accounts, "expenditure", measure, "本年支出合计")


def _expenditure_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    return (figure for _, figure in expenditure_lines(accounts, measure))


def expenditure_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """本年支出合计."""
    given = _expenditure_given(accounts, measure)
    return _line_total(given, accounts.expenditure, SpendingNature, measure, _expenditure_parts, accounts)


def overall_line(accounts: FinalAccounts, name: OverallLine, measure: Measure = "actual") -> Figure:
    """A line of 公开01表 that is neither revenue nor expenditure of the year."""
    return _overall(accounts, name, measure, _OVERALL[name])


def _income(accounts: FinalAccounts, measure: Measure) -> _Total:
    given = _overall(accounts, "total", measure, "收入总计")
    return given, _income_parts(accounts, measure)


def _income_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    yield revenue_total(accounts, measure)
    yield overall_line(accounts, "surplus_used", measure)
    yield overall_line(accounts, "opening", measure)


def income_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """收入总计 = 本年收入合计 + 使用非财政拨款结余和专用结余 + 年初结转和结余."""
    return total_or_given(*_income(accounts, measure))


def _outlay(accounts: FinalAccounts, measure: Measure) -> _Total:
    given = _overall(accounts, "total", measure, "支出总计")
    return given, _outlay_parts(accounts, measure)


def _outlay_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    yield expenditure_total(accounts, measure)
    yield overall_line(accounts, "surplus_distribution", measure)
    yield overall_line(accounts, "closing", measure)


def outlay_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余."""
    return total_or_given(*_outlay(accounts, measure))


def _fund_line(accounts: FinalAccounts, fund: FundSource) -> FundLine | None:
    if accounts.fiscal is None:
        return None
    for line in accounts.fiscal.funds:
        if line.fund is fund:
            return line
    return None


def fund_carry_over(
    accounts: FinalAccounts, fund: FundSource, name: Literal["opening", "closing"], measure: Measure = "actual"
) -> Figure:
    """年初 or 年末财政拨款结转和结余 of one budget."""
    line = _fund_line(accounts, fund)
    label = f"{'年初' if name == 'opening' else '年末'}{fund.official}财政拨款结转和结余"
    return _line(None if line is None else getattr(line, name), measure, label, f"fiscal.funds.{fund.key}.", name)


def functional_items(accounts: FinalAccounts, fund: FundSource) -> tuple[FunctionalItem, ...]:
    """The functional items of one budget in the order of their codes."""
    return tuple([item for item in accounts.functional if item.fund is fund])


def functional_figure(item: FunctionalItem, measure: Measure = "actual", label: str = "") -> Figure:
    """One figure of a functional item."""
    code = item.code.text
    return Figure(
        getattr(item, measure),
        (label or code) + _SUFFIXES[measure],
        f"functional.{item.fund.key}.{code}.{measure}",
    )


def _functional_sum(items: Sequence[FunctionalItem], measure: Measure, label: str, path: str) -> Figure:
    values = [getattr(item, measure) for item in items]
    return sum_over(values, label + _SUFFIXES[measure], path, _functional_figures, items, measure)


def _functional_figures(items: Sequence[FunctionalItem], measure: Measure) -> Iterator[Figure]:
    return (functional_figure(item, measure) for item in items)


def functional_total(accounts: FinalAccounts, fund: FundSource, measure: Measure = "actual") -> Figure:
    """The sum over the functional items of a budget (公开05、08、09表合计)."""
    return _functional_total(functional_items(accounts, fund), fund, measure)


def _functional_total(items: Sequence[FunctionalItem], fund: FundSource, measure: Measure) -> Figure:
    return _functional_sum(items, measure, f"{fund.official}财政拨款支出", f"functional.{fund.key}.*.{measure}")


def functional_classes(accounts: FinalAccounts, fund: FundSource) -> dict[FunctionalCode, tuple[FunctionalItem, ...]]:
    """The 类 in which a budget has items, in the order of their codes, each with its items."""
    found: dict[str, list[FunctionalItem]] = {}
    for item in functional_items(accounts, fund):
        found.setdefault(item.code.text[:3], []).append(item)
    return {FunctionalCode(text): tuple(items) for text, items in found.items()}


def functional_class_total(
    accounts: FinalAccounts,
    fund: FundSource,
    class_code: FunctionalCode,
    measure: Measure = "actual",
    *,
    items: Sequence[FunctionalItem] | None = None,
) -> Figure:
    """类 = Σ its items, which ``functional_classes`` gives too: ``items`` saves looking for them again."""
    prefix = class_code.text
    name = catalog.functional_names(prefix, accounts.year)[0] or prefix
    if items is None:
        items = [item for item in functional_items(accounts, fund) if item.code.text.startswith(prefix)]
    return _functional_sum(items, measure, name, f"functional.{fund.key}.{prefix}")


def functional_nature_total(accounts: FinalAccounts, fund: FundSource, nature: SpendingNature) -> Figure:
    """Basic or project expenditure over the functional items of a budget."""

    label = f"{fund.official}财政拨款{nature.official}"
    path = f"functional.{fund.key}.*.{nature.key}"
    items = functional_items(accounts, fund)
    return sum_over([getattr(item, nature.key) for item in items], label, path, _nature_figures, items, nature)


def _nature_figures(items: Sequence[FunctionalItem], nature: SpendingNature) -> Iterator[Figure]:
    for item in items:
        path = f"functional.{item.fund.key}.{item.code.text}.{nature.key}"
        yield Figure(getattr(item, nature.key), item.code.text, path)


def fund_expenditure(accounts: FinalAccounts, fund: FundSource, measure: Measure = "actual") -> Figure:
    """本年支出 of one budget: as supplied, else the sum of its functional items."""
    line = _fund_line(accounts, fund)
    label = f"{fund.official}财政拨款支出"
    path = f"fiscal.funds.{fund.value}.expenditure"
    given = _line(None if line is None else line.expenditure, measure, label, path)
    if given.value is not None:
        return given
    items = functional_items(accounts, fund)
    return _functional_total(items, fund, measure) if items else given


def _fiscal(accounts: FinalAccounts, measure: Measure, label: str) -> Figure:
    holder = None if accounts.fiscal is None else accounts.fiscal.total
    return _line(holder, measure, label, "fiscal.total")


def _fiscal_income(accounts: FinalAccounts, measure: Measure) -> _Total:
    return _fiscal(accounts, measure, "财政拨款收入总计"), _fiscal_income_parts(accounts, measure)


def _fiscal_income_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    for source in RevenueSource:
        if source.fund is not None:
            yield revenue_line(accounts, source, measure)
            yield fund_carry_over(accounts, source.fund, "opening", measure)


def fiscal_income_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """财政拨款收入总计 = Σ over the budgets (本年收入 + 年初财政拨款结转和结余)."""
    return total_or_given(*_fiscal_income(accounts, measure))


def _fiscal_expenditure(accounts: FinalAccounts, measure: Measure) -> _Total:
    return _fiscal(accounts, measure, "财政拨款支出总计"), _fiscal_expenditure_parts(accounts, measure)


def _fiscal_expenditure_parts(accounts: FinalAccounts, measure: Measure) -> Iterator[Figure]:
    for fund in FundSource:
        yield fund_expenditure(accounts, fund, measure)
        yield fund_carry_over(accounts, fund, "closing", measure)


def fiscal_expenditure_total(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """财政拨款支出总计 = Σ over the budgets (本年支出 + 年末财政拨款结转和结余)."""
    return total_or_given(*_fiscal_expenditure(accounts, measure))


def economic_items(accounts: FinalAccounts, nature: SpendingNature) -> tuple[EconomicItem, ...]:
    """The economic items of the basic or of the project expenditure, in the order of their codes."""
    return tuple([item for item in accounts.economic if item.nature is nature])


def economic_figure(item: EconomicItem, year: int) -> Figure:
    """The amount of an economic item, by its official name in a budget year."""
    digits = item.code.text
    return Figure(item.actual, _economic_name(digits, year), f"economic.{item.nature.key}.{digits}.actual")


def economic_name(code: EconomicCode, year: int) -> str:
    """The official name of an economic 类 or 款 in a budget year; the digits of a code that has none."""
    return _economic_name(code.text, year)


@lru_cache(maxsize=4096)
def _economic_name(digits: str, year: int) -> str:
    entry = catalog.economic(digits, year)
    return digits if entry is None else entry.name


def _economic_sum(accounts: FinalAccounts, items: Sequence[EconomicItem], label: str, path: str) -> Figure:
    if not items and accounts.economic:
        return Figure(ZERO, label, path)
    return sum_over([item.actual for item in items], label, path, _economic_figures, items, accounts.year)


def _economic_figures(items: Sequence[EconomicItem], year: int) -> Iterator[Figure]:
    return (economic_figure(item, year) for item in items)


def economic_total(accounts: FinalAccounts, nature: SpendingNature) -> Figure:
    """一般公共预算财政拨款基本支出 or 项目支出: Σ its economic items (公开06、07表合计)."""
    label = f"一般公共预算财政拨款{nature.official}"
    return _economic_sum(accounts, economic_items(accounts, nature), label, f"economic.{nature.key}.*.actual")


def economic_classes(accounts: FinalAccounts, nature: SpendingNature) -> dict[EconomicCode, tuple[EconomicItem, ...]]:
    """The economic 类 in which there are items, in the order of their codes, each with its items."""
    found: dict[str, list[EconomicItem]] = {}
    for item in economic_items(accounts, nature):
        found.setdefault(item.code.text[:3], []).append(item)
    return {EconomicCode(text): tuple(items) for text, items in found.items()}


def economic_class_total(
    accounts: FinalAccounts,
    nature: SpendingNature,
    class_code: EconomicCode,
    *,
    items: Sequence[EconomicItem] | None = None,
) -> Figure:
    """类 = Σ its economic items, which ``economic_classes`` gives too: ``items`` saves looking for them again."""
    prefix = class_code.text
    if items is None:
        items = [item for item in economic_items(accounts, nature) if item.code.text.startswith(prefix)]
    path = f"economic.{nature.key}.{class_code.text}"
    return _economic_sum(accounts, items, economic_name(class_code, accounts.year), path)


def funds_items(accounts: FinalAccounts) -> tuple[tuple[EconomicItem, ...], tuple[EconomicItem, ...]]:
    """The economic items of the basic expenditure: those of 人员经费, and those of 公用经费."""
    personnel: list[EconomicItem] = []
    public: list[EconomicItem] = []
    for item in accounts.economic:
        if item.nature is SpendingNature.BASIC:
            (personnel if is_personnel(item.code) else public).append(item)
    return tuple(personnel), tuple(public)


def personnel_funds(accounts: FinalAccounts, *, items: Sequence[EconomicItem] | None = None) -> Figure:
    """人员经费: 工资福利支出 (301) and 对个人和家庭的补助 (303) of the basic expenditure.

    ``items`` saves looking again for what ``funds_items`` gave.
    """
    mine = funds_items(accounts)[0] if items is None else items
    return _economic_sum(accounts, mine, "人员经费", "economic.basic.*.actual")


def public_funds(accounts: FinalAccounts, *, items: Sequence[EconomicItem] | None = None) -> Figure:
    """公用经费: the basic expenditure that is not 人员经费 (302, 310 and, where there are any, other 类).

    ``items`` saves looking again for what ``funds_items`` gave.
    """
    mine = funds_items(accounts)[1] if items is None else items
    return _economic_sum(accounts, mine, "公用经费", "economic.basic.*.actual")


def is_personnel(code: EconomicCode) -> bool:
    """Whether an economic code belongs to 人员经费."""
    return code.text[:3] in PERSONNEL_CLASSES


_THREE_PARTS: Final[dict[ThreePublicName, tuple[ThreePublicName, ...]]] = {
    "total": ("abroad", "vehicles", "reception"),
    "vehicles": ("vehicle_purchase", "vehicle_operation"),
}


def three_public_lines(accounts: FinalAccounts, measure: Measure = "actual") -> dict[ThreePublicName, Figure]:
    """All lines of 公开10表: those of “三公”经费, the subtotal of vehicles, and the total."""
    lines: dict[ThreePublicName, Figure] = {}
    for name in _THREE:
        lines[name] = total_or_given(*_three_public(accounts, name, measure, lines))
    return lines


def _three_public(
    accounts: FinalAccounts, name: ThreePublicName, measure: Measure, lines: Mapping[ThreePublicName, Figure]
) -> _Total:
    """``lines`` has the parts already."""
    holder = None if accounts.three_public is None else getattr(accounts.three_public, name)
    given = _line(holder, measure, _THREE[name], "three_public.", name)
    if name == "reception" and measure == "actual":
        return given, (one(accounts) for one in (domestic_reception, foreign_reception))
    return given, (lines[part] for part in _THREE_PARTS.get(name, ()))


def three_public(accounts: FinalAccounts, name: ThreePublicName, measure: Measure = "actual") -> Figure:
    """A line of “三公”经费, the subtotal of vehicles, or the total (公开10表)."""
    return three_public_lines(accounts, measure)[name]


def _reception(accounts: FinalAccounts, name: str, label: str) -> Figure:
    line = None if accounts.three_public is None else accounts.three_public.reception
    part = None if line is None else getattr(line, name)
    return Figure(None if part is None else part.actual, label, f"three_public.reception.{name}.actual")


def domestic_reception(accounts: FinalAccounts) -> Figure:
    """国内公务接待支出."""
    return _reception(accounts, "domestic", "国内公务接待支出")


def foreign_reception(accounts: FinalAccounts) -> Figure:
    """国（境）外公务接待支出."""
    return _reception(accounts, "foreign", "国（境）外公务接待支出")


def operating_expenses(accounts: FinalAccounts, measure: Measure = "actual") -> Figure:
    """机构运行经费: as supplied, else (决算) the 公用经费 of the basic expenditure."""
    given = _line(accounts.operating_expenses, measure, "机构运行经费", "operating_expenses")
    if given.value is not None or measure != "actual" or accounts.operating_expenses is None:
        return given
    public = public_funds(accounts)
    return given if public.value is None else sum_of([public], given.label, given.path)


def procurement_amount(accounts: FinalAccounts, name: ProcurementType) -> Figure:
    """政府采购货物、工程 or 服务支出."""
    line = None if accounts.procurement is None else getattr(accounts.procurement, name)
    value = None if line is None else line.amount
    return Figure(value, f"政府采购{_TYPES[name]}支出", f"procurement.{name}.amount")


def procurement_type_to_sme(accounts: FinalAccounts, name: ProcurementType) -> Figure:
    """The contracts of one type that went to small and medium enterprises."""
    return _contracts(accounts, name, "to_sme", "中小企业")


def _contracts(accounts: FinalAccounts, name: ProcurementType, to: str, whom: str) -> Figure:
    line = None if accounts.procurement is None else getattr(accounts.procurement, name)
    value = None if line is None else getattr(line, to)
    return Figure(value, f"{_TYPES[name]}采购授予{whom}合同金额", f"procurement.{name}.{to}")


def _procurement(accounts: FinalAccounts, name: str, label: str) -> Figure:
    value = None if accounts.procurement is None else getattr(accounts.procurement, name)
    return Figure(value, label, f"procurement.{name}")


def _procured(accounts: FinalAccounts) -> _Total:
    given = _procurement(accounts, "total", "政府采购支出总额")
    return given, (procurement_amount(accounts, name) for name in PROCUREMENT_TYPES)


def procurement_total(accounts: FinalAccounts) -> Figure:
    """政府采购支出总额."""
    return total_or_given(*_procured(accounts))


def _procured_from_sme(accounts: FinalAccounts) -> _Total:
    given = _procurement(accounts, "to_sme", "授予中小企业合同金额")
    return given, (procurement_type_to_sme(accounts, name) for name in PROCUREMENT_TYPES)


def procurement_to_sme(accounts: FinalAccounts) -> Figure:
    """政府采购授予中小企业合同金额."""
    return total_or_given(*_procured_from_sme(accounts))


def _procured_from_micro(accounts: FinalAccounts) -> _Total:
    given = _procurement(accounts, "to_micro", "授予小微企业合同金额")
    return given, (_contracts(accounts, name, "to_micro", "小微企业") for name in PROCUREMENT_TYPES)


def procurement_to_micro(accounts: FinalAccounts) -> Figure:
    """授予小微企业合同金额."""
    return total_or_given(*_procured_from_micro(accounts))


def given_totals(accounts: FinalAccounts) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Every total that the accounts give, with the parts that it has to be the sum of."""
    for given, parts in _totals(accounts):
        if given.value is not None:
            yield given, tuple(parts)


def _totals(accounts: FinalAccounts) -> Iterator[_Total]:
    for measure in MEASURES:
        for total in (_revenue, _expenditure, _income, _outlay, _fiscal_income, _fiscal_expenditure):
            yield total(accounts, measure)
        lines = three_public_lines(accounts, measure)
        yield _three_public(accounts, "total", measure, lines)
        yield _three_public(accounts, "vehicles", measure, lines)
    yield _three_public(accounts, "reception", "actual", {})
    yield _procured(accounts)
    yield _procured_from_sme(accounts)
    yield _procured_from_micro(accounts)
