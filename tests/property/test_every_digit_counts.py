"""Law 3: changing any one digit of a sentence gives another claim or a mismatch, never silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from govfinance.testing import claims
from tests.property.support import DIGITS, EVERY_SENTENCE, AnySentence, fewer, with_digit


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@fewer(2)
@given(data=st.data(), step=st.integers(1, 9))
def test_no_digit_can_be_changed_unnoticed(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject, step: int
) -> None:
    claim = data.draw(claims(sentence.cls, jurisdiction))
    text = sentence.render(claim)
    changed = [with_digit(text, position, step) for position, char in enumerate(text) if char in DIGITS]
    assert [] == [other for other in changed if sentence.match(other) == claim]
