"""财政部: the list of public tables that central departments use and most provinces derive theirs from.

References: the nine tables of 部门决算公开 of central departments. Checked with: the list of their titles. Limitations: no
published table was at hand; the narrative is not here yet.
"""

from __future__ import annotations

from govfinance.jurisdictions._form import Form, Limitation
from govfinance.jurisdictions._ministry_tables import TABLES

__all__ = ["FORM"]

FORM = Form(
    id="ministry",
    name="财政部",
    year=2023,
    tables=TABLES,
    references=("中央部门决算公开格式：决算表（公开01至09表）",),
    limitations=(
        Limitation(
            "only the tables are here, not the narrative",
            "目前只有决算表，没有决算情况说明",
        ),
        Limitation(
            "no published table confirms the notes and which 类 table 06 prints",
            "各表的注和公开06表所列的类，尚无公开的表格可资核对",
        ),
    ),
)
