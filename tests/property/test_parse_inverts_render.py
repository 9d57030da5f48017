"""Law 1: ``parse(render(c)) == c``: what a sentence says is all of the claim and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from govfinance.testing import claims
from tests.property.support import EVERY_SENTENCE, AnySentence, broken, for_each_sentence


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@for_each_sentence()
@given(data=st.data())
def test_a_claim_that_is_rendered_reads_back(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    assert broken(1, jurisdiction, sentence, data) is None


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@for_each_sentence(2)
@given(data=st.data())
def test_the_fields_stand_where_the_reading_says(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    text = sentence.render(data.draw(claims(sentence.cls, jurisdiction)))
    reading = sentence.read(text)
    assert [text[mark.start : mark.end] for mark in reading.marks if isinstance(mark.value, str)] == [
        mark.value for mark in reading.marks if isinstance(mark.value, str)
    ]
    assert all(0 <= mark.start < mark.end <= len(text) for mark in reading.marks)
