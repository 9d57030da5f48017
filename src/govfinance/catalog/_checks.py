"""Whether codes exist, in any edition of any year, and what is near to one that does not."""

from __future__ import annotations

from govfinance.catalog._registry import table_of
from govfinance.catalog._superseded import superseded_names, was_known
from govfinance.catalog._tables import Table
from govfinance.codes import (
    AnyCode,
    EconomicCode,
    FunctionalCode,
    to_any_code,
    to_economic_code,
    to_functional_code,
)
from govfinance.errors import Problem

__all__ = ["accepted_class_names", "check_economic", "check_exists", "check_functional", "knows_class", "knows_group"]


def _knows(digits: str, table: Table[AnyCode]) -> bool:
    return digits in table.histories or was_known(digits)


def knows_class(code: AnyCode | str) -> bool:
    """Whether the 类 of a code exists in any edition; text may be of any of the three classifications.

    >>> knows_class("2040601"), knows_class("299"), knows_class("301")
    (True, False, True)
    """
    code = to_any_code(code)
    return _knows(code.text[:3], table_of(code))


def knows_group(code: AnyCode | str) -> bool:
    """Whether the 款 of a code exists in any edition; false for a code that ends with its 类.

    >>> knows_group("2040688"), knows_group("2041601"), knows_group("204")
    (True, False, False)
    """
    code = to_any_code(code)
    return len(code.text) >= 5 and _knows(code.text[:5], table_of(code))


def accepted_class_names(class_code: AnyCode | str) -> frozenset[str]:
    """The names under which documents print a 类: the official ones of all editions, former names, short forms.

    A longer code is taken for its 类; the set of an unknown 类 is empty.

    >>> sorted(accepted_class_names("204"))
    ['公共安全', '公共安全支出']
    """
    code = to_any_code(class_code)
    digits = code.text[:3]
    official = {entry.name for entry in table_of(code).histories.get(digits, ())}
    return frozenset(official | {former.name for former in superseded_names().get(digits, ())})


def check_functional(code: FunctionalCode | str) -> Problem | None:
    """``None`` if some edition of the 支出功能分类 has the 类 and the 款 of the code, else what was expected.

    An unknown 项 of a known 款 is no problem, since the table of 项 is not complete. Raises
    :class:`~govfinance.errors.InvalidInputError` for text that is no such code.

    >>> check_functional("2040688") is None
    True
    >>> check_functional("2990101").code
    'unknown-class'
    """
    return check_exists(to_functional_code(code))


def check_economic(code: EconomicCode | str) -> Problem | None:
    """``None`` if some edition of the 部门预算支出经济分类 has the code, else what was expected; as :func:`check_functional`.

    >>> print(check_economic("30104").message("zh"))
    301 工资福利支出类下没有30104款；相近的有30103 奖金、30102 津贴补贴、30106 伙食补助费
    """
    return check_exists(to_economic_code(code))


def check_exists(code: AnyCode) -> Problem | None:
    """``None`` if some edition has the 类 and the 款 of the code, else what was expected."""
    table, digits = table_of(code), code.text
    owner = digits[:3]
    if not _knows(owner, table):
        near = _nearest(owner, [known for known in table.histories if len(known) == 3], table)
        return Problem(
            "unknown-class",
            f"expected a known 类 of {table.name} such as {_either(near)}, got {digits}",
            f"{table.name}中没有{owner}类；相近的有{'、'.join(near)}",
        )
    if len(digits) == 3 or _knows(digits[:5], table):
        return None
    groups = [known for known in table.histories if len(known) == 5 and known.startswith(owner)]
    if not groups:
        return Problem(
            "unknown-group",
            f"{_titled(owner, table)} has no 款, expected {owner}, got {digits}",
            f"{_titled(owner, table)}类不设款，应为{owner}，实际为{digits}",
        )
    near = _nearest(digits[:5], groups, table)
    return Problem(
        "unknown-group",
        f"expected a known 款 of {_titled(owner, table)} such as {_either(near)}, got {digits}",
        f"{_titled(owner, table)}类下没有{digits[:5]}款；相近的有{'、'.join(near)}",
    )


def _nearest(digits: str, known: list[str], table: Table[AnyCode]) -> list[str]:
    """The three most likely codes, with their names: fewest digits mistyped first, then the nearest number."""

    def distance(other: str) -> tuple[int, int]:
        return sum(a != b for a, b in zip(digits, other, strict=True)), abs(int(digits) - int(other))

    return [_titled(other, table) for other in sorted(known, key=distance)[:3]]


def _titled(digits: str, table: Table[AnyCode]) -> str:
    history = table.histories.get(digits)
    return f"{digits} {history[-1].name}" if history else digits


def _either(titles: list[str]) -> str:
    *most, last = titles
    return f"{', '.join(most)} or {last}" if most else last
