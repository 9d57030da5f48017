"""What all tests share: the Hypothesis profiles and the reference documents."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# These are for the type checkers only: some of them are wrong on purpose.
collect_ignore = ["typing"]

_profile = os.environ.get("HYPOTHESIS_PROFILE", "dev")
_common = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # a matter of the machine's load
    print_blob=True,
)
if os.environ.get("CI"):
    # The same examples in every run, so that a change fails only for what it did; `make deep` explores.
    _common = settings(_common, database=None, derandomize=_profile == "dev")
settings.register_profile("dev", _common, max_examples=60)
settings.register_profile("deep", _common, max_examples=2000)
settings.load_profile(_profile)


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of published documents with their expected results, kept beside the repository."""
    folder = ROOT.parent / "shared" / "reference"
    if not folder.is_dir():
        pytest.skip("needs the reference documents in ../shared/reference, which are not part of this repository")
    return folder


@pytest.fixture(scope="session")
def soffice() -> str:
    """The program of LibreOffice; where it is not installed, tests that need it are skipped, but never in CI."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("CI installs LibreOffice, and soffice is not there")
        pytest.skip("needs LibreOffice (soffice)")
    return program
