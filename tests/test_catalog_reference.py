"""Every row of the reference tables is answered by the catalogue."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from govfinance import catalog

YEARS = (2022, 2023, 2024, 2025)


def rows(reference: Path, name: str) -> Iterator[dict[str, str]]:
    with (reference / "classification" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def years_of(row: dict[str, str]) -> list[int]:
    first, last = int(row["valid_from"] or 0), int(row["valid_to"] or 9999)
    return [year for year in YEARS if first <= year <= last]


LOOKUPS = {
    "functional": catalog.functional,
    "economic_department": catalog.economic,
    "economic_government": catalog.government_economic,
}
TABLES = {
    "functional": "functional",
    "economic_department": "economic",
    "economic_government": "government_economic",
}


@pytest.mark.parametrize("name", LOOKUPS)
def test_every_row_is_found_by_its_code_and_by_its_name(reference: Path, name: str) -> None:
    for row in rows(reference, name):
        for year in years_of(row):
            entry = LOOKUPS[name](row["code"], year)
            assert entry is not None
            assert (row["code"], row["name"]) == (str(entry.code), entry.name)
            assert (row["evidence"], row["confidence"]) == (entry.evidence, entry.confidence)
            assert entry in catalog.codes_named(row["name"], year)
            assert catalog.check_name(row["code"], row["name"], year) is None
            suggestions = catalog.suggest(row["name"], year, table=TABLES[name], within=row["code"])  # type: ignore[arg-type]
            assert (row["code"], row["name"]) == (str(suggestions[0].code), suggestions[0].name)
            assert "EXACT" == suggestions[0].reason.name


def test_every_superseded_name_leads_to_what_stands_for_it(reference: Path) -> None:
    for row in rows(reference, "superseded_names"):
        assert row["old_name"] in [former.name for former in catalog.former_names(row["code"])]
        named = catalog.name_in(row["code"], 2024)
        assert named is not None
        suggested = {
            str(found.code) for found in catalog.suggest(row["old_name"], 2024, limit=200) if found.score == 1.0
        }
        current = {
            code
            for code in re.findall(r"(?<![\d-])\d{3}(?:\d\d){0,2}(?![\d-])", row["current"])
            if catalog.name_in(code, 2024) is not None
        }
        assert current <= suggested or row["old_name"] == "中医药"
        assert suggested


def test_both_names_pass_in_both_years_where_the_boundary_is_not_known(reference: Path) -> None:
    for row in rows(reference, "edition_differences"):
        if row["boundary_known"] == "no":
            last, first = int(row["valid_to"] or 0), int(row["valid_from"] or 0)
            for year in [last, last + 1] if last else [first - 1, first]:
                assert catalog.check_name(row["code"], row["name"], year) is None


def test_every_row_of_the_correspondence_is_answered_both_ways(reference: Path) -> None:
    for row in rows(reference, "mapping"):
        unit = None if row["unit_type"] == "不限" else row["unit_type"]
        forth = catalog.government_economic_for(row["dept_code"], unit)
        back = catalog.department_economic_for(row["gov_code"], unit)
        pair = (row["dept_code"], row["gov_code"], row["confidence"])
        assert pair in [(str(found.department), str(found.government), found.confidence) for found in forth]
        assert pair in [(str(found.department), str(found.government), found.confidence) for found in back]


def test_the_counts_of_the_editions_agree(reference: Path) -> None:
    for row in rows(reference, "completeness"):
        if row["code"] != "all":
            groups = catalog.children(row["code"], 2024)
            assert (row["code"], int(row["kuan_2024"])) == (row["code"], len(groups))
            items = [item for group in groups for item in catalog.children(group.code, 2024)]
            assert (row["code"], int(row["xiang_2024"])) == (row["code"], len(items))
