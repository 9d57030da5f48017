"""The auditor says nothing about documents that are right, and finds a single change where the document proves it wrong."""

from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from govfinance.audit import audit
from govfinance.jurisdictions import Jurisdiction
from govfinance.testing import detected, findings_of, mutations, provably_wrong, publications, texts
from govfinance.testing._facts import Facts, spots_of
from tests.property.support import EVERY_JURISDICTION, fewer

FOUND = ("found", "elsewhere", "wrong kind")


def quick(divisor: int) -> settings:
    """Settings that show the first document that fails: the smallest one would take minutes to find."""
    return settings(fewer(divisor), phases=(Phase.explicit, Phase.reuse, Phase.generate))


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
@quick(10)
@given(st.data())
def test_a_change_that_is_provably_wrong_is_found(jurisdiction: Jurisdiction, data: st.DataObject) -> None:
    made = data.draw(publications(jurisdiction))
    before = findings_of(audit(made.document))
    changes = [*mutations(made, Random(data.draw(st.integers(0, 2**32))), each=1)]
    for mutation in [change for change in changes if change.provable]:
        found = detected(mutation, mutation.document, audit(mutation.document), before)
        assert found.outcome in FOUND, (mutation.kind, mutation.before, mutation.after, mutation.place)


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@quick(10)
@given(st.data())
def test_a_document_does_not_prove_itself_wrong(jurisdiction: Jurisdiction, data: st.DataObject) -> None:
    made = data.draw(publications(jurisdiction, awkward=True))
    facts = Facts(spots_of(made))
    assert [] == [spot for number, spot in enumerate(facts.spots) if facts.provable(number, spot.text)]
