"""The English sentences, one or more templates for each class of claims; they belong to no jurisdiction.

The last template of each class needs only the fields that are always there, so that every claim can be said, whatever a
form leaves out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import govfinance.claims as claims
from govfinance.en._phrases import PHRASES
from govfinance.en._template import Said, Template, said, templates
from govfinance.en._terms import THREE_PUBLIC
from govfinance.en._words import Standing

__all__ = ["SENTENCES", "say"]

_YEAR: Final = "[in {year}, ]"
_OF: Final = "[ of {who}]"
_GENERAL: Final = "general public budget appropriations"
_THREE: Final = f"spending{_OF} on {THREE_PUBLIC} from fiscal appropriations"
_PARTS: Final = (
    "official overseas visits, {abroad:X}; purchase and operation of official vehicles, {vehicles:X}; "
    "official hospitality, {reception:X}."
)
_BUDGETED: Final = (
    "[, against {budget} in {the_budget}][, an execution rate of {completion}][; this is {relation} {the_budget}]."
)
_PRIOR: Final = "[ {prior:vs_prior}]"
_REASONS: Final = "[ {reason:reasons}]"
_PURPOSE: Final = "[ Spent on: {purpose:quoted}.]"

_TOTALS: Final[Mapping[type, tuple[Template, ...]]] = {
    claims.OverallTotal: templates(
        f"{_YEAR}total revenue and total expenditure{_OF} each amounted to {{total}}."
        "[ {budget:vs_budget_both}][ {prior:vs_prior_both}]"
    ),
    claims.SideTotal: templates("Total {side}: {total}, made up of:"),
    claims.OverallItemTotal: templates(f"{{item}}: {{amount}}.[ Matters covered: {{matter:quoted}}.]{_PRIOR}"),
    claims.RevenueTotal: templates(
        f"{_YEAR}current-year revenue{_OF} totalled {{total}}[: {{items:revenue_part*; }}]."
    ),
    claims.RevenueShare: templates("{source}: {amount}[, {share} of current-year revenue]."),
    claims.ExpenditureTotal: templates(
        f"{_YEAR}current-year expenditure{_OF} totalled {{total}}[: {{items:expenditure_part*; }}]."
    ),
    claims.ExpenditureShare: templates("{nature}: {amount}[, {share} of current-year expenditure]."),
    claims.ProjectExpenditure: templates(
        f"{_YEAR}project expenditure{_OF} from all sources was {{amount}}[, {{share}} of current-year expenditure]."
        f"{_PRIOR}"
    ),
    claims.FiscalTotal: templates(
        f"{_YEAR}total revenue and total expenditure{_OF} from fiscal appropriations each amounted to {{total}}."
        "[ {budget:vs_budget_both}][ {prior:vs_prior_both}]"
    ),
}

_SPENDING: Final[Mapping[type, tuple[Template, ...]]] = {
    claims.FunctionalOverview: templates(
        f"{_YEAR}expenditure{_OF} from {_GENERAL} was {{amount}}[, {{share}} of current-year expenditure].{_PRIOR}"
    ),
    claims.FunctionalStructure: templates(
        f"{_YEAR}expenditure{_OF} from {_GENERAL} was {{amount}}[: {{items:class_share*; }}]."
    ),
    claims.FunctionalTotal: templates(
        f"{_YEAR}expenditure{_OF} from {_GENERAL} was {{actual}}{_BUDGETED}{_REASONS}[ {{follows}}]"
    ),
    claims.FunctionalClassTotal: templates(
        "{class_name:name}: final figure {actual}[, {change:class_change}].[ {follows}]"
    ),
    claims.FunctionalItemTotal: templates(
        "[{class_name:name} / ]{group_name} / {item_name}: final figure {actual}"
        f"{_BUDGETED}{_PURPOSE}[ {{material}}]{_REASONS}"
    ),
    claims.FundsTotal: templates("{kind}: {total}[, mainly: {items:item*; }]."),
    claims.EconomicTotal: templates(f"{_YEAR}{{nature}}{_OF} from {_GENERAL} was {{total}}[: {{funds:funds*; }}]."),
    claims.EconomicClassTotal: templates("{class_name:name}: {total}[, mainly: {items:item*; }]."),
    claims.FundExpenditure: templates(
        f"{_YEAR}expenditure{_OF} from {{fund}} appropriations was {{amount}}"
        f"[; revenue was {{revenue}}].{_PRIOR}[ {{follows}}]"
    ),
    claims.FundNothing: templates(f"{_YEAR}there was no revenue or expenditure{_OF} from {{fund}} appropriations."),
}

_PUBLIC: Final[Mapping[type, tuple[Template, ...]]] = {
    claims.ThreePublicExecution: templates(
        f"{_YEAR}{_THREE}: {{total:execution}}. Of this: {_PARTS.replace('X', 'execution')}"
        f"[ The total is {{relation}} {{the_budget}}.]{_REASONS}"
    ),
    claims.ThreePublicChanges: templates(
        f"{_YEAR}compared with {{before}}, {_THREE} {{total:part_change}}.{_REASONS}"
        " Official overseas visits {abroad:part_change}.[ {abroad_reason:reasons}]"
        " Purchase and operation of official vehicles {vehicles:part_change}.[ {vehicles_reason:reasons}]"
        " Official hospitality {reception:part_change}.[ {reception_reason:reasons}]"
    ),
    claims.ThreePublicNothing: templates(f"{_YEAR}there was no {_THREE}."),
    claims.ThreePublicShares: templates(
        f"{_YEAR}{_THREE} was {{total}}: {_PARTS.replace('X', 'amount_share')}",
        f"{_YEAR}{_THREE} was made up of: {_PARTS.replace('X', 'amount_share')}",
    ),
    claims.AbroadDetail: templates(
        f"Official overseas visits: {{amount}}; {{groups:group}}, {{persons:traveller}}.{_PURPOSE}{_PRIOR}"
    ),
    claims.VehiclesTotal: templates("Purchase and operation of official vehicles: {amount}."),
    claims.VehiclePurchaseDetail: templates(
        f"Purchase of official vehicles: {{amount}}; {{bought:vehicle}} bought.{_PURPOSE}{_PRIOR}"
    ),
    claims.VehicleOperationDetail: templates(
        f"Operation and maintenance of official vehicles{_OF}: {{amount}}; {{held:vehicle}} held"
        f"[ on 31 December {{year}}].{_PURPOSE}{_PRIOR}"
    ),
    claims.ReceptionDetail: templates(
        "Official hospitality: {amount}.[ {at_home:domestic}][ {foreign_guests:guests}]"
        f"{_PURPOSE}[ {{out_of_country:foreign}}]{_PRIOR}"
    ),
    claims.OperatingExpensesTotal: templates(
        f"{_YEAR}operating expenses of government bodies[ for {{who}}] were {{amount}}.{_PRIOR}"
    ),
    claims.OperatingExpensesNothing: templates(
        f"{_YEAR}there were no operating expenses of government bodies[ for {{who}}]."
    ),
    claims.ProcurementTotal: templates(
        f"{_YEAR}government procurement{_OF} totalled {{total}}: goods {{goods}}; works {{works}}; "
        "services {services}.[ {smes:smes}][ {micro:micro}][ {sme_shares:sme_shares}]"
    ),
    claims.ProcurementReserved: templates(
        f"{_YEAR}budgets{_OF} reserved in government procurement: for small and medium-sized enterprises (SMEs) "
        "{sme_budget}; for small and micro enterprises {micro_budget}. Contracts awarded under the reserved budgets: "
        "to SMEs {sme_awarded}; to small and micro enterprises {micro_awarded}. Contracts awarded to SMEs beyond them: "
        "{other_sme_awarded}."
    ),
    claims.AssetsHeld: templates(
        "[On 31 December {year}, ]vehicles held[ by {who}]: {vehicles}, of which: for leaders at vice-provincial "
        "(ministerial) level and above, {provincial_leader}; for principal officials, {principal}; for confidential "
        "communications, {confidential}; for emergencies, {emergency}; for law enforcement, {enforcement}; for special "
        "professional and technical uses, {special}; for retired cadres, {retired_cadre}; for other uses, {other}. "
        "Equipment worth 1 million yuan or more each (vehicles not included): {large_equipment:item}."
    ),
}

_PERFORMANCE: Final[Mapping[type, tuple[Template, ...]]] = {
    claims.SelfEvaluationCoverage: templates(
        f"Self-evaluation of the performance of project expenditure{_OF}[ in {{year}}]. General public budget: "
        "{general_projects:project}; {general_amount}[; {general_share} of its project expenditure]."
        "[ {funds_evaluated:funds_evaluated}]"
    ),
    claims.NothingEvaluated: templates(f"{_YEAR}no project{_OF} was subject to performance self-evaluation."),
    claims.ManagementSummary: templates(
        f"{_YEAR}performance management{_OF}:[ rules issued: {{systems:project*, }};]"
        " performance goals were set for {target_projects:project} with {target_amount}; execution was tracked for"
        " {tracked_projects:project} with {tracked_amount}; {evaluated_projects:project} with {evaluated_amount}"
        " went through self-evaluation[, with an average score of {average_score}]. Grades: excellent {excellent};"
        " good {good}; qualified {qualified}; unqualified {unqualified}. Problems found: {problems}; rectified:"
        " {rectified}; being rectified: {rectifying}.[ Working mechanism: {mechanism:quoted}.]"
    ),
    claims.ReviewCarriedOut: templates(
        "Departmental evaluation covered {projects:project}[ (among them {named:project*, })], involving {general_amount} of the"
        " general public budget[ and {fund_amount} of the government-managed funds budget].[ Conclusion: {conclusion:quoted}.]"
    ),
    claims.EvaluationsReported: templates(
        f"{_YEAR}the final accounts{_OF} report the self-evaluations of {{projects:project}}"
        "[ (among them {named:project*, })]: general public budget, {general_projects}; government-managed funds budget,"
        " {fund_projects}."
    ),
    claims.ProjectScore: templates(
        "Self-evaluation of “{project}”:[ score {score};] full-year budget {budget}; executed {executed}"
        "[; execution rate {completion}]."
    ),
    claims.ProjectGoals: templates("Performance goals achieved: {text:quoted}.", "Performance goals achieved:"),
    claims.IndicatorResult: templates(
        "[{dimension}: ]({number}) {name}: target {target}; actual {actual}[; weight {weight}][; score {score}]."
    ),
    claims.ProjectProblems: templates("Main problems found and their causes: {text:quoted}."),
    claims.ProjectMeasures: templates("Measures for improvement: {text:quoted}."),
    claims.ProjectGrade: templates("Evaluation of the project “{project}”:[ overall score {score};] result “{grade}”."),
}

SENTENCES: Final[Mapping[type, tuple[Template, ...]]] = MappingProxyType(
    {**_TOTALS, **_SPENDING, **_PUBLIC, **_PERFORMANCE}
)
"""Every class of claims with the ways in which it is said."""


def say(claim: claims.Claim, standing: Standing = MappingProxyType({})) -> Said:
    """A claim in English, and where its printed numbers stand; ``standing`` are texts of the form with their English.

    >>> from govfinance.claims import Side, SideTotal
    >>> from govfinance.money import Printed
    >>> made = say(SideTotal(side=Side.INCOME, total=Printed("4,789.64", "万元")))
    >>> made.text, [made.text[start:end] for start, end, _ in made.numbers]
    ('Total revenue: 47.8964 million yuan, made up of:', ['47.8964'])
    """
    return said(SENTENCES[claim.__class__], claim, PHRASES, standing)
