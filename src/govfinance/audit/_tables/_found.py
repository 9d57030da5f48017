"""What is found in the tables of a document: quantities with their places, and what could not be understood."""

from __future__ import annotations

from attrs import frozen

from govfinance.audit._said import Unclaimed, Value
from govfinance.document import Place
from govfinance.model import PublicTable
from govfinance.money import Scale

__all__ = ["CodeFound", "Said", "TableFound", "TableTrouble", "TablesRead"]


@frozen
class Said:
    """What a text says (whose table it is, of which year, in what unit), and where that stands."""

    text: str
    place: Place


@frozen(kw_only=True)
class CodeFound:
    """A code with the name that is printed beside it (empty where none is), each with its cell."""

    code: str
    name: str
    place: Place
    name_place: Place


@frozen(kw_only=True)
class TableFound:
    """One public table: what its head says, and which rows and columns are printed.

    ``title`` is as printed and empty where the table was recognised by its shape; ``scale_said`` is None where the unit
    is that of other tables, or assumed. ``rows`` are in printed order, each with the place of its label; ``columns``
    are the keys of the columns. ``notes`` are the notes in the table, such as 注：…无数据.
    """

    table: PublicTable
    blocks: tuple[int, ...]
    title: str
    title_place: Place | None
    scale: Scale
    scale_said: Said | None
    department: Said | None
    year: Said | None
    codes: tuple[CodeFound, ...]
    rows: tuple[tuple[str, Place], ...]
    columns: tuple[str, ...]
    values: tuple[Value, ...]
    notes: tuple[Said, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is no amount in it that is printed."""
        return not any(value.number.printed for value in self.values)


@frozen(kw_only=True)
class TableTrouble:
    """A cell or a row of a table that could not be understood.

    ``code`` is ``not-an-amount`` (a cell), ``unknown-row``, ``unknown-column``, ``no-row`` (a table of which nothing was
    understood), ``no-scale`` or ``unknown-scale`` (what was taken instead is the scale of the table).
    """

    code: str
    printed: str
    place: Place
    table: PublicTable


@frozen(kw_only=True)
class TablesRead:
    """All tables of a document; ``seen`` numbers stand in their cells, codes and line numbers not counted."""

    cells: tuple[Value, ...] = ()
    tables: tuple[TableFound, ...] = ()
    troubles: tuple[TableTrouble, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()
    seen: int = 0
