"""Law 4: no sentence of one template is accepted by another template of the same jurisdiction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from govfinance.sentences import Mismatch
from govfinance.testing import claims
from tests.property.support import EVERY_SENTENCE, AnySentence, fewer, other_sentences


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@fewer(2)
@given(data=st.data())
def test_a_sentence_is_read_by_its_own_template_only(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    text = sentence.render(data.draw(claims(sentence.cls, jurisdiction)))
    others = other_sentences(jurisdiction, sentence)
    assert [] == [other.name for other in others if not isinstance(other.match(text), Mismatch)]
