"""Everything that a document says in numbers, checked with each other, and the wrong numbers named."""

from govfinance.audit._network._findings import Reporter
from govfinance.audit._network._lists import compare_lists
from govfinance.audit._network._namesakes import resolved
from govfinance.audit._network._outcome import Outcome, run
from govfinance.audit._network._rules import RULES

__all__ = ["RULES", "Outcome", "Reporter", "compare_lists", "resolved", "run"]
