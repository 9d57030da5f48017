"""The Python examples of the README and the docs run: the ``python`` and ``pycon`` blocks of the Markdown files.

The examples of one file share a namespace and run in order, with the repository root as the working directory; what
a ``>>>`` line prints is compared. A comment ``<!-- skip: next -->`` keeps the block after it from being run.
"""

from collections.abc import Iterable
from doctest import ELLIPSIS
from pathlib import Path

import pytest
from sybil import Document, Region, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md")])

_pycon_blocks = CodeBlockParser("pycon", evaluator=lambda example: None)
_prompts = DocTestStringParser(DocTestEvaluator(ELLIPSIS))


def _parse_pycon(document: Document) -> Iterable[Region]:
    for block in _pycon_blocks(document):
        for example in _prompts(block.parsed, document.path):
            example.adjust(block, block.parsed)
            yield example


EXAMPLES = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), _parse_pycon, SkipParser()])


def run_examples(page: Path) -> int:
    """Run the examples of one page up to the first that fails, and count them."""
    count = 0
    for example in EXAMPLES.parse(page).examples():
        example.evaluate()
        count += 1
    return count


# One test for a page, not for an example: pytest-xdist may run the tests of a file in several processes.
@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])
def test_the_examples_of_the_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    run_examples(page)


def test_examples_share_a_namespace_and_both_kinds_of_block_are_run(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```python\nx = 1\n```\n\n```python\n>>> x + 1\n2\n\n```\n\n```pycon\n>>> x + 2\n3\n```\n", encoding="utf-8"
    )
    assert 3 == run_examples(page)


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("```python\n>>> 1 + 1\n3\n```\n", id="output after a prompt"),
        pytest.param("```pycon\n>>> 1 + 1\n3\n```\n", id="output in a console block"),
        pytest.param("```python\nassert 1 + 1 == 3\n```\n", id="plain code"),
    ],
)
def test_a_wrong_example_is_detected(block: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# A page\n\n{block}", encoding="utf-8")
    with pytest.raises(AssertionError):
        run_examples(page)
