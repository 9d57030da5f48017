"""From accounts and a jurisdiction to the document: derive the claims, say each, and set them in the outline."""

from __future__ import annotations

from govfinance.compose._setting import Setter
from govfinance.compose._tables import tabulate
from govfinance.derive import Derivation, derive
from govfinance.document import Document, Section
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.sentences import UnsayableError
from govfinance.zh import chinese_numeral

__all__ = ["compose", "set_in_outline", "tabulate"]


def compose(accounts: FinalAccounts, jurisdiction: Jurisdiction) -> Document:
    """The whole narrative of the accounts in the form of the jurisdiction.

    Raises `IncompleteAccountsError` with every figure that is needed and missing, and `UnsayableError` with every
    text of the accounts that contains words of the sentence it would stand in.
    """
    return set_in_outline(accounts, jurisdiction, derive(accounts, jurisdiction))


def set_in_outline(accounts: FinalAccounts, jurisdiction: Jurisdiction, derivation: Derivation) -> Document:
    """Say claims that were derived already, section by section."""
    level = accounts.level.official
    setter = Setter(jurisdiction, derivation, level)
    outline = jurisdiction.outline
    sections = tuple(
        Section(number=chinese_numeral(number), title=spec.title, blocks=setter.section(spec.items))
        for number, spec in enumerate(outline.sections, 1)
    )
    if setter.problems:
        raise UnsayableError(setter.problems)
    title = outline.title.format(name=accounts.department.name, year=accounts.year, level=level)
    return Document(title=title, part=outline.part.format(level=level), sections=sections)
