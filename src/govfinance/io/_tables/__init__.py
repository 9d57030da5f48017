"""The public tables in workbooks, read into accounts."""

from govfinance.io._tables._read import Unsaid, Workbook, read_workbook

__all__ = ["Unsaid", "Workbook", "read_workbook"]
