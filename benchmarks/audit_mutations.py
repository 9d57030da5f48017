"""What the auditor finds of single changes in right documents, by jurisdiction and by kind of change.

Documents of random accounts in every form, and those of the examples, are audited as they are (nothing may be found) and with one
change each. ``python -m benchmarks.audit_mutations --help`` lists the options.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import TextIO

from hypothesis import HealthCheck, Phase, given, seed, settings

import govfinance as gf
from govfinance.audit import Finding, audit
from govfinance.document import PublishedTable
from govfinance.errors import GovFinanceError
from govfinance.jurisdictions import Jurisdiction, jurisdictions
from govfinance.testing import (
    MUTATIONS,
    Mutation,
    Publication,
    detected,
    findings_of,
    itemised,
    mutations,
    provably_wrong,
    publication,
    publications,
    texts,
)

EXAMPLES = Path(__file__).parent.parent / "examples"
COLUMNS = ("made", "provable", "found", "elsewhere", "wrong kind", "missed", "extra", "beyond")

Row = Counter[str]


def drawn(form: Jurisdiction, documents: int, start: int, *, nasty: bool = False) -> list[Publication]:
    """Publications of random accounts; the same for the same ``start``."""
    found: list[Publication] = []

    @seed(start)
    @settings(
        max_examples=documents,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(publications(form, text=texts() if nasty else None, awkward=nasty))
    def collect(made: Publication) -> None:
        found.append(made)

    collect()
    return found


def of_examples(form: Jurisdiction) -> Iterator[Publication]:
    """The examples that the form can say, with the rows that their tables need."""
    for path in sorted(EXAMPLES.glob("*.json")):
        try:
            yield publication(itemised(gf.load(path)), form)
        except GovFinanceError:
            continue


def shown(finding: Finding) -> str:
    """A finding in one line."""
    return f"{finding.code} [{finding.quote[-60:]}] {finding.message('zh')[:160]} @{finding.place.block}"


def words_around(mutation: Mutation) -> str:
    """The changed words in their sentence or row."""
    document, place = mutation.document, mutation.place
    block = document.blocks[place.block]
    if isinstance(block, PublishedTable):
        return " | ".join(block.rows[place.row or 0])
    return block.text[max(0, place.start - 60) : place.end + 40]


def measured(
    made: Publication, random: Random, each: int, table: dict[str, Row], silent: Counter[str], log: TextIO | None
) -> None:
    """Audit one document as it is and with changes, and count."""
    before = audit(made.document)
    wrong = provably_wrong(before)
    silent["documents"] += 1
    silent["silent"] += not wrong
    if wrong and log is not None:
        for finding in wrong:
            print(f"FALSE {made.jurisdiction.id} {made.jurisdiction.year}\t{shown(finding)}", file=log)
    known = findings_of(before)
    for mutation in mutations(made, random, each=each):
        document = mutation.document
        found = detected(mutation, document, audit(document), known)
        row = table[mutation.kind]
        row["made"] += 1
        row["extra"] += bool(found.extra)
        if mutation.provable:
            row["provable"] += 1
            row[found.outcome] += 1
        elif found.outcome == "found":
            row["beyond"] += 1
        if log is not None and (found.extra or (mutation.provable and found.outcome != "found")):
            label = found.outcome.upper() if mutation.provable else "unprovable"
            print(
                f"{label}{'+EXTRA' if found.extra else ''} {made.jurisdiction.id} {made.jurisdiction.year} {mutation.kind}: "
                f"{mutation.before} -> {mutation.after}\t{words_around(mutation)}\t"
                + "; ".join(shown(one) for one in (*found.findings[:3], *found.extra[:3])),
                file=log,
            )


def print_table(name: str, table: dict[str, Row]) -> None:
    """One jurisdiction: a row for each kind of change."""
    print(f"\n{name}\n| change | {' | '.join(COLUMNS)} | found of provable |\n| --- |{' ---: |' * (len(COLUMNS) + 1)}")
    total: Row = Counter()
    for kind in MUTATIONS:
        row = table.get(kind)
        if row:
            total.update(row)
            print(_line(kind, row))
    print(_line("all", total))


def _line(kind: str, row: Row) -> str:
    share = f"{100 * row['found'] / row['provable']:.1f} %" if row["provable"] else "-"
    return f"| {kind} | {' | '.join(str(row[column]) for column in COLUMNS)} | {share} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=30, help="random documents of each form")
    parser.add_argument("--each", type=int, default=3, help="changes of each kind in each document")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--form", default="", help="only this form, as in shanghai/2024")
    parser.add_argument("--nasty", action="store_true", help="free texts with numbers, units and directions")
    parser.add_argument("--log", type=argparse.FileType("w", encoding="utf-8"), help="what was not as it should be")
    options = parser.parse_args()
    everything: defaultdict[str, Row] = defaultdict(Counter)
    began = time.perf_counter()
    for form in jurisdictions():
        if not form.has_narrative or options.form not in ("", f"{form.id}/{form.year}"):
            continue
        table: defaultdict[str, Row] = defaultdict(Counter)
        silent: Counter[str] = Counter()
        random = Random(options.seed)
        for made in [*of_examples(form), *drawn(form, options.documents, options.seed, nasty=options.nasty)]:
            measured(made, random, options.each, table, silent, options.log)
        print_table(f"{form.id} {form.year}: {silent['silent']} of {silent['documents']} documents silent", table)
        for kind, row in table.items():
            everything[kind].update(row)
    print_table("all forms", everything)
    print(f"\n{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
