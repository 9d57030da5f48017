"""Whole accounts: every claim can be said and read back, every narrative composed, every number found again."""

import json
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.calc import check
from govfinance.compose import compose
from govfinance.derive import derive
from govfinance.errors import IncompleteAccountsError
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.money import Printed
from govfinance.testing import final_accounts
from tests.property.support import EVERY_JURISDICTION, printed_numbers

plain = st.sampled_from(["人员增加", "项目减少", "落实过紧日子的要求，压减支出；另有一项"])

# What the machine would print if something went wrong: a negative zero, an exponent, an empty place, a slot.
MACHINERY = re.compile(r"-0(?:\.0+)?(?![0-9.])|[0-9]E[+-]?[0-9]|None|NaN|Infinity|[{}\[\]<>|]")


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@given(accounts=final_accounts())
def test_every_derived_claim_is_said_and_reads_back(jurisdiction: Jurisdiction, accounts: FinalAccounts) -> None:
    for derived in derive(accounts, jurisdiction):
        sentence = jurisdiction.sentence(type(derived.claim))
        assert derived.claim == sentence.parse(sentence.render(derived.claim))


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@given(accounts=final_accounts())
def test_complete_accounts_can_be_composed(jurisdiction: Jurisdiction, accounts: FinalAccounts) -> None:
    document = compose(accounts, jurisdiction)
    assert len(jurisdiction.outline.sections) == len(document.sections)
    assert all(section.blocks for section in document.sections)
    assert document.to_text().endswith("\n")
    assert document.to_markdown().startswith("# ")
    assert len(document.sections) == len(json.loads(document.to_json("zh"))["sections"])


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@given(accounts=final_accounts(text=plain))
def test_the_text_shows_nothing_of_the_machine(jurisdiction: Jurisdiction, accounts: FinalAccounts) -> None:
    assert MACHINERY.findall(compose(accounts, jurisdiction).to_text()) == []


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@given(accounts=final_accounts())
def test_every_printed_number_stands_in_the_text_where_its_span_says(
    jurisdiction: Jurisdiction, accounts: FinalAccounts
) -> None:
    claimed = Counter(
        (path, printed.text.replace(",", ""))
        for derived in derive(accounts, jurisdiction)
        for path, printed in printed_numbers(derived.claim)
    )
    shown: Counter[tuple[str, str]] = Counter()
    for paragraph in compose(accounts, jurisdiction).paragraphs():
        end = 0
        for span in paragraph.numbers:
            assert end <= span.start < span.end
            end = span.end
            shown[span.slot, paragraph.text[span.start : span.end].replace(",", "")] += 1
    assert claimed == shown


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@given(accounts=final_accounts())
def test_every_printed_number_is_its_exact_source_printed_once(
    jurisdiction: Jurisdiction, accounts: FinalAccounts
) -> None:
    for derived in derive(accounts, jurisdiction):
        assert set(derived.sources) == {path for path, _ in printed_numbers(derived.claim)}
        for path, (source, number_format) in derived.sources.items():
            printed = derived.printed(path)
            exact = getattr(source, "percent", None) if hasattr(source, "percent") else source.value
            assert isinstance(printed, Printed)
            assert derived.explain(path, "en")
            assert derived.explain(path, "zh")
            if exact is None:
                assert not printed.value  # nothing of nothing, as the conventions say it
            else:
                assert number_format.print(exact) == printed


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@given(accounts=final_accounts(complete=False))
def test_incomplete_accounts_are_composed_or_what_is_missing_is_named(
    jurisdiction: Jurisdiction, accounts: FinalAccounts
) -> None:
    check(accounts)
    try:
        compose(accounts, jurisdiction)
    except IncompleteAccountsError as error:
        assert error.problems
        assert all(problem.path and problem.code == "not-supplied" for problem in error.problems)
        assert len(error.problems) == len({problem.path for problem in error.problems})
