"""Law 2: ``render(parse(s))`` is the canonical form of ``s``; rendering that again changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from tests.property.support import EVERY_SENTENCE, AnySentence, broken, for_each_sentence


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@for_each_sentence(2)
@given(data=st.data())
def test_every_spelling_has_one_canonical_form(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    assert broken(2, jurisdiction, sentence, data) is None
