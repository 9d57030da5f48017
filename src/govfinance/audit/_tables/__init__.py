"""The public tables of a published document, in whatever layout they are: each amount with its subject and its place."""

from __future__ import annotations

from govfinance.audit._tables._check import RULES, check_tables
from govfinance.audit._tables._found import CodeFound, Said, TableFound, TablesRead, TableTrouble
from govfinance.audit._tables._read import read_tables

__all__ = ["RULES", "CodeFound", "Said", "TableFound", "TableTrouble", "TablesRead", "check_tables", "read_tables"]
