"""A text that leaves a sentence: the mismatch lies inside the text or at its end, and points at what was changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.jurisdictions import Jurisdiction
from govfinance.sentences import Mark, Mismatch
from govfinance.testing import claims, texts
from tests.property.support import EVERY_SENTENCE, AnySentence, for_each_sentence

# Free text can swallow what was changed behind it, and in it a sentence's own words mislead; short ones do not.
short = st.sampled_from(["甲", "甲乙"])


def literal_positions(text: str, marks: tuple[Mark, ...]) -> list[tuple[int, Mark | None]]:
    """Where the words of the sentence itself stand, and for each the field before it."""
    taken = {position: mark for mark in marks for position in range(mark.start, mark.end)}
    before: Mark | None = None
    positions: list[tuple[int, Mark | None]] = []
    for position in range(len(text)):
        if position in taken:
            before = taken[position]
        else:
            positions.append((position, before))
    return positions


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@for_each_sentence(6)
@given(data=st.data())
def test_a_changed_word_is_where_the_mismatch_points(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject
) -> None:
    claim = data.draw(claims(sentence.cls, jurisdiction, text=short))
    text = sentence.render(claim)
    for position, behind in literal_positions(text, sentence.read(text).marks):
        changed = f"{text[:position]}#{text[position + 1 :]}"
        found = sentence.match(changed)
        place = found.position if isinstance(found, Mismatch) else None
        if behind is None or isinstance(behind.value, str):
            assert place is None or position <= place <= len(changed), changed
        elif place != position:
            # a free text went on: one further ahead, or that of an optional part with the same words
            assert "甲" in changed, changed
            assert position < place <= len(changed) if place is not None else found != claim, (changed, found)


@pytest.mark.parametrize(("jurisdiction", "sentence"), EVERY_SENTENCE)
@for_each_sentence(2)
@given(data=st.data(), rest=st.just("") | texts())
def test_a_mismatch_lies_in_the_text_or_at_its_end(
    jurisdiction: Jurisdiction, sentence: AnySentence, data: st.DataObject, rest: str
) -> None:
    text = sentence.render(data.draw(claims(sentence.cls, jurisdiction)))
    cut = text[: data.draw(st.integers(0, len(text)))] + rest
    found = sentence.match(cut)
    if isinstance(found, Mismatch):
        assert 0 <= found.position <= len(cut)
        assert found.found == cut[found.position : found.position + 12]
        assert str(found.position + 1) in found.message("en")
