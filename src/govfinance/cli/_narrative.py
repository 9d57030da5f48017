"""From an INPUT to its narrative, for the commands that need one; what is in the way is told as a whole."""

from __future__ import annotations

from attrs import evolve

from govfinance.cli._files import Beside, plural, read_accounts
from govfinance.cli._terminal import RefusedError, Terminal
from govfinance.compose import set_in_outline
from govfinance.derive import Derivation, derive
from govfinance.document import Document
from govfinance.errors import IncompleteAccountsError, InvalidInputError
from govfinance.jurisdictions import Jurisdiction, jurisdiction
from govfinance.sentences import UnsayableError

__all__ = ["DEFAULT_JURISDICTION", "form_of", "narrate"]

DEFAULT_JURISDICTION = "inner-mongolia"


def form_of(name: str, year: int) -> Jurisdiction:
    """The form of a jurisdiction for a year. Raises `RefusedError` where there is none."""
    try:
        return jurisdiction(name, year)
    except InvalidInputError as error:
        problem = error.problems[0]
        raise RefusedError(f"--jurisdiction: {problem.en}", f"--jurisdiction：{problem.zh}") from None


def narrate(source: str, name: str, terminal: Terminal, beside: Beside) -> tuple[Document, Derivation]:
    """The narrative of the accounts in the form of a jurisdiction, and what it was derived from.

    Raises `RefusedError` with all problems of the input, all figures it lacks, or all sentences that cannot be formed.
    """
    accounts = read_accounts(source, terminal, beside, name)
    form = form_of(name, accounts.year)
    try:
        if not form.has_narrative:
            raise RefusedError(
                f"the library does not have the narrative of {form.id} {form.year} yet, only its tables",
                f"本库目前只有{form.name} {form.year} 年度的决算表格式，没有决算情况说明的格式",
            )
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
