"""Valid documents of the JSON format, of every shape.

They are made from the metadata of the model alone, so that they can judge both the reader and the schema.
"""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govfinance.catalog import accepted_class_names
from govfinance.model import TOPICS, FieldKind, FinalAccounts, Remarks, Stated, kind_of

FUNCTIONAL = ("204", "20406", "2040601", "2040699", "2130599", "2080505", "22999", "2299999")
ADDRESSES = (
    "totals/208/actual",
    "totals/outlay/actual",
    "revenue/total/fiscal",
    "expenditure/20805/superior_payment",
    "expenditure/2080505/total",
    "fiscal/opening/actual",
    "fiscal/outlay/government_fund",
    "government_fund/total/closing",
    "basic/personnel/actual",
    "project/310/actual",
)
ECONOMIC = ("301", "30101", "30199", "30201", "30309", "31002", "39999")

# Texts with everything that is allowed in one.
_CHARACTERS = st.sampled_from("甲乙丙，。（）“”　 \n0aZ%㎡𠮷\u00a0\u2028\ufeff\u200b") | st.characters(
    exclude_categories=["Cc", "Cs"]
)


def texts() -> SearchStrategy[str]:
    """Texts in which something stands."""
    return st.tuples(st.text(_CHARACTERS, max_size=6), st.sampled_from("甲a。1"), st.text(_CHARACTERS, max_size=6)).map(
        "".join
    )


@st.composite
def scaled_amounts(draw: DrawFn, scale: str, *, signed: bool = False) -> str:
    """Amounts in every form that a file can have them in: of any size, with any number of zeros at the end."""
    exponent = {"元": 0, "万元": 4}[scale]
    fen = draw(st.sampled_from([0, 1, 99, 100, 5000, 10**18 - 1, 10**17]) | st.integers(0, 10**18 - 1))
    digits = f"{fen:0{exponent + 3}d}"
    whole, fraction = digits[: -exponent - 2], digits[-exponent - 2 :].rstrip("0")
    fraction += "0" * draw(st.integers(0, 12 - len(fraction)))
    sign = "-" if (signed or not fen) and draw(st.booleans()) else ""
    return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"


def scores() -> SearchStrategy[str]:
    """Scores from 0 to 1000."""
    return st.sampled_from(["0", "-0", "0.0", "100", "95.40", "1000", "1000.00", "999.99"]) | st.integers(0, 99999).map(
        lambda hundredths: f"{hundredths // 100}.{hundredths % 100:02d}"
    )


def counts() -> SearchStrategy[int | float]:
    """Counts, some of them written with a point."""
    return st.integers(0, 999_999_999) | st.integers(0, 999).map(float)


def _fields(cls: type, keys: tuple[str, ...] = ()) -> list[tuple[str, FieldKind, bool]]:
    return [
        (field.name, kind_of(field), field.default is attrs.NOTHING)
        for field in attrs.fields(cls)
        if field.init and field.name not in keys
    ]


def _class(kind: FieldKind) -> type:
    return FinalAccounts if kind.item == "FinalAccounts" else kind.item


class _Maker:
    """Draws the parts of one document, the values of its fields from small pools."""

    def __init__(self, draw: DrawFn, scale: str, *, full: bool) -> None:
        def pool(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
            return st.sampled_from(draw(st.lists(values, min_size=1, max_size=5)))

        self.draw = draw
        self.full = full
        self.depth = 0
        self.texts = pool(texts())
        self.plain = {
            "amount": pool(scaled_amounts(scale)),
            "signed": pool(scaled_amounts(scale, signed=True)),
            "score": pool(scores()),
            "count": pool(counts()),
            "year": pool(st.integers(2000, 2099)),
            "texts": st.lists(self.texts, min_size=full, max_size=2),
            "text": self.texts,
            "class_name": st.none(),  # depends on the code, which stands outside
        }

    def object(self, cls: type, keys: tuple[str, ...] = ()) -> dict[str, Any]:
        if cls is Remarks:
            topics = st.sampled_from(sorted(TOPICS)) | st.sampled_from(["functional.2040601", "functional.2999999"])
            return self.draw(st.dictionaries(topics, self.texts, min_size=self.full, max_size=3))
        if cls is Stated:
            amounts = st.dictionaries(st.sampled_from(ADDRESSES), self.plain["signed"], min_size=self.full, max_size=3)
            return self.draw(amounts)
        self.depth += 1
        result: dict[str, Any] = {}
        for name, kind, required in _fields(cls, keys):
            too_deep = name in ("accounts", "units") and self.depth > 4
            if required or (not too_deep and (self.full or self.draw(st.integers(0, 2)) == 0)):
                result[name] = self.value(kind)
        self.depth -= 1
        return result

    def value(self, kind: FieldKind) -> Any:
        match kind.name:
            case "enum":
                return self.draw(st.sampled_from([member.value for member in kind.item]))
            case "object":
                return self.object(_class(kind))
            case "list" if kind.key:
                return self.keyed(_class(kind), kind.key)
            case "list":
                return [self.object(_class(kind)) for _ in range(self.draw(st.integers(self.full, 2)))]
            case _:
                return self.draw(self.plain["signed" if kind.signed else kind.name])

    def keyed(self, cls: type, keys: tuple[str, ...], names: tuple[str, ...] = ()) -> dict[str, Any]:
        if len(names) == len(keys):
            item = self.object(cls, keys)
            if "class_name" in item:
                item["class_name"] = self.draw(st.sampled_from(sorted(accepted_class_names(names[-1][:3]))))
            return item
        kind = {name: kind for name, kind, _ in _fields(cls)}[keys[len(names)]]
        words: tuple[str, ...] = {
            "functional_code": FUNCTIONAL,
            "economic_code": ECONOMIC,
            "nature": ("basic", "project"),
        }.get(kind.name) or tuple(member.value for member in kind.item)
        chosen = self.draw(st.lists(st.sampled_from(words), unique=True, min_size=self.full, max_size=2))
        return {word: self.keyed(cls, keys, (*names, word)) for word in chosen}


@st.composite
def documents(draw: DrawFn, *, full: bool = False) -> dict[str, Any]:
    """Valid documents, as the values of their JSON; ``full`` ones have every key there is."""
    scale = draw(st.sampled_from(["元", "万元"]))
    return {"format": "govfinance/1", "scale": scale, **_Maker(draw, scale, full=full).object(FinalAccounts)}


_PLAIN: dict[str, Any] = {"amount": "1", "score": "95.4", "count": 1, "year": 2023, "texts": ["甲"], "text": "甲"}


def _plain(cls: type, keys: tuple[str, ...] = (), depth: int = 0) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for name, kind, required in _fields(cls, keys):
        if kind.name == "class_name":
            result[name] = "公共安全支出"
        elif kind.name in ("enum", "nature"):
            result[name] = next(iter(kind.item)).value
        elif kind.name not in ("object", "list"):
            result[name] = "-1" if kind.signed else _PLAIN[kind.name]
        elif _class(kind) is Remarks:
            result[name] = {"overall.total.prior": "甲", "functional.2040601": "乙"}
        elif _class(kind) is Stated:
            result[name] = {ADDRESSES[0]: "-1"}
        elif required or depth < 3:
            inner: Any = _plain(_class(kind), kind.key, depth + 1)
            for key in reversed(kind.key):
                inner = {_plain_key(_class(kind), key): inner}
            result[name] = inner if kind.key or kind.name == "object" else [inner]
    return result


def _plain_key(cls: type, key: str) -> str:
    kind = {name: kind for name, kind, _ in _fields(cls)}[key]
    codes = {"functional_code": "2040601", "economic_code": "30101"}
    return codes.get(kind.name) or str(next(iter(kind.item)).value)


def complete_document(scale: str = "元") -> dict[str, Any]:
    """A short document with every key of the format in it."""
    return {"format": "govfinance/1", "scale": scale, **_plain(FinalAccounts)}
