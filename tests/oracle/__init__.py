"""A second way to the numbers of the narrative, which shares nothing with the library.

It reads the JSON input as plain data, computes with fractions, and says for every paragraph of the Inner Mongolia form
which numbers and which words of change stand in it. The tests compare that with what the library writes.

Its rules are those of the form, and where the form's one document is silent, the decisions that the jurisdiction
states: rates and shares come from 元 and are rounded once, halves up; a change is printed without a sign; an item with
neither spending nor budget is not listed; an entry with the code of a 类 counts in its 类 and in the total, and has no
line; no rate is said on a budget of zero.
"""

from tests.oracle.amounts import Amount, fixed, read_amount, stripped
from tests.oracle.marks import Marks, marks_in
from tests.oracle.narrative import Said, narrative

__all__ = ["Amount", "Marks", "Said", "fixed", "marks_in", "narrative", "read_amount", "stripped"]
