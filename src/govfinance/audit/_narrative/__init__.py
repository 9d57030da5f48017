"""From the narrative to claims: what the text of each section says of which quantity, for any form.

Nothing is compared here, and nothing is guessed: a number whose quantity is not certain is left unclaimed, or stands for
itself (``local/…``). Plain 预算 (neither 年初 nor 全年) is the measure ``adjusted`` and the base ``budget``. Scores (分) are
of the kind of rates, in the same steps.
"""

from __future__ import annotations

import re
from collections import Counter

from attrs import frozen

from govfinance.audit._narrative._reader import Reader
from govfinance.audit._outline import NARRATIVE, Outline
from govfinance.audit._plain import plain
from govfinance.audit._said import Claim, Unclaimed
from govfinance.document import PublishedDocument

__all__ = ["LONGEST", "Understood", "understand"]

LONGEST = 60_000
"""A paragraph of more characters than that is not read."""
"""Characters of a paragraph that is read; a longer one is no sentence of a narrative."""

_MOST = 100_000
"""Numbers after which no more paragraphs are read: no document has so many."""


@frozen(kw_only=True)
class Understood:
    """What the narrative says, the numbers that are no part of it, and how many numbers the audited sections have.

    ``seen`` counts amounts, rates and counts; dates, ordinals and numbers in names are only listed.
    """

    claims: tuple[Claim, ...]
    unclaimed: tuple[Unclaimed, ...]
    seen: int


def understand(document: PublishedDocument, outline: Outline, *, year: int | None) -> Understood:
    """Reads the sections of the narrative into claims; ``year`` is the budget year, None if it is not known."""
    reader = Reader(year if year is not None else _usual_year(document))
    sections = outline.sections
    audited = any(section.about in NARRATIVE for section in sections)
    now = -2
    for number, block in document.texts():
        if len(block.text) > LONGEST or len(reader.unclaimed) + len(reader.claims) > _MOST:
            continue
        at = outline.at(number)
        about = sections[at].about if at >= 0 else ""
        parent = sections[at].parent if at >= 0 else -1
        within = sections[parent].about if parent >= 0 else ""
        outside = about in _OUTSIDE or within in _OUTSIDE
        if outside or (audited and about not in NARRATIVE and within not in NARRATIVE and within != "part"):
            if "overview" in (about, within):
                reader.outside(number, at, plain(block.text))
            continue
        if at != now:
            reader.enter(at, about)
            now = at
        reader.read(number, plain(block.text))
    reader.finish()
    return Understood(claims=tuple(reader.claims), unclaimed=tuple(reader.unclaimed), seen=reader.seen)


def _usual_year(document: PublishedDocument) -> int | None:
    """The year that is named most, so that what is said of another one is not taken to be of the same."""
    years = Counter(
        found[1] for _, block in document.texts() for found in _YEAR.finditer(plain(block.text[:LONGEST]).text)
    )
    first, second = [*years.most_common(2), ("", 0), ("", 0)][:2]
    return int(first[0]) if first[1] > second[1] else None


_YEAR = re.compile("(?<![0-9])(20[0-9]{2})年")
_OUTSIDE = frozenset({"overview", "glossary", "contact", "tables", "contents"})
