"""What accounts supply can be left out, piece by piece, and nothing else changes."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.model import FinalAccounts
from govfinance.testing import final_accounts, supplied, supplied_figures, without


@given(data=st.data(), accounts=final_accounts(complete=False))
def test_what_is_supplied_can_be_left_out(data: st.DataObject, accounts: FinalAccounts) -> None:
    paths = supplied(accounts)
    assert len(paths) == len(set(paths))
    assert set(supplied_figures(accounts)) <= set(paths)
    if paths:
        path = data.draw(st.sampled_from(paths))
        assert path not in supplied(without(accounts, path)) or path.endswith("]")
        assert accounts != without(accounts, path)


@given(data=st.data(), accounts=final_accounts())
def test_only_what_is_left_out_is_gone(data: st.DataObject, accounts: FinalAccounts) -> None:
    figures = supplied_figures(accounts)
    path = data.draw(st.sampled_from(figures))
    assert set(figures) - {path} == set(supplied_figures(without(accounts, path)))


@given(final_accounts())
def test_what_is_not_supplied_cannot_be_left_out(accounts: FinalAccounts) -> None:
    with pytest.raises(KeyError):
        without(accounts, "overall.opening.adjusted.more")
    with pytest.raises(KeyError):
        without(attrs.evolve(accounts, overall=None), "overall.total")
