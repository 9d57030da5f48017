"""What deriving gives: each claim with the exact figures behind its printed numbers, and what was left unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import attrs
from attrs import frozen

from govfinance.calc import Figure, Ratio
from govfinance.claims import Claim
from govfinance.errors import Lang
from govfinance.money import NumberFormat, Printed

__all__ = ["Derivation", "Derived", "Omission", "Source", "made"]

Source: TypeAlias = Figure | Ratio
"""The exact figure or ratio behind a printed number."""


@frozen
class Derived:
    """One claim, what it is about, and where each of its printed numbers comes from.

    ``topic`` is the kind of statement (``overall.total``, ``functional.item`` ...), ``key`` the single one (a code,
    a source of revenue ...), ``parent`` the key of the statement that it stands under.
    """

    claim: Claim
    topic: str
    key: str = ""
    parent: str = ""

    @property
    def sources(self) -> Mapping[str, tuple[Source, NumberFormat]]:
        """The exact figure behind each printed number, by its dotted path, and the format it was printed with."""
        return {
            path: (made(printed.made_of), printed.made_by)
            for path, printed in _numbers(self.claim, "")
            if printed.made_of is not None and printed.made_by is not None
        }

    def printed(self, path: str) -> Printed | None:
        """The printed number at a path of the claim, such as ``prior.change.rate`` or ``items[2].amount``."""
        value: object = self.claim
        for name in path.replace("[", ".").replace("]", "").split("."):
            value = value[int(name)] if isinstance(value, tuple) else getattr(value, name)
        return value if isinstance(value, Printed) else None

    def explain(self, path: str, lang: Lang = "en") -> str:
        """How the printed number at a path comes about, in one line."""
        source, number_format = self.sources[path]
        printed = self.printed(path)
        if isinstance(source, Ratio):
            return source.explain(lang, number_format.decimals, str(printed))
        if number_format.scale is None:
            return source.label or source.path  # a count or a score is printed as it was supplied
        text = source.explain(lang)
        step = f"{Decimal((0, (1,), -number_format.decimals)):f}"
        unit = number_format.scale.value
        rounded = f"四舍五入至{step}{unit}" if lang == "zh" else f"half-up to {step}{unit}"
        return f"{printed} = {text}{'，' if lang == 'zh' else ', '}{rounded}"

    def explanations(self, lang: Lang = "en") -> Iterator[tuple[str, str]]:
        """Every printed number of the claim with its derivation."""
        for path in self.sources:
            yield path, self.explain(path, lang)


def made(made_of: object) -> Source:
    """The figure or ratio behind a printed number, from itself or from a function and its arguments."""
    if isinstance(made_of, tuple):
        make, *arguments = made_of
        made_of = make(*arguments)
    assert isinstance(made_of, Figure | Ratio)
    return made_of


def _numbers(part: Any, path: str) -> Iterator[tuple[str, Printed]]:
    """All printed numbers of a claim or a part of one, with their paths."""
    for attribute in attrs.fields(part.__class__):
        name = f"{path}{attribute.name}"
        value = getattr(part, attribute.name)
        if isinstance(value, Printed):
            yield name, value
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from _numbers(item, f"{name}[{number}].")
        elif attrs.has(value.__class__):
            yield from _numbers(value, f"{name}.")


@frozen
class Omission:
    """Something that the form would say and that could not be said, because it was not supplied.

    ``kind`` is ``comparison`` (the base is missing), ``reason`` (nobody wrote why), ``field`` (a part of the sentence) or
    ``statement`` (nothing of it can be said); ``paths`` are the places in the accounts that would have to be filled in.
    """

    topic: str
    key: str
    kind: str
    paths: tuple[str, ...]

    def message(self, lang: Lang = "en") -> str:
        """The omission in one line."""
        where = f"{self.topic} {self.key}".strip()
        paths = ", ".join(self.paths)
        if self.kind == "statement":
            return f"{where}：未写，未提供 {paths}" if lang == "zh" else f"{where}: not said, {paths} not supplied"
        if self.kind == "field":
            return (
                f"{where}：略去一部分，未提供 {paths}"
                if lang == "zh"
                else f"{where}: a part left out, {paths} not supplied"
            )
        if self.kind == "reason":
            return f"{where}：未写变动原因（{paths}）" if lang == "zh" else f"{where}: no reason given ({paths})"
        return f"{where}：未作比较，未提供 {paths}" if lang == "zh" else f"{where}: not compared, {paths} not supplied"


@frozen
class Derivation:
    """All claims of a narrative in reading order, and what they leave unsaid."""

    claims: tuple[Derived, ...]
    omissions: tuple[Omission, ...] = ()

    def __iter__(self) -> Iterator[Derived]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)
