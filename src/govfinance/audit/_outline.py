"""Where the sections of a document begin and end, and what each is about."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Outline", "OutlineSection"]


@frozen(kw_only=True)
class OutlineSection:
    """One section: its number and title as printed, what it is about, and its blocks ``first`` (its heading) to ``end``.

    ``about`` is one of totals, revenue, expenditure, fiscal, general_public, basic, project, three_public,
    government_fund, state_capital, operating_expenses, procurement, assets, performance, other_matters (of the
    narrative); overview, glossary, contact, tables, contents, part; empty where it is not known. ``parent`` is the
    number of the section that it is within, -1 for none.
    """

    number: str
    title: str
    about: str
    first: int
    end: int
    level: int = 1
    parent: int = -1


@frozen(kw_only=True)
class Outline:
    """The sections of a document in reading order."""

    sections: tuple[OutlineSection, ...] = ()

    def at(self, block: int) -> int:
        """The innermost section that a block stands in; -1 for none."""
        found = -1
        for number, section in enumerate(self.sections):
            if section.first <= block < section.end:
                found = number
        return found
