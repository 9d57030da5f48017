"""The audit of one document, from reading it to the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from os import PathLike

from attrs import evolve, frozen

from govfinance.audit._accounts import accounts_of
from govfinance.audit._against import known_values
from govfinance.audit._asked import another_year, check_same, check_wishes, said_department, said_year
from govfinance.audit._entities import of_one_entity
from govfinance.audit._free import Spans, is_free, misread, numbers_in, without
from govfinance.audit._identify import Identity, identify
from govfinance.audit._narrative import LONGEST, understand
from govfinance.audit._network import Outcome, Reporter, compare_lists, resolved, run
from govfinance.audit._outline import Outline, find_outline
from govfinance.audit._report import AuditReport, Coverage, Finding, UnclaimedNumber
from govfinance.audit._said import Claim, Listing, Measure, Number, Share, Unclaimed, Value, Variance
from govfinance.audit._tables import TablesRead, check_tables, read_tables
from govfinance.audit._texts import check_texts
from govfinance.document import Document, Place, PublishedDocument, PublishedText
from govfinance.io import read
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts

__all__ = ["audit_document"]


def audit_document(
    source: PublishedDocument | Document | str | PathLike[str] | bytes,
    *,
    jurisdiction: str | Jurisdiction | None = None,
    department: str | None = None,
    year: int | None = None,
    against: FinalAccounts | None = None,
    joint: bool = False,
) -> AuditReport:
    """See `govfinance.audit.audit`."""
    check_wishes(department=department, year=year, against=against, joint=joint)
    document = _published(source)
    outline = find_outline(document)
    identity = identify(document, outline, jurisdiction=jurisdiction)
    when = identity.year or year
    budget: Measure = "adjusted" if identity.form is None else identity.form.conventions.three_public_budget
    tables = of_one_entity(read_tables(document, year=when, budget=budget))
    tables = evolve(tables, cells=tuple(_shared(cell) for cell in tables.cells))
    when = when or said_year(tables)
    name = department or identity.department or said_department(tables)
    if against is not None:
        check_same(against, name, when)
    known = _Known(document, outline, identity, tables, when, against)
    report = known.examine({}, joint=joint)
    if identity.form is not None:
        free = misread(document, identity.form, report.findings)
        if free:
            report = known.examine(free, joint=joint)
    if year is not None and when != year:
        report = evolve(report, findings=(another_year(document, identity, when, year), *report.findings))
    return evolve(
        report,
        department=name,
        jurisdiction=_jurisdiction_id(jurisdiction, identity),
        accounts=partial(accounts_of, tables, name, when),
    )


@frozen(eq=False)
class _Known:
    """What is known of a document before its text is understood."""

    document: PublishedDocument
    outline: Outline
    identity: Identity
    tables: TablesRead
    year: int | None
    against: FinalAccounts | None

    def examine(self, free: Spans, *, joint: bool) -> AuditReport:
        """Understand the text, but for its free words, and check everything."""
        document, tables, year = self.document, self.tables, self.year
        understood = understand(without(document, free) if free else document, self.outline, year=year)
        rows = {found.table: [row for row, _ in found.rows] for found in tables.tables}
        said = resolved(understood.claims, tables.cells, year)
        exact = known_values(self.against, [*said, *tables.cells]) if self.against is not None else ()
        outcome = run(document, said, tables.cells, rows, exact, year=year)
        reporter = Reporter(document, self.outline, outcome, [one for one in said if isinstance(one, Share)], year)
        listings = [claim for claim in said if isinstance(claim, Listing)]
        findings = [*reporter.findings()]
        findings += [reporter.misnamed(one) for one in compare_lists(document, outcome.ledger, listings, year)]
        findings += check_tables(document, tables, year)
        texts = check_texts(document, self.outline, self.identity, [*said, *tables.cells])
        findings += [one for one in texts if not is_free(one.place, free)]
        findings += reporter.rounding()
        skipped = [*_not_possible(document, tables, self.identity, year)]
        if outcome.unexplained:
            number = outcome.unexplained
            skipped.append(
                (
                    "too-many-differences",
                    f"不符之处过多，另有 {number} 处未逐一说明",
                    f"so many figures differ that {number} more differences were not explained one by one",
                )
            )
        if joint:
            from govfinance.audit._together import prove_together

            more, why = prove_together(reporter, outcome, said, tables.cells)
            findings += more
            skipped += why
        unclaimed = [*understood.unclaimed, *numbers_in(document, free), *tables.unclaimed]
        return AuditReport(
            document=document,
            year=year,
            findings=tuple(_sorted(_once(findings))),
            coverage=_coverage(reporter, outcome, said, tables, unclaimed, skipped),
        )


def _not_possible(
    document: PublishedDocument, tables: TablesRead, identity: Identity, year: int | None
) -> Iterable[tuple[str, str, str]]:
    """The checks that the document gives no ground for, each with what is missing."""
    if not tables.tables:
        yield (
            "no-tables",
            "文档中没有决算表，文字未与表格比较",
            "there are no public tables: text and tables were not compared",
        )
    if identity.form is None:
        yield (
            "no-jurisdiction",
            "未识别所用格式，未检查应有的章节和报表",
            "the form is not known: sections and tables that it demands were not looked for",
        )
    if year is None:
        yield (
            "no-year",
            "未识别年度，科目名称和年度表述未检查",
            "the year is not known: names of codes and years were not checked",
        )
    if any(isinstance(block, PublishedText) and len(block.text) > LONGEST for block in document.blocks):
        yield (
            "long-paragraph",
            f"超过{LONGEST}字的段落未读取，其中数字未计入",
            f"paragraphs of more than {LONGEST} characters were not read, their numbers are not counted",
        )
    if identity.department is None:
        yield (
            "no-department",
            "未识别部门名称，各处名称未比较",
            "the department is not known: its names were not compared",
        )


_ASSETS = {"institution/vehicles": "assets/vehicles", "institution/equipment": "assets/equipment"}


def _shared(cell: Value) -> Value:
    """A cell under the subject that the narrative has for it: 国有资产占用 stands in a table of some forms only."""
    for prefix, subject in _ASSETS.items():
        if cell.subject.startswith(prefix):
            return evolve(cell, subject=cell.subject.replace(prefix, subject, 1).removesuffix("/actual"))
    return cell


def _published(source: PublishedDocument | Document | str | PathLike[str] | bytes) -> PublishedDocument:
    if isinstance(source, PublishedDocument):
        return source
    if isinstance(source, Document):
        return PublishedDocument.of_text(source.to_text(), source.title)
    if not isinstance(source, str | bytes | PathLike):
        raise TypeError(
            "expected a path, bytes, a PublishedDocument or a Document to audit, got "
            f"{type(source).__name__}" + ("; use against=" if isinstance(source, FinalAccounts) else "")
        )
    return read(source)


def _jurisdiction_id(jurisdiction: str | Jurisdiction | None, identity: Identity) -> str | None:
    if isinstance(jurisdiction, Jurisdiction):
        return jurisdiction.id
    return jurisdiction or identity.jurisdiction_id


def _coverage(
    reporter: Reporter,
    outcome: Outcome,
    said: Sequence[Claim],
    tables: TablesRead,
    unclaimed: Sequence[Unclaimed],
    skipped: Sequence[tuple[str, str, str]],
) -> Coverage:
    places = {number.place for claim in (*said, *tables.cells) for number in _numbers(claim) if number.printed}
    checked = outcome.checked()
    compared = {term.place for term in outcome.ledger.terms if id(term) in checked and term.number is not None}
    return Coverage(
        seen=len(places) + len(unclaimed),
        claimed=len(places),
        checked=len(places & compared),
        unclaimed=tuple(
            UnclaimedNumber(
                printed=one.printed,
                place=one.place,
                why=one.why,
                page=reporter.document.page_of(one.place),
                section=reporter.section_of(one.place),
            )
            for one in unclaimed
        ),
        skipped=tuple(skipped),
    )


def _numbers(claim: Claim) -> Iterable[Number]:
    if isinstance(claim, Value):
        yield claim.number
    elif isinstance(claim, Variance):
        yield from (number for number in (claim.amount, claim.rate) if number is not None)
    elif isinstance(claim, Listing):
        yield from (item.number for item in claim.items if item.number is not None)
    else:
        rate = getattr(claim, "rate", None)
        if isinstance(rate, Number):
            yield rate


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """One root cause is one finding: a reason that explains the wrong direction says no more than the direction does."""
    kept: dict[tuple[str, Place, str], Finding] = {}
    directions = [one for one in findings if one.kind == "wrong_direction"]
    for finding in findings:
        if finding.kind == "explanation_conflict" and any(_touch(one.place, finding.place) for one in directions):
            continue
        kept.setdefault((finding.code, finding.place, finding.printed), finding)
    return [*kept.values()]


def _touch(one: Place, other: Place) -> bool:
    return one.block == other.block and (one.row, one.column) == (other.row, other.column)


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(
        findings, key=lambda one: (one.place.block, one.place.row or 0, one.place.column or 0, one.place.start)
    )
