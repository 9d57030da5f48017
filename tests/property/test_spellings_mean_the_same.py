"""Law 5: tolerated variants of a sentence parse to the canonical claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from govfinance.testing import claims, spellings
from tests.property.support import EVERY_SENTENCE, AnySentence


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@given(data=st.data())
def test_white_space_width_words_and_separators_do_not_matter(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    claim = data.draw(claims(sentence.cls, jurisdiction))
    assert claim == sentence.parse(data.draw(spellings(sentence, claim)))
