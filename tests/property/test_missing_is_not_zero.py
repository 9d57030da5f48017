"""Missing is not zero: what was not supplied is asked for or left unsaid, but never printed."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govfinance.calc import Figure, Ratio, Verdict, check, sum_of
from govfinance.derive import Derivation, derive
from govfinance.errors import IncompleteAccountsError
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.testing import final_accounts, supplied_figures, without
from tests.property.support import EVERY_JURISDICTION, printed_numbers


def figures(source: Figure | Ratio) -> list[Figure]:
    """The figures that a printed number goes back to, through all sums."""
    if isinstance(source, Ratio):
        return figures(source.part) + figures(source.base)
    return [source, *(inner for _, term in source.terms for inner in figures(term))]


def zeros(derivation: Derivation) -> set[tuple[str, str, str]]:
    """The address of every printed zero."""
    return {
        (derived.topic, derived.key, path)
        for derived in derivation
        for path, printed in printed_numbers(derived.claim)
        if not printed.value
    }


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@given(data=st.data(), accounts=final_accounts(consistent=True))
def test_a_figure_that_is_dropped_is_never_printed_as_zero(
    jurisdiction: Jurisdiction, data: st.DataObject, accounts: FinalAccounts
) -> None:
    path = data.draw(st.sampled_from(supplied_figures(accounts)))
    dropped = without(accounts, path)
    try:
        after = derive(dropped, jurisdiction)
    except IncompleteAccountsError as error:
        assert error.problems
        assert not {problem.path for problem in error.problems} & set(supplied_figures(dropped))
        return
    assert zeros(after) <= zeros(derive(accounts, jurisdiction))
    for derived in after:
        for source, _ in derived.sources.values():
            for figure in figures(source):
                assert figure.path != path or figure.terms or figure.value is None


@given(data=st.data(), accounts=final_accounts(consistent=True))
def test_a_check_without_an_operand_says_so(data: st.DataObject, accounts: FinalAccounts) -> None:
    dropped = without(accounts, data.draw(st.sampled_from(supplied_figures(accounts))))
    found = check(dropped)
    assert all(one.verdict in (Verdict.CONSISTENT, Verdict.UNVERIFIABLE) for one in found)
    for one in found:
        unknown = one.left.value is None or one.right.value is None
        assert unknown is (one.verdict is Verdict.UNVERIFIABLE)
        assert unknown is (one.difference is None)
        assert one.message("en")
        assert one.message("zh")


@given(data=st.data(), accounts=final_accounts())
def test_a_sum_without_a_part_is_missing(data: st.DataObject, accounts: FinalAccounts) -> None:
    parts = [Figure(line.amount, path=path) for path, line in _procured(accounts)]
    number = data.draw(st.integers(0, len(parts) - 1))
    parts[number] = evolve(parts[number], value=None)
    assert sum_of(parts, "合计").value is None
    assert sum_of(parts, "合计").missing() == (parts[number].path,)
    assert sum_of([], "合计").value is None


def _procured(accounts: FinalAccounts):
    procurement = accounts.procurement
    assert procurement is not None
    for name in ("goods", "works", "services"):
        yield f"procurement.{name}.amount", getattr(procurement, name)
