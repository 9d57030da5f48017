"""Accounts as JSON text: reading and writing."""

from __future__ import annotations

import json
from typing import Any

from govfinance.errors import InvalidInputError, Problem
from govfinance.io._files import PathLike, read_whole, write_whole
from govfinance.io._problems import OBJECT, in_one_line, missing, refuse, unlike
from govfinance.io._shape import FORMAT, SCALES
from govfinance.io._text import parse
from govfinance.model import FinalAccounts
from govfinance.money import Scale

__all__ = ["dump", "dumps", "load", "loads"]


def load(path: PathLike) -> FinalAccounts:
    """Read the accounts from a JSON file; see `loads`.

    Raises `InvalidInputError` also where the file cannot be read.

    >>> load("examples/chifeng-justice-2023.json").department.name
    '赤峰市司法局'
    """
    return loads(read_whole(path))


def loads(text: str | bytes) -> FinalAccounts:
    """Read the accounts from a JSON text or its UTF-8 bytes; in the model they are in 元, whatever the text is in.

    Raises `InvalidInputError` with all problems of the text together, each with its path. Nothing is guessed: an amount
    has to be a text, and a key that is not known is a problem.

    >>> accounts = loads('''{"format": "govfinance/1", "scale": "万元", "year": 2023,
    ...     "department": {"name": "赤峰市司法局"}, "revenue": {"other": {"actual": "561.34"}}}''')
    >>> accounts.revenue[0].actual
    Decimal('5613400')
    >>> loads('{"format": "govfinance/1", "scale": "元", "department": {"name": "赤峰市司法局"}, "yaer": 2023}')
    Traceback (most recent call last):
        ...
    govfinance.errors.InvalidInputError: yaer: unknown key, expected year
    year: expected a year such as 2023, but the key is missing
    """
    try:
        return _read(parse(text))
    except InvalidInputError as error:
        raise InvalidInputError(in_one_line(problem) for problem in error.problems) from None


def _read(value: Any) -> FinalAccounts:
    from govfinance.io._converter import converter_for  # with cattrs, which takes its time to import

    if not isinstance(value, dict):
        raise InvalidInputError([unlike(OBJECT, value)])
    problems: list[Problem] = []
    _take(value, "format", (FORMAT,), problems)
    scale = _take(value, "scale", tuple(scale.value for scale in SCALES), problems)
    accounts: FinalAccounts | None = None
    try:
        accounts = converter_for(Scale(scale or Scale.YUAN)).structure(value, FinalAccounts)
    except InvalidInputError as error:
        # Where the scale is not known, nothing can be said about how large or fine an amount is.
        problems.extend(
            problem for problem in error.problems if scale or problem.code not in ("finer-than-fen", "too-large")
        )
    except RecursionError:
        raise _too_deep() from None
    if accounts is None or problems:
        raise InvalidInputError(problems)
    return accounts


def _too_deep() -> InvalidInputError:
    return refuse("too-deep", "units are nested too deeply in units", "单位嵌套过深")


def _take(value: dict[str, Any], key: str, words: tuple[str, ...], problems: list[Problem]) -> str | None:
    """Take one of the keys out that say what the file is."""
    quoted = [f'"{word}"' for word in words]
    wanted = " or ".join(quoted), " " + " 或 ".join(quoted)
    if key not in value:
        problems.append(missing(key, wanted))
        return None
    given = value.pop(key)
    if given in words:
        return str(given)
    problems.append(unlike(wanted, given).at(key))
    return None


def dumps(accounts: FinalAccounts, scale: Scale = Scale.YUAN, indent: int | None = 2) -> str:
    """Write the accounts as a JSON text in this scale, 元 or 万元; exact in both, so that `loads` gives them back.

    What was not supplied is left out. Equal accounts give equal texts. Raises `InvalidInputError` for 亿元, in which an
    amount would have too many decimals.

    >>> from govfinance.model import Department, FinalAccounts, RevenueLine
    >>> accounts = FinalAccounts(
    ...     department=Department(name="赤峰市司法局"), year=2023, revenue=[RevenueLine(source="other", actual="5613400")]
    ... )
    >>> print(dumps(accounts, Scale.WAN, indent=None))
    {"format": "govfinance/1", "scale": "万元", "department": {"name": "赤峰市司法局"}, "year": 2023, ...}
    <BLANKLINE>
    >>> loads(dumps(accounts, Scale.WAN)) == accounts
    True
    """
    from govfinance.io._converter import converter_for

    given: object = accounts
    if not isinstance(given, FinalAccounts):
        kind = type(given).__name__
        raise refuse("wrong-type", f"expected FinalAccounts, got {kind}", f"应为 FinalAccounts，实际为 {kind}")
    if scale not in SCALES:
        raise refuse(
            "wrong-scale",
            f"expected Scale.YUAN or Scale.WAN, got {scale}",
            f"应为 Scale.YUAN 或 Scale.WAN，实际为 {scale}",
            "scale",
        )
    try:
        values = {"format": FORMAT, "scale": scale.value, **converter_for(scale).unstructure(accounts)}
        return json.dumps(values, ensure_ascii=False, indent=indent) + "\n"
    except RecursionError:
        raise _too_deep() from None


def dump(accounts: FinalAccounts, path: PathLike, scale: Scale = Scale.YUAN) -> None:
    """Write the accounts to a file; see `dumps`. The file is replaced as a whole or, if anything fails, not at all."""
    write_whole(path, dumps(accounts, scale))
