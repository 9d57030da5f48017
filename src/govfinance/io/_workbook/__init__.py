"""From a workbook file to grids of cells, and from a cell to an exact amount. Knows nothing of accounts.

`read_grids` reads .xlsx, .xlsm, .xls and .ods by what is in the file, never by its name, and is safe with files from
anywhere: what is too large, broken, protected or of another kind is one clear `InvalidInputError`. `read_amount` says
what one cell holds, and `settle` takes the residue of binary floats off an amount.
"""

from govfinance.io._workbook._amounts import CellAmount, Nothing, TextAmount, Unreadable, read_amount, settle
from govfinance.io._workbook._grid import Grid, Trouble, TroubleKind, cell_address
from govfinance.io._workbook._read import read_grids

__all__ = [
    "CellAmount",
    "Grid",
    "Nothing",
    "TextAmount",
    "Trouble",
    "TroubleKind",
    "Unreadable",
    "cell_address",
    "read_amount",
    "read_grids",
    "settle",
]
