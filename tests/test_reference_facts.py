"""The claims derived from the example, figure by figure against the transcription of the published document.

Where a figure differs, the document contradicts itself there; `EXCEPTIONS` says which of its errata it is.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import govfinance as gf
from govfinance.calc import Figure
from govfinance.derive import Derivation, Derived
from govfinance.document import Chart
from govfinance.money import Base, Direction
from tests.oracle.transcription import BUDGET, ITEM, PRIOR, WHERE

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "chifeng-justice-2023.json"

# The errata of the document that make a figure of ours another one: (id, field) -> (ours, errata).
EXCEPTIONS: dict[tuple[str, str], tuple[str | None, str]] = {
    ("5.2", "budget_change"): ("-155.31", "1, 3"),
    ("5.2.1", "budget_completion_rate"): (None, "10, 12"),
    ("5.2.15", "budget_completion_rate"): (None, "11, 12"),
    ("5.4", "budget_change"): ("3.32", "3, 4"),
    ("7.3", "amount"): ("215.90", "53"),
    ("12.8", "share"): ("56.07", "6"),
    ("14.1.2", "share"): ("0", "17"),
}

# Numbers that we print and the document does not: the class that it left out (erratum 5).
ADDED = {("project.class", "309", "total"), ("project.class", "309", "items[0].amount")}

# Numbers that people wrote into reasons: our reasons are others.
IN_REASONS = {"5.1.1-reason-sum", "5.1.1-reason=item", "5.1.2-reason=item"}

# Where a claim of the document subtracts: the operands with a minus.
MINUS = {
    "4-budget=5-budget": {"4.0:budget_change"},
    "1-budget=5-budget": {"1.0:budget_change"},
    "1-rollforward": {"1.2.3:prior_change"},
    "3proj-7=3-5": {"5.0:amount"},
}


class Ours:
    """The figures of the example, under the ids of the transcription."""

    def __init__(self, derivation: Derivation) -> None:
        self.claims = {(derived.topic, derived.key): derived for derived in derivation}

    def find(self, where: str) -> Derived:
        topic, key, _ = WHERE[where]
        return self.claims[topic, key]

    def text(self, where: str, field: str) -> str | None:
        """A figure as it is printed, with a minus where its word is a decrease; None where none is printed."""
        derived = self.find(where)
        claim: Any = derived.claim
        if field.startswith("counts/") and field not in WHERE[where][2]:
            said = claim.actual if "完成" in field else claim.target
            return re.findall(r"[0-9.]+", said)[0]
        path = WHERE[where][2][field]
        change = claim
        for name in path.split(".")[:-1] if path.endswith(("change.amount", "change.rate")) else ():
            change = getattr(change, name)
        if change is not claim and change.direction is Direction.UNCHANGED and change.base is Base.ZERO:
            return "0.00" if path.endswith("amount") else "0"  # the sentence says it by itself
        printed = derived.printed(path)
        if printed is None or change is claim:
            return None if printed is None else printed.text
        # the transcription has a sign for the word, and no separators
        return ("-" if change.direction is Direction.DECREASE else "") + printed.text.replace(",", "")

    def exact(self, where: str, field: str) -> Decimal:
        """The exact amount behind a printed one."""
        path = WHERE[where][2][field]
        if self.text(where, field) == "0.00" and path not in self.find(where).sources:
            return Decimal(0)
        source = self.find(where).sources[path][0]
        assert isinstance(source, Figure)
        assert source.value is not None
        # the source of a change is its size; the word says which way it went
        return -source.value if str(self.text(where, field)).startswith("-") else source.value


@pytest.fixture(scope="module")
def ours() -> Ours:
    return Ours(gf.derive(gf.load(EXAMPLE), gf.jurisdiction("inner-mongolia", year=2023)))


def _read(reference: Path, name: str) -> Any:
    return json.loads((reference / "chifeng-2023" / name).read_text(encoding="utf-8"))


def _items(facts: Any) -> Iterator[dict[str, Any]]:
    for section in facts["sections"].values():
        yield from section["items"]


def _figures(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The numbers of an item as they are printed, by field."""
    for field in (*ITEM, *BUDGET, *PRIOR, "share", "score"):
        if item.get(field) is not None:
            yield field, item.get({"amount": "raw", "budget": "budget_raw"}.get(field, field), item[field])
    yield from ((f"counts/{name}", value) for name, value in (item["counts"] or {}).items())


def test_every_figure_of_the_document_is_derived_as_printed(reference: Path, ours: Ours) -> None:
    facts = _read(reference, "facts.json")
    published = {(item["id"], field): text for item in _items(facts) for field, text in _figures(item)}
    expected = {place: EXCEPTIONS[place][0] if place in EXCEPTIONS else text for place, text in published.items()}
    assert expected == {place: ours.text(*place) for place in published}
    points = sum(len(chart["points"]) for chart in facts["charts"])
    in_reasons = sum(len(note["values"]) for note in facts["narrative_numbers"])
    assert 395 == len(published) + points + in_reasons


def test_an_exception_differs_from_the_document_and_is_one_of_its_errata(reference: Path, ours: Ours) -> None:
    errata = set(
        re.findall(r"^\| ([0-9]+) \|", (reference / "chifeng-2023/errata.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    published = {item["id"]: dict(_figures(item)) for item in _items(_read(reference, "facts.json"))}
    for (where, field), (text, numbers) in EXCEPTIONS.items():
        assert published[where][field] != text
        assert errata >= set(numbers.split(", "))


def test_no_number_of_ours_is_without_a_counterpart(reference: Path, ours: Ours) -> None:
    expected = {(topic, key, path) for topic, key, fields in WHERE.values() for path in fields.values()}
    printed = {
        (*place, path)
        for place, derived in ours.claims.items()
        for path in derived.sources
        if derived.printed(path) is not None
    }
    assert ADDED == printed - expected


def test_the_names_of_items_are_those_of_the_document(reference: Path, ours: Ours) -> None:
    for item in _items(_read(reference, "facts.json")):
        claim: Any = ours.find(item["id"]).claim
        path = WHERE[item["id"]][2].get("amount", "")
        if path.startswith("items["):
            assert item["label"] == claim.items[int(path[6:-8])].name
        elif item.get("xiang"):
            assert (item["kuan"], item["xiang"]) == (claim.group_name, claim.item_name)


def test_the_charts_have_the_points_of_the_document(reference: Path) -> None:
    document = gf.compose(gf.load(EXAMPLE), gf.jurisdiction("inner-mongolia", year=2023))
    charts = [block for section in document.sections for block in section.blocks if isinstance(block, Chart)]
    published = _read(reference, "facts.json")["charts"]
    assert [chart["caption"] for chart in published] == [chart.caption for chart in charts]
    assert [[(point["label"].strip(), point["value"]) for point in chart["points"]] for chart in published] == [
        list(chart.points) for chart in charts
    ]


def _number(ours: Ours, facts: Any, ref: str) -> Decimal | None:
    """A printed figure of ours under the reference that a claim of the document has for it."""
    where, _, field = ref.partition(":")
    if where.startswith("hundred"):
        return Decimal(100)
    if where == "n":
        return Decimal(len([item for item in facts if re.fullmatch(r"14\.2\.[1-9]0?", item["id"])]))
    if where.startswith("chart"):
        number, point = where.removeprefix("chart").split(".")
        share = ours.text(f"{int(number) + 1}.{point}", "share")
        return Decimal(str(share)) / 100
    text = ours.text(where, field.removesuffix("#"))
    return None if text is None else Decimal(text.replace(",", ""))


def test_every_true_claim_of_the_document_is_reproduced(reference: Path, ours: Ours) -> None:
    claims = [claim for claim in _read(reference, "claims.json") if claim["verdict"] in ("EXACT", "CONSISTENT")]
    assert 161 == len(claims)
    facts = [*_items(_read(reference, "facts.json"))]
    for claim in claims:
        if claim["id"] in IN_REASONS:
            continue
        for operand in claim["operands"]:
            assert Decimal(operand["value"]) == _number(ours, facts, operand["ref"]), (claim["id"], operand["ref"])
        if claim["printed_ref"] is not None:  # else a statement of one amount within another
            assert Decimal(claim["printed"]) == _number(ours, facts, claim["printed_ref"]), claim["id"]


def test_what_agrees_in_the_document_agrees_to_the_yuan(reference: Path, ours: Ours) -> None:
    checked = 0
    for claim in _read(reference, "claims.json"):
        refs = [operand["ref"] for operand in claim["operands"]]
        linear = claim["kind"] in ("sum", "sum of changes", "repeat", "cross-section equality", "roll-forward")
        if not linear or claim["verdict"] not in ("EXACT", "CONSISTENT") or claim["id"] in IN_REASONS:
            continue
        if claim["printed_ref"].endswith("#"):
            continue  # a score
        minus = MINUS.get(claim["id"], set())
        terms = [(-1 if ref in minus else 1) * ours.exact(*ref.split(":")) for ref in refs]
        assert ours.exact(*claim["printed_ref"].split(":")) == sum(terms), claim["id"]
        checked += 1
    assert 59 == checked
