"""How large a workbook may be. The tables of a department are a few thousand cells in some ten sheets.

Each limit is far above that, and all together keep the memory of reading any file below 300 MB.
"""

__all__ = ["MAX_CELLS", "MAX_FILE", "MAX_MEMBERS", "MAX_MERGED", "MAX_SHEETS", "MAX_TEXT", "MAX_UNPACKED"]

MAX_FILE = 50 * 2**20
"""Bytes of the file: room for pictures and attachments, which are not unpacked."""

MAX_UNPACKED = 32 * 2**20
"""Bytes of all parts that are unpacked, together: some 900,000 cells as XML. Shared with the parser, in copies."""

MAX_MEMBERS = 10_000
"""Files in the archive: its directory is read before anything else can be checked."""

MAX_MERGED = 50_000
"""Merged ranges of one sheet; the head of a table has some ten."""

MAX_SHEETS = 256
"""Sheets of one workbook; a published set of final accounts has about ten."""

MAX_CELLS = 500_000
"""Cells of all sheets together, counted as rectangles, because the parser fills each sheet up to a rectangle."""

MAX_TEXT = 16 * 2**20
"""Bytes of text in all cells: a shared string may stand in the file once and in a million cells."""
