"""The configuration of the documentation: Markdown pages, built by `make docs`."""

from importlib.metadata import version as installed_version

project = "govfinance"
author = "The govfinance contributors"
copyright = "The govfinance contributors"  # noqa: A001 - the name that Sphinx reads
release = version = installed_version("govfinance")

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["toc.not_included"]  # pages may come before the table of contents that lists them

html_theme = "furo"
html_title = f"govfinance {release}"
