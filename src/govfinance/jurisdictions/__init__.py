"""The forms of jurisdictions: which sentences, in which order, with which number formats."""

from govfinance.jurisdictions._form import (
    ChartSpec,
    Entry,
    Form,
    Group,
    Item,
    Jurisdiction,
    Limitation,
    Outline,
    SectionSpec,
)
from govfinance.jurisdictions._registry import jurisdiction, jurisdictions, load_jurisdiction

__all__ = [
    "ChartSpec",
    "Entry",
    "Form",
    "Group",
    "Item",
    "Jurisdiction",
    "Limitation",
    "Outline",
    "SectionSpec",
    "jurisdiction",
    "jurisdictions",
    "load_jurisdiction",
]
