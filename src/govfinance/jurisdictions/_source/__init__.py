"""The TOML form of a jurisdiction: read with its lines, inherited, expanded, structured, compiled."""

from govfinance.jurisdictions._source._inherit import Find, Source
from govfinance.jurisdictions._source._load import load_checked, load_quickly

__all__ = ["Find", "Source", "load_checked", "load_quickly"]
