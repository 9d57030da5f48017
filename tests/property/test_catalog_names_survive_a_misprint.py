"""A name with one character wrong, missing, added or doubled still leads to its code."""

from hypothesis import assume, given
from hypothesis import strategies as st

from govfinance import catalog
from govfinance.codes import AnyCode

YEAR = 2024
ENTRIES = (
    *catalog.functional_entries(YEAR),
    *catalog.economic_entries(YEAR),
    *catalog.government_economic_entries(YEAR),
)
NAMES = {entry.name for entry in ENTRIES}
UNIQUE = [
    entry for entry in ENTRIES if len(entry.name) >= 6 and 1 == sum(entry.name == other.name for other in ENTRIES)
]
CHARACTERS = sorted({char for entry in ENTRIES for char in entry.name} | set("錯某甲"))

unique_entries = st.sampled_from(UNIQUE)
characters = st.sampled_from(CHARACTERS)


@given(entry=unique_entries, data=st.data(), char=characters)
def test_a_misprinted_name_is_among_the_first_three(
    entry: catalog.Entry[AnyCode], data: st.DataObject, char: str
) -> None:
    name = entry.name
    place = data.draw(st.integers(0, len(name) - 1))
    kind = data.draw(st.sampled_from(["wrong", "missing", "added", "doubled"]))
    changed = {
        "wrong": name[:place] + char + name[place + 1 :],
        "missing": name[:place] + name[place + 1 :],
        "added": name[:place] + char + name[place:],
        "doubled": name[:place] + name[place] + name[place:],
    }[kind]
    assume(changed not in NAMES)
    assert entry.code in [found.code for found in catalog.suggest(changed, YEAR)[:3]]


@given(entry=st.sampled_from(ENTRIES), prefix=st.sampled_from(["", "十八、", "（二）", "3.", "其中：", " "]))
def test_what_is_printed_around_a_name_does_not_count(entry: catalog.Entry[AnyCode], prefix: str) -> None:
    printed = prefix + entry.name.replace("（", "(").replace("）", ")") + f"（{entry.code.level.value}）"
    found = catalog.suggest(printed, YEAR, within=entry.code)
    assert (entry.code, entry.name, 1.0) == (found[0].code, found[0].name, found[0].score)


@given(st.text(max_size=30))
def test_any_text_is_answered(text: str) -> None:
    found = catalog.suggest(text, YEAR)
    assert len(found) <= 5
    assert all(0 < suggestion.score <= 1 for suggestion in found)
    assert catalog.suggest_terms(text, YEAR) is not None
