"""Consolidation (汇总): a department's accounts from those of its units, with what was eliminated and what is missing.

The result is a function of the set of units and of the transfers between them, so the order in which the units are given
does not matter, and neither do the steps: a `Consolidation` stands for its units and remembers its eliminations. One
unit alone consolidates to itself.

- An amount or a count is the exact sum over the units, measure by measure. Where some supply it and others do not, the
  sum is not known: it is left out, and ``gaps`` says who lacks it. A total that a unit leaves out is what
  `govfinance.calc` makes of its parts. Items that a supplied table does not have are zero.
- What one unit pays another inside the department stands once in 对附属单位补助支出 (上缴上级支出) and once in 上级补助收入
  (附属单位上缴收入); it leaves both sides. Accounts do not say who paid whom, so the caller does, and nothing is guessed.
- 平均得分 of self-evaluated projects is the mean over all projects, rounded to two decimals; the 制度 of 预算绩效管理 are
  listed once each.
- Texts: remarks that differ are joined with the names of their units; other texts stay if all units have the same. The
  year of foundation (成立年度) is that of the ``department`` given, and no unit's.

>>> from govfinance.model import Department, ExpenditureLine, FinalAccounts, RevenueLine
>>> superior = FinalAccounts(
...     department=Department(name="某局本级"),
...     year=2023,
...     expenditure=[ExpenditureLine(nature="subordinate_subsidy", actual=30)],
...     revenue=[RevenueLine(source="superior_subsidy", actual=0)],
... )
>>> subordinate = FinalAccounts(
...     department=Department(name="某局信息中心"),
...     year=2023,
...     expenditure=[ExpenditureLine(nature="subordinate_subsidy", actual=0)],
...     revenue=[RevenueLine(source="superior_subsidy", actual=50)],
... )
>>> paid = Transfer(kind="subsidy", payer="某局本级", receiver="某局信息中心", amount=30)
>>> result = consolidate([superior, subordinate], "某局", transfers=[paid])
>>> result.accounts.expenditure[0].actual, result.accounts.revenue[0].actual
(Decimal('0'), Decimal('20'))
>>> result.eliminations
(Elimination(kind=<TransferKind.SUBSIDY: 'subsidy'>, measure='actual', amount=Decimal('30')),)
"""

from govfinance.consolidate._breakdown import Breakdown
from govfinance.consolidate._consolidate import Consolidation, consolidate
from govfinance.consolidate._transfers import Elimination, Remaining, Share, Transfer, TransferKind
from govfinance.consolidate._view import Gap

__all__ = [
    "Breakdown",
    "Consolidation",
    "Elimination",
    "Gap",
    "Remaining",
    "Share",
    "Transfer",
    "TransferKind",
    "consolidate",
]
