"""Sample accounts for a form that has none to try it on, and a narrative cut down to what fits on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from shutil import get_terminal_size

from attrs import evolve

from govfinance.cli._terminal import Terminal
from govfinance.derive import derive
from govfinance.document import Document, Paragraph, Section
from govfinance.errors import GovFinanceError
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts

__all__ = ["sample_accounts", "shortened"]

_REASONS = ("人员增加，相应经费增加", "落实过紧日子的要求，压减一般性支出", "项目按进度实施，部分资金结转下年")
_TRIED = 40


def sample_accounts(form: Jurisdiction) -> FinalAccounts | None:
    """Invented accounts of the year of a form, always the same: of some drawn ones those of which it says the most.

    None where it can say nothing of any of them. Needs Hypothesis.
    """
    import hypothesis
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st

    from govfinance.testing import final_accounts

    best: list[tuple[int, FinalAccounts]] = []

    @hypothesis.seed(0)
    @settings(
        max_examples=_TRIED,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
    )
    @given(final_accounts(consistent=True, awkward=False, text=st.sampled_from(_REASONS)))
    def look(accounts: FinalAccounts) -> None:
        try:
            accounts = evolve(accounts, year=form.year)
            claims = derive(accounts, form).claims
            said = sum(len(form.sentence(type(one.claim)).render(one.claim)) for one in claims)
        except GovFinanceError:  # of other years, or about something that the form cannot say
            return
        if not best or said > best[0][0]:
            best[:] = [(said, accounts)]

    look()
    return best[0][1] if best else None


def shortened(document: Document, terminal: Terminal) -> Iterator[str]:
    """The headings of a narrative, each with as many of its paragraphs as leave room for all, cut to the width."""
    columns, rows = get_terminal_size()
    each = max(1, (rows - 4) // max(1, len(document.sections)) - 1)
    yield _cut(document.title, columns)
    for section in document.sections:
        yield terminal.styled(_cut(section.heading, columns), "bold")
        yield from (_cut(f"  {line}", columns) for line in _first(section, each))


def _first(section: Section, number: int) -> list[str]:
    lines = [block.text if isinstance(block, Paragraph) else block.title for block in section.blocks]
    bodies = [block.text for block in section.blocks if isinstance(block, Paragraph) and block.style != "heading"]
    return (bodies if number == 1 and bodies else lines)[:number]


def _cut(text: str, columns: int) -> str:
    """The beginning of a text in so many columns, of which a Chinese character takes two."""
    from rich.cells import cell_len, set_cell_size

    return text if cell_len(text) <= columns else set_cell_size(text, columns - 2).rstrip() + "…"
