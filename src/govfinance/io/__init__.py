"""Accounts to and from files: the JSON format, its schema, and how files are read and written as a whole.

>>> from govfinance.io import dumps, loads
>>> accounts = loads('{"format": "govfinance/1", "scale": "元", "department": {"name": "赤峰市司法局"}, "year": 2023}')
>>> loads(dumps(accounts)) == accounts
True
"""

from govfinance.io._files import read_whole, write_whole
from govfinance.io._json import dump, dumps, load, loads
from govfinance.io._published import read
from govfinance.io._schema import schema
from govfinance.io._tables import Workbook
from govfinance.io._xlsx_reading import add_comparatives, open_xlsx, read_xlsx
from govfinance.io._xlsx_template import write_template
from govfinance.io._xlsx_writing import write_xlsx

__all__ = [
    "Workbook",
    "add_comparatives",
    "dump",
    "dumps",
    "load",
    "loads",
    "open_xlsx",
    "read",
    "read_whole",
    "read_xlsx",
    "schema",
    "write_template",
    "write_whole",
    "write_xlsx",
]
