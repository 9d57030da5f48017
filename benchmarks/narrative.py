"""Deriving and rendering the whole narrative, against bare f-strings and a join that give the same text.

The floor is a generated function: an f-string a paragraph and one join. Its numbers come from the same exact figures
in 元, with the last step of the arithmetic in place, as somebody would type it: ``{n / WAN:,.2f}`` for an amount,
``{(a - b) / b * 100:.2f}`` for a rate. It sums nothing up, chooses no words and keeps no derivation. The second floor
does not even divide: its numbers are rounded already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

import govfinance as gf
from benchmarks.timing import ratio
from govfinance.calc import Figure, Ratio
from govfinance.derive import Derivation
from govfinance.document import Chart, Document, Paragraph
from govfinance.money import NumberFormat
from govfinance.numeric import CONTEXT

EXAMPLE = Path(__file__).parent.parent / "examples" / "chifeng-justice-2023.json"
LIMIT = 10.0


def strip(text: str) -> str:
    """Without trailing zeros, as the items of lists are printed."""
    return text.rstrip("0").rstrip(".")


class Floor:
    """Builds the function that gives the text of a document and does nothing else."""

    def __init__(self, document: Document, derivation: Derivation, *, rounded: bool) -> None:
        self.scope: dict[str, Any] = {"WAN": Decimal(10000), "strip": strip}
        self.rounded = rounded
        # the claims stand in the document in the order in which they were derived
        self.sources = self._sources(derivation)
        lines = [repr(document.title), "''", repr(document.part)]
        for section in document.sections:
            lines += ["''", repr(section.heading)]
            for block in section.blocks:
                lines.append(repr(block.caption) if isinstance(block, Chart) else self._f_string(block))
        source = "def text():\n    return '\\n'.join([" + ",\n".join(lines) + "]) + '\\n'\n"
        exec(compile(source, "floor", "exec"), self.scope)
        self.text: Callable[[], str] = self.scope["text"]

    @staticmethod
    def _sources(derivation: Derivation) -> dict[str, list[tuple[Figure | Ratio, NumberFormat]]]:
        found: dict[str, list[tuple[Figure | Ratio, NumberFormat]]] = {}
        for derived in derivation:
            for path, source in derived.sources.items():
                printed = derived.printed(path)
                if printed is not None:
                    found.setdefault(printed.text, []).append(source)
        return found

    def _name(self, value: Decimal) -> str:
        name = f"n{len(self.scope)}"
        self.scope[name] = value
        return name

    def _number(self, shown: str) -> str:
        source, number_format = self.sources[shown][0]
        comma = "," if number_format.grouped else ""
        spec = f"{comma}.{number_format.decimals}f"
        if self.rounded:
            value = Decimal(shown.replace(",", ""))
            return f"{{{self._name(value)}:{comma}.{len(shown.partition('.')[2])}f}}"
        expression = self._expression(source, number_format)
        if number_format.fewest_decimals < number_format.decimals:
            return f"{{strip(f'{{{expression}:{spec}}}')}}"
        return f"{{{expression}:{spec}}}"

    def _expression(self, source: Figure | Ratio, number_format: NumberFormat) -> str:
        if isinstance(source, Ratio):
            if source.percent is None:
                return self._name(Decimal(0))
            part, base = source.part.value, source.base.value
            assert part is not None
            assert base is not None
            return f"{self._name(abs(part))} / {self._name(base)} * 100"
        assert source.value is not None
        name = self._name(abs(source.value))
        return name if number_format.scale is None else f"{name} / WAN"

    def _f_string(self, paragraph: Paragraph) -> str:
        return 'f"' + "".join(self._parts(paragraph)) + '"'

    def _parts(self, paragraph: Paragraph) -> Iterator[str]:
        position = 0
        for span in paragraph.numbers:
            yield _literal(paragraph.text[position : span.start])
            yield self._number(paragraph.text[span.start : span.end])
            position = span.end
        yield _literal(paragraph.text[position:])


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("{", "{{").replace("}", "}}")


def main() -> float:
    """Print the ratios, and return the first."""
    accounts = gf.load(EXAMPLE)
    jurisdiction = gf.jurisdiction("inner-mongolia", year=2023)
    document = gf.compose(accounts, jurisdiction)
    derivation = gf.derive(accounts, jurisdiction)

    def ours() -> str:
        return gf.compose(accounts, jurisdiction).to_text()

    with localcontext(CONTEXT):
        floor = Floor(document, derivation, rounded=False).text
        bare = Floor(document, derivation, rounded=True).text
        for text in (floor(), bare()):
            if text != document.to_text():
                raise AssertionError("the floor does not give the same text")
        ratio("  of it against f-strings of rounded numbers", ours, bare, None)
        return ratio("derive and render the narrative / f-strings and join", ours, floor, LIMIT)


if __name__ == "__main__":
    main()
