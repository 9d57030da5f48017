"""What type checkers have to accept, and what they have to refuse, of the public API. Never run: only checked."""

from decimal import Decimal
from typing import Any, assert_type

import govfinance as gf
from govfinance.calc import (
    IDENTITIES,
    Check,
    Figure,
    Identity,
    Ratio,
    Relation,
    Variation,
    Verdict,
    change,
    figure,
    share,
)
from govfinance.catalog import CodeFinding
from govfinance.claims import ExpenditureShare
from govfinance.consolidate import Consolidation
from govfinance.derive import Derivation, Derived
from govfinance.document import Document
from govfinance.io import Workbook
from govfinance.jurisdictions import Form, Jurisdiction
from govfinance.model import Precision, PublicTable, Stated
from govfinance.money import NumberFormat, Printed
from govfinance.sentences import Mismatch, Sentence
from govfinance.tables import ByCode, Cell, Column, Printing, Row, Table, TableForm, tabulate_with

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
assert_type(gf.load_jurisdiction("county.toml"), gf.Jurisdiction)
assert_type(gf.compose(accounts, form, lang="en"), Document)
gf.compose(accounts, form, lang="fr")  # type: ignore[arg-type]
for derived in gf.derive(accounts, form):
    assert_type(derived, Derived)
    assert_type(derived.explain("total"), str)

sentence = form.sentence(ExpenditureShare)
assert_type(sentence, Sentence[ExpenditureShare])
assert_type(sentence.parse("本年项目支出 1,477.97万元，占 33.16%"), ExpenditureShare)
assert_type(sentence.match(""), ExpenditureShare | Mismatch)

assert_type(gf.check(accounts), tuple[Check, ...])
for checked in gf.check(accounts):
    assert_type(checked.verdict, Verdict)
    assert_type(checked.margin, Decimal)
    assert_type(checked.difference, Decimal | None)
    assert_type(checked.identity.relation, Relation)
    assert_type(checked.identity.tables, tuple[PublicTable, ...])
assert_type(IDENTITIES, tuple[Identity, ...])
assert_type(gf.check_codes(accounts), tuple[CodeFinding, ...])
assert_type(accounts.stated.get("totals/208/actual"), Decimal | None)
assert_type(accounts.precision, Precision | None)

tables = gf.tabulate(accounts, form, scale=gf.Scale.YUAN, partial=True)
assert_type(tables, tuple[Table, ...])
assert_type(tables[0].body, tuple[Row, ...])
assert_type(tables[0].cell("total"), Cell)
assert_type(tables[0].cell("total", "actual").shown, Decimal | None)
assert_type(tables[0].missing, tuple[str, ...])
layout = ByCode(table=PublicTable.EXPENDITURE, title="支出决算表", columns=(Column("total", ("合计",)),))
own = TableForm(layouts=(layout,), printing=Printing(nil="0.00"))
assert_type(tabulate_with(accounts, own), tuple[Table, ...])
assert_type(Jurisdiction(Form(id="own", name="某县", year=2023, tables=own)).tables, TableForm)

assert_type(gf.read_xlsx("2024.xlsx"), gf.FinalAccounts)
read = gf.read_xlsx(b"", jurisdiction=form, prior="2023.xlsx", budget=accounts, year=2024, level="unit")
assert_type(read, gf.FinalAccounts)
assert_type(gf.consolidate([accounts, read], "某局", transfers="all"), Consolidation)
book = gf.open_xlsx("2024.xlsx", department="某局", scale=gf.Scale.WAN)
assert_type(book, Workbook)
assert_type(book.tables, dict[PublicTable, str])
assert_type(book.warnings, tuple[gf.Problem, ...])
assert_type(gf.with_prior_year(accounts, read), gf.FinalAccounts)
assert_type(gf.with_budget(accounts, read), gf.FinalAccounts)
gf.write_xlsx(accounts, "tables.xlsx", form, scale=gf.Scale.YUAN, partial=True, supplements=True)
gf.write_template("blank.xlsx", form, year=2024, name="某局")

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
gf.FinalAccounts(
    department=gf.Department(name="某局"),
    year=2023,
    stated=Stated({"expenditure/208/basic": "5"}),
    precision=Precision(step=100, zeros="nil"),
)

gf.RevenueLine(source="other", actual=1.5)  # type: ignore[arg-type]
gf.FunctionalItem(code="2040601", basic=0.1, project=0)  # type: ignore[arg-type]
gf.FunctionalItem(code="2040601", basic="1")  # type: ignore[call-arg]
gf.Department("某局")  # type: ignore[call-arg]
gf.format_amount(1.5)  # type: ignore[arg-type]
figure(0.5)  # type: ignore[arg-type]
line.actual = Decimal(1)  # type: ignore[misc]
Precision(step=0.01)  # type: ignore[arg-type]
gf.tabulate(accounts, "shanghai")  # type: ignore[arg-type]
gf.tabulate(accounts, form, gf.Scale.YUAN)  # type: ignore[call-arg]
gf.write_xlsx(accounts, "tables.xlsx")  # type: ignore[call-arg]
gf.write_template("blank.xlsx", form)  # type: ignore[call-arg]
gf.read_xlsx("2024.xlsx", prior=2023)  # type: ignore[arg-type]
gf.consolidate([accounts], transfers="none")  # type: ignore[arg-type]
gf.with_prior_year(accounts, "2023.xlsx")  # type: ignore[arg-type]
tables[0].cell("total").text = "1"  # type: ignore[misc]
Column("total", "合计")  # type: ignore[arg-type]
