"""From an INPUT to its narrative, for the commands that need one; what is in the way is told as a whole."""

from __future__ import annotations

from attrs import evolve

from govfinance.cli._files import plural, read_accounts
from govfinance.cli._terminal import RefusedError
from govfinance.compose import set_in_outline
from govfinance.derive import Derivation, derive
from govfinance.document import Document
from govfinance.errors import IncompleteAccountsError, InvalidInputError
from govfinance.jurisdictions import jurisdiction
from govfinance.sentences import UnsayableError

__all__ = ["DEFAULT_JURISDICTION", "narrate"]

DEFAULT_JURISDICTION = "inner-mongolia"


def narrate(source: str, name: str) -> tuple[Document, Derivation]:
    """The narrative of the accounts in the form of a jurisdiction, and what it was derived from.

    Raises `RefusedError` with all problems of the input, all figures it lacks, or all sentences that cannot be formed.
    """
    accounts = read_accounts(source)
    try:
        form = jurisdiction(name, accounts.year)
    except InvalidInputError as error:
        problem = error.problems[0]
        raise RefusedError(f"--jurisdiction: {problem.en}", f"--jurisdiction：{problem.zh}") from None
    try:
        derivation = derive(accounts, form)
        return set_in_outline(accounts, form, derivation), derivation
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
