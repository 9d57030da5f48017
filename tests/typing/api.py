"""What type checkers have to accept, and what they have to refuse, of the public API. Never run: only checked."""

from decimal import Decimal
from typing import Any, assert_type

import govfinance as gf
from govfinance.calc import Figure, Ratio, Variation, change, figure, share
from govfinance.claims import ExpenditureShare
from govfinance.derive import Derivation, Derived
from govfinance.document import Document
from govfinance.money import NumberFormat, Printed
from govfinance.sentences import Mismatch, Sentence

accounts = gf.load("accounts.json")
assert_type(accounts, gf.FinalAccounts)
assert_type(gf.loads(b"{}"), gf.FinalAccounts)
assert_type(gf.dumps(accounts, gf.Scale.WAN), str)
assert_type(gf.schema(), dict[str, Any])
assert_type(accounts.department.name, str)
assert_type(accounts.year, int)
assert_type(accounts.revenue, tuple[gf.RevenueLine, ...])
assert_type(accounts.revenue[0].prior, Decimal | None)
assert_type(accounts.functional[0].actual, Decimal)

form = gf.jurisdiction("inner-mongolia", year=2023)
assert_type(form, gf.Jurisdiction)
assert_type(gf.compose(accounts, form), Document)
assert_type(gf.derive(accounts, form), Derivation)
for derived in gf.derive(accounts, form.conventions):
    assert_type(derived, Derived)
    assert_type(derived.explain("total"), str)

sentence = form.sentence(ExpenditureShare)
assert_type(sentence, Sentence[ExpenditureShare])
assert_type(sentence.parse("本年项目支出 1,477.97万元，占 33.16%"), ExpenditureShare)
assert_type(sentence.match(""), ExpenditureShare | Mismatch)

assert_type(figure("1"), Figure)
assert_type(share(figure(1), figure(2)), Ratio)
assert_type(change(figure(1), figure(2)), Variation)
assert_type(NumberFormat("0.00").print(Decimal(1)), Printed)
assert_type(gf.parse_amount("1.00"), Decimal)

line = gf.RevenueLine(source="other", actual="5613400", initial=0, prior=Decimal("1.5"))
gf.RevenueLine(source=gf.RevenueSource.OTHER)
item = gf.FunctionalItem(code="2040601", basic="1", project=0)
gf.FinalAccounts(department=gf.Department(name="某局"), year=2023, revenue=[line], functional=(item,))
gf.Remarks({"overall.opening.prior": "上年项目结转增加"})

gf.RevenueLine(source="other", actual=1.5)  # type: ignore[arg-type]
gf.FunctionalItem(code="2040601", basic=0.1, project=0)  # type: ignore[arg-type]
gf.FunctionalItem(code="2040601", basic="1")  # type: ignore[call-arg]
gf.Department("某局")  # type: ignore[call-arg]
gf.format_amount(1.5)  # type: ignore[arg-type]
figure(0.5)  # type: ignore[arg-type]
line.actual = Decimal(1)  # type: ignore[misc]
