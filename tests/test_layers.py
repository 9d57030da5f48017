"""Imports point down: which package of the library may import which.

The table below is the rule. If a module needs something of its own row or of a later one, move the thing, not the
import.
"""

import ast
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path

import pytest

ROOT = "govfinance"
SOURCE = Path(__file__).resolve().parents[1] / "src" / ROOT

# From the lowest up. A package may import the rows before its own; the members of one row are blind to each other.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("_quick",),
    ("errors",),
    ("numeric",),
    ("money", "codes"),
    ("catalog", "sentences", "document"),
    ("model",),
    ("calc", "claims"),
    ("derive", "zh", "en", "consolidate", "comparatives"),
    ("tables",),
    ("jurisdictions",),
    ("compose", "io"),
    ("audit",),
    ("testing",),
    ("cli",),
)

# Members that may import less than their row allows.
ONLY: dict[str, frozenset[str]] = {
    "sentences": frozenset({"errors"}),  # knows no finance: it is to stay fit to be a library of its own
}

# Modules above all rows: the curated root and `python -m govfinance`.
TOP = frozenset({"", "__main__"})

RANK = {member: rank for rank, row in enumerate(LAYERS) for member in row}


def member_of(module: str) -> str:
    """The part of a dotted name that the table is about; empty for the root package."""
    return module.partition(".")[2].partition(".")[0]


def imported_modules(source: str, module: str, *, is_package: bool) -> Iterator[tuple[int, str]]:
    """The line and the absolute name of each import, wherever in the source it stands."""
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, resolve_name("." * node.level + (node.module or ""), package)


def allowed_for(importer: str) -> frozenset[str]:
    """What a member of the table may import, apart from itself."""
    lower = frozenset(member for row in LAYERS[: RANK[importer]] for member in row)
    return ONLY.get(importer, lower)


def complaints(source: str, module: str, *, is_package: bool = False) -> list[str]:
    """Everything in one module that breaks the rule."""
    importer = member_of(module)
    if importer in TOP:
        return []
    if importer not in RANK:
        return [f"{module} is in no layer: add {importer!r} to LAYERS in tests/test_layers.py"]
    found = []
    for line, target in imported_modules(source, module, is_package=is_package):
        if target.split(".")[0] != ROOT:
            continue
        imported = member_of(target)
        if imported == "":
            found.append(f"{module}:{line} imports from the root: write `from {ROOT}.<package> import ...`")
        elif imported in TOP:
            found.append(f"{module}:{line} imports {target}, which is above all layers")
        elif imported not in RANK:
            found.append(f"{module}:{line} imports {target}, which is in no layer")
        elif imported != importer and imported not in allowed_for(importer):
            found.append(f"{module}:{line} imports {target}: {importer} may not import {imported}")
    return found


def modules_of_the_library() -> Iterator[tuple[str, Path]]:
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def test_every_import_of_the_library_points_down() -> None:
    found = [
        complaint
        for module, path in modules_of_the_library()
        for complaint in complaints(path.read_text(encoding="utf-8"), module, is_package=path.name == "__init__.py")
    ]
    assert not found, "\n" + "\n".join(found)


def test_the_modules_of_the_library_are_found() -> None:
    assert {"govfinance.errors", "govfinance.numeric"} <= {module for module, _ in modules_of_the_library()}


def test_no_member_stands_in_two_rows() -> None:
    assert len(RANK) == sum(map(len, LAYERS))
    assert ONLY.keys() <= RANK.keys()


@pytest.mark.parametrize(
    ("module", "source"),
    [
        pytest.param("govfinance.money", "from govfinance.calc import change", id="upwards"),
        pytest.param("govfinance.errors", "from govfinance.numeric import ZERO", id="upwards at the bottom"),
        pytest.param("govfinance.money.printed", "import govfinance.codes", id="sideways"),
        pytest.param("govfinance.calc", "import decimal, govfinance.claims as claims", id="sideways, second name"),
        pytest.param("govfinance.io.xlsx", "def read():\n    from govfinance.cli import main", id="in a function"),
        pytest.param(
            "govfinance.model",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from govfinance.claims import Claim",
            id="for the type checker only",
        ),
        pytest.param("govfinance.zh.amount", "from ..derive import derive", id="relative"),
        pytest.param("govfinance.calc", "from govfinance import FinalAccounts", id="from the root"),
        pytest.param("govfinance.calc", "import govfinance", id="the root itself"),
        pytest.param("govfinance.calc.change", "from .. import money", id="the root, relative"),
        pytest.param("govfinance.cli.main", "import govfinance.__main__", id="the entry point"),
        pytest.param("govfinance.cli.main", "import govfinance.misc", id="imports a module in no layer"),
        pytest.param("govfinance.misc", "", id="is a module in no layer"),
        pytest.param("govfinance.sentences", "from govfinance.money import Scale", id="sentences and finance"),
        pytest.param("govfinance.sentences", "from govfinance.numeric import ZERO", id="sentences and arithmetic"),
    ],
)
def test_a_violation_is_detected(module: str, source: str) -> None:
    assert len(complaints(source, module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        pytest.param("govfinance.numeric", "from govfinance.errors import Problem", id="down by one"),
        pytest.param("govfinance.cli.main", "from govfinance.money import Scale", id="down by many"),
        pytest.param("govfinance.zh.amount", "from govfinance.zh.percent import Percent", id="within the package"),
        pytest.param("govfinance.zh.amount", "from . import percent", id="within the package, relative"),
        pytest.param("govfinance.sentences", "from govfinance.errors import Problem", id="sentences and errors"),
        pytest.param("govfinance.errors", "import attrs, govfinancetools.calc", id="other libraries"),
        pytest.param("govfinance", "from govfinance.cli import main", id="the root package"),
        pytest.param("govfinance.__main__", "from govfinance.cli import main", id="the entry point"),
    ],
)
def test_what_is_allowed_passes(module: str, source: str) -> None:
    assert [] == complaints(source, module)


def test_relative_imports_of_a_package_start_at_the_package() -> None:
    assert [] == complaints("from .percent import Percent", "govfinance.zh", is_package=True)
    assert 1 == len(complaints("from ..calc import change", "govfinance.money", is_package=True))
