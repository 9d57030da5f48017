"""What people and programs see of a report: plain data and JSON, a table, a text, a page, an annotated PDF."""

from govfinance.audit._schema import report_schema
from govfinance.audit._show._annotated import to_pdf
from govfinance.audit._show._csv import to_csv
from govfinance.audit._show._html import to_html
from govfinance.audit._show._json import to_dict, to_json
from govfinance.audit._show._text import to_text

__all__ = ["report_schema", "to_csv", "to_dict", "to_html", "to_json", "to_pdf", "to_text"]
