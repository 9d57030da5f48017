"""勾稽关系: consistent accounts satisfy every identity, and no accounts at all make the check fail."""

from decimal import Decimal

import pytest
from hypothesis import given

from govfinance.calc import IDENTITIES, Verdict, check
from govfinance.derive import derive
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.numeric import CONTEXT, total
from govfinance.testing import final_accounts
from tests.property.support import EVERY_JURISDICTION


@given(final_accounts(consistent=True))
def test_consistent_accounts_satisfy_every_identity(accounts: FinalAccounts) -> None:
    assert [] == [one.message() for one in check(accounts) if one.verdict is Verdict.INCONSISTENT]


@given(final_accounts(complete=False))
def test_a_check_says_something_of_any_accounts(accounts: FinalAccounts) -> None:
    for one in check(accounts):
        assert one.identity in IDENTITIES
        assert one.verdict is not Verdict.ROUNDING  # exact figures leave none
        assert one.message("en")
        assert one.message("zh")


@pytest.mark.parametrize("jurisdiction", EVERY_JURISDICTION)
@given(accounts=final_accounts(consistent=True))
def test_the_shares_of_consistent_accounts_add_up_to_100(jurisdiction: Jurisdiction, accounts: FinalAccounts) -> None:
    derived = list(derive(accounts, jurisdiction))
    for side in ("revenue", "expenditure"):
        listed = [(one, "share") for one in derived if one.topic == f"{side}.line"]
        for one in derived:
            if one.topic == f"{side}.total":
                listed += [(one, f"items[{number}].share") for number in range(len(one.claim.items or ()))]
        assert listed or all(not one.claim.total.value for one in derived if one.topic == f"{side}.total")
        shares = [(one.printed(path), one.sources.get(path)) for one, path in listed]
        if shares and all(printed is not None and source[0].percent is not None for printed, source in shares):
            half = CONTEXT.scaleb(Decimal(5), -shares[0][1][1].decimals - 1)
            printed_total = total(printed.value for printed, _ in shares)
            assert abs(CONTEXT.subtract(printed_total, Decimal(100))) <= CONTEXT.multiply(half, Decimal(len(shares)))
