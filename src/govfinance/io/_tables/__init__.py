"""The public tables in workbooks, read into accounts; and the words and shapes of tables, for whoever reads them elsewhere."""

from govfinance.io._tables._assemble import Heading, assemble
from govfinance.io._tables._blank import without_blank
from govfinance.io._tables._codes import CodeReader, code_columns
from govfinance.io._tables._found import Amounts, FoundTable, Notes, Region
from govfinance.io._tables._headers import Path, headings_of, of_other_years
from govfinance.io._tables._labels import (
    class_labelled,
    column_key,
    institution_row,
    is_detail,
    is_total,
    left_row,
    right_row,
    three_public_key,
)
from govfinance.io._tables._lists import COUNTS
from govfinance.io._tables._read import Unsaid, Workbook, read_workbook
from govfinance.io._tables._regions import (
    department_in,
    department_titled,
    find_regions,
    table_titled,
    units_in,
    year_in,
)
from govfinance.io._tables._text import as_code, compact, label

__all__ = [
    "COUNTS",
    "Amounts",
    "CodeReader",
    "FoundTable",
    "Heading",
    "Notes",
    "Path",
    "Region",
    "Unsaid",
    "Workbook",
    "as_code",
    "assemble",
    "class_labelled",
    "code_columns",
    "column_key",
    "compact",
    "department_in",
    "department_titled",
    "find_regions",
    "headings_of",
    "institution_row",
    "is_detail",
    "is_total",
    "label",
    "left_row",
    "of_other_years",
    "read_workbook",
    "right_row",
    "table_titled",
    "three_public_key",
    "units_in",
    "without_blank",
    "year_in",
]
