"""The auditor says nothing about documents that are right, and finds a single change where the document proves it wrong."""

from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from govfinance.audit import audit
from govfinance.jurisdictions import Jurisdiction
from govfinance.testing import (
    Publication,
    detected,
    findings_of,
    mutations,
    provably_wrong,
    publications,
    texts,
)
from govfinance.testing._facts import Facts, spots_of
from tests.property.support import EVERY_JURISDICTION, fewer

LEAST = 0.97
"""The share of provable changes that have to be found; the report has more documents (see `benchmarks.audit_mutations`)."""

PLACED = ("found", "elsewhere")


def quick(divisor: int) -> settings:
    """Settings that show the first document that fails: the smallest one would take minutes to find."""
    return settings(fewer(divisor), phases=(Phase.explicit, Phase.reuse, Phase.generate))


def some(jurisdiction: Jurisdiction, documents: int) -> list[Publication]:
    """The same few documents each time."""
    found: list[Publication] = []

    @seed(1)
    @settings(max_examples=documents, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(publications(jurisdiction))
    def collect(made: Publication) -> None:
        found.append(made)

    collect()
    return found


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@quick(5)
@given(st.data())
def test_nothing_is_found_in_a_right_document(jurisdiction: Jurisdiction, data: st.DataObject) -> None:
    made = data.draw(publications(jurisdiction))
    assert [] == [(finding.code, finding.quote) for finding in provably_wrong(audit(made.document))]


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@quick(5)
@given(st.data())
def test_nothing_is_found_whatever_people_write(jurisdiction: Jurisdiction, data: st.DataObject) -> None:
    made = data.draw(publications(jurisdiction, text=texts(), awkward=True))
    assert [] == [(finding.code, finding.quote) for finding in provably_wrong(audit(made.document))]


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
def test_changes_that_are_provably_wrong_are_found(jurisdiction: Jurisdiction) -> None:
    random = Random(1)
    outcomes: Counter[str] = Counter()
    missed: list[tuple[str, str, str]] = []
    for made in some(jurisdiction, 5):
        before = findings_of(audit(made.document))
        for change in mutations(made, random, each=1):
            if change.provable:
                found = detected(change, change.document, audit(change.document), before)
                outcomes[found.outcome] += 1
                if found.outcome not in PLACED:
                    missed.append((change.kind, change.before, change.after))
    assert outcomes.total() > 50
    assert outcomes.total() * LEAST <= sum(outcomes[one] for one in PLACED), missed


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@quick(10)
@given(st.data())
def test_a_document_does_not_prove_itself_wrong(jurisdiction: Jurisdiction, data: st.DataObject) -> None:
    made = data.draw(publications(jurisdiction, awkward=True))
    facts = Facts(spots_of(made))
    assert [] == [spot for number, spot in enumerate(facts.spots) if facts.provable(number, spot.text)]
