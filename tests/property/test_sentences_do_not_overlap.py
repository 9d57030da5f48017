"""Law 4: no sentence of one template is accepted by another template of the same jurisdiction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from tests.property.support import EVERY_SENTENCE_OF_EACH, AnySentence, broken, for_each_sentence


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE_OF_EACH)
@for_each_sentence(2)
@given(data=st.data())
def test_a_sentence_is_read_by_its_own_template_only(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    assert broken(4, jurisdiction, sentence, data) is None
