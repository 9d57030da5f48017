"""Deriving is deterministic: the caller's decimal context and the thread change nothing."""

import decimal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.calc import check
from govfinance.compose import compose
from govfinance.derive import Derivation, derive
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.money import Scale, format_amount, parse_amount, to_amount
from govfinance.testing import amounts, final_accounts
from tests.property.support import EVERY_JURISDICTION, fewer

HOSTILE = decimal.Context(
    prec=3,
    rounding=decimal.ROUND_HALF_EVEN,
    Emin=-5,
    Emax=5,
    traps=[decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.InvalidOperation, decimal.Overflow],
)
SLOPPY = decimal.Context(prec=3, rounding=decimal.ROUND_DOWN, traps=[])


@contextmanager
def inside(context: decimal.Context) -> Iterator[None]:
    """The caller's decimal context is another one."""
    with decimal.localcontext(context):
        yield


def everything(accounts: FinalAccounts, jurisdiction: Jurisdiction) -> tuple[object, ...]:
    """All that is computed from accounts, as text where it is text in the end."""
    derivation = derive(accounts, jurisdiction)
    checks = [(one.verdict, one.message("zh"), str(one.difference)) for one in check(accounts)]
    return derivation, explained(derivation), checks, compose(accounts, jurisdiction).to_json("zh")


def explained(derivation: Derivation) -> list[str]:
    """The derivations of all printed numbers, in words."""
    return [derived.explain(path) for derived in derivation for path in derived.sources]


@pytest.mark.parametrize("context", [HOSTILE, SLOPPY], ids=["traps", "three digits"])
@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@fewer(3)
@given(accounts=final_accounts())
def test_the_callers_decimal_context_changes_nothing(
    jurisdiction: Jurisdiction, context: decimal.Context, accounts: FinalAccounts
) -> None:
    expected = everything(accounts, jurisdiction)
    with inside(context):
        assert expected == everything(accounts, jurisdiction)


@pytest.mark.parametrize("context", [HOSTILE, SLOPPY], ids=["traps", "three digits"])
@given(amount=amounts(), scale=st.sampled_from(Scale))
def test_reading_and_writing_amounts_ignores_the_context(
    context: decimal.Context, amount: decimal.Decimal, scale: Scale
) -> None:
    text = format_amount(amount, scale, pattern="#,##0.##########")
    with inside(context):
        assert amount == to_amount(amount)
        assert text == format_amount(amount, scale, pattern="#,##0.##########")
        assert amount == parse_amount(text, scale)


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@fewer(3)
@given(accounts=final_accounts())
def test_a_thread_gives_what_the_main_thread_gives(jurisdiction: Jurisdiction, accounts: FinalAccounts) -> None:
    expected = everything(accounts, jurisdiction)
    assert expected == everything(accounts, jurisdiction)
    with ThreadPoolExecutor(2) as threads:
        results = [threads.submit(everything, accounts, jurisdiction) for _ in range(2)]
    assert [expected, expected] == [result.result() for result in results]
