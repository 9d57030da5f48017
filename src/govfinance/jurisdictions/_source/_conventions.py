"""``[conventions]``: number formats by role and by field, thresholds, standing texts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from govfinance.claims import role_of
from govfinance.errors import InvalidInputError
from govfinance.jurisdictions._source._names import claim_classes, part_classes
from govfinance.jurisdictions._source._node import Node, Problems, Table
from govfinance.jurisdictions._source._structure import BAD, Structurer
from govfinance.model import TOPICS
from govfinance.money import ROLES, Conventions, NumberFormat, Printed, Scale
from govfinance.sentences import field_types

__all__ = ["read_conventions", "read_format"]

_AMOUNTS: Final = ("amount", "item")
_RATES: Final = ("rate", "item_rate", "share")
_ANY: Final = Conventions(formats=dict.fromkeys(ROLES, NumberFormat("0")), materiality=Decimal(0))
_SCALES: Final = {"yuan": Scale.YUAN, "wan": Scale.WAN}


def read_format(node: Node, problems: Problems, *, scale: Scale | None = None, unit: str = "") -> Any:
    """A number format, from its pattern or a table with one; `BAD` where it was complained of."""
    structurer = Structurer(problems)
    if isinstance(node.value, str):
        try:
            return NumberFormat(node.value, scale=scale, unit=unit)
        except InvalidInputError as error:
            problems.extend_at(node, error.problems)
            return BAD
    if not isinstance(node.value, dict):
        problems.wrong(
            node, "a pattern such as '#,##0.00', or a table with one", "“#,##0.00”这样的格式，或含有格式的表"
        )
        return BAD
    return structurer.object(NumberFormat, node, {"scale": scale, "unit": unit})


def read_conventions(node: Node, problems: Problems) -> Conventions:
    """The conventions of a form; any others where they were complained of, so that sentences can be compiled."""
    structurer = Structurer(problems)
    table = problems.table(node, ["scale", *structurer.names(Conventions)])
    if table is None:
        return _ANY
    scale: Scale = Scale.WAN
    if "scale" in table:
        scale = problems.choice(table.pop("scale"), "unknown-word", "scale", "计量单位", _SCALES) or scale
    formats = _formats(table.pop("formats", None), node, problems, scale)
    if "zero_base" in table and (zero_base := problems.table(table["zero_base"])) is not None:
        table["zero_base"] = _checked_fields(table["zero_base"], zero_base, problems)
    _check_texts(table, problems)
    made = structurer.build(Conventions, table, node, {"formats": formats})
    if isinstance(made, Conventions) and made.materiality < 0:
        problems.add(
            table["materiality"],
            "negative",
            "expected a number of percentage points from 0 up",
            "应为不小于 0 的百分点数",
        )
    return made if isinstance(made, Conventions) else _ANY


def _check_texts(table: Table, problems: Problems) -> None:
    """Complain of texts that would be of no use: topics of no remark, zeros that are no numbers, codes of no 类."""
    standing = [table[key].value for key in ("standing_texts", "standing_texts_en") if key in table]
    for topic, node in [pair for texts in standing if isinstance(texts, dict) for pair in texts.items()]:
        if topic not in TOPICS:
            problems.unknown(node, "unknown-topic", "topic of remarks", "说明事项", topic, TOPICS)
        if isinstance(node.value, str):
            _check_standing(node.value, node, problems)
    zeros = table["zero_base"].value if "zero_base" in table else {}
    for node in zeros.values() if isinstance(zeros, dict) else ():
        if isinstance(node.value, str) and re.fullmatch(r"0(?:\.0{1,6})?", node.value) is None:
            problems.add(node, "number-zero", "expected a zero such as '0' or '0.00'", "零的写法应为“0”“0.00”等")
    codes = table["always_listed"].value if "always_listed" in table else []
    for node in codes if isinstance(codes, list) else ():
        if isinstance(node.value, str) and re.fullmatch("3[0-9]{2}", node.value) is None:
            problems.add(
                node, "bad-code", "expected the code of an economic 类 such as 301", "应为 301 这样的经济分类类级编码"
            )


def _check_standing(text: str, node: Node, problems: Problems) -> None:
    """Complain of a standing text that says nothing, and of slots but ``{level}``, which is the only one."""
    if not text.strip():
        problems.add(
            node,
            "empty-text",
            "expected what the form says; leave the key out where it says nothing",
            "固定文字不应为空",
        )
    if re.search("[{}]", text.replace("{level}", "")):
        problems.add(
            node, "unknown-slot", "{level} is the only slot of a standing text", "固定文字中只能用空位 {level}"
        )


def _formats(node: Node | None, conventions: Node, problems: Problems, scale: Scale) -> dict[str, NumberFormat]:
    """The formats; where one was complained of, another one stands in its place."""
    result: dict[str, NumberFormat] = {}
    table: Table = {}
    if node is None:
        problems.missing(conventions, "formats", "a pattern for each role", "每种用途的数字格式")
    else:
        table = problems.table(node) or {}
        for wanted in ROLES:
            if wanted not in table:
                problems.missing(node, wanted, ROLES[wanted], "该用途的数字格式")
    for name, inner in table.items():
        role: str | None = name if name in ROLES else _role(name, inner, problems)
        if role is not None:
            unit = "%" if role in _RATES else ""
            made = read_format(inner, problems, scale=scale if role in _AMOUNTS else None, unit=unit)
            result[name] = NumberFormat("0") if made is BAD else made
    return result if set(ROLES) <= set(result) else {**dict.fromkeys(ROLES, NumberFormat("0")), **result}


def _role(name: str, node: Node, problems: Problems) -> str | None:
    """The role of a field ``Claim.field``."""
    owners = {**claim_classes(), **part_classes()}
    class_name, point, field = name.partition(".")
    if not point:
        problems.unknown(node, "unknown-role", "role", "用途", name, ROLES)
        return None
    if class_name not in owners:
        problems.unknown(node, "unknown-class", "class", "表述", class_name, owners)
        return None
    cls = owners[class_name]
    printed = [one for one, (kind, _) in field_types(cls).items() if kind is Printed]
    if field not in printed:
        problems.unknown(
            node, "unknown-field", f"printed number of {class_name}", f"{class_name} 的数字", field, printed
        )
        return None
    return role_of(cls, field)


def _checked_fields(node: Node, table: Table, problems: Problems) -> Node:
    """The table without the keys that are no fields."""
    return Node(
        {name: inner for name, inner in table.items() if _role(name, inner, problems) is not None},
        node.file,
        node.line,
        node.path,
    )
