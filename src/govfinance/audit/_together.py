"""Whether everything that a document says can be true at once: the joint proof, told as findings."""

from __future__ import annotations

from collections.abc import Sequence

from govfinance.audit._joint import Contradiction, explain, prove
from govfinance.audit._network import RULES, Outcome, Reporter
from govfinance.audit._report import Finding
from govfinance.audit._said import Claim, Value
from govfinance.calc import Verdict

__all__ = ["prove_together"]


def prove_together(
    reporter: Reporter, outcome: Outcome, said: Sequence[Claim], cells: Sequence[Value]
) -> tuple[list[Finding], list[tuple[str, str, str]]]:
    """The contradictions among what the other checks found nothing wrong with, and what could not be looked at."""
    wrong = {one.term.place for one in outcome.blamed} | {oddity.place for oddity in outcome.oddities}
    relations = [one for one in outcome.relations if one.sign == 0]
    result = prove([*said, *cells], relations, quote=reporter.document.quote, without=wrong)
    return [_finding(reporter, one) for one in result.contradictions], [*result.skipped]


def _finding(reporter: Reporter, one: Contradiction) -> Finding:
    quote = reporter.document.quote
    rule, place = RULES["not-together"], one.blamed.place
    proofs = [explain(one, quote, lang) for lang in ("zh", "en")]
    return Finding(
        rule=rule,
        verdict=Verdict.INCONSISTENT,
        place=place,
        section=reporter.section_of(place),
        page=reporter.document.page_of(place),
        quote=quote(place),
        printed=quote(place),
        zh=f"{rule.zh}：\n{proofs[0]}",
        en=f"{rule.en}:\n{proofs[1]}",
        derivation=proofs[0],
        derivation_en=proofs[1],
        against=tuple(claim.place for claim in one.claims if claim is not one.blamed),
    )
