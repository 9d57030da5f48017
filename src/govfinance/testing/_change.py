"""One change of a document, before it is made."""

from __future__ import annotations

from attrs import frozen

from govfinance.document import Place

__all__ = ["Change"]


@frozen(kw_only=True)
class Change:
    """What stands at a place, what it becomes, and whether the rest of the document proves that wrong."""

    kind: str
    place: Place
    before: str
    after: str
    provable: bool
