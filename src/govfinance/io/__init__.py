"""Accounts to and from files: the JSON format, its schema, and how files are read and written as a whole.

>>> from govfinance.io import dumps, loads
>>> accounts = loads('{"format": "govfinance/1", "scale": "元", "department": {"name": "赤峰市司法局"}, "year": 2023}')
>>> loads(dumps(accounts)) == accounts
True
"""

from govfinance.io._files import read_whole, write_whole
from govfinance.io._json import dump, dumps, load, loads
from govfinance.io._schema import schema

__all__ = ["dump", "dumps", "load", "loads", "read_whole", "schema", "write_whole"]
