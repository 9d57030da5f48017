"""Law 2: ``render(parse(s))`` is the canonical form of ``s``; rendering that again changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from govfinance.testing import claims, spellings
from tests.property.support import EVERY_SENTENCE, AnySentence, fewer


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@fewer(2)
@given(data=st.data())
def test_every_spelling_has_one_canonical_form(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    claim = data.draw(claims(sentence.cls, jurisdiction))
    canonical = sentence.render(claim)
    assert canonical == sentence.render(sentence.parse(data.draw(spellings(sentence, claim))))
    assert canonical == sentence.render(sentence.parse(canonical))
