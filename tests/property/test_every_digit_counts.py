"""Law 3: changing any one digit of a sentence gives another claim or a mismatch, never silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from tests.property.support import EVERY_SENTENCE, AnySentence, broken, for_each_sentence


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@for_each_sentence(2)
@given(data=st.data())
def test_no_digit_can_be_changed_unnoticed(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    assert broken(3, jurisdiction, sentence, data) is None
