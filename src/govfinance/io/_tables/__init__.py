"""The public tables in workbooks, read into accounts."""

from govfinance.io._tables._read import Workbook, read_workbook

__all__ = ["Workbook", "read_workbook"]
