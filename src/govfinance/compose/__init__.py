"""From accounts and a jurisdiction to the document: derive the claims, say each, and set them in the outline."""

from __future__ import annotations

from govfinance.compose._setting import Setter
from govfinance.compose._tables import tabulate
from govfinance.compose._voice import Voice, voice
from govfinance.derive import Derivation, derive
from govfinance.document import Document, Section
from govfinance.errors import Lang
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.sentences import UnsayableError

__all__ = ["compose", "set_in_outline", "tabulate"]


def compose(accounts: FinalAccounts, jurisdiction: Jurisdiction, *, lang: Lang = "zh") -> Document:
    """The whole narrative of the accounts in the form of the jurisdiction.

    With ``lang="en"`` the same statements in English, for reading: the document says so (`Document.notice`), amounts are
    in million yuan with all digits of the Chinese text, and what people wrote stays as it is.

    Raises `IncompleteAccountsError` with every figure that is needed and missing, `UnsayableError` with every text of
    the accounts that contains words of the (Chinese) sentence it would stand in, and `InvalidInputError` for another
    language.

    >>> import govfinance as gf
    >>> accounts = gf.load("examples/chifeng-justice-2023.json")
    >>> document = gf.compose(accounts, gf.jurisdiction("inner-mongolia", 2023), lang="en")
    >>> document.section("3").blocks[1].text
    'Basic expenditure: 29.7926 million yuan, 66.84% of current-year expenditure.'
    """
    spoken = voice(lang, jurisdiction, accounts)
    return _set(spoken, jurisdiction, derive(accounts, jurisdiction))


def set_in_outline(
    accounts: FinalAccounts, jurisdiction: Jurisdiction, derivation: Derivation, *, lang: Lang = "zh"
) -> Document:
    """Say claims that were derived already, section by section."""
    return _set(voice(lang, jurisdiction, accounts), jurisdiction, derivation)


def _set(spoken: Voice, jurisdiction: Jurisdiction, derivation: Derivation) -> Document:
    setter = Setter(jurisdiction, derivation, spoken)
    sections = tuple(
        Section(number=spoken.numeral(number), title=spoken.section(spec), blocks=setter.section(spec.items))
        for number, spec in enumerate(jurisdiction.outline.sections, 1)
    )
    if setter.problems:
        raise UnsayableError(setter.problems)
    return Document(title=spoken.title(), part=spoken.part(), sections=sections, lang=spoken.lang, notice=spoken.notice)
