"""The regular expressions of the schema, in the syntax that ECMA-262 and Python share.

They end in ``(?!\\n)$`` because to Python a ``$`` alone also matches before a line feed at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from govfinance.catalog import accepted_class_names, knows_class, knows_group
from govfinance.model import STATED_PATTERN, TOPIC_PATTERN
from govfinance.money import Scale

__all__ = ["ADDRESS", "SCORE", "TEXT", "TOPIC", "amount", "codes"]

_END = r"(?!\n)$"

_BLANKS = r"\n \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROLS = r"\u0000-\u0009\u000b-\u001f\u007f-\u009f\ud800-\udfff"

TEXT = rf"^(?=[{_BLANKS}]*[^{_BLANKS}])[^{_CONTROLS}]*$"
"""Something that is no blank, and no control character but the line feed."""

SCORE = rf"^(?:-?0(?:\.0{{1,2}})?|(?:0|[1-9][0-9]{{0,2}})(?:\.[0-9]{{1,2}})?|1000(?:\.0{{1,2}})?){_END}"

TOPIC = rf"^{TOPIC_PATTERN}{_END}"

ADDRESS = rf"^{STATED_PATTERN}{_END}"


def amount(scale: Scale, *, signed: bool) -> str:
    """An amount below 10,000,000,000,000,000 元, to the 分; behind it zeros, up to twelve decimals in all."""
    digits, decimals = 15 - scale.exponent, 2 + scale.exponent
    fraction = rf"\.[0-9]{{1,{decimals}}}0{{0,{12 - decimals}}}"
    number = rf"(?:0|[1-9][0-9]{{0,{digits}}})(?:{fraction})?"
    return rf"^-?{number}{_END}" if signed else rf"^(?:{number}|-0(?:\.0{{1,12}})?){_END}"


@cache
def codes(first: str, *, items: bool) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """The pattern of the known codes of each 类 that begins so, and the names that the 类 has."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for owner in (f"{first}{number:02}" for number in range(100)):
        if knows_class(owner):
            groups = [f"{number:02}" for number in range(100) if knows_group(f"{owner}{number:02}")]
            below = rf"(?:(?:{'|'.join(groups)}){'(?:[0-9]{2})?' if items else ''})?" if groups else ""
            found[owner] = rf"^{owner}{below}{_END}", tuple(sorted(accepted_class_names(owner)))
    return MappingProxyType(found)
