"""From an INPUT to its narrative, for the commands that need one; what is in the way is told as a whole."""

from __future__ import annotations

from attrs import evolve

from govfinance.cli._files import Beside, plural, read_accounts
from govfinance.cli._forms import form_of
from govfinance.cli._terminal import RefusedError, Terminal
from govfinance.compose import set_in_outline
from govfinance.derive import Derivation, derive
from govfinance.document import Document
from govfinance.errors import IncompleteAccountsError, Lang
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.sentences import UnsayableError

__all__ = ["narrate", "narrated"]


def narrate(
    source: str, name: str, terminal: Terminal, beside: Beside, *, lang: Lang = "zh"
) -> tuple[Document, Derivation]:
    """The narrative of the accounts in the form of a jurisdiction (or in English), and what it was derived from.

    Raises `RefusedError` with all problems of the input, all figures it lacks, or all sentences that cannot be formed.
    """
    accounts = read_accounts(source, terminal, beside, name)
    return narrated(accounts, form_of(name, accounts.year), lang=lang)


def narrated(accounts: FinalAccounts, form: Jurisdiction, *, lang: Lang = "zh") -> tuple[Document, Derivation]:
    """The narrative of accounts in a form, and what it was derived from.

    Raises `RefusedError` with all figures that the accounts lack, or all sentences that cannot be formed.
    """
    try:
        if not form.has_narrative:
            raise RefusedError(
                f"the form {form.id} {form.year} has tables only, and no narrative",
                f"{form.name} {form.year} 年度的格式只有决算表，没有决算情况说明",
            )
        derivation = derive(accounts, form)
        return set_in_outline(accounts, form, derivation, lang=lang), derivation
    except IncompleteAccountsError as error:
        number = len(error.problems)
        raise RefusedError(
            f"the narrative cannot be written: {plural(number, 'figure')} missing (missing is not zero: write 0 for nothing)",
            f"无法生成说明：缺少 {number} 项数据（缺失不等于零：为零应写明 0）",
            [evolve(problem, en="not supplied", zh="未提供") for problem in error.problems],
        ) from None
    except UnsayableError as error:
        number = len(error.problems)
        raise RefusedError(
            f"the narrative cannot be written: {plural(number, 'sentence')} cannot be formed",
            f"无法生成说明：有 {number} 个句子无法写成",
            error.problems,
        ) from None
