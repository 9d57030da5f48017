"""How large a published document may be. Those of a department have some 25 pages: 40,000 characters, 4,000 cells.

Each limit is far above that; they keep the time and the memory of reading any file bounded.
"""

from typing import Final

__all__ = ["MAX_CELLS", "MAX_COLUMNS", "MAX_DEPTH", "MAX_FILE", "MAX_LINES", "MAX_PARAGRAPHS", "MAX_PLAIN", "MAX_TEXT"]

MAX_FILE: Final = 200 * 2**20
"""Bytes of a file: room for the pictures of scanned attachments, which are not unpacked."""

MAX_PLAIN: Final = 10 * 2**20
"""Bytes of a text file or a web page, which are read as a whole."""

MAX_TEXT: Final = 5_000_000
"""Characters of all paragraphs and cells together: two thousand pages."""

MAX_CELLS: Final = 200_000
"""Cells of all tables together, counted as rectangles."""

MAX_PARAGRAPHS: Final = 300_000
"""Paragraphs and line breaks, in cells too."""

MAX_LINES: Final = 300_000
"""Lines of a text file, blank ones too."""

MAX_COLUMNS: Final = 1000
"""Columns of one table, and columns that one cell may span, as in HTML."""

MAX_DEPTH: Final = 16
"""Tables in cells of tables; deeper ones are read as paragraphs."""
