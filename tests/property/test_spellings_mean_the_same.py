"""Law 5: tolerated variants of a sentence parse to the canonical claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from tests.property.support import EVERY_SENTENCE, AnySentence, broken, for_each_sentence


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@for_each_sentence()
@given(data=st.data())
def test_white_space_width_words_and_separators_do_not_matter(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    assert broken(5, jurisdiction, sentence, data) is None
