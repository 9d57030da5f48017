"""What a careful office would publish: the narrative and the public tables of accounts, as a document that was read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from attrs import evolve, frozen
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govfinance.calc import Verdict, check
from govfinance.compose import compose, tabulate
from govfinance.document import Chart, Document, PublishedBlock, PublishedDocument, PublishedTable, PublishedText
from govfinance.errors import GovFinanceError
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import Department, FinalAccounts
from govfinance.tables import Table
from govfinance.testing._accounts import final_accounts
from govfinance.testing._itemised import itemised
from govfinance.testing._sized import sized
from govfinance.zh import chinese_numeral

__all__ = ["Publication", "harmless_texts", "publication", "publications", "published"]

_REASONS: Final = (
    "工作安排有所调整",
    "按照实际工作需要安排",
    "项目实施进度与年初安排不同",
    "年度工作任务变化",
    "合同付款进度与计划不一致",
    "保障机构正常运转和履行职能",
)
_DEPARTMENTS: Final = ("青禾县财政局", "临江市水务局", "云岭区教育局", "北川县档案馆", "东港市卫生健康委员会")
_SIZES: Final = st.integers(10**7, 10**10)
"""What a department spends in a year, in 元."""
_TABLES_FIRST: Final = "第三部分"
"""A narrative that is the third part stands after the tables, one that is the second before them."""


@frozen(kw_only=True, repr=False)
class Publication:
    """A published document, and the accounts and the form that it is made of."""

    accounts: FinalAccounts
    jurisdiction: Jurisdiction
    document: PublishedDocument

    def __repr__(self) -> str:
        return f"<{self.document.name} in the form of {self.jurisdiction.id} {self.jurisdiction.year}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """For Hypothesis, which else prints every cell of a document that fails."""
        printer.text(repr(self))


def published(document: Document, tables: Sequence[Table] = (), *, name: str = "") -> PublishedDocument:
    """The narrative and the public tables as one document: title, parts, headings, paragraphs, tables.

    The tables stand before or after the narrative, as the number of its part (第三部分, 第二部分) has it. The ``origin`` of a
    paragraph is the `Paragraph` that it was, the ``origin`` of a table its `Table`.

    >>> import govfinance as gf
    >>> accounts = gf.load("examples/chifeng-justice-2023.json")
    >>> form = gf.jurisdiction("inner-mongolia", year=2023)
    >>> made = published(gf.compose(accounts, form), gf.tabulate(accounts, form, partial=True))
    >>> made.blocks[1].text, made.tables()[0][1].rows[2][:3]
    ('第二部分 部门决算情况说明', ('一、一般公共预算财政拨款收入', '1', '3,836.47'))
    """
    title = PublishedText(text=document.title, heading=True)
    narrative = [*_narrative(document)]
    printed = [*_printed(document, tables)]
    parts = [*printed, *narrative] if document.part.startswith(_TABLES_FIRST) else [*narrative, *printed]
    return PublishedDocument(name=name or document.title, kind="docx", blocks=(title, *parts))


def _narrative(document: Document) -> Iterator[PublishedBlock]:
    yield PublishedText(text=document.part, heading=True)
    for section in document.sections:
        yield PublishedText(text=section.heading, heading=True)
        for block in section.blocks:
            if isinstance(block, Chart):
                yield PublishedText(text=block.caption)
            else:
                yield PublishedText(text=block.text, heading=block.style == "heading", origin=block)


def _printed(document: Document, tables: Sequence[Table]) -> Iterator[PublishedBlock]:
    if tables:
        number = 2 if document.part.startswith(_TABLES_FIRST) else 3
        yield PublishedText(text=f"第{chinese_numeral(number)}部分 {tables[0].year}年度部门决算表", heading=True)
    for table in tables:
        yield PublishedText(text=f"{table.number} {table.title}".strip())
        yield PublishedText(text=f"部门：{table.name}　{table.year}年度　{table.unit_note}")
        rows = tuple(tuple("" if cell is None else cell.text for cell in row) for row in (*table.header, *table.body))
        yield PublishedTable(rows=rows, pages=(), origin=table)
        for note in table.notes:
            yield PublishedText(text=note)


def publication(accounts: FinalAccounts, jurisdiction: Jurisdiction) -> Publication:
    """What is published of accounts in the form of a jurisdiction.

    A table of which something was not supplied is left out: it would say that there is none of it.
    """
    narrative = compose(accounts, jurisdiction)
    tables = [table for table in tabulate(accounts, jurisdiction, partial=True) if not table.missing]
    return Publication(accounts=accounts, jurisdiction=jurisdiction, document=published(narrative, tables))


@cache
def harmless_texts() -> SearchStrategy[str]:
    """Reasons and purposes that say no number and no direction."""
    return st.sampled_from(_REASONS)


@st.composite
def publications(
    draw: DrawFn, jurisdiction: Jurisdiction, *, text: SearchStrategy[str] | None = None, awkward: bool = False
) -> Publication:
    """Published documents of accounts that are right, in the form of a jurisdiction, with all of its public tables.

    ``text`` is what people wrote, `harmless_texts` if it is not said; ``awkward`` as for `final_accounts`; amounts are
    those of a department (hundreds of 万元 and more), unless they are to be ``awkward``.
    """
    written = harmless_texts() if text is None else text
    accounts = itemised(draw(final_accounts(consistent=True, awkward=awkward, text=written)))
    if not awkward:
        accounts = sized(accounts, draw(_SIZES))
    named = Department(name=draw(st.sampled_from(_DEPARTMENTS)), founded=accounts.department.founded)
    accounts = evolve(accounts, department=named, year=max(accounts.year, jurisdiction.year))
    assume(not any(found.verdict is Verdict.INCONSISTENT for found in check(accounts)))
    try:
        return publication(accounts, jurisdiction)
    except GovFinanceError:  # what people wrote cannot stand in a sentence of the form
        assume(False)
        raise
