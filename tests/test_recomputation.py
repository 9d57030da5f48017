"""A figure that changes in the input changes what it must in the narrative, and nothing else.

What it must change is said by the oracle (tests/oracle), which computes the narrative's numbers a second time, in
fractions, from the raw JSON.
"""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from decimal import ROUND_UP, Context, Decimal, Inexact, localcontext
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govfinance as gf
from govfinance.document import Chart
from tests.oracle import Marks, marks_in, narrative
from tests.oracle.made_up import CASES, Case
from tests.oracle.made_up_more import MORE_CASES
from tests.oracle.marks import without_marks

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "chifeng-justice-2023.json"
FORM = gf.jurisdiction("inner-mongolia", year=2023)

JsonPath: TypeAlias = tuple[str | int, ...]

TEXTS = ("department", "year", "level", "note", "overview", "remarks", "glossary", "named", "name", "target")
SCORES = ("score", "weight")
ACCOUNTS: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))


def leaves(value: Any, path: JsonPath = ()) -> Iterator[tuple[JsonPath, str | int]]:
    """Every text and number of the input, with its path."""
    if isinstance(value, dict | list):
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(child, (*path, key))
    else:
        yield path, value


def figures(value: Any) -> dict[JsonPath, str | int]:
    """What of the input is a figure: amounts (texts), counts, scores."""
    return {
        path: leaf
        for path, leaf in leaves(value)
        if not any(part in TEXTS for part in path)
        and (isinstance(leaf, int) or re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", leaf))
    }


FIGURES = figures(ACCOUNTS)


def shown(path: JsonPath) -> str:
    return ".".join(map(str, path))


def changed(others: Mapping[JsonPath, str | int | None]) -> dict[str, Any]:
    """The example with other figures; None takes a figure out."""
    accounts = deepcopy(ACCOUNTS)
    for path, leaf in others.items():
        holder: Any = accounts
        for part in path[:-1]:
            holder = holder[part]
        if leaf is None:
            del holder[path[-1]]
        else:
            holder[path[-1]] = leaf
    return accounts


def written(accounts: dict[str, Any]) -> list[tuple[str, str, Marks]]:
    """Each paragraph of the library's narrative: its section, its text, the marks in it."""
    document = gf.compose(gf.loads(json.dumps(accounts)), FORM)
    found = []
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Chart):
                found.append((section.number, block.caption, tuple(value for _, value in block.points)))
            else:
                found.append((section.number, block.text, marks_in(block.text)))
    return found


def check(accounts: dict[str, Any]) -> list[tuple[str, str, Marks]]:
    """What the library writes, once it is what the oracle says."""
    expected = [(section, said.marks) for section, said in narrative(accounts)]
    found = written(accounts)
    assert expected == [(section, marks) for section, _, marks in found]
    return found


@cache
def before() -> list[tuple[str, str, Marks]]:
    """The narrative of the example as it is."""
    return check(ACCOUNTS)


def moved(path: JsonPath, leaf: str | int) -> Iterator[str | int]:
    """Other values of a figure: one last printed digit more and, where it can be, less."""
    if isinstance(leaf, int):
        yield leaf + 1
        return
    step = Decimal("0.01") if path[-1] in SCORES else Decimal(100)
    for value in (Decimal(leaf) + step, Decimal(leaf) - step):
        if value >= 0:
            yield f"{value:f}"


# 年末财政拨款结转和结余 is in the tables and in the checks, and so are the initial budgets of the other funds; the
# narrative has the total of the fiscal side only.
SILENT = re.compile(r"fiscal\.funds\.(general_public\.closing\.actual|\w+\.expenditure\.initial)")

# With a revenue or a balance the form no longer says 本部门无……收、支、余 of a budget of which nothing was spent.
NOT_NOTHING = re.compile(
    r"revenue\.(government_fund|state_capital)\.actual|fiscal\.funds\.(government_fund|state_capital)\.(opening|closing)\.actual"
)


@pytest.mark.parametrize("path", [pytest.param(path, id=shown(path)) for path in FIGURES])
def test_a_changed_figure_changes_what_it_must_and_no_other_paragraph(path: JsonPath) -> None:
    for leaf in moved(path, FIGURES[path]):
        after = check(changed({path: leaf}))
        assert len(before()) == len(after)
        differing = 0
        for (section, old, old_marks), (_, new, new_marks) in zip(before(), after, strict=True):
            if old_marks == new_marks:
                assert old == new, section
                continue
            differing += 1
            if NOT_NOTHING.fullmatch(shown(path)) and section in "九十":
                assert "收、支、余" in old
                assert "收、支、余" not in new
            elif len(old_marks) == len(new_marks):
                assert without_marks(old) == without_marks(new), section
        assert (differing == 0) == (SILENT.fullmatch(shown(path)) is not None)


def explanations() -> list[tuple[str, str]]:
    """How every number of the example comes about, and what the checks say."""
    accounts = gf.load(EXAMPLE)
    derived = [text for claim in gf.derive(accounts, FORM) for text in claim.explanations()]
    return derived + [(one.identity.id, one.message()) for one in gf.check(accounts)]


def test_the_callers_decimal_context_does_not_matter() -> None:
    expected = before(), explanations()
    with localcontext(Context(prec=1, rounding=ROUND_UP, Emax=1, Emin=-1, traps=[Inexact])):
        found = check(ACCOUNTS), explanations()
    assert expected == found


def test_the_oracle_imports_nothing_of_the_library() -> None:
    for path in (Path(__file__).parent / "oracle").glob("*.py"):
        assert not re.search(r"^\s*(import|from) govfinance", path.read_text(encoding="utf-8"), re.MULTILINE), path.name


def test_every_figure_of_the_example_is_tried() -> None:
    untried = [path for path, leaf in leaves(ACCOUNTS) if path not in FIGURES and not isinstance(leaf, str)]
    assert [("year",)] == untried
    assert 230 < len(FIGURES)


AMOUNTS = [path for path, leaf in FIGURES.items() if isinstance(leaf, str) and path[-1] not in SCORES]
CARRIED = [path for path in AMOUNTS if "opening" in path or "closing" in path]
COMPARED = [path for path in AMOUNTS if path[-1] in ("initial", "adjusted", "prior")]
AWKWARD = ["0", "0.01", "49.99", "50", "4999.99", "5000", "99995000", "123456789.05", "1000000000000"]

others = st.one_of(
    st.tuples(st.sampled_from(AMOUNTS), st.sampled_from(AWKWARD)),
    st.tuples(st.sampled_from(CARRIED), st.sampled_from(["-50", "-49.99", "-12345678.90"])),
    st.tuples(st.sampled_from(COMPARED), st.none()),
)


@given(st.lists(others, min_size=1, max_size=25).map(dict))
def test_awkward_and_missing_amounts_come_out_as_the_oracle_says(amounts: dict[JsonPath, str | None]) -> None:
    check(changed(amounts))


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in (*CASES, *MORE_CASES)])
def test_made_up_accounts_read_as_worked_out_by_hand(case: Case) -> None:
    check(case.accounts)
    text = gf.compose(gf.loads(json.dumps(case.accounts)), FORM).to_text()
    lines = ["".join(line.split()) for line in text.splitlines()]
    missing = [line for line in case.lines if "".join(line.split()) not in lines]
    assert not missing, "\n".join([*missing, "---", text])
    assert [] == [words for words in case.nowhere if words in text]
